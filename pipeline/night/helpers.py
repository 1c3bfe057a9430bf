"""Processes that understand papers and make their dossiers beside each other: that is Python's work, and one process does it on one core.

Each has a workshop of its own on the same store, as the workers of a cluster have. They are started when there is enough for them to
do, and serve all batches of a run. One that dies takes no more with it than the paper that it had at hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from typing import TYPE_CHECKING, Any, TypeVar

from pebble import ProcessPool

from pipeline.foundation.forking import forking
from pipeline.foundation.journal import Place, go_on, place
from pipeline.settings import Settings
from pipeline.sources.folder import InboxFile
from pipeline.store.store import FiledDossier, StoredReading

if TYPE_CHECKING:
    from pipeline.night.dossiers import Corrections, Wanted

WORTH_STARTING = 12
"""Papers from which on helpers are started: each takes two seconds of a core to load what it needs."""
WORTH_STARTING_TO_FILE = 400
"""The same where only their dossiers are made, some 12 ms a paper: of fewer it saves less than the helpers take to start."""

TIMES_READING, AT_LEAST = 10, 600
"""Understanding a paper may take so many times as long as reading it may, and never less than so many seconds: 2,000 pages, the most
that are read, take two minutes, and the first paper has the models to load."""


def longest(settings: Settings) -> int:
    """Return how long understanding one paper may take (seconds)."""
    return max(AT_LEAST, TIMES_READING * settings.seconden_per_bestand)


Key = TypeVar("Key")


class Helpers:
    """As many processes as setting `werkers` says."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._pool: ProcessPool | None = None

    def can_help(self, papers: int) -> bool:
        """Whether so many papers are understood sooner by them."""
        return self._worth_it(papers, WORTH_STARTING)

    def can_file(self, papers: int) -> bool:
        """Whether the dossiers of so many papers are made sooner by them."""
        return self._worth_it(papers, WORTH_STARTING_TO_FILE)

    def _worth_it(self, papers: int, worth_starting: int) -> bool:
        return self._settings.werkers > 1 and (self._pool is not None or papers >= worth_starting)

    def understand(
        self, papers: Mapping[str, InboxFile], read: Mapping[str, StoredReading], afresh: bool
    ) -> Iterator[tuple[str, BaseException | None]]:
        """Understand papers, given by SHA-256, and yield each as it is done, with what went wrong: TimeoutError where it was stopped."""
        work = {sha: (file, read[sha], afresh) for sha, file in papers.items()}
        for sha, done in self._each(_understand, work):
            yield sha, done.exception()

    def file(
        self, batches: Sequence[Sequence[Wanted]], corrections: Corrections
    ) -> Iterator[tuple[int, list[FiledDossier] | None]]:
        """Make the dossiers of batches of papers, and yield the number of each batch with them, as it is done; None where it failed."""
        for number, done in self._each(_file, {at: (batch, corrections) for at, batch in enumerate(batches)}):
            yield number, None if done.exception() else done.result()

    def _each(
        self, work: Callable[..., Any], asked: Mapping[Key, tuple[Any, ...]]
    ) -> Iterator[tuple[Key, Future[Any]]]:
        """Do the same work with each of what is asked, and yield them as they are done."""
        pool, chosen, seconds = self._started(), self._settings.model_dump_json(), longest(self._settings)
        under_way: dict[Future[Any], Key] = {
            pool.schedule(work, args=(chosen, *one), timeout=seconds): key for key, one in asked.items()
        }
        while under_way:
            done, _ = wait(under_way, return_when=FIRST_COMPLETED)
            for future in done:
                yield under_way.pop(future), future

    def close(self) -> None:
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


def _file(settings_json: str, batch: Sequence[Wanted], corrections: Corrections) -> list[FiledDossier]:
    """In the helper: as this process would do it."""
    from pipeline.night.dossiers import made
    from pipeline.night.workshop import open_workshop

    return list(made(open_workshop(settings_json), batch, corrections))
