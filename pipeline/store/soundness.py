"""Whether store and decisions can be read, looked at without changing anything and in bounded time."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from pipeline.foundation.system_faults import sqlite_fault
from pipeline.store.decisions import PUT_BACK, decisions_address
from pipeline.store.engine import is_file, open_engine, parse_address, what_to_do, why
from pipeline.store.looking import open_to_look

SECONDS = 0.3
"""A database that is still whole after this long of looking is taken to be; every run looks through the whole store."""
STEPS = 10_000
"""SQLite's own steps between two looks at the clock."""


def unsound(address: str) -> list[str]:
    """Return in Dutch what is wrong with the store at a SQLAlchemy address and with its decisions; nothing where both can be read.

    A store that is not there is wrong too: it was made by the run that published. Decisions that are not there are not. Raises
    StoreAddressError.
    """
    if not is_file(address):
        return _server_fault(address)
    store, decisions = (Path(parse_address(one).database or "") for one in (address, decisions_address(address)))
    faults = _store_faults(store)
    if decisions.exists():
        faults += [
            f"De beoordelingen {decisions} zijn niet te lezen: {why}. Is het bestand beschadigd: {PUT_BACK[0].lower()}{PUT_BACK[1:]}."
            for why in _file_fault(decisions)
        ]
    return faults


def _store_faults(store: Path) -> list[str]:
    if not store.exists():
        return [
            f"Het geheugen {store} is weg. Zet een reservekopie terug, of laat de volgende run alles opnieuw lezen."
        ]
    return [
        f"Het geheugen {store} is beschadigd of niet te lezen: {why}. Is het beschadigd: themaspin run --rebuild"
        for why in _file_fault(store)
    ]


def _server_fault(address: str) -> list[str]:
    engine = open_engine(address)
    try:
        with engine.connect() as connection:
            connection.execute(text("select 1"))
        engine.dispose()
    except DatabaseError as error:
        return [f"Het geheugen op de databaseserver is niet te bereiken: {why(error)}. {what_to_do(error)}."]
    return []


def _file_fault(path: Path) -> list[str]:
    try:
        with closing(open_to_look(path, SECONDS)) as connection:
            return _looked_through(connection)
    except sqlite3.DatabaseError as error:
        return [sqlite_fault(error)]


def _looked_through(connection: sqlite3.Connection) -> list[str]:
    end = time.monotonic() + SECONDS
    connection.set_progress_handler(lambda: time.monotonic() > end, STEPS)
    try:
        verdict = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.OperationalError as error:
        if str(error) == "interrupted":
            return []
        raise
    return [] if verdict == "ok" else [f"SQLite keurt de inhoud af ({verdict.splitlines()[-1]})"]
