"""What a night costs, stage by stage and without Prefect: `python -m bench.nights [--papers 100 …]`."""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from itertools import cycle, islice
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

from bench.report import table, write_section
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings

EXAMPLES = Path(__file__).resolve().parent.parent / "corpus" / "voorbeeld"
STAGES = ("inbox", "what is new", "reading", "understanding", "drawing and publishing")
Timed = dict[str, float]
Result = TypeVar("Result")


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", nargs="+", type=int, default=[100], help="numbers of papers")
    parser.add_argument("--source", type=Path, default=EXAMPLES, help="folder with the PDFs that are copied")
    chosen = parser.parse_args()
    rows = []
    for count in chosen.papers:
        with tempfile.TemporaryDirectory() as folder:
            inbox = Path(folder) / "inbox"
            fill(inbox, chosen.source, count)
            rows.append(_row("cold run", count, _in_a_process(inbox)))
            rows.append(_row("unchanged night", count, _in_a_process(inbox)))
            change_one(inbox)
            rows.append(_row("one changed paper", count, _in_a_process(inbox)))
    heads = ("run", "papers", "seconds", *STAGES, "peak memory of the parent (MB)")
    write_section("nights", "Runs", f"{_ABOUT}\n\n{table(heads, rows)}")


_ABOUT = """`make bench-nights`: wall-clock seconds of a whole run below Prefect (which takes seconds of its own to start), each in a
process of its own, starting with nothing loaded. The papers are copies of the example papers, each made a content of its own by
bytes after its end; nearly all of them are on labour migration, which is the dearest kind. Every passage of a copy is known by
its hash after the first, so understanding is cheaper here than on as many different papers."""


def fill(inbox: Path, source: Path, count: int) -> None:
    """Put so many papers in an inbox, 500 to a folder, no two with the same content."""
    papers = sorted(source.rglob("*.pdf"))
    for number, paper in enumerate(islice(cycle(papers), count)):
        place = inbox / f"{number // 500:03d}" / f"{number:05d} {paper.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(paper.read_bytes() + b"\n%% %d\n" % number)


def change_one(inbox: Path) -> None:
    """Give the first paper another content."""
    paper = min(inbox.rglob("*.pdf"))
    paper.write_bytes(paper.read_bytes() + b"%% changed\n")


def _in_a_process(inbox: Path) -> tuple[Timed, int]:
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(night, inbox).result()


def night(inbox: Path) -> tuple[Timed, int]:
    """One run; seconds by stage, and the most memory that this process ever had (MB)."""
    workshop = Workshop(load_settings(inbox=inbox, outputs=inbox.parent / "outputs", peildatum="2023-01-01"))
    timed: Timed = {}

    def stage(name: str, work: Callable[[], Result]) -> Result:
        begin = time.perf_counter()
        result = work()
        timed[name] = timed.get(name, 0.0) + time.perf_counter() - begin
        return result

    contents = stage("inbox", lambda: open_inbox(workshop))
    fresh = stage("what is new", lambda: unread(workshop, contents))
    stage("reading", lambda: read_files(workshop, fresh) if fresh else None)
    todo = stage("what is new", lambda: not_understood(workshop, contents))
    stage("understanding", lambda: understand(workshop, todo))
    run = str(time.time_ns())
    stage("drawing and publishing", lambda: publish_night(workshop, contents, [], run, len(fresh), lambda: timed))
    return timed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def _row(name: str, count: int, measured: tuple[Timed, int]) -> tuple[object, ...]:
    timed, memory = measured
    return name, count, f"{sum(timed.values()):.1f}", *(f"{timed[stage]:.2f}" for stage in STAGES), memory


if __name__ == "__main__":
    main()
