"""Which paper counts for which municipality: own papers, those of merged predecessors, regional agreements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.coverage.adopting import as_adopted
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.municipality import Holding
from pipeline.coverage.rules import Rules
from pipeline.documents.paper import PaperKind
from pipeline.documents.validity import years_later
from pipeline.language.municipalities import Municipality, by_code, predecessors


@dataclass
class _Piles:
    own: list[Dossier]
    inherited: list[Dossier]
    shown: list[Dossier]


def holdings(
    dossiers: Sequence[Dossier], municipalities: Sequence[Municipality], day: date, rules: Rules
) -> dict[str, Holding]:
    """Return what each municipality holds on `day`, by CBS code; every municipality is there, with or without papers."""
    by_owner: dict[str, list[Dossier]] = {}
    for dossier in dossiers:
        for code in dossier.paper.owners.value:
            by_owner.setdefault(code, []).append(dossier)
    _show_to_region(by_owner, dossiers, municipalities, rules.regio_deel)
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
    piles.shown.extend(_of_heirs(one, by_owner, day))
    own, inherited, shown = (_without_twins(pile) for pile in (piles.own, piles.inherited, piles.shown))
    return Holding(as_adopted(own, day), as_adopted(inherited, day, own), shown)


def _show_to_region(
    by_owner: dict[str, list[Dossier]],
    dossiers: Iterable[Dossier],
    municipalities: Sequence[Municipality],
    share: float,
) -> None:
    """An agreement of a region that names but a few of its municipalities (who took the lead) is shown with all of them."""
    members: dict[str, list[str]] = {}
    for one in municipalities:
        members.setdefault(one.region or "", []).append(one.gm_code)
    for dossier in dossiers:
        everyone = members.get(dossier.paper.region.value or "-", [])
        listed = set(everyone) & set(dossier.paper.owners.value)
        if _regional(dossier) and len(listed) < share * len(everyone):
            for code in set(everyone) - listed:
                by_owner.setdefault(code, []).append(dossier)


def _of_heirs(one: Municipality, by_owner: Mapping[str, list[Dossier]], day: date) -> list[Dossier]:
    """Regional agreements without a date whose members are those of today: before a merger, those who merged were the members."""
    coming = [by_code(code) for code in one.successors]
    return [
        dossier
        for heir in coming
        if not heir.exists_on(day)
        for dossier in by_owner.get(heir.gm_code, ())
        if _regional(dossier) and dossier.moment is None
    ]


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
