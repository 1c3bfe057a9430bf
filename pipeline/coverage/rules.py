"""The numbers behind the coverage rules; every one is a setting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

RULES_VERSION = "29"
"""Raise when a coverage rule changes: cells that change then say "nieuwe regel"."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Numbers of the coverage rules; see the settings of the same Dutch names for what each means."""

    actueel_vanaf: date
    aankondiging_jaren: int
    overgang_jaren: int
    regio_deel: float
    niveau_punten: float
    niveau_punten_werk: float
    gemeente_doet: float
    vast_woord: float
    twijfel: float
    eigen_benen_punten: float
    eigen_benen_vanaf: float
    kort_stuk_passages: int
    kort_stuk_punten: float
    lang_stuk_passages: int
    lang_stuk_punten: float
    motie_spoor_jaren: int
