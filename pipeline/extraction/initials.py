"""Initials: a large first letter that a designer sets over several lines, put back in front of the word that it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.extraction.words import Word

LARGER = 1.6
"""Times the size of the text beside it from which a letter is an initial."""
NEAR = 0.45
"""Ems of the initial within which its word begins."""
OVERLAP = 0.1
"""Ems of the initial by which its word may begin over it: an A leans away."""
MOST = 100
"""Capitals by themselves on a page above which they are marks in a table or letters of a drawing; no designer sets so many initials."""
_INITIAL = re.compile(r"[„“‘\"'«]?[^\W\d_]")
_GOES_ON = re.compile(r"[^\W\d_A-Z]|[A-Z]{2}")
"""How the rest of a word begins: in small letters, or with the whole first line in capitals."""
_AFTER_U = re.compile(r"(?:it|w\b|tr|r[ei]n|rg|ni)")
"""What follows a U that begins a word; else it is a word itself, "u"."""


def with_initials(words: Sequence[Word]) -> list[Word]:
    """Return the words of a page with each initial joined to its word, at the place of both."""
    initials = [word for word in words if _is_initial(word)]
    if len(initials) > MOST:
        return list(words)
    placed = list(words)
    for initial in initials:
        rest = min(
            (word for word in placed if _stands_beside(word, initial)), key=lambda word: word.baseline, default=None
        )
        if rest is not None and _GOES_ON.match(rest.text):
            placed[placed.index(rest)] = rest._replace(text=_joined(initial.text, rest.text), x0=initial.x0)
            placed.remove(initial)
    return placed


def _is_initial(word: Word) -> bool:
    return word.text[-1:].isupper() and _INITIAL.fullmatch(word.text) is not None


def _stands_beside(word: Word, initial: Word) -> bool:
    em = initial.size
    if word is initial or em < LARGER * word.size:
        return False
    return -OVERLAP * em <= word.x0 - initial.x1 <= NEAR * em and initial.top <= word.middle[1] <= initial.bottom


def _joined(initial: str, rest: str) -> str:
    apart = initial[-1] == "U" and not _AFTER_U.match(rest.lower())
    return f"{initial} {rest}" if apart else initial + rest
