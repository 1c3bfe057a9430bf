"""The forms of a review: sent twice, sent again with another answer, and those that come back."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing

import pytest

from tests.web.test_reviewing import CASE, as_person


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
