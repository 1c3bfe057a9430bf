"""The second stage: PDF to blocks, in child processes that can be killed, each result stored at once."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from pipeline.extraction.blocks import Extraction
from pipeline.extraction.pool import read_many
from pipeline.extraction.serialise import dumps, loads
from pipeline.night.workshop import Workshop
from pipeline.sources.folder import InboxFile
from pipeline.store.store import Reading


def read_files(workshop: Workshop, papers: Mapping[str, InboxFile], step: Callable[[], None] = lambda: None) -> None:
    """Read files, given by SHA-256, and store what they yield; `step` is called after each. Raises StoreError."""
    places = ((sha, file.location) for sha, file in papers.items())
    for sha, extraction in read_many(places, workshop.limits, workshop.settings.werkers):
        reading = Reading(sha, extraction.state.value, extraction.reason, len(extraction.pages))
        workshop.store.add_reading(reading, workshop.extractor, dumps(extraction))
        step()


def reading_of(workshop: Workshop, sha: str) -> Extraction:
    """Return what reading a file yielded. Raises KeyError where it was not read."""
    return loads(workshop.store.reading_content(sha, workshop.extractor))
