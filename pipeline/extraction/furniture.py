"""What stands around the text: running headers and footers, page numbers, stamps and watermarks."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.lines import TextLine, box_around, line_of, rows_of
from pipeline.extraction.page_text import PageText
from pipeline.extraction.words import Word

ZONE = 0.14
"""Share of the page's height, at the top and the bottom, in which headers and footers stand."""
SIDE = 0.1
"""Share of the page's width, left and right, in which repeated text is no running text."""
SAME_PLACE = 6.0
"""Points within which lines on different pages stand at the same height."""
MOST_STAMPS = 6
"""Large words on a page above which they are its title."""
SHORT = 4
"""Pages up to which a paper is too short for its furniture to show by repetition alone."""
STAMP = 2.2
"""Size against the body text from which a word printed over other text is a stamp."""


@dataclass(frozen=True, slots=True)
class _Strip:
    """Part of a row in a zone: "h" header, "f" footer, "s" side. `distance` is that to the edge of the page."""

    page: int
    zone: str
    distance: float
    line: TextLine
    apart: bool


_PAGE_NUMBER = re.compile(
    r"^(?:pagina|pag\.?|blz\.?|bladzijde|page|p\.)?\s*[-–|•]*\s*(\d{1,4}|[ivxl]{1,6})\s*[-–|•]*(?:\s*(?:van|/|\||of)\s*\d{1,4})?$",
    re.IGNORECASE,
)


def furniture_of(pages: Sequence[PageText], body_size: float) -> dict[int, list[TextLine]]:
    """Lines of furniture by page number; their words are no part of the running text."""
    found: dict[int, list[TextLine]] = defaultdict(list)
    strips = [strip for page in pages for strip in _strips(page, body_size)]
    words = {page.number: len(page.words) for page in pages}
    for group in _repeated(strips, len(pages)):
        # what is all there is on most of its pages is their text
        if sum(1 for strip in group if len(strip.line.words) == words[strip.page]) * 2 <= len(group):
            for strip in group:
                found[strip.page].append(strip.line)
    taken = {id(line) for lines in found.values() for line in lines}
    for strip in strips:
        if len(pages) <= SHORT and id(strip.line) not in taken and _by_shape(strip, body_size):
            found[strip.page].append(strip.line)
    for number, lines in _stamps(pages, body_size).items():
        found[number] += lines
    return found


def _strips(page: PageText, body_size: float) -> list[_Strip]:
    """The parts of rows, split at wide gaps, in the zones of a page."""
    rows = rows_of(page.words)
    cut = [_parts(row) for row in rows]
    zoned: list[tuple[int, str, float, TextLine]] = []
    within: Counter[tuple[str, int]] = Counter()
    for index, parts in enumerate(cut):
        for part in parts:
            zone, distance = _zone(part, page)
            if zone and not (_is_figure(part) and _in_table(part, cut, index, 1 if zone == "h" else -1)):
                zoned.append((index, zone, distance, line_of(part)))
            else:
                within[_in_column(" ".join(word.text for word in part), part[0].x0)] += 1
    # what stands in the same column further down, more than once, is a value in a table
    return [
        _Strip(page.number, zone, distance, line, _apart(rows, index, zone, body_size))
        for index, zone, distance, line in zoned
        if within[_in_column(line.text, line.x0)] < 2
    ]


def _is_figure(part: Sequence[Word]) -> bool:
    return len(part) == 1 and part[0].text.isdigit()


def _in_table(figure: Sequence[Word], rows: Sequence[Sequence[Sequence[Word]]], index: int, step: int) -> bool:
    """Whether a bare figure is a value of a table: others stand in its row, or one above or under it in the next row (`step` away)."""
    if sum(map(_is_figure, rows[index])) > 1:
        return True
    beside = rows[index + step] if 0 <= index + step < len(rows) else ()
    x0, x1 = figure[0].x0, figure[0].x1
    return any(_is_figure(other) and other[0].x0 < x1 and x0 < other[0].x1 for other in beside)


def _parts(row: Sequence[Word]) -> list[list[Word]]:
    parts: list[list[Word]] = [[row[0]]]
    for before, word in itertools.pairwise(row):
        if word.x0 - before.x1 > 2.5 * word.size:
            parts.append([])
        parts[-1].append(word)
    return parts


def _in_column(text: str, x0: float) -> tuple[str, int]:
    return text, round(x0 / 2)


def _zone(part: Sequence[Word], page: PageText) -> tuple[str, float]:
    x0, top, x1, bottom = box_around(word[1:5] for word in part)
    if bottom < ZONE * page.height:
        return "h", top
    if top > (1 - ZONE) * page.height:
        return "f", page.height - bottom
    if x1 < SIDE * page.width or x0 > (1 - SIDE) * page.width:
        return "s", top
    return "", 0.0


def _apart(rows: Sequence[Sequence[Word]], index: int, zone: str, body_size: float) -> bool:
    """Whether white separates the row from the text towards the middle of the page."""
    step = 1 if zone == "h" else -1
    other = index + step
    while 0 <= other < len(rows) and abs(rows[other][0].baseline - rows[index][0].baseline) < 0.5 * body_size:
        other += step
    if not 0 <= other < len(rows):
        return True
    return abs(rows[other][0].baseline - rows[index][0].baseline) > 1.7 * max(rows[index][0].size, rows[other][0].size)


def _repeated(strips: Sequence[_Strip], page_count: int) -> list[list[_Strip]]:
    """Strips of one text at one height on enough pages."""
    groups: dict[tuple[str, str], list[_Strip]] = defaultdict(list)
    worded = [strip for strip in strips if any(map(str.isalpha, strip.line.text)) and _number(strip.line.text) is None]
    for strip in worded:
        groups[strip.zone, re.sub(r"\d+|\b[ivxl]+$", "#", strip.line.text.lower())].append(strip)
    repeated = []
    for group in groups.values():
        for same in [group] if _differ_by_page(group) else _by_text(group):
            repeated += _at_one_place(same, page_count)
    return repeated + _page_numbers(strips, page_count) + _numbers_beside(strips, page_count)


def _differ_by_page(group: Sequence[_Strip]) -> bool:
    """Whether texts alike but for their figures are one text with the page number in it, and no numbered rows."""
    if len({strip.line.text for strip in group}) == 1:
        return True
    offsets = Counter(
        offset for strip in group for offset in {int(f) - strip.page for f in re.findall(r"\d{1,4}", strip.line.text)}
    )
    return bool(offsets) and max(offsets.values()) >= max(2, 0.6 * len(group))


def _by_text(group: Sequence[_Strip]) -> list[list[_Strip]]:
    texts: dict[str, list[_Strip]] = defaultdict(list)
    for strip in group:
        texts[strip.line.text].append(strip)
    return list(texts.values())


def _at_one_place(group: list[_Strip], page_count: int) -> list[list[_Strip]]:
    return [near for near in _one_height(group) if _is_running(near, page_count)]


def _is_running(strips: Sequence[_Strip], page_count: int) -> bool:
    pages = sorted({strip.page for strip in strips})
    if len(pages) < 2 or len(strips) > 2 * len(pages):
        return False
    if strips[0].zone == "s":
        return len(pages) >= max(3, 0.5 * page_count)
    share = len(pages) / page_count
    apart = sum(1 for strip in strips if strip.apart) >= 0.6 * len(strips)
    if share >= 0.4:
        return apart or len(pages) >= 3
    # the name of a chapter runs over its pages; a heading that returns at the top of a page skips most
    following = sum(1 for one, other in itertools.pairwise(pages) if other - one <= 2)
    return len(pages) >= 3 and apart and following >= 0.6 * (len(pages) - 1)


def _page_numbers(strips: Sequence[_Strip], page_count: int) -> list[list[_Strip]]:
    """Bare figures that go up with the pages; on a paper of a few pages those in place are enough."""
    numbered = [(strip, _number(strip.line.text)) for strip in strips if strip.zone != "s"]
    on_pages = {(number - strip.page, strip.page) for strip, number in numbered if number is not None}
    offsets = Counter(offset for offset, _ in on_pages)
    if not offsets:
        return []
    offset, count = offsets.most_common(1)[0]
    if count < min(3, max(2, page_count)):
        return []
    return [[strip for strip, number in numbered if number is not None and number - strip.page == offset]]


def _numbers_beside(strips: Sequence[_Strip], page_count: int) -> list[list[_Strip]]:
    """Page numbers halfway a margin: bare figures at one height on half of the pages, all as far from the number of theirs."""
    groups: dict[int, list[_Strip]] = defaultdict(list)
    for strip in strips:
        number = _number(strip.line.text) if strip.zone == "s" else None
        if number is not None:
            groups[number - strip.page].append(strip)
    return [
        same
        for group in groups.values()
        for same in _one_height(group)
        if len({strip.page for strip in same}) >= max(2, 0.5 * page_count)
    ]


def _one_height(strips: list[_Strip]) -> list[list[_Strip]]:
    """The strips in groups of about one distance to the edge of the page."""
    parts: list[list[_Strip]] = []
    for strip in sorted(strips, key=lambda strip: strip.distance):
        if parts and strip.distance - parts[-1][0].distance <= SAME_PLACE:
            parts[-1].append(strip)
        else:
            parts.append([strip])
    return parts


_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50}


def _number(text: str) -> int | None:
    """The number in a bare page number, roman or not; None for other text."""
    match = _PAGE_NUMBER.match(text)
    if not match:
        return None
    figures = match.group(1).lower()
    if figures.isdigit():
        return None if 1900 <= int(figures) < 2100 else int(figures)
    values = [_ROMAN[figure] for figure in figures]
    return sum(-one if one < other else one for one, other in zip(values, [*values[1:], 0], strict=True))


def _by_shape(strip: _Strip, body_size: float) -> bool:
    """Furniture of a paper too short for repetition: page numbers, and small print apart from the text at the very edge."""
    if strip.zone == "s" or not strip.apart:
        return False
    if _number(strip.line.text) is not None and strip.distance < 70:
        return True
    note = re.match(r"^(\d{1,3}|\*+)[.)]?\s+\S", strip.line.text)
    return strip.line.size <= body_size - 0.4 and strip.distance < (50 if strip.zone == "h" else 60) and not note


def _stamps(pages: Sequence[PageText], body_size: float) -> dict[int, list[TextLine]]:
    """Large words printed over the text, and the same words where they happen to miss it."""
    large = {page.number: [word for word in page.words if word.size > STAMP * body_size] for page in pages}
    over = {
        word.text
        for page in pages
        if len(large[page.number]) <= MOST_STAMPS
        for word in large[page.number]
        if sum(1 for other in page.words if _under(word, other)) >= 3
    }
    return {number: [line_of([word]) for word in words if word.text in over] for number, words in large.items()}


def _under(stamp: Word, word: Word) -> bool:
    x, y = word.middle
    height = stamp.bottom - stamp.top
    inside = stamp.x0 < x < stamp.x1 and stamp.top + 0.15 * height < y < stamp.bottom - 0.15 * height
    return inside and word.size < 0.6 * stamp.size


def furniture_key(text: str, page_count: int) -> str:
    """Two lines with the same key differ by page number only; a number on a letter ("M3" over one motion, "M4" over the next) is none."""
    return re.sub(
        r"(?<![\w./-])\d{1,4}(?![\d./-])",
        lambda match: "#" if int(match.group()) <= page_count + 50 else match.group(),
        text.lower(),
    )
