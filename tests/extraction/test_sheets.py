"""Two libraries, one reading."""

from __future__ import annotations

import pikepdf
import pytest

from pipeline.extraction import sheets
from pipeline.extraction.blocks import BlockKind, FileState, PageState
from tests.extraction.print_shop import BRP, WERK, WONEN, read, texts, write_lines


@pytest.fixture
def without_plumber(monkeypatch):
    """pdfplumber fails on every page."""

    def fail(page, hidden):
        raise ValueError("beschadigd")

    return lambda: monkeypatch.setattr(sheets, "plumber_sheet", fail)


@pytest.mark.parametrize("rotation", [0, 90])
def test_pages_that_pdfplumber_cannot_read_are_read_by_pdfium_alike(typeset, without_plumber, rotation):
    body = f"<h1>Nota</h1><div class=c><p>{WONEN}</p><p>{WERK}</p><p>{BRP}</p></div><table><tr><td>a<td>b</table>"
    path = typeset(body, ".c{columns:2} td{border:1pt solid}")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages[0].Rotate = rotation
        pdf.save(path)
    first = read(path)
    without_plumber()
    second = read(path)
    assert [block.text for block in second.blocks] == [block.text for block in first.blocks]
    assert second.pages == first.pages
    for one, other in zip(first.blocks, second.blocks, strict=True):
        assert one.bbox == pytest.approx(other.bbox, abs=4)


def test_bold_is_seen_by_both(typeset, without_plumber):
    path = typeset(f"<p style='margin:0'><b>Aanleiding</b></p><p>{WONEN}</p>")
    without_plumber()
    assert texts(path, BlockKind.HEADING) == ["Aanleiding"]


def test_a_page_that_neither_reads_has_a_reason_and_the_others_are_read(drawn, monkeypatch):
    path = drawn(*(lambda c, n=n: write_lines(c, 70, 700, f"Tekst van pagina {n}.") for n in (1, 2)))
    plumber = sheets.plumber_sheet
    monkeypatch.setattr(
        sheets, "plumber_sheet", lambda page, hidden: 1 / 0 if page.page_number == 1 else plumber(page, hidden)
    )
    monkeypatch.setattr(sheets.OpenedPdf, "_fast_sheet", lambda self, index: None)
    extraction = read(path)
    assert extraction.state is FileState.OK
    assert [(page.state, page.reason) for page in extraction.pages] == [
        (PageState.UNMAPPED, "de pagina is beschadigd"),
        (PageState.TEXT, ""),
    ]
    assert [block.text for block in extraction.blocks] == ["Tekst van pagina 2."]
