"""Where the batches go is settled before a run starts, and a cluster that cannot do them is named."""

from __future__ import annotations

import errno
import json
import os
import socket
import subprocess
import sys
import threading
from types import SimpleNamespace

import pytest

from pipeline.night.progress import Stage
from pipeline.orchestration import crews
from pipeline.orchestration.crews import CrewError, OnDask, check_crew, named_worker, settings_for
from pipeline.settings import load_settings
from tests.database_server import free_port

ELSEWHERE = "tcp://planner.intern:8786"
POSTGRESQL = "postgresql+psycopg://themaspin@db/themaspin"


def asked(tmp_path, **settings):
    return load_settings(outputs=tmp_path / "uit", **settings)


@pytest.fixture(autouse=True)
def prefect_elsewhere(monkeypatch):
    monkeypatch.setenv("PREFECT_API_URL", "http://prefect.intern:4200/api")


@pytest.mark.parametrize(
    "settings",
    [
        {},
        {"runner": "dask"},
        {"runner": "dask", "dask_adres": "tcp://127.0.0.1:8786"},
        {"runner": "dask", "dask_adres": ELSEWHERE, "store": POSTGRESQL},
    ],
)
def test_settings_that_go_together(tmp_path, settings):
    check_crew(asked(tmp_path, **settings))


def test_a_sqlite_file_is_not_for_several_machines(tmp_path):
    with pytest.raises(CrewError, match="PostgreSQL"):
        check_crew(asked(tmp_path, runner="dask", dask_adres=ELSEWHERE))


def test_workers_on_other_machines_need_a_prefect_that_they_can_reach(tmp_path, monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL")
    with pytest.raises(CrewError, match="PREFECT_API_URL"):
        check_crew(asked(tmp_path, runner="dask", dask_adres=ELSEWHERE, store=POSTGRESQL))


def test_dask_that_is_not_installed_says_how_to_install_it(tmp_path, monkeypatch):
    monkeypatch.setattr(crews, "find_spec", lambda _: None)
    with pytest.raises(CrewError, match=r"pip install -c constraints\.txt -e '\.\[dask\]'"):
        check_crew(asked(tmp_path, runner="dask"))


def test_a_dask_worker_reads_one_file_at_a_time(tmp_path):
    assert json.loads(settings_for(asked(tmp_path, runner="dask", werkers=8)))["werkers"] == 1
    assert json.loads(settings_for(asked(tmp_path, werkers=8)))["werkers"] == 8


def full_disk(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "/tmp/themaspin-1")


def test_a_full_disk_of_a_worker_is_said_with_the_name_of_the_worker():
    with pytest.raises(CrewError) as caught, named_worker({}):
        full_disk()
    assert f"De Dask-werker op {socket.gethostname()} kan niet verder: de schijf is vol (/tmp/themaspin-1)." in str(
        caught.value
    )


def test_a_full_disk_of_this_machine_is_no_worker_s():
    with pytest.raises(OSError, match="No space left"), named_worker(None):
        full_disk()


def test_a_fault_of_the_program_in_a_worker_stays_what_it_is():
    with pytest.raises(FileNotFoundError), named_worker({}):
        raise FileNotFoundError(errno.ENOENT, "weg", "x.pdf")


class Runner:
    """Hands batches to a cluster as Prefect's runner does, without Prefect."""

    def __init__(self, client):
        self.client = client

    def submit(self, work, parameters):
        future = self.client.submit(work, parameters["papers"])
        return SimpleNamespace(wrapped_future=future, result=future.result)


@pytest.fixture
def planner(monkeypatch):
    """A scheduler in a process of its own, to which no worker comes, and a client of it."""
    distributed = pytest.importorskip(
        "distributed", reason="dask is niet geïnstalleerd (pip install 'themaspin[dask]')"
    )
    monkeypatch.setattr(crews, "LOOK_EVERY", 0.2)
    address = f"tcp://127.0.0.1:{free_port()}"
    command = [sys.executable, "-m", "distributed.cli.dask_scheduler", "--host", address, "--no-dashboard"]
    process = subprocess.Popen(command, stderr=subprocess.DEVNULL)
    try:
        with distributed.Client(address, timeout="90s", set_as_default=False) as client:
            yield process, client
    finally:
        process.kill()
        process.wait()


def work_off(client, work=len) -> None:
    OnDask(Runner(client), {}).work_off(work, [{}], "{}", Stage("Lezen", 0))


@pytest.mark.traag
def test_a_full_disk_is_not_taken_for_a_cluster_that_is_gone():
    distributed = pytest.importorskip("distributed")
    alone = {"n_workers": 1, "threads_per_worker": 1, "processes": False, "dashboard_address": None}
    with distributed.Client(**alone, set_as_default=False) as client, pytest.raises(OSError, match="No space left"):
        work_off(client, full_disk)


@pytest.mark.traag
def test_a_cluster_whose_workers_stay_away_is_given_up(planner, monkeypatch):
    monkeypatch.setattr(crews, "NO_WORKERS_FOR", 0.5)
    with pytest.raises(CrewError, match="geen werkers meer"):
        work_off(planner[1])


@pytest.mark.traag
def test_a_scheduler_that_is_killed_ends_the_run_and_is_named(planner):
    process, client = planner
    ending = threading.Timer(1, process.kill)
    ending.start()
    with pytest.raises(CrewError, match="viel weg tijdens lezen"):
        work_off(client)
    ending.join()
