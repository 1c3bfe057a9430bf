"""An inbox that changes under the hands of a run, or goes away.

`make test` takes a paper away during the reading and empties a share between two nights; what else may happen to a paper or a `.toml`,
other moments, a share that is half or wholly gone and one that is uncoupled during a run are of `make test-zwaar`.
"""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.faults.aftermath import whole_again
from tests.faults.conftest import CAME, CHANGED
from tests.faults.nights import published
from tests.faults.table import FILES_IN_MOTION, SHARE_GONE

pytestmark = [pytest.mark.traag, pytest.mark.timeout(900)]

NOT_PUBLISHED = 3
heavy = pytest.mark.zwaar
NEW, NOTE = CAME[-1], "integrale_nota.toml"
MOMENTS = (("Inbox", 3), ("Lezen", 0), ("Lezen", 1), ("Begrijpen", 0), ("Publiceren", 1))


def deeds(inbox, what: str, name: str) -> list[list[str]]:
    path = inbox / name
    more = {"move": [str(path.with_name(f"elders {name}"))], "write": ['status = "vastgesteld"']}.get(what, [])
    return [[what, str(path), *more]]


@pytest.mark.parametrize("name", [NEW, pytest.param(CHANGED, marks=heavy)])
@pytest.mark.parametrize("what", ["unlink", *(pytest.param(one, marks=heavy) for one in ("grow", "truncate", "move"))])
@pytest.mark.parametrize("moment", [pytest.param(one, marks=[] if one == ("Lezen", 0) else heavy) for one in MOMENTS])
def test_a_paper_that_changes_or_goes_during_a_run(house, fault_table, name, what, moment):
    ended = house.run(at=moment, deeds=deeds(house.inbox, what, name))
    assert ended.code == 0, ended.said
    published(house.outputs)
    house.fill()
    (house.inbox / f"elders {name}").unlink(missing_ok=True)
    whole_again(house, fault_table, FILES_IN_MOTION, f"{what} {name} bij {moment}")


@heavy
@pytest.mark.parametrize("what", ["write", "unlink", "grow"])
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_toml_that_changes_or_goes_during_a_run(house, fault_table, what, moment):
    ended = house.run(at=moment, deeds=deeds(house.inbox, what, NOTE))
    assert ended.code == 0, ended.said
    published(house.outputs)
    house.fill()
    whole_again(house, fault_table, FILES_IN_MOTION, f"{what} {NOTE} bij {moment}")


@pytest.mark.parametrize("part", [1, pytest.param(2, marks=heavy)])
def test_a_share_that_is_empty_or_half_gone_publishes_nothing_until_it_is_back(house, fault_table, part):
    former, gone = published(house.outputs), sorted(house.papers)[::part]
    for name in gone:
        (house.inbox / name).unlink()
    for _ in range(2):
        ended = house.run()
        assert (ended.code, published(house.outputs)) == (NOT_PUBLISHED, former), ended.said
        assert "--krimp-bedoeld" in ended.said
    house.fill()
    whole_again(house, fault_table, SHARE_GONE, f"{len(gone)} weg")


@heavy
def test_a_share_that_is_not_there_publishes_nothing(house, fault_table):
    former = published(house.outputs)
    shutil.rmtree(house.inbox)
    ended = house.run()
    assert (ended.code, published(house.outputs)) == (NOT_PUBLISHED, former), ended.said
    house.fill()
    whole_again(house, fault_table, SHARE_GONE, "map weg")


@heavy
@pytest.mark.parametrize("moment", MOMENTS)
def test_a_share_that_is_uncoupled_during_a_run(house, fault_table, mounted, moment):
    """A real share: what stands in the inbox stands on a disk of its own, which is taken away under the run."""
    former = published(house.outputs)
    shutil.rmtree(house.inbox)
    house.inbox.mkdir()
    subprocess.run(["mount", "--bind", str(mounted), str(house.inbox)], check=True)
    try:
        house.fill()
        ended = house.run(at=moment, deeds=[["uncouple", str(house.inbox)]])
    finally:
        subprocess.run(["umount", "-l", str(house.inbox)], check=False, capture_output=True)
    assert ended.code in (0, NOT_PUBLISHED), ended.said
    assert "Traceback" not in ended.said
    assert (published(house.outputs) == former) == (ended.code == NOT_PUBLISHED)
    if moment == ("Lezen", 0):
        assert "Tijdens het lezen verdwenen er" in ended.said
    house.fill()
    whole_again(house, fault_table, SHARE_GONE, f"ontkoppeld bij {moment}")
