"""What reviewers decided, and when it no longer holds."""

from pipeline.coverage.municipality import Holding, Status, position
from pipeline.coverage.review import REOPENED, evidence_of, review
from pipeline.store.decisions import Decision

from .papers import DAY, RULES, SOMEREN, ZORG, paper


def here(*dossiers):
    return position(Holding(dossiers), DAY, RULES)


def decided(verdict, on):
    return Decision(SOMEREN, verdict, "gelezen en gebeld", "j.devries", "2021-01-02T09:00:00", evidence_of(on))


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
