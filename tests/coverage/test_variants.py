"""A variant that a paper weighs and does not choose is no policy."""

import pytest

from pipeline.coverage import variants
from pipeline.coverage.variants import not_chosen
from tests.coverage.test_not_policy import levels, passage

from .papers import HUISVESTING, ZORG

OPENT = "De gemeente opent met de GGD een gezondheidspunt."
NIETS = "De gemeente laat de zorg aan de verzekeraar."


@pytest.mark.parametrize(
    "text",
    [
        f"Variant 1. {OPENT} Variant 2. {NIETS} Wij kiezen voor variant 2.",
        f"Scenario A: {OPENT} Scenario B: {NIETS} De raad heeft op 12 maart 2020 gekozen voor scenario B.",
        f"De raad koos voor optie twee. Optie een: {OPENT} Optie twee: {NIETS}",
        f"Alternatief A. {OPENT} Alternatief A is afgevallen.",
        f"{OPENT} Dit alternatief is afgevallen omdat het te duur is.",
        f"Variant 1: {OPENT} Het college kiest niet voor variant 1.",
        f"Model A: {OPENT} Model B: {NIETS} Model C: {NIETS} Onze keuze valt op model C.",
    ],
)
def test_a_variant_that_is_not_chosen_is_described(text):
    assert levels(ZORG, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Variant 1. {OPENT} Variant 2. {NIETS} Wij kiezen voor variant 1.",
        f"Variant 1. {OPENT} Variant 2. {NIETS} De raad kan kiezen voor variant 2.",
        f"Variant 1. {OPENT} Variant 2. {NIETS} Wij kiezen voor de varianten 1 en 2.",
        f"Variant 1. {NIETS} Variant 2. {NIETS} Wij kiezen voor variant 2. {OPENT}",
        f"{OPENT} Twee alternatieven zijn onderzocht. Alternatief A is afgevallen.",
        f"Wij kiezen voor variant 2. {OPENT}",
        f"Optie 1: {OPENT} Wie voor optie 2 kiest belt zelf een huisarts.",
    ],
)
def test_a_variant_that_is_chosen_and_what_stands_beside_it_count(text):
    assert levels(ZORG, text) == 3


def out(*parts):
    """The sentences that belong to a variant that is not chosen, of each (text, headings…)."""
    return [sorted(found) for found in not_chosen([passage(at, *part) for at, part in enumerate(parts)])]


def test_the_choice_may_stand_in_another_passage_or_under_another_heading():
    parts = [(OPENT, "Nota", "Varianten", "Variant 1"), (NIETS, "Nota", "Varianten", "Variant 2")]
    chosen = [out(*parts, (f"De raad kiest voor variant {label}.", "Nota", "Keuze")) for label in (2, 1)]
    assert chosen == [[[0], [], []], [[], [0], []]]


def test_a_variant_of_two_passages_ends_where_the_choice_is_told():
    under = ("Nota", "Varianten")
    first, chosen = ("Variant 1. Meer zorg.", *under), ("Variant 2. Geen zorg. Wij kiezen voor variant 2.", *under)
    assert out(first, (OPENT, *under), chosen) == [[0, 1], [0], []]
    assert out(first, chosen, (OPENT, *under)) == [[0, 1], [], []]


def test_a_choice_elsewhere_says_nothing_of_variants_that_have_one_of_their_own():
    work = ("Wij kiezen voor variant 2.", "Nota", "Werk")
    care = (f"Variant 1. {OPENT} Variant 2. {NIETS} Wij kiezen voor variant 1.", "Nota", "Zorg")
    assert levels(ZORG, work, care) == 3


@pytest.mark.parametrize(
    "heading",
    [
        "Alternatieven die zijn afgevallen",
        "Alternatief B (niet gekozen)",
        "Afgevallen varianten",
        "3.1 Niet gekozen opties",
    ],
)
def test_under_a_heading_of_what_was_not_chosen_all_is_described(heading):
    assert [levels(theme, (OPENT, "Nota", heading)) for theme in (ZORG, HUISVESTING)] == [1, 1]


@pytest.mark.parametrize("heading", ["Gekozen variant", "Variant 2", "Alternatieven", "Opties voor zorg"])
def test_under_other_headings_it_counts(heading):
    assert levels(ZORG, (OPENT, "Nota", heading)) == 3


def test_twice_the_passages_are_twice_the_work(monkeypatch):
    asked = []
    choice = variants._choice
    monkeypatch.setattr(variants, "_choice", lambda text: asked.append(text) or choice(text))

    def work(number):
        asked.clear()
        not_chosen([passage(at, OPENT, "Nota", "Wonen") for at in range(number)])
        return len(asked)

    assert work(80) == 2 * work(40) > 0
