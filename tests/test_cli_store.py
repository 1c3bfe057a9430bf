"""A wrong address of the store is a wrong setting to every command that uses it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner

from pipeline.cli import cli

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
