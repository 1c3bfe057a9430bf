"""The file from which the review site reads: everything that a run knows, laid out for pages that answer at once.

It is SQLite whatever the store is, stands in the outputs folder, and can be made again from the store at any time. A run writes it
in one transaction: a page sees the former run or the new one, never half of either. Papers and passages are shared by all
peildata and only written where they changed; where every municipality stands is kept for each published peildatum.
"""

from __future__ import annotations

import contextlib
import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.foundation.system_faults import os_fault, remedy, sqlite_fault
from pipeline.store.looking import open_to_look

SITE_FILE = "site.sqlite"
DAMAGE = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB}
"""What SQLite answers where a file's content is no longer what it wrote."""
SITE_VERSION = 3
"""Raise when the layout changes: the next run then makes the file anew."""
LOCK_SECONDS = 30

LAYOUT = """
CREATE TABLE toestand (
    peildatum TEXT PRIMARY KEY, run TEXT NOT NULL, nieuwste INTEGER NOT NULL, record TEXT NOT NULL, stand TEXT NOT NULL);
CREATE TABLE gemeente (
    peildatum TEXT, gm_code TEXT, naam TEXT NOT NULL, regio TEXT, status TEXT NOT NULL, gevlagd INTEGER NOT NULL,
    zekerheid REAL, inhoud TEXT NOT NULL, PRIMARY KEY (peildatum, gm_code)) WITHOUT ROWID;
CREATE TABLE houdt (
    peildatum TEXT, gm_code TEXT, sha TEXT, rol TEXT NOT NULL, PRIMARY KEY (peildatum, gm_code, sha)) WITHOUT ROWID;
CREATE TABLE regio (peildatum TEXT, naam TEXT, inhoud TEXT NOT NULL, PRIMARY KEY (peildatum, naam)) WITHOUT ROWID;
CREATE TABLE verandering (peildatum TEXT, nummer INTEGER, inhoud TEXT NOT NULL, PRIMARY KEY (peildatum, nummer)) WITHOUT ROWID;
CREATE TABLE bestand (
    pad TEXT PRIMARY KEY, sha TEXT NOT NULL, titel TEXT NOT NULL, soort TEXT NOT NULL, datum TEXT NOT NULL,
    status TEXT NOT NULL, verwerking TEXT NOT NULL, gaat_over INTEGER NOT NULL, inhoud TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX bestand_sha ON bestand (sha);
CREATE INDEX bestand_datum ON bestand (datum DESC, pad);
CREATE INDEX bestand_verwerking ON bestand (verwerking, pad);
CREATE TABLE bestand_gemeente (gm_code TEXT, pad TEXT, PRIMARY KEY (gm_code, pad)) WITHOUT ROWID;
CREATE TABLE motie (
    pad TEXT, plek INTEGER, datum TEXT NOT NULL, inhoud TEXT NOT NULL, PRIMARY KEY (pad, plek)) WITHOUT ROWID;
CREATE TABLE stuk (sha TEXT PRIMARY KEY, sleutel TEXT NOT NULL, maten TEXT NOT NULL, bevindingen TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE passage (
    id INTEGER PRIMARY KEY, sha TEXT NOT NULL, nummer INTEGER NOT NULL, pagina INTEGER NOT NULL, sectie TEXT NOT NULL,
    aanloop TEXT NOT NULL, tekst TEXT NOT NULL, plaatsen TEXT NOT NULL, oordeel TEXT NOT NULL, kenmerken TEXT NOT NULL);
CREATE UNIQUE INDEX passage_plek ON passage (sha, nummer);
CREATE TABLE bewijs (
    sha TEXT, thema TEXT, nummer INTEGER, niveau INTEGER NOT NULL, score REAL NOT NULL, dienend INTEGER NOT NULL,
    PRIMARY KEY (sha, thema, nummer)) WITHOUT ROWID;
CREATE TABLE twijfel (sha TEXT, thema TEXT, nummer INTEGER, score REAL NOT NULL, PRIMARY KEY (sha, thema, nummer)) WITHOUT ROWID;
CREATE INDEX twijfel_score ON twijfel (thema, score DESC);
CREATE VIRTUAL TABLE zoek USING fts5(tekst, kenmerken, content='', tokenize="unicode61 remove_diacritics 2");
"""
"""Lists and nested values are JSON. `zoek.kenmerken` holds a passage's filters as words (gemeente, thema, soort, jaar), so that a
filter narrows a search before anything is looked up."""

PER_PEILDATUM = ("toestand", "gemeente", "houdt", "regio", "verandering")
PER_FILE = ("bestand", "bestand_gemeente", "motie")


class SiteFileError(Exception):
    """The site's file cannot be read or written; the message (Dutch) says what to do."""


@dataclass(frozen=True, slots=True)
class PaperRows:
    """What is written of the content of one file."""

    sha: str
    pages: Any
    findings: Any
    passages: tuple[Mapping[str, Any], ...]
    evidence: tuple[tuple[str, int, int, float, bool], ...]
    """theme, passage number, level, score, whether it does not count for own footing (it serves the housing rules, or only describes)."""
    doubts: tuple[tuple[str, int, float], ...]
    """theme, passage number, score of the passages on which the classifier abstains."""


@dataclass(frozen=True, slots=True)
class SiteRows:
    """All that a run writes for one peildatum, as rows by table. `keys` are by SHA-256; the rows of a paper are asked for only where its
    key is new."""

    peildatum: str
    tables: Mapping[str, Iterable[tuple[Any, ...]]]
    keys: Mapping[str, str] = field(default_factory=dict)


def site_path(outputs: Path) -> Path:
    """Return where the file stands."""
    return outputs / SITE_FILE


@contextlib.contextmanager
def reading_site(outputs: Path) -> Iterator[sqlite3.Connection]:
    """Open the file for reading only; everything read within sees one run. Raises SiteFileError, FileNotFoundError."""
    path = site_path(outputs)
    if not path.exists():
        raise FileNotFoundError(path)
    try:
        with contextlib.closing(open_to_look(path, LOCK_SECONDS)) as connection:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA query_only=ON")
            if connection.execute("PRAGMA user_version").fetchone()[0] != SITE_VERSION:
                raise SiteFileError(f"{path} is van een andere versie van themaspin. Draai: themaspin run")
            connection.execute("BEGIN")
            yield connection
    except sqlite3.DatabaseError as error:
        raise SiteFileError(f"{path} is niet te lezen ({sqlite_fault(error)}). {_remedy(path, error)}") from error


def write_site(outputs: Path, rows: SiteRows, papers: Any, newest: bool) -> None:
    """Write what a run knows, in one transaction. Raises SiteFileError.

    `papers(sha)` returns the PaperRows of a paper whose key is not the one that is written already. `newest` says whether this is
    the published set of now, whose files are those of the inbox; a peildatum that is worked out aside leaves files as they are.
    A file that turns out to be damaged is made anew.
    """
    path = site_path(outputs)
    try:
        try:
            _write(path, rows, papers, newest)
        except sqlite3.DatabaseError as error:
            if getattr(error, "sqlite_errorcode", 0) & 0xFF not in DAMAGE:  # Python's own errors have none
                raise
            _remove(path)
            _write(path, rows, papers, newest)
    except sqlite3.DatabaseError as error:
        raise _not_written(path, error) from error


def _not_written(path: Path, error: sqlite3.DatabaseError) -> SiteFileError:
    return SiteFileError(
        f"{path} is niet te schrijven: {sqlite_fault(error)}. {remedy(error)}, en draai opnieuw: themaspin run"
    )


def _remedy(path: Path, error: sqlite3.DatabaseError) -> str:
    """What to do about a file that cannot be read: one that is damaged, or of another make, is to be made anew."""
    code = getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF
    if code in {*DAMAGE, sqlite3.SQLITE_ERROR} or path.is_dir():
        return "Haal dit bestand weg en maak het opnieuw met: themaspin run"
    return f"{remedy(error)}, en probeer het nog eens."


def _write(path: Path, rows: SiteRows, papers: Any, newest: bool) -> None:
    with contextlib.closing(_open_for_writing(path)) as connection:
        connection.execute("BEGIN IMMEDIATE")
        _write_peildatum(connection, rows, newest)
        if newest:
            _write_files(connection, rows)
            _write_papers(connection, rows.keys, papers)
        connection.commit()
        connection.execute("PRAGMA optimize")


def shows(outputs: Path, peildatum: str, run: str) -> bool:
    """Whether the file shows this run for this peildatum, as the published set of now."""
    query = "SELECT count(*) FROM toestand WHERE peildatum = ? AND run = ? AND nieuwste = 1"
    try:
        with reading_site(outputs) as site:
            return site.execute(query, (peildatum, run)).fetchone()[0] == 1
    except (SiteFileError, FileNotFoundError):
        return False


def is_published(outputs: Path, peildatum: str) -> bool:
    """Whether the file shows this peildatum as that of the published set of now."""
    query = "SELECT count(*) FROM toestand WHERE peildatum = ? AND nieuwste = 1"
    try:
        with reading_site(outputs) as site:
            return site.execute(query, (peildatum,)).fetchone()[0] == 1
    except (SiteFileError, FileNotFoundError):
        return False


def provinces_shown(outputs: Path, peildatum: str) -> list[str] | None:
    """Return the provinces that the file shows at a peildatum, none for all; None where it shows no such day or cannot tell."""
    query = "SELECT record FROM toestand WHERE peildatum = ?"
    try:
        with reading_site(outputs) as site:
            found = site.execute(query, (peildatum,)).fetchone()
    except (SiteFileError, FileNotFoundError):
        return None
    return provinces_of(json.loads(found[0])) if found else None


def provinces_of(record: Mapping[str, Any]) -> list[str] | None:
    """Return the provinces that the record of a run names, none for all; None where it names none of them."""
    return record.get("instellingen", {}).get("provincies")


def shown_run(outputs: Path) -> str:
    """Return the run that the file shows as the published set of now, "" for none. Raises SiteFileError, FileNotFoundError."""
    with reading_site(outputs) as site:
        return next((run for (run,) in site.execute("SELECT run FROM toestand WHERE nieuwste = 1")), "")


def rename_run(outputs: Path, peildatum: str, former: str, state: tuple[str, str, str]) -> None:
    """Have the file show another run that found the same: `state` is its name, its record (JSON) and its moment.

    Raises SiteFileError.
    """
    path = site_path(outputs)
    try:
        with contextlib.closing(_connect(path)) as connection:
            connection.execute(
                "UPDATE toestand SET run = ?, record = ?, stand = ? WHERE peildatum = ? AND run = ?",
                (*state, peildatum, former),
            )
    except sqlite3.DatabaseError as error:
        raise _not_written(path, error) from error


def _open_for_writing(path: Path) -> sqlite3.Connection:
    """The file as it is; made anew where it is missing, damaged or of another version, since all in it can be made again.

    Raises SiteFileError where what stands in its place cannot be removed.
    """
    try:
        connection = _connect(path)
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version == SITE_VERSION:
            return connection
        connection.close()
    except sqlite3.OperationalError:  # held by another program, or a disk that fails: that is no damage
        if not path.is_dir():
            raise
    except sqlite3.DatabaseError:
        pass
    _remove(path)
    connection = _connect(path)
    connection.executescript(f"BEGIN; {LAYOUT} PRAGMA user_version={SITE_VERSION}; COMMIT;")
    return connection


def _remove(path: Path) -> None:
    try:
        for suffix in ("", "-wal", "-shm"):
            path.with_name(path.name + suffix).unlink(missing_ok=True)
    except OSError as error:
        raise SiteFileError(
            f"{path} is niet te schrijven: {os_fault(error)}. Haal weg wat daar staat en draai: themaspin run"
        ) from error


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=LOCK_SECONDS, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    return connection


def _write_peildatum(connection: sqlite3.Connection, rows: SiteRows, newest: bool) -> None:
    for table in PER_PEILDATUM:
        _put(connection, table, rows.tables.get(table, ()), rows.peildatum)
    if newest:
        connection.execute("UPDATE toestand SET nieuwste = (peildatum = ?)", (rows.peildatum,))


def _write_files(connection: sqlite3.Connection, rows: SiteRows) -> None:
    for table in PER_FILE:
        _put(connection, table, rows.tables.get(table, ()))


def _write_papers(connection: sqlite3.Connection, keys: Mapping[str, str], papers: Any) -> None:
    written = dict(connection.execute("SELECT sha, sleutel FROM stuk"))
    for sha in written.keys() - keys.keys():
        _forget(connection, sha)
    for sha, key in keys.items():
        if written.get(sha) != key:
            _forget(connection, sha)
            _write_paper(connection, papers(sha), key)


def _forget(connection: sqlite3.Connection, sha: str) -> None:
    connection.execute(
        "INSERT INTO zoek (zoek, rowid, tekst, kenmerken) SELECT 'delete', id, tekst, kenmerken FROM passage WHERE sha = ?",
        (sha,),
    )
    for table in ("passage", "bewijs", "twijfel", "stuk"):
        connection.execute(f"DELETE FROM {table} WHERE sha = ?", (sha,))


def _write_paper(connection: sqlite3.Connection, paper: PaperRows, key: str) -> None:
    _insert(connection, "stuk", [(paper.sha, key, as_json(paper.pages), as_json(paper.findings))])
    for passage in paper.passages:
        columns = {"sha": paper.sha} | {
            name: value if isinstance(value, str | int) else as_json(value) for name, value in passage.items()
        }
        names = ", ".join(columns)
        marks = ", ".join("?" * len(columns))
        cursor = connection.execute(f"INSERT INTO passage ({names}) VALUES ({marks})", tuple(columns.values()))
        connection.execute(
            "INSERT INTO zoek (rowid, tekst, kenmerken) VALUES (?, ?, ?)",
            (cursor.lastrowid, columns["tekst"], columns["kenmerken"]),
        )
    _insert(connection, "bewijs", ((paper.sha, *piece) for piece in paper.evidence))
    _insert(connection, "twijfel", ((paper.sha, *piece) for piece in paper.doubts))


def _put(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]], peildatum: str = "") -> None:
    """Put rows in place of those of a table, or of a peildatum where one is given; only what differs is written."""
    columns = [(name, place) for _, name, _, _, _, place in connection.execute(f"PRAGMA table_info({table})")]
    keys = [name for name, place in sorted(columns, key=lambda column: column[1]) if place]
    where = [number for name in keys for number, column in enumerate(columns) if column[0] == name]

    def key_of(row: tuple[Any, ...]) -> tuple[Any, ...]:
        return tuple(row[number] for number in where)

    of_day = (" WHERE peildatum = ?", (peildatum,)) if peildatum else ("", ())
    # a hash of each: the rows themselves are too many to be held
    known = {key_of(row): hash(row) for row in connection.execute(f"SELECT * FROM {table}{of_day[0]}", of_day[1])}
    found = set()

    def differing() -> Iterator[tuple[Any, ...]]:
        for row in rows:
            found.add(key_of(row))
            if known.get(key_of(row)) != hash(row):
                yield row

    connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({', '.join('?' * len(columns))})", differing())
    gone = known.keys() - found
    connection.executemany(f"DELETE FROM {table} WHERE {' AND '.join(f'{key} = ?' for key in keys)}", gone)


def _insert(connection: sqlite3.Connection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows whose width is that of the table; its name is one of ours."""
    rows = list(rows)
    if rows:
        marks = ", ".join("?" * len(rows[0]))
        connection.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({marks})", rows)


def as_json(value: Any) -> str:
    """Return a value as compact JSON; dates as ISO."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
