"""Measuring judgements against labelled passages: per theme, together, calibration and strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from pipeline.themes.codebook import Strength, Theme

ROUNDS = 1000
BINS = 10


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """Precision, recall and F1 of one theme, and how many passages carry it."""

    precision: float
    recall: float
    f1: float
    aantal: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures. `interval` is the 95 % bootstrap interval of macro F1, over passages; strength is None without truth."""

    passages: int
    themes: dict[str, ThemeScore]
    macro_f1: float
    interval: tuple[float, float]
    micro_f1: float
    exact: float
    calibration_error: float
    strength_macro_f1: float | None

    def as_dict(self) -> dict[str, object]:
        """Return plain numbers, rounded to four places, for a card."""
        return _rounded(asdict(self))  # type: ignore[return-value]


def _rounded(value: object) -> object:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(part) for key, part in value.items()}
    return [_rounded(part) for part in value] if isinstance(value, (list, tuple)) else value


def measure(
    truth: np.ndarray,
    labels: np.ndarray,
    chances: np.ndarray,
    strengths: Sequence[tuple[str | None, str]] = (),
) -> Scores:
    """Return the scores of `labels` and `chances` (n, 5) against `truth` (n, 5); `strengths` pairs truth with prediction."""
    themes = {theme.value: _theme_score(truth[:, i], labels[:, i]) for i, theme in enumerate(Theme)}
    return Scores(
        passages=len(truth),
        themes=themes,
        macro_f1=_macro(truth, labels),
        interval=_interval(truth, labels),
        micro_f1=_theme_score(truth.ravel(), labels.ravel()).f1,
        exact=float((truth == labels).all(axis=1).mean()),
        calibration_error=calibration_error(chances.ravel(), truth.ravel()),
        strength_macro_f1=_strength_score([pair for pair in strengths if pair[0]]),
    )


def _theme_score(truth: np.ndarray, labels: np.ndarray) -> ThemeScore:
    hits = int((truth & labels).sum())
    given, carried = int(labels.sum()), int(truth.sum())
    return ThemeScore(hits / max(given, 1), hits / max(carried, 1), 2 * hits / max(given + carried, 1), carried)


def _interval(truth: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    draw = np.random.default_rng(0)
    samples = (draw.integers(0, len(truth), len(truth)) for _ in range(ROUNDS))
    values = [_macro(truth[rows], labels[rows]) for rows in samples]
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def _macro(truth: np.ndarray, labels: np.ndarray) -> float:
    hits = (truth & labels).sum(axis=0)
    total = truth.sum(axis=0) + labels.sum(axis=0)
    return float(np.where(total > 0, 2 * hits / np.maximum(total, 1), 1.0).mean())


def calibration_error(chances: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error over ten equal-width bins; both arrays have shape (n,)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    return float(
        sum(
            abs(chances[bins == number].mean() - truth[bins == number].mean()) * (bins == number).mean()
            for number in np.unique(bins)
        )
    )


def _strength_score(pairs: Sequence[tuple[str | None, str]]) -> float | None:
    if not pairs:
        return None
    truth = np.array([[truth == strength for strength in Strength] for truth, _ in pairs], dtype=int)
    guess = np.array([[guess == strength for strength in Strength] for _, guess in pairs], dtype=int)
    return _macro(truth, guess)


def report(scores: Scores) -> str:
    """Return the scores as a Dutch table in plain text."""
    lines = [f"{scores.passages} passages", f"{'thema':13} precisie  recall     F1  aantal"]
    lines += [
        f"{name:13}    {part.precision:.3f}   {part.recall:.3f}  {part.f1:.3f}  {part.aantal:6}"
        for name, part in scores.themes.items()
    ]
    low, high = scores.interval
    lines += [
        f"macro-F1 {scores.macro_f1:.3f}  (95 %: {low:.3f} tot {high:.3f})",
        f"micro-F1 {scores.micro_f1:.3f}",
        f"alle labels goed {scores.exact:.3f}",
        f"ijkfout van de scores {scores.calibration_error:.3f}",
    ]
    if scores.strength_macro_f1 is not None:
        lines.append(f"sterkte macro-F1 {scores.strength_macro_f1:.3f}")
    return "\n".join(lines)
