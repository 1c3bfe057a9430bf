"""The theme lexicon (`lexicon.toml`): concepts with the forms officials use, and word uses that only look like a theme."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

import numpy as np

from pipeline.themes.codebook import Theme

TRAPS = "vallen"
OURS, OTHERS, SUBJECTS = "doelgroep.migrant", "doelgroep.anderen", "doelgroep.onderwerpen"
NAMED = 5
"""Numbers that say whom and what a text names."""


@dataclass(frozen=True, slots=True)
class Concept:
    """A group of forms that mean the same; `name` is `thema.begrip`."""

    name: str
    group: str
    pattern: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All concepts in the order of the file, and the traps that are masked before matching."""

    concepts: tuple[Concept, ...]
    traps: re.Pattern[str]

    def counts(self, text: str) -> np.ndarray:
        """Return how often each concept occurs in `text`; shape (number of concepts,), float."""
        masked = self.mask(text)
        return np.array([sum(1 for _ in concept.pattern.finditer(masked)) for concept in self.concepts], dtype=float)

    def mask(self, text: str) -> str:
        """Return `text` in lower case with the traps blanked out, every other character at its own place."""
        return self.traps.sub(lambda match: " " * len(match.group()), _lower(text))

    def named(self, text: str) -> np.ndarray:
        """Return whom and what `text` names, (`NAMED`,) of 0 and 1: our group, another, only another, another subject, only that."""
        lower = _lower(text)
        ours, others, subjects = (
            any(concept.name == name and concept.pattern.search(lower) for concept in self.concepts)
            for name in (OURS, OTHERS, SUBJECTS)
        )
        return np.array([ours, others, others and not ours, subjects, subjects and not ours], dtype=float)

    def themes_of(self, text: str) -> set[Theme]:
        """Return the themes of which some concept occurs: the keyword baseline."""
        masked = self.mask(text)
        themes = set(Theme)
        return {Theme(c.group) for c in self.concepts if c.group in themes and c.pattern.search(masked)}


def _lower(text: str) -> str:
    """Lower-case letter by letter, so that offsets stay valid (`İ` would become two characters)."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


@cache
def lexicon() -> Lexicon:
    """Return the lexicon that comes with the package."""
    text = resources.files("pipeline.themes").joinpath("lexicon.toml").read_text(encoding="utf-8")
    groups = tomllib.loads(text)
    traps = re.compile("|".join(f"(?:{form})" for form in groups.pop(TRAPS).values()))
    concepts = (
        Concept(f"{group}.{name}", group, re.compile(form))
        for group, members in groups.items()
        for name, form in members.items()
    )
    return Lexicon(tuple(concepts), traps)
