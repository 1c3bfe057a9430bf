"""The size of recognised letters: Tesseract knows how high a line of ink is, not in what size it was set.

A line without tall letters seems smaller than its neighbours, and all seem smaller than they are, which would make every line a
paragraph of its own. So lines of about the usual height get one size, and all sizes are those of the letter's em.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pipeline.extraction.characters import Glyph
from pipeline.extraction.sheets import PageReading

EM = 1.36
"""The em against what OCRmyPDF gives as size; on scans of the example papers it was 1.33 to 1.43."""
USUAL = (0.72, 1.12)
"""Share of the usual size between which a line is set in it."""
RULE = "|"
"""What the side of a table cell is read as."""
ASCENT, DESCENT = 0.75, 0.22
"""How far letters reach above and below their baseline, in ems."""


def evened(readings: Mapping[int, PageReading]) -> dict[int, PageReading]:
    """The pages of one paper, by number, with their letters in the sizes they were set in."""
    usual = _usual(glyph for reading in readings.values() for glyph in reading.sheet.glyphs)
    return {number: _with_sizes(reading, usual) for number, reading in readings.items()}


def _usual(glyphs: Iterable[Glyph]) -> float:
    sizes = Counter(round(glyph.size * 4) / 4 for glyph in glyphs if not glyph.text.isspace())
    rest = sum(sizes.values()) / 2
    for size in sorted(sizes):
        rest -= sizes[size]
        if rest <= 0:
            return size
    return 0.0


def _with_sizes(reading: PageReading, usual: float) -> PageReading:
    lines = groupby(reading.sheet.glyphs, key=lambda glyph: round(glyph.size, 1))
    glyphs = tuple(glyph for _, line in lines for glyph in _set_line(list(line), usual))
    return replace(reading, sheet=replace(reading.sheet, glyphs=glyphs))


def _set_line(line: Sequence[Glyph], usual: float) -> Iterator[Glyph]:
    """One recognised line; where it has the sides of table cells, they made it seem higher than its letters, and go."""
    least, most = USUAL
    size, beside_rules = line[0].size, any(glyph.text == RULE for glyph in line)
    chosen = usual if beside_rules or least * usual <= size <= most * usual else size
    for glyph in line:
        if glyph.text != RULE:
            yield _set(glyph, EM * chosen)


def _set(glyph: Glyph, size: float) -> Glyph:
    up, down = ASCENT * size, DESCENT * size
    x, y = glyph.origin_x, glyph.origin_y
    if glyph.turn == 0:
        return glyph._replace(size=size, top=y - up, bottom=y + down)
    if glyph.turn == 1:
        return glyph._replace(size=size, x0=x - up, x1=x + down)
    if glyph.turn == 2:
        return glyph._replace(size=size, top=y - down, bottom=y + up)
    if glyph.turn == 3:
        return glyph._replace(size=size, x0=x - down, x1=x + up)
    return glyph
