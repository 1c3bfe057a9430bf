-- A log of decisions as the first release made it.
CREATE TABLE beoordelingen (number INTEGER NOT NULL, content TEXT NOT NULL, PRIMARY KEY (number));
INSERT INTO beoordelingen VALUES (1, '{"gm_code": "GM0847", "oordeel": "bevestigd", "toelichting": "", "wie": "a", "wanneer": "2021-01-02T09:00:00", "bewijs": ["aa"]}');
