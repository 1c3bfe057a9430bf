"""The parties that move a motion."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise, takewhile

from pipeline.language.municipalities import all_municipalities

NATIONAL = (
    r"VVD|CDA|D66|PvdA\s?[-/–]\s?(?:GroenLinks|GL)|PvdA|P\.v\.d\.A\.?|Partij\s+van\s+de\s+Arbeid"
    r"|GroenLinks(?:[-/ ]PvdA|\s[-/–]\sPvdA)?|Groen\s+Links"
    r"|GL[-/]PvdA|SP"
    r"|ChristenUnie(?:[-/]SGP)?|CU(?:[-/]SGP)?|SGP(?:[-/](?:ChristenUnie|CU))?|PVV|FvD|FVD"
    r"|Forum\s+voor\s+Democratie|JA21|BBB|BoerBurgerBeweging|Volt"
    r"|50\s?P(?:lus|LUS)|PvdD|Partij\s+voor\s+de\s+Dieren|DENK|BIJ1|BVNL|NSC|Code\s+Oranje"
)
"""Parties that sit in parliament or many councils."""
_NAME = (
    r"(?:[A-Z'][\w'’&-]*!?|\d{2,4})(?:\s+(?:(?:op|aan|van|de|het|den|voor|der|in)\s+)*(?:[A-Z][\w'’-]*|\d{2,4})){0,4}"
)
_PLACE = rf"(?:{'|'.join(re.escape(one.name) for one in sorted(all_municipalities(), key=lambda one: -len(one.name)))})"
LOCAL = (
    r"(?:Lokaal|Lokale|Lijst|Leefbaar|Partij|Gemeentebelangen?|Gemeente\s?Belangen|Dorpsbelangen"
    r"|Burgerbelangen|Burgerpartij|Algemeen\s+Belang"
    r"|Ouderen\s?(?:Partij|Appèl|Appel)|Senioren\s?(?:Partij|Appèl)?|Progressief|Samen(?:\s+voor|werkend)?"
    r"|Vrije|Jong|Hart\s+voor|Trots|Volkspartij"
    r"|Werknemersgroep|Dorpspartij|Inwonerspartij|Stadspartij|Verenigd|Onafhankelijk\w*|Groep|Ons|Team"
    r"|Beter|Nieuw|Vernieuwend|Keerpunt|Transparant|Brabants|Liberaal)"
    rf"\s+{_NAME}|(?:(?:Ouderen|Senioren)\s?(?:Partij|Appèl|Appel)|[A-Z][\w-]*\+|\w+partij|[A-Z]\w+(?:belangen|lijst)"
    r"|[A-Z]{1,3}&[A-Z]{1,3}|[A-Z][\w'’-]+\s+(?:Lokaal|Vooruit|Centraal|Natuurlijk|Anders|Totaal|Belang|Actief|Sociaal|Één|2000|2010))"
    rf"(?:\s+{_PLACE}(?!\w))?|(?:Lokaal|Lijst|Partij|Groep)\s+{_NAME}|[A-Z][\w-]+\s?['’]\d\d"
)
"""How names of local parties begin or end; where they end so, the municipality may follow: "Pro Actief Goirle". Some bear the year in
which they began: "Kern'75"."""

_PARTY = re.compile(rf"(?<![\w-])(?:{NATIONAL}|{LOCAL})(?!\w)")
_LABEL = re.compile(
    r"\b(?:(?:mede-?)?indieners?|ingediend\s+door|ondertekend\s+door|ondergetekenden?|ondertekening(?=\s*:)|(?:mede\s+)?namens"
    r"|fracties?)\b\s*[:,]?\s*(?:(?:de\s+)?(?:fracties?|raadsleden)\b\s*:?\s*)?(?:van\s+)?(?:de\s+|het\s+)?",
    re.IGNORECASE,
)
_OF_FRACTION = re.compile(r"^(?:de\s+)?fracties?\s+(?:van\s+)?(?:de\s+|het\s+)?", re.IGNORECASE)
"""Before each party of a list: "fractie Lokaal, fractie PVV"."""
_FRACTION_AND_PERSON = re.compile(
    rf"^\W*(?:(?:mede\s+)?namens\s+)?(?:de\s+)?(?i:fractie)\s+(?P<party>{_NAME})\s*[,:(–-]\s*(?:[A-Z]\.|(?i:dhr|mw|mevr|mevrouw|de\s+heer)\b)"
)
"""A party, whatever it is called, before the member who signs: "Fractie Dorpsbelang, J. Jansen"."""
_PARTY_AND_PERSON = re.compile(
    rf"(?P<party>{_NAME}),\s+(?:(?:dhr|mw|mevr)\.?\s+)?(?:[A-Z]\.\s?)+(?:(?:van|de|der|den|ten|ter|het|’t|'t)\s+)*"
    r"[A-Z][\w'’-]+(?:\s+[A-Z][\w'’-]+){0,2}"
)
_HEADS = frozenset(
    {"naam", "namen", "handtekening", "paraaf", "fractie", "partij", "raadslid", "raadsleden"}
    | {"voor", "vóór", "tegen", "stem", "stemmen", "zetels", "totaal", "onthouding", "afwezig"}
)
"""Heads of a table of signatures or votes, which are no parties."""
_MARKED = re.compile(r"\(\s*(?:mede-?)?indiener\s*\)", re.IGNORECASE)
"""How a list of votes marks who moved."""
_VOTING = re.compile(
    r"^\W*(?:(?:aantal\s+)?(?:stemmen\s+)?(?:voor|vóór|tegen)\b|zetels\b|stem(?:ming|verhouding|verklaring\w*"
    r"|uitslag)|uitslag|besluit|afwezig|onthouding|voorstemmers|tegenstemmers|hoofdelijk"
    r"|toelichting|aangenomen|verworpen|aangehouden)|\b(?:tegen|voor)\s*[:(]|\bstemm(?:en|den)\s+(?:voor|tegen)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\b(?:zegt|vindt|stemt|sluit|heeft|wijst|is|wordt|verwacht|kondigt|betreuren|dat)\b")
_PERSON = re.compile(r"\b[A-Z]\.\s?(?:[A-Z]\.\s?)*|\b(?:dhr|mw|mevr|mevrouw|de\s+heer)\b", re.IGNORECASE)
_BRACKETED = re.compile(rf"(?<![\w'’-])(?P<before>{_NAME})\s*\((?P<within>[^()\d]{{2,40}}|{NATIONAL})\)")
_SPLIT = re.compile(r"\s*(?:[,;|]|(?<!PvdA)/)\s*(?!SGP|CU|PvdA)|\s+en\s+|\s*\n\s*|\s+&\s+")
_LONG = 25
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&+-]+!?")
_BROKEN_OFF = re.compile(r"\b(?:Lijst|Partij|Groep|Hart\s+voor|Samen\s+voor)$")
"""How a printed line ends within the name of a party."""


def movers_of(head: Sequence[str], end: Sequence[str]) -> tuple[str, ...]:
    """Parties in the order in which they stand, as written; who voted, and who spoke in the debate, did not move it.

    Where a line names the movers ("Indieners: …", "Namens de fractie van …") only such lines count and the lines under them; a bare list
    above the motion where nobody signs below it.
    """
    marked = [party for line in (*head, *end) if _MARKED.search(line) for party in _known(line)]
    if marked:
        return _distinct(marked)
    lines = [
        *(line for line in head if not _VOTING.search(line)),
        *takewhile(lambda line: not _VOTING.search(line), end),
    ]
    short = [line for line in lines if len(line.split()) <= _LONG and not _SENTENCE.search(line)]
    labelled = _labelled(short)
    signed = [line for line in short if line in end]
    return _distinct(
        labelled
        or _before_persons(signed)
        or [party for line in signed for party in _listed(line) or _known(line)]
        or _over_persons(signed)
        or [party for line in head if only_parties(line) for party in _known(line)]
    )


def _listed(line: str) -> list[str]:
    """A bare list with at least two parties, or that begins with one, in which the names of others are parties too: "D66, Nieuw Elan".

    A person stands before the party: "Jan Jansen, D66"; what is written in capitals is no person ("DOE!, Transparant Deurne").
    """
    items = [item.strip(" .") for item in _SPLIT.split(_with_commas(line.strip(" .")))]
    known = [bool(_PARTY.fullmatch(item)) for item in items]
    listed = known[0] or sum(known) > 1 or (any(known) and _CAPITALS.fullmatch(items[0]))
    if not listed or sum(known) == len(items) or _PERSON.search(line):
        return []
    return items if all(re.fullmatch(_NAME, item) for item in items) else []


def only_parties(line: str) -> bool:
    """Whether a line is a list of parties and nothing else: who signs without a word before it."""
    items = re.split(r"\s*[,;|·•]\s*|\s+en\s+", line.strip(" .")) if len(line.split()) <= _LONG else []
    return bool(items) and all(_PARTY.fullmatch(item) for item in items)


def _labelled(lines: Sequence[str]) -> list[str]:
    """Parties after a label, and those on the lines right under it."""
    found: list[str] = []
    follows = False
    for line in _whole_names(lines):
        label = _LABEL.search(line)
        parties = _named(line[label.end() :], line) if label else _known(line) if follows else []
        found.extend(parties)
        follows = bool(label) or bool(parties)
    return found


def _whole_names(lines: Sequence[str]) -> list[str]:
    """The lines, put together where one ends within the name of a party: "Indieners: LPF Westland, Westland" / "Verstandig en VVD"."""
    whole: list[str] = []
    for line in lines:
        if whole and (_BROKEN_OFF.search(whole[-1]) or _lists_on(whole[-1], line)):
            whole[-1] = f"{whole[-1]} {line}"
        else:
            whole.append(line)
    return whole


def _lists_on(line: str, below: str) -> bool:
    """Whether a list of parties after a label breaks off within a name that the line below ends: neither piece is a party."""
    label = _LABEL.search(line)
    if label is None or _LABEL.search(below):
        return False
    broken = _SPLIT.split(line[label.end() :].rstrip())
    ended = _SPLIT.split(below.rstrip(" ."))
    pieces = (broken[-1], ended[0])
    unknown = all(
        re.fullmatch(_NAME, one) and not _PARTY.search(one) and not _CAPITALS.fullmatch(one) for one in pieces
    )
    return len(broken) > 1 and unknown and any(map(_PARTY.fullmatch, ended[1:]))


def _with_commas(line: str) -> str:
    """A list with points between its items, and no commas: "D66 · Volt · GroenLinks"."""
    return line if "," in line else re.sub(r"\s+[·•]\s+", ", ", line)


def _named(text: str, line: str) -> list[str]:
    """Every item of a list of parties; an unknown name counts among known ones, in one word, or where the label says "fractie"."""
    known = _known(text)
    if signed := _FRACTION_AND_PERSON.match(line):
        return [signed["party"]]
    items = [_OF_FRACTION.sub("", item.strip(" .:()")) for item in _SPLIT.split(text)]
    items = [item for item in items if item.lower() not in _HEADS]
    unknown = [item for item in items if re.fullmatch(_NAME, item) and not _PARTY.search(item)]
    single = all(" " not in item for item in unknown)
    if _PERSON.search(text) or "(" in text or not (known or single or re.search(r"fractie", line, re.IGNORECASE)):
        return known
    return [item for item in items if item in unknown or _PARTY.fullmatch(item)] if unknown else known


def _known(line: str) -> list[str]:
    """Parties that are known by their name, or stand in brackets behind or before a person."""
    return _beside_persons(line) or [match.group().strip() for match in _PARTY.finditer(line)]


def _beside_persons(line: str) -> list[str]:
    """ "Gewoon Uden (G. van Heeswijk)" and "G. van Heeswijk (Gewoon Uden)"; nothing where brackets hold something else."""
    found = []
    for match in _BRACKETED.finditer(line):
        before, within = match["before"], match["within"].strip()
        if _PERSON.search(within):
            found.append(before)
        elif re.fullmatch(_NAME, within) or _PARTY.fullmatch(within):
            found.append(within)
    return found


def _before_persons(lines: Sequence[str]) -> list[str]:
    """Names before that of a person on lines that are alike, where one of them is known: "Best Open, A. Pot" / "CDA, B. Vos"."""
    matches = [_PARTY_AND_PERSON.fullmatch(line.strip(" .")) for line in lines]
    signed = [match["party"] for match in matches if match]
    if len(signed) < 2 or not any(map(_PARTY.fullmatch, signed)):
        return []
    return [
        party
        for line, match in zip(lines, matches, strict=True)
        for party in ([match["party"]] if match else _known(line))
    ]


def _over_persons(lines: Sequence[str]) -> list[str]:
    """Names on a line of their own over that of a person: "Helder Helmond" / "M. Chahim"."""
    return [
        name
        for name, below in pairwise(lines)
        if re.fullmatch(_NAME, name) and re.match(r"(?:[A-Z]\.\s?)+(?:\w+\s+){0,3}[A-Z]", below)
    ]


def _distinct(parties: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parties))
