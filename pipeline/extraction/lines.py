"""Printed lines: words on one baseline within one column."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pipeline.extraction.blocks import BBox
from pipeline.extraction.words import Word


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
    ordered = sorted(words, key=lambda word: word.x0)
    sizes = Counter[float]()
    baselines = Counter[float]()
    for word in ordered:
        sizes[round(word.size * 2) / 2] += len(word.text)
        baselines[word.baseline] += len(word.text)
    lettered = [word for word in ordered if any(map(str.isalnum, word.text))] or ordered
    return TextLine(
        words=tuple(ordered),
        text=" ".join(word.text for word in ordered),
        x0=ordered[0].x0,
        top=min(word.top for word in ordered),
        x1=max(word.x1 for word in ordered),
        bottom=max(word.bottom for word in ordered),
        baseline=baselines.most_common(1)[0][0],
        size=sizes.most_common(1)[0][0],
        bold=all(word.bold for word in lettered),
        italic=all(word.italic for word in lettered),
    )


def rows_of(words: Iterable[Word]) -> list[list[Word]]:
    """Words grouped by baseline, rows from top to bottom, words in them from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.baseline):
        if rows and word.baseline - rows[-1][0].baseline <= max(1.0, 0.2 * min(word.size, rows[-1][0].size)):
            rows[-1].append(word)
        else:
            rows.append([word])
    for row in rows:
        row.sort(key=lambda w: w.x0)
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
    sizes = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0
