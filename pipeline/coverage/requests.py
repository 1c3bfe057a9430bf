"""A motion's passages with what its requests say: what a motion asks is a measure, whatever its words ("verzoekt het college")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.coverage.shelter import SHELTER
from pipeline.coverage.wording import CARRIES
from pipeline.documents.motion import still_asked
from pipeline.documents.policy_request import asks_policy
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

OPENING = 40
"""Characters of a request by which it is found in a passage; the rest may run on in the next."""

BY_THEMSELVES = (Theme.ARBEIDSMARKT, Theme.ZORG)
"""Themes that need no object of their own: a request on nothing else is for their own sake."""
CARRIED_SCORE = 0.8
"""The chance that a request is about a theme that it carries by its words."""
BED_FROM_JOB = re.compile(
    r"\bhuur(?:contract|overeenkomst)\w*\b.{0,80}\barbeids(?:contract|overeenkomst)", re.IGNORECASE
)
"""What becomes of the bed when the job ends: in a rule on housing it serves that rule, a motion asks it for the worker's sake."""
TWOFOLD = (
    (re.compile(r"\b(?:arbeids)?uitbuiting\b", re.IGNORECASE), {Theme.ARBEIDSMARKT, Theme.HANDHAVING}),
    (
        re.compile(r"\b(?:overbewoning|huisjesmelkers?|illegale\s+(?:kamer)?(?:verhuur|bewoning)\w*)\b", re.IGNORECASE),
        {Theme.HUISVESTING, Theme.HANDHAVING},
    ),
    (BED_FROM_JOB, {Theme.HUISVESTING, Theme.ARBEIDSMARKT}),
)
"""Words that carry two themes in a request: exploitation, broken housing rules, bed tied to job (codebook, rules 2 and 7)."""
NAMED = {
    Theme.HUISVESTING: re.compile(r"\b(?:huisvesting\w*|wonen|woonbeleid|logies)\b", re.IGNORECASE),
    Theme.ARBEIDSMARKT: re.compile(
        r"\b(?:arbeidsmarkt\w*|arbeidsvoorwaarden|arbeidsomstandigheden|werk(?!\s+(?:van|te\s+maken|maken))|werkgeverschap|economie"
        r"|scholing)\b",
        re.IGNORECASE,
    ),
    Theme.REGISTRATIE: re.compile(r"\b(?:registratie|inschrijving|brp|rni)\b", re.IGNORECASE),
    Theme.ZORG: re.compile(
        r"\b(?:zorg(?!\s+(?:te\s+)?(?:dra\w+|voor|dat))|gezondheid\w*|welzijn|dakloosheid)\b", re.IGNORECASE
    ),
    Theme.HANDHAVING: re.compile(
        r"\b(?:handhaving\w*|toezicht|(?:arbeids)?uitbuiting|mensenhandel|misstanden)\b", re.IGNORECASE
    ),
}
"""Themes by name. In a passage a list of names says little; in a request it is what the policy asked for must be about."""


_IN_IT = expression(r"\W*(?:en\s+|om\s+)?(?:daarin|hierin)\b", re.IGNORECASE)
"""A request that says what must be in the policy asked for before it: "daarin in elk geval huisvesting op te nemen"."""
_INVOLVES = expression(r"(?:(?!\bte\s)[^;])*\bte\s+(?:betrekken|raadplegen|horen|consulteren)\W*$", re.IGNORECASE)
"""A request that somebody be heard, and no more: "bij het opstellen daarvan ZLTO en de uitzendbureaus te betrekken". Who they are says
nothing of what it is about."""

_WHEN = r"(?:(?!(?:te|en)\b)[\w.,'’-]+\s+){0,6}?"
_TELLS_COUNCIL = expression(
    rf"\W*(?:en\s+|om\s+|dat\s+)?{_WHEN}(?:aan\s+)?(?:de\s+(?:gemeente)?raad|(?:provinciale\s+)?staten|de\s+(?:raads)?commissie)\b[^.;]{{0,80}}?"
    r"\b(?:te\s+)?(?:berichten|informeren|rapporteren|melden|zenden|sturen|doen\s+toekomen|laten\s+weten|verslag\s+te\s+doen"
    r"|terug\s?(?:te\s+)?koppelen|(?:op\s+de\s+hoogte|in\s+kennis)\s+te\s+(?:brengen|stellen|houden))\b",
    re.IGNORECASE,
)
"""A request that the council be told something, and no more: "de raad in 2022 te berichten hoeveel mensen daar zijn geweest"."""


def asked(request: str, judged: JudgedText) -> JudgedText:
    """Return the judgement of a request with the themes that it carries by its words; what the classifier doubts does not count.

    What a request for a policy paper names counts, and so do both themes of what has two. Whom to hear is on no theme, and to tell the
    council how many there were is to register nobody, unless a register is named.
    """
    if _INVOLVES.match(request):
        return replace(judged, labels=(), uncertain=())
    if _TELLS_COUNCIL.match(request) and not CARRIES[Theme.REGISTRATIE].search(request):
        judged = judged.without(Theme.REGISTRATIE)
    wants_policy = asks_policy(request) or bool(_IN_IT.match(request))
    carried = [
        theme
        for theme in Theme
        if (wants_policy and NAMED[theme].search(request))
        or any(theme in both and words.search(request) for words, both in TWOFOLD)
    ]
    found = replace(
        judged,
        labels=tuple(theme for theme in Theme if theme in judged.labels or theme in carried),
        uncertain=(),
        scores=judged.scores | {theme: max(judged.scores[theme], CARRIED_SCORE) for theme in carried},
    )
    return found.without(Theme.HUISVESTING) if Theme.ZORG in found.labels and SHELTER.search(request) else found


def with_requests(
    passages: Sequence[Passage], judged: Sequence[JudgedText], requests: Sequence[str], wanted: Sequence[JudgedText]
) -> list[JudgedText]:
    """Return the judgements of a paper's passages; in those that hold a request its themes are measures (codebook, strength). Of a
    passage in which a request lapsed only what is still asked counts.

    `requests` are those of the motions in it, `wanted` their judgements, in order. Without requests nothing changes.
    """
    asked_for = list(zip(requests, wanted, strict=True))
    return [
        _with(passage, _unsaid(one) if requests and still_asked(passage.text) != passage.text else one, asked_for)
        for passage, one in zip(passages, judged, strict=True)
    ]


def _unsaid(judged: JudgedText) -> JudgedText:
    """Return the judgement without its themes."""
    return replace(judged, labels=(), uncertain=())


def _with(passage: Passage, judged: JudgedText, requests: Sequence[tuple[str, JudgedText]]) -> JudgedText:
    found = [(text, one) for text, one in requests if _squeezed(text)[:OPENING] in _squeezed(passage.text)]
    held = [one for _, one in found]
    themes = {theme for one in held for theme in one.labels}
    if not themes:
        return judged
    scores = {theme: max(judged.scores[theme], *(one.scores[theme] for one in held)) for theme in themes}
    return replace(
        judged,
        labels=tuple(theme for theme in Theme if theme in themes or theme in judged.labels),
        uncertain=tuple(theme for theme in judged.uncertain if theme not in themes),
        scores=judged.scores | scores,
        asked=tuple(sorted(themes)),
        asked_apart=tuple(sorted({theme for text, one in found for theme in _by_itself(text, one)})),
    )


def _by_itself(request: str, judged: JudgedText) -> list[Theme]:
    """The themes that a request asks for their own sake."""
    alone = [theme for theme in BY_THEMSELVES if judged.labels == (theme,)]
    return [Theme.ARBEIDSMARKT] if not alone and BED_FROM_JOB.search(request) else alone


def _squeezed(text: str) -> str:
    return " ".join(text.split()).lower()
