"""A copy of store and decisions is whole whatever goes on meanwhile, and can be put back."""

from __future__ import annotations

import json
import re
import sqlite3
import threading
from pathlib import Path

import pytest

from pipeline.store.backup import DECISIONS_FILE, RECORD, STORE_FILE, BackupRefused, back_up, restore
from pipeline.store.decisions import Decision, add_decisions, all_decisions, open_decisions
from pipeline.store.engine import StoreError, StoreNewer
from pipeline.store.migrating import STORE
from pipeline.store.origins import Origin, open_origins
from pipeline.store.store import open_store

FIRST, SECOND = (Decision("GM0847", "bevestigd", "", who, "2021-01-02T09:00:00", ()) for who in ("a", "b"))


@pytest.fixture
def address(tmp_path):
    address = f"sqlite:///{tmp_path / 'uit' / 'themaspin.sqlite'}"
    store = open_store(address)
    store.add_papers({"k": {"titel": "Nota"}})
    store.close()
    decide(address, FIRST)
    return address


def decide(address: str, *made: Decision) -> None:
    engine = open_decisions(address)
    add_decisions(engine, made)
    engine.dispose()


def decided(address: str) -> list[Decision]:
    engine = open_decisions(address)
    try:
        return all_decisions(engine)
    finally:
        engine.dispose()


def papers(address: str) -> dict:
    store = open_store(address)
    try:
        return store.papers(["k", "later"])
    finally:
        store.close()


def test_a_copy_can_be_put_back_on_an_empty_machine(address, tmp_path):
    made = back_up(address, tmp_path / "kopie")
    assert made.decisions == 1
    elsewhere = f"sqlite:///{tmp_path / 'nieuw' / 'themaspin.sqlite'}"
    restore(elsewhere, tmp_path / "kopie")
    assert papers(elsewhere) == {"k": {"titel": "Nota"}}
    assert decided(elsewhere) == [FIRST]


def test_where_fetched_papers_came_from_is_copied_and_put_back(address, tmp_path):
    origins = open_origins(address)
    origins.record(Origin("raad", "https://voorbeeld.nl/nota.pdf", "raad/nota.pdf"))
    origins.close()
    back_up(address, tmp_path / "kopie")
    elsewhere = f"sqlite:///{tmp_path / 'nieuw' / 'themaspin.sqlite'}"
    restore(elsewhere, tmp_path / "kopie")
    origins = open_origins(elsewhere)
    assert [one.path for one in origins.all()] == ["raad/nota.pdf"]
    origins.close()


def test_of_what_stands_in_the_way_of_a_copy_is_said_when_the_copy_was_made_in_dutch_time(address, tmp_path):
    back_up(address, tmp_path / "kopie")
    record = tmp_path / "kopie" / RECORD
    record.write_text(re.sub(r'"gemaakt": "[^"]+"', '"gemaakt": "2026-07-01T22:30:00Z"', record.read_text()))
    with pytest.raises(BackupRefused, match="kopie van 2026-07-02 00:30"):
        restore(address, tmp_path / "kopie")


def test_a_copy_is_plain_files_and_a_record(address, tmp_path):
    back_up(address, tmp_path / "kopie")
    assert {path.name for path in (tmp_path / "kopie").iterdir()} == {STORE_FILE, DECISIONS_FILE, RECORD}


@pytest.mark.parametrize("place", [".", "../hier", "sub/.."])
def test_a_copy_can_be_made_in_the_folder_where_one_stands(address, tmp_path, monkeypatch, place):
    (tmp_path / "hier").mkdir()
    monkeypatch.chdir(tmp_path / "hier")
    made = back_up(address, Path(place))
    assert {path.parent for path in made.files} == {tmp_path / "hier"}
    assert (tmp_path / "hier" / RECORD).exists()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith("hier")] == ["hier"]


def test_a_folder_where_one_stands_with_something_else_in_it_is_refused(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path / "uit")
    with pytest.raises(BackupRefused, match="geen reservekopie"):
        back_up(address, Path())


def test_a_copy_made_while_a_run_and_the_site_write_holds_whole_transactions(address, tmp_path):
    """The writers put rows in by pairs; no copy has half a pair."""
    done = threading.Event()

    def write():
        store, number = open_store(address), 0
        while not done.is_set():
            store.add_papers({f"{number}-links": {}, f"{number}-rechts": {"tekst": "x" * 5000}})
            decide(address, FIRST, SECOND)
            number += 1
        store.close()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        copies = [back_up(address, tmp_path / f"kopie {number}").files[0] for number in range(5)]
    finally:
        done.set()
        writer.join()
    pairs = []
    for copy in copies:
        with sqlite3.connect(copy) as store, sqlite3.connect(copy.with_name(DECISIONS_FILE)) as log:
            count = "SELECT count(*) FROM papers WHERE key LIKE '%-' || ?"
            left, right = (store.execute(count, (side,)).fetchone()[0] for side in ("links", "rechts"))
            assert left == right
            assert log.execute("SELECT count(*) FROM beoordelingen").fetchone()[0] % 2 == 1
            pairs.append(left)
    assert pairs[-1] > pairs[0], "er werd niet geschreven terwijl er werd gekopieerd"


def test_a_copy_is_not_overwritten_unless_told(address, tmp_path):
    back_up(address, tmp_path / "kopie")
    decide(address, SECOND)
    with pytest.raises(BackupRefused, match="--vervang"):
        back_up(address, tmp_path / "kopie")
    assert json.loads((tmp_path / "kopie" / RECORD).read_text())["beoordelingen"] == 1
    assert back_up(address, tmp_path / "kopie", replace=True).decisions == 2
    assert {path.name for path in tmp_path.iterdir()} == {"uit", "kopie"}


def test_a_folder_with_something_else_in_it_is_never_overwritten(address, tmp_path):
    (tmp_path / "vakantie").mkdir()
    (tmp_path / "vakantie" / "strand.jpg").write_bytes(b"")
    with pytest.raises(BackupRefused, match="geen reservekopie"):
        back_up(address, tmp_path / "vakantie", replace=True)
    assert (tmp_path / "vakantie" / "strand.jpg").exists()


def test_a_damaged_store_is_not_copied_as_if_it_were_whole(address, tmp_path):
    store = tmp_path / "uit" / "themaspin.sqlite"
    store.write_bytes(b"kapot" * 1000)
    with pytest.raises(StoreError, match="--rebuild") as refused:
        back_up(address, tmp_path / "kopie")
    assert str(refused.value).startswith(f"{store} is beschadigd")
    assert {path.name for path in tmp_path.iterdir()} == {"uit"}


@pytest.mark.parametrize(
    ("name", "todo"),
    [("themaspin.sqlite", "run --rebuild"), ("themaspin-beoordelingen.sqlite", "themaspin herstel")],
)
def test_of_what_decayed_within_the_file_itself_is_named_and_what_to_do(address, tmp_path, name, todo):
    damaged = tmp_path / "uit" / name
    with damaged.open("r+b") as file:
        file.seek(4096)
        file.write(b"\xff" * 3000)
    with pytest.raises(StoreError, match=todo) as refused:
        back_up(address, tmp_path / "kopie")
    assert str(refused.value).startswith(f"{damaged} is beschadigd")


def test_nothing_to_copy_is_said(tmp_path):
    with pytest.raises(BackupRefused, match="nog niets"):
        back_up(f"sqlite:///{tmp_path / 'leeg.sqlite'}", tmp_path / "kopie")


def test_what_stands_is_replaced_only_when_told_and_is_kept(address, tmp_path):
    back_up(address, tmp_path / "kopie")
    decide(address, SECOND)
    with pytest.raises(BackupRefused, match="--vervang"):
        restore(address, tmp_path / "kopie")
    assert decided(address) == [FIRST, SECOND]
    report = restore(address, tmp_path / "kopie", replace=True)
    assert decided(address) == [FIRST]
    (aside,) = (tmp_path / "uit").glob("*beoordelingen*voor-herstel-*")
    assert any(str(aside) in remark for remark in report.remarks)
    with sqlite3.connect(aside) as kept:
        assert kept.execute("SELECT count(*) FROM beoordelingen").fetchone() == (2,)


def test_who_has_the_log_open_goes_on_in_what_was_put_back(address, tmp_path):
    """A site that is not started again in time must not write decisions into a file that nobody reads any more."""
    back_up(address, tmp_path / "kopie")
    site = open_decisions(address)
    assert all_decisions(site) == [FIRST]
    restore(address, tmp_path / "kopie", replace=True)
    add_decisions(site, [SECOND])
    assert decided(address) == [FIRST, SECOND]


def test_a_damaged_store_is_kept_aside_and_replaced(address, tmp_path):
    back_up(address, tmp_path / "kopie")
    path = tmp_path / "uit" / "themaspin.sqlite"
    path.write_bytes(b"kapot" * 1000)
    restore(address, tmp_path / "kopie", replace=True)
    assert papers(address) == {"k": {"titel": "Nota"}}
    (aside,) = path.parent.glob("themaspin.sqlite.voor-herstel-*")
    assert aside.read_bytes() == b"kapot" * 1000


@pytest.mark.parametrize("name", [STORE_FILE, DECISIONS_FILE])
def test_a_copy_that_changed_since_it_was_made_is_refused_and_nothing_is_touched(address, tmp_path, name):
    back_up(address, tmp_path / "kopie")
    with (tmp_path / "kopie" / name).open("r+b") as copy:
        copy.seek(5000)
        copy.write(b"\xff" * 100)
    before = {path.name for path in (tmp_path / "uit").iterdir()}
    with pytest.raises(StoreError, match=f"{name} is veranderd"):
        restore(address, tmp_path / "kopie", replace=True)
    assert {path.name for path in (tmp_path / "uit").iterdir()} == before


def test_a_folder_that_is_no_copy_is_refused(address, tmp_path):
    with pytest.raises(BackupRefused, match=RECORD):
        restore(address, tmp_path)


def test_a_copy_of_a_newer_themaspin_is_refused(address, tmp_path):
    with sqlite3.connect(tmp_path / "uit" / "themaspin.sqlite") as store:
        store.execute(f"UPDATE {STORE.record} SET version_num = '0099'")
    store.close()
    back_up(address, tmp_path / "kopie")
    with pytest.raises(StoreNewer, match="schema 0099"):
        restore(f"sqlite:///{tmp_path / 'nieuw.sqlite'}", tmp_path / "kopie")


def test_a_copy_of_the_first_release_is_put_back_and_migrated(tmp_path):
    address = f"sqlite:///{tmp_path / 'oud.sqlite'}"
    with sqlite3.connect(tmp_path / "oud.sqlite") as store:
        store.executescript((Path(__file__).parent / "first_release" / "geheugen.sql").read_text(encoding="utf-8"))
    store.close()
    back_up(address, tmp_path / "kopie")
    restore(f"sqlite:///{tmp_path / 'nieuw.sqlite'}", tmp_path / "kopie")
    with sqlite3.connect(tmp_path / "nieuw.sqlite") as store:
        assert store.execute(f"SELECT version_num FROM {STORE.record}").fetchone() == (STORE.newest,)


def test_a_full_disk_leaves_no_half_copy(address, tmp_path, monkeypatch):
    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("pipeline.store.backup._write_record", full)
    with pytest.raises(StoreError, match="niet gemaakt"):
        back_up(address, tmp_path / "kopie")
    assert {path.name for path in tmp_path.iterdir()} == {"uit"}
