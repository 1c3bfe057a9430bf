"""Servers that answer anything: what comes of it is a paper, a Dutch reason, or both; never a fault of ours."""

from __future__ import annotations

import gzip
import json
from io import BytesIO

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from pipeline.configuration.sources import KoopSource, OriSource, WebSource
from pipeline.sources import elastic, koop, ori, web
from pipeline.sources.client import Answer, Client, FetchError, Validators
from pipeline.sources.networks import read_networks
from pipeline.sources.offers import ListError
from tests.sources.council import moved, speaks

PAPER = b"%PDF-1.4 nota"
ADDRESS = "http://raad.voorbeeld.nl"

RAW = {
    "nothing": b"",
    "no http": b"hallo\r\n\r\n",
    "binary": bytes(range(256)) * 4,
    "endless header": b"HTTP/1.1 200 OK\r\nX: " + b"a" * 300_000,
    "length below zero": b"HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nx",
    "two lengths": b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nxx",
    "length that is no number": b"HTTP/1.1 200 OK\r\nContent-Length: veel\r\n\r\nx",
    "broken chunks": b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
    "no gzip": b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd",
    "switching": b"HTTP/1.1 101 Switching Protocols\r\n\r\n",
    "no content": b"HTTP/1.1 204 No Content\r\n\r\n",
    "a part": b"HTTP/1.1 206 Partial Content\r\nContent-Length: 1\r\n\r\nx",
    "unknown status": b"HTTP/1.1 799 Nee\r\nContent-Length: 0\r\n\r\n",
    "not changed, though not asked": b"HTTP/1.1 304 Not Modified\r\n\r\n",
}


@pytest.fixture
def client():
    with Client(0, 2, read_networks(["127.0.0.1/32"]), sleep=lambda _: None) as made:
        yield made


@pytest.mark.parametrize("answer", RAW.values(), ids=RAW)
def test_an_answer_that_is_no_answer_is_a_reason(council, nights, answer):
    def speak(handler):
        handler.wfile.write(answer)
        handler.close_connection = True

    address = council.page("/nota.pdf", speaks(speak))
    nights.sources = {"site": {"soort": "web", "adressen": [address]}}
    tally = nights.one()
    assert tally.trouble == [] and nights.papers() == {}
    assert nights.origins()[address].reason


@pytest.mark.parametrize(
    "to", ["http://[", "//", "\\\\server\\map", "http://", "http://a..b/", "https://", "javascript:0", "%%%", ""]
)
def test_a_redirect_to_nowhere_is_a_reason(council, client, to):
    council.page("/a", moved(to))
    with pytest.raises(FetchError):
        client.get(council.url("/a"))


@pytest.mark.parametrize("tag", ['"caf\u00e9"', '"' + "x" * 5000 + '"'])
def test_a_tag_that_cannot_be_sent_back_is_not_kept(council, nights, tag):
    address = council.page("/nota.pdf", (200, {"ETag": tag}, PAPER))
    nights.sources = {"site": {"soort": "web", "adressen": [address]}}
    nights.one()
    assert nights.origins()[address].etag == ""
    nights.later().one()
    assert "if-none-match" not in council.last("/nota.pdf").headers


def test_a_small_answer_that_unpacks_to_a_large_one_stops_at_the_limit(council, client):
    council.page("/a", (200, {"Content-Encoding": "gzip"}, gzip.compress(b"%PDF-" + bytes(50_000_000))))
    sink = BytesIO()
    with pytest.raises(FetchError, match="groter dan 1 MB"):
        client.download(council.url("/a"), sink, 1_000_000)
    assert len(sink.getvalue()) <= 1_000_000


class Recorded:
    """A client whose every answer is the same."""

    def __init__(self, content: bytes) -> None:
        self.content = content

    def get(self, address, *_, **__):
        return Answer(address, content=self.content)

    def post_json(self, address, *_):
        return Answer(address, content=self.content)


def listed(offers) -> None:
    try:
        for number, offer in enumerate(offers):
            assert isinstance(offer.address, str)
            assert number < 1000
    except ListError:
        pass


ORI = OriSource(soort="ori", zoekvragen=("x",), hoogstens=50)
ELASTIC = OriSource(soort="ori", dienst="elastic", adres=ADDRESS, zoekvragen=("x",), hoogstens=50)
KOOP = KoopSource(soort="koop", cql="x", hoogstens=50)
WEB = WebSource(soort="web", feeds=(ADDRESS,))

plain = some.none() | some.booleans() | some.integers() | some.text(max_size=8)
names = some.sampled_from(
    [
        "results",
        "hasMore",
        "downloadUrl",
        "title",
        "hits",
        "_source",
        "sort",
        "_shards",
        "total",
        "failed",
        "original_url",
        "timed_out",
    ]
)
answers = some.recursive(
    plain, lambda inner: some.lists(inner, max_size=3) | some.dictionaries(names, inner, max_size=5), max_leaves=25
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers)
def test_any_json_is_a_list_or_a_reason(content):
    recorded = Recorded(json.dumps(content).encode())
    listed(ori.offers(ORI, recorded, str))
    listed(elastic.offers(ELASTIC, recorded))


pieces = some.sampled_from(
    ["<a>", "</a>", "<record>", "</record>", "<records>", "</records>", "<searchRetrieveResponse>", "</searchRetrieveResponse>",
     "<nextRecordPosition>3</nextRecordPosition>", '<itemUrl manifestation="pdf">', "</itemUrl>", "http://x/", "<diagnostics>",
     "<diagnostic/>", "</diagnostics>", "&x;", "<!-- -->", "<?p ?>", "<![CDATA[", "]]>", "<rss>", "<item>", "<link>", "</item>"]
)  # fmt: skip


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(some.lists(pieces, max_size=14).map("".join))
def test_any_xml_is_a_list_or_a_reason(content):
    recorded = Recorded(content.encode())
    listed(koop.offers(KOOP, recorded))
    listed(koop.offers(KOOP, Recorded(f"<searchRetrieveResponse>{content}</searchRetrieveResponse>".encode())))
    listed(web.offers(WEB, recorded, {}, lambda _feed, _validators: None))


def test_a_feed_whose_entities_multiply_is_read_without_them():
    levels = "".join(f'<!ENTITY a{one} "{f"&a{one - 1};" * 10}">' for one in range(1, 12))
    bomb = f'<!DOCTYPE r [<!ENTITY a0 "ha">{levels}]><rss version="2.0"><channel><item><title>&a11;</title></item></channel></rss>'
    listed(web.offers(WEB, Recorded(bomb.encode()), {"x": Validators()}, lambda _feed, _validators: None))
