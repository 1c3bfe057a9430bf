"""What stands on a letter but is not of who speaks in it: the stamp of who got it, the address of a firm or society; and who writes without
saying of where."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.naming import is_a_name
from pipeline.documents.parts import Parts, PrintedLine
from pipeline.language.needed_words import expression

_RECEIVED = expression(r"\bingekomen\s+(?:stuk|post|brief)", re.IGNORECASE)
"""On the stamp of who got it, not of who wrote it: "INGEKOMEN STUK A-07 griffie Best"."""
GREETED = re.compile(r"\b(?:geachte?|beste)\s[^,.;]{0,60},\s*", re.IGNORECASE)
"""Whom a letter greets does not belong to the town that its first sentence names: "Geachte raad, in Roosendaal stelde …"."""
_FIRM = re.compile(r"\b(?:vereniging|stichting|coöperatie|b\.?v\.|n\.?v\.|k\.?v\.?k\b)", re.IGNORECASE)
_SAYS_MUNICIPALITY = expression(r"\bgemeente", re.IGNORECASE)
_POSTAL = re.compile(r"\b(?:postbus\s+\d|\d{4}\s?[A-Z]{2}\b)", re.IGNORECASE)
_NAMELESS = re.compile(
    r"^\W*(?:namens\s+)?(?:het\s+)?(?:college(?:\s+van\s+(?:burgemeester\s+(?:en|&)\s+wethouders|b\s?&\s?w))?"
    r"|burgemeester\s+(?:en|&)\s+wethouders)\W*$",
    re.IGNORECASE,
)
_OUR_EXECUTIVE = expression(r"\bons\s+college\b", re.IGNORECASE)
_LAST_WORDS = 8
"""Printed lines at the end among which a letter is signed."""


def is_firms(line: PrintedLine) -> bool:
    """Whether a line is a firm's or society's; it does not speak for the town where it has its office."""
    return bool(_FIRM.search(line.text)) and not _SAYS_MUNICIPALITY.search(line.text)


def without_receipt(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines without the stamp of who got the paper, and without its name right above that."""
    if not any(_RECEIVED.search(line.text) for line in lines):
        return list(lines)
    kept: list[PrintedLine] = []
    stamp: PrintedLine | None = None
    for number, line in enumerate(lines):
        below = lines[number + 1] if number + 1 < len(lines) else line
        heads = _RECEIVED.search(below.text) and line.page == below.page and is_a_name(line.text)
        stamped = heads or _RECEIVED.search(line.text) or (stamp and line.runs_on_from(stamp))
        stamp = line if stamped else None
        kept += [] if stamped else [line]
    return kept


def is_of_a_firm(parts: Parts) -> bool:
    """Whether a firm or society writes, with its address in the letterhead or at the foot: the place of its letters is its office."""
    return any(is_firms(line) and _POSTAL.search(line.text) for line in parts.furniture)


def is_of_an_executive(parts: Parts) -> bool:
    """Whether an executive writes without saying of where: it signs so, or speaks of "ons college"; the place by the date tells."""
    signed = any(_NAMELESS.match(line.text) for line in parts.lines[-_LAST_WORDS:])
    return signed or bool(_OUR_EXECUTIVE.search(parts.text[:6000]))
