"""Whether a council paper holds the policy itself: a decision with its rules in it, a proposal with the text in an annex, or a letter
behind which the adopted paper lies."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from pipeline.documents.kind import is_addressed, word_kind
from pipeline.documents.one_site import one_site
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, page_source
from pipeline.extraction.blocks import Block, BlockKind

ENOUGH, RULES_ENOUGH = 60, 25
"""Words from which what stands under the adopted title, apart from the decision, is the text itself and no summary, and from which
rules do that stand in the decision."""
LETTER_ENOUGH = 150
"""Words from which what lies behind a letter, under a clause of its own, is the policy."""
LEAST_NAMED = 3
"""Words of a title without its sort by which it is known."""
_RULES = (
    r"(?:(?:de|het)\s+(?:na)?volgende\s+(?:beleids)?(?:kaders?|regels|uitgangspunten|voorwaarden|lijn|nota|notitie|visie|regeling|afwegingskader)"
    r"|het\s+(?:na)?volgende\s+\w*beleid(?:skader)?)"
    r"(?:\s+(?:voor|over|inzake)\s[^.;:]{3,80}?)?"
)
_FOLLOWS = re.compile(
    rf"\bvast\s+te\s+stellen\b[^.;:]{{0,40}}\b{_RULES}\W*$|\b{_RULES}\s+vast\s+te\s+stellen(?:\s+(?:als|voor|over|inzake)\s[^.;:]{{3,120}})?\W*$"
    r"|\bvast\s+te\s+stellen\W+(?:luidende|als\s+volgt|die\s+luid(?:t|en))\W*$",
    re.IGNORECASE,
)
_DESCRIBED = re.compile(
    r"\b(?:zoals|als)\s+(?:hier(?:onder|na)\s+|in\s+(?:dit|het)\s+(?:(?:raads|college)?voorstel|besluit)\s+)(?:\w+\s+)?"
    r"(?:beschreven|omschreven|opgenomen|uitgewerkt|verwoord)\b[^.;:]{0,60}\bvast\s+te\s+stellen\b"
    r"|\bvast\s+te\s+stellen\b[^.;:]{0,20}\b(?:zoals|als)\s+(?:\w+\s+)?(?:beschreven|omschreven|opgenomen|uitgewerkt|verwoord)\s+in\s+(?:dit|het)\s+"
    r"(?:raads|college)?(?:voorstel|besluit)\b",
    re.IGNORECASE,
)
"""That what is adopted stands in the proposal itself: "zoals in dit voorstel beschreven onder A tot en met E, vast te stellen"."""
_ADOPTED = re.compile(
    r"\b(?:de|het)\s+(?P<named>[^.;:]{8,160}?)\s+(?:\([^)]*\)\s+)?(?:(?:on)?gewijzigd\s+)?vast\s+te\s+stellen\b"
    r"|\bvast\s+te\s+stellen\s*:?\s+(?:de|het)\s+(?P<after>[^.;:]{8,160})",
    re.IGNORECASE,
)
_TEXT_OF = re.compile(
    r"^\W*(?:\d+[.)]?\s+)?(?:de\s+)?tekst\s+van\s+(?:de|het)\s+\w*(?:beleid|regel|nota|notitie|kader)", re.IGNORECASE
)
_DECIDED = re.compile(r"\bbesluit(?:en)?\s*:\W*$", re.IGNORECASE)
_ORDERS = re.compile(r"\bte\s+\w+en\b", re.IGNORECASE)
_AMENDS = re.compile(
    r"\b(?:op\s+(?:bladzijde|pagina|blz\.)|(?:aan|in|uit)\s+(?:de\s+)?(?:paragraaf|artikel|hoofdstuk|bijlage|onderdeel)|het\s+woord)\b"
    r"[^;]{0,200}?\b(?:vervangen|toegevoegd|gewijzigd|geschrapt|vervalt|vervallen|ingevoegd)\b",
    re.IGNORECASE,
)
"""A point that changes the text of a paper that stands elsewhere."""
_DECIDES = re.compile(r"\bbesluit(?:en)?\s*:?\s+(?:de|het)\s+", re.IGNORECASE)
_ENCLOSES = re.compile(r"\b(?:bijlagen?|bijgaand\w*|bijgevoegd\w*|ingesloten)\b", re.IGNORECASE)
_OWN_CLAUSE = re.compile(
    r"^\W*(?:aldus\s+)?(?:gewijzigd\s+)?vastgesteld\s+(?:door|in|bij|op)\b.{0,120}\b(?:19|20)\d\d\b", re.IGNORECASE
)
_CLOSED = re.compile(r"^\W*aldus\s+(?:\w+\s+){0,3}?(?:vastgesteld|besloten)\b", re.IGNORECASE)
"""The end of a decision."""
_BEHIND = re.compile(
    r",?\s+(?:zoals|die|welke)\s+(?:hierachter|hierbij|als\s+bijlage|in\s+de\s+bijlage)\b", re.IGNORECASE
)
"""Where a decision says that what it adopts lies behind it: "de Nota X, zoals hierachter gevoegd"."""
_UNDER_TITLE = 4
"""Blocks under the title of an enclosed paper among which its clause stands."""
_QUOTED = re.compile(r"[\"“”„‘'](?P<title>[^\"“”’']{8,120})[\"”’']")
_ANNEX = re.compile(r"^\W*(?:bijlage\s+\w{1,3}\s*[-–:.]\s*)?", re.IGNORECASE)
_DECISION = re.compile(r"^\W*(?:concept[- ]?)?(?:raads|college|staten)?besluit\b", re.IGNORECASE)


def enclosed_policy(parts: Parts, kind: PaperKind) -> Derived[bool]:
    """Whether it does. A letter by itself never: it tells of policy that stands elsewhere, unless that lies behind it."""
    if kind is not PaperKind.COUNCIL_PAPER:
        return Derived(False, "geen voorstel of besluit")
    if (site := one_site(parts)) is not None:
        return Derived(False, page_source("plan of vergunning voor één locatie", site))
    blocks = parts.body
    if is_addressed(parts):
        encloses = any(_ENCLOSES.search(block.text) for block in blocks if block.page == parts.first_page)
        title = _adopted_behind(blocks, parts.first_page, LETTER_ENOUGH) if encloses else None
        return Derived(
            bool(title), page_source("het vastgestelde stuk ligt achter de brief", title.page) if title else "een brief"
        )
    for number, block in enumerate(blocks):
        if _FOLLOWS.search(block.text) and _words(blocks[number + 1 :]) >= RULES_ENOUGH:
            return Derived(True, page_source("kaders in het besluit", block.page))
        if _DESCRIBED.search(block.text):
            return Derived(True, page_source("in het voorstel zelf beschreven", block.page))
        if _DECIDED.search(block.text) and _words(_rules_in(blocks[number + 1 :])) >= RULES_ENOUGH:
            return Derived(True, page_source("regels in het besluit", block.page))
        if _ADOPTED.search(block.text) and _text_of_policy(blocks[number + 1 :]):
            return Derived(True, page_source("de tekst van het beleid staat erin", block.page))
        for title in filter(_may_be_policy, _adopted_titles(block.text)):
            annex = _annex(blocks[number + 1 :], title, block.page)
            if annex:
                return Derived(True, page_source("het vastgestelde stuk staat erin", annex.page))
    title = _adopted_behind(blocks, parts.first_page, ENOUGH)
    return Derived(
        bool(title), page_source("het vastgestelde stuk ligt erachter", title.page) if title else "niet gevonden"
    )


def _text_of_policy(following: Sequence[Block]) -> bool:
    """Whether a heading says that the text of the adopted policy follows ("4. Tekst van de beleidslijn"), and it does."""
    return any(
        block.kind == BlockKind.HEADING and _TEXT_OF.match(block.text) and _words(following[number + 1 :]) >= ENOUGH
        for number, block in enumerate(following)
    )


def _rules_in(following: Sequence[Block]) -> list[Block]:
    """The points of a decision that are rules by themselves; at least two, and one that only orders something ("op te dragen") or changes
    the text of another paper is none."""
    points = itertools.takewhile(lambda block: block.kind == BlockKind.LIST_ITEM, following)
    rules = [block for block in points if not (_ORDERS.search(block.text) or _AMENDS.search(block.text))]
    return rules if len(rules) > 1 else []


def _adopted_behind(blocks: Sequence[Block], first: int, enough: int) -> Block | None:
    """The title, on a page after the first, of a paper that says under it when it was adopted, with enough words."""
    for number, block in enumerate(blocks):
        below = blocks[number + 1 : number + 1 + _UNDER_TITLE]
        titled = block.page > first and block.kind == BlockKind.HEADING
        if titled and any(_OWN_CLAUSE.match(one.text) for one in below) and _words(blocks[number + 1 :]) >= enough:
            return block
    return None


def _adopted_titles(text: str) -> Iterator[str]:
    """What a point of a decision adopts, by its name: between quotes where it has them, and as a whole."""
    for adopted in _ADOPTED.finditer(text):
        named = _DECIDES.split(adopted["named"] or adopted["after"])[-1]
        if quoted := _QUOTED.search(named):
            yield _plain(quoted["title"])
        yield _plain(_BEHIND.split(named)[0])


def _may_be_policy(title: str) -> bool:
    """Whether a title is not that of what goes with policy: the answers to views, a budget, a report are adopted too."""
    return word_kind(title) is not PaperKind.OTHER


def _annex(following: Sequence[Block], title: str, page: int) -> Block | None:
    """The heading that bears the adopted title, with enough text under it, where the decision is over: on a later page, or under its
    closing clause."""
    closed = False
    for number, block in enumerate(following):
        closed = closed or bool(_CLOSED.match(block.text))
        apart = (closed or block.page > page) and block.kind == BlockKind.HEADING
        if apart and _bears(block.text, title) and _words(following[number + 1 :]) >= ENOUGH:
            return block
    return None


def _bears(heading: str, title: str) -> bool:
    """Whether a heading is the title, behind that of an annex or not, that without its sort ("beleidsnota") in front, or its words in
    another order ("Ticht by hûs – notitie Internationale werknemers")."""
    named = _plain(_ANNEX.sub("", heading))
    if named.startswith("bijlage ") and named.endswith(f" {title}"):
        return True
    if len(named.split()) > LEAST_NAMED and sorted(named.split()) == sorted(title.split()):
        return True
    return named == title or (len(named.split()) >= LEAST_NAMED and title.split(" ", 1)[-1] == named)


def _words(blocks: Sequence[Block]) -> int:
    """Words up to the next decision."""
    count = 0
    for block in blocks:
        if block.kind == BlockKind.HEADING and _DECISION.match(block.text):
            break
        count += len(block.text.split())
    return count


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.lower()))
