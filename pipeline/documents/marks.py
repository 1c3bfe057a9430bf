"""Marks that a paper bears of its own standing, line by line: stamps, archive notes, draft and final marks.

A mark is a short line, or a part of one ("Kadernota – voor wensen en bedenkingen"), that begins with one of the words below.
Words are pieces of regular expressions (see `wording`), read without regard to case.
"""

from __future__ import annotations

import re

from pipeline.documents.day import find_days, find_terms
from pipeline.documents.paper import PaperStatus
from pipeline.documents.parts import STAMPED, segments
from pipeline.documents.wording import NEXT_SENTENCE, any_of
from pipeline.language.needed_words import expression
from pipeline.language.remembering import remembered

LAPSED = (
    "vervallen",
    "niet meer (?:geldig|van kracht|actueel)",
    "buiten werking",
    "geldigheid verlopen",
    "verlopen",
    "historische? (?:document|versie)",
    "geldt niet meer",
    "niet meer (?:gebruiken|toepassen)",
    "geëindigd",
    "vervangen door",
    "(?:werkingsduur|looptijd|termijn|geldigheidsduur) (?:is )?verstreken",
)
WITHDRAWN = ("ingetrokken",)
NOTE_LEADS = (
    r"let op",
    r"geldigheid",
    r"daarmee",
    r"van rechtswege",
    r"archief\w*",
    r"status",
    r"stempel",
    r"noot(?: van (?:de )?\w+)?",
    r"aantekening[^:.]{0,60}(?=:)",
    r"n\.b\.",
    r"inmiddels",
    r"(?:regeling|beleidsregels?|verordening|document)(?= (?:vervallen|ingetrokken))",
    r"(?:deze|dit) (?:\w+ ){1,2}?(?:is|zijn)",
    r"(?:deze|dit) \w+(?= geldt niet)",
    r"(?:de|het) (?:tijdelijke? )?\w+ (?:is|zijn)",
    r"(?:door|bij) (?:de |het )?(?:gemeenteraad|raad|college|burgemeester|(?:raads|college)?besluit)",
    r"(?:de |het )?(?:gemeenteraad|raad|college) heeft (?:deze|dit) \w+(?= (?:bij|op|per|ingetrokken))",
    r"van(?= \d)",
    r"per",
    r"sinds",
    r"op",
    r"met ingang van",
    r"m\.i\.v\.",
)
"""What can stand before such a word in an archive note, dates aside."""
OTHER_PAPERS = (
    r"\b(?:onder|trekt|trekken|wordt|worden)\b",
    r"\bin te trekken\b",
    r"ingetrokken (?:moties?|nota|beleid)\b",
    r"\b(?:ingetrokken|vervallen) (?:door (?:de )?aanvragers?|aanvra(?:ag|gen))\b",
    r"(?:\s\d{1,3}){3}\W*$",  # a row of a table: how many were, year by year
    r"\b(?:ingetrokken|vervallen):\s+(?!(?:per|op|bij|door|met|sinds|zie|ja|nee)\b)[a-z]",
)
"""Signs that a line speaks of another paper that ends, or of an end to come."""

DRAFT = (
    r"voorlopige versie",
    r"(?:niet vastgestelde? |definitief |eind|\d\d?e |eerste |tweede |derde )?concept",
    r"ontwerp(?!(?: en (?:opmaak|druk|vormgeving))?:\s*(?-i:[A-Z]))",
    r"voorontwerp",
    r"werk(?=versie|document|exemplaar|tekst)",
    r"praat(?=stuk)",
    r"inspraak(?=versie|document|exemplaar)",
    r"ter inspraak",
    r"versie (?:voor|t\.?b\.?v\.?) (?:de )?(?:inspraak|zienswijzen|consultatie|bespreking|besluitvorming|terinzagelegging)",
    r"versie voor de (?:gemeenteraad|raad|commissie)",
    r"consultatie(?=versie|document)",
    r"ter consultatie",
    r"versie 0[.,]\d+",
    r"v0\.\d+",
    r"discussie(?=stuk|versie)",
    r"draft",
    r"voor wensen en bedenkingen",
)
DRAFT_TAIL = r"(?:[- ]?(?:versie|tekst|stuk|rapport|document|exemplaar|besluit)\b)?"
DRAFT_GOES_ON = (
    r"(?:\W*$|,\s+(?=[a-z]+\s(?:19|20)\d\d\W*$|(?:college|raad|b\s?&\s?w)\b)"
    r"|\W+(?=versie|tekst|v?\d|d\.?d|van|ter|ten\s+behoeve|voor|aan|stand|zoals\s+(?:door|vastgesteld\s+door)\s+(?:het\s+)?college|t\.b\.v|\(|[-–|])|\s*[:;]\s*.*$)"
)
"""A mark ends there or goes on with a number, date or purpose; "Ontwerp openbare ruimte" is a subject."""
AMID_LINE = (
    r"(?:(?:eerste|tweede|derde|vierde|\d\d?e|in) )?(?:eind)?(?:concept|(?:voor)?ontwerp)(?:[- ]?(?:versie|tekst))?"
)
"""What a draft is called behind a comma, a bracket or a slash: "Versie 1.0, concept, 9 februari 2021"."""
AMID_LINE_GOES_ON = r"\W*$|\.\s|\s+(?:voor|ter|t\.b\.v\.|ten\s+behoeve\s+van)\s"
"""A day aside: an end, another sentence, or a purpose."""
FINAL = (r"definitief", r"definitieve versie", r"vastgestelde versie", r"vastgesteld\W*$")
TO_BE_DECIDED = (
    r"ter (?:besluitvorming|vaststelling|advisering|behandeling|bespreking|oordeelsvorming)\b",
    r"voorgenomen besluit\b",
    r"voor (?:besluitvorming|vaststelling) (?:door|in) (?:de|het)\b",
    r"voorgelegd aan (?:de|uw) (?:gemeente)?raad\b",
    r"(?:raads)?(?:behandeling|besluitvorming|vaststelling)\b[^.;:]{0,40}\b(?:gepland|voorzien|beoogd|verwacht)\b",
    r"besluitvorming (?:in|door) (?:de )?(?:gemeente)?raad\b",
    r"nog niet (?:besproken|behandeld|geaccordeerd|goedgekeurd)\b",
    r"reageren kan\b",
)
LAID_BEFORE = (
    r"bijlage(?: (?:\d+[a-z]?|[a-z]))?,?(?: behorende?)? bij (?:het )?(?:raads|staten)voorstel\b",
    r"voorstel aan (?:de (?:gemeente)?raad|provinciale staten)\b",
)
"""What a nota that goes to the council with a proposal has above it, at the start of a line or of a part of it."""

_ENDED = expression(any_of((*LAPSED, *WITHDRAWN)), re.IGNORECASE)
_LAPSED, _WITHDRAWN = (re.compile(rf"{any_of(words)}\b", re.IGNORECASE) for words in (LAPSED, WITHDRAWN))
_NOTE_LEAD = re.compile(rf"{any_of(NOTE_LEADS)}(?!\w)[\W_]*", re.IGNORECASE)
_OTHER_PAPER = re.compile(any_of(OTHER_PAPERS), re.IGNORECASE)
_THIS_PAPER = re.compile(r"(?:deze|dit|regeling|document)\b", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"\((?P<said>[^()]{5,60})\)\W*$")
_SECTION = re.compile(
    r"^\W*(?:(?:artikel|art\.|lid|paragraaf|hoofdstuk|onderdeel|bijlage)\s+\w+|\d+(?:\.\d+)+\.?|\d{1,2}[.)])(?!\w)",
    re.IGNORECASE,
)
"""Opens an article or section, of which the mark behind it is: "3.6 (vervallen)", "Artikel 4 [ingetrokken]"."""
_SPACED_OUT = re.compile(r"\b(?:[A-Z] ){3,}[A-Z]\b")
_DRAFT = re.compile(rf"\W*{any_of(DRAFT)}{DRAFT_TAIL}{DRAFT_GOES_ON}", re.IGNORECASE)
_FOR_WISHES = re.compile(r"\bvoor\s+wensen\s+en\s+bedenkingen\b", re.IGNORECASE)
_PIECES = re.compile(r",\s+|\s*\(|\)\s*|\s/\s")
_AMID_LINE = re.compile(AMID_LINE.replace(" ", r"\s+") + r"\b(?:\s+(?:d\.\s?d\.|van)(?!\w))?", re.IGNORECASE)
_AMID_LINE_GOES_ON = re.compile(AMID_LINE_GOES_ON, re.IGNORECASE)
_THIS_DRAFT = re.compile(
    r"^\W*(?:dit\s+(?:concept|ontwerp)|deze\s+(?:concept|ontwerp)\w+)\s+(?:van|d\.\s?d\.)\s+(?=\d)", re.IGNORECASE
)
"""A draft that tells of itself by its day: "Dit concept van 4 maart 2021 is besproken in het college"."""
_DECIDED = expression(r"\b(?:vastgesteld|besloten|aangenomen|bekrachtigd|definitie(?:f|ve))\b", re.IGNORECASE)
_FINAL = re.compile(rf"\W*(?:status\s*:?\s*)?{any_of(FINAL)}(?!\s+concept)", re.IGNORECASE)
_TO_BE_DECIDED = re.compile(rf"(?:^|.*\d,)\W*{any_of(TO_BE_DECIDED)}", re.IGNORECASE)
_LAID_BEFORE = re.compile(rf"(?:^|.*[,.(/]\s)\W*{any_of(LAID_BEFORE)}", re.IGNORECASE)


def ended_by(line: str, *, titled: bool = True) -> PaperStatus | None:
    """LAPSED or WITHDRAWN where the line is a stamp or archive note on this paper; None where it is not.

    `titled` says whether a mark in brackets behind a title counts; in a list of decisions it is on an item.
    """
    line = drawn_together(line)
    if not _ENDED.may_match(line):  # hardly any line has a word for it
        return None
    first = NEXT_SENTENCE.split(line, maxsplit=1)[0]
    if _OTHER_PAPER.search(first) or _SECTION.match(line):
        return None
    bracketed = _IN_BRACKETS.search(line) if titled else None
    said = _noted(line) or (ended_first(bracketed["said"]) if bracketed else None)
    stamp = STAMPED.search(line)
    if said or not stamp:
        return said
    return PaperStatus.LAPSED if stamp.group() == "VERVALLEN" else PaperStatus.WITHDRAWN


def _noted(line: str) -> PaperStatus | None:
    """What a line says, or a part of it that speaks of this paper: "Archief lokale regelingen · Regeling vervallen per 1-1-2019", also
    behind the head of a column ("Geldigheid: Regeling vervallen per 1-1-2019").
    """
    bare = (part.rpartition(": ")[2].strip("[]( ") for part in segments(line))
    parts = (part for part in bare if _THIS_PAPER.match(part))
    return next(filter(None, (ended_first(_without_lead(part)) for part in (line, *parts))), None)


def ended_first(text: str) -> PaperStatus | None:
    """LAPSED or WITHDRAWN where the text begins with a word for it."""
    bare = text.lstrip(" \t\"'‘’“”*[(|:-–")
    if _LAPSED.match(bare):
        return PaperStatus.LAPSED
    return PaperStatus.WITHDRAWN if _WITHDRAWN.match(bare) else None


def _without_lead(line: str) -> str:
    """The line without what leads up to the word that counts: "Let op: dit beleid is per 1 mei 2020 vervallen" → "vervallen"."""
    rest = re.sub(r"^[\W_]+", "", line)
    while rest:
        lead = _NOTE_LEAD.match(rest)
        days = find_terms(rest)
        if lead and lead.end():
            rest = rest[lead.end() :]
        elif days and days[0].start == 0:
            rest = re.sub(r"^[\W_]+", "", rest[days[0].end :])
        else:
            return rest
    return rest


def is_draft_mark(line: str, *, whole_line: bool = False) -> bool:
    """Whether a line, or unless `whole_line` one of its segments, marks the paper as a draft."""
    line = drawn_together(line)
    if whole_line:
        return bool(_DRAFT.match(line))
    return any(_DRAFT.match(part) for part in (line, *segments(line))) or bool(_FOR_WISHES.search(line))


def is_dated_draft(line: str) -> bool:
    """Whether a line calls the paper a draft behind a comma, a bracket or a slash, beside its one day.

    Without a day what stands there is as likely of something else ("tekst, ontwerp en druk"); of several days one is that of a step.
    """
    if len({found.day for found in find_days(line)}) != 1 or _DECIDED.search(line):
        return False
    return bool(_THIS_DRAFT.match(line)) or any(map(_is_dated_mark, _PIECES.split(line)[1:]))


def _is_dated_mark(piece: str) -> bool:
    called = _AMID_LINE.match(piece)
    rest = piece[called.end() :] if called else ""
    days = find_days(rest.lstrip(" :–-"))
    return bool(called and (_AMID_LINE_GOES_ON.match(rest) or (days and days[0].start == 0)))


@remembered
def drawn_together(line: str) -> str:
    """The line with spaced-out capitals as a word: "C O N C E P T" → "CONCEPT"."""
    return _SPACED_OUT.sub(lambda match: match.group().replace(" ", ""), line)


def is_final_mark(line: str) -> bool:
    """Whether a line says that this is the final version."""
    return bool(_FINAL.match(line))


def is_to_be_decided(line: str) -> bool:
    """Whether a line, or one of its segments, says what the paper is laid before somebody for ("ter besluitvorming", behind a day too)."""
    return any(_TO_BE_DECIDED.match(part) for part in (line, *segments(line)))


def is_laid_before_council(line: str) -> bool:
    """Whether a line says that the paper goes to the council with a proposal, on which it has yet to decide."""
    return any(_LAID_BEFORE.match(part) for part in segments(line))
