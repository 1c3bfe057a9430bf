"""The parties that move a motion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

NATIONAL = (
    r"VVD|CDA|D66|PvdA|P\.v\.d\.A\.?|Partij\s+van\s+de\s+Arbeid|GroenLinks(?:[-/ ]PvdA)?|Groen\s+Links|GL[-/]PvdA|PvdA[-/](?:GroenLinks|GL)|SP|ChristenUnie(?:[-/]SGP)?|CU(?:[-/]SGP)?"
    r"|SGP(?:[-/](?:ChristenUnie|CU))?|PVV|FvD|FVD|Forum\s+voor\s+Democratie|JA21|BBB|BoerBurgerBeweging|Volt|50\s?P(?:lus|LUS)|PvdD|Partij\s+voor\s+de\s+Dieren|DENK|BIJ1|BVNL|NSC|Code\s+Oranje"
)
_OWN_NAME = (
    r"(?:[A-Z][\w'’-]*|\d{2})(?:\s+(?:(?:op|aan|en|van|de|het|den|voor|der|in)\s+)*(?:[A-Z][\w'’-]*|\d{2,4})){0,4}"
)
LOCAL = (
    rf"(?:Lokaal|Lokale|Lijst|Leefbaar|Partij|Gemeentebelangen?|Gemeente\s?Belangen|Dorpsbelangen|Burgerbelangen|Burgerpartij|Algemeen\s+Belang|Ouderen\s?(?:Partij|Appèl|Appel)|Senioren\s?(?:Partij|Appèl)?"
    rf"|Progressief|Samen(?:\s+voor|werkend)?|Vrije|Jong|Hart\s+voor|Trots|Volkspartij|Werknemersgroep|Dorpspartij|Inwonerspartij|Stadspartij|Verenigd|Onafhankelijk\w*|Fractie|Groep|Ons|Team|Beter|Nieuw|Vernieuwend|Echt|Keerpunt|Transparant|Brabants)\s+{_OWN_NAME}"
    r"|Gemeentebelangen|Lokaal\s+Brabant|(?-i:(?:[A-Z]{2,4}\d?))\b(?=\s*[,;)]|\s*$)"
)
_PARTY = re.compile(rf"(?<![\w-])(?:{NATIONAL}|{LOCAL})(?!\w)")
_FIELD = re.compile(
    r"(?:\b(?:mede-?)?(?:indieners?|ingediend\s+door|ondertekend\s+door|mede\s+namens|namens(?:\s+de)?(?:\s+fracties?)?(?:\s+van)?|(?:de\s+)?fracties?\s+van(?:\s+de)?)\b|^\W*(?:de\s+)?fracties?\b(?!\s*voorzitter))\s*:?\s*(?:\(?(?:partij|fractie)\)?\s*:?\s*)?",
    re.IGNORECASE,
)
_AFTER_FRACTION = re.compile(rf"\bfracties?\s+(?:van\s+)?(?:de\s+|het\s+)?(?P<party>{_OWN_NAME})")
_VOTE_LINE = re.compile(
    r"^\W*(?:(?:aantal\s+)?(?:stemmen\s+)?(?:voor|vóór|tegen)\b|stem(?:ming|verhouding|verklaring|uitslag)|uitslag|afwezig|onthouding|voorstemmers|tegenstemmers|hoofdelijk)|\b(?:tegen|voor)\s*[:(]|\bstemm(?:en|den)\s+(?:voor|tegen)\b",
    re.IGNORECASE,
)
_NOT_PARTIES = {
    "PS",
    "GS",
    "BW",
    "RIB",
    "BRP",
    "RNI",
    "SNF",
    "AKF",
    "EU",
    "NB",
    "OBN",
    "GGD",
    "VNG",
    "RIEC",
    "APV",
    "DD",
    "II",
    "III",
    "IV",
    "PM",
    "TOE",
    "NR",
    "AZC",
    "MOTIE",
    "DAT",
    "HET",
    "DE",
}


def movers_of(head: Sequence[str], end: Sequence[str]) -> tuple[str, ...]:
    """Parties in the order in which they stand, as written; those of a vote list are no movers.

    Where a line names the movers ("Indieners: …", "Namens de fractie van …") only such lines count and the lines under them.
    """
    lines = [line for line in (*head, *end) if not _VOTE_LINE.search(line)]
    named = [party for line in _mover_lines(lines) for party in _parties(line)]
    return _distinct(named or [party for line in end if not _VOTE_LINE.search(line) for party in _parties(line)])


def _mover_lines(lines: Sequence[str]) -> list[str]:
    """Lines from a mover label on, while they stay short and hold a party."""
    found: list[str] = []
    follows = False
    for line in lines:
        label = _FIELD.search(line)
        if label:
            found.append(line[label.start() :])
        elif follows and len(line.split()) <= 12 and _parties(line):
            found.append(line)
        follows = bool(label) or (follows and line in found)
    return found


def _parties(line: str) -> list[str]:
    parties = [m.group().strip() for m in _PARTY.finditer(line) if m.group().strip().upper() not in _NOT_PARTIES]
    if not parties:
        parties = [m["party"] for m in _AFTER_FRACTION.finditer(line)]
    return [re.sub(r"^Fractie\s+", "", party) for party in parties]


def _distinct(parties: Iterable[str]) -> tuple[str, ...]:
    kept: list[str] = []
    for party in parties:
        if not any(party == other or party in other.split(" en ") for other in kept):
            kept.append(party)
    return tuple(kept)
