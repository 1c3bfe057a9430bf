"""A run that comes well before the one that is published already goes by a wrong clock."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from pipeline.night.clock import ClockBehind, check_clock
from pipeline.settings import SettingsError, load_settings

BEGAN = datetime(2026, 11, 27, 3, 30, tzinfo=UTC)


@pytest.fixture
def outputs(tmp_path):
    (tmp_path / "run.json").write_text(json.dumps({"run": f"{BEGAN:%Y%m%dT%H%M%S%fZ}"}))
    return tmp_path


@pytest.mark.parametrize("now", [BEGAN + timedelta(days=1), BEGAN - timedelta(hours=23)])
def test_hours_back_or_any_time_ahead_are_taken(outputs, now):
    check_clock(outputs, now)


def test_days_back_are_refused_with_both_moments(outputs):
    with pytest.raises(ClockBehind, match=r"staat op 1970-01-02 01:00 .* begon op 2026-11-27 04:30"):
        check_clock(outputs, datetime(1970, 1, 2, tzinfo=UTC))


@pytest.mark.parametrize("record", ["", "[]", '{"run": "x"}', None])
def test_without_a_record_that_can_be_read_there_is_nothing_to_compare_with(tmp_path, record):
    if record is not None:
        (tmp_path / "run.json").write_text(record)
    check_clock(tmp_path, datetime(1970, 1, 2, tzinfo=UTC))


def test_a_peildatum_that_only_a_wrong_clock_puts_far_ahead_is_refused_with_what_the_clock_says(monkeypatch, tmp_path):
    monkeypatch.setattr("pipeline.settings.today", lambda: date(1972, 2, 28))
    with pytest.raises(SettingsError, match=r"2021-01-01 is geen dag .* De klok van deze machine zegt 1972-02-28"):
        load_settings(inbox=tmp_path, outputs=tmp_path, peildatum="2021-01-01")
