"""The same papers give byte for byte the same tables, whatever database holds the store and whatever processes do the work."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine, text

from tests.conftest import ROOT
from tests.publish.nights import knowing
from tests.resaving import resave

EXAMPLES = ROOT / "corpus" / "voorbeeld"
TABLES = ("theme_matrix", "documents", "evidence", "motions", "regions", "housing_only", "changes")
PAPERS = 8
BATCH = 3
ENDS_WITHIN = 500
DUTCH = "TEMPLATE template0 LOCALE_PROVIDER icu ICU_LOCALE 'nl' ENCODING 'UTF8'"
"""An alphabet in which names stand in another order than in SQLite."""
READING, UNDERSTANDING = "read_batch", "understand_batch"

pytestmark = [pytest.mark.traag, pytest.mark.timeout(900)]


@dataclass(frozen=True)
class Night:
    """How a run ended, and what it published."""

    code: int
    said: str
    outputs: Path

    def tables(self) -> dict[str, bytes]:
        assert self.code == 0, self.said
        return {name: (self.outputs / f"{name}.csv").read_bytes() for name in TABLES}


def begin(inbox: Path, folder: Path, **settings: str) -> subprocess.Popen:
    folder.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "pipeline.cli", "run", "--inbox", inbox, "--outputs", folder / "uit"]
    variables = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    told = {f"THEMASPIN_{name.upper()}": value for name, value in settings.items()}
    told["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"] = "300"  # the machine may have more to do
    variables |= {
        "PYTHONPATH": str(ROOT),
        "PREFECT_HOME": str(folder / "prefect"),
        "THEMASPIN_GROEP": str(BATCH),
        **told,
    }
    with (folder / "gezegd.txt").open("ab") as said:
        return subprocess.Popen(
            [*map(str, command), "--peildatum", "2021-01-01"], cwd=ROOT, env=variables, stdout=said, stderr=said
        )


def ended(run: subprocess.Popen, folder: Path) -> Night:
    return Night(run.wait(timeout=ENDS_WITHIN), (folder / "gezegd.txt").read_text(), folder / "uit")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory) -> Path:
    """Example papers, a twin, a copy in other bytes, one that is broken, and names that an alphabet may put in another order."""
    inbox = tmp_path_factory.mktemp("inbox")
    papers = sorted(EXAMPLES.glob("*.pdf"))[:PAPERS]
    for paper in papers:
        shutil.copy(paper, inbox)
    shutil.copy(papers[0], inbox / "één zelfde.pdf")
    (inbox / "Asten").mkdir()
    shutil.copy(papers[1], inbox / "Asten" / "a b.pdf")
    resave(papers[0], inbox / "ándere site.pdf")
    (inbox / "halve.pdf").write_bytes(papers[2].read_bytes()[:900])
    return inbox


@pytest.fixture(scope="module")
def at_home(inbox, tmp_path_factory, examples_store) -> dict[str, bytes]:
    """What a SQLite file and local processes give; they read and judged most of these papers among all the other examples."""
    folder = tmp_path_factory.mktemp("thuis")
    knowing(examples_store, folder / "uit")
    return ended(begin(inbox, folder), folder).tables()


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    """Two Dask workers on loopback, started as those on other machines are: they know nothing of the run."""
    distributed = pytest.importorskip(
        "distributed", reason="dask is niet geïnstalleerd (pip install 'themaspin[dask]')"
    )
    pytest.importorskip("prefect_dask", reason="prefect-dask is niet geïnstalleerd (pip install 'themaspin[dask]')")
    import dask

    workers = {"n_workers": 2, "threads_per_worker": 1, "memory_limit": 0, "dashboard_address": "127.0.0.1:0"}
    with dask.config.set({"distributed.worker.daemon": False}), distributed.LocalCluster(**workers) as started:
        yield started


def elsewhere(database, cluster) -> dict[str, str]:
    return {"store": database(DUTCH), "runner": "dask", "dask_adres": cluster.scheduler_address}


def kill_one_at(work: str, cluster: Any, run: subprocess.Popen) -> str:
    """Kill the process of the first worker that is in the middle of a batch, and return its address."""
    while run.poll() is None:
        for state in list(cluster.scheduler.workers.values()):
            if any(str(task.key).startswith(work) for task in list(state.processing)):
                (nanny,) = (one for one in cluster.workers.values() if one.worker_address == state.address)
                os.kill(nanny.process.pid, signal.SIGKILL)
                return state.address
        time.sleep(0.05)
    raise AssertionError(f"de run was klaar voordat er een werker bezig was met {work}")


def test_postgresql_and_two_dask_workers_give_the_same_tables(inbox, at_home, database, cluster, tmp_path):
    away = elsewhere(database, cluster)
    assert ended(begin(inbox, tmp_path, **away), tmp_path).tables() == at_home
    with create_engine(away["store"]).connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM readings")).scalar_one() == PAPERS + 2
    assert not list((tmp_path / "uit").glob("themaspin*.sqlite"))


@pytest.mark.zwaar
def test_workers_that_die_in_the_middle_of_a_batch_cost_no_paper(inbox, at_home, database, cluster, tmp_path):
    run = begin(inbox, tmp_path, **elsewhere(database, cluster))
    killed = [kill_one_at(work, cluster, run) for work in (READING, UNDERSTANDING)]
    assert ended(run, tmp_path).tables() == at_home
    assert not set(killed) & {state.address for state in cluster.scheduler.workers.values()}
