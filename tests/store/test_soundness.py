"""A store that can be read is told from one that cannot, without touching it."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from pathlib import Path

import pytest

from pipeline.store.decisions import decisions_address, open_decisions
from pipeline.store.soundness import unsound
from pipeline.store.store import KnownFile, open_store


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'themaspin.sqlite'}"


def made(address):
    store = open_store(address)
    store.remember_files([KnownFile(f"{one}.pdf", 1, 2, 3, f"{one:064}") for one in range(2000)])
    store.close()
    open_decisions(address).dispose()


def test_a_store_as_a_run_leaves_it_is_sound(address):
    made(address)
    assert unsound(address) == []


def test_a_store_in_use_is_sound(address):
    made(address)
    store = open_store(address)
    store.remember_files([])
    assert unsound(address) == []
    store.close()


def test_a_store_that_is_gone_is_said(address, tmp_path):
    (fault,) = unsound(address)
    assert str(tmp_path / "themaspin.sqlite") in fault
    assert "weg" in fault


def test_pages_that_are_overwritten_in_the_middle_are_found(address, tmp_path):
    made(address)
    with (tmp_path / "themaspin.sqlite").open("r+b") as file:
        file.seek(3 * 4096)
        file.write(b"\xff" * 30 * 4096)
    (fault,) = unsound(address)
    assert "beschadigd" in fault
    assert "--rebuild" in fault


def test_decisions_that_are_no_database_are_said(address, tmp_path):
    made(address)
    path = tmp_path / "themaspin-beoordelingen.sqlite"
    assert decisions_address(address).endswith(str(path))
    path.write_bytes(b"kapot" * 1000)
    (fault,) = unsound(address)
    assert "beoordelingen" in fault
    assert "reservekopie" in fault


def test_decisions_that_are_broken_are_said_also_where_the_store_is_gone(address, tmp_path):
    (tmp_path / "themaspin-beoordelingen.sqlite").write_bytes(b"kapot" * 1000)
    gone, broken = unsound(address)
    assert "weg" in gone
    assert "themaspin herstel" in broken


def test_looking_leaves_nothing_behind(address, tmp_path):
    with sqlite3.connect(tmp_path / "themaspin.sqlite") as connection:
        connection.execute("create table iets (woord text)")
    connection.close()
    before = {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()}
    unsound(address)
    assert {path.name: path.stat().st_mtime_ns for path in tmp_path.iterdir()} == before


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="alleen root kan een ander worden")
def test_a_watcher_who_may_only_read_finds_a_sound_store_sound():
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        address = f"sqlite:///{folder}/themaspin.sqlite"
        made(address)
        child = os.fork()
        if not child:
            os.setuid(65534)
            os._exit(len(unsound(address)))
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0


def test_a_server_that_does_not_answer_is_said():
    (fault,) = unsound("postgresql+psycopg://niemand@127.0.0.1:1/themaspin")
    assert "niet te bereiken" in fault
