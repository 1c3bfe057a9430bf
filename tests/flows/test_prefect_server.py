"""What is asked of a Prefect server, with a real one on this machine: to tell of a night that did not come, to forget old ones."""

from __future__ import annotations

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

ROOT = Path(__file__).resolve().parents[2]

pytestmark = [pytest.mark.traag, pytest.mark.zwaar]

ABSENT = 45
"""Seconds without a night after which that is told; starting a few programs on a busy machine takes half of it."""

NIGHT = """
from prefect import flow, tags
from prefect.artifacts import create_table_artifact

@flow(name=NAME, persist_result=False)
def nightly(PARAMETERS):
    create_table_artifact(key="themaspin-statussen", table=[{"status": "geen"}])
    from prefect import get_run_logger
    get_run_logger().info("hier gebeurt iets")

with tags(*TAGS):
    nightly()
"""


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    """The environment of a client of a Prefect server of its own."""
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        port = asked.getsockname()[1]
    clean = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT_", "THEMASPIN_"))}
    variables = {
        **clean,
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(tmp_path_factory.mktemp("prefect")),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_LOGGING_TO_API_BATCH_INTERVAL": "0.2",
    }
    command = [
        sys.executable,
        "-m",
        "prefect",
        "server",
        "start",
        "--host",
        "127.0.0.1",
        "--port",
        str(port),
        "--no-ui",
    ]
    process = subprocess.Popen(command, env=variables, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    address = f"http://127.0.0.1:{port}/api"
    try:
        eventually(lambda: httpx.get(f"{address}/health").is_success, 120)
        yield {**variables, "PREFECT_API_URL": address}
    finally:
        process.terminate()
        process.wait(timeout=120)


def eventually(holds, seconds):
    until = time.monotonic() + seconds
    while True:
        try:
            if holds():
                return
        except httpx.TransportError:
            pass
        assert time.monotonic() < until, "het gebeurde niet"
        time.sleep(0.5)


def do(server, code):
    subprocess.run([sys.executable, "-c", code], env=server, cwd=ROOT, check=True, timeout=120, capture_output=True)


def a_night(server, name="nightly", tags=("themaspin",), parameters=""):
    filled = NIGHT.replace("NAME", repr(name)).replace("TAGS", repr(tags)).replace("PARAMETERS", parameters)
    do(server, filled)


def count(server, what, **about):
    return len(httpx.post(f"{server['PREFECT_API_URL']}/{what}/filter", json=about).json())


def test_old_nights_go_with_their_logs_and_tables_and_others_stay(server):
    a_night(server)
    a_night(server, "nightly", (), "opnieuw=None")  # of before nights had a tag
    a_night(server, "nightly", ())
    a_night(server, "iets van een ander")
    eventually(lambda: len({one["flow_run_id"] for one in logs(server)}) == 4, 30)
    runs, tables = count(server, "flow_runs"), count(server, "artifacts")
    do(server, "from pipeline.orchestration.keeping_watch import forget_old_nights\nassert forget_old_nights(1) == 0")
    assert (count(server, "flow_runs"), count(server, "artifacts")) == (runs, tables)
    later = "from datetime import UTC, datetime, timedelta\nfrom pipeline.orchestration.keeping_watch import forget_old_nights\n"
    do(server, f"{later}assert forget_old_nights(1, datetime.now(UTC) + timedelta(days=1, minutes=1)) == {runs - 2}")
    assert (count(server, "flow_runs"), count(server, "artifacts")) == (2, 2)
    called_so = {"flows": {"name": {"any_": ["nightly"]}}}
    assert count(server, "flow_runs", **called_so) == 1
    eventually(
        lambda: (
            all(one["flow_run_id"] for one in logs(server)) and len({one["flow_run_id"] for one in logs(server)}) == 2
        ),
        30,
    )


def logs(server):
    return httpx.post(f"{server['PREFECT_API_URL']}/logs/filter", json={}).json()


def automations(server):
    return httpx.post(f"{server['PREFECT_API_URL']}/automations/filter", json={}).json()


def test_a_night_that_does_not_come_is_told_once_and_the_address_is_not_readable_in_prefect(server, receiver):
    watch = (
        "from datetime import timedelta\nfrom pipeline.orchestration.keeping_watch import tell_of_absence\n"
        f"tell_of_absence({receiver.address!r}, timedelta(seconds={ABSENT}))"
    )
    do(server, watch)
    (made,) = automations(server)
    do(server, watch)  # the schedule starts again
    (still,) = automations(server)
    assert still == made
    a_night(server)
    assert receiver.posted == []
    eventually(lambda: receiver.posted, ABSENT + 120)
    a_night(server, "nightly", ())  # of somebody else, so it does not begin the count anew
    time.sleep(ABSENT + 5)
    assert [posted["event"] for posted in receiver.posted] == ["night_missed"]
    files = (path for path in Path(server["PREFECT_HOME"]).rglob("*") if path.is_file())
    assert not any(b"geheim-42" in path.read_bytes() for path in files)


def test_without_an_address_an_earlier_one_is_not_told_any_more(server, receiver):
    watch = "from pipeline.orchestration.schedule import watch_for_absence\nwatch_for_absence({!r})".format
    do(server, watch(receiver.address))
    assert len(automations(server)) == 1
    do(server, watch(""))
    assert automations(server) == []


def test_a_run_at_a_terminal_is_known_as_a_night(server, tmp_path):
    (tmp_path / "in").mkdir()
    folders = ["--inbox", str(tmp_path / "in"), "--outputs", str(tmp_path / "uit")]
    command = [sys.executable, "-m", "pipeline.cli", "run", *folders]
    subprocess.run(command, env=server, cwd=ROOT, check=True, timeout=280, capture_output=True)
    runs = httpx.post(f"{server['PREFECT_API_URL']}/flow_runs/filter", json={"sort": "START_TIME_DESC"}).json()
    assert runs[0]["tags"] == ["themaspin"]


@pytest.fixture
def planned(server, receiver, tmp_path):
    """A schedule that is served, for an inbox with one paper; gives the inbox, the process and the file with its log."""
    inbox, log = tmp_path / "in", tmp_path / "log"
    inbox.mkdir()
    shutil.copy(ROOT / "corpus" / "voorbeeld" / "Bladel_beleidsregels_2018.pdf", inbox)
    command = [
        sys.executable,
        "-m",
        "pipeline.cli",
        "schedule",
        "--inbox",
        str(inbox),
        "--outputs",
        str(tmp_path / "uit"),
    ]
    environment = {**server, "THEMASPIN_MELDING_URL": receiver.address, "THEMASPIN_LOG": "json"}
    with log.open("w") as said:
        process = subprocess.Popen(command, env=environment, cwd=tmp_path, stdout=said, stderr=said)
    try:
        eventually(lambda: httpx.get(f"{server['PREFECT_API_URL']}/deployments/name/nightly/nacht").is_success, 120)
        yield inbox, process, log
    finally:
        process.terminate()
        process.wait(timeout=60)


def begin(server):
    """Start a planned night by hand; returns its address. A server that is too busy says 503 and is asked again, for the same night."""
    api = server["PREFECT_API_URL"]
    deployment = httpx.get(f"{api}/deployments/name/nightly/nacht").json()["id"]
    order = {"state": {"type": "SCHEDULED"}, "idempotency_key": uuid4().hex}
    answers = []

    def answered():
        answers.append(httpx.post(f"{api}/deployments/{deployment}/create_flow_run", json=order))
        return answers[-1].status_code != httpx.codes.SERVICE_UNAVAILABLE

    eventually(answered, 60)
    assert answers[-1].is_success, answers[-1].text
    return f"{api}/flow_runs/{answers[-1].json()['id']}"


def becomes(night, *states):
    eventually(lambda: httpx.get(night).json()["state"]["type"] in states, 240)


def kill_a_night_of(process):
    """Kill the process in which the scheduler runs a night, as soon as there is one."""

    def killed():
        for line in subprocess.run(
            ["ps", "-ww", "-o", "pid=", "-o", "args=", "--ppid", str(process.pid)], capture_output=True, text=True
        ).stdout.splitlines():
            if "spawn_main" in line:
                os.kill(int(line.split()[0]), signal.SIGKILL)
                return True
        return False

    eventually(killed, 60)


@pytest.mark.skipif(shutil.which("ps") is None, reason="vraagt ps")
def test_a_planned_night_that_fails_or_is_killed_is_told_and_so_is_the_next_one_that_does_not(
    server, receiver, planned
):
    inbox, process, log = planned
    inbox.rename(inbox.with_name("weg"))
    becomes(begin(server), "FAILED")
    inbox.with_name("weg").rename(inbox)
    killed = begin(server)
    becomes(killed, "RUNNING")
    kill_a_night_of(process)
    becomes(killed, "CRASHED")
    eventually(lambda: len(receiver.posted) == 2, 60)
    completed = begin(server)
    becomes(completed, "COMPLETED")
    assert httpx.get(completed).json()["tags"] == ["themaspin"]
    assert [posted["event"] for posted in receiver.posted] == ["run_failed", "run_crashed", "run_recovered"]
    objects = [json.loads(line) for line in log.read_text().splitlines() if line.startswith("{")]
    assert "run_published" in {told["event"] for told in objects}
    assert "geheim-42" not in log.read_text()
