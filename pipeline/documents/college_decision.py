"""The decision of an executive as it is published after its meeting: who met, when, and what was decided, without the word "vastgesteld".

The decision of a council is not read so: it often lies with the proposal, made ready with the day of the meeting that is to come.
"""

from __future__ import annotations

import re

from pipeline.documents.day import find_days
from pipeline.documents.parts import Parts
from pipeline.language.needed_words import expression

_EXECUTIVE = r"(?:het\s+college|college|burgemeester\s+(?:en|&)\s+wethouders|b\s?(?:&|en)\s?w)"
_HEADS = re.compile(
    rf"^\W*(?:openbaar\s+)?(?:collegebesluit|besluit\s+(?:van\s+)?{_EXECUTIVE}|(?:b\s?&\s?w|benw)[- ]?besluit)\b"
    r"(?!\s+(?:tot|over|inzake|op)\b)",
    re.IGNORECASE,
)
_MET = re.compile(
    rf"^\W*(?:(?:datum\s+(?:van\s+(?:de\s+)?)?)?(?:college|b\s?&\s?w[- ]?)?vergader(?:ing|datum)\b(?:\s+(?:van\s+)?{_EXECUTIVE})?"
    r"|datum\s+(?:college|besluit)|besluitdatum)\b[^;]{0,60}?\d",
    re.IGNORECASE,
)
"""The line that says when it met: "Vergadering van burgemeester en wethouders d.d. 13 december 2022", "Datum vergadering: …"."""
_DECIDES = expression(
    rf"\b{_EXECUTIVE}\b[^.;]{{0,60}}?\b(?:besluit|besluiten|heeft\s+besloten)\s*:|^\W*(?:genomen\s+)?besluit\b",
    re.IGNORECASE,
)
_ASKED = expression(
    r"\b(?:gevraagd|voorgesteld|voorgenomen|ontwerp|concept)[- ]?besluit\b|\bwij\s+stellen\s+(?:u\s+)?voor\b|\badvies\s*:",
    re.IGNORECASE,
)


def decided_by_executive(parts: Parts) -> bool:
    """Whether it is the decision of an executive that met, not a proposal to it."""
    if not any(_HEADS.match(line.text) for line in parts.head) or _ASKED.search(parts.text):
        return False
    met = any(_MET.match(line.text) and find_days(line.text) for line in parts.front)
    return met and any(_DECIDES.search(block.text) for block in parts.body if not _HEADS.match(block.text))
