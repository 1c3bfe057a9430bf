"""Papers that end other papers."""

from datetime import timedelta

import pytest

from pipeline.coverage.succession import in_force, names
from pipeline.documents.paper import Annulment, Ending, Extension, PaperKind, PaperStatus

from .papers import day, paper

OLD = paper("2014-03-11", title="Nota huisvesting arbeidsmigranten gemeente Someren")


@pytest.mark.parametrize(
    "written",
    [
        "Nota huisvesting arbeidsmigranten",
        "de nota Huisvesting arbeidsmigranten uit 2014",
        "nota huisvesting arbeidsmigranten, vastgesteld op 11 maart 2014",
    ],
)
def test_a_title_names_a_paper_however_it_is_written(written):
    assert names(written, OLD)


@pytest.mark.parametrize(
    "written",
    [
        "het beleid uit 2014",
        "het eerdere beleid voor arbeidsmigranten van 11 maart 2014",
        "oude huisvestingsbeleid (2014)",
        "huisvestingsnota uit 2014",
    ],
)
def test_policy_without_a_name_is_known_by_its_day_or_year(written):
    assert names(written, OLD)


@pytest.mark.parametrize(
    "written",
    [
        "het beleid uit 2012",
        "het huisvestingsbeleid uit 2012",
        "het mantelzorgbeleid uit 2014",
        "de beleidsregels van 12 maart 2014",
        "de parkeerregels van 11 maart 2014",
        "de Nota huisvesting arbeidsmigranten uit 2009",
        "de parkeernota",
        "",
        "het besluit van 3 mei 2011",
    ],
)
def test_a_paper_of_another_day_or_subject_is_not_meant(written):
    assert not names(written, OLD)


@pytest.mark.parametrize(
    "written",
    [
        "Nota van beantwoording zienswijzen Nota huisvesting arbeidsmigranten",
        "Uitvoeringsprogramma bij de Nota huisvesting arbeidsmigranten Someren",
        "Plan van aanpak voor de Nota huisvesting arbeidsmigranten gemeente Someren",
        "Legesverordening behorend bij de Nota huisvesting arbeidsmigranten",
        "uitgangspunten voor de Nota huisvesting arbeidsmigranten",
        "Evaluatie Nota huisvesting arbeidsmigranten gemeente Someren",
        "in de Nota huisvesting arbeidsmigranten genoemde locatie Zuid",
        "Startnotitie huisvesting arbeidsmigranten",
    ],
)
def test_what_goes_with_a_paper_is_another_one(written):
    assert not names(written, OLD)


def test_what_goes_with_a_paper_is_not_meant_by_the_name_of_that():
    assert not names("Nota logies Someren", paper("2020-01-01", title="Uitvoeringsprogramma Nota logies Someren"))


def test_a_paper_that_does_not_say_what_it_is_may_be_called_so():
    nearby = paper("2020-01-01", title="Zorg dichtbij werknemers")
    assert names("programma Zorg dichtbij werknemers", nearby)
    assert not names("Evaluatie programma Zorg dichtbij werknemers", nearby)
    assert not names("programma huisvesting arbeidsmigranten", OLD)


def test_a_title_may_be_written_in_another_order():
    joint = paper("2019-02-14", title="Huisvesting arbeidsmigranten: gezamenlijk beleid van Asten en Someren")
    assert names("gezamenlijke beleid Huisvesting arbeidsmigranten van Asten en Someren", joint)
    assert not names("gezamenlijke beleid Huisvesting arbeidsmigranten van Asten en Deurne", joint)


def test_what_adds_to_a_paper_is_another_one():
    added = paper("2020-09-17", title="Aanvulling op de Nota logies Someren: zorg")
    assert not names("Nota logies Someren", added)
    assert names("Aanvulling op de Nota logies Someren van 17 september 2020", added)


@pytest.mark.parametrize("group", ["ouderen", "statushouders", "studenten"])
def test_the_same_for_another_group_is_another_paper(group):
    rules = paper("2020-01-01", title="Beleidsregels huisvesting arbeidsmigranten Geldrop-Mierlo")
    assert not names(f"Beleidsregels huisvesting {group} Geldrop-Mierlo", rules)


def test_a_withdrawal_that_begins_later_ends_nothing_until_then():
    decision = paper(
        "2020-05-01",
        title="Intrekkingsbesluit",
        replaces=("nota huisvesting arbeidsmigranten 2014",),
        replaces_from="2021-01-01",
    )
    assert OLD in in_force([OLD, decision], day("2020-12-31"))
    assert OLD not in in_force([OLD, decision], day("2021-01-01"))


def test_only_an_adopted_paper_ends_another():
    draft = paper(
        "2020-01-01", title="Nieuw", status=PaperStatus.DRAFT, replaces=("Nota huisvesting arbeidsmigranten",)
    )
    assert in_force([OLD, draft], day("2021-01-01")) == [OLD]


def test_a_paper_never_ends_a_later_one_nor_itself():
    later = paper(
        "2019-01-01", title="Nota huisvesting arbeidsmigranten", replaces=("Nota huisvesting arbeidsmigranten",)
    )
    assert in_force([later], day("2021-01-01")) == [later]


def test_the_end_holds_from_the_day_of_the_later_paper():
    new = paper("2020-05-01", title="Kader", replaces=("nota huisvesting arbeidsmigranten 2014",))
    assert OLD in in_force([OLD, new], day("2020-04-30"))
    assert OLD not in in_force([OLD, new], day("2020-05-01"))


def test_a_title_of_one_word_names_no_paper_that_has_it_among_others():
    assert not names("Beleidsregels arbeidsmigranten Someren", paper("2018-01-01", title="Arbeidsmigranten"))


def test_a_paper_that_is_gone_is_not_taken_as_withdrawn():
    new = paper("2020-05-01", title="Kader", replaces=("nota huisvesting arbeidsmigranten 2014",))
    assert in_force([OLD], day("2021-01-01")) == [OLD]
    assert OLD not in in_force([OLD, new], day("2021-01-01"))


TERM = paper("2016-05-03", title="Beleidsregels logies arbeidsmigranten", until="2020-05-03")


@pytest.mark.parametrize(
    ("extension", "still"),
    [
        (Extension("beleidsregels logies arbeidsmigranten", day("2022-01-01")), "2021-12-31"),
        (Extension("beleidsregels logies arbeidsmigranten", None, 2), "2022-05-02"),
    ],
)
def test_a_paper_holds_longer_once_it_is_extended_and_until_then(extension, still):
    decision = paper("2020-03-01", title="Verlengingsbesluit", own=(), extends=(extension,))
    assert TERM in in_force([TERM, decision], day(still))
    assert TERM not in in_force([TERM, decision], day(still) + timedelta(days=1))


def test_nothing_is_extended_by_a_draft_or_before_the_decision():
    extension = Extension("beleidsregels logies arbeidsmigranten", None)
    draft = paper("2020-03-01", title="Verlenging", status=PaperStatus.DRAFT, extends=(extension,))
    late = paper("2020-09-01", title="Verlenging", extends=(extension,))
    assert TERM not in in_force([TERM, draft], day("2020-06-01"))
    assert TERM not in in_force([TERM, late], day("2020-06-01"))
    assert TERM in in_force([TERM, late], day("2020-10-01"))


def test_what_a_court_annulled_holds_until_that_day_as_a_later_paper_tells_whatever_its_status():
    old = paper("2020-03-12", title="Nota logies arbeidsmigranten")
    letter = paper(
        "2021-05-20",
        title="Brief",
        status=PaperStatus.UNKNOWN,
        own=(),
        annuls=(Annulment("nota logies arbeidsmigranten", day("2021-05-04")),),
    )
    assert old in in_force([old, letter], day("2021-05-10"))
    assert old not in in_force([old, letter], day("2021-06-01"))


def test_a_paper_adopted_after_another_was_annulled_stands():
    new = paper("2021-05-10", title="Nota logies arbeidsmigranten")
    letter = paper(
        "2021-05-20", title="Brief", own=(), annuls=(Annulment("nota logies arbeidsmigranten", day("2021-05-04")),)
    )
    assert new in in_force([new, letter], day("2021-06-01"))


@pytest.mark.parametrize(
    "written",
    [
        "alle eerdere beleidsstukken over arbeidsmigranten in Someren",
        "al het eerdere beleid over arbeidsmigranten",
        "al ons bestaande beleid op dit terrein",
        "Alle eerdere beleidsregels voor huisvesting van arbeidsmigranten",
    ],
)
def test_all_earlier_policy_on_labour_migrants_is_named_at_once(written):
    assert names(written, OLD)


@pytest.mark.parametrize(
    "written",
    [
        "alle eerdere nota's over parkeren",
        "alle eerdere afspraken met uitzendbureaus over arbeidsmigranten",
        "alle eerdere versies van het programma arbeidsmigranten",
        "al het eerdere beleid over zorg voor arbeidsmigranten",
        "alle bestaande vergunningen voor arbeidsmigranten op grond van het beleid",
    ],
)
def test_all_that_is_earlier_of_another_kind_or_subject_is_not_meant(written):
    assert not names(written, OLD)


def test_all_earlier_policy_ends_but_for_what_is_later_of_no_day_or_not_on_them():
    later, undated = paper("2021-03-01", title="Kader wonen"), paper(None, title="Notitie logies")
    other, letter = paper("2016-01-01", title="Parkeernota", about=False), paper("2016-02-01", kind=PaperKind.OTHER)
    new = paper("2020-05-01", title="Kader", replaces=("al het eerdere beleid over arbeidsmigranten",))
    left = in_force([OLD, later, undated, other, letter, new], day("2022-01-01"))
    assert left == [later, undated, other, letter, new]


def letter(when="2021-06-22", ending=None, told="nota huisvesting arbeidsmigranten", status=PaperStatus.UNKNOWN):
    told = (Ending(told, day(ending) if ending else None),)
    return paper(when, title="Brief", kind=PaperKind.COUNCIL_PAPER, status=status, own=(), ends_told=told)


def test_what_a_letter_tells_to_have_ended_does_so_from_that_day_once_the_letter_is_there():
    told = letter(ending="2021-07-01")
    assert OLD in in_force([OLD, told], day("2021-06-30"))
    assert OLD not in in_force([OLD, told], day("2021-07-01"))
    assert OLD not in in_force([OLD, letter()], day("2021-06-22"))


def test_a_letter_does_not_end_what_was_adopted_since_or_is_later_than_what_it_tells():
    new = paper("2021-06-08", title="Nota huisvesting arbeidsmigranten gemeente Someren")
    assert new in in_force([new, letter(ending="2021-06-08")], day("2022-01-01"))
    assert new in in_force([new, letter("2021-01-01")], day("2022-01-01"))


def test_of_two_papers_by_the_same_name_a_letter_means_the_older():
    new = paper("2021-06-08", title="Nota huisvesting arbeidsmigranten gemeente Someren")
    assert in_force([OLD, new, letter()], day("2022-01-01"))[0] is new


def test_a_paper_without_an_end_ends_when_the_term_for_which_it_is_extended_does():
    open_ended = paper("2018-01-23", title="Beleidsregels logies arbeidsmigranten")
    until = Extension("beleidsregels logies arbeidsmigranten", day("2023-01-01"))
    decision = paper("2020-12-15", title="Verlenging", own=(), extends=(until,))
    once_more = paper(
        "2022-12-15", title="Verlenging", own=(), extends=(Extension("beleidsregels logies arbeidsmigranten", None),)
    )
    assert open_ended in in_force([open_ended, decision], day("2022-12-31"))
    assert open_ended not in in_force([open_ended, decision], day("2023-01-01"))
    assert open_ended in in_force([open_ended, decision, once_more], day("2023-01-01"))


def test_a_list_of_decisions_lets_a_paper_hold_longer():
    extension = Extension("beleidsregels logies arbeidsmigranten", day("2022-01-01"))
    listed = paper(
        "2020-03-01", title="Besluitenlijst", kind=PaperKind.OTHER, status=PaperStatus.UNKNOWN, extends=(extension,)
    )
    assert TERM in in_force([TERM, listed], day("2021-12-31"))
