"""A page's words in place, with what is drawn around them: where layout begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.extraction.blocks import BBox
from pipeline.extraction.characters import Rule
from pipeline.extraction.lines import TextLine
from pipeline.extraction.words import Word


@dataclass(frozen=True, slots=True)
class PageText:
    """A page turned upright: its words, and the lines, coloured areas and frames drawn on it."""

    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()
    fills: tuple[BBox, ...] = ()
    frames: tuple[BBox, ...] = ()


def without(page: PageText, lines: Sequence[TextLine]) -> PageText:
    """The page without the words of these lines."""
    taken = {id(word) for line in lines for word in line.words}
    return replace(page, words=tuple(word for word in page.words if id(word) not in taken))
