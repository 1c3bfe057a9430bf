"""The commands on sources: what they say, and the code they end with."""

from __future__ import annotations

import csv

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.publish import outputset
from tests.sources.council import OpenCouncil, fault

PAPER = b"%PDF-1.4 nota"


@pytest.fixture
def council():
    with OpenCouncil() as opened:
        yield opened


@pytest.fixture
def machine(tmp_path, monkeypatch, council):
    """A working folder with an inbox and one source with one paper."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    address = council.paper("/nota.pdf", PAPER)
    (tmp_path / "themaspin.toml").write_text(
        f'bronnen_netwerken = ["127.0.0.1/32"]\n[bronnen.site]\nsoort = "web"\npauze = 0\nadressen = ["{address}"]\n'
    )
    return tmp_path


def themaspin(*arguments):
    return CliRunner().invoke(cli, [str(one) for one in arguments])


def test_what_was_fetched_is_told(machine):
    ended = themaspin("ophalen")
    assert (ended.exit_code, ended.stdout) == (0, "Bron 'site': 1 nieuw.\n")


def test_a_failing_address_ends_with_1_and_says_where_to_look(machine, council):
    council.page("/nota.pdf", fault(403))
    ended = themaspin("ophalen")
    assert ended.exit_code == 1
    assert "1 mislukt" in ended.stdout and "themaspin bronnen" in ended.stderr
    assert "weigert de toegang" in themaspin("bronnen").stdout


def test_an_address_without_anything_is_pointed_at_but_is_no_failure(machine, council):
    council.page("/nota.pdf", fault(404))
    ended = themaspin("ophalen")
    assert ended.exit_code == 0 and "themaspin bronnen" in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["ophalen", "--bron", "sait"], ["'sait'", "Wel: site"]),
        (["ophalen", "--inbox", "weg"], ["weg bestaat niet"]),
    ],
)
def test_wrong_usage_ends_with_2_and_says_what(machine, arguments, words):
    ended = themaspin(*arguments)
    assert ended.exit_code == 2
    for word in words:
        assert word in ended.stderr


def test_without_sources_it_says_where_to_put_them(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ended = themaspin("ophalen")
    assert ended.exit_code == 2 and "themaspin.toml" in ended.stderr
    assert "Er zijn geen bronnen" in themaspin("bronnen").stdout


@pytest.fixture
def impatient(monkeypatch):
    """Nobody waits for what a killed run left behind."""
    monkeypatch.setattr(outputset, "DYING", 0.0)


@pytest.mark.usefixtures("impatient")
def test_while_a_run_is_busy_nothing_is_fetched(machine, council):
    with outputset.exclusive(machine / "outputs"):
        ended = themaspin("ophalen")
    assert ended.exit_code == 3 and "al een run bezig" in ended.stderr
    assert council.asked == []


@pytest.mark.usefixtures("impatient")
def test_while_a_run_is_busy_nothing_is_forgotten(machine):
    themaspin("ophalen")
    next((machine / "inbox" / "site").iterdir()).unlink()
    with outputset.exclusive(machine / "outputs"):
        ended = themaspin("bronnen", "--vergeet-weg")
    assert ended.exit_code == 3 and "al een run bezig" in ended.stderr
    assert themaspin("bronnen", "--vergeet-weg").stdout.startswith("1 papier wordt de volgende keer")


@pytest.mark.traag
@pytest.mark.parametrize("arguments", [["ophalen"], ["bronnen", "--vergeet-weg"]], ids=" ".join)
def test_while_a_run_on_another_machine_has_the_store_neither_happens(
    machine, council, monkeypatch, database, arguments
):
    from pipeline.store.turn import sole_run

    address = database()
    monkeypatch.setenv("THEMASPIN_STORE", address)
    with sole_run(address):
        ended = themaspin(*arguments)
    assert ended.exit_code == 3 and "al een run bezig met het geheugen" in ended.stderr
    assert council.asked == []
    assert themaspin(*arguments).exit_code == 0


def test_a_damaged_memory_of_the_sources_ends_with_3_and_says_what_to_do(machine):
    (machine / "outputs").mkdir()
    (machine / "outputs" / "themaspin-bronnen.sqlite").write_bytes(b"geen database" * 100)
    ended = themaspin("ophalen")
    assert ended.exit_code == 3 and "opzij" in ended.stderr


def test_all_addresses_can_be_written_to_a_table(machine, council):
    themaspin("ophalen")
    ended = themaspin("bronnen", "--csv", "adressen.csv")
    assert "site (web): adressen 1, papieren 1" in ended.stdout
    with (machine / "adressen.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = csv.DictReader(lines)
    assert row["adres"] == council.url("/nota.pdf") and row["bestand"].startswith("site/nota-")
