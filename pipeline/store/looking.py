"""A SQLite file opened for looking only, also by who may not write in its folder."""

from __future__ import annotations

import sqlite3
from pathlib import Path

NO_LOG = {sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY}
"""What SQLite says to who may not make the files of a write-ahead log."""


def open_to_look(path: Path, patience: float) -> sqlite3.Connection:
    """Return a connection that only reads and waits at most `patience` seconds for others. Raises sqlite3.DatabaseError.

    Who may only read the folder cannot open a write-ahead log; without one the file alone is the whole database.
    """
    connection = _connected(path, "mode=ro", patience)
    try:
        connection.execute("PRAGMA schema_version")  # nothing is opened before something is asked
        return connection
    except sqlite3.DatabaseError as error:
        connection.close()
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF  # Python's own errors have none
        if code not in NO_LOG or _has_log(path):
            raise
    return _connected(path, "immutable=1", patience)


def _connected(path: Path, how: str, patience: float) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?{how}", uri=True, timeout=patience)


def _has_log(path: Path) -> bool:
    log = path.with_name(f"{path.name}-wal")
    return log.exists() and log.stat().st_size > 0
