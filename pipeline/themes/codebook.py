"""The codebook as data: themes, strengths and their meaning (`codebook.toml`; in full in `corpus/codeboek.md`)."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import resources


class Theme(StrEnum):
    """The five integral themes, in the order in which every table shows them."""

    HUISVESTING = "huisvesting"
    ARBEIDSMARKT = "arbeidsmarkt"
    REGISTRATIE = "registratie"
    ZORG = "zorg"
    HANDHAVING = "handhaving"


class Strength(StrEnum):
    """What kind of statement a passage mainly is; the levels 1, 2 and 3 of a theme in a paper follow from it."""

    CONTEXT = "context"
    AMBITIE = "ambitie"
    MAATREGEL = "maatregel"

    @property
    def level(self) -> int:
        """1 `genoemd`, 2 `ambitie`, 3 `maatregel`."""
        return list(Strength).index(self) + 1


@dataclass(frozen=True, slots=True)
class Entry:
    """One theme of the codebook, in Dutch: its policy field, what it is about, what belongs to it, what is not enough."""

    veld: str
    over: str
    wel: str
    niet: str


@cache
def codebook() -> dict[Theme, Entry]:
    """Return the entry of each theme, in the order of `Theme`."""
    text = resources.files("pipeline.themes").joinpath("codebook.toml").read_text(encoding="utf-8")
    entries = tomllib.loads(text)
    return {theme: Entry(**entries[theme]) for theme in Theme}
