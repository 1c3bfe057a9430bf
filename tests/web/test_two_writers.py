"""Decisions that are written at the same time are all in the log, once each, in the order of their times."""

from __future__ import annotations

import multiprocessing
from concurrent.futures import ThreadPoolExecutor

import pytest

from pipeline.store.decisions import Decision, all_decisions, open_decisions, record_decision
from pipeline.web.log import DecisionLog

pytestmark = pytest.mark.traag
EACH = 50


def write(address: str, who: str, start) -> None:
    engine = open_decisions(address)
    start.wait()
    made = (Decision("GM0762", "bevestigd", "", who, "", (), id=f"{who}-{number}") for number in range(EACH))
    with ThreadPoolExecutor(5) as hands:
        list(hands.map(lambda decision: record_decision(engine, decision), made))


def test_a_hundred_decisions_from_two_processes_are_all_in_the_log_in_order(tmp_path):
    address = f"sqlite:///{tmp_path / 'g.sqlite'}"
    open_decisions(address).dispose()
    context = multiprocessing.get_context("spawn")
    start = context.Event()
    writers = [context.Process(target=write, args=(address, who, start)) for who in ("a", "b")]
    for writer in writers:
        writer.start()
    start.set()
    for writer in writers:
        writer.join(120)
        assert writer.exitcode == 0
    made = all_decisions(open_decisions(address))
    assert {decision.id for decision in made} == {f"{who}-{number}" for who in "ab" for number in range(EACH)}
    assert len(made) == 2 * EACH
    times = [decision.wanneer for decision in made]
    assert times == sorted(times)


def test_a_form_that_is_sent_many_times_at_once_is_one_decision(tmp_path):
    log = DecisionLog(open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}"))
    sent = [Decision("GM0762", "bevestigd", "", "a", "", ("f" * 64,), id="0" * 32)] * 20
    with ThreadPoolExecutor(10) as hands:
        kept = list(hands.map(lambda one: log.keep(one, ""), sent))
    assert len(log.all()) == 1
    assert {one.key for one in kept} == {"0" * 32}
