"""Official publications by KOOP's SRU service (SRU 2.0, `searchRetrieve`): gemeenteblad, provinciaal blad and the like.

A page of the answer holds records; of each, `enrichedData` gives the addresses of its forms, the PDF among them. Elements are
found by their local names: the service's versions 1.2 and 2.0 differ in namespaces alone. Regulations in force (CVDR) are offered
as web pages and XML only; what a municipality adopts stands, as a PDF, in its gemeenteblad.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from pipeline.configuration.sources import KoopSource
from pipeline.sources.client import Client, FetchError
from pipeline.sources.offers import ListError, Offer, raise_faults, too_many

PAGE = 100
"""Records asked at a time; the service gives 1000 at the most."""
VERSION = "2.0"
MISSING_RECORD = "info:srw/diagnostic/1/61"
"""First record out of range: there is nothing on this page."""


def questions(source: KoopSource) -> list[str]:
    """Return the questions in CQL: the operator's own, or one for each municipality and search word, the newest first."""
    if source.cql:
        return [source.cql]
    area = f"c.product-area=={source.verzameling}"
    creators = [f" and dt.creator=={_quoted(name)}" for name in source.gemeenten] or [""]
    return [
        f"{area}{creator} and cql.textAndIndexes={_quoted(words)} sortBy dt.modified/sort.descending"
        for creator in creators
        for words in source.zoekvragen
    ]


def offers(source: KoopSource, client: Client) -> Iterator[Offer]:
    """Yield the PDF of each record, question by question. Raises ListError after the last one, with all that went wrong."""
    faults: list[str] = []
    for question in questions(source):
        try:
            yield from _answers(source, client, question, faults)
        except (FetchError, ListError) as error:
            faults.append(f"{source.adres}: {error}")
    raise_faults(faults)


def _answers(source: KoopSource, client: Client, question: str, faults: list[str]) -> Iterator[Offer]:
    start, left = 1, source.hoogstens
    while left > 0:
        asked = {
            "operation": "searchRetrieve",
            "version": VERSION,
            "query": question,
            "startRecord": start,
            "maximumRecords": min(PAGE, left),
        } | ({"x-connection": source.verbinding} if source.verbinding else {})
        page = _parsed(client.get(source.adres, parameters=asked).content)
        records = [one for one in page.iter("{*}record") if _local(one.getparent()) == "records"]
        yield from (offer for record in records if (offer := _offer(record)))
        left -= len(records)
        onward = _number(page.findtext("{*}nextRecordPosition"))
        if not records or onward is None or onward <= start:
            return
        start = onward
    faults.append(too_many(question, source.hoogstens))


def _parsed(content: bytes) -> Any:
    """Return the answer, which may have no DTD: nobody needs one here, and it can make a small file very large. Raises ListError."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        page = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ListError(f"het antwoord van de SRU-dienst is geen geldige XML ({error})") from None
    if page.getroottree().docinfo.doctype:
        raise ListError("het antwoord van de SRU-dienst heeft een DTD en wordt niet gelezen")
    if _local(page) != "searchRetrieveResponse":
        raise ListError("het antwoord komt niet van een SRU-dienst; klopt het adres?")
    for diagnostic in page.iterfind("{*}diagnostics/{*}diagnostic"):
        said = [diagnostic.findtext(f"{{*}}{part}") for part in ("message", "details", "uri")]
        if said[2] != MISSING_RECORD:
            raise ListError(f"de SRU-dienst weigert de vraag: {', '.join(part for part in said if part)}")
    return page


def _offer(record: Any) -> Offer | None:
    """The PDF of a record; None where it has none."""
    forms = [one for one in record.iter("{*}itemUrl") if one.get("manifestation") == "pdf"]
    address = (forms[0].text or "").strip() if forms else ""
    if not address:
        return None
    return Offer(address, _text(record, "title"), _text(record, "creator"), _text(record, "modified"))


def _text(record: Any, name: str) -> str:
    return next(((one.text or "").strip() for one in record.iter(f"{{*}}{name}")), "")


def _local(element: Any) -> str:
    return etree.QName(element).localname if element is not None else ""


def _number(text: str | None) -> int | None:
    return int(text) if text and text.strip().isdigit() else None


def _quoted(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
