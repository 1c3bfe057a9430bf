"""Passages: the units of 25 to 160 words on which themes are judged (unit of the codebook, `corpus/codeboek.md`)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.extraction.blocks import BBox

ACTION_ROW = re.compile(
    r"(?:^|;\s)(?:actie|maatregel|activiteit|wens)(?:s|en)?(?:\s(?:in\s|voor\s)?(?:19|20)\d\d(?:\s?[-–]\s?(?:19|20)?\d\d)?)?:\s"
    r"|^nr\.?\s(?:actie|maatregel|activiteit|wens)(?:s|en)?(?:\s(?:(?:19|20)\d\d|planning|wanneer|gereed|termijn|wie|portefeuille(?:houder)?)){0,2}:"
    r"\s[A-Z]{0,2}\d"
    r"|^(?:nr\.?:\s[^;]{1,8};\s)?wat\s+(?:doen|gaan)\s+(?:we|wij)(?:\s+(?:er|daar|hier)(?:voor|aan))?(?:\s+doen)?\s?\??:\s"
    r"|^(?:nr\.?:\s[^;]{1,8};\s)?wat\s+(?:doet|gaat)\s+(?:het\s+college|de\s+(?:gemeente|regio|provincie))(?:\s+doen)?:\s"
    r"|^(?:nr\.?:\s[^;]{1,8};\s)?wat:\s[^;]+;\s(?:wie|door\s+wie|trekker):\s",
    re.IGNORECASE,
)
"""A row of a table under heads of which one says that there stand actions ("Nr: 2; Actie: Spreekuur huisarts; Wie: GGD"), or that say
what and who."""
_WE_DO = r"\b(?:(?:doen|gaan|nemen|voeren)\s+(?:wij|we)|(?:wij|we)\s+(?:doen|gaan|nemen|voeren))\b[^.]*:\s*$"
WE_DO = re.compile(_WE_DO, re.IGNORECASE)
_AGREED = r"\b(?:spreken|komen)\b[^.]{0,60}\b(?:af|overeen)\b[^.]*:\s*$"
ACTIONS_FOLLOW = re.compile(rf"{_WE_DO}|{_AGREED}|\b(?:acties|maatregelen)\b[^.]*:\s*$", re.IGNORECASE)
"""The lead-in of a list of actions: "In 2021 doen wij het volgende:", "Maatregelen:", "De gemeenten spreken af:"; `WE_DO` is one of
which each item is done."""


@dataclass(frozen=True, slots=True)
class Place:
    """A rectangle on a page; one per printed line or merged run of lines."""

    page: int
    bbox: BBox


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: `text == passage.text[start:end]`, with where it stands on the page(s)."""

    start: int
    end: int
    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, or a list with its lead-in, or table rows under one head: the unit of judgement.

    `number` counts from 0 in reading order within the paper; `section` holds the headings above it, outermost first.
    `lead_in` is the opening of a list or table whose beginning stands in an earlier passage ("De huisvester zorgt voor:"):
    context, not part of `text`.
    """

    number: int
    text: str
    section: tuple[str, ...]
    sentences: tuple[Sentence, ...]
    lead_in: str = ""

    @property
    def places(self) -> tuple[Place, ...]:
        """Where the passage stands, sentence after sentence."""
        return tuple(place for sentence in self.sentences for place in sentence.places)

    @property
    def page(self) -> int:
        """The page on which it begins, counted from 1."""
        return self.sentences[0].places[0].page
