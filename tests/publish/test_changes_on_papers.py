"""Night after night on real papers in one store: each time one thing happens, and `changes.csv` names it."""

import json
import shutil
from datetime import date
from itertools import count

import pytest

from pipeline.coverage.review import grounds_of
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox
from pipeline.settings import ROOT
from pipeline.store.decisions import Decision, add_decisions, open_decisions
from tests.publish.nights import EXAMPLES, inbox_of, knowing, night, rows, workshop_of

pytestmark = pytest.mark.traag

BLADEL, SOMEREN, LANDERD = "Bladel_beleidsregels_2018.pdf", "Someren/nota.pdf", "Huisvestingsbeleid_getekend.pdf"
DAY = "2021-01-01"


@pytest.fixture
def story(tmp_path, examples_store):
    """A night has seen Bladel and Someren; called, it does one night more and returns municipality and cause of each change."""
    inbox, outputs = inbox_of(tmp_path / "in", (BLADEL, SOMEREN)), knowing(examples_store, tmp_path / "uit")
    number = count()

    def next_night(day=DAY, **settings):
        night(inbox, outputs, day, f"{next(number)}", **settings)
        return {(row["gemeente"], row["oorzaak"]) for row in rows(outputs, "changes")}

    next_night()
    next_night.inbox, next_night.outputs = inbox, outputs
    return next_night


def test_what_happens_to_papers_is_named(story):
    assert story() == set()
    shutil.copy(EXAMPLES / LANDERD, story.inbox / LANDERD)
    assert story() == {("Landerd", "nieuw document")}
    (story.inbox / BLADEL).with_suffix(".toml").write_text('status = "concept"')
    assert story() == {("Bladel", "gewijzigd document")}
    (story.inbox / SOMEREN).unlink()
    assert story() == {("Someren", "verdwenen document")}


def test_a_copy_in_the_folder_of_another_municipality_is_named(story):
    copy = story.inbox / "Asten" / "nota.pdf"
    copy.parent.mkdir()
    shutil.copy(story.inbox / SOMEREN, copy)
    assert story() == {("Asten", "nieuw document")}
    copy.unlink()
    assert story() == {("Asten", "verdwenen document")}


def test_what_people_and_settings_do_is_named(story):
    assert story(day="2018-12-01") == {("Someren", "peildatum")}
    story()
    assert story(actueel_vanaf=date(2020, 1, 1)) == {("Bladel", "nieuwe regel")}
    story()
    decide(story, "Bladel", "GM1728")
    assert story() == {("Bladel", "beoordeling")}


def test_another_classifier_is_named(story, tmp_path):
    models = tmp_path / "models"
    shutil.copytree(ROOT / "models", models)
    path = models / "themas" / "nl_themaspin" / "kaart.json"
    card = json.loads(path.read_text())
    card["drempels"] = {theme: {"label": 1.0, "doubt": 0.99} for theme in card["drempels"]}
    path.write_text(json.dumps(card))
    assert {cause for _, cause in story(models=models)} == {"nieuw model"}


def decide(story, name, code):
    """The kernteam overrules the policy of a municipality on the papers it rests on."""
    workshop = workshop_of(story.inbox, story.outputs, DAY)
    position = draw_picture(workshop, open_inbox(workshop), []).positions[code]
    decision = Decision(
        gm_code=code,
        oordeel="toch deels",
        toelichting=f"{name} belde",
        wie="kernteam",
        wanneer="2021-02-01T10:00:00",
        bewijs=tuple(grounds_of(position).policy),
    )
    add_decisions(open_decisions(workshop.settings.store), [decision])
