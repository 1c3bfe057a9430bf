"""Why a cell changed."""

from dataclasses import replace

import pytest

from pipeline.publish.changes import COMPARED, Snapshot, change_rows

CELLS = dict.fromkeys(COMPARED, "niet gedekt")
BEFORE = Snapshot("2021-01-01", "m1", "r1", {"GM1": CELLS}, {"GM1": {"a.pdf": "s1"}}, {})
AFTER = replace(BEFORE, cells={"GM1": CELLS | {"zorg": "gedekt"}})


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"files": {"GM1": {"a.pdf": "s1", "b.pdf": "s2"}}}, "nieuw document"),
        ({"files": {"GM1": {"a.pdf": "s2"}}}, "gewijzigd document"),
        ({"files": {"GM1": {}}}, "verdwenen document"),
        ({"decisions": {"GM1": "bevestigd s1"}}, "beoordeling"),
        ({"model": "m2"}, "nieuw model"),
        ({"rules": "r2"}, "nieuwe regel"),
        ({"peildatum": "2022-01-01"}, "peildatum"),
        ({"peildatum": "2022-01-01", "files": {"GM1": {"a.pdf": "s1", "b.pdf": "s2"}}}, "nieuw document"),
        ({"model": "m2", "files": {"GM1": {"a.pdf": "s2"}}}, "gewijzigd document"),
    ],
)
def test_the_nearest_cause_is_named(change, cause):
    (row,) = change_rows(BEFORE, replace(AFTER, **change), {"GM1": "Someren"})
    assert (row["kolom"], row["oud"], row["nieuw"], row["oorzaak"]) == ("zorg", "niet gedekt", "gedekt", cause)


def test_a_renamed_file_is_no_change_by_itself():
    renamed = replace(BEFORE, files={"GM1": {"b.pdf": "s1"}})
    assert list(change_rows(BEFORE, renamed, {"GM1": "Someren"})) == []


def test_the_first_run_changes_nothing():
    assert list(change_rows(None, AFTER, {"GM1": "Someren"})) == []


def test_a_snapshot_survives_being_written():
    assert Snapshot.from_data(AFTER.as_data()) == AFTER
