"""Reads many PDFs, each in a child process that can be killed: no file can take another one down."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import resource
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from pathlib import Path

from pebble import ProcessExpired, ProcessPool

from pipeline.extraction import refusal
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.refusal import Limits
from pipeline.extraction.serialise import dumps, loads

FILES_PER_CHILD = 200
"""Files after which a child is replaced, so that what a library leaks stays small."""
GARBAGE_AFTER = 50_000
"""Objects made after which a child looks for circles of them to throw away."""
AHEAD = 2
"""Files per worker that are handed out at a time."""


def read_many(paths: Iterable[tuple[str, Path]], limits: Limits, workers: int) -> Iterator[tuple[str, Extraction]]:
    """Reads (key, path) pairs in `workers` processes and yields (key, extraction) as they finish, in no particular order.

    A file that takes too long or too much memory, or makes its process crash, ends as UNREADABLE with the reason; the
    others go on. At most `AHEAD` files per worker are under way, so neither `paths` nor the results are ever held as a
    whole.
    """
    todo = iter(paths)
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.extraction.reader"])
    pool = ProcessPool(
        max_workers=workers,
        max_tasks=FILES_PER_CHILD,
        initializer=_prepare_child,
        initargs=(limits.memory_mb,),
        context=context,
    )
    running: dict[Future, str] = {}
    try:
        while True:
            while len(running) < workers * AHEAD and (pair := next(todo, None)) is not None:
                key, path = pair
                running[pool.schedule(_read, args=(str(path), limits), timeout=limits.seconds)] = key
            if not running:
                return
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), _result(future, limits)
    finally:
        pool.stop()
        pool.join()


def _prepare_child(megabytes: int) -> None:
    # what pdfminer remarks on in a damaged file is of no use to anyone who reads the log of a night
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    # a page makes thousands of small objects and hardly any circles of them: looking for those is a tenth of the time
    gc.freeze()
    gc.set_threshold(GARBAGE_AFTER)
    size = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (size, size))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _read(path: str, limits: Limits) -> bytes:
    """In the child: the extraction as bytes, which are far smaller than its objects."""
    # imported here so that the parent, which reads nothing itself, never loads the PDF libraries
    from pipeline.extraction.reader import read_pdf

    try:
        return dumps(read_pdf(Path(path), limits))
    except MemoryError:
        return dumps(Extraction(FileState.UNREADABLE, refusal.too_much_memory(limits)))


def _result(future: Future, limits: Limits) -> Extraction:
    try:
        return loads(future.result())
    except TimeoutError:
        return Extraction(FileState.UNREADABLE, refusal.too_slow(limits))
    except MemoryError:
        return Extraction(FileState.UNREADABLE, refusal.too_much_memory(limits))
    except ProcessExpired as expired:
        return Extraction(FileState.UNREADABLE, _why_expired(expired, limits))
    except Exception as error:  # what the child raised is our fault, whatever it is
        return Extraction(FileState.FAILED, f"fout in het programma bij het lezen ({type(error).__name__})")


def _why_expired(expired: ProcessExpired, limits: Limits) -> str:
    """A child that aborts got no memory (PDFium aborts then), or was killed by the system for want of it; others crashed."""
    if -(expired.exitcode or 0) in (signal.SIGABRT, signal.SIGKILL, signal.SIGTRAP):
        return refusal.too_much_memory(limits)
    return refusal.CRASHED
