"""What a date in a paper is: the day of its adoption, of a meeting, of its publication …, told by the signs around it.

`dagwoorden.csv` gives each sign a weight for each role, learned from the short papers of `corpus/dagen` by `themaspin dagkaart`; its
writers said of every date what it is, and did not know these rules. It is a sum that can be done by hand: the weights of all signs
of a mention, and the role with the highest sum is the likeliest.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from pipeline.foundation.logistic_card import read_table, table_text

TABLE = Path(__file__).parent / "dagwoorden.csv"


class DayRole(StrEnum):
    """What a date is to the paper that names it; the words of `corpus/dagen`."""

    DECIDED = "vaststelling"
    """The paper was decided on that day, or voted on."""
    MEETING = "vergadering"
    """A meeting in which it is dealt with; how that ended is not told there."""
    PAPER = "document"
    """Of this paper or this version: of a letter, of sending, of printing."""
    PUBLISHED = "publicatie"
    IN_FORCE = "inwerking"
    EARLIER = "voorbereiding"
    """An earlier step: a committee, a consultation, the executive before the council."""
    END = "einde"
    OTHER = "ander"
    """Another paper's, a law's, a deadline."""


@dataclass(frozen=True)
class RoleTable:
    """For each sign its weight for each role in the order of DayRole, in log-odds, and where the sums start."""

    start: tuple[float, ...]
    weights: Mapping[str, tuple[float, ...]]

    def chances(self, signs: Iterable[str]) -> dict[DayRole, float]:
        """Return the chance of each role (together 1) of a mention with these signs; unknown signs say nothing."""
        known = [self.weights[sign] for sign in signs if sign in self.weights]
        sums = [math.fsum(column) for column in zip(self.start, *known, strict=True)]
        against_best = [math.exp(one - max(sums)) for one in sums]
        return {role: one / sum(against_best) for role, one in zip(DayRole, against_best, strict=True)}

    def as_table(self) -> str:
        """Return the table as CSV, the start first; `of_table` is its inverse."""
        return table_text(("teken", *DayRole), self.start, dict(sorted(self.weights.items())))


def of_table(text: str) -> RoleTable:
    """Return what `as_table` gave."""
    return RoleTable(*read_table(text))


@cache
def role_table() -> RoleTable:
    """Return the table in use."""
    return of_table(TABLE.read_text(encoding="utf-8"))
