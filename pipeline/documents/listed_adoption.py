"""Which papers the points of a list of decisions adopt: a point names a paper, and says behind the name what was decided.

Lists say so in a few words ("Nota logies. Vastgesteld.", "conform advies", "17 voor, 4 tegen: aangenomen"), in a row, a paragraph, or
under a heading of its own; so a point is taken as a whole, and what may make it something else is looked for in all of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.parts import Parts
from pipeline.documents.wording import NEXT_SENTENCE, PAPER_WORD
from pipeline.extraction.blocks import BlockKind
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
_AND_ITS_VOTE = re.compile(r"\b(?:moties?|amendement)\b[^.;]*[.;,]?\s*(?:aangenomen|verworpen)\b", re.IGNORECASE)
_OF_EXECUTIVE = re.compile(
    r"\b\w*(?:regels?|regeling|uitvoerings\w+|programma|plan|protocol|richtlijn(?:en)?|aanpak|agenda|afspraken|handreiking)\b",
    re.IGNORECASE,
)
_CELL = re.compile(r"\s*\|\s*|;\s+(?=[A-Z][\w ]{2,30}:\s)")
"""Between the cells of a row."""


def of_executive(title: str) -> bool:
    """Whether a paper is the executive's own to adopt; a nota or vision it adopts for the council."""
    return bool(_OF_EXECUTIVE.search(title))


def adopted_points(parts: Parts) -> Iterator[str]:
    """Yield the names of the papers that points of a list of decisions adopt, as the list writes them."""
    for point in _points(parts):
        name, said = _parted(point)
        if _is_passed(said) and _is_paper(name):
            yield _BEHIND_NAME.sub("", _TO_ADOPT.sub("", name)).rstrip(" .")


def _points(parts: Parts) -> Iterator[list[str]]:
    """The cells, or blocks, of each point."""
    point: list[str] = []
    for block in parts.body:
        if block.kind is BlockKind.TABLE_ROW:
            yield point
            yield _CELL.split(block.text)
            point = []
        elif block.kind is BlockKind.HEADING or _OPENS.match(block.text):
            yield point
            point = [block.text]
        else:
            point.append(block.text)
    yield point


def _parted(point: list[str]) -> tuple[str, str]:
    """The name of a point, and what is said behind it."""
    cells = [text for cell in point if (text := _LABEL.sub("", cell).strip())]
    if not cells:
        return "", ""
    first, *sentences = NEXT_SENTENCE.split(cells[0])
    name, _, behind = first.partition(": ")
    return name, " ".join([behind, *sentences, *cells[1:]]).strip()


def _is_paper(name: str) -> bool:
    return (
        len(name.split()) <= _LONGEST_NAME
        and bool(_NAMES_PAPER.search(_TO_ADOPT.sub("", name)))
        and not _ON_SOMETHING_OF_IT.search(name)
    )


def _is_passed(said: str) -> bool:
    """Whether what is said behind a name is that it was adopted."""
    if len(said) > _LONGEST or _AND_ITS_VOTE.search(said):
        return False
    own = _OF_A_MOTION.sub("", said)
    return bool(_PASSED.search(own)) and not _NOT_SO.search(own)
