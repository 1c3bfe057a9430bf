"""Sentences that settle that a theme is spoken of for its own sake, beside housing rules (domain: "Own footing")."""

import pytest

from pipeline.coverage.assessment import assess
from pipeline.coverage.for_itself import checks_work, cures, gives_address, keeps_register, wants_to_know_who

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG
from .test_assessment import judged, paper_of
from .test_not_policy import passage

BEDS = "De toezichthouder telt de bedden in elk pand."
RULE = "Per pand mogen er ten hoogste acht mensen slapen."
VISITS = "Vier keer per jaar bezoeken wij met de Arbeidsinspectie bedrijven waar signalen van onderbetaling zijn."


@pytest.mark.parametrize(
    "text",
    [
        VISITS,
        "Samen met de Inspectie SZW gaan wij elk seizoen langs kassen en loodsen.",
        "Er komen zes bedrijfscontroles op werktijden.",
        "Het team controleert vijftig adressen en twaalf werkplekken per jaar.",
        "Het team gaat acht keer per jaar op pad; twee van die acties richten zich op uitbuiting.",
    ],
)
def test_visits_for_what_is_done_to_workers_are_checks_on_work(text):
    assert checks_work(passage(0, text))


@pytest.mark.parametrize(
    "text",
    [
        "Stuiten toezichthouders op uitbuiting, dan melden zij dat bij de Arbeidsinspectie.",
        "De controleurs komen soms uitbuiting tegen.",
        "Signalen van onderbetaling bij een bezoek geven wij door.",
        "Wij bezoeken elk pand, zo nodig met de Arbeidsinspectie.",
        "In 2019 werden tien bedrijven op loon gecontroleerd.",
        "Bij controle laat de teler zijn loonadministratie zien.",
        "De gemeente controleert het loon niet.",
        "De werkplek wordt niet gecontroleerd.",
        "De FNV bezoekt twaalf werkplekken per jaar.",
        "Wij overwegen controles op loon.",
        "Wij stellen voor om werkplekken te bezoeken.",
        "Zijn er controles op loon?",
        "Een inwoner vroeg of er controles op uitbuiting zijn.",
        "Wij controleren loonstroken bij de aanvraag voor een vergunning.",
        "Bij de controles is ook aandacht voor mensenhandel.",
    ],
)
def test_what_is_passed_on_or_over_or_of_housing_is_no_check_on_work(text):
    assert not checks_work(passage(0, text))


@pytest.mark.parametrize(
    "text",
    [
        "Voor inschrijving opent burgerzaken twee avonden per maand.",
        "Een inschrijfteam brengt de BRP op orde.",
        "Wij breiden adresonderzoek uit naar 200 adressen per jaar.",
        "Een loket voor de RNI neemt elke week verblijfadressen op.",
    ],
)
def test_a_desk_or_investigators_of_the_municipality_keep_the_register(text):
    assert keeps_register(passage(0, text))


@pytest.mark.parametrize(
    "text",
    [
        "De exploitant meldt bewoners aan bij burgerzaken voor de BRP.",
        "Bij twijfel doet burgerzaken een adresonderzoek.",
        "U schrijft zich in bij de balie burgerzaken.",
        "Wie langer blijft schrijft zich in.",
        "Blijft iemand langer, dan schrijft hij zich in aan de balie.",
        "Een werknemer moet zich bij de balie laten inschrijven.",
        "De lijst gaat naar burgerzaken en naar de BRP.",
        "Een inschrijfbalie voor de BRP komt er niet.",
        "Een loket voor inschrijving ontbreekt.",
        "De fractie vraagt om een RNI-loket.",
    ],
)
def test_what_others_must_or_what_serves_another_end_keeps_no_register(text):
    assert not keeps_register(passage(0, text))


@pytest.mark.parametrize(
    "text",
    ["De GGD houdt elke week een inloopspreekuur.", "Met drie huisartsenpraktijken spreken wij af wie hen aanneemt."],
)
def test_who_cures_does_so_for_its_own_sake(text):
    assert cures(passage(0, text))


@pytest.mark.parametrize(
    "text",
    [
        "De beheerder hangt het nummer van het spreekuur op.",
        "Bewoners krijgen een lijst met huisartsenpraktijken.",
        "Een eigen spreekuur komt er niet.",
        "Mag een uitzendbureau een spreekuur eisen?",
        "Een fractie wil een straatdokter.",
        "Huisartsenzorg is een taak van de zorgverzekeraar.",
        "In elk pand hangt waar de huisartsenpraktijk is.",
    ],
)
def test_what_residents_are_told_cures_nobody(text):
    assert not cures(passage(0, text))


@pytest.mark.parametrize("rule", [checks_work, keeps_register, cures])
def test_a_table_without_full_stops_is_gone_through_once(rule):
    assert not rule(passage(0, "loon bij bedrijven langs het pand, burgerzaken en brp, spreekuur " * 2000))


@pytest.mark.parametrize(
    ("sentence", "themes"),
    [
        (VISITS, (ARBEIDSMARKT, HANDHAVING)),
        ("Voor inschrijving opent burgerzaken twee avonden per maand.", (REGISTRATIE,)),
        ("De GGD houdt elke week een inloopspreekuur.", (ZORG,)),
    ],
    ids=["work", "register", "care"],
)
def test_a_theme_with_such_a_sentence_stands_on_its_own_among_housing_rules(sentence, themes):
    chapter = [passage(at, text, "6 Beheer") for at, text in enumerate([f"{BEDS} {sentence}", RULE, *[BEDS] * 8])]
    on_beds = judged(HUISVESTING, HANDHAVING)
    found = assess(chapter, [judged(HUISVESTING, *themes), *[on_beds] * 9], RULES)
    assert found.own_footing == (HUISVESTING, *themes)


def test_work_is_on_own_footing_where_the_enforcement_that_is_on_it_is():
    text = "Drie bedrijven worden samen met de Arbeidsinspectie bezocht op uitbuiting, dwang en loon."
    assert paper_of((text, judged(ARBEIDSMARKT, HANDHAVING)))[ARBEIDSMARKT].own_footing


@pytest.mark.parametrize(
    "text",
    [
        "Wij willen weten wie er in onze dorpen woont.",
        "Wij willen toe naar een beter beeld van wie hier verblijft.",
        "Wij willen zicht krijgen op wie hier verblijft.",
        "Wij willen in beeld krijgen wie er in de dorpen woont.",
        "Wij willen een beeld hebben van wie binnen onze grenzen verblijft.",
        "Een gemeente hoort te weten wie binnen haar grenzen slaapt.",
    ],
)
def test_who_wants_to_know_who_stays_there_means_the_register_itself(text):
    assert wants_to_know_who(passage(0, text))


@pytest.mark.parametrize(
    "text",
    [
        "De beheerder weet wie er in het pand slaapt.",
        "Wij willen dat de verhuurder kan weten wie er slaapt.",
        "Moet de gemeente weten wie er slaapt?",
        "De GGD weet niet wie waar verblijft.",
        "Wij willen weten wie dit betaalt.",
    ],
)
def test_who_offers_the_bed_or_only_tells_does_not(text):
    assert not wants_to_know_who(passage(0, text))


def test_an_address_for_who_has_no_house_serves_no_housing_rule():
    assert gives_address(passage(0, "Een briefadres is mogelijk voor wie hier aantoonbaar verblijft."))


@pytest.mark.parametrize(
    "text",
    [
        "Een briefadres geven wij niet.",
        "Kan de gemeente hun een briefadres geven?",
        "In 2019 werden tien briefadressen verstrekt.",
        "De fractie vroeg om een briefadres.",
        "Wij weigeren een briefadres.",
        "Het briefadres is afgeschaft.",
        "Misbruik van briefadressen pakken wij aan.",
        "Voor een briefadres verwijzen wij naar de gemeente Tilburg.",
        "Wij onderzoeken of een briefadres mogelijk is.",
        "Op een camping is een briefadres verboden.",
    ],
)
def test_an_address_that_is_asked_for_refused_or_of_the_past_is_not_given(text):
    assert not gives_address(passage(0, text))
