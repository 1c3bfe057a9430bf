"""What a night costs, stage by stage and without Prefect: `python -m bench.nights [--papers 100 …]`."""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from itertools import cycle, islice
from pathlib import Path
from typing import TypeVar

from bench.report import write_section
from pipeline.foundation.markdown import table
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings

HERE = Path(__file__).resolve().parent.parent
EXAMPLES = HERE / "corpus" / "voorbeeld"
STAGES = ("inbox", "what is new", "reading", "understanding", "drawing and publishing")
DAY, ANOTHER_DAY = "2023-01-01", "2023-01-02"
THIS = "this"
Timed = dict[str, float]
Row = tuple[str, str, int, tuple[float, ...], int]
"""What ran, by which version, over how many papers, the seconds of each stage, and the most memory (MB)."""
Result = TypeVar("Result")


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", nargs="+", type=int, default=[100], help="numbers of papers")
    parser.add_argument("--source", type=Path, default=EXAMPLES, help="folder with the PDFs that are copied")
    parser.add_argument("--folder", type=Path, help="where the papers and the stores are made, and stay")
    parser.add_argument("--beside", type=Path, help="checkout of another version, measured on the same papers in turn")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        rows = _measured(chosen.folder or Path(temporary), chosen.source, chosen.papers, chosen.beside)
    from bench.picture import Cost, draw  # not above: a night that is measured must not load what draws

    heads = ("run", "version", "papers", "seconds", *STAGES, "peak memory of the parent (MB)")
    name, title = ("nights-beside", "Runs, beside a former version") if chosen.beside else ("nights", "Runs")
    own = [Cost(run, papers, sum(spent), memory) for run, version, papers, spent, memory in rows if version == THIS]
    shown = table(heads, [(*row[:3], f"{sum(row[3]):.1f}", *(f"{one:.2f}" for one in row[3]), row[4]) for row in rows])
    write_section(name, title, "\n\n".join((_ABOUT, draw(name, own), shown)))


def _measured(folder: Path, source: Path, counts: Sequence[int], beside: Path | None) -> list[Row]:
    trees = {THIS: HERE} | ({"former": beside.resolve()} if beside else {})
    places = {name: folder / name / "inbox" for name in trees}
    rows: list[Row] = []

    def nights(run: str, count: int) -> None:
        rows.extend(_row(run, name, count, _night(trees[name], inbox)) for name, inbox in places.items())

    for count in sorted(counts):
        for name, inbox in places.items():
            fill(inbox, source, count)
            # -P: beside the script stands a `profile.py`, which is not the one that spaCy asks for
            _python(trees[name], "-P", str(HERE / "bench" / "seeding.py"), inbox, inbox.parent / "outputs")
        nights("all papers new", count)
        nights("unchanged night", count)
        for inbox in places.values():
            change_one(inbox)
        nights("one changed paper", count)
        measured = _night(HERE, places[THIS], ANOTHER_DAY)
        rows.append(_row("another peildatum", THIS, count, measured))
    return rows


_ABOUT = """`python -m bench.nights --papers 100 1000 [--beside FOLDER]`: wall-clock seconds of a night below Prefect (which takes seconds
of its own to start), each in a process of its own, starting with nothing loaded. "this" is this version, "former" the one in FOLDER,
on the same papers, in turn. The papers are copies of the example papers, each made a content of its own by bytes after its end; nearly
all of them are on labour migration, which is the dearest kind. Only the originals are read and judged, before the clock starts; their
copies are given what was found of these, and count as papers of their own. So the first night of each number shows what drawing and
publishing costs, not reading. The changed paper is read and judged each time, for which a reading process is started and language
pipeline and classifier are loaded. With "another peildatum" nothing changed but the day. With other work on the machine seconds go
up and down: the ratios say more."""


def fill(inbox: Path, source: Path, count: int) -> None:
    """Put so many papers in an inbox, 500 to a folder, no two with the same content."""
    papers = sorted(source.rglob("*.pdf"))
    for number, paper in enumerate(islice(cycle(papers), count)):
        place = inbox / f"{number // 500:03d}" / f"{number:05d} {paper.name}"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(paper.read_bytes() + b"\n%% %d\n" % number)


def change_one(inbox: Path) -> None:
    """Give the first paper a content that it never had."""
    paper = min(inbox.rglob("*.pdf"))
    paper.write_bytes(paper.read_bytes() + b"%% changed %d\n" % time.time_ns())


def _night(tree: Path, inbox: Path, *day: str) -> tuple[Timed, int]:
    """One run by the version in a folder."""
    return tuple(json.loads(_python(tree, "-c", _ONE, inbox, *day)))


_ONE = (
    "import json, sys; from pathlib import Path; from bench.nights import night; "
    "print(json.dumps(night(Path(sys.argv[1]), *sys.argv[2:])))"
)


def _python(tree: Path, *arguments: str | Path) -> str:
    """What a Python says that knows the version in a folder."""
    known = {**os.environ, "PYTHONPATH": str(tree)}
    return subprocess.run(
        [sys.executable, *map(str, arguments)], cwd=tree, env=known, check=True, stdout=subprocess.PIPE, text=True
    ).stdout


def night(inbox: Path, day: str = DAY, models: str = "") -> tuple[Timed, int]:
    """One run; seconds by stage, and the most memory that this process ever had (MB). `models` is a folder, where it is another one."""
    other = {"models": Path(models)} if models else {}
    settings = load_settings(inbox=inbox, outputs=inbox.parent / "outputs", peildatum=day, ocr="uit", **other)
    workshop = Workshop(settings)
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
    stage("understanding", lambda: understand(workshop, todo, helped=True))
    if todo:
        stage("understanding", workshop.put_away)
    run = str(time.time_ns())
    stage("drawing and publishing", lambda: publish_night(workshop, contents, [], run, len(fresh), lambda: timed))
    return timed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def one_night(inbox: Path, *more: str) -> tuple[float, ...]:
    """One run by this version in a process of its own, `more` as in `night`; seconds by stage, as `STAGES`."""
    return _by_stage(_night(HERE, inbox, *more)[0])


def _row(run: str, version: str, count: int, measured: tuple[Timed, int]) -> Row:
    timed, memory = measured
    return run, version, count, _by_stage(timed), memory


def _by_stage(timed: Timed) -> tuple[float, ...]:
    parts = dict.fromkeys(STAGES, 0.0)
    for stage, spent in timed.items():
        # an older version tells of drawing and publishing apart
        parts[stage if stage in parts else STAGES[-1]] += spent
    return tuple(parts.values())


if __name__ == "__main__":
    main()
