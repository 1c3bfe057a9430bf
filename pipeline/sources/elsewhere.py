"""A folder elsewhere as a source: its files are copied into the inbox, with what a `.toml` beside them states."""

from __future__ import annotations

import contextlib
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import IO
from urllib.parse import unquote_to_bytes, urlsplit

from pipeline.configuration.sources import FolderSource
from pipeline.foundation.system_faults import os_fault
from pipeline.sources.client import Answer, FetchError, Gone, TooLarge, Validators
from pipeline.sources.folder import InboxError, files_of, printable
from pipeline.sources.offers import ListError, Offer

CHUNK = 1_000_000


def offers(source: FolderSource) -> Iterator[Offer]:
    """Yield the files of the folder, and the `.toml` of each. Raises ListError where it cannot be read."""
    root = Path(source.pad).expanduser().absolute()
    try:
        files = files_of(root)
    except InboxError as error:
        raise ListError(
            str(error).replace("De inbox", "de map").replace(" met --inbox", " met pad").rstrip(".")
        ) from None
    for file in files:
        if not file.refusal:
            for location in (file.location, file.override):
                if location:
                    yield Offer(location.as_uri(), owner=source.gemeente)


def path_within(source: FolderSource, address: str) -> str:
    """Return the path within the source of the file at an address, as it is printed."""
    return printable(_location(address).relative_to(Path(source.pad).expanduser().absolute())).as_posix()


def _location(address: str) -> Path:
    """The file at an address, whatever bytes are in its name."""
    return Path(os.fsdecode(unquote_to_bytes(urlsplit(address).path)))


def overlaps(source: FolderSource, folder: Path) -> bool:
    """Whether the folder of the source is `folder`, holds it or lies in it, by whatever name: what it has would come again each time."""
    mine, other = (Path(os.path.realpath(path)) for path in (Path(source.pad).expanduser(), folder))
    return mine.is_relative_to(other) or other.is_relative_to(mine)


def fetch(address: str, sink: IO[bytes], largest: int, asked: Validators) -> Answer:
    """Copy the file at an address; unchanged where size and time are as they were. Raises FetchError; OSError where `sink` does."""
    location = _location(address)
    with _explained():
        status = location.stat()
        content = location.open("rb")
    with content:
        version = Validators(f"{status.st_size}-{status.st_mtime_ns}")
        if version == Validators(asked.etag):
            return Answer(address, unchanged=True)
        if status.st_size > largest:
            raise TooLarge(f"is groter dan {largest / 1_000_000:.0f} MB")
        digest, size = hashlib.sha256(), 0
        while chunk := _next(content):
            digest.update(chunk)
            size += len(chunk)
            sink.write(chunk)
    return Answer(address, False, version, size, digest.hexdigest())


def _next(content: IO[bytes]) -> bytes:
    with _explained():
        return content.read(CHUNK)


@contextlib.contextmanager
def _explained() -> Iterator[None]:
    try:
        yield
    except FileNotFoundError:
        raise Gone("is niet meer in de map") from None
    except OSError as error:
        raise FetchError(f"niet te lezen ({os_fault(error)})") from None
