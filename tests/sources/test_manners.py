"""How servers are asked: at a pace, again where that may help, within bounds, and never inside a network that is not allowed."""

from __future__ import annotations

import socket
import time
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO

import pytest

from pipeline.sources.client import Client, FetchError, Gone, TooLarge, Unanswered
from pipeline.sources.networks import is_allowed, read_networks
from pipeline.sources.taking import Finding
from tests.sources.council import endless, fault, moved, speaks

PAPER = b"%PDF-1.4 nota"
LOOPBACK = read_networks(["127.0.0.1/32"])


class Watch:
    """A clock that only moves when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0
        self.slept: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)
        self.time += seconds

    def __call__(self) -> float:
        return self.time


@pytest.fixture
def watch():
    return Watch()


@pytest.fixture
def client(watch):
    with Client(0, 10, LOOPBACK, "beheer@voorbeeld.nl", watch.sleep, watch) as made:
        yield made


def content(client, address):
    return client.get(address).content


def test_servers_see_who_asks(council, client):
    client.get(council.paper("/a", PAPER))
    assert council.last("/a").headers["user-agent"].startswith("themaspin/")
    assert "beheer@voorbeeld.nl" in council.last("/a").headers["user-agent"]


def test_a_server_is_asked_at_its_pace_and_another_is_not_waited_for(council, watch):
    with Client(5, 10, LOOPBACK, sleep=watch.sleep, clock=watch) as slow:
        slow.get(council.paper("/a", PAPER))
        slow.get(council.url("/a"))
        slow.get(council.url("/a").replace("127.0.0.1", "localhost"))
    assert watch.slept == [5]


def test_pace_holds_for_a_redirect_too(council, watch):
    council.page("/oud", moved(council.paper("/nieuw", PAPER)))
    with Client(5, 10, LOOPBACK, sleep=watch.sleep, clock=watch) as slow:
        slow.get(council.url("/oud"))
    assert watch.slept == [5]


def test_the_rest_that_a_server_asks_for_is_given(council, client, watch):
    council.page("/a", fault(429, Retry_After="7"), (200, {}, PAPER))
    assert content(client, council.url("/a")) == PAPER
    assert watch.slept == [7]


def test_rest_until_a_moment_is_given(council, client, watch):
    until = format_datetime(datetime.now(UTC) + timedelta(seconds=50), usegmt=True)
    council.page("/a", fault(503, Retry_After=until), (200, {}, PAPER))
    assert content(client, council.url("/a")) == PAPER
    assert 0 < watch.slept[0] <= 50


@pytest.mark.parametrize(
    "rest", ["\u00b2", "Mon, 01 Jan 99999999999999999999 00:00:00 GMT"], ids=["superscript", "year"]
)
def test_rest_that_is_neither_a_number_nor_a_moment_is_as_if_nothing_was_asked(council, client, watch, rest):
    council.page("/a", fault(429, Retry_After=rest), (200, {}, PAPER))
    assert content(client, council.url("/a")) == PAPER
    assert len(watch.slept) == 1


def test_a_server_that_asks_for_hours_is_left_until_the_next_time(council, client, watch):
    council.page("/a", fault(429, Retry_After="7200"))
    with pytest.raises(Unanswered, match="7200 seconden rust"):
        client.get(council.url("/a"))
    assert (watch.slept, council.times("/a")) == ([], 1)


@pytest.mark.parametrize("status", [408, 500, 502, 503, 504])
def test_faults_of_the_server_are_tried_again_with_longer_waits(council, client, watch, status):
    council.page("/a", fault(status))
    with pytest.raises(Unanswered, match=rf"fout {status}, ook na 4 pogingen"):
        client.get(council.url("/a"))
    assert council.times("/a") == 4
    assert watch.slept == sorted(watch.slept) and watch.slept[-1] >= 4 * watch.slept[0] * 0.75


@pytest.mark.parametrize("status", [400, 401, 403, 406, 451])
def test_a_refusal_is_not_tried_again(council, client, status):
    council.page("/a", fault(status))
    with pytest.raises(FetchError, match=f"antwoord {status}"):
        client.get(council.url("/a"))
    assert council.times("/a") == 1


@pytest.mark.parametrize("status", [404, 410])
def test_an_address_without_anything_is_gone(council, client, status):
    council.page("/a", fault(status))
    with pytest.raises(Gone):
        client.get(council.url("/a"))
    assert council.times("/a") == 1


def test_a_silent_server_is_not_asked_on_and_on(council, client):
    council.page("/a", fault(500))
    for _ in range(3):
        with pytest.raises(Unanswered):
            client.get(council.url("/a"))
    asked = council.times("/a")
    with pytest.raises(Unanswered, match="niet geprobeerd"):
        client.get(council.url("/a"))
    assert council.times("/a") == asked


def test_a_server_nobody_listens_at_is_named(client):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    with pytest.raises(FetchError, match=r"geen verbinding met 127\.0\.0\.1: geweigerd"):
        client.get(f"http://127.0.0.1:{port}/a")


def test_a_machine_that_is_away_is_not_tried_for_every_address(client, monkeypatch):
    tried = []

    def unknown(host, *_, **__):
        tried.append(host)
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    for number in range(5):
        with pytest.raises(Unanswered):
            client.get(f"http://weg.voorbeeld.nl/{number}")
    assert len(tried) == 3


def test_a_body_without_end_stops_at_the_limit(council, client):
    council.page("/a", speaks(endless))
    sink = BytesIO()
    with pytest.raises(TooLarge, match="groter dan 1 MB"):
        client.download(council.url("/a"), sink, 1_000_000)
    assert len(sink.getvalue()) <= 1_000_000


def test_a_body_that_says_it_is_too_large_is_not_received(council, client):
    council.page("/a", (200, {}, b"x" * 2000))
    sink = BytesIO()
    with pytest.raises(TooLarge):
        client.download(council.url("/a"), sink, 1000)
    assert sink.getvalue() == b""


def dripping(handler):
    """A byte at a time: no read ever waits long."""
    handler.send_response(200)
    handler.end_headers()
    handler.close_connection = True
    for _ in range(200):
        handler.wfile.write(b"%")
        handler.wfile.flush()
        time.sleep(0.05)


def test_a_body_that_drips_is_given_up_at_the_deadline(council, watch):
    council.page("/a", speaks(dripping))
    with (
        Client(0, 0.3, LOOPBACK, sleep=watch.sleep, clock=watch) as hasty,
        pytest.raises(Unanswered, match="te langzaam"),
    ):
        hasty.get(council.url("/a"))
    assert council.times("/a") == 4


def silent(handler):
    time.sleep(1)
    handler.close_connection = True


def test_a_server_that_says_nothing_is_given_up_at_the_deadline(council, watch):
    council.page("/a", speaks(silent), (200, {}, PAPER))
    with Client(0, 0.3, LOOPBACK, sleep=watch.sleep, clock=watch) as hasty:
        assert content(hasty, council.url("/a")) == PAPER


def test_redirects_in_a_circle_end(council, client):
    council.page("/a", moved(council.url("/a")))
    with pytest.raises(FetchError, match="meer dan 5 keer"):
        client.get(council.url("/a"))
    assert council.times("/a") == 6


def test_a_question_is_not_sent_on_to_another_address(council, client):
    council.page("/zoek", moved(council.url("/elders"), 307))
    with pytest.raises(FetchError, match="verwijst door"):
        client.post_json(council.url("/zoek"), {})
    assert council.times("/elders") == 0


@pytest.mark.parametrize("to", ["ftp://raad.nl/nota.pdf", "file:///etc/passwd", "http://piet:geheim@127.0.0.1/a"])
def test_a_redirect_to_what_is_no_web_address_is_not_followed(council, client, to):
    council.page("/a", moved(to))
    with pytest.raises(FetchError, match="verwijst naar"):
        client.get(council.url("/a"))


def test_an_answer_packed_in_a_way_that_was_not_asked_for_is_refused(council, client):
    council.page("/a", (200, {"Content-Encoding": "gzip, gzip"}, b""))
    with pytest.raises(FetchError, match="ingepakt"):
        client.get(council.url("/a"))


PRIVATE = [
    "10.0.0.5", "172.16.0.1", "192.168.1.1", "127.0.0.2", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "::1", "fe80::1", "fe80::1%eth0", "fd00::1", "::", "ff02::1",
    "::ffff:10.0.0.5", "64:ff9b::a00:5", "2002:a00:5::1",
]  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_addresses_outside_the_public_internet_are_not_allowed(address):
    assert not is_allowed(address)


@pytest.mark.parametrize("address", ["93.184.216.34", "2606:2800:220:1:248:1893:25c8:1946", "::ffff:93.184.216.34"])
def test_public_addresses_are_allowed(address):
    assert is_allowed(address)


def test_a_network_that_the_settings_name_is_allowed():
    assert is_allowed("10.1.2.3", read_networks(["10.1.0.0/16"]))
    assert not is_allowed("10.2.2.3", read_networks(["10.1.0.0/16"]))


def test_a_text_that_is_no_network_is_named():
    with pytest.raises(ValueError, match="'intranet' is geen netwerk"):
        read_networks(["intranet"])


def test_nothing_is_asked_of_loopback_unless_the_settings_allow_it(council, nights):
    address = council.paper("/nota.pdf", PAPER)
    nights.sources, nights.extra = {"site": {"soort": "web", "adressen": [address]}}, {}
    assert nights.one().counts == {Finding.FAILED: 1}
    assert "bronnen_netwerken" in nights.origins()[address].reason
    assert council.asked == []


@pytest.mark.parametrize("host", ["127.0.0.2", "169.254.169.254", "[::1]", "10.0.0.5"])
def test_a_redirect_to_a_private_address_is_not_followed(council, client, host):
    council.page("/a", moved(f"http://{host}:{council.address.rsplit(':', 1)[1]}/geheim"))
    with pytest.raises(FetchError, match="buiten het openbare internet"):
        client.get(council.url("/a"))
    assert council.times("/geheim") == 0


def resolves(monkeypatch, *answers):
    """Let a name resolve to one set of addresses after another, the last one for ever."""
    left, real = list(answers), socket.getaddrinfo

    def getaddrinfo(host, port, *_, **__):
        if host[0].isdigit():
            return real(host, port, *_, **__)
        addresses = left.pop(0) if len(left) > 1 else left[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (address, port)) for address in addresses]

    monkeypatch.setattr(socket, "getaddrinfo", getaddrinfo)


def test_a_name_is_judged_by_what_it_resolves_to(council, client, monkeypatch):
    resolves(monkeypatch, ["10.0.0.5"])
    with pytest.raises(FetchError, match=r"raad.voorbeeld.nl staat op 10.0.0.5"):
        client.get("http://raad.voorbeeld.nl/nota.pdf")


def test_a_name_with_one_private_address_among_public_ones_is_not_asked(council, client, monkeypatch):
    resolves(monkeypatch, ["127.0.0.1", "192.168.1.1"])
    with pytest.raises(FetchError, match=r"192\.168\.1\.1"):
        client.get("http://raad.voorbeeld.nl/nota.pdf")


def test_the_connection_goes_to_the_address_that_was_judged(council, client, monkeypatch):
    """A name that answers otherwise the second time (DNS rebinding) gains nothing: it is not asked a second time."""
    council.paper("/nota.pdf", PAPER)
    resolves(monkeypatch, ["127.0.0.1"], ["10.0.0.5"])
    port = council.address.rsplit(":", 1)[1]
    assert content(client, f"http://raad.voorbeeld.nl:{port}/nota.pdf") == PAPER


def test_a_name_that_does_not_exist_is_named(client, monkeypatch):
    def unknown(*_, **__):
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    with pytest.raises(FetchError, match=r"de naam weg.voorbeeld.nl bestaat niet"):
        client.get("http://weg.voorbeeld.nl/nota.pdf")
