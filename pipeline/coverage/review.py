"""What reviewers decided on the policy of a municipality, and whether that still holds."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from pipeline.coverage.assessment import COVERED, PolicyType, policy_type
from pipeline.coverage.municipality import Cell, CellValue, Holding, Position, Status
from pipeline.coverage.wording import ReviewedText
from pipeline.store.decisions import POLICY, THEME, Decision, Evidence, holds, standing, why_reopened
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

REOPENED = "heropend"
CORRECTED = "thema verbeterd"
"""Shown where reviewers corrected a theme and gave no verdict on the policy as a whole."""
VERDICT_MEANS = {
    "bevestigd": (Status.HOUSING, PolicyType.HOUSING),
    "toch deels": (Status.PARTIAL, PolicyType.PARTIAL),
    "toch integraal": (Status.INTEGRAL, PolicyType.INTEGRAL),
    "niet ons onderwerp": (Status.NONE, PolicyType.NONE),
}
REVIEWED = {Status.HOUSING, Status.PARTIAL, Status.INTEGRAL}
"""Statuses that a verdict can replace: those of policy in force. A new model may change which of them the machine says."""


@dataclass(frozen=True, slots=True)
class Review:
    """The newest decisions on a municipality, as the tables show them; `machine_status` is the status before they were applied.

    `corrections` are the cells that reviewers corrected, with their reason; `reopened` says in Dutch why the
    newest decision of those that no longer hold does not; `passages` are the keys of the decisions on passages of its papers.
    """

    shown: str
    machine_status: Status
    corrections: Mapping[Theme, tuple[CellValue, str]] = field(default_factory=dict)
    reopened: str = ""
    passages: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """All that was decided, as a text that differs exactly when the decisions do."""
        corrections = (f"{theme}={value}" for theme, (value, _) in self.corrections.items())
        return " ".join([self.shown, *corrections, *self.passages]).strip()


def review(
    positions: Mapping[str, Position], decisions: Iterable[Decision]
) -> tuple[dict[str, Position], dict[str, Review]]:
    """Return the positions with what reviewers overruled, and the review of each municipality, by CBS code.

    A decision holds, whatever a later model says, as long as the policy it was taken on is the same (of a theme all policy in force,
    for on that its cell rests); else it is reopened and overrules nothing.
    """
    of: dict[str, list[Decision]] = {}
    for decision in standing(decisions):
        if decision.soort in {POLICY, THEME}:
            of.setdefault(decision.gm_code, []).append(decision)
    reviews = {code: _review(position, of.get(code, ())) for code, position in positions.items()}
    return {code: _overruled(position, reviews[code]) for code, position in positions.items()}, reviews


def evidence_of(position: Position) -> Evidence:
    """Return what a decision on this municipality rests on."""
    return Evidence(
        policy={dossier.sha256: dossier.path for dossier in position.policy},
        in_force={dossier.sha256: dossier.path for dossier in position.in_force},
        copies={copy: dossier.sha256 for dossier in position.in_force for copy in dossier.copies},
    )


def _review(position: Position, made: Iterable[Decision]) -> Review:
    """The newest verdict, and the newest correction of each theme; a verdict before the newest of its kind says nothing any more."""
    made = list(made)
    newest = {(decision.soort, decision.thema): decision for decision in made}
    now = evidence_of(position)
    holding = {key: decision for key, decision in newest.items() if holds(decision, now)}
    lapsed = [decision for key, decision in newest.items() if key not in holding]
    why = next((why_reopened(decision, now) for decision in reversed(made) if decision in lapsed), "")
    corrections = {
        Theme(decision.thema): (CellValue(decision.oordeel), decision.toelichting)
        for decision in holding.values()
        if decision.soort == THEME and decision.thema in set(Theme)
    }
    verdict = newest.get((POLICY, ""))
    if verdict is not None:
        shown = verdict.oordeel if (POLICY, "") in holding else REOPENED
    else:
        shown = REOPENED if lapsed else CORRECTED if corrections else ""
    return Review(shown, position.status, corrections, why)


def _overruled(position: Position, found: Review) -> Position:
    corrected = _corrected(position, found.corrections) if found.corrections and position.policy else position
    if not position.current or position.status not in REVIEWED or found.shown not in VERDICT_MEANS:
        return corrected
    status, kind = VERDICT_MEANS[found.shown]
    overruled = replace(corrected, status=status, type=kind)
    return _without_policy(overruled, found.shown) if status == Status.NONE else overruled


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
    )
