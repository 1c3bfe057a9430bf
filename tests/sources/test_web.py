"""Addresses and feeds: fetched once, asked again conditionally, and never half."""

from __future__ import annotations

import hashlib

from pipeline.sources.taking import Finding
from pipeline.store.origins import OriginState
from tests.sources.council import broken_off, fault, moved, speaks

PAPER, NEWER = b"%PDF-1.4 nota huisvesting", b"%PDF-1.4 nota huisvesting, herzien"


def web(*addresses, **more):
    return {"soort": "web", "adressen": list(addresses), **more}


def feed(*items: str) -> tuple[int, dict[str, str], bytes]:
    body = f'<?xml version="1.0"?><rss version="2.0"><channel><title>Raad</title>{"".join(items)}</channel></rss>'
    return 200, {"Content-Type": "application/rss+xml", "ETag": f'"{len(items)}"'}, body.encode()


def item(title: str, link: str, enclosure: str = "") -> str:
    enclosed = f'<enclosure url="{enclosure}" type="application/pdf" length="1"/>' if enclosure else ""
    return f"<item><title>{title}</title><link>{link}</link>{enclosed}</item>"


def test_a_paper_lands_in_the_folder_of_its_municipality(council, nights):
    nights.sources = {
        "site": web({"adres": council.paper("/nota.pdf", PAPER), "gemeente": "someren", "titel": "Nota 2019"})
    }
    assert nights.one().counts == {Finding.NEW: 1}
    (path,) = nights.papers()
    assert path.startswith("Someren/site/Nota-2019-")
    assert nights.papers()[path] == PAPER


def test_a_paper_of_nobody_in_particular_lands_in_the_folder_of_the_source(council, nights):
    nights.sources = {"site": web(council.paper("/stukken/nota%20wonen.pdf", PAPER))}
    nights.one()
    assert next(iter(nights.papers())).startswith("site/nota-wonen-")


def test_provenance_is_kept(council, nights):
    address = council.paper("/nota.pdf", PAPER)
    nights.sources = {"site": web(address)}
    nights.one()
    known = nights.origins()[address]
    assert (known.state, known.sha256) == (OriginState.HELD, hashlib.sha256(PAPER).hexdigest())
    assert (known.fetched, known.size) == ("2026-11-27T04:30:00+00:00", len(PAPER))
    assert (known.etag, known.final_address) == (f'"{known.sha256[:16]}"', address)


def test_the_next_night_asks_whether_it_changed_and_receives_nothing(council, nights):
    address = council.paper("/nota.pdf", PAPER)
    nights.sources = {"site": web(address)}
    nights.one()
    assert nights.later().one().counts == {Finding.SAME: 1}
    assert council.last("/nota.pdf").headers["if-none-match"] == nights.origins()[address].etag


def test_within_its_days_a_known_address_is_left_alone(council, nights):
    nights.sources = {"site": web(council.paper("/nota.pdf", PAPER), kijk_opnieuw_na=7)}
    nights.one()
    nights.later(6).one()
    assert council.times("/nota.pdf") == 1
    nights.later(1).one()
    assert council.times("/nota.pdf") == 2


def test_last_modified_is_used_where_there_is_no_etag(council, nights):
    stamp = "Mon, 02 Nov 2026 10:00:00 GMT"
    council.page("/nota.pdf", (200, {"Last-Modified": stamp}, PAPER), (304, {}, b""))
    nights.sources = {"site": web(council.url("/nota.pdf"))}
    nights.one()
    assert nights.later().one().counts == {Finding.SAME: 1}
    assert council.last("/nota.pdf").headers["if-modified-since"] == stamp


def test_a_newer_version_takes_its_place_and_the_former_is_kept(council, nights):
    nights.sources = {"site": web(council.paper("/nota.pdf", PAPER))}
    nights.one()
    council.paper("/nota.pdf", NEWER)
    assert nights.later().one().counts == {Finding.CHANGED: 1}
    assert list(nights.papers().values()) == [NEWER]
    assert nights.hidden(".vervangen") == [PAPER]


def test_the_same_content_sent_again_is_no_change(council, nights):
    council.page("/nota.pdf", (200, {}, PAPER))
    nights.sources = {"site": web(council.url("/nota.pdf"))}
    nights.one()
    assert nights.later().one().counts == {Finding.SAME: 1}


def test_a_moved_paper_is_followed_and_both_addresses_are_kept(council, nights):
    new = council.paper("/nieuw/nota.pdf", PAPER)
    old = council.page("/nota.pdf", moved(new))
    nights.sources = {"site": web(old)}
    nights.one()
    assert (nights.origins()[old].final_address, list(nights.papers().values())) == (new, [PAPER])


def test_a_web_page_is_no_paper(council, nights):
    address = council.page("/nota.pdf", (200, {"Content-Type": "application/pdf"}, b"<!DOCTYPE html><p>Niet gevonden"))
    nights.sources = {"site": web(address)}
    assert nights.one().counts == {Finding.NO_PDF: 1}
    assert nights.papers() == {}
    assert "webpagina" in nights.origins()[address].reason


def test_a_zip_with_pdfs_as_they_are_is_no_paper(council, nights):
    nights.sources = {"site": web(council.page("/levering", (200, {}, b"PK\x03\x04 a.pdf %PDF-1.7 eerste")))}
    assert nights.one().counts == {Finding.NO_PDF: 1}


def test_a_pdf_is_known_by_its_content_whatever_the_server_calls_it(council, nights):
    nights.sources = {"site": web(council.page("/download?id=1", (200, {"Content-Type": "text/html"}, PAPER)))}
    council.pages["/download"] = council.pages.pop("/download?id=1")
    assert nights.one().counts == {Finding.NEW: 1}


def test_a_page_in_the_place_of_a_paper_leaves_the_paper(council, nights):
    address = council.page("/nota.pdf", (200, {}, PAPER), (200, {}, b"<html>Deze pagina bestaat niet meer"))
    nights.sources = {"site": web(address, weg_na=0)}
    nights.one()
    nights.later().one()
    nights.later(30).one()
    assert list(nights.papers().values()) == [PAPER]
    assert "blijft staan" in nights.origins()[address].reason


def test_a_broken_pdf_is_taken_and_left_to_the_reader(council, nights):
    nights.sources = {"site": web(council.paper("/kapot.pdf", b"%PDF-1.7 en dan niets"))}
    assert nights.one().counts == {Finding.NEW: 1}


def test_what_breaks_off_is_tried_again_and_leaves_nothing_behind(council, nights):
    address = council.page("/nota.pdf", speaks(broken_off))
    nights.sources = {"site": web(address)}
    assert nights.one().counts == {Finding.FAILED: 1}
    assert council.times("/nota.pdf") == 4
    assert nights.papers() == {} and nights.hidden(".ophalen") == []
    assert "brak af" in nights.origins()[address].reason


def test_what_broke_off_once_is_whole_the_second_time(council, nights):
    nights.sources = {"site": web(council.page("/nota.pdf", speaks(broken_off), (200, {}, PAPER)))}
    assert nights.one().counts == {Finding.NEW: 1}
    assert list(nights.papers().values()) == [PAPER]


def test_a_failing_address_stops_no_other_and_is_tried_the_next_night(council, nights):
    bad = council.page("/dicht.pdf", fault(403), (200, {}, PAPER))
    nights.sources = {"site": web(bad, council.paper("/nota.pdf", NEWER))}
    assert nights.one().counts == {Finding.FAILED: 1, Finding.NEW: 1}
    assert "weigert de toegang" in nights.origins()[bad].reason
    assert nights.later(0).one().counts == {Finding.NEW: 1, Finding.SAME: 1}


def test_a_file_that_left_the_inbox_is_fetched_again(council, nights):
    nights.sources = {"site": web(council.paper("/nota.pdf", PAPER))}
    nights.one()
    (path,) = nights.papers()
    (nights.inbox / path).unlink()
    nights.later(0).one()
    assert nights.papers() == {path: PAPER}


def test_an_address_to_pass_over_is_not_asked(council, nights):
    address = council.paper("/nota.pdf", PAPER)
    nights.sources = {"site": web(address, overslaan=[address])}
    nights.one()
    assert council.times("/nota.pdf") == 0


def test_a_feed_names_papers_by_what_it_encloses_and_links_to(council, nights):
    council.paper("/a.pdf", PAPER), council.paper("/b.pdf", NEWER)
    council.page(
        "/feed", feed(item("Nota A", "/pagina", council.url("/a.pdf")), item("Nota B", "/b.pdf"), item("C", "/c"))
    )
    nights.sources = {"raad": {"soort": "web", "feeds": [council.url("/feed")], "gemeente": "Someren"}}
    assert nights.one().counts == {Finding.NEW: 2}
    assert sorted(path.rsplit("-", 1)[0] for path in nights.papers()) == ["Someren/raad/Nota-A", "Someren/raad/Nota-B"]


def test_an_atom_feed_is_read_too(council, nights):
    address = council.paper("/a.pdf", PAPER)
    atom = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>A</title><updated>2026-11-01T00:00:00Z</updated>'
        f'<link rel="enclosure" type="application/pdf" href="{address}"/></entry></feed>'
    )
    council.page("/atom", (200, {}, atom.encode()))
    nights.sources = {"raad": {"soort": "web", "feeds": [council.url("/atom")]}}
    assert nights.one().counts == {Finding.NEW: 1}
    assert nights.origins()[address].mark == "2026-11-01T00:00:00Z"


def test_only_messages_with_the_words_asked_for(council, nights):
    council.paper("/a.pdf", PAPER), council.paper("/b.pdf", NEWER)
    council.page("/feed", feed(item("Huisvesting arbeidsmigranten", "/a.pdf"), item("Parkeren", "/b.pdf")))
    nights.sources = {"raad": {"soort": "web", "feeds": [council.url("/feed")], "alleen_met": ["Arbeidsmigrant"]}}
    nights.one()
    assert list(nights.papers().values()) == [PAPER]


def test_a_feed_that_did_not_change_is_not_sent_again_but_its_papers_are_looked_at(council, nights):
    council.paper("/a.pdf", PAPER)
    council.page("/feed", feed(item("A", "/a.pdf")), (304, {}, b""))
    nights.sources = {"raad": {"soort": "web", "feeds": [council.url("/feed")]}}
    nights.one()
    assert nights.later().one().counts == {Finding.SAME: 1}
    assert council.last("/feed").headers["if-none-match"] == '"1"'
    assert council.times("/a.pdf") == 2


def test_a_paper_that_fell_off_the_feed_is_not_gone(council, nights):
    council.paper("/a.pdf", PAPER)
    council.page("/feed", feed(item("A", "/a.pdf")), feed())
    nights.sources = {"raad": {"soort": "web", "feeds": [council.url("/feed")], "weg_na": 0}}
    nights.one()
    nights.later().one()
    assert list(nights.papers().values()) == [PAPER]


def test_a_feed_that_is_none_is_named_and_the_addresses_are_fetched_all_the_same(council, nights):
    feed_address = council.page("/feed", (200, {}, b"<html>onderhoud</html>"))
    nights.sources = {"site": web(council.paper("/nota.pdf", PAPER), feeds=[feed_address])}
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 1}
    assert "geen RSS of Atom" in tally.line and feed_address in tally.line
