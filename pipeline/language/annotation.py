"""Words with their lemma and tag for the features of the themes, many texts at once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

FOR_WORDS = ("tok2vec", "tagger", "morphologizer", "attribute_ruler", "lemmatizer")
"""Components that give lemma, tag and part of speech."""
RULES = ("sentence_rules",)
RECOGNISER = ("senter",)
"""Component that decides what the rules on sentences leave open; with `tok2vec` where it listens to that."""

BATCH = 128
"""Texts at a time; larger makes it no faster."""


def annotate(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """A document with lemmas, tags and parts of speech for each text, in the same order; no sentences, no parse."""
    return nlp.pipe(texts, batch_size=BATCH, disable=_others(nlp, FOR_WORDS))


def split_sentences(texts: Iterable[str], nlp: Language) -> Iterator[Doc]:
    """A document with sentences alone for each text, in the same order.

    The recogniser never overrules the rules: it sees those texts alone in which they leave something open, one in some hundreds.
    """
    deciding = (*RECOGNISER, "tok2vec") if _listens(nlp) else RECOGNISER
    ruled = nlp.pipe(texts, batch_size=BATCH, disable=_others(nlp, RULES))
    while docs := list(islice(ruled, BATCH)):
        for _ in nlp.pipe(filter(_is_open, docs), batch_size=BATCH, disable=_others(nlp, deciding)):
            pass  # each is changed in place
        yield from docs


def _is_open(doc: Doc) -> bool:
    """Whether the rules leave open of some word if a sentence begins there."""
    return bool((doc.to_array("SENT_START") == 0).any())


def _others(nlp: Language, wanted: Iterable[str]) -> list[str]:
    return [name for name in nlp.pipe_names if name not in set(wanted)]


def _listens(nlp: Language) -> bool:
    """Whether the sentence recogniser reads the shared vectors of `tok2vec` instead of having a reader of its own."""
    return any(node.name == "tok2vec-listener" for node in nlp.get_pipe("senter").model.walk())  # type: ignore[attr-defined]


def plain_lemma(token: Token) -> str:
    """The lemma in lower case, without the marks of treebanks within compounds (`mee_doen`); the word where it has none."""
    return (token.lemma_ or token.text).replace("_", "").lower()
