"""Many files at a time, none of which can harm another."""

from __future__ import annotations

import os
import signal
import zlib
from pathlib import Path

import pikepdf
import pytest

from pipeline.extraction import pool
from pipeline.extraction.blocks import Extraction, FileState
from pipeline.extraction.pool import read_many
from pipeline.extraction.refusal import Limits
from tests.extraction.print_shop import write_lines


def bomb(path: Path, operators: bytes) -> Path:
    """A small file that unfolds to a page of many operators."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        stream = pdf.make_stream(b"")
        stream.write(zlib.compress(operators, 1), filter=pikepdf.Name.FlateDecode)
        pdf.pages[0].Contents = stream
        pdf.save(path)
    return path


def by_name(paths: list[Path], limits: Limits, workers: int = 2) -> dict[str, Extraction]:
    return dict(read_many([(path.name, path) for path in paths], limits, workers))


@pytest.fixture
def healthy(drawn):
    return [
        drawn(lambda c: write_lines(c, 70, 700, "Een gezonde nota."), name=f"gezond{number}.pdf") for number in range(6)
    ]


def test_every_file_is_read_and_named_once(healthy):
    found = by_name(healthy, Limits())
    assert sorted(found) == [path.name for path in healthy]
    assert {extraction.state for extraction in found.values()} == {FileState.OK}


def test_a_file_that_takes_too_long_is_killed_and_the_others_are_read(tmp_path, healthy):
    slow = bomb(tmp_path / "traag.pdf", b"0 0 m 1 1 l S\n" * 3_000_000)
    found = by_name([slow, *healthy], Limits(seconds=3))
    assert found["traag.pdf"].reason.startswith("lezen duurde langer dan 3 seconden; ")
    assert sum(extraction.state is FileState.OK for extraction in found.values()) == len(healthy)


@pytest.mark.traag
def test_a_file_that_eats_memory_is_stopped_and_the_others_are_read(tmp_path, healthy):
    large = bomb(tmp_path / "groot.pdf", b" " * 700_000_000)
    found = by_name([large, *healthy], Limits(memory_mb=600))
    assert found["groot.pdf"].reason.startswith("vroeg meer dan 600 MB geheugen; ")
    assert sum(extraction.state is FileState.OK for extraction in found.values()) == len(healthy)


def die(path: str, limits: Limits) -> bytes:
    os.kill(os.getpid(), signal.SIGSEGV)
    return b""


def fail(path: str, limits: Limits) -> bytes:
    raise KeyError("vergeten")


def test_a_crash_of_the_child_is_a_damaged_file(healthy, monkeypatch):
    monkeypatch.setattr(pool, "_read", die)
    found = by_name(healthy[:1], Limits())
    assert found["gezond0.pdf"].reason.startswith("beschadigd: het leesprogramma liep erop vast")


def test_an_error_in_the_child_is_a_fault_of_ours(healthy, monkeypatch):
    monkeypatch.setattr(pool, "_read", fail)
    extraction = by_name(healthy[:1], Limits())["gezond0.pdf"]
    assert extraction.state is FileState.FAILED
    assert "KeyError" in extraction.reason


def test_no_more_files_are_taken_than_can_soon_be_read(healthy):
    taken: list[str] = []

    def endless():
        while True:
            taken.append("nog een")
            yield str(len(taken)), healthy[0]

    results = read_many(endless(), Limits(), workers=1)
    for _ in range(3):
        next(results)
    results.close()
    assert len(taken) <= 3 + pool.AHEAD
