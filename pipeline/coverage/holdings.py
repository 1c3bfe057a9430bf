"""Which paper counts for which municipality: own papers, those of merged predecessors, regional agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import Holding, years_later
from pipeline.coverage.rules import Rules
from pipeline.documents.paper import PaperKind
from pipeline.language.municipalities import Municipality, by_code, predecessors


@dataclass
class _Piles:
    own: list[Dossier]
    inherited: list[Dossier]
    shown: list[Dossier]


def holdings(
    dossiers: Iterable[Dossier], municipalities: Sequence[Municipality], day: date, rules: Rules
) -> dict[str, Holding]:
    """Return what each municipality holds on `day`, by CBS code; every municipality is there, with or without papers."""
    by_owner: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        for code in dossier.paper.owners.value:
            by_owner.setdefault(code, []).append(dossier)
    return {one.gm_code: _holding(one, by_owner, day, rules) for one in municipalities}


def _holding(one: Municipality, by_owner: dict[str, list[Dossier]], day: date, rules: Rules) -> Holding:
    piles = _Piles([], [], [])
    for dossier in by_owner.get(one.gm_code, ()):
        (piles.shown if _regional(dossier) else piles.own).append(dossier)
    for former in predecessors(one.gm_code):
        if former.valid_until and former.valid_until <= day:
            counts = _went_whole(former, one) and day < years_later(former.valid_until, rules.overgang_jaren)
            for dossier in by_owner.get(former.gm_code, ()):
                (piles.inherited if counts and not _regional(dossier) else piles.shown).append(dossier)
    return Holding(*(_without_twins(pile) for pile in (piles.own, piles.inherited, piles.shown)))


def _regional(dossier: Dossier) -> bool:
    return dossier.paper.kind.value == PaperKind.REGIONAL_AGREEMENT


def _went_whole(former: Municipality, heir: Municipality) -> bool:
    """Whether all of `former` is now in `heir`; of a municipality that was split the papers are only shown."""
    if len(former.successors) != 1:
        return False
    next_one = by_code(former.successors[0])
    return next_one == heir or _went_whole(next_one, heir)


def _without_twins(pile: Iterable[Dossier]) -> tuple[Dossier, ...]:
    return tuple({dossier.sha256: dossier for dossier in pile}.values())
