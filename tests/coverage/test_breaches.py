"""What is done about broken housing rules is enforcement, though no word of enforcement stands there (codebook, rule 2)."""

import pytest

from pipeline.coverage.breaches import ends_breach

from .papers import HANDHAVING, HUISVESTING, ZORG
from .test_assessment import CONTEXT, judged, paper_of

CLOSED = "Bij overbewoning wordt het pand binnen een maand ontruimd."


@pytest.mark.parametrize(
    "sentence",
    [
        CLOSED,
        "Illegale kamerverhuur beëindigen wij vóór de zomer.",
        "Wonen er te veel mensen in een huis, dan grijpen wij in.",
        "Woningen zonder verhuurvergunning worden gesloten.",
        "Bij te veel bewoners schrijft de gemeente de eigenaar aan.",
        "Tegen illegale bewoning treedt het college op.",
        "Overbewoonde panden sluiten wij.",
    ],
)
def test_to_end_what_is_against_the_housing_rules_is_enforcement(sentence):
    assert ends_breach(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Bij overbewoning werd het pand ontruimd.",
        "Illegale kamerverhuur beëindigen wij niet.",
        "Bij overbewoning kan het pand worden gesloten.",
        "Overbewoning komt vooral in de winter voor.",
        "De huurovereenkomst wordt beëindigd als het werk ophoudt.",
        "Wij sluiten een convenant over overlast in volle straten.",
        "Het spreekuur voor mensen zonder verzekering wordt gesloten.",
        "In de kernen schrijven wij bewoners aan over de enquête.",
        "Om overbewoning te voorkomen sluiten wij een convenant.",
        "Wij sluiten ons aan bij het onderzoek naar overbewoning.",
        "Bij overbewoning wordt de huurovereenkomst door de verhuurder beëindigd.",
        "Wordt bij overbewoning opgetreden?",
    ],
)
def test_what_is_over_or_uncertain_or_on_something_else_is_none(sentence):
    assert not ends_breach(sentence)


@pytest.mark.parametrize("said", ["bij overbewoning wordt ", "illegale bewoning wij schrijven ", "te veel mensen "])
def test_a_table_without_full_stops_is_gone_through_once(said):
    assert not ends_breach(said * 2000)


def test_it_counts_among_housing_rules_in_their_service():
    found = paper_of((f"Per huis wonen vier mensen. {CLOSED}", judged(HUISVESTING)))[HANDHAVING]
    assert (found.level, found.own_footing) == (3, False)


def test_it_counts_though_the_classifier_sees_no_theme():
    assert paper_of((CLOSED, judged(acting=0.9)))[HANDHAVING].level == 3


def test_a_mere_description_of_it_does_not():
    assert paper_of((CLOSED, judged(ZORG, strength=CONTEXT)))[HANDHAVING].level == 0
