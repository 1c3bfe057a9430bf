"""Where everybody stands on other days is worked out from what the last run remembered, without its PDFs."""

import json

import pytest

from pipeline.night.dossiers import DOSSIER, KEPT_APART, remembered
from pipeline.night.standings import NothingRemembered, standings
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from pipeline.store.store import FiledDossier
from tests.coverage.papers import HANDHAVING, HUISVESTING, REGISTRATIE, day, paper


@pytest.fixture
def settings(tmp_path):
    return load_settings(inbox=tmp_path / "geen-inbox", outputs=tmp_path / "uit")


def remember(workshop, papers):
    workshop.store.file_dossiers(
        FiledDossier(one.path, "sleutel", DOSSIER.dump_json(one, exclude=KEPT_APART), {}) for one in papers
    )


def test_before_the_first_run_it_says_what_to_do(settings):
    with pytest.raises(NothingRemembered, match="themaspin run"):
        standings(settings, [day("2021-01-01")])


def test_dossiers_are_remembered_as_they_were(settings):
    papers = [paper(own=[HUISVESTING, REGISTRATIE], serving=[HANDHAVING]), paper("2012-01-01", title="Oud")]
    workshop = Workshop(settings)
    remember(workshop, papers)
    assert sorted(remembered(workshop), key=lambda one: one.path) == sorted(papers, key=lambda one: one.path)


def test_any_day_can_be_asked_of_what_one_run_remembered(settings):
    remember(Workshop(settings), [paper("2019-06-01")])
    found = standings(settings, [day("2019-01-01"), day("2021-01-01")])
    assert [str(one.positions["GM0847"].status) for one in found] == ["geen_documenten", "huisvesting"]


def test_what_another_version_remembered_is_refused_in_words(settings):
    """It kept its evidence with the dossier, in words of its own."""
    one = paper("2019-06-01")
    kept = json.loads(DOSSIER.dump_json(one, exclude=KEPT_APART))
    kept["assessment"]["evidence"] = [{"passage": 0, "theme": "zorg", "level": 3, "why_serving": ""}]
    Workshop(settings).store.file_dossiers([FiledDossier(one.path, "sleutel", json.dumps(kept).encode(), {})])
    with pytest.raises(NothingRemembered, match="een andere versie van themaspin"):
        standings(settings, [day("2021-01-01")])
