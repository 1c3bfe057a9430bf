"""A peildatum that is asked for: worked out from what the last run saw, and refused where that is not to be found any more."""

from __future__ import annotations

import json
from contextlib import closing
from datetime import date

import pytest

from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import InboxShrunk, open_inbox
from pipeline.night.publishing import publish
from pipeline.night.reading import read_files
from pipeline.night.siting import WorkedOut, work_out
from pipeline.night.understanding import not_understood, understand
from pipeline.publish.outputset import exclusive
from pipeline.publish.sitefile import reading_site
from tests.publish.nights import workshop_of

DAY = date(2019, 1, 1)


@pytest.fixture
def published(tmp_path):
    """The settings of a run that saw four files, none of which can be read."""
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    for name in "abcd":
        (inbox / f"{name}.pdf").write_text(f"%PDF-1.4 {name}")
    workshop = workshop_of(inbox, tmp_path / "uit", "2021-01-01", werkers=1)
    with closing(workshop.store), exclusive(tmp_path / "uit"):
        contents = open_inbox(workshop)
        read_files(workshop, contents.papers)
        understand(workshop, not_understood(workshop, contents))
        publish(workshop, draw_picture(workshop, contents, ()), "run1", 4, {})
    return workshop.settings


def shown(settings) -> set[str]:
    """The municipalities that the site shows on the day."""
    with reading_site(settings.outputs) as site:
        rows = site.execute("SELECT naam FROM gemeente WHERE peildatum = ?", (DAY.isoformat(),))
        return {name for (name,) in rows}


def test_an_inbox_from_which_the_papers_went_gives_no_empty_picture(published, tmp_path):
    (tmp_path / "leeg").mkdir()
    with pytest.raises(InboxShrunk, match=r"Van de 4 papieren .* zijn er 4 niet"):
        work_out(published.model_copy(update={"inbox": tmp_path / "leeg"}), DAY)
    assert not shown(published)


def test_the_provinces_are_those_of_the_last_run_unless_others_are_chosen(published):
    record = published.outputs / "run.json"
    known = json.loads(record.read_text())
    known["instellingen"]["provincies"] = ["Zeeland"]
    record.write_text(json.dumps(known))
    assert work_out(published, DAY) == WorkedOut(("Zeeland",))
    assert "Veere" in shown(published)
    assert "Someren" not in shown(published)
    assert work_out(published, DAY, as_published=False) == WorkedOut(("Noord-Brabant",), former=("Zeeland",))
    assert "Someren" in shown(published)


def test_of_the_day_that_is_published_nothing_is_worked_out(published):
    brabant = ("Noord-Brabant",)
    done = work_out(published.model_copy(update={"provincies": ["Zeeland"]}), date(2021, 1, 1), as_published=False)
    assert done == WorkedOut(brabant, former=brabant, published=True)
