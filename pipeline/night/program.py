"""Which program this is, down to the last line: what was made by another one is made again."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from pipeline.store.hashing import file_hash

PACKAGE = Path(__file__).resolve().parent.parent


@cache
def program_key() -> str:
    """Return a hash of every file of the package, code and data: nobody has to remember to raise a version."""
    whole = hashlib.sha256()
    for path in sorted(PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            whole.update(f"{path.relative_to(PACKAGE).as_posix()}\n{file_hash(path)}\n".encode())
    return whole.hexdigest()[:16]
