"""The words by which writers speak of a theme for its own sake, or for the housing rules: each with a weight, learned from papers.

What a theme is done for is mostly said in words that nobody would put on a list: "burgerzaken houdt zitting in de bibliotheek" against
"de lijst ligt ter plekke klaar". The sum of their weights is one sign on the card (`weighing.py`), beside what is known of the passage.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from pipeline.coverage.wording import carrying
from pipeline.foundation.logistic_card import read_table, table_text
from pipeline.language.passages import Passage
from pipeline.themes.classifier import Linear
from pipeline.themes.codebook import Theme
from pipeline.themes.terms import Terms

LEAST_TEXTS = 3
"""Words that stand in fewer passages are not weighed."""
COST = 2.0
SURE = 7.0
"""Further than this, in log-odds, words are not believed."""
COLUMNS = ("woord", "zeldzaamheid", "gewicht")


def wording(theme: Theme, passage: Passage, chapter: Sequence[str]) -> str:
    """Return what is weighed of a passage, each once: the words of the sentences that carry the theme and of the headings (`kop:`),
    both alone and with the theme (`zorg:spreekuur`), and all words of the passage (`ook:`).
    """
    said = _words(" ".join(carrying(theme, passage))) | {f"kop:{word}" for word in _words(" ".join(chapter))}
    around = {f"ook:{word}" for word in _words(passage.text)}
    return " ".join(sorted(said | {f"{theme.value}:{word}" for word in said} | around))


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))


@dataclass(frozen=True)
class WordWeights:
    """`rarity` and `weights` of words, in the order of `names`; the rarer a word, the more it counts. Without words it says nothing."""

    names: tuple[str, ...] = ()
    rarity: tuple[float, ...] = ()
    weights: tuple[float, ...] = ()
    start: float = 0.0

    def odds(self, text: str) -> float:
        """Return the log-odds (-SURE to SURE) that what `wording` gave stands for the theme's own sake."""
        row = self._terms.row(text)
        return float(np.clip(self._linear.of_row(row)[0], -SURE, SURE))

    @cached_property
    def _terms(self) -> Terms:
        return Terms(pieces=False, shortest=1, longest=1, names=self.names, weights=np.array(self.rarity))

    @cached_property
    def _linear(self) -> Linear:
        return Linear(np.array(self.weights).reshape(-1, 1), np.array([self.start]))

    def as_table(self) -> str:
        """Return the words as CSV, the start first; `of_table` is its inverse."""
        numbers = zip(self.rarity, self.weights, strict=True)
        return table_text(COLUMNS, (0, self.start), dict(zip(self.names, numbers, strict=True)))


def of_table(text: str) -> WordWeights:
    """Return the words of a table that `as_table` gave."""
    (_, start), words = read_table(text)
    rarity, weights = zip(*words.values(), strict=True) if words else ((), ())
    return WordWeights(tuple(words), rarity, weights, start)


def learn_words(texts: Sequence[str], own: Sequence[bool]) -> WordWeights:
    """Return the words that tell passages that writers call their own from the others; none where there is nothing to tell apart."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    if len(set(own)) < 2 or len(texts) < LEAST_TEXTS:
        return WordWeights()
    vectorizer = TfidfVectorizer(token_pattern=r"\S+", lowercase=False, min_df=LEAST_TEXTS, sublinear_tf=True)
    try:
        rows = vectorizer.fit_transform(texts)
    except ValueError:  # no word stands in so many passages
        return WordWeights()
    fitted = LogisticRegression(C=COST, max_iter=1000).fit(rows, own)
    terms = Terms.of(vectorizer)
    return WordWeights(
        tuple(terms.names),
        tuple(round(float(rarity), 3) for rarity in terms.weights),
        tuple(round(float(weight), 4) for weight in fitted.coef_[0]),
        round(float(np.asarray(fitted.intercept_)[0]), 4),
    )
