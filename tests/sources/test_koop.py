"""Official publications by SRU, against a local server that speaks it."""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.sax.saxutils import escape

import pytest

from pipeline.sources import koop
from pipeline.sources.taking import Finding
from tests.sources.council import fault

GAZETTE = "gmb-2019-{}"
PAPER = b"%PDF-1.4 Gemeenteblad"
V20 = "http://docs.oasis-open.org/ns/search-ws/sruResponse"
V12 = "http://www.loc.gov/zing/srw/"


@dataclass
class Gazette:
    """The SRU service: its records in order, and how many it gives at a time at the most."""

    council: object
    records: list[str] = field(default_factory=list)
    most: int = 1000
    namespace: str = V20

    def publish(
        self, number: int, content: bytes = PAPER, creator="Someren", modified="2019-05-01", forms=("xml", "pdf")
    ):
        name = GAZETTE.format(number)
        address = self.council.paper(f"/frbr/{name}.pdf", content + str(number).encode())
        places = {"pdf": address, "xml": self.council.url(f"/frbr/{name}.xml")}
        urls = "".join(f'<gzd:itemUrl manifestation="{form}">{escape(places[form])}</gzd:itemUrl>' for form in forms)
        self.records.append(
            f"<sru:record><sru:recordSchema>gzd</sru:recordSchema><sru:recordData><gzd:gzd><gzd:originalData><o:meta><o:owmskern>"
            f"<dcterms:identifier>{name}</dcterms:identifier><dcterms:title>Beleidsregels {number}</dcterms:title>"
            f'<dcterms:creator scheme="OVERHEID.Gemeente">{escape(creator)}</dcterms:creator>'
            f"<dcterms:modified>{modified}</dcterms:modified></o:owmskern></o:meta></gzd:originalData>"
            f"<gzd:enrichedData><gzd:preferredUrl>https://zoek.voorbeeld.nl/{name}.html</gzd:preferredUrl>{urls}"
            f"</gzd:enrichedData></gzd:gzd></sru:recordData></sru:record>"
        )
        return address

    def answer(self, asked):
        start, size = int(asked.query["startRecord"][0]), min(int(asked.query["maximumRecords"][0]), self.most)
        page = self.records[start - 1 : start - 1 + size]
        onward = start + len(page)
        following = f"<sru:nextRecordPosition>{onward}</sru:nextRecordPosition>" if onward <= len(self.records) else ""
        return self.said(
            f"<sru:numberOfRecords>{len(self.records)}</sru:numberOfRecords><sru:records>{''.join(page)}</sru:records>{following}"
        )

    def said(self, content: str):
        body = (
            f'<?xml version="1.0" encoding="UTF-8"?><sru:searchRetrieveResponse xmlns:sru="{self.namespace}" '
            'xmlns:gzd="http://standaarden.overheid.nl/sru" xmlns:dcterms="http://purl.org/dc/terms/" '
            'xmlns:o="http://standaarden.overheid.nl/wetgeving/">'
            f"<sru:version>2.0</sru:version>{content}</sru:searchRetrieveResponse>"
        )
        return 200, {"Content-Type": "application/xml"}, body.encode()


@pytest.fixture
def gazette(council, nights):
    made = Gazette(council)
    council.pages["/sru"] = made.answer
    nights.sources = {
        "koop": {
            "soort": "koop",
            "adres": council.url("/sru"),
            "zoekvragen": ["arbeidsmigranten"],
            "gemeenten": ["Someren"],
            "weg_na": 0,
        }
    }
    return made


def test_publications_land_in_the_folder_of_who_made_them(gazette, nights):
    gazette.publish(1)
    gazette.publish(2, creator="Land van Cuijk")
    assert nights.one().counts == {Finding.NEW: 2}
    assert sorted(path.rsplit("-", 1)[0] for path in nights.papers()) == [
        "Land van Cuijk/koop/Beleidsregels-2",
        "Someren/koop/Beleidsregels-1",
    ]


def test_the_question_names_the_municipality_and_the_words(gazette, nights, council):
    nights.one()
    (question,) = council.last("/sru").query["query"]
    assert question == (
        'c.product-area==officielepublicaties and dt.creator=="Someren" and cql.textAndIndexes="arbeidsmigranten" '
        "sortBy dt.modified/sort.descending"
    )
    assert council.last("/sru").query["operation"] == ["searchRetrieve"]
    assert council.last("/sru").query["version"] == ["2.0"]


def test_a_name_is_written_as_the_cbs_does_and_quoted(gazette, nights, council):
    nights.sources["koop"] |= {"gemeenten": ["Den Bosch"], "zoekvragen": ['short "stay"']}
    nights.one()
    (question,) = council.last("/sru").query["query"]
    assert 'dt.creator=="\'s-Hertogenbosch"' in question
    assert r'cql.textAndIndexes="short \"stay\""' in question


def test_a_question_of_ones_own_is_asked_as_it_is(gazette, nights, council):
    del nights.sources["koop"]["zoekvragen"], nights.sources["koop"]["gemeenten"]
    nights.sources["koop"] |= {"cql": 'dt.title any "logies"', "verbinding": "oep"}
    nights.one()
    assert council.last("/sru").query["query"] == ['dt.title any "logies"']
    assert council.last("/sru").query["x-connection"] == ["oep"]


def test_pages_follow_one_another(gazette, nights, council, monkeypatch):
    monkeypatch.setattr(koop, "PAGE", 3)
    for number in range(8):
        gazette.publish(number)
    assert nights.one().counts == {Finding.NEW: 8}
    starts = [one.query["startRecord"] for one in council.asked if one.path == "/sru"]
    assert starts == [["1"], ["4"], ["7"]]


def test_a_server_that_gives_fewer_at_a_time_is_followed_by_its_own_count(gazette, nights):
    gazette.most = 4
    for number in range(9):
        gazette.publish(number)
    assert nights.one().counts == {Finding.NEW: 9}


def test_a_server_that_points_to_the_same_page_is_not_followed_for_ever(gazette, nights, council):
    gazette.publish(1)
    page = gazette.said(
        f"<sru:records>{gazette.records[0]}</sru:records><sru:nextRecordPosition>1</sru:nextRecordPosition>"
    )
    council.page("/sru", page)
    assert nights.one().counts == {Finding.NEW: 1}
    assert council.times("/sru") == 1


def test_the_newest_are_taken_and_the_rest_is_told(gazette, nights):
    for number in range(12):
        gazette.publish(number)
    nights.sources["koop"]["hoogstens"] = 5
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 5}
    assert "meer dan 5 papieren" in tally.line


def test_the_older_version_of_the_protocol_is_read_too(gazette, nights):
    gazette.namespace = V12
    gazette.publish(1)
    assert nights.one().counts == {Finding.NEW: 1}


def test_a_publication_without_a_pdf_is_passed_over(gazette, nights):
    gazette.publish(1, forms=("xml",))
    gazette.publish(2)
    assert nights.one().counts == {Finding.NEW: 1}


def test_a_known_publication_is_not_asked_for_again_until_it_is_said_to_have_changed(gazette, nights, council):
    gazette.publish(1)
    nights.one()
    nights.later(1).one()
    assert council.times("/frbr/gmb-2019-1.pdf") == 1
    gazette.records.clear()
    gazette.publish(1, b"%PDF-1.4 rectificatie", modified="2019-06-01")
    assert nights.later(1).one().counts == {Finding.CHANGED: 1}


def test_a_publication_that_the_list_leaves_out_is_not_gone(gazette, nights):
    gazette.publish(1)
    nights.one()
    gazette.records.clear()
    nights.later(31).one()
    assert len(nights.papers()) == 1


def test_a_refused_question_is_told_in_the_words_of_the_service(gazette, nights, council):
    diagnostic = (
        '<sru:numberOfRecords>0</sru:numberOfRecords><sru:diagnostics><d:diagnostic xmlns:d="http://docs.oasis-open.org/ns/search-ws/diagnostic">'
        "<d:uri>info:srw/diagnostic/1/16</d:uri><d:details>dt.maker</d:details><d:message>Unsupported index</d:message>"
        "</d:diagnostic></sru:diagnostics>"
    )
    council.page("/sru", gazette.said(diagnostic))
    tally = nights.one()
    assert "weigert de vraag: Unsupported index, dt.maker" in tally.line and not tally.well


def test_a_fault_halfway_keeps_what_was_fetched(gazette, nights, council):
    gazette.most = 2
    for number in range(4):
        gazette.publish(number)
    answers = iter([gazette.answer, lambda _: fault(500)])
    council.pages["/sru"] = lambda asked: next(answers, lambda _: fault(500))(asked)
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 2}
    assert "fout 500" in tally.line
    council.pages["/sru"] = gazette.answer
    assert nights.later(1).one().counts == {Finding.SAME: 2, Finding.NEW: 2}


def test_one_municipality_that_fails_does_not_stop_the_next(gazette, nights, council):
    gazette.publish(1)
    nights.sources["koop"]["gemeenten"] = ["Someren", "Best"]
    council.pages["/sru"] = lambda asked: fault(400) if "Someren" in asked.query["query"][0] else gazette.answer(asked)
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 1} and "antwoord 400" in tally.line


@pytest.mark.parametrize(
    ("body", "says"),
    [
        (b"<html><body>onderhoud</body></html>", "niet van een SRU-dienst"),
        (b"<sru>", "geen geldige XML"),
        (b"", "geen geldige XML"),
        (b'<!DOCTYPE x [<!ENTITY a "aaaa">]><searchRetrieveResponse>&a;</searchRetrieveResponse>', "DTD"),
    ],
)
def test_what_is_no_answer_is_named(gazette, nights, council, body, says):
    council.page("/sru", (200, {}, body))
    assert says in nights.one().line


def test_an_entity_cannot_bring_in_a_file_of_ours(gazette, nights, council, tmp_path):
    (tmp_path / "geheim").write_text("http://127.0.0.1/geheim")
    body = f'<!DOCTYPE x [<!ENTITY g SYSTEM "{(tmp_path / "geheim").as_uri()}">]><searchRetrieveResponse>&g;</searchRetrieveResponse>'
    council.page("/sru", (200, {}, body.encode()))
    assert "DTD" in nights.one().line
    assert [one.path for one in council.asked] == ["/sru"]
