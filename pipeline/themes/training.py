"""Training: fit the estimators on the corpus, choose thresholds by cross-validation with whole writers held out.

Papers of one writer are alike. A threshold chosen with other papers of the same writer in the training set promises too much of
papers by others, so each round holds out all papers of some files of the corpus: each file is one writer's, in one family of
registers. The sentence model learned from the corpus too, so passages are counted only where what it says of them is by a twin that
had not seen their writer.

The texts of whole papers (`corpus/papieren`) are no passages of the corpus: they leave more unsaid. Nothing learns words from them. The
sentence model learned from those of half of the writers; from those of the others, with which it does as with a strange paper, is learned
too how far words and sentence model are to be believed, and from which chance a theme is given.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from pipeline.themes.classifier import Classifier, Linear, Odds, Thresholds, Weighing, Words, named_in
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.estimators import linear_of, strength_of
from pipeline.themes.features import Annotated, Features
from pipeline.themes.labelled import LabelledError, LabelledPassage
from pipeline.themes.sentence_model import STRENGTHS, SentenceModel
from pipeline.themes.terms import Row

FOLDS = 5
"""Rounds of training with a part held out."""
LEAST_MEASURED = 10
"""So many passages of each theme and strength must be left to measure by."""
THEME_COST = 3.0
STRENGTH_COST = 3.0
DOUBT = 0.25
"""From this calibrated probability up to the label threshold the classifier abstains: one in four such passages carries the theme."""


@dataclass(frozen=True)
class HeldOut:
    """What the classifier said of corpus passages while their papers were held out, arrays of one row per passage.

    `numbers` (n,) which passages of the corpus these are; `scores` (n, 5) calibrated probabilities in the order of Theme; `labels`
    (n, 5) of 0 and 1; `strength` (n,) the predicted strengths. Weighing and thresholds were learned from others than those judged.
    """

    numbers: np.ndarray
    scores: np.ndarray
    labels: np.ndarray
    strength: np.ndarray


@dataclass(frozen=True)
class Trained:
    """A classifier for use, and what it said of passages that were held out from all that it learned."""

    classifier: Classifier
    held_out: HeldOut


def train(
    corpus: Sequence[LabelledPassage],
    annotated: Sequence[Annotated],
    sentences: SentenceModel,
    *,
    reviewed: Sequence[LabelledPassage] = (),
    papers: Sequence[LabelledPassage] = (),
    progress: Callable[[str], None] = lambda _: None,
) -> Trained:
    """Return a classifier trained on the whole corpus.

    What reviewers said of passages (`reviewed`) is learned from too, and never held out: it does not measure the classifier. The texts
    of `papers` only teach weighing and thresholds. `annotated` has all three, in that order. Raises LabelledError where too little is
    left to weigh and measure by.
    """
    progress("het zinsmodel leest mee")
    said = sentences.unseen_odds([passage.text for passage in corpus])
    numbers = np.flatnonzero(~np.isnan(said).any(axis=1))
    measured = [corpus[int(i)] for i in numbers]
    _check_measurable(measured)
    material = Material([*corpus, *reviewed], annotated, len(corpus))
    named = named_in([passage.text for passage in corpus])
    heard = Heard(Odds(*_cross_validate(material, progress), said, named).rows(numbers), measured)
    progress("laatste ronde: op alle passages")
    words = material.fit(np.arange(len(material.passages)))
    besides = _heard_of(papers, annotated[len(material.passages) :], words, sentences)
    weighing, thresholds = _settle(heard.and_of(besides))
    return Trained(Classifier(words, sentences, weighing, thresholds), _held_out(numbers, heard, besides))


@dataclass(frozen=True)
class Heard:
    """Passages, and the log-odds of words and sentence model that had not learned from them."""

    odds: Odds
    passages: Sequence[LabelledPassage]

    def rows(self, chosen: np.ndarray) -> Heard:
        """Return the chosen passages."""
        return Heard(self.odds.rows(chosen), [self.passages[int(i)] for i in chosen])

    def and_of(self, others: Heard | None) -> Heard:
        """Return these passages and, after them, those of others."""
        return Heard(self.odds.and_of(others.odds), [*self.passages, *others.passages]) if others else self


def _heard_of(
    papers: Sequence[LabelledPassage], annotated: Sequence[Annotated], words: Words, sentences: SentenceModel
) -> Heard | None:
    """Return what is said of those texts from which nothing learned; None where there are none."""
    said = sentences.unseen_odds([text.text for text in papers])
    unseen = np.flatnonzero(~np.isnan(said).any(axis=1))
    if not unseen.size:
        return None
    texts = [papers[int(i)] for i in unseen]
    by_words = words.odds([annotated[int(i)] for i in unseen])
    return Heard(Odds(*by_words, said[unseen], named_in([text.text for text in texts])), texts)


def _check_measurable(measured: Sequence[LabelledPassage]) -> None:
    counts = {theme.value: sum(theme in passage.labels for passage in measured) for theme in Theme}
    counts |= {str(kind): _strengths(measured).count(str(kind)) for kind in STRENGTHS}
    few = [f"{name} ({number})" for name, number in counts.items() if number < LEAST_MEASURED]
    if few:
        raise LabelledError(
            f"Te weinig passages om van te leren hoe zwaar woorden en zinsmodel wegen: van elk thema en elke sterkte zijn er "
            f"{LEAST_MEASURED} nodig waarvan het zinsmodel niet leerde, en dit is te weinig: {', '.join(few)}. Voeg nieuwe passages toe, "
            "of train met het hele corpus."
        )


def _settle(heard: Heard) -> tuple[Weighing, dict[Theme, Thresholds]]:
    """Return how words and sentence model weigh, and the thresholds, learned from what they said of these passages."""
    weighing, truth = fit_weighing(heard.odds, heard.passages), truth_matrix(heard.passages)
    scores = weighing.chances(heard.odds)
    return weighing, {theme: choose_thresholds(scores[:, i], truth[:, i]) for i, theme in enumerate(Theme)}


def _held_out(numbers: np.ndarray, heard: Heard, besides: Heard | None) -> HeldOut:
    """Return what is said of passages by a weighing and thresholds that were learned from the others and from `besides`."""
    measured = heard.passages
    scores = np.zeros((len(measured), len(Theme)))
    labels = np.zeros(scores.shape, dtype=int)
    strength = np.empty(len(measured), dtype=object)
    for inside, outside in _folds(measured):
        weighing, thresholds = _settle(heard.rows(inside).and_of(besides))
        asked = heard.odds.rows(outside)
        scores[outside] = weighing.chances(asked)
        labels[outside] = scores[outside] >= [thresholds[theme].label for theme in Theme]
        strength[outside] = np.array(STRENGTHS, dtype=object)[weighing.strengths(asked).argmax(axis=1)]
    return HeldOut(numbers, scores, labels, strength)


def _folds(passages: Sequence[LabelledPassage]) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    """Yield who learn and who are held out: whole writers, or whole papers where there are too few writers."""
    writers = [passage.writer for passage in passages]
    groups = writers if len(set(writers)) >= FOLDS else [passage.paper for passage in passages]
    yield from GroupKFold(FOLDS).split(writers, groups=groups)


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
        for_themes, for_strength = tables(features, annotated)
        themes = fit_themes(for_themes, truth_matrix(passages))
        return Words(features, themes, strength_of(_fitted(STRENGTH_COST, for_strength, _strengths(passages))))

    def rounds(self) -> Iterator[tuple[np.ndarray, np.ndarray]]:
        """Yield which passages learn and which are held out. A reviewed passage whose text is held out does not learn."""
        corpus = self.passages[: self.measured]
        for inside, outside in _folds(corpus):
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


def tables(features: Features, annotated: Sequence[Annotated]) -> tuple[sparse.csr_matrix, sparse.csr_matrix]:
    """Return the rows of passages for the themes and for the strength, each as one table."""
    rows = [features.rows(passage) for passage in annotated]
    for_themes, for_strength = zip(*rows, strict=True)
    return _table(for_themes), _table(for_strength)


def _table(rows: Sequence[Row]) -> sparse.csr_matrix:
    ends = np.cumsum([0, *(len(row.columns) for row in rows)])
    columns, values = (np.concatenate([getattr(row, name) for row in rows]) for name in ("columns", "values"))
    return sparse.csr_matrix((values, columns, ends))


def fit_themes(rows: object, truth: np.ndarray) -> Linear:
    """Return the regressions of the themes, fitted to rows of features and what was true of them, (n, 5) in the order of Theme."""
    return linear_of([_fitted(THEME_COST, rows, truth[:, i]) for i in range(len(Theme))])


def _fitted(cost: float, rows: object, truth: object) -> LogisticRegression:
    """Return an estimator of words; its weights have seven digits, which halves the stored classifier."""
    estimator = LogisticRegression(C=cost, class_weight="balanced", max_iter=1000, tol=1e-3).fit(rows, truth)
    estimator.coef_ = estimator.coef_.astype(np.float32)
    return estimator


def _strengths(passages: Sequence[LabelledPassage]) -> list[str]:
    return [str(passage.strength or Strength.CONTEXT) for passage in passages]


def fit_weighing(odds: Odds, passages: Sequence[LabelledPassage]) -> Weighing:
    """Fit held-out log-odds to what was true (Platt), so that a score of 0.8 is right eight times in ten on unseen papers."""
    truth = truth_matrix(passages)
    themes = {
        theme: linear_of([LogisticRegression(C=1.0).fit(odds.of_theme(theme), truth[:, i])])
        for i, theme in enumerate(Theme)
    }
    strength = LogisticRegression(C=1.0, max_iter=1000).fit(odds.of_strength(), _strengths(passages))
    return Weighing(themes, strength_of(strength))


def choose_thresholds(scores: np.ndarray, truth: np.ndarray) -> Thresholds:
    """Return the thresholds for one theme: the label at the best held-out F1, the doubt band below it.

    `scores` (calibrated) and `truth` have shape (n,).
    """
    grid = np.arange(0.20, 0.81, 0.01)
    given = scores[:, None] >= grid
    f1 = 2 * (given & (truth[:, None] == 1)).sum(axis=0) / np.maximum(given.sum(axis=0) + truth.sum(), 1)
    label = float(grid[f1.argmax()])
    return Thresholds(round(label, 2), round(min(label, DOUBT), 2))
