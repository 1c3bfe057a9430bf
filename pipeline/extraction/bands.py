"""Bands of a page: a heading with a line drawn across all columns divides them, and all above it is read before all below.

By its words such a heading stands in the left column only; the line tells that it heads what follows in both.
"""

from __future__ import annotations

import bisect
from collections.abc import Iterable, Sequence

from pipeline.extraction.characters import Rule
from pipeline.extraction.lines import TextLine, lines_of
from pipeline.extraction.words import Word

ACROSS = 0.9
"""Share of the width of a page's text that such a line has at least."""
LARGER = 1.2
"""Times the size of running text from which a line of text is a heading."""
NEAR = 1.2
"""Distance between line and heading up to which they belong together, in sizes of the heading."""


def cuts_of(words: Sequence[Word], rules: Iterable[Rule], size: float) -> list[float]:
    """Where bands begin, from top to bottom, in points; none on a page without such headings. `size` is that of running text."""
    if not words:
        return []
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    long = [
        rule
        for rule in rules
        if rule.horizontal and min(rule.x1, right) - max(rule.x0, left) >= ACROSS * (right - left)
    ]
    if not long:
        return []
    large = lines_of([word for word in words if word.size >= LARGER * size])
    headings = [line for line in large if any(_belongs(rule, line) for rule in long)]
    return sorted(line.top for line in headings if not _beside_text(line, words))


def band_of(top: float, bottom: float, cuts: Sequence[float]) -> int:
    """The number of the band in which the middle of something lies."""
    return bisect.bisect(cuts, (top + bottom) / 2)


def _belongs(rule: Rule, line: TextLine) -> bool:
    under, over = rule.top - line.baseline, line.top - rule.bottom
    return 0 <= under <= NEAR * line.size or 0 <= over <= NEAR * line.size


def _beside_text(line: TextLine, words: Iterable[Word]) -> bool:
    """Whether other text stands at the height of a heading: then the line is drawn around or behind both."""
    return any(line.top < word.middle[1] < line.bottom and not line.x0 <= word.middle[0] <= line.x1 for word in words)
