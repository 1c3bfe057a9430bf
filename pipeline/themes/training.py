"""Training: fit the estimators on the corpus, choose thresholds by cross-validation with whole writers held out.

Papers of one writer are alike. A threshold chosen with other papers of the same writer in the training set promises too much of
papers by others, so each round holds out all papers of some files of the corpus: each file is one writer's, in one family of
registers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from pipeline.themes.classifier import Classifier, Estimators, Thresholds
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import Annotated, Features
from pipeline.themes.labelled import LabelledPassage
from pipeline.themes.semantics import embed
from pipeline.themes.wordvectors import WordVectors

FOLDS = 5
"""Rounds of training with a part held out."""
THEME_COST = 3.0
STRENGTH_COST = 3.0
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


def train(
    corpus: Sequence[LabelledPassage],
    annotated: Sequence[Annotated],
    vectors: WordVectors,
    *,
    semantic: bool = False,
    reviewed: Sequence[LabelledPassage] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Return a classifier trained on the whole corpus, with sentence embeddings where `semantic`.

    What reviewers said of passages (`reviewed`) is learned from too, and never held out: it does not measure the classifier.
    `annotated` has all passages, those of the corpus first. Raises SemanticsMissing.
    """
    embeddings = embed([one.text for one in annotated]) if semantic else None
    material = Material([*corpus, *reviewed], annotated, vectors, embeddings, len(corpus))
    truth = truth_matrix(corpus)
    odds, strength = _cross_validate(material, progress)
    calibration = {theme: _calibrate(odds[:, i], truth[:, i]) for i, theme in enumerate(Theme)}
    scores = np.column_stack([calibration[theme].predict_proba(odds[:, [i]])[:, 1] for i, theme in enumerate(Theme)])
    thresholds = {theme: choose_thresholds(scores[:, i], truth[:, i]) for i, theme in enumerate(Theme)}
    progress("laatste ronde: op alle passages")
    features, themes, strengths = material.fit(np.arange(len(material.passages)))
    return Trained(
        Classifier(Estimators(features, themes, calibration, strengths), thresholds), HeldOut(scores, strength)
    )


@dataclass(frozen=True)
class Material:
    """What is learned from, with all that features are made of; parts of it are chosen by number.

    The first `measured` passages are the corpus; those after it were reviewed and are never held out. `embeddings` (n, 384) or None.
    """

    passages: Sequence[LabelledPassage]
    annotated: Sequence[Annotated]
    vectors: WordVectors
    embeddings: np.ndarray | None
    measured: int

    def fit(self, chosen: np.ndarray) -> tuple[Features, dict[Theme, LogisticRegression], LogisticRegression]:
        """Return features fitted on the chosen passages, and estimators of themes and strength fitted on their rows."""
        features = Features.fit([self.annotated[i] for i in chosen], self.vectors, self._embeddings(chosen))
        rows, strength_rows = self.rows(features, chosen)
        passages = [self.passages[i] for i in chosen]
        return features, fit_themes(rows, truth_matrix(passages)), _fit_strength(strength_rows, passages)

    def rows(self, features: Features, chosen: np.ndarray) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
        """Return the rows of the chosen passages for themes and for strength."""
        passages = [self.annotated[i] for i in chosen]
        rows = features.theme_rows(passages, self._embeddings(chosen))
        return rows, features.strength_rows(passages, rows)

    def rounds(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield which passages learn and which are held out: by writer, or by paper where there are too few writers.

        A reviewed passage whose text is held out does not learn.
        """
        corpus = self.passages[: self.measured]
        writers = [passage.writer for passage in corpus]
        groups = writers if len(set(writers)) >= FOLDS else [passage.paper for passage in corpus]
        for inside, outside in GroupKFold(FOLDS).split(writers, groups=groups):
            unseen = {corpus[i].text for i in outside}
            extra = [i for i in range(self.measured, len(self.passages)) if self.passages[i].text not in unseen]
            yield np.concatenate([inside, np.array(extra, dtype=int)]), outside

    def _embeddings(self, chosen: np.ndarray) -> np.ndarray | None:
        return None if self.embeddings is None else self.embeddings[chosen]


def truth_matrix(corpus: Sequence[LabelledPassage]) -> np.ndarray:
    """Return which passage carries which theme: (n, 5) of 0 and 1, in the order of Theme."""
    return np.array([[theme in passage.labels for theme in Theme] for passage in corpus], dtype=int)


def _cross_validate(material: Material, progress: Callable[[str], None]) -> tuple[np.ndarray, np.ndarray]:
    odds = np.zeros((material.measured, len(Theme)))
    strength = np.empty(material.measured, dtype=object)
    for number, (inside, outside) in enumerate(material.rounds(), 1):
        progress(f"ronde {number} van {FOLDS}: {len(inside)} passages leren, {len(outside)} achtergehouden")
        features, themes, strengths = material.fit(inside)
        rows, strength_rows = material.rows(features, outside)
        odds[outside] = np.column_stack([themes[theme].decision_function(rows) for theme in Theme])
        strength[outside] = strengths.predict(strength_rows)
    return odds, strength


def fit_themes(rows: object, truth: np.ndarray) -> dict[Theme, LogisticRegression]:
    """Return the estimator of each theme, fitted to rows of features and what was true of them, (n, 5) in the order of Theme."""
    return {
        theme: LogisticRegression(C=THEME_COST, class_weight="balanced", max_iter=1000, tol=1e-3).fit(rows, truth[:, i])
        for i, theme in enumerate(Theme)
    }


def _fit_strength(rows: object, corpus: Sequence[LabelledPassage]) -> LogisticRegression:
    labels = [str(passage.strength or Strength.CONTEXT) for passage in corpus]
    return LogisticRegression(C=STRENGTH_COST, class_weight="balanced", max_iter=1000, tol=1e-3).fit(rows, labels)


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
