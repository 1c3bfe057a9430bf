"""The sentence model beside the words."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import numpy as np
import pytest

from pipeline.themes.codebook import Theme
from pipeline.themes.labelled import read_corpus
from pipeline.themes.sentence_model import FOLDER, MODEL, STRENGTHS, WIDTH, SentenceModelError, load_sentence_model
from tests.conftest import ROOT

HOUSING = "In het gebouw komen 40 kamers voor seizoenarbeiders, met een beheerder en ten hoogste twee bedden per kamer."
CARE = "Wie geen verzekering heeft kan op woensdag terecht bij de straatdokter; de GGD vaccineert tegen mazelen."


@pytest.fixture(scope="module")
def model():
    return load_sentence_model(ROOT / "models")


def test_a_text_has_the_highest_odds_for_the_theme_it_speaks_of(model):
    themes = model.odds([HOUSING, CARE])[:, : len(Theme)]
    assert [list(Theme)[i] for i in themes.argmax(axis=1)] == [Theme.HUISVESTING, Theme.ZORG]


def test_a_rule_and_a_wish_differ_in_strength(model):
    said = model.odds(
        [
            "De verhuurder houdt een nachtregister bij en laat het aan de toezichthouder zien; anders vervalt de vergunning.",
            "Wij streven ernaar dat iedereen die hier werkt zich op termijn welkom voelt in onze dorpen.",
        ]
    )[:, len(Theme) :]
    assert [STRENGTHS[i] for i in said.argmax(axis=1)] == ["maatregel", "ambitie"]


def test_what_it_says_of_a_text_does_not_hang_on_its_neighbours(model):
    alone, beside = model.odds([CARE]), model.odds([HOUSING * 5, CARE, ""])
    assert np.array_equal(alone[0], beside[1])


def test_an_endless_text_is_judged_by_its_beginning(model):
    assert np.isfinite(model.odds([HOUSING * 20_000, "", "\x00\ufffd" * 50])).all()


def test_a_text_that_it_and_its_twin_learned_from_does_not_count(model):
    passage = next(one for one in read_corpus(ROOT / "corpus" / "passages") if one.writer == "wonen")
    assert np.isnan(model.unseen_odds([passage.text])).all()


def test_of_a_text_that_its_twin_had_not_seen_the_twin_speaks(model):
    passage = next(one for one in read_corpus(ROOT / "corpus" / "passages") if one.writer == "nieuws")
    said = model.unseen_odds([passage.text])
    assert np.isfinite(said).all()
    assert not np.array_equal(said, model.odds([passage.text]))


def test_a_text_that_neither_had_seen_is_judged_as_it_is(model):
    assert np.array_equal(model.unseen_odds([CARE]), model.odds([CARE]))


def test_nothing_in_is_nothing_out(model):
    assert model.odds([]).shape == (0, WIDTH)


def test_a_missing_model_says_what_to_do(tmp_path):
    with pytest.raises(SentenceModelError, match=r"ontbreekt .*model\.onnx.*Zet de map"):
        load_sentence_model(tmp_path)


def test_a_damaged_model_says_which_folder(tmp_path):
    shutil.copytree(ROOT / "models" / FOLDER, tmp_path / FOLDER)
    (tmp_path / FOLDER / MODEL).write_bytes(b"geen model")
    with pytest.raises(SentenceModelError, match=f"{tmp_path / FOLDER} is beschadigd"):
        load_sentence_model(tmp_path)


def test_nothing_is_told_to_the_makers_of_its_runtime(tmp_path):
    """ONNX Runtime keeps what it is to report in the home folder, with a number for this machine; then there is something to send."""
    asked = (
        "import pathlib, pipeline.themes.sentence_model as s; s.load_sentence_model(pathlib.Path('models')).odds(['x'])"
    )
    subprocess.run([sys.executable, "-c", asked], cwd=ROOT, env=os.environ | {"HOME": str(tmp_path)}, check=True)
    assert not list(tmp_path.rglob("*"))
