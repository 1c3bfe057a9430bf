"""What changed between two days: which municipalities went from which status to which."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.coverage.assessment import PolicyType
from pipeline.coverage.municipality import Status
from pipeline.coverage.standing import Standing
from pipeline.language.municipalities import Municipality

CURRENT = (Status.INTEGRAL, Status.PARTIAL, Status.HOUSING)
"""Statuses of current policy, by type."""


@dataclass(frozen=True, slots=True)
class Move:
    """Municipalities that went from one status to another; None for one that was not there on that day (a merger)."""

    before: Status | None
    after: Status | None
    municipalities: tuple[Municipality, ...]


def counts(day: Standing) -> Counter[Status]:
    """Return how many municipalities have each status."""
    return Counter(position.status for position in day.positions.values())


def outdated_types(day: Standing) -> Counter[PolicyType]:
    """Return of what type the policy of municipalities is whose policy is out of date."""
    return Counter(position.type for position in day.positions.values() if position.status == Status.OUTDATED)


def moves(earlier: Standing, later: Standing) -> list[Move]:
    """Return the municipalities whose status differs between two days, grouped by the change, in the order of the statuses."""
    known = {one.gm_code: one for one in (*earlier.municipalities, *later.municipalities)}
    grouped: dict[tuple[Status | None, Status | None], list[Municipality]] = {}
    for code, one in known.items():
        before, after = _status(earlier, code), _status(later, code)
        if before != after:
            grouped.setdefault((before, after), []).append(one)
    order = [None, *Status]
    return [
        Move(before, after, tuple(sorted(grouped[before, after], key=lambda one: one.name)))
        for before, after in sorted(grouped, key=lambda pair: (order.index(pair[1]), order.index(pair[0])))
    ]


def _status(day: Standing, code: str) -> Status | None:
    return day.positions[code].status if code in day.positions else None


def in_region(found: Sequence[Move], region: str) -> list[Move]:
    """Return the moves of municipalities of one region."""
    within = [
        Move(move.before, move.after, tuple(one for one in move.municipalities if one.region == region))
        for move in found
    ]
    return [move for move in within if move.municipalities]
