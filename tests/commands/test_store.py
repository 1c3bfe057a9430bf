"""The store that a command is pointed to: an address that is none, and one where nothing stands."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands.needs import Refusal
from pipeline.settings import ROOT, load_settings
from pipeline.store.backup import back_up
from pipeline.store.decisions import open_decisions
from pipeline.store.store import open_store

PUBLISHED = {"run": "20261102T033000000000Z", "aantallen": {"bestanden": 12, "onleesbaar": 1, "mislukt": 0}}


@pytest.mark.parametrize(
    "arguments",
    [
        ["backup", "kopie"],
        ["herstel", "kopie"],
        ["bronnen"],
        ["bronnen", "--vergeet-weg"],
        ["ophalen"],
        ["beoordelingen", "export", "uit.jsonl"],
        ["beoordelingen", "import", "uit.jsonl"],
        ["beoordelingen", "passages", "uit.jsonl"],
        ["train", "--met-beoordelingen"],
        ["serve"],
        ["overzicht"],
        ["peildatum", "2021-01-01"],
        ["gezond"],
        ["run"],
    ],
    ids=" ".join,
)
def test_a_wrong_address_of_the_store_ends_with_2(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "run.json").write_text(json.dumps(PUBLISHED))
    (tmp_path / "themaspin.toml").write_text(
        '[bronnen.site]\nsoort = "web"\nadressen = ["https://voorbeeld.nl/a.pdf"]\n'
    )
    ended = CliRunner().invoke(cli, arguments, env={"THEMASPIN_STORE": "onzin"})
    assert (ended.exit_code, "Instelling 'store' (onzin)" in ended.stderr) == (2, True), ended.output


@pytest.fixture
def published(tmp_path, monkeypatch):
    """An outputs folder in which something was published, and a mistyped address of its store; returns where that points to."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    (tmp_path / "outputs").mkdir()
    (tmp_path / "outputs" / "run.json").write_text(json.dumps(PUBLISHED))
    mistyped = tmp_path / "geheugenn" / "themaspin.sqlite"
    monkeypatch.setenv("THEMASPIN_STORE", f"sqlite:///{mistyped}")
    return mistyped


@pytest.mark.parametrize(
    "arguments",
    [
        ["overzicht"],
        ["peildatum", "2021-01-01"],
        ["beoordelingen", "export", "uit.jsonl"],
        ["beoordelingen", "passages", "uit.jsonl"],
        ["train", "--met-beoordelingen"],
        ["bronnen", "--vergeet-weg"],
    ],
    ids=" ".join,
)
def test_a_command_that_reads_says_that_there_is_no_store_and_makes_none(published, arguments):
    ended = CliRunner().invoke(cli, arguments)
    said = " ".join(ended.stderr.split())
    assert ended.exit_code == 3, ended.output
    assert f"Er is geen geheugen in {published} (instelling 'store'). Kijk of die instelling klopt" in said
    assert "themaspin run" in said
    assert not published.parent.exists()
    assert not Path("uit.jsonl").exists()


def test_without_the_setting_the_folder_of_tables_is_what_may_be_wrong(published, monkeypatch):
    monkeypatch.delenv("THEMASPIN_STORE")
    ended = CliRunner().invoke(cli, ["overzicht", "--outputs", "outputs"])
    assert ended.exit_code == 3
    assert "Wijs met --outputs de map aan waarin een run publiceerde" in " ".join(ended.stderr.split())
    assert [path.name for path in Path("outputs").iterdir()] == ["run.json"]


@pytest.mark.parametrize("name", ["wat?", "a?b=c&d", "nr#1", "50%25", "50%", "tabellen één @thuis:1"])
def test_the_store_stands_in_the_folder_of_tables_whatever_it_is_called(tmp_path, monkeypatch, name):
    monkeypatch.delenv("THEMASPIN_STORE", raising=False)
    settings = load_settings(outputs=tmp_path / name)
    open_store(settings.store).close()
    open_decisions(settings.store).dispose()
    assert back_up(settings.store, tmp_path / "kopie").decisions == 0
    kept = {path.name for path in (tmp_path / name).iterdir() if path.suffix == ".sqlite"}
    assert kept == {"themaspin.sqlite", "themaspin-beoordelingen.sqlite"}
    assert {path.name for path in tmp_path.iterdir()} == {name, "kopie"}


def test_a_backup_of_nothing_says_where_it_looked(published):
    ended = CliRunner().invoke(cli, ["backup", "kopie"])
    assert ended.exit_code == 2
    assert str(published) in ended.stderr
    assert not published.parent.exists()


def test_sources_that_were_never_visited_say_that_there_is_no_store(published):
    Path("themaspin.toml").write_text('[bronnen.site]\nsoort = "web"\nadressen = ["https://voorbeeld.nl/a.pdf"]\n')
    ended = CliRunner().invoke(cli, ["bronnen"])
    assert ended.exit_code == 0
    assert "site (web): adressen 0" in ended.stdout
    assert f"Er is geen geheugen in {published}" in ended.stderr
    assert not published.parent.exists()


def test_decisions_beside_no_store_are_still_written_out(published):
    open_decisions(f"sqlite:///{published}").dispose()
    ended = CliRunner().invoke(cli, ["beoordelingen", "export", "uit.jsonl"])
    assert (ended.exit_code, "0 beoordelingen bewaard" in ended.stdout) == (0, True), ended.output


def test_taking_in_decisions_where_there_are_none_makes_them_and_says_so(published):
    Path("in.jsonl").write_text("")
    told = [CliRunner().invoke(cli, ["beoordelingen", "import", "in.jsonl"]) for _ in range(2)]
    where = published.with_name("themaspin-beoordelingen.sqlite")
    assert f"De beoordelingen ({where}) zijn er nog niet en worden nu gemaakt." in told[0].stderr
    assert [one.exit_code for one in told] == [0, 0]
    assert "gemaakt" not in told[1].stderr


def test_a_line_that_stands_twice_in_a_file_is_taken_in_once(published):
    line = '{"gm_code": "GM0847", "oordeel": "bevestigd", "toelichting": "", "wie": "a", "wanneer": "2021-01-02T09:00:00", "bewijs": []}'
    other = line.replace("09:00", "10:00")
    Path("in.jsonl").write_text(f"{line}\n{other}\n{line}\n")
    ended = CliRunner().invoke(cli, ["beoordelingen", "import", "in.jsonl"])
    assert "2 beoordelingen toegevoegd" in ended.stdout, ended.output
    CliRunner().invoke(cli, ["beoordelingen", "export", "uit.jsonl"])
    assert Path("uit.jsonl").read_text() == f"{line}\n{other}\n"


def test_a_run_makes_the_store_and_says_so(published, monkeypatch):
    def stop():
        raise Refusal("tot hier", 3)

    monkeypatch.setattr("pipeline.cli._prefect", stop)
    shutil.copy(ROOT / "corpus" / "voorbeeld" / "gmb-2021-3318.pdf", "inbox")
    told = [CliRunner().invoke(cli, ["run"]).stderr for _ in range(2)]
    assert told == [
        f"Het geheugen ({published}) is er nog niet en wordt nu gemaakt.\nFout: tot hier\n",
        "Fout: tot hier\n",
    ]


def test_fetching_makes_what_it_remembers_and_says_so(published):
    Path("themaspin.toml").write_text('[bronnen.map]\nsoort = "map"\npad = "elders"\n')
    Path("elders").mkdir()
    ended = CliRunner().invoke(cli, ["ophalen"])
    where = published.with_name("themaspin-bronnen.sqlite")
    assert f"Wat bekend is van de bronnen ({where}) is er nog niet en wordt nu gemaakt." in ended.stderr, ended.output
