"""The schedule, and what is said where Prefect does not answer."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import httpx
import psutil
import pytest
import yaml
from prefect.exceptions import PrefectHTTPStatusError

from pipeline.foundation.dutch import TIMEZONE
from pipeline.orchestration import server
from pipeline.orchestration.schedule import DEPLOYMENT, EVERY_NIGHT
from pipeline.orchestration.server import PrefectDown, at_hand

ROOT = Path(__file__).resolve().parents[2]
FREE_OF_PREFECT = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}


def themaspin(home, *arguments, **environment):
    command = [sys.executable, "-m", "pipeline.cli", *map(str, arguments)]
    variables = {**FREE_OF_PREFECT, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(home), **environment}
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=200, check=False, env=variables)


def nobody_listens() -> str:
    """Return an address of an API on a port that was free a moment ago."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{asked.getsockname()[1]}/api"


@pytest.fixture
def folders(tmp_path):
    (tmp_path / "inbox").mkdir()
    return "--inbox", tmp_path / "inbox", "--outputs", tmp_path / "uit"


def said(ended, code, *words):
    assert ended.returncode == code, ended.stderr
    assert "Traceback" not in ended.stderr
    for word in words:
        assert word in ended.stderr


@pytest.mark.traag
def test_a_schedule_without_a_server_ends_with_2_and_says_how_to_start_one(folders, tmp_path):
    said(themaspin(tmp_path, "schedule", *folders), 2, "Prefect-server", "prefect server start", "PREFECT_API_URL")


@pytest.mark.traag
def test_a_schedule_with_a_server_that_does_not_answer_ends_with_2_and_names_it(folders, tmp_path):
    address = nobody_listens()
    said(themaspin(tmp_path, "schedule", *folders, PREFECT_API_URL=address), 2, address, "antwoordt niet")


@pytest.mark.traag
def test_a_run_with_a_server_that_does_not_answer_ends_with_3_and_names_it(folders, tmp_path):
    address = nobody_listens()
    said(themaspin(tmp_path, "run", *folders, PREFECT_API_URL=address), 3, address, "antwoordt niet")


@pytest.mark.traag
def test_a_run_whose_embedded_server_does_not_come_up_in_time_ends_with_3(folders, tmp_path):
    ended = themaspin(tmp_path, "run", *folders, PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS="0")
    said(ended, 3, "ingebouwde server", "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS")
    assert not (tmp_path / "uit" / "theme_matrix.csv").exists()


def test_a_package_that_the_embedded_server_lacks_is_named_with_how_to_install_it(monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    monkeypatch.setattr(server, "_unanswered", lambda: ModuleNotFoundError("No module named 'async_timeout'"))
    with pytest.raises(PrefectDown, match=r"-m pip install -c constraints\.txt async-timeout$"), at_hand():
        pass


@pytest.mark.traag
@pytest.mark.zwaar
def test_a_run_whose_prefect_has_nowhere_to_write_ends_with_3(folders, tmp_path):
    """Prefect itself starts such a server again without end."""
    (tmp_path / "bestand").write_text("")
    short = {"PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "1"}
    said(themaspin(tmp_path / "bestand" / "map", "run", *folders, **short), 3, "Prefect")


def test_the_hour_exists_once_at_both_changes_of_the_clock():
    minute, hour = (int(part) for part in EVERY_NIGHT.split()[:2])
    for day in ((2026, 3, 29), (2026, 10, 25)):
        local = datetime(*day, hour, minute, tzinfo=ZoneInfo(TIMEZONE))
        assert local.astimezone(UTC).astimezone(ZoneInfo(TIMEZONE)) == local
        assert local.utcoffset() == local.replace(fold=1).utcoffset()


def test_prefect_yaml_says_the_same_as_the_served_schedule():
    (deployment,) = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))["deployments"]
    assert deployment["name"] == DEPLOYMENT
    assert deployment["schedules"] == [{"cron": EVERY_NIGHT, "timezone": TIMEZONE}]
    assert deployment["concurrency_limit"] == {"limit": 1, "collision_strategy": "CANCEL_NEW"}


def embedded_server(run):
    """The server that a run started, once the run is at work; None while it is not."""
    children = [
        child
        for child in psutil.Process(run.pid).children()
        if "prefect.server.api.server:create_app" in child.cmdline()
    ]
    return children[0] if children else None


@pytest.mark.traag
@pytest.mark.skipif(os.name != "posix", reason="kent geen SIGKILL")
def test_the_embedded_server_of_a_run_that_was_killed_ends_too(folders, tmp_path, make_pdf):
    make_pdf(tmp_path / "inbox" / "nota.pdf", "Nota arbeidsmigranten")
    command = [sys.executable, "-m", "pipeline.cli", "run", *map(str, folders)]
    variables = {**FREE_OF_PREFECT, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(tmp_path / "prefect")}
    with subprocess.Popen(command, cwd=ROOT, env=variables, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr
        line = next(line for line in run.stderr if "Lezen: 0" in line or "Fout" in line)
        assert "Lezen: 0" in line
        server = embedded_server(run)
        run.kill()
    assert server
    assert psutil.wait_procs([server], timeout=60)[1] == []


@pytest.mark.traag
@pytest.mark.skipif(os.name != "posix", reason="kent geen SIGTERM")
def test_a_run_that_is_ended_while_prefect_starts_leaves_no_server(folders, tmp_path):
    command = [sys.executable, "-m", "pipeline.cli", "run", *map(str, folders)]
    variables = {**FREE_OF_PREFECT, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(tmp_path / "prefect")}
    with subprocess.Popen(command, cwd=ROOT, env=variables, stderr=subprocess.DEVNULL) as run:
        while not (server := embedded_server(run)) and run.poll() is None:
            time.sleep(0.01)
        assert server
        while not watched(run, server) and run.poll() is None:
            time.sleep(0.01)
        run.terminate()
    assert run.returncode == -signal.SIGTERM
    assert psutil.wait_procs([server], timeout=60)[1] == []


def watched(run, server) -> bool:
    """Whether a process of the run ends the server with it."""
    children = psutil.Process(run.pid).children()
    return any(
        child.cmdline()[-1:] == [str(server.pid)] for child in children if child.status() != psutil.STATUS_ZOMBIE
    )


def test_a_server_that_fails_during_a_run_is_told_in_dutch_with_where_to_look(monkeypatch):
    for name in ("_start", "_default"):
        monkeypatch.setattr(f"pipeline.orchestration.server.{name}", lambda *_: None)
    answer = httpx.Response(500, request=httpx.Request("POST", "http://127.0.0.1/api/flow_runs/"), json={})
    with pytest.raises(PrefectDown) as down, at_hand():
        raise PrefectHTTPStatusError.from_httpx_error(
            httpx.HTTPStatusError("Server error '500 Internal Server Error'", request=answer.request, response=answer)
        )
    assert "de server antwoordde met 500; kijk of er ruimte is op de schijf van Prefect" in str(down.value)
    assert "Server error" not in str(down.value)
