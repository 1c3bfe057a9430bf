"""Papers are understood by helpers as they are alone; what fails at one paper is told of that paper, and the others go on."""

from __future__ import annotations

import os
import shutil
import signal
import time

import pytest

from pipeline.night import understanding
from pipeline.night.dossiers import Dossiers
from pipeline.night.helpers import WORTH_STARTING, Helpers
from pipeline.night.helpers import _understand as _really_understand
from pipeline.night.inbox import open_inbox, unread
from pipeline.night.reading import read_files, readings
from pipeline.night.understanding import not_understood, paper_key, understand
from pipeline.night.workshop import Workshop
from pipeline.settings import load_settings
from pipeline.store.store import StoreError
from tests.conftest import ROOT

EXAMPLES = ROOT / "corpus" / "voorbeeld"
BLADEL, MOTION = "Bladel_beleidsregels_2018.pdf", "m4_vreemd_aan_de_orde.pdf"

pytestmark = pytest.mark.traag


@pytest.fixture
def workshop(tmp_path):
    """Two papers that were read."""
    inbox = tmp_path / "in"
    for name in (BLADEL, MOTION):
        place = inbox / name
        place.parent.mkdir(exist_ok=True)
        shutil.copy(EXAMPLES / name, place)
    made = Workshop(load_settings(inbox=inbox, outputs=tmp_path / "uit", peildatum="2021-01-01"))
    read_files(made, unread(made, open_inbox(made)))
    yield made
    made.helpers.close()
    made.put_away()
    made.store.close()


def _known(workshop):
    """What is known of each paper, by the name of its file."""
    contents, read = open_inbox(workshop), readings(workshop)
    keys = {paper_key(workshop, file, read[sha]): file.path.name for sha, file in contents.papers.items()}
    return {keys[key]: what for key, what in workshop.store.papers(keys).items()}


def _states(workshop):
    """The reading of each paper, by the name of its file."""
    papers = open_inbox(workshop).papers
    return {papers[sha].path.name: one for sha, one in readings(workshop).items()}


def _scores(workshop):
    with workshop.store._reading() as connection:
        return sorted(connection.exec_driver_sql("select hash, model, content from scores").all())


@pytest.fixture
def at_once(monkeypatch):
    """Helpers are started for two papers too."""
    monkeypatch.setattr("pipeline.night.helpers.WORTH_STARTING", 2)


def test_helpers_find_what_one_process_finds(workshop, at_once):
    contents = open_inbox(workshop)
    understand(workshop, not_understood(workshop, contents), helped=True)
    assert not not_understood(workshop, contents)
    by_helpers = _known(workshop), _scores(workshop)
    understand(workshop, contents.papers, afresh=True)
    assert by_helpers[0]
    assert by_helpers == (_known(workshop), _scores(workshop))


def test_each_paper_is_counted_as_it_is_done(workshop, at_once):
    done = []
    understand(workshop, open_inbox(workshop).papers, lambda: done.append(1), helped=True)
    assert len(done) == 2


def test_helpers_are_not_started_for_a_few_papers(tmp_path):
    helpers = Helpers(load_settings(inbox=tmp_path, outputs=tmp_path, werkers=2))
    assert not helpers.can_help(WORTH_STARTING - 1)
    assert helpers.can_help(WORTH_STARTING)


def test_one_worker_is_no_help(tmp_path):
    assert not Helpers(load_settings(inbox=tmp_path, outputs=tmp_path, werkers=1)).can_help(1000)


def _dies_at_the_motion(settings_json, file, reading, afresh):
    """In a helper: as one that gets no more memory."""
    if file.path.name == MOTION:
        os.kill(os.getpid(), signal.SIGKILL)
    _really_understand(settings_json, file, reading, afresh)


def test_a_helper_that_dies_takes_only_the_paper_that_it_had_at_hand(workshop, at_once, monkeypatch):
    monkeypatch.setattr("pipeline.night.helpers._understand", _dies_at_the_motion)
    understand(workshop, open_inbox(workshop).papers, helped=True)
    states = _states(workshop)
    assert states[BLADEL].state == "ok"
    assert states[MOTION].reason.startswith("fout in het programma bij het begrijpen (ProcessExpired); meld dit")
    assert set(_known(workshop)) == {BLADEL, MOTION}


TOO_LONG = (
    "begrijpen duurde langer dan {} en is gestopt; kijk of dit het goede bestand is, of verhoog seconden_per_bestand"
)


def _never_ends(*_):
    """In a helper."""
    while True:
        time.sleep(60)


def _the_motion(workshop):
    return {sha: file for sha, file in open_inbox(workshop).papers.items() if file.path.name == MOTION}


def test_a_paper_that_a_helper_does_not_get_done_with_is_kept_as_failed_and_says_so(workshop, monkeypatch):
    monkeypatch.setattr("pipeline.night.helpers.WORTH_STARTING", 1)
    monkeypatch.setattr("pipeline.night.helpers._understand", _never_ends)
    monkeypatch.setattr("pipeline.night.helpers.longest", lambda settings: 1)
    understand(workshop, _the_motion(workshop), helped=True)
    failed = _states(workshop)[MOTION]
    assert (failed.state, failed.reason) == ("mislukt", TOO_LONG.format("1800 seconden"))


def test_a_paper_that_this_process_does_not_get_done_with_is_kept_as_failed_and_says_so(workshop, monkeypatch):
    monkeypatch.setattr(understanding, "read_paper", _never_ends)
    monkeypatch.setattr(understanding, "longest", lambda settings: 1)
    understand(workshop, _the_motion(workshop))
    failed = _states(workshop)[MOTION]
    assert (failed.state, failed.reason) == ("mislukt", TOO_LONG.format("1 seconde"))


@pytest.fixture
def broken(monkeypatch):
    """The program fails at the motion."""
    real = understanding.read_paper

    def read_paper(extraction, passages, path, *more):
        if path.name == MOTION and extraction.blocks:
            raise RecursionError("te diep")
        return real(extraction, passages, path, *more)

    monkeypatch.setattr(understanding, "read_paper", read_paper)
    return monkeypatch


def test_a_paper_at_which_the_program_fails_is_kept_as_failed_and_the_others_go_on(workshop, broken, caplog):
    understand(workshop, open_inbox(workshop).papers)
    states = _states(workshop)
    assert states[MOTION].state == "mislukt"
    assert states[MOTION].reason.startswith("fout in het programma bij het begrijpen (RecursionError); meld dit")
    assert states[BLADEL].state == "ok"
    assert set(_known(workshop)) == {MOTION, BLADEL}


def test_a_paper_whose_name_makes_the_program_fail_is_kept_as_failed_with_its_name_alone(workshop, monkeypatch):
    real = understanding.read_paper

    def read_paper(extraction, passages, path, *more):
        if path.name == MOTION:
            raise RecursionError("te diep")
        return real(extraction, passages, path, *more)

    monkeypatch.setattr(understanding, "read_paper", read_paper)
    contents = open_inbox(workshop)
    understand(workshop, contents.papers)
    assert _states(workshop)[MOTION].reason.startswith(
        "fout in het programma bij het begrijpen (RecursionError); meld dit"
    )
    assert _known(workshop)[MOTION]["paper"]["title"]["value"] == MOTION.removesuffix(".pdf")
    assert not not_understood(workshop, contents)
    dossiers = Dossiers(workshop, contents, {}).all(keep=True)
    assert dossiers[MOTION].dossier.state.value == "mislukt" and dossiers[BLADEL].dossier.readable


def test_a_paper_that_failed_is_read_and_understood_again_by_the_next_run(workshop, broken):
    understand(workshop, open_inbox(workshop).papers)
    broken.undo()
    contents = open_inbox(workshop)
    again = unread(workshop, contents)
    assert [file.path.name for file in again.values()] == [MOTION]
    read_files(workshop, again)
    understand(workshop, not_understood(workshop, contents))
    assert _known(workshop)[MOTION]["paper"]["kind"]["value"] == "motie"
    assert not unread(workshop, contents)


@pytest.fixture
def understood(workshop, at_once):
    """The two papers, understood by helpers, which are still there."""
    understand(workshop, open_inbox(workshop).papers, helped=True)
    return workshop


def _filed(workshop):
    """The kept dossiers, made anew."""
    workshop.store.drop_dossiers(row.path for row in workshop.store.dossiers())
    Dossiers(workshop, open_inbox(workshop), {}).all(keep=True)
    return sorted(workshop.store.dossiers(), key=lambda row: row.path)


def test_helpers_make_the_dossiers_that_one_process_makes(understood):
    by_helpers = _filed(understood)
    understood.helpers.close()
    assert by_helpers
    assert by_helpers == _filed(understood)


def _dies(*_):
    """In a helper: as one that gets no more memory."""
    os.kill(os.getpid(), signal.SIGKILL)


def test_the_dossiers_at_which_a_helper_dies_are_made_all_the_same(understood, monkeypatch):
    monkeypatch.setattr("pipeline.night.helpers._file", _dies)
    assert [row.path for row in _filed(understood)] == [BLADEL, MOTION]


def test_what_goes_wrong_with_any_paper_ends_the_run(workshop, monkeypatch):
    def full(*_):
        raise StoreError("De schijf is vol.")

    monkeypatch.setattr(workshop.store, "add_papers", full)
    with pytest.raises(StoreError, match="vol"):
        understand(workshop, open_inbox(workshop).papers)
