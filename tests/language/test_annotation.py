from __future__ import annotations

import pytest
from spacy.tokens import Doc

from pipeline.language.annotation import annotate, plain_lemma, split_sentences


def test_words_get_lemma_and_tag(nlp):
    (doc,) = annotate(["De gemeenten controleren de woningen."], nlp)
    assert [plain_lemma(token) for token in doc] == ["de", "gemeente", "controleren", "de", "woning", "."]
    assert doc[1].tag_.startswith("N|soort|mv")


def test_documents_come_in_the_order_of_their_texts(nlp):
    texts = [f"Dit is tekst {number}." for number in range(300)]
    assert [doc.text for doc in annotate(texts, nlp)] == texts


def test_annotation_spends_no_time_on_sentences(nlp):
    (doc,) = annotate(["Dit is een zin. Dit ook."], nlp)
    assert not doc.has_annotation("SENT_START")


def test_sentences_alone_spend_no_time_on_lemmas(nlp):
    (doc,) = split_sentences(["Dit is een zin. Dit ook."], nlp)
    assert len(list(doc.sents)) == 2
    assert not doc.has_annotation("LEMMA")


def test_an_empty_text_gives_an_empty_document(nlp):
    assert [len(doc) for doc in annotate([""], nlp)] == [0]


@pytest.mark.parametrize(
    ("lemma", "expected"),
    [("mee_doen", "meedoen"), ("Frans_talig", "franstalig"), ("BRP", "brp"), ("", "Bedden".lower())],
)
def test_a_plain_lemma_has_no_capitals_and_no_marks(nlp, lemma, expected):
    doc = Doc(nlp.vocab, words=["Bedden"], lemmas=[lemma])
    assert plain_lemma(doc[0]) == expected
