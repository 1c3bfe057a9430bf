"""Text that is struck out: a line drawn through it, from its first character to its last, or laid over it by the program of a
reviewer. It stands there to be seen as gone.

In a motion that was changed in the meeting, and in a draft that shows what was and what will be, it says what the paper no longer
says. A line below a text, and one that crosses it from elsewhere (a table, a map, a frame), strikes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

import numpy as np

from pipeline.extraction.characters import Rule, Sheet
from pipeline.extraction.glyphs import Array, Glyphs

LOWEST, HIGHEST = 0.1, 0.45
"""How far above the baseline a line through a text stands, in em: near half the height of an x."""
SLACK = 0.35
"""How far the ends of the line may be from those of the text, in em: some programs strike the space behind a word too."""
THICKEST = 0.2
"""Most that the line may measure from top to bottom, in em."""
SAME_LINE = 1.0
"""Points within which baselines, and ends of characters, are the same."""
FARTHEST = 3
"""How far a number or bullet may stand before its text, and text be from what it goes on with, in em."""
_MARK = re.compile(r"[•◦▪■–—*-]|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.):°]", re.IGNORECASE)
MOST = 0.5
"""Share of the characters of a page above which none is taken as struck out: who strikes a whole page shows it as it was."""


def without_struck(sheet: Sheet) -> Sheet:
    """The sheet without the characters that are struck out; its text must read upright."""
    glyphs = sheet.glyphs
    struck = np.zeros(len(glyphs), bool)
    for places in _struck_by(sheet.rules, glyphs):
        struck[places] = True
    for area in sheet.struck:
        struck |= glyphs.within(area)
    if not struck.any() or struck.sum() > MOST * len(glyphs):
        return sheet
    for places in _marks_of_nothing(glyphs, struck):
        struck[places] = True
    return replace(sheet, glyphs=glyphs.taken(~struck))


def _marks_of_nothing(glyphs: Glyphs, struck: Array) -> Iterator[Array]:
    """The places of each number or bullet of which the whole line behind it is struck out."""
    for baseline in np.unique(glyphs.origin_y[struck]):
        of_line = np.abs(glyphs.origin_y - baseline) <= SAME_LINE
        gone = of_line & struck
        em = float(glyphs.size[gone].max())
        begins, ends = float(glyphs.x0[gone].min()), float(glyphs.x1[gone].max())
        left = of_line & ~struck & ~glyphs.blank
        before = np.flatnonzero(left & (glyphs.x0 >= begins - FARTHEST * em) & (glyphs.x1 <= begins + SAME_LINE))
        behind = left & (glyphs.x0 >= begins) & (glyphs.x0 <= ends + FARTHEST * em)
        mark = "".join(glyphs.text[place] for place in before[np.argsort(glyphs.x0[before], kind="stable")])
        if not _MARK.fullmatch(mark) or behind.any():
            continue
        first = float(glyphs.x0[before].min())
        if not (left & (glyphs.x0 < first) & (glyphs.x1 >= first - SLACK * em)).any():  # else it is the end of a word
            yield before


def _struck_by(rules: Iterable[Rule], glyphs: Glyphs) -> Iterator[Array]:
    """The places of the characters that each line strikes out."""
    if not len(glyphs):
        return
    order = np.argsort(glyphs.origin_y, kind="stable")
    baselines, largest = glyphs.origin_y[order], float(glyphs.size.max())
    for rule in rules:
        if not rule.horizontal:
            continue
        height = (rule.top + rule.bottom) / 2
        near = order[slice(*np.searchsorted(baselines, (height, height + HIGHEST * largest)))]
        crossed = near[_crossed(rule, glyphs, near)]
        if len(crossed) and _ends_with(rule, glyphs, crossed):
            yield crossed


def _crossed(rule: Rule, glyphs: Glyphs, places: Array) -> Array:
    """Which of these characters the line goes through."""
    size = glyphs.size[places]
    above = glyphs.origin_y[places] - (rule.top + rule.bottom) / 2
    middle = (glyphs.x0[places] + glyphs.x1[places]) / 2
    return (
        (above >= LOWEST * size)
        & (above <= HIGHEST * size)
        & (middle >= rule.x0)
        & (middle <= rule.x1)
        & (rule.bottom - rule.top <= THICKEST * size)
        & (glyphs.turn[places] == 0)
    )


def _ends_with(rule: Rule, glyphs: Glyphs, crossed: Array) -> bool:
    """Whether the line begins and ends where these characters do."""
    slack = SLACK * float(glyphs.size[crossed].max())
    begins, ends = float(glyphs.x0[crossed].min()), float(glyphs.x1[crossed].max())
    return abs(rule.x0 - begins) <= slack and abs(rule.x1 - ends) <= slack
