"""A database that makes way for another one: it is kept under another name, with all that was written in it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path


def name_aside(path: Path, why: str) -> Path:
    """Return a free name beside a database that says `why` (Dutch, one word or hyphened) it is kept, and since when."""
    return path.with_name(f"{path.name}.{why}-{datetime.now(UTC):%Y%m%dT%H%M%S%f}")


def move_aside(path: Path, aside: Path) -> None:
    """Move a SQLite file, with its write-ahead log: what was written last may stand in that alone. Raises OSError."""
    path.rename(aside)
    log = path.with_name(f"{path.name}-wal")
    if log.exists() and log.stat().st_size:
        log.rename(aside.with_name(f"{aside.name}-wal"))
    for suffix in ("-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
