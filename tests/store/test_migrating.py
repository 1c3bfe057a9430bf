"""A store of an older themaspin is brought up to date and keeps what it held; one of a newer themaspin is refused and left alone."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import event, text

from pipeline.store import migrating, origins, tables
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.engine import StoreNewer, open_engine
from pipeline.store.migrating import DECISIONS, ORIGINS, STORE, Lineage, bring_up_to_date
from pipeline.store.origins import OriginState, Visit, open_origins
from pipeline.store.store import KnownFile, StoredReading, open_store

FIRST_RELEASE = Path(__file__).parent / "first_release"
NAMES = {
    "geheugen": "themaspin.sqlite",
    "beoordelingen": "themaspin-beoordelingen.sqlite",
    "bronnen": "themaspin-bronnen.sqlite",
}


@pytest.fixture
def address(tmp_path):
    """A store, decisions and origins as the first release left them."""
    for source, name in NAMES.items():
        with sqlite3.connect(tmp_path / name) as connection:
            connection.executescript((FIRST_RELEASE / f"{source}.sql").read_text(encoding="utf-8"))
        connection.close()
    return f"sqlite:///{tmp_path / NAMES['geheugen']}"


def differences(address: str, metadata, lineage: Lineage) -> list:
    """How the tables differ from what the program says they are. SQLite keeps declared lengths that mean nothing there."""
    engine = open_engine(address)
    with engine.connect() as connection:
        options = {
            "compare_type": engine.dialect.name != "sqlite",
            "version_table": lineage.record,
            "include_name": lambda name, kind, _: kind != "table" or name in metadata.tables,
        }
        return compare_metadata(MigrationContext.configure(connection, opts=options), metadata)


def test_a_store_of_the_first_release_keeps_all_that_it_held(address):
    store = open_store(address)
    assert store.known_files() == {
        "Someren/nota.pdf": KnownFile("Someren/nota.pdf", 1024, 1700000000000000000, 77, "aa")
    }
    assert store.readings("2-pdfium") == {"aa": StoredReading("aa", "2-pdfium", "ok", "", 4)}
    assert store.reading_content("aa", "2-pdfium") == b"\x00\xff"
    assert store.passages("aa", "d") == []
    assert store.scores(["h"], "m") == {"h": {"labels": ["zorg"]}}
    assert store.papers(["k"]) == {"k": {"titel": "Nota"}}
    assert store.understood("m") == {"k"}
    assert store.last_done("inbox geheel gelezen") == date(2026, 11, 20)


def test_migrating_is_said_once_and_in_dutch(address):
    said: list[str] = []
    open_store(address, said.append).close()
    open_store(address, said.append).close()
    (line,) = said
    assert "bijgewerkt van schema 0001 naar 0003" in line


def test_a_new_store_is_told_to_be_made_and_not_to_be_migrated(tmp_path):
    lines: list[str] = []
    open_store(f"sqlite:///{tmp_path / 'nieuw.sqlite'}", lines.append).close()
    assert lines == [f"Het geheugen ({tmp_path / 'nieuw.sqlite'}) is er nog niet en wordt nu gemaakt."]


def test_decisions_of_the_first_release_stand(address):
    (decision,) = all_decisions(open_decisions(address))
    assert decision.gm_code == "GM0847"


def test_origins_of_the_first_release_keep_all_that_they_held(address):
    with closing(open_origins(address)) as opened:
        (known,) = opened.all()
        assert (known.path, known.state, known.sha256, known.owner) == (
            "Bladel/site/nota.pdf",
            OriginState.HELD,
            "aa",
            "Bladel",
        )
        assert opened.list_validators("site") == {"https://www.bladel.nl/feed": ('"f1"', "")}
        assert opened.visits() == {"site": Visit("site", "2026-11-20T03:00:00+00:00", "2026-11-20T03:00:00+00:00")}


@pytest.mark.parametrize("missing", [("lijsten",), ("lijsten", "herkomst")])
def test_origins_of_which_the_first_release_made_only_some_tables_are_made_whole(address, tmp_path, missing):
    """It made them one by one, and could be killed in between."""
    with sqlite3.connect(tmp_path / NAMES["bronnen"]) as connection:
        for table in missing:
            connection.execute(f"DROP TABLE {table}")
    with closing(open_origins(address)) as opened:
        assert list(opened.visits()) == ["site"]
        opened.record_list("site", "https://www.bladel.nl/feed", "", "")
    assert differences(origins.origins_address(address), origins.metadata, ORIGINS) == []


@pytest.mark.parametrize("made", ["migrated", "new"])
def test_the_tables_of_origins_are_what_the_program_says(address, tmp_path, made):
    address = address if made == "migrated" else f"sqlite:///{tmp_path / 'nieuw.sqlite'}"
    open_origins(address).close()
    assert differences(origins.origins_address(address), origins.metadata, ORIGINS) == []


@pytest.mark.parametrize("made", ["migrated", "new"])
def test_the_tables_are_what_the_program_says(address, tmp_path, made):
    address = address if made == "migrated" else f"sqlite:///{tmp_path / 'nieuw.sqlite'}"
    open_store(address).close()
    assert differences(address, tables.metadata, STORE) == []


@pytest.mark.parametrize("lineage", [STORE, DECISIONS, ORIGINS], ids=["store", "decisions", "origins"])
def test_the_newest_schema_is_the_last_step(lineage):
    assert (
        ScriptDirectory(str(lineage.steps), version_locations=[str(lineage.steps)]).get_current_head() == lineage.newest
    )


def test_a_program_from_before_the_migrations_sees_that_it_does_not_know_the_store(address, tmp_path):
    open_store(address).close()
    with sqlite3.connect(tmp_path / NAMES["geheugen"]) as connection:
        assert connection.execute("SELECT version FROM schema").fetchone() == (int(STORE.newest),)


@pytest.mark.parametrize(
    ("lineage", "name", "opened"),
    [(STORE, "geheugen", open_store), (DECISIONS, "beoordelingen", open_decisions), (ORIGINS, "bronnen", open_origins)],
)
def test_what_a_newer_themaspin_made_is_refused_and_left_as_it_is(address, tmp_path, lineage, name, opened):
    opened(address)
    with sqlite3.connect(tmp_path / NAMES[name]) as connection:
        connection.execute(f"UPDATE {lineage.record} SET version_num = '0099'")
        before = list(connection.iterdump())
    with pytest.raises(StoreNewer, match=r"nieuwere themaspin \(schema 0099.*Werk themaspin"):
        opened(address)
    with sqlite3.connect(tmp_path / NAMES[name]) as connection:
        assert list(connection.iterdump()) == before


def test_a_migration_that_is_cut_short_leaves_the_store_as_it_was(address, tmp_path):
    with sqlite3.connect(tmp_path / NAMES["geheugen"]) as connection:
        before = list(connection.iterdump())
    engine = open_engine(address)

    @event.listens_for(engine, "before_cursor_execute")
    def fail(_connection, _cursor, statement, *_):
        if statement.startswith("UPDATE schema SET version = 3"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        bring_up_to_date(engine, STORE)
    engine.dispose()
    with sqlite3.connect(tmp_path / NAMES["geheugen"]) as connection:
        assert list(connection.iterdump()) == before
    open_store(address).close()


def test_who_waited_for_another_that_migrated_does_nothing(address, monkeypatch):
    """Both saw the old schema; the second gets its turn when the first is done."""
    taken = migrating.take_turn

    def late(connection, key):
        monkeypatch.setattr(migrating, "take_turn", taken)
        open_store(address).close()
        taken(connection, key)

    monkeypatch.setattr(migrating, "take_turn", late)
    engine = open_engine(address)
    assert bring_up_to_date(engine, STORE) is None
    with engine.connect() as connection:
        assert connection.execute(text(f"SELECT version_num FROM {STORE.record}")).scalars().all() == [STORE.newest]
