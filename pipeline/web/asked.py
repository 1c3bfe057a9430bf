"""The peildata that reviewers ask for: worked out one after the other, each in a process of its own."""

from __future__ import annotations

import logging
import os
import queue
import re
import subprocess
import sys
import tempfile
import threading
from dataclasses import dataclass
from datetime import UTC, date, datetime

from pipeline.configuration.names import EVERYWHERE
from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.settings import ENVIRONMENT_PREFIX, Settings

LOG = logging.getLogger("pipeline.web")
REFUSAL = re.compile(r"^Fout: (?:Niet berekend\. )?(.+)", re.M | re.S)
"""What the command says where it stops for a reason that it knows; anything else is a fault of ours."""
OUR_FAULT = "Er ging iets mis in themaspin zelf. Het is vastgelegd voor de beheerder."
MOST_WAITING = 20
"""Peildata that may wait: each takes minutes."""
MOST_FAILED = 100
"""Of which the site remembers why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """How far a peildatum is that was asked for: it waits or is being worked out, or `fault` (Dutch) says why it could not be, and
    `moment` (ISO) since when."""

    fault: str = ""
    moment: str = ""


class TooManyAsked(Exception):
    """A peildatum is not taken on, for so many wait already; the message (Dutch) says so."""


class AskedDays:
    """The peildata that were asked for since the site began, until they are there; the newest of those that failed are remembered."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._asked: dict[str, Asked] = {}
        self._waiting: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._turn = threading.Lock()
        self._worker: threading.Thread | None = None

    def ask(self, day: date) -> None:
        """Have a peildatum worked out when its turn comes; one that waits already keeps its place. Raises TooManyAsked."""
        with self._turn:
            known = self._asked.pop(day.isoformat(), None)
            if known and not known.fault:
                self._asked[day.isoformat()] = known
                return
            failed = [one for one, state in self._asked.items() if state.fault]
            if len(self._asked) - len(failed) >= MOST_WAITING:
                raise TooManyAsked(
                    f"Er wachten al {MOST_WAITING} peildata. Vraag deze opnieuw als er een paar klaar zijn."
                )
            for oldest in failed[: max(0, len(failed) + 1 - MOST_FAILED)]:
                del self._asked[oldest]
            self._asked[day.isoformat()] = Asked()
            self._waiting.put(day.isoformat())
            if self._worker is None or not self._worker.is_alive():
                self._worker = threading.Thread(
                    target=self._work, daemon=True
                )  # the site may stop while it waits for a run
                self._worker.start()

    def progress(self, day: str) -> Asked | None:
        """Return how far a peildatum (ISO) is; None where nobody asked for it or it was worked out."""
        with self._turn:
            return self._asked.get(day)

    def _work(self) -> None:
        while True:
            day = self._waiting.get()
            try:
                fault = _work_out(self._settings, day)
            except Exception:  # or every day that is asked for after this one would wait for ever
                LOG.exception("peildatum %s", day)
                fault = OUR_FAULT
            with self._turn:
                if fault:
                    self._asked[day] = Asked(fault, f"{datetime.now(UTC):%Y-%m-%dT%H:%M:%SZ}")
                else:
                    del self._asked[day]


def _work_out(chosen: Settings, day: str) -> str:
    """Work out a peildatum in a process of its own, which waits for a run that is busy; return in Dutch why it failed, "" if not."""
    values = {
        "INBOX": chosen.inbox,
        "OUTPUTS": chosen.outputs,
        "STORE": chosen.store,
        "PROVINCIES": ",".join(chosen.provincies) or EVERYWHERE,
        "MODELS": chosen.models,
    }
    environment = {**os.environ, **{f"{ENVIRONMENT_PREFIX}{name}": str(value) for name, value in values.items()}}
    command = [sys.executable, "-m", "pipeline.cli", "peildatum", day]
    # a file and no pipe: the process goes on when the site stops
    try:
        with tempfile.TemporaryFile("w+", encoding="utf-8", errors="replace") as said:
            ended = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=said,
                start_new_session=True,
                check=False,
            )
            said.seek(0)
            text = said.read().strip()
    except OSError as error:
        LOG.error("peildatum %s: %s", day, error)
        return f"Er is geen proces voor te starten: {os_fault(error)}. {remedy(error)}, en vraag het opnieuw."
    if ended.returncode == 0:
        return ""
    LOG.error("peildatum %s (code %s): %s", day, ended.returncode, text)
    refusal = REFUSAL.search(text)
    return refusal[1] if refusal else OUR_FAULT
