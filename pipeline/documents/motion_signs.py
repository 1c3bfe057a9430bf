"""What shows that a paper is a motion: its head, its number, and the words by which it states and asks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.marks import drawn_together
from pipeline.documents.parts import segments
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_MOTION_NAME = expression(r"\bmoties?\b", re.IGNORECASE)
_MOTION_HEAD = re.compile(
    r"^\W*(?:gewijzigde\s+|raads|nr\.?\s*\w+\s+)?motie\b|^\W*[AM]\s?-?\d{1,3}\w?\b.*\bmotie\b", re.IGNORECASE
)
_NUMBERED_MOTION = re.compile(
    r"^\W*(?:gewijzigde\s+)?motie\s+(?:[A-Z]{0,2}[-. ]?\d|[IVX]{1,5}\b)(?!\w*\s+van\b)(?!.*\b(?:aangenomen|verworpen)\b)",
    re.IGNORECASE,
)
"""A line that heads a motion though its block goes on: "Motie XII bis (in de vergadering vernummerd …)"."""
_STATING = expression(
    r"\b(?:constaterende|overwegende|constateert|overweegt|overwegingen|stel(?:t|len)\s+vast|vaststellend\w*|bijeen|vergaderend"
    r"|van (?:mening|oordeel)|in\s+aanmerking\s+nemende|kennis\s+(?:genomen\s+)?(?:hebbend\w*|nemend\w*)|gehoord\s+de\s+beraadslag\w+"
    r"|raad(?:\s+van\s+[A-Z][\w-]+)?,?\s+(?:ziet|weet|vindt|meent|betreurt|begrijpt|gezien|gelet))\b",
    re.IGNORECASE,
)
_ASKING = expression(
    r"\b(?:verzoekt|verzoeken|draagt|dragen|roept|roepen|spreekt|spreken|nodigt|dringt|vraagt|vragen\s+het\s+college"
    r"|college\s+wordt\s+(?:verzocht|gevraagd))\b",
    re.IGNORECASE,
)
_ORDER_OF_DAY = expression(r"\b(?:gaat|gaan)\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag", re.IGNORECASE)
_OPENS_STATING = re.compile(
    r"^(?:(?:wij|we)\s+)?(?:constateren\w*|overwegen\w*|constateert|overweegt|stel(?:t|len)\s+vast|vaststellen\w*|(?:(?:is|zijn)\s+)?van\s+(?:mening|oordeel))\b",
    re.IGNORECASE,
)
_OPENS_ASKING = re.compile(
    r"^(?:(?:wij|we)\s+)?(?:verzoekt|verzoeken|draagt|dragen|roept|roepen|spreekt|spreken|nodigt)\b", re.IGNORECASE
)
_OPENS_ORDER = re.compile(r"^\W*(?:en\s+)?(?:gaat|gaan)\s+over\s+tot\s+de\s+orde\s+van\s+de\s+dag", re.IGNORECASE)


_BUILT_WITHIN = 60
"""Blocks within which the build of a motion shows."""


def names_motion(name: str) -> bool:
    """Whether the name of a file calls it a motion."""
    return bool(_MOTION_NAME.search(name))


def numbers_motion(line: str) -> bool:
    """Whether a line is the head of a motion with its number, though its block goes on."""
    return bool(_NUMBERED_MOTION.match(line))


def heads_motion(line: str) -> bool:
    """Whether a line, or a part of it ("gemeenteraad Vught | motie 2022-31"), calls the paper a motion; also in capitals set apart."""
    said = drawn_together(line)
    return any(_MOTION_HEAD.search(part) for part in (said, *segments(said)))


def opens_asking(blocks: Sequence[Block]) -> bool:
    """Whether a block opens with what is asked."""
    return any(_OPENS_ASKING.match(block.text) for block in blocks)


def states_and_asks(text: str) -> bool:
    """Whether a text asks, and states or weighs, or goes over to the order of the day."""
    return bool(_ASKING.search(text)) and bool(_STATING.search(text) or _ORDER_OF_DAY.search(text))


def has_build(blocks: Sequence[Block]) -> bool:
    """Whether it has the build of a motion, though it does not say the word: it states, it asks, and goes over to the order of the day."""
    texts = [part.strip() for block in blocks[:_BUILT_WITHIN] for part in block.text.split("|")]
    openings = (_OPENS_STATING, _OPENS_ASKING, _OPENS_ORDER)
    return all(any(opening.match(text) for text in texts) for opening in openings)
