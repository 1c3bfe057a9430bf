"""What vanishes from a source is taken out of the inbox, slowly and never lost; a broken site is no clean-up."""

from __future__ import annotations

import pytest

from pipeline.sources.folder import InboxError
from pipeline.sources.taking import Finding
from pipeline.store.origins import OriginState
from tests.sources.council import fault

PAPER = b"%PDF-1.4 nota"


def site(council, number=1, **more):
    addresses = [council.paper(f"/nota{one}.pdf", PAPER + str(one).encode()) for one in range(number)]
    return {"soort": "web", "adressen": addresses, **more}


def vanish(council, *numbers):
    for one in numbers:
        council.page(f"/nota{one}.pdf", fault(404))


def test_a_paper_stays_while_its_address_is_gone_for_a_short_time(council, nights):
    nights.sources = {"site": site(council)}
    nights.one()
    vanish(council, 0)
    assert nights.later(1).one().counts == {Finding.GONE: 1}
    nights.later(2).one()
    assert len(nights.papers()) == 1


def test_a_paper_whose_address_stays_gone_leaves_the_inbox_and_is_kept(council, nights):
    nights.sources = {"site": site(council)}
    nights.one()
    vanish(council, 0)
    nights.later(1).one()
    nights.later(3).one()
    assert nights.papers() == {}
    assert nights.hidden(".verwijderd") == [PAPER + b"0"]
    (known,) = nights.origins().values()
    assert (known.state, known.gone_since) == (OriginState.GONE, "2026-11-28T04:30:00+00:00")


def test_an_address_that_comes_back_in_time_begins_anew(council, nights):
    nights.sources = {"site": site(council)}
    nights.one()
    vanish(council, 0)
    nights.later(2).one()
    site(council)
    nights.later(1).one()
    vanish(council, 0)
    nights.later(1).one()
    assert len(nights.papers()) == 1


def test_a_paper_that_comes_back_after_all_returns_with_what_was_stated_of_it(council, nights):
    nights.sources = {"site": site(council, weg_na=0)}
    nights.one()
    (path,) = nights.papers()
    (nights.inbox / path).with_suffix(".toml").write_text('status = "vastgesteld"')
    vanish(council, 0)
    nights.later(1).one()
    assert nights.papers() == {}
    site(council)
    assert nights.later(30).one().counts == {Finding.NEW: 1}
    assert set(nights.papers()) == {path, path.replace(".pdf", ".toml")}


def test_a_vanished_address_is_not_asked_every_night(council, nights):
    nights.sources = {"site": site(council, weg_na=0)}
    nights.one()
    vanish(council, 0)
    nights.later(1).one()
    asked = council.times("/nota0.pdf")
    nights.later(1).one()
    assert council.times("/nota0.pdf") == asked


def test_an_address_that_is_seldom_looked_at_is_followed_closely_once_it_is_not_found(council, nights):
    nights.sources = {"site": site(council, kijk_opnieuw_na=30)}
    nights.one()
    vanish(council, 0)
    nights.later(30).one()
    nights.later(1).one()
    nights.later(2).one()
    assert nights.papers() == {}


def test_the_operator_may_let_papers_stay(council, nights):
    nights.sources = {"site": site(council, weg_na=0, bij_verdwijnen="laten_staan")}
    nights.one()
    vanish(council, 0)
    nights.later(1).one()
    assert len(nights.papers()) == 1
    assert next(iter(nights.origins().values())).state == OriginState.GONE


def test_a_site_that_loses_much_at_once_is_doubted(council, nights):
    nights.sources = {"site": site(council, 20, weg_na=0)}
    nights.one()
    vanish(council, 1, 2, 3)
    tally = nights.later(1).one()
    assert "3 van de 20 adressen zijn tegelijk verdwenen" in tally.line
    assert len(nights.papers()) == 20


def test_unless_it_is_meant(council, nights):
    nights.sources = {"site": site(council, 20, weg_na=0)}
    nights.one()
    vanish(council, 1, 2, 3)
    nights.extra["krimp_bedoeld"] = True
    nights.later(1).one()
    assert len(nights.papers()) == 17


def test_a_site_that_does_not_answer_loses_nothing(council, nights):
    nights.sources = {"site": site(council, 5, weg_na=0)}
    nights.one()
    for one in range(5):
        council.page(f"/nota{one}.pdf", fault(500))
    tally = nights.later(1).one()
    assert tally.counts == {Finding.FAILED: 5} and not tally.well
    nights.later(30).one()
    assert len(nights.papers()) == 5


def test_where_the_inbox_went_away_nothing_is_fetched(council, nights):
    nights.sources = {"site": site(council, 5)}
    nights.one()
    away = nights.inbox.rename(nights.inbox.with_name("weg"))
    nights.inbox.mkdir()
    with pytest.raises(InboxError, match=r"5 opgehaalde papieren .* 5 niet meer"):
        nights.later(1).fetch()
    nights.inbox.rmdir()
    away.rename(nights.inbox)
    assert nights.one().counts == {Finding.SAME: 5}


def test_an_address_that_never_held_a_paper_is_let_go_when_no_list_names_it_any_more(council, nights):
    address = council.page("/fout.pdf", fault(403))
    nights.sources = {"site": {"soort": "web", "adressen": [address]}}
    nights.one()
    nights.sources = {"site": site(council)}
    nights.later(15).one()
    assert council.times("/fout.pdf") == 1
