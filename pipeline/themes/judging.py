"""Judging the passages of a paper: themes and strength of each, and for passages with several themes the strength of each theme.

The level of a theme comes from the sentences that carry it (codebook, "From passages to a municipality"), so sentences of a
passage with more than one theme are judged on their own as well.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pipeline.language.passages import Passage
from pipeline.themes.classifier import Classifier, Judgement
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.features import annotated

if TYPE_CHECKING:
    from spacy.language import Language


@dataclass(frozen=True, slots=True)
class JudgedText:
    """What is known of a passage's themes.

    `strengths` gives each label its own strength; `mingled` are the labels other than huisvesting whose sentences all speak of
    huisvesting too. `acting` is for each label the probability that it is an aim or a measure; where it is missing the strength
    is taken as certain.
    """

    labels: tuple[Theme, ...]
    uncertain: tuple[Theme, ...]
    scores: dict[Theme, float]
    strength: Strength
    strengths: dict[Theme, Strength]
    mingled: tuple[Theme, ...]
    acting: dict[Theme, float] = field(default_factory=dict)

    def act_chance(self, theme: Theme) -> float:
        """Return the probability (0 to 1) that what it says of a theme is an aim or a measure."""
        certain = float(self.strengths.get(theme, self.strength) != Strength.CONTEXT)
        return self.acting.get(theme, certain)

    def as_data(self) -> dict[str, Any]:
        """Return plain data for the store; `from_data` is its inverse."""
        return {
            "labels": self.labels,
            "uncertain": self.uncertain,
            "scores": {theme: round(score, 4) for theme, score in self.scores.items()},
            "strength": self.strength,
            "strengths": self.strengths,
            "mingled": self.mingled,
            "acting": {theme: round(chance, 4) for theme, chance in self.acting.items()},
        }


def from_data(data: Mapping[str, Any]) -> JudgedText:
    """Return the judgement that `as_data` described."""
    return JudgedText(
        labels=tuple(map(Theme, data["labels"])),
        uncertain=tuple(map(Theme, data["uncertain"])),
        scores={Theme(theme): score for theme, score in data["scores"].items()},
        strength=Strength(data["strength"]),
        strengths={Theme(theme): Strength(strength) for theme, strength in data["strengths"].items()},
        mingled=tuple(map(Theme, data["mingled"])),
        acting={Theme(theme): chance for theme, chance in data.get("acting", {}).items()},
    )


JUDGING_VERSION = "2"
"""Raise when the same classifier's judgement of a text is put together otherwise: texts are then judged again."""


def text_hash(text: str) -> str:
    """Return the key under which the judgement of a text is stored."""
    return hashlib.sha256(f"{JUDGING_VERSION} {text}".encode()).hexdigest()[:32]


def judged_text(passage: Passage) -> str:
    """Return what is judged of a passage: its text, after the opening of the list that it continues."""
    return f"{passage.lead_in} {passage.text}".lstrip()


def judge_passages(passages: Sequence[Passage], classifier: Classifier, nlp: Language) -> list[JudgedText]:
    """Return the judgement of each passage, in order."""
    whole = classifier.judge(list(annotated(map(judged_text, passages), nlp)))
    several = [i for i, judgement in enumerate(whole) if len(judgement.labels) > 1 and len(passages[i].sentences) > 1]
    sentences = [sentence.text for i in several for sentence in passages[i].sentences]
    parts = iter(classifier.judge(list(annotated(sentences, nlp))))
    by_sentence = {i: [next(parts) for _ in passages[i].sentences] for i in several}
    return [_combine(judgement, by_sentence.get(i, ())) for i, judgement in enumerate(whole)]


def judge_texts(texts: Sequence[str], classifier: Classifier, nlp: Language) -> list[JudgedText]:
    """Return the judgement of texts that are one statement each (the requests of a motion), in order."""
    return [_combine(judgement, ()) for judgement in classifier.judge(list(annotated(texts, nlp)))]


def _combine(whole: Judgement, sentences: Sequence[Judgement]) -> JudgedText:
    carriers = {theme: [part for part in sentences if theme in part.labels] for theme in whole.labels}
    return JudgedText(
        whole.labels,
        whole.uncertain,
        whole.scores,
        whole.strength,
        {theme: _strength(whole, carriers[theme]) for theme in whole.labels},
        tuple(theme for theme in whole.labels if _mingled(theme, whole, carriers[theme])),
        {theme: _acting(whole, carriers[theme]) for theme in whole.labels},
    )


def _strength(whole: Judgement, carriers: Sequence[Judgement]) -> Strength:
    """The strongest of the sentences that carry the theme; the passage's own where none does by itself."""
    return max((part.strength for part in carriers), key=lambda strength: strength.level, default=whole.strength)


def _acting(whole: Judgement, carriers: Sequence[Judgement]) -> float:
    """Certain where sentences that carry the theme by themselves say so, else as likely as for the passage."""
    if not carriers:
        return whole.acting
    return float(any(part.strength != Strength.CONTEXT for part in carriers))


def _mingled(theme: Theme, whole: Judgement, carriers: Sequence[Judgement]) -> bool:
    if theme == Theme.HUISVESTING or Theme.HUISVESTING not in whole.labels:
        return False
    return all(Theme.HUISVESTING in part.labels for part in carriers)
