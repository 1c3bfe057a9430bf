"""Two who look at the same at the same time: the second is told what the first decided, and decides again; nothing is lost."""

from __future__ import annotations

import html
import re
import threading

import pytest

from pipeline.store.decisions import Decision, open_decisions
from pipeline.web.log import DecidedMeanwhile, DecisionLog

from .conftest import DEURNE
from .test_review_forms import fields_of, passage_of, send
from .test_reviewing import CASE, as_person

pytestmark = pytest.mark.traag
REASON = 'hoofdstuk 4 gaat over zorg\nen zegt "huisarts" & meer'


@pytest.fixture
def two(office):
    return as_person(office, "j.devries", "kernteam"), as_person(office, "a.bakker", "kernteam")


def warning_of(answer):
    """What the page says that happened meanwhile, and the form by which one confirms."""
    assert answer.status_code == 409, answer.text
    part = re.search(r'<div class="intussen".*?</form>\s*</div>', answer.text, re.S)[0]
    fields = {}
    for name, value in re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', part):
        fields.setdefault(name, []).append(html.unescape(value))
    return " ".join(re.sub(r"<[^>]+>", " ", html.unescape(part)).split()), fields


def overtaken(client, action, fields, **values):
    return warning_of(client.post(action, data=fields | values, follow_redirects=False))


def test_a_verdict_that_came_after_another_is_not_kept_and_shows_both(office, two):
    first, second = two
    seen = fields_of(second)
    send(first, CASE, fields_of(first), oordeel="bevestigd", toelichting="gelezen")
    said, _ = overtaken(second, CASE, seen, oordeel="toch deels", toelichting=REASON)
    assert "Intussen heeft j.devries hierover geoordeeld. Uw oordeel is nog niet bewaard." in said
    assert "j.devries , " in said
    assert "bevestigd: alleen huisvesting gelezen" in said
    assert f"Uw oordeel : toch deels {' '.join(REASON.split())}" in said
    assert [one.wie for one in office.decisions()] == ["j.devries"]


def test_who_confirms_has_the_verdict_kept_as_it_was_given(office, two):
    first, second = two
    seen = fields_of(second)
    send(first, CASE, fields_of(first), oordeel="bevestigd")
    _, confirm = overtaken(second, CASE, seen, oordeel="toch deels", toelichting=REASON)
    send(second, CASE, confirm)
    kept = office.decisions()[-1]
    assert (kept.wie, kept.oordeel, kept.toelichting) == ("a.bakker", "toch deels", REASON)


def test_the_explanation_stands_in_the_ordinary_form_too_to_decide_otherwise(two):
    first, second = two
    seen = fields_of(second)
    send(first, CASE, fields_of(first), oordeel="bevestigd")
    answer = second.post(CASE, data=seen | {"oordeel": "toch deels", "toelichting": REASON})
    assert html.unescape(re.search(r'<textarea id="toelichting"[^>]*>(.*?)</textarea>', answer.text, re.S)[1]) == REASON


def test_who_confirms_is_asked_again_where_yet_another_came_in_between(office, two):
    first, second = two
    third = as_person(office, "b.heer", "kernteam")
    seen, seen_by_third = fields_of(second), fields_of(third)
    send(first, CASE, fields_of(first), oordeel="bevestigd")
    _, confirm = overtaken(second, CASE, seen, oordeel="toch deels", toelichting="zorg")
    _, confirm_third = overtaken(third, CASE, seen_by_third, oordeel="niet ons onderwerp", toelichting="x")
    send(third, CASE, confirm_third)
    said, _ = overtaken(second, CASE, confirm)
    assert "Intussen heeft b.heer hierover geoordeeld" in said
    assert [one.wie for one in office.decisions()] == ["j.devries", "b.heer"]


def test_the_verdict_of_several_names_them_all(office, two):
    first, second = two
    third = as_person(office, "b.heer", "kernteam")
    seen = fields_of(third)
    for client in (first, second):
        send(client, CASE, fields_of(client), oordeel="bevestigd")
    said, _ = overtaken(third, CASE, seen, oordeel="bevestigd")
    assert "Intussen hebben j.devries en a.bakker hierover geoordeeld." in said


def test_another_tab_of_oneself_is_told_of_too(office):
    client = office.client()
    seen = fields_of(client)
    send(client, CASE, fields_of(client), oordeel="bevestigd")
    said, confirm = overtaken(client, CASE, seen, oordeel="toch deels", toelichting="bij nader inzien")
    assert "Intussen hebt u zelf (in een ander venster) hierover geoordeeld." in said
    send(client, CASE, confirm)
    assert [one.oordeel for one in office.decisions()] == ["bevestigd", "toch deels"]


def test_who_goes_back_with_the_same_form_is_asked_nothing_of_oneself_but_of_others_is(office, two):
    first, second = two
    seen = fields_of(first)
    send(first, CASE, seen, oordeel="bevestigd")
    send(first, CASE, seen, oordeel="toch deels", toelichting="vergissing")
    send(second, CASE, fields_of(second), oordeel="bevestigd")
    said, _ = overtaken(first, CASE, seen, oordeel="niet ons onderwerp", toelichting="toch niet")
    assert "Intussen heeft a.bakker hierover geoordeeld" in said


def test_what_was_taken_back_meanwhile_is_no_verdict_to_be_told_of(office, two, form):
    first, second = two
    seen = fields_of(second)
    key = send(first, CASE, fields_of(first), oordeel="bevestigd")
    form(first, "/logboek", f"/logboek/{key}/terug")
    send(second, CASE, seen, oordeel="bevestigd")


def test_a_decision_on_another_municipality_is_not_told_of(office, two):
    first, second = two
    seen = fields_of(second)
    other = "/beoordelen/GM1728"
    send(first, other, fields_of(first, other), oordeel="bevestigd")
    send(second, CASE, seen, oordeel="bevestigd")


@pytest.mark.parametrize("mark", ["", "0" * 32, "x"])
def test_a_form_that_does_not_say_what_was_seen_is_asked_to_confirm(two, mark):
    first, second = two
    seen = fields_of(second)
    send(first, CASE, fields_of(first), oordeel="bevestigd")
    overtaken(second, CASE, seen | {"gezien": mark}, oordeel="bevestigd")


def test_a_theme_that_was_corrected_meanwhile_is_told_of_to_who_corrects_it_or_gives_a_verdict(office, two):
    first, second = two
    seen = fields_of(second)
    send(first, f"{CASE}/thema", fields_of(first), thema="zorg", oordeel="gedekt", toelichting="paragraaf 6")
    said, confirm = overtaken(
        second, f"{CASE}/thema", seen, thema="zorg", oordeel="afgeleid", toelichting="alleen de GGD"
    )
    assert "thema zorg is gedekt paragraaf 6" in said
    assert "Uw oordeel : thema zorg is afgeleid alleen de GGD" in said
    overtaken(second, CASE, seen, oordeel="bevestigd")
    send(second, f"{CASE}/thema", confirm)
    assert [(one.wie, one.oordeel) for one in office.decisions()] == [("j.devries", "gedekt"), ("a.bakker", "afgeleid")]


def test_another_theme_that_was_corrected_meanwhile_is_not_told_of(office, two):
    first, second = two
    seen = fields_of(second)
    send(first, f"{CASE}/thema", fields_of(first), thema="zorg", oordeel="gedekt", toelichting="paragraaf 6")
    send(second, f"{CASE}/thema", seen, thema="registratie", oordeel="gedekt", toelichting="paragraaf 7")
    assert len(office.decisions()) == 2


def test_a_passage_that_was_judged_meanwhile_shows_both_and_keeps_what_was_ticked(office, two):
    first, second = two
    address = passage_of(first)
    seen = fields_of(second, address)
    send(first, address, fields_of(first, address), thema=["zorg"], sterkte="ambitie", toelichting="de huisarts")
    said, confirm = overtaken(
        second, address, seen, thema=["arbeidsmarkt", "registratie"], sterkte="maatregel", toelichting="de werkgever"
    )
    assert "Intussen heeft j.devries hierover geoordeeld" in said
    assert "verbeterd: zorg, doel of voornemen de huisarts" in said
    assert "Uw oordeel : verbeterd: arbeidsmarkt en registratie, maatregel de werkgever" in said
    send(second, address, confirm)
    kept = office.decisions()[-1]
    assert (kept.labels, kept.sterkte, kept.toelichting) == (
        ("arbeidsmarkt", "registratie"),
        "maatregel",
        "de werkgever",
    )


def test_of_verdicts_that_come_in_at_once_only_the_first_is_kept_unasked(tmp_path):
    address = f"sqlite:///{tmp_path / 'g.sqlite'}"
    logs = [DecisionLog(open_decisions(address)) for _ in range(6)]
    start, outcome = threading.Barrier(len(logs)), []

    def decide(log, number):
        decision = Decision(DEURNE, "bevestigd", "", f"b{number}", "", ("f" * 64,), id=f"{number:032x}")
        start.wait()
        try:
            outcome.append(log.keep(decision, "").wie)
        except DecidedMeanwhile as told:
            outcome.append([one.wie for one in told.made])

    hands = [threading.Thread(target=decide, args=(log, number)) for number, log in enumerate(logs)]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    (kept,) = [one for one in outcome if isinstance(one, str)]
    assert [one for one in outcome if one != kept] == [[kept]] * 5
    assert [one.wie for one in logs[0].all()] == [kept]
