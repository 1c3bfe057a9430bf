"""The first stage: what lies in the inbox, and which of it is not read yet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import PurePosixPath

from pipeline.night.reading import needs_reading, readings
from pipeline.night.workshop import Workshop
from pipeline.sources.folder import InboxFile, Listing, list_inbox


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of the inbox with their SHA-256. `papers` has one file for each content, in the order of their paths."""

    files: tuple[InboxFile, ...]
    hashes: dict[PurePosixPath, str]
    papers: dict[str, InboxFile]

    @classmethod
    def of(cls, listing: Listing) -> Contents:
        """Of twins the first name counts, but one with a `.toml` beside it goes before one without."""
        ordered = sorted(listing.files, key=lambda file: (file.override is None, file.path.as_posix()))
        papers: dict[str, InboxFile] = {}
        for file in ordered:
            if file.path in listing.hashes:
                papers.setdefault(listing.hashes[file.path], file)
        by_path = sorted(papers.items(), key=lambda pair: pair[1].path.as_posix())
        return cls(listing.files, dict(listing.hashes), dict(by_path))


def open_inbox(workshop: Workshop, step: Callable[[], None] = lambda: None) -> Contents:
    """List the inbox and remember it, so that an unchanged file is not hashed again. Raises InboxError, StoreError."""
    whole = _is_due(workshop)
    listing = list_inbox(workshop.settings.inbox, {} if whole else workshop.store.known_files(), step)
    workshop.store.remember_files(listing.known)
    if whole:
        workshop.store.mark_done(FULL_CHECK, date.today())
    return Contents.of(listing)


FULL_CHECK = "inbox geheel gelezen"


def _is_due(workshop: Workshop) -> bool:
    """Whether every file is to be hashed: a disk that decays changes no size and no time."""
    last = workshop.store.last_done(FULL_CHECK)
    return last is None or date.today() - last >= timedelta(days=workshop.settings.controle_dagen)


def unread(workshop: Workshop, contents: Contents) -> dict[str, InboxFile]:
    """Return each content that was never read, or may be read better now, by SHA-256."""
    read = readings(workshop)
    return {sha: file for sha, file in contents.papers.items() if needs_reading(workshop, read.get(sha))}
