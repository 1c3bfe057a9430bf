"""Which printed lines of a paper can be its title, and which are masthead, mark, label or opening words."""

from __future__ import annotations

import re

from pipeline.documents.day import find_days
from pipeline.documents.kind import LABELS
from pipeline.documents.movers import only_parties
from pipeline.documents.naming import is_a_name, named_in

_PHRASE = 3, 8
"""Words and letters of the shortest title that has no longer word: "Een bed in Oss"."""
LARGER = 1.15
"""So many times as large as other print is what stands out from it."""
_PASSING = re.compile(
    r"""^\W*(?:
      (?:gemeente|provincie)(?:\s+[\w'’-]+){0,4}\W*$ | gemeente(?:blad|raad|bestuur)\b(?!.*\bbesluiten\b)
    | provinciaal\s+blad\b | officiële\s+(?:uitgave|publicatie)\b
    | staatscourant\b | (?:nr|nummer|jaargang|pagina|blz)\b | colofon\b | datum\b | status\b | (?:eind)?versie\b
    | (?:concept|ontwerp|definitief)(?:versie|tekst)?\W*(?:(?:versie|d\.?d\.?|van|voor|ter)\b.*|\d.*)?$
    | vastgesteld\b | vervallen\b | ingetrokken\b | aangenomen\W*$
    | bijlage(?:\s*\w{1,3})?\W*$ | (?:inhoud(?:sopgave)?|inleiding|voorwoord|samenvatting|leeswijzer|aanleiding)\W*$
    | (?:auteurs?|opdrachtgever|opgesteld\s+door|zaaknummer|kenmerk|registratienummer|postbus|telefoon)\b
    | vergaderjaar\b | (?:tweede|eerste)\s+kamer\b | aanhangsel\s+van\b | vragen\s+gesteld\s+door\s+de\s+leden\b
    | www\. | https?: | aan\s+de\b(?!\s+(?:slag|bak|bel|\w*tafel)\b) | archief(?:exemplaar|notitie)?\b
    | (?:stuk|zitting|(?:raads|staten)?vergadering|agendapunt|kenmerk|soort|type|fracties?|partij(?:en)?|volgnummer|zaaknummer
      |indieners?|aangekondigd|behandel\w+|(?:\w+\s+)?(?:behandeling|avond)|voorstel\s+college|portefeuille)\s*(?:[:|,].*)?$
    | (?:gevraagd|voorgesteld|te\s+nemen)\s+besluit\W*$ | (?:besluit|beslis)punt(?:en)?\W*$ | vervangen\s+door\b
    | (?:argumenten|kanttekening(?:en)?|bevoegdheid|aanbieding|agenda|bijlagen?\s+geen|kern(?:boodschap)?)\W*$
    | (?:kern|toelichting)\s+(?:van|bij|op)\s+(?:de|het)\s+\w+\W*$ | toelichting\W*$
    | (?:hoofdelijke\s+)?stemming\b | uitslag\b | programma\s+\d{1,2}(?!\w) | [•▪●◦]
    | (?:constaterende|overwegende)\b | (?:gemeente)?raad\s+van\s+[\w-]+\s*\| | provinciale\s+staten\s+van\b | \(?in\s+te\s+vullen\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""Lines in large print that are masthead, logo, date, mark or standing heading, not title."""
SELF_LABEL = re.compile(
    r"^\W*(?:"
    + "|".join(LABELS.values())
    + r"|(?:gewijzigde\s+)?motie(?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?"
    r"|vreemd\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)\W*(?:nr\.?\s*)?(?:(?=[a-z-]*\d)[\w-]{0,12}|[\w-]{0,3}"
    r"|aangenomen|ingetrokken|gewijzigd|verworpen|aangehouden|concept|raad|formulier)\W*$",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^(?:\d+(?:\.\d+)*\.?|\d+[-–]\d+,|hoofdstuk\s+\w+|artikel\s+\d+|[ivx]+\.|[a-z]\.)\s", re.IGNORECASE
)
"""A chapter's heading is not the paper's."""
NO_TITLE = re.compile(
    r"""^\W*(?:
      (?:nr|nummer|d\.?d|agendapunt|de\s+(?:gemeente)?raad|provinciale\s+staten|indiener\w*|constat\w+|overweg\w+|ingediend
      |(?:vast)?stel(?:t|len)\w*|van\s+mening|spreekt|roept|draagt|verzoekt|namens|(?:blad|blz\.?|pagina)\s+\d+
      |(?:behorend\w*\s+)?bij\W+agendapunt)\b
    | van(?:\s*[:,]|\s+(?:de\s+|het\s+)?(?:fracties?|(?:raads|staten)?(?:lid|leden)|gemeente|raad|(?-i:[A-Z]{2,}|[A-Z]\w*A))\b)
    | (?:gehoord|gelezen|gezien)\s*(?:[:;]|$|(?:de|het|een|dat|dit|deze|art\w*|zijn|haar|hun|onze|wat)\b)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
"""What opens a motion, or tells whose it is: no title, as "Gezien en gekend" and "Van opvang naar thuis" can be."""
RESULT = re.compile(
    r"\b(?:in\s+stemming|hoofdelijk\w*|verworpen|aangehouden|trek(?:t|ken)\s+(?:de\s+)?motie"
    r"|(?:is|door\s+(?:de\s+)?indieners?)\s+ingetrokken)\b",
    re.IGNORECASE,
)
"""What tells of the vote, often in large print: no motion is called so."""

RUNNING_ON = re.compile(
    r"(?:,|\b(?:van|de|het|een|en|of|over|in|op|aan|met|voor|tot|bij|te|door|om|uit))\s*$", re.IGNORECASE
)
"""Words after which a title goes on in the next line."""


def can_be_title(text: str) -> bool:
    """Whether a line by itself can be the title of a paper."""
    words = text.split()
    phrase = len(words) >= _PHRASE[0] and sum(map(len, words)) >= _PHRASE[1] and all(map(str.isalpha, words))
    return can_be_called(text) and (phrase or any(len(word) > 3 and word[0].isalpha() for word in words))


def can_be_called(text: str) -> bool:
    """Whether words that stand where a title does can be it, however short: "Tel ze mee"."""
    is_date = any(found.end - found.start > 0.6 * len(text) for found in find_days(text))
    return (
        not (_PASSING.match(text) or _NUMBERED.match(text) or SELF_LABEL.match(text) or is_date)
        and not (is_a_name(text) or only_parties(text) or RESULT.search(text))
        and len(text) > 3
    )


def names_body(text: str) -> bool:
    """Whether a line is the name of a party, council or office and its municipality: "Raad Meierijstad", "ChristenUnie Tholen".

    Every word has its capital there, and no word stands between ("Welkom in Zundert").
    """
    named = named_in(text)
    words = [word for word in re.split(r"[\s/–-]+", text[: named[-1].start]) if word] if named else []
    closes = bool(named) and not text[named[-1].end :].strip(" .,:")
    return closes and bool(words) and not text.isupper() and all(word[0].isupper() or word == "en" for word in words)
