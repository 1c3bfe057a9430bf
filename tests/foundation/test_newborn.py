"""What is said where a process is born after its asker has gone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BIRTH = """
import multiprocessing, _multiprocessing
context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["pipeline.foundation.newborn"])
lock = context.Lock()
{before}
process = context.Process(target=print, args=({argument},))
process.start()
process.join()
"""


def said(**birth: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", BIRTH.format(**birth)], cwd=ROOT, capture_output=True, text=True, timeout=60
    ).stderr


@pytest.fixture(scope="module")
def orphan() -> str:
    return said(before="_multiprocessing.sem_unlink(lock._semlock.name)", argument="lock")


def test_a_process_without_its_locks_gives_no_traceback(orphan):
    assert "forkserver.py" not in orphan  # the asker of this test has a complaint of its own about the lock


def test_it_says_that_its_work_was_over_without_claiming_that_a_run_was_stopped(orphan):
    assert "toen zijn werk al klaar of gestopt was (FileNotFoundError). Er is niets verloren." in orphan


FAULTY = "import fractions; one = fractions.Fraction(1); one.__class__.__reduce__ = lambda _: ({fails})".format


@pytest.mark.parametrize(
    ("fails", "error"),
    [("divmod, (1, 0)", "ZeroDivisionError"), ("__import__('runpy').run_path, ('/is/er/niet',)", "FileNotFoundError")],
)
def test_a_fault_of_its_own_is_still_shown(fails, error):
    shown = said(before=FAULTY(fails=fails), argument="one")
    assert error in shown
    assert "Traceback" in shown
