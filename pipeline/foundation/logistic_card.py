"""A card: what is weighed, sign by sign, to a chance. It is a sum that can be done by hand: each sign times its weight, and the start.

On disk a card is JSON with, before the numbers, what they were learned from. Beside it may lie a table (CSV) with the weights of words,
the start of their sum first.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar, Self

START = "(begin)"
"""The row of a table with where the sum starts."""
Numbers = Sequence[float]


@dataclass(frozen=True)
class LogisticCard:
    """Log-odds: `start`, and each sign times its weight."""

    start: float
    weights: Mapping[str, float]

    STORED: ClassVar[Mapping[str, str]] = {"start": "begin", "weights": "gewichten"}
    """Under which name each field stands in the file, in that order; what is not in it lies beside the card."""

    def chance_by(self, signs: Mapping[str, float]) -> float:
        """Return the chance (0 to 1) of what has these signs; one without a weight says nothing."""
        total = self.start + math.fsum(self.weights.get(sign, 0.0) * value for sign, value in signs.items())
        return 1 / (1 + math.exp(-total))

    @classmethod
    def load(cls, path: Path, **beside: Any) -> Self:
        """Return the card in a file that `as_json` gave; `beside` are the fields that do not stand in it."""
        stored = json.loads(path.read_text(encoding="utf-8"))
        return cls(**{field: stored[name] for field, name in cls.STORED.items()}, **beside)

    def as_json(self, learned_from: Mapping[str, object]) -> str:
        """Return the card as it is stored, with what it was learned from."""
        numbers = {name: getattr(self, field) for field, name in self.STORED.items()}
        return json.dumps({"geleerd": dict(learned_from), **numbers}, ensure_ascii=False, indent=2) + "\n"


def files_id(*paths: Path) -> str:
    """Return a short name that changes with what stands in the files of a card."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:16]


def table_text(head: Sequence[str], start: Numbers, weights: Mapping[str, Numbers]) -> str:
    """Return a table of weights as CSV: the head, the start, and a row for each word; `read_table` is its inverse."""
    rows = [(START, *start), *((word, *numbers) for word, numbers in weights.items())]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows([head, *rows])
    return written.getvalue()


def read_table(text: str) -> tuple[tuple[float, ...], dict[str, tuple[float, ...]]]:
    """Return the start and the weights that `table_text` wrote."""
    _, (_, *start), *rows = csv.reader(io.StringIO(text))
    return _numbers(start), {word: _numbers(cells) for word, *cells in rows}


def _numbers(cells: Sequence[str]) -> tuple[float, ...]:
    return tuple(map(float, cells))
