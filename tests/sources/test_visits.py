"""Several sources in one night: each stands on its own, and what went wrong is told and remembered."""

from __future__ import annotations

import csv
import io
from contextlib import closing

import pytest

from pipeline.night.fetching import fetch_before_run
from pipeline.night.provenance import address_table, fetched_from, forget_missing, source_faults, source_lines
from pipeline.settings import Settings
from pipeline.sources import koop
from pipeline.sources.taking import Finding
from pipeline.store.origins import Origin, open_origins
from tests.sources.council import fault

PAPER = b"%PDF-1.4 nota"


def site(council, number=1, **more):
    addresses = [council.paper(f"/nota{one}.pdf", PAPER + str(one).encode()) for one in range(number)]
    return {"soort": "web", "adressen": addresses, **more}


def test_a_source_that_fails_stops_no_other(council, nights):
    council.page("/sru", fault(500))
    nights.sources = {"koop": {"soort": "koop", "adres": council.url("/sru"), "cql": "x"}, "site": site(council)}
    failed, good = nights.fetch()
    assert "fout 500" in failed.line and not failed.well
    assert good.counts == {Finding.NEW: 1} and good.well


def test_a_fault_of_ours_in_one_source_stops_no_other(council, nights, monkeypatch):
    def broken(*_):
        raise KeyError("zomaar")

    monkeypatch.setattr(koop, "offers", broken)
    nights.sources = {"koop": {"soort": "koop", "cql": "x"}, "site": site(council)}
    failed, good = nights.fetch()
    assert "Fout van themaspin (KeyError" in failed.line
    assert good.counts == {Finding.NEW: 1}


def test_one_source_can_be_visited_alone(council, nights):
    nights.sources = {"een": site(council), "twee": site(council)}
    assert [tally.source for tally in nights.fetch("twee")] == ["twee"]


def test_a_visit_ends_in_time_and_the_next_one_goes_on(council, nights):
    nights.sources = {"site": site(council, 5, pauze=25, minuten=1)}
    tally = nights.one()
    assert tally.counts == {Finding.NEW: 4} and "De tijd is op (1 minuut)" in tally.line
    nights.later(0).one()
    assert len(nights.papers()) == 5


def test_an_inbox_that_cannot_be_written_is_named_and_the_night_goes_on(council, nights):
    nights.sources = {"site": site(council)}
    (nights.inbox / "site").write_text("geen map")
    assert "niet te schrijven" in nights.one().line
    assert nights.hidden(".ophalen") == []


def test_the_night_goes_on_whatever_the_sources_do(council, nights):
    nights.sources = {"site": site(council)}
    nights.inbox.rmdir()
    (line,) = fetch_before_run(nights.settings)
    assert line.startswith("Er is niets opgehaald.") and "bestaat niet" in line


def test_the_night_goes_on_with_a_damaged_memory_of_the_sources(council, nights):
    nights.sources = {"site": site(council)}
    nights.outputs.mkdir()
    (nights.outputs / "themaspin-bronnen.sqlite").write_bytes(b"geen database" * 100)
    (line,) = fetch_before_run(nights.settings)
    assert "themaspin-bronnen.sqlite" in line


def test_a_run_can_be_told_to_fetch_nothing(council, nights):
    nights.sources, nights.extra["ophalen"] = {"site": site(council)}, False
    assert fetch_before_run(nights.settings) == []
    assert council.asked == []


def test_where_a_file_came_from_is_known_by_its_path(council, nights):
    assert fetched_from(nights.settings) == {}
    assert not nights.outputs.exists()
    nights.sources = {"site": site(council)}
    nights.one()
    (path,) = nights.papers()
    assert fetched_from(nights.settings) == {path: council.url("/nota0.pdf")}


def test_the_table_of_addresses_tells_of_each_what_is_known(council, nights):
    bad = council.page("/dicht.pdf", fault(403))
    nights.sources = {"site": site(council)}
    nights.sources["site"]["adressen"].append(bad)
    nights.one()
    rows = {row["adres"]: row for row in csv.DictReader(io.StringIO(address_table(nights.settings)))}
    assert rows[bad]["toestand"] == "mislukt" and "403" in rows[bad]["reden"]
    good = rows[council.url("/nota0.pdf")]
    assert (good["toestand"], good["bytes"], good["opgehaald"]) == ("opgehaald", "14", "2026-11-27T04:30:00+00:00")


def test_how_a_source_stands_is_told_with_the_addresses_that_gave_nothing(council, nights):
    bad = council.page("/dicht.pdf", fault(403))
    nights.sources = {"site": site(council), "nieuw": site(council)}
    nights.sources["site"]["adressen"].append(bad)
    nights.fetch("site")
    lines = source_lines(nights.settings)
    assert lines[0].startswith("site (web): adressen 2, papieren 1, laatst bezocht 2026-11-27 05:30")
    assert bad in lines[1] and "weigert de toegang" in lines[1]
    assert lines[2] == "nieuw (web): adressen 0, papieren 0, laatst bezocht nog niet"


def test_a_source_that_fails_for_days_is_a_fault_of_the_nights(council, nights):
    nights.sources = {"site": site(council)}
    nights.one()
    council.page("/nota0.pdf", fault(500))
    nights.later(2).one()
    assert source_faults(nights.settings, nights.now) == []
    nights.later(2).one()
    (told,) = source_faults(nights.settings, nights.now)
    assert "'site' is sinds 2026-11-27 niet meer goed opgehaald" in told


@pytest.mark.parametrize("thrown_out", [1, 5])
def test_papers_that_were_thrown_out_can_be_fetched_again(council, nights, thrown_out):
    nights.sources = {"site": site(council, 5)}
    nights.one()
    whole = nights.papers()
    for path in list(whole)[:thrown_out]:
        (nights.inbox / path).unlink()
    assert forget_missing(nights.settings) == thrown_out
    nights.later(0).one()
    assert nights.papers() == whole


def test_a_reason_that_a_spreadsheet_would_run_is_harmless_in_the_table_of_addresses(tmp_path):
    settings = Settings(store=f"sqlite:///{tmp_path / 'geheugen.sqlite'}", inbox=tmp_path)
    with closing(open_origins(settings.store)) as origins:
        origins.record(Origin("raad", "https://raad.example/1", "1.pdf", reason="\t=HYPERLINK(1)"))
    (row,) = csv.DictReader(io.StringIO(address_table(settings)))
    assert row["reden"].startswith("'")
