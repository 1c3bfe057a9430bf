"""Text with a line through it is not read; what is underlined, or crossed by a line from elsewhere, is."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction.blocks import BlockKind
from tests.extraction.print_shop import BRP, WERK, WONEN, texts, write_lines

GRID = "table{border-collapse:collapse} td{border:.5pt solid;padding:2pt 6pt}"
GONE = "Dit voornemen is in de vergadering geschrapt en geldt niet meer"


def test_a_struck_part_of_a_sentence_is_left_out(typeset):
    body = f"<p>{WONEN}</p><p>Het college controleert <s>binnen drie maanden</s> voor het einde van 2023 alle adressen.</p>"
    assert texts(typeset(body))[-1] == "Het college controleert voor het einde van 2023 alle adressen."


def test_a_struck_text_of_several_lines_is_left_out(typeset):
    body = f"<p>{WONEN}</p><p><s>{' '.join([GONE] * 4)}</s></p><p>{WERK}</p>"
    assert texts(typeset(body)) == [WONEN, WERK]


def test_a_struck_text_of_two_looks_is_left_out(typeset):
    body = f"<p>{WONEN}</p><p><s>Dit <b>voornemen</b> is <i>geschrapt</i></s></p><p>{WERK}</p>"
    assert texts(typeset(body)) == [WONEN, WERK]


@pytest.mark.parametrize("marks", ["decimal", "lower-alpha", "disc"])
def test_of_a_struck_item_its_number_goes_too(typeset, marks):
    items = f"<li>{WONEN}</li><li><s>{GONE}</s></li><li>{WERK}</li>"
    found = texts(typeset(f"<p>{BRP}</p><ol>{items}</ol>", f"ol{{list-style-type:{marks}}}"))
    assert not any(GONE in text or text.strip() in ("2.", "b.", "•") for text in found)
    assert [text.partition(" ")[2] for text in found[1:]] == [WONEN, WERK]


def test_an_item_of_which_a_part_is_struck_keeps_its_number(typeset):
    items = f"<li>{WONEN}</li><li><s>binnen een jaar</s> elk adres te bezoeken;</li>"
    assert texts(typeset(f"<p>{BRP}</p><ol>{items}</ol>"))[-1] == "2. elk adres te bezoeken;"


def test_a_line_drawn_as_a_thin_box_strikes_too(tmp_path):
    """As word processors do."""
    path = tmp_path / "vak.pdf"
    canvas = Canvas(str(path))
    write_lines(canvas, 70, 760, WONEN[:80], WERK[:80])
    write_lines(canvas, 70, 700, GONE)
    canvas.rect(70, 702.6, canvas.stringWidth(GONE, "Helvetica", 10), 0.5, stroke=0, fill=1)
    canvas.save()
    assert GONE not in " ".join(texts(path))


@pytest.mark.parametrize(
    "line",
    [
        "text-decoration:underline",
        "text-decoration:overline",
        "border-bottom:0.5pt solid",
        "background:linear-gradient(#000,#000) 0 55%/100% 0.6pt no-repeat;padding:0 30pt",
    ],
    ids=["underlined", "overlined", "with a line below", "crossed by a longer line"],
)
def test_other_lines_at_a_text_leave_it(typeset, line):
    body = f"<p>{WONEN}</p><p><span style='{line}'>{GONE}</span></p><p>{WERK}</p>"
    assert texts(typeset(body)) == [WONEN, GONE, WERK]


def test_a_page_that_is_struck_out_for_the_most_part_is_read(typeset):
    """A policy that lapsed is shown as it was."""
    assert texts(typeset(f"<p><s>{WONEN}</s></p><p><s>{WERK}</s></p><p>{BRP}</p>")) == [WONEN, WERK, BRP]


def test_a_struck_cell_is_empty(typeset):
    rows = (
        ("Thema", "Was", "Wordt"),
        ("Zorg", "<s>een spreekuur</s>", "een huisarts"),
        ("Toezicht", "<s>tien keer</s>", "elk jaar"),
    )
    table = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    found = texts(typeset(f"<p>{WONEN}</p><table>{table}</table>", GRID), BlockKind.TABLE_ROW)
    assert found[-2:] == ["Thema: Zorg; Wordt: een huisarts", "Thema: Toezicht; Wordt: elk jaar"]
