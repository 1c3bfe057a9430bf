"""The classifier: for each theme the probability that a passage speaks of it, and what kind of statement the passage is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import Annotated, Features

MIN_WORDS = 4
"""Shorter texts hold too little to judge: they get no theme, whatever a word in them suggests."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From `label` up a probability gives the label; from `doubt` up to there the classifier abstains (`uncertain`)."""

    label: float
    doubt: float


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the classifier says of a passage. `uncertain` and `labels` share no theme; `scores` are probabilities per theme.

    `acting` is the probability that it states an aim or a measure, not a mere description.
    """

    labels: tuple[Theme, ...]
    uncertain: tuple[Theme, ...]
    scores: dict[Theme, float]
    strength: Strength
    acting: float


@dataclass(frozen=True)
class Estimators:
    """The fitted parts: a logistic regression and a calibration (on its log-odds) per theme, and one for strength."""

    features: Features
    themes: dict[Theme, LogisticRegression]
    calibration: dict[Theme, LogisticRegression]
    strength: LogisticRegression


@dataclass(frozen=True)
class Classifier:
    """Estimators with the thresholds that turn their probabilities into labels."""

    estimators: Estimators
    thresholds: dict[Theme, Thresholds]

    def judge(self, passages: Sequence[Annotated]) -> list[Judgement]:
        """Return a judgement per passage, in order."""
        if not passages:
            return []
        features = self.estimators.features
        rows = features.theme_rows(passages)
        chances = {theme: self._chance(theme, rows) for theme in Theme}
        strengths = self.estimators.strength.predict_proba(features.strength_rows(passages, rows))
        kinds = [Strength(kind) for kind in self.estimators.strength.classes_]
        return [
            self._judgement(
                passage,
                {theme: float(chances[theme][i]) for theme in Theme},
                {kind: float(chance) for kind, chance in zip(kinds, strengths[i], strict=True)},
            )
            for i, passage in enumerate(passages)
        ]

    def _chance(self, theme: Theme, rows: object) -> np.ndarray:
        odds = self.estimators.themes[theme].decision_function(rows).reshape(-1, 1)
        return self.estimators.calibration[theme].predict_proba(odds)[:, 1]

    def _judgement(self, passage: Annotated, scores: dict[Theme, float], strengths: dict[Strength, float]) -> Judgement:
        strength = max(strengths, key=lambda kind: strengths[kind])
        acting = sum(chance for kind, chance in strengths.items() if kind != Strength.CONTEXT)
        if len(passage.lemmas.split()) < MIN_WORDS:
            return Judgement((), (), dict.fromkeys(Theme, 0.0), strength, acting)
        labels = tuple(theme for theme in Theme if scores[theme] >= self.thresholds[theme].label)
        uncertain = tuple(
            theme for theme in Theme if self.thresholds[theme].doubt <= scores[theme] < self.thresholds[theme].label
        )
        return Judgement(labels, uncertain, scores, strength, acting)
