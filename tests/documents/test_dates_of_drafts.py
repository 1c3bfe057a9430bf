"""Days that stand on the line of a draft mark, and what a draft without a day of its own has instead."""

from datetime import date

import pytest

from pipeline.documents.paper import PaperStatus
from tests.documents.made import read

TITLE = "## Nota huisvesting arbeidsmigranten"
RULES = "Wij staan logies toe bij een agrarisch bedrijf."


@pytest.mark.parametrize(
    "line",
    [
        "Concept voor overleg met bedrijven, 2 juni 2020",
        "Concept voor bespreking met ondernemers, 2 juni 2020",
        "Gemeente Someren, ontwerp voor inspraak, 2 juni 2020",
        "Conceptversie ter consultatie, 2 juni 2020",
        "Concept ten behoeve van de klankbordgroep, 2 juni 2020",
    ],
)
def test_what_a_draft_is_for_takes_nothing_from_the_day_behind_it(line):
    paper = read(f"{TITLE}\n{line}\n{RULES}")
    assert (paper.status.value, paper.date.value) == (PaperStatus.DRAFT, date(2020, 6, 2))


@pytest.mark.parametrize(
    "line",
    [
        "Concept voor de raadsvergadering, 2 juni 2020",
        "Concept ter vaststelling door de raad, 2 juni 2020",
        "Concept, reacties uiterlijk 2 juni 2020",
        "Concept voor inspraak tot 2 juni 2020",
    ],
)
def test_the_day_for_which_a_draft_is_meant_is_not_its_own(line):
    paper = read(f"{TITLE}\n{line}\nSomeren, 3 maart 2020\n{RULES}")
    assert paper.date.value == date(2020, 3, 3)


@pytest.mark.parametrize(
    ("line", "day"),
    [
        ("Ligt ter inzage van 13 september tot en met 25 oktober 2021", date(2021, 9, 13)),
        ("Ter inzage vanaf 13 september 2021", date(2021, 9, 13)),
        ("Het ontwerp ligt met ingang van 13 september 2021 ter inzage", date(2021, 9, 13)),
        ("Ter vaststelling in de raad van 21 juni 2022", date(2022, 6, 21)),
        ("Ter besluitvorming in de raadsvergadering van 21 juni 2022", date(2022, 6, 21)),
    ],
)
def test_a_draft_without_a_day_is_of_that_on_which_it_was_put_on_show_or_is_to_be_decided_on(line, day):
    assert read(f"## Ontwerpnota huisvesting arbeidsmigranten\n{line}\n{RULES}").date.value == day


@pytest.mark.parametrize(
    "line",
    ["Ligt ter inzage van 13 september tot en met 25 oktober 2021", "Ter vaststelling in de raad van 21 juni 2022"],
)
def test_a_day_of_its_own_goes_before_that(line):
    paper = read(f"## Ontwerpnota huisvesting arbeidsmigranten\nSomeren, 3 augustus 2021\n{line}\n{RULES}")
    assert paper.date.value == date(2021, 8, 3)


def test_a_proposal_is_of_the_day_that_it_says_to_be_its_own_wherever_that_stands_on_the_line():
    proposal = (
        "# Raadsvoorstel\nGemeente Someren. Raadsvergadering 8 december 2022. Datum voorstel 25 oktober // 2022"
        "\nWij stellen u voor het Beleidskader logies arbeidsmigranten in te trekken."
    )
    assert read(proposal).date.value == date(2022, 10, 25)


def test_a_draft_laid_before_the_council_is_there_before_its_meeting():
    paper = read(f"## Beleidskader huisvesting arbeidsmigranten\nTer vaststelling in de raad van 21 juni 2022\n{RULES}")
    assert (paper.status.value, paper.awaits_meeting) == (PaperStatus.DRAFT, True)


def test_the_purpose_of_a_draft_may_stand_under_the_name_of_the_municipality():
    paper = read(f"{TITLE}\nGemeente // Someren // Concept voor overleg met bedrijven, 2 juni 2020\n{RULES}")
    assert paper.date.value == date(2020, 6, 2)
