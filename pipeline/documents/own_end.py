"""That a paper was withdrawn or lapsed, as it tells in one breath with its adoption: "Vastgesteld op 21 maart 2019, ingetrokken op …"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import find_terms
from pipeline.documents.paper import Derived, PaperKind, PaperStatus
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.validity import NOUN, ended_on
from pipeline.documents.wording import NEXT_SENTENCE
from pipeline.extraction.blocks import BlockKind
from pipeline.language.needed_words import expression

_LONGEST = 40
"""Words of a block in which it is told."""
_ADOPTED = re.compile(
    r"^\W*(?:(?:Status|Stempel)\W+)?(?=[A-Z])(?i:(?:(?:door|in)\s+(?:de|het|zijn|haar)?\s*[^.;\d]{3,70}?\s)?(?:gewijzigd\s+|ongewijzigd\s+)?vastgesteld\b"
    rf"|(?:deze|dit)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}\s+(?:is|zijn|werd|werden)\s[^.;]{{0,90}}?\bvastgesteld\b)"
)
_ENDED = expression(r"(?<!niet\s)\b(?P<word>ingetrokken|vervallen)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(
    rf"\b(?:onder|waar\w+|artikel(?:en)?|paragraaf|hoofdstuk|lid|bijlage|trekt|trekken|wordt|worden|zal|zullen|kan|kunnen|moet)\b|\b(?:de|het|een)\s+(?:[\w-]+\s+){{0,2}}?{NOUN}\b",
    re.IGNORECASE,
)
"""Between the two: another paper ends, or the end is still to come."""


@dataclass(frozen=True, slots=True)
class OwnEnd:
    """How it ended, from which day if it says so, and on which page that stands."""

    status: PaperStatus
    day: date | None
    page: int

    @property
    def source(self) -> str:
        """Dutch source of what is derived from it."""
        return page_source("vaststelling met intrekking of verval", self.page)


def ended_with_adoption(parts: Parts, kind: PaperKind) -> Derived[date | None] | None:
    """Return the day from which it no longer holds, as it tells behind its adoption; None where it names none."""
    told = own_end(parts, kind)
    return Derived(told.day, told.source) if told and told.day else None


def own_end(parts: Parts, kind: PaperKind) -> OwnEnd | None:
    """Return what a policy paper tells of its end behind its own adoption; None where it says nothing of the kind."""
    if kind not in (PaperKind.POLICY, PaperKind.REGIONAL_AGREEMENT):
        return None
    for block in parts.front_blocks:
        if block.kind is BlockKind.LIST_ITEM or len(block.text.split()) > _LONGEST:
            continue
        for sentence in NEXT_SENTENCE.split(block.text):
            if told := _told(sentence):
                return OwnEnd(*told, block.page)
    return None


def _told(sentence: str) -> tuple[PaperStatus, date | None] | None:
    adopted, ended = _ADOPTED.match(sentence), _ENDED.search(sentence)
    if not adopted or not ended or ended.start() < adopted.end():
        return None
    between = sentence[adopted.end() : ended.start()]
    days = [found.day for found in find_terms(between)]
    if not days or _OF_ANOTHER.search(between):
        return None
    status = PaperStatus.LAPSED if ended["word"].lower() == "vervallen" else PaperStatus.WITHDRAWN
    day = ended_on(sentence[ended.start() :]) or (days[-1] if len(days) > 1 else None)
    return status, day if day and day > days[0] else None
