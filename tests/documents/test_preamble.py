"""The day on which a decision was taken, as its opening says it."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperKind, PaperStatus
from tests.documents.made import read


@pytest.mark.parametrize(
    "page",
    [
        "# Besluit van de raad van Someren\nDe raad, bijeen op 24 februari 2022, van oordeel dat twee sets regels verwarren, BESLUIT het "
        "Huisvestingsbeleid arbeidsmigranten (2018) in te trekken. Getekend te Someren, de griffier",
        "# Verzamelbesluit\nDe raad van Someren besluit op 24 februari 2022, vooruitlopend op de wet, dat per 1 januari 2024 vervallen:\n"
        "- de Welstandsnota 2013;\n- de Nota tijdelijke arbeidskrachten van 25 november 2010.",
        "# Besluit tot toetreding\nHet college van Someren,\noverwegende dat Asten vorig jaar de afspraken tekende, besluit op 24 februari "
        "2022 namens de gemeente toe te treden tot die afspraken.",
        "# Raadsbesluit\nDe raad van Someren, op 24 februari 2022, gelet op het verzet, besluit hoofdstuk 6 uit de Visie te schrappen.",
        "# Twee besluiten van 24 februari 2022\nCollege van Someren\n# Besluit A\nDe Nota logies wordt ingetrokken.",
        "# Intrekkingsbesluit\nBurgemeester en wethouders van Someren; besluiten:\nArtikel 1. De Beleidsregels logies, door ons "
        "vastgesteld op 30 juni 2020, worden ingetrokken.\nSomeren, 24 februari 2022",
    ],
)
def test_a_decision_is_of_the_day_on_which_it_was_taken(page):
    paper = read(page)
    assert (paper.kind.value, paper.status.value, paper.date.value) == (
        PaperKind.COUNCIL_PAPER,
        PaperStatus.ADOPTED,
        date(2022, 2, 24),
    )


@pytest.mark.parametrize(
    "opening",
    [
        "Het college van Someren heeft op 4 juni 2024 nieuwe regels gemaakt voor logies.",
        "Op 4 juni 2024 heeft het college van Someren deze beleidsregels vastgesteld.",
    ],
)
def test_policy_may_open_with_who_made_it_and_when(opening):
    paper = read(
        f"Gemeenteblad van Someren, jaargang 2024\n## Beleidsregels logies Someren 2024\n{opening}\n§ 1\nTen hoogste tachtig."
    )
    assert (paper.status.value, paper.date.value) == (PaperStatus.ADOPTED, date(2024, 6, 4))


def test_a_message_on_new_rules_is_of_its_own_day():
    paper = read(
        "PERSBERICHT\n## Nieuwe regels voor logies\nSomeren, 6 juni 2024\n"
        "Het college van Someren heeft op 4 juni 2024 nieuwe regels gemaakt voor logies."
    )
    assert (paper.status.value, paper.date.value) == (PaperStatus.UNKNOWN, date(2024, 6, 6))


def test_a_letter_that_says_when_the_council_is_to_decide_takes_no_decision():
    paper = read(
        "Someren, 4 mei 2021\nGeachte leden van de raad,\n"
        "De raad van Someren besluit op 6 juli 2021 over de nota. Wij bereiden de nota voor."
    )
    assert (paper.status.value is PaperStatus.ADOPTED, paper.date.value) == (False, date(2021, 5, 4))


def test_a_day_of_which_the_year_stands_alone_is_whole():
    paper = read(
        "## Omgevingsvisie Someren\nDoor de gemeenteraad vastgesteld op 30 september\n# 5. Landbouw\n2021\nTelers krijgen ruimte."
    )
    assert paper.date.value == date(2021, 9, 30)
