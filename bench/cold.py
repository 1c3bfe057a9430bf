"""A first run, from PDF to CSV, beside a plain pdfplumber loop: `python -m bench.cold [--elsewhere FOLDER]`."""

from __future__ import annotations

import argparse
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bench.nights import EXAMPLES, STAGES, first_night
from bench.printed import print_papers
from bench.reading import pages_of, plumber_text
from bench.report import table, write_section

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
    write_section("cold", "A first run", f"{_ABOUT}\n\n{table(heads, rows)}")


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


def _row(name: str, papers: Sequence[Path]) -> tuple[object, ...]:
    pages = sum(map(pages_of, papers))
    begin = time.perf_counter()
    for path in papers:
        plumber_text(path)
    plain = time.perf_counter() - begin
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder) / "inbox"
        inbox.mkdir()
        for number, path in enumerate(papers):
            # a comment after the end makes each a content of its own, also where one paper stands there more than once
            (inbox / f"{number:04d} {path.name}").write_bytes(path.read_bytes() + b"\n%% %d\n" % number)
        begin = time.perf_counter()
        spent = first_night(inbox)
        whole = time.perf_counter() - begin
    told = (f"{plain:.1f}", f"{whole:.1f}", f"{pages / whole:.1f}", f"{plain / whole:.2f}")
    return name, len(papers), pages, *told, *(f"{one:.1f}" for one in spent)


if __name__ == "__main__":
    main()
