"""Bands of a page: a heading across all columns divides them, and all above it is read before all below.

By its words such a heading stands in the left column only. That it heads what follows in both is told by a line drawn across, or by
the text: it breaks in on a sentence, which goes on at the top of the next column, or stands below all of it.
"""

from __future__ import annotations

import bisect
import math
from collections.abc import Iterable, Sequence

from pipeline.extraction.characters import Rule
from pipeline.extraction.lines import TextLine, lines_of
from pipeline.extraction.paragraphs import TERMINAL
from pipeline.extraction.words import Word

ACROSS = 0.9
"""Share of the width of a page's text that such a line has at least."""
LARGER = 1.2
"""Times the size of running text from which a line of text is a heading."""
NEAR = 1.2
"""Distance between line and heading up to which they belong together, in sizes of the heading."""
LINE_APART = 1.5
"""Distance between the lines of one heading up to which they belong together, in sizes."""
WHITE = 1.5
"""White that a heading leaves in the other columns, in sizes of its own, beside that of a line of text."""
FULL = 2.0
"""Ems that a line of text may end before the right side of its column where its sentence goes on."""
FEWEST = 3
"""Words in such a line."""


def cuts_of(words: Sequence[Word], rules: Iterable[Rule], size: float) -> list[float]:
    """Where bands begin, from top to bottom, in points; none on a page without such headings. `size` is that of running text."""
    large = lines_of([word for word in words if word.size >= LARGER * size])
    if not large:
        return []
    left, right = min(word.x0 for word in words), max(word.x1 for word in words)
    long = [
        rule
        for rule in rules
        if rule.horizontal and min(rule.x1, right) - max(rule.x0, left) >= ACROSS * (right - left)
    ]
    ruled = [line for line in large if any(_belongs(rule, line) for rule in long) and not _beside_text(line, words)]
    at_left = [line for line in large if line.x0 <= left + size]
    breaking = _breaking_in(at_left, words, (left + right) / 2, size)
    return sorted({_top(line, large) for line in (*ruled, *breaking, *_at_the_foot(large, words))})


def _top(line: TextLine, large: Sequence[TextLine]) -> float:
    """Where the heading begins of which this is a line, or the last of several."""
    above = (other for other in large if 0 < line.baseline - other.baseline <= LINE_APART * line.size)
    first = next((other for other in above if abs(other.size - line.size) < 0.6 and abs(other.x0 - line.x0) < 2), None)
    return _top(first, large) if first else line.top


def _at_the_foot(headings: Sequence[TextLine], words: Iterable[Word]) -> list[TextLine]:
    """The last heading where it stands below all text of the page: it heads the next page, and no column that begins higher."""
    last = headings[-1:]
    lowest = max((word.bottom for word in words if not last or word not in last[0].words), default=math.inf)
    return [line for line in last if line.top >= lowest + line.size / 2]


def _breaking_in(headings: Sequence[TextLine], words: Sequence[Word], middle: float, size: float) -> list[TextLine]:
    """The headings with white beside them in the right column, of a size in which one breaks in on a sentence of the left column."""
    beside = [word for word in words if word.x0 >= middle]
    alone = [line for line in headings if _leaves_white(line, beside, size)]
    before = [word for word in words if word.x0 < middle] if alone else []
    highest = min((word.bottom for word in beside), default=math.inf)
    sizes = {line.size for line in alone if highest <= line.top and _breaks_in(line, before, middle, size)}
    return [line for line in alone if line.size in sizes]


def _leaves_white(line: TextLine, beside: Sequence[Word], size: float) -> bool:
    others = [word for word in beside if word not in line.words]
    above = max((word.bottom for word in others if word.middle[1] < line.baseline), default=0.0)
    below = min((word.top for word in others if word.middle[1] >= line.baseline), default=math.inf)
    return below - max(above, line.top - line.size) >= line.size and below - above >= WHITE * line.size + size


def _breaks_in(line: TextLine, before: Sequence[Word], middle: float, size: float) -> bool:
    """Whether the text above a heading, `before` the middle of the page, ends in a full line amid a sentence."""
    above = [word for word in before if word.bottom <= line.top]
    last = max(above, key=lambda word: word.baseline, default=None)
    if last is None or line.top - last.bottom > 4 * line.size:
        return False
    row = sorted((word for word in above if abs(word.baseline - last.baseline) <= 1), key=lambda word: word.x0)
    end = row[-1]
    full = end.x1 <= middle and end.x1 >= max(word.x1 for word in above) - FULL * size
    return full and len(row) >= FEWEST and end.size < LARGER * size and not end.text.endswith(TERMINAL)


def band_of(top: float, bottom: float, cuts: Sequence[float]) -> int:
    """The number of the band in which the middle of something lies."""
    return bisect.bisect(cuts, (top + bottom) / 2)


def _belongs(rule: Rule, line: TextLine) -> bool:
    under, over = rule.top - line.baseline, line.top - rule.bottom
    return 0 <= under <= NEAR * line.size or 0 <= over <= NEAR * line.size


def _beside_text(line: TextLine, words: Iterable[Word]) -> bool:
    """Whether other text stands at the height of a heading: then the line is drawn around or behind both."""
    return any(line.top < word.middle[1] < line.bottom and not line.x0 <= word.middle[0] <= line.x1 for word in words)
