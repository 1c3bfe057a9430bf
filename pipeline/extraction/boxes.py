"""Coloured and framed areas that set text apart, and those that the end of a column or a page cuts in two."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.blocks import BBox
from pipeline.extraction.lines import TextLine, lines_of
from pipeline.extraction.paragraphs import TERMINAL
from pipeline.extraction.tables import boxes_of, words_in
from pipeline.extraction.words import Word

FREE = 3.0
"""Points between the upper and lower sides of a box and of one that stands free within it."""
AS_WIDE = 3.0
"""Points that two parts of one box may differ in width."""
CUT = 0.5
"""Share of the white above the text of a box below which there is none at a side where it was cut."""


@dataclass(frozen=True, slots=True)
class Box:
    """A coloured or framed area with the words in it that are in no box of its own; `goes_on` when it is the rest of the one before."""

    bbox: BBox
    words: Sequence[Word]
    boxes: Sequence[Box]
    goes_on: bool = False


def boxes_on(areas: Sequence[BBox], fills: Sequence[BBox], words: Sequence[Word], space: float) -> list[Box]:
    """The boxes among words on `space` square points, each with the coloured ones that stand free within it; others are cells."""
    found = []
    for bbox in boxes_of(areas, words, space):
        inside = words_in(bbox, words)
        smaller = [area for area in fills if area != bbox and _within(area, bbox)]
        boxes = boxes_on(smaller, smaller, inside, (bbox[2] - bbox[0]) * (bbox[3] - bbox[1])) if smaller else []
        found.append(Box(bbox, outside(boxes, inside), boxes))
    return found


def outside(boxes: Sequence[Box], words: Sequence[Word]) -> list[Word]:
    """The words in none of the boxes."""
    taken = {id(word) for box in boxes for word in words_in(box.bbox, words)}
    return [word for word in words if id(word) not in taken]


def goes_on(box: Box, other: Box) -> bool:
    """Whether `other`, which begins the next column or page, is the rest of a box that the end of the one before cut in two.

    They are as wide and set alike, and a sentence runs on from the one into the other, or the white around their text is cut off.
    """
    (x0, top, x1, bottom), (other_x0, other_top, other_x1, _) = box.bbox, other.bbox
    as_wide = abs((x1 - x0) - (other_x1 - other_x0)) <= AS_WIDE
    if not as_wide or other_top >= bottom or not box.words or not other.words:
        return False
    lines, rest = lines_of(box.words), lines_of(other.words)
    if abs(lines[-1].size - rest[0].size) >= 0.9:
        return False
    white = CUT * (lines[0].top - top)
    return _runs_on(lines[-1], rest[0]) or (bottom - lines[-1].bottom < white and rest[0].top - other_top < white)


def _runs_on(last: TextLine, first: TextLine) -> bool:
    return first.text[:1].islower() and not last.text.endswith(TERMINAL)


def _within(one: BBox, other: BBox) -> bool:
    """Whether an area lies in another without touching its upper or lower side."""
    beside = other[0] <= one[0] and one[2] <= other[2]
    return beside and other[1] + FREE <= one[1] and one[3] <= other[3] - FREE
