"""Training: fit the estimators on the corpus, choose thresholds by cross-validation with whole papers held out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from pipeline.themes.classifier import Classifier, Estimators, Thresholds
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import Annotated, Features
from pipeline.themes.labelled import LabelledPassage

FOLDS = 5
THEME_COST = 3.0
STRENGTH_COST = 1.0
DOUBT = 0.25
"""From this calibrated probability up to the label threshold the classifier abstains: one in four such passages carries the theme."""


@dataclass(frozen=True)
class HeldOut:
    """What the classifier said of corpus passages while their papers were held out: arrays of one row per passage.

    `scores` (n, 5) calibrated probabilities in the order of Theme; `strength` (n,) the predicted strengths.
    """

    scores: np.ndarray
    strength: np.ndarray


@dataclass(frozen=True)
class Trained:
    """A classifier for use, with the held-out predictions by which its thresholds were chosen."""

    classifier: Classifier
    held_out: HeldOut


@dataclass(frozen=True)
class Extra:
    """Passages that are learned from but never held out: what reviewers said of them does not measure the classifier."""

    passages: Sequence[LabelledPassage] = ()
    annotated: Sequence[Annotated] = ()


def train(
    corpus: Sequence[LabelledPassage],
    annotated: Sequence[Annotated],
    progress: Callable[[str], None] = lambda _: None,
    extra: Extra = Extra(),
) -> Trained:
    """Return a classifier trained on the whole corpus. Passages of one paper never stand on both sides of a fold.

    Thresholds, calibration and held-out predictions are those of the corpus alone; `extra` only adds to what is learned.
    """
    truth = truth_matrix(corpus)
    odds, strength = _cross_validate(corpus, annotated, truth, progress, extra)
    calibration = {theme: _calibrate(odds[:, i], truth[:, i]) for i, theme in enumerate(Theme)}
    scores = np.column_stack([calibration[theme].predict_proba(odds[:, [i]])[:, 1] for i, theme in enumerate(Theme)])
    thresholds = {theme: choose_thresholds(scores[:, i], truth[:, i]) for i, theme in enumerate(Theme)}
    progress("laatste ronde: op alle passages")
    learned, texts = [*corpus, *extra.passages], [*annotated, *extra.annotated]
    features = Features.fit(texts)
    rows = features.matrix(texts)
    themes, strengths = _fit_themes(rows, truth_matrix(learned)), _fit_strength(rows, learned)
    estimators = Estimators(features, themes, calibration, strengths)
    return Trained(Classifier(estimators, thresholds), HeldOut(scores, strength))


def truth_matrix(corpus: Sequence[LabelledPassage]) -> np.ndarray:
    """Return which passage carries which theme: (n, 5) of 0 and 1, in the order of Theme."""
    return np.array([[theme in passage.labels for theme in Theme] for passage in corpus], dtype=int)


def _cross_validate(
    corpus: Sequence[LabelledPassage],
    annotated: Sequence[Annotated],
    truth: np.ndarray,
    progress: Callable[[str], None],
    extra: Extra,
) -> tuple[np.ndarray, np.ndarray]:
    odds, strength = np.zeros(truth.shape), np.empty(len(corpus), dtype=object)
    papers = [passage.paper for passage in corpus]
    for number, (inside, outside) in enumerate(GroupKFold(FOLDS).split(truth, groups=papers), 1):
        progress(f"ronde {number} van {FOLDS}: {len(inside)} passages leren, {len(outside)} achtergehouden")
        held_out = {corpus[i].text for i in outside}
        more = [i for i, passage in enumerate(extra.passages) if passage.text not in held_out]
        learned = [*(corpus[i] for i in inside), *(extra.passages[i] for i in more)]
        texts = [*(annotated[i] for i in inside), *(extra.annotated[i] for i in more)]
        features = Features.fit(texts)
        rows, unseen = features.matrix(texts), features.matrix([annotated[i] for i in outside])
        models = _fit_themes(rows, truth_matrix(learned))
        odds[outside] = np.column_stack([models[theme].decision_function(unseen) for theme in Theme])
        strength[outside] = _fit_strength(rows, learned).predict(unseen)
    return odds, strength


def _fit_themes(rows: object, truth: np.ndarray) -> dict[Theme, LogisticRegression]:
    return {
        theme: LogisticRegression(C=THEME_COST, class_weight="balanced", solver="liblinear").fit(rows, truth[:, i])
        for i, theme in enumerate(Theme)
    }


def _fit_strength(rows: object, corpus: Sequence[LabelledPassage]) -> LogisticRegression:
    labels = [str(passage.strength or Strength.CONTEXT) for passage in corpus]
    return LogisticRegression(C=STRENGTH_COST, class_weight="balanced", max_iter=1000).fit(rows, labels)


def _calibrate(odds: np.ndarray, truth: np.ndarray) -> LogisticRegression:
    """Fit held-out log-odds to what was true (Platt), so that a score of 0.8 is right eight times in ten on unseen papers."""
    return LogisticRegression(C=1e6).fit(odds.reshape(-1, 1), truth)


def choose_thresholds(scores: np.ndarray, truth: np.ndarray) -> Thresholds:
    """Return the thresholds for one theme: the label at the best held-out F1, the doubt band below it.

    `scores` (calibrated) and `truth` have shape (n,).
    """
    grid = np.arange(0.20, 0.81, 0.01)
    label = float(grid[np.argmax([f1_score(truth, scores >= step) for step in grid])])
    return Thresholds(round(label, 2), round(min(label, DOUBT), 2))
