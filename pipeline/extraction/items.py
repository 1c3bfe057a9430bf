"""List items: the bullet or number with which they begin."""

from __future__ import annotations

import re

from pipeline.extraction.lines import TextLine

BULLETS = frozenset("•▪▫◦●○■□➢➤►▶✓✔❖◆–—-*·‣⁃→∙●")
_DASHES = frozenset("–—-*")
_NUMBER = re.compile(r"^\(?(?:[1-9]\d?|[a-z]|[ivx]{1,5}|aa|bb|cc)[.)]$|^\d{1,2}[°º]\.?$")
_CAPITAL = re.compile(r"^[A-Z][.)]$")
_DECIMAL = re.compile(r"^\d{1,2}(?:\.\d{1,2}){1,3}\.?$")
_LONG_DECIMAL = re.compile(r"^\d{1,2}\.\d{3}$")
_BEFORE_NUMBER = re.compile(
    r"\b(?:artikel|artikelen|art\.|lid|onder|nr\.|nummer|bijlage|tabel|figuur|en|of|tot)$", re.IGNORECASE
)


def marker_of(line: TextLine) -> str | None:
    """The bullet or number that a line begins with as an item of a list, or None."""
    first = line.words[0]
    if len(line.words) == 1:
        return first.text[0] if len(first.text) > 3 and first.text[0] in BULLETS - _DASHES else None
    gap = line.words[1].x0 - first.x1
    if first.text in BULLETS or _NUMBER.match(first.text) or _DECIMAL.match(first.text):
        return first.text
    if first.text == "o" or _CAPITAL.match(first.text):
        return first.text if gap >= 0.45 * line.size else None
    return first.text[0] if first.text[0] in BULLETS - _DASHES and len(first.text) > 1 else None


def is_item(line: TextLine, before: TextLine | None) -> bool:
    """Whether a line begins an item, given the line before it in the same text.

    A number after "artikel" and a dash within a sentence begin nothing.
    """
    marker = marker_of(line)
    if marker is None:
        return before is not None and _goes_on_numbering(line, before)
    if before is None:
        return True
    if marker in _DASHES and _runs_through(line, before):
        return False
    return not (marker[0].isdigit() and _BEFORE_NUMBER.search(before.text))


def _goes_on_numbering(line: TextLine, before: TextLine) -> bool:
    """Whether "6.711" stands right under "6.60": anywhere else it is a number of thousands."""
    under_decimal = _DECIMAL.match(before.words[0].text[:4]) is not None and abs(line.x0 - before.x0) < 2
    return under_decimal and _LONG_DECIMAL.match(line.words[0].text) is not None


def _runs_through(line: TextLine, before: TextLine) -> bool:
    """A dash in a sentence: the line before is no item, does not end one, and begins at the same place."""
    gap = line.words[1].x0 - line.words[0].x1
    wide = gap >= 0.45 * line.size or abs(line.x0 - before.x0) > 0.5 * line.size
    return not wide and marker_of(before) is None and before.text[-1:] not in ".:;,?!"


def text_start(line: TextLine) -> float:
    """Where the text of an item begins, after its marker."""
    return line.words[1].x0 if len(line.words) > 1 else line.x0
