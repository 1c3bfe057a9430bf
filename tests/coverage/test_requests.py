"""What a motion asks counts as a measure in the passage that holds the request."""

from dataclasses import replace

import pytest

from pipeline.coverage.requests import asked, with_requests
from pipeline.documents.paper import Motion
from pipeline.themes.codebook import Strength, Theme

from .papers import ARBEIDSMARKT, DAY, HANDHAVING, HUISVESTING, REGISTRATIE, ZORG
from .test_assessment import CONTEXT, judged, passage

ASK = "in de BRP te laten inschrijven wie hier langer dan vier maanden blijft"
MOTION = Motion("7", "gemeenteraad", DAY, ("CDA",), "aangenomen", (ASK, "de raad te informeren"), False)
ASKED = [judged(REGISTRATIE), judged()]


def test_a_requested_theme_is_a_measure_in_the_passage_that_holds_it():
    there, elsewhere = (
        passage(0, f"Verzoekt het college: {ASK};"),
        passage(1, "Constaterende dat velen niet in de BRP staan"),
    )
    known = [judged(REGISTRATIE, strength=CONTEXT), judged(REGISTRATIE, strength=CONTEXT)]
    found = with_requests([there, elsewhere], known, MOTION.requests, ASKED)
    assert found[0].strength_of(REGISTRATIE) == Strength.MAATREGEL
    assert found[0].act_chance(REGISTRATIE) == 1.0
    assert found[1] == known[1]


def test_a_theme_that_the_whole_passage_hid_is_found_in_its_request():
    found = with_requests([passage(0, ASK.upper())], [judged(ZORG)], MOTION.requests, ASKED)
    assert found[0].labels == (REGISTRATIE, ZORG)


def test_what_a_motion_asks_no_more_is_on_no_theme():
    lapsed = passage(0, "• [vervallen] met de GGD een spreekuur in te richten;")
    (found,) = with_requests([lapsed], [judged(ZORG)], MOTION.requests, ASKED)
    assert (found.labels, found.uncertain) == ((), ())


def test_beside_a_request_that_lapsed_the_others_stand():
    both = passage(0, f"1. {ASK}; 2. met de GGD een spreekuur in te richten; [vervallen]")
    (found,) = with_requests([both], [judged(REGISTRATIE, ZORG)], MOTION.requests, ASKED)
    assert found.labels == (REGISTRATIE,)


def test_a_paper_that_is_no_motion_stays_as_it_is():
    known = [judged(ZORG)]
    assert with_requests([passage(0, ASK)], known, (), []) == known


@pytest.mark.parametrize(
    ("request_", "themes"),
    [
        ("een plan van aanpak arbeidsmigratie op te stellen waarin huisvesting, werk en zorg samenkomen", [0, 1, 3]),
        ("een beleidskader op te stellen met aandacht voor registratie en handhaving", [2, 4]),
        ("zorg te dragen voor een beleidskader dat wordt opgesteld en er werk van te maken", []),
        ("in gesprek te gaan over huisvesting, werk en zorg", []),
        ("daarin in elk geval huisvesting, registratie en handhaving op te nemen", [0, 2, 4]),
    ],
)
def test_a_request_for_policy_is_about_the_themes_it_names(request_, themes):
    assert asked(request_, judged()).labels == tuple(list(Theme)[i] for i in themes)


def test_what_the_classifier_saw_in_a_request_stays():
    assert asked("de GGD te vragen om een spreekuur", judged(ZORG, score=0.9)).scores[ZORG] == 0.9
    assert asked("een beleidskader op te stellen voor werk", judged(ZORG)).labels == (ARBEIDSMARKT, ZORG)


def test_both_themes_of_exploitation_are_asked_for():
    assert asked("uitbuiting van arbeidsmigranten aan te pakken", judged()).labels == (ARBEIDSMARKT, HANDHAVING)


def test_what_the_classifier_doubts_in_a_request_is_not_asked_for():
    doubted = judged(HUISVESTING, uncertain=(ARBEIDSMARKT,))
    assert asked("met uitzendbureaus af te spreken dat zij één woning per straat gebruiken", doubted).labels == (
        HUISVESTING,
    )


@pytest.mark.parametrize(
    "request_",
    [
        "omwonenden bij plannen te betrekken",
        "bij het opstellen daarvan ZLTO en de uitzendbureaus te betrekken",
        "de huisartsen en de GGD te raadplegen",
    ],
)
def test_whom_to_hear_is_on_no_theme(request_):
    assert asked(request_, judged(ARBEIDSMARKT, ZORG)).labels == ()


def test_who_is_heard_and_then_checked_is_asked_for():
    seen = judged(ARBEIDSMARKT)
    assert asked("werkgevers te betrekken en de uitzendbureaus te controleren", seen).labels == (ARBEIDSMARKT,)


def test_a_bed_that_the_classifier_calls_housing_is_care_for_who_has_no_roof():
    sure = judged(HUISVESTING, ZORG)
    assert asked("bedden vrij te houden voor wie ziek is en geen dak heeft", sure).labels == (ZORG,)
    assert asked("bedden vrij te houden voor wie ziek is en hier werkt", sure).labels == (HUISVESTING, ZORG)


def test_homes_for_who_has_none_are_housing_where_nothing_is_said_of_care():
    assert asked("woningen te bouwen voor wie nu geen dak heeft", judged(HUISVESTING)).labels == (HUISVESTING,)


@pytest.mark.parametrize(
    "request_",
    [
        "de raad halverwege 2022 te berichten hoeveel mensen daar zijn geweest",
        "de gemeenteraad jaarlijks te informeren over hoeveel bewoners er zijn geteld",
        "na een jaar aan de raad te rapporteren hoeveel mensen zijn geholpen",
        "en de raad hierover voor de zomer op de hoogte te brengen, met aantallen",
        "de raad voor 1 juli een overzicht te sturen van het aantal mensen dat zich heeft gemeld",
    ],
)
def test_a_request_to_tell_the_council_how_many_registers_nobody(request_):
    assert asked(request_, judged(REGISTRATIE, ZORG)).labels == (ZORG,)
    assert asked(request_, judged(uncertain=(REGISTRATIE,))).labels == ()


@pytest.mark.parametrize(
    "request_",
    [
        "de raad te berichten hoeveel arbeidsmigranten in de BRP zijn ingeschreven",
        "een adresonderzoek te houden en de raad te berichten hoeveel mensen daar wonen",
        "bij te houden hoeveel mensen daar verblijven en dat aan de raad te melden",
        "de raad voor te stellen bij te houden wie waar verblijft",
    ],
)
def test_a_request_that_registers_does_so_whoever_is_told(request_):
    assert asked(request_, judged(REGISTRATIE)).labels == (REGISTRATIE,)


def test_the_address_where_something_is_asked_registers_nobody():
    seen = judged(HANDHAVING)
    request_ = "bij elke controle op een adres de huurovereenkomsten op te vragen"
    assert asked(request_, replace(seen, scores=seen.scores | {REGISTRATIE: 0.2})).labels == (HANDHAVING,)


@pytest.mark.parametrize(
    ("wanted", "apart"),
    [
        (judged(ZORG), (ZORG,)),
        (judged(HUISVESTING, ZORG), ()),
        (judged(HANDHAVING), ()),
    ],
    ids=["care alone", "with housing", "enforcement needs an object"],
)
def test_a_request_on_nothing_but_its_theme_is_for_its_own_sake(wanted, apart):
    text = "verzoekt het college hulp te bieden aan wie op straat komt"
    (found,) = with_requests([passage(0, text)], [judged(HUISVESTING, ZORG)], [text[19:]], [wanted])
    assert found.asked_apart == apart


def test_a_bed_that_outlasts_the_job_is_asked_for_the_sake_of_work():
    text = "verzoekt het college alleen logies te vergunnen met een huurcontract dat losstaat van het arbeidscontract"
    wanted = judged(HUISVESTING, ARBEIDSMARKT)
    (found,) = with_requests([passage(0, text)], [judged(HUISVESTING)], [text[19:]], [wanted])
    assert found.asked_apart == (ARBEIDSMARKT,)
