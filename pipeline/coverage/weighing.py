"""The card by which the signs of own footing are weighed: from signs to the chance that a passage stands on its own.

`weegkaart.json` and `weegwoorden.csv` are made by `themaspin weegkaart` from the papers of `corpus/papieren`, whose writers said of
each passage whether it speaks of a theme for its own sake. It is a sum that can be done by hand: each sign times its weight, and the
start number. One sign is what the words say together; the table of words gives the weight of each.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path

from pipeline.coverage.footing_words import WordWeights, of_table
from pipeline.foundation.logistic_card import LogisticCard
from pipeline.store.together import write_together

CARD = Path(__file__).parent / "weegkaart.json"
WORDS = "weegwoorden.csv"
SAID = "wat de woorden zeggen"
"""The sign that the words give, in log-odds; all others go from 0 to 1."""


@dataclass(frozen=True)
class Card(LogisticCard):
    """The weight of each sign of own footing, and the words of the sign `SAID`."""

    words: WordWeights = field(default_factory=WordWeights)

    @cached_property
    def id(self) -> str:
        """A short name that changes with the numbers."""
        numbers = json.dumps([self.start, dict(self.weights), self.words.as_table()], sort_keys=True)
        return hashlib.sha256(numbers.encode()).hexdigest()[:16]

    def chance(self, signs: Mapping[str, float], wording: str) -> float:
        """Return the chance (0 to 1) that a passage with these signs, worded so, states an aim or measure for the theme's own sake."""
        return self.chance_by({**signs, SAID: self.words.odds(wording)})


@cache
def card() -> Card:
    """Return the card in use."""
    return Card.load(CARD, words=of_table((CARD.parent / WORDS).read_text(encoding="utf-8")))


def keep(weights: Card, learned_from: Mapping[str, object]) -> None:
    """Write a card and its words in the place of those in use, with what they were learned from. Raises OSError; then the former
    still stand.
    """
    write_together({CARD: weights.as_json(learned_from), CARD.parent / WORDS: weights.words.as_table()})
    card.cache_clear()
