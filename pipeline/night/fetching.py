"""The stage before the first: what the sources of the settings have is fetched into the inbox."""

from __future__ import annotations

import hashlib
import logging
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import IO

from pipeline.configuration.sources import FolderSource, KoopSource, OriSource, Source, WebSource
from pipeline.foundation.journal import tell
from pipeline.language.municipalities import OnbekendeGemeente, by_name
from pipeline.settings import Settings
from pipeline.sources import elastic, elsewhere, koop, ori, web
from pipeline.sources.client import Answer, Client, Validators
from pipeline.sources.folder import InboxError, check_inbox
from pipeline.sources.networks import Network, read_networks
from pipeline.sources.offers import Offer
from pipeline.sources.shelf import PdfSink, Shelf, ShelfError
from pipeline.sources.taking import FEWEST_VANISHED, MOST_VANISHED, Errand, Tally, take
from pipeline.store.origins import Origins, Visit, open_origins
from pipeline.store.store import StoreError


class SourcesError(Exception):
    """The sources as they are set cannot be visited; the message (Dutch) names source, key and value."""


@dataclass(frozen=True)
class Means:
    """What a visit needs beside the settings: the machine's own, unless a test has others. `clock` counts seconds, `now` is UTC."""

    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    step: Callable[[], None] = lambda: None


MACHINE = Means()


def check_sources(settings: Settings) -> tuple[Network, ...]:
    """Raise SourcesError where a municipality or network that the settings name does not exist, or a source is the inbox itself;
    return the networks."""
    for name, source in settings.bronnen.items():
        if isinstance(source, FolderSource) and elsewhere.overlaps(source, settings.inbox):
            raise SourcesError(
                f"Bron '{name}', sleutel 'pad': {source.pad} en de inbox ({settings.inbox}) liggen in elkaar, zodat elke run de papieren "
                "nog eens in de inbox zou zetten. Wijs een map aan die erbuiten ligt, of haal deze bron weg."
            )
        for key, municipality in _named(source):
            try:
                by_name(municipality)
            except OnbekendeGemeente as error:
                raise SourcesError(f"Bron '{name}', sleutel '{key}': {error}") from None
    try:
        return read_networks(settings.bronnen_netwerken)
    except ValueError as error:
        raise SourcesError(f"Instelling 'bronnen_netwerken': {error}.") from None


def fetch_all(settings: Settings, only: str | None = None, means: Means = MACHINE) -> list[Tally]:
    """Visit every source, or the one called `only`; one that fails stops no other. Returns how each visit went.

    Raises SourcesError, InboxError where the inbox is not there or lost most of what was put in it, StoreError.
    """
    networks = check_sources(settings)
    if only is not None and only not in settings.bronnen:
        known = ", ".join(settings.bronnen) or "geen"
        raise SourcesError(f"Bron '{only}' staat niet in themaspin.toml. Wel: {known}.")
    check_inbox(settings.inbox)
    shelf = Shelf(settings.inbox)
    with closing(open_origins(settings.store)) as origins:
        _check_still_there(shelf, origins)
        try:
            shelf.clear()
        except ShelfError as error:
            raise InboxError(f"Ophalen lukt niet: {error}.") from None
        chosen = settings.bronnen if only is None else {only: settings.bronnen[only]}
        return [_visit(name, source, settings, networks, shelf, origins, means) for name, source in chosen.items()]


def fetch_before_run(settings: Settings, step: Callable[[], None] = lambda: None) -> list[str]:
    """Visit every source as the night begins; nothing that goes wrong here stops it. Returns what to tell the operator (Dutch)."""
    if not settings.bronnen or not settings.ophalen:
        return []
    try:
        lines = [tally.line for tally in fetch_all(settings, means=replace(MACHINE, step=step))]
    except (SourcesError, InboxError, StoreError) as error:
        lines = [f"Er is niets opgehaald. {error}"]
    for line in lines:
        tell("source_visited", line)
    return lines


def _check_still_there(shelf: Shelf, origins: Origins) -> None:
    """Where much of what was fetched is not in the inbox any more, a share is away rather than that people threw it out."""
    held = [origin for origin in origins.all() if origin.held]
    lost = [origin for origin in held if not shelf.holds(origin.path)]
    if len(lost) >= FEWEST_VANISHED and len(lost) > MOST_VANISHED * len(held):
        raise InboxError(
            f"Van de {len(held)} opgehaalde papieren staan er {len(lost)} niet meer in {shelf.inbox}. Er is niets opgehaald. Kijk of dit "
            "de goede map is en of de netwerkmap er is; zet ze anders terug uit de reservekopie, of draai: themaspin bronnen --vergeet-weg"
        )


def _visit(
    name: str,
    source: Source,
    settings: Settings,
    networks: tuple[Network, ...],
    shelf: Shelf,
    origins: Origins,
    means: Means,
) -> Tally:
    began, ends = means.now(), means.clock() + source.minuten * 60
    largest = settings.max_mb * 1_000_000
    with Client(source.pauze, source.seconden, networks, settings.bronnen_contact, means.sleep, means.clock) as client:
        errand = Errand(
            source=name,
            settings=source,
            shelf=shelf,
            origins=origins,
            fetch=_over_http(client, largest),
            folder=folder_for,
            in_time=lambda: means.clock() < ends,
            now=means.now,
            shrink=settings.krimp_bedoeld,
            step=means.step,
        )
        if isinstance(source, FolderSource):
            errand = replace(errand, fetch=_from_folder(largest), name=_within(source), remote=False)
        try:
            tally = take(errand, _offers(name, source, client, origins))
        except StoreError:
            raise
        except Exception as error:  # a fault of ours in one source must not cost the night
            tell("source_failed", f"Bron '{name}': fout van themaspin", logging.ERROR, exc_info=True, source=name)
            tally = Tally(name, trouble=[f"fout van themaspin ({type(error).__name__}: {error})"])
    _record_visit(name, began, tally, origins)
    return tally


def _record_visit(name: str, began: datetime, tally: Tally, origins: Origins) -> None:
    former = origins.visits().get(name)
    moment = began.isoformat(timespec="seconds")
    succeeded = moment if tally.well else (former.succeeded if former else "")
    trouble = "; ".join(tally.trouble) or ("" if tally.well else "geen enkel adres was op te halen")
    origins.record_visit(Visit(name, moment, succeeded, trouble))


def _offers(name: str, source: Source, client: Client, origins: Origins) -> Iterator[Offer]:
    if isinstance(source, FolderSource):
        return elsewhere.offers(source)
    if isinstance(source, WebSource):
        return _web_offers(name, source, client, origins)
    if isinstance(source, KoopSource):
        officially = tuple(by_name(one).name for one in source.gemeenten)
        return koop.offers(source.model_copy(update={"gemeenten": officially}), client)
    if isinstance(source, OriSource):
        return elastic.offers(source, client) if source.dienst == "elastic" else ori.offers(source, client, folder_for)
    raise AssertionError(source)


def _web_offers(name: str, source: WebSource, client: Client, origins: Origins) -> Iterator[Offer]:
    """A feed that is asked with other words in mind is asked anew: what was passed over may be wanted now."""
    asked = repr((source.alleen_met, source.overslaan, source.gemeente))
    variant = " " + hashlib.sha256(asked.encode()).hexdigest()[:8]
    kept = origins.list_validators(name)
    known = {feed: Validators(*kept[feed + variant]) for feed in source.feeds if feed + variant in kept}

    def keep(feed: str, validators: Validators) -> None:
        origins.record_list(name, feed + variant, validators.etag, validators.modified)

    return web.offers(source, client, known, keep)


def _over_http(client: Client, largest: int) -> Callable[[str, IO[bytes], Validators], Answer]:
    def fetch(address: str, sink: IO[bytes], asked: Validators) -> Answer:
        checked = PdfSink(sink)
        answer = client.download(address, checked, largest, asked)  # pyright: ignore[reportArgumentType]
        if not answer.unchanged:
            checked.finish()
        return answer

    return fetch


def _from_folder(largest: int) -> Callable[[str, IO[bytes], Validators], Answer]:
    return lambda address, sink, asked: elsewhere.fetch(address, sink, largest, asked)


def _within(source: FolderSource) -> Callable[[str, str], str]:
    return lambda address, _title: elsewhere.path_within(source, address)


def folder_for(owner: str) -> str:
    """Return the folder of the inbox for what a source calls a municipality; empty where it is none that we know."""
    try:
        return by_name(owner).name if owner else ""
    except OnbekendeGemeente:
        return ""


def _named(source: Source) -> Iterator[tuple[str, str]]:
    """The municipalities that a source's settings name, each with its key."""
    if isinstance(source, WebSource):
        yield from (("adressen", paper.gemeente) for paper in source.adressen if paper.gemeente)
    if isinstance(source, FolderSource | WebSource) and source.gemeente:
        yield "gemeente", source.gemeente
    if isinstance(source, KoopSource | OriSource):
        yield from (("gemeenten", name) for name in source.gemeenten)
