"""Why a cell changed."""

from dataclasses import replace

import pytest

from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import position
from pipeline.coverage.review import review
from pipeline.documents.paper import Derived, PaperKind
from pipeline.extraction.blocks import FileState
from pipeline.language.municipalities import by_code
from pipeline.publish.changes import COMPARED, NOT_YET, Snapshot, change_rows
from pipeline.publish.tables import Picture
from pipeline.store.decisions import Decision
from tests.coverage.papers import ARBEIDSMARKT, DAY, HUISVESTING, REGISTRATIE, RULES, SOMEREN, ZORG, day, paper

CELLS = dict.fromkeys(COMPARED, "niet gedekt")
BEFORE = Snapshot("2021-01-01", "m1", "r1", {"GM1": CELLS}, {"GM1": {"a.pdf": "s1"}}, {})
AFTER = replace(BEFORE, cells={"GM1": CELLS | {"zorg": "gedekt"}})


def snapshot(*papers, on=DAY, decided=(), model="m1", rules="r1", of=SOMEREN):
    """The state of one municipality after a night with these papers."""
    one = by_code(of)
    held = holdings(papers, (one,), on, RULES)
    positions, reviews = review({of: position(held[of], on, RULES)}, decided)
    return Snapshot.of(Picture(on, (), papers, (one,), positions, held, reviews, ()), model, rules)


def causes(old, new):
    return {row["kolom"]: row["oorzaak"] for row in change_rows(old, new, {SOMEREN: "Someren"})}


HOUSING = paper("2019-06-01", title="Woonregels", path="woonregels.pdf")
CARE = paper("2020-03-01", title="Gezond", own=(ZORG,), path="gezond.pdf")
NIGHT = snapshot(HOUSING)


def decision(verdict="toch deels", *papers):
    shas = tuple(one.sha256 for one in papers)
    return Decision(
        gm_code=SOMEREN,
        oordeel=verdict,
        toelichting="het zorgdeel telt",
        wie="kernteam",
        wanneer="2021-02-01T10:00:00",
        bewijs=shas,
    )


def test_a_paper_that_arrived_is_the_cause():
    assert causes(NIGHT, snapshot(HOUSING, CARE)) == dict.fromkeys(("status", "beleidstype", "zorg"), "nieuw document")


def test_a_paper_whose_content_changed_is_the_cause():
    other = replace(HOUSING, sha256="anders", assessment=paper(own=(HUISVESTING, REGISTRATIE)).assessment)
    assert causes(NIGHT, snapshot(other))["registratie"] == "gewijzigd document"


def test_a_paper_that_vanished_is_the_cause():
    assert set(causes(NIGHT, snapshot()).values()) == {"verdwenen document"}


def test_a_copy_that_decides_whose_a_paper_is_came_or_vanished():
    """In the folder of another municipality, whose it is then."""
    copied = replace(snapshot(), copies={HOUSING.sha256: 2}, inbox=[HOUSING.sha256])
    assert set(causes(NIGHT, copied).values()) == {"nieuw document"}
    assert set(causes(copied, NIGHT).values()) == {"verdwenen document"}


def test_what_a_person_states_beside_the_paper_counts_as_a_changed_paper():
    withdrawn = replace(HOUSING.paper, valid_until=Derived(day("2020-01-01"), "woonregels.toml"))
    assert causes(NIGHT, snapshot(replace(HOUSING, paper=withdrawn)))["status"] == "gewijzigd document"


def test_a_paper_that_can_be_read_at_last_counts_as_changed():
    unread = replace(HOUSING, state=FileState.UNREADABLE, reason="scan")
    assert causes(snapshot(unread), NIGHT)["huisvesting"] == "gewijzigd document"


def test_another_classifier_is_the_cause():
    judged = replace(HOUSING, assessment=paper(own=(HUISVESTING, ZORG)).assessment)
    assert causes(NIGHT, snapshot(judged, model="m2"))["zorg"] == "nieuw model"


def test_another_rule_is_the_cause():
    judged = replace(HOUSING, assessment=paper(own=(HUISVESTING, ZORG)).assessment)
    assert causes(NIGHT, snapshot(judged, rules="r2"))["zorg"] == "nieuwe regel"


def test_a_decision_is_the_cause():
    decided = snapshot(HOUSING, decided=[decision("toch deels", HOUSING)])
    assert set(causes(NIGHT, decided).values()) == {"beoordeling"}


def test_another_peildatum_is_the_cause_also_of_a_paper_that_already_lay_there():
    both = (HOUSING, CARE)
    assert causes(snapshot(*both, on=day("2020-01-01")), snapshot(*both))["zorg"] == "peildatum"


def test_a_paper_from_after_the_peildatum_is_no_cause():
    later = paper("2022-05-01", title="Later", path="later.pdf")
    judged = replace(HOUSING, assessment=paper(own=(HUISVESTING, ZORG)).assessment)
    assert causes(NIGHT, snapshot(judged, later, model="m2"))["zorg"] == "nieuw model"


def test_a_paper_that_comes_with_a_merger_is_not_new():
    landerd, maashorst = "GM1685", "GM1991"
    inherited = paper("2019-05-01", owners=(landerd,), path="landerd.pdf")
    early = snapshot(inherited, on=day("2022-01-01"), of=maashorst)
    empty = replace(
        early, cells={maashorst: dict.fromkeys(COMPARED, "geen")}, files={maashorst: {}}, peildatum="2021-12-31"
    )
    assert {row["oorzaak"] for row in change_rows(empty, early, {maashorst: "Maashorst"})} == {"peildatum"}


def test_a_paper_of_nobody_that_gets_an_owner_is_a_changed_paper():
    nobody = paper(owners=(), path="nota.pdf", title="Nota")
    stated = replace(nobody.paper, owners=Derived((SOMEREN,), "nota.toml"))
    assert causes(snapshot(nobody), snapshot(replace(nobody, paper=stated)))["status"] == "gewijzigd document"


def test_a_verdict_that_a_later_correction_reopened_is_a_change_by_review():
    verdict = decision("bevestigd", HOUSING)
    correction = replace(verdict, soort="thema", thema="zorg", oordeel="gedekt", toelichting="x")
    found = causes(snapshot(HOUSING, decided=[verdict]), snapshot(HOUSING, decided=[verdict, correction]))
    assert set(found.values()) == {"beoordeling"}


def test_a_decision_that_is_reopened_is_a_consequence_not_a_cause():
    both, made = (HOUSING, CARE), [decision("toch integraal", HOUSING)]
    early = snapshot(*both, on=day("2020-01-01"), decided=made)
    assert causes(early, snapshot(*both, decided=made))["status"] == "peildatum"


@pytest.mark.parametrize(
    ("change", "cause"),
    [
        ({"peildatum": "2022-01-01", "files": {"GM1": {"a.pdf": "s1", "b.pdf": "s2"}}}, "nieuw document"),
        ({"model": "m2", "files": {"GM1": {"a.pdf": "s2"}}}, "gewijzigd document"),
        ({"model": "m2", "decisions": {"GM1": "bevestigd s1"}}, "beoordeling"),
        ({"model": "m2", "rules": "r2", "peildatum": "2022-01-01"}, "nieuw model"),
        ({"rules": "r2", "peildatum": "2022-01-01"}, "nieuwe regel"),
    ],
)
def test_of_several_causes_the_nearest_is_named(change, cause):
    (row,) = change_rows(BEFORE, replace(AFTER, **change), {"GM1": "Someren"})
    assert (row["kolom"], row["oud"], row["nieuw"], row["oorzaak"]) == ("zorg", "niet gedekt", "gedekt", cause)


def test_a_renamed_file_is_no_change_by_itself():
    renamed = replace(BEFORE, files={"GM1": {"b.pdf": "s1"}})
    assert list(change_rows(BEFORE, renamed, {"GM1": "Someren"})) == []


def test_the_first_run_changes_nothing():
    assert list(change_rows(None, AFTER, {"GM1": "Someren"})) == []


def test_a_snapshot_survives_being_written():
    assert Snapshot.from_data(NIGHT.as_data()) == NIGHT


def rows_of(old, new):
    return {row["kolom"]: row for row in change_rows(old, new, {SOMEREN: "Someren"})}


def ended(old, new, column="zorg"):
    row = rows_of(old, new)[column]
    return row["geeindigd"], row["waardoor"]


def test_policy_that_ran_out_between_two_peildata_is_named_with_its_last_day():
    short = paper("2018-06-01", title="Zorgregels", own=(ZORG,), until="2020-03-04", path="kort.pdf")
    before = snapshot(HOUSING, short, on=day("2020-01-01"))
    assert ended(before, snapshot(HOUSING, short)) == (["kort.pdf"], ["geldig tot 2020-03-04"])


def test_policy_that_a_later_paper_replaced_is_named_with_that_paper():
    new = paper("2020-05-01", title="Nieuwe regels", own=(ZORG,), replaces=("Woonregels",), path="nieuw.pdf")
    before = snapshot(HOUSING, new, on=day("2020-01-01"))
    after = snapshot(HOUSING, new)
    assert ended(before, after, "huisvesting") == (["woonregels.pdf"], ["vervangen door nieuw.pdf"])
    assert rows_of(before, after)["zorg"]["begonnen"] == ["nieuw.pdf"]


def test_policy_that_a_decision_withdrew_is_named_with_that_decision():
    decision = paper(
        "2020-05-01",
        title="Besluit",
        kind=PaperKind.COUNCIL_PAPER,
        own=(),
        replaces=("Woonregels",),
        path="besluit.pdf",
    )
    before = snapshot(HOUSING, decision, on=day("2020-01-01"))
    told = ended(before, snapshot(HOUSING, decision), "huisvesting")
    assert told == (["woonregels.pdf"], ["ingetrokken door besluit.pdf"])


def test_of_a_theme_only_the_policy_is_named_that_says_something_of_it():
    short = paper("2018-06-01", title="Zorgregels", own=(ZORG,), until="2020-03-04", path="kort.pdf")
    other = paper("2018-06-01", title="Werkregels", own=(ARBEIDSMARKT,), until="2020-03-04", path="werk.pdf")
    before = snapshot(HOUSING, short, other, on=day("2020-01-01"))
    after = snapshot(HOUSING, short, other)
    assert ended(before, after)[0] == ["kort.pdf"]
    assert ended(before, after, "beleidstype")[0] == ["kort.pdf", "werk.pdf"]


def test_policy_that_vanished_and_policy_that_was_not_there_yet_are_told_apart():
    assert ended(NIGHT, snapshot(), "huisvesting") == (["woonregels.pdf"], ["niet meer in de inbox"])
    earlier = snapshot(HOUSING, on=day("2019-01-01"))
    assert ended(NIGHT, earlier, "huisvesting")[1] == [NOT_YET]


def test_after_a_run_that_did_not_note_what_was_in_force_nothing_is_said_to_have_begun():
    before = replace(snapshot(HOUSING), in_force={}, ended={})
    row = rows_of(before, snapshot(HOUSING, CARE))["zorg"]
    assert (row["begonnen"], row["geeindigd"], row["waardoor"]) == ([], [], [])
