"""The card by which the signs of own footing are weighed: from signs to the chance that a passage stands on its own.

`weegkaart.json` and `weegwoorden.csv` are made by `themaspin weegkaart` from the papers of `corpus/papieren`, whose writers said of
each passage whether it speaks of a theme for its own sake. It is a sum that can be done by hand: each sign times its weight, and the
start number. One sign is what the words say together; the table of words gives the weight of each.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from pipeline.coverage.footing_words import WordWeights, of_table
from pipeline.store.together import write_together

CARD = Path(__file__).parent / "weegkaart.json"
WORDS = "weegwoorden.csv"
SAID = "wat de woorden zeggen"
"""The sign that the words give, in log-odds; all others go from 0 to 1."""


@dataclass(frozen=True)
class Card:
    """The weight of each sign, in log-odds, where the sum starts, and the words of the sign `SAID`."""

    start: float
    weights: Mapping[str, float]
    words: WordWeights = field(default_factory=WordWeights)

    @cached_property
    def id(self) -> str:
        """A short name that changes with the numbers."""
        numbers = json.dumps([self.start, dict(self.weights), self.words.as_table()], sort_keys=True)
        return hashlib.sha256(numbers.encode()).hexdigest()[:16]

    def chance(self, signs: Mapping[str, float], wording: str) -> float:
        """Return the chance (0 to 1) that a passage with these signs, worded so, states an aim or measure for the theme's own sake."""
        seen = {**signs, SAID: self.words.odds(wording)}
        total = self.start + math.fsum(self.weights[sign] * value for sign, value in seen.items())
        return 1 / (1 + math.exp(-total))


@cache
def card() -> Card:
    """Return the card in use."""
    stored = json.loads(CARD.read_text(encoding="utf-8"))
    words = of_table((CARD.parent / WORDS).read_text(encoding="utf-8"))
    return Card(stored["begin"], stored["gewichten"], words)


def keep(weights: Card, learned_from: Mapping[str, object]) -> None:
    """Write a card and its words in the place of those in use, with what they were learned from. Raises OSError; then the former
    still stand.
    """
    stored = {"geleerd": dict(learned_from), "begin": weights.start, "gewichten": dict(weights.weights)}
    write_together(
        {
            CARD: json.dumps(stored, ensure_ascii=False, indent=2) + "\n",
            CARD.parent / WORDS: weights.words.as_table(),
        }
    )
    card.cache_clear()
