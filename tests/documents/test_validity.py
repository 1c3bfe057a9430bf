from datetime import date

import pytest

from tests.documents.made import read

NOTA = "## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op 12 mei 2020"


def until(text):
    return read(NOTA, text).valid_until.value


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Deze nota vervalt op 1 januari 2024.", date(2024, 1, 1)),
        ("Deze beleidsregels vervallen met ingang van 1 juli 2023.", date(2023, 7, 1)),
        ("De nota geldt tot en met 31 december 2023.", date(2024, 1, 1)),
        ("Dit beleid is geldig tot 1 januari 2024.", date(2024, 1, 1)),
        ("Het convenant loopt tot en met 2023.", date(2024, 1, 1)),
        ("Deze overeenkomst eindigt op 1 maart 2022.", date(2022, 3, 1)),
        ("Dit beleid geldt voor een periode van vier jaar.", date(2024, 5, 12)),
        ("Deze regeling heeft een looptijd van 3 jaar.", date(2023, 5, 12)),
    ],
)
def test_a_paper_says_until_when_it_holds(text, day):
    assert until(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Met de inwerkingtreding van deze nota vervalt de Nota arbeidsmigranten, vastgesteld op 4 april 2019.",
        "Met de vaststelling van deze beleidsregels vervallen de Beleidsregels logies van 2 april 2019.",
    ],
)
def test_what_it_replaces_ends_and_not_itself(text):
    made = read(NOTA, text)
    assert (made.valid_until.value, len(made.replaces.value)) == (None, 1)


@pytest.mark.parametrize(
    ("adopted", "ends"), [("31 maart 2020", date(2024, 3, 31)), ("29 februari 2020", date(2023, 2, 28))]
)
def test_a_term_of_years_ends_on_the_day_on_which_it_began(adopted, ends):
    years = ends.year - 2020
    nota = f"## Nota huisvesting arbeidsmigranten\nVastgesteld door de raad op {adopted}"
    assert read(nota, f"Dit beleid geldt voor een periode van {years} jaar.").valid_until.value == ends


def test_a_stamp_says_from_when_it_lapsed():
    assert read(f"{NOTA}\n~ VERVALLEN PER 1 JULI 2022").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nNiet meer van kracht sinds 1 juli 2022.").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\n~ INGETROKKEN bij raadsbesluit van 1 juli 2022").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\n~ VERVALLEN - vervangen door nota 2022 (raad 1-7-2022)").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nDit beleid is per 1 juli 2022 vervallen").valid_until.value == date(2022, 7, 1)
    assert read(f"{NOTA}\nIngetrokken per 1 juli 2022 // zie Beleidskader 2022").valid_until.value == date(2022, 7, 1)


@pytest.mark.parametrize(
    "text",
    [
        "Een vergunning voor logies is geldig tot 1 januari 2024.",
        "De omgevingsvergunning vervalt op 1 januari 2024.",
        "Deze nota treedt in werking op 1 juni 2020.",
        "De Nota huisvesting 2012 vervalt op 1 juni 2020.",
        "De wet geldt tot 1 januari 2024.",
        "De subsidie heeft een looptijd van drie jaar.",
        "De nota geldt vanaf 1 juni 2020.",
        "Dit beleid geldt voor alle kernen.",
        "Deze erfpacht heeft een looptijd van 50 jaar.",
    ],
)
def test_the_end_of_something_else_is_not_its_own(text):
    assert until(text) is None


@pytest.mark.parametrize("year", [2028, 2035, 2060])
def test_an_end_may_lie_far_ahead_whatever_day_it_is_today(year):
    assert until(f"Dit beleid is geldig tot 1 januari {year}.") == date(year, 1, 1)
    assert until(f"De nota geldt tot en met 31 december {year - 1}.") == date(year, 1, 1)
    assert read(f"{NOTA}\nGeldig tot: 1 januari {year}").valid_until.value == date(year, 1, 1)
    assert read(f"{NOTA}\nRegeling vervallen per 1 januari {year}").valid_until.value == date(year, 1, 1)
