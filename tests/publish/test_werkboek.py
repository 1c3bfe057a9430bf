"""The workbook: what Excel sees."""

import io
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from pipeline.publish.dictionary import dictionary
from pipeline.publish.evidencefile import STRONGEST
from pipeline.publish.sheetrows import LONGEST
from pipeline.publish.uiterlijk import CELLS, status_colour
from pipeline.publish.werkboek import LEGEND, SHEETS, write_workbook
from tests.publish.test_bulletin import FACTS

MATRIX = {
    "gemeente": "Someren",
    "peildatum": date(2021, 1, 1),
    "status": "huisvesting",
    "zorg": "afgeleid",
    "zorg_zekerheid": 0.5,
}


def row_of(table, **known):
    return {name: known.get(name) for name in dictionary()[table].header}


def made(**tables):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "boek.xlsx"
        write_workbook(path, {name: tables.get(name, ()) for name in SHEETS}, FACTS)
        return path.read_bytes()


def sheet(content, name):
    return load_workbook(io.BytesIO(content))[name]


def cells(of, number=2):
    return {head.value: cell for head, cell in zip(of[1], of[number], strict=True)}


def test_the_sheets_stand_in_order_with_the_legend_last():
    names = ["matrix", "documenten", "bewijs", "moties", "regio's", "alleen huisvesting", "veranderingen", "legenda"]
    assert load_workbook(io.BytesIO(made())).sheetnames == names


def test_every_table_has_a_filter_and_a_frozen_head():
    book = load_workbook(io.BytesIO(made(theme_matrix=[row_of("theme_matrix", **MATRIX)])))
    for name in SHEETS.values():
        assert book[name].freeze_panes and book[name].auto_filter.ref
    assert (
        book["matrix"].auto_filter.ref
        == f"A1:{book['matrix'].cell(1, len(dictionary()['theme_matrix'].header)).column_letter}2"
    )


def test_a_day_is_a_day_and_a_number_a_number():
    found = cells(sheet(made(theme_matrix=[row_of("theme_matrix", **MATRIX)]), "matrix"))
    assert found["peildatum"].value == datetime(2021, 1, 1) and found["peildatum"].number_format == "dd-mm-yyyy"
    assert found["zorg_zekerheid"].value == 0.5


def test_cells_have_the_colour_of_the_legend():
    found = cells(sheet(made(theme_matrix=[row_of("theme_matrix", **MATRIX)]), "matrix"))
    assert found["zorg"].fill.start_color.rgb.endswith(CELLS["afgeleid"].colour)
    assert found["status"].fill.start_color.rgb.endswith(status_colour("huisvesting"))


@pytest.mark.parametrize("text", ["=1+1", '=HYPERLINK("http://x")', "+31 6", "-2", "@SUM(A1)", "#N/A", "\t=1"])
def test_no_text_can_be_a_formula(text):
    cell = cells(sheet(made(documents=[row_of("documents", titel=text)]), "documenten"))["titel"]
    assert (cell.value, cell.data_type) == (text, "s")
    if text[0] in "=+-@\t":
        assert cell.quotePrefix


def test_what_a_sheet_cannot_hold_is_left_out():
    found = cells(
        sheet(made(documents=[row_of("documents", titel="a\x00b\x0bc\ufffe", reden="x" * 40_000)]), "documenten")
    )
    assert found["titel"].value == "abc"
    assert len(found["reden"].value) == LONGEST


@pytest.mark.parametrize("text", ["a & b < c > d", " voor en na ", "regel\nregel", 'met "aanhaling"', "<is>"])
def test_a_text_is_what_it_was(text):
    assert cells(sheet(made(documents=[row_of("documents", titel=text)]), "documenten"))["titel"].value == text


def test_a_row_is_high_enough_for_its_longest_text():
    of = sheet(
        made(documents=[row_of("documents", titel="kort"), row_of("documents", reden="woord " * 40)]), "documenten"
    )
    assert of.row_dimensions[2].height == 15
    assert of.row_dimensions[3].height == 75


def test_a_list_is_one_text():
    assert cells(sheet(made(documents=[row_of("documents", gemeenten=["Asten", "Someren"])]), "documenten"))[
        "gemeenten"
    ].value == ("Asten|Someren")


def test_the_legend_explains_every_value_and_every_column():
    told = {row[1].value for row in sheet(made(), LEGEND).iter_rows(min_row=2)}
    assert set(CELLS) <= told
    assert {column.name for table in dictionary().values() for column in table.columns} <= told


def test_the_legend_tells_the_versions_and_the_measured_error():
    told = {row[1].value for row in sheet(made(), LEGEND).iter_rows(min_row=2)}
    assert {"themaspin 0.1.0", "F1 0,89"} <= told


def test_the_legend_tells_that_not_all_evidence_is_there():
    told = {row[1].value: row[2].value for row in sheet(made(), LEGEND).iter_rows(min_row=2)}
    assert "evidence.csv" in told[f"hoogstens {STRONGEST}"]


def test_the_same_rows_give_the_same_bytes():
    rows = [row_of("theme_matrix", **MATRIX)]
    assert made(theme_matrix=rows) == made(theme_matrix=rows)


def test_nothing_in_the_file_tells_when_it_was_made():
    with zipfile.ZipFile(io.BytesIO(made())) as parts:
        assert {part.date_time for part in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2021-01-01" in parts.read("docProps/core.xml")
        assert str(date.today().year).encode() not in parts.read("docProps/core.xml")


@settings(max_examples=25, deadline=None)
@given(st.lists(st.text(st.characters(min_codepoint=0, max_codepoint=0x10FFFF)), min_size=20, max_size=20))
def test_whatever_a_title_holds_the_workbook_opens_without_a_formula(texts):
    of = sheet(made(documents=[row_of("documents", titel=text) for text in texts]), "documenten")
    column = dictionary()["documents"].header.index("titel") + 1
    assert "f" not in {of.cell(number + 2, column).data_type for number in range(len(texts))}
