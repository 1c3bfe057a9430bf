"""Where a paper speaks of motions: the trail by which one can see what came of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.day import find_days
from pipeline.documents.paper import MotionCitation
from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import Block

_ONE = (
    r"(?:[A-Z]{1,3}[-. ]?)?\d{1,4}(?:[-./]\d{1,4})*[a-z]?(?![\w%])(?!\s*(?:januari|februari|maart|april"
    r"|mei|juni|juli|augustus|september|oktober|november|december|stemmen|euro))"
)
_NUMBERS = re.compile(
    rf"\b[Mm]oties?\s*(?:PS\s+|(?:met\s+)?(?:nr\.?|nrs\.?|nummers?)\s*:?\s*)*(?P<numbers>{_ONE}(?:\s*(?:,|;"
    rf"|en|&|of)\s*(?:(?:de\s+)?motie\s+)?{_ONE})*)",
)
_SINGLE = re.compile(_ONE)
_QUOTE = r"[‘'\"“„«](?P<title>[^’'\"”»]{4,120})[’'\"”»]"
_TITLE_AFTER = re.compile(rf"\s*[:,(–-]?\s*(?:getiteld\s+|genaamd\s+|over\s+)?{_QUOTE}")
"""A title straight after a number: "motie 61a 'Bestuursopdracht'"."""
_QUOTED = re.compile(rf"\b[Mm]otie(?:\s+[\w./-]+){{0,3}}?\s*[:,]?\s*(?:getiteld\s+|genaamd\s+|\()?{_QUOTE}")
_SETTLED = re.compile(
    r"\b(?:afgedaan|afgehandeld|afdoening|als\s+uitgevoerd|is\s+uitgevoerd|hiermee\s+(?:is|wordt"
    r"|geven\s+wij)|uitvoering\s+gegeven|voldaan\s+aan|geeft\s+(?:\w+\s+){0,3}uitvoering\s+aan"
    r"|gevolg\s+gegeven)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z“‘\"])")


def citations_of(parts: Parts, own_number: str = "") -> tuple[MotionCitation, ...]:
    """Every sentence in which a motion is named by number or quoted title, once for each motion; its own number is left out."""
    found: dict[tuple[str, str], MotionCitation] = {}
    for block in parts.body:
        for citation in _in_block(block):
            known = found.get((citation.number, citation.title))
            if citation.number.lower() != own_number.lower() or not own_number:
                found[citation.number, citation.title] = (
                    citation if not known or citation.settled > known.settled else known
                )
    return tuple(found.values())


def _in_block(block: Block) -> Iterator[MotionCitation]:
    for sentence in _SENTENCE.split(block.text):
        days = find_days(sentence)
        day = days[0].day if days else None
        settled = bool(_SETTLED.search(sentence))
        for number, title in _named(sentence):
            yield MotionCitation(number, title, day, block.page, sentence, settled)


def _named(sentence: str) -> Iterator[tuple[str, str]]:
    """Number and title of each motion in a sentence, either empty: a title belongs to the number that it stands behind."""
    taken: set[str] = set()
    for match in _NUMBERS.finditer(sentence):
        numbers = [one.group() for one in _SINGLE.finditer(match["numbers"])]
        numbers = [_bare(number) for number in numbers if not _is_year(number)]
        behind = _TITLE_AFTER.match(sentence, match.end())
        title = behind["title"].strip() if behind else ""
        taken.add(title)
        yield from ((number, "") for number in numbers[:-1])
        if numbers:
            yield numbers[-1], title
    for match in _QUOTED.finditer(sentence):
        if match["title"].strip() not in taken:
            yield "", match["title"].strip()


def _bare(number: str) -> str:
    return re.sub(r"\s+", "", number)


def _is_year(number: str) -> bool:
    return bool(re.fullmatch(r"(?:19|20)\d\d", number))
