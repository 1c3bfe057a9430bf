"""Slides of an evening on which nothing is decided say what is meant there, and what there is already; neither is a measure."""

import pytest

from pipeline.coverage.wording import ReviewedText
from pipeline.themes.codebook import Strength, Theme

from .papers import HUISVESTING, REGISTRATIE, ZORG
from .test_assessment import judged, paper_of

MAATREGEL, CONTEXT = Strength.MAATREGEL, Strength.CONTEXT

TALK = ("Er wordt vanavond niets besloten.", judged(strength=CONTEXT))
ADOPTED = ("Op 3 juni is er in de raad over gesproken.", judged(strength=CONTEXT))


@pytest.mark.parametrize("said", ["Vanavond wordt niets besloten.", "Vanavond nemen wij geen besluit."])
def test_in_other_words_nothing_is_decided_either(said):
    beds = ("Er komen twee locaties voor elk honderd mensen.", judged(HUISVESTING))
    assert paper_of((said, judged(strength=CONTEXT)), beds)[HUISVESTING].level == 2


@pytest.mark.parametrize(
    "said",
    [
        "Er wordt vandaag niets gedaan aan uitbuiting.",
        "Er wordt vandaag niets geregistreerd bij aankomst.",
        "Wij besluiten vandaag niets over de bijlage.",
    ],
)
def test_what_is_not_done_today_says_nothing_of_what_is_decided(said):
    beds = ("Er komen twee locaties voor elk honderd mensen.", judged(HUISVESTING))
    assert paper_of((said, judged(strength=CONTEXT)), beds)[HUISVESTING].level == 3


@pytest.mark.parametrize(("said", "level"), [(TALK, 2), (ADOPTED, 3)])
def test_where_nothing_is_decided_a_measure_is_an_aim(said, level):
    beds = ("Er komen twee locaties voor elk honderd mensen.", judged(HUISVESTING))
    assert paper_of(said, beds)[HUISVESTING].level == level


@pytest.mark.parametrize(("said", "level"), [(TALK, 1), (ADOPTED, 3)])
def test_where_nothing_is_decided_what_there_is_already_is_described(said, level):
    beds = ("Ten hoogste vier bewoners per woning.", judged(HUISVESTING), "Hoe is het nu geregeld?")
    assert paper_of(said, beds)[HUISVESTING].level == level


@pytest.mark.parametrize(("said", "level"), [(TALK, 2), (ADOPTED, 1)])
def test_where_nothing_is_decided_what_is_inclined_to_is_an_aim(said, level):
    care = (
        "Denkrichting: verkennen met de GGD waar men zonder huisarts terechtkan?",
        judged(ZORG, strength=CONTEXT, acting=0.1),
    )
    assert paper_of(said, care)[ZORG].level == level


def test_a_plain_word_among_what_is_inclined_to_is_an_aim_too():
    rows = "Denkrichting: twee locaties met elk honderd bedden. Inschrijving bij aankomst."
    found = paper_of(TALK, (rows, judged(HUISVESTING, strength=CONTEXT, acting=0.1)))
    assert (found[HUISVESTING].level, found[REGISTRATIE].level) == (2, 2)


def test_where_nothing_is_decided_what_a_person_judged_stays():
    by_person = ReviewedText(
        (HUISVESTING,), (), {theme: 0.9 * (theme == HUISVESTING) for theme in Theme}, MAATREGEL, 1.0
    )
    assert paper_of(TALK, ("Ten hoogste vier per woning.", by_person, "Wat hebben we nu?"))[HUISVESTING].level == 3
