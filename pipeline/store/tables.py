"""The tables of the store. All but `beoordelingen` hold what can be read or computed again; that one has a file of its own.

Everything is keyed by content: a file by its SHA-256, a passage by the hash of its text. What depends on a version has that
version in its key, so that a new extractor, spaCy pipeline or classifier makes new rows and an unchanged night makes none.

A change here needs a step in `migrations` beside it; a test compares the two.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, String, Table, Text

metadata = MetaData()
decisions_metadata = MetaData()

schema = Table("schema", metadata, Column("version", Integer, primary_key=True))
"""What a program from before the migrations looks at; the record of now stands in the table that `migrating` names."""

files = Table(
    "files",
    metadata,
    Column("path", Text, primary_key=True),
    Column("size", BigInteger, nullable=False),
    Column("mtime_ns", BigInteger, nullable=False),
    Column("inode", BigInteger, nullable=False),
    Column("sha256", String(64), nullable=False),
)
"""What the inbox held when last listed: a file whose size, time and inode are the same is not hashed again."""

readings = Table(
    "readings",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("extractor", Text, primary_key=True),
    Column("state", String(16), nullable=False),
    Column("reason", Text, nullable=False),
    Column("pages", Integer, nullable=False),
    Column("content", LargeBinary, nullable=False),
)
"""What reading a file yielded; `content` is the serialised Extraction."""

passages = Table(
    "passages",
    metadata,
    Column("sha256", String(64), primary_key=True),
    Column("division", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
)
"""The passages of a file; `division` names extractor, spaCy pipeline and passage rules."""

scores = Table(
    "scores",
    metadata,
    Column("hash", String(32), primary_key=True),
    Column("model", Text, primary_key=True),
    Column("content", Text, nullable=False),
)
"""The judgement of one text by one classifier."""

papers = Table(
    "papers",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("content", Text, nullable=False),
)
"""What a paper is; the key holds file, path, override and rule version."""

dossiers = Table(
    "dossiers",
    metadata,
    Column("path", Text, primary_key=True),
    Column("content", LargeBinary, nullable=False),
    Column("key", String(64), nullable=False, server_default=""),
    Column("beside", Text, nullable=False, server_default="{}"),
)
"""What the last run knew of each paper of its inbox, themes included: enough to say where municipalities stand on any day. `key`
names all that it was made from; `beside` holds what the run tells of the paper beyond its dossier."""

understood = Table(
    "understood",
    metadata,
    Column("key", String(64), primary_key=True),
    Column("model", Text, primary_key=True),
)
"""The papers, by the key of what is known of them, that are identified and of which this classifier judged every passage."""

moments = Table(
    "moments",
    metadata,
    Column("what", String(32), primary_key=True),
    Column("day", String(10), nullable=False),
)
"""The day (ISO) on which something was last done."""

decisions = Table(
    "beoordelingen",
    decisions_metadata,
    Column("number", Integer, primary_key=True, autoincrement=True),
    Column("content", Text, nullable=False),
)
"""The append-only log of what reviewers decided: never updated, never deleted."""

Index("passages_division", passages.c.division)
Index("scores_model", scores.c.model)
