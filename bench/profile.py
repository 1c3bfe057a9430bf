"""Where the time of a first run goes: `python -m bench.profile`, by samples of py-spy over the run and its processes."""

from __future__ import annotations

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.nights import EXAMPLES, HERE, fill
from bench.report import write_section
from pipeline.foundation.markdown import table

RATE = 50
"""Samples a second."""
PARTS = (
    ("starting Python and importing", ("<frozen importlib",)),
    ("loading the spaCy pipeline", ("pipeline/language/loading.py",)),
    (
        "loading the classifier and the sentence model",
        ("_open (pipeline/themes/storing.py", "_load (pipeline/themes/sentence_model.py"),
    ),
    ("sentence model", ("pipeline/themes/sentence_model.py",)),
    ("spaCy pipeline: sentences, lemmas, parts of speech", ("spacy/language.py", "pipeline/language/annotation.py")),
    (
        "words: features and regressions",
        ("pipeline/themes/features.py", "pipeline/themes/terms.py", "pipeline/themes/classifier.py"),
    ),
    ("what the paper is", ("pipeline/documents/", "pipeline/language/")),
    ("reading PDFs", ("pipeline/extraction/",)),
    (
        "coverage, drawing and publishing",
        ("pipeline/night/drawing.py", "pipeline/coverage/", "pipeline/publish/", "pipeline/night/sameness.py"),
    ),
    ("store", ("pipeline/store/",)),
    ("the rest", ("",)),
)
"""A sample belongs to the first part of which a frame says one of these words; so importing counts as such wherever it happens."""
_RUN = "import sys; from pathlib import Path; from bench.nights import night; night(Path(sys.argv[1]))"


def main() -> None:
    """Measure and write the section."""
    argparse.ArgumentParser(description=__doc__).parse_args()
    with tempfile.TemporaryDirectory() as folder:
        inbox, samples = Path(folder) / "inbox", Path(folder) / "samples.txt"
        papers = len(list(EXAMPLES.rglob("*.pdf")))
        fill(inbox, EXAMPLES, papers)
        _record(inbox, samples)
        found = Counter(dict.fromkeys((name for name, _ in PARTS), 0))
        for stack, times in _stacks(samples.read_text(encoding="utf-8")):
            found[_part(stack)] += times
    total = max(1, found.total())
    rows = [(name, f"{times / RATE:.1f}", f"{times / total:.0%}") for name, times in found.most_common() if times]
    heads = ("part", "seconds of a core", "share")
    write_section("profile", "Where a first run spends its time", f"{_ABOUT.format(papers)}\n\n{table(heads, rows)}")


_ABOUT = """`python -m bench.profile`: a first run of the {} example papers below Prefect, and of the processes that read for it, sampled
by py-spy. Only what keeps a core busy counts, so seconds of processes side by side are added up. Sampling slows the run
down, and tools for the tests are imported where they are installed: the shares say more than the seconds."""


def _record(inbox: Path, samples: Path) -> None:
    """Run a night and write its samples: a line for each stack, `frame;frame;… times`."""
    spy = Path(sys.executable).with_name("py-spy")
    asked = (
        "record",
        "--subprocesses",
        "--full-filenames",
        "--format",
        "raw",
        "--rate",
        str(RATE),
        "--output",
        str(samples),
    )
    run = (sys.executable, "-c", _RUN, str(inbox))
    subprocess.run([spy, *asked, "--", *run], cwd=HERE, env={**os.environ, "PYTHONPATH": str(HERE)}, check=True)


def _stacks(text: str) -> Iterator[tuple[Sequence[str], int]]:
    """Yield each stack, outermost frame first, and how often it was seen."""
    for line in text.splitlines():
        stack, _, times = line.rpartition(" ")
        yield re.sub(rf"{re.escape(str(HERE))}/", "", stack).split(";"), int(times)


def _part(stack: Sequence[str]) -> str:
    return next(name for name, words in PARTS if any(word in frame for word in words for frame in stack))


if __name__ == "__main__":
    main()
