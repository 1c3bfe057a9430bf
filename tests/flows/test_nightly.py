"""A whole run with Prefect's own embedded server, as a person starts it: the command in a process of its own."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "corpus" / "voorbeeld"
PAPERS = ("Bladel_beleidsregels_2018.pdf", "m4_vreemd_aan_de_orde.pdf", "Nota_parkeernormen_Best.pdf")
TABLES = ("theme_matrix", "documents", "evidence", "motions", "regions", "housing_only")

pytestmark = [pytest.mark.traag, pytest.mark.zwaar]


def run(inbox, outputs, *options):
    command = [sys.executable, "-m", "pipeline.cli", "run", "--inbox", str(inbox), "--outputs", str(outputs), *options]
    if "--peildatum" not in options:
        command += ["--peildatum", "2021-01-01"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=280, check=False)


def rows(outputs, table):
    with (outputs / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def record(outputs):
    return json.loads((outputs / "run.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def night(tmp_path_factory):
    """An inbox with healthy and broken files, run once."""
    inbox, outputs = tmp_path_factory.mktemp("inbox"), tmp_path_factory.mktemp("uit") / "outputs"
    for name in PAPERS:
        shutil.copy(EXAMPLES / name, inbox / name)
    shutil.copy(EXAMPLES / PAPERS[0], inbox / "zelfde papier.pdf")
    (inbox / "leeg.pdf").write_bytes(b"")
    (inbox / "pagina.pdf").write_text("<!DOCTYPE html><html><body>niet gevonden</body></html>")
    (inbox / "halve.pdf").write_bytes((EXAMPLES / PAPERS[0]).read_bytes()[:900])
    shutil.copy(EXAMPLES / PAPERS[1], inbox / "met bijschrift.pdf")
    with (inbox / "met bijschrift.pdf").open("ab") as more:
        more.write(b"\n% anders")
    (inbox / "met bijschrift.toml").write_text('gemeenten = ["Blaadel"]')
    ended = run(inbox, outputs)
    return inbox, outputs, ended


def test_the_run_is_published_and_says_so_in_dutch(night):
    _, outputs, ended = night
    assert ended.returncode == 0, ended.stderr
    assert f"De tabellen staan in {outputs}" in ended.stdout
    assert "Traceback" not in ended.stderr


def test_all_municipalities_of_the_province_are_in_the_matrix(night):
    assert len(rows(night[1], "theme_matrix")) == 61


def test_every_file_has_a_row_and_a_broken_one_its_reason(night):
    documents = {row["bestand"]: row for row in rows(night[1], "documents")}
    assert len(documents) == 8
    for name in ("leeg.pdf", "pagina.pdf", "halve.pdf"):
        assert documents[name]["verwerking"] == "onleesbaar"
        assert documents[name]["reden"]


def test_twins_have_a_row_each_and_count_once(night):
    documents = {row["bestand"]: row for row in rows(night[1], "documents")}
    assert documents["zelfde papier.pdf"]["dubbel_van"] == PAPERS[0]
    (bladel,) = (row for row in rows(night[1], "theme_matrix") if row["gemeente"] == "Bladel")
    assert bladel["documenten"] == "1"


def test_a_toml_that_cannot_be_used_is_said_and_the_paper_is_read(night):
    documents = {row["bestand"]: row for row in rows(night[1], "documents")}
    assert documents["met bijschrift.pdf"]["verwerking"] == "ok"
    assert "Blaadel" in documents["met bijschrift.pdf"]["reden"]


def test_the_policy_shows_in_the_matrix_with_its_evidence(night):
    (bladel,) = (row for row in rows(night[1], "theme_matrix") if row["gemeente"] == "Bladel")
    assert bladel["status"] == "huisvesting"
    assert any(row["gemeente"] == "Bladel" and row["thema"] == "huisvesting" for row in rows(night[1], "evidence"))


def test_a_second_run_reads_nothing_again_and_the_third_names_what_changed(night, tmp_path):
    _, outputs, _ = night
    inbox = tmp_path / "inbox"
    shutil.copytree(night[0], inbox)
    copy = tmp_path / "outputs"
    shutil.copytree(outputs, copy, symlinks=True)
    assert run(inbox, copy).returncode == 0
    assert record(copy)["aantallen"]["gelezen"] == 0
    assert rows(copy, "changes") == []
    (inbox / PAPERS[0]).unlink()
    (inbox / "zelfde papier.pdf").unlink()
    assert run(inbox, copy).returncode == 0
    causes = {(row["gemeente"], row["oorzaak"]) for row in rows(copy, "changes")}
    assert causes == {("Bladel", "verdwenen document")}


def test_two_runs_into_fresh_stores_are_identical(night, tmp_path):
    assert run(night[0], tmp_path / "outputs").returncode == 0

    def digests(outputs):
        return [hashlib.sha256((outputs / f"{name}.csv").read_bytes()).hexdigest() for name in TABLES]

    assert digests(tmp_path / "outputs") == digests(night[1])


def test_an_empty_inbox_is_published_as_all_without_papers(tmp_path):
    (tmp_path / "inbox").mkdir()
    assert run(tmp_path / "inbox", tmp_path / "outputs", "--provincies", "Zeeland").returncode == 0
    matrix = rows(tmp_path / "outputs", "theme_matrix")
    assert {row["status"] for row in matrix} == {"geen_documenten"}
    assert {row["provincie"] for row in matrix} == {"Zeeland"}


def test_the_published_columns_are_those_of_the_dictionary(night):
    package = json.loads((night[1] / "datapackage.json").read_text(encoding="utf-8"))
    for resource in package["resources"]:
        with (night[1] / resource["path"]).open(encoding="utf-8", newline="") as lines:
            assert next(csv.reader(lines)) == [field["name"] for field in resource["schema"]["fields"]]
            for field in resource["schema"]["fields"]:
                assert field["description"]
