"""Before another classifier is taken into use, it is shown what it would change."""

from __future__ import annotations

import json
import shutil
from contextlib import ExitStack

import pytest

from pipeline.language.loading import load_language
from pipeline.night.proposing import proposed_changes
from pipeline.publish.outputset import OutputsError, exclusive

from .conftest import DEURNE, ROOT

pytestmark = pytest.mark.traag


@pytest.fixture
def deaf(tmp_path):
    """The classifier that never hears of housing."""
    models = tmp_path / "models"
    shutil.copytree(ROOT / "models", models)
    card = models / "themas" / "nl_themaspin" / "kaart.json"
    content = json.loads(card.read_text(encoding="utf-8"))
    content["drempels"]["huisvesting"] = dict.fromkeys(content["drempels"]["huisvesting"], 1.01)
    card.write_text(json.dumps(content), encoding="utf-8")
    return models


def test_what_would_change_is_shown_and_nothing_is_published(office, deaf):
    before = (office.outputs / "theme_matrix.csv").read_bytes()
    rows = proposed_changes(office.settings, deaf, load_language("nl_themaspin", office.settings.models))
    changed = {(row["gm_code"], row["kolom"]): (row["oud"], row["nieuw"]) for row in rows}
    assert changed[DEURNE, "huisvesting"] == ("gedekt", "niet gedekt")
    assert {column for _, column in changed} == {"huisvesting", "beleidstype", "status"}
    assert (office.outputs / "theme_matrix.csv").read_bytes() == before


def test_the_classifier_in_use_would_change_nothing(office):
    nlp = load_language("nl_themaspin", office.settings.models)
    assert proposed_changes(office.settings, office.settings.models, nlp) == []


def test_it_waits_for_a_run_that_is_busy(office):
    told = []
    with ExitStack() as run:
        run.enter_context(exclusive(office.outputs))

        def tell(line):
            told.append(line)
            run.close()

        nlp = load_language("nl_themaspin", office.settings.models)
        assert proposed_changes(office.settings, office.settings.models, nlp, tell) == []
    assert told[0].startswith("Er is een run bezig")


def test_a_run_that_begins_meanwhile_hears_what_it_waits_for(office):
    heard = set()

    def tell(_line):
        with pytest.raises(OutputsError) as refusal, exclusive(office.outputs, patience=0):
            pass
        heard.add("wordt een nieuwe classifier vergeleken" in str(refusal.value))

    nlp = load_language("nl_themaspin", office.settings.models)
    proposed_changes(office.settings, office.settings.models, nlp, tell)
    assert heard == {True}
