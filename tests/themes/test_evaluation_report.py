"""The report that `themaspin evaluate` writes."""

from __future__ import annotations

import json
from xml.etree import ElementTree

import numpy as np
import pytest

from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.evaluation import calibration_curve, calibration_error, measure, report
from pipeline.themes.evaluation_report import NOTHING, Evaluation, confusion, mistakes, together, write_report
from pipeline.themes.labelled import LabelledPassage

THEMES = list(Theme)
HUISVESTING, ARBEIDSMARKT, ZORG = (THEMES.index(t) for t in (Theme.HUISVESTING, Theme.ARBEIDSMARKT, Theme.ZORG))


def _evaluation(*rows: tuple[str, set[int], dict[int, float]]) -> Evaluation:
    """Passages by kind, what they carry, and the chance of each theme that is not nought; a label from a half up."""
    truth = np.array([[i in carried for i in range(5)] for _, carried, _ in rows], dtype=int)
    chances = np.array([[said.get(i, 0.0) for i in range(5)] for _, _, said in rows])
    passages = [
        LabelledPassage(f"p{n}", f"Tekst {n} | met streep.", frozenset(), Strength.CONTEXT, "papier", kind)
        for n, (kind, _, _) in enumerate(rows)
    ]
    return Evaluation(passages, truth, (chances >= 0.5).astype(int), chances, [Strength.CONTEXT] * len(rows))


@pytest.fixture
def evaluation():
    return _evaluation(
        ("nota", {HUISVESTING}, {HUISVESTING: 0.9}),
        ("nota", {ARBEIDSMARKT}, {HUISVESTING: 0.95, ARBEIDSMARKT: 0.1}),
        ("motie", {ZORG}, {ZORG: 0.4}),
        ("motie", {HUISVESTING, ARBEIDSMARKT}, {HUISVESTING: 0.8, ARBEIDSMARKT: 0.7}),
        ("motie", set(), {ZORG: 0.6}),
    )


def test_the_surest_mistake_comes_first(evaluation):
    assert [(one.id, one.thema) for one in mistakes(evaluation)][:2] == [("p1", "huisvesting"), ("p1", "arbeidsmarkt")]


def test_a_missed_theme_is_set_against_what_was_said_instead(evaluation):
    table = confusion(evaluation)
    assert table["arbeidsmarkt"]["huisvesting"] == 1
    assert table["zorg"][NOTHING] == 1
    assert table[NOTHING]["zorg"] == 1
    assert sum(map(sum, (row.values() for row in table.values()))) == 3


def test_themes_that_go_together_are_counted_when_both_are_found(evaluation):
    assert list(together(evaluation)) == [("huisvesting", "arbeidsmarkt", 1, 1)]


def test_scores_are_given_by_kind_of_paper(evaluation, tmp_path):
    write_report(evaluation, tmp_path / "nieuw" / "map")
    kinds = json.loads((tmp_path / "nieuw" / "map" / "meting.json").read_text("utf-8"))["per_soort"]
    assert {kind: part["passages"] for kind, part in kinds.items()} == {"motie": 3, "nota": 2}


def test_a_stroke_in_a_passage_does_not_break_the_table(evaluation, tmp_path):
    write_report(evaluation, tmp_path)
    line = next(
        line for line in (tmp_path / "meting.md").read_text("utf-8").splitlines() if line.startswith("| p1 | huis")
    )
    assert line.replace("\\|", "").count("|") == 6


def test_the_picture_has_a_dot_for_each_bin(evaluation, tmp_path):
    write_report(evaluation, tmp_path)
    picture = ElementTree.parse(tmp_path / "ijking.svg").getroot()
    dots = [part for part in picture.iter() if part.tag.endswith("circle")]
    assert len(dots) == len(calibration_curve(evaluation.chances.ravel(), evaluation.truth.ravel()))


def test_chances_that_come_true_as_often_as_they_say_have_no_error():
    chances, truth = (
        np.repeat([0.25, 0.75], 40),
        np.tile([1, 0, 0, 0], 10).tolist() + np.tile([1, 1, 1, 0], 10).tolist(),
    )
    assert calibration_error(chances, np.array(truth)) == pytest.approx(0)


def test_chances_that_say_the_reverse_have_a_great_error():
    assert calibration_error(np.array([0.05] * 10 + [0.95] * 10), np.array([1] * 10 + [0] * 10)) == pytest.approx(0.95)


def test_of_a_theme_without_examples_nothing_is_claimed():
    truth = np.array([[1, 0, 0, 0, 0], [1, 0, 0, 0, 0]])
    scores = measure(truth, truth, truth.astype(float))
    assert scores.themes["zorg"].interval == (0.0, 1.0)
    assert "zorg          geen voorbeelden" in report(scores)


def test_themes_that_do_not_occur_raise_no_mean():
    truth, said = np.array([[1, 0, 0, 0, 0]]), np.array([[0, 1, 0, 0, 0]])
    scores = measure(truth, said, said.astype(float), [("ambitie", "context")])
    assert (scores.macro_f1, scores.interval, scores.counted, scores.strength_macro_f1) == (0.0, (0.0, 0.0), 2, 0.0)
    told = report(scores)
    assert told.startswith("1 passage\n")
    assert "over 2 van de 5 thema's" in told
    assert "arbeidsmarkt  geen voorbeelden, 1 keer ten onrechte genoemd" in told


def test_where_no_theme_occurs_there_is_no_mean(tmp_path):
    nothing = _evaluation(("nota", set(), {}))
    assert "macro-F1 is er niet" in report(nothing.scores())
    write_report(nothing, tmp_path)
    written = (tmp_path / "meting.md").read_text("utf-8")
    assert written.startswith("# Meting op 1 passage\n")
    assert "| zorg |  |  |  | geen voorbeelden: hierover zegt deze meting niets | 0 |" in written
