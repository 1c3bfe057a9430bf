"""The day and the year of a motion that a paper speaks of, which are not those of the paper about it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from pipeline.documents.day import FoundDay
from pipeline.documents.wording import lead_in

_LINK_AFTER = re.compile(
    r"^(?:-[A-Z][\w-]+)?(?:\s+c\.?\s?s\.)?[\s,(:]*(?:[‘'\"“„«(][^’'\"”»)]{0,120}[’'\"”»)][\s,(]*)?(?:(?:die|welke|is|was|werd|door|de|raad|uw|gemeenteraad|PS|Provinciale"
    r"|Staten|unaniem|aangenomen|ingediend|aangehouden|in|vergadering|d\.?\s?d\.?|van|uit|op|\w+dag)[\s,(:]*)*$"
)
"""What may stand between a motion and its date: "motie 7 ‘Zicht’, aangenomen op 12 mei 2020"."""
_LINK_BEFORE = re.compile(
    r"^[\s,]*(?:(?:door|de|het|raad|uw|gemeenteraad|PS|Provinciale|Staten|is|werd|heeft|hebben|unaniem|aangenomen|ingediende?|aanvaarde"
    r"|aangehouden|gewijzigde|nam|namen|diende|stelde|voor|bij|middels|een|ons|met)[\s,]*)*$",
    re.IGNORECASE,
)
_ACT = re.compile(r"\b(?:aangenomen|aanvaard|aangehouden|ingediend|verworpen|nam\b.{0,80}\baan)\b", re.IGNORECASE)
_YEAR_AFTER = re.compile(
    r"^[\s,]*(?:[‘'\"“„«][^’'\"”»]{0,120}[’'\"”»][\s,]*)?(?:uit|van|in|\()\s*(?P<year>(?:19|20)\d\d)\b"
)
_AHEAD = re.compile(
    r"\b(?:vóór|voor|uiterlijk|tot|tot\s+en\s+met|per|vanaf|na|met\s+ingang\s+van|tegen|tot\s+(?:in\s+)?de\s+\w*(?:vergadering|raad)\s+van)\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Before a day by which, or until which, something is to be done: "regelt vóór 1 januari 2023 een spreekuur"."""
_OF_PAPER = re.compile(
    r"\b(?:e-?mail|toezegging|notitie|nota|memo|\w*brief|\w*voorstel|\w*vragen|rapport|verslag|artikel|mededeling|besluit|uitspraak|wet|oproep|bericht)"
    r"\b[^,;.]{0,80}?\b(?:van|d\.?\s?d\.?)\s+$",
    re.IGNORECASE,
)
"""Before the day of something else: "de toezegging van wethouder De Wit van 14 april 2022 en de motie …"."""
NEAR = 200
"""Characters around a mention within which "afgedaan", or a lone date, is about that motion."""


def day_of_motion(sentence: str, days: Sequence[FoundDay], start: int, end: int, *, its_row: bool) -> date | None:
    """Return which of the days in a sentence is that of the motion named from `start` to `end`: joined to it, or the only one where it was
    adopted or in the row of a table that is on it."""
    for day in days:
        if day.start >= end and _LINK_AFTER.match(sentence[end : day.start]):
            return day.day
        if day.end <= start and _LINK_BEFORE.match(sentence[day.end : start]):
            return day.day
    if len(days) != 1 or _of_something_else(lead_in(sentence, days[0].start)):
        return None
    near = max(days[0].start - end, start - days[0].end) <= NEAR
    return days[0].day if its_row or (near and _ACT.search(sentence)) else None


def _of_something_else(before: str) -> bool:
    return bool(_AHEAD.search(before) or _OF_PAPER.search(before))


def year_of_motion(sentence: str, end: int) -> int | None:
    """Return the year right behind a motion: "motie 7 uit 2019"."""
    match = _YEAR_AFTER.match(sentence[end:])
    return int(match["year"]) if match else None
