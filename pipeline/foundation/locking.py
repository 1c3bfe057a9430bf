"""A file as the lock of what one program at a time may do; the system takes it back when that program ends, however it ends."""

from __future__ import annotations

import errno
import os
from typing import IO

if os.name == "posix":
    import fcntl

HELD_BY_ANOTHER = (errno.EAGAIN, errno.EWOULDBLOCK, errno.EACCES)


def taken(lock: IO[str]) -> bool:
    """Whether the lock was to be had; it is held from then on, until the file is closed.

    Raises OSError where the file system gives no locks. Where the system has none (Windows) it is always to be had.
    """
    if os.name != "posix":
        return True
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno in HELD_BY_ANOTHER:
            return False
        raise
    return True
