"""Where a municipality stands at a peildatum (domain: "A municipality at a peildatum")."""

from dataclasses import replace

import pytest

from pipeline.coverage.assessment import PolicyType
from pipeline.coverage.municipality import CellValue, Holding, Status, position
from pipeline.coverage.trail import by_place, trails
from pipeline.documents.paper import BundledMotion, Motion, MotionCitation, PaperKind, PaperStatus
from pipeline.extraction.blocks import FileState

from .papers import ARBEIDSMARKT, DAY, HANDHAVING, HUISVESTING, REGISTRATIE, RULES, ZORG, day, paper


def stand(*own, inherited=(), shown=(), on=DAY):
    return position(Holding(own, tuple(inherited), tuple(shown)), on, RULES)


def motion(asks_policy):
    return Motion("7", "gemeenteraad", DAY, ("CDA",), "aangenomen", ("beleid te maken",), asks_policy)


def test_nothing_seen_is_geen_documenten():
    here = stand()
    assert here.status == Status.NO_PAPERS
    assert {cell.value for cell in here.cells.values()} == {CellValue.NO_PAPERS}


def test_housing_paper_in_force_is_huisvesting():
    here = stand(paper(own=[HUISVESTING], serving=[HANDHAVING]))
    assert here.status == Status.HOUSING
    assert here.cells[HUISVESTING].value == CellValue.COVERED
    assert here.cells[HANDHAVING].value == CellValue.DERIVED
    assert here.cells[ZORG].value == CellValue.NOT_COVERED


def test_a_council_decision_with_the_policy_in_it_is_policy():
    decision = PaperKind.COUNCIL_PAPER
    assert stand(paper(kind=decision, own=[HUISVESTING], encloses=True)).status == Status.HOUSING
    assert stand(paper(kind=decision, own=[HUISVESTING])).status == Status.NONE


def test_a_proposal_with_the_policy_in_it_is_policy_in_the_making():
    proposal = paper(kind=PaperKind.COUNCIL_PAPER, status=PaperStatus.DRAFT, own=[HUISVESTING], encloses=True)
    assert stand(proposal).status == Status.IN_DEVELOPMENT


def test_integral_needs_all_three_fields():
    assert stand(paper(own=[HUISVESTING, ARBEIDSMARKT, ZORG])).status == Status.INTEGRAL
    assert stand(paper(own=[HUISVESTING, ARBEIDSMARKT, REGISTRATIE])).status == Status.INTEGRAL
    assert stand(paper(own=[HUISVESTING, ARBEIDSMARKT, HANDHAVING])).status == Status.PARTIAL


def test_policy_without_any_theme_on_own_footing_is_deels():
    assert stand(paper(own=[], described=[HUISVESTING])).status == Status.PARTIAL


def test_a_policy_paper_that_says_nothing_of_any_theme_is_no_policy_on_labour_migration():
    here = stand(paper(own=[]))
    assert here.status == Status.NONE
    assert here.policy == ()


def test_a_policy_paper_of_which_all_is_in_doubt_is_policy():
    here = stand(paper(own=[], uncertain=[ZORG]))
    assert here.status == Status.PARTIAL
    assert here.cells[ZORG].value == CellValue.UNCERTAIN


def test_housing_paper_and_care_programme_add_up():
    housing = paper("2019-06-01", title="Huisvesting en werk", own=[HUISVESTING, ARBEIDSMARKT])
    care = paper("2020-06-01", title="Zorgprogramma", own=[ZORG])
    assert stand(housing).status == Status.PARTIAL
    assert stand(housing, care).status == Status.INTEGRAL


def test_what_is_dated_after_the_peildatum_is_not_seen():
    assert stand(paper("2021-01-02")).status == Status.NO_PAPERS
    assert stand(paper("2021-01-01")).status == Status.HOUSING


def test_a_proposal_for_a_coming_meeting_is_there_six_weeks_before_it():
    def status(meeting: str) -> Status:
        proposal = paper(
            meeting, kind=PaperKind.COUNCIL_PAPER, status=PaperStatus.DRAFT, announces=True, awaits_meeting=True
        )
        return stand(proposal).status

    assert status("2021-02-12") == Status.IN_DEVELOPMENT
    assert status("2021-02-13") == Status.NO_PAPERS


def test_an_undated_paper_is_seen_but_is_no_current_policy():
    assert stand(paper(None)).status == Status.OUTDATED


def test_only_older_policy_is_verouderd_and_keeps_its_cells():
    here = stand(paper("2012-06-01", own=[HUISVESTING, REGISTRATIE]))
    assert here.status == Status.OUTDATED
    assert here.type == PolicyType.PARTIAL
    assert not here.current
    assert here.cells[REGISTRATIE].value == CellValue.COVERED


def test_older_policy_counts_for_cells_but_not_for_the_type_of_current_policy():
    here = stand(paper("2012-06-01", title="Oud", own=[ZORG]), paper("2019-06-01", title="Nieuw", own=[HUISVESTING]))
    assert here.type == PolicyType.HOUSING
    assert here.cells[ZORG].value == CellValue.COVERED


@pytest.mark.parametrize("status", [PaperStatus.WITHDRAWN, PaperStatus.LAPSED])
def test_a_paper_that_says_it_has_ended_is_not_in_force(status):
    assert stand(paper(status=status)).status == Status.NONE


def test_a_lapsed_paper_was_in_force_until_the_day_it_names():
    lapsed = paper("2018-06-01", status=PaperStatus.LAPSED, until="2020-01-01")
    assert stand(lapsed, on=day("2019-12-31")).status == Status.HOUSING
    assert stand(lapsed, on=day("2020-01-01")).status == Status.NONE


def test_a_later_paper_that_replaces_an_earlier_one_ends_it():
    old = paper("2018-02-01", title="Notitie huisvesting arbeidsmigranten", own=[HUISVESTING, ZORG])
    new = paper("2020-02-01", title="Kader", replaces=("de Notitie huisvesting arbeidsmigranten uit 2018",))
    assert stand(old, new).cells[ZORG].value == CellValue.NOT_COVERED
    assert stand(old, new, on=day("2019-06-01")).cells[ZORG].value == CellValue.COVERED


def test_a_list_of_decisions_ends_a_paper_too():
    old = paper("2018-02-01", title="Notitie huisvesting arbeidsmigranten", own=[HUISVESTING, ZORG])
    decided = paper(
        "2020-02-01",
        title="Besluitenlijst",
        kind=PaperKind.OTHER,
        status=PaperStatus.UNKNOWN,
        replaces=("Notitie huisvesting arbeidsmigranten",),
    )
    assert stand(old, decided).status == Status.NONE
    assert stand(old, decided, on=day("2019-06-01")).cells[ZORG].value == CellValue.COVERED


def test_a_draft_is_in_ontwikkeling():
    assert stand(paper(status=PaperStatus.DRAFT)).status == Status.IN_DEVELOPMENT


def test_a_draft_beside_older_policy_is_in_ontwikkeling():
    assert stand(paper("2012-01-01"), paper("2020-01-01", status=PaperStatus.DRAFT)).status == Status.IN_DEVELOPMENT


def test_a_draft_of_policy_that_has_been_adopted_since_announces_nothing():
    draft, adopted = paper("2011-01-01", title="Concept", status=PaperStatus.DRAFT), paper("2012-01-01")
    assert stand(draft, adopted).status == Status.OUTDATED
    assert stand(draft, adopted, on=day("2011-06-01")).status == Status.IN_DEVELOPMENT


def test_policy_that_a_later_paper_calls_off_is_no_longer_on_its_way():
    announced = paper("2020-02-04", title="Brief", kind=PaperKind.COUNCIL_PAPER, announces=True)
    off = paper("2020-12-01", title="Brief geen nota", kind=PaperKind.COUNCIL_PAPER, calls_off=True)
    assert position(Holding((announced,)), DAY, RULES).status == Status.IN_DEVELOPMENT
    assert position(Holding((announced, off)), DAY, RULES).status == Status.NONE


def test_what_was_announced_after_it_was_called_off_is_on_its_way():
    off = paper("2020-02-04", title="Brief geen nota", kind=PaperKind.COUNCIL_PAPER, calls_off=True)
    announced = paper("2020-12-01", title="Brief", kind=PaperKind.COUNCIL_PAPER, announces=True)
    assert position(Holding((announced, off)), DAY, RULES).status == Status.IN_DEVELOPMENT


def test_a_motion_that_got_its_policy_asks_no_more():
    asked = paper(
        "2015-01-01", kind=PaperKind.MOTION, status=PaperStatus.MOTION_PASSED, motion=motion(asks_policy=True)
    )
    assert stand(asked, paper("2016-01-01")).status == Status.OUTDATED


def test_an_announcement_counts_for_three_years():
    letter = paper("2018-01-02", kind=PaperKind.COUNCIL_PAPER, announces=True)
    assert stand(letter, on=day("2021-01-02")).status == Status.IN_DEVELOPMENT
    assert stand(letter, on=day("2021-01-03")).status == Status.NONE


def test_a_plan_to_make_policy_counts_for_three_years_and_a_draft_for_longer():
    plan, draft = (paper("2018-01-02", own=[], status=one) for one in (PaperStatus.ANNOUNCED, PaperStatus.DRAFT))
    assert stand(plan, on=day("2021-01-02")).status == Status.IN_DEVELOPMENT
    assert stand(plan, on=day("2021-01-03")).status == Status.NONE
    assert stand(draft, on=day("2021-01-03")).status == Status.IN_DEVELOPMENT


@pytest.mark.parametrize(
    ("theirs", "kind", "status"),
    [
        (True, PaperKind.OTHER, Status.IN_DEVELOPMENT),
        (False, PaperKind.OTHER, Status.NONE),
        (True, PaperKind.MOTION, Status.NONE),
    ],
)
def test_a_letter_on_something_else_that_announces_policy_by_what_it_is_on_counts(theirs, kind, status):
    letter = paper("2019-01-02", kind=kind, about=False, announces=True, motion=motion(asks_policy=True))
    letter = replace(letter, paper=replace(letter.paper, announces_theirs=theirs))
    assert stand(letter).status == status


def test_an_adopted_motion_that_asks_for_policy_is_in_ontwikkeling():
    asked = paper(kind=PaperKind.MOTION, status=PaperStatus.MOTION_PASSED, motion=motion(asks_policy=True))
    assert stand(asked).status == Status.IN_DEVELOPMENT


def test_a_motion_behind_another_in_the_same_pdf_counts_too():
    service = paper(kind=PaperKind.MOTION, status=PaperStatus.MOTION_REJECTED, motion=motion(asks_policy=False))
    behind = BundledMotion("Maak beleid", motion(asks_policy=True), PaperStatus.MOTION_PASSED)
    bundle = replace(service, paper=replace(service.paper, bundled=(behind,)), bundled_themes=((),))
    assert stand(bundle).status == Status.IN_DEVELOPMENT


def test_a_motion_that_asks_for_one_service_or_was_rejected_is_not():
    service = paper(kind=PaperKind.MOTION, status=PaperStatus.MOTION_PASSED, motion=motion(asks_policy=False))
    rejected = paper(kind=PaperKind.MOTION, status=PaperStatus.MOTION_REJECTED, motion=motion(asks_policy=True))
    assert stand(service).status == Status.NONE
    assert stand(rejected).status == Status.NONE


def followed(asked, **said):
    """Where a municipality stands with a motion and a later letter that says something of it."""
    cites = (MotionCitation("7", "", None, 1, "motie 7", settled=False, **said),)
    letter = paper("2020-03-01", kind=PaperKind.COUNCIL_PAPER, cites=cites, path="brief.pdf")
    found = by_place(trails([asked, letter], DAY, RULES)[0])
    return position(Holding((asked, letter)), DAY, RULES, found).status


def test_a_motion_that_will_not_be_carried_out_keeps_nobody_in_ontwikkeling():
    asked = paper(kind=PaperKind.MOTION, status=PaperStatus.MOTION_PASSED, motion=motion(asks_policy=True))
    asked = replace(asked, paper=replace(asked.paper, motion=replace(asked.paper.motion, date=day("2019-06-01"))))
    assert followed(asked) == Status.IN_DEVELOPMENT
    assert followed(asked, refused=True) == Status.NONE


def test_a_motion_that_was_put_off_counts_once_a_later_paper_says_that_it_was_passed():
    put_off = replace(motion(asks_policy=True), outcome="aangehouden", date=day("2019-06-01"))
    asked = paper(kind=PaperKind.MOTION, status=PaperStatus.UNKNOWN, motion=put_off)
    assert followed(asked) == Status.NONE
    assert followed(asked, outcome="verworpen") == Status.NONE
    assert followed(asked, outcome="aangenomen") == Status.IN_DEVELOPMENT


def test_another_paper_alone_is_geen():
    assert stand(paper(kind=PaperKind.OTHER, about=False, own=[])).status == Status.NONE


def test_only_unreadable_papers_is_onleesbaar_with_the_reason():
    here = stand(paper(state=FileState.UNREADABLE, path="scan.pdf"))
    assert here.status == Status.UNREADABLE
    assert here.cells[ZORG].reasons == (("scan.pdf", "alle bladzijden zijn een scan"),)


def test_a_regional_agreement_is_shown_but_is_no_own_policy():
    here = stand(shown=[paper(kind=PaperKind.REGIONAL_AGREEMENT)])
    assert here.status == Status.NONE
    assert len(here.seen) == 1


def test_policy_of_a_predecessor_counts_until_there_is_own_policy():
    former = paper("2019-01-01", title="Beleid van Uden", own=[HUISVESTING, ZORG])
    assert stand(inherited=[former]).status == Status.PARTIAL
    assert stand(paper("2020-06-01", title="Beleid Maashorst"), inherited=[former]).status == Status.HOUSING


def test_a_successor_can_withdraw_the_policy_of_its_predecessor():
    former = paper("2019-01-01", title="Beleid arbeidsmigranten Uden", own=[HUISVESTING])
    ends = paper(
        "2020-06-01", title="Raadsbesluit", kind=PaperKind.COUNCIL_PAPER, replaces=("Beleid arbeidsmigranten Uden",)
    )
    assert stand(inherited=[former]).status == Status.HOUSING
    assert stand(ends, inherited=[former]).status == Status.NONE


def test_evidence_on_which_the_classifier_abstains_makes_a_cell_onzeker():
    assert stand(paper(uncertain=[ZORG])).cells[ZORG].value == CellValue.UNCERTAIN


def test_the_newest_policy_comes_first():
    here = stand(paper("2018-06-01", title="Eerst"), paper("2020-06-01", title="Later"))
    assert [dossier.paper.title.value for dossier in here.policy] == ["Later", "Eerst"]


def test_a_cell_knows_which_rule_and_which_passages_of_which_papers_it_rests_on():
    cell = stand(paper(own=[ZORG], path="zorg.pdf"), paper(own=[HUISVESTING], path="wonen.pdf")).cells[ZORG]
    assert ("zorg.pdf", 1) in cell.passages
    assert [path for path, _ in cell.reasons if path == "zorg.pdf"] == ["zorg.pdf"]


def test_a_withdrawal_by_name_ends_a_draft_with_that_name_unless_an_adopted_paper_bears_it_too():
    draft = paper("2019-10-08", title="Beleidsregel kamerverhuur arbeidsmigranten", status=PaperStatus.DRAFT)
    decision = paper(
        "2020-06-20",
        title="Intrekkingsbesluit",
        kind=PaperKind.COUNCIL_PAPER,
        own=(),
        replaces=("Beleidsregel kamerverhuur arbeidsmigranten",),
    )
    adopted = paper("2014-01-01", title="Beleidsregel kamerverhuur arbeidsmigranten")
    assert stand(draft).status == Status.IN_DEVELOPMENT
    assert stand(draft, decision).status == Status.NONE
    assert stand(adopted, draft, decision).status == Status.IN_DEVELOPMENT


def test_a_withdrawal_from_before_a_draft_leaves_it_alone():
    draft = paper("2020-10-08", title="Beleidsregel kamerverhuur arbeidsmigranten", status=PaperStatus.DRAFT)
    decision = paper(
        "2020-06-20", title="Intrekkingsbesluit", own=(), replaces=("Beleidsregel kamerverhuur arbeidsmigranten",)
    )
    assert stand(draft, decision).status == Status.IN_DEVELOPMENT


def test_a_draft_without_a_day_beside_the_paper_that_came_of_it_announces_nothing():
    adopted = paper("2021-05-18", title="Beleidsregels logies", until="2024-03-01")
    same = paper(None, title="Beleidsregels logies", status=PaperStatus.DRAFT)
    other = paper(None, title="Beleidsregels logies", status=PaperStatus.DRAFT, own=[HUISVESTING, ZORG])
    assert stand(adopted, same, on=day("2024-04-01")).status == Status.NONE
    assert stand(adopted, other, on=day("2024-04-01")).status == Status.IN_DEVELOPMENT


def certain(chance, **about):
    """A paper of which every theme that it speaks of is certain to this degree."""
    one = paper(**about)
    findings = {
        theme: replace(finding, certainty=chance if finding.level else 0.0)
        for theme, finding in one.assessment.findings.items()
    }
    return replace(one, assessment=replace(one.assessment, findings=findings))


def test_a_cell_is_as_certain_as_all_papers_that_bear_it_together():
    first = certain(0.6, title="Woonregels", own=[HUISVESTING])
    second = certain(0.5, adopted="2020-03-01", title="Nota wonen", own=[HUISVESTING])
    assert stand(first, second).cells[HUISVESTING].certainty == pytest.approx(0.8)


def test_a_covered_cell_is_as_certain_as_the_papers_with_the_theme_on_own_footing():
    own = certain(0.6, title="Zorgnota", own=[ZORG])
    serving = certain(0.9, adopted="2020-03-01", title="Woonregels", serving=[ZORG])
    assert stand(own, serving).cells[ZORG].certainty == pytest.approx(0.6)
    assert stand(serving).cells[ZORG].certainty == pytest.approx(0.9)
    assert stand(own).cells[HANDHAVING].certainty == 0.0


def test_older_policy_beside_what_is_current_is_told_apart():
    old = paper("2012-05-01", title="Oude notitie", own=[ZORG])
    here = stand(paper(own=[HUISVESTING]), old)
    assert [one.paper.title.value for one in here.beside] == ["Oude notitie"]
    assert stand(old).beside == ()
