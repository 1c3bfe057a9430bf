"""What is known of where fetched papers came from, and of how the visits to their sources went."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.foundation.dutch import local
from pipeline.publish.csvfile import cell
from pipeline.settings import Settings
from pipeline.sources.shelf import Shelf
from pipeline.store.engine import is_file, parse_address
from pipeline.store.origins import Origin, Origins, OriginState, look_at_origins, open_origins, origins_address

PATIENCE = timedelta(days=3)
"""A source that was not visited without trouble for longer than this wants a look."""
COLUMNS = {
    "bron": "source",
    "adres": "address",
    "bestand": "path",
    "toestand": "state",
    "bekeken": "seen",
    "opgehaald": "fetched",
    "verdwenen_sinds": "gone_since",
    "eindadres": "final_address",
    "etag": "etag",
    "laatst_gewijzigd": "modified",
    "sha256": "sha256",
    "bytes": "size",
    "reden": "reason",
}
"""Columns of the table of addresses, and what each shows of an Origin."""


@contextmanager
def _known(settings: Settings, opened: Callable[[str], Origins] = look_at_origins) -> Iterator[Origins | None]:
    """The origins, None where nothing was ever fetched: looking must not make a database, nor ask for the right to write."""
    address = origins_address(settings.store)
    alone = is_file(address) and parse_address(address).database
    if (alone and not Path(alone).exists()) or (not alone and not settings.bronnen):
        yield None
        return
    with closing(opened(settings.store)) as origins:
        yield origins


def fetched_from(settings: Settings) -> Mapping[str, str]:
    """Return the address that each fetched file came from, by its path in the inbox. Raises StoreError."""
    with _known(settings) as origins:
        return {one.path: one.address for one in origins.all() if one.fetched} if origins else {}


def address_table(settings: Settings) -> str:
    """Return all addresses of all sources as CSV: which file, how it stands and why, when, and what the server said of it."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(COLUMNS)
    with _known(settings) as origins:
        for one in origins.all() if origins else ():
            lines.writerow([cell(getattr(one, name)) for name in COLUMNS.values()])
    return text.getvalue()


def source_lines(settings: Settings) -> list[str]:
    """Tell of each source how it stands, and of each address without a paper why (Dutch)."""
    lines = []
    with _known(settings) as origins:
        visits = origins.visits() if origins else {}
        for name in dict.fromkeys([*settings.bronnen, *visits]):
            known = list(origins.of_source(name).values()) if origins else []
            lines.append(_line(name, settings, known, visits[name].began if name in visits else ""))
            if name in visits and visits[name].trouble:
                lines.append(f"  {visits[name].trouble}")
            lines += [f"  {one.address}: {one.reason}" for one in known if one.reason]
    return lines


def _line(name: str, settings: Settings, known: list[Origin], began: str) -> str:
    kind = settings.bronnen[name].soort if name in settings.bronnen else "niet meer in themaspin.toml"
    when = f"{local(datetime.fromisoformat(began)):%Y-%m-%d %H:%M}" if began else "nog niet"
    return f"{name} ({kind}): adressen {len(known)}, papieren {sum(one.held for one in known)}, laatst bezocht {when}"


def source_faults(settings: Settings, now: datetime | None = None) -> list[str]:
    """Return in Dutch which sources of the settings were not visited without trouble for too long."""
    if not settings.bronnen or not settings.ophalen:
        return []
    moment = now or datetime.now(UTC)
    with _known(settings) as origins:
        visits = origins.visits() if origins else {}
    faults = []
    for name in settings.bronnen:
        visit = visits.get(name)
        if visit and (not visit.succeeded or moment - datetime.fromisoformat(visit.succeeded) > PATIENCE):
            well = visit.succeeded and local(datetime.fromisoformat(visit.succeeded))
            since = f"sinds {well:%Y-%m-%d} niet meer" if well else "nog nooit"
            faults.append(f"Bron '{name}' is {since} goed opgehaald: {visit.trouble}. Zie: themaspin bronnen")
    return faults


def forget_missing(settings: Settings) -> int:
    """Take it that fetched files which are not in the inbox any more were thrown out; they are fetched again. Returns how many."""
    with _known(settings, open_origins) as origins:
        if not origins:
            return 0
        shelf = Shelf(settings.inbox)
        lost = [one for one in origins.all() if one.held and not shelf.holds(one.path)]
        for one in lost:
            origins.record(replace(one, state=OriginState.UNDERWAY, sha256="", etag="", modified=""))
        return len(lost)
