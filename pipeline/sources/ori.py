"""Council papers by the search API of OpenBesluitvorming, the successor of Open Raadsinformatie (which stopped on 1 November 2026).

`/api/sources` names the organisations; `/api/search` gives results a page at a time, each document with the address where the
council's own system has it. Motions are found as the documents that hold their text.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from pipeline.configuration.sources import OriSource
from pipeline.foundation.dutch import listed as listed_in_dutch
from pipeline.sources.client import Answer, Client, FetchError
from pipeline.sources.offers import ListError, Offer, raise_faults, too_many

PAGE = 100
"""The most results that the service gives at a time."""


def offers(source: OriSource, client: Client, called: Callable[[str], str]) -> Iterator[Offer]:
    """Yield the documents, municipality by municipality; `called` gives the one name of a municipality for any that it goes by, and
    an empty text for what is none. Raises ListError after the last one, with all that went wrong."""
    faults: list[str] = []
    try:
        keys = _keys(source, client, called, faults)
    except FetchError as error:
        raise ListError(f"{source.adres}: {error}") from None
    for key in keys:
        for words in source.zoekvragen:
            try:
                yield from _found(source, client, words, key, faults)
            except (FetchError, ListError) as error:
                faults.append(f"{source.adres}: {error}")
    raise_faults(faults)


def _keys(source: OriSource, client: Client, called: Callable[[str], str], faults: list[str]) -> list[str]:
    """Return the key of each municipality to search; a single empty one for all that there are."""
    if not source.gemeenten:
        return [""]
    content = plain_json(client.get(f"{source.adres.rstrip('/')}/api/sources"))
    listed = [one for one in objects(content, "sources") if one.get("organizationType") == "gemeente"]
    keys = {called(str(one.get("label", ""))): str(one.get("key", "")) for one in listed}
    missing = [name for name in source.gemeenten if not keys.get(called(name))]
    if missing:
        faults.append(f"OpenBesluitvorming heeft geen stukken van {listed_in_dutch(missing)}")
    return [keys[called(name)] for name in source.gemeenten if name not in missing]


def _found(source: OriSource, client: Client, words: str, key: str, faults: list[str]) -> Iterator[Offer]:
    offset = 0
    while offset < source.hoogstens:
        asked: dict[str, Any] = {
            "query": words,
            "entityType": "Document",
            "sort": "date_desc",
            "offset": offset,
            "limit": min(PAGE, source.hoogstens - offset),
        }
        asked |= {"organization": key} if key else {}
        asked |= {"dateFrom": source.vanaf.isoformat()} if source.vanaf else {}
        content = plain_json(client.get(f"{source.adres.rstrip('/')}/api/search", parameters=asked))
        results = objects(content, "results")
        yield from (offer for result in results if (offer := _offer(result)))
        offset += len(results)
        if not results or not content.get("hasMore"):
            return
    faults.append(too_many(f"{words} {key}".strip(), source.hoogstens))


def _offer(result: dict[str, Any]) -> Offer | None:
    """The file of a result; None where it has none. Its date is that of the last meeting on it: no sign of a new version."""
    address = result.get("downloadUrl")
    if not isinstance(address, str) or not address:
        return None
    return Offer(address, str(result.get("title") or ""), str(result.get("organization") or ""))


def plain_json(answer: Answer) -> dict[str, Any]:
    """Return an answer that is an object in JSON. Raises ListError."""
    try:
        content = json.loads(answer.content)
    except (ValueError, RecursionError):
        raise ListError(f"het antwoord van {answer.address} is geen JSON; klopt het adres?") from None
    if not isinstance(content, dict):
        raise ListError(f"het antwoord van {answer.address} is niet wat deze dienst hoort te geven")
    return content


def objects(content: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """Return a list of objects by its name. Raises ListError where it is something else."""
    listed = content.get(name, [])
    if not isinstance(listed, list) or not all(isinstance(one, dict) for one in listed):
        raise ListError(f"in het antwoord is '{name}' geen lijst zoals deze dienst die hoort te geven")
    return listed
