"""Runs the site on an address."""

from __future__ import annotations

import errno
import socket
from collections.abc import Callable
from pathlib import Path

from pipeline.foundation.system_faults import os_fault
from pipeline.publish.sitefile import site_path
from pipeline.settings import Settings
from pipeline.sources.folder import InboxError, check_inbox
from pipeline.store.engine import absent
from pipeline.web.access import check_binding
from pipeline.web.app import create_app


class AddressTaken(Exception):
    """The site cannot listen on an address; the message (Dutch) says why and what to do."""


def serve_site(settings: Settings, say: Callable[[str], None]) -> None:
    """Serve until stopped. Raises SettingsError, StoreError, AddressTaken."""
    import uvicorn

    check_binding(settings)
    listening = _listen(settings.web_adres, settings.web_poort)
    try:
        check_inbox(settings.inbox)
    except InboxError as error:
        say(f"Let op: {error} Zonder inbox toont de website geen bladzijden en geen PDF's.")
    if not site_path(settings.outputs).exists():
        say(_nothing_published(settings.outputs))
    elif missing := absent(settings.store):
        say(_no_store(missing))
    app = create_app(settings)
    host = f"[{settings.web_adres}]" if ":" in settings.web_adres else settings.web_adres
    say(f"De website staat op http://{host}:{settings.web_poort} (stop met Ctrl+C).")
    # the address that a connection comes from decides who is believed, so no header may stand in for it
    config = uvicorn.Config(app, proxy_headers=False, server_header=False, log_level="warning", access_log=False)
    uvicorn.Server(config).run(sockets=[listening])


def _nothing_published(outputs: Path) -> str:
    """A site may be started before the first run; more often the folder was mistyped."""
    missing = (
        f"de map {outputs} is er niet en wordt nu gemaakt"
        if not outputs.exists()
        else f"in {outputs} is nog niets gepubliceerd"
    )
    return (
        f"Let op: {missing}. Is dit niet de map waarin een run publiceert, stop dan en wijs de goede aan met --outputs."
    )


def _no_store(missing: Path) -> str:
    return (
        f"Let op: er is geen geheugen in {missing}, maar er is wel gepubliceerd. Kijk of --outputs en instelling 'store' dezelfde zijn als "
        "bij de run: anders telt geen oordeel mee dat hier wordt gegeven."
    )


def _listen(address: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, place = socket.getaddrinfo(address, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(place)
    except OSError as error:
        raise AddressTaken(
            f"De website kan niet luisteren op {address}, poort {port}: {os_fault(error)}. {_otherwise(error)}"
        ) from None
    return listening


def _otherwise(error: OSError) -> str:
    if error.errno == errno.EADDRINUSE:
        return "Misschien draait de website al. Stop dat programma, of kies een andere poort met --poort."
    if error.errno in {errno.EACCES, errno.EPERM}:
        return "Kies met --poort een poort boven de 1023."
    return "Kies een adres van deze machine met --adres."
