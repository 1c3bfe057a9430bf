"""Footnotes: small print with a mark at the foot of a column."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extraction.characters import Rule
from pipeline.extraction.contents import has_leaders
from pipeline.extraction.lines import TextLine

_MARK = re.compile(r"^(?:\[?\(?\d{1,3}\)?\]?|\*{1,3}|[†‡]|[¹²³⁰⁴-⁹]{1,3})[.)]?$|^[¹²³⁰⁴-⁹]{1,3}(?=\w)")
_GLUED_MARK = re.compile(r"^\*{1,3}\w|^\d{1,3}[A-Z][a-z]")


def begins_note(line: TextLine) -> bool:
    """Whether a line begins with a note mark: a figure, an asterisk, raised or not."""
    first = line.words[0].text
    if has_leaders(line.text):
        return False
    return (bool(_MARK.match(first)) and len(line.words) > 1) or bool(_GLUED_MARK.match(first))


def split_notes(
    lines: Sequence[TextLine], body_size: float, rules: Iterable[Rule], page_height: float
) -> tuple[list[TextLine], list[TextLine]]:
    """The lines of a column parted in running text and the footnotes under it.

    Footnotes are the last lines of the column, set smaller than the body text, and begin with a mark; or stand, marked,
    under a short line. What is small above the first mark continues a note of the page before when there is such a line
    over it.
    """
    if not lines:
        return [], []
    separator = _separator(lines, rules, page_height)
    if separator is not None:
        below = [line for line in lines if line.baseline > separator]
        if any(begins_note(line) for line in below) and all(line.size < body_size + 0.3 for line in below):
            return [line for line in lines if line.baseline <= separator], below
    start = len(lines)
    while start and _small(lines[start - 1], body_size):
        start -= 1
    marked = next((index for index in range(start, len(lines)) if _opens_notes(lines, index)), len(lines))
    if marked == 0 and lines[0].top < 0.5 * page_height:
        return list(lines), []
    return list(lines[:marked]), list(lines[marked:])


def _small(line: TextLine, body_size: float) -> bool:
    return line.size <= body_size - 0.5 and line.size <= 0.96 * body_size


def _opens_notes(lines: Sequence[TextLine], index: int) -> bool:
    """A marked line with white or larger type above it, in the lower part of the page's column."""
    line = lines[index]
    if not begins_note(line):
        return False
    if index == 0:
        return True
    above = lines[index - 1]
    return above.size > line.size + 0.4 or line.baseline - above.baseline > 1.6 * line.size


def _separator(lines: Sequence[TextLine], rules: Iterable[Rule], page_height: float) -> float | None:
    """Height of the short line drawn above footnotes, if there is one: from the left side, at most half the column wide."""
    left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
    heights = [
        rule.top
        for rule in rules
        if rule.horizontal
        and rule.top > 0.35 * page_height
        and abs(rule.x0 - left) < 8
        and 30 < rule.x1 - rule.x0 < 0.55 * max(right - left, 120)
    ]
    heights = [height for height in heights if _begins_under(lines, height) and not _underlines(lines, height)]
    return min(heights, default=None)


def _underlines(lines: Sequence[TextLine], height: float) -> bool:
    """Whether a drawn line runs right under text, as under a link."""
    return any(-1 <= height - line.baseline < 0.4 * line.size for line in lines)


def _begins_under(lines: Sequence[TextLine], height: float) -> bool:
    """Whether the first line under a drawn line carries a note mark or is smaller than the text above."""
    above = [line for line in lines if line.baseline <= height]
    below = [line for line in lines if line.baseline > height]
    if not below or below[0].top - height > 30:
        return False
    return begins_note(below[0]) or (bool(above) and below[0].size < above[-1].size - 0.4)


def notes_of(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """The lines of each footnote; a first one without a mark continues that of the page before."""
    notes: list[list[TextLine]] = []
    for line in lines:
        if not notes or (begins_note(line) and line.x0 <= notes[-1][0].x0 + 12):
            notes.append([])
        notes[-1].append(line)
    return notes
