"""Tables: one block per row, each value under its head."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import BlockKind
from tests.extraction.print_shop import WERK, WONEN, read, texts, write_lines

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


def test_a_form_of_labels_has_no_heads_though_its_first_row_is_bold(typeset):
    fields = [
        ("Nummer", "2019-M17"),
        ("Vergadering", "raad van Uden, 7 november 2019"),
        ("Ingediend door", "SP, GroenLinks"),
    ]
    cells = [(f"<b>{one}</b>", f"<b>{two}</b>") if one == "Nummer" else (one, two) for one, two in fields]
    body = "".join(f"<tr><td>{one}</td><td>{two}</td></tr>" for one, two in cells)
    css = "table{border-collapse:collapse;width:100%} td{border:.5pt solid #333;padding:3pt}"
    path = typeset(f"<p>{WONEN}</p><table>{body}</table><p>{WERK}</p>", css)
    assert texts(path) == [WONEN, *(" | ".join(row) for row in fields), WERK]


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


GROUPED = "table{border-collapse:collapse;width:100%} th{text-align:left} td,th{padding:3pt}"


def grouped_table(groups, heads=("Actie", "Trekker", "Gereed")):
    """Rows of three cells under rows with a name over all columns."""
    body = "".join(
        f"<tr><td colspan=3><b>{name}</b></td></tr>"
        + "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in rows)
        for name, rows in groups
    )
    return "<table><tr>" + "".join(f"<th>{head}</th>" for head in heads) + f"</tr>{body}</table>"


@pytest.mark.parametrize("look", ["td,th{border:.5pt solid #333}", "tr{border-bottom:.5pt solid #999}", ""])
def test_a_row_over_all_columns_heads_the_rows_below_it_and_nothing_after_the_table(typeset, look):
    groups = [
        ("Doel 1: bedrijven blijven", [("Kavels uitgeven", "Grond", "2024"), ("Een loket openen", "Economie", "2025")]),
        (
            "Doel 2: wie hier tijdelijk werkt woont goed",
            [("Honderd bedden", "Ruimte", "2024"), ("Spreekuur", "GGD", "2026")],
        ),
    ]
    path = typeset(f"<h2>Actielijst</h2>{grouped_table(groups)}<p>{WERK}</p>", GROUPED + look)
    found = [(block.section, block.text) for block in read(path).blocks if block.kind is not BlockKind.HEADING]
    expected = [
        (("Actielijst", name), f"Actie: {action}; Trekker: {who}; Gereed: {when}")
        for name, rows in groups
        for action, who, when in rows
    ]
    assert found == [*expected, (("Actielijst",), WERK)]


def test_a_bold_row_over_all_columns_may_say_what_its_group_is_to_bring(typeset):
    name = "B In beeld: elke inwoner die langer dan vier maanden in de gemeente blijft staat over drie jaar in de basisregistratie"
    rows = [("Loket bij het werk", "Burgerzaken", "2024"), ("Huisbezoeken", "Adresteam", "2025")]
    path = typeset(grouped_table([(name, rows)]), GROUPED + "td,th{border:.5pt solid #333}")
    assert [block.section for block in read(path).blocks if block.kind is BlockKind.TABLE_ROW] == [(name,)] * 2


def test_the_name_of_a_group_holds_for_its_rows_on_the_next_page(typeset):
    rows = [(f"Actie nummer {n} uitvoeren", "College", f"{2000 + n}") for n in range(60)]
    path = typeset(grouped_table([("Vakkrachten uit andere landen", rows)]), GROUPED + "td,th{border:.5pt solid #333}")
    found = [block.section for block in read(path).blocks if block.kind is BlockKind.TABLE_ROW]
    assert found == [("Vakkrachten uit andere landen",)] * 60


def test_a_cell_beside_several_rows_names_them_all(typeset):
    body = (
        "<tr><th>Thema</th><th>Actie</th><th>Wie</th></tr>"
        "<tr><td rowspan=2>Landschap</td><td>Singels herstellen</td><td>Buitenruimte</td></tr>"
        "<tr><td>Oevers verflauwen</td><td>Waterschap</td></tr>"
        "<tr><td>Water</td><td>Proef met peil</td><td>Waterschap</td></tr>"
    )
    path = typeset(f"<table>{body}</table>", GROUPED + "td,th{border:.5pt solid #333}")
    assert [(block.section, block.text) for block in read(path).blocks] == [
        (("Landschap",), "Thema: Landschap; Actie: Singels herstellen; Wie: Buitenruimte"),
        (("Landschap",), "Actie: Oevers verflauwen; Wie: Waterschap"),
        ((), "Thema: Water; Actie: Proef met peil; Wie: Waterschap"),
    ]


def test_a_label_with_its_value_over_all_columns_names_no_rows(typeset):
    groups = [("Zaaknummer: 2024-117", [("Kavels uitgeven", "Grond", "2024"), ("Een loket", "Economie", "2025")])]
    path = typeset(grouped_table(groups), GROUPED + "td,th{border:.5pt solid #333}")
    assert all(block.kind is BlockKind.TABLE_ROW for block in read(path).blocks)


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


def test_a_grid_behind_a_text_makes_no_table_of_it(drawn):
    def page(c):
        for i, sentence in enumerate((WONEN, WERK)):
            write_lines(c, 70, 700 - 40 * i, sentence[:80])
        for step in range(0, 600, 30):
            c.line(0, step * 1.4, 595, step * 1.4)
            c.line(step, 0, step, 842)

    assert [block.kind for block in read(drawn(page)).blocks] == [BlockKind.PARAGRAPH] * 2


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
