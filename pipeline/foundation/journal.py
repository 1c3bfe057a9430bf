"""What a run tells while it works: readable Dutch lines, or one JSON object a line for a log collector.

Each message has a key in English (`event`) and says what it is about: run, stage and file, under the names that `run.json` and
`documents.csv` have for them. Child processes write lines of their own to the same standard error: a line is written at once, and
a child that is killed in the middle holds no queue or lock that others wait for.
"""

from __future__ import annotations

import copy
import json
import logging
import sys
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from types import MappingProxyType, TracebackType
from typing import Any

from pipeline.foundation.dutch import local

TIME = "%Y-%m-%d %H:%M:%S"
TEXT, JSON = "tekst", "json"
SHORT = 12
"""Signs of a SHA-256 that name a file in a log."""

_log = logging.getLogger("pipeline")
_about: ContextVar[Mapping[str, str]] = ContextVar("about", default=MappingProxyType({}))
_form = TEXT


@dataclass(frozen=True, slots=True)
class Place:
    """Where in a run something is told, to be taken to another process; `quiet` where only what is wrong may be told there."""

    form: str
    ids: Mapping[str, str]
    quiet: bool


def tell(
    event: str, message: str, level: int = logging.INFO, exc_info: bool | BaseException = False, **about: Any
) -> None:
    """Tell something: `event` is its key, `message` what a person reads (Dutch), `about` what else a collector may want to know.

    DEBUG is for a collector alone.
    """
    _log.log(level, message, exc_info=exc_info, extra={"event": event, "ids": {**_about.get(), **about}})


@contextmanager
def about(**ids: str) -> Iterator[None]:
    """Have all that is told in the block say that it is about these ids (run, stage, sha256, file); an empty one is left out."""
    told = _about.set({**_about.get(), **{name: value for name, value in ids.items() if value}})
    try:
        yield
    finally:
        _about.reset(told)


def file_ids(sha256: str, path: object) -> dict[str, str]:
    """Return the ids of a file: its path in the inbox and the first signs of its SHA-256."""
    return {"sha256": sha256[:SHORT], "file": str(path)}


def start(form: str, quiet: bool = False) -> None:
    """Have this process tell what it does on standard error in this form. What other libraries tell is then JSON too, from a warning on."""
    global _form
    _form = form
    handler = StandardError()
    handler.setFormatter(_Json() if form == JSON else _Text("%(asctime)s %(message)s"))
    _log.handlers = [handler]
    _log.propagate = False
    _log.setLevel(logging.WARNING if quiet else logging.DEBUG if form == JSON else logging.INFO)
    if form == JSON:
        logging.getLogger().handlers = [handler]
        logging.captureWarnings(True)
        sys.excepthook = _crashed


def is_json() -> bool:
    """Whether this process tells what it does as JSON."""
    return _form == JSON


def place() -> Place:
    """Return where this process is in its run, for a child; on a terminal with its moving bar children tell only what is wrong."""
    return Place(_form, dict(_about.get()), _form == TEXT and sys.stderr.isatty())


def go_on(at: Place) -> None:
    """In a child: tell what it does as its parent does."""
    start(at.form, at.quiet)
    _about.set(at.ids)


class StandardError(logging.StreamHandler[Any]):
    """Standard error as it is when something is told: a terminal with a moving bar puts another in its place."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write one line."""
        self.stream = sys.stderr
        super().emit(record)


UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
"""Kinds of signs (Unicode) that are not seen themselves but do something to what is: begin a line, colour a terminal, turn text round."""


class _Text(logging.Formatter):
    def formatTime(self, record: logging.LogRecord, datefmt: str | None = None) -> str:  # noqa: N802 - a name of logging
        """The moment as a clock in the Netherlands tells it."""
        return f"{local(datetime.fromtimestamp(record.created, UTC)):{datefmt or TIME}}"

    def format(self, record: logging.LogRecord) -> str:
        """One line for the message, whatever the name of a file in it holds; a traceback follows on lines of its own."""
        told = copy.copy(record)
        told.msg, told.args = _seen(record.getMessage()), ()
        return super().format(told)


def _seen(text: str) -> str:
    return "".join(
        sign.encode("unicode_escape").decode() if unicodedata.category(sign) in UNSEEN else sign for sign in text
    )


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        """One line, whatever the message holds."""
        told: dict[str, Any] = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "event": getattr(record, "event", "library"),
            "message": record.getMessage(),
            **getattr(record, "ids", {"logger": record.name}),
        }
        if record.exc_info:
            told["exception"] = self.formatException(record.exc_info)
        return json.dumps(told, ensure_ascii=False, default=str)


def _crashed(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    _log.critical(
        "fout in het programma: %s",
        kind.__name__,
        exc_info=(kind, error, trace),
        extra={"event": "crashed", "ids": _about.get()},
    )
