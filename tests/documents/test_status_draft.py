"""Marks of a draft that stand within a line."""

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten"
RULES = "Wij staan logies toe bij een agrarisch bedrijf."


def status(*pages, **more):
    return read(*pages, **more).status.value


@pytest.mark.parametrize(
    "line",
    [
        "Versie 1.0, concept, 9 februari 2021",
        "versie 1, concept 10-02-2021",
        "Gemeente Someren, concept 5 april 2022",
        "Gemeente Someren, concept april 2022",
        "Gemeente Someren, tweede concept d.d. 5 april 2022",
        "Gemeente Someren, concept 5 april 2022. Na vaststelling vervalt het beleid uit 2018.",
        "Someren, 4 maart 2021 (concept voor de raad)",
        "4 maart 2021 / concept / versie B",
        "4 maart 2021 / ontwerp",
        "Afdeling Ruimte, 4 maart 2021, conceptversie",
        "Gemeente Someren, ontwerp voor inspraak, 8 juni 2021",
        "Dit concept van 4 maart 2021 is besproken in het college",
    ],
)
def test_a_mark_behind_a_comma_a_bracket_or_a_slash_makes_a_dated_nota_a_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.DRAFT


@pytest.mark.parametrize(
    "line",
    [
        "Gemeente Someren, 4 maart 2021",
        "4 maart 2021\nTekst, ontwerp, druk: Bureau Zicht",
        "Gemeente Someren, ontwerp 2021 Bureau Zicht, 4 maart 2021",
        "Vastgesteld op 12 mei 2020, concept 3 maart 2020",
        "Visie (concept 3 maart 2020), nota van 12 mei 2020",
        "Nota van 12 mei 2020, bijlage: kaart (conceptueel)",
        "Het concept van wonen op het erf, 4 maart 2021",
    ],
)
def test_what_only_looks_like_such_a_mark_makes_no_draft(line):
    assert status(f"## Nota huisvesting arbeidsmigranten\n{line}\n{RULES}") is PaperStatus.ADOPTED


def test_an_enclosure_that_is_called_a_draft_makes_no_draft_of_the_letter():
    letter = "Geachte raad,\nOnderwerp: vergunningen logies\nBijlage: nota logies, concept 5 april 2022\nDe raad wordt geïnformeerd."
    assert status(letter) is not PaperStatus.DRAFT


@pytest.mark.parametrize(
    "line",
    [
        "Bijlage bij raadsvoorstel 2021-33, 4 maart 2021",
        "Maart 2021. Bijlage bij raadsvoorstel",
        "Gemeente Someren, bijlage bij raadsvoorstel, 1 april 2019",
        "Bijlage 2, behorend bij het raadsvoorstel van 1 april 2019",
        "13 mei 2020, voorstel aan de raad",
    ],
)
def test_a_nota_that_lies_before_the_council_is_a_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.DRAFT


@pytest.mark.parametrize("line", ["Bijlage bij raadsvoorstel 2021-33", "4 maart 2021, voorstel aan de raad"])
def test_it_is_none_where_it_says_that_it_was_adopted(line):
    assert status(f"{NOTA}\n{line}\nVastgesteld door de gemeenteraad op 12 mei 2021\n{RULES}") is PaperStatus.ADOPTED


@pytest.mark.parametrize(
    "line",
    [
        "Bijlage bij raadsbesluit 2021-33, 4 maart 2021",
        "4 maart 2021\nIn 2022 volgt een afzonderlijk voorstel aan de raad",
        "4 maart 2021\nHet verslag is als bijlage 4 bij het raadsvoorstel gevoegd",
    ],
)
def test_what_names_a_proposal_otherwise_makes_no_draft(line):
    assert status(f"{NOTA}\n{line}\n{RULES}") is PaperStatus.ADOPTED


def test_it_is_none_where_it_was_published_in_the_gazette():
    page = f"~ Gemeenteblad\n## Beleidsregels logies Someren\n4 maart 2021\nBijlage bij raadsvoorstel 2021-33\n{RULES}"
    assert status(page) is PaperStatus.ADOPTED
