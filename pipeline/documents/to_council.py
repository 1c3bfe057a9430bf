"""Whether a paper is written to the council: it says so above its text, or speaks to it."""

from __future__ import annotations

import re

from pipeline.documents.firm import sending_firm
from pipeline.documents.parts import Parts

_TO_COUNCIL = re.compile(
    r"\baan\s*(?:[:|]\s*){0,2}\s(?:de\s+)?(?:(?:leden|voorzitter|fracties)\s+van\s+)?(?:de\s+)?(?:gemeenteraad|raad"
    r"|raadsleden|raadscommissie|provinciale\s+staten|statenleden)\b"
    r"|\b(?:geachte|beste)\s+(?:raads|staten|commissie)?leden\b|\b(?:geachte|beste)\s+(?:gemeente)?raad\b",
    re.IGNORECASE,
)
_FOR_COUNCIL = re.compile(
    r"^\W*aan\s*:?\s+(?:de\s+)?(?:leden\s+van\s+)?(?:de\s+)?(?:gemeenteraad|raad|raadsleden)\b", re.IGNORECASE
)
_SUBJECT = re.compile(r"(?:^|[.;|]\s+)(?:onderwerp|betreft)\s*[:|]", re.IGNORECASE)
"""Under the address of a letter."""
_VIEWS = re.compile(r"\b(?:zienswijze|reactie|inspraak)\w*\b[^.;|]*$", re.IGNORECASE)
"""Before "aan de raad": to whom others can write of a draft that is on show."""
_CAME_IN = re.compile(
    r"^\W*ingekomen\b(?:\W+(?:stuk\w*|post|brief|griffie|d\.\s?d\.|op|nr\.?|\d|$)|\s*$)", re.IGNORECASE
)
_CAME_IN_NAME = re.compile(
    r"\bingekomen[-_ ](?:brief|stuk|post)\b|(?<![a-z])ingekomen[-_ ](?:brief|stuk)", re.IGNORECASE
)
"""The stamp of the clerk on what others send, and how such a letter is filed."""
_OURS = re.compile(
    r"\b(?:burgemeester\s+(?:en|&)\s+wethouders|b\s?(?:&|en)\s?w|wethouder|(?:de|het)\s+college|gedeputeerde\s+staten|fractie\w*"
    r"|raadslid|raadsleden\s+van)\b",
    re.IGNORECASE,
)
"""Who signs or asks where the letter is the municipality's own, or of members of its council."""
_SIGNED = 8
"""Blocks at the top and the end among which they stand."""
_TOP = 5
"""Printed lines at the top among which the address of a letter and its subject stand."""
_LONGEST = 1200
"""Words of the longest letter; what is longer and bears the name of a policy is that, whoever it was sent to."""


def speaks_to_council(parts: Parts) -> bool:
    """Whether its opening names the council as whom it is for, or greets it."""
    opening = " ".join(block.text for block in parts.body[:25])[:3000]
    return any(not _VIEWS.search(opening[: said.start()][-80:]) for said in _TO_COUNCIL.finditer(opening))


def from_outside(parts: Parts) -> bool:
    """Whether it is a letter that came in, as its stamp or file name says, and no municipality or fraction signs it."""
    stamped = any(_CAME_IN.match(block.text) for block in parts.banners) or bool(_CAME_IN_NAME.search(parts.stem))
    return stamped and not any(_OURS.search(block.text) for block in (*parts.body[-_SIGNED:], *parts.body[:_SIGNED]))


def is_for_council(parts: Parts) -> bool:
    """Whether it has the council as its address, and under it a subject, as a letter has that greets nobody; a firm's is its own."""
    top = parts.head[:_TOP]
    addressed = any(_FOR_COUNCIL.match(line.text) for line in top) and any(_SUBJECT.search(line.text) for line in top)
    return addressed and len(parts.text.split()) <= _LONGEST and sending_firm(parts) is None
