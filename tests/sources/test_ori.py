"""Council papers: OpenBesluitvorming's search API, and an Elasticsearch index as Open Raadsinformatie had, each on loopback."""

from __future__ import annotations

import json
from dataclasses import dataclass, field

import pytest

from pipeline.sources import elastic, ori
from pipeline.sources.taking import Finding
from tests.sources.council import Council, fault, json_page

PAPER = b"%PDF-1.4 raadsvoorstel"


@dataclass
class Besluitvorming:
    """OpenBesluitvorming as its documentation describes it."""

    council: Council
    papers: dict[str, list[dict]] = field(default_factory=dict)
    labels: dict[str, str] = field(
        default_factory=lambda: {"someren": "Someren", "s-hertogenbosch": "'s-Hertogenbosch"}
    )

    def add(self, key: str, number: int, **more) -> str:
        address = self.council.paper(f"/document/{key}/{number}", PAPER + f"{key}{number}".encode())
        result = {
            "entityId": f"document:notubiz:gemeente:{key}:{number}",
            "entityType": "Document",
            "organization": self.labels[key],
            "sortDate": "2024-11-07 00:00:00",
            "title": f"Raadsvoorstel {number}",
            "downloadUrl": address,
        }
        self.papers.setdefault(key, []).append(result | more)
        return address

    def sources(self, _asked):
        listed = [{"key": key, "label": label, "organizationType": "gemeente"} for key, label in self.labels.items()]
        return json_page(
            {"sources": [*listed, {"key": "brabant", "label": "Someren", "organizationType": "provincie"}]}
        )

    def search(self, asked):
        key = asked.query.get("organization", [""])[0]
        found = self.papers.get(key, []) if key else [one for papers in self.papers.values() for one in papers]
        offset, limit = int(asked.query["offset"][0]), int(asked.query["limit"][0])
        page = found[offset : offset + limit]
        return json_page(
            {
                "results": page,
                "totalCount": len(found),
                "totalIsApproximate": True,
                "hasMore": offset + limit < len(found),
            }
        )


@pytest.fixture
def besluitvorming(council, nights):
    made = Besluitvorming(council)
    council.pages |= {"/api/sources": made.sources, "/api/search": made.search}
    nights.sources = {
        "raad": {"soort": "ori", "adres": council.address, "zoekvragen": ["arbeidsmigranten"], "gemeenten": ["Someren"]}
    }
    return made


def test_council_papers_land_in_the_folder_of_their_municipality(besluitvorming, nights):
    besluitvorming.add("someren", 1)
    assert nights.one().counts == {Finding.NEW: 1}
    assert next(iter(nights.papers())).startswith("Someren/raad/Raadsvoorstel-1-")


def test_the_search_is_for_documents_of_the_municipality_newest_first(besluitvorming, nights, council):
    nights.sources["raad"]["vanaf"] = "2018-01-01"
    nights.one()
    asked = {name: value for name, (value,) in council.last("/api/search").query.items()}
    assert asked == {
        "query": "arbeidsmigranten",
        "organization": "someren",
        "entityType": "Document",
        "sort": "date_desc",
        "dateFrom": "2018-01-01",
        "offset": "0",
        "limit": "100",
    }


def test_pages_follow_one_another(besluitvorming, nights, council, monkeypatch):
    monkeypatch.setattr(ori, "PAGE", 3)
    for number in range(8):
        besluitvorming.add("someren", number)
    assert nights.one().counts == {Finding.NEW: 8}
    assert [one.query["offset"] for one in council.asked if one.path == "/api/search"] == [["0"], ["3"], ["6"]]


def test_a_municipality_is_found_by_any_of_its_names(besluitvorming, nights):
    besluitvorming.add("s-hertogenbosch", 1)
    besluitvorming.labels["s-hertogenbosch"] = "Gemeente 's-Hertogenbosch"
    nights.sources["raad"]["gemeenten"] = ["Den Bosch"]
    assert nights.one().counts == {Finding.NEW: 1}


def test_without_municipalities_all_are_searched(besluitvorming, nights, council):
    besluitvorming.add("someren", 1), besluitvorming.add("s-hertogenbosch", 2)
    del nights.sources["raad"]["gemeenten"]
    nights.one()
    assert sorted(path.split("/")[0] for path in nights.papers()) == ["'s-Hertogenbosch", "Someren"]
    assert "organization" not in council.last("/api/search").query


def test_a_municipality_that_the_service_does_not_have_is_named_and_the_others_are_searched(besluitvorming, nights):
    besluitvorming.add("someren", 1)
    nights.sources["raad"]["gemeenten"] = ["Someren", "Best"]
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 1}
    assert "heeft geen stukken van Best" in tally.line


def test_a_paper_found_by_two_questions_is_fetched_once(besluitvorming, nights, council):
    besluitvorming.add("someren", 1)
    nights.sources["raad"]["zoekvragen"] = ["arbeidsmigranten", "logies"]
    assert nights.one().counts == {Finding.NEW: 1}
    assert council.times("/document/someren/1") == 1


def test_a_result_without_a_file_is_passed_over(besluitvorming, nights):
    besluitvorming.add("someren", 1, downloadUrl=None)
    assert nights.one().counts == {}


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://raad.nl/a.pdf", "nota.pdf", "http://[", "http://a\x00b/"]
)
def test_an_address_in_a_result_that_is_no_web_address_is_named_and_not_used(besluitvorming, nights, address):
    besluitvorming.add("someren", 1, downloadUrl=address)
    assert nights.one().counts == {Finding.FAILED: 1}
    assert nights.papers() == {}


def test_an_address_with_a_password_is_kept_nowhere(besluitvorming, nights):
    besluitvorming.add("someren", 1, downloadUrl="http://piet:geheim@127.0.0.1/a.pdf")
    assert nights.one().counts == {}
    assert nights.origins() == {}


def test_an_address_with_spaces_is_asked_as_a_browser_would(besluitvorming, nights, council):
    besluitvorming.add(
        "someren", 1, downloadUrl=council.paper("/nota%20wonen.pdf", PAPER).replace("%20", " ") + "#page=3"
    )
    assert nights.one().counts == {Finding.NEW: 1}


def test_the_rest_that_the_service_asks_for_is_given(besluitvorming, nights, council):
    besluitvorming.add("someren", 1)
    council.page("/api/search", json_page({"code": "rate_limited"}, 429, **{"Retry-After": "3"}), besluitvorming.search)
    assert nights.one().counts == {Finding.NEW: 1}
    assert nights.slept == [3]


def test_the_newest_are_taken_and_the_rest_is_told(besluitvorming, nights):
    for number in range(9):
        besluitvorming.add("someren", number)
    nights.sources["raad"]["hoogstens"] = 4
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 4} and "meer dan 4 papieren" in tally.line


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"[" * 100_000, b""])
def test_what_is_no_answer_is_named(besluitvorming, nights, council, body):
    council.page("/api/search", (200, {}, body))
    tally = nights.one()
    assert "klopt het adres" in tally.line or "hoort te geven" in tally.line


@dataclass
class Index:
    """An Elasticsearch index with papers, sorted as asked, given by `search_after`."""

    council: Council
    hits: list[dict] = field(default_factory=list)

    def add(self, number: int, **more) -> str:
        address = self.council.paper(f"/document/{number}", PAPER + str(number).encode())
        known = {
            "name": f"Motie {number}",
            "original_url": address,
            "url": "http://weg.invalid/",
            "content_type": "application/pdf",
        }
        self.hits.append(
            {
                "_index": "ori_den_haag_20250408204203",
                "_id": str(number),
                "_source": {"@type": "MediaObject", **known, **more},
                "sort": [1_700_000_000_000 - number, str(number)],
            }
        )
        return address

    def search(self, asked):
        question = json.loads(asked.body)
        places = [hit["sort"] for hit in self.hits]
        start = places.index(question["search_after"]) + 1 if "search_after" in question else 0
        page = self.hits[start : start + question["size"]]
        return json_page(
            {
                "timed_out": False,
                "_shards": {"total": 1, "failed": 0},
                "hits": {"total": {"value": len(self.hits)}, "hits": page},
            }
        )


@pytest.fixture
def index(council, nights):
    made = Index(council)
    council.pages["/elastic/ori_someren,ori_someren_2*/_search"] = made.search
    council.pages["/elastic/ori_*/_search"] = made.search
    nights.sources = {
        "raad": {
            "soort": "ori",
            "dienst": "elastic",
            "adres": council.url("/elastic"),
            "zoekvragen": ["arbeidsmigranten"],
            "gemeenten": ["Someren"],
        }
    }
    return made


def test_an_index_is_asked_for_papers_with_the_words(index, nights, council):
    nights.sources["raad"]["vanaf"] = "2018-01-01"
    nights.one()
    asked = council.asked[-1]
    question = json.loads(asked.body)
    assert asked.method == "POST" and asked.query == {"ignore_unavailable": ["true"]}
    assert question["query"]["bool"]["must"][0]["simple_query_string"]["query"] == "arbeidsmigranten"
    assert question["query"]["bool"]["filter"] == [
        {"term": {"@type": "MediaObject"}},
        {"range": {"last_discussed_at": {"gte": "2018-01-01"}}},
    ]


def test_pages_of_an_index_follow_one_another(index, nights, council, monkeypatch):
    monkeypatch.setattr(elastic, "PAGE", 3)
    for number in range(8):
        index.add(number)
    assert nights.one().counts == {Finding.NEW: 8}
    afters = [json.loads(one.body).get("search_after") for one in council.asked if one.method == "POST"]
    assert afters == [None, index.hits[2]["sort"], index.hits[5]["sort"]]


@pytest.mark.parametrize("page", [2, 4, 5])
def test_as_many_papers_in_an_index_as_are_looked_at_are_all_there_are(index, nights, monkeypatch, page):
    monkeypatch.setattr(elastic, "PAGE", page)
    for number in range(4):
        index.add(number)
    nights.sources["raad"]["hoogstens"] = 4
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 4} and tally.well, tally.line


@pytest.mark.parametrize("page", [2, 4, 5])
def test_of_an_index_the_newest_are_taken_and_the_rest_is_told(index, nights, monkeypatch, page):
    monkeypatch.setattr(elastic, "PAGE", page)
    for number in range(5):
        index.add(number)
    nights.sources["raad"]["hoogstens"] = 4
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 4} and "meer dan 4 papieren" in tally.line and not tally.well


def test_without_municipalities_the_index_of_a_hit_says_whose_it_is(index, nights):
    index.add(1)
    del nights.sources["raad"]["gemeenten"]
    nights.one()
    assert next(iter(nights.papers())).startswith("'s-Gravenhage/raad/Motie-1-")


def test_a_hit_that_says_it_is_no_pdf_is_passed_over(index, nights, council):
    index.add(1, content_type="video/mp4")
    assert nights.one().counts == {}
    assert council.times("/document/1") == 0


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        ({"_shards": {"total": 0}, "hits": {"hits": []}}, "deze index bestaat niet"),
        ({"_shards": {"total": 2, "failed": 1}, "hits": {"hits": []}}, "de index gaf geen volledig antwoord"),
        ({"timed_out": True, "hits": {"hits": []}}, "de index gaf geen volledig antwoord"),
        ({"error": "nee"}, "het antwoord is niet dat van een Elasticsearch-index"),
    ],
)
def test_an_index_that_does_not_answer_wholly_is_named(index, nights, council, answer, says):
    council.pages["/elastic/ori_someren,ori_someren_2*/_search"] = [json_page(answer)]
    tally = nights.one()
    assert f"Someren: {says}" in tally.line and not tally.well


def test_an_index_that_refuses_is_named(index, nights, council):
    council.pages["/elastic/ori_someren,ori_someren_2*/_search"] = [fault(403)]
    assert "weigert de toegang" in nights.one().line
