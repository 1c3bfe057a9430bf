"""The signatures under a paper: an organ over its officers, what stands under Ondertekening, parties each in their own place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import find_days, first_day
from pipeline.documents.parts import printed_lines
from pipeline.documents.wording import whole
from pipeline.extraction.blocks import Block, BlockKind

SHORT = 25
"""Words up to which a block is a line of its own, not running text."""
_OPENING = whole(("gelet op", "gelezen", "gezien", "overwegende", "besluit(?:en)?"))
"""Words of a preamble: what stands under a decision as signature has none of them."""
_SIGNATORY = re.compile(
    r"^\W*(?:(?:gedeputeerde|provinciale)\s+staten\b|de\s+(?:gemeente)?raad\s+voornoemd|de\s+(?:gemeente)?raad\s+(?:van|der)\b"
    r"|(?:het\s+)?(?:college\s+van\s+)?(?:burgemeester\s+(?:en|&)\s+wethouders|b\s?&\s?w)\b)",
    re.IGNORECASE,
)
_SIGNING = re.compile(r"^\W*(?:ondertekening|handtekening(?:en)?|getekend)\W*(?P<day>\d.{5,24})?$", re.IGNORECASE)
_OFFICER = re.compile(r"\b(?:griffier|secretaris|voorzitter|burgemeester)\b", re.IGNORECASE)
_OFFICER_WORDS = 12
_BOTH_OFFICERS = re.compile(
    r"^\W*(?:de\s+)?(?:(?:griffier|secretaris)\b.{0,60}\b(?:voorzitter|burgemeester)|(?:voorzitter|burgemeester)\b.{0,60}\b(?:griffier|secretaris))\b",
    re.IGNORECASE | re.DOTALL,
)
_DECIDES = re.compile(r"^\W*(?:de\s+(?:gemeente)?raad\s+)?besluit(?:en)?\W*$", re.IGNORECASE)
_PARTY = re.compile(r"^\W*(?:namens\b|voor\b|(?:de )?gemeente\b|(?:de )?provincie\b|het college\b)", re.IGNORECASE)
_PLACE_AND_DAY = re.compile(r"^(?P<place>['’A-Z][\w'’ -]{1,28}),\s*(?:d\.d\.\s*)?(?P<day>\d{1,2}[\s-].{4,20})$")
_COLUMN = re.compile(r"^(?:gemeente|naam|functie|datum|handtekening|plaats|paraaf|\W)+$", re.IGNORECASE)
MOST_SIGNATURES = 40
"""Short blocks that the signatures of an agreement can take."""
_IN_FORCE = whole(
    (r"treed\w*", r"inwerking\w*", "werking", r"geld\w*", r"verval\w*", r"loop\w*", r"evalua\w+", "vanaf")
)
"""Under the signatures: a date of something else."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed, as written, on which page and day; `decides` where it stands under what an organ decides."""

    text: str
    page: int
    day: date | None
    decides: bool = False


def signatures_in(blocks: Sequence[Block]) -> Iterator[Signature]:
    """Return the signatures in the blocks of a paper, of each sort in reading order."""
    yield from _over_officers(blocks)
    yield from _place_over_officers(blocks)
    yield from _under_heading(blocks)
    yield from _place_by_place(blocks[-MOST_SIGNATURES:])


def _over_officers(blocks: Sequence[Block]) -> Iterator[Signature]:
    """The council or executive by name over its officers, with the place and date just above."""
    for number, block in enumerate(blocks):
        if not _SIGNATORY.match(block.text) or len(block.text.split()) > SHORT or _OPENING.search(block.text):
            continue
        if _OFFICER.search(
            " ".join(b.text for b in blocks[number : number + 5] if len(b.text.split()) <= SHORT).partition(",")[2]
        ):
            yield Signature(block.text, block.page, _signed_on(blocks[max(0, number - 2) : number + 1]))


def _place_over_officers(blocks: Sequence[Block]) -> Iterator[Signature]:
    """A place and day right above both officers of an organ, under what that decides: "Steenbergen, 26 juni 2025 / De griffier, / De
    voorzitter,"."""
    decides = next((number for number, block in enumerate(blocks) if _DECIDES.match(block.text)), len(blocks))
    for number, block in enumerate(blocks[decides:], decides):
        placed = _PLACE_AND_DAY.match(block.text.strip())
        days = find_days(placed["day"]) if placed else []
        below = " ".join(one.text for one in blocks[number + 1 : number + 4] if len(one.text.split()) <= _OFFICER_WORDS)
        if days and days[0].whole and _BOTH_OFFICERS.match(below):
            organ = "de raad, " if "griffier" in below.lower() else ""
            yield Signature(f"{organ}{block.text}", block.page, days[0].day, decides=True)


def _signed_on(blocks: Sequence[Block]) -> date | None:
    """The day in a signature itself ("De raad voornoemd, 25 juni 2009"), else the last in the short blocks just above it."""
    own = [found.day for found in find_days(blocks[-1].text) if found.whole]
    above = [found.day for block in blocks if len(block.text.split()) <= 12 for found in find_days(block.text)]
    return own[0] if own else above[-1] if above else None


def _under_heading(blocks: Sequence[Block]) -> Iterator[Signature]:
    """The word Ondertekening on a line of its own with its day beside it or the dates of the signatures below it."""
    for number, block in enumerate(blocks):
        heading = _SIGNING.match(block.text)
        if heading:
            beside = first_day(heading["day"] or "", 0)
            last = beside.day if beside else last_signed(blocks[number + 1 : number + 1 + MOST_SIGNATURES])
            if last:
                yield Signature(block.text, block.page, last)


def _place_by_place(blocks: Sequence[Block]) -> Iterator[Signature]:
    """Parties that sign each in their own place: "Waalre, 6 juli 2021" beside or under "Valkenswaard, 8 juli 2021"."""
    cells = [
        cell for block in blocks if len(block.text.split()) <= SHORT for cell in re.split(r"\s*[|;]\s*", block.text)
    ]
    signed = {match["place"]: match["day"] for cell in cells if (match := _PLACE_AND_DAY.match(cell))}
    days = [found.day for said in signed.values() if (found := first_day(said, 0))]
    if len(days) > 1:
        yield Signature("; ".join(signed), blocks[-1].page, max(days))


def last_signed(following: Sequence[Block]) -> date | None:
    """The latest day in the short blocks that follow: an agreement stands when the last has signed."""
    days: list[date] = []
    for block in following:
        longest = max((len(line.text.split()) for line in printed_lines(block)), default=0)
        if longest > 12 or _IN_FORCE.search(block.text) or _ends_signatures(block):
            break
        days += [found.day for found in find_days(block.text) if found.whole and block.kind != BlockKind.FURNITURE]
    return max(days, default=None)


def _ends_signatures(block: Block) -> bool:
    """A heading that is no party's name in bold nor the head of a column."""
    return block.kind == BlockKind.HEADING and not _PARTY.match(block.text) and not _COLUMN.match(block.text)
