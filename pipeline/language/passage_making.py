"""From the blocks of a paper to its passages: the units of 25 to 160 words on which themes are judged (`corpus/codeboek.md`).

A section is divided where it costs least: between paragraphs freely, between the items of a list rather not, between a
list and its lead-in hardly ever. Nothing of a paragraph, list, table or footnote is lost: what is too short and has no
neighbour stays a short passage.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from spacy.language import Language

from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression
from pipeline.language.passages import ACTION_ROW, ACTIONS_FOLLOW, WE_DO, Passage, Sentence
from pipeline.language.pieces import Piece, pieces_of, running_text


@dataclass(frozen=True, slots=True)
class PassageLimits:
    """Words that a passage should have at least, and has at most."""

    shortest: int = 25
    longest: int = 160


@dataclass(frozen=True, slots=True)
class Bond:
    """What it costs to end a passage between two pieces, and to have both in one."""

    cut: float
    join: float


WITHIN_PARAGRAPH = Bond(cut=4, join=0)
BEFORE_LEAD_IN = Bond(cut=1, join=0)
"""Within a paragraph, before the sentence that opens a list: the list is the better whole."""
BETWEEN_PARAGRAPHS = Bond(cut=0, join=2)
BETWEEN_ITEMS = Bond(cut=3, join=0)
BEFORE_LIST = Bond(cut=2, join=0)
AFTER_LEAD_IN = Bond(cut=8, join=0)
BROKEN_PARAGRAPH = Bond(cut=6, join=0)
BEFORE_REQUEST = Bond(cut=0, join=12)
"""What a motion asks is judged apart from its considerations, even where either is short."""
BETWEEN_ACTIONS = Bond(cut=0, join=20)
"""Each row of a table of actions, and each item under "dit doen wij:", is an action of its own: together they drown each other's theme."""
BEFORE_CLAUSE = Bond(cut=0, join=20)
"""Who adopted the paper and when says nothing of the theme above it, and would drown a short last section."""
TOO_SHORT, PER_WORD_SHORT = 4.0, 0.3
"""The cost of a passage below the shortest length, and of each word that it lacks."""
UNEVEN = 0.00002
"""For the square of the words more or less than the middle length, so that a long paragraph is divided evenly."""

LONGEST_HEADING = 25
"""Words; a longer "heading" is a paragraph in bold print, and its text must not get lost."""
LONGEST_LABEL = 8
"""Words; a shorter paragraph without a point is the label of what follows it."""

_CLOSED = re.compile(r"[.?!…][\"”’'»)\]]*\d{0,2}$")
_REQUEST = expression(
    r"(?i)\W*(?:(?:verzoekt|roept|draagt|spreekt|besluit)|(?:verzoeken|roepen|dragen|spreken)\s(?:het|de|gedeputeerde))\b"
)
_CONSIDERATION = expression(r"(?i)\W*(?:constaterende|overwegende|gehoord|gelezen|gelet op|van mening)\b")
_CLAUSE = expression(
    r"(?i)\W*(?:aldus\s+(?:\w+\s+){0,2}?(?:vastgesteld|besloten|overeengekomen)|vastgesteld\s+(?:door|in|bij|op)\b.{0,80}\b(?:19|20)\d\d\b)"
)
_LISTED = (BlockKind.LIST_ITEM, BlockKind.TABLE_ROW)

_CODE = re.compile(r"(?:nr\.?\s?[^:;]{0,20}:\s)?(?P<code>(?-i:[A-Z]{1,2})\d{1,2})\b(?!\.\d)", re.IGNORECASE)
"""The number with a letter that a row of a table of actions bears: "Nr: R5; Wens: …", "R6 Huisvesting …"."""


def make_passages(blocks: Sequence[Block], nlp: Language, limits: PassageLimits | None = None) -> tuple[Passage, ...]:
    """The passages of a paper in reading order; the footnotes of a section follow it.

    Furniture, tables of contents and headings carry none; no passage runs over a heading.
    """
    limits = limits or PassageLimits()
    sections = [part for section in _sections(blocks) for part in _body_and_footnotes(section)]
    sentences = iter(pieces_of([block for section in sections for block in section], nlp, limits.longest))
    passages: list[Passage] = []
    for section in sections:
        pieces = [piece for _ in section for piece in next(sentences)]
        lead_ins = _lead_ins(pieces)
        for start, end in _divided(pieces, limits):
            passages.append(_passage(len(passages), pieces[start:end], lead_ins[start]))
    return tuple(passages)


def _sections(blocks: Iterable[Block]) -> Iterator[list[Block]]:
    """Runs of blocks with policy text under the same headings; a heading parts two runs even where their `section` is equal."""
    run: list[Block] = []
    under: tuple[str, ...] | None = None
    for block in blocks:
        if block.kind in (BlockKind.FURNITURE, BlockKind.TOC) or not block.text.strip():
            continue
        heading = block.kind is BlockKind.HEADING and len(block.text.split()) <= LONGEST_HEADING
        if run and (heading or block.section != under) and block.kind is not BlockKind.FOOTNOTE:
            yield run
            run = []
        if not heading:
            run.append(block)
        under = under if block.kind is BlockKind.FOOTNOTE else block.section
    if run:
        yield run


def _body_and_footnotes(section: Sequence[Block]) -> Iterator[list[Block]]:
    """A section without its footnotes, which interrupt the text at the foot of each page; then these."""
    for footnotes in (False, True):
        if part := [block for block in section if (block.kind is BlockKind.FOOTNOTE) == footnotes]:
            yield part


def _lead_ins(pieces: Sequence[Piece]) -> list[str]:
    """For each piece of a list or table the words that open it ("" for all other pieces)."""
    found, opening = [], ""
    for piece, before in zip(pieces, [None, *pieces], strict=False):
        if piece.block.kind not in _LISTED:
            opening = ""
        elif before and before.block.kind not in _LISTED:
            opening = before.text if _opens(before) else ""
        found.append(opening)
    return found


def _opens(piece: Piece) -> bool:
    """Whether it calls for more: ends in a colon, or without a point."""
    return not _CLOSED.search(piece.text)


def _divided(pieces: Sequence[Piece], limits: PassageLimits) -> list[tuple[int, int]]:
    """The cheapest division of `pieces` into passages, as half-open ranges; none has more than `limits.longest` words."""
    bonds = _bonds(pieces)
    words = [piece.words for piece in pieces]
    cheapest: list[tuple[float, int]] = [(0.0, 0)]
    for _ in pieces:
        cheapest.append(min(_last_passages(cheapest, bonds, words, limits)))
    return _ranges([start for _, start in cheapest])


def _last_passages(
    cheapest: Sequence[tuple[float, int]], bonds: Sequence[Bond], words: Sequence[int], limits: PassageLimits
) -> Iterator[tuple[float, int]]:
    """For every possible beginning of a passage that ends with the next piece: the cost of all so far, and that beginning."""
    last = len(cheapest) - 1
    length, joins = 0, 0.0
    for start in range(last, -1, -1):
        length += words[start]
        if length > limits.longest and start < last:
            return
        cut = bonds[start - 1].cut if start else 0.0
        yield cheapest[start][0] + cut + joins + _cost_of_length(length, limits), start
        joins += bonds[start - 1].join if start else 0.0


def _cost_of_length(words: int, limits: PassageLimits) -> float:
    uneven = UNEVEN * (words - (limits.shortest + limits.longest) / 2) ** 2
    return uneven + (TOO_SHORT + PER_WORD_SHORT * (limits.shortest - words) if words < limits.shortest else 0.0)


def _ranges(starts: Sequence[int]) -> list[tuple[int, int]]:
    """From the beginning of the passage that ends at each place, back from the end."""
    ranges, end = [], len(starts) - 1
    while end > 0:
        ranges.append((starts[end], end))
        end = starts[end]
    return ranges[::-1]


def _bonds(pieces: Sequence[Piece]) -> list[Bond]:
    """The bond of each piece with the next."""
    asks = list(accumulate(pieces, _asks, initial=False))[1:]
    acts = _are_actions(pieces)
    return [
        BEFORE_REQUEST
        if asks[at] != asks[at + 1]
        else BEFORE_CLAUSE
        if _CLAUSE.match(after.text)
        else BETWEEN_ACTIONS
        if acts[at + 1] and before.block is not after.block
        else _bond(before, after)
        for at, (before, after) in enumerate(pairwise(pieces))
    ]


def _are_actions(pieces: Sequence[Piece]) -> list[bool]:
    """Whether each piece is a row of a table of actions, or an item or row behind words that announce them; a row that lost its heads,
    where a page or a long cell broke the table, is known by its number."""
    found: list[bool] = []
    last = ""
    for piece, lead_in in zip(pieces, _lead_ins(pieces), strict=True):
        row = piece.block.kind is BlockKind.TABLE_ROW and ACTION_ROW.search(piece.text)
        item = piece.block.kind is BlockKind.LIST_ITEM and ACTIONS_FOLLOW.search(lead_in)
        done = piece.block.kind is BlockKind.TABLE_ROW and WE_DO.search(lead_in)
        number = _CODE.match(piece.text)
        next_one = bool(number and last and number["code"] == _next(last))
        found.append(bool(row or item or done or next_one))
        if number and (row or next_one):
            last = number["code"]
    return found


def _next(code: str) -> str:
    """The number behind this one: R7 behind R6."""
    letters = code.rstrip("0123456789")
    return f"{letters}{int(code[len(letters) :]) + 1}"


def _asks(asking: bool, piece: Piece) -> bool:
    """Whether a motion or decision asks in this piece, given whether it did in the one before."""
    return bool(_REQUEST.match(piece.text)) or (asking and not _CONSIDERATION.match(piece.text))


def _bond(before: Piece, after: Piece) -> Bond:
    listed = after.block.kind in _LISTED
    if listed and before.block.kind not in _LISTED:
        return AFTER_LEAD_IN if _opens(before) else BEFORE_LIST
    if before.text.endswith(":"):
        return AFTER_LEAD_IN
    if before.block is after.block:
        return BEFORE_LEAD_IN if after.text.endswith(":") else WITHIN_PARAGRAPH
    if listed:
        return BETWEEN_ITEMS
    broken = _opens(before) and (after.text[:1].islower() or before.words <= LONGEST_LABEL)
    return BROKEN_PARAGRAPH if broken else BETWEEN_PARAGRAPHS


def _passage(number: int, pieces: Sequence[Piece], lead_in: str) -> Passage:
    text, starts = running_text(pieces)
    sentences = tuple(
        Sentence(start, start + len(piece.text), piece.text, piece.places)
        for start, piece in zip(starts, pieces, strict=True)
    )
    return Passage(number, text, pieces[0].block.section, sentences, lead_in)
