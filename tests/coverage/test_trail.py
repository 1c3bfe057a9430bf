"""What came of a motion: which later papers speak of it, and which do not though they name the same number."""

import random
from dataclasses import replace

import pytest

from pipeline.coverage.trail import FollowUp, same_title, trails
from pipeline.documents.paper import BundledMotion, Motion, MotionCitation, PaperKind, PaperStatus
from pipeline.language.municipalities import by_name
from tests.documents.made import read

from .papers import DAY, RULES, day, paper

DEURNE, ASTEN = by_name("Deurne").gm_code, by_name("Asten").gm_code


def motion(number="7", on="2019-05-14", title="Zicht op arbeidsmigranten", owner=DEURNE, organ="gemeenteraad"):
    made = Motion(number, organ, day(on), ("CDA",), "aangenomen", ("zicht te krijgen",), False)
    owners = (owner,) if owner else ()
    name = f"motie {number} {on} {owner or organ}.pdf"
    kind, status = PaperKind.MOTION, PaperStatus.MOTION_PASSED
    return paper(on, title=title, kind=kind, status=status, owners=owners, motion=made, path=name)


def cites(number="7", title="", on=None, *, settled=False, year=None, organ="", refused=False):
    return MotionCitation(number, title, day(on) if on else None, 1, f"motie {number}", settled, year, organ, refused)


def letter(*citations, on="2020-03-03", owner=DEURNE, **more):
    owners = (owner,) if owner else ()
    kind = more.pop("kind", PaperKind.COUNCIL_PAPER)
    return paper(on, title="Brief", kind=kind, owners=owners, cites=citations, path=f"brief {on} {owner}.pdf", **more)


def status(*dossiers, on=DAY):
    (trail,) = [one for one in trails(dossiers, on, RULES)[0] if one.motion is dossiers[0]]
    return trail.status


def test_a_motion_that_nobody_cites_has_no_trace():
    assert status(motion(), letter()) == FollowUp.NO_TRACE


def test_a_later_paper_that_cites_it_is_its_trail():
    first, second = letter(cites()), letter(cites(), on="2020-09-01")
    (trail,) = trails([second, motion(), first], DAY, RULES)[0]
    assert [step.dossier for step in trail.steps] == [first, second]
    assert trail.status == FollowUp.PENDING


def test_the_version_that_a_motion_replaced_in_the_same_meeting_is_not_its_trail():
    old = motion("6", title="Een spreekuur")
    old = replace(old, paper=replace(old.paper, cites=(cites("6a"),)))
    assert status(motion("6a"), old) == FollowUp.NO_TRACE


def test_each_motion_of_a_bundle_has_its_own_trail():
    first = motion("7")
    behind = Motion("8", "gemeenteraad", day("2019-05-14"), ("SP",), "aangenomen", ("loon te controleren",), False)
    asked = replace(
        first,
        paper=replace(first.paper, bundled=(BundledMotion("Een eerlijk loon", behind, PaperStatus.MOTION_PASSED),)),
        bundled_themes=((),),
    )
    found = trails([asked, letter(cites("8", settled=True))], DAY, RULES)[0]
    assert [(one.motion.paper.title.value, one.status) for one in found] == [
        ("Zicht op arbeidsmigranten", FollowUp.NO_TRACE),
        ("Een eerlijk loon", FollowUp.SETTLED),
    ]


def voted(outcome, one=None):
    one = one or motion()
    state = PaperStatus.MOTION_REJECTED if outcome == "verworpen" else PaperStatus.UNKNOWN
    status = replace(one.paper.status, value=state)
    return replace(one, paper=replace(one.paper, motion=replace(one.paper.motion, outcome=outcome), status=status))


def test_of_a_motion_that_was_lost_nothing_is_pending():
    assert status(voted("verworpen"), letter(cites())) == FollowUp.NOT_AT_ISSUE
    assert status(voted("ingetrokken"), letter(cites())) == FollowUp.NOT_AT_ISSUE
    assert status(voted("verworpen"), letter()) == FollowUp.NO_TRACE
    assert status(voted("aangehouden"), letter(cites())) == FollowUp.PENDING


def told(outcome, on="2020-03-03"):
    return letter(replace(cites(), outcome=outcome), on=on)


def test_how_a_motion_that_was_put_off_was_voted_on_is_known_from_the_last_paper_that_tells():
    first, last = told("verworpen"), told("aangenomen", on="2020-09-01")
    (trail,) = trails([voted("aangehouden"), first, last, letter(cites(), on="2020-10-01")], DAY, RULES)[0]
    assert (trail.outcome, trail.told_by.dossier) == ("aangenomen", last)


def test_what_a_motion_bears_itself_stands_whatever_is_told_of_it():
    (trail,) = trails([voted("verworpen"), told("aangenomen")], DAY, RULES)[0]
    assert (trail.outcome, trail.told_by) == ("verworpen", None)


def test_it_is_afgedaan_once_a_paper_says_so():
    assert status(motion(), letter(cites()), letter(cites(settled=True), on="2020-09-01")) == FollowUp.SETTLED


def test_it_is_niet_uitgevoerd_once_a_paper_says_so():
    assert status(motion(), letter(cites()), letter(cites(refused=True), on="2020-09-01")) == FollowUp.REFUSED


def test_of_papers_that_say_how_it_ended_the_last_holds():
    refused, settled = {"refused": True}, {"settled": True}
    ends = [
        status(
            motion(), letter(cites(**first)), letter(cites(**then), on="2020-09-01"), letter(cites(), on="2020-12-01")
        )
        for first, then in ((refused, settled), (settled, refused))
    ]
    assert ends == [FollowUp.SETTLED, FollowUp.REFUSED]


def test_what_is_settled_after_the_peildatum_is_not_known_yet():
    assert status(motion(), letter(cites(settled=True), on="2021-03-01"), on=day("2021-02-01")) == FollowUp.NO_TRACE


@pytest.mark.parametrize(
    "later",
    [
        letter(cites(), owner=ASTEN),
        letter(cites(), on="2019-05-13"),
        letter(cites("8")),
        letter(cites("7a")),
        letter(cites(on="2018-05-14")),
        letter(cites(year=2018)),
        letter(cites("7-2020")),
        letter(cites(organ="Provinciale Staten")),
        letter(cites(organ="Tweede Kamer")),
        letter(cites(), owner=None, province="Noord-Brabant"),
        letter(cites(title="Een ander onderwerp")),
        letter(cites(), kind=PaperKind.REGIONAL_AGREEMENT),
        letter(cites(), on=None),
    ],
    ids=[
        "other municipality",
        "earlier paper",
        "other number",
        "other letter",
        "other day",
        "other year",
        "other year in the number",
        "of the States",
        "of the Chamber",
        "paper of the province",
        "other title",
        "regional paper",
        "undated paper",
    ],
)
def test_another_motion_of_the_same_number_is_not_this_one(later):
    assert status(motion(), later) == FollowUp.NO_TRACE


@pytest.mark.parametrize(
    "later",
    [
        letter(cites("M7")),
        letter(cites("M-2019-07")),
        letter(cites(on="2019-05-14"), on="2026-01-01"),
        letter(cites("", "Zicht op arbeidsmigranten")),
        letter(cites("7", "Zicht op arbeidsmigranten!"), on="2026-01-01"),
    ],
    ids=["M in front", "with its year", "with its day, long after", "by title", "by number and title, long after"],
)
def test_the_same_motion_is_known_under_other_writings(later):
    assert status(motion(), later, on=day("2026-02-01")) == FollowUp.PENDING


def test_a_bare_number_is_too_little_after_a_council_term():
    assert status(motion(), letter(cites(), on="2023-05-14"), on=day("2024-01-01")) == FollowUp.NO_TRACE


def test_a_bare_number_means_the_newest_motion_of_that_number():
    old, new = motion(on="2018-05-14"), motion(on="2019-11-12")
    later = letter(cites())
    assert status(old, new, later) == FollowUp.NO_TRACE
    assert status(new, old, later) == FollowUp.PENDING


def test_a_motion_of_the_states_is_traced_in_papers_of_the_province():
    theirs = motion("61a", owner=None, organ="Provinciale Staten")
    assert status(theirs, letter(cites("61a"), owner=None, province="Noord-Brabant")) == FollowUp.PENDING
    assert status(theirs, letter(cites("61a"))) == FollowUp.NO_TRACE
    assert status(theirs, letter(cites("61a", organ="Provinciale Staten"))) == FollowUp.PENDING


def test_a_motion_of_a_merged_council_is_traced_in_papers_of_its_successor():
    uden, maashorst = by_name("Uden").gm_code, by_name("Maashorst").gm_code
    later = letter(cites(settled=True), on="2022-06-01", owner=maashorst)
    assert status(motion(on="2021-05-14", owner=uden), later, on=day("2023-01-01")) == FollowUp.SETTLED


def test_motions_that_are_only_cited_are_listed_once_each():
    papers = [letter(cites("13a"), cites("M108")), letter(cites("108", settled=True), on="2020-09-01")]
    _, missing = trails(papers, DAY, RULES)
    assert [(one.number, len(one.steps)) for one in missing] == [("13a", 1), ("M108", 2)]


def test_of_a_list_of_motions_only_those_on_labour_migrants_are_missing():
    rows = [
        replace(cites("2021-17"), listed=True, text=f"2021-17 | {title} | loopt")
        for title in ("Arbeidsmigranten in beeld", "Fietsstraat")
    ]
    assert [len(trails([letter(row)], DAY, RULES)[1]) for row in rows] == [1, 0]


def test_the_order_of_papers_does_not_matter():
    papers = [motion(), motion("8"), letter(cites(), cites("8")), letter(cites(settled=True), on="2020-09-01")]
    drawn = [trails(random.Random(seed).sample(papers, 4), DAY, RULES) for seed in range(10)]
    assert all(one == drawn[0] for one in drawn)


def test_from_the_text_of_a_motion_and_a_letter_to_what_came_of_it():
    asked = read(
        "Motie M7 Zicht op arbeidsmigranten\nDe raad van de gemeente Deurne, in vergadering bijeen op 14 mei 2019,\n"
        "overwegende dat zicht op arbeidsmigranten ontbreekt;\nverzoekt het college:\n- arbeidsmigranten in de BRP in te schrijven\n"
        "en gaat over tot de orde van de dag\nVVD\nAANGENOMEN",
        name="motie m7.pdf",
    )
    answer = read(
        "Gemeente Deurne\n## Raadsinformatiebrief\nDatum: 3 maart 2020\nOnderwerp: uitvoering motie M7 arbeidsmigranten",
        "Op 14 mei 2019 heeft uw raad motie 7 over arbeidsmigranten aangenomen. Inmiddels staat negen op de tien ingeschreven. "
        "De motie kan hiermee als afgedaan worden beschouwd.",
        name="rib.pdf",
    )
    papers = [replace(letter(on=str(one.date.value)), paper=one, sha256=one.title.value) for one in (asked, answer)]
    (trail,), missing = trails(papers, DAY, RULES)
    assert (trail.status, missing) == (FollowUp.SETTLED, [])
    assert trail.steps[0].citation.date == day("2019-05-14")


def test_titles_are_alike_whatever_stands_in_front():
    assert same_title("Motie 13a Zicht op arbeidsmigranten", "Zicht op arbeidsmigranten")
    assert same_title("Zicht op arbeidsmigranten in het buitengebied", "Zicht op arbeidsmigranten")
    assert not same_title("Zorg", "Zorg voor arbeidsmigranten")
