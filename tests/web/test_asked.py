"""The peildata that reviewers ask for: one that fails keeps none of the others from their turn, and not all may wait at once."""

from __future__ import annotations

import threading
from datetime import date, timedelta

import pytest

from pipeline.settings import Settings
from pipeline.web import asked as web_asked
from pipeline.web.asked import MOST_FAILED, MOST_WAITING, OUR_FAULT, AskedDays, TooManyAsked

FIRST, SECOND = date(2020, 1, 1), date(2020, 1, 2)


@pytest.fixture
def work(monkeypatch):
    """Puts something else in the place of working out a peildatum; `done` tells when a day is."""
    seen: dict[str, threading.Event] = {}

    def begin(doing):
        def instead(_, day):
            try:
                return doing(day)
            finally:
                seen.setdefault(day, threading.Event()).set()

        monkeypatch.setattr(web_asked, "_work_out", instead)
        return AskedDays(Settings())

    def done(day):
        assert seen.setdefault(day.isoformat(), threading.Event()).wait(60)

    begin.done = done
    return begin


def until(holds):
    """Wait for what a worker does after its work was done."""
    pause = threading.Event()
    for _ in range(600):
        if holds():
            return
        pause.wait(0.1)
    pytest.fail("het gebeurde niet")


def test_a_peildatum_that_fails_unexpectedly_says_so_and_the_next_gets_its_turn(work, caplog):
    def doing(day):
        if day == FIRST.isoformat():
            raise RuntimeError("onverwacht")
        return ""

    days = work(doing)
    for day in (FIRST, SECOND):
        days.ask(day)
    work.done(SECOND)
    until(lambda: days.progress(SECOND.isoformat()) is None)
    assert days.progress(FIRST.isoformat()).fault == OUR_FAULT
    assert "onverwacht" in caplog.text


def test_so_many_may_wait_and_no_more(work):
    free = threading.Event()
    days = work(lambda _: "" if free.wait(60) else "te laat")
    for number in range(MOST_WAITING):
        days.ask(FIRST + timedelta(number))
    with pytest.raises(TooManyAsked, match=str(MOST_WAITING)):
        days.ask(FIRST + timedelta(MOST_WAITING))
    days.ask(FIRST)
    free.set()
    until(lambda: days.progress((FIRST + timedelta(MOST_WAITING - 1)).isoformat()) is None)
    days.ask(FIRST + timedelta(MOST_WAITING))


@pytest.mark.traag
def test_of_those_that_failed_the_newest_are_remembered(work):
    days = work(lambda _: "mislukt")
    for number in range(MOST_FAILED + 3):
        day = FIRST + timedelta(number)
        days.ask(day)
        until(lambda day=day: (days.progress(day.isoformat()) or web_asked.Asked()).fault)
    assert days.progress(FIRST.isoformat()) is None
    assert days.progress((FIRST + timedelta(3)).isoformat()).fault == "mislukt"
