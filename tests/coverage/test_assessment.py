"""From judged passages to the levels of a paper and what stands on its own footing (domain: "Level", "Own footing")."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.coverage.assessment import PolicyType, assess, policy_type
from pipeline.coverage.footing import MINGLED, why_serving
from pipeline.coverage.wording import ReviewedText
from pipeline.language.passages import Passage, Place, Sentence
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG

MAATREGEL, AMBITIE, CONTEXT = Strength.MAATREGEL, Strength.AMBITIE, Strength.CONTEXT


def judged(*themes, strength=MAATREGEL, score=0.95, uncertain=(), acting=None):
    scores = {theme: score if theme in themes or theme in uncertain else 0.02 for theme in Theme}
    chance = float(strength != CONTEXT) if acting is None else acting
    return JudgedText(themes, tuple(uncertain), scores, strength, chance)


def passage(number, text, *section, page=1):
    place = Place(page, (0.0, 0.0, 100.0, 10.0))
    return Passage(number, text, section, (Sentence(0, len(text), text, (place,)),))


def paper_of(*parts, filler=10, pages=(), rules=RULES):
    """A paper of (text, judgement, headings…); `filler` passages without a theme make it no short paper."""
    empty = [("Over het proces en het draagvlak.", judged(strength=CONTEXT))] * filler
    everything = [*parts, *empty]
    on = [*pages, *[1] * len(everything)]
    passages = [passage(i, text, *section, page=on[i]) for i, (text, _, *section) in enumerate(everything)]
    return assess(passages, [judgement for _, judgement, *_ in everything], rules).findings


def test_the_level_is_that_of_the_strongest_statement():
    found = paper_of(("De cijfers.", judged(ZORG, strength=CONTEXT)), ("Wij streven.", judged(ZORG, strength=AMBITIE)))
    assert found[ZORG].level == 2


def test_a_theme_that_no_passage_carries_has_level_0():
    assert paper_of(("x", judged(ZORG)))[ARBEIDSMARKT].level == 0


def test_one_measure_that_is_not_clear_describes_its_theme_at_most():
    assert paper_of(("x", judged(ZORG, score=0.55)))[ZORG].level == 1


def test_a_theme_that_one_passage_carries_is_described():
    assert paper_of(("x", judged(ZORG, score=0.5, strength=CONTEXT)))[ZORG].level == 1


def test_two_passages_that_are_less_clear_are_enough():
    assert paper_of(("x", judged(ZORG, score=0.55)), ("y", judged(ZORG, score=0.6)))[ZORG].level == 3


def test_a_weak_passage_beside_one_in_doubt_makes_the_theme_uncertain():
    found = paper_of(("x", judged(ZORG, score=0.55)), ("y", judged(uncertain=[ZORG], score=0.45)))[ZORG]
    assert (found.level, found.uncertain) == (1, True)


def test_passages_on_which_the_classifier_abstains_make_the_theme_uncertain():
    doubtful = judged(uncertain=[ZORG], score=0.45)
    assert paper_of(("x", doubtful), ("y", doubtful))[ZORG].uncertain


def test_doubt_about_a_mere_description_does_not():
    doubtful = judged(uncertain=[ZORG], score=0.45, strength=CONTEXT)
    assert not paper_of(("x", doubtful), ("y", doubtful))[ZORG].uncertain


def test_checks_beside_housing_but_in_a_sentence_of_their_own_are_not_mingled_with_it():
    asked, beside = "Verzoekt het college malafide uitzendbureaus aan te pakken.", "Er komen locaties voor logies."
    one = passage(0, f"{asked} {beside}")
    (whole,) = one.sentences
    parts = ((0, asked), (len(asked) + 1, beside))
    sentences = tuple(Sentence(at, at + len(text), text, whole.places) for at, text in parts)
    both = judged(HUISVESTING, HANDHAVING)
    assert why_serving(HANDHAVING, replace(one, sentences=sentences), both) != MINGLED
    assert why_serving(HANDHAVING, passage(0, "Wij controleren op overbewoning."), both) == MINGLED


def chapter_on(heading, *parts):
    """Passages under a heading, each (text, judgement)."""
    return [(text, judgement, heading) for text, judgement in parts]


def test_what_the_municipality_does_is_a_measure_whatever_the_rest_describes():
    described = judged(ZORG, strength=CONTEXT, acting=0.2)
    assert paper_of(("De gemeente opent een spreekuur.", described))[ZORG].level == 3
    assert paper_of(("Oss opent een spreekuur.", described))[ZORG].level == 3
    assert paper_of(("Wij hebben de GGD opdracht gegeven een spreekuur te houden.", described))[ZORG].level == 3
    assert paper_of(("Met de huisartsen spreken wij af dat zij ruimte maken.", described))[ZORG].level == 3
    assert paper_of(("Het straatteam gaat langs wie ziek is.", described))[ZORG].level == 3
    assert paper_of(("De werkconsulent helpt wie ziek is.", described))[ZORG].level == 3
    assert paper_of(("Er is een spreekuur.", described))[ZORG].level == 1


def test_what_burgerzaken_says_it_does_not_do():
    described = judged(REGISTRATIE, strength=CONTEXT, acting=0.1)
    assert paper_of(("Volgens Burgerzaken staat de helft ingeschreven.", described))[REGISTRATIE].level == 1


def test_to_look_into_what_can_be_done_is_an_intention():
    described = judged(ZORG, strength=CONTEXT, acting=0.05)
    meant = "Een opvang is er niet; wij kijken of de buurgemeente bedden voor de opvang kan vrijhouden."
    assert paper_of((meant, described))[ZORG].level == 2
    assert paper_of(("Bij de opvang kijken wij of het getal klopt.", described))[ZORG].level == 1


@pytest.mark.parametrize(
    "text",
    [
        "In Oss meldt de huisarts hetzelfde beeld.",
        "De zorg valt buiten dit kader; de gemeente maakt er geen beleid op.",
    ],
    ids=["a place", "left out"],
)
def test_who_only_seems_to_act_makes_no_measure(text):
    described = judged(ZORG, strength=CONTEXT, acting=0.2)
    assert paper_of(("De huisarts ziet zieke gasten.", described), (text, described))[ZORG].level == 1


def test_what_a_motion_finds_of_a_theme_that_it_does_not_ask_for_is_described():
    texts = [passage(0, "Overwegende dat de zorg beter moet;"), passage(1, "Verzoekt het college logies toe te laten.")]
    seen = [judged(ZORG, strength=AMBITIE), judged(HUISVESTING)]
    found = assess(texts, seen, RULES, asked=[HUISVESTING]).findings
    assert (found[ZORG].level, found[HUISVESTING].level) == (1, 3)


def test_a_bed_apart_from_the_job_is_of_work_where_the_classifier_doubts():
    text = "De huur staat los van het arbeidscontract. Wie zijn baan verliest, houdt nog vier weken zijn bed."
    scores = {theme: {HUISVESTING: 0.99, ARBEIDSMARKT: 0.56}.get(theme, 0.02) for theme in Theme}
    doubted = JudgedText((HUISVESTING, ARBEIDSMARKT), (), scores, MAATREGEL, 1.0)
    found = paper_of((text, doubted))[ARBEIDSMARKT]
    assert (found.level, found.own_footing) == (3, False)
    assert paper_of(("De teler toont bij controle zijn loonadministratie.", doubted))[ARBEIDSMARKT].level == 1


def test_a_plain_word_in_a_sentence_that_leaves_it_out_carries_nothing():
    text = "Er komen ten hoogste tien bedden per erf. Werk, registratie en handhaving vallen buiten deze visie."
    assert paper_of((text, judged(HUISVESTING)))[HANDHAVING].level == 0


@pytest.mark.parametrize("heading", ["Actie", "Activiteiten", "Wat gaan we daarvoor doen?", "Wat doen wij eraan?"])
def test_what_stands_under_a_heading_of_actions_is_a_measure_unless_it_is_described(heading):
    rows = "Een loket voor vragen over de cao, het minimumloon en inlenen"
    doubted = judged(ARBEIDSMARKT, acting=0.5)
    assert paper_of((rows, doubted, "Opgave 2", heading))[ARBEIDSMARKT].level == 3
    assert paper_of((rows, doubted, "Opgave 2", "Cijfers"))[ARBEIDSMARKT].level == 1
    described = judged(ARBEIDSMARKT, strength=CONTEXT, acting=0.2)
    assert paper_of((rows, described, "Opgave 2", heading))[ARBEIDSMARKT].level == 1


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Verzoekt het college geen vergunning te geven voor bedden boven de grens.", 3),
        ("De fractie verzocht het college vorig jaar om meer bedden.", 1),
    ],
)
def test_what_a_motion_in_a_list_asks_is_a_measure(text, level):
    described = judged(HUISVESTING, strength=CONTEXT, acting=0.2)
    assert paper_of((text, described, "Moties"))[HUISVESTING].level == level


def test_the_rows_of_a_table_of_actions_are_measures():
    row = ("Een loket voor vragen over de cao en het minimumloon", judged(ARBEIDSMARKT, strength=CONTEXT, acting=0.4))
    assert paper_of((*row, "Opgave 2", "Actie Resultaat Wanneer"))[ARBEIDSMARKT].level == 3


@pytest.mark.parametrize(
    "text",
    [
        "De dwangsom is zo hoog dat een te vol pand niet loont.",
        "Een werknemer is wie arbeid in loondienst verricht; er slapen er ten hoogste tien per erf.",
        "De vakbond mist afspraken over loon; dat is geen taak van de gemeente. Er slapen ten hoogste tien mensen.",
    ],
)
def test_a_word_like_wages_does_not_always_carry_work(text):
    assert paper_of((text, judged(HUISVESTING)))[ARBEIDSMARKT].level == 0


def test_a_fine_that_a_boss_takes_from_the_wages_is_no_enforcement():
    rules = "Er komen tien bedden per erf, bij bureaus zonder boetes op het loon."
    assert paper_of((rules, judged(HUISVESTING)))[HANDHAVING].level == 0
    assert paper_of((f"{rules} Anders volgt een boete.", judged(HUISVESTING)))[HANDHAVING].level == 3


@pytest.mark.parametrize(
    "rule",
    [
        "De verhuurder geeft de gemeente elke maand op wie er verblijven.",
        "De teler meldt ons elk kwartaal wie er in de units slapen.",
    ],
)
def test_to_report_who_stays_where_is_registration(rule):
    assert paper_of((f"Per erf zijn tien bedden toegestaan. {rule}", judged(HUISVESTING)))[REGISTRATIE].level == 3
    aim = judged(HUISVESTING, strength=AMBITIE)
    assert paper_of((f"Per erf zijn tien bedden toegestaan. {rule}", aim))[REGISTRATIE].level == 2


def test_a_theme_that_the_paper_keeps_out_is_described_where_it_speaks_of_something_else():
    both = judged(ARBEIDSMARKT, HANDHAVING)
    beside = ("Wij vallen binnen bij bureaus.", replace(both, scores=both.scores | {ARBEIDSMARKT: 0.75}))
    out = ("Over arbeidsvoorwaarden bevat deze overeenkomst geen afspraken.", judged(strength=CONTEXT))
    assert paper_of(beside)[ARBEIDSMARKT].level == 3
    assert paper_of(beside, out)[ARBEIDSMARKT].level == 1
    assert paper_of(("De gemeente opent een loonloket.", judged(ARBEIDSMARKT)), out)[ARBEIDSMARKT].level == 3


@pytest.mark.parametrize(
    ("theme", "aside"),
    [
        (ARBEIDSMARKT, "Arbeidsvoorwaarden laten wij over aan werkgevers en het Rijk."),
        (ARBEIDSMARKT, "Wat bureaus hun personeel betalen valt buiten de opdracht."),
        (HUISVESTING, "Logies is een onderwerp voor de Woonvisie 2030."),
        (HUISVESTING, "De regels voor logies uit 2014 blijven van kracht. Onderdak is hierin niet opnieuw geregeld."),
        (HANDHAVING, "De huisbezoeken waren nadrukkelijk geen controles."),
    ],
)
def test_a_theme_that_is_left_to_others_or_kept_out_is_not_addressed(theme, aside):
    assert paper_of((aside, judged(theme)))[theme].level == 0


def test_what_stays_in_force_is_addressed():
    assert paper_of(("De regels voor logies uit 2014 blijven van kracht.", judged(HUISVESTING)))[HUISVESTING].level == 3


@pytest.mark.parametrize(
    "text", ["Er zijn geen controles.", "In 2020 waren er nauwelijks controles.", "Op de parken is geen toezicht."]
)
def test_that_checks_are_lacking_tells_of_them(text):
    assert paper_of((text, judged(HANDHAVING, strength=CONTEXT)))[HANDHAVING].level == 1


def test_that_a_visit_is_no_check_leaves_what_it_is_for():
    assert paper_of(("Het adresbezoek is geen controle.", judged(REGISTRATIE)))[REGISTRATIE].level == 3


@pytest.mark.parametrize(
    "text",
    [
        "Er komen ten hoogste tien bedden. Het perceel wordt via een openbare inschrijving verkocht.",
        "Er komen ten hoogste tien bedden. Inschrijven op de kavel kan tot 1 mei.",
    ],
)
def test_who_bids_for_a_plot_is_not_registered(text):
    assert paper_of((text, judged(HUISVESTING)))[REGISTRATIE].level == 0


def test_a_bed_for_who_has_no_roof_is_care():
    shelter = "De winteropvang houdt zes bedden vrij voor wie ziek is."
    assert paper_of((shelter, judged(HUISVESTING, ZORG)))[HUISVESTING].level == 0
    logies = ("Een logies telt tien bedden.", judged(HUISVESTING))
    assert paper_of((shelter, judged(HUISVESTING, ZORG)), logies)[HUISVESTING].level == 3


def test_no_word_settles_what_a_person_judged():
    text = passage(0, "De gemeente betaalt bedden; anders volgt een dwangsom.")
    decided = ReviewedText((HUISVESTING,), (), dict.fromkeys(Theme, 0.0) | {HUISVESTING: 1.0}, CONTEXT, 0.0)
    found = assess([text], [decided], RULES).findings
    assert (found[HUISVESTING].level, found[HANDHAVING].level) == (1, 0)


@pytest.mark.parametrize(
    "row",
    ["Nr: 4; Actie: Spreekuur met huisarts; Wie: GGD", "Wat: Spreekuur met huisarts; Wie: GGD; Gereed: doorlopend"],
)
def test_a_row_that_says_what_is_done_and_by_whom_is_a_measure(row):
    assert paper_of((row, judged(ZORG, strength=CONTEXT)))[ZORG].level == 3


def test_a_row_that_says_only_what_is_no_action():
    assert paper_of(("Wat: Spreekuur met huisarts; Kosten: 3.000", judged(ZORG, strength=CONTEXT)))[ZORG].level == 1


def test_what_we_do_is_a_measure():
    item = replace(passage(0, "• Spreekuur met huisarts"), lead_in="In 2021 doen wij het volgende:")
    assert assess([item], [judged(ZORG, strength=CONTEXT)], RULES).findings[ZORG].level == 3


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente richt geen loket in voor zorg.",
        "Over zorg en huisarts maken wij in deze notitie geen afspraken.",
        "Toegang tot de huisarts is een zaak van werkgever en verzekeraar.",
        "Onderwerpen als de huisarts horen thuis in het regionale programma.",
        "Wie er voor de huisarts betaalt is een onderwerp voor de nota gezondheid.",
    ],
)
def test_what_the_paper_leaves_to_others_is_not_addressed(text):
    assert paper_of((text, judged(ZORG)))[ZORG].level == 0


def test_where_somebody_belongs_is_left_to_nobody():
    assert paper_of(("Wie hier langer blijft hoort thuis in de BRP.", judged(REGISTRATIE)))[REGISTRATIE].level == 3


def test_the_title_of_the_paper_is_no_heading_of_its_own():
    measure, other = ("Er komt een spreekuur.", judged(ZORG)), ("Over het proces.", judged(strength=CONTEXT))
    titled = paper_of(*chapter_on("Nota zorg en welzijn", measure, *[other] * 9), filler=0)[ZORG]
    bare = paper_of(measure, *[other] * 9, filler=0)[ZORG]
    assert titled.points == bare.points


@pytest.mark.parametrize(
    "heading",
    [
        "Zienswijze 12",
        "Bijlage 2: nota van zienswijzen",
        "Bijlage C – Inspraakreacties",
        "Deel B – Nota van zienswijzen",
        "2.3 Hoe doen andere gemeenten het?",
        "Ervaringen elders",
        "Wat anderen doen",
    ],
)
def test_what_others_say_of_a_paper_is_no_policy(heading):
    own, theirs = ("Er komen bedden.", judged(HUISVESTING)), ("De indiener wil een spreekuur.", judged(ZORG), heading)
    found = paper_of(own, *[theirs] * 3)
    assert found[HUISVESTING].level == 3
    assert found[ZORG].level == 0


def test_certainty_grows_with_the_evidence():
    one = paper_of(("x", judged(ZORG, score=0.85)))[ZORG].certainty
    two = paper_of(("x", judged(ZORG, score=0.85)), ("y", judged(ZORG, score=0.85)))[ZORG].certainty
    assert one < two <= 1


def test_the_reason_counts_measures_and_aims_and_names_their_pages():
    aim, act = judged(ZORG, strength=AMBITIE), judged(ZORG)
    reason = paper_of(("x", aim), ("y", act), ("z", act), pages=(7, 8, 11))[ZORG].reason
    assert reason == "2 maatregelen en 1 doel of voornemen op eigen benen, blz. 7, 8 en 11"


def test_the_reason_says_where_no_word_tells_but_the_surroundings_do():
    measure = ("Nieuwe mensen horen waar de dokter zit.", judged(ZORG))
    housing = ("Een bed staat in een eigen kamer.", judged(HUISVESTING))
    reason = paper_of(*chapter_on("5 Beheer", measure, *[housing] * 9), filler=0)[ZORG].reason
    assert reason == "1 maatregel, niet op eigen benen (terloops, tussen andere zaken), blz. 1"


def test_what_is_lacking_is_not_rounded_away():
    part = ("Wij openen een spreekuur voor wie geen huisarts heeft.", judged(ZORG))
    points = paper_of(part)[ZORG].points
    reason = paper_of(part, rules=replace(RULES, eigen_benen_punten=points + 0.00001))[ZORG].reason
    said, needed = re.findall(r"\d,\d\d", reason)
    assert said < needed


def test_the_reason_says_how_much_is_lacking():
    rules = replace(RULES, eigen_benen_punten=1.7)
    reason = paper_of(("Er komt een spreekuur.", judged(ZORG)), filler=8, rules=rules)[ZORG].reason
    assert reason.startswith("1 maatregel, te weinig op eigen benen (0,")
    assert reason.endswith("punt, nodig 1,70), blz. 1")


@pytest.mark.parametrize(
    ("part", "reason"),
    [
        (("x", judged(ZORG, strength=CONTEXT)), "alleen beschreven, blz. 1"),
        (("x", judged(ZORG, score=0.5)), "te weinig zeker dat iets wordt gedaan, blz. 1"),
        (("x", judged()), "geen passage over dit thema"),
    ],
)
def test_the_reason_of_a_theme_that_is_not_covered(part, reason):
    assert paper_of(part)[ZORG].reason == reason


def test_the_passages_behind_a_theme_are_known_by_number():
    aim, fact = judged(ZORG, strength=AMBITIE), judged(ZORG, strength=CONTEXT)
    assert paper_of(("x", fact), ("y", judged()), ("z", aim))[ZORG].passages == (2,)


def test_types_of_policy():
    assert policy_type([HUISVESTING]) == PolicyType.HOUSING
    assert policy_type([HUISVESTING, ARBEIDSMARKT, ZORG]) == PolicyType.INTEGRAL
    assert policy_type([HUISVESTING, HANDHAVING]) == PolicyType.PARTIAL
    assert policy_type([]) == PolicyType.PARTIAL


@given(st.permutations([(0.5, CONTEXT), (0.7, AMBITIE), (0.9, MAATREGEL), (0.6, MAATREGEL)]))
def test_the_order_of_passages_never_matters(order):
    found = paper_of(*[("Er komt een spreekuur.", judged(ZORG, score=p, strength=s)) for p, s in order])[ZORG]
    assert (found.level, found.own_footing) == (3, True)


def test_a_chapter_on_reactions_may_say_what_changes():
    assert (
        paper_of(("Er komen zestig bedden en geen tachtig.", judged(HUISVESTING), "Zienswijzen"))[HUISVESTING].level
        == 3
    )


def test_what_a_person_judged_counts_under_a_heading_of_reactions_too():
    reviewed = ReviewedText((ZORG,), (), dict.fromkeys(Theme, 0.0) | {ZORG: 1.0}, MAATREGEL, 1.0)
    own = ("Er komen bedden.", judged(HUISVESTING))
    assert paper_of(own, ("Wij openen een spreekuur.", reviewed, "Zienswijze 12"))[ZORG].level == 3


@pytest.mark.parametrize(
    "places",
    ["in Dinteloord en Steenbergen", "in Bergen op Zoom en Steenbergen", "in de kernen Kruisland en Steenbergen"],
)
def test_a_second_place_of_a_row_does_not_act(places):
    told = f"Huisartsen {places} wijzen op het spreekuur voor onverzekerden."
    assert paper_of((told, judged(ZORG, strength=CONTEXT)))[ZORG].level == 1


def test_a_municipality_that_acts_by_its_name_does():
    done = "Steenbergen opent een spreekuur voor onverzekerden."
    assert paper_of((done, judged(ZORG, strength=CONTEXT, acting=0.5)))[ZORG].level == 3


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Hij zegt dat het zijn wens is dat ieder die blijft in de BRP staat.", 2),
        ("Onze wens is dat ieder in de BRP staat. Wij sturen burgerzaken langs voor de BRP.", 3),
    ],
)
def test_a_wish_is_an_aim_whatever_is_decided_beside_it(text, level):
    assert paper_of((text, judged(REGISTRATIE)))[REGISTRATIE].level == level
