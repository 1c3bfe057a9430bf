"""The store: what is known of files, passages and scores, so that a night costs no more than what changed."""

from __future__ import annotations

import contextlib
import json
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Column, Connection, Engine, Table, delete, select, text

from pipeline.store import tables
from pipeline.store.aside import move_aside, name_aside
from pipeline.store.engine import (
    SQLITE,
    StoreCorrupt,
    StoreError,
    absent,
    by_character,
    corrupt_message,
    explained,
    insert_into,
    open_engine,
    parse_address,
    put_in_place,
    shown,
)
from pipeline.store.migrating import STORE, bring_up_to_date

CHUNK = 500
"""Keys per query: below SQLite's limit on parameters."""


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file of the inbox as it was when last hashed; `path` is relative to the inbox."""

    path: str
    size: int
    mtime_ns: int
    inode: int
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredReading:
    """What is kept of reading a file, without its content. `state` and `reason` are those of the Extraction; `extractor` is its key."""

    sha256: str
    extractor: str
    state: str
    reason: str
    pages: int


@dataclass(frozen=True, slots=True)
class FiledDossier:
    """What is kept of one paper: `content` is the serialised dossier with its evidence, `key` names all that it was made from (""
    where it must be made again), `beside` what is told of the paper beyond its dossier, as plain JSON data."""

    path: str
    key: str
    content: bytes
    beside: Mapping[str, Any]


class Store:
    """Reads and writes the tables; one writer at a time, each write a transaction of its own."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    # files

    def known_files(self) -> dict[str, KnownFile]:
        """Return what the inbox held when last listed, by path."""
        with self._reading() as connection:
            return {row.path: KnownFile(*row) for row in connection.execute(select(tables.files))}

    def remember_files(self, found: Iterable[KnownFile]) -> None:
        """Put what the inbox holds now in place of what it held."""
        known, now = self.known_files(), {file.path: file for file in found}
        gone = [path for path, file in known.items() if now.get(path) != file]
        fresh = [_columns(file) for path, file in now.items() if known.get(path) != file]
        with self._writing() as connection:
            for chunk in _chunks(gone):
                connection.execute(tables.files.delete().where(tables.files.c.path.in_(chunk)))
            if fresh:
                connection.execute(tables.files.insert(), fresh)

    # readings

    def readings(self, *extractors: str) -> dict[str, StoredReading]:
        """Return state, reason and pages of every file read by one of these, by SHA-256; of one read by several by the last of them."""
        columns = tables.readings.c
        query = select(columns.sha256, columns.extractor, columns.state, columns.reason, columns.pages).where(
            columns.extractor.in_(extractors)
        )
        found: dict[str, StoredReading] = {}
        with self._reading() as connection:
            for row in connection.execute(query):
                known = found.get(row[0])
                if known is None or extractors.index(known.extractor) < extractors.index(row[1]):
                    found[row[0]] = StoredReading(*row)
        return found

    def add_reading(self, reading: StoredReading, content: bytes) -> None:
        """Keep what reading a file yielded."""
        self._upsert(tables.readings, [_columns(reading) | {"content": content}])

    def reading_content(self, sha256: str, extractor: str) -> bytes:
        """Return the serialised Extraction of a file. Raises KeyError where it was not read."""
        columns = tables.readings.c
        query = select(columns.content).where(columns.sha256 == sha256, columns.extractor == extractor)
        with self._reading() as connection:
            content = connection.execute(query).scalar_one_or_none()
        if content is None:
            raise KeyError(sha256)
        return content

    # passages

    def add_passages(self, sha256: str, division: str, content: Any) -> None:
        """Keep the passages of a file as plain JSON data."""
        packed = zlib.compress(json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode())
        self._upsert(tables.passages, [{"sha256": sha256, "division": division, "content": packed}])

    def passages(self, sha256: str, division: str) -> Any:
        """Return the passages of a file as they were added. Raises KeyError where they are not known."""
        columns = tables.passages.c
        query = select(columns.content).where(columns.sha256 == sha256, columns.division == division)
        with self._reading() as connection:
            content = connection.execute(query).scalar_one_or_none()
        if content is None:
            raise KeyError(sha256)
        return json.loads(zlib.decompress(content))

    # scores

    def scores(self, hashes: Iterable[str], model: str) -> dict[str, Any]:
        """Return the stored judgement of each text that `model` has judged, by hash."""
        columns = tables.scores.c
        found: dict[str, Any] = {}
        with self._reading() as connection:
            for chunk in _chunks(list(hashes)):
                query = select(columns.hash, columns.content).where(columns.model == model, columns.hash.in_(chunk))
                found.update((row.hash, json.loads(row.content)) for row in connection.execute(query))
        return found

    def add_scores(self, judged: Mapping[str, Any], model: str) -> None:
        """Keep the judgements of texts, by hash."""
        rows = [{"hash": key, "model": model, "content": json.dumps(value)} for key, value in judged.items()]
        self._upsert(tables.scores, rows)

    # papers

    def papers(self, keys: Iterable[str]) -> dict[str, Any]:
        """Return what is known of the papers with these keys."""
        columns = tables.papers.c
        found: dict[str, Any] = {}
        with self._reading() as connection:
            for chunk in _chunks(list(keys)):
                rows = connection.execute(select(columns.key, columns.content).where(columns.key.in_(chunk)))
                found.update((row.key, json.loads(row.content)) for row in rows)
        return found

    def add_papers(self, found: Mapping[str, Any]) -> None:
        """Keep what papers are, by key."""
        rows = [{"key": key, "content": json.dumps(value, ensure_ascii=False)} for key, value in found.items()]
        self._upsert(tables.papers, rows)

    # dossiers

    def dossiers(self) -> Iterator[FiledDossier]:
        """Return what the last run knew of each paper of its inbox, by path, one at a time; nothing before the first run."""
        columns = tables.dossiers.c
        query = select(columns.path, columns.key, columns.content, columns.beside)
        ordered = query.order_by(by_character(self._engine, columns.path)).execution_options(yield_per=CHUNK)
        with self._reading() as connection:
            for path, key, content, beside in connection.execute(ordered):
                yield FiledDossier(path, key, zlib.decompress(content), json.loads(beside))

    def dossier(self, path: str) -> FiledDossier:
        """Return what the last run knew of one paper. Raises KeyError where it knew it not."""
        columns = tables.dossiers.c
        query = select(columns.path, columns.key, columns.content, columns.beside).where(columns.path == path)
        with self._reading() as connection:
            row = connection.execute(query).one_or_none()
        if row is None:
            raise KeyError(path)
        return FiledDossier(row.path, row.key, zlib.decompress(row.content), json.loads(row.beside))

    def dossier_keys(self) -> dict[str, str]:
        """Return the key of each dossier, by path."""
        columns = tables.dossiers.c
        with self._reading() as connection:
            return {row.path: row.key for row in connection.execute(select(columns.path, columns.key))}

    def file_dossiers(self, known: Iterable[FiledDossier]) -> None:
        """Keep what this run knows of papers, in place of what was known under their paths."""
        rows = [
            {
                "path": one.path,
                "key": one.key,
                "content": zlib.compress(one.content),
                "beside": json.dumps(one.beside, ensure_ascii=False),
            }
            for one in known
        ]
        self._upsert(tables.dossiers, rows)

    def drop_dossiers(self, paths: Sequence[str]) -> None:
        """Forget what was known of papers that are gone, by path."""
        self._forget(tables.dossiers.c.path, paths)

    def doubt_dossiers(self) -> None:
        """Have every dossier made again, for what they were made from may be made again; they stand until then."""
        with self._writing() as connection:
            connection.execute(tables.dossiers.update().values(key=""))

    # what was done

    def understood(self, model: str) -> set[str]:
        """Return the keys of the papers that are identified and wholly judged by `model`."""
        columns = tables.understood.c
        with self._reading() as connection:
            return set(connection.execute(select(columns.key).where(columns.model == model)).scalars())

    def add_understood(self, key: str, model: str) -> None:
        """Keep that a paper is identified and wholly judged by `model`."""
        with self._writing() as connection:
            connection.execute(tables.understood.delete().where(tables.understood.c.key == key))
            connection.execute(
                insert_into(self._engine, tables.understood).on_conflict_do_nothing(), {"key": key, "model": model}
            )

    # what is to be done over

    def forget_readings(self, hashes: Sequence[str]) -> None:
        """Forget every reading of files, by SHA-256: they are read as if they were new."""
        self._forget(tables.readings.c.sha256, hashes)

    def forget_papers(self, keys: Sequence[str]) -> None:
        """Forget what papers are: their passages are made again, and they are identified again."""
        self._forget(tables.papers.c.key, keys)

    def forget_understood(self, keys: Sequence[str]) -> None:
        """Forget that papers are identified and judged: both are looked at again."""
        self._forget(tables.understood.c.key, keys)

    def _forget(self, column: Column[str], values: Sequence[str]) -> None:
        with self._writing() as connection:
            for chunk in _chunks(list(values)):
                connection.execute(delete(column.table).where(column.in_(chunk)))

    def last_done(self, what: str) -> date | None:
        """Return the day on which something was last done, None where it never was."""
        columns = tables.moments.c
        with self._reading() as connection:
            day = connection.execute(select(columns.day).where(columns.what == what)).scalar_one_or_none()
        return date.fromisoformat(day) if day else None

    def mark_done(self, what: str, day: date) -> None:
        """Keep that something was done on this day."""
        self._upsert(tables.moments, [{"what": what, "day": day.isoformat()}])

    def _upsert(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        if not rows:
            return
        keys = [column.name for column in table.primary_key]
        with self._writing() as connection:
            # always in the order of their keys: two writers with the same rows then wait for one another, never both at once
            ordered = sorted(rows, key=lambda row: [row[key] for key in keys])
            connection.execute(put_in_place(self._engine, table), ordered)

    @contextlib.contextmanager
    def _reading(self) -> Iterator[Connection]:
        with explained(self._engine.url), self._engine.connect() as connection:
            yield connection

    @contextlib.contextmanager
    def _writing(self) -> Iterator[Connection]:
        with explained(self._engine.url), self._engine.begin() as connection:
            yield connection


def open_store(address: str, told: Callable[[str], None] = lambda _: None) -> Store:
    """Open the store at a SQLAlchemy address, making it where there is none and migrating one of an older themaspin.

    `told` is called with a line in Dutch where it is made or was migrated. Raises StoreError, StoreCorrupt, StoreNewer.
    """
    if made := absent(address):
        told(f"Het geheugen ({made}) is er nog niet en wordt nu gemaakt.")
    engine = open_engine(address)
    with explained(engine.url):
        _check(engine)
        former = bring_up_to_date(engine, STORE)
    if former:
        told(f"Het geheugen ({shown(engine.url)}) is bijgewerkt van schema {former} naar {STORE.newest}.")
    return Store(engine)


def set_aside(address: str) -> Path | None:
    """Move a damaged SQLite store out of the way, with its log, and return its new path; None where there was nothing to move."""
    url = parse_address(address)
    if url.get_backend_name() != SQLITE or not url.database:
        raise StoreError(
            "--rebuild werkt alleen met SQLite; herstel een PostgreSQL-geheugen met de middelen van de server."
        )
    path = Path(url.database)
    if not path.exists():
        return None
    aside = name_aside(path, "kapot")
    move_aside(path, aside)
    return aside


def _check(engine: Engine) -> None:
    with engine.connect() as connection:
        if engine.dialect.name == SQLITE:
            verdict = connection.execute(text("PRAGMA quick_check(1)")).scalar()
            if verdict != "ok":
                raise StoreCorrupt(
                    corrupt_message(engine.url, f"SQLite keurt de inhoud af ({str(verdict).splitlines()[-1]})")
                )
        elif (encoding := connection.execute(text("SHOW server_encoding")).scalar()) != "UTF8":
            raise StoreError(
                f"De database {shown(engine.url)} bewaart tekst als {encoding}; nodig is UTF8. Maak haar zo: "
                "createdb --encoding UTF8 --template template0 themaspin"
            )


def _columns(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__dataclass_fields__}


def _chunks(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + CHUNK] for start in range(0, len(keys), CHUNK))
