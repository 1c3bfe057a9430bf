"""Features of a passage: lemmas, characters and lexicon concepts.

Two sets: for the themes, and for the strength. Strength lies less in what a passage speaks of than in how: who does what, in which
tense, with which modal verb. So its features have the passage's *frame* too, in which function words stay and content words become
their part of speech.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from pipeline.language.annotation import annotate, plain_lemma
from pipeline.themes.lexicon import lexicon
from pipeline.themes.terms import Row, Terms, beside

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

MOST_CHARACTERS = 20_000
"""A passage has 160 words at the most; spaCy refuses a text of more than a million characters."""
CHARACTER_WEIGHT = 0.6
LEXICON_WEIGHT = 0.35
FRAME_WORDS = frozenset(("DET", "ADP", "PRON", "SCONJ", "CCONJ", "AUX", "PART", "PUNCT", "ADV"))
"""Parts of speech of which the word itself stays in the frame."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A passage as the classifier sees it: its text, its lemmas and its frame (each joined by spaces), its mean word vector of
    the spaCy pipeline (empty where that has none).
    """

    text: str
    lemmas: str
    frame: str
    vector: np.ndarray


def annotated(texts: Iterable[str], nlp: Language) -> Iterator[Annotated]:
    """Yield each text with what spaCy says of it, in order; of a text that is far too long for a passage its beginning."""
    for doc in annotate((text[:MOST_CHARACTERS] for text in texts), nlp):
        yield Annotated(doc.text, " ".join(_lemmas(doc)), " ".join(_frame(doc)), _mean_vector(doc, nlp))


def _mean_vector(doc: Doc, nlp: Language) -> np.ndarray:
    vector = np.asarray(doc.vector if nlp.vocab.vectors_length else np.zeros(0), dtype=float)
    return vector / (np.linalg.norm(vector) or 1.0)


def _lemmas(doc: Doc) -> Iterator[str]:
    """Yield a form for each word: its lemma in lower case, every number the same."""
    for token in doc:
        if token.like_num or token.is_digit:
            yield "#"
        elif not token.is_space and not token.is_punct:
            yield plain_lemma(token)


def _frame(doc: Doc) -> Iterator[str]:
    yield "^"
    for token in doc:
        if not token.is_space:
            yield _frame_word(token)


def _frame_word(token: Token) -> str:
    if token.like_num or token.is_digit:
        return "#"
    if token.pos_ in FRAME_WORDS:
        return plain_lemma(token)
    return f"VERB-{_tense(token)}" if token.pos_ == "VERB" else token.pos_


def _tense(token: Token) -> str:
    return "".join(token.morph.get("Tense", []) or token.morph.get("VerbForm", []))


@dataclass(frozen=True)
class Features:
    """Turns annotated passages into rows of numbers; fitted on a training set, saved with the classifier."""

    words: Terms
    characters: Terms
    frames: Terms

    @classmethod
    def fit(cls, passages: Sequence[Annotated]) -> Features:
        """Learn vocabulary and weights from `passages`."""
        from sklearn.feature_extraction.text import TfidfVectorizer  # takes seconds, and only training needs it

        words = TfidfVectorizer(
            token_pattern=r"\S+", ngram_range=(1, 2), min_df=2, sublinear_tf=True, lowercase=False, max_features=40_000
        )
        characters = TfidfVectorizer(
            analyzer="char_wb", ngram_range=(3, 5), min_df=3, sublinear_tf=True, max_features=60_000
        )
        frames = TfidfVectorizer(
            token_pattern=r"\S+", ngram_range=(1, 4), min_df=3, sublinear_tf=True, lowercase=False, max_features=40_000
        )
        return cls(
            Terms.of(words.fit([passage.lemmas for passage in passages])),
            Terms.of(characters.fit([passage.text for passage in passages])),
            Terms.of(frames.fit([passage.frame for passage in passages])),
        )

    def rows(self, passage: Annotated) -> tuple[Row, Row]:
        """Return the row of a passage for the themes (words, characters, concepts, mean vector), and the one for the strength: the
        same, with the frame.
        """
        concepts = lexicon().counts(passage.text)
        parts = (
            (self.words.row(passage.lemmas), len(self.words.names)),
            (self.characters.row(passage.text).scaled(CHARACTER_WEIGHT), len(self.characters.names)),
            (Row.dense(LEXICON_WEIGHT * np.log1p(concepts)), len(concepts)),
            (Row.dense(passage.vector), len(passage.vector)),
        )
        return beside(parts), beside((*parts, (self.frames.row(passage.frame), len(self.frames.names))))
