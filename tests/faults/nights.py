"""Nights that are disturbed, and what is to be the same after them."""

from __future__ import annotations

import contextlib
import csv
import hashlib
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.publish.outputset import RECORD
from pipeline.store.decisions import Decision, all_decisions, open_decisions, record_decision

ROOT = Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "corpus" / "voorbeeld"
STATE = ("theme_matrix", "documents", "evidence", "motions", "regions", "housing_only")
"""The tables that say how things stand; `changes` also depends on what was published before."""
DAY = "2021-01-01"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


@dataclass(frozen=True)
class Ended:
    """How a night ended: its code (negative: the signal that ended it), what it said, how long it took; of one in the process of
    the server itself also its memory and open files."""

    code: int
    said: str
    seconds: float
    mb: float = 0
    open: int = 0


class Nights:
    """A server of nights, one at a time."""

    def __init__(self, scratch: Path) -> None:
        self._said = scratch / "gezegd.txt"
        self._errors = (scratch / "server.txt").open("wb")
        self._server = subprocess.Popen(
            [
                sys.executable,
                "-c",
                "from tests.faults.night_server import main; main()",
            ],  # readers import no main module
            cwd=ROOT,
            env={**os.environ, **ONE_THREAD, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            text=True,
        )
        assert self._heard() == {"ready": True}

    def begin(self, inbox: Path, outputs: Path, day: str = DAY, **order: Any) -> int:
        """Start a night and return its process id."""
        moment = datetime.now(UTC) + timedelta(days=order.get("klok", 0))
        named = {"run": f"{moment:%Y%m%dT%H%M%S%fZ}", "said": str(self._said)}
        order = named | {"inbox": str(inbox), "outputs": str(outputs), "day": day} | order
        assert self._server.stdin
        self._server.stdin.write(json.dumps(order) + "\n")
        self._server.stdin.flush()
        return self._heard()["pid"]

    def ended(self) -> Ended:
        """Wait until the night that was started has ended."""
        heard = self._heard()
        said = self._said.read_text(encoding="utf-8", errors="replace") if self._said.exists() else ""
        return Ended(said=said, **heard)

    def night(self, inbox: Path, outputs: Path, day: str = DAY, **order: Any) -> Ended:
        """Run a whole night."""
        self.begin(inbox, outputs, day, **order)
        return self.ended()

    def close(self) -> None:
        self._server.communicate(timeout=30)
        self._errors.close()

    def _heard(self) -> dict[str, Any]:
        assert self._server.stdout
        line = self._server.stdout.readline()
        assert line, Path(self._errors.name).read_text(encoding="utf-8")
        return json.loads(line)


@dataclass
class House:
    """An inbox, the outputs of a first night, what came into the inbox since, and what an undisturbed second night makes of it."""

    nights: Nights
    inbox: Path
    outputs: Path
    before: Path
    papers: dict[str, bytes] = field(default_factory=dict)
    tables: dict[str, bytes] = field(default_factory=dict)

    def restore(self) -> None:
        """Put inbox and outputs back to the evening before the second night."""
        for folder in (self.outputs, self.inbox):
            shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.before, self.outputs, symlinks=True)
        self.fill()

    def nothing_yet(self) -> House:
        """Put back the inbox and the decisions alone: this night is the first one, which has no changes to tell."""
        self.restore()
        for path in self.outputs.iterdir():
            if "beoordelingen" not in path.name:
                shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
        return replace(self, tables={name: self.tables[name] for name in STATE})

    def fill(self) -> None:
        """Put the papers of the second night into the inbox."""
        for name, content in self.papers.items():
            path = self.inbox / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def run(self, **order: Any) -> Ended:
        """Run a night to its end, disturbed as `order` says."""
        return self.nights.night(self.inbox, self.outputs, **order)

    @property
    def store(self) -> str:
        return f"sqlite:///{self.outputs / 'themaspin.sqlite'}"


def tables_of(outputs: Path, names: tuple[str, ...] = (*STATE, "changes")) -> dict[str, bytes]:
    return {name: (outputs / f"{name}.csv").read_bytes() for name in names}


def papers_in(documents: bytes) -> set[tuple[str, str]]:
    """The files of a table of documents that were read, with their content."""
    rows = csv.DictReader(documents.decode("utf-8").splitlines())
    return {(row["bestand"], row["sha256"]) for row in rows if row["verwerking"] == "ok"}


def published(outputs: Path) -> str:
    """The name of the run whose set is published, "" where none is. Every file of it has to be there as that run wrote it."""
    if not (outputs / RECORD).exists():
        left = sorted(path.name for path in outputs.glob("*.csv") if path.exists())
        assert not left, f"er staan tabellen zonder {RECORD}: {left}"
        return ""
    record = json.loads((outputs / RECORD).read_text(encoding="utf-8"))
    found = {name: _sha(outputs / name) for name in record["bestanden"]}
    assert found == record["bestanden"], "de gepubliceerde set is van meer dan een run, of niet heel"
    return record["run"]


def _sha(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "weg"


def decide(store: str, identity: str) -> None:
    """Enter a decision as the review site does."""
    log = open_decisions(store)
    decision = Decision("GM1728", "toch deels", "gebeld met de gemeente", "kernteam", "", (), id=identity)
    assert record_decision(log, decision)
    log.dispose()


def decided(store: str) -> list[str]:
    """The ids of the decisions in the log, in their order."""
    log = open_decisions(store)
    made = [decision.id for decision in all_decisions(log)]
    log.dispose()
    return made


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the right to write into a SQLite file."""
    held = sqlite3.connect(path, isolation_level=None, timeout=30)
    held.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        held.execute("ROLLBACK")
        held.close()


@contextlib.contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a SQLite file so that nobody else can even read it."""
    holder = sqlite3.connect(path, isolation_level=None, timeout=30)
    holder.execute("PRAGMA locking_mode=EXCLUSIVE")
    holder.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        holder.execute("ROLLBACK")
        holder.close()


def kill(pid: int, alone: bool = False) -> None:
    """End a night with all that it started, as a power cut does; or only its first process, as the system does for want of memory."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signal.SIGKILL) if alone else os.killpg(pid, signal.SIGKILL)


def wait_until_gone(group: int, seconds: float = 30) -> None:
    """Wait until nothing is left of a process group."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.02)
    raise AssertionError(f"er draait {seconds:g} seconden later nog wat van de gedode run")


@contextlib.contextmanager
def serving(scratch: Path) -> Iterator[Nights]:
    scratch.mkdir(parents=True, exist_ok=True)
    server = Nights(scratch)
    try:
        yield server
    finally:
        server.close()
