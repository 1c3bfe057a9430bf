"""What the site tells of a decision that was just made: to who made it alone, for a few minutes, as long as it stands."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from pipeline.store.decisions import Decision, add_decisions, open_decisions, record_decision

from .conftest import DEURNE
from .test_review_forms import fields_of, send
from .test_reviewing import CASE, as_person

pytestmark = pytest.mark.traag
KEY = "a" * 32
MINE = Decision(DEURNE, "bevestigd", "", "j.devries", "", ("f" * 64,), id=KEY)
KEPT, UNDO = "Uw oordeel is bewaard", "Ongedaan maken"


def told(client, what="beslist", key=KEY, page="/"):
    text = client.get(f"{page}?gedaan={what}&terug={key}").text
    return KEPT in text or 'role="status"' in text, UNDO in text


@pytest.fixture
def log(office):
    return open_decisions(office.settings.store)


@pytest.fixture
def maker(office):
    return as_person(office, "j.devries", "kernteam")


def test_who_just_decided_is_told_and_may_undo_it(log, maker):
    record_decision(log, MINE)
    assert told(maker) == (True, True)


@pytest.mark.parametrize("key", ["", "b" * 32, "x"])
@pytest.mark.parametrize("what", ["beslist", "thema", "passage", "terug", "klaar"])
def test_an_address_alone_tells_nothing(maker, key, what):
    assert told(maker, what, key) == (False, False)


def test_a_message_of_another_kind_of_decision_is_not_told(log, maker):
    record_decision(log, MINE)
    assert told(maker, "passage") == (False, False)
    assert told(maker, "terug") == (False, False)


def test_what_somebody_else_decided_is_not_told(log, office):
    record_decision(log, MINE)
    assert told(as_person(office, "a.bakker", "kernteam")) == (False, False)


def test_what_was_decided_a_while_ago_is_not_told(log, maker):
    long_ago = datetime.now(UTC) - timedelta(hours=1)
    add_decisions(log, [replace(MINE, wanneer=long_ago.isoformat()), replace(MINE, id="c" * 32, wanneer="gisteren")])
    assert told(maker) == (False, False)
    assert told(maker, key="c" * 32) == (False, False)


def test_what_was_taken_back_is_told_once_as_taken_back_and_not_as_kept(maker, form):
    key = send(maker, CASE, fields_of(maker), oordeel="bevestigd")
    answer = form(maker, "/logboek", f"/logboek/{key}/terug")
    text = maker.get(answer.headers["location"]).text
    assert "De beslissing is ingetrokken." in text.split("<h1>")[0]
    assert UNDO not in text.split("<h1>")[0]
    assert told(maker, key=key) == (False, False)
