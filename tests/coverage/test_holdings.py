"""Which paper counts for which municipality, with mergers (domain: "Facts to hold on to")."""

import pytest

from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import Status, position
from pipeline.documents.paper import PaperKind
from pipeline.language.municipalities import by_name, municipalities_on

from .papers import RULES, day, paper


def held(on, *dossiers, province="Noord-Brabant"):
    return holdings(dossiers, municipalities_on(on, [province]), on, RULES)


def code(name):
    return by_name(name).gm_code


def test_every_municipality_is_there_with_or_without_papers():
    assert len(held(day("2021-01-01"))) == 61


def test_a_paper_of_a_municipality_that_went_whole_into_one_successor_counts_for_two_years():
    uden = paper(owners=(code("Uden"),))
    maashorst = code("Maashorst")
    assert held(day("2022-01-01"), uden)[maashorst].inherited == (uden,)
    assert held(day("2023-12-31"), uden)[maashorst].inherited == (uden,)
    assert held(day("2024-01-01"), uden)[maashorst].inherited == ()
    assert held(day("2024-01-01"), uden)[maashorst].shown == (uden,)


def test_a_paper_of_a_municipality_that_was_split_is_only_shown_with_its_successors():
    haaren = paper(owners=(code("Haaren"),))
    for successor in ("Boxtel", "Oisterwijk", "Tilburg", "Vught"):
        holding = held(day("2021-01-01"), haaren)[code(successor)]
        assert holding.inherited == ()
        assert holding.shown == (haaren,)
        assert position(holding, day("2021-01-01"), RULES).status == Status.NONE


def test_a_paper_of_one_that_went_on_twice_counts_for_whom_it_came_to():
    lemsterland = paper("2013-05-01", owners=(code("Lemsterland"),))
    on = day("2015-08-01")
    assert held(on, lemsterland, province="Friesland")[code("De Fryske Marren")].inherited == (lemsterland,)


@pytest.mark.parametrize("former", ["Boxmeer", "Cuijk", "Grave", "Mill en Sint Hubert", "Sint Anthonis"])
def test_papers_of_all_that_became_land_van_cuijk_count_for_it(former):
    paper_of_former = paper("2019-06-01", owners=(code(former),))
    holding = held(day("2022-06-01"), paper_of_former)[code("Land van Cuijk")]
    assert position(holding, day("2022-06-01"), RULES).status == Status.HOUSING
    assert position(
        held(day("2024-01-01"), paper_of_former)[code("Land van Cuijk")], day("2024-01-01"), RULES
    ).status == (Status.NONE)


def test_on_a_day_before_2015_a_municipality_of_then_holds_its_papers():
    maasdonk = paper("2012-10-30", owners=(code("Maasdonk"),))
    assert held(day("2014-12-31"), maasdonk)[code("Maasdonk")].own == (maasdonk,)


def test_a_municipality_that_still_exists_keeps_its_own_papers():
    haaren = paper(owners=(code("Haaren"),))
    assert held(day("2020-12-31"), haaren)[code("Haaren")].own == (haaren,)


def test_a_regional_agreement_is_shown_with_every_member():
    members = (code("Asten"), code("Someren"))
    agreement = paper(kind=PaperKind.REGIONAL_AGREEMENT, owners=members)
    found = held(day("2021-01-01"), agreement)
    assert [found[member].shown for member in members] == [(agreement,)] * 2
    assert [found[member].own for member in members] == [()] * 2


def test_a_shared_policy_counts_for_each_of_its_owners():
    shared = paper(owners=(code("Asten"), code("Someren")))
    found = held(day("2021-01-01"), shared)
    assert found[code("Asten")].own == found[code("Someren")].own == (shared,)
