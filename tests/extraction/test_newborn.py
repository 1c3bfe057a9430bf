"""What is said where a process is born after its asker has gone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

BIRTH = """
import multiprocessing, _multiprocessing, sys
context = multiprocessing.get_context("forkserver")
context.set_forkserver_preload(["pipeline.extraction.newborn"])
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
    assert "forkserver" not in orphan


def test_it_says_that_its_asker_had_stopped(orphan):
    assert "Een hulpproces begon toen wie het vroeg al was gestopt" in orphan


def test_another_fault_at_birth_is_still_shown():
    assert "ZeroDivisionError" in said(
        before="import fractions; half = fractions.Fraction(1, 2); half.__class__.__reduce__ = lambda _: (divmod, (1, 0))",
        argument="half",
    )
