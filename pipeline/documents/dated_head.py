"""The line at the very top that says what sort of paper it is, with its day and often the municipality: "Jaarverslag 2021 gemeente Oss –
12 mei 2022", "Deurne – raadsbesluit – 7 november 2023", "Oirschot, 4 juli 2023, technische vragen"."""

from __future__ import annotations

import re
from collections.abc import Callable

from pipeline.documents.day import find_days
from pipeline.documents.paper import PaperKind
from pipeline.documents.parts import Parts, PrintedLine

_LONGEST = 14
"""Words of the longest such line."""
_APART = re.compile(r"\s+[-–—·•]\s+|\s*[,;|]\s+")
_ACCOUNT = re.compile(
    r"(?:jaar(?:stukken|rekening|verslag|bericht)|(?:programma|meerjaren)?(?:begroting|rekening)"
    r"|(?:voorjaars|najaars|zomer|kader|perspectief)nota\s+\d{4}"
    r"|(?:bestuurs|tussen|voortgangs)rapportage|(?:concept[- ]?)?verslag|notulen|coalitieakkoord"
    r"|(?:subsidie)?aanvraag|persbericht|nieuwsbrief)\b"
    r"(?!\s+en\s+(?:een\s+)?(?:nieuwe?|herziene?|\w*beleid|\w*nota))",
    re.IGNORECASE,
)
"""What tells of what was done, spent, said or asked for; the headings below it are of its chapters, whatever word stands in them."""
_DECISION = re.compile(r"\w*besluit\b", re.IGNORECASE)
_ORGAN = re.compile(r"\W*(?:De\s+(?:gemeente)?raad|Het\s+college|Burgemeester\s+(?:en|&)\s+wethouders)\b")
_MEETING = re.compile(r"\b(?:\w*commissie|\w*raad|\w*vergadering|college)\b", re.IGNORECASE)
_AGENDA = re.compile(r"\W*agenda\W*", re.IGNORECASE)
_PAGE_NUMBER = re.compile(r"\W*(?:(?:blz|bladzijde|pag|pagina|p)\b\W*)?\d{1,3}(?:\s+van\s+\d{1,3})?\W*", re.IGNORECASE)
_AGENDA_AMONG = 4
"""Printed lines at the top among which "Agenda" stands under the meeting that it is of."""


def top_lines(parts: Parts) -> list[PrintedLine]:
    """The lines of the head without page numbers, which some papers bear at the top."""
    return [line for line in parts.head if not _PAGE_NUMBER.fullmatch(line.text)]


def dated_head(parts: Parts, label: Callable[[str], PaperKind | None]) -> PaperKind | None:
    """What the first line calls the paper; None where it bears no day or calls it nothing. `label` gives the sort that a label names.

    A decision needs its organ below, for "raadsbesluit" and a day also stand above the policy that was adopted by it.
    """
    lines = top_lines(parts)
    first = next((block.text for block in parts.blocks if not _PAGE_NUMBER.fullmatch(block.text)), "")
    top = next((text for text in (first, *(line.text for line in lines[:1])) if _is_dated(text)), "")
    below = [line.text for line in lines if line.text not in top]
    if _MEETING.search(top) and any(map(_AGENDA.fullmatch, below[: _AGENDA_AMONG - 1])):
        return PaperKind.OTHER
    for said in filter(None, _APART.split(top)):
        if _ACCOUNT.match(said):
            return PaperKind.OTHER
        kind = label(said)
        if kind and (not _DECISION.match(said) or (below and _ORGAN.match(below[0]))):
            return kind
    return None


def _is_dated(text: str) -> bool:
    return len(text.split()) <= _LONGEST and any(found.whole for found in find_days(text))
