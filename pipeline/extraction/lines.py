"""Printed lines: words on one baseline within one column."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import compress
from operator import attrgetter

from pipeline.extraction.blocks import BBox
from pipeline.extraction.words import Word

_X0, _BASELINE = attrgetter("x0"), attrgetter("baseline")


@dataclass(frozen=True, slots=True)
class TextLine:
    """A printed line: its words from left to right with what they have in common. `size` is that of most of its
    characters; `bold`
    and `italic` hold when all of it is."""

    words: tuple[Word, ...]
    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool

    @property
    def bbox(self) -> BBox:
        """Its box on the sheet it was read from."""
        return self.x0, self.top, self.x1, self.bottom


def line_of(words: Sequence[Word]) -> TextLine:
    """The line that these words, all on one baseline, make. Raises ValueError without words."""
    ordered = tuple(sorted(words, key=_X0))
    if not ordered:
        raise ValueError("a line needs words")
    texts, x0, top, x1, bottom, baseline, size, bold, italic = zip(*ordered, strict=True)
    lettered = [any(map(str.isalnum, text)) for text in texts] if any(bold) or any(italic) else []
    return TextLine(
        words=ordered,
        text=" ".join(texts),
        x0=x0[0],
        top=min(top),
        x1=max(x1),
        bottom=max(bottom),
        baseline=_most_set(baseline, texts),
        size=_most_set(_to_half_points(size), texts),
        bold=_all_of(bold, lettered),
        italic=_all_of(italic, lettered),
    )


def _to_half_points(sizes: Sequence[float]) -> list[float]:
    """Sizes rounded to half a point; nearly always they are one size, which is rounded once."""
    of = {size: round(size * 2) / 2 for size in set(sizes)}
    return [of[size] for size in sizes]


def _most_set(values: Sequence[float], texts: Sequence[str]) -> float:
    """The value that most characters have, the first of those that tie."""
    if values.count(values[0]) == len(values):
        return values[0]
    counts: dict[float, int] = {}
    for value, text in zip(values, texts, strict=True):
        counts[value] = counts.get(value, 0) + len(text)
    return max(counts, key=counts.__getitem__)


def _all_of(marks: Sequence[bool], lettered: Sequence[bool]) -> bool:
    """Whether all words with a letter or figure are so; all words where none has one."""
    if not any(marks):
        return False
    return all(compress(marks, lettered)) if any(lettered) else all(marks)


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline, rows from top to bottom, words in them from left to right."""
    rows: list[list[Word]] = []
    start = size = 0.0
    for word in sorted(words, key=_BASELINE):
        lower = word.baseline - start
        if rows and (lower <= 1.0 or lower <= 0.2 * min(word.size, size)):
            rows[-1].append(word)
        else:
            rows.append([word])
            start, size = word.baseline, word.size
    for row in rows:
        row.sort(key=_X0)
    return rows


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """The lines of one column, from top to bottom."""
    return [line_of(row) for row in rows_of(words)]


def box_around(boxes: Iterable[BBox]) -> BBox:
    """The smallest box that holds all of `boxes`. Raises ValueError when there are none."""
    x0s, tops, x1s, bottoms = zip(*boxes, strict=True)
    return min(x0s), min(tops), max(x1s), max(bottoms)


def usual_size(lines: Iterable[TextLine]) -> float:
    """The size in which most characters are set, to half a point; 10 when there are none."""
    sizes: dict[float, int] = {}
    for line in lines:
        sizes[line.size] = sizes.get(line.size, 0) + len(line.text)
    return max(sizes, key=sizes.__getitem__, default=10.0)
