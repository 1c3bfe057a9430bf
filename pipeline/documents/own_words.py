"""Sentences in which a paper tells of its own adoption: "Deze nota is op 12 mei 2020 vastgesteld", "De raad stelde de nota vast"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from pipeline.documents.day import find_days
from pipeline.documents.parts import FRONT_PAGES, Parts
from pipeline.documents.wording import any_of

DONE = any_of(("vastgesteld", "besloten", "goedgekeurd", "bekrachtigd", "overeengekomen", "ondertekend"))
_NOUN = any_of(
    (
        *(
            r"beleid\w*",
            "nota",
            "notitie",
            "visie",
            "kaders?",
            "regels",
            "regeling",
            "verordening",
            "programma",
            "plan",
        ),
        *(
            "aanpak",
            "convenant",
            "overeenkomst",
            "afspraken",
            "besluit",
            "begroting",
            "stuk",
            "document",
            "handreiking",
        ),
        *("leidraad", "agenda", "strategie", "koers", "lijst", "mededeling"),
    )
)
PART_OF = rf"\b(?:delen?|hoofdstuk(?:ken)?)\b[^.;]{{0,40}}?\bvan\s+(?:de|het)\s+\w*(?:{_NOUN}|akkoord)\b"
"""What an excerpt says of the whole that it is of: "de delen A, B en C van de omgevingsvisie"."""
_PART_OF_ADOPTED = (
    r"^\W*(?:deze|dit)\s+(?:bijlage|toetsingslijst|kaart|lijst|onderdeel)\s+(?:maakt|is)\s+(?:een\s+|integraal\s+)?"
    rf"(?:deel\s+uit|onderdeel)\s+van\s+(?:de|het)\s+\w*{_NOUN}\b"
)
"""What an annex says of the whole that it is of: "Deze bijlage maakt deel uit van de notitie, vastgesteld op …"."""
_SELF = re.compile(
    rf"\b(?:deze|dit|onderhavige?|voorliggende?)\s+(?:[\w-]+\s+){{0,3}}?\w*{_NOUN}\b"
    r"|^\W*(?:de|het)\s+(?:besluitenlijst|verslag|begroting|convenant|overeenkomst)\b"
    rf"|^\W*(?:de\s+)?{PART_OF}|{_PART_OF_ADOPTED}"
    r"|^\W*deze\s+(?:raads(?:informatie)?)?brief(?=\s+(?:is|werd|hebben|heeft)\b[^.;]{0,100}\bvastgesteld\b)",
    re.IGNORECASE,
)
"""The paper names itself: "deze beleidsnota"; of a few sorts "de" or "het" at the start is enough, as are its parts ("De delen A en B
van de omgevingsvisie"). Of a letter much is decided on, so only what was adopted in so many words is the letter."""
IS_DONE = (
    rf"\b(?:is|zijn|werd|werden|heeft|hebben)\b[^;]{{0,200}}?\b{DONE}\b",  # is op 12 mei door de raad vastgesteld
    rf"\b{DONE}\s+(?:is|zijn|heeft|hebben)\b",  # die vastgesteld is
    rf"\bvan\s+(?:de|het)\s+\w+,\s+(?:door\s[^;,\d]{{3,60}}?\s)?{DONE}\s+(?:door|op|bij|in)\b",  # de notitie, door B&W vastgesteld op …
    r"\b(?:stelt|stelde|stellen|stelden) (?:\w+ ){0,3}?(?:deze|dit)\s[^;]{0,100}?\bvast\b",  # stelde deze nota op … vast
    r"\b(?:geldt|gelden|van kracht|in werking)\b[^;]{0,40}?\bsinds (?:de )?vaststelling (?:ervan )?door (?:de|het) \w+ op \d",
    r"\b(?:onder)?teken(?:den|de) (?:\w+ ){0,2}?(?:deze|dit)\s[^;]{0,60}?\bop\s+\d",  # tekenden deze afspraken op …
)
_IS_DONE = re.compile(any_of(IS_DONE), re.IGNORECASE)
_GOES_ON = any_of(
    (
        *(
            "op",
            "met",
            "in",
            "na",
            "bij",
            "tijdens",
            "vast",
            "aan",
            "te",
            "dan",
            "daarna",
            "vervolgens",
            "uiteindelijk",
        ),
        *("ongewijzigd", "gewijzigd", "unaniem", "definitief", "zonder", "door", "vastgesteld", "aangenomen"),
    )
)
"""What follows where "de nota" is this one; a name or year after it is another's."""
_ORGAN = re.compile(
    r"\b(?:(?:gemeente)?raad|college|burgemeester\s+(?:en|&)\s+wethouders|b\s?&\s?w|staten|dagelijks\s+bestuur)\b",
    re.IGNORECASE,
)
_ACT = re.compile(
    r"\b(?:stelden?|nam(?:en)?|besloot|besloten|koos|kozen|heeft|hebben)\b(?P<between>[^;]{0,200}?)"
    r"\b(?:vast\s+te\s+stellen|vastgesteld|vast|aan\s+te\s+nemen|aangenomen|aan(?!\s+te\b))(?![\w-])"
    r"(?P<after>\s+(?:op|in|bij|tijdens)\b[^.;,]{0,60})?",
    re.IGNORECASE,
)
"""What an organ did: "stelde … vast", "nam … aan", "besloot … vast te stellen"."""
_THIS = re.compile(
    rf"(?<!voor\s)(?<!over\s)(?<!bij\s)\b(?:de|het|(?P<this>deze|dit))\s+(?P<noun>\w*{_NOUN})\b(?=\s+{_GOES_ON}\b|\s*[,.;]|\s*$)",
    re.IGNORECASE,
)


_DIGITALLY = re.compile(
    r"\bdit\s+(?:document|stuk)\b[^.;]{0,40}?\b(?:digitaal|elektronisch)\s+(?:ondertekend|goedgekeurd|bekrachtigd)\b",
    re.IGNORECASE,
)
"""What the registry's system puts under all that leaves the house: "is dit document digitaal ondertekend"; without a day it adopts
nothing."""


@dataclass(frozen=True)
class OwnWords:
    """What tells whether "deze nota" is the paper itself: it stands at the outside, or the paper calls itself so."""

    parts: Parts

    @cached_property
    def outside(self) -> set[int]:
        """Pages on which a paper speaks of itself: the first and the last."""
        first, last = self.parts.first_page, max((block.page for block in self.parts.body), default=1)
        return {*range(first, first + FRONT_PAGES), last}

    @cached_property
    def names(self) -> set[str]:
        """Words by which it calls itself, in title, running heads and file name."""
        text = " ".join([self.parts.stem, *(block.text for block in self.parts.banners)])
        return set(re.findall(r"\w+", text.lower()))

    def speaks(self, sentence: str, page: int) -> bool:
        """Whether the sentence says of the paper itself that it was adopted."""
        self_named = _SELF.search(sentence)
        if not self_named or not _IS_DONE.search(sentence) or (_DIGITALLY.search(sentence) and not find_days(sentence)):
            return False
        noun = self_named.group().split()[-1].lower()
        return self.is_called(noun) or (page in self.outside and noun != "lijst")  # "deze lijst" may be one of sites

    def tells(self, sentence: str, page: int) -> tuple[str, date] | None:
        """The words in which an organ adopts the paper and the day: "de raad … stelde de nota daarna vast op 22 april 2021".

        "De nota" is this one only where the paper calls itself so and stands there as if known; "deze nota" always.
        """
        if page not in self.outside or not _ORGAN.search(sentence):
            return None
        for act in _ACT.finditer(sentence):
            day = _day_of(act)
            if day and any(one["this"] or self.is_called(one["noun"].lower()) for one in _THIS.finditer(act.group())):
                return sentence[: act.end()], day
        return None

    def is_called(self, noun: str) -> bool:
        """Whether the paper calls itself so, or something that ends so, in title, running heads or file name."""
        return any(name.endswith(noun) for name in self.names)


def _day_of(act: re.Match[str]) -> date | None:
    """The day behind the act, else the last within it ("besloot op … aan te houden, en stelde de nota vast op …")."""
    days = find_days(act["after"] or "") or find_days(act["between"])[-1:]
    return days[0].day if days else None
