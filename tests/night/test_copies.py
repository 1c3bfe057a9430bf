"""The same paper in other bytes has a row of its own and counts once, in whatever order papers come."""

from __future__ import annotations

import shutil
import textwrap
import time
from datetime import date

import pytest

from pipeline.night.standings import standings
from pipeline.settings import load_settings
from tests.publish.nights import EXAMPLES, inbox_of, knowing, night, rows
from tests.resaving import resave

pytestmark = pytest.mark.traag

BLADEL, MOTION, PARKING = "Bladel_beleidsregels_2018.pdf", "m4_vreemd_aan_de_orde.pdf", "Nota_parkeernormen_Best.pdf"
DAY = "2021-01-01"
COUNTING = ("theme_matrix", "evidence", "motions", "regions", "housing_only")
DRAWN = """Beleidsregels huisvesting arbeidsmigranten

De gemeente vangt jaarlijks honderden arbeidsmigranten op die tijdelijk in de regio verblijven. Zij werken in de tuinbouw en in de
logistiek. Voor hun onderkomen gelden eisen aan omvang, ligging en beheer van het gebouw. Per straat staan wij hoogstens twee huizen
met kamers toe. De huisvester zorgt voor een beheerder die dag en nacht bereikbaar is."""


@pytest.fixture
def inbox(tmp_path, examples_store):
    knowing(examples_store, tmp_path / "uit")
    return inbox_of(tmp_path / "in", (BLADEL, MOTION, PARKING))


def copied(inbox):
    resave(EXAMPLES / BLADEL, inbox / "site van de gemeente" / "downloads_1.pdf")
    resave(EXAMPLES / MOTION, inbox / "zz motie.pdf")


def published(inbox, name="uit", **how):
    night(inbox, inbox.parent / name, DAY, str(time.time_ns()), **how)
    return inbox.parent / name


def by_file(outputs):
    return {row["bestand"]: row for row in rows(outputs, "documents")}


def drawn(make_pdf, path):
    return make_pdf(path, "\n".join(line for part in DRAWN.split("\n\n") for line in (*textwrap.wrap(part, 90), "")))


def test_a_copy_has_a_row_of_its_own_and_counts_once(inbox):
    before = published(inbox, "zonder")
    copied(inbox)
    after = published(inbox, "met")
    documents = by_file(after)
    assert {name: row["dubbel_van"] for name, row in documents.items()} == {
        BLADEL: "", MOTION: "", PARKING: "", "site van de gemeente/downloads_1.pdf": BLADEL, "zz motie.pdf": MOTION,
    }  # fmt: skip
    assert len({row["sha256"] for row in documents.values()}) == len(documents)
    assert {name: rows(after, name) for name in COUNTING} == {name: rows(before, name) for name in COUNTING}


def test_in_whatever_order_papers_come_the_same_is_published(inbox):
    copied(inbox)
    there, back = published(inbox, "heen"), published(inbox, "terug", backwards=True)
    tables = (*COUNTING, "documents")
    assert {name: rows(there, name) for name in tables} == {name: rows(back, name) for name in tables}


def test_a_copy_with_an_earlier_name_takes_over_and_gives_way_again(inbox):
    first = by_file(published(inbox))
    early = resave(EXAMPLES / BLADEL, inbox / "Beleidsregels.pdf")
    taken = by_file(published(inbox))
    assert (taken[BLADEL]["dubbel_van"], taken["Beleidsregels.pdf"]["dubbel_van"]) == ("Beleidsregels.pdf", "")
    assert rows(inbox.parent / "uit", "changes") == []
    early.unlink()
    assert by_file(published(inbox)) == first


def test_a_copy_with_a_toml_counts_with_what_it_says(inbox):
    resave(EXAMPLES / BLADEL, inbox / "zz.pdf")
    (inbox / "zz.toml").write_text('titel = "Woonbeleid"')
    documents = by_file(published(inbox))
    assert (documents[BLADEL]["dubbel_van"], documents[BLADEL]["titel"]) == ("zz.pdf", "Woonbeleid")


def test_what_is_stated_of_a_copy_that_does_not_count_is_told_in_its_own_row(inbox):
    (inbox / BLADEL).with_suffix(".toml").write_text('titel = "Woonbeleid"\nkleur = "rood"')
    resave(EXAMPLES / BLADEL, inbox / "zz.pdf")
    (inbox / "zz.toml").write_text('titel = "Anders"')
    shutil.copy(inbox / BLADEL, inbox / "zzz.pdf")
    (inbox / "zzz.toml").write_text('titel = "Nog anders"')
    told = {name: row["reden"] for name, row in by_file(published(inbox)).items()}
    assert "'kleur' is onbekend" in told[BLADEL]
    assert told["zz.pdf"].startswith(f"zz.toml is niet gebruikt: {BLADEL} is hetzelfde stuk en telt")
    assert told["zzz.pdf"].startswith(f"zzz.toml is niet gebruikt: {BLADEL} is hetzelfde stuk en telt")
    assert not any("kleur" in told[name] for name in ("zz.pdf", "zzz.pdf"))


def test_what_is_stated_anew_of_a_twin_that_does_not_count_is_told_by_the_next_run(inbox):
    (inbox / BLADEL).with_suffix(".toml").write_text('titel = "Woonbeleid"')
    shutil.copy(inbox / BLADEL, inbox / "zzz.pdf")
    (inbox / "zzz.toml").write_text('titel = "Woonbeleid"')
    assert "niet gebruikt" not in by_file(published(inbox))["zzz.pdf"]["reden"]
    (inbox / "zzz.toml").write_text('titel = "Anders"')
    assert "niet gebruikt" in by_file(published(inbox))["zzz.pdf"]["reden"]


def test_a_name_alone_makes_no_draft_of_a_paper_that_is_there_without_it(inbox, make_pdf):
    paper = drawn(make_pdf, inbox / "Someren" / "beleidsregels 12-05-2019.pdf")
    resave(paper, inbox / "Someren" / "aa concept.pdf")
    documents = by_file(published(inbox))
    draft, adopted = documents["Someren/aa concept.pdf"], documents["Someren/beleidsregels 12-05-2019.pdf"]
    assert (draft["dubbel_van"], draft["status"]) == ("Someren/beleidsregels 12-05-2019.pdf", "vastgesteld")
    assert (adopted["status"], adopted["datum"]) == ("vastgesteld", "2019-05-12")


def test_a_copy_in_the_folder_of_another_municipality_counts_there_too(inbox, make_pdf):
    paper = drawn(make_pdf, inbox / "Someren" / "beleidsregels 12-05-2019.pdf")
    resave(paper, inbox / "Asten" / "beleidsregels 12-05-2019.pdf")
    outputs = published(inbox)
    counted = {row["gemeente"]: row["documenten"] for row in rows(outputs, "theme_matrix")}
    assert (counted["Asten"], counted["Someren"]) == ("1", "1")
    assert not any(row["dubbel_van"] for row in by_file(outputs).values())


def test_the_same_bytes_in_the_folders_of_two_municipalities_count_for_each(inbox, make_pdf):
    paper = drawn(make_pdf, inbox / "Someren" / "beleidsregels 12-05-2019.pdf")
    (inbox / "Asten").mkdir()
    shutil.copy(paper, inbox / "Asten" / "beleidsregels 12-05-2019.pdf")
    outputs = published(inbox)
    counted = {row["gemeente"]: row["documenten"] for row in rows(outputs, "theme_matrix")}
    assert (counted["Asten"], counted["Someren"]) == ("1", "1")
    first, second = (by_file(outputs)[f"{place}/beleidsregels 12-05-2019.pdf"] for place in ("Asten", "Someren"))
    assert (first["gemeenten"], second["dubbel_van"]) == ("Asten|Someren", first["bestand"])
    assert "hetzelfde bestand ligt bij meer gemeenten" in first["reden"]
    (inbox / "Asten" / "beleidsregels 12-05-2019.pdf").unlink()
    alone = by_file(published(inbox))["Someren/beleidsregels 12-05-2019.pdf"]
    assert (alone["gemeenten"], "meer gemeenten" in alone["reden"]) == ("Someren", False)


def test_what_a_run_remembers_of_other_days_counts_a_copy_once_too(inbox):
    copied(inbox)
    outputs = published(inbox)
    (now,) = standings(load_settings(inbox=inbox, outputs=outputs), [date(2021, 1, 1)])
    (motion,) = [trail.motion.path for trail in now.trails]
    assert motion == MOTION
    assert [one.path for one in now.holdings["GM1728"].own] == [BLADEL]
