"""For the server from which processes are forked that read or draw: one whose asker has gone before it was born says so in one line.

A run (or site) that is stopped or killed while such a process is being made leaves it without its errand or its locks. Nothing is lost
by that, and a traceback would only frighten. It is imported by the fork server alone, as the first of what that loads beforehand.
"""

from __future__ import annotations

import sys
from types import TracebackType

ORPHANED = (FileNotFoundError, EOFError, ConnectionError)
"""What a process meets whose asker is gone: locks that were taken away, or a pipe that ends."""


def _tell(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    if issubclass(kind, ORPHANED):
        print("Een hulpproces begon toen wie het vroeg al was gestopt; er is niets verloren.", file=sys.stderr)
    else:
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _tell
