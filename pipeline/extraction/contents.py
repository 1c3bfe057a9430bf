"""Tables of contents: lines that end in a page number, with or without leaders."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.lines import TextLine

_LEADERS = re.compile(r"\s*(?:\.\s?){3,}\s*|\s*…{2,}\s*|\s*(?:…\s?)+(?=\d)|\s*_{4,}\s*|\s*(?:·\s?){4,}\s*")
_PAGE_AT_END = re.compile(r"(?:^|[\s.…_·])(\d{1,3})$")
_LED_NUMBER = re.compile(r"(?:(?:\.\s?){3,}|…{2,}|_{4,}|(?:·\s?){4,})\s*\d{1,3}$")
_TITLE = re.compile(r"^(?:\d+\.?\s+)?(?:inhoud|inhoudsopgave|inhoudstafel)\b.{0,20}$", re.IGNORECASE)
FEWEST = 3
"""Lines without leaders that must follow each other before they are taken for a table of contents."""


def is_contents_title(text: str) -> bool:
    """Whether a heading is that of a table of contents, under which no text of the paper stands."""
    return bool(_TITLE.match(text))


def without_leaders(text: str) -> str:
    """The entry with a space for its dots."""
    return _LEADERS.sub(" ", text).strip()


def contents_lines(lines: Sequence[TextLine]) -> set[int]:
    """Indexes of the lines that belong to a table of contents, continuation lines of long entries included."""
    led = {index for index, line in enumerate(lines) if has_leaders(line.text)}
    unled = {index for index, line in enumerate(lines) if index not in led and _ends_in_far_number(line)}
    under_title = any(is_contents_title(line.text) for line in lines)
    rising = _rising_runs(lines, sorted(led | unled), 2 if under_title else FEWEST)
    found = led | rising
    return found | _continuations(lines, found)


def has_leaders(text: str) -> bool:
    """Whether a line runs over dots to a page number."""
    return bool(_LED_NUMBER.search(text))


def _ends_in_far_number(line: TextLine) -> bool:
    if len(line.words) < 2 or not re.fullmatch(r"\d{1,3}", line.words[-1].text):
        return False
    title = line.words[:-1]
    gap = line.words[-1].x0 - title[-1].x1
    return gap > 2 * line.size and any(char.isalpha() for word in title for char in word.text)


def _rising_runs(lines: Sequence[TextLine], indexes: Sequence[int], fewest: int) -> set[int]:
    """Those of `indexes` that stand in a run of rising page numbers, right-aligned and at most two lines apart."""
    found: set[int] = set()
    run: list[int] = []
    for index in indexes:
        if run and not _follows(lines, run[-1], index):
            found.update(run if len(run) >= fewest else ())
            run = []
        run.append(index)
    return found | set(run if len(run) >= fewest else ())


def _follows(lines: Sequence[TextLine], before: int, index: int) -> bool:
    if index - before > 3 or abs(lines[index].x1 - lines[before].x1) > 6:
        return False
    return _page(lines[index]) >= _page(lines[before])


def _page(line: TextLine) -> int:
    match = _PAGE_AT_END.search(line.text)
    return int(match.group(1)) if match else -1


def _continuations(lines: Sequence[TextLine], found: set[int]) -> set[int]:
    """First lines of entries that wrap: between two entries, in their type, at the distance of one text."""
    extra = set()
    for index, line in enumerate(lines):
        wraps = index not in found and index + 1 in found and (index - 1 in found or index - 2 in found)
        if wraps and abs(line.size - lines[index + 1].size) < 0.6:
            extra.add(index)
    return extra
