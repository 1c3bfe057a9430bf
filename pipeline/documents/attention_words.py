"""How much the words of a text, each by itself, are those of papers on labour migrants.

Such papers may never name them: they speak of guests, of pluckers, of those who come for a season. What they have in common are the
words around that: agency, bed, register, harvest. `overwoorden.csv` has a weight for each word that three writers or more used, in
papers on labour migrants and on other things; it is made by `themaspin overkaart`. Names (words with a capital) are no signs.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.foundation.logistic_card import read_table, table_text
from pipeline.language.passages import Passage

TABLE = Path(__file__).parent / "overwoorden.csv"
HEAD = ("woord", "gewicht")
TOLD = 5
"""So many words are named to a reader who asks why."""
_WORD = re.compile(r"(?<![\w-])[a-zà-ÿ][a-zà-ÿ-]{2,}")


def words_of(passages: Sequence[Passage]) -> frozenset[str]:
    """Return the words of a text, each once: those of three letters or more that begin with a small one."""
    return frozenset(word for passage in passages for word in _WORD.findall(passage.text))


@dataclass(frozen=True, slots=True)
class SubjectWords:
    """Log-odds of a text by its words: `start`, and the weights of its known words together over the root of their number."""

    weights: Mapping[str, float]
    start: float

    def odds(self, words: frozenset[str]) -> float:
        """Return the log-odds that a text with these words is about labour migrants."""
        known = [self.weights[word] for word in words if word in self.weights]
        return self.start + math.fsum(known) / math.sqrt(max(len(known), 1))

    def telling(self, words: frozenset[str]) -> list[str]:
        """Return the words that say most that a text is about labour migrants, at most `TOLD`, most first."""
        known = sorted((-self.weights[word], word) for word in words if self.weights.get(word, 0.0) > 0)
        return [word for _, word in known[:TOLD]]

    def as_table(self) -> str:
        """Return the words as CSV, the start first; `of_table` is its inverse."""
        return table_text(HEAD, (self.start,), {word: (weight,) for word, weight in sorted(self.weights.items())})


def of_table(text: str) -> SubjectWords:
    """Return the words of a table that `as_table` gave."""
    (start,), words = read_table(text)
    return SubjectWords({word: weight for word, (weight,) in words.items()}, start)


@cache
def subject_words() -> SubjectWords:
    """Return the table in use."""
    return of_table(TABLE.read_text(encoding="utf-8"))
