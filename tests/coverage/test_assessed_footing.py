"""Whether a theme stands on its own in a paper or only serves the housing rules."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.coverage.test_assessment import CONTEXT, chapter_on, judged, paper_of

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG


def test_work_that_nowhere_stands_on_its_own_takes_more_to_be_covered():
    on_housing = judged(HUISVESTING, ARBEIDSMARKT, score=0.65)
    levels = [
        paper_of(("Logies voor wie bij een erkend bureau werkt.", on_housing))[one].level
        for one in (HUISVESTING, ARBEIDSMARKT)
    ]
    assert levels == [3, 1]


def test_enforcement_of_housing_rules_is_not_on_own_footing():
    rule = ("Wij controleren elk pand op overbewoning.", judged(HUISVESTING, HANDHAVING))
    assert not paper_of(rule, rule)[HANDHAVING].own_footing


def test_a_nachtregister_as_permit_condition_is_not_on_own_footing():
    rule = ("De exploitant houdt een nachtregister bij en toont dit op verzoek.", judged(REGISTRATIE))
    assert not paper_of(rule, rule)[REGISTRATIE].own_footing


def test_a_chapter_of_its_own_stands_on_its_own():
    aim = ("Wij willen dat wie hier woont een huisarts heeft.", judged(ZORG))
    act = ("De GGD opent een spreekuur in het dorp.", judged(ZORG))
    assert paper_of(*chapter_on("5 Gezondheid en zorg", aim, act))[ZORG].own_footing


def test_under_a_heading_on_housing_another_theme_counts_for_less():
    measure = ("Nieuwe mensen horen waar de dokter zit.", judged(ZORG))
    housing = ("Een bed staat in een eigen kamer.", judged(HUISVESTING))
    beside = paper_of(*chapter_on("4 Zorg", measure), *chapter_on("5 Beheer en voorwaarden", housing, housing))[ZORG]
    within = paper_of(*chapter_on("5 Beheer en voorwaarden", measure, housing, housing))[ZORG]
    assert within.points < beside.points


def test_a_paper_full_of_housing_rules_makes_another_theme_less_likely_to_stand_alone():
    measure = ("Er komt hulp van een arts.", judged(ZORG))
    housing = ("Een bed staat in een eigen kamer.", judged(HUISVESTING))
    among_rules = paper_of(measure, *[housing] * 4, filler=0)[ZORG]
    assert among_rules.points < paper_of(measure, filler=4)[ZORG].points


@pytest.mark.parametrize("theme", [REGISTRATIE, ZORG, ARBEIDSMARKT, HANDHAVING])
def test_a_duty_on_who_offers_the_housing_does_not_stand_on_its_own(theme):
    rule = ("De exploitant moet hiervoor zorgen en meldt elke verandering.", judged(HUISVESTING, theme))
    assert not paper_of(*chapter_on("3 Voorwaarden", rule, rule, rule))[theme].own_footing


def test_many_faint_passages_do_not_add_up_to_own_footing():
    faint = ("Bij te veel bewoners in een logies volgt een dwangsom.", judged(HUISVESTING, HANDHAVING))
    assert not paper_of(*chapter_on("6 Logies", *[faint] * 40))[HANDHAVING].own_footing


@pytest.mark.parametrize(
    ("theme", "text"),
    [
        (REGISTRATIE, "Er zijn tien bedden en de houder heeft een nachtregister."),
        (HANDHAVING, "Er slapen ten hoogste vier mensen; anders volgt een dwangsom."),
        (ARBEIDSMARKT, "De huur staat los van het arbeidscontract."),
    ],
)
def test_a_plain_word_among_housing_rules_carries_its_theme_in_their_service(theme, text):
    found = paper_of((text, judged(HUISVESTING)))[theme]
    assert (found.level, found.own_footing) == (3, False)
    assert paper_of((text, judged(HUISVESTING, strength=CONTEXT)))[theme].level == 0


def test_registration_with_goals_of_its_own_stands_on_its_own():
    goal = ("In 2022 staat negen op de tien in de BRP ingeschreven.", judged(REGISTRATIE))
    assert paper_of(*chapter_on("4 Inschrijving", goal, goal))[REGISTRATIE].own_footing


def test_checks_on_labour_exploitation_stand_on_their_own():
    check = ("Met de Arbeidsinspectie pakken wij uitbuiting door uitzendbureaus aan.", judged(ARBEIDSMARKT, HANDHAVING))
    assert paper_of(*chapter_on("6 Misstanden", check, check))[HANDHAVING].own_footing


def test_enforcement_without_an_object_counts_for_less_than_that_of_labour_law():
    rule = ("Bij een overtreding volgt een dwangsom.", judged(HANDHAVING), "6 Toezicht en handhaving")
    check = ("Met de Arbeidsinspectie pakken wij uitbuiting aan.", judged(HANDHAVING), "6 Toezicht en handhaving")
    assert paper_of(rule)[HANDHAVING].points < paper_of(check)[HANDHAVING].points


def test_a_single_false_label_does_not_make_a_theme_stand_alone():
    stray = ("Wij zorgen voor een goed gesprek met de buurt.", judged(ZORG, score=0.55, acting=0.7))
    found = paper_of(stray)[ZORG]
    assert found.level == 1
    assert not found.own_footing


def test_a_passage_that_may_be_a_mere_description_counts_for_less():
    sure, vague = judged(ZORG), judged(ZORG, acting=0.55)
    assert (
        paper_of(*chapter_on("5 Zorg", ("x", vague)))[ZORG].points
        < paper_of(*chapter_on("5 Zorg", ("x", sure)))[ZORG].points
    )


@pytest.mark.parametrize("filler", [2, 12])
def test_in_a_short_paper_less_is_enough(filler):
    measure = ("Verzoekt het college een spreekuur te openen.", judged(ZORG))
    more_than_one = replace(RULES, eigen_benen_punten=1.1)
    assert paper_of(measure, filler=filler, rules=more_than_one)[ZORG].own_footing == (filler == 2)


def test_in_a_long_paper_one_passage_is_too_little():
    measure = ("Er komt een gezondheidspunt voor onverzekerden.", judged(ZORG))
    assert paper_of(*chapter_on("5 Zorg", measure), filler=20)[ZORG].own_footing
    on_housing = [("Er komen bedden.", judged(HUISVESTING))] * 80
    assert not paper_of(*chapter_on("5 Zorg", measure), *on_housing)[ZORG].own_footing


def test_a_long_annex_on_something_else_asks_for_nothing_more():
    measure = ("Er komt een gezondheidspunt voor onverzekerden.", judged(ZORG))
    assert paper_of(*chapter_on("5 Zorg", measure), filler=300)[ZORG].own_footing


def test_a_description_never_stands_on_its_own_footing():
    fact = ("Een op de drie heeft geen huisarts.", judged(ZORG, strength=CONTEXT), "5 Zorg")
    assert not paper_of(fact, fact, fact)[ZORG].own_footing


def test_the_reason_says_why_a_theme_only_serves_the_housing_rules():
    check = ("Wij controleren op overbewoning.", judged(HUISVESTING, HANDHAVING))
    duty = ("De exploitant laat controleurs binnen.", judged(HANDHAVING))
    assert paper_of(check, duty)[HANDHAVING].reason == (
        "2 maatregelen, niet op eigen benen (in dezelfde zin als huisvesting en plicht of voorwaarde voor wie huisvesting biedt), blz. 1"
    )


CHANCES = st.floats(0.5, 1.0)


@given(st.lists(st.tuples(CHANCES, CHANCES), max_size=6), st.tuples(CHANCES, CHANCES))
def test_more_evidence_never_takes_a_theme_off_its_feet(known, more):
    def found(pieces):
        return paper_of(*[("Er komt een spreekuur.", judged(ZORG, score=p, acting=a)) for p, a in pieces], filler=20)[
            ZORG
        ]

    before, after = found(known), found([*known, more])
    assert after.level >= before.level
    assert after.own_footing or not before.own_footing


def test_an_action_by_itself_that_says_nothing_of_housing_stands_on_its_own():
    housing = [("Actie: Twee locaties vergunnen; Wie: Ruimte", judged(HUISVESTING))] * 4
    row = ("Actie: Inschrijving in de BRP bij werkgevers; Wie: Burgerzaken", judged(REGISTRATIE))
    assert paper_of(*housing, row)[REGISTRATIE].own_footing


CHECKED = "Wij controleren met de Arbeidsinspectie tien bedrijven op loon en werktijden."


def test_housing_that_is_only_supervised_does_not_stand_beside_enforcement_that_does():
    beds = (
        "Wij controleren 36 panden met kamers; bij overtreding volgt een dwangsom.",
        judged(HUISVESTING, HANDHAVING),
    )
    found = paper_of(beds, (CHECKED, judged(ARBEIDSMARKT, HANDHAVING)))
    assert (found[HUISVESTING].level, found[HUISVESTING].own_footing) == (3, False)


def test_housing_that_is_supervised_stands_where_all_enforcement_is_for_its_rules():
    beds = (
        "Wij controleren 36 panden met kamers; bij overtreding volgt een dwangsom.",
        judged(HUISVESTING, HANDHAVING),
    )
    assert paper_of(beds, beds)[HUISVESTING].own_footing


def test_a_rule_on_housing_beside_supervision_keeps_housing_on_its_own():
    beds = (
        "Wij controleren 36 panden met kamers; bij overtreding volgt een dwangsom.",
        judged(HUISVESTING, HANDHAVING),
    )
    rule = ("Uitsluitend op een erf komen ten hoogste veertig bedden.", judged(HUISVESTING))
    assert paper_of(beds, rule, (CHECKED, judged(ARBEIDSMARKT, HANDHAVING)))[HUISVESTING].own_footing
