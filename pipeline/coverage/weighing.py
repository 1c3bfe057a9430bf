"""The card by which the signs of own footing are weighed: from signs to the chance that a passage stands on its own.

`weegkaart.json` is made by `themaspin weegkaart` from the papers of `corpus/papieren`, whose writers said of each passage whether
it speaks of a theme for its own sake. It is a sum that can be done by hand: each sign times its weight, and the start number.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

CARD = Path(__file__).parent / "weegkaart.json"


@dataclass(frozen=True, slots=True)
class Card:
    """The weight of each sign, in log-odds, and where the sum starts."""

    start: float
    weights: Mapping[str, float]

    @property
    def id(self) -> str:
        """A short name that changes with the numbers."""
        numbers = json.dumps([self.start, dict(self.weights)], sort_keys=True)
        return hashlib.sha256(numbers.encode()).hexdigest()[:16]

    def chance(self, signs: Mapping[str, float]) -> float:
        """Return the chance (0 to 1) that a passage with these signs states an aim or measure for the theme's own sake."""
        total = self.start + math.fsum(self.weights[sign] * value for sign, value in signs.items())
        return 1 / (1 + math.exp(-total))


@cache
def card() -> Card:
    """Return the card in use."""
    stored = json.loads(CARD.read_text(encoding="utf-8"))
    return Card(stored["begin"], stored["gewichten"])


def keep(weights: Card, learned_from: Mapping[str, object]) -> None:
    """Write a card in the place of the one in use, with what it was learned from. Raises OSError; then that one still stands."""
    stored = {"geleerd": dict(learned_from), "begin": weights.start, "gewichten": dict(weights.weights)}
    temporary = CARD.with_suffix(".json.nieuw")
    temporary.write_text(json.dumps(stored, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    temporary.replace(CARD)
    card.cache_clear()
