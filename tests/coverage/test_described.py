"""What is plainly described though the classifier saw it nowhere: it makes a theme described, no more."""

import pytest

from pipeline.coverage.assessment import assess
from pipeline.coverage.described import plainly_described

from .papers import ARBEIDSMARKT, HUISVESTING, REGISTRATIE, RULES, ZORG
from .test_assessment import judged
from .test_not_policy import passage


@pytest.mark.parametrize(
    "text",
    [
        "De telers krijgen hun oogst zonder deze mensen niet van het land.",
        "Zonder hen staan de banden stil.",
        "Onze bedrijven kunnen niet zonder arbeidsmigranten.",
        "De slachterij kan hen niet missen.",
    ],
)
def test_that_businesses_need_them_is_of_the_economy(text):
    assert plainly_described(passage(0, text)) == [ARBEIDSMARKT]


@pytest.mark.parametrize(
    "text",
    [
        "Van hen verblijft ruim de helft in units op het erf.",
        "Zij slapen met acht man in een eengezinswoning.",
        "Met hun baan raken zij dezelfde dag hun kamer kwijt.",
        "Toen het contract stopte, verdween ook het bed.",
    ],
)
def test_in_what_they_live_and_that_they_lose_it_is_of_housing(text):
    assert plainly_described(passage(0, text)) == [HUISVESTING]


@pytest.mark.parametrize(
    "text",
    [
        "Zonder vergunning krijgt niemand water.",
        "Zonder hen te horen neemt de raad geen besluit.",
        "Wij nemen geen besluit zonder arbeidsmigranten eerst te raadplegen.",
        "De fractie kan de heer Jansen niet missen.",
        "In het dorp wonen 2.000 mensen uit Polen.",
        "In de winter slapen daklozen in een leeg pand.",
        "Het park is om tien uur dicht.",
    ],
)
def test_other_things_are_not(text):
    assert plainly_described(passage(0, text)) == []


def _found(*parts):
    texts, judgements = zip(*parts, strict=True)
    return assess([passage(at, text) for at, text in enumerate(texts)], judgements, RULES).findings


def test_it_is_described_at_most():
    found = _found(("Zonder hen staan de banden stil; wij schrijven hen in.", judged(REGISTRATIE)))
    assert (found[ARBEIDSMARKT].level, found[ARBEIDSMARKT].uncertain) == (1, False)


def test_it_takes_nothing_from_what_is_done_elsewhere():
    found = _found(("Zij wonen in units.", judged(ZORG)), ("Wij bouwen 80 bedden.", judged(HUISVESTING)))
    assert found[HUISVESTING].level == 3
