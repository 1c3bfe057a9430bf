"""Others who use the same store during a run: the site, another run, a program that holds it.

`make test` lets the site enter decisions during one run; locks, more runs of that kind and a second run are of `make test-zwaar`.
"""

from __future__ import annotations

import threading
import time

import pytest

from tests.faults.aftermath import DECISIONS, whole_again
from tests.faults.nights import decide, decided, held, locked, published, serving, tables_of
from tests.faults.table import DECIDED_MEANWHILE, LOCKED, TWO_RUNS

pytestmark = [pytest.mark.traag, pytest.mark.timeout(900)]

NOT_PUBLISHED, SITE_NOT_WRITTEN = 3, 1
STORE, LOG = "themaspin.sqlite", "themaspin-beoordelingen.sqlite"
heavy = pytest.mark.zwaar


@pytest.mark.zwaar
def test_a_store_that_stays_locked_is_refused_and_the_former_set_stands(house, fault_table):
    former = published(house.outputs)
    with locked(house.outputs / STORE):
        ended = house.run()
    assert (ended.code, published(house.outputs)) == (NOT_PUBLISHED, former), ended.said
    assert "is niet te gebruiken" in ended.said
    whole_again(house, fault_table, LOCKED, "hele run")


@heavy
@pytest.mark.parametrize("name", [LOG, STORE, "site.sqlite"])
def test_a_lock_of_some_seconds_only_makes_a_run_wait(house, fault_table, name):
    with locked(house.outputs / name):
        house.nights.begin(house.inbox, house.outputs)
        time.sleep(3)
    ended = house.nights.ended()
    assert ended.code == 0, ended.said
    assert tables_of(house.outputs) == house.tables
    whole_again(house, fault_table, LOCKED, name)


@heavy
def test_a_file_of_the_site_that_stays_held_is_left_as_it_is_and_written_the_next_night(house, fault_table):
    site = house.outputs / "site.sqlite"
    written = site.stat().st_ino
    with held(site):
        ended = house.run(geduld_website=1)
        assert site.stat().st_ino == written
    assert ended.code == SITE_NOT_WRITTEN, ended.said
    assert "toont nog de vorige stand" in ended.said
    assert tables_of(house.outputs) == house.tables
    whole_again(house, fault_table, LOCKED, "site.sqlite, de hele run")
    assert site.stat().st_ino == written


@pytest.mark.parametrize("times", [1, pytest.param(5, marks=heavy)])
def test_decisions_made_while_a_run_goes_on_are_all_kept(house, fault_table, times):
    """All the time, by way of the site's own door; those that come too late count in the next run."""
    for number in range(times):
        house.restore()
        made, done = [], threading.Event()

        def go_on(made=made, done=done) -> None:
            while not done.is_set():
                made.append(f"besluit {len(made)}")
                decide(house.store, made[-1])
                time.sleep(0.02)

        house.nights.begin(house.inbox, house.outputs)
        site = threading.Thread(target=go_on)
        site.start()
        ended = house.nights.ended()
        done.set()
        site.join()
        assert ended.code == 0, ended.said
        assert decided(house.store) == [*DECISIONS, *made]
        whole_again(house, fault_table, DECIDED_MEANWHILE, number, (*DECISIONS, *made))


@pytest.mark.zwaar
def test_a_second_run_at_the_same_time_is_refused(house, fault_table, tmp_path):
    with serving(tmp_path / "ander") as others:
        for moment in (0.1, 0.5, 1.0, 1.5, 2.0):
            house.restore()
            house.nights.begin(house.inbox, house.outputs, at=["Lezen", 1], deeds=[["sleep", "2"]])
            time.sleep(moment)
            second = others.night(house.inbox, house.outputs)
            first = house.nights.ended()
            assert first.code == 0, first.said
            assert (second.code, "al een run bezig" in second.said) == (NOT_PUBLISHED, True), second.said
            assert tables_of(house.outputs) == house.tables
            whole_again(house, fault_table, TWO_RUNS, moment)
