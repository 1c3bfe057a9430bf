"""For the server from which processes are forked that read or draw: one whose asker has gone before it was born says so in one line.

A run (or site) that is stopped or killed while such a process is being made leaves it without its errand or its locks; so does one that
has read its last file just as a worn-out process was being replaced. Nothing is lost by that, and a traceback would only frighten. It is
imported by the fork server alone, as the first of what that loads beforehand.
"""

from __future__ import annotations

import multiprocessing
import sys
import traceback
from pathlib import Path
from types import TracebackType

ORPHANED = (FileNotFoundError, EOFError, ConnectionError)
"""What `multiprocessing` itself meets when the asker is gone: locks that were taken away, or a pipe that ends."""
_BIRTH = Path(multiprocessing.__file__).parent


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, ORPHANED) and _at_birth(trace):
        print(
            f"Een hulpproces kwam pas op gang toen zijn werk al klaar of gestopt was ({kind.__name__}). Er is niets verloren.",
            file=sys.stderr,
        )
    else:
        sys.__excepthook__(kind, error, trace)


def _at_birth(trace: TracebackType | None) -> bool:
    """Whether it was raised in what makes a process, not in anything that the process was to do."""
    frames = traceback.extract_tb(trace)
    return bool(frames) and Path(frames[-1].filename).parent == _BIRTH


sys.excepthook = _tell
