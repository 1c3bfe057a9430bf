"""A night in which nothing changed publishes the former set under its own name, without drawing anything; any other one draws."""

from __future__ import annotations

import json
import sqlite3

import pytest

from pipeline.night import sameness
from pipeline.night.program import program_key
from pipeline.store.decisions import Decision, add_decisions, open_decisions
from tests.publish.nights import copy_database, inbox_of, knowing, night, rows, workshop_of

pytestmark = pytest.mark.traag

BLADEL, PARKING = "Bladel_beleidsregels_2018.pdf", "Nota_parkeernormen_Best.pdf"
DAY = "2021-01-01"
FIRST, SECOND = "20260101T030000Z", "20260102T030000Z"


@pytest.fixture
def inbox(tmp_path):
    return inbox_of(tmp_path / "in", (BLADEL, PARKING))


@pytest.fixture
def drawn(monkeypatch):
    """One entry for each picture that was drawn."""
    pictures, draw = [], sameness.draw_picture

    def drawing(*given, **more):
        pictures.append(given)
        return draw(*given, **more)

    monkeypatch.setattr(sameness, "draw_picture", drawing)
    return pictures


@pytest.fixture
def outputs(inbox, drawn, examples_store):
    night(inbox, knowing(examples_store, inbox.parent / "uit"), DAY, FIRST)
    drawn.clear()
    return inbox.parent / "uit"


def contents(folder):
    return {path.name: path.read_text("utf-8", "replace") for path in folder.iterdir()}


def test_the_record_says_which_program_ran(outputs):
    record = json.loads((outputs / "run.json").read_text())
    assert record["versies"]["programma"] == program_key()


def test_it_is_the_same_set_with_the_record_of_its_own_run(inbox, outputs, drawn):
    outcome = night(inbox, outputs, DAY, SECOND)
    assert drawn == []
    shelf = outputs / "archief" / DAY
    former, now = contents(shelf / FIRST), contents(outcome.folder)
    records = [json.loads(one.pop("run.json")) for one in (former, now)]
    assert {name: text.replace(FIRST, SECOND) for name, text in former.items()} == now
    assert SECOND in now["overzicht.html"]
    assert SECOND in now["overzicht.md"]
    assert [record["run"] for record in records] == [FIRST, SECOND]
    assert records[0]["aantallen"] | {"gelezen": 0, "ongewijzigd": 2} == records[1]["aantallen"]
    assert (outputs / "run.json").read_text() == (outcome.folder / "run.json").read_text()
    assert (shelf / FIRST / "evidence.csv").samefile(outcome.folder / "evidence.csv")
    with sqlite3.connect(outputs / "site.sqlite") as site:
        ((run, record),) = site.execute("SELECT run, record FROM toestand").fetchall()
    assert (run, json.loads(record)["run"]) == (SECOND, SECOND)


def test_and_so_is_the_night_after_that(inbox, outputs, drawn):
    for run in (SECOND, "20260103T030000Z"):
        night(inbox, outputs, DAY, run)
    assert drawn == []
    assert json.loads((outputs / "run.json").read_text())["run"] == "20260103T030000Z"


def test_what_changed_is_told_for_one_night(inbox, outputs, drawn):
    (inbox / BLADEL).unlink()
    night(inbox, outputs, DAY, SECOND)
    assert rows(outputs, "changes") != []
    night(inbox, outputs, DAY, "20260103T030000Z")
    assert rows(outputs, "changes") == []
    assert len(drawn) == 2


def a_paper_changes(inbox, _outputs):
    with (inbox / BLADEL).open("ab") as more:
        more.write(b"\n% anders")


def a_toml_comes(inbox, _outputs):
    (inbox / BLADEL).with_suffix(".toml").write_text('status = "concept"')


def somebody_decides(inbox, outputs):
    workshop = workshop_of(inbox, outputs, DAY)
    decision = Decision(
        gm_code="GM1728", oordeel="toch deels", toelichting="belde", wie="kernteam", wanneer="2021-02-01T10:00:00", bewijs=()
    )  # fmt: skip
    add_decisions(open_decisions(workshop.settings.store), [decision])
    workshop.store.close()


def somebody_writes_in_a_table(_inbox, outputs):
    with (outputs / "documents.csv").open("a") as table:
        table.write("eigen aantekening\n")


def a_table_is_thrown_away(_inbox, outputs):
    (outputs / "huidig" / "evidence.csv").unlink()


def the_site_is_thrown_away(_inbox, outputs):
    (outputs / "site.sqlite").unlink()


def the_store_is_to_make_all_dossiers_again(inbox, outputs):
    workshop = workshop_of(inbox, outputs, DAY)
    workshop.store.doubt_dossiers()
    workshop.store.close()


@pytest.mark.parametrize(
    "happens",
    [
        a_paper_changes,
        a_toml_comes,
        somebody_decides,
        somebody_writes_in_a_table,
        a_table_is_thrown_away,
        the_site_is_thrown_away,
        the_store_is_to_make_all_dossiers_again,
    ],
    ids=lambda happens: happens.__name__,
)
def test_whatever_happens_is_drawn_and_gives_what_a_fresh_night_gives(inbox, outputs, drawn, happens):
    happens(inbox, outputs)
    night(inbox, outputs, DAY, SECOND)
    assert len(drawn) == 1
    fresh = inbox.parent / "vers"
    fresh.mkdir()
    copy_database(*(folder / "themaspin-beoordelingen.sqlite" for folder in (outputs, fresh)))
    night(inbox, fresh, DAY, SECOND)
    tables = ("theme_matrix", "documents", "evidence", "motions", "regions", "housing_only")
    assert {name: rows(outputs, name) for name in tables} == {name: rows(fresh, name) for name in tables}


def test_another_setting_or_day_is_drawn(inbox, outputs, drawn):
    night(inbox, outputs, DAY, SECOND, niveau_punten=2.5)
    night(inbox, outputs, "2020-01-01", "20260103T030000Z")
    assert len(drawn) == 2
