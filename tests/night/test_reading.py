"""Which papers a night reads again, and which it leaves alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.extraction.blocks import Extraction, FileState, Page, PageState
from pipeline.extraction.ocr import Ocr
from pipeline.night import reading
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files, reading_of, readings
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings

pytestmark = pytest.mark.traag

TEXT = Extraction(FileState.OK, pages=(Page(1, 595, 842, PageState.TEXT),))
SCAN = Extraction(FileState.UNREADABLE, "scan", pages=(Page(1, 595, 842, PageState.SCAN, "scan"),))
RECOGNISED = Extraction(FileState.OK, pages=(Page(1, 595, 842, PageState.TEXT, ocr=True),))
STOPPED = Extraction(FileState.UNREADABLE, "te lang", stopped=True)
TOO_MANY = Extraction(FileState.UNREADABLE, "meer dan 2.000 pagina's (2.501)", refused_pages=2501)
FAULT = Extraction(FileState.FAILED, "fout")

ABSENT, PRESENT = Ocr(missing=("Tesseract",)), Ocr()


class Nights:
    """An inbox with one paper, and nights in which reading it yields what is said."""

    def __init__(self, folder, monkeypatch):
        self._folder, self._monkeypatch = folder, monkeypatch
        (folder / "inbox").mkdir()
        (folder / "inbox" / "nota.pdf").write_bytes(b"%PDF-1.7 nota")

    def workshop(self, ocr):
        workshop = Workshop(load_settings(inbox=self._folder / "inbox", outputs=self._folder / "uit"))
        workshop.__dict__["ocr"] = ocr
        return workshop

    def night(self, result, ocr=PRESENT):
        """Returns how many papers were read, and what is known afterwards."""
        self._monkeypatch.setattr(reading, "read_many", lambda pairs, *_: [(key, result) for key, _ in pairs])
        workshop = self.workshop(ocr)
        todo = unread(workshop, open_inbox(workshop))
        read_files(workshop, todo)
        (known,) = readings(workshop).values()
        return len(todo), reading_of(workshop, known)


@pytest.fixture
def nights(tmp_path, monkeypatch):
    return Nights(tmp_path, monkeypatch)


def test_a_scan_is_read_again_once_recognition_is_there(nights):
    assert nights.night(SCAN, ABSENT) == (1, SCAN)
    assert nights.night(SCAN, ABSENT)[0] == 0
    assert nights.night(RECOGNISED, PRESENT) == (1, RECOGNISED)
    assert nights.night(RECOGNISED, PRESENT)[0] == 0


def test_other_papers_are_not_read_again_for_it(nights):
    nights.night(TEXT, ABSENT)
    assert nights.night(TEXT, PRESENT)[0] == 0


@pytest.mark.parametrize("gone", [ABSENT, replace(PRESENT, wanted=False)])
def test_what_was_recognised_stays_when_recognition_is_gone(nights, gone):
    nights.night(RECOGNISED, PRESENT)
    assert nights.night(SCAN, gone) == (0, RECOGNISED)


def test_a_scan_in_which_nothing_was_found_is_not_tried_every_night(nights):
    nights.night(SCAN, PRESENT)
    assert nights.night(SCAN, PRESENT)[0] == 0


def test_a_paper_that_was_stopped_is_tried_once_more_and_then_set_aside(nights):
    assert [nights.night(STOPPED)[0] for _ in range(4)] == [1, 1, 0, 0]


def test_a_paper_that_was_stopped_once_may_be_read_the_next_night(nights):
    nights.night(STOPPED)
    assert nights.night(TEXT) == (1, TEXT)
    assert nights.night(TEXT)[0] == 0


def test_a_fault_of_ours_is_tried_every_night_until_it_is_mended(nights):
    assert [nights.night(FAULT)[0] for _ in range(3)] == [1, 1, 1]
    assert nights.night(TEXT) == (1, TEXT)
    assert nights.night(FAULT) == (0, TEXT)


def test_a_paper_that_was_set_aside_is_tried_again_when_it_changes(nights, tmp_path):
    nights.night(STOPPED)
    nights.night(STOPPED)
    (tmp_path / "inbox" / "nota.pdf").write_bytes(b"%PDF-1.7 een andere nota")
    workshop = nights.workshop(PRESENT)
    assert len(unread(workshop, open_inbox(workshop))) == 1


@pytest.mark.parametrize("accident", [Path.unlink, lambda path: path.write_bytes(b"%PDF-1.7 iets anders")])
def test_a_paper_that_changes_or_vanishes_while_read_is_not_mistaken_for_another(
    nights, tmp_path, monkeypatch, accident
):
    path = tmp_path / "inbox" / "nota.pdf"
    content = path.read_bytes()

    def read_many(pairs, *_):
        for key, location in pairs:
            accident(location)
            yield key, TEXT

    monkeypatch.setattr(reading, "read_many", read_many)
    workshop = nights.workshop(PRESENT)
    read_files(workshop, unread(workshop, open_inbox(workshop)))
    (known,) = readings(workshop).values()
    assert known.state == FileState.UNREADABLE
    assert "tijdens het lezen" in known.reason
    path.write_bytes(content)
    assert nights.night(TEXT) == (1, TEXT)


def test_the_pages_of_a_paper_that_is_refused_for_them_are_remembered(nights):
    assert nights.night(TOO_MANY) == (1, TOO_MANY)
    (known,) = readings(nights.workshop(PRESENT)).values()
    assert known.pages == 2501
