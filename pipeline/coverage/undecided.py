"""Slides of an evening on which nothing is decided: what is meant there is an aim at most, and what there is already is described."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from pipeline.coverage.wording import ReviewedText
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength
from pipeline.themes.judging import JudgedText

_NOW = r"(?:vanavond|vandaag|(?:op\s+)?deze\s+(?:avond|bijeenkomst))"
_AT_ALL = r"(?!\s+(?:over|aan|ten\s+aanzien)\b)(?![\w-])"
_NOTHING_DECIDED = expression(
    rf"\b(?:er\s+wordt\s+{_NOW}|{_NOW}\s+wordt\s+(?:er\s+)?)\s*(?:nog\s+)?(?:niets\s+besloten|geen\s+besluit(?:en)?\s+genomen){_AT_ALL}"
    rf"|\b(?:(?:wij|we)\s+nemen\s+{_NOW}|{_NOW}\s+nemen\s+(?:wij|we))\s+(?:nog\s+)?geen\s+besluit(?:en)?{_AT_ALL}"
    rf"|\b(?:(?:wij|we)\s+besluiten\s+{_NOW}|{_NOW}\s+besluiten\s+(?:wij|we))\s+(?:nog\s+)?niets{_AT_ALL}",
    re.IGNORECASE,
)
"""Who meets to talk: "Er wordt vanavond niets besloten"."""
_AS_IT_IS = re.compile(
    r"^\W*(?:[\d.]+\s+)?(?:wat\s+(?:hebben|doen)\s+(?:wij|we)\s+(?:nu|al)|wat\s+is\s+er\s+(?:nu|al)|hoe\s+is\s+het\s+nu\s+geregeld"
    r"|(?:de\s+)?huidige\s+(?:situatie|regels|aanpak)|huidig\s+beleid)\b",
    re.IGNORECASE,
)
"""Headings of what there is: "Wat hebben we nu?"."""
_LEANING = expression(
    r"\b(?:denkrichting(?:en)?|voornemens?|denkt\s+aan|denken\s+(?:wij|we)\s+aan|(?:wij|we)\s+denken\s+aan)\b",
    re.IGNORECASE,
)


def nothing_is_decided(passages: Iterable[Passage]) -> bool:
    """Return whether a paper says that nothing is decided on the evening it is for."""
    return any(_NOTHING_DECIDED.search(sentence.text) for passage in passages for sentence in passage.sentences)


def tells_what_there_is(passage: Passage) -> bool:
    """Return whether a passage stands under a heading of what there is already."""
    return bool(passage.section and _AS_IT_IS.match(passage.section[-1]))


def leans(passage: Passage) -> bool:
    """Return whether a passage says to what its writer inclines: "Denkrichting college (nog niet besloten)"."""
    return bool(_LEANING.search(f"{passage.lead_in} {passage.text}"))


def inclined(passage: Passage, judged: JudgedText, acting: float) -> JudgedText:
    """Return the judgement of a passage as an aim, with at least this chance, where it leans to something; what a person judged stays as
    it is."""
    if isinstance(judged, ReviewedText) or not leans(passage):
        return judged
    return replace(judged, strength=Strength.AMBITIE, acting=max(judged.acting, acting))
