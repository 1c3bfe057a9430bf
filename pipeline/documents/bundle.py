"""Several motions in one PDF, as a council's registry puts those of one meeting together."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from pipeline.documents.motion import asks
from pipeline.documents.motion_number import number_of, parsed_number
from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import Block, BlockKind

_OPENS = re.compile(
    r"^\W*(?:gewijzigde\s+)?m\s?o\s?t\s?i\s?e\b(?!\s+(?:is|wordt|werd|van\s+de\s+fractie)\b)", re.IGNORECASE
)
_HEAD = 4
"""Blocks at the top of a page among which the head of a motion stands."""
_HEAD_WORDS = 16


def motions_in(parts: Parts) -> list[Parts]:
    """Return the parts of each motion in a paper that is one or more, in reading order; the paper itself where it is one.

    A motion begins with its head, on top of a page or as a heading, and asks something; a head that bears the number of the motion
    before it is of its next page.
    """
    blocks = parts.blocks
    heads = [_top(blocks, place) for place, block in enumerate(blocks) if place and _may_open(blocks, place, block)]
    begins = [0]
    for place, end in itertools.pairwise([*heads, len(blocks)]):
        before, piece = _piece(parts, begins[-1], place), _piece(parts, place, end)
        if asks(before.body) and asks(piece.body) and not _same(before, piece):
            begins.append(place)
    if len(begins) == 1:
        return [parts]
    return [_piece(parts, begin, end) for begin, end in itertools.pairwise([*begins, len(blocks)])]


def _may_open(blocks: Sequence[Block], place: int, block: Block) -> bool:
    if not _OPENS.match(block.text) or len(block.text.split()) > _HEAD_WORDS or block.kind is BlockKind.FURNITURE:
        return False
    above = [one for one in blocks[max(0, place - _HEAD) : place] if one.kind is not BlockKind.FURNITURE]
    return block.kind is BlockKind.HEADING or not above or any(one.page < block.page for one in above)


def _top(blocks: Sequence[Block], place: int) -> int:
    """Where the page of a head begins, if it stands at the top: its number and the meeting may stand above it."""
    page = blocks[place].page
    above = [number for number in range(place) if blocks[number].page == page]
    said = [number for number in above if blocks[number].kind is not BlockKind.FURNITURE]
    return above[0] if above and len(said) <= _HEAD and above[-1] - above[0] == len(above) - 1 else place


def _piece(parts: Parts, start: int, end: int) -> Parts:
    """A piece of the paper; the file is called after the first."""
    first = start == 0
    return Parts(parts.blocks[start:end], parts.stem if first else "", parts.folders, parts.metadata if first else {})


def _same(one: Parts, other: Parts) -> bool:
    first, second = parsed_number(number_of(one)), parsed_number(number_of(other))
    return first is not None and second is not None and first.same_as(second)
