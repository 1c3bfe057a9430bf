"""Explaining: which words of a passage carried a label.

A word carried a label as far as the classifier would be less sure of it without that word. So each word is left out in turn and the
passage judged again, whatever the features are. Costs as many judgements as the passage has words: for looking, not for the night.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

import numpy as np

from pipeline.themes.classifier import Classifier
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

if TYPE_CHECKING:
    from spacy.language import Language

WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
MOST = 6
"""So many words are shown at the most."""
MOST_TRIED = 300
"""So many words are left out in turn; a passage has 160 at the most, of a longer text its beginning is explained."""
SMALLEST_LOSS = 0.1
"""Words whose absence costs less than this (in log-odds) are left out."""


@dataclass(frozen=True, slots=True)
class Carrier:
    """A word of the passage, where it stands (offsets in the text), and how much less sure the label is without it (log-odds)."""

    word: str
    start: int
    end: int
    loss: float


def carriers(
    text: str, judgement: JudgedText, classifier: Classifier, nlp: Language
) -> dict[Theme, tuple[Carrier, ...]]:
    """Return for each label of `judgement` the words of `text` that carried it, strongest first."""
    spans = [match.span() for match in islice(WORD.finditer(text), MOST_TRIED)]
    if not judgement.labels or not spans:
        return dict.fromkeys(judgement.labels, ())
    without = classifier.judge([text[:start] + text[end:] for start, end in spans], nlp)
    return {theme: _strongest(text, spans, _losses(theme, judgement, without)) for theme in judgement.labels}


def _losses(theme: Theme, judgement: JudgedText, without: Sequence[JudgedText]) -> np.ndarray:
    return _log_odds(judgement.scores[theme]) - np.array([_log_odds(other.scores[theme]) for other in without])


def _log_odds(chance: float) -> float:
    kept = min(max(chance, 1e-6), 1 - 1e-6)
    return float(np.log(kept / (1 - kept)))


def _strongest(text: str, spans: Sequence[tuple[int, int]], losses: np.ndarray) -> tuple[Carrier, ...]:
    order = [int(i) for i in np.argsort(-losses, kind="stable")[:MOST] if losses[i] >= SMALLEST_LOSS]
    return tuple(Carrier(text[slice(*spans[i])], *spans[i], round(float(losses[i]), 2)) for i in order)
