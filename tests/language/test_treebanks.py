from __future__ import annotations

import sys
from pathlib import Path

import pytest
import spacy
from click.testing import CliRunner

TRAINING = Path(__file__).parents[2] / "models" / "taal"


@pytest.fixture
def treebanks(monkeypatch):
    monkeypatch.syspath_prepend(TRAINING)
    import treebanks

    yield treebanks
    sys.modules.pop("treebanks", None)


TOKENS = [
    ("De", "de", "DET", "LID|bep|stan|rest", "Definite=Def", 2, "det"),
    ("gemeente", "gemeente", "NOUN", "N|soort|ev|basis|zijd|stan", "Number=Sing", 3, "nsubj"),
    ("doet", "mee_doen", "VERB", "WW|pv|tgw|met-t", "VerbForm=Fin", 0, "root"),
    (",,", ",,", "PUNCT", "LET", "_", 3, "punct"),
    ("mee", "mee", "ADP", "VZ|fin", "_", 3, "compound:prt"),
    (".", ".", "PUNCT", "LET", "_", 3, "punct"),
]


def conllu(*ids: str) -> str:
    rows = [
        "\t".join([str(at), form, lemma, pos, tag, morph, str(head), dep, "_", "_"])
        for at, (form, lemma, pos, tag, morph, head, dep) in enumerate(TOKENS, start=1)
    ]
    return "".join(f"# sent_id = {one}\n# text = x\n" + "\n".join(rows) + "\n\n" for one in ids)


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "ls_dev.conllu").write_text(
        conllu("wiki-1.p.10.s.1", "wiki-1.p.2.s.2", "wiki-1.p.2.s.1", "wiki-2.p.1.s.1")
    )
    (tmp_path / "al_test.conllu").write_text(conllu("WR-1\\WR-1.p.1.s.1", "WR-1\\WR-1.p.1.s.2"))
    return tmp_path


def test_sentences_come_in_the_order_of_their_text(treebanks, folder):
    places = [one.place[1:] for one in treebanks.read_treebanks(folder) if one.source == "wiki-1"]
    assert places == [(2, 1), (2, 2), (10, 1)]


def test_a_lemma_loses_the_marks_of_the_treebank(treebanks, folder):
    doc = treebanks.as_docs(treebanks.read_treebanks(folder))[0]
    assert doc[2].lemma_ == "meedoen"


def test_quotation_marks_are_those_of_print(treebanks, folder):
    doc = treebanks.as_docs(treebanks.read_treebanks(folder))[0]
    assert doc[3].text == '"'


def test_a_document_never_has_sentences_of_two_sources(treebanks, folder):
    docs = treebanks.as_docs(treebanks.read_treebanks(folder))
    assert sorted(len(list(doc.sents)) for doc in docs) == [1, 2, 3]


def test_a_source_is_never_divided_over_two_folds(treebanks, folder):
    parts = treebanks.folds(treebanks.read_treebanks(folder), 2)
    sources = [{one.source for one in part} for part in parts]
    assert not sources[0] & sources[1]
    assert sorted(map(len, parts)) == [3, 3]


def test_a_folder_without_treebanks_is_refused(treebanks, tmp_path):
    with pytest.raises(FileNotFoundError, match=r"geen \.conllu-bestanden"):
        treebanks.read_treebanks(tmp_path)


@pytest.mark.traag
@pytest.mark.zwaar
def test_training_writes_a_pipeline_and_its_card(treebanks, tmp_path, monkeypatch):
    source = tmp_path / "ud"
    source.mkdir()
    (source / "ls_dev.conllu").write_text(
        conllu(*(f"wiki-{at}.p.1.s.{number}" for at in range(4) for number in range(12)))
    )
    (source / "al_dev.conllu").write_text(
        conllu(*(f"WR-{at}.p.1.s.{number}" for at in range(2) for number in range(12)))
    )
    import train

    target = tmp_path / "nl_themaspin"
    options = [str(source), str(target), "--folds", "2", "--steps", "2", "--round-steps", "2"]
    CliRunner().invoke(train.main, options, catch_exceptions=False, standalone_mode=False)
    assert spacy.load(target).meta["license"] == "CC BY-SA 4.0"
    written = (tmp_path / "nl_themaspin.md").read_text(encoding="utf-8")
    assert "deel 2 van 2" in written
    assert "heel UD_Dutch-Alpino" in written
    assert "CC BY-SA 4.0" in written
