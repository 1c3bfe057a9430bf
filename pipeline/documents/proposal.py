"""Papers on which a council is still to decide: what does not adopt them, and whether they give no day but that of its meeting."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from itertools import takewhile

from pipeline.documents.clause import FIELD, LINE, Clause
from pipeline.documents.day import find_days
from pipeline.documents.marks import is_laid_before_council
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.parts import Parts, PrintedLine, with_what_runs_on
from pipeline.documents.wording import PAPER_WORD, lead_in
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_TO_COUNCIL = re.compile(
    r"^\W*(?:raads|staten)voorstel\b|^\W*voorstel\s+aan\s+(?:de\s+)?(?:gemeente)?raad\b", re.IGNORECASE
)
_MEETING = re.compile(
    r"\b(?:(?:(?:gemeente)?raads|staten|commissie)?vergadering(?:sdatum)?|vergaderdatum|(?:gemeente)?raad"
    r"|(?:raads)?commissie(?-i:\s+(?:en\s+)?[A-Z][\w-]+){0,3}|(?:raads|commissie)?(?:ronde|bijeenkomst)|(?:beeld|oordeels|besluit|opinie)vormend\w*(?:\s+\w+)?)"
    r"\W+(?:(?:van|d\.?\s?d\.?|op|raad|gemeenteraad|datum|(?:maan|dins|woens|donder|vrij|zater)dag)\W+){0,4}$",
    re.IGNORECASE,
)
"""Right before the day of a meeting."""


_OF_LANDLORD = (
    r"(?:beheer|inrichtings|ontruimings|veiligheids|calamiteiten|nood)plan\b|huis(?:houdelijk\w*|\s?regels)\b"
)
"""What who gives people a bed makes, and no council adopts."""
_PAPER_DO = (
    rf"(?:de|het|bijgevoegde?|bijgaande?)\s+(?!volgende\b|{_OF_LANDLORD})[^.;:?]{{0,120}}?\b{PAPER_WORD}\b"
    r"(?:(?!\bniet\b)[^.;:?]){0,160}?"
)
_ADOPT = rf"(?:{_PAPER_DO}\b(?:vast\s+te\s+stellen|vast\s?stellen|te\s+verklaren)|in(?:\s+te\s+|\s?)stemmen\s+met\s+{_PAPER_DO}(?=[.;]|$))"
_ASKS_ABOVE = re.compile(
    r"^\W*(?:\d[\d.]*\s+)?(?:(?:gevraagde?|voorgestelde?|te\s+nemen)\s+(?:raads|college)?(?:besluit(?:en|punten)?|beslissing(?:en)?|beslispunten)"
    r"|(?:ontwerp|concept)[- ]?(?:raads)?besluit|besli(?:s|ssings)punt(?:en)?|besluitpunten|(?:raads|college)?voorstel"
    r"|wat\s+(?:vragen|stellen)\s+(?:wij|we)\b[^.;]{0,40}|wat\s+wordt\s+(?:er\s+)?(?:van\s+)?(?:u|de\s+raad)\s+gevraagd"
    r"|(?:de|uw)\s+raad\s+wordt\s+(?:gevraagd|voorgesteld))\b\W*(?:om\b)?\W*",
    re.IGNORECASE,
)
"""Heads what an organ is asked to decide: "Gevraagd besluit", "Beslispunten", "Wat vragen wij van de raad?"."""
_ASKS = expression(
    rf"\b(?:(?:wij|het\s+college|burgemeester\s+en\s+wethouders)\s+(?:stel(?:t|len)\s+)?(?:u|uw\s+raad|de\s+raad)\s+voor"
    r"|stel(?:t|len)\s+(?:(?:wij|het\s+college)\s+)?(?:u|uw\s+raad|de\s+raad)\s+voor|(?:uw|de)\s+raad\s+voor\s+te\s+stellen"
    r"|(?:(?:uw|de)\s+raad|u)\s+wordt\s+(?:gevraagd|verzocht|voorgesteld)|voorgesteld\s+wordt|(?:wij|we)\s+(?:vragen|verzoeken)\s+(?:u|uw\s+raad|de\s+raad))"
    rf"\W+(?:om\s+)?{_ADOPT}",
    re.IGNORECASE,
)
"""A sentence that asks an organ to adopt a paper: "Uw raad voor te stellen het bijgevoegde beleid vast te stellen"."""
_ADOPTS = expression(_ADOPT, re.IGNORECASE)
_ITSELF = re.compile(r"\b(?:deze|dit|onderhavige?|voorliggende?)\s+[\w-]*\b", re.IGNORECASE)
_NAMED = re.compile(
    rf"\b(?P<name>{PAPER_WORD}\b.*?)(?=\s+(?:\w*gewijzigd\s+)?(?:vast\b|vast\s?stellen)|$)", re.IGNORECASE
)
_LEAST_TITLE = 2
"""Words of a title by which a paper is known."""
_UNDER = 4
"""Blocks under such a heading among which the decision stands."""
_LONGEST = 700
"""Words of the longest paper that asks for a decision and bears no label that says so; a longer one may hold the policy."""


def asks_to_adopt(parts: Parts) -> Block | None:
    """The block on the first page that asks an organ to adopt another paper; a long paper, or one that asks it of itself, does not."""
    if len(parts.text.split()) > _LONGEST:
        return None
    blocks = [block for block in parts.body if block.page == parts.first_page]
    for number, block in enumerate(blocks):
        if heads := _ASKS_ABOVE.match(block.text):
            below = blocks[number + 1 : number + 1 + _UNDER] if heads.end() == len(block.text) else []
            asked = [block.text[heads.end() :], *(one.text for one in _up_to_heading(below))]
        else:
            asked = [found.group() for found in _ASKS.finditer(block.text)]
        if any(_ADOPTS.search(one) and not _ITSELF.search(one) for one in asked):
            return block
    return None


def asks_for_itself(parts: Parts, title: str) -> Block | None:
    """The block at the outside of a paper that asks an organ to adopt a paper with its own title, the municipality behind it or not."""
    pages = {parts.first_page, max((block.page for block in parts.body), default=1)}
    for block in parts.body if len(title.split()) >= _LEAST_TITLE else ():
        for asked in _ASKS.finditer(block.text) if block.page in pages else ():
            named = _NAMED.search(asked.group())
            name = _plain(named["name"]) if named else ""
            if len(name.split()) >= _LEAST_TITLE and (name in _plain(title) or _plain(title) in name):
                return block
    return None


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))


def _up_to_heading(blocks: Sequence[Block]) -> list[Block]:
    return [*takewhile(lambda block: block.kind is not BlockKind.HEADING, blocks)]


def not_by_executive(parts: Parts, clauses: Sequence[Clause]) -> list[Clause]:
    """Return the clauses that can adopt a paper: that the executive decided to bring a proposal to the council ("Datum collegebesluit")
    adopts nothing."""
    if not any(_TO_COUNCIL.match(line.text) for line in parts.cover):
        return list(clauses)
    return [clause for clause in clauses if clause.by_council or clause.what not in (FIELD, LINE)]


def laid_before_council(parts: Parts) -> PrintedLine | None:
    """The line above a paper, or in its running heads, that says that it goes to the council with a proposal; None without one."""
    return next((line for line in parts.notes if parts.is_outside(line) and is_laid_before_council(line.text)), None)


def awaits_meeting(parts: Parts, kind: PaperKind, status: PaperStatus, day: date | None) -> bool:
    """Whether a draft or announcement is dated by the meeting that is to deal with it, and by nothing else."""
    if day is None or kind not in (PaperKind.COUNCIL_PAPER, PaperKind.POLICY):
        return False
    if status not in (PaperStatus.DRAFT, PaperStatus.ANNOUNCED):
        return False
    named = [
        bool(_MEETING.search(f"{above} {lead_in(line.text, found.start)}"))
        for line, above in with_what_runs_on(parts.lines)
        for found in find_days(line.text, parts.year)
        if found.day == day
    ]
    return bool(named) and all(named)
