"""The whole set that comes out of the example papers: valid, described to the last column, and always the same."""

import csv
import hashlib
import json

import pytest
from frictionless import Package, validate
from openpyxl import load_workbook

from pipeline.publish.dictionary import dictionary
from tests.publish.nights import inbox_of, knowing, night, rows

pytestmark = pytest.mark.traag

TABLES = {"theme_matrix", "documents", "evidence", "motions", "regions", "housing_only", "changes"}
FEW = (
    "Bladel_beleidsregels_2018.pdf",
    "Someren/nota.pdf",
    "m4_vreemd_aan_de_orde.pdf",
    "regiotafel_26nov_stuk4.pdf",
    "Huisvestingsbeleid_getekend.pdf",
    "Bernheze/scan0041.pdf",
)


@pytest.fixture(scope="module")
def nights(tmp_path_factory, examples_store):
    """The same few papers in two stores: one in which they were read among many others, and a fresh one, in the opposite order."""
    there, back = tmp_path_factory.mktemp("heen"), tmp_path_factory.mktemp("terug")
    night(inbox_of(there / "in", FEW), knowing(examples_store, there / "uit"), "2021-01-01", "1")
    night(inbox_of(back / "in", reversed(FEW)), back / "uit", "2021-01-01", "2", backwards=True)
    return there / "uit", back / "uit"


def test_the_set_is_a_valid_data_package(published):
    report = validate(str(published / "datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "type", "note"]) == []
    assert {resource.path for resource in Package(str(published / "datapackage.json")).resources} == {
        f"{name}.csv" for name in TABLES
    }


def test_a_set_that_breaks_its_description_is_found_invalid(published, tmp_path):
    package = json.loads((published / "datapackage.json").read_text())
    for resource in package["resources"]:
        (tmp_path / resource["path"]).write_bytes((published / resource["path"]).read_bytes())
    matrix = (tmp_path / "theme_matrix.csv").read_text()
    (tmp_path / "theme_matrix.csv").write_text(matrix.replace(",integraal,", ",half integraal,", 1))
    (tmp_path / "datapackage.json").write_text(json.dumps(package))
    found = {error[0] for error in validate(str(tmp_path / "datapackage.json")).flatten(["type"])}
    assert "constraint-error" in found


@pytest.mark.parametrize("name", sorted(TABLES))
def test_every_column_is_documented_and_every_documented_one_is_there(published, name):
    described = {
        resource["path"]: resource for resource in json.loads((published / "datapackage.json").read_text())["resources"]
    }
    with (published / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        header = next(csv.reader(lines))
    fields = described[f"{name}.csv"]["schema"]["fields"]
    assert header == [field["name"] for field in fields]
    assert [field["name"] for field in fields if len(field["description"]) < 4] == []


def test_every_published_table_is_in_the_dictionary(published):
    assert {path.stem for path in published.glob("*.csv")} == set(dictionary()) == TABLES


def test_the_set_of_each_peildatum_can_be_had_again(published):
    for day, run in (("2019-01-01", "20260101T030000Z"), ("2021-01-01", "20260102T030000Z")):
        matrix = rows(published / "archief" / day / run, "theme_matrix")
        assert {row["peildatum"] for row in matrix} == {day}
    assert rows(published, "theme_matrix") == rows(
        published / "archief" / "2021-01-01" / "20260102T030000Z", "theme_matrix"
    )


def test_what_changed_between_the_peildata_is_caused_by_the_peildatum(published):
    assert {row["oorzaak"] for row in rows(published, "changes")} == {"peildatum"}


def test_evidence_says_the_status_of_its_paper_as_the_documents_do(published):
    of_paper = {row["bestand"]: row["status"] for row in rows(published, "documents")}
    evidence = rows(published, "evidence")
    assert [row for row in evidence if row["status"] != of_paper[row["bestand"]]] == []
    assert len({row["status"] for row in evidence}) > 2


def test_the_cells_that_are_covered_are_those_with_evidence_in_force(published):
    """Who keeps to what is in force takes no draft, motion or former policy for policy of now."""
    evidence = [row for row in rows(published, "evidence") if row["geldend"] == "ja"]
    held = {(row["gm_code"], row["thema"]) for row in evidence if int(row["niveau"]) >= 2}
    covered = {
        (row["gm_code"], theme)
        for row in rows(published, "theme_matrix")
        for theme in ("huisvesting", "arbeidsmarkt", "registratie", "zorg", "handhaving")
        if row[theme] in ("gedekt", "afgeleid")
    }
    present = {row["gm_code"] for row in rows(published, "theme_matrix")}
    assert {cell for cell in held if cell[0] in present} >= covered
    assert {row["status"] for row in evidence} == {"vastgesteld"}
    assert len(evidence) < len(rows(published, "evidence"))


def test_evidence_stands_by_cell_with_the_highest_level_first(published):
    cells = [(row["gm_code"], row["thema"], -int(row["niveau"])) for row in rows(published, "evidence")]
    order = {
        theme: number
        for number, theme in enumerate(("huisvesting", "arbeidsmarkt", "registratie", "zorg", "handhaving"))
    }
    assert cells == sorted(cells, key=lambda cell: (cell[0] or "~", order[cell[1]], cell[2]))


def test_the_workbook_holds_the_rows_of_the_tables(published):
    book = load_workbook(published / "themamatrix.xlsx", read_only=True)
    for sheet, table in (("matrix", "theme_matrix"), ("documenten", "documents"), ("bewijs", "evidence")):
        assert sum(1 for _ in book[sheet].rows) == len(rows(published, table)) + 1


def test_papers_give_the_same_bytes_in_whatever_order_and_company_they_were_read(nights):
    there, back = nights
    names = [*(f"{name}.csv" for name in sorted(TABLES)), "datapackage.json", "themamatrix.xlsx"]

    def digests(outputs):
        return {name: hashlib.sha256((outputs / name).read_bytes()).hexdigest() for name in names}

    assert len(rows(there, "evidence")) > 20
    assert digests(there) == digests(back)
