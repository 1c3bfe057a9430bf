"""Where the batches go is settled before a run starts, and a cluster that cannot do them is named."""

from __future__ import annotations

import json

import pytest

from pipeline import crews
from pipeline.crews import CrewError, check_crew, settings_for
from pipeline.settings import load_settings

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
    with pytest.raises(CrewError, match=r"themaspin\[dask\]"):
        check_crew(asked(tmp_path, runner="dask"))


def test_a_dask_worker_reads_one_file_at_a_time(tmp_path):
    assert json.loads(settings_for(asked(tmp_path, runner="dask", werkers=8)))["werkers"] == 1
    assert json.loads(settings_for(asked(tmp_path, werkers=8)))["werkers"] == 8
