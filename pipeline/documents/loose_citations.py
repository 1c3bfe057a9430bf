"""Motions that a sentence names by neither number nor quoted title: "de motie Een huisarts voor iedereen", "uw motie van 2 juni 2022".

Where such a title ends, and whether that day's motion is meant, shows only beside the motions that are known; so what stands behind the
word is kept, and `pipeline.coverage.named_motions` lays it beside these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice

from pipeline.documents.citation_day import day_of_motion
from pipeline.documents.day import find_days
from pipeline.language.needed_words import expression

_MOTION = expression(r"\b[Mm]oties?\b(?!\s+van\s+(?:wantrouwen|afkeuring|treurnis|orde)\b)")
_NAMES = r"[\w/&.'’-]+(?:\s+[\w/&.'’-]+){0,5}?"
_ADJUNCTS = (
    r"(?:\s*\([^()]{0,60}\)|\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?|\s*,?\s*(?:van|door|ingediend\s+door)\s+(?:de\s+)?(?:fracties?\s+(?:van\s+)?)?"
    rf"{_NAMES}(?=\s*,|\s+(?:getiteld|genaamd|met|inzake|over)\b))"
)
_SAYS_WHICH = re.compile(
    rf"{_ADJUNCTS}{{0,3}}\s*[,:–-]?\s*(?:(?:getiteld|genaamd|inzake|over|betreffende|rond(?:om)?|aangaande|m\.?b\.?t\.?|met\s+(?:als\s+|de\s+|het\s+)?(?:titel|opschrift|onderwerp))\s*:?\s+"
    r"|(?=[‘'\"“„«]?[A-Z]|(?:een|de|het|geen|meer|naar|samen)\s))[‘'\"“„«]?\w[\w’'-]*\s+\w"
)
"""Behind "motie": what may be its title, of two words or more."""
LONGEST = 160
"""Characters kept of what stands behind the word."""
MOST = 40
"""Motions of one sentence; no real one names as many."""


@dataclass(frozen=True, slots=True)
class LooseMention:
    """A motion named in a sentence by its day or by what stands behind the word (at most `LONGEST` characters), and where."""

    behind: str
    day: date | None
    start: int
    end: int


def loosely_named(sentence: str) -> Iterator[LooseMention]:
    """Find the motions that a sentence names without number or quoted title, but so that one may know which is meant."""
    days = None
    for match in islice(_MOTION.finditer(sentence), MOST):
        if days is None:
            days = [found for found in find_days(sentence) if found.whole]
        day = day_of_motion(sentence, days, match.start(), match.end(), its_row=False)
        behind = sentence[match.end() : match.end() + LONGEST]
        behind = _MOTION.pattern.split(behind)[0]
        if day or _SAYS_WHICH.match(behind):
            yield LooseMention(behind.strip(), day, match.start(), match.end())
