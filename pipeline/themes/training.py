"""Training: fit the estimators on the corpus, choose thresholds by cross-validation with whole writers held out.

Papers of one writer are alike. A threshold chosen with other papers of the same writer in the training set promises too much of
papers by others, so each round holds out all papers of some files of the corpus: each file is one writer's, in one family of
registers. The sentence model learned from the corpus too, so passages are counted only where what it says of them is by a twin that
had not seen their writer.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import GroupKFold

from pipeline.themes.classifier import Classifier, Odds, Thresholds, Weighing, Words
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import Annotated, Features
from pipeline.themes.labelled import LabelledPassage
from pipeline.themes.sentence_model import STRENGTHS, SentenceModel

FOLDS = 5
"""Rounds of training with a part held out."""
THEME_COST = 3.0
STRENGTH_COST = 3.0
DOUBT = 0.25
"""From this calibrated probability up to the label threshold the classifier abstains: one in four such passages carries the theme."""


@dataclass(frozen=True)
class HeldOut:
    """What the classifier said of corpus passages while their papers were held out, arrays of one row per passage.

    `numbers` (n,) which passages of the corpus these are; `scores` (n, 5) calibrated probabilities in the order of Theme; `strength`
    (n,) the predicted strengths.
    """

    numbers: np.ndarray
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
    sentences: SentenceModel,
    *,
    reviewed: Sequence[LabelledPassage] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Return a classifier trained on the whole corpus.

    What reviewers said of passages (`reviewed`) is learned from too, and never held out: it does not measure the classifier.
    `annotated` has all passages, those of the corpus first.
    """
    material = Material([*corpus, *reviewed], annotated, len(corpus))
    themes, strengths = _cross_validate(material, progress)
    progress("het zinsmodel leest mee")
    said = sentences.unseen_odds([passage.text for passage in corpus])
    numbers = np.flatnonzero(~np.isnan(said).any(axis=1))
    odds = Odds(themes, strengths, said).rows(numbers)
    measured = [corpus[int(i)] for i in numbers]
    truth = truth_matrix(measured)
    weighing = fit_weighing(odds, measured)
    scores = weighing.chances(odds)
    thresholds = {theme: choose_thresholds(scores[:, i], truth[:, i]) for i, theme in enumerate(Theme)}
    strength = np.array(STRENGTHS, dtype=object)[weighing.strengths(odds).argmax(axis=1)]
    progress("laatste ronde: op alle passages")
    words = material.fit(np.arange(len(material.passages)))
    return Trained(Classifier(words, sentences, weighing, thresholds), HeldOut(numbers, scores, strength))


@dataclass(frozen=True)
class Material:
    """What is learned from, with all that features are made of; parts of it are chosen by number.

    The first `measured` passages are the corpus; those after it were reviewed and are never held out.
    """

    passages: Sequence[LabelledPassage]
    annotated: Sequence[Annotated]
    measured: int

    def fit(self, chosen: np.ndarray) -> Words:
        """Return features fitted on the chosen passages, and estimators of themes and strength fitted on their rows."""
        annotated = [self.annotated[i] for i in chosen]
        passages = [self.passages[i] for i in chosen]
        features = Features.fit(annotated)
        rows = features.theme_rows(annotated)
        strength = _fit_strength(features.strength_rows(annotated, rows), passages)
        return Words(features, fit_themes(rows, truth_matrix(passages)), strength)

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


def truth_matrix(corpus: Sequence[LabelledPassage]) -> np.ndarray:
    """Return which passage carries which theme: (n, 5) of 0 and 1, in the order of Theme."""
    return np.array([[theme in passage.labels for theme in Theme] for passage in corpus], dtype=int)


def _cross_validate(material: Material, progress: Callable[[str], None]) -> tuple[np.ndarray, np.ndarray]:
    """Return held-out log-odds by words, of themes (n, 5) and of strengths (n, 3)."""
    themes = np.zeros((material.measured, len(Theme)))
    strengths = np.zeros((material.measured, len(STRENGTHS)))
    for number, (inside, outside) in enumerate(material.rounds(), 1):
        progress(f"ronde {number} van {FOLDS}: {len(inside)} passages leren, {len(outside)} achtergehouden")
        words = material.fit(inside)
        themes[outside], strengths[outside] = words.odds([material.annotated[i] for i in outside])
    return themes, strengths


def fit_themes(rows: object, truth: np.ndarray) -> dict[Theme, LogisticRegression]:
    """Return the estimator of each theme, fitted to rows of features and what was true of them, (n, 5) in the order of Theme."""
    return {
        theme: LogisticRegression(C=THEME_COST, class_weight="balanced", max_iter=1000, tol=1e-3).fit(rows, truth[:, i])
        for i, theme in enumerate(Theme)
    }


def _fit_strength(rows: object, corpus: Sequence[LabelledPassage]) -> LogisticRegression:
    estimator = LogisticRegression(C=STRENGTH_COST, class_weight="balanced", max_iter=1000, tol=1e-3)
    return estimator.fit(rows, _strengths(corpus))


def _strengths(passages: Sequence[LabelledPassage]) -> list[str]:
    return [str(passage.strength or Strength.CONTEXT) for passage in passages]


def fit_weighing(odds: Odds, passages: Sequence[LabelledPassage]) -> Weighing:
    """Fit held-out log-odds to what was true (Platt), so that a score of 0.8 is right eight times in ten on unseen papers."""
    truth = truth_matrix(passages)
    themes = {theme: LogisticRegression(C=1.0).fit(odds.of_theme(theme), truth[:, i]) for i, theme in enumerate(Theme)}
    return Weighing(themes, LogisticRegression(C=1.0, max_iter=1000).fit(odds.of_strength(), _strengths(passages)))


def choose_thresholds(scores: np.ndarray, truth: np.ndarray) -> Thresholds:
    """Return the thresholds for one theme: the label at the best held-out F1, the doubt band below it.

    `scores` (calibrated) and `truth` have shape (n,).
    """
    grid = np.arange(0.20, 0.81, 0.01)
    label = float(grid[np.argmax([f1_score(truth, scores >= step) for step in grid])])
    return Thresholds(round(label, 2), round(min(label, DOUBT), 2))
