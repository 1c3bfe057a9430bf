"""What stands beside a day and says of what it is: labels of the paper's own days, and words that make it another's."""

from __future__ import annotations

import re

from pipeline.documents.wording import any_of
from pipeline.language.needed_words import expression

MEETING_FIELDS = any_of(
    (
        r"(?:datum )?(?:raads|staten|college|commissie|b\s?&\s?w[- ]?)?vergadering(?:sdatum)?"
        r"(?: (?:van|d\.?d\.?|raad|gemeenteraad|provinciale staten))*",
        "vergaderdatum",
        "datum (?:raads|staten)?vergadering",
        "datum raad",
        r"raad(?:svergadering)? (?:van|d\.?d\.?)",
        r"ps[- ]vergadering(?: (?:van|d\.?d\.?))?",
    )
)
PUBLISHED_FIELDS = any_of(
    (
        "(?:datum (?:van )?)?(?:publicatie|bekendmaking|uitgifte)(?:datum)?",
        r"(?:op [\w.]+ )?(?:gepubliceerd|bekendgemaakt|geplaatst)(?: (?:op|voor inspraak|ter inspraak))?",
        "uitgave(?:datum)?",
    )
)
VOTED_FIELDS = any_of(
    (r"(?:opnieuw ingebracht en )?in stemming(?: gebracht)?", "(?:datum )?stemming", "behandeling", "behandeld")
)
"""Labels beside which a motion says when it was voted on."""
COUNCIL_FIELD = r"(?:gemeente)?raad(?:svergadering)?"
EXECUTIVE_FIELD = r"college(?:\s+van\s+b\s?(?:&|en)\s?w)?|b\s?(?:&|en)\s?w|burgemeester\s+en\s+wethouders"
ANSWER_FIELDS = any_of(
    (r"beantwoord(?: (?:door (?:het )?college|en verzonden))?", r"datum (?:van )?(?:het )?(?:antwoord|beantwoording)")
)
"""Labels beside which answers to questions say when they were given."""
OWN_FIELDS = any_of(
    (
        *(
            "datum",
            "dagtekening",
            "versie(?:datum)?",
            "definitief",
            "plaats en datum",
            "stand",
        ),
        "datum (?:brief|nota|voorstel|document|advies|opstelling|versie)",
        r"(?:concept|ontwerp)(?:versie)?(?: d\.?d\.?)?",
        "status",
    )
)
SENT_FIELDS = any_of(("verzenddatum", "verzonden", "datum verzending"))
"""Labels beside which a letter says when it went out: on its own day or after it."""
FOREIGN = (
    *(r"inwerking\w*", "in werking", r"treed\w*", "geldig", r"verval\w*", "per", "vanaf", "tot(?: en met)?", "t/m"),
    *("ter inzage", "inspraak", r"zienswijze\w*", r"reactie\w*", "uiterlijk", "v[oó][oó]r", "deadline", r"sluit\w*"),
    *("geprint", "afgedrukt", "afdruk", r"print\w*"),
    *(
        r"uw brief\w*",
        r"uw kenmerk",
        "gelezen",
        "gezien",
        "voorstel van",
        r"bij (?:het )?\w*voorstel",
        "ingediend",
        "brief van",
        r"\w*wet",
        "bron",
        "kennisname",
        r"behorend\w*",
    ),
    *("behandeling", "besluitvorming", "bespreking", r"beoogd\w*", r"agenda\w*", r"\w*commissie", "ter vaststelling"),
    *(
        "vast te stellen",
        r"verwacht\w*",
        "planning",
        r"actie:.{0,200}\bwanneer",
        "evaluatie",
        "periode",
        "looptijd",
        "einddatum",
        "begindatum",
        r"stop(?:t|pen)",
        r"eindig\w*",
    ),
    *("jaargang", r"peildatum\w*", "geldend", r"cijfers?", "gegevens", r"foto\w*"),
    *(r"(?:inloop|bewoners|informatie|inspraak|thema|spreek|raadsspreek)(?:avond|bijeenkomst)", "werksessie"),
    *("ontvangen", "ingekomen", "ingetrokken", "vervangen", r"(?:ge)?archi(?:ef|veerd)\w*"),
)
RUN = r"(?:\bd\.\s?d\.|\bnr\.|\b[a-z]\.|[^.;])"
"""What goes on with what a word before it began; the points of "d.d.", "nr." and initials end nothing."""
_FOREIGN = re.compile(rf"\b{any_of(FOREIGN)}\b{RUN}{{0,60}}$", re.IGNORECASE)
"""Words before a date that make it a date of something else."""
_FOR_VIEWS = expression(
    r"\bversie\s+(?:voor|ter)\s+(?:de\s+)?(?:(?:inspraak|inzage|terinzagelegging)\W*|(?:(?:gemeente)?raad|college|commissie)\s*[,|–-]\W*)$",
    re.IGNORECASE,
)
"""A version for somebody bears its own day: "Ontwerp, versie voor inspraak, 19 april 2021"."""
_DRAFT_FOR = expression(
    r"(?:^|[,(|/]\s*|(?-i:\b(?=[CDO])))(?:eind)?(?:concept|(?:voor)?ontwerp|discussiestuk)(?:[- ]?(?:versie|nota|tekst))?"
    r"\s+(?:voor|ter|t\.b\.v\.|ten\s+behoeve\s+van)\s+(?![^,]*(?:raad|staten|vergadering|commissie|besluit|vaststelling|behandeling))"
    r"[^,.;:\d]{3,60},\s*$",
    re.IGNORECASE,
)
"""What a draft is for, closed by a comma: the day behind it is of the draft ("Concept voor overleg met bedrijven, 2 juni 2020"). Not
where somebody is to decide on it: that may be the day on which he does.
"""
_TO_COME = expression(r"\b(?:concept|ontwerp)\b.*\bvaststelling\b", re.IGNORECASE)
"""Of a draft the adoption is still to come: "Status: concept, vaststelling raad 16 december 2021"."""


def of_something_else(before: str) -> bool:
    """Whether the words before a date make it that of another paper, a term, a stamp or what is still to come."""
    own = _FOR_VIEWS.search(before) or _DRAFT_FOR.search(before)
    return bool((_FOREIGN.search(before) and not own) or _TO_COME.search(before))
