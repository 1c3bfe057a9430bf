"""Going through what a source offers: fetch what is new or changed, look again at what is known, and see what vanished."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import IO

from pipeline.configuration.sources import LONGEST_ADDRESS, Source
from pipeline.foundation.dutch import counted
from pipeline.foundation.journal import tell
from pipeline.foundation.system_faults import os_fault
from pipeline.sources.client import Answer, FetchError, Gone, Validators
from pipeline.sources.offers import ListError, Offer
from pipeline.sources.shelf import NotPdf, Shelf, ShelfError, file_name
from pipeline.store.origins import Origin, Origins, OriginState

MOST_VANISHED, FEWEST_VANISHED = 0.1, 3
"""More than this share of what a source holds, and at least so many, gone at once: more likely a broken site than a clean-up."""
GONE_AGAIN = timedelta(days=30)
"""How long until a vanished address is tried again, in case it comes back."""
NEXT_NIGHT = timedelta(days=1)
LET_GO = timedelta(days=14)
"""An address of which nothing was ever held is not tried any more when no list named it for so long."""
LONGEST_TITLE = 300
SAME_NIGHT = timedelta(hours=2)
"""Nights do not begin at the same second: what is due within so long is due now."""


class Finding(StrEnum):
    """What was found at an address this time."""

    NEW = "nieuw"
    CHANGED = "gewijzigd"
    SAME = "ongewijzigd"
    GONE = "niet gevonden"
    NO_PDF = "geen PDF"
    FAILED = "mislukt"


LEFT_ALONE = {OriginState.GONE: Finding.GONE, OriginState.NO_PDF: Finding.NO_PDF}
"""How an address counts that is not asked this time, where it holds nothing."""


@dataclass
class Tally:
    """How a visit to a source went: a count for each finding, and what was wrong with the source as a whole (Dutch)."""

    source: str
    counts: Counter[Finding] = field(default_factory=Counter)
    trouble: list[str] = field(default_factory=list)

    @property
    def well(self) -> bool:
        """Whether the source as a whole answered."""
        return not self.trouble and not (self.counts[Finding.FAILED] and set(self.counts) == {Finding.FAILED})

    @property
    def line(self) -> str:
        """What to tell the operator."""
        counted = ", ".join(f"{self.counts[one]} {one}" for one in Finding if self.counts[one]) or "niets"
        return f"Bron '{self.source}': {counted}." + "".join(
            f" {fault[:1].upper()}{fault[1:]}." for fault in self.trouble
        )


Fetch = Callable[[str, IO[bytes], Validators], Answer]
"""Writes what is at an address to a file. Raises FetchError, NotPdf, OSError."""


@dataclass(frozen=True)
class Errand:
    """A visit to one source. `folder` gives the folder of the inbox for an owner as the source writes it; `in_time` whether there
    is time left; `shrink` whether it is meant when much is gone at once; `name` how a file is called (address, title)."""

    source: str
    settings: Source
    shelf: Shelf
    origins: Origins
    fetch: Fetch
    folder: Callable[[str], str]
    in_time: Callable[[], bool]
    now: Callable[[], datetime] = lambda: datetime.now(UTC)
    shrink: bool = False
    name: Callable[[str, str], str] = file_name
    remote: bool = True
    step: Callable[[], None] = lambda: None


def take(errand: Errand, offers: Iterable[Offer]) -> Tally:
    """Visit a source. Raises StoreError; all else that goes wrong is told in the tally."""
    tally = Tally(errand.source)
    known = errand.origins.of_source(errand.source)
    done: set[str] = set()
    try:
        listed = _listed(offers, tally)
        for offer in _each_once(listed, done, errand):
            known[offer.address] = _one(errand, offer, known.get(offer.address), tally, listed=True)
        if errand.remote or not tally.trouble:  # what cannot be listed in a folder that is away, is away too
            for address, origin in list(known.items()):
                if address not in done and errand.in_time() and _worth_a_look(errand, origin):
                    known[address] = _one(errand, _again(origin), origin, tally, listed=False)
        _remove_vanished(errand, known, tally)
    except ShelfError as error:
        tally.trouble.append(str(error))
    if not errand.in_time():
        tally.trouble.append(
            f"de tijd is op ({counted(errand.settings.minuten, 'minuut', 'minuten')}); de rest volgt de volgende keer"
        )
    return tally


def _listed(offers: Iterable[Offer], tally: Tally) -> Iterator[Offer]:
    """Yield the offers; a list that breaks off, or cannot be had, is trouble of the source and does not undo what was offered."""
    try:
        yield from offers
    except (ListError, FetchError) as error:
        tally.trouble.append(str(error))


def _each_once(offers: Iterable[Offer], done: set[str], errand: Errand) -> Iterator[Offer]:
    skipped = set(errand.settings.overslaan)
    for offer in offers:
        if not errand.in_time():
            return
        clean = replace(offer, title=" ".join(offer.title.split())[:LONGEST_TITLE])
        if errand.remote:
            clean = replace(clean, address=offer.address.strip().partition("#")[0].replace(" ", "%20"))
        if not _can_be_kept(clean.address):
            tell(
                "address_refused",
                f"Bron '{errand.source}' noemt een adres dat niet bewaard kan worden",
                logging.WARNING,
                source=errand.source,
            )
        elif clean.address not in done and clean.address not in skipped:
            done.add(clean.address)
            yield clean


def _can_be_kept(address: str) -> bool:
    """Whether an address may stand in a table: not when it is endless, or has a password in it."""
    return len(address) <= LONGEST_ADDRESS and "@" not in address.partition("://")[2].partition("/")[0]


def _again(origin: Origin) -> Offer:
    return Offer(origin.address, origin.title, origin.owner, origin.mark)


def _worth_a_look(errand: Errand, origin: Origin) -> bool:
    """An address that no list named this time is looked at as long as something is held, or was offered not long ago."""
    if origin.address in errand.settings.overslaan:
        return False
    return origin.held or bool(origin.fetched) or _age(errand, origin.offered) < LET_GO


def _due(errand: Errand, offer: Offer, origin: Origin) -> bool:
    if origin.state in (OriginState.UNDERWAY, OriginState.FAILED) or not errand.remote:
        return True
    if origin.held and not errand.shelf.holds(origin.path):
        return True
    if offer.mark and offer.mark != origin.mark:
        return True
    return _age(errand, origin.seen) >= _rest(errand, origin) - SAME_NIGHT


def _rest(errand: Errand, origin: Origin) -> timedelta:
    """How long an address is left alone; one that was not found lately is looked at every night until it is clear."""
    usual = timedelta(days=errand.settings.kijk_opnieuw_na)
    if origin.state == OriginState.GONE:
        return max(GONE_AGAIN, usual)
    return min(NEXT_NIGHT, usual) if origin.gone_since else usual


def _age(errand: Errand, moment: str) -> timedelta:
    return errand.now() - datetime.fromisoformat(moment) if moment else timedelta.max


def _one(errand: Errand, offer: Offer, origin: Origin | None, tally: Tally, listed: bool) -> Origin:
    """Deal with one address and keep how it stands now."""
    errand.step()
    if origin and not _due(errand, offer, origin):
        tally.counts[LEFT_ALONE.get(origin.state, Finding.SAME)] += 1
        return origin
    claimed = origin or Origin(errand.source, offer.address, _path(errand, offer), title=offer.title, owner=offer.owner)
    if not claimed.held:  # kept before anything is received: a file in the inbox always has its address here
        claimed = replace(claimed, offered=_stamp(errand) if listed else claimed.offered)
        errand.origins.record(claimed)
    result, finding = _received(errand, offer, claimed)
    errand.origins.record(result)
    tally.counts[finding] += 1
    return result


def _received(errand: Errand, offer: Offer, origin: Origin) -> tuple[Origin, Finding]:
    """Fetch an address; return how it stands, and what was found there."""
    held = origin.held and errand.shelf.holds(origin.path)
    asked = Validators(origin.etag, origin.modified) if held or origin.state == OriginState.NO_PDF else Validators()
    try:
        with errand.shelf.underway(offer.address) as received:
            answer = errand.fetch(offer.address, received, asked)
            seen = replace(origin, seen=_stamp(errand), mark=offer.mark, gone_since="")
            if answer.unchanged:
                return _as_it_was(seen)
            fresh = replace(
                seen,
                state=OriginState.HELD,
                fetched=_stamp(errand),
                final_address=answer.address,
                etag=answer.validators.etag,
                modified=answer.validators.modified,
                sha256=answer.sha256,
                size=answer.size,
                reason="",
            )
            if held and answer.sha256 == origin.sha256:
                return replace(fresh, fetched=origin.fetched), Finding.SAME
            errand.shelf.place(received, origin.path)
            return fresh, Finding.CHANGED if origin.held else Finding.NEW
    except Gone as error:
        return _missing(errand, offer, origin, str(error))
    except NotPdf as error:
        return _no_pdf(errand, offer, origin, str(error))
    except FetchError as error:
        return replace(
            origin, state=OriginState.HELD if held else OriginState.FAILED, reason=str(error)
        ), Finding.FAILED
    except OSError as error:
        raise ShelfError(f"in de inbox {errand.shelf.inbox} is niet te schrijven: {os_fault(error)}") from None


def _as_it_was(origin: Origin) -> tuple[Origin, Finding]:
    if origin.held:
        return replace(origin, state=OriginState.HELD, reason=""), Finding.SAME
    return origin, Finding.NO_PDF


def _no_pdf(errand: Errand, offer: Offer, origin: Origin, why: str) -> tuple[Origin, Finding]:
    """A page in the place of a paper says nothing of the paper: many sites show one where they should say that it is gone."""
    if origin.held:
        reason = f"{why}; het eerder opgehaalde papier blijft staan"
        return replace(origin, seen=_stamp(errand), reason=reason), Finding.NO_PDF
    return replace(origin, state=OriginState.NO_PDF, seen=_stamp(errand), mark=offer.mark, reason=why), Finding.NO_PDF


def _missing(errand: Errand, offer: Offer, origin: Origin, why: str) -> tuple[Origin, Finding]:
    since = origin.gone_since or _stamp(errand)
    missed = replace(origin, seen=_stamp(errand), mark=offer.mark, gone_since=since, reason=why)
    return (missed if origin.held else replace(missed, state=OriginState.GONE)), Finding.GONE


def _remove_vanished(errand: Errand, known: dict[str, Origin], tally: Tally) -> None:
    """Take away the papers whose address is gone for long enough; not when so many are that the site itself is to be doubted."""
    patience = timedelta(days=errand.settings.weg_na)
    held = [origin for origin in known.values() if origin.held]
    gone = [
        origin
        for origin in held
        if origin.gone_since and origin.state != OriginState.GONE and _age(errand, origin.gone_since) >= patience
    ]
    if len(gone) >= FEWEST_VANISHED and len(gone) > MOST_VANISHED * len(held) and not errand.shrink:
        tally.trouble.append(
            f"{len(gone)} van de {len(held)} adressen zijn tegelijk verdwenen; er is niets verplaatst. Kijk of de site is verhuisd. "
            "Is het de bedoeling: themaspin ophalen --krimp-bedoeld"
        )
        return
    for origin in gone:
        left = errand.settings.bij_verdwijnen == "laten_staan"
        if not left:
            errand.shelf.remove(origin.path)
        reason = f"{origin.reason}; het papier {'blijft staan' if left else 'is uit de inbox gehaald'}"
        kept = origin if left else replace(origin, sha256="")
        errand.origins.record(replace(kept, state=OriginState.GONE, reason=reason))


def _path(errand: Errand, offer: Offer) -> str:
    folder = errand.folder(offer.owner)
    return "/".join(part for part in (folder, errand.source, errand.name(offer.address, offer.title)) if part)


def _stamp(errand: Errand) -> str:
    return errand.now().isoformat(timespec="seconds")
