-- A store as the first release made it, with a little of everything; `content` of readings, passages and dossiers is zlib.
CREATE TABLE dossiers (path TEXT NOT NULL, content BLOB NOT NULL, PRIMARY KEY (path));
CREATE TABLE files (
    path TEXT NOT NULL, size BIGINT NOT NULL, mtime_ns BIGINT NOT NULL, inode BIGINT NOT NULL, sha256 VARCHAR(64) NOT NULL,
    PRIMARY KEY (path));
CREATE TABLE moments (what VARCHAR(32) NOT NULL, day VARCHAR(10) NOT NULL, PRIMARY KEY (what));
CREATE TABLE papers ("key" VARCHAR(64) NOT NULL, content TEXT NOT NULL, PRIMARY KEY ("key"));
CREATE TABLE passages (
    sha256 VARCHAR(64) NOT NULL, division VARCHAR(64) NOT NULL, content BLOB NOT NULL, PRIMARY KEY (sha256, division));
CREATE TABLE readings (
    sha256 VARCHAR(64) NOT NULL, extractor VARCHAR(64) NOT NULL, state VARCHAR(16) NOT NULL, reason TEXT NOT NULL,
    pages INTEGER NOT NULL, content BLOB NOT NULL, PRIMARY KEY (sha256, extractor));
CREATE TABLE schema (version INTEGER NOT NULL, PRIMARY KEY (version));
CREATE TABLE scores (hash VARCHAR(32) NOT NULL, model VARCHAR(64) NOT NULL, content TEXT NOT NULL, PRIMARY KEY (hash, model));
CREATE TABLE understood ("key" VARCHAR(64) NOT NULL, model VARCHAR(64) NOT NULL, PRIMARY KEY ("key", model));
CREATE INDEX passages_division ON passages (division);
CREATE INDEX scores_model ON scores (model);
INSERT INTO schema VALUES (1);
INSERT INTO files VALUES ('Someren/nota.pdf', 1024, 1700000000000000000, 77, 'aa');
INSERT INTO readings VALUES ('aa', '2-pdfium', 'ok', '', 4, X'00FF');
INSERT INTO passages VALUES ('aa', 'd', X'789C8B8E0500011500B9');
INSERT INTO scores VALUES ('h', 'm', '{"labels": ["zorg"]}');
INSERT INTO papers VALUES ('k', '{"titel": "Nota"}');
INSERT INTO understood VALUES ('k', 'm');
INSERT INTO moments VALUES ('inbox geheel gelezen', '2026-11-20');
