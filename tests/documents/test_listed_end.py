"""Papers that end as items of a list, rows of a table, or points of a list of decisions."""

from datetime import date

import pytest

from tests.documents.made import read

DECISION = "## Raadsbesluit\nDe raad van Someren\nVastgesteld in de raadsvergadering van 3 mei 2022"
LIST = "## Besluitenlijst college van burgemeester en wethouders\nGemeente Someren, dinsdag 7 mei 2024"


def test_a_table_under_a_decision_names_what_ends_with_the_year_beside_it():
    rows = "| Herkomst: Asten; Stuk: Nota parkeren; Jaar: 2009\n| Herkomst: Someren; Stuk: Beleidsregels logies; Jaar: 2015"
    made = read(DECISION, f"besluit de volgende oude stukken in te trekken:\n{rows}")
    assert made.replaces.value == ("Nota parkeren (2009)", "Beleidsregels logies (2015)")


def test_a_table_that_is_not_announced_as_ending_ends_nothing():
    rows = "| Stuk: Nota parkeren; Jaar: 2009\n| Stuk: Beleidsregels logies; Jaar: 2015"
    assert read(DECISION, f"besluit de volgende stukken te evalueren:\n{rows}").replaces.value == ()


@pytest.mark.parametrize("ends", ["vervallen", "komen te vervallen", "worden ingetrokken"])
def test_a_sentence_may_end_in_the_list_of_what_lapses(ends):
    items = "- • de Kapnota 2011;\n- • de Aanvulling op de Nota logies van 17 september 2020;"
    made = read(DECISION, f"De raad besluit op 3 mei 2022 dat per 1 januari 2023 {ends}:\n{items}")
    assert made.replaces.value == ("Kapnota 2011", "Aanvulling op de Nota logies van 17 september 2020")
    assert made.replaces_from == date(2023, 1, 1)


@pytest.mark.parametrize(
    "item",
    [
        "5. Nota logies Someren. Besluit: intrekken per 1 juni 2024.",
        "5. Nota logies Someren\nBesluit: ingetrokken per 1 juni 2024; zij wordt niet meer gebruikt.",
        "| Nr. | Onderwerp | Besluit\n| 5 | Verblijf | De Nota logies Someren per 1 juni 2024 in te trekken, nu er geen geld is.",
    ],
)
def test_a_point_of_a_list_of_decisions_ends_the_paper_that_it_bears_the_name_of(item):
    made = read(LIST, item)
    assert (made.replaces.value, made.replaces_from) == (("Nota logies Someren",), date(2024, 6, 1))


@pytest.mark.parametrize(
    "item",
    [
        "5. Nota logies Someren. Besluit: niet intrekken.",
        "5. Nota logies Someren. De motie is ingetrokken.",
        "5. Vaststellen Nota logies Someren. Besluit: ingetrokken.",
        "5. Agendering Nota logies Someren. Besluit: ingetrokken.",
        "5. Vragen over de Nota logies Someren. Besluit: ingetrokken.",
        "5. Nota logies Someren. Besluit: intrekken aangehouden.",
        "| Nr. | Onderwerp | Toelichting\n| 5 | Verblijf | De Nota logies Someren in te trekken is een idee van de dorpsraad.",
    ],
)
def test_a_point_on_something_else_ends_nothing(item):
    assert read(LIST, item).replaces.value == ()
