"""Terms of a text and the weight of each: TF-IDF as scikit-learn learns it, counted without scikit-learn.

A night loads the classifier in a process of its own, and importing scikit-learn takes longer than judging a paper. What it learned
is a list of terms with a number each; counting them is little work, and words come back so often that the pieces of each are
looked up once. The numbers are those of `TfidfVectorizer.transform`; a test holds them side by side.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from sklearn.feature_extraction.text import TfidfVectorizer

MOST_REMEMBERED = 50_000
"""Words of which the pieces are kept; then it begins anew, so that memory stays flat."""


@dataclass(frozen=True, slots=True)
class Row:
    """What a text has: the columns that are not zero, each once, and their values; both of shape (n,)."""

    columns: np.ndarray
    values: np.ndarray

    @classmethod
    def dense(cls, values: np.ndarray) -> Row:
        """Return the row that has all columns of `values`."""
        return cls(np.arange(len(values)), values)

    def scaled(self, by: float) -> Row:
        """Return the row with all values times `by`."""
        return Row(self.columns, self.values * by)


def beside(rows: Iterable[tuple[Row, int]]) -> Row:
    """Return rows set side by side, each given with its number of columns."""
    columns, values, start = [], [], 0
    for row, width in rows:
        columns.append(row.columns + start)
        values.append(row.values)
        start += width
    return Row(np.concatenate(columns), np.concatenate(values))


@dataclass(frozen=True)
class Terms:
    """Runs of words, or pieces of words, of `shortest` to `longest` long, each with its weight (the rarer, the heavier).

    `names` and `weights` are in the order of the columns.
    """

    pieces: bool
    shortest: int
    longest: int
    names: Sequence[str]
    weights: np.ndarray

    @classmethod
    def of(cls, fitted: TfidfVectorizer) -> Terms:
        """Return what a vectorizer learned."""
        names = sorted(fitted.vocabulary_, key=fitted.vocabulary_.__getitem__)
        shortest, longest = fitted.ngram_range
        return cls(fitted.analyzer == "char_wb", shortest, longest, names, np.asarray(fitted.idf_, dtype=float))

    def row(self, text: str) -> Row:
        """Return the weights of the terms in `text`: 1 + log of how often, times the term's weight, brought to length 1."""
        found = self._of_pieces(text) if self.pieces else self._of_runs(text.split())
        columns, times = np.unique(np.fromiter(found, dtype=np.int64), return_counts=True)
        values = (np.log(times) + 1) * self.weights[columns]
        return Row(columns, values / (np.sqrt(values @ values) or 1.0))

    @cached_property
    def _columns(self) -> dict[str, int]:
        return {name: column for column, name in enumerate(self.names)}

    @cached_property
    def _remembered(self) -> dict[str, tuple[int, ...]]:
        return {}

    def _of_runs(self, words: Sequence[str]) -> Iterator[int]:
        for length in range(self.shortest, self.longest + 1):
            for start in range(len(words) - length + 1):
                column = self._columns.get(" ".join(words[start : start + length]))
                if column is not None:
                    yield column

    def _of_pieces(self, text: str) -> Iterator[int]:
        for word in text.lower().split():
            if (columns := self._remembered.get(word)) is None:
                if len(self._remembered) >= MOST_REMEMBERED:
                    self._remembered.clear()
                columns = self._remembered[word] = tuple(self._pieces_of(f" {word} "))
            yield from columns

    def _pieces_of(self, word: str) -> Iterator[int]:
        """Yield the columns of the pieces of a word between two spaces; a word that is shorter than a piece is one piece, once."""
        for length in range(self.shortest, self.longest + 1):
            for start in range(max(len(word) - length, 0) + 1):
                column = self._columns.get(word[start : start + length])
                if column is not None:
                    yield column
            if length >= len(word):
                return
