"""Cards and their tables stand on disk as they always did, and their ids with them: by another id all papers are read or weighed anew."""

from __future__ import annotations

import json

import pytest

from pipeline.coverage import weighing
from pipeline.coverage.footing_words import WordWeights
from pipeline.coverage.weighing import Card, card
from pipeline.documents import attention_card, attention_words, day_choice, day_roles
from pipeline.foundation.logistic_card import LogisticCard, files_id, read_table, table_text

CARDS = {
    attention_card.CARD: attention_card.attention_card,
    day_choice.CARD: day_choice.day_card,
    weighing.CARD: card,
}
TABLES = {
    attention_words.TABLE: attention_words.subject_words,
    day_roles.TABLE: day_roles.role_table,
    weighing.CARD.parent / weighing.WORDS: lambda: card().words,
}


def test_signs_without_a_weight_and_weights_without_a_sign_say_nothing():
    one = LogisticCard(-1.0, {"kop": 0.5, "rij": 4.0})
    assert one.chance_by({"kop": 2.0, "onbekend": 9.0}) == 0.5


@pytest.mark.parametrize("path", CARDS, ids=lambda path: path.stem)
def test_a_card_in_use_is_written_as_it_stands(path):
    stored = path.read_text(encoding="utf-8")
    assert CARDS[path]().as_json(json.loads(stored)["geleerd"]) == stored


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_a_table_in_use_is_written_as_it_stands(path):
    assert TABLES[path]().as_table() == path.read_text(encoding="utf-8")


def test_a_table_is_read_as_it_was_written():
    start, weights = (0.0, -1.5), {"een, twee": (1.0, 2.5), '"kop"': (0.25, 0.0)}
    assert read_table(table_text(("woord", "a", "b"), start, weights)) == (start, weights)


def test_the_id_of_files_is_that_of_their_content(tmp_path):
    (tmp_path / "kaart").write_text("a", encoding="utf-8")
    (tmp_path / "tabel").write_text("b", encoding="utf-8")
    assert files_id(tmp_path / "kaart", tmp_path / "tabel") == "fb8e20fc2e4c3f24"


def test_the_id_of_own_footing_is_that_of_its_numbers():
    words = WordWeights(("huisarts", "loket"), (1.5, 2.0), (0.25, -1.0), -0.125)
    assert Card(0.5, {"zorg": 1.0}, words).id == "c4d1ecac0c2ea5e5"
