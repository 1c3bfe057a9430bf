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


def test_a_decision_on_papers_that_changed_meanwhile_is_not_kept(office, form):
    client = office.client()
    page = client.get(CASE).text
    token, mark = (page.split(f'name="{name}" value="')[1].split('"')[0] for name in ("csrf", "bewijs"))
    with (office.inbox / "gmb-2021-3318.pdf").open("ab") as more:
        more.write(b"\n% anders")
    office.night()
    answer = client.post(
        CASE, data={"csrf": token, "bewijs": mark, "oordeel": "toch deels", "toelichting": "mijn reden"}
    )
    assert answer.status_code == 409
    assert "mijn reden" in answer.text
    assert office.decisions() == []


def fields_of(client, page=CASE):
    """The hidden fields of a page: what a form sends that a browser kept in its cache."""
    return dict(re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', client.get(page).text))


def send(client, action, fields, **values):
    answer = client.post(action, data=fields | values, follow_redirects=False)
    assert answer.status_code == 303, answer.text
    return answer.headers["location"].split("terug=")[1]


def test_a_form_sent_twice_is_one_decision(office):
    client = office.client()
    fields = fields_of(client)
    first, second = (send(client, CASE, fields, oordeel="bevestigd") for _ in range(2))
    (made,) = office.decisions()
    assert first == second == made.key


def test_the_same_form_with_another_verdict_is_another_decision(office):
    client = office.client()
    fields = fields_of(client)
    send(client, CASE, fields, oordeel="bevestigd")
    keys = [send(client, CASE, fields, oordeel="toch deels", toelichting="vergissing") for _ in range(2)]
    assert [one.oordeel for one in office.decisions()] == ["bevestigd", "toch deels"]
    assert keys == [office.decisions()[-1].key] * 2


def test_the_same_form_with_another_explanation_is_another_decision(office):
    client = office.client()
    fields = fields_of(client)
    for reason in ("eerst", "later"):
        send(client, CASE, fields, oordeel="toch deels", toelichting=reason)
    assert [one.toelichting for one in office.decisions()] == ["eerst", "later"]


def test_who_changes_back_with_the_same_form_is_believed(office):
    client = office.client()
    fields = fields_of(client)
    for verdict in ("bevestigd", "niet ons onderwerp", "bevestigd"):
        send(client, CASE, fields, oordeel=verdict, toelichting="x")
    assert [one.oordeel for one in office.decisions()] == ["bevestigd", "niet ons onderwerp", "bevestigd"]


def test_what_was_taken_back_is_decided_anew_with_the_same_form(office, form):
    client = office.client()
    fields = fields_of(client)
    key = send(client, CASE, fields, oordeel="bevestigd")
    form(client, "/logboek", f"/logboek/{key}/terug")
    again = send(client, CASE, fields, oordeel="bevestigd")
    assert again != key
    assert [one.soort for one in office.decisions()] == ["beleid", "intrekking", "beleid"]


def test_the_number_of_somebody_elses_form_keeps_no_decision_from_the_log(office):
    first, second = (as_person(office, name, "kernteam") for name in ("j.devries", "a.bakker"))
    number = fields_of(first)["nummer"]
    for client in (first, second):
        send(client, CASE, fields_of(client) | {"nummer": number}, oordeel="bevestigd")
    assert [one.wie for one in office.decisions()] == ["j.devries", "a.bakker"]


def test_both_forms_of_a_case_are_kept(office):
    client = office.client()
    fields = fields_of(client)
    for theme in ("zorg", "arbeidsmarkt", "zorg"):
        send(client, f"{CASE}/thema", fields, thema=theme, oordeel="gedekt", toelichting="paragraaf 6")
    send(client, CASE, fields, oordeel="bevestigd")
    assert [one.thema or one.oordeel for one in office.decisions()] == ["zorg", "arbeidsmarkt", "bevestigd"]


def test_the_same_form_of_a_passage_with_another_answer_is_another_decision(office):
    client = office.client()
    address = passage_of(client)
    fields = fields_of(client, address)
    for strength in ("ambitie", "context", "context"):
        send(client, address, fields, sterkte=strength, toelichting="gelezen")
    assert [one.sterkte for one in office.decisions()] == ["ambitie", "context"]


def passage_of(client, number=3):
    sha = client.get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    return f"/stuk/{sha}/passage/{number}"


@pytest.mark.parametrize("number", ["", "9" * 1000, "x", "٣" * 32], ids=["leeg", "lang", "x", "arabisch"])
@pytest.mark.parametrize("form_of", ["oordeel", "thema", "passage"])
def test_a_form_without_a_number_is_refused_and_keeps_nothing(office, form_of, number):
    client = office.client()
    action = {"oordeel": CASE, "thema": f"{CASE}/thema", "passage": passage_of(client)}[form_of]
    values = {"oordeel": "gedekt" if form_of == "thema" else "bevestigd", "thema": "zorg", "sterkte": "ambitie"}
    page = action.removesuffix("/thema")
    answer = client.post(action, data=fields_of(client, page) | values | {"nummer": number, "toelichting": "x"})
    assert answer.status_code == 400
    assert "niet bewaard" in answer.text
    assert office.decisions() == []


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


def test_a_cell_that_a_corrected_passage_changed_says_that_a_review_did(office, form):
    client = office.client()
    sha = client.get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    for number in (3, 4, 5):
        address = f"/stuk/{sha}/passage/{number}"
        form(client, address, address, thema=["arbeidsmarkt"], sterkte="maatregel", toelichting="over de werkgever")
    office.night()
    causes = {row["kolom"]: row["oorzaak"] for row in office.changes() if row["gm_code"] == DEURNE}
    assert causes["arbeidsmarkt"] == "beoordeling"


def test_a_script_in_a_reason_is_shown_as_it_was_written(office, form):
    form(office.client(), CASE, CASE, oordeel="toch deels", toelichting="<script>alert(1)</script>")
    text = office.client().get("/logboek").text
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)" in text


def test_a_line_end_in_an_explanation_counts_as_one_sign(office, form):
    lines = "\r\n".join(["x" * 7] * 500)
    assert form(office.client(), CASE, CASE, oordeel="toch deels", toelichting=lines).status_code == 303
    (decision,) = office.decisions()
    assert decision.toelichting == lines.replace("\r\n", "\n")


@pytest.mark.parametrize("action", [CASE, f"{CASE}/thema"])
def test_an_explanation_that_is_too_long_comes_back_in_its_form(office, form, action):
    values = {"oordeel": "toch deels"} if action == CASE else {"oordeel": "gedekt", "thema": "zorg"}
    answer = form(office.client(), CASE, action, toelichting="lang " * 900, **values)
    assert answer.status_code == 422
    assert "hoogstens 4.000 tekens, dit zijn er 4.499" in answer.text
    assert "lang " * 899 in answer.text
    assert office.decisions() == []


def test_an_explanation_of_a_passage_that_is_too_long_comes_back_in_its_form(office, form):
    client = office.client()
    sha = client.get(CASE).text.split('href="/stuk/')[1].split('"')[0]
    address = f"/stuk/{sha}/passage/3"
    answer = form(client, address, address, sterkte="maatregel", toelichting="lang " * 900)
    assert answer.status_code == 422
    assert "lang " * 899 in answer.text
    assert office.decisions() == []


def test_a_browser_cuts_no_explanation_short_without_a_word(reader):
    for page in (CASE, passage_of(reader)):
        fields = re.findall(r"<textarea[^>]*>", reader.get(page).text)
        assert fields
        assert not [field for field in fields if "maxlength" in field]


def test_a_theme_that_was_chosen_stands_in_the_form_that_comes_back(office, form):
    answer = form(office.client(), CASE, f"{CASE}/thema", thema="zorg", oordeel="niet gedekt", toelichting=" ")
    assert answer.status_code == 422
    assert re.findall(r"<option[^>]* selected>([^<]+)<", answer.text.split('id="thema"')[1]) == ["zorg", "niet gedekt"]


def test_what_was_ticked_of_a_passage_stands_in_the_form_that_comes_back(office, form):
    client = office.client()
    address = passage_of(client)
    answer = form(client, address, address, thema=["zorg", "registratie"], sterkte="ambitie", toelichting=" ")
    assert answer.status_code == 422
    assert re.findall(r'id="[ts]-(\w+)"[^>]* checked', answer.text) == ["registratie", "zorg", "ambitie"]


@pytest.mark.parametrize("form_of", ["oordeel", "thema", "passage"])
def test_a_decision_that_could_not_be_written_comes_back_in_its_form_with_what_to_do(office, form_of):
    client = office.client()
    action = {"oordeel": CASE, "thema": f"{CASE}/thema", "passage": passage_of(client)}[form_of]
    values = {"oordeel": "gedekt" if form_of == "thema" else "toch deels", "thema": "zorg", "sterkte": "ambitie"}
    fields = fields_of(client, action.removesuffix("/thema"))
    with client.app.state.site.log.engine.connect() as connection:
        connection.connection.execute("PRAGMA query_only=ON")
    answer = client.post(action, data=fields | values | {"toelichting": "gebeld met de gemeente"})
    assert answer.status_code == 503
    assert "Er is niets bewaard" in answer.text
    assert "daar mag niet worden geschreven. Geef de gebruiker die themaspin draait daar rechten" in answer.text
    assert "gebeld met de gemeente</textarea>" in answer.text


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


def change_passage(office, number, **columns):
    """A run since read the paper otherwise."""
    with closing(sqlite3.connect(office.outputs / "site.sqlite")) as site:
        names = ", ".join(f"{name} = ?" for name in columns)
        (sha,) = site.execute("SELECT sha FROM bestand WHERE pad = 'gmb-2021-3318.pdf'").fetchone()
        site.execute(f"UPDATE passage SET {names} WHERE sha = ? AND nummer = ?", (*columns.values(), sha, number))
        site.commit()


OTHERWISE = '{"labels": ["zorg"], "uncertain": [], "scores": {"huisvesting": 0, "arbeidsmarkt": 0, "registratie": 0, "zorg": 1, "handhaving": 0}, "strength": "context"}'  # noqa: E501


@pytest.mark.parametrize("change", [{"tekst": "Iets heel anders."}, {"oordeel": OTHERWISE}], ids=["tekst", "oordeel"])
def test_what_is_said_of_a_passage_that_changed_meanwhile_is_not_kept(office, change):
    client = office.client()
    address = passage_of(client)
    fields = fields_of(client, address)
    change_passage(office, 3, **change)
    answer = client.post(
        address, data=fields | {"thema": ["registratie"], "sterkte": "ambitie", "toelichting": "de brp"}
    )
    assert answer.status_code == 409
    assert "veranderd terwijl u keek" in answer.text
    assert "de brp</textarea>" in answer.text
    assert office.decisions() == []
    send(client, address, fields_of(client, address), thema=["registratie"], sterkte="ambitie", toelichting="de brp")
