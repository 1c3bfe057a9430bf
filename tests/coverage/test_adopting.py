"""Drafts of which another paper says that they were adopted."""

from dataclasses import replace

import pytest

from pipeline.coverage.adopting import as_adopted
from pipeline.coverage.municipality import Holding, Status, position
from pipeline.documents.paper import Adoption, PaperKind, PaperStatus

from .papers import DAY, RULES, day, paper

TITLE = "Nota arbeidsmigranten Someren"
DRAFT = paper("2020-03-03", title=f"Concept {TITLE}", status=PaperStatus.DRAFT)


def teller(on="2020-11-12", *, status=PaperStatus.ADOPTED, kind=PaperKind.COUNCIL_PAPER, told=False, when=None):
    made = paper(on, title="Raadsbesluit", kind=kind, status=status)
    return replace(made, paper=replace(made.paper, adopts=(Adoption(TITLE, when and day(when), told),)))


def statuses(dossiers, on):
    return [one.paper.status.value for one in as_adopted(dossiers, day(on))]


def test_a_draft_counts_from_the_day_of_the_decision_that_adopts_it():
    papers = (DRAFT, teller())
    assert statuses(papers, "2020-11-11")[0] == PaperStatus.DRAFT
    assert statuses(papers, "2020-11-12")[0] == PaperStatus.ADOPTED


def test_it_is_dated_by_the_decision_and_knows_which_paper_says_so():
    draft, decision = as_adopted((DRAFT, teller()), DAY)
    assert (draft.moment, draft.adopted_by) == (day("2020-11-12"), decision.path)


def test_the_municipality_has_policy_then():
    own = as_adopted((DRAFT, teller()), DAY)
    assert position(Holding(own), DAY, RULES).status == Status.HOUSING


@pytest.mark.parametrize("status", [PaperStatus.DRAFT, PaperStatus.UNKNOWN, PaperStatus.ANNOUNCED])
def test_a_decision_that_was_not_taken_adopts_nothing(status):
    assert statuses((DRAFT, teller(status=status)), "2021-01-01")[0] == PaperStatus.DRAFT


def test_who_tells_of_it_need_not_be_adopted_and_may_give_the_day():
    told = teller("2020-12-20", status=PaperStatus.UNKNOWN, told=True, when="2020-11-12")
    assert as_adopted((DRAFT, told), DAY)[0].moment == day("2020-11-12")


def test_what_a_list_says_was_decided():
    listed = teller(status=PaperStatus.UNKNOWN, kind=PaperKind.OTHER)
    assert statuses((DRAFT, listed), "2021-01-01")[0] == PaperStatus.ADOPTED


def test_a_draft_stays_one_where_the_paper_as_adopted_lies_beside_it():
    adopted = paper("2020-11-12", title=TITLE)
    assert statuses((DRAFT, adopted, teller()), "2021-01-01")[0] == PaperStatus.DRAFT


def test_of_several_drafts_the_last_one_was_adopted():
    earlier = paper("2020-01-10", title=f"Concept {TITLE}", status=PaperStatus.DRAFT)
    assert statuses((earlier, DRAFT, teller()), "2021-01-01")[:2] == [PaperStatus.DRAFT, PaperStatus.ADOPTED]


def test_a_draft_of_after_the_decision_is_another_one():
    later = paper("2020-12-01", title=f"Concept {TITLE}", status=PaperStatus.DRAFT)
    assert statuses((later, teller()), "2021-01-01")[0] == PaperStatus.DRAFT


def test_a_paper_with_another_name_is_not_meant():
    parking = paper("2020-03-03", title="Parkeernota", status=PaperStatus.DRAFT)
    assert statuses((parking, teller()), "2021-01-01")[0] == PaperStatus.DRAFT


@pytest.mark.parametrize(
    "name", [f"Startnotitie {TITLE}", f"Uitvoeringsprogramma {TITLE}", f"Plan van aanpak voor de {TITLE}"]
)
def test_a_paper_that_goes_with_another_and_bears_its_name_is_not_that_one(name):
    decision = teller()
    decision = replace(decision, paper=replace(decision.paper, adopts=(Adoption(name, None, told=False),)))
    draft = paper("2020-03-03", title=TITLE, status=PaperStatus.DRAFT)
    assert statuses((draft, decision), "2021-01-01")[0] == PaperStatus.DRAFT


def test_policy_that_was_adopted_once_more_is_of_that_day():
    old = paper("2015-04-23", title=TITLE)
    anew = teller("2019-11-21")
    anew = replace(anew, paper=replace(anew.paper, adopts=(Adoption(TITLE, None, told=False, anew=True),)))
    before, after = (
        position(Holding(as_adopted((old, anew), on)), on, RULES).status for on in (day("2019-11-20"), DAY)
    )
    assert (before, after) == (Status.OUTDATED, Status.HOUSING)


def test_policy_that_a_decision_only_names_as_adopted_keeps_its_day():
    assert as_adopted((paper("2015-04-23", title=TITLE), teller("2019-11-21")), DAY)[0].moment == day("2015-04-23")
