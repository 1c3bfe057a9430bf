"""A process that has the models loaded and runs nights below the Prefect flow, each in a child of its own that can be killed.

Loading takes longer than a small night, so it is done once and the children are forked. Orders come in as lines of JSON; for each
one a line with the process id goes out, and one with how it ended. Started by `Nights` in `tests/faults/nights.py`.
"""

from __future__ import annotations

import contextlib
import datetime as clock
import importlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pipeline.commands.needs import Refusal, not_published
from pipeline.night.backfill import Again, Backfill, forget
from pipeline.night.clock import check_clock
from pipeline.night.inbox import check_still_there, open_inbox, unread
from pipeline.night.progress import Stage, watch
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.publish import sitefile
from pipeline.publish.outputset import exclusive
from pipeline.settings import load_settings
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.turn import sole_run

OUR_FAULT = 99
"""How a night ends that raised what no command knows to say in Dutch."""
TELL_THE_TIME = ("pipeline.foundation.dutch", "pipeline.night.siting", "pipeline.night.clock")
"""The modules that ask what time it is during a night."""
TOUCHES = {"open", "os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir", "sqlite3.connect"}
"""What Python announces before it does it in a file system."""


def loaded() -> Workshop:
    """A workshop with its models, loaded so that the sentence model works without threads: those would be missing in a child."""
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    workshop = Workshop(load_settings())
    _ = workshop.nlp, workshop.classifier.classifier
    os.sched_setaffinity(0, cores)
    return workshop


def run_night(models: Workshop, order: dict[str, Any]) -> int:
    """One night, in the order and under the locks of `flows.nightly`."""
    settings = load_settings(
        inbox=Path(order["inbox"]),
        outputs=Path(order["outputs"]),
        peildatum=date.fromisoformat(order["day"]),
        **order.get("settings", {}),
    )
    workshop = Workshop(settings)
    workshop.nlp, workshop.classifier = models.nlp, models.classifier
    try:
        with exclusive(settings.outputs), sole_run(settings.store):
            if not order.get("opnieuw"):
                check_clock(settings.outputs)
            contents = open_inbox(workshop, _stage("Inbox").step)
            if order.get("opnieuw"):
                forget(workshop, contents, Backfill(Again.EXTRACTION))
            fresh = unread(workshop, contents)
            read_files(workshop, fresh, _stage("Lezen").step)
            check_still_there(workshop, contents)
            understand(workshop, not_understood(workshop, contents), _stage("Begrijpen").step)
            log = open_decisions(settings.store)
            made = all_decisions(log)
            log.dispose()
            _stage("Publiceren").step()
            outcome = publish_night(workshop, contents, made, order["run"], len(fresh), dict)
            _stage("Gepubliceerd").step()
    finally:
        if "store" in vars(workshop):
            workshop.store.close()
    return 1 if outcome.failed else 0


def _stage(name: str) -> Stage:
    stage = Stage(name, 0)
    stage.show()
    return stage


def strike(deed: list[str]) -> None:
    """What befalls the night: its own end, or something that happens to a file."""
    what, *where = deed
    if what == "kill":
        os.killpg(0, signal.SIGKILL)
    if what == "sleep":
        time.sleep(float(where[0]))
        return
    if what == "uncouple":
        subprocess.run(["umount", "-l", where[0]], check=True)
        return
    path = Path(where[0])
    if what == "unlink":
        path.unlink()
    elif what == "truncate":
        os.truncate(path, path.stat().st_size // 2)
    elif what == "grow":
        with path.open("ab") as more:
            more.write(b"\n% erbij")
    elif what == "write":
        path.write_text(where[1], encoding="utf-8")
    elif what == "move":
        path.rename(where[1])
    else:
        raise ValueError(what)


@contextlib.contextmanager
def struck(order: dict[str, Any]) -> Iterator[None]:
    """Let what is ordered happen at its moment: after the nth step of a stage, or before the nth touch of the outputs folder from
    the first sight of a stage on."""
    counting = order.get("count_from")
    touches = _Touches(order) if counting else None

    def see(name: str, done: int, _total: int) -> None:
        if [name, done] == order.get("at"):
            for deed in order["deeds"]:
                strike(deed)
        if touches and name == counting:
            touches.counts = True

    with watch(see):
        yield
    if touches:
        print("TOUCHES", touches.seen, file=sys.stderr)


class _Touches:
    """Counts what is announced of a folder, and strikes before the one that is ordered."""

    def __init__(self, order: dict[str, Any]) -> None:
        self.order, self.seen, self.counts = order, 0, False
        sys.addaudithook(self.see)

    def see(self, event: str, given: tuple[Any, ...]) -> None:
        if not self.counts or event not in TOUCHES:
            return
        if any(isinstance(one, str | os.PathLike) and self.order["outputs"] in os.fspath(one) for one in given):
            self.seen += 1
            if self.seen == self.order.get("touch"):
                for deed in self.order["deeds"]:
                    strike(deed)


def shift_clock(days: float) -> None:
    """Let the modules that ask for the time be told another one: what a machine does whose clock was set back."""
    shift = timedelta(days=days)

    class ShiftedMoment(clock.datetime):
        @classmethod
        def now(cls, tz: Any = None) -> clock.datetime:
            return clock.datetime.now(tz) + shift

    for module in TELL_THE_TIME:
        vars(importlib.import_module(module))["datetime"] = ShiftedMoment


def night_of(models: Workshop, order: dict[str, Any]) -> int:
    """Run a night as ordered; its code, as the command would give it. What it says goes to standard error."""
    if "klok" in order:
        shift_clock(order["klok"])
    sitefile.LOCK_SECONDS = order.get("geduld_website", sitefile.LOCK_SECONDS)
    if "grootste_bestand" in order:
        resource.setrlimit(resource.RLIMIT_FSIZE, (order["grootste_bestand"], order["grootste_bestand"]))
    try:
        with struck(order), not_published():
            return run_night(models, order)
    except Refusal as refusal:
        print(refusal.message, file=sys.stderr)
        return int(refusal.exit_code)
    except Exception:
        sys.excepthook(*sys.exc_info())
        return OUR_FAULT


def in_a_child(models: Workshop, order: dict[str, Any]) -> int:
    """The same in a process group of its own. Returns the code, negative where a signal ended it."""
    child = os.fork()
    if not child:
        os.setpgid(0, 0)
        code = OUR_FAULT
        try:
            with Path(order["said"]).open("wb", buffering=0) as said:
                os.dup2(said.fileno(), 2)
            code = night_of(models, order)
        finally:
            sys.stderr.flush()
            os._exit(code)
    with contextlib.suppress(OSError):  # the child did so itself, or is gone already
        os.setpgid(child, child)
    tell(pid=child)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def here(models: Workshop, order: dict[str, Any]) -> dict[str, Any]:
    """The same in this process, with the most memory it took (MB) and the files that are open after it."""
    tell(pid=os.getpid())
    Path("/proc/self/clear_refs").write_text("5")  # the peak is that of this night, not of the nights before
    code = night_of(models, order)
    peak = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmHWM"))
    return {"code": code, "mb": int(peak.split()[1]) / 1024, "open": sum(1 for _ in Path("/proc/self/fd").iterdir())}


def tell(**said: Any) -> None:
    print(json.dumps(said), flush=True)


def main() -> None:
    models = loaded()
    tell(ready=True)
    for line in sys.stdin:
        order = json.loads(line)
        began = time.monotonic()
        ended = here(models, order) if order.get("here") else {"code": in_a_child(models, order)}
        tell(**ended, seconds=time.monotonic() - began)


if __name__ == "__main__":
    main()
