"""Where a council met: minutes and lists of decisions bear the town and the day under their heading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.naming import Mention, Names
from pipeline.documents.parts import Parts, PrintedLine

_HEADS = re.compile(
    r"^\W*(?:(?:concept|ontwerp|openbare?|uittreksel|kort|beknopt|woordelijk)\W+(?:uit\s+(?:de|het)\s+)?)*(?:notulen|(?:raads)?verslag|besluitenlijst|handelingen)\b"
    r"[^.;]{0,40}?\b(?:raad|gemeenteraad|\w*vergadering|college|b\s?&\s?w)\b",
    re.IGNORECASE,
)
_DAY_BEHIND = re.compile(r",?\s+(?:(?:\w+dag)\s+)?\d{1,2}\s", re.IGNORECASE)
_UNDER = 4
"""Printed lines under the heading among which the town stands."""


def is_minutes(parts: Parts) -> bool:
    """Whether it tells, under such a heading, what was said and decided at a meeting."""
    return any(_HEADS.match(line.text) for line in parts.head)


def met_in(parts: Parts, names: Names) -> Iterator[tuple[Mention, PrintedLine]]:
    """Yield the municipality with which a line under the heading of minutes opens, before a day: "Deurne, dinsdag 5 juli 2022"."""
    for number, line in enumerate(parts.head):
        if not _HEADS.match(line.text):
            continue
        for under in parts.head[number + 1 : number + 1 + _UNDER]:
            for mention in (*names.find(under.text)[:1], *names.spelled(under.text)[:1]):
                if not under.text[: mention.start].strip() and _DAY_BEHIND.match(under.text[mention.end :]):
                    yield mention, under
        return
