"""Tables: one block per row, each value under its head."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import BlockKind
from tests.extraction.print_shop import WERK, WONEN, texts, write_lines

ROWS = [
    (
        "Huisvesting",
        "Wij bouwen 200 bedden op een campus nabij het bedrijventerrein en toetsen op het keurmerk.",
        "College",
    ),
    ("Registratie", "Het register wordt verplicht.", "Burgerzaken"),
    ("Toezicht", "Tien controles per jaar.", "Toezicht"),
]
EXPECTED = [f"Thema: {a}; Maatregel: {b}; Wie: {c}" for a, b, c in ROWS]


def table(rows=ROWS, heads=("Thema", "Maatregel", "Wie")):
    head = "".join(f"<th>{text}</th>" for text in heads)
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    return f"<table><tr>{head}</tr>{body}</table>"


def test_labels_and_values_side_by_side_are_no_columns_under_heads(typeset):
    rows = [
        ("Versie gereed", "3 februari 2020", "Gepubliceerd", "17 februari 2020"),
        ("Inspraak tot", "30 maart 2020", "Vaststelling", "raad 23 april 2020"),
    ]
    body = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
    path = typeset(f"<p>{WONEN}</p><table>{body}</table><p>{WERK}</p>", "td{border:.5pt solid #333;padding:3pt}")
    assert texts(path) == [WONEN, *(" | ".join(row) for row in rows), WERK]


@pytest.mark.parametrize(
    "look",
    [
        "td,th{border:.5pt solid #333;padding:3pt}",
        "tr{border-bottom:.5pt solid #999} td,th{padding:3pt 8pt}",
        "td,th{border:2pt solid #fff;background:#dde;padding:4pt}",
    ],
)
def test_rows_are_read_under_their_heads_however_the_table_is_drawn(typeset, look):
    css = "table{border-collapse:collapse;width:100%} th{text-align:left}" + look
    path = typeset(f"<p>{WONEN}</p>{table()}<p>{WERK}</p>", css)
    assert texts(path) == [WONEN, *EXPECTED, WERK]


def test_a_table_goes_on_under_its_heads_on_the_next_page(typeset):
    rows = [(f"Thema {n}", f"Maatregel nummer {n} wordt uitgevoerd.", "College") for n in range(70)]
    css = "table{border-collapse:collapse;width:100%} th,td{border:.5pt solid;padding:3pt;text-align:left}"
    plain = table(rows).replace("<tr><th>", "<tbody><tr><th>")
    found = texts(typeset(plain, css))
    assert found == [f"Thema: {a}; Maatregel: {b}; Wie: {c}" for a, b, c in rows]


@pytest.mark.parametrize("column", [0, 2])
def test_a_tick_under_one_of_the_outcomes_of_a_vote_stands_with_its_head(typeset, column):
    outcomes = ["Aangenomen", "Verworpen", "Aangehouden", "Ingetrokken"]
    heads = "".join(f"<td>{outcome}</td>" for outcome in outcomes)
    ticks = "".join(f"<td>{'X' if number == column else ''}</td>" for number in range(4))
    body = f"<p>{WONEN}</p><table><tr>{heads}</tr><tr>{ticks}</tr></table>"
    assert texts(typeset(body, "table{border-collapse:collapse} td{border:.5pt solid #333;padding:3pt;width:90pt}"))[
        1:
    ] == [f"{outcomes[column]}: X"]


def test_a_row_of_boxes_to_tick_heads_nothing(typeset):
    rows = (
        "<tr><td>☐ Aangenomen</td><td>☐ Verworpen</td><td>☒ Aangehouden</td></tr>"
        "<tr><td>Stemmen voor: geen</td><td>Stemmen tegen: geen</td><td>Hoofdelijk: nee</td></tr>"
    )
    css = "table{border-collapse:collapse;font-family:DejaVu Sans} td{border:.5pt solid #333;padding:3pt;width:150pt}"
    assert (
        texts(typeset(f"<p>{WONEN}</p><table>{rows}</table><p>{WERK}</p>", css))[1]
        == "☐ Aangenomen | ☐ Verworpen | ☒ Aangehouden"
    )


def test_cells_without_heads_are_kept_apart(typeset):
    rows = "<tr><td>Onderwerp</td><td>Nachtregister voor logies</td></tr><tr><td>Steller</td><td>P. de Vries</td></tr>"
    css = "table{border-collapse:collapse} td{border:.5pt solid;padding:3pt}"
    assert texts(typeset(f"<p>{WONEN}</p><table>{rows}</table>", css))[1:] == [
        "Onderwerp | Nachtregister voor logies",
        "Steller | P. de Vries",
    ]


def test_figures_without_lines_are_rows_under_their_years(drawn):
    def page(c):
        for number, row in enumerate(
            [
                ("Lasten", "2019", "2020"),
                ("Wonen", "1.204", "1.377"),
                ("Wegen", "6.810", "6.995"),
                ("Groen", "3.044", "3.120"),
            ]
        ):
            for x, text in zip((70, 300, 400), row, strict=True):
                write_lines(c, x, 700 - 16 * number, text)

    assert texts(drawn(page), BlockKind.TABLE_ROW) == [
        "Lasten: Wonen; 2019: 1.204; 2020: 1.377",
        "Lasten: Wegen; 2019: 6.810; 2020: 6.995",
        "Lasten: Groen; 2019: 3.044; 2020: 3.120",
    ]


def test_rows_that_share_a_cell_without_lines_between_them_are_parted(drawn):
    def page(c):
        c.grid([70, 200, 300], [600, 660, 690])
        write_lines(c, 75, 670, "Programma", font="Helvetica-Bold")
        write_lines(c, 205, 670, "Bedrag", font="Helvetica-Bold")
        for number, (name, amount) in enumerate([("Wonen", "110"), ("Zorg", "95"), ("Toezicht", "12")]):
            write_lines(c, 75, 645 - 14 * number, name)
            write_lines(c, 205, 645 - 14 * number, amount)

    assert texts(drawn(page)) == [
        "Programma: Wonen; Bedrag: 110",
        "Programma: Zorg; Bedrag: 95",
        "Programma: Toezicht; Bedrag: 12",
    ]


def test_long_texts_in_cells_are_read_as_text(typeset):
    long = f"{WONEN} {WERK} {WONEN} {WERK}"
    css = "table{border-collapse:collapse} td,th{border:.5pt solid;padding:3pt;text-align:left;width:50%}"
    path = typeset(table([(long, long)], ("Probleem", "Aanpak")), css)
    assert texts(path, BlockKind.PARAGRAPH) == [long, long]


def test_a_first_row_over_one_that_is_drawn_together_is_not_lost(typeset):
    first = "<tr><td>Gemeente Deurne</td><td>Motie vreemd aan de orde</td><td>nr. 2023-14</td></tr>"
    css = "td{border:.5pt solid #333;padding:3pt}"
    path = typeset(f"<table>{first}<tr><td colspan=3>Vergadering: 7 november 2023</td></tr></table><p>{WERK}</p>", css)
    assert texts(path)[0] == "Gemeente Deurne Motie vreemd aan de orde nr. 2023-14"
