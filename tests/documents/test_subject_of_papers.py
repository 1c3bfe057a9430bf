"""Papers that hardly name labour migrants and papers that look as if they were on them, against the truth that was written first.

The rules and the card were made on the parts `ontwikkel` and `tweede` (what is wrong there is printed), which stand in `corpus/naast`; of
`achter` only the count is shown.
"""

import tomllib
from pathlib import Path, PurePosixPath

import pytest
from weasyprint import HTML

from pipeline.documents.paper import Paper
from pipeline.documents.reading import read_paper
from pipeline.language import gazetteer
from pipeline.language.passage_making import make_passages
from pipeline.night.inbox import open_inbox
from pipeline.night.reading import read_files, reading_of, readings
from pipeline.night.workshop import Workshop
from tests.conftest import ROOT
from tests.publish.nights import workshop_of

PAPERS = Path(__file__).parent / "onderwerp"
LEARNED_FROM = ROOT / "corpus" / "naast" / "onderwerp"
TRUTH = tomllib.loads((PAPERS / "waarheid.toml").read_text(encoding="utf-8"))
STYLES = (
    "body { font: 11pt serif }",
    "body { font: 10pt sans-serif } h2 { color: #034 }",
    "body { font: 10pt serif; columns: 2 } h1 { column-span: all }",
    "body { font: 12pt sans-serif } table { width: 100% } td { border: 1px solid #999; padding: 3pt }",
)
PAGE = "@page { size: A4; margin: 2.2cm; @bottom-center { content: counter(page) } }"
HELD_OUT = "achter"
FOUND = {"ontwikkel": 0.9, "tweede": 0.7, HELD_OUT: 0.5}
"""Share of the papers on labour migrants that must be found. No paper on something else may pass for one."""

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def papers(tmp_path_factory) -> dict[str, Paper]:
    folder = tmp_path_factory.mktemp("onderwerp")
    inbox = folder / "inbox"
    inbox.mkdir()
    for number, source in enumerate(
        sorted((*PAPERS.glob("*.html"), *LEARNED_FROM.glob("*.html")), key=lambda one: one.name)
    ):
        style = f"<style>{PAGE} {STYLES[number % len(STYLES)]}</style>"
        HTML(string=style + source.read_text(encoding="utf-8")).write_pdf(inbox / f"{source.stem}.pdf")
    workshop = workshop_of(inbox, folder, "2024-01-01")
    contents = open_inbox(workshop)
    read_files(workshop, contents.papers)
    read = readings(workshop)
    return {
        file.path.stem: _identified(workshop, reading_of(workshop, read[sha]), file.path)
        for sha, file in contents.papers.items()
    }


def _identified(workshop: Workshop, extraction, path: PurePosixPath) -> Paper:
    return read_paper(extraction, make_passages(extraction.blocks, workshop.nlp), path, None, gazetteer)


@pytest.mark.parametrize("part", FOUND)
def test_most_papers_that_hardly_name_them_are_about_them(papers, part):
    theirs = [name for name, row in TRUTH.items() if row["deel"] == part and row["over"]]
    missed = [name for name in theirs if not papers[name].about.value]
    print(f"{part}: {len(theirs) - len(missed)} van {len(theirs)} gevonden", "" if part == HELD_OUT else missed)
    assert len(theirs) - len(missed) >= FOUND[part] * len(theirs)


@pytest.mark.parametrize("part", FOUND)
def test_papers_that_look_alike_are_not(papers, part):
    others = [name for name, row in TRUTH.items() if row["deel"] == part and not row["over"]]
    taken = [name for name in others if papers[name].about.value]
    print(f"{part}: {len(others) - len(taken)} van {len(others)} andere")
    assert not taken


@pytest.mark.parametrize("name", ["bergeijk-visie-hoofdstuk", "reusel-amvb-visie"])
def test_a_vision_counts_for_its_silent_section_alone(papers, name):
    paper = papers[name]
    assert paper.about.source.startswith("paragraaf")
    assert paper.scope.value


def test_every_paper_has_its_truth_and_every_truth_its_paper():
    assert {path.stem for folder in (PAPERS, LEARNED_FROM) for path in folder.glob("*.html")} == set(TRUTH)
