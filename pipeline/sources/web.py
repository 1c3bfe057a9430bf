"""Papers at addresses of the operator's own choice, and those that feeds (RSS, Atom) name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit
from xml.sax import SAXException

import feedparser

from pipeline.configuration.sources import WebSource
from pipeline.sources.client import Answer, Client, FetchError, Validators
from pipeline.sources.offers import ListError, Offer

Kept = Callable[[str, Validators], None]


def offers(source: WebSource, client: Client, known: dict[str, Validators], keep: Kept) -> Iterator[Offer]:
    """Yield the addresses, then what each feed names. `known` is what to ask a feed with; `keep` is told what to ask with next time.

    Raises ListError after the last offer, naming every feed that could not be read.
    """
    for paper in source.adressen:
        yield Offer(paper.adres, paper.titel, paper.gemeente or source.gemeente)
    faults = []
    for feed in source.feeds:
        try:
            answer = client.get(feed, known.get(feed, Validators()))
            if not answer.unchanged:
                parsed = _parsed(answer)
                yield from _named(parsed, answer.address, source)
                if not isinstance(parsed.get("bozo_exception"), SAXException):  # else it may name more when it is whole
                    keep(feed, answer.validators)
        except (FetchError, ListError) as error:
            faults.append(f"feed {feed}: {error}")
    if faults:
        raise ListError("; ".join(faults))


def _parsed(answer: Answer) -> Any:
    # as a stream: feedparser takes bytes for the name of a file, or an address, where it can
    feed = feedparser.parse(BytesIO(answer.content), response_headers={"content-location": answer.address})
    if not feed.get("version"):
        raise ListError("is geen RSS of Atom")
    return feed


def _named(feed: Any, address: str, source: WebSource) -> Iterator[Offer]:
    for entry in feed.entries:
        if _wanted(entry, source.alleen_met):
            for paper in _papers(entry, address):
                yield Offer(paper, entry.get("title", ""), source.gemeente, entry.get("updated", ""))


def _wanted(entry: Any, words: tuple[str, ...]) -> bool:
    text = f"{entry.get('title', '')} {entry.get('summary', '')}".lower()
    return not words or any(word.lower() in text for word in words)


def _papers(entry: Any, feed: str) -> list[str]:
    """The PDFs of an entry: what it encloses, or what it links to; by type, or by the end of the address."""
    found = []
    for link in entry.get("links", ()):
        address, path = _joined(feed, link.get("href", ""))
        declared = link.get("type", "").partition(";")[0].strip().lower()
        if address and (declared == "application/pdf" or path.lower().endswith(".pdf")):
            found.append(address)
    return list(dict.fromkeys(found))


def _joined(feed: str, link: str) -> tuple[str, str]:
    """The address that a link in a feed leads to, and its path; empty texts where it is no address at all."""
    try:
        address = urljoin(feed, link.strip())
        return address, urlsplit(address).path
    except ValueError:
        return "", ""
