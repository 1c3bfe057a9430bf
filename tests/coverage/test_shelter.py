"""A bed for who has no roof is care; any other bed is housing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.coverage.footing import stands_apart
from pipeline.coverage.shelter import without_shelter
from pipeline.coverage.wording import ReviewedText
from pipeline.themes.codebook import Theme
from tests.coverage.papers import HUISVESTING, ZORG
from tests.coverage.test_assessment import judged, passage

STREET = "De straatdokter zoekt hen elke week op, en er zijn zes bedden voor vier nachten."
BEDS = "Er zijn zes bedden voor vier nachten."


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (STREET, "Nota"),
        (STREET, "Wie buiten slaapt"),
        (BEDS, "Mensen op straat"),
        ("De winteropvang houdt zes bedden vrij.", "Nota"),
        ("Wij houden bedden vrij voor wie ziek is en geen dak heeft.", "Nota"),
    ],
)
def test_a_bed_for_who_has_no_roof_is_care_and_no_housing(text, heading):
    one = passage(0, text, heading)
    seen = without_shelter(one, judged(HUISVESTING, ZORG))
    assert (seen.labels, seen.scores[HUISVESTING], stands_apart(ZORG, one)) == ((ZORG,), 0.0, True)


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Bij zestig bedden of meer komt een huisarts langs op de locatie.", "Nota"),
        ("Wie zijn baan verliest houdt vier weken zijn bed, zodat mensen niet op straat komen te staan.", "Nota"),
        (BEDS, "Regels voor logies"),
    ],
)
def test_other_beds_are_housing(text, heading):
    both = judged(HUISVESTING, ZORG)
    assert without_shelter(passage(0, text, heading), both) == both


def test_beds_of_both_kinds_leave_the_housing():
    rule, both = "Elke locatie heeft een beheerder.", judged(HUISVESTING, ZORG)
    one = passage(0, STREET, "Nota")
    beside = replace(one.sentences[0], text=rule)
    assert without_shelter(replace(one, sentences=(*one.sentences, beside)), both) == both


def test_homes_for_who_has_none_are_housing_where_nothing_is_said_of_care():
    homes = judged(HUISVESTING)
    assert without_shelter(passage(0, "Wij bouwen woningen voor wie geen dak heeft.", "Nota"), homes) == homes


def test_what_a_person_judged_stays_as_it_is():
    one = judged(HUISVESTING, ZORG)
    reviewed = ReviewedText(one.labels, one.uncertain, dict.fromkeys(Theme, 0.9), one.strength, one.acting)
    assert without_shelter(passage(0, STREET, "Nota"), reviewed) == reviewed
