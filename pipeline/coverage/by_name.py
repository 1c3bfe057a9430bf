"""Municipalities that act by their name: "Oss opent", "Steenbergen betaalt"."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

from pipeline.coverage.acting import DOES
from pipeline.language.municipalities import known_in

_AMONG_PLACES = re.compile(
    r"\b(?:[Ii]n|[Uu]it|[Bb]ij|[Rr]ond|[Bb]uiten|[Nn]aar|[Tt]ussen)\s+(?:(?:de|het)\s+\w+\s+)?"
    r"(?:[A-Z'’][\w'’-]*(?:\s+(?:op|aan|de|den|het))*,?\s+)+(?:en|of)\s+$"
)
PLACES_BACK = 120
"""Characters before a name within which other places of the same row are looked for."""


def acts_by_name(text: str, era: date | None) -> bool:
    """Return whether a municipality known in an era (see `era_of_owners`) acts by its name.

    The second of two places does not: "in Dinteloord en Steenbergen wijzen huisartsen …".
    """
    found = _by_name(era).finditer(text)
    return any(not _AMONG_PLACES.search(text[max(0, one.start() - PLACES_BACK) : one.start()]) for one in found)


@cache
def _by_name(era: date | None) -> re.Pattern[str]:
    """ "Oss opent", "Steenbergen betaalt": a municipality by its name, where that is no place ("In Oss meldt de huisarts …")."""
    names = sorted({re.escape(one.name) for one in known_in(era)}, key=len, reverse=True)
    no_place = "".join(
        rf"(?<!\b[{word[0].upper()}{word[0]}]{word[1:]} )" for word in ("in", "uit", "bij", "rond", "buiten", "naar")
    )
    return re.compile(rf"{no_place}\b(?:{'|'.join(names)})\s+{DOES}\b")
