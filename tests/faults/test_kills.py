"""A night that is killed loses nothing: the set is that of before or after it, whole, and the next night makes everything right.

`make test` kills a run while it understands papers, and a few times while it publishes; every stage, random moments and ever closer
ones while publishing are of `make test-zwaar`.
"""

from __future__ import annotations

import random
import time

import pytest

from tests.faults.aftermath import whole_again
from tests.faults.nights import kill, published, wait_until_gone
from tests.faults.table import KILLED, KILLED_AT_STAGE, KILLED_PUBLISHING

pytestmark = [pytest.mark.traag, pytest.mark.timeout(1200)]

MOMENTS = [
    ("Inbox", 0),
    ("Inbox", 7),
    ("Lezen", 0),
    ("Lezen", 3),
    ("Begrijpen", 0),
    ("Begrijpen", 3),
    ("Publiceren", 1),
]
MOMENTS += [("Gepubliceerd", 1)]
heavy = pytest.mark.zwaar


KILLS = 30


@heavy
def test_kills_at_random_moments(house, fault_table):
    began = time.monotonic()
    assert house.run().code == 0
    takes, seed = time.monotonic() - began, random.randrange(10**6)
    chance, cut = random.Random(seed), 0
    for number in range(4 * KILLS):
        house.restore()
        pid = house.nights.begin(house.inbox, house.outputs)
        time.sleep(chance.uniform(0, takes))
        alone = number % 3 == 2
        kill(pid, alone)
        cut += house.nights.ended().code == -9
        whole_again(house, fault_table, KILLED, f"seed {seed}, nummer {number}")
        wait_until_gone(pid)
        if cut == KILLS:
            break
    assert cut == KILLS, "te veel runs waren klaar voor ze werden gedood"


@pytest.mark.parametrize(
    "moment", [pytest.param(one, marks=[] if one == ("Begrijpen", 3) else heavy) for one in MOMENTS]
)
def test_a_kill_at_each_stage(house, fault_table, moment):
    assert house.run(at=moment, deeds=[["kill"]]).code == -9
    whole_again(house, fault_table, KILLED_AT_STAGE, moment)


def touches_of(house, **order) -> int:
    """How often an undisturbed night touches the outputs folder from the moment at which it starts to publish."""
    ended = house.run(count_from="Publiceren", **order)
    assert ended.code == 0, ended.said
    return int(ended.said.split("TOUCHES ")[1].split()[0])


@pytest.mark.parametrize("every", [80, pytest.param(3, marks=heavy)])
def test_kills_before_touches_of_the_outputs_while_publishing(house, fault_table, every):
    """The former set stands whole until, from one moment to the next, the new one does."""
    former, seen = published(house.outputs), []
    for number in reversed(range(touches_of(house), 0, -every)):
        house.restore()
        assert house.run(count_from="Publiceren", touch=number, deeds=[["kill"]]).code == -9
        seen.append(published(house.outputs) != former)
        whole_again(house, fault_table, KILLED_PUBLISHING, f"aanraking {number}")
    assert seen == sorted(seen)
    assert (seen[0], seen[-1]) == (False, True)


@pytest.mark.zwaar
def test_a_kill_while_the_very_first_set_is_published(house, fault_table):
    """There is no set, or there is a whole one."""
    seen = []
    for number in range(1, 10**6, 4):
        first = house.nothing_yet()
        if first.run(count_from="Publiceren", touch=number, deeds=[["kill"]]).code != -9:
            break
        seen.append(published(house.outputs) != "")
        whole_again(first, fault_table, KILLED_PUBLISHING, f"eerste set, aanraking {number}")
    assert (seen[0], seen[-1]) == (False, True)
