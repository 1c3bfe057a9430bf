"""The way through the queue: from each policy to the next one that waits, round and round."""

from __future__ import annotations

import re

import pytest

from .conftest import Office
from .filled import fill

pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """An office where more than a hundred policies wait."""
    folder = tmp_path_factory.mktemp("vol")
    (folder / "inbox").mkdir()
    fill(folder / "uit", papers=400, passages=2, decisions=0)
    return Office(folder / "inbox", folder / "uit").client()


@pytest.fixture(scope="module")
def waiting(full):
    table = full.get("/beoordelen").text.split("<tbody>")[1].split("</tbody>")[0]
    return re.findall(r'<th scope="row"><a href="(/beoordelen/GM\d{4})"', table)


def skipped_to(client, address):
    return re.search(r'href="([^"]*)" accesskey="v"', client.get(address).text)[1]


def test_skipping_goes_to_the_next_that_waits_in_the_order_of_the_queue(full, waiting):
    assert [skipped_to(full, address) for address in waiting[:5]] == waiting[1:6]


def test_skipping_the_last_begins_again(full, waiting):
    assert skipped_to(full, waiting[-1]) == waiting[0]


def test_skipping_from_a_policy_that_is_not_in_the_queue_begins_it(full, waiting):
    listed = re.findall(r'href="(/gemeente/GM\d{4})\?', full.get("/").text)
    other = next(f"/beoordelen/{one[-6:]}" for one in listed if f"/beoordelen/{one[-6:]}" not in waiting)
    assert skipped_to(full, other) == waiting[0]


def test_a_decision_leads_to_the_next_that_waits_and_what_is_decided_is_passed_over(full, waiting, form):
    third, fourth, fifth = waiting[2:5]
    decided = form(full, fourth, fourth, oordeel="bevestigd")
    assert decided.headers["location"].startswith(f"{fifth}?")
    assert skipped_to(full, third) == fifth
    last = form(full, waiting[-1], waiting[-1], oordeel="bevestigd")
    assert last.headers["location"].startswith(f"{waiting[0]}?")
