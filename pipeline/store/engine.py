"""Connections to a database by its SQLAlchemy address, and what is said in Dutch where it cannot be used."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sqlalchemy import Column, ColumnElement, Connection, Engine, Table, create_engine, event, text
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DatabaseError, NoSuchModuleError, OperationalError
from sqlalchemy.pool import NullPool

from pipeline.foundation.dutch import in_short
from pipeline.foundation.system_faults import os_fault, remedy, sqlite_fault
from pipeline.store.looking import open_to_look

LOCK_SECONDS = 30
"""So long a writer waits for another one of the same SQLite file."""
ANSWER_SECONDS = 10
"""So long a database server may take to answer the first time."""
EXAMPLES = "Voorbeelden: sqlite:////data/themaspin.sqlite en postgresql+psycopg://gebruiker@server/themaspin"
SQLITE, POSTGRESQL = "sqlite", "postgresql"
MIGRATION_TURN, RUN_TURN = 7_411_001, 7_411_002
"""Keys of PostgreSQL's advisory locks: one program at a time brings the schema up to date, one run at a time works on a store."""


class StoreError(Exception):
    """The store cannot be used; the message (Dutch) says where it stands and what to do."""


class StoreAddressError(StoreError):
    """The address of the store is none that can be used: a setting to be put right."""


class StoreCorrupt(StoreError):
    """The store is damaged: `--rebuild` makes a new one and keeps the decisions."""


class StoreNewer(StoreError):
    """The store was made or brought up to date by a newer themaspin than this one."""


def parse_address(address: str) -> URL:
    """Return the address of a store taken apart. Raises StoreAddressError where it is none of SQLite or PostgreSQL."""
    url = _taken_apart(address)
    if url is None:
        raise StoreAddressError(f"Instelling 'store' ({address}) is geen bruikbaar adres. {EXAMPLES}")
    if url.get_backend_name() not in (SQLITE, POSTGRESQL):
        raise StoreAddressError(
            f"Instelling 'store' ({without_password(address)}): themaspin kent SQLite en PostgreSQL, geen {url.get_backend_name()}."
        )
    if url.get_backend_name() == SQLITE and _in_memory(url):
        raise StoreAddressError(
            f"Instelling 'store' ({address}) noemt geen bestand: geheugen en beoordelingen zouden na elke opdracht weg zijn. {EXAMPLES}"
        )
    return url


def _in_memory(url: URL) -> bool:
    """Whether SQLite keeps what is written there in memory alone: https://www.sqlite.org/inmemorydb.html"""
    return not url.database or ":memory:" in url.database or url.query.get("mode") == "memory"


def _taken_apart(address: str) -> URL | None:
    try:
        return make_url(address)
    except (ArgumentError, ValueError):  # no address at all, or one with a port that is no number
        return None


def open_engine(address: str) -> Engine:
    """Return an engine for `address`, a SQLite file (with a write-ahead log) or a PostgreSQL database.

    Raises StoreAddressError where the address is no good, StoreError where its folder cannot be made; whether a server answers shows
    only when it is used.
    """
    url = parse_address(address)
    try:
        if url.get_backend_name() == SQLITE and url.database:
            Path(url.database).parent.mkdir(parents=True, exist_ok=True)
            engine = create_engine(url, connect_args={"timeout": LOCK_SECONDS})
            event.listen(engine, "connect", _configure_sqlite)
            return engine
        if url.get_backend_name() == POSTGRESQL:
            patient = {"connect_timeout": str(ANSWER_SECONDS), **url.query}
            return create_engine(url.set(query=patient), pool_pre_ping=True)
        return create_engine(url)
    except ModuleNotFoundError as error:
        raise StoreAddressError(
            f"Instelling 'store' ({without_password(address)}) vraagt een pakket dat hier niet is geïnstalleerd ({error.name}). "
            "Voor PostgreSQL, in de map van themaspin: pip install -c constraints.txt -e '.[postgresql]', met een adres dat begint met postgresql+psycopg://"
        ) from None
    except (ArgumentError, NoSuchModuleError):
        raise StoreAddressError(
            f"Instelling 'store' ({without_password(address)}) is geen bruikbaar adres. {EXAMPLES}"
        ) from None
    except OSError as error:
        raise StoreError(
            f"De map van het geheugen ({without_password(address)}) is niet te maken: {os_fault(error)}. "
            f"{remedy(error)}, en probeer het nog eens."
        ) from None


def engine_to_look(address: str) -> Engine:
    """Return an engine for `address` with which to read only: a SQLite file need not be one that may be written.

    Raises StoreAddressError, StoreError as `open_engine` does.
    """
    url = parse_address(address)
    if url.get_backend_name() != SQLITE or not url.database:
        return open_engine(address)
    path = Path(url.database)
    return create_engine(url, creator=lambda: open_to_look(path, LOCK_SECONDS), poolclass=NullPool)


@contextlib.contextmanager
def explained(url: URL) -> Iterator[None]:
    """Turn what the database says into a StoreError that names the store."""
    try:
        yield
    except OperationalError as error:
        raise StoreError(
            f"Het geheugen ({shown(url)}) is niet te gebruiken: {why(error)}. {what_to_do(error)}, en probeer het nog eens."
        ) from error
    except DatabaseError as error:
        if url.get_backend_name() == SQLITE:
            raise StoreCorrupt(corrupt_message(url, why(error))) from error
        raise StoreError(f"Het geheugen ({shown(url)}) weigert: {why(error)}.") from error


def corrupt_message(url: URL, why: str) -> str:
    """Return in Dutch that a store is damaged and how to make it anew."""
    return (
        f"Het geheugen ({shown(url)}) is beschadigd: {why}. Maak het opnieuw met: "
        "themaspin run --rebuild (alle bestanden worden dan opnieuw gelezen; beoordelingen blijven bewaard)."
    )


def shown(url: URL) -> str:
    """Return where a store stands, without the password."""
    return url.database if url.get_backend_name() == SQLITE and url.database else url.render_as_string()


def is_file(address: str) -> bool:
    """Whether a store is a SQLite file, and so for one machine. Raises StoreAddressError."""
    return parse_address(address).get_backend_name() == SQLITE


def absent(address: str) -> Path | None:
    """Return the SQLite file of an address where it is not there; None where it is, or where a server has the database.

    Raises StoreAddressError.
    """
    url = parse_address(address)
    if url.get_backend_name() != SQLITE or not url.database or Path(url.database).exists():
        return None
    return Path(url.database)


def beside(address: str, what: str) -> str:
    """Return where something is kept that outlives the store: the same server, or the file `<store>-<what>.sqlite` beside a SQLite one.

    Raises StoreAddressError.
    """
    url = parse_address(address)
    if url.get_backend_name() != SQLITE or not url.database:
        return address
    path = Path(url.database)
    return url.set(database=str(path.with_name(f"{path.stem}-{what}{path.suffix}"))).render_as_string(False)


def insert_into(engine: Engine, table: Table) -> Any:
    """Return an INSERT that can say what to do with a row that is there already."""
    return (postgresql if engine.dialect.name == POSTGRESQL else sqlite).insert(table)


def put_in_place(engine: Engine, table: Table) -> Any:
    """Return an INSERT whose rows come in place of those with the same primary key."""
    keys = [column.name for column in table.primary_key]
    statement = insert_into(engine, table)
    rest = {column.name: statement.excluded[column.name] for column in table.columns if column.name not in keys}
    return statement.on_conflict_do_update(index_elements=keys, set_=rest)


def by_character(engine: Engine, column: Column[str]) -> ColumnElement[str]:
    """Return a text column as it is to be ordered by: as Python does, whatever the alphabet of the database."""
    return column.collate("C" if engine.dialect.name == POSTGRESQL else "BINARY")


def take_turn(connection: Connection, key: int) -> None:
    """Wait until no other program writes (SQLite) or holds this key (PostgreSQL); held until the transaction ends."""
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": key})


def without_password(address: str) -> str:
    """Return an address as it may be shown and kept."""
    url = _taken_apart(address)
    return url.render_as_string() if url else address


def why(error: DatabaseError) -> str:
    """Return in Dutch why a database refused, to stand within a sentence; of a server its own words as far as one line goes."""
    if isinstance(error.orig, sqlite3.Error):
        return sqlite_fault(error.orig)
    return f"de databaseserver zegt: {in_short(error.orig or error)}"


def what_to_do(error: DatabaseError) -> str:
    """Return in Dutch what to do about what a database refused, as the beginning of a sentence."""
    if isinstance(error.orig, sqlite3.Error):
        return remedy(error.orig)
    return "Kijk of de databaseserver bereikbaar is, en of gebruiker en database kloppen"


def _configure_sqlite(connection: Any, _record: Any) -> None:
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.close()
