"""Processes that understand papers beside each other: what a paper is, is Python's work, and one process does that on one core.

Each has a workshop of its own on the same store, as the workers of a cluster have. They are started when there is enough for them to
do, and serve all batches of a run. One that dies takes no more with it than the paper that it had at hand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, wait

from pebble import ProcessPool

from pipeline.foundation.forking import forking
from pipeline.foundation.journal import Place, go_on, place
from pipeline.settings import Settings
from pipeline.sources.folder import InboxFile
from pipeline.store.store import StoredReading

WORTH_STARTING = 12
"""Papers from which on helpers are started: each takes two seconds of a core to load what it needs."""

TIMES_READING, AT_LEAST = 10, 600
"""Understanding a paper may take so many times as long as reading it may, and never less than so many seconds: 2,000 pages, the most
that are read, take two minutes, and the first paper has the models to load."""


def longest(settings: Settings) -> int:
    """Return how long understanding one paper may take (seconds)."""
    return max(AT_LEAST, TIMES_READING * settings.seconden_per_bestand)


class Helpers:
    """As many processes as setting `werkers` says."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: ProcessPool | None = None

    def can_help(self, papers: int) -> bool:
        """Whether so many papers are done sooner by them."""
        return self._settings.werkers > 1 and (self._pool is not None or papers >= WORTH_STARTING)

    def understand(
        self, papers: Mapping[str, InboxFile], read: Mapping[str, StoredReading], afresh: bool
    ) -> Iterator[tuple[str, BaseException | None]]:
        """Understand papers, given by SHA-256, and yield each as it is done, with what went wrong: TimeoutError where it was stopped."""
        pool, chosen = self._started(), self._settings.model_dump_json()
        under_way: dict[Future[None], str] = {
            pool.schedule(_understand, args=(chosen, file, read[sha], afresh), timeout=longest(self._settings)): sha
            for sha, file in papers.items()
        }
        while under_way:
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield under_way.pop(future), future.exception()

    def dismiss(self) -> None:
        """End them, whatever they are at."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _started(self) -> ProcessPool:
        if self._pool is None:
            self._pool = ProcessPool(
                max_workers=self._settings.werkers,
                initializer=_begin,
                initargs=(place(), self._settings.werkers),
                context=forking("pipeline.extraction.reader"),
            )
        return self._pool


def _begin(at: Place, beside: int) -> None:
    from pipeline.themes.sentence_model import share_cores

    go_on(at)
    share_cores(beside)


def _understand(settings_json: str, file: InboxFile, reading: StoredReading, afresh: bool) -> None:
    """In the helper: as this process would do it."""
    from pipeline.night.understanding import understand_one
    from pipeline.night.workshop import open_workshop

    understand_one(open_workshop(settings_json), file, reading, afresh)
