"""What stands in a paper without being its policy describes a theme at most: questions, others' plans, what was voted down."""

import re

import pytest

from pipeline.coverage.assessment import assess
from pipeline.coverage.marked import lists_verdicts
from pipeline.language.passages import Passage, Place, Sentence
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

from .papers import ARBEIDSMARKT, HUISVESTING, RULES, ZORG

BOXTEL = "GM0757"
PUNT = "een gezondheidspunt voor onverzekerde arbeidsmigranten"


def passage(number, text, *section, ends=r"[.?!:]"):
    place = Place(1, (0.0, 0.0, 100.0, 10.0))
    starts = [0, *(match.end() for match in re.finditer(rf"(?<={ends})[\"”)]*\s+", text))]
    spans = [(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return Passage(number, text, section, tuple(Sentence(a, b, text[a:b].strip(), (place,)) for a, b in spans))


def levels(theme, *parts, owners=(BOXTEL,), asked=()):
    """The level of a theme in a paper of (text, headings…), each of which the classifier calls a measure on that theme."""
    passages = [passage(at, *((part,) if isinstance(part, str) else part)) for at, part in enumerate(parts)]
    scores = {one: 0.95 if one == theme else 0.02 for one in Theme}
    judged = [JudgedText((theme,), (), scores, Strength.MAATREGEL, 1.0)] * len(passages)
    return assess(passages, judged, RULES, owners=owners, asked=asked).findings[theme].level


@pytest.mark.parametrize(
    "text",
    [
        f"Moet de gemeente met de GGD {PUNT} openen? Of is dat een taak van de verzekeraar?",
        f"Vindt u dat de gemeente {PUNT} moet openen?",
        f"Zouden wij {PUNT} moeten openen? Wij leggen deze vraag voor aan inwoners en huisartsen.",
        f"Moet de gemeente {PUNT} openen? Veel mensen in de regio zijn onverzekerd en zonder huisarts.",
        f"Is het wenselijk dat wij {PUNT} openen? Daarover gaan wij met de raad in gesprek.",
        f"Stelling 2: de gemeente opent {PUNT}. De raad heeft over deze stelling geen besluit genomen.",
        f"De vraag is of de gemeente {PUNT} moet openen. Een antwoord daarop is er nog niet.",
        f"Wie opent {PUNT}? En wie betaalt de huisarts als iemand geen polis heeft? Dat is nog niet bekend.",
    ],
)
def test_what_is_only_asked_is_described(text):
    assert levels(ZORG, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"Moet de gemeente {PUNT} openen? Ja, met de GGD doen wij dat in 2021.",
        f"Wie opent {PUNT}? De gemeente opent het met de GGD.",
        f"Wat gaan wij doen? Met de GGD openen wij {PUNT}.",
        "Heeft iemand geen huisarts? Dan helpt het informatiepunt bij het vinden van een praktijk.",
        "Bent u ziek en onverzekerd? Bel het gezondheidspunt, dat een huisarts zoekt.",
        "Wij toetsen elk plan voor een spreekuur op drie punten: doet een huisarts mee? Is er een tolk? Is de GGD akkoord?",
        "Is er een huisarts binnen vijf kilometer? Heeft de locatie een spreekkamer voor de huisarts?",
        "Nr: D6; Vraag: Verbindt de exploitant zich aan een huisarts?; Toelichting: voorschrift bij de vergunning",
        "Mag ik zelf een huisarts kiezen? Alleen als de praktijk plaats heeft.",
        "Wie controleert de zorgverzekering? De GGD, namens ons.",
        f"Wij openen {PUNT}. Hoe het na 2024 verder gaat? Dat bespreken wij met de raad.",
    ],
)
def test_a_question_that_is_answered_leaves_the_answer_standing(text):
    assert levels(ZORG, text) == 3


@pytest.mark.parametrize(
    "heading",
    ["Discussievragen", "5.2 Stellingen voor het gesprek", "Vragen aan de raad", "Vijf dilemma's", "Ter discussie"],
)
def test_under_a_heading_of_discussion_all_is_asked(heading):
    assert levels(ZORG, (f"De gemeente opent met de GGD {PUNT}. Elke week is er een spreekuur.", "Nota", heading)) == 1


def test_under_a_heading_of_discussion_an_answer_counts():
    text = f"Opent de gemeente {PUNT}? Antwoord van het college: wij openen met de GGD een punt voor wie een huisarts zoekt."
    assert levels(ZORG, (text, "Vragen aan de raad")) == 3


@pytest.mark.parametrize("heading", ["Vragen en antwoorden", "Wat gaan wij doen?", "Hoe helpen wij wie ziek is?"])
def test_a_heading_that_asks_puts_nothing_up_for_discussion(heading):
    assert levels(ZORG, (f"De gemeente opent met de GGD {PUNT}.", heading)) == 3


def test_a_question_on_housing_is_no_rule_on_housing():
    assert levels(HUISVESTING, "Moet de gemeente op elk erf logies voor dertig mensen toestaan?") == 1


def test_what_a_motion_asks_counts_though_it_is_a_question():
    assert levels(ZORG, f"Wil het college {PUNT} openen?", asked=[ZORG]) == 3


def test_a_list_of_verdicts_on_the_themes_is_no_policy():
    verdicts = "Beoordeling: zorg: gedekt, registratie: niet gedekt, handhaving: gedekt."
    housing = f"Op elk erf mogen dertig mensen wonen. {verdicts} De handhaver legt een dwangsom op."
    assert lists_verdicts(passage(0, housing, ends=r"[.?!]")) == {1}


def test_a_theme_with_its_measure_behind_a_colon_is_no_verdict():
    assert not lists_verdicts(passage(0, "Zorg: een spreekuur, registratie: een balie, handhaving: boa.", ends=r"[.]"))


@pytest.mark.parametrize(
    "row",
    [
        "Actie 2019: Spreekuur van de GGD openen; Gedaan?: ja; Opmerking: sinds maart 2020",
        "Maatregel: De gemeente opent een spreekuur; Uitgevoerd: deels",
        "Maatregel: Spreekuur; Gelukt: niet",
    ],
)
def test_a_row_on_whether_something_was_done_looks_back(row):
    assert levels(ZORG, row) == 1


@pytest.mark.parametrize(
    "row",
    [
        "Actie: Spreekuur van de GGD openen; Gereed: maart 2020",
        "Actie: Spreekuur; Uitgevoerd door: GGD; Wanneer: 2020",
        "Actie: De GGD opent een spreekuur; Uitgevoerd: niet eerder dan 2026",
    ],
)
def test_a_row_on_who_does_it_and_when_is_a_measure(row):
    assert levels(ZORG, row) == 3


def test_what_a_national_body_does_by_itself_is_described():
    assert levels(ARBEIDSMARKT, "De Inspectie SZW controleert bij bedrijven het minimumloon.") == 1


def test_what_a_national_body_does_as_party_to_an_agreement_is_a_measure():
    text = "Partijen houden acht controles per jaar. De Inspectie SZW heeft de leiding en ziet op minimumloon."
    assert levels(ARBEIDSMARKT, text) == 3


ANSWERED = "Wij houden elke maand een inschrijfdag op het stadhuis. "
LIES = "Er liggen wel eens onverzekerden uit die landen op de spoedeisende hulp."


@pytest.mark.parametrize(
    "text",
    [
        f"{ANSWERED}5) {LIES} Vergoedt het college deze kosten?",
        f"{ANSWERED}Vraag 12) De huisarts weigert onverzekerden. Wil het college een spreekuur openen?",
        f"{ANSWERED}3a) {LIES} Is het college bereid een fonds in te stellen? En wanneer?",
    ],
)
def test_what_introduces_a_question_with_a_number_is_asked_too(text):
    assert levels(Theme.ZORG, text) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"5) Wij openen {PUNT}.",
        f"5) Wij openen {PUNT}. Wat kost dat? Dat kost 40.000 euro per jaar.",
        f"Wij openen {PUNT}. Vergoedt het college ook de kosten van de spoedeisende hulp?",
    ],
)
def test_a_measure_with_a_number_or_before_a_question_stands(text):
    assert levels(Theme.ZORG, text) == 3
