"""How a list of what an organ decided shows: by its head, whatever it is called there, or by a table of points with what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.day import find_days
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_EXECUTIVE = r"(?:b\s?(?:&|en)\s?w|burgemeester\s+en\s+wethouders)"
_ORGAN = rf"(?:(?:gemeente)?raad|college(?:\s+van\s+{_EXECUTIVE})?|{_EXECUTIVE})"
_LIST = r"(?:(?:openbare|vastgestelde|definitieve)\s+)?(?:besluitenlijst|lijst\s+van\s+(?:genomen\s+)?besluiten)\b"
_HEAD = expression(rf"\W*{_LIST}", re.IGNORECASE)
_NAME = r"(?-i:['’A-Z])[\w'’ -]{2,40}?(?:\s*[:·•|–—]|\s-)\s*"
"""The name of a municipality, and what parts it from what follows."""
_OF_ORGAN = re.compile(
    rf"\W*(?:gemeente)?(?:raad|college)\s+(?:(?:van|der)\s+)?(?:gemeente\s+)?{_NAME}"
    rf"(?:{_LIST}|besluitenoverzicht\b|(?:genomen\s+)?besluiten\b|wat\s+is\s+(?:er\s+)?besloten\b)",
    re.IGNORECASE,
)
"""The organ by name, and what it decided: "Raad van Asten · wat is besloten", "Raad Oss: besluitenlijst 3 mei 2021"."""
_DECISIONS = re.compile(
    rf"\W*(?P<name>{_NAME})?(?:besluitenoverzicht\b|(?:raads|college|b\s?(?:&|en)\s?w[- ]?|benw[- ]?)besluiten\b"
    rf"|(?:(?:genomen|openbare)\s+)?besluiten\s+(?:(?:van|in)\s+)?(?:(?:de|het)\s+)?(?:openbare\s+)?{_ORGAN}(?:s?vergadering)?\b)",
    re.IGNORECASE,
)
"""Several decisions at once; over a list of them stands its day too ("Collegebesluiten Oss, dinsdag 3 mei 2022"), or the name of the
municipality alone."""
_WEEK = re.compile(r"\bweek\s+\d", re.IGNORECASE)
_LONGEST = 14
"""Words of the longest head; more is a sentence."""
_DECIDED_ROW = re.compile(
    r"^(?:nr\.?|nummer|punt|agendapunt)\s*:\s*\S{1,6};\s*onderwerp\s*:.*;\s*besluit\s*:", re.IGNORECASE
)
_LEAST_DECIDED = 4
"""Rows of a table of points with what was decided on each, from which the paper is a list of decisions."""


def heads_decisions(text: str) -> bool:
    """Whether a line or block is the head of a list of decisions."""
    if _HEAD.match(text):
        return True
    if len(text.split()) > _LONGEST:
        return False
    several = _DECISIONS.match(text)
    dated = several and (_WEEK.search(text) or any(found.whole for found in find_days(text[several.end() :])))
    named = several and several["name"] and several.end() == len(text.rstrip())
    return bool(dated or named or _OF_ORGAN.match(text))


def tabulates_decisions(blocks: Sequence[Block]) -> bool:
    """Whether a paper is a table of points with what was decided on each."""
    return sum(bool(_DECIDED_ROW.match(block.text)) for block in blocks) >= _LEAST_DECIDED
