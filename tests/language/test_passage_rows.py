"""Rows and items that each are a passage: those of a table, or a list, of actions."""

import pytest
from papers import ITEM, PARAGRAPH, ROW, block, prose

from pipeline.language.passage_making import make_passages


def texts(blocks, nlp) -> list[str]:
    return [passage.text for passage in make_passages(blocks, nlp)]


@pytest.mark.parametrize(
    "head",
    [
        *(
            "Actie",
            "Wat doen we",
            "Wat gaan wij doen",
            "Wat gaan we ervoor doen?",
            "Wat doen wij daaraan",
            "Actie 2024",
            "Actie in 2024",
            "Acties 2024-2027",
            "Maatregel voor 2025",
            "Wens",
        ),
        *("Wat doet het college", "Wat gaat de gemeente doen", "Wat doet de regio"),
    ],
)
def test_each_row_of_a_table_of_actions_is_a_passage(nlp, head):
    rows = [
        f"Nr: 1; {head}: Inschrijfavonden bij vijf werkgevers; Wie: Burgerzaken",
        f"Nr: 2; {head}: Spreekuur met huisarts en GGD; Wie: Sociaal domein",
    ]
    assert texts([block(PARAGRAPH, prose(40)), *(block(ROW, row) for row in rows)], nlp)[1:] == rows


def test_a_row_under_a_head_that_was_drawn_together_is_a_passage_too(nlp):
    rows = [
        "Nr Wens 2026: S3 Jongerenwerk in de avonduren -85; 2027: -85; 2028: -85",
        "Nr Wens 2026: S4 Loket waar internationale medewerkers zich inschrijven -40; 2027: 90; 2028: 190",
    ]
    assert texts([block(PARAGRAPH, prose(40)), *(block(ROW, row) for row in rows)], nlp)[1:] == rows


def test_the_heads_that_were_drawn_together_may_be_those_of_a_budget(nlp):
    rows = [
        "Nr Activiteit Planning: 3.4 Taalcafé in de bibliotheek. Q2; Portefeuille: wethouder Zorg",
        "Nr Activiteit Planning: 3.5 Spreekuur in het Pools, twee avonden per maand; Portefeuille: wethouder Zorg",
    ]
    costs = "Nr Activiteit Planning: Lasten 9.200 9.480; Portefeuille: 9.610"
    made = texts([block(PARAGRAPH, prose(40)), *(block(ROW, row) for row in (*rows, costs))], nlp)
    assert made[1:] == [rows[0], f"{rows[1]} {costs}"]


@pytest.mark.parametrize(("lead_in", "apart"), [("Daarom doen wij in 2024 het volgende:", 2), ("In 2024 gold:", 1)])
def test_each_row_under_words_that_say_what_we_do_is_a_passage(nlp, lead_in, apart):
    rows = [
        "Wat: Balie in het uitzendkantoor; Wanneer: maart",
        "Wat: Hercontrole van negentien panden; Wanneer: herfst",
    ]
    made = texts([block(PARAGRAPH, f"{prose(40)} {lead_in}"), *(block(ROW, row) for row in rows)], nlp)
    assert sum(any(row in text for row in rows) for text in made) == apart


def test_a_row_of_a_table_of_actions_that_lost_its_heads_is_known_by_its_number(nlp):
    rows = [
        (ROW, "Nr: R5; Wens: Flexwoningen voor spoedzoekers; 2026: -120"),
        (PARAGRAPH, "R6 Huisvesting internationale medewerkers: een planoloog en twee locaties -96"),
        (ROW, "R7 | Projectleider energiehub | -95 | -95"),
    ]
    blocks = [block(kind, row) for kind, row in rows]
    assert texts([block(PARAGRAPH, prose(40)), *blocks], nlp)[1:] == [row for _, row in rows]


@pytest.mark.parametrize("after", ["R9 Watersport", "S6 Inloop", "Zie ook R6", "A16 en N282"])
def test_another_number_makes_no_row_of_what_stands_behind_a_table(nlp, after):
    row = "Nr: R5; Wens: Flexwoningen voor spoedzoekers; 2026: -120"
    behind = [f"{after}: daarover staat meer in de begroting.", prose(30)]
    blocks = [block(ROW, row), *(block(PARAGRAPH, text) for text in behind)]
    assert any(row in text and after in text for text in texts(blocks, nlp))


@pytest.mark.parametrize("head", ["Wat doet dat met de buurt", "Wensbeeld", "Wat kost het"])
def test_rows_under_a_head_that_only_looks_like_one_of_actions_stay_together(nlp, head):
    rows = [f"Nr: {nr}; {head}: Er is meer groen; Wijk: Noord" for nr in (1, 2)]
    assert len(texts([block(PARAGRAPH, prose(40)), *(block(ROW, row) for row in rows)], nlp)) == 1


@pytest.mark.parametrize("head", ["Adressen", "Begroting 2024", "Reactie 2024"])
def test_rows_under_other_heads_stay_together(nlp, head):
    rows = [f"Wijk: Noord; {head}: 12; Bewoners: 140", f"Wijk: Zuid; {head}: 8; Bewoners: 75"]
    assert len(texts([block(PARAGRAPH, prose(40)), *(block(ROW, row) for row in rows)], nlp)) == 1


def test_each_item_of_what_we_do_is_a_passage(nlp):
    items = ["• Twee locaties voor elk 150 mensen vergunnen", "• Spreekuur met huisarts en GGD op dinsdag"]
    lead_in = block(PARAGRAPH, "In 2021 doen wij het volgende:")
    assert texts([lead_in, *(block(ITEM, item) for item in items)], nlp) == ["In 2021 doen wij het volgende:", *items]


def test_each_item_of_what_is_agreed_is_a_passage(nlp):
    items = [
        "• Een team van twee medewerkers dat mensen helpt zich in te schrijven",
        "• Een spreekuur met de GGD op dinsdag",
    ]
    lead_in = block(PARAGRAPH, "De gemeenten spreken het volgende af:")
    assert texts([lead_in, *(block(ITEM, item) for item in items)], nlp)[1:] == items
