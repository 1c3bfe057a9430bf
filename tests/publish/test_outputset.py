"""The published set is whole at any moment: the former or the new one."""

import contextlib
import errno
import fcntl
import os
import shutil
import threading
from pathlib import Path

import pytest

from pipeline.publish.outputset import DRAFT, LOCK, OutputsError, digest, drafting, exclusive, in_turn, publish_set

DAY = "2021-01-01"


def read(outputs):
    return {name: (outputs / name).read_text() for name in ("a.csv", "b.csv")}


def test_the_newest_set_has_the_plain_names_and_the_former_stays_in_the_archive(tmp_path):
    first = publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    publish_set(tmp_path, DAY, "run2", {"a.csv": "2", "b.csv": "1"})
    assert read(tmp_path) == {"a.csv": "2", "b.csv": "1"}
    assert (first / "a.csv").read_text() == "1"


def test_a_file_that_did_not_change_is_stored_once(tmp_path):
    first = publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    second = publish_set(tmp_path, DAY, "run2", {"a.csv": "2", "b.csv": "1"})
    assert (first / "b.csv").samefile(second / "b.csv")
    assert not (first / "a.csv").samefile(second / "a.csv")


@pytest.mark.parametrize("failing", range(3))
def test_a_full_disk_leaves_the_former_set_whole(tmp_path, monkeypatch, failing):
    publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    calls = iter(range(10))
    genuine = os.fsync

    def full(handle):
        if next(calls) == failing:
            raise OSError(28, "No space left on device")
        genuine(handle)

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OutputsError, match="vorige tabellen staan er nog"):
        publish_set(tmp_path, DAY, "run2", {"a.csv": "2", "b.csv": "2"})
    assert read(tmp_path) == {"a.csv": "1", "b.csv": "1"}


@pytest.mark.parametrize("failing", range(3))
def test_a_name_that_is_new_appears_together_with_all_others(tmp_path, monkeypatch, failing):
    """Of the first set, too, all files are there or none is: a power cut between two links leaves no part of it to be read."""
    calls, genuine = iter(range(10)), Path.replace

    def cut(path, target):
        if next(calls) == failing:
            raise KeyboardInterrupt
        return genuine(path, target)

    monkeypatch.setattr(Path, "replace", cut)
    with pytest.raises(KeyboardInterrupt):
        publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    assert [name for name in ("a.csv", "b.csv") if (tmp_path / name).exists()] == []


def test_what_a_killed_run_left_behind_is_cleared(tmp_path):
    (tmp_path / "archief" / DAY / "oud.nieuw").mkdir(parents=True)
    publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    assert [path.name for path in (tmp_path / "archief" / DAY).iterdir()] == ["run1"]


@pytest.mark.parametrize("answer", [errno.EPERM, errno.EACCES, errno.ENOSYS, errno.EOPNOTSUPP])
def test_without_links_the_files_are_copied(tmp_path, monkeypatch, answer):
    def no_links(*args, **kwargs):
        raise OSError(answer, os.strerror(answer))

    monkeypatch.setattr(Path, "symlink_to", no_links)
    publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    publish_set(tmp_path, DAY, "run2", {"a.csv": "2", "b.csv": "1"})
    assert read(tmp_path) == {"a.csv": "2", "b.csv": "1"}


@pytest.fixture
def carried(tmp_path):
    """An outputs folder as `cp -rL` and `scp -r` carry it to another machine: what were links are folders and files."""
    publish_set(tmp_path / "hier", DAY, "run1", {"a.csv": "1", "b.csv": "1", "run.json": "{}"})
    return shutil.copytree(tmp_path / "hier", tmp_path / "daar")


def test_outputs_that_were_copied_without_their_links_are_published_in_again(carried, caplog):
    publish_set(carried, DAY, "run2", {"a.csv": "2", "b.csv": "1", "run.json": "{}"})
    assert read(carried) == {"a.csv": "2", "b.csv": "1"}
    assert (carried / "huidig").readlink() == Path("archief", DAY, "run2")
    assert read(carried / "huidig-opzij") == {"a.csv": "1", "b.csv": "1"}
    (told,) = [record.message for record in caplog.records if record.event == "copy_set_aside"]
    assert str(carried / "huidig-opzij") in told


def test_a_folder_that_was_set_aside_before_stays(carried):
    (carried / "huidig-opzij").mkdir()
    publish_set(carried, DAY, "run2", {"a.csv": "2", "b.csv": "1"})
    assert read(carried / "huidig-opzij-2") == {"a.csv": "1", "b.csv": "1"}
    assert list((carried / "huidig-opzij").iterdir()) == []


def test_a_folder_of_something_else_in_the_place_of_the_link_is_left_and_told(tmp_path):
    (tmp_path / "huidig").mkdir()
    (tmp_path / "huidig" / "brief.txt").write_text("")
    (tmp_path / "a.csv").write_text("0")
    with pytest.raises(OutputsError, match=r"huidig is een map met iets anders dan een gepubliceerde set.*andere naam"):
        publish_set(tmp_path, DAY, "run1", {"a.csv": "1"})
    assert (tmp_path / "huidig" / "brief.txt").is_file()
    assert (tmp_path / "a.csv").read_text() == "0"


def test_a_second_run_at_the_same_time_is_refused(tmp_path):
    with exclusive(tmp_path), pytest.raises(OutputsError, match="al een run bezig"), exclusive(tmp_path, patience=0):
        pass


def test_a_run_begins_though_one_that_was_killed_still_has_the_folder_for_a_moment(tmp_path):
    killed = contextlib.ExitStack()
    killed.enter_context(exclusive(tmp_path))
    threading.Timer(0.3, killed.close).start()
    with exclusive(tmp_path):
        assert (tmp_path / LOCK).is_file()


def test_a_disk_that_gives_no_locks_is_named_as_that_and_not_as_another_run(tmp_path, monkeypatch):
    def refused(*_):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refused)
    with (
        pytest.raises(OutputsError, match=f"{tmp_path} is niet op slot te zetten: er is geen slot"),
        exclusive(tmp_path),
    ):
        pass


def test_who_takes_his_turn_waits_until_no_run_is_busy_and_says_so(tmp_path):
    order, waiting = [], threading.Event()

    def take_turn() -> None:
        with in_turn(tmp_path, lambda line: (order.append(line), waiting.set())):
            order.append("aan de beurt")

    with exclusive(tmp_path):
        other = threading.Thread(target=take_turn)
        other.start()
        waiting.wait(60)
        order.append("run klaar")
    other.join()
    assert order[1:] == ["run klaar", "aan de beurt"]
    assert str(tmp_path) in order[0]


def test_who_takes_his_turn_waits_no_longer_than_he_has_patience(tmp_path):
    with exclusive(tmp_path), pytest.raises(OutputsError, match="al een run bezig"), in_turn(tmp_path, patience=0):
        pass


def test_no_run_begins_while_somebody_has_his_turn(tmp_path):
    with in_turn(tmp_path), pytest.raises(OutputsError, match="al een run bezig"), exclusive(tmp_path, patience=0):
        pass


WORK = "wordt een peildatum uitgewerkt"


def test_a_run_waits_for_work_that_does_not_take_long_and_says_so(tmp_path):
    order, waiting = [], threading.Event()

    def run() -> None:
        with exclusive(tmp_path, lambda line: (order.append(line), waiting.set())):
            order.append("run begint")

    with in_turn(tmp_path, doing=WORK):
        night = threading.Thread(target=run)
        night.start()
        waiting.wait(60)
        order.append("werk klaar")
    night.join()
    assert order[1:] == ["werk klaar", "run begint"]
    assert WORK in order[0]


def test_a_run_that_waited_too_long_says_for_what(tmp_path):
    with in_turn(tmp_path, doing=WORK), pytest.raises(OutputsError, match=WORK), exclusive(tmp_path, patience=0):
        pass


def test_a_second_run_is_refused_after_work_that_was_killed(tmp_path):
    (tmp_path / LOCK).write_text(WORK)
    with exclusive(tmp_path), pytest.raises(OutputsError, match="al een run bezig"), exclusive(tmp_path, patience=0):
        pass


def test_an_outputs_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "bestand").write_text("")
    with pytest.raises(OutputsError, match="bestand"), exclusive(tmp_path / "bestand" / "outputs"):
        pass


def publish_runs(outputs, *runs, keep=0):
    for day, run, text in runs:
        publish_set(outputs, day, run, {"a.csv": text, "b.csv": "zelfde"}, keep)


def test_any_earlier_matrix_can_be_had_again(tmp_path):
    runs = [("2021-01-01", "1", "oud"), ("2019-01-01", "2", "eerder"), ("2021-01-01", "3", "nieuw")]
    publish_runs(tmp_path, *runs)
    for day, run, text in runs:
        folder = tmp_path / "archief" / day / run
        assert {path.name: path.read_text() for path in folder.iterdir()} == {"a.csv": text, "b.csv": "zelfde"}


def test_only_the_newest_runs_stay_when_asked_whatever_their_peildatum(tmp_path):
    publish_runs(tmp_path, ("2019-01-01", "1", "a"), (DAY, "2", "b"), ("2020-01-01", "3", "c"), (DAY, "4", "d"), keep=2)
    archive = tmp_path / "archief"
    assert sorted(path.relative_to(archive).as_posix() for path in archive.glob("*/*")) == ["2020-01-01/3", f"{DAY}/4"]
    assert not (archive / "2019-01-01").exists()
    assert read(tmp_path) == {"a.csv": "d", "b.csv": "zelfde"}


def test_the_run_just_published_stays_even_when_only_one_may(tmp_path):
    publish_runs(tmp_path, (DAY, "1", "a"), (DAY, "2", "b"), keep=1)
    assert read(tmp_path) == {"a.csv": "b", "b.csv": "zelfde"}


def test_a_workbook_is_published_byte_by_byte(tmp_path):
    publish_set(tmp_path, DAY, "run1", {"a.xlsx": b"PK\x03\x04\xff"})
    assert (tmp_path / "a.xlsx").read_bytes() == b"PK\x03\x04\xff"


def test_a_file_of_the_former_set_stands_in_the_next_without_being_written_again(tmp_path):
    first = publish_set(tmp_path, DAY, "run1", {"a.csv": "1", "b.csv": "1"})
    second = publish_set(tmp_path, DAY, "run2", {"a.csv": tmp_path / "huidig" / "a.csv", "b.csv": "2"})
    assert (first / "a.csv").samefile(second / "a.csv")
    assert read(tmp_path) == {"a.csv": "1", "b.csv": "2"}


def test_a_file_from_elsewhere_is_copied(tmp_path):
    source = tmp_path / "elders"
    source.write_text("1")
    folder = publish_set(tmp_path / "uit", DAY, "run1", {"a.csv": source})
    source.write_text("2")
    assert (folder / "a.csv").read_text() == "1"


def test_a_text_its_bytes_and_a_file_with_them_have_one_digest(tmp_path):
    (tmp_path / "a").write_bytes("één".encode())
    assert digest("één") == digest("één".encode()) == digest(tmp_path / "a")


def test_a_draft_becomes_a_file_of_the_set_and_its_folder_goes_away(tmp_path):
    with drafting(tmp_path) as draft:
        (draft / "a.csv").write_text("1")
        folder = publish_set(tmp_path, DAY, "run1", {"a.csv": draft / "a.csv", "b.csv": "1"})
    assert (folder / "a.csv").read_text() == "1"
    assert not (tmp_path / DRAFT).exists()


def test_a_draft_that_is_the_same_as_the_former_file_is_stored_once(tmp_path):
    first = publish_set(tmp_path, DAY, "run1", {"a.csv": "1"})
    with drafting(tmp_path) as draft:
        (draft / "a.csv").write_text("1")
        second = publish_set(tmp_path, DAY, "run2", {"a.csv": draft / "a.csv"})
    assert (first / "a.csv").samefile(second / "a.csv")


def test_drafts_of_a_killed_run_are_gone(tmp_path):
    (tmp_path / DRAFT).mkdir()
    (tmp_path / DRAFT / "a.csv").write_text("oud")
    with drafting(tmp_path) as draft:
        assert list(draft.iterdir()) == []


def test_a_disk_that_is_full_while_drafting_is_told_in_dutch(tmp_path):
    with pytest.raises(OutputsError, match="vorige tabellen staan er nog"), drafting(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert not (tmp_path / DRAFT).exists()


def test_a_folder_in_the_place_of_a_table_is_named(tmp_path):
    (tmp_path / "theme_matrix.csv").mkdir()
    with pytest.raises(OutputsError, match=r"dat is een map \(.*/theme_matrix\.csv\)"):
        publish_set(tmp_path, "2021-01-01", "r1", {"theme_matrix.csv": "gemeente\n"})
