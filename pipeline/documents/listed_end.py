"""Papers that end as items of a list, rows of a table, or points of an agenda of which it is said how they ended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

from pipeline.documents.day import find_days
from pipeline.documents.earlier_title import LAPSES, PLAIN, STOP, TITLE, TO_END, named_title
from pipeline.documents.ending import paper_in
from pipeline.documents.wording import PAPER_WORD, POINT, ROW
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_LISTING = expression(
    r"(?:\b(?:volgende|onderstaande|hierna\s+genoemde)\s+(?:[\w-]+\s+){0,2}?(?:regeling(?:en)?|regels|beleids\w+|nota(?:['’]?s)?|notities?"
    rf"|besluit(?:en)?|(?:beleids)?stuk(?:ken)?|document(?:en)?|kaders?|verordening(?:en)?)\s+(?:(?:wordt|worden|zijn|is)\s+{PLAIN}ingetrokken"
    rf"|{LAPSES})|\b{TO_END}|\bingetrokken\s+(?:wordt|worden)"
    rf"|\bdat\s+(?:(?:per|vanaf|met\s+ingang\s+van)\s+\d[^;:.]{{4,25}}?\s+)?(?:{LAPSES}|worden\s+ingetrokken))\s*:\s*(?P<items>.*)$",
    re.IGNORECASE | re.DOTALL,
)
"""What goes before a list of papers that end."""
_ITEM = re.compile(rf"^\W*(?:{POINT}\s+)?{TITLE}{STOP}", re.IGNORECASE)
_IS_ITEM = re.compile(rf"^{POINT}\s")
_BETWEEN_ITEMS = re.compile(r";\s*(?:en\s+)?|\.(?=\s|$)")
_BETWEEN_CELLS = re.compile(r"\s*[;|]\s+")
_HEAD_OF_CELL = re.compile(r"^[^:;]{1,30}:\s+")
_PAPER = re.compile(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_ONLY_YEAR = re.compile(r"(?:19|20)\d\d")
_POINT_TO_END = re.compile(
    rf"^\W*(?:(?:{POINT}|\d{{1,3}}[a-z]?\.?)\s+)?(?:[Ii]ntrekking|[Ii]ntrekken|INTREKKING)\s+(?:van\s+)?(?i:{TITLE})(?=\s*(?:[.:;|]|$))"
)
"""A point on the agenda of a council that ends a paper: "5. Intrekking Nota logies"."""
_CARRIED = expression(
    r"\b(?:conform\s+(?:het\s+)?(?:voorstel|advies)|(?:voorstel|besluit)\s+(?:is\s+)?(?:aangenomen|vastgesteld)|unaniem|hamerstuk"
    r"|met\s+algemene\s+stemmen|bij\s+acclamatie|aangenomen|aanvaard)\b",
    re.IGNORECASE,
)
_REFUSED_OUTCOME = expression(r"\b(?:niet|geen|geamendeerd|amendement|gewijzigd)\b", re.IGNORECASE)
_NAMED_POINT = re.compile(rf"^\W*(?:(?:{POINT}|\d{{1,3}}[a-z]?\.?)\s+)?(?i:{TITLE})(?=\s*(?:[.:;|]|$))")
_ENDS_POINT = expression(
    r"(?:^|[.;|]\s*)(?:besluit|beslissing)\s*:\s*(?:ingetrokken|intrekken|(?:(?:deze|die)\s+)?in\s+te\s+trekken|vervallen\s+verklaard)"
    r"(?=\s*(?:[.;|]|$|\b(?:per|met\s+ingang|vanaf|omdat|want|wegens)\b))",
    re.IGNORECASE,
)
"""What was decided on a point that bears the name of a paper: "Besluit: ingetrokken per 1 juli"."""
_ANOTHER_MATTER = expression(
    r"\b(?:vaststell\w+|vast\s+te\s+stellen|\w*voorstel\w*|moties?|amendement\w*|vragen|subsidie\w*|vergunning\w*|evaluatie|wijzig\w+|agendering|behandeling|bespreking|beroep|bezwaar\w*|zienswijzen?|krediet|concept\w*|ontwerp\w*)\b",
    re.IGNORECASE,
)
"""In the name of a point: what is withdrawn is not the paper that is in force."""


def listed_in(text: str, below: Sequence[Block]) -> Iterator[tuple[str, int]]:
    """The papers that a text announces as ending, in that text or in the blocks below it, each with the place of the announcement."""
    listing = _LISTING.search(text)
    for title in _listed(listing["items"], below) if listing else ():
        yield title, listing.start() if listing else 0


def _listed(items: str, below: Sequence[Block]) -> Iterator[str]:
    """The papers in a list, behind what announces it or in the blocks below it."""
    if items.strip():
        found = (_title_of(item) for item in _BETWEEN_ITEMS.split(items))
    elif below and below[0].kind is BlockKind.TABLE_ROW:
        found = (_in_row(one.text) for one in takewhile(lambda one: one.kind is BlockKind.TABLE_ROW, below))
    else:
        under = takewhile(lambda one: one.kind is BlockKind.LIST_ITEM or _IS_ITEM.match(one.text), below)
        found = (_title_of(one.text) for one in under)
    yield from filter(None, found)


def _title_of(item: str) -> str:
    match = _ITEM.match(item)
    return named_title(paper_in(match["title"])) if match else ""


def _in_row(row: str) -> str:
    """The paper in a row of a table, with the day or year that a cell beside it gives."""
    cells = [_HEAD_OF_CELL.sub("", cell) for cell in _BETWEEN_CELLS.split(row)]
    named = next((cell for cell in cells if _PAPER.search(cell)), "")
    title = _title_of(named)
    when = next((cell for cell in cells if cell != named and (_ONLY_YEAR.fullmatch(cell) or find_days(cell))), "")
    return f"{title} ({when})" if title and when and when not in title else title


def carried_in(blocks: Sequence[Block]) -> Iterator[tuple[str, str, Block]]:
    """The papers of which a council carried the withdrawal as it was proposed, each with the outcome and the point that says so by its
    head."""
    for number, block in enumerate(blocks):
        match = _POINT_TO_END.match(block.text)
        title = named_title(paper_in(match["title"])) if match else ""
        if not match or not title:
            continue
        outcome = block.text[match.end() :] if block.text[match.end() :].strip(" .:;|") else ""
        outcome = outcome or next((one.text for one in blocks[number + 1 : number + 2]), "")
        if _CARRIED.search(outcome) and not _REFUSED_OUTCOME.search(outcome):
            yield title, outcome, block


def withdrawn_points(blocks: Sequence[Block]) -> Iterator[tuple[str, str, Block]]:
    """The papers that were points of a list of decisions and of which was decided no more than that they end, each with the outcome and
    the block that says so."""
    for above, block in zip((None, *blocks), blocks, strict=False):
        ends = _ENDS_POINT.search(block.text)
        point = block.text[: ends.start()].strip() or (above.text if above else "") if ends else ""
        match = _NAMED_POINT.match(point) if ends and not ROW.match(point) else None
        title = named_title(paper_in(match["title"])) if match else ""
        if ends and title and not _ANOTHER_MATTER.search(point):
            yield title, block.text[ends.start() :], block
