"""One run at a time on a store that several machines can reach."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator

from sqlalchemy import Connection, text

from pipeline.store.engine import POSTGRESQL, RUN_TURN, StoreError, explained, open_engine, shown

SECONDS_BETWEEN = 0.5
"""After which who waits for a run looks again."""


class StoreBusy(StoreError):
    """Another run works on this store; the message (Dutch) says which."""


@contextlib.contextmanager
def sole_run(address: str, patience: float = 0) -> Iterator[None]:
    """Hold the store for one run. Raises StoreBusy while another run has it, after waiting `patience` seconds for it; StoreError where
    the server does not answer.

    On PostgreSQL this is an advisory lock of one connection: the server takes it back when that connection ends, however it
    ends. A SQLite file stands on one machine, where the lock on the outputs folder does the same.
    """
    engine = open_engine(address)
    if engine.dialect.name != POSTGRESQL:
        yield
        return
    # an open transaction of hours would keep the server from clearing away what is no longer needed
    held = engine.execution_options(isolation_level="AUTOCOMMIT")
    try:
        with explained(engine.url):
            connection = held.connect()
        with connection:
            with explained(engine.url):
                mine = _turn_comes(connection, patience)
            if not mine:
                raise StoreBusy(f"Er is al een run bezig met het geheugen {shown(engine.url)}. Wacht tot die klaar is.")
            yield
            connection.invalidate()  # back to the server, not to the pool: that ends the lock
    finally:
        engine.dispose()


def _turn_comes(connection: Connection, patience: float) -> bool:
    end = time.monotonic() + patience
    while not connection.execute(text("SELECT pg_try_advisory_lock(:key)"), {"key": RUN_TURN}).scalar():
        if time.monotonic() >= end:
            return False
        time.sleep(SECONDS_BETWEEN)
    return True
