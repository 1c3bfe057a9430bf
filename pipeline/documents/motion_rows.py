"""The rows of a list of motions ("Moties en toezeggingen, stand per 1 oktober"): which motion each is on, and how far that is.

Such a list says the word "motie" over its table, not in every row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import Block, BlockKind

_HEADS_LIST = re.compile(
    r"^\W*(?:\d+(?:\.\d+)*\.?\s+)?(?:(?:overzicht|lijst|stand(?:\s+van\s+zaken)?|voortgang\w*|afdoening|actielijst|register)\b"
    r"[^.;:]{0,40}?\b)?(?:(?:openstaande|aangenomen|lopende|afgedane|ingediende)\s+)?moties\b(?!\s+(?:is|zijn|werden|worden|die)\b)",
    re.IGNORECASE,
)
"""A title or heading over a list of motions."""
_HEADS_ANOTHER = re.compile(
    r"\b(?:toezegging\w*|amendement\w*|\w*vragen|planning|projecten|agenda|bijlagen?)\b", re.IGNORECASE
)
"""In a heading within such a list: what follows is no motion."""
_LONGEST_PART = 6
"""Words of the longest heading of a part of the list ("B. Arbeidsmigratie")."""
_LONGEST = 14
"""Words of the longest such heading; more is a sentence."""
_NUMBER = re.compile(
    r"(?:motie\s+)?(?P<number>(?:19|20)\d\d[-./]M?\d{1,3}[a-z]?|\d{1,3}[a-z]?[-./](?:19|20)\d\d|M[-. ]?(?:\d{2,4}[-./])?\d{1,4}[a-z]?"
    r"|M[-. ]?\d{1,3}\.\d|\d{1,3}[a-z])"
    r"(?![\w/-])",
    re.IGNORECASE,
)
"""How a number looks that is more than the place of a row in its list."""
_NUMBER_AND_TITLE = re.compile(
    r"(?:motie\s+)?(?P<number>M[-. ]?(?:\d{2,4}[-./])?\d{1,4}[a-z]?)(?![\w/-])\s*(?:\((?:19|20)\d\d\))?\W*(?P<title>\w.{3,120})",
    re.IGNORECASE,
)
"""The same with the title of the motion behind it: "M7 (2021) een meldpunt"."""
_CELL = re.compile(r"(?:^|;\s)(?P<head>[A-Z][^:;|]{0,30}):\s")
_DAY = re.compile(r"\W*\d{1,2}[-/. ]\s?(?:\d{1,2}|[a-z]{3,9})[-/. ]\s?(?:19|20)?\d\d\W*", re.IGNORECASE)
_OF_NUMBER = re.compile(r"(?:motie(?:nummer|nr\.?)?|nr\.?|nummer|volgnummer|kenmerk)$", re.IGNORECASE)
_OF_TITLE = re.compile(r"(?:titel|onderwerp|omschrijving|naam|motie)\b", re.IGNORECASE)
_OF_DAY = re.compile(r"(?:datum|vergadering|raad|ps)\b", re.IGNORECASE)
_OF_VOTE = re.compile(r"(?:uitslag|afloop|besluit|resultaat|stemming)\b", re.IGNORECASE)
_VOTED_BEHIND = re.compile(
    r"\s*\((?P<vote>(?:aangenomen|aanvaard|verworpen|ingetrokken|aangehouden)\b[^()]*)\)\W*$", re.IGNORECASE
)
"""How a motion was voted on, behind its title: "Eerlijke uitzendbureaus (aangenomen)"."""
_VOTED = re.compile(r"\W*(?:aangenomen|aanvaard|verworpen|ingetrokken|aangehouden)\b", re.IGNORECASE)
_OF_STATE = re.compile(r"(?:status|stand|afgedaan|uitvoering|voortgang|stand\s+van\s+zaken)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class MotionRow:
    """A row on one motion: its number and title as the list writes them, the cell with its day and that with how it was voted on ("" where
    it has none), the cell that says how far it is, and the block."""

    number: str
    title: str
    day: str
    vote: str
    state: str
    block: Block


def motion_rows(parts: Parts) -> Iterator[MotionRow]:
    """The rows below a title or heading that announces motions, up to the next heading; in reading order. Below a title that does so, parts
    of the list may have headings of their own: there a row is on a motion where its number says so, and such a heading may be a motion
    itself, with how far it is below it."""
    whole: bool | None = None
    listing = part = False
    for at, block in enumerate(parts.body):
        if block.kind is BlockKind.HEADING:
            words = len(block.text.split())
            listing = words <= _LONGEST and bool(_HEADS_LIST.match(block.text))
            whole = listing if whole is None else whole and not _HEADS_ANOTHER.search(block.text)
            part = whole and words <= _LONGEST_PART
            below = parts.body[at + 1].text if at + 1 < len(parts.body) else ""
            if whole and below and (named := _NUMBER_AND_TITLE.fullmatch(block.text)):
                yield MotionRow(re.sub(r"\s+", "", named["number"]), named["title"], "", "", below, block)
        elif block.kind is BlockKind.TABLE_ROW and (listing or part):
            row = _row(block)
            if row and (listing or row.number[:1].upper() == "M"):
                yield row


def _row(block: Block) -> MotionRow | None:
    cells = _cells(block.text)
    if len(cells) == 2 and (joined := _NUMBER_AND_TITLE.fullmatch(cells[0][1])):
        state = cells[1][1]
        return MotionRow(
            re.sub(r"\s+", "", joined["number"]),
            joined["title"],
            "",
            state if _VOTED.match(state) else "",
            state,
            block,
        )
    numbered = _NUMBER.fullmatch(cells[0][1]) if cells and (not cells[0][0] or _OF_NUMBER.match(cells[0][0])) else None
    if numbered is None or len(cells) < 3:
        return None
    rest = cells[1:]
    if any(head for head, _ in rest):
        title = next((said for head, said in rest if _OF_TITLE.match(head)), "")
        day = next((said for head, said in rest if _OF_DAY.match(head) and _DAY.fullmatch(said)), "")
        vote = next((said for head, said in rest if _OF_VOTE.match(head)), "")
        state = next((said for head, said in reversed(rest) if _OF_STATE.match(head)), rest[-1][1])
    else:
        title = next((said for _, said in rest[:1] if not _DAY.fullmatch(said)), "")
        day = next((said for _, said in rest if _DAY.fullmatch(said)), "")
        vote = next((said for _, said in rest if _VOTED.match(said)), "")
        state = rest[-1][1]
    if behind := _VOTED_BEHIND.search(title):
        title, vote = title[: behind.start()], vote or behind["vote"]
    return MotionRow(re.sub(r"\s+", "", numbered["number"]), title, day, vote, state, block)


def _cells(text: str) -> list[tuple[str, str]]:
    """The cells of a row with the heads of their columns; "" where the row bears none."""
    heads = [*_CELL.finditer(text)]
    if not heads or heads[0].start():
        return [("", cell.strip()) for cell in text.split(" | ")]
    ends = [*(head.start() for head in heads[1:]), len(text)]
    return [(head["head"].strip(), text[head.end() : end].strip()) for head, end in zip(heads, ends, strict=True)]
