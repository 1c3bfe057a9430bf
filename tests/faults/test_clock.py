"""A machine whose clock is wrong for a night.

`make test` sets it back more than a year; hours, other numbers of days and a clock that runs ahead are of `make test-zwaar`.
"""

from __future__ import annotations

import pytest

from tests.faults.aftermath import whole_again
from tests.faults.nights import STATE, published, tables_of
from tests.faults.table import CLOCK_BACK

pytestmark = [pytest.mark.traag, pytest.mark.timeout(900)]

NOT_PUBLISHED = 3
heavy = pytest.mark.zwaar


@heavy
@pytest.mark.parametrize("days", [-1 / 24, -0.9, 0.9])
def test_a_clock_that_is_hours_off_does_not_matter(house, fault_table, days):
    ended = house.run(klok=days)
    assert ended.code == 0, ended.said
    assert tables_of(house.outputs) == house.tables
    whole_again(house, fault_table, CLOCK_BACK, f"{days:g} dagen")


@pytest.mark.parametrize("days", [-400, *(pytest.param(one, marks=heavy) for one in (-2, -31, -2000))])
def test_a_clock_that_is_days_behind_publishes_nothing_and_dates_nothing(house, fault_table, days):
    former = published(house.outputs)
    ended = house.run(klok=days)
    assert (ended.code, published(house.outputs)) == (NOT_PUBLISHED, former), ended.said
    assert "Zet de klok goed" in ended.said
    whole_again(house, fault_table, CLOCK_BACK, f"{days:g} dagen")


@pytest.mark.zwaar
@pytest.mark.parametrize("days", [2, 400, 4000])
def test_after_a_night_with_a_clock_that_ran_ahead_doing_over_puts_things_right(house, days):
    assert house.run(klok=days).code == 0
    wrong = published(house.outputs)
    refused = house.run()
    assert (refused.code, published(house.outputs)) == (NOT_PUBLISHED, wrong)
    assert "--opnieuw extractie" in refused.said
    for order in ({"opnieuw": True}, {}):
        ended = house.run(**order)
        assert ended.code == 0, ended.said
        assert tables_of(house.outputs, STATE) == {name: house.tables[name] for name in STATE}
