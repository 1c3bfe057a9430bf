"""Whatever is asked, in whatever role, the site answers in its own words and never fails."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from .conftest import DEURNE

pytestmark = pytest.mark.traag

NASTY = ["..", "../../etc/passwd", "\x00", "%", "'", '"', "<script>", "GM0762", "0", "-1", "9" * 30, "0" * 64, "é💥"]
NASTY += ["a" * 3000, "1e5", "None"]
text = st.one_of(st.sampled_from(NASTY), st.text(max_size=40))
FIELDS = ["csrf", "nummer", "bewijs", "oordeel", "toelichting", "thema", "sterkte", "dag", "q", "gemeente", "soort", "jaar", "vanaf",
          "verwerking", "peildatum", "blz", "heel", "gedaan", "terug", "gezien"]  # fmt: skip
VALUES = st.one_of(
    text,
    st.sampled_from(
        ["bevestigd", "toch deels", "gedekt", "zorg", "maatregel", "2021-01-01", "2021", "GM0762", "ok", "beleid", "1"]
    ),
)
PATTERNS = ["/", "/gemeente/{}", "/gemeente/{}/{}", "/beoordelen", "/beoordelen/{}", "/beoordelen/{}/thema", "/documenten", "/moties",
            "/stuk/{}", "/stuk/{}/bestand", "/stuk/{}/passage/{}", "/stuk/{}/passage/{}/beeld.webp", "/logboek", "/logboek/{}/terug",
            "/peildatum", "/uitleg", "/static/{}", "/{}"]  # fmt: skip


@pytest.fixture(scope="module")
def client(first_night):
    return first_night.client()


@pytest.fixture(scope="module")
def known(client):
    sha = client.get(f"/beoordelen/{DEURNE}").text.split('href="/stuk/')[1].split('"')[0]
    return [DEURNE, sha, "huisvesting", "3"]


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_request_ends_in_a_fault(client, known, data):
    parts = st.one_of(st.sampled_from(known), text)
    pattern = data.draw(st.sampled_from(PATTERNS))
    filled = [quote(data.draw(parts), safe="") for _ in range(pattern.count("{}"))]
    query = data.draw(st.dictionaries(st.sampled_from(FIELDS), VALUES, max_size=4))
    answer = client.get(pattern.format(*filled), params=query)
    assert answer.status_code < 500, (pattern, filled, query)


@settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_form_ends_in_a_fault_or_a_decision_without_its_token(client, known, first_night, data):
    parts = st.one_of(st.sampled_from(known), text)
    pattern = data.draw(st.sampled_from(PATTERNS))
    filled = [quote(data.draw(parts), safe="") for _ in range(pattern.count("{}"))]
    fields = data.draw(
        st.dictionaries(st.sampled_from(FIELDS), st.one_of(VALUES, st.lists(VALUES, max_size=3)), max_size=8)
    )
    answer = client.post(pattern.format(*filled), data=fields, follow_redirects=False)
    assert 400 <= answer.status_code < 500, (pattern, filled, fields)


def test_no_form_left_a_decision(first_night):
    assert first_night.decisions() == []


@pytest.fixture
def honest(office):
    """A reviewer with a site of one's own, and the token of its forms."""
    from pipeline.web.access import Role, Visitor, _login
    from pipeline.web.guard import COOKIE, form_token, site_key

    client = office.client()
    client.get("/")
    return client, form_token(site_key(office.outputs), client.cookies[COOKIE], Visitor(_login(), Role.BEHEERDER))


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data())
def test_no_form_with_its_token_ends_in_a_fault(known, honest, data):
    client, token = honest
    parts = st.one_of(st.sampled_from(known), text)
    pattern = data.draw(st.sampled_from([one for one in PATTERNS if one != "/peildatum"]))
    filled = [quote(data.draw(parts), safe="") for _ in range(pattern.count("{}"))]
    fields = data.draw(
        st.dictionaries(st.sampled_from(FIELDS), st.one_of(VALUES, st.lists(VALUES, max_size=3)), max_size=8)
    )
    answer = client.post(pattern.format(*filled), data=fields | {"csrf": token}, follow_redirects=False)
    assert answer.status_code < 500, (pattern, filled, fields)
