"""Every command that works with the chosen provinces refuses one that does not exist, before anything else is done."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.language.municipalities import OnbekendeProvincie
from pipeline.store.decisions import Decision, add_decisions, open_decisions
from pipeline.store.store import KnownFile, open_store


def reviewed(folder):
    """Leave a store in a folder's outputs, with a passage that was reviewed."""
    store = f"sqlite:///{folder / 'outputs' / 'themaspin.sqlite'}"
    open_store(store).close()
    text = "De gemeente opent een spreekuur."
    judged = Decision("", "bevestigd", "", "a", "2026-11-02T09:00:00", ("0" * 64,), "passage", passage=text)
    add_decisions(open_decisions(store), [replace(judged, labels=("zorg",), sterkte="maatregel")])


@pytest.mark.parametrize(
    "arguments",
    [
        ["run"],
        ["overzicht"],
        ["peildatum", "2021-01-01"],
        ["train", "--met-beoordelingen", "--corpus", "weg"],
        ["serve"],
    ],
    ids=" ".join,
)
def test_a_province_that_does_not_exist_ends_with_2(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    reviewed(tmp_path)
    ended = CliRunner().invoke(cli, arguments, env={"THEMASPIN_PROVINCIES": "Zeeland,Atlantis"})
    assert ended.exit_code == 2, ended.output
    assert "Instelling 'provincies': Provincie 'Atlantis' bestaat niet." in ended.stderr


def test_training_on_reviews_finds_first_that_there_is_an_inbox_to_compare_on(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    reviewed(tmp_path)
    ended = CliRunner().invoke(cli, ["train", "--met-beoordelingen", "--corpus", "weg"])
    assert ended.exit_code == 2, ended.output
    assert f"De inbox {tmp_path / 'inbox'} bestaat niet" in ended.stderr


def test_training_on_reviews_finds_first_that_the_inbox_is_the_one_of_the_last_run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "inbox").mkdir()
    reviewed(tmp_path)
    known = [KnownFile(f"{number}.pdf", 10, 0, number, str(number) * 64) for number in range(4)]
    with closing(open_store(f"sqlite:///{tmp_path / 'outputs' / 'themaspin.sqlite'}")) as store:
        store.remember_files(known)
    ended = CliRunner().invoke(cli, ["train", "--met-beoordelingen", "--corpus", "weg"])
    assert ended.exit_code == 2, ended.output
    assert "Van de 4 papieren die de vorige run in de inbox zag zijn er 4 weg" in ended.stderr


@pytest.mark.traag
def test_a_night_that_a_worker_begins_stops_before_it_fetches_or_reads(tmp_path):
    from flows import nightly  # loads Prefect

    folders = {"inbox": str(tmp_path / "inbox"), "outputs": str(tmp_path / "outputs")}
    with pytest.raises(OnbekendeProvincie, match="'Atlantis' bestaat niet"):
        nightly.fn(folders | {"provincies": ["Atlantis"]})
    assert not (tmp_path / "outputs").exists()
