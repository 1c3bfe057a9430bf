"""A run that finds something else than the runs before it says so; one that is like them, tiny, or among the first does not."""

from __future__ import annotations

import json
import shutil

import pytest

from pipeline.night.drift import Measure, deviations
from pipeline.settings import ROOT, load_settings
from tests.publish.nights import inbox_of, night

VERSIONS = {"classifier": "c1", "lezer": "l1"}
NOTHING_NEW = {"bestanden": 0}


def measured(files=200, unreadable=10, passages=2000, zorg=100, fresh=NOTHING_NEW):
    return Measure({"bestanden": files, "onleesbaar": unreadable, "passages": passages, "zorg": zorg}, fresh)


def record(measure, versions=VERSIONS):
    return {"versies": versions, "drift": measure.as_data(())}


def told(now, former, versions=VERSIONS, **settings):
    return deviations(now, versions, [record(one) for one in former], load_settings(**settings))


def test_a_theme_that_falls_away_is_told_with_what_was_usual():
    told_of, explanation = told(
        measured(zorg=40), [measured(zorg=100 + one) for one in range(10)], {**VERSIONS, "classifier": "c2"}
    )
    assert told_of == "Zorg: 2,0% van de passages (40 van 2000); in de meeste van de 10 vorige runs 5,0% tot 5,4%."
    assert "is de classifier anders" in explanation


def test_a_run_like_the_others_says_nothing():
    assert told(measured(zorg=110), [measured(zorg=100)] * 10) == ()


def test_more_unreadable_files_are_told():
    line, _ = told(measured(unreadable=60), [measured()] * 5)
    assert line.startswith("Onleesbaar: 30,0% van de inbox (60 van 200)")


def test_the_first_runs_never_warn():
    assert told(measured(zorg=0), [measured()] * 4) == ()
    assert told(measured(zorg=0), [measured()] * 5) != ()


def test_a_tiny_inbox_never_warns():
    assert told(measured(files=49, unreadable=40), [measured(files=49, unreadable=1)] * 10) == ()


def test_a_few_files_are_no_deviation_however_large_their_share():
    usual = [measured(unreadable=1)] * 10
    assert told(measured(unreadable=10), usual) == ()
    assert told(measured(unreadable=11), usual) != ()


def test_one_odd_night_does_not_stretch_what_is_usual():
    assert told(measured(zorg=10), [measured(zorg=10), *[measured()] * 19]) != ()


def test_what_stays_is_usual_after_some_runs():
    nights = 0
    former = [measured()] * 30
    while told(measured(zorg=40), former[-30:]):
        former.append(measured(zorg=40))
        nights += 1
    assert 1 < nights < 7


def fresh(files, unreadable=0):
    return {"bestanden": files, "onleesbaar": unreadable, "leeg": 0, "niet over arbeidsmigratie": 0}


def test_a_source_that_gives_rubbish_shows_among_the_newest_files():
    """It is lost among all files of the inbox, and no night alone brings enough."""
    former = [measured(files=10_000, unreadable=500, fresh=fresh(10, 1)) for _ in range(30)]
    bad = [measured(files=10_000, unreadable=509, fresh=fresh(10, 9)) for _ in range(5)]
    line, explanation = told(bad[-1], [*former, *bad[:-1]])
    assert line.startswith(
        "Onleesbaar: 90,0% van de nieuwste bestanden (45 van 50); in de meeste van de 6 vorige groepen nieuwe"
    )
    assert "10 nieuwe bestanden" in explanation


def test_a_night_that_brings_nothing_does_not_tell_of_the_newest_files_again():
    former = [measured(fresh=fresh(50, 1))] * 10
    assert told(measured(fresh=fresh(50, 30)), former) != ()
    assert told(measured(fresh=fresh(0)), [*former, measured(fresh=fresh(50, 30))]) == ()


@pytest.mark.traag
def test_nights_with_another_classifier(tmp_path):
    """On real papers: all stays as it is until a classifier comes that is deaf to every theme; the record says what was measured."""
    inbox = inbox_of(
        tmp_path / "in", ("Bladel_beleidsregels_2018.pdf", "Nota_parkeernormen_Best.pdf", "Jaarstukken_2019_HL.pdf")
    )
    (inbox / "leeg.pdf").write_bytes(b"")
    quick = {"drift_vanaf": 2, "drift_bestanden": 2, "drift_gevallen": 1}

    def next_night(number, **settings):
        outcome = night(inbox, tmp_path / "uit", "2021-01-01", str(number), **quick, **settings)
        record = json.loads((outcome.folder / "run.json").read_text())
        assert record["drift"]["afwijkingen"] == list(outcome.drift)
        return record["drift"]

    first, second = next_night(1), next_night(2)
    assert first["inbox"] == second["inbox"]
    assert first["nieuw"] == {
        "bestanden": 4,
        "onleesbaar": 1,
        "leeg": 0,
        "niet over arbeidsmigratie": first["inbox"]["niet over arbeidsmigratie"],
    }
    assert second["nieuw"]["bestanden"] == 0
    assert first["inbox"]["passages"] >= first["inbox"]["huisvesting"] > 0
    assert first["afwijkingen"] == second["afwijkingen"] == []

    models = tmp_path / "models"
    shutil.copytree(ROOT / "models", models)
    path = models / "themas" / "nl_themaspin" / "kaart.json"
    card = json.loads(path.read_text())
    card["drempels"] = {theme: {"label": 1.0, "doubt": 0.99} for theme in card["drempels"]}
    path.write_text(json.dumps(card))
    lines = next_night(3, models=models)["afwijkingen"]
    assert lines[0].startswith("Huisvesting: 0,0% van de passages")
    assert "de classifier anders" in lines[-1]
