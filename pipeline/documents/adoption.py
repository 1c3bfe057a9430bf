"""Which earlier papers a paper adopts, or tells that an organ adopted: a draft lies in the inbox more often than what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from pipeline.documents.day import find_days
from pipeline.documents.ending import ARTICLE, paper_in
from pipeline.documents.paper import Adoption
from pipeline.documents.parts import Parts
from pipeline.documents.replacing import SUBJECT, TITLE, named_title
from pipeline.documents.wording import NEXT_SENTENCE, PAPER_WORD, POINT
from pipeline.language.needed_words import expression

_LONGEST = 1500
"""Characters of a sentence in which an adoption is looked for; a longer one is a text without full stops."""
_SPEAKS_OF_IT = expression(
    r"\bvast\s+te\s+stellen|\bvastgesteld|\bstel(?:t|de|len|den)\s[^.;]{3,300}\svast\b", re.IGNORECASE
)
_DECIDING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:^|\bbesluit(?:en)?\s*:?\s+|[;:]\s+)(?:{POINT}\s+)?(?:om\s+)?{TITLE}\s+vast\s+te\s+stellen\b",
        rf"\bvast\s+te\s+stellen\s*:\s*(?:{POINT}\s+)?{TITLE}(?=\s*(?:[;.]|$))",
        rf"\b(?:raad|college|wethouders|b\s?&\s?w)\b[^.;]{{0,60}}?\bstel(?:t|len)\s+(?:hierbij\s+|hiermee\s+)?{TITLE}\s+vast\b",
    )
)
"""How an organ adopts a paper, `title` as written there."""
_ORGAN = r"(?P<organ>(?:gemeente)?raad|college|burgemeester\s+en\s+wethouders|b\s?&\s?w)"
_THE = r"(?=(?:de|het|haar|zijn|onze?)\s)"
_TELLING = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_ORGAN}\b[^.;]{{0,60}}?\b(?:heeft|hebben)\b[^.;]{{0,60}}?\s{_THE}{TITLE}\s+vastgesteld\b",
        rf"\b(?:heeft|hebben)\s+(?:de|het)\s+{_ORGAN}\b[^.;]{{0,60}}?\s{_THE}{TITLE}\s+vastgesteld\b",
        rf"{SUBJECT}(?:is|zijn|werd|werden)\b[^.;]{{0,60}}?\bdoor\s+(?:de|het)?\s*{_ORGAN}\b[^.;]{{0,60}}?\bvastgesteld\b",
        rf"{SUBJECT}(?:is|zijn|werd|werden)\b[^.;]{{0,60}}?\bvastgesteld\s+door\s+(?:de|het)?\s*{_ORGAN}\b[^.;]{{0,40}}",
    )
)
"""How a paper tells that an organ did."""
_NOT_SO = re.compile(
    r"\b(?:niet|nooit|geen|zodra|wanneer|indien|mits|tenzij|naar\s+verwachting|wordt|worden|zal|zullen|zou|zouden|voorstel\w*|voorgesteld"
    r"|stel(?:t|len)\s+(?:\w+\s+){0,3}voor|concept\s?-?besluit|ontwerp\s?-?besluit|wijziging\s+van|als\s+(?:de|het|u|uw|wij)\s)\b",
    re.IGNORECASE,
)
"""That it is refused, proposed or still to come."""
_AS_DRAFT = re.compile(
    r"\b(?:(?:concept|ontwerp|voorontwerp)\w*|ter\s+inzage|inspraak\w*|zienswijzen?|aan\s+de\s+(?:gemeente)?raad|startnotitie)\b",
    re.IGNORECASE,
)
"""What is adopted is a draft, or goes on to the council."""
_OF_EXECUTIVE = re.compile(
    r"\b\w*(?:regels?|regeling|uitvoerings\w+|programma|plan|protocol|richtlijn(?:en)?|aanpak|agenda|afspraken|handreiking)\b",
    re.IGNORECASE,
)
"""Papers that are the executive's own to adopt; a nota or vision it adopts for the council."""
_CONDITIONS = re.compile(
    r",?\s+(?:(?:on)?gewijzigd|geamendeerd|hierbij|definitief|conform|met\s+inachtneming|als\s+(?:\w+\s+){0,3}?(?:kader|beleid\w*|uitgangspunt|basis)"
    r"|met\s+(?:de\s+)?(?:volgende\s+)?wijziging\w*|zoals|inclusief)\b.*$",
    re.IGNORECASE,
)
"""What stands behind a title before the verb: "de Nota logies ongewijzigd vast te stellen"."""
_HEADING = 14
"""Words of the longest name of a point of a list."""
_NAMES_PAPER = re.compile(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_POINT_NAMES = re.compile(
    rf"^(?:\W*(?:agenda)?punt\s+\w{{1,4}}\W+|\W*\d[\d.]*\W+|\W*onderwerp\W+)?(?P<title>[^.;]*?\b{PAPER_WORD}\b[^.;]*)",
    re.IGNORECASE,
)
"""The name of a point of an agenda, or of the subject of a decision, that names a paper."""


def adoptions_of(parts: Parts, title: str, *, decision: bool, listed: bool) -> tuple[Adoption, ...]:
    """Return the papers that it adopts or tells of, in reading order, each once.

    Of a `decision`, and of a point in a `listed` one, "de nota" is what its own `title`, or the point's, names.
    """
    found: dict[Adoption, None] = {}
    above = title
    for block in parts.body:
        sentences = NEXT_SENTENCE.split(block.text)
        for sentence in sentences:
            if len(sentence) <= _LONGEST and _SPEAKS_OF_IT.search(sentence):
                found |= dict.fromkeys(_in_sentence(sentence, above, decides=decision or listed))
            if listed and len(sentence.split()) <= _HEADING and (named := _POINT_NAMES.match(sentence)):
                above = named["title"]
    return tuple(found)


def _in_sentence(sentence: str, subject: str, *, decides: bool) -> Iterator[Adoption]:
    for pattern in _DECIDING if decides else ():
        for match in pattern.finditer(sentence):
            if not _NOT_SO.search(match.group()) and (title := _named_above(match, subject) or _title(match)):
                yield Adoption(title, None, told=False)
    for pattern in _TELLING:
        for match in pattern.finditer(sentence):
            title = _title(match)
            if title and not _NOT_SO.search(sentence[: match.end()]) and _is_adopted(match, sentence):
                yield Adoption(title, _day_in(sentence), told=True)


def _title(match: re.Match[str]) -> str:
    title = named_title(paper_in(_CONDITIONS.sub("", match["title"])))
    return title if _NAMES_PAPER.search(title) else ""


def _named_above(match: re.Match[str], subject: str) -> str:
    """What "de nota" is, where nothing more is said of it: what the decision, or the point of the list, is on."""
    bare = re.fullmatch(rf"(?:{ARTICLE}\s+)?{PAPER_WORD}", _CONDITIONS.sub("", match["title"]).strip(), re.IGNORECASE)
    return subject if bare else ""


def _is_adopted(match: re.Match[str], sentence: str) -> bool:
    """Whether the paper itself was adopted, by whom it is to adopt: not a draft of it, which goes on to the council."""
    by_council = match["organ"].lower().endswith("raad")
    return not _AS_DRAFT.search(sentence) and (by_council or bool(_OF_EXECUTIVE.search(match["title"])))


def _day_in(sentence: str) -> date | None:
    """The day that a sentence names, if it names but one."""
    days: Sequence[date] = [found.day for found in find_days(sentence) if found.whole]
    return days[0] if len(set(days)) == 1 else None
