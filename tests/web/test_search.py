"""Searching: Dutch forms, filters, and questions that mean something to the database."""

from __future__ import annotations

import html

import pytest

from pipeline.themes.codebook import Theme
from pipeline.web.search import forms, terms_of

pytestmark = pytest.mark.traag


@pytest.mark.parametrize(
    ("word", "finds"),
    [
        ("woning", "woning*"),
        ("woningen", "woning*"),
        ("bedden", "bed"),
        ("bed", "bedden"),
        ("boete", "boetes"),
        ("controles", "controle*"),
    ],
)
def test_a_word_is_looked_for_in_its_dutch_forms(word, finds):
    assert finds in forms(word)


def test_a_short_word_does_not_find_every_word_that_begins_with_it():
    assert not any(form.endswith("*") for form in forms("bed"))


def test_a_phrase_stays_together_and_a_star_makes_a_beginning():
    assert list(terms_of('"vier maanden" nacht*')) == [["vier maanden"], ["nacht*"]]


def test_one_or_two_letters_are_no_beginning():
    assert not any(form.endswith("*") for term in terms_of("d* ee*") for form in term)


def test_passages_are_found_with_their_words_marked(reader):
    text = reader.get("/documenten?q=verblijfsregister").text
    assert "<mark>verblijfsregister</mark>" in text
    assert "Deurne" in text


def test_a_filter_narrows_the_search(reader):
    assert "Niets gevonden" in reader.get("/documenten?q=verblijfsregister&gemeente=GM1728").text
    assert (
        "Niets gevonden"
        not in reader.get("/documenten?q=verblijfsregister&gemeente=GM0762&soort=beleid&jaar=2020").text
    )


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("gemeente", "x"),
        ("gemeente", "GM9999"),
        ("thema", "x"),
        ("soort", "\x00"),
        ("jaar", "99999"),
        ("verwerking", "x"),
    ],
)
@pytest.mark.parametrize("question", ["", "verblijfsregister"])
def test_a_filter_that_is_unknown_is_said_not_to_count(reader, name, value, question):
    text = reader.get("/documenten", params={"q": question, name: value}).text
    assert f"Telt niet mee, want de waarde is onbekend: het filter op {name}." in text
    assert "\x00" not in text


def test_filters_that_are_unknown_are_named_together(reader):
    assert "onbekend: het filter op thema en jaar." in reader.get("/documenten?gemeente=GM0762&thema=x&jaar=0").text


def test_filters_that_are_known_or_left_empty_are_not_remarked_on(reader):
    assert "niet mee" not in reader.get("/documenten?gemeente=GM0762&thema=&jaar=2020&verwerking=ok").text
    assert "niet mee" not in reader.get("/moties?gemeente=").text


@pytest.mark.parametrize("theme", list(Theme))
def test_without_a_question_a_theme_leaves_the_files_that_say_something_of_it(first_night, reader, theme):
    listed = reader.get(f"/documenten?thema={theme}").text.split("<tbody>")[1]
    rows = first_night.table("documents")
    shown = {row["bestand"] for row in rows if f">{html.escape(row['bestand'])}<" in listed}
    assert shown == {row["bestand"] for row in rows if int(row[theme]) >= 1}
    assert len(shown) < len(rows)


@pytest.mark.parametrize(
    "question",
    [
        '"',
        "'",
        "a AND",
        "NEAR(",
        "tekst:",
        "*",
        "-",
        "a*b*c",
        "(((",
        "kenmerken : gm0762",
        "\x00",
        "é́",
        "💥",
        "; DROP TABLE zoek",
        "a" * 5000,
    ],
)
def test_no_question_upsets_the_database(reader, question):
    assert reader.get("/documenten", params={"q": question}).status_code == 200
