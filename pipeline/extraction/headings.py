"""Headings: which short lines head a text, and which heading stands above which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.extraction.contents import is_contents_title
from pipeline.extraction.lines import TextLine

MOST_WORDS = 20
LARGER = 1.1
"""Size against the body text from which a short line is a heading whatever its weight."""

_DECIMAL = re.compile(r"^(\d{1,2}(?:\.(?:\d{1,2}|[a-z]))*)\.?(?=\s|$)")
_NAMED = re.compile(
    r"^(deel|hoofdstuk|bijlagen?|afdeling|paragraaf|§|artikel|art\.|thema|programma|spoor|pijler|beslispunt|stap|fase|actielijn)"
    r"\s*(\d+[\d.:a-z]*|[IVX]+\b|[A-Z]\b)",
    re.IGNORECASE,
)
_ROMAN = re.compile(r"^[IVX]{1,5}\.?\s")
_QUOTED = re.compile(r"[„“”‘'\"«].*[”’'\"»]$", re.DOTALL)
_SENTENCE = re.compile(r"[.!?…].$", re.DOTALL)
SAID_WORDS, SAID_SIZE = 6, 2.0
"""Words from which what stands in quotation marks is a sentence, where it is smaller than so many times the body text: else a title."""
_LEVELS = {
    "deel": 0,
    "hoofdstuk": 1,
    "bijlage": 1,
    "bijlagen": 1,
    "afdeling": 2,
    "paragraaf": 2,
    "§": 2,
    "artikel": 8,
    "art.": 8,
}


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as it is set. `depth` is the level its number states (1 for "3", 2 for "3.2", 8 for an article), None
    without one."""

    text: str
    size: float
    bold: bool
    capitals: bool
    italic: bool
    depth: int | None


def heading_of(text: str, lines: Sequence[TextLine]) -> Heading:
    """The heading that these lines, with this text, are."""
    return Heading(
        text=text,
        size=max(line.size for line in lines),
        bold=all(line.bold for line in lines),
        capitals=text.isupper(),
        italic=all(line.italic for line in lines),
        depth=number_depth(text),
    )


def number_depth(text: str) -> int | None:
    """The level that the number in front of a heading states, if it has one."""
    named = _NAMED.match(text) if is_named_heading(text) else None
    if named and named.group(1).lower() in _LEVELS:
        return _LEVELS[named.group(1).lower()]
    decimal = _DECIMAL.match(text)
    if decimal:
        return decimal.group(1).count(".") + 1
    return 1 if _ROMAN.match(text) else None


def is_named_heading(text: str) -> bool:
    """Whether a line begins as "Artikel 4", "Hoofdstuk 2", "Bijlage A" do."""
    return not text[:1].islower() and bool(_NAMED.match(text))


def is_numbered(text: str) -> bool:
    """Whether a line begins with a number of headings: "3", "3.2", "IV"."""
    return bool(_DECIMAL.match(text) or _ROMAN.match(text)) or is_named_heading(text)


def has_decimal_number(text: str) -> bool:
    """Whether a line begins with a number of more than one part: "3.2"."""
    decimal = _DECIMAL.match(text)
    return bool(decimal and "." in decimal.group(1))


def under(path: Sequence[Heading], heading: Heading) -> tuple[Heading, ...]:
    """The headings that stay above `heading`, outermost first."""
    kept: list[Heading] = []
    for above in path:
        if not _outranks(above, heading):
            break
        kept.append(above)
    return tuple(kept)


def _outranks(above: Heading, heading: Heading) -> bool:
    if is_contents_title(above.text):
        return False
    if above.depth is not None and heading.depth is not None:
        return above.depth < heading.depth
    if abs(above.size - heading.size) > 0.4:
        return above.size > heading.size
    return _weight(above) > _weight(heading)


def _weight(heading: Heading) -> int:
    return 4 * heading.bold + 2 * heading.capitals + (not heading.italic)


def looks_like_heading(
    text: str, lines: Sequence[TextLine], body_size: float, body_bold: bool, apart: bool, alone: bool
) -> bool:
    """Whether a group of lines is a heading by itself: short, without a full stop, and set apart by size, weight,
    number or white.

    `apart` says that there is more white above it than between the lines of a text, `alone` that there is below it too.
    """
    if not _could_be(text, lines, body_size):
        return False
    size = max(line.size for line in lines)
    if size >= LARGER * body_size and size >= body_size + 0.9:
        return True
    bold = all(line.bold for line in lines) and not body_bold
    if bold and size >= body_size - 1.1:
        return not text.endswith(":") or is_numbered(text)
    if text.endswith(":") or len(lines) > 2:
        return False
    if is_named_heading(text):
        return len(text.split()) <= 14
    if len(lines) > 1 or size < body_size - 0.6:
        return False
    words = len(text.split())
    if has_decimal_number(text):
        return words <= 12 and apart
    if alone and _DECIMAL.match(text) and words <= 12:
        return True
    capitals = text.isupper() and sum(map(str.isalpha, text)) >= 4
    italic = all(line.italic for line in lines)
    return apart and ((capitals and words <= 10) or (italic and words <= 8 and text[0].isupper()))


def _is_said(text: str, lines: Sequence[TextLine], body_size: float) -> bool:
    """Whether it is what somebody said, set large beside the text: a whole sentence in quotation marks."""
    if not _QUOTED.match(text):
        return False
    small = max(line.size for line in lines) < SAID_SIZE * body_size
    return bool(_SENTENCE.search(text)) or (small and len(text.split()) >= SAID_WORDS)


def _could_be(text: str, lines: Sequence[TextLine], body_size: float) -> bool:
    large = max(line.size for line in lines) >= 1.4 * body_size
    if len(lines) > (6 if large else 3) or len(text.split()) > (30 if large else MOST_WORDS):
        return False
    if sum(map(str.isalpha, text)) < max(2, 0.3 * len(text.replace(" ", ""))):
        return False
    if text.endswith((";", ",")) or (
        text.endswith(".") and not re.search(r"\b(?:[a-z]\.|e\.v\.|e\.d\.|etc\.|\d\.)$", text)
    ):
        return False
    if _is_said(text, lines, body_size):
        return False
    first = next((char for char in text if char.isalpha()), "a")
    return first.isupper() or is_numbered(text)
