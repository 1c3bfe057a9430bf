"""Files of the inbox for a browser: found by content, never by a name that somebody sends."""

from __future__ import annotations

import os
import threading
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote

from pipeline.foundation import file_kind
from pipeline.sources.folder import named
from pipeline.store.hashing import file_hash

REMEMBERED = 2_000
"""Files whose hash is remembered as long as they do not change."""


class PaperGone(Exception):
    """A file cannot be shown; the message (Dutch) says why."""


@dataclass(frozen=True, slots=True)
class PaperFinder:
    """Finds files of the inbox whose content is what the run read."""

    inbox: Path
    _hashes: OrderedDict[tuple[str, int, int, int], str]
    _turn: threading.Lock

    @classmethod
    def of(cls, inbox: Path) -> PaperFinder:
        """Return the finder of an inbox."""
        return cls(inbox, OrderedDict(), threading.Lock())

    def find(self, names: list[str], sha: str) -> Path:
        """Return where a file with this content lies, under one of the names that the run saw. Raises PaperGone."""
        for name in names:
            path = self._inside(name)
            if path is not None and self._hash(path) == sha:
                return path
        raise PaperGone(
            "Dit bestand ligt niet meer in de inbox, of het is sinds de laatste run gewijzigd. Na de volgende run is het weer te zien."
        )

    def _inside(self, name: str) -> Path | None:
        inside = PurePosixPath(os.fsdecode(named(name)))
        if not inside.parts or inside.is_absolute() or ".." in inside.parts or "\0" in str(inside):
            return None
        path = self.inbox / inside
        try:
            real = path.resolve(strict=True)
            return real if real.is_file() and real.is_relative_to(self.inbox.resolve()) else None
        except (OSError, RuntimeError):
            return None

    def _hash(self, path: Path) -> str:
        try:
            status = path.stat()
            key = (str(path), status.st_size, status.st_mtime_ns, status.st_ino)
            with self._turn:
                if key in self._hashes:
                    self._hashes.move_to_end(key)
                    return self._hashes[key]
            found = file_hash(path)
        except OSError:
            return ""
        with self._turn:
            self._hashes[key] = found
            if len(self._hashes) > REMEMBERED:
                self._hashes.popitem(last=False)
        return found


def disposition(name: str, shown: bool) -> str:
    """Return the header that says whether a browser shows or saves a file, with its name (RFC 6266)."""
    base = PurePosixPath(name).name or "document"
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "-_. ") else "_" for char in base)
    return f"{'inline' if shown else 'attachment'}; filename=\"{plain}\"; filename*=UTF-8''{quote(base, safe='')}"


def is_pdf(path: Path) -> bool:
    """Whether the file says of itself that it is a PDF."""
    try:
        with path.open("rb") as content:
            return file_kind.is_pdf(content.read(file_kind.PDF_WITHIN))
    except OSError:
        return False
