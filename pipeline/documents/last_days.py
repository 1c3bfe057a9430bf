"""The last resorts for a paper that names no day of its own: a paper without a day counts on every day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.day import find_days
from pipeline.documents.day_candidate import Candidate, days_after
from pipeline.documents.parts import Parts, page_source

_ON_SHOW = re.compile(
    r"\bter\s+(?:inzage|inspraak|visie)\s+(?:van|vanaf|per|met\s+ingang\s+van|sinds)\s+(?:\w+dag\s+)?$", re.IGNORECASE
)
"""Before the day from which a draft can be seen: "Ligt ter inzage van 13 september tot en met 25 oktober 2021"."""
_TO_DECIDE = re.compile(
    r"^\W*(?:concept\W+)?ter\s+(?:besluitvorming|vaststelling|behandeling|bespreking)\W[^.;\d]{0,60}\b(?:van|op|d\.\s?d\.)\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Before the day for which a draft is laid before somebody: "Ter vaststelling in de raad van 21 juni 2022"."""
_ENDS = re.compile(
    r"\b(?:verval\w*|ingetrokken|geldig\w*|looptijd|tot\s+en\s+met|t/m|uiterlijk|vóór|voor)\b", re.IGNORECASE
)
"""Words of a term or end, whose day is not the paper's."""
_ENTERED = re.compile(
    r"^\W*(?:datum\s+)?(?:inwerkingtreding|inwerking\s?getreden|in\s+werking(?:\s+getreden)?|geldig|geldend|geldt|van\s+kracht)"
    r"\s*(?:op|per|vanaf|sinds|met\s+ingang\s+van)?\W*$",
    re.IGNORECASE,
)
"""Before the day from which a paper holds, on a line of its own."""
_TALKED_OF = re.compile(
    r"\b(?:commissie|ronde|\w*bijeenkomst|\w*rapport|\w*notitie)\b[^.;]{0,60}$|[a-z)],\s*$", re.IGNORECASE
)
_AWAITED_WORDS = 20
"""Words of the longest block above the text that tells for when a draft is meant."""


def only_day_above(parts: Parts) -> Iterator[Candidate]:
    """Yield the one day that short lines above the text name, where the paper was talked of or who made it signs with it.

    "Commissie Ruimte, 5 juni 2023"; "Eindrapport bureau Zicht, 17 februari 2023".
    """
    lines = [line for line in parts.head if line.block_words <= 30 and not _ENDS.search(line.text)]
    named = [(found, line) for line in lines for found in find_days(line.text) if found.whole]
    if len({found.day for found, _ in named}) == 1 and _TALKED_OF.search(named[0][1].text[: named[0][0].start]):
        day, line = named[0][0].day, named[0][1]
        yield Candidate(95, day, True, page_source("enige dag bovenaan", line.page))


def entered(parts: Parts) -> Iterator[Candidate]:
    """Yield the day from which policy holds, where it names no other: it was adopted by then ("In werking getreden op 1 april 2013")."""
    for line in (*parts.head, *parts.colofon):
        for found in find_days(line.text)[:1]:
            if found.whole and _ENTERED.search(line.text[: found.start]):
                yield Candidate(94, found.day, True, page_source("inwerkingtreding", line.page))


def awaited(parts: Parts, year: int | None) -> Iterator[Candidate]:
    """Yield, for a draft that names no day of its own, that from which it can be seen, else that on which it is to be decided on."""
    lines = [line for line in parts.head if line.block_words <= _AWAITED_WORDS]
    for rank, where, cue in (
        (96, "dag van de terinzagelegging", _ON_SHOW),
        (97, "dag waarop wordt besloten", _TO_DECIDE),
    ):
        for found, line in days_after(lines, cue, year):
            yield Candidate(rank, found.day, found.whole, page_source(where, line.page))
