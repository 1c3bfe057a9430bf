"""Learning what dates are from labelled short papers."""

import json
from datetime import date

import pytest

from pipeline.documents import day_learning
from pipeline.documents.day_choice import DayCard
from pipeline.documents.day_learning import DayPapersError, keep, learn_card, learn_table, papers_of, read_papers
from pipeline.documents.day_roles import DayRole, RoleTable, of_table
from pipeline.extraction.refusal import Limits
from tests.conftest import ROOT

pytestmark = pytest.mark.traag

PAPER = """<h1>Nota bomen</h1><p>Inspraak van 2 maart 2020 tot 6 april 2020. De vorige nota is van 3 mei 2011.</p>
<p>De raad stemde op {day} mei 2020 met deze nota in. Zij gaat in op 1 juli 2020 en vervalt op 1 juli 2026.</p>
<p>Bekendgemaakt 20 mei 2020. Gedrukt 22 mei 2020. De raad spreekt er op 9 juni 2020 weer over.</p>"""
ROLES = [
    "voorbereiding",
    "voorbereiding",
    "ander",
    "vaststelling",
    "inwerking",
    "einde",
    "publicatie",
    "document",
    "vergadering",
]
WORDS = (
    "2 maart 2020|6 april 2020|3 mei 2011|{day} mei 2020|1 juli 2020|1 juli 2026|20 mei 2020|22 mei 2020|9 juni 2020"
)


def put(folder, writer, *days, **changed):
    """A writer's folder with a paper adopted on each of the `days` of May 2020."""
    place = folder / writer
    place.mkdir()
    lines = []
    for day in days:
        (place / f"{day}.html").write_text(PAPER.format(day=day), encoding="utf-8")
        words = WORDS.format(day=day).split("|")
        truth = {"file": f"{day}.html", "datum": f"2020-05-{day}"}
        truth["dates"] = [{"words": one, "role": role} for one, role in zip(words, ROLES, strict=True)]
        lines.append(json.dumps(truth | changed))
    (place / "waarheid.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return place


def test_papers_are_typeset_and_read_with_the_role_of_each_date(tmp_path):
    (paper,) = papers_of(put(tmp_path, "een", 12), Limits())
    assert (paper.writer, paper.day) == ("een", date(2020, 5, 12))
    assert list(paper.roles) == [DayRole(role) for role in ROLES]


@pytest.mark.parametrize(
    "wrong", [{"file": "weg.html"}, {"datum": "gisteren"}, {"dates": [{"words": "2 maart 2020", "role": "begin"}]}]
)
def test_a_line_that_is_no_labelled_paper_is_named(tmp_path, wrong):
    with pytest.raises(DayPapersError, match=r"waarheid\.jsonl, regel 1"):
        list(papers_of(put(tmp_path, "een", 12, **wrong), Limits()))


def test_papers_of_one_writer_are_not_enough(tmp_path):
    put(tmp_path, "een", 12)
    with pytest.raises(DayPapersError, match="ten minste twee schrijvers"):
        read_papers(tmp_path, Limits())


def test_a_role_that_never_occurs_is_named(tmp_path):
    put(tmp_path, "een", 12, dates=[{"words": "12 mei 2020", "role": "vaststelling"}])
    put(tmp_path, "twee", 13)
    papers = [paper for paper in read_papers(tmp_path, Limits()) if paper.writer == "een"]
    with pytest.raises(DayPapersError, match="vergadering"):
        learn_table(papers)


def test_what_was_learned_tells_the_day_of_a_paper_that_was_not_learned_from(tmp_path):
    for number, writer in enumerate(["een", "twee", "drie", "vier"]):
        put(tmp_path, writer, 12 + number, 26 + number)
    *learned_from, other = read_papers(tmp_path, Limits())
    table, card = learn_table(learned_from), learn_card(learned_from)
    assert card.choose(other.by(table)).value == other.day


def test_what_is_kept_is_read_back(tmp_path, monkeypatch):
    monkeypatch.setattr(day_learning, "TABLE", tmp_path / "dagwoorden.csv")
    monkeypatch.setattr(day_learning, "CARD", tmp_path / "dagkaart.json")
    table = RoleTable((0.0,) * len(DayRole), {"l:raad": (1.5,) * len(DayRole)})
    keep(table, DayCard(-1.5, {"regel": 2.0}), {"papieren": 2})
    stored = json.loads((tmp_path / "dagkaart.json").read_text(encoding="utf-8"))
    assert of_table((tmp_path / "dagwoorden.csv").read_text(encoding="utf-8")) == table
    assert stored == {"geleerd": {"papieren": 2}, "begin": -1.5, "gewichten": {"regel": 2.0}}


def test_the_papers_of_the_project_name_every_date_with_a_known_role():
    lines = [
        json.loads(line)
        for path in (ROOT / "corpus" / "dagen").glob("*/waarheid.jsonl")
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    assert len(lines) == 400
    assert {one["role"] for line in lines for one in line["dates"]} == set(DayRole)
