"""Training: what a corpus must have to learn from it."""

import pytest
import spacy

from pipeline.themes.features import annotated
from pipeline.themes.labelled import LabelledError, read_corpus
from pipeline.themes.sentence_model import load_sentence_model
from pipeline.themes.training import train
from tests.conftest import ROOT


def test_a_corpus_that_the_sentence_model_learned_from_whole_is_refused():
    known = [one for one in read_corpus(ROOT / "corpus" / "passages") if one.writer == "wonen"]
    texts = list(annotated((passage.text for passage in known), spacy.blank("nl")))
    with pytest.raises(LabelledError, match=r"te weinig: huisvesting \(0\)"):
        train(known, texts, load_sentence_model(ROOT / "models"))
