"""The first stage: what lies in the inbox, and which of it is not read yet."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from pathlib import PurePosixPath
from typing import Any

from pipeline.documents.status import is_named_draft
from pipeline.extraction.refusal import too_large
from pipeline.foundation.dutch import today
from pipeline.foundation.journal import tell
from pipeline.night.garbage import without_looking_through_everything
from pipeline.night.reading import CHANGED, needs_reading, readings
from pipeline.night.workshop import Workshop
from pipeline.publish.outputset import RECORD
from pipeline.settings import Settings
from pipeline.sources.folder import InboxError, InboxFile, Listing, is_there, list_inbox
from pipeline.store.store import KnownFile

MOST_GONE = 0.1
"""Share of the known papers that may be gone from one run to the next; more looks like a share that went away."""
FEWEST_GONE = 3
"""So many must be gone at the least, or the smallest inbox could lose no paper at all."""

EMPTY_INBOX = "Let op: er ligt geen enkel bestand in de inbox, dus van geen gemeente is iets gezien."


class InboxShrunk(InboxError):
    """So many known papers are gone at once that the inbox itself is not to be trusted; the message (Dutch) gives the numbers."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The files of the inbox with their SHA-256. `papers` has one file for each content, with its twins, in the order of their paths."""

    files: tuple[InboxFile, ...]
    hashes: dict[PurePosixPath, str]
    papers: dict[str, InboxFile]

    @classmethod
    def of(cls, listing: Listing) -> Contents:
        """Of twins the first name counts, but one with a `.toml` beside it goes before one without, and a name that calls the paper
        a draft behind one that does not: the same text was adopted since."""

        def rank(file: InboxFile) -> tuple[bool, bool, str]:
            return file.override is None, is_named_draft(file.path.stem), file.path.as_posix()

        ordered = sorted(listing.files, key=rank)
        same: dict[str, list[InboxFile]] = {}
        for file in ordered:
            if file.path in listing.hashes:
                same.setdefault(listing.hashes[file.path], []).append(file)
        papers = {
            sha: replace(first, twins=tuple(one.path for one in others)) for sha, (first, *others) in same.items()
        }
        by_path = sorted(papers.items(), key=lambda pair: pair[1].path.as_posix())
        return cls(listing.files, dict(listing.hashes), dict(by_path))


@without_looking_through_everything()
def open_inbox(workshop: Workshop, step: Callable[[], None] = lambda: None) -> Contents:
    """List the inbox and remember it, so that an unchanged file is not hashed again.

    Raises InboxError, InboxShrunk, StoreError; then what is remembered stays as it was, and the next run looks again.
    """
    whole = _is_due(workshop)
    known = workshop.store.known_files()
    listing = list_inbox(workshop.settings.inbox, {} if whole else known, too_large_for(workshop), step)
    check_shrinkage(known, listing, workshop)
    _tell_refused(listing)
    workshop.store.remember_files(listing.known)
    if whole:
        workshop.store.mark_done(FULL_CHECK, today())
    return Contents.of(listing)


def _tell_refused(listing: Listing) -> None:
    for file in listing.files:
        if file.refusal:
            tell(
                "file_refused",
                f"{file.path}: {file.refusal}",
                logging.WARNING,
                file=str(file.path),
                reason=file.refusal,
            )


def too_large_for(workshop: Workshop) -> Callable[[int], str]:
    """Return what says of a number of bytes why a file of that size is not read."""
    return partial(too_large, limits=workshop.limits)


def former_setting(settings: Settings, name: str) -> Any:
    """Return what a setting was in the last published run; None where that cannot be told."""
    try:
        return json.loads((settings.outputs / RECORD).read_text(encoding="utf-8"))["instellingen"][name]
    except (OSError, ValueError, KeyError, TypeError):
        return None


def check_shrinkage(known: Mapping[str, KnownFile], listing: Listing, workshop: Workshop) -> None:
    """Raise InboxShrunk where too many of the known papers are gone, unless that is meant. A paper that was moved, or replaced under its
    name, is not gone; one that is there but cannot be opened is.

    Another inbox is held to the same: its papers would take the place of all that was published.
    """
    if workshop.settings.krimp_bedoeld:
        return
    before = {file.sha256 for file in known.values()}
    names = {path.as_posix() for path in (*listing.hashes, *listing.too_large)}
    still = set(listing.hashes.values()) | {file.sha256 for path, file in known.items() if path in names}
    gone = len(before - still)
    if _too_many(gone, len(before)):
        raise InboxShrunk(_shrunk(gone, len(before), workshop.settings))


def _shrunk(gone: int, known: int, settings: Settings) -> str:
    """What is said of so many papers that are gone, by whether this is the inbox in which they were seen."""
    former = former_setting(settings, "inbox")
    if former in (None, str(settings.inbox)):
        return (
            f"Van de {known} papieren die de vorige run in de inbox zag zijn er {gone} weg of niet te openen; "
            f"meer dan een tiende tegelijk. Kijk of {settings.inbox} wel de goede map is en of de netwerkmap er is. "
            "Is het de bedoeling: themaspin run --krimp-bedoeld"
        )
    return (
        f"De vorige run las een andere inbox, {former}. Van de {known} papieren die hij zag zijn er {gone} niet in {settings.inbox}, of "
        "daar niet te openen; meer dan een tiende. Kijk of dat wel de goede map is en of de netwerkmap er is. Moeten beide blijven: kies "
        f"voor deze inbox een andere map met --outputs. Komen deze papieren in {settings.outputs} in de plaats van de vorige: themaspin "
        "run --krimp-bedoeld"
    )


def check_still_there(workshop: Workshop, contents: Contents) -> None:
    """Raise InboxShrunk where so many papers vanished while they were read that the inbox itself must have gone away.

    Without this a share that falls away in the night would leave the new and revised papers unread in the matrix of that morning.
    """
    if workshop.settings.krimp_bedoeld:
        return
    read = readings(workshop)
    unread = [file for sha, file in contents.papers.items() if sha in read and read[sha].reason == CHANGED]
    gone = sum(not is_there(file.location) for file in unread)
    if _too_many(gone, len(contents.papers)):
        raise InboxShrunk(
            f"Tijdens het lezen verdwenen er {gone} van de {len(contents.papers)} papieren uit {workshop.settings.inbox}; meer dan een "
            "tiende tegelijk. Kijk of de netwerkmap er is; de volgende run leest ze opnieuw. Is het de bedoeling: themaspin run "
            "--krimp-bedoeld"
        )


def _too_many(gone: int, known: int) -> bool:
    return gone >= FEWEST_GONE and gone > MOST_GONE * known


FULL_CHECK = "inbox geheel gelezen"


def _is_due(workshop: Workshop) -> bool:
    """Whether every file is to be hashed: a disk that decays changes no size and no time."""
    last = workshop.store.last_done(FULL_CHECK)
    if last is None:
        return True
    since = today() - last  # below zero where the clock ran ahead that day, which would put off the next time for years
    return not timedelta() <= since < timedelta(days=workshop.settings.controle_dagen)


def unread(workshop: Workshop, contents: Contents) -> dict[str, InboxFile]:
    """Return each content that was never read, or may be read better now, by SHA-256."""
    return still_unread(workshop, contents.papers)


def still_unread(workshop: Workshop, papers: Mapping[str, InboxFile]) -> dict[str, InboxFile]:
    """Return those of some papers, by SHA-256, that were never read, or may be read better now."""
    read = readings(workshop)
    return {sha: file for sha, file in papers.items() if needs_reading(workshop, read.get(sha))}
