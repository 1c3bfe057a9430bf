"""One run at a time works on a SQLite store, whatever outputs folder it publishes in (on PostgreSQL: `test_postgresql`)."""

import errno
import fcntl

import pytest

from pipeline.store.engine import StoreError
from pipeline.store.turn import StoreBusy, sole_run
from tests.store.turns import order_of_turns


def test_a_second_run_on_the_same_file_is_refused_however_the_file_is_named(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with (
        sole_run(f"sqlite:///{tmp_path / 'geheugen.sqlite'}"),
        pytest.raises(StoreBusy, match="Er is al een run bezig met het geheugen"),
        sole_run("sqlite:///geheugen.sqlite"),
    ):
        pass


def test_a_run_that_is_over_has_given_the_file_back(tmp_path):
    address = f"sqlite:///{tmp_path / 'geheugen.sqlite'}"
    with pytest.raises(ZeroDivisionError), sole_run(address):
        raise ZeroDivisionError
    with sole_run(address):
        pass


def test_runs_on_different_files_are_not_in_each_others_way(tmp_path):
    with sole_run(f"sqlite:///{tmp_path / 'een.sqlite'}"), sole_run(f"sqlite:///{tmp_path / 'twee.sqlite'}"):
        pass


def test_who_has_patience_waits_for_the_run_that_has_the_file(tmp_path):
    assert order_of_turns(f"sqlite:///{tmp_path / 'geheugen.sqlite'}") == ["run klaar", "aan de beurt"]


def test_a_disk_that_gives_no_locks_is_named_as_that_and_not_as_another_run(tmp_path, monkeypatch):
    def refused(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with pytest.raises(StoreError, match="geen slot meer te krijgen") as caught, sole_run(f"sqlite:///{tmp_path}/g"):
        pass
    assert not isinstance(caught.value, StoreBusy)
