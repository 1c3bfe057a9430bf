"""The guides lead somewhere, and name what there is."""

import ast
import re
import shlex
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline.documents.override import KEYS

ROOT = Path(__file__).resolve().parent.parent
GUIDES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


UNITS = sorted((ROOT / "deploy").glob("*.service"))


@pytest.mark.parametrize("guide", GUIDES, ids=[guide.name for guide in GUIDES])
def test_every_link_within_the_project_leads_to_a_file(guide):
    links = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", guide.read_text(encoding="utf-8"))
    assert [link for link in links if not (guide.parent / link).exists()] == []


OF_THE_PROJECT = r"`((?:bench|corpus|deploy|docs|models|pipeline|tests)/[\w./-]+|(?:Makefile|flows\.py|prefect\.yaml|pyproject\.toml))`"


@pytest.mark.parametrize("guide", GUIDES, ids=[guide.name for guide in GUIDES])
def test_every_path_in_the_project_that_is_named_is_there(guide):
    named = re.findall(OF_THE_PROJECT, guide.read_text(encoding="utf-8"))
    assert [path for path in named if not (ROOT / path).exists()] == []


OF_THE_JOURNAL = {"crashed", "library"}
"""What the journal itself tells: a fault in the program, and what other libraries say."""


def told_by(source: Path) -> Iterator[str]:
    """The events that a module tells."""
    for call in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id == "tell":
            event = call.args[0]
            assert isinstance(event, ast.Constant), f"{source}, line {call.lineno}: an event is a fixed word"
            yield event.value


def test_the_guide_names_every_event_that_is_told_and_no_other():
    sources = [ROOT / "flows.py", *(ROOT / "pipeline").rglob("*.py")]
    told = {event for source in sources for event in told_by(source)}
    guide = (ROOT / "docs" / "beheer.md").read_text(encoding="utf-8")
    table = guide.split("| `event` | wanneer |")[1].split("\n\n")[0]
    named = [event for row in table.splitlines()[2:] for event in re.findall(r"`(\w+)`", row.split("|")[1])]
    assert sorted(named) == sorted(told | OF_THE_JOURNAL)


@pytest.mark.parametrize("unit", UNITS, ids=[unit.name for unit in UNITS])
def test_every_unit_that_runs_themaspin_reads_the_settings_of_the_night(unit):
    lines = unit.read_text(encoding="utf-8").splitlines()
    runs = any(re.match(r"ExecStart=\S+/themaspin ", line) for line in lines)
    assert not runs or "EnvironmentFile=/etc/themaspin/themaspin.env" in lines


def test_the_readme_names_every_key_of_a_toml_beside_a_paper():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    example, after = readme.split("```toml\n", 1)[1].split("```", 1)
    others = after.split("Andere sleutels: ", 1)[1].split(". ", 1)[0]
    assert {*re.findall(r"^(\w+) =", example, re.MULTILINE), *re.findall(r"`(\w+)`", others)} == set(KEYS)


@pytest.mark.skipif(shutil.which("make") is None, reason="make is niet geïnstalleerd")
@pytest.mark.parametrize("target", ["run", "serve"])
def test_make_hands_on_folders_with_a_space_in_their_name(target):
    command = [
        "make",
        "--no-print-directory",
        "-n",
        "-o",
        ".venv/.klaar",
        target,
        "INBOX=mijn stukken",
        "OUTPUTS=de tabellen",
    ]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert shlex.split(told)[2:6] == ["--inbox", "mijn stukken", "--outputs", "de tabellen"]
