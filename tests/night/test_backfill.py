"""What an operator asks to be done over is done over, of those papers and no others; and the night goes on as ever after."""

from __future__ import annotations

import os
import shutil
from datetime import date, datetime
from pathlib import Path

import pytest

from pipeline.night.backfill import Again, Backfill, BackfillError, asked, forget
from pipeline.night.drawing import draw_picture
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from pipeline.themes.classifier import Classifier
from tests.conftest import ROOT
from tests.publish.nights import drawn_rows

EXAMPLES = ROOT / "corpus" / "voorbeeld"
BLADEL, MOTION, PARKING = (
    "Bladel/Bladel_beleidsregels_2018.pdf",
    "m4_vreemd_aan_de_orde.pdf",
    "Nota_parkeernormen_Best.pdf",
)
EVERYTHING = {BLADEL, MOTION, PARKING}
LONG_AGO = datetime(2017, 6, 1).timestamp()

pytestmark = pytest.mark.traag


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ((None, None, None), None),
        (("themas", None, None), Backfill(Again.THEMES)),
        ((None, "2018-01-01", None), Backfill(Again.ALL, date(2018, 1, 1))),
        (("extractie", None, "bladel"), Backfill(Again.EXTRACTION, owners=frozenset({"GM1728"}))),
        ((None, None, "GM1728"), Backfill(Again.ALL, owners=frozenset({"GM1728"}))),
        (("alles", None, "Bladel/*"), Backfill(Again.ALL, pattern="Bladel/*")),
    ],
)
def test_what_may_be_asked(given, wanted):
    assert asked(*given) == wanted


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (("alle", None, None), "extractie, themas, alles"),
        ((None, "vorige week", None), "JJJJ-MM-DD"),
        ((None, None, "Blaadel"), "Bladel"),
        ((None, None, "GM9999"), "GM9999"),
    ],
)
def test_what_may_not_be_asked_says_what_is_expected(given, says):
    with pytest.raises(BackfillError, match=says):
        asked(*given)


@pytest.fixture(scope="module")
def read_once(tmp_path_factory) -> Path:
    """An inbox of three papers, all old files, that were read and understood."""
    folder = tmp_path_factory.mktemp("nacht")
    for name in sorted(EVERYTHING):
        path = folder / "inbox" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(EXAMPLES / path.name, path)
        os.utime(path, (LONG_AGO, LONG_AGO))
    workshop = opened(folder)
    contents = open_inbox(workshop)
    read_files(workshop, contents.papers)
    understand(workshop, contents.papers)
    workshop.store.close()
    return folder


def opened(folder: Path) -> Workshop:
    return Workshop(load_settings(inbox=folder / "inbox", outputs=folder / "uit", peildatum="2021-01-01"))


@pytest.fixture
def workshop(read_once, tmp_path):
    shutil.copytree(read_once / "uit", tmp_path / "uit")
    shutil.copytree(read_once / "inbox", tmp_path / "inbox")
    made = opened(tmp_path)
    yield made
    made.store.close()


def names(papers) -> set[str]:
    return {file.path.as_posix() for file in papers.values()}


def over(workshop: Workshop, **which: str) -> tuple[set[str], set[str]]:
    """Forget what is asked for; return the names of what is then to be read, and of what is then to be understood."""
    contents = open_inbox(workshop)
    backfill = asked(which.get("opnieuw"), which.get("vanaf"), which.get("alleen"))
    assert backfill is not None
    forget(workshop, contents, backfill)
    fresh = unread(workshop, contents)
    read_files(workshop, fresh)
    return names(fresh), names(not_understood(workshop, contents))


@pytest.mark.parametrize(
    ("which", "reads", "understands"),
    [
        ({"opnieuw": "extractie"}, EVERYTHING, EVERYTHING),
        ({"opnieuw": "themas"}, set(), EVERYTHING),
        ({"opnieuw": "alles", "alleen": "Bladel"}, {BLADEL}, {BLADEL}),
        ({"opnieuw": "themas", "alleen": "bladel/*"}, set(), {BLADEL}),
        ({"opnieuw": "themas", "alleen": "*park*.PDF"}, set(), {PARKING}),
        ({"opnieuw": "themas", "vanaf": "2018-01-01", "alleen": "Bladel"}, set(), {BLADEL}),
    ],
)
def test_only_what_was_asked_is_done_over(workshop, which, reads, understands):
    assert over(workshop, **which) == (reads, understands)


def test_a_paper_dated_before_but_changed_since_is_done_over(workshop):
    now = datetime(2026, 11, 1).timestamp()
    os.utime(workshop.settings.inbox / PARKING, (now, now))
    assert over(workshop, opnieuw="themas", vanaf="2026-10-31")[1] == {PARKING}


def test_nothing_that_fits_is_said_and_nothing_is_forgotten(workshop):
    with pytest.raises(BackfillError, match="Geen enkel papier"):
        over(workshop, alleen="Eindhoven")
    assert not_understood(workshop, open_inbox(workshop)) == {}


def test_a_new_paper_is_read_whatever_was_asked(workshop):
    shutil.copy(EXAMPLES / "Bladel_beleidsregels_2018.pdf", workshop.settings.inbox / "nieuw.pdf")
    with (workshop.settings.inbox / "nieuw.pdf").open("ab") as more:
        more.write(b"\n% anders")
    assert over(workshop, alleen="Nota_parkeernormen*")[0] == {PARKING, "nieuw.pdf"}


@pytest.mark.parametrize(("afresh", "judges"), [(True, True), (False, False)])
def test_passages_that_were_judged_are_judged_again_only_when_asked(workshop, monkeypatch, afresh, judges):
    contents = open_inbox(workshop)
    judged = []
    kept = Classifier.judge

    def judge(classifier, texts, *tools):
        judged.extend(texts)
        return kept(classifier, texts, *tools)

    monkeypatch.setattr(Classifier, "judge", judge)
    understand(workshop, contents.papers, afresh=afresh)
    assert bool(judged) == judges


def test_done_over_is_the_same_picture(workshop):
    def tables():
        picture = draw_picture(workshop, open_inbox(workshop), ())
        return drawn_rows(picture)

    before = tables()
    assert over(workshop, opnieuw="alles") == (EVERYTHING, EVERYTHING)
    understand(workshop, open_inbox(workshop).papers, afresh=True)
    assert tables() == before
