"""What the pages say."""

from __future__ import annotations

import html
import re
import sqlite3
import time
from datetime import date

import pytest

from pipeline.night.siting import work_out
from pipeline.publish.outputset import exclusive
from pipeline.themes.codebook import Theme
from pipeline.web.routes.overview import FEW_CHANGES, by_cause
from pipeline.web.site import FARTHEST, start_of

from .conftest import BLADEL, DEURNE, Office

pytestmark = pytest.mark.traag


def test_the_overview_has_map_table_and_the_way_to_each_municipality(reader):
    text = reader.get("/").text
    assert '<svg xmlns="http://www.w3.org/2000/svg" class="kaart"' in text
    assert f'href="/gemeente/{DEURNE}?peildatum=2021-01-01"' in text
    assert text.count('<th scope="row"><a href="/gemeente/') >= 61


def test_a_municipality_says_level_certainty_and_why_with_the_pages(reader):
    text = reader.get(f"/gemeente/{DEURNE}").text
    assert "Huisvesting: gedekt" in text
    assert "op eigen benen, blz." in text
    assert "<mark" in text


def test_all_passages_of_a_theme(reader):
    assert "passages" in reader.get(f"/gemeente/{DEURNE}/huisvesting").text
    assert reader.get(f"/gemeente/{DEURNE}/x").status_code == 404


def test_only_an_aim_or_measure_is_said_not_to_stand_on_its_own(reader):
    """A description bears no theme, so nothing is said of its footing."""
    pages = [reader.get(f"/gemeente/{code}/{theme}").text for code in (DEURNE, "GM1728") for theme in Theme]
    pieces = [piece for page in pages for piece in page.split('<article class="bewijs">')[1:]]
    levels = ((re.search(r"label n(\d)", piece), piece) for piece in pieces)
    labelled = {(level[1], "niet op eigen benen" in piece) for level, piece in levels if level}
    assert ("1", True) not in labelled
    assert ("3", True) in labelled
    assert not any("dienst van de woonregels" in piece for piece in pieces)


@pytest.mark.parametrize("code", ["GM9999", "gm0762", "GM0762'", "%2e%2e", "GM0363"])
def test_a_municipality_that_is_not_there(reader, code):
    assert reader.get(f"/gemeente/{code}").status_code == 404


def test_a_peildatum_that_was_not_worked_out_says_so(reader):
    answer = reader.get("/?peildatum=2019-01-01")
    assert answer.status_code == 404
    assert "niet berekend" in answer.text


@pytest.mark.parametrize("day", ["%00", "2021-01-01%00", "gisteren", "2021-13-01", "%3Cb%3E"])
@pytest.mark.parametrize("page", ["/", f"/gemeente/{DEURNE}", f"/gemeente/{DEURNE}/zorg"])
def test_a_peildatum_that_is_no_day_says_how_to_write_one(reader, page, day):
    answer = reader.get(f"{page}?peildatum={day}")
    assert answer.status_code == 400
    assert "JJJJ-MM-DD" in answer.text
    assert "\x00" not in answer.text


def test_the_passages_worth_a_look_are_each_from_another_paper(reader):
    text = reader.get("/beoordelen/passages").text
    papers = [part.split("/passage/")[0] for part in text.split('class="knop" href="/stuk/')[1:]]
    assert papers
    assert len(papers) == len(set(papers))


def test_a_paper_says_where_each_of_its_facts_was_found(reader):
    page = reader.get("/beoordelen/passages").text.split('class="knop" href="/stuk/')[1].split("/")[0]
    text = reader.get(f"/stuk/{page}").text
    assert "blz. 1)" in text.split("<dt>Soort</dt>")[1].split("</dd>")[0]


def test_a_motion_shows_what_it_asks(reader):
    text = reader.get("/moties").text
    assert "spreekuur" in text
    assert "aangenomen" in text
    assert "1 motie, nieuwste eerst" in text


@pytest.mark.parametrize("code", ["x", "GM9999", "GM0762 "])
def test_motions_of_a_municipality_that_is_not_there_say_so(reader, code):
    text = reader.get("/moties", params={"gemeente": code}).text
    assert f"Het filter op gemeente telt niet mee: ‘{code}’ is geen gemeente op de peildatum" in text
    assert "spreekuur" in text


def test_another_peildatum_is_worked_out_aside_and_leaves_the_published_tables(office):
    before = (office.outputs / "theme_matrix.csv").read_bytes()
    assert work_out(office.settings, date(2018, 1, 1)).left_out == 0
    assert (office.outputs / "theme_matrix.csv").read_bytes() == before
    client = office.client()
    assert "1 januari 2018" in client.get("/?peildatum=2018-01-01").text
    assert "Deurne" in client.get(f"/gemeente/{DEURNE}?peildatum=2018-01-01").text
    assert "1 januari 2021 (gepubliceerd)" in client.get("/").text


def test_a_paper_of_after_an_older_peildatum_says_so(office):
    work_out(office.settings, date(2018, 1, 1))
    pages = [office.client().get(f"/gemeente/{DEURNE}?peildatum={day}").text for day in ("2018-01-01", "2021-01-01")]
    later = ["van na de peildatum, telt niet mee" in page for page in pages]
    assert later == [True, False]


def test_what_is_remarked_on_a_paper_stands_where_its_municipality_is_read_and_judged(office):
    (office.inbox / "Bladel_beleidsregels_2018.toml").write_text('kleur = "rood"')
    office.night()
    pages = [office.client().get(f"/{page}/{BLADEL}").text for page in ("gemeente", "beoordelen")]
    assert ["sleutel &#39;kleur&#39; is onbekend" in page for page in pages] == [True, True]


def test_a_peildatum_of_other_provinces_says_so_on_its_page_and_in_the_list(office):
    work_out(office.settings.model_copy(update={"provincies": ["Limburg"]}), date(2018, 1, 1), as_published=False)
    client = office.client()
    assert "gemeenten (Limburg) op" in client.get("/?peildatum=2018-01-01").text
    published = client.get("/").text
    assert "gemeenten (Noord-Brabant) op" in published
    assert "1 januari 2018, Limburg</option>" in published
    assert "1 januari 2021, Noord-Brabant (gepubliceerd)" in published


def test_s_hertogenbosch_stands_with_the_s_as_in_the_tables(reader, first_night):
    in_table = [row["gemeente"] for row in first_night.table("theme_matrix")]
    assert "'s-Hertogenbosch" in in_table[5:]
    found = re.findall(r'<th scope="row"><a href="/gemeente/[^>]*>([^<]+)</a>', reader.get("/").text)
    assert [html.unescape(name) for name in found] == in_table
    names = re.findall(r'<option value="GM\d{4}"[^>]*>([^<]+)', reader.get("/moties").text)
    assert [html.unescape(name).strip() for name in names] == in_table


def test_a_peildatum_that_is_published_meanwhile_stays_so(office):
    assert work_out(office.settings, date(2021, 1, 1)).left_out == 0
    assert "1 januari 2021 (gepubliceerd)" in office.client().get("/").text


def shown_in_the_end(client, day):
    """The page of a peildatum once it is not being worked out any longer."""
    for _ in range(600):
        answer = client.get(f"/?peildatum={day}")
        if answer.status_code != 202 and "wordt opnieuw berekend" not in answer.text:
            return answer
        time.sleep(0.2)
    raise AssertionError(answer.text)


def test_peildata_that_are_asked_for_at_once_all_come(office, form):
    client = office.client()
    days = ["2018-01-01", "2019-01-01"]
    for day in days:
        assert form(client, "/", "/peildatum", dag=day).headers["location"] == f"/?peildatum={day}"
    assert [shown_in_the_end(client, day).status_code for day in days] == [200, 200]


def test_a_peildatum_that_is_asked_for_during_a_run_comes_after_it(office, form):
    client = office.client()
    with exclusive(office.outputs):
        form(client, "/", "/peildatum", dag="2019-01-01")
        waiting = client.get("/?peildatum=2019-01-01")
    assert waiting.status_code == 202
    assert "De stand op 1 januari 2019 wordt berekend" in waiting.text
    assert shown_in_the_end(client, "2019-01-01").status_code == 200


def test_a_peildatum_that_could_not_be_worked_out_says_why_and_may_be_asked_for_again(office, form, tmp_path):
    client = office.client(models=tmp_path / "weg")
    for _ in range(2):
        form(client, "/", "/peildatum", dag="2019-01-01")
        answer = shown_in_the_end(client, "2019-01-01")
        assert answer.status_code == 503
        assert "De stand op 1 januari 2019 is niet berekend: " in answer.text
        assert "models" in answer.text.split("is niet berekend: ")[1]


def test_a_province_that_does_not_exist_is_said_where_a_peildatum_is_asked_for(office, form):
    client = office.client(provincies=["Atlantis"])
    form(client, "/", "/peildatum", dag="2019-01-01")
    assert "Provincie &#39;Atlantis&#39; bestaat niet" in shown_in_the_end(client, "2019-01-01").text


def test_a_peildatum_that_could_not_be_worked_out_anew_says_so_on_its_page(office, form, tmp_path):
    _worked_out(office, "2018-01-01", made="2021-03-01T05:00:00Z", newest_run="2021-03-02T04:30:00Z")
    client = office.client(models=tmp_path / "weg")
    form(client, "/", "/peildatum", dag="2018-01-01")
    answer = shown_in_the_end(client, "2018-01-01")
    assert answer.status_code == 200
    assert "1 maart 2021" in answer.text
    assert "Opnieuw berekenen is niet gelukt: " in answer.text


def test_a_fault_from_before_a_peildatum_was_worked_out_is_forgotten(office, form, tmp_path):
    client = office.client(models=tmp_path / "weg")
    form(client, "/", "/peildatum", dag="2018-01-01")
    assert shown_in_the_end(client, "2018-01-01").status_code == 503
    _worked_out(office, "2018-01-01", made="2999-03-03T05:00:00Z", newest_run="2021-03-02T04:30:00Z")
    assert "niet gelukt" not in client.get("/?peildatum=2018-01-01").text


def test_a_program_fault_while_working_out_shows_no_traceback(office, form, monkeypatch, caplog):
    monkeypatch.setenv("PYTHONHOME", str(office.inbox))
    client = office.client()
    form(client, "/", "/peildatum", dag="2019-01-01")
    answer = shown_in_the_end(client, "2019-01-01")
    assert "Er ging iets mis in themaspin zelf" in answer.text
    assert "2019-01-01" in caplog.text


def test_a_peildatum_worked_out_after_the_newest_run_is_shown_at_once(office, form):
    _worked_out(office, "2018-01-01", made="2021-03-02T05:00:00Z", newest_run="2021-03-02T04:30:00Z")
    answer = form(office.client(), "/", "/peildatum", dag="2018-01-01")
    assert answer.headers["location"] == "/?peildatum=2018-01-01"


def test_a_peildatum_from_before_the_newest_run_is_worked_out_anew(office, form):
    _worked_out(office, "2018-01-01", made="2021-03-01T05:00:00Z", newest_run="2021-03-02T04:30:00Z")
    client = office.client()
    with exclusive(office.outputs):
        assert form(client, "/", "/peildatum", dag="2018-01-01").status_code == 303
        waiting = client.get("/?peildatum=2018-01-01")
    assert waiting.status_code == 200
    assert "wordt opnieuw berekend" in waiting.text
    assert "1 maart 2021" not in shown_in_the_end(client, "2018-01-01").text


def test_the_published_peildatum_is_shown_at_once(office, form):
    assert form(office.client(), "/", "/peildatum", dag="2021-01-01").headers["location"] == "/?peildatum=2021-01-01"


def _worked_out(office: Office, day: str, made: str, newest_run: str) -> None:
    """Work out a peildatum, and have it and the newest run be of these moments."""
    assert work_out(office.settings, date.fromisoformat(day)).left_out == 0
    with sqlite3.connect(office.outputs / "site.sqlite") as writing:
        writing.execute("UPDATE toestand SET stand = iif(nieuwste, ?, ?)", (newest_run, made))


@pytest.mark.parametrize("day", ["gisteren", "2021-13-01", "2004-12-31", "2999-01-01", ""])
def test_a_peildatum_that_cannot_be_is_refused(office, form, day):
    answer = form(office.client(), "/", "/peildatum", dag=day)
    assert answer.status_code == 400
    assert "peildatum" in answer.text


def test_before_the_first_run_the_site_says_what_to_do(tmp_path):
    (tmp_path / "inbox").mkdir()
    answer = Office(tmp_path / "inbox", tmp_path / "uit").client().get("/")
    assert answer.status_code == 503
    assert "themaspin run" in answer.text


def test_a_damaged_file_says_what_to_do(office):
    (office.outputs / "site.sqlite").write_bytes(b"kapot" * 1000)
    answer = office.client().get("/")
    assert answer.status_code == 503
    assert "themaspin run" in answer.text


def test_a_reader_during_a_run_sees_one_state(office):
    site = office.outputs / "site.sqlite"
    with sqlite3.connect(site) as writing:
        writing.execute("BEGIN IMMEDIATE")
        writing.execute("DELETE FROM gemeente")
        assert "Deurne" in office.client().get("/").text
        writing.rollback()


def test_the_site_loads_no_spacy():
    import subprocess
    import sys

    heavy = "('spacy', 'sklearn', 'prefect', 'pdfplumber', 'pypdfium2')"
    code = f"import pipeline.web.app, sys; print([name for name in {heavy} if name in sys.modules])"
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"


@pytest.mark.parametrize(("asked", "start"), [(-5, 0), (40, 40), (10**30, FARTHEST)])
def test_a_page_begins_with_a_row_that_can_be_asked_for(asked, start):
    assert start_of(asked) == start


def cells_changed(number, cause="peildatum"):
    return [{"gm_code": f"GM{one // 2:04}", "oorzaak": cause} for one in range(number)]


def test_changed_cells_stand_by_cause_the_commonest_first():
    found = by_cause([*cells_changed(2, "beoordeling"), *cells_changed(6)])
    assert [(one["oorzaak"], len(one["cellen"]), one["gemeenten"]) for one in found] == [
        ("peildatum", 6, 3),
        ("beoordeling", 2, 1),
    ]


def test_many_changed_cells_are_folded():
    assert [one["open"] for one in by_cause(cells_changed(FEW_CHANGES))] == [True]
    assert [one["open"] for one in by_cause(cells_changed(FEW_CHANGES + 1))] == [False]


def test_the_overview_counts_what_changed_by_cause(office):
    (office.inbox / "Bladel_beleidsregels_2018.pdf").unlink()
    office.night()
    text = office.client().get("/").text
    assert re.search(r"<summary>Verdwenen document: \d+ cellen van 1 gemeente</summary>", text)


def test_policy_that_ran_out_says_until_which_day_it_held(office):
    """Where its municipality is read, and beside what changed by it."""
    (office.inbox / "Bladel_beleidsregels_2018.toml").write_text("geldig_tot = 2020-03-04")
    office.night()
    text = office.client().get(f"/gemeente/{BLADEL}").text
    assert "<strong>geldt niet meer</strong>: geldig tot 4 maart 2020" in text
    assert "geldt niet meer: Bladel_beleidsregels_2018.pdf, geldig tot 2020-03-04" in text
    changed = {row["kolom"]: row for row in office.changes() if row["gm_code"] == BLADEL}
    assert changed["huisvesting"]["geeindigd"] == "Bladel_beleidsregels_2018.pdf"
    assert changed["huisvesting"]["waardoor"] == "geldig tot 2020-03-04"


def test_what_is_told_of_a_motion_begins_with_what_is_known(office):
    with sqlite3.connect(office.outputs / "site.sqlite") as writing:
        writing.execute(
            "UPDATE motie SET inhoud = json_set(inhoud, '$.orgaan', '', '$.gm_code', json('[]'), '$.nummer', '7')"
        )
    line = office.client().get("/moties").text.split('<p class="bron">')[1].split("</p>")[0]
    assert re.sub("<[^>]+>", "", line).split()[1:3] == ["nummer", "7"]


def test_a_day_that_an_earlier_version_published_is_shown_without_what_it_did_not_tell(office):
    (office.inbox / "Bladel_beleidsregels_2018.toml").write_text("geldig_tot = 2020-03-04")
    office.night()
    with sqlite3.connect(office.outputs / "site.sqlite") as writing:
        writing.execute(
            "UPDATE verandering SET inhoud = json_remove(inhoud, '$.begonnen', '$.geeindigd', '$.waardoor')"
        )
        writing.execute("UPDATE gemeente SET inhoud = json_remove(inhoud, '$.geeindigd')")
    answer = office.client().get(f"/gemeente/{BLADEL}")
    assert answer.status_code == 200
    assert "geldig tot 4 maart 2020" in answer.text
