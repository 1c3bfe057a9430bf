"""Texts that no paper has but a file may: they take no more time than their length is worth."""

from __future__ import annotations

import pytest
from papers import BOX, PARAGRAPH, block

from pipeline.extraction.blocks import Block, Line
from pipeline.language.gazetteer import find
from pipeline.language.passage_making import make_passages
from pipeline.language.sentences import sentence_starts
from pipeline.themes.features import annotated

pytestmark = [pytest.mark.timeout(60), pytest.mark.zwaar]


@pytest.mark.parametrize(
    "text",
    [
        "." * 300_000,
        "\n" * 300_000,
        "a\n " * 100_000 + "\n" * 100_000,
        "?!" * 150_000,
        "art. Wet " * 40_000,
        ". " * 150_000,
        "(" * 300_000,
    ],
    ids=["points", "lines", "lines at the end", "cries", "abbreviations", "loose points", "brackets"],
)
def test_sentences_of_endless_signs_are_told_in_time(text):
    assert sentence_starts(text) is not None


def test_passages_of_an_endless_paragraph_are_made_in_time(nlp):
    text = "bed " * 270_000  # more than spaCy takes at a time
    lines = tuple(Line(at, 1, BOX) for at in range(0, len(text), 80))
    passages = make_passages([Block(1, BOX, PARAGRAPH, text, 10.0, (), lines)], nlp)
    assert sum(len(passage.text.split()) for passage in passages) == 270_000


def test_an_endless_word_is_one_passage(nlp):
    word = "bed" * 400_000
    assert [passage.text for passage in make_passages([block(PARAGRAPH, word)], nlp)] == [word]


def test_an_endless_text_is_annotated(nlp):
    (words,) = annotated(["b" * 1_000_001], nlp)
    assert len(words.lemmas) < 1_000_001


def test_municipalities_in_an_endless_text_are_found_in_time():
    assert len(find("Beleid van de gemeente Best en Bergen. " * 20_000)) == 20_000
