"""A site that runs while a copy of the decisions is put back under it sees the log that is there, and keeps what is decided."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pipeline.store.backup import back_up, restore
from pipeline.store.decisions import Decision, all_decisions, open_decisions, record_decision
from pipeline.store.engine import StoreError
from pipeline.store.store import open_store
from pipeline.web import log as web_log
from pipeline.web.log import DecisionLog

GIVEN = Decision("GM0762", "bevestigd", "", "a", "", ("f" * 64,))


@pytest.fixture
def address(tmp_path):
    address = f"sqlite:///{tmp_path / 'uit' / 'themaspin.sqlite'}"
    open_store(address).close()
    record_decision(open_decisions(address), replace(GIVEN, id="eerste"))
    return address


@pytest.fixture
def restored(address, tmp_path):
    """The log of a site that knew three decisions when a copy with one of them was put back."""
    back_up(address, tmp_path / "kopie")
    log = DecisionLog(open_decisions(address))
    for number in range(2):
        record_decision(log.engine, replace(GIVEN, gm_code="GM0847", id=f"later{number}"))
    assert len(log.all()) == 3
    restore(address, tmp_path / "kopie", replace=True)
    return log


def test_what_was_put_back_is_seen_at_once(restored):
    assert [one.id for one in restored.all()] == ["eerste"]


def test_what_was_added_since_a_copy_was_put_back_is_seen(restored, address):
    record_decision(open_decisions(address), replace(GIVEN, id="nieuw"))
    assert [one.id for one in restored.all()] == ["eerste", "nieuw"]


def test_as_many_others_as_were_known_before_are_seen_too(restored, address):
    for number in range(2):
        record_decision(open_decisions(address), replace(GIVEN, id=f"nieuw{number}"))
    assert [one.id for one in restored.all()] == ["eerste", "nieuw0", "nieuw1"]


def test_a_decision_is_kept_after_a_copy_was_put_back(restored, address):
    seen = web_log.mark_of(restored.all())
    kept = [restored.keep(replace(GIVEN, wie="b", id="0" * 32), seen) for _ in range(2)]
    assert [one.id for one in all_decisions(open_decisions(address))] == ["eerste", "0" * 32]
    assert kept[0].key == kept[1].key


def test_a_decision_that_never_gets_its_turn_is_refused_in_the_end(restored, monkeypatch):
    monkeypatch.setattr(web_log, "record_decision", lambda *_, **__: False)
    with pytest.raises(StoreError, match="Er is niets bewaard"):
        restored.keep(replace(GIVEN, wie="b", id="0" * 32), web_log.mark_of(restored.all()))
