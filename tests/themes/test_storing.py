"""A classifier on disk is known by its content before it is loaded, and refused where it is not what it says."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import skops.io
from sklearn.linear_model import LogisticRegression
from spacy.language import Language

from pipeline.settings import ROOT
from pipeline.themes.classifier import Linear
from pipeline.themes.codebook import Theme
from pipeline.themes.features import annotated
from pipeline.themes.storing import CARD, FILE, NUMBERS, ClassifierError, load, put_in_use, save

pytestmark = pytest.mark.traag

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


TEXT = "De gemeente controleert of er niet te veel arbeidsmigranten in een woning slapen."


def odds(models: Path, nlp: Language) -> np.ndarray:
    words = load(models, LANGUAGE, version(models)).classifier.words
    return np.concatenate(words.odds(list(annotated([TEXT], nlp))), axis=1)


def test_it_is_the_same_classifier_after_it_was_saved(models, nlp):
    before = odds(models, nlp)
    stored = load(models, LANGUAGE, version(models))
    save(stored.classifier, stored.card, models, LANGUAGE)
    assert np.array_equal(before, odds(models, nlp))


def test_one_that_weighs_as_an_earlier_version_did_is_refused(models):
    stored = load(models, LANGUAGE, version(models))
    whole = stored.classifier
    earlier = {theme: Linear(one.weights[:2], one.start) for theme, one in whole.weighing.themes.items()}
    save(replace(whole, weighing=replace(whole.weighing, themes=earlier)), stored.card, models, LANGUAGE)
    with pytest.raises(ClassifierError, match="andere versie van themaspin"):
        _ = load(models, LANGUAGE, version(models)).classifier


def test_one_that_is_put_in_use_comes_in_place_of_the_whole_former_one(models, tmp_path):
    aside = tmp_path / "opzij" / LANGUAGE
    shutil.copytree(models / "themas" / LANGUAGE, aside)
    (aside / CARD).write_text("{}")
    (models / "themas" / LANGUAGE / "oude meting.md").write_text("van de vorige")
    folder = put_in_use(aside, models)
    assert folder == models / "themas" / LANGUAGE
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in aside.iterdir()
    }
    assert {path.name for path in (models / "themas").iterdir() if path.is_dir()} == {LANGUAGE}


def test_one_that_cannot_be_copied_leaves_the_former_one(models, tmp_path):
    whole = load(models, LANGUAGE, version(models)).id
    with pytest.raises(OSError, match="weg"):
        put_in_use(tmp_path / "weg" / LANGUAGE, models)
    assert load(models, LANGUAGE, version(models)).id == whole


def test_a_file_of_an_earlier_version_without_bare_numbers_says_the_same(models, nlp):
    now, place = odds(models, nlp), models / "themas" / LANGUAGE / FILE
    with zipfile.ZipFile(place) as whole:
        kept = {info: whole.read(info) for info in whole.infolist() if info.filename != NUMBERS}
    with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as earlier:
        for info, content in kept.items():
            earlier.writestr(info, content)
    assert np.allclose(now, odds(models, nlp), rtol=0, atol=1e-12)


def test_who_looks_into_the_file_finds_estimators_of_scikit_learn(models):
    parts = skops.io.load(models / "themas" / LANGUAGE / FILE)
    assert all(isinstance(parts["thema"][theme.value], LogisticRegression) for theme in Theme)


JUDGE = f"""
import json, sys
from pipeline.settings import ROOT
from pipeline.themes.storing import load
card = json.loads((ROOT / "models" / "themas" / "{LANGUAGE}" / "{CARD}").read_text())
load(ROOT / "models", "{LANGUAGE}", card["spacy_versie"]).classifier
print([name for name in ("sklearn", "skops", "scipy") if name in sys.modules])
"""


@pytest.mark.traag
def test_judging_imports_no_scikit_learn():
    done = subprocess.run([sys.executable, "-c", JUDGE], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_folder_in_the_place_of_the_classifier_is_told_in_dutch(models):
    file = models / "themas" / LANGUAGE / FILE
    file.unlink()
    file.mkdir()
    with pytest.raises(ClassifierError, match="is niet te lezen: dat is een map"):
        load(models, LANGUAGE, "")
