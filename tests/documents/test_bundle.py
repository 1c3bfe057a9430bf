"""Several motions in one PDF."""

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read

FIRST = """## Motie 4 Zicht op arbeidsmigranten
De raad van de gemeente Someren, in vergadering bijeen op 9 november 2020,
constaterende dat er arbeidsmigranten verblijven;
verzoekt het college een spreekuur voor arbeidsmigranten te openen,
en gaat over tot de orde van de dag.
VVD // CDA
Besluit: aangenomen"""
SECOND = """## Motie 5 Een eerlijk loon
De raad van de gemeente Someren, in vergadering bijeen op 9 november 2020,
overwegende dat loon te laat komt;
verzoekt het college met uitzendbureaus afspraken te maken,
en gaat over tot de orde van de dag.
SP
Besluit: verworpen met 4 stemmen voor en 13 tegen"""


def test_each_motion_has_its_own_requests_outcome_and_movers():
    paper = read(FIRST, SECOND)
    (second,) = paper.bundled
    assert paper.motion and paper.motion.requests == ("een spreekuur voor arbeidsmigranten te openen",)
    assert (paper.motion.outcome, paper.motion.number) == ("aangenomen", "4")
    assert (second.title, second.motion.number, second.motion.outcome) == ("Een eerlijk loon", "5", "verworpen")
    assert second.status is PaperStatus.MOTION_REJECTED
    assert second.motion.requests == ("met uitzendbureaus afspraken te maken",)
    assert second.motion.movers == ("SP",)


def test_number_and_meeting_may_stand_above_the_head():
    above = "Raadsvergadering 9 november 2020\nAgendapunt 6: Programmabegroting\n{number}\n"
    first, second = (text.replace("Motie 4", "MOTIE –").replace("Motie 5", "MOTIE –") for text in (FIRST, SECOND))
    paper = read(above.format(number="M4") + first, above.format(number="M5") + second)
    assert paper.motion and (paper.motion.number, paper.motion.outcome) == ("M4", "aangenomen")
    assert [(one.motion.number, one.motion.outcome) for one in paper.bundled] == [("M5", "verworpen")]


def test_two_on_one_page_come_apart_at_the_heading():
    assert len(read(f"{FIRST}\n{SECOND}").bundled) == 1


def test_a_page_that_goes_on_under_the_same_number_is_no_other_motion():
    more = "## Motie 4 Zicht op arbeidsmigranten\nverzoekt het college voorts de raad te berichten,"
    paper = read(FIRST.split("\nen gaat")[0], more)
    assert paper.motion and not paper.bundled
    assert len(paper.motion.requests) == 2


def test_an_explanation_that_speaks_of_the_motion_is_none():
    assert not read(FIRST, "# Motie: toelichting\nDe indieners vinden dat er te weinig zicht is.").bundled


def test_one_of_them_on_labour_migrants_is_enough():
    others = [
        FIRST.replace("Motie 4 Zicht op arbeidsmigranten", f"Motie {n} Bomen in de straat {n}")
        .replace("er arbeidsmigranten verblijven", "er in de straat bomen staan die omvallen")
        .replace("een spreekuur voor arbeidsmigranten te openen", "nieuwe bomen te planten langs de hele straat")
        for n in range(10, 16)
    ]
    assert read(*others, FIRST).about.value
    assert not read(*others).about.value
