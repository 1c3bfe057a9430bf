"""A municipality at a peildatum: its status, the type of its policy, and one cell per theme.

Rules: domain, "A municipality at a peildatum". Only what is dated on or before the peildatum is seen.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from pipeline.coverage.assessment import COVERED, PolicyType, ThemeFinding, policy_type, together
from pipeline.coverage.dossier import ENDED, Dossier
from pipeline.coverage.rules import Rules
from pipeline.coverage.succession import in_force, names, withdrawn
from pipeline.coverage.trail import Trail
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.documents.validity import years_later
from pipeline.themes.codebook import Theme


class Status(StrEnum):
    """Where a municipality stands; the words of column `status`, in the order in which they are tried."""

    INTEGRAL = "integraal"
    PARTIAL = "deels"
    HOUSING = "huisvesting"
    IN_DEVELOPMENT = "in_ontwikkeling"
    OUTDATED = "verouderd"
    NONE = "geen"
    UNREADABLE = "onleesbaar"
    NO_PAPERS = "geen_documenten"


class CellValue(StrEnum):
    """What a cell of the matrix says; never a silent "no"."""

    COVERED = "gedekt"
    DERIVED = "afgeleid"
    NOT_COVERED = "niet gedekt"
    UNCERTAIN = "onzeker"
    UNREADABLE = "onleesbaar"
    NO_PAPERS = "geen documenten"


@dataclass(frozen=True, slots=True)
class Cell:
    """One theme of one municipality: `level` 0 to 3, `certainty` 0 to 1.

    `reasons` pair a paper's path with the rule that held there, in Dutch words with page numbers; `passages` pair it with the
    number of each passage that bears it.
    """

    value: CellValue
    level: int
    certainty: float
    reasons: tuple[tuple[str, str], ...] = ()
    passages: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Holding:
    """The papers of one municipality: `own`, those of predecessors that count for it, and those that are only shown with it.

    `shown` holds regional agreements and papers of predecessors that were split.
    """

    own: Sequence[Dossier] = ()
    inherited: Sequence[Dossier] = ()
    shown: Sequence[Dossier] = ()


@dataclass(frozen=True, slots=True)
class Position:
    """A municipality at a peildatum. `policy` are the papers its type rests on, newest first; `seen` all papers about it, by path;
    `in_force` all its policy that holds on that day, on which its cells rest."""

    status: Status
    type: PolicyType
    current: bool
    cells: Mapping[Theme, Cell]
    policy: tuple[Dossier, ...]
    seen: tuple[Dossier, ...]
    in_force: tuple[Dossier, ...]

    @property
    def beside(self) -> tuple[Dossier, ...]:
        """The older policy that holds beside what is current, newest first: cells rest on it, status and type do not."""
        bearing = {dossier.sha256 for dossier in self.policy}
        return tuple(dossier for dossier in self.in_force if dossier.sha256 not in bearing)


def position(
    holding: Holding, day: date, rules: Rules, followed: Mapping[tuple[str, int], Trail] = MappingProxyType({})
) -> Position:
    """Return where a municipality stands on `day`; `followed` are the trails of motions, by path and place."""
    about = (*holding.own, *holding.inherited, *holding.shown)
    seen = tuple(sorted((dossier for dossier in about if dossier.seen_on(day)), key=lambda dossier: dossier.path))
    policy = _policy_in_force(holding, day)
    current = [dossier for dossier in policy if _adopted(dossier) >= rules.actueel_vanaf]
    bearing = current or policy
    kind = policy_type(_own_footing(bearing)) if bearing else PolicyType.NONE
    status = Status(kind.value) if current else _status_without_current(holding, policy, seen, day, rules, followed)
    return Position(status, kind, bool(current), _cells(policy, seen, status), tuple(bearing), seen, tuple(policy))


def _policy_in_force(holding: Holding, day: date) -> list[Dossier]:
    """Return the policy in force, newest first: own policy, else that of predecessors that went whole into this municipality."""
    own = [dossier for dossier in in_force(holding.own, day) if dossier.is_policy]
    chosen = own or [dossier for dossier in in_force(holding.inherited, day, holding.own) if dossier.is_policy]
    return sorted(chosen, key=lambda dossier: (_adopted(dossier), dossier.path), reverse=True)


def _adopted(dossier: Dossier) -> date:
    """The day of adoption; without a date the day its PDF was made, so that what may be current is not left out."""
    return dossier.there_by or date.min


def _own_footing(dossiers: Iterable[Dossier]) -> set[Theme]:
    return {theme for dossier in dossiers for theme in dossier.assessment.own_footing}


def _status_without_current(
    holding: Holding,
    policy: Sequence[Dossier],
    seen: Sequence[Dossier],
    day: date,
    rules: Rules,
    followed: Mapping[tuple[str, int], Trail],
) -> Status:
    coming = [dossier for dossier in (*holding.own, *holding.inherited) if _announces(dossier, day, rules, followed)]
    if any(not _is_over(dossier, holding, day) for dossier in coming):
        return Status.IN_DEVELOPMENT
    if policy:
        return Status.OUTDATED
    if any(dossier.readable for dossier in seen):
        return Status.NONE
    return Status.UNREADABLE if any(not dossier.readable for dossier in seen) else Status.NO_PAPERS


def _announces(dossier: Dossier, day: date, rules: Rules, followed: Mapping[tuple[str, int], Trail]) -> bool:
    """A draft, a recent paper that announces policy, or an adopted motion that asks for a policy paper and is not refused."""
    paper = dossier.paper
    theirs = paper.about.value or (paper.announces_theirs and paper.kind.value is not PaperKind.MOTION)
    if not dossier.readable or not dossier.seen_on(day) or not theirs or paper.calls_off:
        return False
    if paper.kind.value == PaperKind.MOTION:
        return any(followed.get((one.path, one.place), Trail(one, ())).asks_policy for one in dossier.motions)
    if paper.holds_policy and paper.about.value and paper.status.value is PaperStatus.DRAFT:
        return True
    announces = paper.announces.value or paper.status.value == PaperStatus.ANNOUNCED
    on = dossier.there_by
    return announces and (on is None or day <= years_later(on, rules.aankondiging_jaren))


def _is_over(announcer: Dossier, holding: Holding, day: date) -> bool:
    """Whether what a paper announced came since, was called off, or was withdrawn by the name of the draft that it is."""
    draft = announcer.paper.holds_policy and announcer.paper.status.value in {PaperStatus.DRAFT, PaperStatus.ANNOUNCED}
    return (
        _came(announcer, holding, day)
        or _called_off(announcer, holding, day)
        or (draft and withdrawn(announcer, (*holding.own, *holding.inherited), day))
        or (draft and _was_adopted_as_it_is(announcer, holding, day))
    )


def _was_adopted_as_it_is(draft: Dossier, holding: Holding, day: date) -> bool:
    """Whether a draft that gives no day lies beside the paper that came of it: one with its title that says the same of every theme, in
    the same passages."""
    return draft.moment is None and any(
        dossier is not draft
        and dossier.is_policy
        and dossier.seen_on(day)
        and dossier.paper.status.value in {PaperStatus.ADOPTED, *ENDED}
        and names(draft.paper.title.value, dossier)
        and _borne_by(draft) == _borne_by(dossier)
        for dossier in (*holding.own, *holding.inherited)
    )


def _borne_by(dossier: Dossier) -> list[tuple[int, bool, tuple[int, ...]]]:
    """What a paper says of each theme, and in which passages."""
    findings = (dossier.assessment.findings[theme] for theme in Theme)
    return [(finding.level, finding.own_footing, tuple(finding.passages)) for finding in findings]


def _came(announcer: Dossier, holding: Holding, day: date) -> bool:
    """Whether the policy that a paper announced is there since: a policy paper of its own that was adopted later."""
    return announcer.moment is not None and any(
        dossier.is_policy
        and dossier.seen_on(day)
        and dossier.paper.status.value in {PaperStatus.ADOPTED, *ENDED}
        and dossier.moment is not None
        and dossier.moment > announcer.moment
        for dossier in (*holding.own, *holding.inherited)
    )


def _called_off(announcer: Dossier, holding: Holding, day: date) -> bool:
    """Whether a later paper says that what was announced will not come."""
    return announcer.moment is not None and any(
        dossier.paper.calls_off
        and dossier.seen_on(day)
        and dossier.moment is not None
        and dossier.moment > announcer.moment
        for dossier in (*holding.own, *holding.inherited)
    )


def _cells(policy: Sequence[Dossier], seen: Sequence[Dossier], status: Status) -> dict[Theme, Cell]:
    if status == Status.NO_PAPERS:
        return dict.fromkeys(Theme, Cell(CellValue.NO_PAPERS, 0, 0.0))
    if status == Status.UNREADABLE:
        reasons = tuple((dossier.path, dossier.reason) for dossier in seen if not dossier.readable)
        return dict.fromkeys(Theme, Cell(CellValue.UNREADABLE, 0, 0.0, reasons))
    return {theme: _cell(theme, policy) for theme in Theme}


def _cell(theme: Theme, policy: Sequence[Dossier]) -> Cell:
    findings = [dossier.assessment.findings[theme] for dossier in policy]
    level = max((finding.level for finding in findings), default=0)
    reasons = tuple(
        (dossier.path, finding.reason)
        for dossier, finding in zip(policy, findings, strict=True)
        if finding.passages or finding.uncertain
    )
    value = _value(
        level, any(finding.own_footing for finding in findings), any(finding.uncertain for finding in findings)
    )
    passages = tuple(
        (dossier.path, number) for dossier, finding in zip(policy, findings, strict=True) for number in finding.passages
    )
    return Cell(value, level, _certainty(value, level, findings), reasons, passages)


def _certainty(value: CellValue, level: int, findings: Sequence[ThemeFinding]) -> float:
    """The chance that at least one passage that bears the cell is rightly labelled, in whatever paper it stands: of a covered one those of
    papers with the theme on own footing, else those of papers that reach its level."""
    if value == CellValue.COVERED:
        bearing = [finding for finding in findings if finding.own_footing]
    else:
        bearing = [finding for finding in findings if level and finding.level == level]
    return together(finding.certainty for finding in bearing)


def _value(level: int, own: bool, uncertain: bool) -> CellValue:
    if own:
        return CellValue.COVERED
    if level >= COVERED:
        return CellValue.DERIVED
    return CellValue.UNCERTAIN if uncertain else CellValue.NOT_COVERED
