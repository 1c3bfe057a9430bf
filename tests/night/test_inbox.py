"""What the first stage looks at again, and when."""

from __future__ import annotations

import os
from datetime import date, timedelta

import pytest

from pipeline.night.inbox import FULL_CHECK, open_inbox
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings


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
    workshop.store.mark_done(FULL_CHECK, date.today() - timedelta(days=7))
    assert hashes(workshop) != first
    assert workshop.store.last_done(FULL_CHECK) == date.today()
