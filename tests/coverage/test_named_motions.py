"""Which motion a letter means that names one by what it is on or by its day, and what it says came of it."""

from dataclasses import replace

import pytest

from pipeline.coverage.trail import trails
from pipeline.documents.paper import PaperKind
from tests.documents.made import read

from .papers import RULES, day, paper
from .test_trail import ASTEN, motion


def moved(number, title, request, on="2022-06-02"):
    made = motion(number, on, title, ASTEN)
    return replace(made, paper=replace(made.paper, motion=replace(made.paper.motion, requests=(request,))))


MOTIONS = [
    moved("M12", "Een huisarts voor iedereen", "een spreekuur van een huisarts te regelen voor arbeidsmigranten"),
    moved("M3", "Motie Groen langs de Bakelseweg", "een fietspad met bomen aan te leggen langs de Bakelseweg"),
    moved("M14", "Zicht op adressen", "arbeidsmigranten te registreren op het adres waar zij slapen", "2021-11-09"),
]


def came_of(text):
    """What came of each motion of which a letter with this text speaks, by number."""
    written = read("## Raadsinformatiebrief\nGemeente Asten\nDatum: 12 oktober 2023", f"Geachte raad,\n{text}")
    letter = paper("2023-10-12", title="Brief", kind=PaperKind.COUNCIL_PAPER, owners=(ASTEN,), path="brief.pdf")
    letter = replace(letter, paper=replace(written, owners=letter.paper.owners, date=letter.paper.date))
    found = trails([*MOTIONS, letter], day("2024-01-01"), RULES)[0]
    return {one.motion.paper.motion.number: one.status.value for one in found if one.steps}


@pytest.mark.parametrize(
    "text",
    [
        "In de motie Een huisarts voor iedereen vroeg u om een spreekuur.",
        "De motie ‘een huisarts voor iedereen’ van de SP is in uitvoering.",
        "De motie van de SP, Een huisarts voor iedereen, is in uitvoering.",
        'De motie van GroenLinks en de SP met de titel "Een huisarts voor iedereen" is in uitvoering.',
        "De motie inzake een huisarts voor iedereen is in uitvoering.",
        "De motie Huisarts voor iedereen vraagt ons een spreekuur te regelen.",
        "Motie vreemd aan de orde van de dag Een huisarts voor iedereen",
        "Motie nr. M12 d.d. 2 juni 2022 over huisartsen.",
        "Motie-12 vraagt om een spreekuur.",
        "In de motie met kenmerk M12 staat dat.",
        "Moties M11 t/m M13 zijn in behandeling.",
        "In de motie van 2 juni 2022 heeft uw raad gevraagd om een spreekuur voor arbeidsmigranten.",
        "Uw raad heeft ons op 2 juni 2022 bij motie gevraagd een spreekuur te regelen.",
        "De SP diende op 2 juni 2022 een motie in over de huisarts voor arbeidsmigranten.",
        "De motie Een huisarts voor iedereen vroeg om een spreekuur. De motie van 7 juli 2022 ging over bomen.",
    ],
)
def test_a_motion_is_known_by_its_title_or_by_its_day_and_what_it_asks(text):
    assert [*came_of(text)] == ["M12"]


@pytest.mark.parametrize(
    "text",
    [
        "De motie van 2 juni 2022 over hondenbelasting is uitgevoerd.",
        "De motie Een bankje voor iedereen is afgedaan.",
        "Zicht op adressen is belangrijk voor iedereen.",
        "De raad van Deurne nam de motie Een huisarts voor iedereen ook aan in Deurne.",
        "De Tweede Kamer nam de motie van 2 juni 2022 over de huisarts voor arbeidsmigranten aan.",
        "De motie over woningen voor arbeidsmigranten is aangehouden.",
        "De motie van wantrouwen van 2 juni 2022 ging niet over arbeidsmigranten.",
    ],
)
def test_another_motion_is_not_taken_for_it(text):
    assert came_of(text) == {}


def test_of_two_motions_of_a_day_the_one_is_meant_that_asks_for_it():
    assert [*came_of("De motie van 2 juni 2022 over bomen langs de Bakelseweg loopt.")] == ["M3"]


def test_where_two_motions_of_a_day_fit_as_well_none_is_meant():
    assert came_of("De motie van 2 juni 2022 over arbeidsmigranten en de Bakelseweg loopt.") == {}


def test_more_motions_may_be_named_by_their_titles():
    assert [*came_of("Van de moties Een huisarts voor iedereen en Zicht op adressen doen wij verslag.")] == [
        "M14",
        "M12",
    ]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        (
            "De motie Een huisarts voor iedereen vroeg om een spreekuur. Dat is er. De motie is hiermee afgedaan.",
            "afgedaan",
        ),
        ("Motie Een huisarts voor iedereen: afgerond.", "afgedaan"),
        ("Onderwerp: motie Een huisarts voor iedereen\nMet deze brief doen wij de motie af.", "afgedaan"),
        ("De motie Een huisarts voor iedereen voeren wij niet uit.", "niet uitgevoerd"),
        ("Wij werken aan de motie Een huisarts voor iedereen.", "in behandeling"),
        ("De motie Een huisarts voor iedereen loopt en de motie Zicht op bomen is afgedaan.", "in behandeling"),
    ],
)
def test_what_is_said_behind_it_is_said_of_that_motion(text, status):
    assert came_of(text) == {"M12": status}


def test_a_motion_that_is_not_among_the_papers_is_missed_only_where_its_name_is_certain():
    written = read("## Raadsinformatiebrief\nGemeente Asten", "De motie van 3 mei 2023 over arbeidsmigranten loopt.")
    letter = paper("2023-10-12", kind=PaperKind.COUNCIL_PAPER, owners=(ASTEN,), path="brief.pdf")
    letter = replace(letter, paper=replace(written, owners=letter.paper.owners, date=letter.paper.date))
    assert trails([letter], day("2024-01-01"), RULES)[1] == []
