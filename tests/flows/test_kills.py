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

from tests.faults.nights import EXAMPLES, ROOT, decide, decided, papers_in, published, tables_of
from tests.faults.table import KILLED_COMMAND, FaultTable

PAPERS = 6
KILLS = 4
STAGES = ("Prefect start", "Lezen: 0", "Lezen: 3", "Begrijpen: 0", "Begrijpen: 3", "Publiceren: 0")
"""What the command says when a stage begins or is half-way."""
DECISIONS = ("eerste", "tweede")

pytestmark = [
    pytest.mark.traag,
    pytest.mark.zwaar,
    pytest.mark.timeout(900),
    pytest.mark.skipif(os.name != "posix", reason="kent geen SIGKILL"),
]


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
            preexec_fn=_hear_ctrl_c,
        )


def _hear_ctrl_c() -> None:
    """What a shell starts in the background, and so perhaps this test, is deaf to it."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def kill_all(run: subprocess.Popen) -> None:
    """End the run and all that it started at once, as a power cut does."""
    os.killpg(run.pid, signal.SIGKILL)
    run.wait()


def wait_until_it_says(line: str, run: subprocess.Popen, said: Path, since: int) -> None:
    while line not in said.read_text(encoding="utf-8")[since:] and run.poll() is None:
        time.sleep(0.02)


@pytest.fixture(scope="module")
def calm(tmp_path_factory) -> tuple[Path, dict[str, bytes], float]:
    """An inbox, what an undisturbed run makes of it with the decisions that there are, and how long it takes."""
    folder = tmp_path_factory.mktemp("rustig")
    inbox = folder / "inbox"
    inbox.mkdir()
    for paper in sorted(EXAMPLES.glob("*.pdf"))[:PAPERS]:
        shutil.copy(paper, inbox)
    prepared(folder)
    began = time.monotonic()
    assert begin(folder, inbox).wait(timeout=280) == 0, (folder / "said.txt").read_text()
    return inbox, tables_of(folder / "outputs"), time.monotonic() - began


def prepared(folder: Path) -> Path:
    for identity in DECISIONS:
        decide(store_in(folder), identity)
    return folder


def store_in(folder: Path) -> str:
    return f"sqlite:///{folder / 'outputs' / 'themaspin.sqlite'}"


def whole_again(calm, folder: Path, table: FaultTable, cut: int) -> None:
    """Run once more, undisturbed: nothing was lost by the `cut` kills before it."""
    inbox, expected, _ = calm
    began = time.monotonic()
    assert begin(folder, inbox).wait(timeout=280) == 0, (folder / "said.txt").read_text()
    seconds, found = time.monotonic() - began, tables_of(folder / "outputs")
    papers = len(papers_in(expected["documents"]) - papers_in(found["documents"]))
    decisions = len(set(DECISIONS) - set(decided(store_in(folder))))
    for kill in range(cut):
        table.tried(KILLED_COMMAND, seconds, 0 if kill else papers, 0 if kill else decisions)
    assert published(folder / "outputs")
    assert (found, papers, decisions) == (expected, 0, 0)


def test_a_run_after_kills_at_random_moments_publishes_what_an_undisturbed_run_does(calm, tmp_path, fault_table):
    inbox, _, whole = calm
    seed = random.randrange(10**6)
    chance, cut = random.Random(seed), 0
    prepared(tmp_path)
    for number in range(KILLS):
        run = begin(tmp_path, inbox)
        time.sleep(whole * (number + chance.random()) / KILLS)
        if run.poll() is None:
            kill_all(run)
            cut += 1
        published(tmp_path / "outputs")
    assert cut >= 2, f"de runs waren klaar voor ze werden gedood (seed {seed})"
    whole_again(calm, tmp_path, fault_table, cut)


def test_a_run_after_kills_at_each_stage_publishes_what_an_undisturbed_run_does(calm, tmp_path, fault_table):
    inbox, _, _ = calm
    prepared(tmp_path)
    said, since = tmp_path / "said.txt", 0
    for line in STAGES:
        run = begin(tmp_path, inbox)
        wait_until_it_says(line, run, said, since)
        since = len(said.read_text(encoding="utf-8"))
        assert run.poll() is None, f"de run was klaar voor hij zei: {line}"
        kill_all(run)
        published(tmp_path / "outputs")
    whole_again(calm, tmp_path, fault_table, len(STAGES))


@pytest.mark.parametrize("line", ["Lezen: 3", "Begrijpen: 3"])
def test_ctrl_c_ends_a_run_at_once_and_the_next_one_goes_on(calm, tmp_path, line):
    inbox, expected, _ = calm
    run, said = begin(prepared(tmp_path), inbox), tmp_path / "said.txt"
    wait_until_it_says(line, run, said, 0)
    os.killpg(run.pid, signal.SIGINT)  # as a terminal does: to all that the run started
    assert run.wait(timeout=15) == 130
    told = said.read_text(encoding="utf-8")
    assert "Onderbroken." in told
    assert "Traceback" not in told
    assert begin(tmp_path, inbox).wait(timeout=280) == 0
    assert tables_of(tmp_path / "outputs") == expected
