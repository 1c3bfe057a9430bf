"""Why policy of a municipality holds no longer on a day: by its own words, by a later paper, or because what a predecessor left ended."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from pipeline.coverage.dossier import ENDED, Dossier
from pipeline.coverage.municipality import Holding, Position
from pipeline.coverage.succession import in_force, names
from pipeline.documents.paper import PaperStatus


class Because(StrEnum):
    """Why policy ended; the words before the day, or the paper, that `PolicyEnd` names."""

    TERM = "geldig tot"
    STAMPED = "draagt zelf dat het niet meer geldt"
    REPLACED = "vervangen door"
    WITHDRAWN = "ingetrokken door"
    ANNULLED = "vernietigd volgens"
    TOLD = "niet meer geldend volgens"
    NOT_EXTENDED = "niet verder verlengd dan in"
    OWN_POLICY = "van een voorganger, en er is nu eigen beleid"
    PREDECESSOR = "van een opgegane gemeente, telt niet (meer) mee"


@dataclass(frozen=True, slots=True)
class PolicyEnd:
    """Why a paper ended, with the first day on which it held no longer where the reason names one, and the path of the paper by which it
    did; "" where there is none."""

    because: Because
    day: date | None = None
    by: str = ""

    @property
    def words(self) -> str:
        """All of it in Dutch, the day in ISO: "geldig tot 2020-03-04", "vervangen door Someren/nota.pdf"."""
        return " ".join(filter(None, (self.because.value, self.day.isoformat() if self.day else "", self.by)))


def policy_ends(holding: Holding, position: Position, day: date) -> dict[str, PolicyEnd]:
    """Return why each policy that was adopted for a municipality by `day`, and is not in force on it, ended; by SHA-256."""
    held = {dossier.sha256 for dossier in position.in_force}
    whole = (*holding.own, *holding.inherited)
    piles = (
        (holding.shown, (*whole, *holding.shown), PolicyEnd(Because.PREDECESSOR)),
        (holding.inherited, whole, PolicyEnd(Because.OWN_POLICY)),
        (holding.own, holding.own, None),
    )
    ends = {
        dossier.sha256: _end(dossier, enders, day) or otherwise
        for pile, enders, otherwise in piles
        for dossier in pile
        if _was_policy(dossier, held, day)
    }
    return {sha: end for sha, end in ends.items() if end is not None}


def _was_policy(dossier: Dossier, held: Iterable[str], day: date) -> bool:
    adopted = dossier.paper.status.value in {PaperStatus.ADOPTED, *ENDED}
    return dossier.is_policy and adopted and dossier.seen_on(day) and dossier.sha256 not in held


def _end(dossier: Dossier, papers: Iterable[Dossier], day: date) -> PolicyEnd | None:
    """Its own words go before those of others; of several papers the first that ended it."""
    until = dossier.paper.valid_until.value
    if not dossier.in_force_on(day):
        return PolicyEnd(Because.TERM, until) if until and until <= day else PolicyEnd(Because.STAMPED)
    others = [one for one in papers if one is not dossier and _speaks_of_others(one)]
    enders = [one for one in others if not in_force((dossier,), day, (one,))]
    if not enders:
        return None
    first = min(enders, key=lambda one: (one.there_by or date.max, one.path))
    return PolicyEnd(_because(first, dossier), None, first.path)


def _speaks_of_others(dossier: Dossier) -> bool:
    paper = dossier.paper
    return bool(paper.replaces.value or paper.annuls or paper.ends_told or paper.extends)


def _because(ender: Dossier, ended: Dossier) -> Because:
    """By what of a paper another ended; a paper may end one, and tell of the end of another."""
    paper = ender.paper
    if any(names(title, ended) for title in paper.replaces.value):
        return Because.REPLACED if ender.is_policy else Because.WITHDRAWN
    if any(names(annulment.title, ended) for annulment in paper.annuls):
        return Because.ANNULLED
    return Because.TOLD if any(names(ending.title, ended) for ending in paper.ends_told) else Because.NOT_EXTENDED


def ends_of(
    holdings: Mapping[str, Holding], positions: Mapping[str, Position], day: date
) -> dict[str, dict[str, PolicyEnd]]:
    """Return `policy_ends` of each municipality, by CBS code."""
    return {code: policy_ends(holdings[code], position, day) for code, position in positions.items()}
