"""The filters of documents and motions: which of their values are known, and what the reader is told of one that is not."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from pipeline.extraction.blocks import FileState
from pipeline.foundation.dutch import listed
from pipeline.themes.codebook import Theme
from pipeline.web.words import KINDS

LONGEST_SHOWN = 40
"""Signs of an unknown value that the reader sees again."""
CHOICES: Mapping[str, Collection[str]] = {"thema": tuple(Theme), "soort": tuple(KINDS), "verwerking": tuple(FileState)}
"""The values of the filters that have few of them."""
NOT_IN_PASSAGES = (
    "Het filter op verwerking telt niet mee: wie in passages zoekt, vindt alleen bestanden die te lezen waren."
)


def is_known(name: str, value: str, municipalities: Collection[str]) -> bool:
    """Whether a filter knows a value; `municipalities` are the CBS codes at the peildatum."""
    if name == "gemeente":
        return value in municipalities
    if name == "jaar":
        return bool(re.fullmatch("[12][0-9]{3}", value))
    return value in CHOICES[name]


def unknown(name: str, value: str) -> str:
    """Return in Dutch that a filter does not count because it does not know this value, and what it may be."""
    return f"Het filter op {name} telt niet mee: {_shown(value)} is geen {_what(name)}."


def _what(name: str) -> str:
    if name == "gemeente":
        return "gemeente op de peildatum. Kies er een uit de lijst"
    if name == "jaar":
        return "jaar. Schrijf vier cijfers, bijvoorbeeld 2021"
    return f"{name}. Het is {listed(list(CHOICES[name]), 'of')}"


def _shown(value: str) -> str:
    printable = "".join(char for char in value if char.isprintable())
    if not printable.strip():
        return "een teken dat niet te tonen is,"
    return f"‘{printable[:LONGEST_SHOWN]}{'…' if len(printable) > LONGEST_SHOWN else ''}’"
