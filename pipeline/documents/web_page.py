"""Whether a paper is the print of a page of a website: it explains to its reader what holds, and is adopted by nobody."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.day import FoundDay, find_days
from pipeline.documents.parts import Parts, PrintedLine
from pipeline.language.needed_words import expression

_TRAIL = re.compile(
    r"^\W*(?:(?:u|je)\s+(?:bent|bevindt\s+(?:u|je)|staat)\s+(?:zich\s+)?hier\W+)?(?:home(?:pagina)?|startpagina)\s*[›»>/→]\s*\w",
    re.IGNORECASE,
)
"""Where the page stands: "Home › Ondernemers › Vergunningen"."""
_PRINTED = re.compile(r"^\W*\d{1,2}[-/]\d{1,2}[-/]\d{2,4},?\s+\d{1,2}[:.]\d\d\b")
"""What a browser puts above what it prints: the day and hour of printing."""
_AT = re.compile(r"^\W*https?://(?P<host>[\w.-]+)/\S*(?:\s+\d+\s*/\s*\d+)?\W*$", re.IGNORECASE)
"""What it puts below it: the address of the page."""
_REGISTERS = re.compile(
    r"(?:overheid|officielebekendmakingen|officiele-overheidspublicaties|ruimtelijkeplannen|wetten|bestuurlijkeinformatie|notubiz|parlaeus"
    r"|raadsinformatie)\.nl$|\bruimtelijkeplannen\b",
    re.IGNORECASE,
)
"""Hosts of collections of adopted rules and plans: what is printed from these is the paper itself."""
_CHANGED = re.compile(
    r"^\W*(?:(?:deze\s+)?pagina\s+(?:is\s+)?)?(?:(?:voor\s+het\s+)?laatste?\s+)?(?:gewijzigd|bijgewerkt|aangepast|gecontroleerd)(?:\s+op)?\s*:?\s*(?=\d|\w+dag\b)",
    re.IGNORECASE,
)
_OF_SITE = expression(
    r"\bheeft\s+deze\s+(?:pagina|informatie)\b|\bdeel\s+deze\s+pagina\b|\bop\s+deze\s+pagina\s+(?:leest|vindt|staat)\b|\bnaar\s+de\s+inhoud\b"
    r"|\bprivacy\b[^.;]{0,30}\bcookies\b|\bcookies\b[^.;]{0,30}\b(?:proclaimer|disclaimer)\b|\binloggen\b[^.;]{0,20}$",
    re.IGNORECASE,
)
_REGISTER = "register"
_LEAST_SIGNS = 3
"""Signs from which a paper is such a print; a policy that names its address and when it changed shows two."""
_ARTICLE = re.compile(r"^art(?:ikel|\.)\s*\d+", re.IGNORECASE)
_LEAST_ARTICLES = 3
_ADOPTED = expression(
    r"\b(?:deze|dit|onderstaande|bovenstaande)\s+\w+\b[^.;]{0,60}?\bvastgesteld\b|^\W*(?:aldus\s+)?vastgesteld\s+(?:door|in|op|bij)\b"
    r"|\bbesluit(?:en)?\b[^.;]{0,60}?\bvast\s+te\s+stellen\b|^\W*(?:vaststelling\s*:\s*)?(?:raads|college)?besluit\s+(?:van|d\.\s?d\.)\s",
    re.IGNORECASE,
)
"""That the page itself is what was adopted: "deze tekst is op 11 maart 2025 vastgesteld"."""
_SHORT = 25


def changed_on(parts: Parts) -> tuple[FoundDay, PrintedLine] | None:
    """The day on which a printed page was last changed, with its line; None where it is no such print or gives no day."""
    return next(_changes(parts), None) if is_web_page(parts) else None


def is_web_page(parts: Parts) -> bool:
    """Whether at least three signs say that it is such a print, and it is not what was adopted: by its own words, its articles, or as it
    comes from a collection of rules."""
    signs = set(_signs(parts))
    if any(_ADOPTED.search(block.text) for block in parts.body):
        return False
    articles = sum(bool(_ARTICLE.match(block.text)) for block in parts.body)
    return len(signs) >= _LEAST_SIGNS and _REGISTER not in signs and articles < _LEAST_ARTICLES


def _signs(parts: Parts) -> Iterator[str]:
    for line in parts.lines:
        if line.block_words > _SHORT:
            continue
        at = _AT.match(line.text)
        if at:
            yield _REGISTER if _REGISTERS.search(at["host"]) else "adres"
        for sign, cue in (("pad", _TRAIL), ("afdruk", _PRINTED)):
            if cue.match(line.text):
                yield sign
        if _OF_SITE.search(line.text):
            yield "website"
    yield from ("gewijzigd" for _ in _changes(parts))


def _changes(parts: Parts) -> Iterator[tuple[FoundDay, PrintedLine]]:
    for line in parts.lines:
        changed = _CHANGED.match(line.text) if line.block_words <= _SHORT else None
        for found in find_days(line.text)[:1] if changed else ():
            yield found, line
