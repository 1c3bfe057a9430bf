"""The corpus is large, natural, diverse and without twins; its readers agree."""

from __future__ import annotations

import pytest

from pipeline.themes.codebook import Theme
from pipeline.themes.corpus_card import agreement, labellings, near_duplicates
from pipeline.themes.labelled import LabelledPassage, read_corpus
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def corpus():
    return read_corpus(ROOT / "corpus" / "passages")


def passage(name, text):
    return LabelledPassage(name, text, frozenset(), None, name, "test")


def test_a_third_or_so_has_no_theme(corpus):
    assert 0.25 <= sum(not one.labels for one in corpus) / len(corpus) <= 0.4


def test_every_theme_has_hundreds_of_passages(corpus):
    assert min(sum(theme in one.labels for one in corpus) for theme in Theme) > 500


def test_the_corpus_has_three_thousand_passages_or_more(corpus):
    assert len(corpus) >= 3000


@pytest.mark.traag
def test_no_two_passages_are_near_duplicates(corpus):
    assert near_duplicates(corpus) == []


def test_a_near_duplicate_is_found():
    first = passage(
        "a", "De gemeente controleert elke maand of de huisvesting voldoet aan de regels van de vergunning."
    )
    second = passage(
        "b", "De gemeente controleert iedere maand of de huisvesting voldoet aan de regels van de vergunning."
    )
    other = passage("c", "Burgerzaken schrijft nieuwe inwoners in op afspraak, ook op donderdagavond en in het Pools.")
    assert [(one, two) for _, one, two in near_duplicates([first, second, other])] == [("a", "b")]


@pytest.mark.parametrize("reading", ["tweede_lezing.jsonl", "derde_lezing.jsonl"])
def test_two_readers_agree(reading):
    pairs = list(labellings(ROOT / "corpus" / reading))
    assert len(pairs) >= 400
    assert min(agreement(pairs).values()) > 0.8
