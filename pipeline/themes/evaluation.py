"""Measuring judgements against labelled passages: per theme, together, calibration and strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from pipeline.foundation.dutch import counted
from pipeline.themes.codebook import Strength, Theme

ROUNDS = 1000
BINS = 10


NOTHING_KNOWN = (0.0, 1.0)
"""The interval of a theme of which there is no example."""


@dataclass(frozen=True, slots=True)
class ThemeScore:
    """Precision, recall and F1 of one theme, the 95 % bootstrap interval of F1, and how many passages carry it; `genoemd` are those of
    which it was said."""

    precision: float
    recall: float
    f1: float
    interval: tuple[float, float]
    aantal: int
    genoemd: int


@dataclass(frozen=True, slots=True)
class Scores:
    """All measures. Macro F1 is over the themes that occur, in truth or in what was said, `counted` in number; 0 where none does.
    `interval` is its 95 % bootstrap interval, over passages; strength is None without truth."""

    passages: int
    themes: dict[str, ThemeScore]
    counted: int
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
    occurring = _occurring(truth, labels)
    drawn = _drawn_f1(truth, labels)
    themes = {
        theme.value: ThemeScore(
            *_rates(truth[:, i], labels[:, i]),
            _interval(drawn[:, i]) if truth[:, i].any() else NOTHING_KNOWN,
            int(truth[:, i].sum()),
            int(labels[:, i].sum()),
        )
        for i, theme in enumerate(Theme)
    }
    return Scores(
        passages=len(truth),
        themes=themes,
        counted=int(occurring.sum()),
        macro_f1=_macro(truth, labels),
        interval=_interval(drawn[:, occurring].mean(axis=1)) if occurring.any() else NOTHING_KNOWN,
        micro_f1=_rates(truth.ravel(), labels.ravel())[2],
        exact=float((truth == labels).all(axis=1).mean()),
        calibration_error=calibration_error(chances.ravel(), truth.ravel()),
        strength_macro_f1=_strength_score([pair for pair in strengths if pair[0]]),
    )


def _rates(truth: np.ndarray, labels: np.ndarray) -> tuple[float, float, float]:
    """Return precision, recall and F1."""
    hits = int((truth & labels).sum())
    given, carried = int(labels.sum()), int(truth.sum())
    return hits / max(given, 1), hits / max(carried, 1), 2 * hits / max(given + carried, 1)


def _drawn_f1(truth: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return F1 per theme over passages drawn anew, (ROUNDS, 5)."""
    draw = np.random.default_rng(0)
    samples = (draw.integers(0, len(truth), len(truth)) for _ in range(ROUNDS))
    return np.array([_f1(truth[rows], labels[rows]) for rows in samples])


def _interval(values: np.ndarray) -> tuple[float, float]:
    low, high = np.quantile(values, [0.025, 0.975])
    return float(low), float(high)


def _occurring(truth: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return which columns hold anything, in truth or in what was said."""
    return (truth.any(axis=0) | labels.any(axis=0)).astype(bool)


def _macro(truth: np.ndarray, labels: np.ndarray) -> float:
    """Return the mean F1 of the columns that occur, 0 where none does."""
    occurring = _occurring(truth, labels)
    return float(_f1(truth, labels)[occurring].mean()) if occurring.any() else 0.0


def _f1(truth: np.ndarray, labels: np.ndarray) -> np.ndarray:
    """Return F1 per column; 1 where nothing is true and nothing said."""
    hits = (truth & labels).sum(axis=0)
    total = truth.sum(axis=0) + labels.sum(axis=0)
    return np.where(total > 0, 2 * hits / np.maximum(total, 1), 1.0)


@dataclass(frozen=True, slots=True)
class Bin:
    """Judgements with about the same chance: how many, their mean chance, and the share of them that was true."""

    aantal: int
    kans: float
    waar: float


def calibration_curve(chances: np.ndarray, truth: np.ndarray) -> list[Bin]:
    """Return the bins that hold something, of ten of equal width; both arrays have shape (n,)."""
    bins = np.minimum((chances * BINS).astype(int), BINS - 1)
    parts = [bins == number for number in np.unique(bins)]
    return [Bin(int(part.sum()), float(chances[part].mean()), float(truth[part].mean())) for part in parts]


def calibration_error(chances: np.ndarray, truth: np.ndarray) -> float:
    """Return the expected calibration error over those bins."""
    return sum(abs(part.kans - part.waar) * part.aantal for part in calibration_curve(chances, truth)) / max(
        len(truth), 1
    )


def _strength_score(pairs: Sequence[tuple[str | None, str]]) -> float | None:
    if not pairs:
        return None
    truth = np.array([[truth == strength for strength in Strength] for truth, _ in pairs], dtype=int)
    guess = np.array([[guess == strength for strength in Strength] for _, guess in pairs], dtype=int)
    return _macro(truth, guess)


NO_THEMES = "macro-F1 is er niet: geen enkel thema komt voor"


def without_examples(part: ThemeScore) -> str:
    """Return in Dutch what is known of a theme that no passage carries."""
    if part.genoemd:
        return f"geen voorbeelden, {part.genoemd} keer ten onrechte genoemd"
    return "geen voorbeelden: hierover zegt deze meting niets"


def report(scores: Scores) -> str:
    """Return the scores as a Dutch table in plain text."""
    lines = [
        counted(scores.passages, "passage", "passages"),
        f"{'thema':13} precisie  recall     F1  (95 %)             aantal",
    ]
    lines += [
        f"{name:13}    {part.precision:.3f}   {part.recall:.3f}  {part.f1:.3f}  "
        f"({part.interval[0]:.3f} tot {part.interval[1]:.3f})  {part.aantal:6}"
        if part.aantal
        else f"{name:13} {without_examples(part)}"
        for name, part in scores.themes.items()
    ]
    low, high = scores.interval
    lines += [
        f"macro-F1 {scores.macro_f1:.3f}  (95 %: {low:.3f} tot {high:.3f}), over {scores.counted} van de {len(scores.themes)} thema's"
        if scores.counted
        else NO_THEMES,
        f"micro-F1 {scores.micro_f1:.3f}",
        f"alle labels goed {scores.exact:.3f}",
        f"ijkfout van de scores {scores.calibration_error:.3f}",
    ]
    if scores.strength_macro_f1 is not None:
        lines.append(f"sterkte macro-F1 {scores.strength_macro_f1:.3f}")
    return "\n".join(lines)
