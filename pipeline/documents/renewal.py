"""The days on which a paper was adopted once more ("opnieuw vastgesteld op 4 maart 2021") or changed by a decision."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.documents.day import FoundDay
from pipeline.documents.wording import any_of, lead_in

PLANNED = (
    *("ter vaststelling", "vast te stellen", "wordt", "worden", "zal", "zullen", "moet", "moeten", "kan", "kunnen"),
    *(r"beoogd\w*", r"verwacht\w*", "nog niet", "nadat", "zodra", "niet (?:is )?vastgesteld"),
)
"""Words before a date that say that the decision is still to come."""
ANEW = (
    *("opnieuw", "nogmaals", "wederom", "hernieuwd", r"laatst(?:elijk)?", "voor het laatst"),
    *("herzien", "gewijzigd", "geactualiseerd", "aangepast", "na (?:herziening|wijziging|actualisatie)"),
    r"(?:laatste|herziene|gewijzigde|geactualiseerde|aangepaste|nieuwe|huidige|tweede|derde) (?:versie|tekst|vaststelling)",
)
"""How a paper says of a decision that it was not the first."""
_ANEW = rf"{any_of(ANEW)}(?:\s+(?:en|ongewijzigd|{any_of(ANEW)})){{0,3}}"
_BY = r"(?:\s+(?:door|in|bij)\s[^.;,:\d]{2,60}?)?"
_BEFORE = re.compile(
    rf"(?:^|[.;:,(|–-]\s*|\ben\s+){_ANEW}(?:(?<=vaststelling)|\s+vastgesteld){_BY}\s*(?:\s(?:op|d\.?d\.?)|:)?\s*(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Right before the day, in a part of the sentence that has no other subject."""
_BEHIND = re.compile(rf"^{_BY},?\s+(?:(?:ongewijzigd|en)\s+)*{_ANEW}\s+vastgesteld\b", re.IGNORECASE)
AMENDED = (
    r"(?:(?:laatst(?:elijk)?|voor\s+het\s+laatst|nadien|sindsdien)\s+)?(?:gewijzigd|herzien|geactualiseerd)\s+(?:bij|door)\s+"
    r"(?:(?:het\s+)?(?:raads|college)?besluit\b|(?:de\s+)?(?:gemeente)?raad\b|het\s+college\b|burgemeester\s+en\s+wethouders\b)"
)
"""How a paper says that what lies here is its text as a later decision made it."""
_AMENDED = re.compile(
    rf"^[\s,;(|–-]*(?:en\s+)?(?:is\s+)?{AMENDED}[^.;,:\d]{{0,60}}?\s*(?:van|op|d\.?d\.?|in)?\s*(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Between its first day and that of the change, with nothing else there: of another paper it stands behind its title."""
_ON = re.compile(r"(?:^|[.;:,(]\s*|\ben\s+)(?:is\s+)?op\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_PLANNED = re.compile(rf"\b{any_of(PLANNED)}\b", re.IGNORECASE)
_OPENS = re.compile(rf"\W*(?:{_ANEW}(?:(?<=vaststelling)|\s+vastgesteld)\b|{AMENDED})", re.IGNORECASE)


def renewed_on(text: str, days: Sequence[FoundDay]) -> date | None:
    """Return the last of the days in a clause on which the paper, as it says, was adopted once more or changed; None if on none."""
    anew = [
        found.day
        for number, found in enumerate(days)
        if _is_renewal(
            lead_in(text, found.start), text[found.end :], text[days[number - 1].end if number else 0 : found.start]
        )
    ]
    return max(anew, default=None)


def _is_renewal(before: str, behind: str, between: str) -> bool:
    said = _BEFORE.search(before) or (_ON.search(before) and _BEHIND.match(behind[:120]))
    return (bool(said) or bool(_AMENDED.match(between))) and not _PLANNED.search(between)


def opens_anew(text: str) -> bool:
    """Return whether a clause begins with a decision that was not the first."""
    return bool(_OPENS.match(text))
