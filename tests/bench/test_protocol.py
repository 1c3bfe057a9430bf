"""The protocol by which theme classifiers are compared."""

import numpy as np
import pytest

from bench.protocol import FOLDS, UNSEEN_WRITERS, Split, best_threshold, drawn_macro_f1, interval, split, theme_f1
from pipeline.themes.codebook import Theme
from pipeline.themes.labelled import LabelledPassage

WRITERS = ("wonen", "werk", "sociaal", "raad", *UNSEEN_WRITERS)


def _passage(number: int, text: str, writer: str) -> LabelledPassage:
    return LabelledPassage(f"{writer}-{number}", text, frozenset({Theme.ZORG}), None, f"{writer}-paper", "nota", writer)


def _corpus() -> list[LabelledPassage]:
    return [_passage(i, f"Passage {i} van {writer}.", writer) for writer in WRITERS for i in range(3)]


def _texts(parts: Split, numbers: list[int]) -> set[str]:
    return {" ".join(parts.passages[i].text.lower().split()) for i in numbers}


def test_no_text_is_learned_from_and_asked() -> None:
    twins = [_passage(9, "Dezelfde tekst.", "wonen"), _passage(9, "dezelfde  TEKST.", UNSEEN_WRITERS[0])]
    known = _passage(0, "Passage 1 van werk.", "elders")

    parts = split([*_corpus(), *twins], [known])

    for turn in parts.rounds():
        assert not _texts(parts, turn.learn) & _texts(parts, turn.ask)


def test_unseen_writers_are_asked_whole_and_last() -> None:
    parts = split(_corpus())

    last = parts.rounds()[-1]

    assert {parts.passages[i].writer for i in last.ask} == set(UNSEEN_WRITERS)
    assert not {parts.passages[i].writer for i in last.learn} & set(UNSEEN_WRITERS)


def test_thresholds_are_chosen_within_the_training_part_with_no_writer_on_both_sides() -> None:
    parts = split(_corpus())

    rounds = parts.rounds()[:-1]

    assert len(rounds) == FOLDS
    assert sorted(i for turn in rounds for i in turn.ask) == parts.learn
    for turn in rounds:
        assert not {parts.passages[i].writer for i in turn.learn} & {parts.passages[i].writer for i in turn.ask}


def test_a_corpus_without_the_unseen_writers_is_refused() -> None:
    with pytest.raises(ValueError, match=f"mist {min(UNSEEN_WRITERS)}.jsonl"):
        split([passage for passage in _corpus() if passage.writer != min(UNSEEN_WRITERS)])


def test_the_threshold_has_the_best_f1_of_all() -> None:
    chance = np.random.default_rng(1)
    truth = (chance.random(200) < 0.3).astype(int)
    scores = np.round(truth * 0.3 + chance.random(200), 2)  # with equal scores among them

    chosen = best_threshold(scores, truth)

    def f1(threshold: float) -> float:
        return float(theme_f1((scores >= threshold).astype(int)[:, None], truth[:, None])[0])

    assert f1(chosen) == max(f1(step) for step in np.unique(scores))


def test_the_threshold_of_a_yes_or_no_keeps_the_yes() -> None:
    assert best_threshold(np.array([0.0, 1.0, 0.0, 0.0, 1.0]), np.array([0, 1, 0, 1, 1])) == 0.5


def test_the_interval_holds_papers_together() -> None:
    labels = np.array([[1], [1], [0], [0]])
    truth = np.ones((4, 1), dtype=int)

    def interval_of(papers: list[str]) -> tuple[float, float]:
        return interval(drawn_macro_f1(labels, truth, papers))

    apart = interval_of(["a", "b", "c", "d"])
    together = interval_of(["a", "b", "a", "b"])

    assert apart[0] < 0.6667 < apart[1]
    assert together == pytest.approx((2 / 3, 2 / 3))


def test_the_same_papers_are_drawn_for_each_classifier() -> None:
    truth = np.ones((4, 1), dtype=int)
    labels = np.array([[1], [0], [1], [0]])

    difference = drawn_macro_f1(labels, truth, list("abcd")) - drawn_macro_f1(labels.copy(), truth, list("abcd"))

    assert interval(difference) == (0, 0)
