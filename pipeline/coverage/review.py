"""What reviewers decided on the policy of a municipality, and whether that still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipeline.coverage.assessment import PolicyType
from pipeline.coverage.municipality import Position, Status
from pipeline.store.decisions import Decision

REOPENED = "heropend"
OVERRULED = {
    "toch deels": (Status.PARTIAL, PolicyType.PARTIAL),
    "toch integraal": (Status.INTEGRAL, PolicyType.INTEGRAL),
    "niet ons onderwerp": (Status.NONE, PolicyType.NONE),
}


@dataclass(frozen=True, slots=True)
class Review:
    """The newest decision on a municipality, as the tables show it; `machine_status` is the status before it was applied."""

    shown: str
    machine_status: Status


def review(
    positions: Mapping[str, Position], decisions: Iterable[Decision]
) -> tuple[dict[str, Position], dict[str, Review]]:
    """Return the positions with what reviewers overruled, and the review of each municipality, by CBS code.

    A decision holds as long as the policy it was taken on is the same; else it is reopened and overrules nothing.
    """
    newest = {decision.gm_code: decision for decision in decisions}
    reviews = {code: _review(position, newest.get(code)) for code, position in positions.items()}
    return {code: _overruled(position, reviews[code].shown) for code, position in positions.items()}, reviews


def evidence_of(position: Position) -> tuple[str, ...]:
    """Return the files (SHA-256) that a decision on this municipality rests on."""
    return tuple(sorted(dossier.sha256 for dossier in position.policy))


def _review(position: Position, decision: Decision | None) -> Review:
    if decision is None:
        return Review("", position.status)
    holds = tuple(sorted(decision.bewijs)) == evidence_of(position)
    return Review(decision.oordeel if holds else REOPENED, position.status)


def _overruled(position: Position, shown: str) -> Position:
    if position.status != Status.HOUSING or shown not in OVERRULED:
        return position
    status, kind = OVERRULED[shown]
    return replace(position, status=status, type=kind)
