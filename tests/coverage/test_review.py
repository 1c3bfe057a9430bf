"""What reviewers decided, and when it no longer holds."""

from dataclasses import replace

from pipeline.coverage.municipality import Holding, Status, position
from pipeline.coverage.review import REOPENED, as_reviewed, grounds_of, review
from pipeline.store.decisions import IN_FORCE, Decision, Grounds, why_reopened
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

from .papers import DAY, HUISVESTING, REGISTRATIE, RULES, SOMEREN, ZORG, paper


def here(*dossiers):
    return position(Holding(dossiers), DAY, RULES)


def here_are(papers, copies=None):
    return Grounds(papers, papers, copies or {})


def decided(verdict, on):
    return Decision(
        SOMEREN, verdict, "gelezen en gebeld", "j.devries", "2021-01-02T09:00:00", tuple(grounds_of(on).policy)
    )


def test_a_confirmed_flag_stays_and_says_so():
    flagged = here(paper())
    positions, reviews = review({SOMEREN: flagged}, [decided("bevestigd", flagged)])
    assert positions[SOMEREN].status == Status.HOUSING
    assert reviews[SOMEREN].shown == "bevestigd"


def test_an_overruled_flag_changes_status_and_type():
    flagged = here(paper())
    positions, reviews = review({SOMEREN: flagged}, [decided("toch integraal", flagged)])
    assert (positions[SOMEREN].status, positions[SOMEREN].type) == ("integraal", "integraal")
    assert reviews[SOMEREN].machine_status == Status.HOUSING


def test_the_newest_decision_counts():
    flagged = here(paper())
    made = [decided("toch integraal", flagged), decided("toch deels", flagged)]
    positions, _ = review({SOMEREN: flagged}, made)
    assert positions[SOMEREN].status == Status.PARTIAL


def test_a_decision_is_reopened_when_its_evidence_changes():
    before, after = here(paper()), here(paper(), paper("2020-01-01", title="Zorgprogramma", own=[ZORG]))
    positions, reviews = review({SOMEREN: after}, [decided("toch integraal", before)])
    assert reviews[SOMEREN].shown == REOPENED
    assert positions[SOMEREN].status == Status.PARTIAL


def test_without_a_decision_nothing_is_shown():
    assert review({SOMEREN: here(paper())}, [])[1][SOMEREN].shown == ""


def test_a_verdict_holds_when_a_new_model_says_otherwise():
    flagged = here(paper())
    now = here(paper(own=[HUISVESTING, ZORG]))  # the same paper, judged otherwise
    for verdict, status in (("bevestigd", Status.HOUSING), ("toch integraal", Status.INTEGRAL)):
        positions, reviews = review({SOMEREN: now}, [decided(verdict, flagged)])
        assert positions[SOMEREN].status == status
        assert reviews[SOMEREN].machine_status == Status.PARTIAL


def test_a_withdrawn_decision_says_nothing_any_more():
    flagged = here(paper())
    made = replace(decided("toch integraal", flagged), id="a")
    undone = Decision(SOMEREN, "ingetrokken", "", "j.devries", "", (), "intrekking", "b", herroept="a")
    positions, reviews = review({SOMEREN: flagged}, [made, undone])
    assert positions[SOMEREN].status == Status.HOUSING
    assert reviews[SOMEREN].shown == ""


def on_theme(theme, value, on):
    return replace(decided("bevestigd", on), soort="thema", thema=theme, oordeel=value)


def on_cell(theme, value, on):
    """A correction as it is made now: it rests on all policy in force, as the cell does."""
    return replace(on_theme(theme, value, on), bewijs=tuple(grounds_of(on).in_force), rust_op=IN_FORCE)


OLDER = paper("2012-05-12", title="Zorgnota", own=[ZORG])


def test_a_correction_reopens_when_an_older_paper_under_its_cell_comes_or_goes():
    for before, after in (((paper(), OLDER), (paper(),)), ((paper(),), (paper(), OLDER))):
        made = on_cell("zorg", "niet gedekt", here(*before))
        positions, reviews = review({SOMEREN: here(*after)}, [made])
        assert reviews[SOMEREN].shown == REOPENED
        assert positions[SOMEREN].cells[ZORG] == here(*after).cells[ZORG]


def test_a_verdict_does_not_reopen_when_an_older_paper_comes_for_the_type_does_not_rest_on_it():
    made = decided("bevestigd", here(paper()))
    assert review({SOMEREN: here(paper(), OLDER)}, [made])[1][SOMEREN].shown == "bevestigd"


def test_a_correction_of_before_the_difference_was_told_holds_as_long_as_the_papers_it_names_bear_the_type():
    both = here(paper(), OLDER)
    positions, reviews = review({SOMEREN: both}, [on_theme("zorg", "niet gedekt", both)])
    assert reviews[SOMEREN].shown == "thema verbeterd"
    assert positions[SOMEREN].cells[ZORG].value == "niet gedekt"


def values(positions):
    return {theme.value: cell.value.value for theme, cell in positions[SOMEREN].cells.items()}


def test_a_later_correction_that_speaks_against_a_verdict_reopens_it_and_the_type_follows():
    flagged = here(paper())
    positions, reviews = review(
        {SOMEREN: flagged}, [decided("bevestigd", flagged), on_theme("zorg", "gedekt", flagged)]
    )
    assert (positions[SOMEREN].status, values(positions)["zorg"]) == (Status.PARTIAL, "gedekt")
    assert (reviews[SOMEREN].shown, reviews[SOMEREN].reopened) == (REOPENED, "daarna is beoordeeld: zorg gedekt")


def test_a_later_verdict_goes_before_a_correction_that_it_speaks_against():
    flagged = here(paper())
    positions, reviews = review(
        {SOMEREN: flagged}, [on_theme("zorg", "gedekt", flagged), decided("bevestigd", flagged)]
    )
    assert (positions[SOMEREN].status, values(positions)["zorg"]) == (Status.HOUSING, "niet gedekt")
    assert (reviews[SOMEREN].shown, reviews[SOMEREN].corrections) == ("bevestigd", {})


def test_a_correction_that_fits_a_verdict_counts_before_and_after_it():
    flagged = here(paper())
    verdict, correction = decided("toch deels", flagged), on_theme("zorg", "gedekt", flagged)
    for made in ([verdict, correction], [correction, verdict]):
        positions, reviews = review({SOMEREN: flagged}, made)
        assert reviews[SOMEREN].shown == "toch deels"
        assert (positions[SOMEREN].status, values(positions)["zorg"]) == (Status.PARTIAL, "gedekt")


def test_a_confirmed_flag_leaves_no_other_theme_covered_whatever_a_new_model_says():
    flagged, now = here(paper()), here(paper(own=[HUISVESTING, ZORG]))
    positions, _ = review({SOMEREN: now}, [decided("bevestigd", flagged)])
    assert values(positions)["zorg"] == "afgeleid"


def test_a_confirmed_flag_leaves_what_older_policy_covers():
    both = here(paper(), OLDER)
    assert values(review({SOMEREN: both}, [decided("bevestigd", both)])[0])["zorg"] == "gedekt"


def test_integral_after_all_covers_what_integral_policy_always_has():
    flagged = here(paper(serving=[REGISTRATIE]))
    positions, _ = review({SOMEREN: flagged}, [decided("toch integraal", flagged)])
    assert values(positions) == {
        "huisvesting": "gedekt",
        "arbeidsmarkt": "gedekt",
        "registratie": "afgeleid",
        "zorg": "niet gedekt",
        "handhaving": "niet gedekt",
    }


def test_integral_after_all_with_care_taken_away_leaves_registration():
    flagged = here(paper())
    made = [decided("toch integraal", flagged), on_theme("zorg", "niet gedekt", flagged)]
    found = values(review({SOMEREN: flagged}, made)[0])
    assert (found["registratie"], found["zorg"]) == ("gedekt", "niet gedekt")


def test_policy_that_is_none_of_ours_is_so_no_more_where_a_theme_of_it_is_corrected_later():
    flagged = here(paper())
    made = [decided("niet ons onderwerp", flagged), on_theme("zorg", "afgeleid", flagged)]
    positions, reviews = review({SOMEREN: flagged}, made)
    assert (reviews[SOMEREN].shown, positions[SOMEREN].status) == (REOPENED, Status.HOUSING)


def test_policy_that_is_none_of_ours_covers_nothing_and_is_not_current():
    flagged = here(paper(uncertain=[ZORG]))
    positions, _ = review({SOMEREN: flagged}, [decided("niet ons onderwerp", flagged)])
    now = positions[SOMEREN]
    assert (now.status, now.type, now.current) == (Status.NONE, "geen", False)
    assert {cell.value for cell in now.cells.values()} == {"niet gedekt"}
    assert now.cells[HUISVESTING].reasons[0] == ("beoordeling", "niet ons onderwerp")
    assert now.policy == flagged.policy


def test_a_corrected_theme_makes_cell_and_type_tell_the_same_story():
    flagged = here(paper())
    positions, reviews = review({SOMEREN: flagged}, [on_theme("zorg", "gedekt", flagged)])
    assert positions[SOMEREN].cells[ZORG].value == "gedekt"
    assert (positions[SOMEREN].status, positions[SOMEREN].type) == ("deels", "deels")
    assert reviews[SOMEREN].shown == "thema verbeterd"


def test_a_theme_taken_away_can_leave_housing_alone():
    both = here(paper(own=[HUISVESTING, ZORG]))
    positions, _ = review({SOMEREN: both}, [on_theme("zorg", "afgeleid", both)])
    assert positions[SOMEREN].status == Status.HOUSING


def test_a_decision_holds_when_another_copy_of_its_paper_counts():
    before = here(paper(path="toen.pdf"))
    copied = replace(paper(path="nu.pdf"), copies=("toen.pdf",))
    assert review({SOMEREN: here(copied)}, [decided("bevestigd", before)])[1][SOMEREN].shown == "bevestigd"


def test_a_decision_on_two_copies_of_one_paper_holds_when_one_of_them_counts():
    before = here(paper(path="a.pdf"), paper(path="b.pdf"))
    copied = replace(paper(path="a.pdf"), copies=("b.pdf",))
    assert review({SOMEREN: here(copied)}, [decided("bevestigd", before)])[1][SOMEREN].shown == "bevestigd"


def test_why_it_reopened_does_not_name_a_copy():
    made = Decision(SOMEREN, "bevestigd", "", "x", "", ("a1", "b1"), stukken=("a.pdf", "b.pdf"))
    assert why_reopened(made, here_are({"a2": "nu.pdf"}, {"a1": "a2"})) == "geldt niet meer of is weg: b.pdf"


def test_a_correction_reopens_too_when_its_evidence_changes():
    before, after = here(paper()), here(paper(path="nieuw.pdf"))
    positions, reviews = review({SOMEREN: after}, [on_theme("zorg", "gedekt", before)])
    assert reviews[SOMEREN].shown == REOPENED
    assert positions[SOMEREN].cells[ZORG].value == "niet gedekt"


def test_why_it_reopened_is_told_of_the_newest_decision_that_no_longer_holds():
    first, then, now = (here(paper(path=name)) for name in ("eerst.pdf", "toen.pdf", "nu.pdf"))
    made = [decided("bevestigd", first), on_theme("zorg", "gedekt", first), decided("toch deels", then)]
    named = [replace(one, stukken=("toen.pdf" if one is made[-1] else "eerst.pdf",)) for one in made]
    _, reviews = review({SOMEREN: now}, named)
    assert reviews[SOMEREN].reopened == "nieuw: nu.pdf; geldt niet meer of is weg: toen.pdf"


def test_why_it_reopened_names_what_changed_what_came_and_what_went():
    made = Decision(SOMEREN, "bevestigd", "", "x", "", ("a1", "b1"), stukken=("a.pdf", "b.pdf"))
    assert (
        why_reopened(made, here_are({"a2": "a.pdf", "c1": "c.pdf"}))
        == "gewijzigd: a.pdf; nieuw: c.pdf; geldt niet meer of is weg: b.pdf"
    )


def test_a_corrected_passage_is_what_the_reviewer_says():
    judged = JudgedText((HUISVESTING,), (ZORG,), dict.fromkeys(Theme, 0.4), Strength.CONTEXT, 0.3)
    said = Decision(
        "",
        "verbeterd",
        "gaat over zorg",
        "x",
        "",
        (),
        "passage",
        passage="tekst",
        labels=("zorg",),
        sterkte="maatregel",
    )
    now = as_reviewed(judged, said)
    assert (now.labels, now.uncertain, now.strength_of(ZORG)) == ((ZORG,), (), Strength.MAATREGEL)
    assert now.act_chance(ZORG) == 1.0
    assert as_reviewed(judged, None) is judged
    assert now.as_data()["machine"] == judged.as_data()
