"""Day and hour are those of the Netherlands, wherever the machine stands."""

from __future__ import annotations

import logging
import time
from datetime import UTC, date, datetime

import pytest

from pipeline.foundation import dutch
from pipeline.foundation.journal import _Text
from pipeline.settings import load_settings

SUMMER, WINTER = datetime(2026, 7, 1, 22, 30, tzinfo=UTC), datetime(2026, 11, 1, 23, 30, tzinfo=UTC)


@pytest.fixture(params=["UTC", "America/New_York", "Asia/Tokyo"])
def elsewhere(request, monkeypatch):
    """A machine whose clock stands on another time."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def at(moment, monkeypatch):
    class Then(datetime):
        @classmethod
        def now(cls, tz=None):
            return moment.astimezone(tz)

    monkeypatch.setattr(dutch, "datetime", Then)


@pytest.mark.parametrize(("moment", "day"), [(SUMMER, date(2026, 7, 2)), (WINTER, date(2026, 11, 2))])
def test_half_past_midnight_in_the_netherlands_is_the_next_day(elsewhere, monkeypatch, moment, day):
    at(moment, monkeypatch)
    assert dutch.today() == day
    assert load_settings().day == day


def test_a_readable_line_of_the_log_bears_dutch_time(elsewhere):
    record = logging.makeLogRecord({"msg": "klaar", "created": SUMMER.timestamp()})
    assert _Text("%(asctime)s %(message)s").format(record) == "2026-07-02 00:30:00 klaar"
