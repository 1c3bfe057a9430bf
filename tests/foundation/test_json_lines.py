"""Files of JSON lines that people hand over."""

import gzip
import json

import pytest

from pipeline.foundation.json_lines import JsonLinesError, json_lines


@pytest.fixture
def lines(tmp_path):
    def of(content):
        path = tmp_path / "in.jsonl"
        path.write_bytes(content)
        return list(json_lines(path))

    return of


def test_each_line_comes_with_its_number_and_blank_ones_are_passed_over(lines):
    assert lines(b'{"a": 1}\n\n  \r\n{"a": 2}') == [(1, {"a": 1}), (4, {"a": 2})]


def test_a_mark_of_the_encoding_before_the_first_line_is_no_part_of_it(lines):
    assert lines(b'\xef\xbb\xbf{"a": 1}\n') == [(1, {"a": 1})]


def test_what_ends_a_line_in_other_texts_ends_none_within_a_string(lines):
    text = "een\u2028twee\x85drie"
    assert lines(json.dumps({"text": text}, ensure_ascii=False).encode()) == [(1, {"text": text})]


def test_half_of_a_character_is_replaced(lines):
    assert lines(b'{"text": "wonen \\ud83d"}') == [(1, {"text": "wonen �"})]


def test_a_whole_character_in_two_halves_stays(lines):
    assert lines(b'{"text": "\\ud83c\\udfe0"}') == [(1, {"text": "🏠"})]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b'{"a": 1}\n{"a": }', "regel 2: geen geldige JSON \\(bij teken 7\\)"),
        (b'[{"a": 1}]', "regel 1: geen JSON-object"),
        (b"[" * 100_000, "regel 1: .*te diep genest"),
        (b'{"a": ' + b"1" * 6000 + b"}", "regel 1: .*duizenden cijfers"),
        (b"\xff\xfe", "geen UTF-8-tekst"),
        (gzip.compress(b'{"a": 1}', mtime=0), r"is een ingepakt bestand \(gzip\); pak het eerst uit"),
        (b'{"id": NaN}', "regel 1: geen geldige JSON \\(NaN is geen getal"),
        (b'{"id": [-Infinity]}', "regel 1: .*-Infinity is geen getal"),
        (b'{"id": 1e999}', "regel 1: .*1e999 is geen getal"),
        (b'{"id": "a\\ud800"}', r'regel 1: de id heeft een half teken \("a\\ud800"\)'),
    ],
)
def test_what_is_no_json_is_told_with_file_and_line(lines, content, says):
    with pytest.raises(JsonLinesError, match=f"in.jsonl.*{says}"):
        lines(content)


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(JsonLinesError, match="niet gevonden"):
        list(json_lines(tmp_path / "weg.jsonl"))


def test_a_folder_is_told(tmp_path):
    with pytest.raises(JsonLinesError, match="is een map"):
        list(json_lines(tmp_path))
