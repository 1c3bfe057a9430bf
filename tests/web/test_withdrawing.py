"""The log says which decision a withdrawal took back, and leads to it."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from pipeline.store.decisions import PASSAGE, THEME, WITHDRAWAL, Decision, add_decisions, open_decisions
from pipeline.web.queries import PAGE_LENGTH

from .conftest import DEURNE

CASE = f"/beoordelen/{DEURNE}"
FIRST = Decision(DEURNE, "gedekt", "x", "a", "2021-01-02T09:00:00", (), THEME, "eerste", thema="zorg")
GONE = Decision(DEURNE, "ingetrokken", "", "a", "2021-01-03T09:00:00", (), WITHDRAWAL, "weg", herroept="eerste")

pytestmark = pytest.mark.traag


def row_of(client, key, start=0):
    """The row of a decision in the log, and its words."""
    text = client.get("/logboek", params={"vanaf": start}).text
    row = text.split(f'<li id="b-{key}"')[1].split("</li>")[0]
    return row, " ".join(re.sub("<[^>]+>", "", row).split())


@pytest.fixture
def logged(office):
    """Puts decisions in the log as they are; returns the site."""

    def put(*decisions):
        add_decisions(open_decisions(office.settings.store), decisions)
        return office.client()

    return put


def test_a_withdrawal_says_what_was_withdrawn_and_leads_to_it(office, form):
    client = office.client()
    form(client, CASE, CASE, oordeel="toch deels", toelichting="vergissing")
    form(client, "/logboek", f"/logboek/{office.decisions()[0].key}/terug")
    made, withdrawal = office.decisions()
    row, words = row_of(client, withdrawal.key)
    assert f'href="/logboek#b-{made.key}"' in row
    assert "trok in: toch deels" in words
    assert "vergissing" in row_of(client, made.key)[1]


def test_a_withdrawal_leads_to_the_page_on_which_the_decision_stands(logged):
    client = logged(FIRST, *(replace(FIRST, id=f"n{number}") for number in range(PAGE_LENGTH)), GONE)
    assert f'href="/logboek?vanaf={PAGE_LENGTH}#b-eerste"' in row_of(client, "weg")[0]
    assert "thema zorg is gedekt" in row_of(client, "eerste", PAGE_LENGTH)[1]


def test_a_withdrawal_of_what_was_said_of_a_passage_names_its_paper(logged):
    said = replace(
        FIRST, soort=PASSAGE, oordeel="verbeterd", passage="Een zin.", gm_code="", thema="", labels=("zorg",)
    )
    client = logged(
        replace(said, sterkte="maatregel", bewijs=("a" * 64,), stukken=("nota.pdf",)), replace(GONE, gm_code="")
    )
    row, words = row_of(client, "weg")
    assert f'<a href="/stuk/{"a" * 64}">nota.pdf</a>' in row
    assert "trok in: verbeterd: zorg, maatregel" in words


def test_a_withdrawal_of_what_is_not_in_the_log_says_no_more_than_that(logged):
    assert "trok een beslissing in" in row_of(logged(GONE), "weg")[1]
