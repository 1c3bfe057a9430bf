"""A store on PostgreSQL does what one in a SQLite file does."""

from __future__ import annotations

import threading
from contextlib import closing
from datetime import date

import pytest
from sqlalchemy import text

from pipeline.store import origins, tables
from pipeline.store.backup import DECISIONS_FILE, RECORD, back_up, restore
from pipeline.store.decisions import Decision, add_decisions, all_decisions, open_decisions, record_decision
from pipeline.store.engine import StoreError, StoreNewer, open_engine
from pipeline.store.migrating import DECISIONS, ORIGINS, STORE, bring_up_to_date
from pipeline.store.origins import Visit, open_origins
from pipeline.store.soundness import unsound
from pipeline.store.store import FiledDossier, KnownFile, StoredReading, open_store, set_aside
from pipeline.store.turn import StoreBusy, sole_run
from tests.store.test_migrating import differences
from tests.store.turns import order_of_turns

MADE = Decision("GM0847", "bevestigd", "", "j.devries", "2021-01-02T09:00:00", ("f" * 64,), id="a")

pytestmark = pytest.mark.traag


@pytest.fixture
def address(database):
    return database()


def test_what_was_kept_is_there_after_reopening(address):
    store = open_store(address)
    store.remember_files([KnownFile("a.pdf", 2**40, 2**61, 2**62, "f" * 64), KnownFile("b.pdf", 1, 2, 3, "e" * 64)])
    store.remember_files([KnownFile("a.pdf", 2**40, 2**61, 2**62, "f" * 64)])
    store.add_reading(StoredReading("f" * 64, "1", "mislukt", "fout", 0), b"")
    store.add_reading(StoredReading("f" * 64, "1", "ok", "", 4), b"\x00inhoud\xff")
    store.add_passages("f" * 64, "d", [{"tekst": "één\x00"}])
    store.add_scores({f"h{number}": {"labels": ["zorg"]} for number in range(1203)}, "m")
    store.add_papers({"k": {"titel": "Nota \x00 'é' \U0001f600"}})
    store.add_understood("k", "oud")
    store.add_understood("k", "m")
    store.mark_done("controle", date(2026, 1, 2))
    store.mark_done("controle", date(2026, 1, 9))
    store.close()
    again = open_store(address)
    assert again.known_files() == {"a.pdf": KnownFile("a.pdf", 2**40, 2**61, 2**62, "f" * 64)}
    assert again.readings("1") == {"f" * 64: StoredReading("f" * 64, "1", "ok", "", 4)}
    assert again.reading_content("f" * 64, "1") == b"\x00inhoud\xff"
    assert again.passages("f" * 64, "d") == [{"tekst": "één\x00"}]
    assert len(again.scores([f"h{number}" for number in range(1203)], "m")) == 1203
    assert again.papers(["k"]) == {"k": {"titel": "Nota \x00 'é' \U0001f600"}}
    assert (again.understood("m"), again.understood("oud")) == ({"k"}, set())
    assert again.last_done("controle") == date(2026, 1, 9)


def test_dossiers_come_in_the_order_of_their_paths_whatever_the_alphabet_of_the_database(database):
    dutch = database("TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'nl' ENCODING 'UTF8'")
    store = open_store(dutch)
    paths = ["Zundert.pdf", "asten.pdf", "Asten 2.pdf", "één.pdf", "a/b.pdf", "a b.pdf"]
    store.file_dossiers(FiledDossier(path, "sleutel", b"{}", {}) for path in paths)
    assert [one.path for one in store.dossiers()] == sorted(paths)


def test_a_key_of_any_length_fits(address):
    store = open_store(address)
    store.add_scores({"h": {}}, "m" * 500)
    store.add_reading(StoredReading("f" * 64, "e" * 500, "ok", "", 1), b"")
    store.add_passages("f" * 64, "d" * 500, [])
    store.add_understood("k", "m" * 500)
    assert store.scores(["h"], "m" * 500) == {"h": {}}


def test_two_writers_with_the_same_rows_in_another_order_both_succeed(address):
    rows = {f"h{number}": {"n": number} for number in range(2000)}
    stores, faults = [open_store(address) for _ in range(2)], []

    def write(store, mine):
        try:
            for _ in range(5):
                store.add_scores(mine, "m")
        except StoreError as error:
            faults.append(error)

    orders = (rows, dict(reversed(rows.items())))
    writers = [threading.Thread(target=write, args=pair) for pair in zip(stores, orders, strict=True)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert faults == []
    assert stores[0].scores(rows, "m") == rows


@pytest.mark.parametrize(("metadata", "lineage"), [(tables.metadata, STORE), (tables.decisions_metadata, DECISIONS)])
def test_the_tables_are_what_the_program_says_types_too(address, metadata, lineage):
    open_store(address).close()
    open_decisions(address).dispose()
    assert differences(address, metadata, lineage) == []


def test_origins_stand_in_the_same_database_as_the_first_release_made_them_too(address):
    open_store(address).close()
    engine = open_engine(address)
    origins.metadata.create_all(engine)  # as they were made before there were steps
    engine.dispose()
    with closing(open_origins(address)) as opened:
        opened.record_visit(Visit("site", "2026-11-20T03:00:00+00:00"))
        assert list(opened.visits()) == ["site"]
    assert differences(address, origins.metadata, ORIGINS) == []


def test_a_database_that_a_newer_themaspin_made_is_refused(address):
    open_store(address).close()
    engine = open_engine(address)
    with engine.begin() as connection:
        connection.execute(text(f"UPDATE {STORE.record} SET version_num = '0099'"))
    with pytest.raises(StoreNewer, match="schema 0099"):
        open_store(address)


def test_many_programs_that_open_an_empty_database_at_once_make_its_tables_once(address):
    faults = []

    def opened():
        try:
            open_store(address).close()
            open_decisions(address).dispose()
        except Exception as error:
            faults.append(error)

    openers = [threading.Thread(target=opened) for _ in range(6)]
    for opener in openers:
        opener.start()
    for opener in openers:
        opener.join()
    assert faults == []


def test_a_database_that_does_not_hold_all_characters_is_refused(database):
    latin = database("TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")
    with pytest.raises(StoreError, match=r"LATIN1.*UTF8"):
        open_store(latin)


def test_one_run_at_a_time_works_on_a_store(address):
    with sole_run(address), pytest.raises(StoreBusy, match="Er is al een run bezig"), sole_run(address):
        pass
    with sole_run(address):
        pass


def test_who_has_patience_waits_for_a_run_on_another_machine(address):
    assert order_of_turns(address) == ["run klaar", "aan de beurt"]


def test_a_run_whose_machine_fell_away_gives_its_turn_back(address):
    with pytest.raises(ZeroDivisionError), sole_run(address):
        raise ZeroDivisionError
    with sole_run(address):
        pass


def test_a_decision_enters_once_and_in_order(address):
    engine = open_decisions(address)
    assert record_decision(engine, MADE)
    assert not record_decision(engine, MADE)
    later = Decision("GM0847", "bevestigd", "", "a.bakker", "2021-01-01T09:00:00", ())
    add_decisions(engine, [later])
    first, second = all_decisions(open_decisions(address))
    assert (first.id, second) == ("a", later)


def test_decisions_are_copied_and_the_store_is_left_to_the_server(address, tmp_path):
    open_store(address).close()
    add_decisions(open_decisions(address), [MADE])
    report = back_up(address, tmp_path / "kopie")
    assert report.decisions == 1
    assert "pg_dump" in report.remarks[0]
    assert {path.name for path in (tmp_path / "kopie").iterdir()} == {DECISIONS_FILE, RECORD}


def test_a_folder_with_a_question_mark_in_its_name_takes_a_copy(address, tmp_path):
    add_decisions(open_decisions(address), [MADE])
    back_up(address, tmp_path / "wat?")
    assert {path.name for path in (tmp_path / "wat?").iterdir()} == {DECISIONS_FILE, RECORD}
    assert [path.name for path in tmp_path.iterdir()] == ["wat?"]


def test_decisions_go_from_server_to_file_and_to_another_server_without_doubles(address, database, tmp_path):
    add_decisions(open_decisions(address), [MADE])
    back_up(address, tmp_path / "kopie")
    in_file, on_server = f"sqlite:///{tmp_path / 'g.sqlite'}", database()
    restore(in_file, tmp_path / "kopie")
    for _ in range(2):
        restore(on_server, tmp_path / "kopie")
    assert all_decisions(open_decisions(in_file)) == all_decisions(open_decisions(on_server)) == [MADE]


def test_a_row_of_a_copy_that_is_no_decision_is_named(address, tmp_path):
    log = open_decisions(f"sqlite:///{tmp_path / 'hier.sqlite'}")
    with log.begin() as connection:
        connection.execute(tables.decisions.insert(), [{"content": "{"}])
    log.dispose()
    back_up(f"sqlite:///{tmp_path / 'hier.sqlite'}", tmp_path / "kopie")
    with pytest.raises(StoreError, match="Rij 1 van de beoordelingen"):
        restore(address, tmp_path / "kopie")


def test_a_server_that_answers_is_sound(address):
    open_store(address).close()
    assert unsound(address) == []


def test_rebuilding_is_left_to_the_server(address):
    with pytest.raises(StoreError, match="--rebuild werkt alleen met SQLite"):
        set_aside(address)


def test_a_server_that_falls_away_is_no_damage(database_server):
    with pytest.raises(StoreError, match="niet te gebruiken") as caught:
        open_store(f"{database_server}/bestaat_niet")
    assert "--rebuild" not in str(caught.value)


def test_a_password_is_in_no_message():
    with pytest.raises(StoreError) as caught:
        open_store("postgresql+psycopg://themaspin:geheim@127.0.0.1:1/themaspin")
    assert "geheim" not in str(caught.value)


def test_a_store_of_the_first_release_is_migrated(address):
    engine = open_engine(address)
    with engine.begin() as connection:
        tables.schema.create(connection)
        connection.execute(tables.schema.insert().values(version=1))
        for table, column in (
            ("readings", "extractor"),
            ("passages", "division"),
            ("scores", "model"),
            ("understood", "model"),
        ):
            connection.execute(text(f"CREATE TABLE {table} ({column} VARCHAR(64) NOT NULL)"))
        connection.execute(text("CREATE TABLE dossiers (path TEXT PRIMARY KEY, content BYTEA NOT NULL)"))
    assert bring_up_to_date(engine, STORE) == "0001"
    with engine.begin() as connection:
        connection.execute(text("INSERT INTO scores VALUES (repeat('m', 500))"))
