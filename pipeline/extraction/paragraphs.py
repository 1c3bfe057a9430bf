"""Printed lines of a column grouped to headings, paragraphs, list items and lines of contents."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from pipeline.extraction.blocks import BlockKind
from pipeline.extraction.contents import contents_lines
from pipeline.extraction.headings import is_named_heading, is_numbered, looks_like_heading
from pipeline.extraction.items import is_item, marker_of, text_start
from pipeline.extraction.lines import TextLine

TERMINAL = (".", "!", "?", ":", ";", ".”", ".'", '."', ".’", ".)", "?”", "!”")
FLUSH = 1.0
"""Points from the right side within which a line of justified text ends."""
FULL_LINE = 5
"""Words that a line has at least when it fills a column."""
FEW_WORDS = 6
"""Words, its number among them, of a heading that looks like the text below it."""
LOOSE = 1.22
"""Distance between lines, against the usual one, from which a new paragraph begins."""


@dataclass(frozen=True, slots=True)
class Type:
    """How a paper is set: the size and weight of its running text, and its usual line distance in ems."""

    size: float = 10.0
    bold: bool = False
    pitch: float = 1.2


@dataclass(slots=True)
class Part:
    """Lines that become one stretch of a block's text, each with its page, and what is put before them ("Kop: ")."""

    lines: list[tuple[int, TextLine]]
    prefix: str = ""


@dataclass(slots=True)
class Draft:
    """A block in the making: its parts, and whether what comes before may run on in it (`fresh` when not)."""

    kind: BlockKind
    parts: list[Part] = field(default_factory=list)
    fresh: bool = False
    opens: bool = False
    """Whether it is the first text of a column or page."""
    full: bool = False
    """Whether its last line reaches the right side of its column, as a line does that runs on."""
    flush: bool = False
    """Whether it does so to the point, in a column of which most lines do: then it is no last line."""
    boxed: bool = False
    """Whether it stands in a box between the text."""
    group: str = ""
    """The name of the rows of a table among which it stands; the row that names them is a heading above these alone."""

    @property
    def lines(self) -> list[TextLine]:
        """All its printed lines."""
        return [line for part in self.parts for _, line in part.lines]


@dataclass(frozen=True, slots=True)
class _Measure:
    """The left and right side of a column and the usual distance of its lines by size."""

    left: float
    right: float
    pitch: dict[float, float]
    type: Type
    justified: bool

    def usual(self, size: float) -> float:
        return self.pitch.get(size, self.type.pitch * size)

    def room(self, line: TextLine) -> float:
        """White between the end of a line and the right side."""
        return self.right - line.x1


def type_of(lines: Sequence[TextLine]) -> Type:
    """The type of a paper's running text, from all its lines."""
    sizes, bold = Counter[float](), Counter[float]()
    pitches = Counter[float]()
    for line in lines:
        sizes[line.size] += len(line.text)
        bold[line.size] += len(line.text) if line.bold else 0
    if not sizes:
        return Type()
    size = sizes.most_common(1)[0][0]
    for before, line in itertools.pairwise(lines):
        distance = line.baseline - before.baseline
        if before.size == line.size == size and 0.9 * size < distance < 2 * size:
            pitches[round(distance / size, 1)] += 1
    pitch = pitches.most_common(1)[0][0] if pitches else 1.2
    return Type(size, bold[size] > 0.6 * sizes[size], pitch)


def drafts_of(items: Sequence[TextLine | int], page: int, paper: Type, fresh: bool = False) -> list[Draft | int]:
    """The blocks that a column's lines make; numbers (inserts) stay where they stand, and part what is around them."""
    drafts: list[Draft | int] = []
    run: list[TextLine] = []
    for item in [*items, -1]:
        if isinstance(item, TextLine):
            run.append(item)
            continue
        if run:
            drafts.extend(_drafts_of_lines(run, page, paper))
        if item >= 0:
            drafts.append(item)
        run = []
    if drafts and isinstance(drafts[0], Draft):
        drafts[0].opens, drafts[0].fresh = True, fresh
    return drafts


def _drafts_of_lines(lines: Sequence[TextLine], page: int, paper: Type) -> list[Draft]:
    measure = _measure(lines, paper)
    contents = contents_lines(lines)
    groups: list[list[int]] = []
    for index in range(len(lines)):
        if groups and not _begins(lines, index, groups[-1], contents, measure):
            groups[-1].append(index)
        else:
            groups.append([index])
    return [_draft(lines, groups, index, page, contents, measure) for index in range(len(groups))]


def _measure(lines: Sequence[TextLine], paper: Type) -> _Measure:
    distances: dict[float, Counter[float]] = {}
    for before, line in itertools.pairwise(lines):
        distance = line.baseline - before.baseline
        if abs(before.size - line.size) < 0.6 and 0.85 * line.size < distance < 2.2 * line.size:
            distances.setdefault(line.size, Counter())[round(distance * 2) / 2] += 1
    pitch = {
        size: min(_commonest(counts), 1.15 * paper.pitch * size)
        for size, counts in distances.items()
        if counts.total() >= 3
    }
    lefts = Counter(round(line.x0) for line in lines)
    right = max(line.x1 for line in lines)
    flush = sum(1 for line in lines if right - line.x1 <= FLUSH)
    return _Measure(lefts.most_common(1)[0][0], right, pitch, paper, justified=flush >= 4 and flush > 0.5 * len(lines))


def _commonest(counts: Counter[float]) -> float:
    """The most frequent distance, the smallest of equals."""
    most = max(counts.values())
    return min(distance for distance, count in counts.items() if count >= 0.6 * most)


def _begins(lines: Sequence[TextLine], index: int, group: Sequence[int], contents: set[int], measure: _Measure) -> bool:
    """Whether a line begins a new block after the group that ends with the line before it."""
    line, before = lines[index], lines[index - 1]
    if (index in contents) != (index - 1 in contents):
        return True
    if index in contents:
        return before.text[-1:].isdigit()
    if _size_changes(line, before) or _capitals_change(line, before, measure) or _weight_changes(lines, index, group):
        return True
    if _parted(line, before, measure) and not _runs_through(line, before, measure):
        return True
    if is_item(line, before) or (line.bold and is_numbered(line.text)) or _is_article(line, before, measure):
        return True
    return _ends_short(line, before, measure) or _indent_changes(lines, index, group)


def _size_changes(line: TextLine, before: TextLine) -> bool:
    """Another size of type, unless it is about the same and a sentence runs on: editors leave such lines behind."""
    difference = abs(line.size - before.size)
    inside = line.text[:1].islower() and not before.text.endswith(TERMINAL)
    return difference >= (0.25 * before.size if inside else 0.9)


def _capitals_change(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    """Between headings, one in capitals and one not: "MOTIE" over its title."""
    large = line.size >= 1.15 * measure.type.size
    return (
        large
        and len(before.text) > 2
        and before.text.isupper() != line.text.isupper()
        and any(map(str.isalpha, line.text))
    )


def _is_article(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    return (
        is_named_heading(line.text)
        and len(line.words) <= 12
        and measure.room(before) > 0.15 * (measure.right - measure.left)
    )


def _parted(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    """More white than between the lines of one text, or a jump upwards."""
    distance = line.baseline - before.baseline
    size = max(line.size, before.size)
    usual = measure.usual(size)
    loose = 1.45 if size > 1.3 * measure.type.size else LOOSE
    return distance < 0.3 * size or distance > max(loose * usual, usual + 0.15 * size)


def _runs_through(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    """Whether a sentence runs on over somewhat more white, as a raised figure or a formula makes."""
    inside = line.text[:1].islower() and not before.text.endswith(TERMINAL) and marker_of(line) is None
    distance = line.baseline - before.baseline
    return (
        inside and 0.3 * line.size < distance <= 1.6 * measure.usual(line.size) and not _had_room(line, before, measure)
    )


def _had_room(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    """Whether the first word of a line would have fitted on the line before it."""
    first = line.words[0]
    return measure.room(before) > first.x1 - first.x0 + line.size


def _weight_changes(lines: Sequence[TextLine], index: int, group: Sequence[int]) -> bool:
    """A wholly bold line next to one that is not, unless a sentence runs from one into the other."""
    line, before = lines[index], lines[index - 1]
    if line.bold == before.bold:
        return False
    if before.bold:
        whole = all(lines[i].bold for i in group)
        return whole and not (line.text[:1].islower() and not before.text.endswith(TERMINAL))
    return not before.words[-1].bold


def _ends_short(line: TextLine, before: TextLine, measure: _Measure) -> bool:
    """Whether the line before broke off although the next word would have fitted."""
    if before.size >= 1.15 * measure.type.size:
        return False
    first = line.words[0]
    width = first.x1 - first.x0 + 0.35 * line.size
    room = measure.room(before)
    column = max(measure.right - measure.left, 1.0)
    if before.text.endswith(("-", "–")):
        return False
    if before.text.endswith(TERMINAL):
        return room > width + 0.6 * line.size and (room > 0.08 * column or not line.text[0].islower())
    return room > width + 0.34 * column and line.text[0].isupper()


def _indent_changes(lines: Sequence[TextLine], index: int, group: Sequence[int]) -> bool:
    """A first line set in, or the end of a hanging text."""
    line, before, first = lines[index], lines[index - 1], lines[group[0]]
    em = line.size
    ended = before.text.endswith(TERMINAL)
    if marker_of(first) is not None:
        hangs = text_start(first) - 0.6 * em
        went_on_hanging = len(group) > 1 and before.x0 >= hangs
        return line.x0 < hangs and (went_on_hanging or (ended and text_start(first) - first.x0 > em))
    if len(group) == 1 and first.x0 > line.x0 + 0.6 * em:
        return False
    if len(group) == 1 and line.x0 > first.x0 + 3 * em:
        return False
    return 0.8 * em < line.x0 - before.x0 < 5 * em and ended


def _draft(
    lines: Sequence[TextLine],
    groups: Sequence[Sequence[int]],
    index: int,
    page: int,
    contents: set[int],
    measure: _Measure,
) -> Draft:
    own = [lines[i] for i in groups[index]]
    kind = BlockKind.TOC if groups[index][0] in contents else _kind(lines, groups, index, measure)
    fits = measure.room(own[-1]) <= 0.12 * max(measure.right - measure.left, 1.0) and len(own[-1].words) >= FULL_LINE
    flush = measure.justified and measure.room(own[-1]) <= FLUSH
    return Draft(kind, [Part([(page, line) for line in own])], full=fits, flush=flush)


def _kind(lines: Sequence[TextLine], groups: Sequence[Sequence[int]], index: int, measure: _Measure) -> BlockKind:
    own = [lines[i] for i in groups[index]]
    before = lines[groups[index][0] - 1] if index else None
    following = lines[groups[index + 1][0]] if index + 1 < len(groups) else None
    apart = before is None or _parted(own[0], before, measure)
    text = " ".join(line.text for line in own)
    marker = marker_of(own[0])
    bullet = marker is not None and not marker[0].isalnum() and not marker.startswith("(")
    alone = apart and (following is None or _parted(following, own[-1], measure) or _stands_over(text, following))
    heads = not bullet and looks_like_heading(text, own, measure.type.size, measure.type.bold, apart, alone)
    if heads and not _runs_on(own, following):
        first_before = lines[groups[index - 1][0]] if index else None
        if marker is None or not _among_items(own[0], first_before, following):
            return BlockKind.HEADING
    return BlockKind.LIST_ITEM if marker is not None and is_item(own[0], None) else BlockKind.PARAGRAPH


def _stands_over(text: str, following: TextLine) -> bool:
    """Whether a few words stand right over running text: a heading of which nothing but its number says so."""
    runs = len(following.words) >= FULL_LINE and following.text[:1].isupper() and marker_of(following) is None
    return runs and len(text.split()) <= FEW_WORDS


def _runs_on(own: Sequence[TextLine], following: TextLine | None) -> bool:
    """Whether the sentence goes on in a next line of the same size: then the bold was for emphasis."""
    if following is None or abs(following.size - own[-1].size) >= 0.9:
        return False
    return following.text[:1].islower() and marker_of(following) is None


def _among_items(first: TextLine, *neighbours: TextLine | None) -> bool:
    """Whether a numbered text has an item set and numbered like it right before or after it: then all of them are a
    list."""
    return any(
        line is not None and _shape(line) == _shape(first) and abs(line.x0 - first.x0) < 3 for line in neighbours
    )


def _shape(line: TextLine) -> tuple[str, bool, int]:
    """The kind of number a line begins with ("0.0." for "3.2."), its weight and its size."""
    marker = marker_of(line) or ""
    return re.sub(r"[a-z]+", "a", re.sub(r"\d+", "0", marker)), line.bold, round(line.size)
