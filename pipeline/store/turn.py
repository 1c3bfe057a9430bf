"""One run at a time on a store, also where runs publish in different folders or work on different machines."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from sqlalchemy import Connection, Engine, text
from sqlalchemy.engine import URL

from pipeline.foundation.locking import taken
from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.store.engine import POSTGRESQL, RUN_TURN, StoreError, explained, open_engine, shown

SECONDS_BETWEEN = 0.5
"""After which who waits for a run looks again."""


class StoreBusy(StoreError):
    """Another run works on this store; the message (Dutch) says which."""


@contextlib.contextmanager
def sole_run(address: str, patience: float = 0) -> Iterator[None]:
    """Hold the store for one run. Raises StoreBusy while another run has it, after waiting `patience` seconds for it; StoreError where
    the server does not answer, or no lock can be made beside the file."""
    engine = open_engine(address)
    try:
        with _held(engine, patience):
            yield
    finally:
        engine.dispose()


def _held(engine: Engine, patience: float) -> contextlib.AbstractContextManager[None]:
    if engine.dialect.name == POSTGRESQL:
        return _held_by_server(engine, patience)
    if engine.url.database:
        return _held_by_file(engine.url, Path(engine.url.database).resolve(), patience)
    return contextlib.nullcontext()  # in memory: no other run can reach it


@contextlib.contextmanager
def _held_by_server(engine: Engine, patience: float) -> Iterator[None]:
    """With an advisory lock of one connection: the server takes it back when that connection ends, however it ends."""
    # an open transaction of hours would keep the server from clearing away what is no longer needed
    held = engine.execution_options(isolation_level="AUTOCOMMIT")
    with explained(engine.url):
        connection = held.connect()
    with connection:
        with explained(engine.url):
            _await_turn(lambda: _locks(connection), engine.url, patience)
        yield
        connection.invalidate()  # back to the server, not to the pool: that ends the lock


@contextlib.contextmanager
def _held_by_file(url: URL, database: Path, patience: float) -> Iterator[None]:
    """With a file beside the database: a lock on the database itself would be in the way of who writes in it."""
    with contextlib.ExitStack() as stack:
        try:
            lock = stack.enter_context(database.with_name(f".{database.name}.lock").open("a", encoding="utf-8"))
            _await_turn(lambda: taken(lock), url, patience)
        except OSError as error:
            raise StoreError(
                f"Het geheugen ({shown(url)}) is niet op slot te zetten: {os_fault(error)}. {remedy(error)}, en probeer het nog eens."
            ) from None
        yield


def _await_turn(comes: Callable[[], bool], url: URL, patience: float) -> None:
    end = time.monotonic() + patience
    while not comes():
        if time.monotonic() >= end:
            raise StoreBusy(f"Er is al een run bezig met het geheugen {shown(url)}. Wacht tot die klaar is.")
        time.sleep(SECONDS_BETWEEN)


def _locks(connection: Connection) -> bool:
    return bool(connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": RUN_TURN}).scalar())
