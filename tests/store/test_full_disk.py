"""What is told where SQLite finds its disk full: what, where and what to do, and nothing is kept by halves."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from click.testing import CliRunner
from sqlalchemy import Engine, event

from pipeline.cli import cli
from pipeline.store.backup import back_up
from pipeline.store.decisions import (
    Decision,
    add_decisions,
    all_decisions,
    decision_line,
    open_decisions,
    record_decision,
)
from pipeline.store.engine import StoreError
from pipeline.store.store import KnownFile, open_store

PAGES = 8
"""Of 4096 bytes: room for the tables and hardly more."""
LONG = Decision("GM0762", "toch deels", "lang " * 20_000, "a.bakker", "2021-01-01T00:00:00", ("f" * 64,))


@pytest.fixture
def full_disk() -> Iterator[None]:
    """No database grows beyond a few pages any more: SQLite then says what it says of a full disk."""

    def limit(connection, _record):
        connection.execute(f"PRAGMA max_page_count={PAGES}")

    event.listen(Engine, "connect", limit)
    yield
    event.remove(Engine, "connect", limit)


@pytest.fixture
def address(tmp_path):
    return f"sqlite:///{tmp_path / 'g.sqlite'}"


def test_a_store_that_cannot_grow_says_where_it_stands_and_what_to_do(address, tmp_path, full_disk):
    with pytest.raises(StoreError) as refusal:
        open_store(address).remember_files([KnownFile("x" * 99_999, 1, 2, 3, "f" * 64)])
    assert str(refusal.value) == (
        f"Het geheugen ({tmp_path / 'g.sqlite'}) is niet te gebruiken: de schijf is vol. "
        "Maak ruimte op die schijf, en probeer het nog eens."
    )


@pytest.mark.parametrize("write", [record_decision, lambda engine, one: add_decisions(engine, [one])])
def test_a_decision_that_does_not_fit_is_said_not_to_be_kept(address, tmp_path, full_disk, write):
    engine = open_decisions(address)
    with pytest.raises(StoreError) as refusal:
        write(engine, LONG)
    assert str(refusal.value) == (
        f"Er is niets bewaard: de beoordelingen ({tmp_path / 'g-beoordelingen.sqlite'}) zijn niet te schrijven: de schijf is vol. "
        "Maak ruimte op die schijf, en probeer het nog eens."
    )
    assert all_decisions(engine) == []


def test_taking_in_decisions_that_do_not_fit_ends_with_what_to_do(tmp_path, full_disk):
    source = tmp_path / "b.jsonl"
    source.write_text(decision_line(LONG) + "\n")
    done = CliRunner().invoke(cli, ["beoordelingen", "import", str(source), "--outputs", str(tmp_path)])
    assert done.exit_code == 3
    assert "de schijf is vol. Maak ruimte op die schijf" in " ".join(done.output.split())


def test_a_copy_of_what_is_no_database_is_told_in_dutch(address, tmp_path):
    (tmp_path / "g.sqlite").write_bytes(b"kapot" * 1000)
    with pytest.raises(StoreError, match="is beschadigd: het is geen SQLite-bestand"):
        back_up(address, tmp_path / "kopie")
