"""What character recognition misreads and can be set right without guessing: dates, round numbers, `rn` for `m`.

Only blocks on recognised pages are touched, and only where a single reading makes sense: a month after a day and before a year, or a
word that the same paper writes with an `m` more than once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from pipeline.extraction.blocks import Block

MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
SEEN_OFTEN = 2
"""Times that a paper writes a word with an `m` from which the same word with `rn` is a misreading."""

_DIGITS = str.maketrans("oOlI|sSB", "00111558")
_LETTERS = str.maketrans({"1": "i", "0": "o", "q": "g", "í": "i", "ì": "i", "ï": "i", "|": "l"})
_DATE = re.compile(r"(?<![\w.,-])([0-3oOlI|]?[0-9oOlI|sSB]) ([A-Za-zíìï10|]{3,10}) ([12][0-9oOlI|sSB]{3})(?![\w-])")
_ROUND = re.compile(r"(?<![\w.])\d{1,3}\.[0oO]{3}(?!\w)")
_WITH_RN = re.compile(r"[^\W\d_]*rn[^\W\d_]*")
_WORD = re.compile(r"[^\W\d_]+")


def mended(blocks: Iterable[Block], pages: frozenset[int]) -> tuple[Block, ...]:
    """The blocks, those on `pages` (read by recognition) with what was plainly misread set right."""
    blocks = tuple(blocks)
    words = Counter(word.lower() for block in blocks for word in _WORD.findall(block.text))

    def spelled(match: re.Match[str]) -> str:
        return _with_m(match.group(), words)

    changes: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], str]], ...] = (
        (_DATE, _as_date),
        (_ROUND, lambda match: match.group().translate(_DIGITS)),
        (_WITH_RN, spelled),
    )
    return tuple(_mended(block, changes) if block.page in pages else block for block in blocks)


def _mended(block: Block, changes: Iterable[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]) -> Block:
    for pattern, change in changes:
        for match in reversed(list(pattern.finditer(block.text))):
            new = change(match)
            if new != match.group():
                block = _replaced(block, match, new)
    return replace(block, section=tuple(_plain(title, changes) for title in block.section))


def _plain(text: str, changes: Iterable[tuple[re.Pattern[str], Callable[[re.Match[str]], str]]]) -> str:
    for pattern, change in changes:
        text = pattern.sub(change, text)
    return text


def _replaced(block: Block, match: re.Match[str], new: str) -> Block:
    """The block with other words in one place; its printed lines still begin where they did."""
    grown = len(new) - len(match.group())
    lines = tuple(
        replace(line, start=line.start + grown) if line.start >= match.end() else line for line in block.lines
    )
    return replace(block, text=block.text[: match.start()] + new + block.text[match.end() :], lines=lines)


def _as_date(match: re.Match[str]) -> str:
    day, month, year = match.groups()
    name = next((name for name in _months_like(month)), None)
    number = day.translate(_DIGITS)
    if name is None or not 1 <= int(number) <= 31:
        return match.group()
    return f"{number} {month if name == month.lower() else name} {year.translate(_DIGITS)}"


def _months_like(word: str) -> Iterator[str]:
    """The month that a word is, or can be with signs misread that look alike."""
    for reading in (
        word.lower(),
        word.lower().translate(_LETTERS),
        word.lower().replace("rn", "m").translate(_LETTERS),
    ):
        if reading in MONTHS:
            yield reading


def _with_m(word: str, words: Counter[str]) -> str:
    other = word.replace("rn", "m")
    often = words[other.lower()] >= SEEN_OFTEN
    return other if often and 2 * words[word.lower()] <= words[other.lower()] else word
