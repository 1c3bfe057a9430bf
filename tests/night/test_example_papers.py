"""The example papers against their truth: of each field, at least nine of ten papers right, in the part that rules were made on
(`ontwikkel`) and in the part held out from that (`achter`).

What is wrong in the first part is printed paper by paper; of the held-out part only the count, so that nobody tunes to it.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from pipeline.coverage.dossier import Dossier
from pipeline.language.municipalities import by_code
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox
from pipeline.publish.tables import Picture
from tests.conftest import ROOT
from tests.publish.nights import EXAMPLES, copy_database, workshop_of

TRUTH = ROOT / "corpus" / "voorbeeld_bronnen" / "waarheid.jsonl"
ENOUGH = 0.9
HELD_OUT = "achter"

pytestmark = pytest.mark.traag


def names(codes: tuple[str, ...]) -> list[str]:
    return sorted(by_code(code).name for code in codes)


def said(day: date | None) -> str | None:
    return day.isoformat() if day else None


OF_PAPER: dict[str, tuple[Callable[[dict], Any], Callable[[Dossier], Any]]] = {
    "soort": (lambda row: row["kind"], lambda one: one.paper.kind.value),
    "gemeenten": (lambda row: sorted(row["gemeenten"]), lambda one: names(one.paper.owners.value)),
    "regio": (lambda row: row["regio"], lambda one: one.paper.region.value),
    "datum": (lambda row: row["datum"], lambda one: said(one.paper.date.value)),
    "status": (lambda row: row["status"], lambda one: one.paper.status.value),
    "geldig tot": (lambda row: row.get("geldig_tot"), lambda one: said(one.paper.valid_until.value)),
    "over arbeidsmigratie": (lambda row: row["about_arbeidsmigratie"], lambda one: one.paper.about.value),
    "beleidstype": (lambda row: row["type"], lambda one: one.type.value),
}
"""What every paper is: how the truth says it, and how the dossier does."""

OF_MOTION: dict[str, tuple[Callable[[dict], Any], Callable[[Dossier], Any]]] = {
    "uitslag": (lambda row: row["motie"]["uitslag"], lambda one: one.paper.motion and one.paper.motion.outcome),
    "datum van de motie": (
        lambda row: row["motie"]["datum"],
        lambda one: one.paper.motion and said(one.paper.motion.date),
    ),
}


@dataclass(frozen=True)
class Compared:
    """One field of one paper: what it should be and what was read."""

    paper: str
    part: str
    should: Any
    was: Any
    source: str

    @property
    def right(self) -> bool:
        return self.should == self.was


def truth() -> list[dict]:
    return [json.loads(line) for line in TRUTH.read_text(encoding="utf-8").splitlines()]


@pytest.fixture(scope="module")
def picture(tmp_path_factory, examples_store) -> Picture:
    """All example papers, read and judged as in the night, below the flow."""
    outputs = tmp_path_factory.mktemp("voorbeeld")
    copy_database(examples_store, outputs / "themaspin.sqlite")
    workshop = workshop_of(EXAMPLES, outputs, "2021-01-01")
    return draw_picture(workshop, open_inbox(workshop), ())


def compared(picture: Picture, field: str) -> Iterator[Compared]:
    dossiers = {file.path: file.dossier for file in picture.files}
    of_truth, of_dossier = (OF_PAPER | OF_MOTION)[field]
    for row in truth():
        dossier = dossiers[row["file"]]
        if field in OF_PAPER or row.get("motie"):
            yield Compared(row["file"], row["deel"], of_truth(row), of_dossier(dossier), _source(dossier, field))


def _source(dossier: Dossier, field: str) -> str:
    paper = dossier.paper
    derived = {
        "soort": paper.kind,
        "gemeenten": paper.owners,
        "regio": paper.region,
        "datum": paper.date,
        "status": paper.status,
        "geldig tot": paper.valid_until,
        "over arbeidsmigratie": paper.about,
    }.get(field)
    return derived.source if derived else ""


@pytest.mark.parametrize("part", ["ontwikkel", HELD_OUT])
@pytest.mark.parametrize("field", [*OF_PAPER, *OF_MOTION])
def test_nine_of_ten_papers_are_right(picture, field, part):
    papers = [one for one in compared(picture, field) if one.part == part]
    right = sum(one.right for one in papers)
    print(f"{field}, {part}: {right} van {len(papers)} goed")
    for one in papers if part != HELD_OUT else ():
        if not one.right:
            print(f"  {one.paper}: moet zijn {one.should}, was {one.was} ({one.source})")
    assert right >= ENOUGH * len(papers)


def test_every_paper_has_its_truth_and_every_truth_its_paper():
    papers = {path.relative_to(EXAMPLES).as_posix() for path in Path(EXAMPLES).rglob("*.pdf")}
    assert {row["file"] for row in truth()} == papers


def test_a_third_is_held_out():
    parts = [row["deel"] for row in truth()]
    assert len(parts) >= 56
    assert len(parts) / 3 - 1 <= parts.count(HELD_OUT) <= len(parts) / 2
