"""Rules as lists of words: how a list becomes one expression.

A word is a piece of a regular expression with its meaning beside it in a comment; a space in it stands for any white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable


def any_of(words: Iterable[str]) -> str:
    """One group that matches any of the words."""
    return "(?:" + "|".join(word.replace(" ", r"\s+") for word in words) + ")"


def whole(words: Iterable[str]) -> re.Pattern[str]:
    """Finds any of the words as a whole word, without regard to case."""
    return re.compile(rf"\b{any_of(words)}\b", re.IGNORECASE)
