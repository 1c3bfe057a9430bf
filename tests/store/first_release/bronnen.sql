-- What was known of the sources, as the first release made it.
CREATE TABLE bezoeken (  source VARCHAR(40) NOT NULL,   began VARCHAR(32) NOT NULL,   succeeded VARCHAR(32) NOT NULL,   trouble TEXT NOT NULL,   PRIMARY KEY (source) );
INSERT INTO "bezoeken" VALUES('site','2026-11-20T03:00:00+00:00','2026-11-20T03:00:00+00:00','');
CREATE TABLE herkomst (  source VARCHAR(40) NOT NULL,   address TEXT NOT NULL,   path TEXT NOT NULL,   state VARCHAR(16) NOT NULL,   seen VARCHAR(32) NOT NULL,   fetched VARCHAR(32) NOT NULL,   final_address TEXT NOT NULL,   etag TEXT NOT NULL,   modified TEXT NOT NULL,   sha256 VARCHAR(64) NOT NULL,   size BIGINT NOT NULL,   title TEXT NOT NULL,   owner TEXT NOT NULL,   mark TEXT NOT NULL,   reason TEXT NOT NULL,   gone_since VARCHAR(32) NOT NULL,   offered VARCHAR(32) NOT NULL,   PRIMARY KEY (source, address) );
INSERT INTO "herkomst" VALUES('site','https://www.bladel.nl/nota.pdf','Bladel/site/nota.pdf','opgehaald','2026-11-20T03:00:00+00:00','2026-11-20T03:00:00+00:00','https://www.bladel.nl/nota.pdf','"e1"','Fri, 20 Nov 2026 03:00:00 GMT','aa',1024,'Nota','Bladel','','','','');
CREATE TABLE lijsten (  source VARCHAR(40) NOT NULL,   address TEXT NOT NULL,   etag TEXT NOT NULL,   modified TEXT NOT NULL,   PRIMARY KEY (source, address) );
INSERT INTO "lijsten" VALUES('site','https://www.bladel.nl/feed','"f1"','');
