"""A classifier that was trained is put in use while no run can begin."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.publish.outputset import OutputsError, exclusive
from pipeline.settings import ROOT
from pipeline.themes import card, storing
from pipeline.themes.evaluation import Scores

LANGUAGE = "nl_themaspin"
SCORES = Scores.__new__(Scores)


def trained(_corpus, _papers, models: Path, *_arguments, **_options) -> tuple[Path, Scores]:
    """In place of minutes of training: the classifier that there is, with another card."""
    folder = models / "themas" / LANGUAGE
    shutil.copytree(ROOT / "models" / "themas" / LANGUAGE, folder)
    known = json.loads((folder / storing.CARD).read_text())
    (folder / storing.CARD).write_text(json.dumps(known | {"datum": "2026-12-01"}))
    return folder, SCORES


@pytest.fixture
def models(tmp_path, monkeypatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("THEMASPIN_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(card, "train_and_save", trained)
    monkeypatch.setattr("pipeline.themes.evaluation.report", lambda _scores: "goed")
    for name in ("nl_themaspin", "zinsmodel", "themas"):
        shutil.copytree(ROOT / "models" / name, tmp_path / "models" / name)
    return tmp_path / "models"


def in_use(models: Path) -> str:
    return json.loads((models / "themas" / LANGUAGE / storing.CARD).read_text())["datum"]


def test_no_run_can_begin_while_files_are_replaced(models, monkeypatch):
    replace, refused = storing.put_in_use, []

    def watched(*arguments):
        with pytest.raises(OutputsError) as refusal, exclusive(models.parent / "outputs", patience=0):
            pass
        refused.append(str(refusal.value))
        return replace(*arguments)

    monkeypatch.setattr(storing, "put_in_use", watched)
    ended = CliRunner().invoke(cli, ["train"])
    assert (ended.exit_code, in_use(models)) == (0, "2026-12-01"), ended.output
    assert "wordt een nieuwe classifier in gebruik genomen" in refused[0]


def test_outputs_that_cannot_be_written_in_leave_the_former_one(models):
    (models.parent / "outputs").write_text("")
    ended = CliRunner().invoke(cli, ["train"])
    assert ended.exit_code == 3, ended.output
    assert in_use(models) != "2026-12-01"
