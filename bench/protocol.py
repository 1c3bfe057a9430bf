"""One protocol for every theme classifier: who learns from what, who is asked what, and how scores become labels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import GroupKFold

from pipeline.themes.labelled import LabelledPassage

UNSEEN_WRITERS = ("landelijk", "nieuws", "gemeentelijk")
"""Whole writers are held out, for passages of one writer are alike. These three write in registers that the others hardly touch:
national reports and laws, news and letters, and the running prose of municipal papers."""
FOLDS = 3
"""Rounds in which writers of the training part are held out in turn, to choose thresholds."""
RESAMPLES = 1000


@dataclass(frozen=True)
class Round:
    """Which passages learn and which are asked, by number."""

    learn: list[int]
    ask: list[int]


@dataclass(frozen=True)
class Split:
    """All passages, the labelled ones from elsewhere last; `learn`, `held_out` and `elsewhere` are numbers and share no text."""

    passages: list[LabelledPassage]
    learn: list[int]
    held_out: list[int]
    elsewhere: list[int]

    def rounds(self) -> list[Round]:
        """Return the rounds by which thresholds are chosen, and last the one on the whole training part."""
        writers = [self.passages[i].writer for i in self.learn]
        folds = GroupKFold(FOLDS).split(writers, groups=writers)
        chosen = [Round([self.learn[i] for i in inside], [self.learn[i] for i in outside]) for inside, outside in folds]
        return [*chosen, Round(self.learn, [*self.held_out, *self.elsewhere])]


def split(corpus: Sequence[LabelledPassage], elsewhere: Sequence[LabelledPassage] = ()) -> Split:
    """Return the split; a passage whose text is asked anywhere does not learn. Raises ValueError where a held-out writer is missing."""
    if missing := set(UNSEEN_WRITERS) - {passage.writer for passage in corpus}:
        raise ValueError(
            f"Het corpus mist {', '.join(sorted(missing))}.jsonl; pas UNSEEN_WRITERS aan in bench/protocol.py."
        )
    passages = [*corpus, *elsewhere]
    held_out = [i for i, passage in enumerate(corpus) if passage.writer in UNSEEN_WRITERS]
    others = list(range(len(corpus), len(passages)))
    asked = {_plain(passages[i].text) for i in (*held_out, *others)}
    learn = [
        i
        for i, passage in enumerate(corpus)
        if passage.writer not in UNSEEN_WRITERS and _plain(passage.text) not in asked
    ]
    return Split(passages, learn, held_out, others)


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


def best_threshold(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the threshold with the best F1 for one theme: from it up a score gives the label.

    `scores` and `truth` (0 or 1) have shape (n,). It lies halfway between two scores, so it does not hang on one passage's own.
    """
    order = np.argsort(-scores, kind="stable")
    ranked, right = scores[order], np.cumsum(truth[order])
    ends = np.flatnonzero(np.append(np.diff(ranked) < 0, True))  # equal scores are taken together
    f1 = 2 * right[ends] / (ends + 1 + truth.sum())
    best = int(ends[np.argmax(f1)])
    return float(ranked[best] if best + 1 == len(ranked) else (ranked[best] + ranked[best + 1]) / 2)


def theme_f1(labels: np.ndarray, truth: np.ndarray) -> np.ndarray:
    """Return F1 per theme of labels (n, themes) of 0 and 1; 0 where a theme is neither said nor true."""
    right, said, true = (labels & truth).sum(axis=0), labels.sum(axis=0), truth.sum(axis=0)
    return 2 * right / np.maximum(said + true, 1)


def micro_f1(labels: np.ndarray, truth: np.ndarray) -> float:
    """Return F1 over all themes together."""
    return float(2 * (labels & truth).sum() / max(labels.sum() + truth.sum(), 1))


def drawn_macro_f1(labels: np.ndarray, truth: np.ndarray, papers: Sequence[str]) -> np.ndarray:
    """Return macro F1 over papers drawn anew as wholes, (RESAMPLES,): the same draws each time, so classifiers can be paired."""
    numbers = [np.flatnonzero(np.array(papers) == paper) for paper in sorted(set(papers))]
    chance = np.random.default_rng(0)
    drawn = np.empty(RESAMPLES)
    for turn in range(RESAMPLES):
        rows = np.concatenate([numbers[i] for i in chance.integers(len(numbers), size=len(numbers))])
        drawn[turn] = theme_f1(labels[rows], truth[rows]).mean()
    return drawn


def interval(drawn: np.ndarray) -> tuple[float, float]:
    """Return the 95% interval of what was drawn."""
    low, high = np.percentile(drawn, (2.5, 97.5))
    return float(low), float(high)
