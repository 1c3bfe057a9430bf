"""Histories of municipalities in a few papers each, and where they stand on one peildatum after another.

What was expected was written before any of it was read; see `dossiers/README.md`.
"""

from __future__ import annotations

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from pipeline.coverage.standing import standing
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox
from pipeline.night.reading import read_files
from pipeline.night.understanding import understand
from tests.publish.nights import workshop_of

BED = Path(__file__).parent / "dossiers"
TRUTH = [json.loads(line) for line in (BED / "waarheid.jsonl").read_text(encoding="utf-8").splitlines()]
ENOUGH = 0.9
"""Share of the days on which the status is to be as expected."""

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def found(tmp_path_factory) -> dict[tuple[str, str, str], str]:
    """The status of each municipality by dossier, name and day."""
    statuses: dict[tuple[str, str, str], str] = {}
    for part in sorted({row["deel"] for row in TRUTH}):
        rows = [row for row in TRUTH if row["deel"] == part]
        inbox = tmp_path_factory.mktemp(f"dossiers{part}")
        for code in {row["dossier"] for row in rows}:
            for paper in sorted((BED / code).iterdir()):
                shutil.copy(paper, inbox / f"{ord(code[0])}{code[1:]}_{paper.name}")  # "v05" would be a version
        workshop = workshop_of(inbox, tmp_path_factory.mktemp(f"uit{part}"), "2028-12-31")
        contents = open_inbox(workshop)
        read_files(workshop, contents.papers)
        understand(workshop, contents.papers)
        papers = list({file.dossier.path: file.dossier for file in draw_picture(workshop, contents, ()).files}.values())
        for day in {day for row in rows for day in row["status"]}:
            now = standing(papers, date.fromisoformat(day), [], [], workshop.rules)
            on = {one.name: now.positions[one.gm_code].status.value for one in now.municipalities}
            statuses |= {(row["dossier"], row["gemeente"], day): on.get(row["gemeente"], "") for row in rows}
    return statuses


def test_municipalities_stand_on_each_day_as_was_expected(found):
    asked = [
        (row["dossier"], row["gemeente"], day, right) for row in TRUTH for day, right in sorted(row["status"].items())
    ]
    wrong = [(*one, was) for one in asked if (was := found[one[:3]]) not in one[3]]
    print(f"{len(asked) - len(wrong)} van {len(asked)} dagen zoals verwacht")
    for code, who, day, right, was in wrong:
        print(f"  {code} {who} {day}: moet zijn {' of '.join(right)}, was {was}")
    assert len(wrong) <= (1 - ENOUGH) * len(asked)
