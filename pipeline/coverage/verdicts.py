"""What the decisions on one municipality come to: of a verdict and corrections that speak against each other the newest counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from pipeline.coverage.assessment import PolicyType, policy_type
from pipeline.coverage.municipality import CellValue
from pipeline.foundation.dutch import listed
from pipeline.store.decisions import POLICY, Decision, Grounds, holds, why_reopened
from pipeline.themes.codebook import Theme

VERDICT_TYPES = {
    "bevestigd": PolicyType.HOUSING,
    "toch deels": PolicyType.PARTIAL,
    "toch integraal": PolicyType.INTEGRAL,
    "niet ons onderwerp": PolicyType.NONE,
}
FOOTINGS = tuple(frozenset(themes) for number in range(len(Theme) + 1) for themes in combinations(Theme, number))
"""Every set of themes that policy can have on own footing."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """The newest verdict on the policy of a municipality (None: there is none) and the corrections of its themes that count.

    `lapsed` says in Dutch why the verdict does not hold any more ("": it does), `outspoken` whether a later correction is why.
    `reopened` says of the newest decision that no longer holds what changed ("": all hold).
    """

    verdict: Decision | None
    corrections: tuple[Decision, ...]
    lapsed: str
    outspoken: bool
    reopened: str


def weighed(made: Iterable[Decision], now: Grounds) -> Weighed:
    """Return what the decisions on the policy and the themes of one municipality come to. `made` are in order, without what was withdrawn.

    Only the newest verdict and the newest correction of each theme say something, as long as their evidence is that of now. A correction
    reopens a verdict of before that it speaks against; one of before the verdict does not count where the verdict speaks against it.
    """
    newest: dict[tuple[str, str], Decision] = {}
    for decision in made:
        newest.pop((decision.soort, decision.thema), None)  # so that they stand in the order of the newest
        newest[decision.soort, decision.thema] = decision
    said = list(newest.values())
    changed = [why_reopened(one, now) or "andere stukken" for one in said if not holds(one, now)]
    reopened = changed[-1] if changed else ""
    verdict = newest.get((POLICY, ""))
    corrections = [one for one in said if one.soort != POLICY and one.thema in set(Theme) and holds(one, now)]
    if verdict is None:
        return Weighed(None, tuple(corrections), "", False, reopened)
    if not holds(verdict, now):
        lapsed = f"het bewijs veranderde: {why_reopened(verdict, now) or 'andere stukken'}"
        return Weighed(verdict, tuple(corrections), lapsed, False, reopened)
    place = said.index(verdict)
    later = [one for one in corrections if said.index(one) > place]
    outspoken = not footings(verdict, later)
    fitting: list[Decision] = []
    for one in reversed(corrections[: len(corrections) - len(later)]):
        if footings(verdict, [*([] if outspoken else later), *fitting, one]):
            fitting.append(one)
    lapsed = f"daarna is beoordeeld: {listed([f'{one.thema} {one.oordeel}' for one in later])}" if outspoken else ""
    return Weighed(verdict, (*reversed(fitting), *later), lapsed, outspoken, reopened or lapsed)


def footings(verdict: Decision, corrections: Iterable[Decision]) -> list[frozenset[Theme]]:
    """Return what can stand on own footing where a verdict and corrections of themes all hold; nothing where they speak against each
    other. Of policy that is not on our subject every theme is not covered."""
    said = {Theme(one.thema): CellValue(one.oordeel) for one in corrections}
    kind = VERDICT_TYPES[verdict.oordeel]
    if kind == PolicyType.NONE:
        return [frozenset()] if set(said.values()) <= {CellValue.NOT_COVERED} else []
    return [
        own
        for own in FOOTINGS
        if policy_type(own) == kind
        and all((theme in own) == (value == CellValue.COVERED) for theme, value in said.items())
    ]
