"""Why policy holds no longer."""

from pipeline.coverage.holdings import holdings
from pipeline.coverage.municipality import position
from pipeline.coverage.policy_ends import policy_ends
from pipeline.documents.paper import Annulment, Ending, Extension, PaperKind, PaperStatus
from pipeline.language.municipalities import by_code

from .papers import DAY, HUISVESTING, RULES, SOMEREN, day, paper

LANDERD, MAASHORST = "GM1685", "GM1991"


def told(*papers, on=DAY, of=SOMEREN):
    """Why each paper ended, in words, by its path."""
    held = holdings(papers, (by_code(of),), on, RULES)[of]
    paths = {one.sha256: one.path for one in papers}
    return {paths[sha]: end.words for sha, end in policy_ends(held, position(held, on, RULES), on).items()}


def old(**about):
    return paper("2018-03-01", title="Nota huisvesting arbeidsmigranten", path="oud.pdf", **about)


def later(**about):
    return paper("2019-09-01", **({"title": "Iets anders", "path": "later.pdf"} | about))


def test_policy_in_force_did_not_end():
    assert told(old()) == {}


def test_policy_of_after_the_peildatum_did_not_end():
    assert told(old(until="2030-01-01"), later(), on=day("2017-01-01")) == {}


def test_a_draft_did_not_end():
    assert told(old(status=PaperStatus.DRAFT)) == {}


def test_policy_whose_term_is_over_ended_on_that_day():
    assert told(old(until="2020-03-04")) == {"oud.pdf": "geldig tot 2020-03-04"}


def test_policy_that_is_stamped_as_withdrawn_says_so_itself():
    assert told(old(status=PaperStatus.WITHDRAWN)) == {"oud.pdf": "draagt zelf dat het niet meer geldt"}


def test_policy_is_replaced_by_policy_and_withdrawn_by_a_decision():
    named = ("Nota huisvesting arbeidsmigranten",)
    assert told(old(), later(replaces=named)) == {"oud.pdf": "vervangen door later.pdf"}
    decision = later(replaces=named, kind=PaperKind.COUNCIL_PAPER)
    assert told(old(), decision) == {"oud.pdf": "ingetrokken door later.pdf"}


def test_policy_of_which_a_letter_tells_that_it_holds_no_longer():
    letter = later(kind=PaperKind.OTHER, ends_told=(Ending("Nota huisvesting arbeidsmigranten", day("2019-08-01")),))
    assert told(old(), letter) == {"oud.pdf": "niet meer geldend volgens later.pdf"}


def test_a_letter_that_tells_of_it_and_withdraws_something_else():
    told_of = (Ending("Nota huisvesting arbeidsmigranten", day("2019-08-01")),)
    letter = later(kind=PaperKind.OTHER, replaces=("Parkeernota",), ends_told=told_of)
    assert told(old(), letter) == {"oud.pdf": "niet meer geldend volgens later.pdf"}


def test_policy_that_a_court_annulled():
    letter = later(kind=PaperKind.OTHER, annuls=(Annulment("Nota huisvesting arbeidsmigranten", day("2019-08-01")),))
    assert told(old(), letter) == {"oud.pdf": "vernietigd volgens later.pdf"}


def test_policy_that_was_extended_until_a_day_and_no_longer():
    extension = later(extends=(Extension("Nota huisvesting arbeidsmigranten", day("2020-06-01")),))
    assert told(old(), extension) == {"oud.pdf": "niet verder verlengd dan in later.pdf"}


def test_of_several_papers_the_first_that_ended_it_is_named():
    named = ("Nota huisvesting arbeidsmigranten",)
    first, second = later(replaces=named), paper("2020-01-01", title="Nog iets", replaces=named, path="a.pdf")
    assert told(old(), second, first)["oud.pdf"] == "vervangen door later.pdf"


def test_policy_of_a_predecessor_gives_way_to_own_policy_and_ends_with_the_time_of_the_law():
    inherited = paper("2019-05-01", owners=(LANDERD,), path="landerd.pdf")
    own = paper("2022-03-01", title="Beleid Maashorst", owners=(MAASHORST,), own=(HUISVESTING,), path="eigen.pdf")
    assert told(inherited, on=day("2022-06-01"), of=MAASHORST) == {}
    assert told(inherited, own, on=day("2022-06-01"), of=MAASHORST) == {
        "landerd.pdf": "van een voorganger, en er is nu eigen beleid"
    }
    assert told(inherited, on=day("2024-06-01"), of=MAASHORST) == {
        "landerd.pdf": "van een opgegane gemeente, telt niet (meer) mee"
    }


def test_what_is_only_shown_with_a_municipality_ends_nothing_of_its_own():
    agreement = later(
        kind=PaperKind.REGIONAL_AGREEMENT,
        region="De Peel",
        replaces=("Nota huisvesting arbeidsmigranten",),
        path="0.pdf",
    )
    decision = paper("2020-01-01", title="Besluit", replaces=("Nota huisvesting arbeidsmigranten",), path="nota.pdf")
    assert told(old(), agreement) == {}
    assert told(old(), agreement, decision)["oud.pdf"] == "vervangen door nota.pdf"
