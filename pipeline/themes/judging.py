"""What is known of a passage once it was judged, themes and strength, and under which key the store keeps it.

A passage is judged as a whole. Its sentences by themselves say too little: with the strength of a theme taken from the sentences that
carry it, levels of whole papers came out too high (`models/themas/metingen.md`).
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

import numpy as np

from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import MOST_CHARACTERS, Annotated


@dataclass(frozen=True, slots=True)
class Seen:
    """What a text looked like before it was judged, which a classifier that is trained again need not look up anew: what the sentence
    model said of it, and its lemmas and frame by the spaCy pipeline.
    """

    heard: tuple[float, ...]
    lemmas: str
    frame: str

    def annotated(self, text: str) -> Annotated:
        """Return the text as the classifier sees it, by a pipeline without word vectors."""
        return Annotated(text[:MOST_CHARACTERS], self.lemmas, self.frame, np.zeros(0))


@dataclass(frozen=True, slots=True)
class JudgedText:
    """What the classifier says of a passage or of a request of a motion. `uncertain` and `labels` share no theme; `scores` are
    probabilities per theme.

    `acting` is the probability that it states an aim or a measure, not a mere description; `asked` are the themes that a request of a
    motion in it asks for, which are measures for certain, `asked_apart` those of a request on nothing but them. `seen` is what it looked
    like to those who judged it; a judgement from the store has none.
    """

    labels: tuple[Theme, ...]
    uncertain: tuple[Theme, ...]
    scores: dict[Theme, float]
    strength: Strength
    acting: float
    asked: tuple[Theme, ...] = ()
    asked_apart: tuple[Theme, ...] = ()
    seen: Seen | None = field(default=None, compare=False)

    def strength_of(self, theme: Theme) -> Strength:
        """Return what kind of statement it makes on a theme."""
        return Strength.MAATREGEL if theme in self.asked else self.strength

    def act_chance(self, theme: Theme) -> float:
        """Return the probability (0 to 1) that what it says of a theme is an aim or a measure."""
        return 1.0 if theme in self.asked else self.acting

    def without(self, theme: Theme) -> Self:
        """Return a judgement that says nothing of a theme."""
        return replace(
            self,
            labels=tuple(one for one in self.labels if one != theme),
            uncertain=tuple(one for one in self.uncertain if one != theme),
            scores=self.scores | {theme: 0.0},
        )

    def as_data(self) -> dict[str, Any]:
        """Return plain data for the store, as it was judged by itself; `from_data` is its inverse."""
        return {
            "labels": self.labels,
            "uncertain": self.uncertain,
            "scores": {theme: round(score, 4) for theme, score in self.scores.items()},
            "strength": self.strength,
            "acting": round(self.acting, 4),
        }


def from_data(data: Mapping[str, Any]) -> JudgedText:
    """Return the judgement that `as_data` described."""
    return JudgedText(
        labels=tuple(map(Theme, data["labels"])),
        uncertain=tuple(map(Theme, data["uncertain"])),
        scores={Theme(theme): score for theme, score in data["scores"].items()},
        strength=Strength(data["strength"]),
        acting=data["acting"],
    )


JUDGING_VERSION = "3"
"""Raise when the same classifier's judgement of a text is put together otherwise: texts are then judged again."""


def text_hash(text: str) -> str:
    """Return the key under which the judgement of a text is stored."""
    return hashlib.sha256(f"{JUDGING_VERSION} {text}".encode()).hexdigest()[:32]


def judged_text(passage: Passage) -> str:
    """Return what is judged of a passage, by `as_judged`."""
    return as_judged(passage.lead_in, passage.text)


def as_judged(lead_in: str, text: str) -> str:
    """Return the text of a passage as it is judged, and as reviewers decide on it: after the opening of the list that it continues."""
    return f"{lead_in} {text}".lstrip()
