"""The classifier as scikit-learn knows it: what training fits and `classifier.skops` holds for whoever wants to look into it.

Importing scikit-learn takes seconds, so what judges has only its numbers; training needs this, and the file of an earlier version.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression

from pipeline.themes.classifier import Linear, Weighing, Words
from pipeline.themes.codebook import Theme
from pipeline.themes.features import Features
from pipeline.themes.sentence_model import STRENGTHS
from pipeline.themes.terms import Terms

VECTORIZERS = ("woorden", "tekens", "vormen")
TERMS = "woordenlijsten"
YES_NO = (0, 1)
KINDS = tuple(str(kind) for kind in STRENGTHS)


def linear_of(estimators: Sequence[LogisticRegression]) -> Linear:
    """Return regressions that each tell yes from no, as numbers: an outcome for each."""
    start = np.concatenate([np.asarray(one.intercept_) for one in estimators])
    return Linear(np.column_stack([one.coef_[0] for one in estimators]), start)


def strength_of(estimator: LogisticRegression) -> Linear:
    """Return the regression of strengths as numbers, in the order of STRENGTHS."""
    rows = [list(estimator.classes_).index(kind) for kind in KINDS]
    return Linear(np.ascontiguousarray(estimator.coef_[rows].T), np.asarray(estimator.intercept_)[rows])


def estimators_of(words: Words, weighing: Weighing) -> dict[str, Any]:
    """Return scikit-learn's estimators that say the same, by name.

    The terms of vectorizers stand beside them: skops would make an object of the number of each, a hundred thousand of them.
    """
    fitted = dict(
        zip(VECTORIZERS, (words.features.words, words.features.characters, words.features.frames), strict=True)
    )
    return {
        **{name: _vectorizer(terms) for name, terms in fitted.items()},
        TERMS: {name: json.dumps(list(terms.names), ensure_ascii=False) for name, terms in fitted.items()},
        "thema": {theme.value: _regression(words.themes, YES_NO, [i]) for i, theme in enumerate(Theme)},
        "sterkte": _regression(words.strength, KINDS, range(len(KINDS))),
        "weging": {theme.value: _regression(weighing.themes[theme], YES_NO, [0]) for theme in Theme},
        "weging_sterkte": _regression(weighing.strength, KINDS, range(len(KINDS))),
    }


def of_estimators(parts: Mapping[str, Any]) -> tuple[Words, Weighing]:
    """Return what `estimators_of` was given; also of files of earlier versions, whose vectorizers may have their terms themselves."""
    features = Features(*(Terms.of(_with_terms(parts, name)) for name in VECTORIZERS))
    words = Words(features, linear_of([parts["thema"][theme.value] for theme in Theme]), strength_of(parts["sterkte"]))
    weighing = {theme: linear_of([parts["weging"][theme.value]]) for theme in Theme}
    return words, Weighing(weighing, strength_of(parts["weging_sterkte"]))


def _vectorizer(terms: Terms) -> TfidfVectorizer:
    vectorizer = TfidfVectorizer(
        analyzer="char_wb" if terms.pieces else "word",
        lowercase=terms.pieces,
        token_pattern=r"\S+",
        ngram_range=(terms.shortest, terms.longest),
        sublinear_tf=True,
    )
    vectorizer.idf_ = terms.weights
    return vectorizer


def _with_terms(parts: Mapping[str, Any], name: str) -> TfidfVectorizer:
    vectorizer = parts[name]
    if TERMS in parts:
        vectorizer.vocabulary_ = {term: column for column, term in enumerate(json.loads(parts[TERMS][name]))}
    return vectorizer


def _regression(linear: Linear, classes: Sequence[Any], outcomes: Sequence[int]) -> LogisticRegression:
    estimator = LogisticRegression()
    estimator.classes_ = np.array(classes)
    estimator.coef_ = np.ascontiguousarray(linear.weights[:, outcomes].T)
    estimator.intercept_ = linear.start[outcomes]
    return estimator
