"""Text that runs in another direction than the rest of its page: watermarks, stamps, tabs in the margin, turned table heads."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby, pairwise

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Sheet, Stamp, turned, turned_back, upright_sheet
from pipeline.extraction.glyphs import ASKEW, Glyph, Glyphs
from pipeline.extraction.lines import TextLine, box_around, line_of, lines_of
from pipeline.extraction.words import Word, words_of

MARGIN = 0.12
"""Share of the page, on every side, in which turned text is no part of what the page says."""

LARGE = 20.0
"""Points above which turned text is a stamp wherever it stands."""
WIDEST = 1.4
"""Times its size from the start of a character to that of the next on the same line; spaced-out capitals lie under it."""


def stray_lines(sheet: Sheet, main: int) -> tuple[list[TextLine], list[TextLine]]:
    """What runs otherwise than `main` on a page: furniture, and text; both in the coordinates of the page turned to
    read `main`."""
    furniture = [stamp_of(glyphs) for glyphs in _stamps(sheet.glyphs)]
    furniture += map(_laid_over, sheet.stamps)
    texts = []
    for turn in set(sheet.glyphs.turn.tolist()) - {main, ASKEW}:
        for line in lines_of(words_of(upright_sheet(sheet, turn).glyphs)):
            box = turned_back(line.bbox, turn, sheet.width, sheet.height)
            around = _in_margin(box, sheet) or line.size > LARGE
            (furniture if around else texts).append(_moved(line, box))
    return [_as_read(line, main, sheet) for line in furniture], [_as_read(line, main, sheet) for line in texts]


def _stamps(glyphs: Glyphs) -> list[list[Glyph]]:
    """Characters at an angle that follow each other in one size."""
    askew = glyphs.taken(glyphs.turn == ASKEW)
    groups = [list(group) for _, group in groupby(askew, key=lambda glyph: round(glyph.size))]
    return [group for group in groups if any(not glyph.text.isspace() for glyph in group)]


def stamp_of(glyphs: Sequence[Glyph]) -> TextLine:
    """The line that these characters make in their order, whichever way it runs. Raises ValueError without characters."""
    text = " ".join("".join(_spaced(glyphs)).split())
    x0, top, x1, bottom = box_around((glyph.x0, glyph.top, glyph.x1, glyph.bottom) for glyph in glyphs)
    return line_of([Word(text, x0, top, x1, bottom, bottom, glyphs[0].size, glyphs[0].bold, glyphs[0].italic)])


def _laid_over(stamp: Stamp) -> TextLine:
    x0, top, x1, bottom = stamp.box
    return line_of([Word(stamp.text, x0, top, x1, bottom, bottom, bottom - top, False, False)])


def _spaced(glyphs: Sequence[Glyph]) -> Iterator[str]:
    """Yield each character, and a space where the next stands elsewhere: on the stamp's next line, or after a mere gap."""
    for glyph, following in pairwise(glyphs):
        yield glyph.text
        if math.hypot(following.origin_x - glyph.origin_x, following.origin_y - glyph.origin_y) > WIDEST * glyph.size:
            yield " "
    yield glyphs[-1].text


def _in_margin(box: BBox, sheet: Sheet) -> bool:
    across, down = MARGIN * sheet.width, MARGIN * sheet.height
    return box[2] < across or box[0] > sheet.width - across or box[3] < down or box[1] > sheet.height - down


def _moved(line: TextLine, box: BBox) -> TextLine:
    return replace(line, x0=box[0], top=box[1], x1=box[2], bottom=box[3], baseline=box[3])


def _as_read(line: TextLine, main: int, sheet: Sheet) -> TextLine:
    return _moved(line, turned(line.bbox, main, sheet.width, sheet.height))
