"""Searching: Dutch forms, filters, and questions that mean something to the database."""

from __future__ import annotations

import html
import re

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
    ("name", "value", "said"),
    [
        ("gemeente", "x", "‘x’ is geen gemeente op de peildatum"),
        ("gemeente", "GM9999", "‘GM9999’ is geen gemeente op de peildatum"),
        ("thema", "wonen", "‘wonen’ is geen thema. Het is huisvesting, arbeidsmarkt, registratie, zorg of handhaving"),
        ("soort", "brief", "‘brief’ is geen soort. Het is beleid, motie, raadsstuk, regionale_afspraak of overig"),
        ("jaar", "abc", "‘abc’ is geen jaar. Schrijf vier cijfers, bijvoorbeeld 2021"),
        ("jaar", "99999", "‘99999’ is geen jaar"),
        ("jaar", "1٣٣٣", "‘1٣٣٣’ is geen jaar"),
        ("verwerking", "x", "‘x’ is geen verwerking. Het is ok, onleesbaar of mislukt"),
        ("soort", "\x00", "een teken dat niet te tonen is, is geen soort"),
        ("thema", "<b>" + "x" * 200, "‘&lt;b&gt;" + "x" * 37 + "…’ is geen thema"),
    ],
)
@pytest.mark.parametrize("question", ["", "verblijfsregister"])
def test_a_filter_that_is_unknown_is_said_not_to_count_with_what_it_may_be(reader, name, value, said, question):
    text = reader.get("/documenten", params={"q": question, name: value}).text
    assert f"Het filter op {name} telt niet mee: {said}" in text
    assert "\x00" not in text


def test_filters_that_are_unknown_are_all_named(reader):
    text = reader.get("/documenten?gemeente=GM0762&thema=x&jaar=0").text
    assert re.findall(r"Het filter op (\w+) telt niet mee", text) == ["thema", "jaar"]


def test_a_search_in_passages_says_that_it_does_not_look_at_how_a_file_was_processed(reader):
    text = reader.get("/documenten?q=verblijfsregister&verwerking=onleesbaar").text
    assert "Het filter op verwerking telt niet mee: wie in passages zoekt" in text


def test_filters_that_are_known_or_left_empty_are_not_remarked_on(reader):
    assert "niet mee" not in reader.get("/documenten?gemeente=GM0762&thema=&jaar=2020&verwerking=ok").text
    assert "niet mee" not in reader.get("/moties?gemeente=").text


def test_the_list_of_files_says_the_status_of_each_paper(first_night, reader):
    table = reader.get("/documenten").text.split("<thead>")[1].split("</table>")[0]
    place = re.findall(r'<th scope="col">([^<]+)</th>', table).index("Status")
    shown = {}
    for row in table.split("<tr>")[2:]:
        name = html.unescape(re.search(r'<span class="klein">([^<]+)</span>', row)[1])
        shown[name] = re.findall(r"<td>(.*?)</td>", row, re.S)[place - 1]
    rows = {row["bestand"]: row["status"].replace("_", " ") for row in first_night.table("documents")}
    assert shown == rows
    assert len(set(rows.values())) > 1


def test_a_passage_that_is_found_says_the_status_of_its_paper(reader):
    assert "· vastgesteld" in reader.get("/documenten?q=verblijfsregister").text


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
