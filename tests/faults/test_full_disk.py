"""A disk that is full leaves the former set whole and every decision; the night after there is room again makes everything right.

`make test` tries a disk without any room; other amounts of it and files that may not grow are of `make test-zwaar`.
"""

from __future__ import annotations

import shutil
from dataclasses import replace

import pytest

from tests.faults.aftermath import whole_again
from tests.faults.nights import published
from tests.faults.table import FILE_TOO_LARGE, FULL_DISK

pytestmark = [pytest.mark.traag, pytest.mark.timeout(1200)]

NOT_PUBLISHED = 3
SITE_NOT_WRITTEN = 1
heavy = pytest.mark.zwaar


@pytest.fixture
def small_house(house, mounted):
    """The same house with its outputs on a small disk of their own."""
    moved = replace(house, outputs=mounted / "uit")
    moved.restore()
    yield moved
    shutil.rmtree(moved.outputs, ignore_errors=True)


def leave_free(disk, kilobytes: int):
    """Fill a disk until so much is left; return what fills it."""
    ballast = disk / "ballast"
    with ballast.open("wb") as out:
        room = shutil.disk_usage(disk).free - kilobytes * 1024
        for _ in range(room // 4096):
            out.write(bytes(4096))
    return ballast


def check_refused(ended, outputs, former) -> None:
    """Nothing was published and the former set stands; or the new set stands, and only the site's file is behind."""
    now = published(outputs)
    assert ended.code in ((NOT_PUBLISHED,) if now == former else (SITE_NOT_WRITTEN, 0)), ended.said
    assert "Traceback" not in ended.said


@pytest.mark.parametrize("rooms", [(0,), pytest.param((*range(0, 400, 40), *range(400, 1700, 150)), marks=heavy)])
def test_a_disk_with_hardly_any_room(small_house, fault_table, mounted, rooms):
    former, codes = published(small_house.outputs), []
    for room in rooms:
        small_house.restore()
        ballast = leave_free(mounted, room)
        ended = small_house.run()
        codes.append(ended.code)
        check_refused(ended, small_house.outputs, former)
        ballast.unlink()
        whole_again(small_house, fault_table, FULL_DISK, f"{room} kB vrij")
    assert codes[0] == NOT_PUBLISHED


@heavy
def test_files_that_may_not_grow_beyond_a_limit(house, fault_table):
    former = published(house.outputs)
    for limit in (1, 4, 10, 30, 60, 100, 150, 200, 300, 400):
        house.restore()
        check_refused(house.run(grootste_bestand=limit * 1024), house.outputs, former)
        whole_again(house, fault_table, FILE_TOO_LARGE, f"{limit} kB")
