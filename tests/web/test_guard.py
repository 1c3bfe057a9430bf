"""What holds for every request: forms that are not ours, too large, or sent by another site; what a browser may do."""

from __future__ import annotations

import pytest

from .conftest import DEURNE

CASE = f"/beoordelen/{DEURNE}"
pytestmark = pytest.mark.traag


def test_no_page_lets_a_browser_run_or_fetch_anything_from_elsewhere(reader):
    answer = reader.get("/")
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "unsafe" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"
    for elsewhere in ('src="http', 'href="http', "url(http", "style=", "onclick"):
        assert elsewhere not in answer.text


def test_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites(first_night):
    cookie = first_night.client().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie


def test_behind_a_proxy_the_cookie_travels_encrypted_only(first_night):
    client = first_night.client(web_proxies=["127.0.0.1"], web_namen=["localhost"])
    assert "Secure" in client.get("/", headers={"x-forwarded-user": "a"}).headers["set-cookie"]


@pytest.mark.parametrize("token", [{}, {"csrf": ""}, {"csrf": "0" * 64}, {"csrf": "é"}])
def test_a_form_without_its_token_decides_nothing(office, token):
    answer = office.client().post(CASE, data={"oordeel": "bevestigd"} | token)
    assert answer.status_code == 403
    assert "niet verwerkt" in answer.text
    assert office.decisions() == []


def test_the_token_of_another_browser_is_not_taken(office, form):
    theirs, mine = office.client(), office.client()
    text = theirs.get(CASE).text
    token = text.split('name="csrf" value="')[1].split('"')[0]
    mine.get(CASE)
    assert mine.post(CASE, data={"oordeel": "bevestigd", "csrf": token}).status_code == 403


@pytest.mark.parametrize("cookies", ["{foreign}; {ours}", "{ours}; {foreign}"])
@pytest.mark.parametrize("foreign", ['a={"x":1}', "prefs=a b c", "naam=Zoë", "a[b]=1", "los", '="'])
def test_a_cookie_of_another_program_on_this_name_costs_no_form(first_night, cookies, foreign):
    client = first_night.client()
    ours = client.get("/").headers["set-cookie"].partition(";")[0]
    client.cookies.clear()
    sent = {"cookie": cookies.format(foreign=foreign, ours=ours).encode()}
    token = client.get(CASE, headers=sent).text.split('name="csrf" value="')[1].split('"')[0]
    client.cookies.clear()
    answer = client.post(CASE, data={"csrf": token, "oordeel": "niets"}, headers=sent)
    assert answer.status_code == 422  # the form was taken; its verdict is none


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "https://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site"},
    ],
)
def test_a_form_on_another_site_is_refused(office, headers):
    answer = office.client().post(CASE, data={"oordeel": "bevestigd"}, headers=headers)
    assert answer.status_code == 403
    assert "andere website" in answer.text


def test_a_form_that_is_too_large_is_refused(office, form):
    client = office.client()
    assert client.post(CASE, data={"toelichting": "x" * 70_000}).status_code == 413
    endless = client.post(
        CASE,
        content=(b"toelichting=" + b"x" * 9_000 for _ in range(10)),
        headers={"content-type": "application/x-www-form-urlencoded"},
    )
    assert endless.status_code in {400, 413}
    assert office.decisions() == []


def test_a_refusal_is_a_dutch_page(reader):
    answer = reader.get("/", headers={"host": "evil.example"})
    assert answer.status_code == 400
    assert '<html lang="nl">' in answer.text
    assert "onder die naam niet bekend" in answer.text


@pytest.mark.parametrize(
    ("address", "status"),
    [("/nergens", 404), ("/static/../app.py", 404), ("/static/%2e%2e/app.py", 404), ("/openapi.json", 404)],
)
def test_what_is_not_there_says_so_in_dutch(reader, address, status):
    answer = reader.get(address)
    assert answer.status_code == status
    assert "Deze pagina bestaat niet" in answer.text


def test_another_method_is_refused(reader):
    assert reader.delete("/", headers={"origin": "http://localhost"}).status_code == 405


def test_a_restart_leaves_open_forms_valid(office, form):
    first = office.client()
    text = first.get(CASE).text
    token = text.split('name="csrf" value="')[1].split('"')[0]
    again = office.client()
    again.cookies = first.cookies
    answer = again.post(CASE, data={"csrf": token, "oordeel": "niets"})
    assert answer.status_code == 422  # the form was taken; its verdict is none


@pytest.mark.parametrize(
    "page", ["/", "/documenten", "/logboek", f"/gemeente/{DEURNE}", CASE, "/static/stijl.css", "/bestaat-niet"]
)
def test_who_asks_for_the_head_of_a_page_gets_it_without_the_page(reader, page):
    whole, head = reader.get(page), reader.head(page)
    assert head.status_code == whole.status_code
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.content == b""


def test_a_form_has_no_head_of_its_own(reader):
    assert reader.head("/peildatum").status_code == 405
