"""How likely a text is about labour migrants, from how it speaks of them: a sum that can be done by hand.

Each rule of `subject` is sure of what it finds, and lets a paper go that names them in words of its own and goes on about their
beds and work. `overkaart.json` weighs all that `Attention` counts, and how its words sound; it is made by `themaspin overkaart`
from labelled papers.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import ClassVar

from pipeline.documents.attention import Attention
from pipeline.documents.attention_words import TABLE
from pipeline.foundation.logistic_card import LogisticCard, files_id

LEAST_WORDS, LEAST_LIVING = 60, 2
"""Of papers with fewer words, or fewer sentences on work or a bed, too few were learned from."""
CARD = Path(__file__).parent / "overkaart.json"


@dataclass(frozen=True)
class AttentionCard(LogisticCard):
    """The weight of each sign of `signs`. From the chance `least` a paper is about labour migrants."""

    least: float

    STORED: ClassVar[Mapping[str, str]] = {"least": "vanaf", **LogisticCard.STORED}

    def chance(self, attention: Attention) -> float:
        """Return the chance (0 to 1) that a text is about them; none where that cannot be."""
        return self.chance_by(signs(attention)) if may_be_about_them(attention) else 0.0


def may_be_about_them(attention: Attention) -> bool:
    """Whether a text is long enough and shows how they live: only such texts are weighed."""
    return attention.words >= LEAST_WORDS and attention.living >= LEAST_LIVING


def signs(attention: Attention) -> dict[str, float]:
    """Return what is weighed: counts as logarithms (of one more), and shares of sentences, words or passages."""
    sentences, words = max(attention.sentences, 1), max(attention.words, 1)
    most, second, third = attention.sides
    return {
        "woorden alleen": attention.tone,
        "genoemd": float(attention.outright),
        "los genoemd": float(attention.named),
        "vermeldingen": math.log1p(attention.mentions),
        "vermeldingen per duizend woorden": math.log1p(attention.density),
        "aanwijzingen": math.log1p(attention.pointers),
        "van ver": math.log1p(attention.afar),
        "aanwijzingen per zin": attention.pointers / sentences,
        "zinnen op de meeste kant": most / sentences,
        "zinnen op de tweede kant": math.log1p(second),
        "deel op de tweede kant": second / sentences,
        "zinnen op de derde kant": math.log1p(third),
        "werk of bed per zin": attention.living / sentences,
        "deel van de woorden": attention.shown_words / words,
        "zinnen over anderen": math.log1p(attention.others),
        "deel over anderen": attention.others / sentences,
        "woorden": math.log(words),
        "eerste plaats": attention.first,
        "laatste plaats": attention.last,
        "spreiding": attention.spread,
        "iets dat erbij ligt per zin": attention.near / sentences,
    }


@cache
def attention_card() -> AttentionCard:
    """Return the card in use."""
    return AttentionCard.load(CARD)


@cache
def attention_card_id() -> str:
    """Return a short name that changes with the numbers of the card or its words: papers are then identified again."""
    return files_id(CARD, TABLE)
