"""What reviewers decided on the policy of a municipality, and whether that still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.coverage.assessment import COVERED, PolicyType, policy_type
from pipeline.coverage.municipality import Cell, CellValue, Holding, Position, Status
from pipeline.coverage.verdicts import VERDICT_TYPES, footings, weighed
from pipeline.coverage.wording import ReviewedText
from pipeline.store.decisions import POLICY, THEME, Decision, Grounds, not_withdrawn
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

REOPENED = "heropend"
CORRECTED = "thema verbeterd"
"""Shown where reviewers corrected a theme and gave no verdict on the policy as a whole."""
REVIEWED = {Status.HOUSING, Status.PARTIAL, Status.INTEGRAL}
"""Statuses that a verdict can replace: those of policy in force. A new model may change which of them the machine says."""


@dataclass(frozen=True, slots=True)
class Review:
    """The newest decisions on a municipality, as the tables show them; `machine_status` is the status before they were applied.

    `corrections` are the cells that reviewers corrected, with their reason; `reopened` says in Dutch why the
    newest decision of those that no longer hold does not; `passages` are the keys of the decisions on passages of its papers.
    `outspoken` says that a later correction reopened the verdict, and `footings` what can stand on own footing by a verdict that holds.
    """

    shown: str
    machine_status: Status
    corrections: Mapping[Theme, tuple[CellValue, str]] = field(default_factory=dict)
    reopened: str = ""
    passages: tuple[str, ...] = ()
    outspoken: bool = False
    footings: tuple[frozenset[Theme], ...] = ()

    @property
    def summary(self) -> str:
        """All that was decided, as a text that differs exactly when the decisions do."""
        corrections = (f"{theme}={value}" for theme, (value, _) in self.corrections.items())
        shown = f"{CORRECTED}, {self.shown}" if self.outspoken else self.shown
        return " ".join([shown, *corrections, *self.passages]).strip()


def review(
    positions: Mapping[str, Position], decisions: Iterable[Decision]
) -> tuple[dict[str, Position], dict[str, Review]]:
    """Return the positions with what reviewers overruled, and the review of each municipality, by CBS code.

    A decision holds, whatever a later model says, as long as the policy it was taken on is the same (of a theme all policy in force,
    for on that its cell rests); else it is reopened and overrules nothing.
    """
    of: dict[str, list[Decision]] = {}
    for decision in not_withdrawn(decisions):
        if decision.soort in {POLICY, THEME}:
            of.setdefault(decision.gm_code, []).append(decision)
    reviews = {code: _review(position, of.get(code, ())) for code, position in positions.items()}
    return {code: _overruled(position, reviews[code]) for code, position in positions.items()}, reviews


def grounds_of(position: Position) -> Grounds:
    """Return what a decision on this municipality would rest on now."""
    return Grounds(
        policy={dossier.sha256: dossier.path for dossier in position.policy},
        in_force={dossier.sha256: dossier.path for dossier in position.in_force},
        copies={copy: dossier.sha256 for dossier in position.in_force for copy in dossier.copies},
    )


def _review(position: Position, made: Iterable[Decision]) -> Review:
    """What the decisions on a municipality come to."""
    found = weighed(made, grounds_of(position))
    corrections = {Theme(one.thema): (CellValue(one.oordeel), one.toelichting) for one in found.corrections}
    if found.verdict is None:
        shown = REOPENED if found.reopened else CORRECTED if corrections else ""
    else:
        shown = REOPENED if found.lapsed else found.verdict.oordeel
    own = footings(found.verdict, found.corrections) if found.verdict and not found.lapsed else ()
    return Review(shown, position.status, corrections, found.reopened, outspoken=found.outspoken, footings=tuple(own))


def _overruled(position: Position, found: Review) -> Position:
    corrected = _corrected(position, found.corrections) if found.corrections and position.policy else position
    if not position.current or position.status not in REVIEWED or found.shown not in VERDICT_TYPES:
        return corrected
    kind = VERDICT_TYPES[found.shown]
    overruled = replace(corrected, status=Status(kind.value), type=kind)
    if kind == PolicyType.NONE:
        return _without_policy(overruled, found.shown)
    return replace(overruled, cells=_as_said(overruled, found))


def _as_said(position: Position, found: Review) -> dict[Theme, Cell]:
    """The cells where a verdict leaves no choice: a theme that must stand on own footing is covered, and one that cannot is not, unless
    older policy in force covers it. Of which themes a verdict does not tell, the cells stay as they are."""
    bearing = {dossier.sha256 for dossier in position.policy}
    older = [dossier for dossier in position.in_force if dossier.sha256 not in bearing]
    covered = {theme for dossier in older for theme in dossier.assessment.own_footing}
    cells = dict(position.cells)
    for theme, cell in cells.items():
        must, can = all(theme in own for own in found.footings), any(theme in own for own in found.footings)
        if must and cell.value != CellValue.COVERED:
            cells[theme] = _cell(cell, (CellValue.COVERED, found.shown))
        elif not can and cell.value == CellValue.COVERED and theme not in covered:
            cells[theme] = _cell(cell, (CellValue.DERIVED, found.shown))
    return cells


def _without_policy(position: Position, verdict: str) -> Position:
    """Nothing is covered or current where the policy is not on our subject; its papers stay, for the verdict rests on them."""
    cells = {theme: _cell(cell, (CellValue.NOT_COVERED, verdict)) for theme, cell in position.cells.items()}
    return replace(position, cells=cells, current=False)


def _corrected(position: Position, corrections: Mapping[Theme, tuple[CellValue, str]]) -> Position:
    """The cells as corrected, and the type that follows from them: cells and type tell the same story."""
    cells = {theme: _cell(cell, corrections.get(theme)) for theme, cell in position.cells.items()}
    own = {theme for dossier in position.policy for theme in dossier.assessment.own_footing}
    for theme, (value, _) in corrections.items():
        own = own | {theme} if value == CellValue.COVERED else own - {theme}
    kind = policy_type(own)
    status = Status(kind.value) if position.current else position.status
    return replace(position, cells=cells, type=kind, status=status)


def _cell(cell: Cell, correction: tuple[CellValue, str] | None) -> Cell:
    if correction is None:
        return cell
    value, why = correction
    level = min(cell.level, COVERED - 1) if value == CellValue.NOT_COVERED else max(cell.level, COVERED)
    return replace(cell, value=value, level=level, certainty=1.0, reasons=(("beoordeling", why), *cell.reasons))


def with_passages(reviews: Mapping[str, Review], holdings: Mapping[str, Holding]) -> dict[str, Review]:
    """Return the reviews with the decisions on passages of each municipality's papers."""
    return {code: replace(found, passages=_passages(holdings[code])) for code, found in reviews.items()}


def _passages(held: Holding) -> tuple[str, ...]:
    return tuple(sorted({key for dossier in (*held.own, *held.inherited) for key in dossier.corrected}))


def as_reviewed(judged: JudgedText, decision: Decision | None) -> JudgedText:
    """Return the judgement of a passage as a reviewer corrected it; without a decision as it is."""
    if decision is None:
        return judged
    labels = tuple(theme for theme in Theme if theme in decision.labels)
    strength = Strength(decision.sterkte) if decision.sterkte in set(Strength) else judged.strength
    return ReviewedText(
        labels=labels,
        uncertain=(),
        scores={theme: float(theme in labels) for theme in Theme},
        strength=strength,
        acting=float(strength != Strength.CONTEXT),
        asked=tuple(theme for theme in judged.asked if theme in labels) if strength == judged.strength else (),
        machine=judged,
    )
