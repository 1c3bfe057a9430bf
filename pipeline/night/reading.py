"""The second stage: PDF to blocks, in child processes that can be killed, each result stored at once.

The key of a reading says what it depends on, so that a paper is read again when that changes and only then: the extractor with its
limits; for papers with pages without text also whether and how those were recognised; and for one whose reading was stopped for
the first time, that it may be tried once more.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Container, Iterable, Mapping

from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.ocr import without_text
from pipeline.extraction.pool import read_many
from pipeline.extraction.serialise import dumps, loads
from pipeline.foundation.journal import file_ids, tell
from pipeline.night.workshop import Workshop
from pipeline.sources.folder import InboxFile, still_holds
from pipeline.store.store import StoredReading

STOPPED_ONCE = "gestopt"
CHANGED = "gewijzigd of verdwenen tijdens het lezen; de volgende run leest het opnieuw"
NOT_RECOGNISED = "zonder"


def read_files(workshop: Workshop, papers: Mapping[str, InboxFile], step: Callable[[], None] = lambda: None) -> None:
    """Read files, given by SHA-256, and store what they yield; `step` is called after each. Raises StoreError."""
    tried = workshop.store.readings(_key(workshop, STOPPED_ONCE))
    places = ((sha, file.location) for sha, file in papers.items())
    with workshop.loading_beside(len(papers)):
        found = read_many(places, workshop.limits, workshop.settings.werkers, workshop.ocr)
        _keep(workshop, papers, found, tried, step)


def _keep(
    workshop: Workshop,
    papers: Mapping[str, InboxFile],
    found: Iterable[tuple[str, Extraction]],
    tried: Container[str],
    step: Callable[[], None],
) -> None:
    """Store what reading the files yields, one by one."""
    for sha, extraction in found:
        if still_holds(papers[sha].location, sha):
            key = _key_of(workshop, extraction, sha in tried)
        else:  # what was read is not what was listed: it says nothing about this content
            extraction, key = Extraction(FileState.UNREADABLE, CHANGED), _key(workshop, STOPPED_ONCE)
        reading = StoredReading(sha, key, extraction.state.value, extraction.reason, extraction.page_count)
        workshop.store.add_reading(reading, dumps(extraction))
        _tell(papers[sha], reading)
        step()


def _tell(file: InboxFile, reading: StoredReading) -> None:
    known = {**file_ids(reading.sha256, file.path), "pages": reading.pages}
    if reading.state == FileState.OK:
        tell("file_read", f"{file.path} is gelezen", logging.DEBUG, **known)
    elif reading.state == FileState.UNREADABLE:
        tell("file_unreadable", f"{file.path} is onleesbaar: {reading.reason}", **known, reason=reading.reason)
    else:
        tell("file_failed", f"{file.path} is mislukt: {reading.reason}", logging.ERROR, **known, reason=reading.reason)


def keep_failed(workshop: Workshop, reading: StoredReading, reason: str) -> StoredReading:
    """Put in place of what a file yielded that the program failed at it, for `reason` (Dutch); return that."""
    failed = StoredReading(reading.sha256, _key(workshop, STOPPED_ONCE), FileState.FAILED.value, reason, reading.pages)
    workshop.store.forget_readings([reading.sha256])
    workshop.store.add_reading(failed, dumps(Extraction(FileState.FAILED, reason)))
    return failed


def readings(workshop: Workshop) -> dict[str, StoredReading]:
    """Return the best reading of every file that was read, by SHA-256."""
    return workshop.store.readings(*_keys(workshop))


def needs_reading(workshop: Workshop, reading: StoredReading | None) -> bool:
    """Whether a file was never read, or may be read better now: after a fault of ours, once more after it was stopped, or because
    pages without text can now be recognised."""
    if reading is None or reading.state == FileState.FAILED:
        return True
    if reading.extractor == _key(workshop, STOPPED_ONCE):
        return True
    return workshop.ocr.ready and reading.extractor == _key(workshop, NOT_RECOGNISED)


def reading_of(workshop: Workshop, reading: StoredReading) -> Extraction:
    """Return what reading a file yielded. Raises KeyError where it is not stored."""
    return loads(workshop.store.reading_content(reading.sha256, reading.extractor))


def _keys(workshop: Workshop) -> tuple[str, ...]:
    """All keys under which readings may stand, the best last: what was recognised once stays so, also when that is switched off."""
    ways = (STOPPED_ONCE, NOT_RECOGNISED, workshop.ocr.key)
    return (*(_key(workshop, way) for way in ways), workshop.extractor)


def _key(workshop: Workshop, way: str) -> str:
    return f"{workshop.extractor}+{way}"


def _key_of(workshop: Workshop, extraction: Extraction, tried: bool) -> str:
    if extraction.state is FileState.FAILED or (extraction.stopped and not tried):
        return _key(workshop, STOPPED_ONCE)
    if any(page.ocr for page in extraction.pages) or without_text(extraction):
        return _key(workshop, workshop.ocr.key if workshop.ocr.ready else NOT_RECOGNISED)
    return workshop.extractor
