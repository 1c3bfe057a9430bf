"""Review decisions survive everything that happens to the store."""

import os
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from pipeline.store.decisions import (
    Decision,
    DecisionError,
    add_decisions,
    all_decisions,
    decision_line,
    not_withdrawn,
    open_decisions,
    parse_decision,
    record_decision,
)
from pipeline.store.store import StoreError, open_store, set_aside
from pipeline.store.tables import decisions

MADE = Decision("GM0847", "toch deels", "er is een zorgprogramma", "j.devries", "2021-01-02T09:00:00", ("f" * 64,))


def test_decisions_come_back_in_the_order_in_which_they_were_made(tmp_path):
    engine = open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")
    later = Decision("GM0847", "bevestigd", "", "a.bakker", "2021-01-01T09:00:00", ())
    add_decisions(engine, [MADE])
    add_decisions(engine, [later])
    assert all_decisions(engine) == [MADE, later]


def test_rebuilding_the_store_loses_no_decision(tmp_path):
    address = f"sqlite:///{tmp_path / 'g.sqlite'}"
    open_store(address).close()
    add_decisions(open_decisions(address), [MADE])
    set_aside(address)
    open_store(address).close()
    assert all_decisions(open_decisions(address)) == [MADE]


def test_a_damaged_log_stops_with_what_to_do(tmp_path):
    (tmp_path / "g-beoordelingen.sqlite").write_bytes(b"kapot" * 1000)
    with pytest.raises(StoreError, match="reservekopie"):
        open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")


def test_a_damaged_log_names_the_command_that_restores_and_what_to_do_without_a_copy(tmp_path):
    (tmp_path / "g-beoordelingen.sqlite").write_bytes(b"kapot" * 1000)
    with pytest.raises(StoreError, match=r"themaspin herstel MAP --vervang.*Is er geen kopie"):
        open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")


@pytest.mark.parametrize("line", ["{", '{"gm_code": "GM0847"}', decision_line(MADE).replace("toch deels", "misschien")])
def test_a_row_of_the_log_that_is_no_decision_stops_with_its_number(tmp_path, line):
    engine = open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")
    add_decisions(engine, [MADE])
    with engine.begin() as connection:
        connection.execute(decisions.insert(), [{"content": line}])
    with pytest.raises(StoreError, match="Rij 2 van de beoordelingen"):
        all_decisions(engine)


def test_a_line_is_the_decision():
    assert parse_decision(decision_line(MADE)) == MADE


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "geen beoordeling"),
        ("[]", "geen JSON-object"),
        ('{"gm_code": "GM0847"}', "'oordeel' ontbreekt"),
        (decision_line(MADE).replace('"wie"', '"wei"'), "'wei' is onbekend"),
        (decision_line(MADE).replace('"wie": "', '"wie": 7, "sterkte": "'), "'wie' moet tekst zijn"),
        (decision_line(MADE).replace('"bewijs": [', '"bewijs": [1, '), "'bewijs' moet een lijst van teksten zijn"),
        (decision_line(MADE).replace("toch deels", "misschien"), "misschien"),
        (decision_line(MADE).replace("er is een zorgprogramma", " "), "toelichting"),
    ],
)
def test_a_line_that_is_no_decision_is_refused(line, says):
    with pytest.raises(DecisionError, match=says):
        parse_decision(line)


def test_a_decision_gets_the_moment_at_which_it_enters_the_log(tmp_path):
    engine = open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")
    record_decision(engine, replace(MADE, id="a"), lambda: datetime(2021, 1, 2, 9, tzinfo=UTC))
    assert all_decisions(engine)[0].wanneer == "2021-01-02T09:00:00.000000+00:00"


def test_a_decision_with_an_id_enters_once(tmp_path):
    engine = open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")
    tricky = replace(MADE, id="a", toelichting='hij schreef "id": "b" erin')
    assert record_decision(engine, tricky)
    assert not record_decision(engine, tricky)
    assert record_decision(engine, replace(MADE, id="b"))
    assert len(all_decisions(engine)) == 2


def test_a_withdrawn_decision_stands_no_more_and_stays_in_the_log(tmp_path):
    undone = Decision("GM0847", "ingetrokken", "", "j.devries", "", (), "intrekking", "x", herroept=MADE.key)
    assert not_withdrawn([MADE, undone]) == []
    assert parse_decision(decision_line(undone)) == undone


@pytest.mark.parametrize(
    "wrong",
    [
        replace(MADE, soort="iets"),
        replace(MADE, soort="thema", oordeel="gedekt"),
        replace(MADE, soort="passage", oordeel="verbeterd"),
        replace(MADE, soort="intrekking", oordeel="ingetrokken"),
    ],
)
def test_a_decision_that_lacks_what_its_kind_needs_is_refused(wrong):
    with pytest.raises(DecisionError):
        parse_decision(decision_line(wrong))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="alleen root kan een ander worden")
@pytest.mark.parametrize("made_before", [True, False])
def test_decisions_in_a_folder_that_is_for_reading_only_need_no_backup(made_before):
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryFile("w+") as said:
        Path(folder).chmod(0o755)
        address = f"sqlite:///{folder}/g.sqlite"
        if made_before:
            open_decisions(address).dispose()
        child = os.fork()
        if not child:
            os.setuid(65534)
            try:
                open_decisions(address)
            except StoreError as error:
                said.write(str(error))
                said.flush()
            os._exit(0)
        os.waitpid(child, 0)
        said.seek(0)
        message = said.read()
    assert f"In de map {folder} kan niet worden geschreven" in message
    assert "reservekopie" not in message


def test_decisions_that_another_program_holds_need_no_backup(tmp_path, monkeypatch):
    monkeypatch.setattr("pipeline.store.engine.LOCK_SECONDS", 0.1)
    with closing(sqlite3.connect(tmp_path / "g-beoordelingen.sqlite")) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(StoreError, match="een ander programma houdt het vast") as refusal:
            open_decisions(f"sqlite:///{tmp_path / 'g.sqlite'}")
    assert "reservekopie" not in str(refusal.value)
