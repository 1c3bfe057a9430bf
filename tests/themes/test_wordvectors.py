"""Word vectors: compounds are taken apart, related words are near each other, a damaged table is named."""

from __future__ import annotations

import numpy as np
import pytest

from pipeline.themes.wordvectors import FILE, FOLDER, WordVectorsError, load_word_vectors, parts, words_in
from tests.conftest import ROOT


@pytest.fixture(scope="module")
def vectors():
    return load_word_vectors(ROOT / "models")


def test_words_are_found_with_their_places():
    assert words_in("BRP-inschrijving, 4x Zorg.") == [("brp-inschrijving", 0, 16), ("x", 19, 20), ("zorg", 21, 25)]


@pytest.mark.parametrize(
    ("word", "known", "made_of"),
    [
        ("seizoenarbeidershuisvesting", {"seizoenarbeider", "huisvesting"}, ("seizoenarbeider", "huisvesting")),
        ("kwekerijbedden", {"kwekerij", "bedden"}, ("kwekerij", "bedden")),
        ("xqzvhuisvesting", {"huisvesting"}, ("huisvesting",)),
        ("onbekend", set(), ()),
        ("bed", {"bed"}, ()),
    ],
)
def test_a_compound_is_taken_apart_into_known_words(word, known, made_of):
    assert parts(word, dict.fromkeys(known, 0)) == made_of


def test_a_word_nobody_knows_has_no_vector(vectors):
    assert vectors.rows("qqqzzzxx") == ()


def test_related_words_are_nearer_than_unrelated_ones(vectors):
    def near(one, other):
        a, b = (vectors.vectors(vectors.rows(word))[0] for word in (one, other))
        return float(a @ b / np.linalg.norm(a) / np.linalg.norm(b))

    assert near("huisarts", "tandarts") > near("huisarts", "dwangsom")


def test_a_missing_or_damaged_table_is_named(tmp_path):
    with pytest.raises(WordVectorsError, match="ontbreekt"):
        load_word_vectors(tmp_path / "leeg")
    (tmp_path / FOLDER).mkdir()
    (tmp_path / FOLDER / FILE).write_bytes(b"kapot")
    with pytest.raises(WordVectorsError, match="beschadigd"):
        load_word_vectors(tmp_path)
