"""A reviewer decides; the decision holds, shows, can be taken back, and reopens."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from tests.resaving import resave

from .conftest import DEURNE

CASE = f"/beoordelen/{DEURNE}"
PROXY = {
    "web_proxies": ["127.0.0.1"],
    "web_namen": ["localhost"],
    "web_beoordelaars": ["kernteam"],
    "web_beheerders": ["ict"],
}
pytestmark = pytest.mark.traag


def as_person(office, name, group):
    client = office.client(**PROXY)
    client.headers.update({"x-forwarded-user": name, "x-forwarded-groups": group})
    return client


def test_the_queue_holds_what_is_flagged_and_begins_with_the_most_doubtful(reader):
    waiting = reader.get("/beoordelen").text.split("Te beoordelen")[1]
    rows = re.findall(r'<th scope="row"><a[^>]*>([^<]+)</a></th>\s*<td>[^<]*</td>\s*<td>[^<]*?(\d+)%', waiting)
    assert {name for name, _ in rows} == {"Deurne", "Bladel"}
    assert [int(certainty) for _, certainty in rows] == sorted(int(certainty) for _, certainty in rows)


def test_the_heading_asks_for_housing_only_where_that_was_said(reader):
    assert "Deurne: alleen huisvesting?" in reader.get(CASE).text


def test_the_heading_of_a_case_that_is_not_flagged_asks_whether_the_policy_is_right(reader):
    assert "Best: klopt dit beleid?" in reader.get("/beoordelen/GM0753").text


def crowd(office, theme, number, level, serving):
    """Let the policy of Deurne have so many passages more on a theme; return their text."""
    text = f"Alinea van niveau {level}."
    with closing(sqlite3.connect(office.outputs / "site.sqlite")) as site:
        (sha,) = site.execute("SELECT sha FROM bestand WHERE pad = 'gmb-2021-3318.pdf'").fetchone()
        (first,) = site.execute("SELECT max(nummer) + 1 FROM passage").fetchone()
        for place in range(first, first + number):
            site.execute(
                "INSERT INTO passage (sha, nummer, pagina, sectie, aanloop, tekst, plaatsen, oordeel, kenmerken) "
                "VALUES (?, ?, 1, '[]', '', ?, '[]', '{}', '')",
                (sha, place, text),
            )
            site.execute("INSERT INTO bewijs VALUES (?, ?, ?, ?, 0.9, ?)", (sha, theme, place, level, serving))
        site.commit()
    return text


def test_a_case_says_how_many_passages_on_housing_there_are_however_many(office):
    before = int(re.search(r"Alle (\d+) passages over huisvesting", office.client().get(CASE).text)[1])
    crowd(office, "huisvesting", 1300, 1, 1)
    assert f"Alle {before + 1300:,} passages over huisvesting".replace(",", ".") in office.client().get(CASE).text


def test_each_side_of_a_case_shows_its_strongest_however_many_there_are_on_the_other(office):
    free, serving = crowd(office, "zorg", 300, 3, 0), crowd(office, "zorg", 300, 2, 1)
    against, in_favour = office.client().get(CASE).text.split('id="kop-voor"')
    assert (against.count(free), against.count(serving)) == (4, 0)
    assert (in_favour.count(free), in_favour.count(serving)) == (0, 2)
    for side in (against, in_favour):
        assert "Alle passages over zorg" in side


def test_a_theme_in_doubt_is_not_said_to_have_no_passage(office):
    assert "Geen passage over dit thema." in office.client().get(CASE).text
    with closing(sqlite3.connect(office.outputs / "site.sqlite")) as site:
        (sha,) = site.execute("SELECT sha FROM bestand WHERE pad = 'gmb-2021-3318.pdf'").fetchone()
        for theme in ("arbeidsmarkt", "registratie", "zorg", "handhaving"):
            site.execute("INSERT OR IGNORE INTO twijfel VALUES (?, ?, 0, 0.5)", (sha, theme))
        site.commit()
    in_favour = office.client().get(CASE).text.split('id="kop-voor"')[1]
    assert "Geen passage over dit thema." not in in_favour
    assert "Geen passage in dienst van de woonregels of als beschrijving: zie ‘Spreekt ertegen’." in in_favour


def test_a_verdict_is_kept_with_who_when_and_on_what(office, form):
    answer = form(as_person(office, "j.devries", "kernteam"), CASE, CASE, oordeel="bevestigd")
    assert answer.status_code == 303
    (made,) = office.decisions()
    assert (made.gm_code, made.oordeel, made.wie, made.stukken) == (
        DEURNE,
        "bevestigd",
        "j.devries",
        ("gmb-2021-3318.pdf",),
    )
    assert made.wanneer.startswith("20")


@pytest.mark.parametrize("verdict", ["toch deels", "toch integraal", "niet ons onderwerp"])
def test_overruling_without_a_reason_is_refused_and_keeps_nothing(office, form, verdict):
    answer = form(office.client(), CASE, CASE, oordeel=verdict, toelichting="  ")
    assert answer.status_code == 422
    assert "hoort een toelichting" in answer.text
    assert office.decisions() == []


def test_an_overruled_policy_shows_in_the_matrix_after_a_run(office, form):
    assert office.matrix(DEURNE)["status"] == "huisvesting"
    form(office.client(), CASE, CASE, oordeel="toch integraal", toelichting="gebeld met de gemeente")
    office.night()
    assert office.matrix(DEURNE)["status"] == "integraal"
    assert office.matrix(DEURNE)["beoordeling"] == "toch integraal"


def test_a_decision_holds_under_a_new_model(office, form):
    form(office.client(), CASE, CASE, oordeel="toch deels", toelichting="gelezen")
    office.night(model="een ander model")
    assert office.matrix(DEURNE)["status"] == "deels"


def test_a_decision_holds_when_a_copy_of_the_paper_counts_instead(office, form):
    form(office.client(), CASE, CASE, oordeel="toch deels", toelichting="gelezen")
    resave(office.inbox / "gmb-2021-3318.pdf", office.inbox / "a.pdf")
    office.night()
    (copied,) = [row for row in office.table("documents") if row["bestand"] == "gmb-2021-3318.pdf"]
    assert copied["dubbel_van"] == "a.pdf"
    assert office.matrix(DEURNE)["beoordeling"] == "toch deels"
    assert "Heropend" not in office.client().get(CASE).text


def test_a_changed_paper_reopens_the_decision_and_says_which(office, form):
    form(office.client(), CASE, CASE, oordeel="toch deels", toelichting="gelezen")
    with (office.inbox / "gmb-2021-3318.pdf").open("ab") as more:
        more.write(b"\n% anders")
    office.night()
    assert office.matrix(DEURNE)["beoordeling"] == "heropend"
    assert office.matrix(DEURNE)["status"] == "huisvesting"
    assert "gewijzigd: gmb-2021-3318.pdf" in office.client().get("/beoordelen").text


def test_undoing_leaves_both_in_the_log_and_the_policy_in_the_queue(office, form):
    client = office.client()
    form(client, CASE, CASE, oordeel="toch deels", toelichting="vergissing")
    (made,) = office.decisions()
    assert form(client, "/logboek", f"/logboek/{made.key}/terug").status_code == 303
    assert [one.soort for one in office.decisions()] == ["beleid", "intrekking"]
    assert "vergissing" in client.get("/logboek").text
    assert f'href="{CASE}"' in client.get("/beoordelen").text.split("Beoordeeld:")[0]


def test_somebody_elses_decision_is_taken_back_by_who_looks_after_the_site_only(office, form):
    form(as_person(office, "j.devries", "kernteam"), CASE, CASE, oordeel="bevestigd")
    (made,) = office.decisions()
    other = as_person(office, "a.bakker", "kernteam")
    token = other.get(CASE).text.split('name="csrf" value="')[1].split('"')[0]
    refused = other.post(f"/logboek/{made.key}/terug", data={"csrf": token})
    assert refused.status_code == 403
    assert "j.devries" in refused.text
    assert form(as_person(office, "b.heer", "ict"), "/logboek", f"/logboek/{made.key}/terug").status_code == 303


def test_a_reader_sees_everything_and_decides_nothing(office):
    reader = as_person(office, "l.lezer", "")
    page = reader.get(CASE)
    assert page.status_code == 200
    assert "<textarea" not in page.text
    token = as_token(office, "l.lezer")
    for address in (CASE, f"{CASE}/thema", "/peildatum"):
        answer = reader.post(address, data={"csrf": token(reader), "oordeel": "bevestigd"})
        assert answer.status_code == 403
        assert "rol beoordelaar" in answer.text
    assert office.decisions() == []


def as_token(office, name):
    """A reader finds no form on any page; this computes the token as the site does."""
    from pipeline.web.access import Role, Visitor
    from pipeline.web.guard import COOKIE, form_token, site_key

    return lambda client: form_token(site_key(office.outputs), client.cookies[COOKIE], Visitor(name, Role.LEZER))


def test_two_reviewers_see_each_other_and_how_often_they_agree(office, form):
    form(as_person(office, "j.devries", "kernteam"), CASE, CASE, oordeel="bevestigd")
    second = as_person(office, "a.bakker", "kernteam")
    assert "j.devries" in second.get(CASE).text
    form(second, CASE, CASE, oordeel="toch deels", toelichting="er is een zorgparagraaf")
    text = second.get("/logboek").text
    assert "0 van de 1 keer" in text


def test_a_corrected_theme_changes_cell_and_type_together(office, form):
    form(
        office.client(),
        CASE,
        f"{CASE}/thema",
        thema="zorg",
        oordeel="gedekt",
        toelichting="paragraaf 6 gaat over huisartsen",
    )
    office.night()
    row = office.matrix(DEURNE)
    assert (row["zorg"], row["status"], row["beoordeling"]) == ("gedekt", "deels", "thema verbeterd")


def test_a_theme_that_is_none_is_refused(office, form):
    assert form(office.client(), CASE, f"{CASE}/thema", thema="x", oordeel="gedekt", toelichting="y").status_code == 422


def test_a_corrected_passage_counts_from_the_next_run(office, form):
    client = office.client()
    sha = client.get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    address = f"/stuk/{sha}/passage/2"
    refused = form(client, address, address, thema=["zorg"], sterkte="maatregel")
    assert refused.status_code == 422
    answer = form(client, address, address, thema=["zorg"], sterkte="maatregel", toelichting="gaat over de huisarts")
    assert answer.status_code == 303
    office.night()
    text = client.get(address).text
    assert 'value="zorg" checked' in text
    assert 'value="huisvesting" checked' not in text


def part_of(page, heading):
    return page.split(f">{heading}</h2>")[1].split("<h2")[0]


def judged(office, form, address, **said):
    """The page of a passage before and after somebody judged it and a run followed."""
    client = office.client()
    before = client.get(address).text
    assert form(client, address, address, **said).status_code == 303
    office.night()
    return before, client.get(address).text


def a_passage(office):
    sha = office.client().get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    return f"/stuk/{sha}/passage/2"


OTHERWISE = {"thema": ["zorg"], "sterkte": "maatregel", "toelichting": "gaat over de huisarts"}


def test_what_the_computer_said_of_a_passage_is_still_shown_beside_what_reviewers_made_of_it(office, form):
    before, after = judged(office, form, a_passage(office), **OTHERWISE)
    assert part_of(after, "Volgens de computer") == part_of(before, "Volgens de computer")
    counts = part_of(after, "Volgens het kernteam")
    assert "In de laatste run telde: <strong>zorg</strong>, maatregel." in counts
    assert "gaat over de huisarts" in counts


def test_who_says_the_same_as_a_reviewer_does_not_agree_with_the_computer(office, form):
    address = a_passage(office)
    judged(office, form, address, **OTHERWISE)
    client = office.client()
    refused = form(client, address, address, thema=["zorg"], sterkte="maatregel")
    assert refused.status_code == 422
    assert "U ziet het anders dan de computer" in refused.text
    assert form(client, address, address, **OTHERWISE | {"toelichting": "eens"}).status_code == 303
    assert [decision.oordeel for decision in office.decisions()] == ["verbeterd", "verbeterd"]


def test_a_cell_that_a_corrected_passage_changed_says_that_a_review_did(office, form):
    client = office.client()
    sha = client.get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    for number in (3, 4, 5):
        address = f"/stuk/{sha}/passage/{number}"
        form(client, address, address, thema=["arbeidsmarkt"], sterkte="maatregel", toelichting="over de werkgever")
    office.night()
    causes = {row["kolom"]: row["oorzaak"] for row in office.changes() if row["gm_code"] == DEURNE}
    assert causes["arbeidsmarkt"] == "beoordeling"


def test_a_theme_corrected_after_a_verdict_that_it_speaks_against_reopens_it_in_the_queue(office, form):
    client = office.client()
    form(client, CASE, CASE, oordeel="bevestigd")
    form(client, CASE, f"{CASE}/thema", thema="zorg", oordeel="gedekt", toelichting="paragraaf 6")
    waiting = client.get("/beoordelen").text.split("Beoordeeld:")[0]
    assert "heropend</strong>: daarna is beoordeeld: zorg gedekt" in waiting
    office.night()
    row = office.matrix(DEURNE)
    assert (row["status"], row["zorg"], row["beoordeling"]) == ("deels", "gedekt", "heropend")


def test_a_correction_that_a_later_verdict_speaks_against_is_shown_no_more(office, form):
    client = office.client()
    form(client, CASE, f"{CASE}/thema", thema="zorg", oordeel="gedekt", toelichting="paragraaf 6")
    assert "paragraaf 6" in client.get(f"/gemeente/{DEURNE}").text
    form(client, CASE, CASE, oordeel="bevestigd")
    assert "paragraaf 6" not in client.get(f"/gemeente/{DEURNE}").text
    assert "paragraaf 6" in client.get("/logboek").text
