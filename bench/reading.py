"""How fast pages are read, beside plain pdfplumber, PDFium and pdftotext: `python -m bench.reading [FOLDER …]`."""

from __future__ import annotations

import argparse
import gc
import logging
import multiprocessing
import resource
import shutil
import statistics
import subprocess
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from pathlib import Path

import pdfplumber
import pypdfium2

from bench.report import write_section
from pipeline.extraction import Engine
from pipeline.extraction.pool import GARBAGE_AFTER
from pipeline.extraction.reader import read_pdf
from pipeline.extraction.refusal import Limits
from pipeline.foundation.markdown import table

EXAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "voorbeeld"
REPEATS = 3


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[EXAMPLES], help="folders with PDFs")
    parser.add_argument("--repeats", type=int, default=REPEATS)
    parser.add_argument("--most-pages", type=int, default=10_000, help="larger papers are left out")
    chosen = parser.parse_args()
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    gc.set_threshold(GARBAGE_AFTER)  # as in the processes that read
    parts = [_of_folder(folder, chosen.repeats, chosen.most_pages) for folder in chosen.folders]
    write_section("reading", "Reading", "\n\n".join((_ABOUT, *parts)))


_ABOUT = f"""`make bench-reading`: seconds of processor time of one process (so of one core) to read all papers of a folder, the median
of the repeats; all contestants in the same run, in turn, each in a process of its own. *themaspin* gives blocks in reading
order with headings, tables, lists, footnotes and furniture told apart; the others give plain text. Equality: the words of all
blocks, in the same order, by both engines. Garbage collection as in the reading processes (a look after {GARBAGE_AFTER:,} objects)."""


def _of_folder(folder: Path, repeats: int, most_pages: int) -> str:
    papers = [path for path in sorted(folder.rglob("*.pdf")) if 0 < pages_of(path) <= most_pages]
    pages = sum(map(pages_of, papers))
    contestants: dict[str, Callable[[Path], object]] = {
        "pdfplumber `extract_text`": plumber_text,
        "**themaspin, `lezer = pdfium`**": lambda path: read_pdf(path, Limits(engine=Engine.PDFIUM)),
        "themaspin, `lezer = pdfplumber`": lambda path: read_pdf(path, Limits(engine=Engine.PDFPLUMBER)),
        "PDFium text": _pdfium_text,
    }
    if shutil.which("pdftotext"):
        contestants["pdftotext -layout"] = _pdftotext
    seconds: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(repeats):
        for name, read in contestants.items():
            seconds[name].append(_processor_seconds(read, papers))
    median = {name: statistics.median(times) for name, times in seconds.items()}
    plain = median["pdfplumber `extract_text`"]
    rows = [
        (name, f"{pages / time:.1f}", f"{1000 * time / pages:.1f}", f"{plain / time:.2f}")
        for name, time in median.items()
    ]
    heads = ("reader", "pages a second", "ms a page", "times plain pdfplumber")
    total, same = _equality(papers)
    return (
        f"### `{folder.name}`: {len(papers)} papers, {pages} pages, {repeats} repeats\n\n{table(heads, rows)}\n\n"
        f"Words by both engines in the same order: {same} of {total} ({same / total:.5f})."
    )


def pages_of(path: Path) -> int:
    """Return how many pages a PDF has; 0 where it cannot be opened."""
    try:
        return len(pypdfium2.PdfDocument(path))
    except pypdfium2.PdfiumError:
        return 0


def _processor_seconds(read: Callable[[Path], object], papers: Sequence[Path]) -> float:
    """Of a process of its own: otherwise one contestant clears the garbage of another."""
    before = _of_children()
    process = multiprocessing.get_context("fork").Process(target=_read_all, args=(read, papers))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"reading ended with {process.exitcode}; nothing was written")
    return _of_children() - before


def _read_all(read: Callable[[Path], object], papers: Sequence[Path]) -> None:
    for path in papers:
        read(path)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def plumber_text(path: Path) -> None:
    """Take the text of every page as plain pdfplumber does."""
    with pdfplumber.open(path) as document:
        for page in document.pages:
            page.extract_text()
            page.close()


def _pdfium_text(path: Path) -> None:
    document = pypdfium2.PdfDocument(path)
    for page in document:
        text = page.get_textpage()
        text.get_text_range()
        text.close()
        page.close()
    document.close()


def _pdftotext(path: Path) -> None:
    subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )


def _equality(papers: Sequence[Path]) -> tuple[int, int]:
    """Words that pdfplumber's engine gives, and how many of them PDFium's gives in the same order."""
    total = same = 0
    for path in papers:
        slow, fast = (_words(path, engine) for engine in (Engine.PDFPLUMBER, Engine.PDFIUM))
        total += len(slow)
        if slow == fast:
            same += len(slow)
        else:
            blocks = SequenceMatcher(None, slow, fast, autojunk=False).get_matching_blocks()
            same += sum(block.size for block in blocks)
    return total, same


def _words(path: Path, engine: Engine) -> list[str]:
    return [word for block in read_pdf(path, Limits(engine=engine)).blocks for word in block.text.split()]


if __name__ == "__main__":
    main()
