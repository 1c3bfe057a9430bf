"""The inbox as the place where fetched papers are put: whole or not at all, and never thrown away.

Hidden folders in the inbox, which a run passes over, hold what is underway (`.ophalen`), what was replaced by a newer version
(`.vervangen`) and what vanished from its source (`.verwijderd`).
"""

from __future__ import annotations

import contextlib
import filecmp
import hashlib
import os
import re
import shutil
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import IO
from urllib.parse import unquote, urlsplit

from pipeline.foundation.file_kind import PDF_WITHIN, is_pdf, no_pdf
from pipeline.foundation.system_faults import os_fault
from pipeline.sources.folder import OVERRIDE_SUFFIX, named
from pipeline.store.hashing import file_hash

UNDERWAY, REPLACED, REMOVED = ".ophalen", ".vervangen", ".verwijderd"
LONGEST_NAME = 80


class ShelfError(Exception):
    """The inbox cannot be written; the message (Dutch) says why."""


class NotPdf(Exception):
    """What is received is no PDF; the message (Dutch) says what it looks like."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """An inbox. Paths are relative to it and written as the inbox lists them: `printable`."""

    inbox: Path

    def holds(self, path: str) -> bool:
        """Whether there is a file at a path."""
        return bool(path) and (self.inbox / _under(path)).is_file()

    def clear(self) -> None:
        """Drop what an earlier run left underway."""
        with _explained(self.inbox):
            shutil.rmtree(self.inbox / UNDERWAY, ignore_errors=True)
            (self.inbox / UNDERWAY).mkdir()

    @contextlib.contextmanager
    def underway(self, address: str) -> Iterator[IO[bytes]]:
        """A file to write what is received from an address to; it is gone afterwards unless it was placed."""
        target = self.inbox / UNDERWAY / f"{_short_hash(address)}.deel"
        with _explained(self.inbox):
            receiving = target.open("w+b")
        try:
            with receiving:
                yield receiving
        finally:
            target.unlink(missing_ok=True)

    def place(self, received: IO[bytes], path: str) -> None:
        """Put what was received at a path, in one step; something else that is there is kept aside, whoever put it there."""
        name = _under(path)
        target = self.inbox / name
        with _explained(self.inbox):
            received.flush()
            os.fsync(received.fileno())
            target.parent.mkdir(parents=True, exist_ok=True)
            if target.is_file() and not filecmp.cmp(received.name, target, shallow=False):
                _also_at(target, self._free(REPLACED, name.with_stem(f"{name.stem}-{file_hash(target)[:8]}")))
            Path(received.name).replace(target)
            self._move_overrides(self.inbox / REMOVED / name, target)

    def remove(self, path: str) -> None:
        """Take a paper out of the inbox, with the `.toml` beside it, to where it is kept."""
        name = _under(path)
        source, target = self.inbox / name, self._free(REMOVED, name)
        with _explained(self.inbox):
            if source.is_file():
                target.parent.mkdir(parents=True, exist_ok=True)
                source.replace(target)
                self._move_overrides(source, target)

    def _free(self, folder: str, path: PurePosixPath) -> Path:
        """A name under `folder` that is not taken."""
        target, number = self.inbox / folder / path, 1
        while target.exists():
            number += 1
            target = self.inbox / folder / path.with_stem(f"{path.stem}-{number}")
        return target

    @staticmethod
    def _move_overrides(source: Path, target: Path) -> None:
        """Let what a person stated of a paper go with it."""
        for old, new in (
            (source.with_name(source.name + OVERRIDE_SUFFIX), target.with_name(target.name + OVERRIDE_SUFFIX)),
            (source.with_suffix(OVERRIDE_SUFFIX), target.with_suffix(OVERRIDE_SUFFIX)),
        ):
            if old.is_file() and not new.exists():
                old.replace(new)


class PdfSink:
    """Passes on what is written as long as it is a PDF. `write` and `finish` raise NotPdf."""

    def __init__(self, inner: IO[bytes]) -> None:
        self._inner = inner
        self._start = b""
        self._is_pdf = False

    def write(self, content: bytes) -> int:
        """Write on, once the beginning shows what it is."""
        if self._is_pdf:
            return self._inner.write(content)
        self._start += content
        if len(self._start) >= PDF_WITHIN:
            self.finish()
        return len(content)

    def finish(self) -> None:
        """No more follows, or enough came to see what it is."""
        if not self._is_pdf:
            if not is_pdf(self._start):
                raise NotPdf(f"is {no_pdf(self._start)}" if self._start else "is leeg")
            self._is_pdf = True
            self._inner.write(self._start)

    def seek(self, place: int) -> int:
        """Begin again."""
        self._start, self._is_pdf = b"", False
        return self._inner.seek(place)

    def truncate(self) -> int:
        """Drop what was written."""
        return self._inner.truncate()


def file_name(address: str, title: str) -> str:
    """Return a name for the PDF at an address, made of its title or else of the address; unlike that of any other address."""
    words = title or PurePosixPath(unquote(urlsplit(address).path)).stem
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    readable = re.sub(r"[^A-Za-z0-9]+", "-", plain)[:LONGEST_NAME].strip("-") or "stuk"
    return f"{readable}-{_short_hash(address)}.pdf"


def _under(path: str) -> PurePosixPath:
    """The name in the inbox of a path as it is written."""
    return PurePosixPath(os.fsdecode(named(path)))


def _short_hash(address: str) -> str:
    return hashlib.sha256(address.encode()).hexdigest()[:16]


def _also_at(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(source, target)
    except OSError:  # a file system without links
        shutil.copy2(source, target)


@contextlib.contextmanager
def _explained(inbox: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise ShelfError(f"in de inbox {inbox} is niet te schrijven: {os_fault(error)}") from None
