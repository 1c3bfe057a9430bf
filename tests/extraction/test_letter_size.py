"""Recognised letters get the size they were set in, so that lines of a paragraph stay together."""

from __future__ import annotations

import pytest

from pipeline.extraction.blocks import Page, PageState
from pipeline.extraction.characters import Glyph, Sheet
from pipeline.extraction.letter_size import EM, evened
from pipeline.extraction.sheets import PageReading


def line(text: str, size: float, y: float, turn: int = 0) -> list[Glyph]:
    return [
        Glyph(letter, 50 + 5 * n, y - 5, 55 + 5 * n, y, 50 + 5 * n, y, size, False, False, turn, False)
        for n, letter in enumerate(text)
    ]


def sizes(*lines: list[Glyph]) -> list[float]:
    sheet = Sheet(1, 595, 842, tuple(glyph for glyphs in lines for glyph in glyphs))
    (reading,) = evened({1: PageReading(sheet, Page(1, 595, 842, PageState.TEXT, ocr=True))}).values()
    by_line = {glyph.origin_y: glyph.size for glyph in reading.sheet.glyphs}
    return [round(size / EM, 2) for _, size in sorted(by_line.items())]


def test_lines_without_tall_letters_get_the_size_of_the_others():
    assert sizes(
        line("De bouw begint", 7.5, 100), line("nu wonen we ver", 5.5, 112), line("Hij blijft hier", 7.5, 124)
    ) == [
        7.5,
        7.5,
        7.5,
    ]


def test_a_heading_stays_larger():
    assert sizes(line("Titel", 14, 80), line("De tekst eronder", 7.5, 100), line("gaat nog door", 7.5, 112)) == [
        14,
        7.5,
        7.5,
    ]


def test_the_sides_of_table_cells_go_and_make_no_heading():
    sheet = Sheet(1, 595, 842, tuple(line("Eerste keer", 7.5, 100) + line("a | b", 12.5, 112)))
    (reading,) = evened({1: PageReading(sheet, Page(1, 595, 842, PageState.TEXT, ocr=True))}).values()
    assert "|" not in {glyph.text for glyph in reading.sheet.glyphs}
    assert {glyph.size for glyph in reading.sheet.glyphs} == {7.5 * EM}


@pytest.mark.parametrize(
    ("turn", "up", "down"), [(0, "top", "bottom"), (1, "x0", "x1"), (2, "bottom", "top"), (3, "x1", "x0")]
)
def test_letters_reach_further_above_their_baseline_than_below_whichever_way_they_are_turned(turn, up, down):
    sheet = Sheet(1, 595, 842, tuple(line("De tekst", 10, 100, turn)))
    (reading,) = evened({1: PageReading(sheet, Page(1, 595, 842, PageState.TEXT, ocr=True))}).values()
    glyph = next(iter(reading.sheet.glyphs))
    origin = glyph.origin_y if turn in (0, 2) else glyph.origin_x
    assert abs(getattr(glyph, up) - origin) > 2 * abs(getattr(glyph, down) - origin) > 0


def test_no_letters_at_all_are_no_trouble():
    empty = PageReading(Sheet(1, 595, 842, ()), Page(1, 595, 842, PageState.SCAN))
    assert list(evened({1: empty})[1].sheet.glyphs) == []
