"""A classifier on disk is known by its content before it is loaded, and refused where it is not what it says."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from pipeline.settings import ROOT
from pipeline.themes.storing import CARD, FILE, ClassifierError, load, save

LANGUAGE = "nl_themaspin"


@pytest.fixture
def models(tmp_path) -> Path:
    shutil.copytree(ROOT / "models" / "themas", tmp_path / "themas")
    shutil.copytree(ROOT / "models" / "zinsmodel", tmp_path / "zinsmodel")
    return tmp_path


def version(models: Path) -> str:
    return json.loads((models / "themas" / LANGUAGE / CARD).read_text())["spacy_versie"]


def test_it_is_not_opened_before_it_is_used(models):
    stored = load(models, LANGUAGE, version(models))
    (models / "themas" / LANGUAGE / FILE).write_bytes(b"iets anders")
    assert stored.id
    with pytest.raises(ClassifierError, match="tijdens de run vervangen"):
        _ = stored.classifier


def test_a_damaged_one_has_another_identity_and_says_what_to_do(models):
    whole = load(models, LANGUAGE, version(models))
    (models / "themas" / LANGUAGE / FILE).write_bytes(b"kapot")
    damaged = load(models, LANGUAGE, version(models))
    assert damaged.id != whole.id
    with pytest.raises(ClassifierError, match="themaspin train"):
        _ = damaged.classifier


def test_another_sentence_model_is_refused(models):
    with (models / "zinsmodel" / "model.onnx").open("ab") as more:
        more.write(b"x")
    with pytest.raises(ClassifierError, match="ander zinsmodel"):
        load(models, LANGUAGE, version(models))


def test_it_is_the_same_classifier_after_it_was_saved(models, tmp_path):
    before = load(models, LANGUAGE, version(models))
    save(before.classifier, before.card, tmp_path / "elders", LANGUAGE)
    shutil.copytree(models / "zinsmodel", tmp_path / "elders" / "zinsmodel")
    after = load(tmp_path / "elders", LANGUAGE, version(models)).classifier.words.features
    for name in ("words", "characters", "frames"):
        one, other = getattr(before.classifier.words.features, name), getattr(after, name)
        assert one.vocabulary_ == other.vocabulary_
        assert (one.transform(["de gemeente controleert"]) != other.transform(["de gemeente controleert"])).nnz == 0
