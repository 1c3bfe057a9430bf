"""What the command says by itself is Dutch, whatever click, the library behind it, says in English."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands.telling import agreed

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = re.compile(
    r"\b(OPTIONS|COMMAND|ARGS|TEXT|INTEGER|FLOAT|PATH|DIRECTORY|FILENAME|BOOLEAN|Usage|Options|Commands|default|required)\b"
)


def every_command(command=cli, path=()):
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from every_command(below, (*path, name))


@pytest.mark.parametrize("path", list(every_command()), ids=" ".join)
def test_help_has_no_english_words(path):
    shown = CliRunner().invoke(cli, [*path, "--help"], prog_name="themaspin").output
    assert "Gebruik:" in shown
    assert not ENGLISH.findall(shown)


def test_help_is_dutch_on_a_machine_that_speaks_english():
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "LANGUAGE": "en", "LC_ALL": "en_US.UTF-8"}
    command = [sys.executable, "-m", "pipeline.cli", "run", "--help"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, env=variables)
    assert "Gebruik: themaspin run [OPTIES]" in ended.stdout
    assert "--inbox PAD" in ended.stdout


def test_a_file_where_a_folder_belongs_is_refused_in_dutch():
    ended = CliRunner().invoke(cli, ["evaluate", "--rapport", str(ROOT / "README.md"), "x"])
    assert "Map '" in ended.output
    assert "is een bestand" in ended.output


@pytest.mark.parametrize(
    ("typed", "answer"), [("j", True), ("Ja", True), ("n", False), ("nee", False), ("", False), ("wat\nja", True)]
)
def test_a_question_is_answered_in_dutch(typed, answer, monkeypatch, capsys):
    answers = iter(typed.split("\n"))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _: next(answers))
    assert agreed("In gebruik nemen?") is answer
    assert "y/N" not in capsys.readouterr().out
