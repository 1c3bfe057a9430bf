"""Features of a passage: lemmas, characters, lexicon concepts and, where the spaCy pipeline has them, word vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import TfidfVectorizer

from pipeline.language.annotation import annotate, plain_lemma
from pipeline.themes.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHARACTER_WEIGHT = 0.6
LEXICON_WEIGHT = 0.35


@dataclass(frozen=True, slots=True)
class Annotated:
    """A passage as the classifier sees it: its text, its lemmas joined by spaces, and its mean word vector (may be empty)."""

    text: str
    lemmas: str
    vector: np.ndarray


def annotated(texts: Iterable[str], nlp: Language) -> Iterator[Annotated]:
    """Yield each text with what spaCy says of it, in order."""
    for doc in annotate(texts, nlp):
        vector = doc.vector if nlp.vocab.vectors_length else np.zeros(0)
        yield Annotated(doc.text, " ".join(_lemmas(doc)), np.asarray(vector, dtype=float))


def _lemmas(doc: Doc) -> Iterator[str]:
    """Yield a form for each word: its lemma in lower case, every number the same."""
    for token in doc:
        if token.like_num or token.is_digit:
            yield "#"
        elif not token.is_space and not token.is_punct:
            yield plain_lemma(token)


@dataclass(frozen=True)
class Features:
    """Turns annotated passages into rows of numbers; fitted on a training set, saved with the classifier."""

    words: TfidfVectorizer
    characters: TfidfVectorizer

    @classmethod
    def fit(cls, passages: Sequence[Annotated]) -> Features:
        """Learn the vocabulary and weights from `passages`."""
        words = TfidfVectorizer(
            token_pattern=r"\S+", ngram_range=(1, 2), min_df=2, sublinear_tf=True, lowercase=False, max_features=40_000
        )
        characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=60_000
        )
        words.fit([passage.lemmas for passage in passages])
        characters.fit([passage.text for passage in passages])
        return cls(words, characters)

    def matrix(self, passages: Sequence[Annotated]) -> sparse.csr_matrix:
        """Return one row per passage: lemma n-grams, character n-grams, lexicon concepts, word vector."""
        lex = lexicon()
        concepts = np.array([lex.counts(passage.text) for passage in passages]).reshape(len(passages), -1)
        parts = [
            self.words.transform([passage.lemmas for passage in passages]),
            CHARACTER_WEIGHT * self.characters.transform([passage.text for passage in passages]),
            sparse.csr_matrix(LEXICON_WEIGHT * np.log1p(concepts)),
            sparse.csr_matrix(np.array([passage.vector for passage in passages]).reshape(len(passages), -1)),
        ]
        return sparse.csr_matrix(sparse.hstack(parts))
