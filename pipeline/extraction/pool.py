"""Reads many PDFs, each in a child process that can be killed: no file can take another one down."""

from __future__ import annotations

import contextlib
import gc
import itertools
import logging
import os
import resource
import shutil
import signal
import tempfile
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from dataclasses import dataclass, replace
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from pipeline.extraction import ocr, refusal
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.ocr import OFF, Ocr
from pipeline.extraction.refusal import Limits
from pipeline.extraction.serialise import dumps, loads
from pipeline.foundation.forking import forking
from pipeline.foundation.journal import SHORT, Place, about, go_on, place, tell

FILES_PER_CHILD = 200
"""Files after which a child is replaced, so that what a library leaks stays small."""
OUT_OF_MEMORY = 77
"""How a child ends that got no memory."""
GARBAGE_AFTER = 50_000
"""Objects made after which a child looks for circles of them to throw away."""
AHEAD = 2
"""Files per worker that are handed out at a time."""


def read_many(
    paths: Iterable[tuple[str, Path]], limits: Limits, workers: int, recognition: Ocr = OFF
) -> Iterator[tuple[str, Extraction]]:
    """Reads (key, path) pairs in `workers` processes and yields (key, extraction) as they finish, in no particular order.

    A file that takes too long or too much memory, or makes its process crash, ends as UNREADABLE with the reason; the
    others go on. At most `AHEAD` files per worker are under way, so neither `paths` nor the results are ever held as a
    whole. A file with pages without usable text is read a second time with those recognised, within limits of its own,
    where `recognition` is ready; where it is not, the reason says what to do.
    """
    with tempfile.TemporaryDirectory(prefix="themaspin-", ignore_cleanup_errors=True) as scratch:
        crew = _Crew(limits, workers, recognition, Path(scratch))
        try:
            yield from crew.results(iter(paths))
        finally:
            crew.dismiss()


@dataclass(frozen=True, slots=True)
class _Errand:
    """A file under way; the second time, with its pages recognised, `first` is what was read without."""

    key: str
    path: Path
    first: Extraction | None = None
    scratch: Path = Path()


class _Crew:
    """The processes of one `read_many` and what they are at."""

    def __init__(self, limits: Limits, workers: int, recognition: Ocr, scratch: Path) -> None:
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=FILES_PER_CHILD,
            initializer=_prepare_child,
            initargs=(limits.memory_mb, place()),
            context=forking("pipeline.extraction.reader"),
        )
        self._limits, self._workers, self._ocr, self._scratch = limits, workers, recognition, scratch
        self._running: dict[Future, _Errand] = {}
        self._numbers = itertools.count()

    def results(self, todo: Iterator[tuple[str, Path]]) -> Iterator[tuple[str, Extraction]]:
        """Each (key, extraction) as it is finished."""
        while True:
            while len(self._running) < self._workers * AHEAD and (pair := next(todo, None)) is not None:
                self._read(_Errand(*pair))
            if not self._running:
                return
            done, _ = wait(self._running, return_when=FIRST_COMPLETED)
            for future in done:
                errand = self._running.pop(future)
                extraction = self._finished(errand, future)
                if extraction is not None:
                    yield errand.key, extraction

    def dismiss(self) -> None:
        """Ends all processes, those that recognise text too."""
        self._pool.stop()
        self._pool.join()
        for folder in self._scratch.iterdir():
            ocr.end_group(folder)

    def _read(self, errand: _Errand) -> None:
        limits = self._limits
        self._running[self._pool.schedule(_read, args=(str(errand.path), limits), timeout=limits.seconds)] = errand

    def _finished(self, errand: _Errand, future: Future) -> Extraction | None:
        """What a file yielded; None when it goes round again to have its pages recognised."""
        if errand.first is not None:
            return self._recognised(errand, errand.first, future)
        extraction = _result(future, self._limits)
        pages = ocr.without_text(extraction)
        if not pages:
            return extraction
        if not self._ocr.ready:
            return ocr.advised(extraction, self._ocr)
        self._recognise(replace(errand, first=extraction), pages)
        return None

    def _recognise(self, errand: _Errand, pages: list[int]) -> None:
        chosen = pages[: self._ocr.pages]
        folder = self._scratch / str(next(self._numbers))
        folder.mkdir()
        future = self._pool.schedule(
            _read_scanned,
            args=(errand.key, str(errand.path), chosen, self._limits, self._ocr, str(folder)),
            timeout=ocr.seconds_for(len(chosen), self._ocr, self._limits),
        )
        self._running[future] = replace(errand, scratch=folder)

    def _recognised(self, errand: _Errand, first: Extraction, future: Future) -> Extraction:
        ocr.end_group(errand.scratch)
        shutil.rmtree(errand.scratch, ignore_errors=True)
        pages = ocr.without_text(first)
        chosen = pages[: self._ocr.pages]
        seconds = ocr.seconds_for(len(chosen), self._ocr, self._limits)
        found = _result(future, replace(self._limits, seconds=seconds))
        if found.stopped or found.state is FileState.FAILED:
            return replace(ocr.remarked(first, ocr.failed(found.reason), chosen), stopped=found.stopped)
        return ocr.remarked(found, ocr.too_many(self._ocr), pages[self._ocr.pages :])


def _prepare_child(megabytes: int, at: Place) -> None:
    go_on(at)
    # what pdfminer remarks on in a damaged file is of no use to anyone who reads the log of a night
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    # a page makes thousands of small objects and hardly any circles of them: looking for those is a tenth of the time
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    size = megabytes * 1024 * 1024
    with contextlib.suppress(ValueError, OSError):  # macOS keeps no such limit; where a lower one holds, that one stays
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(path: str, limits: Limits) -> bytes:
    """In the child: the extraction as bytes, which are far smaller than its objects."""
    # imported here so that the parent, which reads nothing itself, never loads the PDF libraries
    from pipeline.extraction.reader import read_pdf

    return _delivered(lambda: read_pdf(Path(path), limits))


def _read_scanned(key: str, path: str, pages: list[int], limits: Limits, recognition: Ocr, scratch: str) -> bytes:
    """In the child: the same, with the text of these pages recognised."""
    from pipeline.extraction.recognition import read_scanned

    with about(sha256=key[:SHORT]):
        return _delivered(lambda: read_scanned(Path(path), pages, limits, recognition, Path(scratch)))


def _delivered(read: Callable[[], Extraction]) -> bytes:
    """The extraction as bytes. A child without memory cannot even say so, and what fills it would harm the next file: it ends."""
    try:
        extraction = read()
        if not extraction.stopped:
            return dumps(extraction)
    except MemoryError:
        pass
    os._exit(OUT_OF_MEMORY)


def _result(future: Future, limits: Limits) -> Extraction:
    try:
        return loads(future.result())
    except TimeoutError:
        return _stopped(refusal.too_slow(limits))
    except MemoryError:
        return _stopped(refusal.too_much_memory(limits))
    except ProcessExpired as expired:
        return _stopped(_why_expired(expired, limits))
    except Exception as error:  # what the child raised is our fault, whatever it is
        tell("reader_failed", f"fout in het programma bij het lezen: {error!r}", logging.ERROR, exc_info=True)
        return Extraction(FileState.FAILED, refusal.FAULT.format("lezen", type(error).__name__))


def _stopped(reason: str) -> Extraction:
    return Extraction(FileState.UNREADABLE, reason, stopped=True)


def _why_expired(expired: ProcessExpired, limits: Limits) -> str:
    """A child that aborts got no memory (PDFium aborts then), or was killed by the system for want of it; others crashed."""
    code = expired.exitcode or 0
    if code == OUT_OF_MEMORY or -code in (signal.SIGABRT, signal.SIGKILL, signal.SIGTRAP):
        return refusal.too_much_memory(limits)
    return refusal.CRASHED
