"""The report of an evaluation: what was measured, for people (Markdown), for programs (JSON) and as a picture (SVG)."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from pipeline.foundation.dutch import counted
from pipeline.foundation.markdown import table
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.evaluation import NO_THEMES, Bin, Scores, calibration_curve, measure, without_examples
from pipeline.themes.labelled import LabelledPassage

MARKDOWN, DATA, PICTURE = "meting.md", "meting.json", "ijking.svg"
WORST = 20
EXCERPT = 160
NOTHING = "niets"
SIDE = 320
"""Width and height of the square in the picture, in pixels."""


@dataclass(frozen=True)
class Evaluation:
    """What the classifier said of labelled passages: `labels` and `chances` (n, 5) in the order of Theme, `strengths` (n,)."""

    passages: Sequence[LabelledPassage]
    truth: np.ndarray
    labels: np.ndarray
    chances: np.ndarray
    strengths: Sequence[Strength]

    def scores(self, rows: np.ndarray | None = None) -> Scores:
        """Return the measures, over all passages or over the chosen ones."""
        chosen = np.arange(len(self.passages)) if rows is None else np.flatnonzero(rows)
        pairs = [(self.passages[i].strength, self.strengths[i]) for i in chosen.tolist()]
        return measure(self.truth[chosen], self.labels[chosen], self.chances[chosen], pairs)

    def by_kind(self) -> dict[str, Scores]:
        """Return the measures by kind of paper."""
        kinds = np.array([passage.soort or "onbekend" for passage in self.passages])
        return {kind: self.scores(kinds == kind) for kind in sorted(set(kinds.tolist()))}


@dataclass(frozen=True, slots=True)
class Mistake:
    """A theme that was judged wrongly, and how sure of it the classifier was."""

    id: str
    thema: str
    waar: bool
    kans: float
    begin: str


def write_report(evaluation: Evaluation, folder: Path) -> None:
    """Write the three files in `folder`, which is made. Raises OSError."""
    folder.mkdir(parents=True, exist_ok=True)
    curve = calibration_curve(evaluation.chances.ravel(), evaluation.truth.ravel())
    contents = {MARKDOWN: _markdown(evaluation, curve), DATA: _data(evaluation, curve), PICTURE: _picture(curve)}
    for name, content in contents.items():
        (folder / name).write_text(content, encoding="utf-8")


def mistakes(evaluation: Evaluation) -> list[Mistake]:
    """Return the mistakes, those of which it was surest first."""
    wrong = np.argwhere(evaluation.labels != evaluation.truth)
    sure = np.abs(evaluation.chances - evaluation.truth)[tuple(wrong.T)]
    return [_mistake(evaluation, *wrong[i]) for i in np.argsort(-sure, kind="stable")[:WORST]]


def _mistake(evaluation: Evaluation, row: int, column: int) -> Mistake:
    passage = evaluation.passages[int(row)]
    text = " ".join(passage.text.split())
    begin = text if len(text) <= EXCERPT else text[:EXCERPT].rsplit(" ", 1)[0] + " …"
    chance = round(float(evaluation.chances[row, column]), 3)
    return Mistake(passage.id, list(Theme)[int(column)].value, bool(evaluation.truth[row, column]), chance, begin)


def confusion(evaluation: Evaluation) -> dict[str, dict[str, int]]:
    """Return how often a theme was missed (rows) while another was said that is not there (columns); `niets` where there was none."""
    names = [*(theme.value for theme in Theme), NOTHING]
    counted = {name: dict.fromkeys(names, 0) for name in names}
    for truth, said in zip(evaluation.truth, evaluation.labels, strict=True):
        missed, added = _named(truth & ~said & 1), _named(said & ~truth & 1)
        for one in missed or [NOTHING] * bool(added):
            for other in added or [NOTHING]:
                counted[one][other] += 1
    return counted


def together(evaluation: Evaluation) -> Iterator[tuple[str, str, int, int]]:
    """Yield each pair of themes that passages carry together: how many do, and of how many of those both were said."""
    for i, one in enumerate(Theme):
        for j, other in enumerate(Theme):
            both = (evaluation.truth[:, i] & evaluation.truth[:, j]).astype(bool)
            if i < j and both.any():
                found = evaluation.labels[both, i] & evaluation.labels[both, j]
                yield one.value, other.value, int(both.sum()), int(found.sum())


def _named(row: np.ndarray) -> list[str]:
    return [theme.value for theme, there in zip(Theme, row, strict=True) if there]


def _data(evaluation: Evaluation, curve: Sequence[Bin]) -> str:
    content = {
        "scores": evaluation.scores().as_dict(),
        "ijking": [asdict(part) for part in curve],
        "verwarring": confusion(evaluation),
        "samen": [
            dict(zip(("thema", "met", "passages", "beide_gevonden"), pair, strict=True))
            for pair in together(evaluation)
        ],
        "per_soort": {kind: scores.as_dict() for kind, scores in evaluation.by_kind().items()},
        "ergste_fouten": [asdict(one) for one in mistakes(evaluation)],
    }
    return json.dumps(content, ensure_ascii=False, indent=2) + "\n"


def _markdown(evaluation: Evaluation, curve: Sequence[Bin]) -> str:
    scores, mixed_up = evaluation.scores(), confusion(evaluation)
    low, high = scores.interval
    strength = "" if scores.strength_macro_f1 is None else f", sterkte macro-F1 {scores.strength_macro_f1:.3f}"
    macro = (
        f"Macro-F1 {scores.macro_f1:.3f} (95 %: {low:.3f} tot {high:.3f}) over {scores.counted} van de {len(scores.themes)} thema's"
        if scores.counted
        else NO_THEMES.capitalize()
    )
    parts = [
        f"# Meting op {counted(scores.passages, 'passage', 'passages')}",
        table(
            ("thema", "precisie", "recall", "F1", "95 %", "passages"),
            [
                (name, *_three(part.precision, part.recall, part.f1), _span(part.interval), part.aantal)
                if part.aantal
                else (name, "", "", "", without_examples(part), 0)
                for name, part in scores.themes.items()
            ],
        ),
        f"{macro}, micro-F1 {scores.micro_f1:.3f}, alle labels goed "
        f"{scores.exact:.3f}, ijkfout {scores.calibration_error:.3f}{strength}. Intervallen: passages opnieuw getrokken.",
        f"## Is een kans wat zij zegt?\n\n![ijking]({PICTURE})",
        table(
            ("oordelen", "gemiddelde kans", "deel dat waar was"),
            [(part.aantal, f"{part.kans:.2f}", f"{part.waar:.2f}") for part in curve],
        ),
        "## Wat met wat wordt verward\n\nRijen: het thema dat is gemist. Kolommen: wat er ten onrechte stond.",
        table(("gemist", *mixed_up), [(name, *row.values()) for name, row in mixed_up.items()]),
        "## Thema's die samen voorkomen",
        table(("thema", "met", "passages", "beide gevonden"), together(evaluation)),
        "## Per soort papier",
        table(
            ("soort", "passages", "micro-F1", "alle labels goed"),
            [
                (kind, part.passages, f"{part.micro_f1:.3f}", f"{part.exact:.3f}")
                for kind, part in evaluation.by_kind().items()
            ],
        ),
        f"## De ergste fouten\n\nWaar de classifier het zekerst van was; ten hoogste {WORST}.",
        table(
            ("passage", "thema", "staat er", "kans", "begin"),
            [
                (one.id, one.thema, "ja" if one.waar else "nee", f"{one.kans:.2f}", one.begin.replace("|", "\\|"))
                for one in mistakes(evaluation)
            ],
        ),
    ]
    return "\n\n".join(parts) + "\n"


def _three(*numbers: float) -> tuple[str, ...]:
    return tuple(f"{number:.3f}" for number in numbers)


def _span(interval: tuple[float, float]) -> str:
    return f"{interval[0]:.3f}–{interval[1]:.3f}"


def _picture(curve: Sequence[Bin]) -> str:
    """Return the calibration curve: chance along, truth up; on the diagonal a chance is what it says."""
    points = [(40 + SIDE * part.kans, 20 + SIDE * (1 - part.waar), part.aantal) for part in curve]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y, _ in points)
    most = max((number for _, _, number in points), default=1)
    dots = "".join(
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{3 + 7 * (number / most) ** 0.5:.1f}" fill="#154273" fill-opacity=".6">'
        f"<title>{number} oordelen</title></circle>"
        for x, y, number in points
    )
    ticks = "".join(
        f'<text x="{40 + SIDE * step / 5:.0f}" y="{SIDE + 38}" text-anchor="middle">{step / 5:.1f}</text>'
        f'<text x="34" y="{24 + SIDE * (1 - step / 5):.0f}" text-anchor="end">{step / 5:.1f}</text>'
        for step in range(6)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE + 60} {SIDE + 64}" font-family="sans-serif" font-size="11">'
        f'<rect x="40" y="20" width="{SIDE}" height="{SIDE}" fill="#fff" stroke="#888"/>'
        f'<line x1="40" y1="{20 + SIDE}" x2="{40 + SIDE}" y2="20" stroke="#888" stroke-dasharray="4 4"/>'
        f'<polyline points="{line}" fill="none" stroke="#154273" stroke-width="2"/>{dots}{ticks}'
        f'<text x="{40 + SIDE / 2:.0f}" y="{SIDE + 56}" text-anchor="middle">kans volgens de classifier</text>'
        f'<text x="12" y="{20 + SIDE / 2:.0f}" text-anchor="middle" transform="rotate(-90 12 {20 + SIDE / 2:.0f})">'
        "deel dat waar was</text></svg>\n"
    )
