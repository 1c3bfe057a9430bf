"""What the first stage looks at again, and when."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from pipeline.extraction.blocks import FileState
from pipeline.foundation.dutch import today
from pipeline.night.dossiers import _wanted
from pipeline.night.inbox import FULL_CHECK, InboxShrunk, check_still_there, open_inbox
from pipeline.night.reading import CHANGED
from pipeline.night.understanding import refused
from pipeline.night.workshop import Workshop
from pipeline.publish.outputset import RECORD
from pipeline.settings import load_settings
from pipeline.sources import folder
from pipeline.store.store import StoredReading


@pytest.fixture
def workshop(tmp_path):
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "nota.pdf").write_bytes(b"%PDF-1.4 een")
    made = Workshop(load_settings(inbox=inbox, outputs=tmp_path / "outputs"))
    yield made
    made.store.close()


def hashes(workshop: Workshop) -> set[str]:
    return set(open_inbox(workshop).hashes.values())


def decay(workshop: Workshop) -> None:
    """Other content with the same size, time and inode, as a failing disk leaves."""
    path = workshop.settings.inbox / "nota.pdf"
    before = path.stat()
    with path.open("r+b") as file:
        file.write(b"%PDF-1.4 ANDERS"[: before.st_size])
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_file_of_the_same_size_and_time_is_not_opened(workshop):
    first = hashes(workshop)
    decay(workshop)
    assert hashes(workshop) == first


def test_every_file_is_compared_by_content_once_a_week(workshop):
    first = hashes(workshop)
    decay(workshop)
    workshop.store.mark_done(FULL_CHECK, today() - timedelta(days=7))
    assert hashes(workshop) != first
    assert workshop.store.last_done(FULL_CHECK) == today()


def test_a_clock_that_ran_ahead_does_not_put_off_the_comparison(workshop):
    first = hashes(workshop)
    decay(workshop)
    workshop.store.mark_done(FULL_CHECK, today() + timedelta(days=2000))
    assert hashes(workshop) != first
    assert workshop.store.last_done(FULL_CHECK) == today()


@pytest.mark.parametrize(
    ("names", "counts"),
    [
        (("b.pdf", "a.pdf"), "a.pdf"),
        (("nota.pdf", "concept-nota.pdf"), "nota.pdf"),
        (("Nota Concept.pdf", "Nota (ontwerp).pdf"), "Nota (ontwerp).pdf"),
        (("nota.pdf", "concept-nota.pdf", "concept-nota.toml"), "concept-nota.pdf"),
    ],
)
def test_of_twins_the_first_name_counts_but_for_a_toml_and_a_draft(workshop, names, counts):
    (workshop.settings.inbox / "nota.pdf").unlink()
    for name in names:
        (workshop.settings.inbox / name).write_bytes(
            b"%PDF-1.4 twee" if name.endswith("pdf") else b'status = "concept"'
        )
    (paper,) = open_inbox(workshop).papers.values()
    assert paper.path.as_posix() == counts


def fill(workshop: Workshop, number: int) -> list:
    """Put `number` papers in the inbox in place of the one that is there, and let a run see them."""
    inbox = workshop.settings.inbox
    (inbox / "nota.pdf").unlink()
    made = [inbox / f"papier {one:02}.pdf" for one in range(number)]
    for path in made:
        path.write_text(f"%PDF-1.4 {path.name}")
    open_inbox(workshop)
    return made


def test_more_than_a_tenth_gone_at_once_is_refused_with_the_numbers(workshop):
    for path in fill(workshop, 20)[:3]:
        path.unlink()
    with pytest.raises(InboxShrunk, match=r"20 papieren .* zijn er 3 weg .* --krimp-bedoeld"):
        open_inbox(workshop)


def test_a_share_that_went_away_is_refused_every_night_until_it_is_back(workshop):
    papers = fill(workshop, 12)
    share = workshop.settings.inbox
    away = share.rename(share.with_name("weg"))
    share.mkdir()
    for _ in range(2):
        with pytest.raises(InboxShrunk):
            open_inbox(workshop)
    share.rmdir()
    away.rename(share)
    assert len(open_inbox(workshop).papers) == len(papers)


@pytest.mark.parametrize(("known", "gone"), [(30, 3), (4, 2), (2, 2)])
def test_a_tenth_or_fewer_than_three_may_go(workshop, known, gone):
    for path in fill(workshop, known)[:gone]:
        path.unlink()
    assert len(open_inbox(workshop).papers) == known - gone


def test_papers_that_move_to_another_folder_are_not_gone(workshop):
    papers = fill(workshop, 12)
    folder = workshop.settings.inbox / "2026"
    folder.mkdir()
    for path in papers:
        path.rename(folder / path.name)
    assert len(open_inbox(workshop).papers) == 12


def test_papers_that_change_under_their_names_are_not_gone(workshop):
    for path in fill(workshop, 12):
        path.write_text(f"%PDF-1.7 herzien {path.name}")
    assert len(open_inbox(workshop).papers) == 12


def test_papers_that_cannot_be_opened_any_more_are_gone(workshop):
    """A folder of the share that fails leaves names behind which lead nowhere."""
    for path in fill(workshop, 12)[:4]:
        path.unlink()
        path.symlink_to("nergens")
    with pytest.raises(InboxShrunk, match="zijn er 4 weg"):
        open_inbox(workshop)


def test_shrinking_that_is_meant_is_taken(workshop):
    for path in fill(workshop, 12)[:6]:
        path.unlink()
    told = Workshop(workshop.settings.model_copy(update={"krimp_bedoeld": True}))
    assert len(open_inbox(told).papers) == 6
    told.store.close()
    assert len(open_inbox(workshop).papers) == 6


def elsewhere(workshop: Workshop, folder: Path) -> Workshop:
    """The same outputs after they were published from the inbox they have, with another inbox."""
    record = {"instellingen": {"inbox": str(workshop.settings.inbox)}}
    (workshop.settings.outputs / RECORD).write_text(json.dumps(record))
    folder.mkdir(exist_ok=True)
    return Workshop(workshop.settings.model_copy(update={"inbox": folder}))


def test_another_inbox_does_not_take_the_place_of_what_was_published(workshop, tmp_path):
    fill(workshop, 12)
    other = elsewhere(workshop, tmp_path / "elders")
    (other.settings.inbox / "iets anders.pdf").write_text("%PDF-1.4 anders")
    with pytest.raises(
        InboxShrunk, match=r"12 papieren .* zijn er 12 niet .* --outputs.* --krimp-bedoeld"
    ) as refused_it:
        open_inbox(other)
    assert str(workshop.settings.inbox) in str(refused_it.value)
    assert str(other.settings.inbox) in str(refused_it.value)
    told = Workshop(other.settings.model_copy(update={"krimp_bedoeld": True}))
    assert len(open_inbox(told).papers) == 1
    told.store.close()
    other.store.close()


def test_an_inbox_that_was_moved_goes_on(workshop, tmp_path):
    papers = fill(workshop, 12)
    other = elsewhere(workshop, tmp_path / "elders")
    (other.settings.inbox / "2026").mkdir()
    for path in papers:
        path.rename(other.settings.inbox / "2026" / path.name)
    assert len(open_inbox(other).papers) == 12
    other.store.close()


def test_a_share_that_answers_with_errors_while_papers_are_read_is_gone(workshop):
    """Not every share that falls away says that its files are not there: some give an error for each of them."""
    fill(workshop, 12)
    contents = open_inbox(workshop)
    for sha in contents.papers:
        workshop.store.add_reading(StoredReading(sha, workshop.extractor, FileState.UNREADABLE.value, CHANGED, 0), b"")
    check_still_there(workshop, contents)
    failing = {sha: replace(file, location=file.location.with_name("x" * 300)) for sha, file in contents.papers.items()}
    with pytest.raises(InboxShrunk, match="verdwenen er 12 van de 12"):
        check_still_there(workshop, replace(contents, papers=failing))


def oversized(workshop: Workshop, *names: str) -> None:
    """Files that take no room on the disk, but more than may be read."""
    for number, name in enumerate(names):
        with (workshop.settings.inbox / name).open("wb") as file:
            file.write(b"%PDF-1.4 " + bytes([number]))
            file.truncate(workshop.limits.bytes + 1)


def test_a_file_that_is_too_large_is_refused_by_its_size_alone(workshop, monkeypatch):
    oversized(workshop, "groot.pdf")
    opened = []
    monkeypatch.setattr(folder, "file_hash", lambda path: opened.append(path.name) or "a" * 64)
    contents = open_inbox(workshop)
    assert opened == ["nota.pdf"]
    refusals = {file.path.name: file.refusal for file in contents.files}
    assert refusals["groot.pdf"].startswith("groter dan 200 MB (200 MB)")
    assert refusals["nota.pdf"] == ""


def test_a_run_names_what_it_could_not_open_with_the_reason_every_night(workshop, caplog):
    (workshop.settings.inbox / "Vught").symlink_to("/etc")
    for _ in range(2):
        caplog.clear()
        open_inbox(workshop)
        assert "Vught: koppeling naar buiten de inbox: niet gevolgd; leg het stuk zelf in de inbox" in caplog.text


def test_what_is_said_beside_a_file_that_is_too_large_is_still_known(workshop):
    oversized(workshop, "groot.pdf")
    (workshop.settings.inbox / "groot.toml").write_text('gemeenten = ["Someren"]')
    (large,) = (file for file in open_inbox(workshop).files if file.path.name == "groot.pdf")
    assert refused(large).paper.owners.value == ("GM0847",)
    before = _wanted(workshop, open_inbox(workshop), _read(workshop))["groot.pdf"].key
    (workshop.settings.inbox / "groot.toml").write_text('gemeenten = ["Asten"]')
    assert _wanted(workshop, open_inbox(workshop), _read(workshop))["groot.pdf"].key != before


def _read(workshop: Workshop) -> dict[str, StoredReading]:
    return {sha: StoredReading(sha, "", FileState.OK.value, "", 1) for sha in hashes(workshop)}


def test_papers_that_became_too_large_are_not_gone(workshop):
    for number in range(4):
        (workshop.settings.inbox / f"{number}.pdf").write_bytes(b"%PDF-1.4 " + bytes([number]))
    open_inbox(workshop)
    oversized(workshop, "0.pdf", "1.pdf", "2.pdf", "3.pdf")
    assert len(open_inbox(workshop).hashes) == 1
