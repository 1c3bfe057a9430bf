"""The commands that learn a card: they tell what was measured, and where it stands."""

import pytest
from click.testing import CliRunner

from pipeline.cli import cli
from pipeline.commands.needs import WRONG_USAGE
from pipeline.documents import day_choice, day_learning, day_roles
from pipeline.themes import storing
from tests.documents.test_day_learning import put

pytestmark = pytest.mark.traag


@pytest.fixture
def learn(tmp_path, monkeypatch):
    """Learns the card of days from papers of four writers and has it written in a folder."""
    (tmp_path / "dagen").mkdir()
    for number, writer in enumerate(["een", "twee", "drie", "vier"]):
        put(tmp_path / "dagen", writer, 12 + number, 26 + number)

    def into(folder):
        for module in (day_choice, day_learning):
            monkeypatch.setattr(module, "CARD", folder / "dagkaart.json")
        for module in (day_roles, day_learning):
            monkeypatch.setattr(module, "TABLE", folder / "dagwoorden.csv")
        return CliRunner().invoke(cli, ["dagkaart", "--papieren", str(tmp_path / "dagen")])

    return into


def test_what_was_measured_is_told_before_the_card_is_written(learn, tmp_path):
    done = learn(tmp_path)
    assert done.exit_code == 0, done.output
    told = done.stdout.index("Op papieren van schrijvers van wie niet is geleerd:\n  ")
    assert told < done.stdout.index(
        f"Opgeslagen in {tmp_path / 'dagkaart.json'}, en de tekens ernaast in dagwoorden.csv"
    )
    assert (tmp_path / "dagkaart.json").is_file()


def test_days_are_learned_where_there_is_no_classifier(learn, tmp_path, monkeypatch):
    (tmp_path / "models").mkdir()
    monkeypatch.setenv("THEMASPIN_MODELS", str(tmp_path / "models"))
    done = learn(tmp_path)
    assert done.exit_code == 0, done.output


def test_attention_is_learned_without_opening_the_classifier(tmp_path, monkeypatch):
    def opened(*_):
        raise AssertionError("geopend")

    monkeypatch.setattr(storing, "_open", opened)
    folders = {name: tmp_path / name for name in ("dagen", "papieren", "naast")}
    for folder in folders.values():
        folder.mkdir()
    (folders["papieren"] / "een.jsonl").write_text("geen papier\n", encoding="utf-8")
    done = CliRunner().invoke(cli, ["overkaart", *(f"--{name}={folder}" for name, folder in folders.items())])
    assert (done.exit_code, "een.jsonl" in done.stderr) == (WRONG_USAGE, True), done.output


def test_a_card_that_cannot_be_written_says_which_and_why(learn, tmp_path):
    done = learn(tmp_path / "weg")
    assert done.exit_code == WRONG_USAGE
    assert "niet te schrijven (de map of het bestand is er niet)" in " ".join(done.output.split())


@pytest.mark.parametrize(
    "arguments", [["dagkaart", "--meet", "weg"], ["dagkaart", "--papieren", "weg"], ["dagkaart", "--papieren", "kapot"]]
)
def test_papers_that_cannot_be_learned_from_are_refused_before_anything_is_begun(tmp_path, monkeypatch, arguments):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kapot").mkdir()
    put(tmp_path / "kapot", "een", 12)
    (tmp_path / "kapot" / "een" / "waarheid.jsonl").write_text("geen JSON\n")
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == WRONG_USAGE
    assert "papieren zetten en lezen" not in done.output
