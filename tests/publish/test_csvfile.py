"""CSV that analysts can rely on and spreadsheets cannot be harmed by."""

import csv
import datetime
import io

import pytest

from pipeline.publish.csvfile import ColumnMismatch, CsvTable, csv_text, write_csv
from pipeline.publish.dictionary import Column, TableDescription

TABLE = TableDescription("proef", "Proef", (), (Column("a", "string", "a"), Column("b", "string", "b")))


def cell(value):
    return list(csv.reader(io.StringIO(csv_text(TABLE, [{"a": value, "b": ""}]))))[1][0]


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (None, ""),
        (True, "ja"),
        (False, "nee"),
        (datetime.date(2021, 1, 2), "2021-01-02"),
        (0.5, "0.5"),
        (["Asten", "Someren"], "Asten|Someren"),
        (["a|b"], "a/b"),
        ("één, twee\nregel", "één, twee\nregel"),
        ("met\x00nul", "metnul"),
        ("oude\rregel.pdf", "oude\nregel.pdf"),
    ],
)
def test_values_as_they_are_written(value, written):
    assert cell(value) == written


@pytest.mark.parametrize("text", ["=1+1", "+31", "-nota", "@SUM(A1)", "\t=1", " =1"])
def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(text):
    assert cell(text).startswith("'")


@pytest.mark.parametrize(
    ("parts", "written"),
    [
        (["=x.pdf", "a.pdf"], "'=x.pdf|a.pdf"),
        (["a.pdf", "=x.pdf"], "a.pdf|'=x.pdf"),
        (("=x.pdf", " =y.pdf"), "'=x.pdf|' =y.pdf"),
        (["12.0", "-3.5"], "12.0|-3.5"),
        (["-3.5", "12.0"], "-3.5|12.0"),
        ((-1.0, 2.0, 3.0, 4.0), "-1.0|2.0|3.0|4.0"),
        (["-3.5", "x"], "'-3.5|x"),
        (["-1", "=x"], "'-1|'=x"),
        ([" 1"], " 1"),
    ],
)
def test_a_part_of_a_list_is_written_as_that_text_by_itself_and_a_number_as_a_number(parts, written):
    assert cell(parts) == written


def test_a_list_of_numbers_is_read_back_as_it_was(tmp_path):
    table = TableDescription("proef", "Proef", (), (Column("a", "string", "hoeken, gescheiden door |"),))
    write_csv(tmp_path / "proef.csv", table, [{"a": (-1.0, 2.5)}])
    assert list(CsvTable(tmp_path / "proef.csv", table)) == [{"a": "-1.0|2.5"}]


def test_a_list_is_read_back_without_what_its_parts_were_made_harmless_with(tmp_path):
    table = TableDescription("proef", "Proef", (), (Column("a", "string", "namen, gescheiden door |"),))
    write_csv(tmp_path / "proef.csv", table, [{"a": ["=x.pdf", "a.pdf", "=y.pdf", "'s-Hertogenbosch"]}])
    assert list(CsvTable(tmp_path / "proef.csv", table)) == [{"a": "=x.pdf|a.pdf|=y.pdf|'s-Hertogenbosch"}]


def test_a_row_with_other_columns_is_a_fault():
    with pytest.raises(ColumnMismatch):
        csv_text(TABLE, [{"a": 1}])


@pytest.mark.parametrize(
    ("kind", "value", "back"),
    [
        ("string", "=1+1", "=1+1"),
        ("string", "'s-Hertogenbosch", "'s-Hertogenbosch"),
        ("string", ["Asten", "Someren"], "Asten|Someren"),
        ("string", 'een, twee\n"drie"', 'een, twee\n"drie"'),
        ("string", "een\rtwee", "een\ntwee"),
        ("string", "x" * 200_000, "x" * 200_000),
        ("string", True, "ja"),
        ("string", "", None),
        ("date", None, None),
        ("date", datetime.date(2021, 1, 2), datetime.date(2021, 1, 2)),
        ("integer", 0, 0),
        ("number", 0.5, 0.5),
    ],
)
def test_what_was_written_is_read_back(tmp_path, kind, value, back):
    table = TableDescription("proef", "Proef", (), (Column("a", kind, "a"),))
    write_csv(tmp_path / "proef.csv", table, [{"a": value}, {"a": value}])
    read = CsvTable(tmp_path / "proef.csv", table)
    assert list(read) == [{"a": back}] * 2
    assert list(read) == [{"a": back}] * 2
