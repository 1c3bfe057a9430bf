"""A dossier is made once, and again only when something that it was made from changes; a kept one is as good as a new one."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace

import pytest

from pipeline.coverage.assessment import assess
from pipeline.night import dossiers, workshop
from pipeline.night.dossiers import Dossiers, remembered
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files
from pipeline.night.understanding import not_understood, passages_of, understand
from pipeline.store.decisions import PASSAGE, Decision
from pipeline.themes.judging import judged_text
from pipeline.themes.reviewed import passage_corrections
from tests.publish.nights import EXAMPLES, drawn_rows, inbox_of, knowing, workshop_of

pytestmark = pytest.mark.traag

BLADEL, MOTION, PARKING = "Bladel_beleidsregels_2018.pdf", "m4_vreemd_aan_de_orde.pdf", "Nota_parkeernormen_Best.pdf"
DAY = "2021-01-01"


@pytest.fixture
def inbox(tmp_path):
    folder = inbox_of(tmp_path / "in", (BLADEL, MOTION, PARKING))
    (folder / "geheim.pdf").symlink_to("/etc/hostname")  # refused
    return folder


@pytest.fixture
def made(monkeypatch):
    """The paths of the dossiers that were made."""
    paths, file = [], dossiers._file

    def filing(key, dossier, *rest):
        paths.append(dossier.path)
        return file(key, dossier, *rest)

    monkeypatch.setattr(dossiers, "_file", filing)
    return paths


@pytest.fixture
def draw(inbox, made, examples_store):
    """Does a night with these decisions and settings; returns its tables and the paths of the dossiers that it made."""
    knowing(examples_store, inbox.parent / "uit")

    def night(decisions=(), outputs="uit", **settings):
        workshop = workshop_of(inbox, inbox.parent / outputs, DAY, **settings)
        contents = open_inbox(workshop)
        read_files(workshop, unread(workshop, contents))
        understand(workshop, not_understood(workshop, contents))
        made.clear()
        picture = draw_picture(workshop, contents, decisions)
        tables = drawn_rows(picture)
        workshop.store.close()
        return tables, set(made)

    return night


def corrected(inbox):
    """A reviewer says that a passage of Bladel's paper is about nothing."""
    workshop = workshop_of(inbox, inbox.parent / "uit", DAY)
    picture = draw_picture(workshop, open_inbox(workshop), ())
    (dossier,) = [one for one in picture.dossiers if one.path == BLADEL]
    text = judged_text(passages_of(workshop, dossier.sha256)[picture.evidence(dossier)[0].passage])
    workshop.store.close()
    return Decision(
        gm_code="GM1728", soort=PASSAGE, oordeel="verbeterd", passage=text, wie="kernteam", wanneer="2021-02-01T10:00:00",
        toelichting="gaat nergens over", bewijs=(),
    )  # fmt: skip


def test_a_night_without_anything_new_makes_none_and_says_the_same(draw):
    first, all_of_them = draw()
    assert all_of_them == {BLADEL, MOTION, PARKING, "geheim.pdf"}
    assert draw() == (first, set())


def test_a_changed_a_new_and_a_gone_paper_cost_no_more_than_themselves(draw, inbox):
    draw()
    with (inbox / BLADEL).open("ab") as more:
        more.write(b"\n% anders")
    shutil.copy(EXAMPLES / "Huisvestingsbeleid_getekend.pdf", inbox / "nieuw.pdf")
    (inbox / PARKING).unlink()
    tables, made = draw()
    assert made == {BLADEL, "nieuw.pdf"}
    assert tables == draw(outputs="vers")[0]


def test_a_second_toml_beside_a_paper_is_told_of_in_its_row(draw, inbox):
    (inbox / f"{BLADEL}.toml").write_text('titel = "Woonbeleid"')
    draw()
    (inbox / BLADEL).with_suffix(".toml").write_text('status = "concept"')
    tables, made = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == BLADEL]
    assert "is niet gebruikt" in row["reden"]
    assert made == {BLADEL}


def test_a_toml_that_is_too_large_is_told_of_in_the_row_of_its_paper(draw, inbox):
    draw()
    (inbox / BLADEL).with_suffix(".toml").write_bytes(b"#" * 100_001)
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == BLADEL]
    assert "is niet gelezen: het is groter dan 100 kB" in row["reden"]


def test_what_is_wrong_with_a_toml_is_told_while_the_run_works(draw, inbox, caplog):
    (inbox / BLADEL).with_suffix(".toml").write_text('gemeenten = ["Astenn"]')
    draw()
    (told,) = [record for record in caplog.records if record.event == "toml_unused"]
    assert BLADEL in told.message
    assert "Bedoelt u Asten" in told.message


def test_what_is_right_in_a_toml_counts_beside_what_is_wrong(draw, inbox):
    (inbox / BLADEL).with_suffix(".toml").write_text('status = "ingetrokken"\nkleur = "rood"')
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == BLADEL]
    assert row["status"] == "ingetrokken"
    assert "sleutel 'kleur' is onbekend" in row["reden"]


@pytest.mark.parametrize(
    ("stated", "reason"),
    [
        ('status = "vastgesteld"', "geen datum gevonden, dus het telt op elke peildatum mee"),
        ('soort = "beleid"', "niet te zien of het is vastgesteld, dus het telt niet als geldend beleid"),
    ],
)
def test_policy_without_a_day_or_a_decision_says_so(draw, inbox, make_pdf, stated, reason):
    make_pdf(inbox / "Someren" / "nota.pdf", "Nota huisvesting arbeidsmigranten")
    (inbox / "Someren" / "nota.toml").write_text(stated)
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == "Someren/nota.pdf"]
    assert reason in row["reden"]


def test_a_draft_that_another_paper_says_was_adopted_names_that_paper(draw, inbox, make_pdf):
    make_pdf(inbox / "Someren" / "nota.pdf", "Nota huisvesting arbeidsmigranten")
    (inbox / "Someren" / "nota.toml").write_text('soort = "beleid"')
    make_pdf(
        inbox / "Someren" / "besluit.pdf",
        "Raadsbesluit",
        "De raad besluit de Nota huisvesting arbeidsmigranten vast te stellen.",
        "Aldus vastgesteld in de openbare vergadering van de raad van 12 november 2020.",
    )
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == "Someren/nota.pdf"]
    assert row["reden"] == "geldt als vastgesteld op 12 november 2020 volgens Someren/besluit.pdf"


@pytest.mark.parametrize(
    ("title", "more", "said"),
    [
        ("2012-2015", "", "telt mee, hoewel de jaren in de titel (2012-2015) voorbij zijn"),
        ("2012-2099", "", ""),
        ("2030", "", ""),
        ("2012-2015", 'geldig_tot = "2098-01-01"', ""),
    ],
)
def test_policy_in_force_whose_title_is_for_years_that_are_over_says_so(draw, inbox, make_pdf, title, more, said):
    rules = "Wij verlenen een vergunning voor de huisvesting van arbeidsmigranten bij een agrarisch bedrijf,"
    rules += "\nmet ten hoogste veertig bedden per locatie en een kamer van twaalf vierkante meter per bewoner."
    make_pdf(inbox / "Someren" / "nota.pdf", f"Nota huisvesting arbeidsmigranten {title}", rules)
    (inbox / "Someren" / "nota.toml").write_text(
        f'soort = "beleid"\nstatus = "vastgesteld"\ndatum = "2012-03-01"\n{more}'
    )
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == "Someren/nota.pdf"]
    assert row["reden"].startswith(said) if said else row["reden"] == ""


def test_a_toml_whose_name_cannot_be_printed_is_used(draw, inbox):
    (inbox / BLADEL).rename(inbox / os.fsdecode(b"b\xe9.pdf"))
    (inbox / os.fsdecode(b"b\xe9.toml")).write_text('titel = "Woonbeleid"')
    tables, _ = draw()
    (row,) = [row for row in tables["documents"] if row["bestand"] == r"b\xe9.pdf"]
    assert row["titel"] == "Woonbeleid"


def test_what_a_toml_says_of_a_paper_makes_it_anew(draw, inbox):
    draw()
    (inbox / BLADEL).with_suffix(".toml").write_text('status = "concept"')
    tables, made = draw()
    assert made == {BLADEL}
    assert tables == draw(outputs="vers")[0]


def test_a_corrected_passage_makes_its_paper_anew_and_its_withdrawal_does_so_again(draw, inbox):
    before, _ = draw()
    decision = corrected(inbox)
    tables, made = draw([decision])
    assert made == {BLADEL}
    assert len(tables["evidence"]) < len(before["evidence"])
    assert tables == draw([decision], outputs="vers")[0]
    assert draw() == (before, {BLADEL})


def test_another_number_of_a_rule_makes_all_anew(draw):
    draw()
    tables, made = draw(niveau_punten=2.5)
    assert made == {BLADEL, MOTION, PARKING, "geheim.pdf"}
    assert tables == draw(outputs="vers", niveau_punten=2.5)[0]


def test_a_limit_that_was_lower_for_a_night_leaves_no_trace(draw):
    """What was read within each limit is remembered, and so must be how it was divided."""
    first, _ = draw()
    assert len(draw(max_paginas=1)[0]["evidence"]) < len(first["evidence"])
    assert draw()[0] == first


def test_another_classifier_makes_all_anew(draw, inbox):
    draw()
    workshop = workshop_of(inbox, inbox.parent / "uit", DAY)
    workshop.classifier = replace(workshop.classifier, id="een andere")
    assert not_understood(workshop, open_inbox(workshop))
    understand(workshop, open_inbox(workshop).papers)
    kept, _ = Dossiers(workshop, open_inbox(workshop), {})._kept()
    assert kept == {}
    workshop.store.close()


def test_another_program_makes_all_anew(draw, monkeypatch):
    draw()
    monkeypatch.setattr(dossiers, "program_key", lambda: "een andere")
    assert draw()[1] == {BLADEL, MOTION, PARKING, "geheim.pdf"}


def test_a_paper_off_topic_that_is_divided_otherwise_is_shown_anew_on_the_site(draw, inbox, monkeypatch):
    """The site has its passages to search in, though its dossier has none."""

    def marks():
        draw()
        workshop = workshop_of(inbox, inbox.parent / "uit", DAY)
        picture = draw_picture(workshop, open_inbox(workshop), ())
        workshop.store.close()
        return {one.path: picture.marks[one.sha256] for one in picture.dossiers}

    first = marks()
    monkeypatch.setattr(workshop, "PASSAGE_VERSION", "andere")
    assert {path for path, mark in marks().items() if mark != first[path]} == {BLADEL, MOTION, PARKING}


def _weighed_anew(dossier, rules):
    return assess(dossier.passages, dossier.judged, rules).evidence


def test_a_picture_drawn_aside_leaves_what_the_last_run_knew(draw, inbox):
    draw()
    workshop = workshop_of(inbox, inbox.parent / "uit", DAY, niveau_punten=2.5)
    before = remembered(workshop)
    (inbox / PARKING).unlink()
    aside = draw_picture(workshop, open_inbox(workshop), (), keep=False)
    assert remembered(workshop) == before
    assert all(aside.evidence(one) == _weighed_anew(aside.whole(one), workshop.rules) for one in aside.dossiers)
    draw_picture(workshop, open_inbox(workshop), ())
    assert PARKING not in {one.path for one in remembered(workshop)}
    workshop.store.close()


def test_a_dossier_comes_back_from_the_store_as_it_went_in(draw, inbox):
    draw()
    workshop = workshop_of(inbox, inbox.parent / "uit", DAY)
    papers = Dossiers(workshop, open_inbox(workshop), passage_corrections(()))
    for one in remembered(workshop):
        whole = papers.whole(one)
        assert whole.assessment.evidence == _weighed_anew(whole, workshop.rules)
        assert one == replace(whole, passages=(), judged=(), assessment=replace(whole.assessment, evidence=()))
    workshop.store.close()
