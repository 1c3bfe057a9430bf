"""What reviewers said of passages becomes something to learn from, and never something to be measured by."""

from __future__ import annotations

import json

import pytest
import spacy

from pipeline.store.decisions import Decision
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import annotated
from pipeline.themes.labelled import LabelledPassage, read_labelled
from pipeline.themes.reviewed import corpus_line, reviewed_passages
from pipeline.themes.sentence_model import load_sentence_model
from pipeline.themes.training import train
from tests.conftest import ROOT


def said(text, labels, who="x", identity="", **more):
    return Decision(
        "",
        "verbeterd",
        "zo is het",
        who,
        "",
        ("a" * 64,),
        "passage",
        identity,
        (),
        "",
        text,
        labels,
        "maatregel",
        **more,
    )


def test_the_last_word_on_a_passage_counts():
    (passage,) = reviewed_passages([said("tekst", ("zorg",)), said("tekst", ("huisvesting",), "y")])
    assert passage.labels == {Theme.HUISVESTING}


def test_a_withdrawn_word_does_not_count():
    undone = Decision("", "ingetrokken", "", "x", "", (), "intrekking", "b", herroept="a")
    assert reviewed_passages([said("tekst", ("zorg",), identity="a"), undone]) == []


def test_a_decision_on_a_policy_teaches_nothing():
    assert reviewed_passages([Decision("GM0762", "bevestigd", "", "x", "", ())]) == []


def test_the_lines_are_those_of_the_corpus(tmp_path):
    (made,) = reviewed_passages([said("de huisarts", ("zorg",))])
    (tmp_path / "p.jsonl").write_text(corpus_line(made) + "\n", encoding="utf-8")
    assert read_labelled(tmp_path / "p.jsonl") == [made]
    assert json.loads(corpus_line(made))["soort"] == "beoordeeld"


@pytest.mark.traag
def test_reviewed_passages_teach_and_are_never_held_out(small_corpus):
    extra = [
        LabelledPassage(f"e{n}", f"spreekuur {n}", frozenset({Theme.ZORG}), Strength.MAATREGEL, "e", "beoordeeld")
        for n in range(20)
    ]
    nlp = spacy.blank("nl")
    plain, taught = (_trained(small_corpus, more, nlp) for more in ([], extra))
    assert taught.held_out.scores.shape == plain.held_out.scores.shape == (len(small_corpus), len(Theme))
    assert _odds(taught, nlp) > _odds(plain, nlp)


def _trained(corpus, extra, nlp):
    texts = list(annotated((passage.text for passage in [*corpus, *extra]), nlp))
    return train(corpus, texts, load_sentence_model(ROOT / "models"), reviewed=extra)


def _odds(trained, nlp):
    """How much the classifier thinks that a passage on a spreekuur is about care."""
    themes, _ = trained.classifier.words.odds(list(annotated(["spreekuur 99"], nlp)))
    return themes[0, list(Theme).index(Theme.ZORG)]
