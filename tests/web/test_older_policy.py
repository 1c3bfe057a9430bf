"""A municipality with current policy and an older paper that still holds: cells rest on both, the type on the current one alone."""

from __future__ import annotations

import re
import shutil

import pytest

from .conftest import DEURNE, EXAMPLES, Office
from .test_review_forms import fields_of

OLD = "Deurne/zorgnota.pdf"
CASE = f"/beoordelen/{DEURNE}"

pytestmark = pytest.mark.traag


def put_old_paper(office: Office) -> None:
    """A paper on care of 2012 of Deurne, which was never withdrawn."""
    (office.inbox / OLD).parent.mkdir()
    shutil.copy(EXAMPLES / "Oss_gezondheid_opvang_2022.pdf", office.inbox / OLD)
    stated = 'gemeenten = ["Deurne"]\ndatum = 2012-05-12\nsoort = "beleid"\nstatus = "vastgesteld"\ntitel = "Zorgnota 2012"\n'
    (office.inbox / OLD).with_suffix(".toml").write_text(stated, encoding="utf-8")
    office.night()


@pytest.fixture(scope="module")
def both(first_night, tmp_path_factory):
    folder = tmp_path_factory.mktemp("oud")
    shutil.copytree(first_night.inbox, folder / "inbox")
    shutil.copytree(first_night.outputs, folder / "uit", symlinks=True)
    office = Office(folder / "inbox", folder / "uit")
    put_old_paper(office)
    return office


@pytest.fixture(scope="module")
def seen(both):
    return both.client()


def section(text: str, theme: str) -> str:
    return text.split(f"{theme}: gedekt</h3>")[1].split("</section>")[0]


def test_the_older_paper_covers_a_cell_and_leaves_the_type_as_it_is(both):
    row = both.matrix(DEURNE)
    assert (row["status"], row["zorg"]) == ("huisvesting", "gedekt")


def test_the_page_of_a_municipality_shows_the_older_evidence_of_a_cell(seen):
    text = section(seen.get(f"/gemeente/{DEURNE}").text, "Zorg")
    assert "Geen passage over dit thema" not in text
    assert 'class="bewijs"' in text
    assert re.search(r"blz\. \d", text)


def test_the_page_of_a_theme_shows_the_older_evidence_of_a_cell(seen):
    text = seen.get(f"/gemeente/{DEURNE}/zorg").text
    assert "0 passages" not in text
    assert "Zorgnota 2012" in text


def test_the_older_paper_is_called_what_it_is(seen):
    (item,) = [
        one for one in re.findall(r'<li class="stuk[^"]*">.*?</li>', seen.get(f"/gemeente/{DEURNE}").text, re.S)
        if "Zorgnota 2012" in one
    ]  # fmt: skip
    assert "ouder beleid dat nog geldt" in item
    assert "eigen stuk" not in item


def test_a_case_shows_the_older_evidence_and_says_that_the_type_does_not_rest_on_it(seen):
    text = seen.get(CASE).text
    against, _ = text.split('id="kop-voor"')
    assert 'class="bewijs"' in section(against, "Zorg")
    assert "Zorgnota 2012" in text.split("</h1>")[1].split("Spreekt ertegen")[0]
    assert "Wat daarin staat telt in de cellen, niet in het type" in text


def test_a_theme_is_judged_on_all_policy_in_force_and_reopens_with_the_older_paper(office, form):
    put_old_paper(office)
    client = office.client()
    form(client, CASE, f"{CASE}/thema", thema="zorg", oordeel="niet gedekt", toelichting="dat loopt niet meer")
    (made,) = office.decisions()
    assert sorted(made.stukken) == [OLD, "gmb-2021-3318.pdf"]
    office.night()
    assert (office.matrix(DEURNE)["zorg"], office.matrix(DEURNE)["beoordeling"]) == ("niet gedekt", "thema verbeterd")
    with (office.inbox / OLD).open("ab") as more:
        more.write(b"\n% anders")
    office.night()
    assert (office.matrix(DEURNE)["zorg"], office.matrix(DEURNE)["beoordeling"]) == ("gedekt", "heropend")


def test_a_decision_on_an_older_paper_that_changed_meanwhile_is_not_kept(office, form):
    put_old_paper(office)
    client = office.client()
    fields = fields_of(client)
    with (office.inbox / OLD).open("ab") as more:
        more.write(b"\n% anders")
    office.night()
    answer = client.post(f"{CASE}/thema", data=fields | {"thema": "zorg", "oordeel": "niet gedekt", "toelichting": "x"})
    assert answer.status_code == 409
    assert office.decisions() == []
