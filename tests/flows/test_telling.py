"""What a whole run tells: JSON lines with the ids of its record, tables in Prefect, and a message where it fails."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAPER = ROOT / "corpus" / "voorbeeld" / "Bladel_beleidsregels_2018.pdf"

pytestmark = [pytest.mark.traag, pytest.mark.zwaar]


def run(inbox, outputs, **environment):
    command = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "run",
        "--inbox",
        inbox,
        "--outputs",
        outputs,
        "--peildatum",
        "2021-01-01",
    ]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "THEMASPIN_LOG": "json", **environment}
    return subprocess.run(
        list(map(str, command)), cwd=ROOT, capture_output=True, text=True, timeout=280, check=False, env=variables
    )


@pytest.fixture
def inbox(tmp_path):
    (tmp_path / "in").mkdir()
    shutil.copy(PAPER, tmp_path / "in")
    (tmp_path / "in" / "kapot.pdf").write_bytes(b"%PDF-1.4 kapot")
    return tmp_path / "in"


def tables_in_prefect(home):
    """The rows of each table that a run left with Prefect, by key."""
    code = (
        "import json\nfrom prefect.client.orchestration import get_client\nwith get_client(sync_client=True) as client:\n"
        "    found = client.request('POST', '/artifacts/latest/filter').json()\n"
        "print(json.dumps({one['key']: json.loads(one['data']) for one in found}))"
    )
    variables = {**os.environ, "PREFECT_HOME": str(home), "PREFECT_LOGGING_LEVEL": "CRITICAL"}
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True, env=variables
    )
    return json.loads(ended.stdout)


def test_every_line_is_an_object_with_the_ids_of_the_record_and_prefect_has_the_tables(inbox, tmp_path):
    ended = run(inbox, tmp_path / "uit", PREFECT_HOME=str(tmp_path / "prefect"))
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout == ""
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    record = json.loads((tmp_path / "uit" / "run.json").read_text())
    assert {line["run"] for line in lines if "run" in line} == {record["run"]}
    assert {line["stage"] for line in lines if "stage" in line} == set(record["seconden"])
    (unreadable,) = (line for line in lines if line["event"] == "file_unreadable")
    assert unreadable["file"] == "kapot.pdf"
    assert lines[-1]["event"] == "run_published"
    tables = tables_in_prefect(tmp_path / "prefect")
    assert {row["stap"]: row["bestanden"] for row in tables["themaspin-stappen"]} == {
        "inbox": 2, "lezen": 2, "begrijpen": 2, "publiceren": 1,
    }  # fmt: skip
    assert {"wat": "onleesbaar", "aantal": 1} in tables["themaspin-aantallen"]


def test_a_run_that_fails_is_reported_once_and_so_is_the_next_that_does_not(inbox, tmp_path, receiver):
    outputs, address = tmp_path / "uit", {"THEMASPIN_MELDING_URL": receiver.address}
    ended = run(tmp_path / "weg", outputs, **address)
    assert ended.returncode == 2
    assert [posted["event"] for posted in receiver.posted] == ["run_failed"]
    assert str(tmp_path / "weg") in receiver.posted[0]["text"]
    well = run(inbox, outputs, **address)
    assert well.returncode == 0, well.stderr
    assert [posted["event"] for posted in receiver.posted] == ["run_failed", "run_recovered"]
    written = [path.read_bytes() for path in outputs.rglob("*") if path.is_file()]
    assert not any(b"geheim-42" in content for content in (*written, (ended.stderr + well.stderr).encode()))
