"""A first run, from PDF to CSV, beside a plain pdfplumber loop: `python -m bench.cold [--elsewhere FOLDER]`."""

from __future__ import annotations

import argparse
import contextlib
import json
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.nights import DAY, EXAMPLES, HERE, STAGES, one_night
from bench.printed import print_papers
from bench.reading import pages_of, plumber_text
from bench.report import write_section
from pipeline.foundation.markdown import table

ONE_IN = 10
"""Of a mixed inbox one in so many papers is an example paper, as council papers come."""
MOST_PAGES = 30
"""Longer papers from elsewhere are left out: a few yearly accounts would be all that is measured."""
TIMES = 10
"""So often each paper from elsewhere stands in the large mixed inbox, each time as another file."""


def main() -> None:
    """Measure and write the section."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--elsewhere", type=Path, help="folder with PDFs on anything, for a mixed inbox")
    chosen = parser.parse_args()
    examples = sorted(EXAMPLES.rglob("*.pdf"))
    with tempfile.TemporaryDirectory() as folder:
        many = [*examples, *print_papers(Path(folder))]
        rows = [_row("all on labour migration", examples), _row("the same, many more", many)]
        judged = _judged_anew(many)
        if chosen.elsewhere:
            others = [path for path in sorted(chosen.elsewhere.rglob("*.pdf")) if 0 < pages_of(path) <= MOST_PAGES]
            rows += [_mixed(many, others), _mixed(many, others * TIMES)]
    heads = (
        "what is in it",
        "papers",
        "pages",
        "plain pdfplumber (s)",
        "themaspin (s)",
        "pages a second",
        "ratio",
        *STAGES,
    )
    anew = table(("passages", "seconds", "passages a second", "understanding"), [judged])
    write_section("cold", "A first run", f"{_ABOUT}\n\n{table(heads, rows)}\n\n{_ABOUT_ANEW}\n\n{anew}")


def _mixed(own: Sequence[Path], others: Sequence[Path]) -> tuple[object, ...]:
    wanted = max(1, len(others) // (ONE_IN - 1))
    chosen = own[:: max(1, len(own) // wanted)][:wanted]
    return _row(f"mixed: {len(chosen)} of them, {len(others)} from elsewhere", [*chosen, *others])


_ABOUT = f"""`python -m bench.cold --elsewhere FOLDER`: wall-clock seconds of a first run into an empty store, below Prefect, all else
included (starting, loading, reading with as many processes as there are cores, judging, publishing), beside one process that only
takes the text of every page with pdfplumber's `extract_text`. Ratio: how many times as fast the whole run is as that loop. On labour
migration are the example papers; many more with the labelled papers of `corpus/papieren`, printed. In a
mixed inbox one paper in about {ONE_IN} is one of these; the others have at most {MOST_PAGES} pages, and stand {TIMES} times in the large
one. Papers on something else are read and told apart, not judged."""


_ABOUT_ANEW = """The next run of these many more papers, with another classifier on the same sentence model and spaCy pipeline: no PDF
is opened, and what these said of a text is not asked again. The seconds of understanding hold two to start the processes and load
the models, whatever the number of passages."""


def _judged_anew(papers: Sequence[Path]) -> tuple[object, ...]:
    with tempfile.TemporaryDirectory() as folder:
        inbox, models = _filled(Path(folder), papers), Path(folder) / "models"
        one_night(inbox)
        shutil.copytree(HERE / "models", models)
        _make_another(models / "themas" / "nl_themaspin" / "kaart.json")
        spent = one_night(inbox, DAY, str(models))
        passages = _passages(inbox.parent / "outputs" / "themaspin.sqlite")
    whole, understanding = sum(spent), spent[STAGES.index("understanding")]
    return passages, f"{whole:.1f}", f"{passages / whole:.0f}", f"{understanding:.1f}"


def _make_another(card: Path) -> None:
    """Move a threshold of a classifier by next to nothing: to the store it is another one."""
    known = json.loads(card.read_text(encoding="utf-8"))
    next(iter(known["drempels"].values()))["label"] += 1e-6
    card.write_text(json.dumps(known), encoding="utf-8")


def _passages(store: Path) -> int:
    """How many texts both classifiers judged."""
    with contextlib.closing(sqlite3.connect(store)) as connection:
        (most,) = connection.execute("select max(n) from (select count(*) as n from scores group by model)").fetchone()
    return most


def _filled(folder: Path, papers: Sequence[Path]) -> Path:
    """An inbox with the papers, each a content of its own, also where one paper stands there more than once."""
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, path in enumerate(papers):
        (inbox / f"{number:04d} {path.name}").write_bytes(path.read_bytes() + b"\n%% %d\n" % number)
    return inbox


def _row(name: str, papers: Sequence[Path]) -> tuple[object, ...]:
    pages = sum(map(pages_of, papers))
    begin = time.perf_counter()
    for path in papers:
        plumber_text(path)
    plain = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        inbox = _filled(Path(folder), papers)
        begin = time.perf_counter()
        spent = one_night(inbox)
        whole = time.perf_counter() - begin
    told = (f"{plain:.1f}", f"{whole:.1f}", f"{pages / whole:.1f}", f"{plain / whole:.2f}")
    return name, len(papers), pages, *told, *(f"{one:.1f}" for one in spent)


if __name__ == "__main__":
    main()
