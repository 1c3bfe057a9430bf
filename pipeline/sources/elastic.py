"""Council papers from an Elasticsearch index as Open Raadsinformatie published them (its API stopped on 1 November 2026).

`POST <address>/<index>/_search`; papers are of type MediaObject, and `original_url` is where the council's own system has them. Pages
follow one another by `search_after`: the sort values of the last hit.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.configuration.sources import OriSource
from pipeline.sources.client import Client, FetchError
from pipeline.sources.offers import ListError, Offer, raise_faults, too_many
from pipeline.sources.ori import objects, plain_json

PAGE = 100
FIELDS = ["name", "original_url", "url", "content_type", "date_modified", "last_discussed_at"]
ANY_INDEX = "ori_*"


def offers(source: OriSource, client: Client) -> Iterator[Offer]:
    """Yield the documents, municipality by municipality. Raises ListError after the last one, with all that went wrong."""
    faults: list[str] = []
    for owner in source.gemeenten or ("",):
        for words in source.zoekvragen:
            try:
                yield from _found(source, client, words, owner, faults)
            except (FetchError, ListError) as error:
                faults.append(f"{source.adres}, {owner or 'alle gemeenten'}: {error}")
    raise_faults(faults)


def index_of(source: OriSource, owner: str) -> str:
    """Return the index to search: the one set, else that of the municipality by its alias and by its dated name."""
    if source.index or not owner:
        return source.index or ANY_INDEX
    name = "ori_" + owner.lower().replace("'", "").replace(" ", "_")
    return f"{name},{name}_2*"


def _found(source: OriSource, client: Client, words: str, owner: str, faults: list[str]) -> Iterator[Offer]:
    address = f"{source.adres.rstrip('/')}/{index_of(source, owner)}/_search?ignore_unavailable=true"
    after: list[Any] = []
    left = source.hoogstens
    while True:
        size = min(PAGE, left + 1)  # one more than is taken: whether there is more
        hits = _hits(plain_json(client.post_json(address, _question(source, words, size, after))))
        yield from (offer for hit in hits[:left] if (offer := _offer(hit, owner)))
        if len(hits) > left:
            faults.append(too_many(f"{words} {owner}".strip(), source.hoogstens))
            return
        left -= len(hits)
        onward = hits[-1].get("sort") if hits else None
        if len(hits) < size or not onward or onward == after:
            return
        after = onward


def _question(source: OriSource, words: str, size: int, after: list[Any]) -> dict[str, Any]:
    conditions: list[Any] = [{"term": {"@type": "MediaObject"}}]
    if source.vanaf:
        conditions.append({"range": {"last_discussed_at": {"gte": source.vanaf.isoformat()}}})
    fields = ["text", "title", "description", "name"]
    words_asked = {"simple_query_string": {"query": words, "fields": fields, "default_operator": "and"}}
    return {
        "query": {"bool": {"must": [words_asked], "filter": conditions}},
        "_source": {"includes": FIELDS},
        "sort": [{"last_discussed_at": {"order": "desc", "unmapped_type": "date"}}, {"_id": {"order": "asc"}}],
        "size": size,
    } | ({"search_after": after} if after else {})


def _hits(page: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the hits of a page. Raises ListError where the index is not there or did not answer wholly."""
    shards, hits = page.get("_shards", {}), page.get("hits")
    if not isinstance(shards, dict) or not isinstance(hits, dict) or "hits" not in hits:
        raise ListError("het antwoord is niet dat van een Elasticsearch-index")
    if shards.get("total") == 0:
        raise ListError("deze index bestaat niet")
    if page.get("timed_out") or shards.get("failed"):
        raise ListError("de index gaf geen volledig antwoord")
    return objects(hits, "hits")


def _offer(hit: dict[str, Any], owner: str) -> Offer | None:
    """The file of a hit; None where it has none, or says that it is something else than a PDF."""
    known = hit.get("_source")
    if not isinstance(known, dict):
        return None
    address = known.get("original_url") or known.get("url")
    kind = known.get("content_type") or "application/pdf"
    if not isinstance(address, str) or "pdf" not in str(kind):
        return None
    return Offer(address, str(known.get("name") or ""), owner or _owner(hit), str(known.get("date_modified") or ""))


def _owner(hit: dict[str, Any]) -> str:
    """The municipality in the name of an index as `ori_den_haag_20250408204203`."""
    parts = str(hit.get("_index", "")).removeprefix("ori_").split("_")
    return " ".join(part for part in parts if not part.isdigit())
