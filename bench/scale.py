"""What papers cost on a SQLite file and on PostgreSQL, stage by stage: `python -m bench.scale [--papers 67]`.

Processor seconds, not seconds on the clock: they say the same on a busy machine. The processes that read PDFs are counted with the
stage that started them; the database server apart, over the whole run. Prefect and Dask are left out: starting those costs the same
for any number of papers.
"""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import TypeVar

import psutil
from sqlalchemy import create_engine, text

from bench.nights import EXAMPLES, fill
from bench.report import write_section
from pipeline.foundation.markdown import table
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.publishing import publish
from pipeline.night.reading import read_files
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from tests.database_server import server

HEADS = (
    "store",
    "papers",
    "pages",
    "loading",
    "reading",
    "understanding",
    "publishing",
    "database server",
    "store (MB)",
)
Result = TypeVar("Result")
Costs = dict[str, float]


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--papers", type=int, default=len(list(EXAMPLES.glob("*.pdf"))), help="number of papers")
    count = parser.parse_args().papers
    with tempfile.TemporaryDirectory() as folder, server() as (address, process):
        inbox = Path(folder) / "inbox"
        fill(inbox, EXAMPLES, count)
        with create_engine(f"{address}/postgres", isolation_level="AUTOCOMMIT").connect() as connection:
            connection.execute(text("CREATE DATABASE themaspin"))
        stores = {"SQLite": f"sqlite:///{folder}/themaspin.sqlite", "PostgreSQL": f"{address}/themaspin"}
        rows = [(name, count, *_row(inbox, name, store, process)) for name, store in stores.items()]
    write_section("scale", "Two stores", f"{_ABOUT}\n\n{table(HEADS, rows)}")


_ABOUT = """`python -m bench.scale`: processor seconds of a cold run below Prefect, by stage, and how large the store is after it. "loading"
is the spaCy pipeline and the classifier, once for each process that understands."""


def _row(inbox: Path, name: str, store: str, server_process: int) -> tuple[object, ...]:
    before = processor_seconds(psutil.Process(server_process))
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        costs, pages = pool.submit(cold_run, inbox, inbox.parent / name, store).result()
    used = processor_seconds(psutil.Process(server_process)) - before
    engine = create_engine(store)
    in_file = engine.dialect.name == "sqlite"
    size = "SELECT page_count * page_size FROM pragma_page_count, pragma_page_size"
    with engine.connect() as connection:
        stored = connection.execute(
            text(size if in_file else "SELECT pg_database_size(current_database())")
        ).scalar_one()
    engine.dispose()
    return (
        pages,
        *(f"{spent:.1f}" for spent in costs.values()),
        "-" if in_file else f"{used:.1f}",
        f"{stored / 1e6:.1f}",
    )


def cold_run(inbox: Path, outputs: Path, store: str) -> tuple[Costs, int]:
    """One run on an empty store; processor seconds by stage, and how many pages were read."""
    workshop = Workshop(load_settings(inbox=inbox, outputs=outputs, store=store, peildatum="2023-01-01", ocr="uit"))
    costs: Costs = {}

    def stage(name: str, work: Callable[[], Result]) -> Result:
        before = processor_seconds(psutil.Process())
        result = work()
        costs[name] = processor_seconds(psutil.Process()) - before
        return result

    contents = open_inbox(workshop)
    stage("loading", lambda: (workshop.nlp, workshop.classifier))
    stage("reading", lambda: read_files(workshop, unread(workshop, contents)))
    stage("understanding", lambda: understand(workshop, not_understood(workshop, contents)))
    picture = stage("publishing", lambda: draw_picture(workshop, contents, []))
    drawn = costs["publishing"]
    stage("publishing", lambda: publish(workshop, picture, str(time.time_ns()), len(contents.papers), {}))
    costs["publishing"] += drawn
    return costs, sum(file.pages for file in picture.files)


def processor_seconds(process: psutil.Process) -> float:
    """Processor seconds of a process and of all that it started, whether these still run or have ended."""
    total = 0.0
    for one in (process, *process.children(recursive=True)):
        used = one.cpu_times()
        total += used.user + used.system + used.children_user + used.children_system
    return total


if __name__ == "__main__":
    main()
