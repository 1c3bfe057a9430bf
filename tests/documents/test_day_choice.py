"""Days told by the words around them, where no rule foresaw how a paper would tell its decision."""

from datetime import date

import pytest

from pipeline.documents.day_choice import day_card_id
from pipeline.documents.day_roles import DayRole, RoleTable, of_table, role_table
from pipeline.documents.day_signs import FOREIGN_SIGN, mentions_of
from pipeline.documents.paper import PaperStatus
from pipeline.documents.reading import documents_version
from tests.documents.made import parts, read

NOTA = "## Nota Gasten in Someren\nZij plukken prei en slapen op zolder."
DECIDED = date(2021, 4, 15)


@pytest.mark.parametrize(
    "telling",
    [
        "| Gemeenteraad | 15 april 2021 | Overeenkomstig voorstel besloten, met amendement A2",
        "De commissie besprak de nota op 24 maart 2021 en op 15 april 2021 stemde de gemeenteraad er unaniem mee in.",
        "Burgemeester en wethouders hebben deze nota op 15 april 2021 goedgekeurd.",
    ],
)
def test_a_decision_is_heard_in_words_that_no_rule_has(telling):
    paper = read(NOTA, telling)
    assert (paper.date.value, paper.status.value) == (DECIDED, PaperStatus.ADOPTED)


def test_the_source_says_that_the_words_told_it_and_where():
    paper = read(
        NOTA, "De commissie besprak de nota op 24 maart 2021 en op 15 april 2021 stemde de raad er unaniem mee in."
    )
    assert paper.date.source == "naar de woorden eromheen de dag van vaststelling, blz. 2"


def test_a_closing_clause_stands_whatever_else_is_told():
    paper = read(
        NOTA,
        "Aldus vastgesteld in de openbare raadsvergadering van 15 april 2021.",
        "| Gemeenteraad | 20 mei 2021 | Overeenkomstig voorstel besloten",
    )
    assert paper.date.value == DECIDED


def test_a_letter_keeps_its_own_day_whatever_it_tells_of_others():
    paper = read(
        "## Raadsinformatiebrief\n| Datum: 15 april 2021\nGeachte raadsleden,\nOp 4 juli 2019 heeft uw raad de woonvisie vastgesteld."
    )
    assert paper.date.value == DECIDED


def test_a_day_of_something_else_is_chosen_only_where_some_other_mention_makes_it_the_papers():
    assert read("## Nota arbeidsmigranten\nIngekomen 15 april 2021").date.value is None


def test_dates_in_the_middle_of_a_long_paper_are_not_looked_at():
    pages = [NOTA, *["Tekst."] * 3, "De raad heeft op 15 april 2021 ingestemd met dit stuk.", *["Tekst."] * 3]
    assert mentions_of(parts(*pages)) == []


def test_a_running_head_is_one_mention():
    pages = ["~ Nota Gasten, 15 april 2021\nTekst."] * 3
    assert [mention.day for mention in mentions_of(parts(*pages))] == [DECIDED]


def test_the_label_of_its_field_is_a_sign_of_a_date():
    (mention,) = mentions_of(parts("## Nota\n| Besluit raad | 15 april 2021"))
    assert {"veld:besluit", "veld#raad", "veld=besluit raad", "rij:besluit"} <= mention.signs


def test_what_the_rules_hold_for_another_date_is_a_sign_up_to_the_next_date_only():
    first, second = mentions_of(parts("## Nota\nIngekomen 3 maart 2021, besproken op 15 april 2021."))
    assert (FOREIGN_SIGN in first.signs, FOREIGN_SIGN in second.signs) == (True, False)


def test_the_chances_of_all_roles_are_one_together():
    chances = role_table().chances({"l:vastgesteld", "l#raad", "een onbekend teken"})
    assert list(chances) == list(DayRole)
    assert sum(chances.values()) == pytest.approx(1)


def test_a_table_of_roles_is_read_as_it_was_written():
    table = RoleTable(
        (0.5,) * len(DayRole), {"l:raad": tuple(range(len(DayRole))), "een, twee": (-1.25,) * len(DayRole)}
    )
    assert of_table(table.as_table()) == table


def test_papers_are_identified_again_by_another_card():
    assert f"-{day_card_id()}-" in documents_version()


def test_a_proposal_is_of_its_own_day_and_not_of_the_meeting_that_is_to_decide():
    head = "## Raadsvoorstel\nRaadsvergadering 20 mei 2021\nDatum voorstel 15 april 2021"
    decision = "# Ontwerpbesluit\nDe raad; gezien het voorstel; besluit:\n- vast te stellen de nota;"
    paper = read(
        f"{head}\n{decision}\nAldus besloten in zijn openbare vergadering van ………… 2021.",
        "~ CONCEPT voor de raad van 20 mei 2021",
    )
    assert (paper.status.value, paper.date.value) == (PaperStatus.DRAFT, DECIDED)
