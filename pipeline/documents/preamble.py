"""How a decision opens: the organ by name, what it weighed, that it decides, and on which day it sat or decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import FoundDay, find_days
from pipeline.documents.wording import PAPER_WORD, any_of, lead_in
from pipeline.extraction.blocks import Block, BlockKind

_ORGAN = any_of(
    (
        r"De (?:gemeente)?raad",
        r"Het college(?: van (?:burgemeester (?:en|&) wethouders|B\s?(?:&|en)\s?W))?",
        r"Burgemeester en wethouders",
        r"De burgemeester",
        r"Provinciale [Ss]taten",
        r"Gedeputeerde [Ss]taten",
    )
)
_OPENS = re.compile(
    rf"^(?:(?:[Rr]aads|[Cc]ollege)?[Bb]esluit\W+)?{_ORGAN}\b.{{0,30}}?\b(?:van|der)\b.{{2,80}}?"
    r"(?:[;,:]|$|\b(?:gelet|gelezen|gezien|besluit|overwegende|bijeen|in\s+(?:zijn|haar)|heeft))"
)
"""The organ by name as a decision opens: "De raad van de gemeente Oss; gelezen …"."""
_SITS = re.compile(rf"^(?:(?:[Rr]aads|[Cc]ollege)?[Bb]esluit\W+)?{_ORGAN}\b[^.;:]{{0,60}}?,?\s+bijeen\b")
"""The organ as it sits, without the name of its municipality: "De raad, bijeen op 24 februari 2022"."""
_DECIDES = re.compile(
    r"\bb\s?e\s?s\s?l\s?u\s?i\s?t(?:en)?\b\s*(?:[:;]|(?:(?!van\b|d\.d)[\w'’-]+\s+){0,8}?vast\s+te\s+stellen|tot|om|$)",
    re.IGNORECASE,
)
_DOES = (
    r"(?:(?:vast|in|toe|uit|op|aan|vrij|voor)\s+te\s+(?:stellen|trekken|treden|zeggen|geven|sluiten|leggen)|te\s+(?:schrappen|wijzigen|verlengen"
    r"|beëindigen|verlaten|herroepen|laten\s+vervallen)|dat\b[^.;:]{0,120}?\b(?:vervallen|vervalt|(?:word(?:t|en)|zijn|is)\s+(?:ingetrokken|vastgesteld)))"
)
_DECIDES_AT_ONCE = re.compile(
    r"(?<!\bhet )(?<!\bHet )(?<!\bdit )(?<!\bDit )(?<!\been )(?<!\bdat )(?<!\bons )(?<!\buw )(?<!\bhun )(?<!\bzijn )(?<!\bhaar )"
    rf"\b(?:besluit(?:en)?|BESLUIT(?:EN)?)\s+(?!over\b|of\b|van\b|d\.d)(?:[^.;:?]{{0,300}}?\b)?{_DOES}"
)
"""It decides in the same breath: "besluit op 14 december 2023, vooruitlopend op de wet, dat per 1 januari vervallen"."""
_MEETING = re.compile(
    r"\bin\s+(?:zijn\s+|haar\s+|de\s+|hun\s+)?(?:openbare\s+)?(?:raads|college)?vergadering\s+(?:bijeen\s+)?"
    r"(?:van|d\.?d\.?|op|gehouden\s+op)\s",
    re.IGNORECASE,
)
_SITS_ON = re.compile(
    r"^[^.;:]{3,90}?(?:,\s*|\b(?:bijeen(?:gekomen)?|vergader(?:d|end))\s+)(?:op|d\.\s?d\.|van)\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""From the organ up to the day on which it sits: "De raad van Oss, op", "De raad, bijeen op"."""
_DECIDES_ON = re.compile(r"\bbesluit(?:en)?\s+(?:unaniem\s+)?(?:op|d\.\s?d\.)\s+(?:\w+dag\s+)?$", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+(?:vastgestelde|genomen|ingediende)\s", re.IGNORECASE)
_MADE = re.compile(
    rf"^(?:{_ORGAN}(?:\s+van\s+[^.;:,]{{2,60}}?)?,?\s+(?:heeft|hebben)\s+op\s+(?P<day>[^.;:]{{6,24}}?)"
    rf"|Op\s+(?P<first>[^.;:]{{6,24}}?)\s+(?:heeft|hebben)\s+(?i:{_ORGAN})(?:\s+van\s+[^.;:,]{{2,60}}?)?)"
    rf"\s+(?:deze|dit|nieuwe?|de\s+volgende|onderstaande?)\s+(?:\w+\s+)?{PAPER_WORD}\b[^.;:]{{0,60}}?"
    r"\b(?:vastgesteld|gemaakt|getroffen|opgesteld|gegeven)\b"
)
"""With which policy may open: "Het college van Asten heeft op 4 juni 2024 nieuwe regels gemaakt voor logies"."""
_TITLED = re.compile(
    r"(?:(?:Twee|Drie|Vier|Vijf|Enkele)\s+besluiten|(?:Raads|College)?[Bb]esluit(?:\s+van\s+(?:de\s+(?:gemeente)?raad|het\s+college)\b[^.;,:\d]{0,50}?)?)"
    r"\s+(?:van|d\.d\.|op)\s+(?P<day>[^.;:,]{6,24})"
)
"""A heading that is a decision and its day: "Twee besluiten van 16 april 2024"."""
_WINDOW, _LONGEST = 12, 2500
"""Blocks, and characters of them, within which a decision that opens so decides."""


@dataclass(frozen=True, slots=True)
class Preamble:
    """The words in which the organ names itself, where, and the day that stands with them."""

    text: str
    page: int
    day: date | None


def preambles_in(blocks: Sequence[Block]) -> Iterator[Preamble]:
    """Yield each opening: "De raad van de gemeente X, in zijn vergadering van …; gelezen het voorstel van …; besluit:"."""
    for number, block in enumerate(blocks):
        opens = _OPENS.match(block.text) or _SITS.match(block.text)
        window = " ".join(b.text for b in blocks[number : number + _WINDOW])[:_LONGEST] if opens else ""
        decides = opens and _DECIDES.search(window)
        at_once = None if decides or not opens else _DECIDES_AT_ONCE.search(window)
        if found := decides or at_once:
            meeting = _MEETING.search(window)
            said = window[meeting.start() : meeting.end() + 40] if meeting else ""
            days = find_days(said) or [*_sat_or_decided(window[: found.end() + 60])]
            if decides or days:
                yield Preamble(f"{block.text[:200]} {said}", block.page, days[0].day if days else None)


def titled_on(blocks: Sequence[Block]) -> Preamble | None:
    """The first heading, where it only says that it decides and when."""
    first = next((block for block in blocks if block.kind is BlockKind.HEADING), None)
    titled = _TITLED.fullmatch(first.text.strip()) if first else None
    days = find_days(titled["day"]) if titled else []
    return Preamble(first.text, first.page, days[0].day) if first and days and days[0].whole else None


def _sat_or_decided(said: str) -> Iterator[FoundDay]:
    return (
        found
        for found in find_days(said)
        if found.whole
        and not _OF_ANOTHER.match(said[found.end :])
        and (_SITS_ON.search(lead_in(said, found.start)) or _DECIDES_ON.search(lead_in(said, found.start)))
    )


def made_on(blocks: Sequence[Block]) -> Preamble | None:
    """What the first sentence of running text says of who made the policy, and when."""
    first = next((block for block in blocks if block.kind is BlockKind.PARAGRAPH and block.text.endswith(".")), None)
    made = _MADE.match(first.text) if first else None
    days = find_days(made["day"] or made["first"]) if made else []
    return Preamble(made.group(), first.page, days[0].day) if first and made and days and days[0].whole else None
