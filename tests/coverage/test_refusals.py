"""What will not be done is no policy, nor what is done for others."""

import re

import pytest

from pipeline.coverage.assessment import assess
from pipeline.coverage.refusals import refuses
from pipeline.language.passages import Passage, Place, Sentence
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

from .papers import HUISVESTING, REGISTRATIE, RULES, ZORG

MOERDIJK = "GM1709"


@pytest.mark.parametrize(
    "sentence",
    [
        "Een convenant met werkgevers sluiten wij niet.",
        "De gemeente biedt geen extra avondbalie voor inschrijving in de BRP.",
        "Evenmin stellen wij een meldpunt in.",
        "Signalen over onderbetaling behoren niet tot onze taak.",
        "Toezicht op het loon is geen taak van de gemeente.",
        "Wij stellen ook geen meldpunt in.",
        "Een avondopenstelling komt er niet.",
        "Een spreekuur op de locatie vinden wij niet nodig.",
        "Een spreekuur past niet bij de rol van de gemeente.",
        "Toezicht op loon is een taak van de Nederlandse Arbeidsinspectie.",
        "Voor een convenant ziet het college geen grond.",
        "Wij zien daarvan af.",
        "Wij hebben besloten niet deel te nemen aan het interventieteam.",
        "Wij betalen er ook niet aan mee.",
        "Adresonderzoek heeft geen prioriteit.",
        "Aan dat signaal verbinden wij nu geen gevolgen.",
        "Het idee om te vaccineren is van tafel.",
        "Voor dakloze arbeidsmigranten is de centrumgemeente Helmond aan zet.",
    ],
)
def test_what_will_not_be_done_is_refused(sentence):
    assert refuses(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "Wij laten het niet langer over aan werkgevers.",
        "Niet de verzekeraar maar de gemeente betaalt het spreekuur.",
        "Wij openen niet alleen een balie maar ook een spreekuur.",
        "Wij openen elke dinsdagavond een balie voor wie niet overdag kan.",
        "Wie geen huisarts heeft, helpt de gemeente aan een praktijk.",
        "De GGD komt elk kwartaal langs, ook bij wie geen polis heeft.",
        "Wij sluiten niet uit dat er meer spreekuren komen.",
        "Wie binnen de termijn herstelt, betaalt niets.",
    ],
)
def test_a_denial_within_a_promise_refuses_nothing(sentence):
    assert not refuses(sentence)


def covered(text, *section, themes=(ZORG,), owners=(), strength=Strength.MAATREGEL):
    """What is found in a paper with one passage under these headings that the classifier calls a measure, or something else."""
    place = Place(1, (0.0, 0.0, 100.0, 10.0))
    starts = [0, *(match.end() for match in re.finditer(r"(?<=[.])\s+", text))]
    spans = [(a, b) for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    one = Passage(0, text, section, tuple(Sentence(a, b, text[a:b].strip(), (place,)) for a, b in spans))
    scores = {theme: 0.95 if theme in themes else 0.02 for theme in Theme}
    judged = JudgedText(tuple(themes), (), scores, strength, float(strength is Strength.MAATREGEL))
    filler = Passage(1, "Over het proces.", (), (Sentence(0, 16, "Over het proces.", (place,)),))
    nothing = JudgedText((), (), dict.fromkeys(Theme, 0.02), Strength.CONTEXT, 0.0)
    return assess([one, filler], [judged, nothing], RULES, owners=owners).findings


def test_a_refusal_with_its_explanation_only_describes():
    text = "Een spreekuur bij de huisarts past niet bij de rol van de gemeente. Wie ziek is belt zelf een praktijk."
    assert covered(text)[ZORG].level == 1


def test_a_refusal_beside_what_is_done_leaves_that_standing():
    text = "Een eigen spreekuur komt er niet. Wij sluiten met twee huisartsen een overeenkomst voor wie ziek is."
    assert covered(text)[ZORG].level == 3


def test_an_aim_beside_what_is_left_to_others_leaves_the_aim_standing():
    text = "Ons doel is dat ieder binnen een week een huisarts spreekt. Het loket is een zaak van de verzekeraars."
    assert covered(text)[ZORG].level == 3


@pytest.mark.parametrize(
    "heading", ["Wat wij niet doen", "4.2 Maatregelen die de raad heeft geschrapt", "Afgevallen opties"]
)
def test_under_a_heading_of_what_is_not_done_all_is_description(heading):
    assert covered("Spreekuur met tolk bij de huisarts.", heading)[ZORG].level == 1


@pytest.mark.parametrize(
    "row",
    [
        "Maatregel: Spreekuur huisarts met tolk; Besluit: niet; Wanneer: vervalt",
        "Actie: Spreekuur huisarts met tolk; Wie: GGD; Stand: Stopgezet per 1 januari 2024",
        "Actie: Spreekuur huisarts met tolk; Wie: GGD; Stand: beëindigd",
        "Inbreng: Open een spreekuur bij de huisarts; Reactie gemeente: Nemen wij niet over",
    ],
)
def test_a_row_that_was_refused_is_description(row):
    assert covered(row)[ZORG].level == 1


def test_a_row_that_was_granted_counts():
    assert covered("Maatregel: Spreekuur huisarts met tolk; Besluit: wel; Wanneer: 2024")[ZORG].level == 3


def test_what_a_neighbour_does_counts_for_the_neighbour_alone():
    text = "De gemeente Bergen op Zoom betaalt een spreekuur met tolk bij de huisarts."
    assert (covered(text, owners=(MOERDIJK,))[ZORG].level, covered(text, owners=("GM0748",))[ZORG].level) == (1, 3)


def test_to_refuse_a_way_of_housing_is_a_rule_on_housing():
    text = "Op recreatieparken staan wij geen huisvesting toe; aan zulke plannen werken wij niet mee."
    assert covered(text, themes=(HUISVESTING,))[HUISVESTING].level == 3


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        (
            "Inwoners van 75 jaar en ouder krijgen een huisbezoek van de GGD, die zo nodig de huisarts inschakelt.",
            "4.1 Gezondheid",
        ),
        ("Zij krijgen hulp bij het vinden van een huisarts en een zorgverzekering.", "Statushouders"),
        ("Voor inwoners met een bijstandsuitkering betalen wij de huisarts.", "Werk"),
    ],
)
def test_what_is_done_for_another_group_does_not_count(text, heading):
    assert covered(text, heading)[ZORG].level == 0


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Ouderen en arbeidsmigranten krijgen een huisbezoek van de GGD, die zo nodig de huisarts inschakelt.", "Zorg"),
        ("De GGD houdt spreekuur op de logieslocaties. Studenten zijn daar ook welkom bij de huisarts.", "Zorg"),
        ("Wie slachtoffer is van uitbuiting helpen wij aan een huisarts en een bed.", "3. Ondermijning"),
        ("Wie zijn paspoort moest afgeven krijgt een arts en wordt aangemeld bij CoMensha.", "3. Ondermijning"),
    ],
)
def test_what_is_done_for_labour_migrants_too_counts(text, heading):
    assert covered(text, heading)[ZORG].level == 3


@pytest.mark.parametrize(
    "answer",
    [
        "Wij leggen daarover niets op.",
        "Het college schrijft daarvoor niets voor.",
        "De gemeente regelt daar zelf niets voor.",
        "Wij stellen daaraan geen eisen.",
    ],
)
def test_what_the_municipality_leaves_to_an_operator_is_no_measure_on_housing(answer):
    text = f"Of en hoe ze gebruikt worden, hangt af van de exploitant. {answer}"
    assert covered(text, themes=(HUISVESTING,), strength=Strength.CONTEXT)[HUISVESTING].level == 1


@pytest.mark.parametrize(
    "rule",
    [
        "Wij leggen de exploitant op dat er niets aan de kamers verandert.",
        "Wij sluiten niets uit en verlenen vergunning voor zestig bedden.",
        "Het college legt een dwangsom op als de exploitant niets doet aan de kamers.",
    ],
)
def test_what_is_imposed_on_an_operator_stays_a_measure_on_housing(rule):
    assert covered(rule, themes=(HUISVESTING,), strength=Strength.CONTEXT)[HUISVESTING].level == 3


@pytest.mark.parametrize(
    "cause",
    [
        "De meesten staan niet in de basisadministratie, krijgen daardoor geen oproep en hebben geen vaste huisarts.",
        "Wie nergens is ingeschreven, heeft vaak geen huisarts.",
        "Velen zijn niet geregistreerd, waardoor de GGD hen mist.",
    ],
)
def test_a_register_that_is_but_the_cause_of_what_care_lacks_is_described(cause):
    text = f"{cause} De gemeente betaalt daarom een tolk bij de dokter."
    found = covered(text, themes=(ZORG, REGISTRATIE))
    assert (found[ZORG].level, found[REGISTRATIE].level) == (3, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Wie niet is ingeschreven, heeft geen huisarts. Elke maand houdt Burgerzaken zitting om mensen in te schrijven in de BRP.",
        "Wie niet is ingeschreven en daardoor geen huisarts heeft, helpen wij bij de inschrijving. Een tolk gaat mee.",
        "Wie blijft en niet is ingeschreven krijgt een boete. De gemeente betaalt een tolk bij de dokter.",
    ],
)
def test_a_register_for_which_something_is_done_beside_care_is_not(text):
    assert covered(text, themes=(ZORG, REGISTRATIE))[REGISTRATIE].level == 3


def test_a_register_that_is_the_cause_of_something_else_than_care_is_not_touched():
    text = "Velen staan niet in de BRP en krijgen daardoor geen brief. De gemeente gaat daarom de bedrijven langs."
    assert covered(text, themes=(REGISTRATIE,))[REGISTRATIE].level == 3
