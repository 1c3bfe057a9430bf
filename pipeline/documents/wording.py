"""Rules as lists of words: how a list becomes one expression.

A word is a piece of a regular expression with its meaning beside it in a comment; a space in it stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.language.needed_words import Expression, expression

LEAD_IN = 300
"""Characters before a place that any rule on what stands right before it may look back: no rule needs more, and a text without end that
names something at every step would else be read from its start each time."""
NEXT_SENTENCE = expression(r"(?<=[.;])\s+(?=[A-Z])")
"""Between two sentences, or parts of one that a semicolon parts."""

PAPER_WORD = (
    r"(?:\w*nota|\w*notitie|\w*visie|\w*beleid\w*|\w*regels?|\w*regeling|\w*verordening|\w*kader"
    r"|\w*programma|\w*plan|\w*convenant|\w*overeenkomst"
    r"|\w*afspraken|\w*aanpak|\w*besluit|\w*richtlijn\w*|\w*protocol|handreiking|leidraad|\w*agenda)"
)
"""What papers call themselves."""
POINT = r"(?:\w{1,2}[.)]|[•▪–*-])"
"""What stands before a point of a decision or an item of a list."""
ROW = re.compile(r"[^:;]{1,30}: [^;]+; [^:;]{1,30}: ")
"""How a row of a table under its heads begins: "Nr.: 17; Actie: …"."""


def any_of(words: Iterable[str]) -> str:
    """One group that matches any of the words."""
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + ")"


def whole(words: Iterable[str]) -> Expression:
    """Finds any of the words as a whole word, without regard to case."""
    return expression(rf"\b{any_of(words)}\b", re.IGNORECASE)


def lead_in(text: str, place: int) -> str:
    """What stands right before a place in a text: at most `LEAD_IN` characters."""
    return text[max(0, place - LEAD_IN) : place]
