"""A decision that does nothing but withdraw and says so in one sentence: "Het college van X besluit de Beleidsregels in te trekken"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import first_day
from pipeline.documents.parts import Parts
from pipeline.extraction.blocks import Block
from pipeline.language.needed_words import expression

_UNDER = 4
"""Blocks under the sentence among which the place and day of the decision stand."""
_HEAD = re.compile(
    r"^\W*(?:(?:raads|college)?besluit\s+(?:tot|inzake)\s+(?:de\s+)?)?intrekking(?:sbesluit)?\b", re.IGNORECASE
)
_PROPOSED = re.compile(r"^\W*(?:\w*voorstel|voorgenomen|concept|ontwerp)\b", re.IGNORECASE)
_WITHDRAWS = re.compile(
    r"^\W*(?:de\s+(?:gemeente)?raad|het\s+college|burgemeester\s+(?:en|&)\s+wethouders|de\s+burgemeester)\b[^.;:]{0,120}?"
    r"\b(?:besluit(?:en)?\s+(?:de|het|hun|haar|zijn)\s[^;:]{3,200}?(?<!niet\s)in\s+te\s+trekken"
    r"|(?:trekt|trekken)\s+(?:de|het|hun|haar|zijn)\s[^;:]{3,200}?\sin)(?=\s*(?:[.,]|$|per\b|met\s+ingang\b|m\.i\.v\.|vanaf\b))",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(
    r"^\W*(?:de\s+(?:gemeente)?raad|het\s+college|burgemeester\s+(?:en|&)\s+wethouders|de\s+burgemeester)\b[^.;:]{0,120}?"
    r"\bbesl(?:uit|uiten|oot|oten)\s+op\s+(?P<day>\d[^.;:]{4,22}?)\s*(?:als\s+volgt|het\s+volgende)?\s*[.:]?$",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"\b(?:wordt|worden)\s+(?:(?!niet\b)[^.;]){0,60}?\b(?:ingetrokken|vervallen\s+verklaard)\b", re.IGNORECASE
)
"""What it decides in the blocks under that: "De Beleidsregels logies worden ingetrokken"."""
_PLACE_AND_DAY = re.compile(
    r"(?:^|\.\s+)(?:['’A-Z][\w'’ -]{1,28},\s*(?:d\.d\.\s*)?|Datum:?\s+)?(?P<day>\d{1,2}[\s-].{4,20})$"
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The sentence, its page, and the day on which it was decided."""

    text: str
    page: int
    day: date


_RENEWS = expression(
    r"\W*(?:besluit\s+(?:tot|houdende)\s+)?intrekking(?:sbesluit)?\b(?:(?!\bbesluit\s+tot\b)[^;|])*?"
    r"(?:\ben|,|\balsmede|\btevens)\s+(?:(?:tot|de|gelijktijdige)\s+)*vaststelling(?:sbesluit)?\b",
    re.IGNORECASE,
)
"""A title up to what it adopts in the place of what it withdraws: "Intrekking van de nota X en vaststelling van …"."""


def withdrawals_in(parts: Parts) -> Iterator[Withdrawal]:
    """Yield what a paper under the head of a withdrawal decides; a proposal or draft decides nothing, nor one without its day."""
    heads = [block.text for block in parts.banners]
    if not any(map(_HEAD.match, heads)) or any(map(_PROPOSED.match, heads)):
        return
    for number, block in enumerate(parts.body):
        day = _day_under(parts.body[number : number + 1 + _UNDER]) if _WITHDRAWS.match(block.text) else None
        day = day or _day_as_follows(block, parts.body[number + 1 : number + 1 + _UNDER])
        if day:
            yield Withdrawal(block.text[:300], block.page, day)


def _day_as_follows(block: Block, below: Sequence[Block]) -> date | None:
    """The day in "Burgemeester en wethouders besluiten op 17 januari 2023 als volgt", where what follows ends a paper."""
    said = _AS_FOLLOWS.match(block.text)
    found = first_day(said["day"], 0) if said else None
    return found.day if found and found.whole and any(_ENDS.search(one.text) for one in below) else None


def _day_under(blocks: Sequence[Block]) -> date | None:
    """The day behind a place: "Vught, 7 mei 2024". The day in the sentence itself is that from which it holds."""
    closes = (match for block in blocks if (match := _PLACE_AND_DAY.search(block.text.strip())))
    days = (found.day for match in closes if (found := first_day(match["day"], 0)) and found.whole)
    return next(days, None)


def adopted_instead(title: str) -> str:
    """What a title that withdraws adopts in its place; "" where it adopts nothing."""
    renewed = _RENEWS.match(title)
    return title[renewed.end() :] if renewed else ""
