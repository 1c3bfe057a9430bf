"""Terms are counted and weighed as scikit-learn does it."""

from __future__ import annotations

import numpy as np
import pytest
from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.themes import terms
from pipeline.themes.terms import Row, Terms, beside

LEARNED = [
    "de gemeente controleert de woning",
    "de gemeente schrijft de bewoner in",
    "een Bed, een bad en een huisarts",
]
ASKED = ["De gemeente  controleert\tde gemeente.", "de de de de", "a", "", "onbekend", "bed\n\nBAD É", "x" * 40]


@pytest.mark.parametrize(
    "how",
    [
        {"token_pattern": r"\S+", "ngram_range": (1, 2), "lowercase": False},
        {"token_pattern": r"\S+", "ngram_range": (1, 4), "lowercase": False},
        {"analyzer": "char_wb", "ngram_range": (3, 5)},
        {"analyzer": "char_wb", "ngram_range": (1, 9)},
    ],
    ids=str,
)
@pytest.mark.parametrize("text", ASKED)
def test_a_row_has_the_numbers_of_scikit_learn(how, text):
    vectorizer = TfidfVectorizer(sublinear_tf=True, **how).fit(LEARNED)
    row = Terms.of(vectorizer).row(text)
    mine = np.zeros(len(vectorizer.vocabulary_))
    mine[row.columns] = row.values
    assert np.allclose(mine, vectorizer.transform([text]).toarray()[0], rtol=0, atol=1e-12)


def test_a_row_stays_the_same_when_what_is_remembered_begins_anew(monkeypatch):
    fitted = Terms.of(TfidfVectorizer(analyzer="char_wb", ngram_range=(3, 5), sublinear_tf=True).fit(LEARNED))
    before = fitted.row(LEARNED[0])
    monkeypatch.setattr(terms, "MOST_REMEMBERED", 1)
    fitted.row("nog drie woorden")
    assert np.array_equal(before.values, fitted.row(LEARNED[0]).values)


def test_rows_side_by_side_each_have_columns_of_their_own():
    row = beside(((Row(np.array([1]), np.array([0.5])), 3), (Row.dense(np.array([7.0, 8.0])), 2)))
    assert row.columns.tolist() == [1, 3, 4]
    assert row.values.tolist() == [0.5, 7.0, 8.0]
