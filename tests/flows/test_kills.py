"""A run that is killed with everything it started loses nothing: the next one publishes what an undisturbed run publishes."""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "corpus" / "voorbeeld"
TABLES = ("theme_matrix", "documents", "evidence", "motions", "regions", "housing_only")
PAPERS = 6
KILLS = 4

pytestmark = [pytest.mark.traag, pytest.mark.zwaar, pytest.mark.timeout(900)]


def begin(folder: Path, inbox: Path) -> subprocess.Popen:
    command = [sys.executable, "-m", "pipeline.cli", "run", "--inbox", str(inbox), "--outputs", str(folder / "outputs")]
    variables = {**os.environ, "PYTHONPATH": str(ROOT), "PREFECT_HOME": str(folder / "prefect")}
    with (folder / "said.txt").open("ab") as said:
        return subprocess.Popen(
            [*command, "--peildatum", "2021-01-01"],
            cwd=ROOT,
            env=variables,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )


def tables(folder: Path) -> dict[str, bytes]:
    return {name: (folder / "outputs" / f"{name}.csv").read_bytes() for name in TABLES}


def kill_all(run: subprocess.Popen) -> None:
    """End the run and all that it started at once, as a power cut does."""
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()


@pytest.mark.skipif(os.name != "posix", reason="kent geen SIGKILL")
def test_a_run_after_several_kills_publishes_what_an_undisturbed_run_does(tmp_path):
    inbox, calm, killed = (tmp_path / name for name in ("inbox", "rustig", "gedood"))
    for folder in (inbox, calm, killed):
        folder.mkdir()
    for paper in sorted(EXAMPLES.glob("*.pdf"))[:PAPERS]:
        shutil.copy(paper, inbox)
    began = time.monotonic()
    assert begin(calm, inbox).wait(timeout=280) == 0
    whole = time.monotonic() - began

    seed = random.randrange(10**6)
    chance, cut = random.Random(seed), 0
    for number in range(KILLS):
        run = begin(killed, inbox)
        time.sleep(whole * (number + chance.random()) / KILLS)
        if run.poll() is None:
            kill_all(run)
            cut += 1
    said = killed / "said.txt"
    assert cut >= 2, f"de runs waren klaar voor ze werden gedood (seed {seed})"
    assert begin(killed, inbox).wait(timeout=280) == 0, f"seed {seed}: {said.read_text()}"
    assert tables(killed) == tables(calm), f"seed {seed}"
