"""From judged passages to the levels of a paper and what stands on its own footing (domain: "Level", "Own footing")."""

from pipeline.coverage.assessment import PolicyType, assess, policy_type
from pipeline.language.passages import Passage, Place, Sentence
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

from .papers import ARBEIDSMARKT, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG

MAATREGEL, AMBITIE, CONTEXT = Strength.MAATREGEL, Strength.AMBITIE, Strength.CONTEXT


def judged(*themes, strength=MAATREGEL, score=0.95, uncertain=(), mingled=()):
    scores = {theme: score if theme in themes or theme in uncertain else 0.02 for theme in Theme}
    return JudgedText(themes, tuple(uncertain), scores, strength, dict.fromkeys(themes, strength), tuple(mingled))


def passage(number, text, *section):
    place = Place(1, (0.0, 0.0, 100.0, 10.0))
    return Passage(number, text, section, (Sentence(0, len(text), text, (place,)),))


def paper_of(*parts, filler=10):
    """A paper of (text, judgement, headings…); `filler` passages without a theme make it no short paper."""
    empty = [("Over het proces en het draagvlak.", judged(strength=CONTEXT))] * filler
    everything = [*parts, *empty]
    passages = [passage(i, text, *section) for i, (text, _, *section) in enumerate(everything)]
    return assess(passages, [judgement for _, judgement, *_ in everything], None, RULES).findings


def test_the_level_is_that_of_the_strongest_statement():
    found = paper_of(("De cijfers.", judged(ZORG, strength=CONTEXT)), ("Wij streven.", judged(ZORG, strength=AMBITIE)))
    assert found[ZORG].level == 2


def test_a_theme_that_no_passage_carries_has_level_0():
    assert paper_of(("x", judged(ZORG)))[ARBEIDSMARKT].level == 0


def test_one_passage_that_is_not_clear_is_too_little():
    assert paper_of(("x", judged(ZORG, score=0.6)))[ZORG].level == 0


def test_two_passages_that_are_less_clear_are_enough():
    assert paper_of(("x", judged(ZORG, score=0.6)), ("y", judged(ZORG, score=0.6)))[ZORG].level == 3


def test_a_single_weak_passage_makes_the_theme_uncertain():
    assert paper_of(("x", judged(ZORG, score=0.7)))[ZORG].uncertain


def test_passages_on_which_the_classifier_abstains_make_the_theme_uncertain():
    doubtful = judged(uncertain=[ZORG], score=0.45)
    assert paper_of(("x", doubtful), ("y", doubtful))[ZORG].uncertain


def test_doubt_about_a_mere_description_does_not():
    doubtful = judged(uncertain=[ZORG], score=0.45, strength=CONTEXT)
    assert not paper_of(("x", doubtful), ("y", doubtful))[ZORG].uncertain


def test_enforcement_of_housing_rules_is_not_on_own_footing():
    rule = ("Wij controleren elk pand op overbewoning.", judged(HUISVESTING, HANDHAVING, mingled=[HANDHAVING]))
    assert not paper_of(rule, rule)[HANDHAVING].own_footing


def test_a_nachtregister_as_permit_condition_is_not_on_own_footing():
    rule = ("De exploitant houdt een nachtregister bij en toont dit op verzoek.", judged(REGISTRATIE))
    assert not paper_of(rule, rule)[REGISTRATIE].own_footing


def test_registration_with_goals_of_its_own_is():
    goal = ("In 2022 staat negen op de tien in de BRP ingeschreven.", judged(REGISTRATIE))
    assert paper_of(goal, goal)[REGISTRATIE].own_footing


def test_checks_on_labour_exploitation_are_on_own_footing():
    check = ("Met de Arbeidsinspectie pakken wij uitbuiting door uitzendbureaus aan.", judged(ARBEIDSMARKT, HANDHAVING))
    assert paper_of(check, check)[HANDHAVING].own_footing


def test_general_enforcement_in_a_housing_chapter_serves_the_housing_rules():
    rule = ("Bij een overtreding volgt een dwangsom.", judged(HANDHAVING), "4 Regels voor huisvesting")
    assert not paper_of(rule, rule)[HANDHAVING].own_footing


def test_one_free_passage_is_too_little_without_a_heading_of_its_own():
    measure = "Er komt een gezondheidspunt voor onverzekerden."
    assert not paper_of((measure, judged(ZORG)))[ZORG].own_footing
    assert paper_of((measure, judged(ZORG), "5 Gezondheid en zorg"))[ZORG].own_footing


def test_in_a_short_paper_one_clear_passage_is_enough():
    measure = ("Verzoekt het college een spreekuur te openen.", judged(ZORG))
    assert paper_of(measure, filler=3)[ZORG].own_footing


def test_a_description_never_stands_on_its_own_footing():
    fact = ("Een op de drie heeft geen huisarts.", judged(ZORG, strength=CONTEXT), "5 Zorg")
    assert not paper_of(fact, fact, fact)[ZORG].own_footing


def test_the_title_of_the_paper_is_no_chapter():
    rule = ("Bij een overtreding volgt een dwangsom.", judged(HANDHAVING), "Nota toezicht en handhaving")
    other = ("Over het proces.", judged(strength=CONTEXT), "Nota toezicht en handhaving")
    assert not paper_of(rule, *[other] * 9, filler=0)[HANDHAVING].own_footing


def test_passages_out_of_scope_do_not_count():
    passages = [passage(0, "Wonen voor ouderen."), passage(1, "Logies voor arbeidsmigranten.")]
    found = assess(passages, [judged(ZORG), judged(HUISVESTING)], [(1, 2)], RULES).findings
    assert found[ZORG].level == 0
    assert found[HUISVESTING].level == 3


def test_certainty_grows_with_the_evidence():
    one = paper_of(("x", judged(ZORG, score=0.85)))[ZORG].certainty
    two = paper_of(("x", judged(ZORG, score=0.85)), ("y", judged(ZORG, score=0.85)))[ZORG].certainty
    assert one < two <= 1


def test_the_reason_counts_measures_and_aims_in_words():
    aim, act = judged(ZORG, strength=AMBITIE), judged(ZORG)
    reason = paper_of(("x", aim), ("y", act), ("z", act))[ZORG].reason
    assert reason == "2 maatregelen en 1 doel of voornemen op eigen benen"


def test_types_of_policy():
    assert policy_type([HUISVESTING]) == PolicyType.HOUSING
    assert policy_type([HUISVESTING, ARBEIDSMARKT, ZORG]) == PolicyType.INTEGRAL
    assert policy_type([HUISVESTING, HANDHAVING]) == PolicyType.PARTIAL
    assert policy_type([]) == PolicyType.PARTIAL
