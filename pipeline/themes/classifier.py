"""The classifier: for each theme the probability that a passage speaks of it, and what kind of statement the passage is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import MOST_CHARACTERS, Annotated, Features, annotated
from pipeline.themes.judging import JudgedText, Seen
from pipeline.themes.lexicon import NAMED, lexicon
from pipeline.themes.sentence_model import STRENGTHS, SentenceModel
from pipeline.themes.terms import Row

if TYPE_CHECKING:
    from spacy.language import Language

MIN_WORDS = 4
"""Shorter texts hold too little to judge: they get no theme, whatever a word in them suggests."""


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From `label` up a probability gives the label; from `doubt` up to there the classifier abstains (`uncertain`)."""

    label: float
    doubt: float


@dataclass(frozen=True)
class Odds:
    """Log-odds of passages, one row each: by words for themes (n, 5) and strength (n, 3), by the sentence model for both (n, 8).

    Beside them stands whom and what each names, (n, NAMED) of 0 and 1.
    """

    themes: np.ndarray
    strength: np.ndarray
    sentences: np.ndarray
    named: np.ndarray

    def of_theme(self, theme: Theme) -> np.ndarray:
        """Return what both say of a theme, and whom and what the passage names, (n, 2 + NAMED)."""
        column = list(Theme).index(theme)
        return np.column_stack([self.themes[:, column], self.sentences[:, column], self.named])

    def of_strength(self) -> np.ndarray:
        """Return what both say of the strength, (n, 6)."""
        return np.hstack([self.strength, self.sentences[:, len(Theme) :]])

    def rows(self, chosen: np.ndarray) -> Odds:
        """Return the chosen rows."""
        return Odds(self.themes[chosen], self.strength[chosen], self.sentences[chosen], self.named[chosen])

    def and_of(self, others: Odds) -> Odds:
        """Return these rows and, below them, those of others."""
        parts = ("themes", "strength", "sentences", "named")
        return Odds(*(np.vstack([getattr(self, part), getattr(others, part)]) for part in parts))


@dataclass(frozen=True)
class Linear:
    """Logistic regressions as numbers: `weights` of shape (columns, outcomes) and `start` (outcomes,).

    Log-odds of an outcome: its start, and each column times its weight.
    """

    weights: np.ndarray
    start: np.ndarray

    def of(self, table: np.ndarray) -> np.ndarray:
        """Return log-odds, (n, outcomes), of rows that have all columns, (n, columns)."""
        return table @ self.weights + self.start

    def of_row(self, row: Row) -> np.ndarray:
        """Return log-odds, (outcomes,), of a row with few columns."""
        return row.values @ self.weights[row.columns] + self.start


@dataclass(frozen=True)
class Words:
    """What judges by words: features, a logistic regression per theme and one for the strength.

    `themes` has the themes in the order of Theme, `strength` the kinds in that of STRENGTHS.
    """

    features: Features
    themes: Linear
    strength: Linear

    def odds(self, passages: Sequence[Annotated]) -> tuple[np.ndarray, np.ndarray]:
        """Return log-odds of themes, (n, 5) in the order of Theme, and of strengths, (n, 3) in the order of STRENGTHS."""
        themes, strengths = np.empty((len(passages), len(Theme))), np.empty((len(passages), len(STRENGTHS)))
        for i, passage in enumerate(passages):
            for_themes, for_strength = self.features.rows(passage)
            themes[i] = self.themes.of_row(for_themes)
            strengths[i] = self.strength.of_row(for_strength)
        return themes, strengths


@dataclass(frozen=True)
class Weighing:
    """How far words and sentence model are believed: logistic regressions on the log-odds of both, so that chances are calibrated.

    A passage that names another group or subject and not ours is believed less: that neither of them sees well.
    """

    themes: dict[Theme, Linear]
    strength: Linear

    def chances(self, odds: Odds) -> np.ndarray:
        """Return the probability of each theme, (n, 5)."""
        return np.column_stack([_chance(self.themes[theme].of(odds.of_theme(theme))[:, 0]) for theme in Theme])

    def strengths(self, odds: Odds) -> np.ndarray:
        """Return the probability of each strength, (n, 3) in the order of STRENGTHS."""
        said = self.strength.of(odds.of_strength())
        against_best = np.exp(said - said.max(axis=1, keepdims=True))
        return against_best / against_best.sum(axis=1, keepdims=True)


def _chance(odds: np.ndarray) -> np.ndarray:
    return 1 / (1 + np.exp(-odds))


@dataclass(frozen=True)
class Classifier:
    """Words and sentence model, weighed, with the thresholds that turn probabilities into labels."""

    words: Words
    sentences: SentenceModel
    weighing: Weighing
    thresholds: dict[Theme, Thresholds]

    def judge(self, texts: Sequence[str], nlp: Language, seen: Mapping[str, Seen] | None = None) -> list[JudgedText]:
        """Return the judgement of each text (a passage, a request of a motion), in order. `seen` is what this sentence model and `nlp`
        said of some texts before: these are not read again.

        The sentence model, which is half of the work and leaves Python alone, reads them beside spaCy and the words.
        """
        if not texts:
            return []
        with ThreadPoolExecutor(1, thread_name_prefix="zinsmodel") as beside:
            said = beside.submit(self._hear, texts, seen or {})
            passages = _annotate(texts, nlp, seen or {})
            odds = Odds(*self.words.odds(passages), said.result(), named_in(texts))
        chances, strengths = self.weighing.chances(odds), self.weighing.strengths(odds)
        return [
            self._judgement(
                passage,
                dict(zip(Theme, map(float, chances[i]), strict=True)),
                dict(zip(STRENGTHS, map(float, strengths[i]), strict=True)),
                Seen(tuple(map(float, odds.sentences[i])), passage.lemmas, passage.frame),
            )
            for i, passage in enumerate(passages)
        ]

    def _hear(self, texts: Sequence[str], seen: Mapping[str, Seen]) -> np.ndarray:
        new = [text for text in dict.fromkeys(texts) if text not in seen]
        fresh = dict(zip(new, self.sentences.odds(new), strict=True))
        return np.array([fresh[text] if text in fresh else seen[text].heard for text in texts], dtype=float)

    def _judgement(
        self,
        passage: Annotated,
        scores: dict[Theme, float],
        strengths: dict[Strength, float],
        seen: Seen,
    ) -> JudgedText:
        strength = max(strengths, key=lambda kind: strengths[kind])
        acting = sum(chance for kind, chance in strengths.items() if kind != Strength.CONTEXT)
        if len(passage.lemmas.split()) < MIN_WORDS:
            return JudgedText((), (), dict.fromkeys(Theme, 0.0), strength, acting, seen=seen)
        labels = tuple(theme for theme in Theme if scores[theme] >= self.thresholds[theme].label)
        uncertain = tuple(
            theme for theme in Theme if self.thresholds[theme].doubt <= scores[theme] < self.thresholds[theme].label
        )
        return JudgedText(labels, uncertain, scores, strength, acting, seen=seen)


def named_in(texts: Sequence[str]) -> np.ndarray:
    """Return whom and what each text names, (n, NAMED)."""
    return np.array([lexicon().named(text[:MOST_CHARACTERS]) for text in texts]).reshape(len(texts), NAMED)


def _annotate(texts: Sequence[str], nlp: Language, seen: Mapping[str, Seen]) -> list[Annotated]:
    """Each text as the classifier sees it; all are read where `nlp` has word vectors, which are not kept."""
    known = {} if nlp.vocab.vectors_length else seen
    new = [text for text in dict.fromkeys(texts) if text not in known]
    fresh = dict(zip(new, annotated(new, nlp), strict=True))
    return [fresh[text] if text in fresh else known[text].annotated(text) for text in texts]
