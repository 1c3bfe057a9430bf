"""What reviewers said of passages: their last word on each, and as labelled passages to learn from."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from pipeline.store.decisions import PASSAGE, Decision, not_withdrawn
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.labelled import LabelledPassage

KIND = "beoordeeld"
"""Kind of paper by which reviewed passages are known among those of the corpus."""


def passage_corrections(decisions: Iterable[Decision]) -> dict[str, Decision]:
    """Return the last word of reviewers on each passage, by its text as it was judged, in the order in which they first came up."""
    return {decision.passage: decision for decision in not_withdrawn(decisions) if decision.soort == PASSAGE}


def reviewed_passages(decisions: Iterable[Decision]) -> list[LabelledPassage]:
    """Return each passage on which reviewers decided with their last word on it, in the order in which they first came up."""
    return [_labelled(decision) for decision in passage_corrections(decisions).values()]


def _labelled(decision: Decision) -> LabelledPassage:
    return LabelledPassage(
        id=f"{KIND}-{hashlib.sha256(decision.passage.encode()).hexdigest()[:16]}",
        text=decision.passage,
        labels=frozenset(theme for theme in Theme if theme in decision.labels),
        strength=Strength(decision.sterkte) if decision.sterkte in set(Strength) else None,
        paper=f"{KIND}-{(decision.bewijs or ('onbekend',))[0]}",
        soort=KIND,
    )


def corpus_line(passage: LabelledPassage) -> str:
    """Return a passage as one line of JSON, as the files of `corpus/passages` have it."""
    row = {
        "id": passage.id,
        "text": passage.text,
        "labels": [theme for theme in Theme if theme in passage.labels],
        "strength": passage.strength,
        "paper": passage.paper,
        "soort": passage.soort,
    }
    return json.dumps(row, ensure_ascii=False)
