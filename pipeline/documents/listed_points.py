"""Which papers the points of a list of decisions adopt, end or extend: a point names a paper, and says behind the name what was decided.

Lists say so in a few words ("Nota logies. Vastgesteld.", "conform advies", "17 voor, 4 tegen: aangenomen"), in a row, a paragraph, or
under a heading of its own; so a point is taken as a whole, and what may make it something else is looked for in all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.documents.parts import Parts
from pipeline.documents.wording import NEXT_SENTENCE, PAPER_WORD
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.needed_words import expression

_LONGEST = 800
"""Characters of a point that is looked at; a longer one tells what was said there, and more than one thing was."""
_LONGEST_NAME = 16
"""Words of the name of a point."""
_OPENS = re.compile(r"^\W*(?:(?:agenda)?(?:punt\s+)?\d[\d.]*(?:\W|$)|onderwerp\s*:)", re.IGNORECASE)
"""How a point begins."""
_LABEL = re.compile(
    r"^\W*(?:(?:agenda)?punt(?:\s+\w{1,4})?\W+|\d[\d.]*(?:\W+|$)|onderwerp\W+|nr\.?\W+)+", re.IGNORECASE
)
_TO_ADOPT = re.compile(
    r"^(?:(?:raads|college)?voorstel\s+(?:(?:tot|om)\s+)?)?(?:(?:het\s+)?vaststell(?:en|ing)\s+(?:van\s+)?)?(?:(?:de|het)\s+)?",
    re.IGNORECASE,
)
"""Before the name of the paper: that it is asked to adopt it."""
_BEHIND_NAME = re.compile(r"\s*(?:\([^()]*\d[^()]*\)|[–—-]\s*besluit)\W*$", re.IGNORECASE)
"""What may stand between that and what was decided: "(zaak 19-0417)"."""
_NAMES_PAPER = re.compile(rf"\b{PAPER_WORD}\b", re.IGNORECASE)
_ON_SOMETHING_OF_IT = re.compile(
    r"\b(?:concept|ontwerp|voorontwerp)\w*|\b(?:ter\s+inzage|inspraak\w*|zienswijzen?|startnotitie|presentatie|\w*brief|toezending|bespreking"
    r"|(?:sub)?amendement\w*|moties?|beantwoording|antwoord\w*|vragen|evaluatie|stand\s+van\s+zaken|uitvoering\s+van|intrekk\w+|wijzig\w+|verleng\w+"
    r"|krediet|subsidie\w*|budget|\w*vergunning|reactie|informatie|rapportage|voortgang|bezwaar\w*|aanvra\w+|planning|kennis\w*|opdracht|inspreker|agenda)\b",
    re.IGNORECASE,
)
"""In the name of a point: what was decided on is not that the paper holds."""
_KIND = r"\w*(?:nota|notitie|regels|beleid|regeling|kader|visie|programma|plan|verordening|protocol|stuk)"
_BARE = rf"(?:(?:(?:de|het|deze|dit)\s+)?{_KIND}|haar|hem)"
_PASSED = expression(
    r"\b(?:vastgesteld|aangenomen|aanvaard)\b(?!\s+(?:motie|amendement))"
    rf"|\b{_BARE}\s+(?:(?:on)?gewijzigd\s+|definitief\s+)?(?:vast\s+te\s+stellen|vaststellen)\b|\bstel(?:t|len)\s+(?:\w+\s+){{0,2}}?{_BARE}\s+(?:\w+\s+)?vast\b"
    r"|(?:^|\W)(?:conform|overeenkomstig)\s+(?:(?:het|de)\s+)?(?:\w*voorstel|advies|besloten|concept-?besluit)\b|^\W*(?:besluit\W+)?(?:akkoord|conform|ingestemd)\W*$",
    re.IGNORECASE,
)
_NOT_SO = expression(
    r"\b(?:niet|geen|aangehouden|verdaagd|teruggenomen|verworpen|afgewezen|concept\w*|ontwerp\w*|inspraak|zienswijze\w*|ter\s+inzage|kennis\w*|voor\s+kennisgeving"
    r"|vrij\s?(?:te\s+)?geven|vrijgegeven|(?:aan|naar)\s+(?:de|uw)\s+(?:gemeente)?raad|de\s+raad\s+(?:te\s+|voor\s?(?:te\s+)?)(?:stellen|leggen|adviseren|verzoeken)|van\s+de\s+agenda"
    r"|mits|onder\s+voorbehoud|opini[eë]rend|in\s?(?:te\s+)?trekken|ingetrokken|doorgeschoven|besproken)\b",
    re.IGNORECASE,
)
_OF_A_MOTION = re.compile(r"[^,;.]*\b(?:moties?|(?:sub)?amendement\w*)\b[^,;.]*", re.IGNORECASE)
"""A clause on what was moved beside it."""
_ON_A_MOTION = re.compile(
    r"^\W*(?:(?:een|het|de)\s+)?(?:\w+\s+)?(?:moties?|(?:sub)?amendement(?:en)?)\b"
    r".*\b(?:aangenomen|verworpen|ingetrokken|aangehouden|teruggenomen|overgenomen)\b",
    re.IGNORECASE,
)
"""A sentence on that alone, with what came of it."""
_DECIDED_BEHIND = re.compile(
    r"(?<=[\w)’'])\s+(?=(?:De\s+(?:gemeente)?raad|Het\s+college|Het\s+voorstel|(?:Ongewijzigd|Gewijzigd|Unaniem)?\s?[Vv]astgesteld|Aanvaard|Aangenomen|Aangehouden"
    r"|Verworpen|Conform|Ingetrokken|Zonder\s+(?:hoofdelijke\s+)?stemming|Bij\s+(?:acclamatie|hamerslag)|Met\s+(?:\d|algemene)|Unaniem|Akkoord|Hamerstuk)\b)"
)
"""Where a point in columns goes on with what was decided: "Nota logies 2020-2030 De raad stelt de nota vast"."""
_AND_ITS_VOTE = re.compile(r"\b(?:moties?|amendement)\b[^.;]*[.;,]?\s*(?:aangenomen|verworpen)\b", re.IGNORECASE)
_OF_EXECUTIVE = re.compile(
    r"\b\w*(?:regels?|regeling|uitvoerings\w+|programma|plan|protocol|richtlijn(?:en)?|aanpak|agenda|afspraken|handreiking)\b",
    re.IGNORECASE,
)
_GROUNDS = re.compile(r"\b(?:Toelichting|Motivering|Overwegingen?|Argumenten)\s*:")
"""Behind what was decided, why."""
_CELL = re.compile(r"\s*\|\s*|;\s+(?=[A-Z][\w ]{2,30}:\s)")
"""Between the cells of a row."""
_TO_END = re.compile(
    r"^(?:(?:raads|college)?(?:voorstel|besluit)\s+(?:(?:tot|om)\s+)?)?(?:(?:de|het)\s+)?(?:intrekk(?:en|ing))\s+(?:(?:van\s+)?(?:de|het)\s+|van\s+)?",
    re.IGNORECASE,
)
_TO_EXTEND = re.compile(
    r"^(?:(?:raads|college)?(?:voorstel|besluit)\s+(?:(?:tot|om)\s+)?)?(?:(?:de|het)\s+)?verleng(?:en|ing)\s+(?:(?:van\s+)?(?:de\s+)?(?:looptijd|geldigheid(?:sduur)?|werkingsduur|termijn)\s+)?"
    r"(?:(?:van\s+)?(?:de|het)\s+|van\s+)?",
    re.IGNORECASE,
)
"""Before the name of the paper: that it is asked to end it, or to let it hold longer."""
_UP_TO = re.compile(r"^(?P<title>.*?)\s+(?P<until>(?:tot|t/m|met)\s.*)$", re.IGNORECASE)
_ENDED = expression(
    rf"(?:\b(?:de|het)\s+)?(?:{_KIND})\b[^.;:]{{0,100}}?\b(?:in\s+te\s+trekken|intrekken|(?:is|zijn|wordt|worden)\s+ingetrokken)\b|\btrek(?:t|ken)\s+{_BARE}\s+(?:\w+\s+){{0,3}}?in\b"
    r"|^\W*(?:besluit\W+)?(?:ingetrokken|intrekken|in\s+te\s+trekken)\b(?=\s*(?:[.,;]|$|per\b|met\s+ingang))",
    re.IGNORECASE,
)
_FULL_NAME = re.compile(
    rf"\b(?:de|het)\s+(?P<title>{PAPER_WORD}\b[^.;:]{{8,120}}?)\s+(?:(?:per|met\s+ingang\s+van)\s[^.;:]{{4,25}}?\s+)?in\s+te\s+trekken\b",
    re.IGNORECASE,
)
_NOT_ENDED = expression(
    r"\b(?:niet|geen|aangehouden|verdaagd|teruggenomen|verworpen|afgewezen|concept\w*|ontwerp\w*|kennis\w*|de\s+raad\s+(?:te\s+|voor\s?(?:te\s+)?)(?:stellen|leggen|adviseren|verzoeken)"
    r"|aan\s+(?:de|uw)\s+(?:gemeente)?raad\s+(?:voor|aan)|van\s+de\s+agenda|mits|onder\s+voorbehoud|doorgeschoven|artikel|hoofdstuk|paragraaf|onderdeel|voorstel\s+(?:is|wordt)\s+ingetrokken)\b",
    re.IGNORECASE,
)
_EXTENDED = expression(
    r"\bverlengd?\b[^.;]{0,40}?\b(?P<until>(?:tot|t/m|met)\s[^.;]{3,60})|\bte\s+verlengen\s+(?P<till>(?:tot|t/m|met)\s[^.;]{3,60})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Point:
    """A point of a list: its name, what is said behind that, and the block in which it opens."""

    name: str
    said: str
    block: Block


def of_executive(title: str) -> bool:
    """Whether a paper is the executive's own to adopt; a nota or vision it adopts for the council."""
    return bool(_OF_EXECUTIVE.search(title))


def adopted_points(parts: Parts) -> Iterator[str]:
    """Yield the names of the papers that points of a list of decisions adopt, as the list writes them."""
    for point in points_of(parts):
        if _is_passed(point.said) and _is_paper(point.name, _TO_ADOPT):
            yield _BEHIND_NAME.sub("", _TO_ADOPT.sub("", point.name)).rstrip(" .")


def ended_points(parts: Parts) -> Iterator[tuple[str, Point]]:
    """Yield the names of the papers that points of such a list end, each with its point."""
    for point in points_of(parts):
        if len(point.said) > _LONGEST:
            continue
        full = [
            one["title"]
            for part in point.said.split(";")
            for one in _FULL_NAME.finditer(part)
            if not _NOT_ENDED.search(part)
        ]
        if full:
            yield from ((title, point) for title in full)
            continue
        if _NOT_ENDED.search(f"{point.name} {point.said}"):
            continue
        asked = _TO_END.match(point.name)
        if asked and (_is_passed(point.said) or _ENDED.search(point.said)) and _is_paper(point.name, _TO_END):
            yield _BEHIND_NAME.sub("", _TO_END.sub("", point.name)).rstrip(" ."), point
        elif _ENDED.search(_OF_A_MOTION.sub("", point.said)) and _is_paper(point.name, _TO_ADOPT):
            yield _BEHIND_NAME.sub("", _TO_ADOPT.sub("", point.name)).rstrip(" ."), point


def extended_points(parts: Parts) -> Iterator[tuple[str, str]]:
    """Yield the names of the papers that points of such a list let hold longer, each with how long ("tot 1 januari 2022")."""
    for point in points_of(parts):
        if _NOT_ENDED.search(point.said):
            continue
        named = _UP_TO.match(_TO_EXTEND.sub("", point.name)) if _TO_EXTEND.match(point.name) else None
        longer = _EXTENDED.search(point.said)
        if named and _is_passed(point.said) and _NAMES_PAPER.search(named["title"]):
            yield named["title"], named["until"]
        elif longer and _is_paper(point.name, _TO_ADOPT):
            yield _TO_ADOPT.sub("", point.name).rstrip(" ."), longer["until"] or longer["till"]


def points_of(parts: Parts) -> Iterator[Point]:
    """Yield the points of a list; a row is one, and so is a paragraph or heading with those below it."""
    opens: Block | None = None
    said: list[str] = []
    for block in parts.body:
        row = block.kind is BlockKind.TABLE_ROW
        if row or block.kind is BlockKind.HEADING or _OPENS.match(block.text):
            if opens:
                yield _parted(opens, said)
            opens, said = block, _CELL.split(block.text) if row else [block.text]
        else:
            said.append(block.text)
    if opens:
        yield _parted(opens, said)


def _parted(opens: Block, said: list[str]) -> Point:
    """A point from its cells or blocks: its name, and what is said behind it."""
    cells = [text for cell in said if (text := _LABEL.sub("", cell).strip())]
    if not cells:
        return Point("", "", opens)
    first, *sentences = (part for sentence in NEXT_SENTENCE.split(cells[0]) for part in _DECIDED_BEHIND.split(sentence))
    name, _, behind = first.partition(": ")
    return Point(name, _GROUNDS.split(" ".join([behind, *sentences, *cells[1:]]))[0].strip(), opens)


def _is_paper(name: str, asked: re.Pattern[str]) -> bool:
    """Whether a name, behind what it is asked to do with it, is that of a paper and not of something about one."""
    bare = asked.sub("", name)
    return (
        len(name.split()) <= _LONGEST_NAME and bool(_NAMES_PAPER.search(bare)) and not _ON_SOMETHING_OF_IT.search(bare)
    )


def _is_passed(said: str) -> bool:
    """Whether what is said behind a name is that it was adopted."""
    on_it = " ".join(sentence for sentence in NEXT_SENTENCE.split(said) if not _ON_A_MOTION.match(sentence))
    if len(said) > _LONGEST or _AND_ITS_VOTE.search(on_it):
        return False
    own = _OF_A_MOTION.sub("", on_it)
    return bool(_PASSED.search(own)) and not _NOT_SO.search(own)
