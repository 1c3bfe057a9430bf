"""Training: what a corpus must have to learn from it, and what texts of whole papers teach."""

import json
from dataclasses import replace

import numpy as np
import pytest
import spacy

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import annotated
from pipeline.themes.labelled import LabelledError, LabelledPassage, read_corpus, read_paper_texts
from pipeline.themes.sentence_model import WIDTH, load_sentence_model, text_key
from pipeline.themes.training import train
from tests.conftest import ROOT


def test_a_corpus_that_the_sentence_model_learned_from_whole_is_refused():
    known = [one for one in read_corpus(ROOT / "corpus" / "passages") if one.writer == "wonen"]
    texts = list(annotated((passage.text for passage in known), spacy.blank("nl")))
    with pytest.raises(LabelledError, match=r"te weinig: huisvesting \(0\)"):
        train(known, texts, load_sentence_model(ROOT / "models"))


@pytest.mark.traag
def test_texts_of_papers_teach_the_weighing_and_no_words(small_corpus):
    misleading = [
        LabelledPassage(f"m{n}", f"kamer {n}", frozenset({Theme.ZORG}), Strength.CONTEXT, "m", "nota")
        for n in range(40)
    ]
    plain, taught = (_trained(small_corpus, papers) for papers in ([], misleading))
    odds = [one.classifier.words.odds(list(annotated(["kamer 1"], spacy.blank("nl"))))[0] for one in (plain, taught)]
    assert np.array_equal(*odds)
    weights = [one.classifier.weighing.themes[Theme.HUISVESTING].weights[0, 0] for one in (plain, taught)]
    assert weights[1] < weights[0]
    assert len(taught.held_out.numbers) == len(small_corpus)


@pytest.mark.traag
def test_texts_of_papers_that_the_sentence_model_learned_from_teach_nothing(small_corpus):
    texts = [
        LabelledPassage(f"m{n}", f"kamer {n} erbij", frozenset({Theme.ZORG}), Strength.CONTEXT, "m", "nota")
        for n in range(40)
    ]
    plain = _trained(small_corpus, [])
    known = _trained(small_corpus, texts, {text_key(one.text): np.full(WIDTH, np.nan) for one in texts})
    assert np.array_equal(plain.held_out.scores, known.held_out.scores)


def _trained(corpus, papers, learned=None):
    """A classifier trained with a sentence model that has also learned from the texts with these keys."""
    texts = list(annotated((passage.text for passage in [*corpus, *papers]), spacy.blank("nl")))
    sentences = load_sentence_model(ROOT / "models")
    sentences = replace(sentences, held_out={**sentences.held_out, **(learned or {})})
    return train(corpus, texts, sentences, papers=papers)


LONG = "Wie hier werkt en woont kan bij het spreekuur van de huisarts terecht, ook zonder verzekering en zonder afspraak vooraf."


def paper(folder, *blocks):
    row = {"id": "p-01", "bouw": "nota", "blokken": blocks}
    (folder / "schrijver.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")


def test_the_texts_of_a_paper_are_passages_of_its_writer(tmp_path):
    paper(tmp_path, {"kop": "Zorg"}, {"tekst": LONG, "labels": ["zorg"], "sterkte": "maatregel"})
    (found,) = read_paper_texts(tmp_path)
    assert found == LabelledPassage("p-01/1", LONG, frozenset({Theme.ZORG}), Strength.MAATREGEL, "p-01", "nota")
    assert found.writer == "schrijver"


def test_a_short_text_of_a_paper_is_no_passage(tmp_path):
    paper(tmp_path, {"tekst": "Zie bijlage.", "labels": []}, {"tekst": LONG, "labels": []})
    assert [one.text for one in read_paper_texts(tmp_path)] == [LONG]


def test_an_unknown_theme_in_a_paper_names_file_and_line(tmp_path):
    paper(tmp_path, {"tekst": LONG, "labels": ["wonen"]})
    with pytest.raises(LabelledError, match=r"schrijver\.jsonl, regel 1: onbekend thema"):
        read_paper_texts(tmp_path)


def test_a_line_that_is_no_paper_says_what_is_expected(tmp_path):
    (tmp_path / "schrijver.jsonl").write_text('{"id": "x", "text": "y"}\n', encoding="utf-8")
    with pytest.raises(LabelledError, match=r'schrijver\.jsonl, regel 1: verwacht .*"blokken"'):
        read_paper_texts(tmp_path)


def test_a_folder_without_papers_is_refused(tmp_path):
    with pytest.raises(LabelledError, match="geen gelabelde papieren"):
        read_paper_texts(tmp_path)
