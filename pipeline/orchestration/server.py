"""What the command needs of Prefect beside the flow itself: quiet, and a server that answers.

Prefect is imported inside the functions: it takes seconds, and it reads the environment when it is imported.
"""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import IO, NoReturn

from pipeline.foundation.dutch import in_short
from pipeline.foundation.journal import is_json, tell

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
    "DO_NOT_TRACK": "1",
}
"""Defaults of a run at the terminal; what the operator set wins. Prefect logs an exception that ends the flow as an error with its
traceback, also where the command itself says in Dutch what is wrong."""

UNTOLD = {"PREFECT_SERVER_ANALYTICS_ENABLED": "false", "DO_NOT_TRACK": "1"}
"""Defaults of the served schedule: its log is the operator's and keeps what Prefect says."""

TERSE = {"PREFECT_LOGGING_LEVEL": "WARNING"}
"""A log for a collector has no chat; and a flow is announced before it begins, so not yet as JSON."""

PATIENCE = 30
"""Seconds beyond Prefect's own limit: it starts a server that stops at once over and over, and never gives up by itself."""

START_A_SERVER = (
    "Start er een met: prefect server start (of met deploy/themaspin-prefect.service), en zet daarna "
    "PREFECT_API_URL=http://127.0.0.1:4200/api in de omgeving. Zie docs/beheer.md."
)


class PrefectDown(Exception):
    """Prefect did not start, does not answer or fell away; the message (Dutch) says why and what to do."""


class NoServer(Exception):
    """Scheduling needs a Prefect server and there is none; the message (Dutch) says how to start one."""


@contextmanager
def at_hand() -> Iterator[None]:
    """Have a Prefect that answers while the block runs: the server that is set, else the embedded one. Raises PrefectDown."""
    _default(QUIET)
    _start()
    import httpx
    from prefect.exceptions import PrefectHTTPStatusError

    try:
        yield
    except (httpx.TransportError, PrefectHTTPStatusError) as error:
        raise PrefectDown(
            f"Prefect viel weg tijdens de run ({_answer(error)}). Start de run opnieuw: wat al is gelezen, wordt niet nog eens "
            "gelezen. Of er al was gepubliceerd zegt: themaspin gezond"
        ) from error


def _answer(error: Exception) -> str:
    """What became of a request, to stand within a sentence: a server that answers with a fault of its own often has a full disk."""
    answer = getattr(error, "response", None)
    if answer is None:
        return in_short(error)
    full = (
        "; kijk of er ruimte is op de schijf van Prefect: PREFECT_HOME, standaard ~/.prefect"
        if answer.is_server_error
        else ""
    )
    return f"de server antwoordde met {answer.status_code}{full}"


INTERRUPTED = 128 + signal.SIGINT
"""Exit code after Ctrl-C, as shells have it."""


@contextmanager
def left_at_once() -> Iterator[None]:
    """End the process on Ctrl-C, when all that the block began has been put in order.

    Prefect would first tell its server, and ask again for minutes: Ctrl-C at a terminal stops the embedded server too.
    """
    try:
        yield
    except KeyboardInterrupt:
        tell(
            "run_interrupted",
            "Onderbroken. Wat al is gelezen en begrepen blijft bewaard: de volgende run gaat daar verder. Of er al was gepubliceerd "
            "zegt: themaspin gezond",
            logging.WARNING,
        )
        _leave()


def _leave() -> NoReturn:
    from prefect.server.api.server import SubprocessASGIServer
    from rich.console import Console

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    SubprocessASGIServer().stop()
    terminal = Console(stderr=True)
    if terminal.show_cursor(True):  # the moving bar hid it, and stands on the last line
        terminal.print()
    os._exit(INTERRUPTED)


def _default(variables: dict[str, str]) -> None:
    for name, value in variables.items():
        os.environ.setdefault(name, value)


def leave_log_to_operator() -> None:
    """Set what a served schedule starts from; to be called before Prefect is imported."""
    _default(UNTOLD | TERSE if is_json() else UNTOLD)


def need_server() -> None:
    """Find out whether a Prefect server is set and answers. Raises NoServer."""
    leave_log_to_operator()
    from prefect.settings import PREFECT_API_URL

    address = PREFECT_API_URL.value()
    if not address:
        raise NoServer(f"Plannen kan alleen met een Prefect-server, en er is er geen ingesteld. {START_A_SERVER}")
    if fault := _unanswered():
        raise NoServer(f"De Prefect-server op {address} antwoordt niet ({in_short(fault)}). {START_A_SERVER}")


def _start() -> None:
    """Wait until Prefect answers. What an embedded server says while it starts is kept off the terminal."""
    faults: list[Exception | None] = []
    with _kept_aside() as said:
        starting = threading.Thread(target=lambda: faults.append(_unanswered()), daemon=True)
        starting.start()
        _end_servers_with_us(starting, time.monotonic() + _startup_seconds() + PATIENCE)
        said.seek(0)
        lines = said.read().decode(errors="replace").strip().splitlines()
    if not faults or faults[0]:
        why = in_short(faults[0]) if faults and faults[0] else "hij start steeds opnieuw"
        server = os.environ.get("PREFECT_API_URL")
        raise PrefectDown(
            f"{f'De Prefect-server op {server} antwoordt niet' if server else 'De ingebouwde server van Prefect start niet'}: "
            f"{why}.{f' Prefect zei: {lines[-1].strip()}.' if lines else ''} "
            + (
                "Start die server, of haal PREFECT_API_URL weg om zonder server te draaien."
                if server
                else _missing([why, *lines])
                or "Meer tijd geeft PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS; zie docs/beheer.md."
            )
        )


def _missing(said: Sequence[str]) -> str:
    """What to do where the server lacks a package, by what it said; "" where it says no such thing. A module mostly goes by the name of
    its package."""
    modules = [found[1] for line in said if (found := _NO_MODULE.search(line))]
    if not modules:
        return ""
    package = modules[-1].partition(".")[0].replace("_", "-")
    return f"Er ontbreekt een pakket: {sys.executable} -m pip install -c constraints.txt {package}"


_NO_MODULE = re.compile(r"No module named '?([\w.]+)")
_watchers: dict[int, subprocess.Popen[bytes]] = {}
"""By the server that each watches, held until this process ends: a watcher acts when its pipe is closed."""
LOOK = 0.05
"""Seconds between two looks whether a server has begun."""


def _end_servers_with_us(starting: threading.Thread, until: float) -> None:
    """Wait while Prefect starts, at most until a moment, and have each embedded server that begins end when this process is gone, also
    where that is ended or killed before the server answers: a watcher hears it by the end of a pipe."""
    busy = True
    while busy and time.monotonic() < until:
        starting.join(LOOK)
        busy = starting.is_alive()  # before the look, so that the last server is seen too
        server = _embedded_server()
        if server is not None and server.pid not in _watchers and os.name == "posix":
            command = ["sh", "-c", 'read _; kill "$1"', "sh", str(server.pid)]
            _watchers[server.pid] = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )


def _embedded_server() -> subprocess.Popen[bytes] | None:
    """The server that Prefect began in this process, None where there is none yet; Prefect itself is not loaded for it."""
    loaded = getattr(sys.modules.get("prefect.server.api.server"), "SubprocessASGIServer", None)
    return getattr(loaded(), "server_process", None) if loaded else None


def _unanswered() -> Exception | None:
    """Return why Prefect does not answer, None where it does; without a server set, this starts the embedded one."""
    try:
        from prefect.client.orchestration import get_client

        with get_client(sync_client=True) as client:
            return client.api_healthcheck()
    except (
        Exception
    ) as error:  # whatever Prefect cannot do here: no folder to write in, no port, another version of a library
        return error


def _startup_seconds() -> float:
    try:
        return float(os.environ["PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS"])
    except ValueError:  # Prefect refuses it itself
        return 0


@contextmanager
def _kept_aside() -> Iterator[IO[bytes]]:
    """Have all that is written to standard error, by child processes too, in a file; those keep it until they end."""
    terminal = os.dup(2)
    with tempfile.TemporaryFile() as said:
        os.dup2(said.fileno(), 2)
        try:
            yield said
        finally:
            os.dup2(terminal, 2)
            os.close(terminal)
