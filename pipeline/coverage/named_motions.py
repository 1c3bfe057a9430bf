"""Which of the motions that are known a paper means that names one by neither number nor quoted title.

Its title stands behind the word as it is; or the day is that motion's and it asks for what the paper speaks of. Where two motions of a
day fit as well, none is meant for certain.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from pipeline.coverage.dossier import Dossier
from pipeline.documents.own_motion import words_of
from pipeline.documents.paper import MotionCitation

SHORTEST_TITLE = 12
"""Characters of the shortest title, of two words or more, by which a motion is known without quotes."""
_SAME_START = 7
"""Letters by which two words are taken for forms of one."""
_SAYS_NOTHING = re.compile(
    r"gemeent|college|verzoek|raadsle|indiene|overweg|constat|vergade|besluit|wethoud|inwoner|motione|gevraag|aangeno|opgerop|onderwe|opdrach"
    r"|wanneer|mogelij|brabant|uitvoer|beantwo|voorste|fractie"
)
"""Beginnings of words that stand in letters on any motion."""


def meant(citation: MotionCitation, title: str, motions: Sequence[Dossier]) -> list[Dossier]:
    """Return which of the motions that a paper with this title may mean it does mean by a loose citation; by a day at most one."""
    behind = f" {words_of(citation.title)} "
    if titled := [one for one in motions if _stands_in(one, behind)]:
        return [one for one in titled if not any(_is_part_of(one, other) for other in titled)]
    of_day = [one for one in motions if citation.date and _day(one) == citation.date]
    said = _beginnings(f"{citation.text} {title}")
    shared = {id(one): len(said & _beginnings(_text(one))) for one in of_day}
    most = max(shared.values(), default=0)
    best = [one for one in of_day if most and shared[id(one)] == most]
    return best if len(best) == 1 else []


def _stands_in(motion: Dossier, behind: str) -> bool:
    words = _known_by(motion)
    return " " in words and len(words) >= SHORTEST_TITLE and f" {words} " in behind


def _is_part_of(one: Dossier, other: Dossier) -> bool:
    """Whether the title of one motion stands within that of another."""
    return _known_by(one) != _known_by(other) and f" {_known_by(one)} " in f" {_known_by(other)} "


def _known_by(motion: Dossier) -> str:
    return _ARTICLE.sub("", title_words(motion.paper.title.value))


def _day(motion: Dossier) -> date | None:
    return (motion.paper.motion and motion.paper.motion.date) or motion.there_by


def _text(motion: Dossier) -> str:
    requests = motion.paper.motion.requests if motion.paper.motion else ()
    return " ".join((motion.paper.title.value, *requests))


@lru_cache(maxsize=4096)
def _beginnings(text: str) -> frozenset[str]:
    words = re.findall(rf"[^\W\d_]{{{_SAME_START},}}", text.lower())
    return frozenset(word[:_SAME_START] for word in words if not _SAYS_NOTHING.match(word))


_ARTICLE = re.compile(r"^(?:een|de|het)\s+")
"""In front of a title, where it may be left out."""
_HEAD = re.compile(
    r"^\W*(?:(?:gewijzigde\s+)?motie\w*\b)?\s*(?:vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?\W*"
    r"(?:(?:nr\.?|nummer)\s*)?(?:[A-Z]{0,3}[-. ]?\d[\w./-]*)?\W*",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def title_words(title: str) -> str:
    """Return the words of a motion's title, in lower case, without "Motie 13a" in front."""
    return words_of(_HEAD.sub("", title, count=1))
