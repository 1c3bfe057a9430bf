"""What stands in a paper though the council voted it down or struck it out: motions that were lost, passages that are gone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_PAPER = r"(?:moties?|amendement(?:en)?)"
_LOST = (
    r"(?:verworpen|weggestemd|afgewezen|ingetrokken|aangehouden|niet\s+(?:\w+\s+)?(?:aangenomen|overgenomen|gehaald)|nemen\s+(?:wij|we)\s+niet\s+over"
    r"|(?:haalde|haalt|haalden)\s+het\s+niet|(?:geen|niet\s+de)\s+meerderheid|onvoldoende\s+steun)"
)
_WON = expression(r"\b(?<!niet )(?<!niet zijn )(?<!niet is )(?<!niet werd )(?:aangenomen|overgenomen)\b", re.IGNORECASE)
_NAMED = expression(rf"\b{_PAPER}\b", re.IGNORECASE)
_THIS_PLAN = r"(?:dit|dat|het)\s+(?:(?:raads|initiatief)?voorstel|idee|plan)"
_VERDICT = expression(
    rf"\b{_PAPER}\b(?:(?!vergunning|aanvra(?:ag|gen)\b)[^;])*\b{_LOST}\b|\b{_LOST}\s+(?:\w+\s+){{0,3}}?{_PAPER}\b"
    rf"|\b(?:is|heeft|heb(?:ben)?|werd)\b.*\b{_THIS_PLAN}\b[^.]*\b{_LOST}\b|\b{_THIS_PLAN}\s+(?:is|werd)\b[^.]*\b{_LOST}\b",
    re.IGNORECASE,
)
"""The council said no: "Motie van de SP (verworpen)", "De raad heeft dit voorstel afgewezen"."""
_OUTCOME = expression(
    r"\b(?:uitslag|besluit|resultaat|stemming)\s*:\s*(?P<lost>(?:verworpen|ingetrokken|aangehouden|niet\s+aangenomen)\b)?",
    re.IGNORECASE,
)
"""The cell of a table of motions that says how it went."""
_REFERS = expression(rf"\b(?:die|deze)\s+{_PAPER}\b|\b{_THIS_PLAN}\b", re.IGNORECASE)
_ASKS = expression(r":|\bverzoe(?:kt|ken)\b|\bdra(?:agt|gen)\b.*\bop\b|\broep(?:t|en)\b.*\bop\b", re.IGNORECASE)
_TEXT = (
    r"(?:passages?|paragra(?:af|fen)|alinea['’]?s?|tekst(?:en)?|zin(?:nen|snede)?|artikel(?:en)?|onderde(?:el|len)|maatregel(?:en)?"
    r"|acties?|punt(?:en)?)"
)
_STRUCK = expression(
    rf"\b{_TEXT}\b[^:]*\b(?:geschrapt|doorgehaald|verwijderd|eruit\s+gehaald|uit\s+(?:de|het|dit|deze)\s+\w+\s+gehaald)\b"
    rf"|\b(?:geschrapt|doorgehaald|verwijderd)\s+(?:is|zijn|heeft\s+de\s+raad|werd)\b[^:]*\b{_TEXT}\b",
    re.IGNORECASE,
)
_PUT_IN_PLACE = expression(r"\b(?:vervangen|toegevoegd|in\s+(?:de\s+)?plaats|gewijzigd\s+in)\b", re.IGNORECASE)
_READ = expression(
    rf"\W*(?:die|deze|zij|hij|het|er|daarin|hierin|de\s+(?:\w+\s+)?{_TEXT})\s+(?:\w+\s+)?(?:luidde|stond|was|hield\s+in|zei)\b",
    re.IGNORECASE,
)
"""What the struck passage said: "Die luidde: …"."""
_GONE = r"(?:geschrapt|doorgehaald|verwijderd|niet\s+overgenomen)e?"
_HEADING = expression(
    rf"\b{_PAPER}\b.*\b(?:{_LOST}|vervallen)\b|\b(?:{_LOST}|vervallen)e?\s+{_PAPER}\b|\b{_TEXT}\b.*\b{_GONE}\b|\b{_GONE}\s+{_TEXT}\b",
    re.IGNORECASE,
)
"""Headings over what did not make it: "Verworpen moties", "Niet overgenomen amendementen", "Geschrapte passages"."""


_ITS_NAME = expression(r"\W*(?:sub)?amendement\s", re.IGNORECASE)


def voted_down(passage: Passage) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) say what a motion asked that was lost, or what was struck from the paper.

    Of the 7,042 passages with a theme in `corpus/passages` that are an aim or measure this is all that 2 say of one (motions that were
    lost), of the 2,560 in `corpus/papieren` none.
    """
    texts = [sentence.text for sentence in passage.sentences]
    if any(_HEADING.search(heading) and not _WON.search(heading) for heading in _headings(passage)):
        return frozenset(range(len(texts)))
    found = _in_lost_rows(texts)
    if _VERDICT.search(passage.lead_in) or _is_struck(passage.lead_in):
        return frozenset(range(len(texts)))
    for at, text in enumerate(texts):
        if _VERDICT.search(text):
            found.update(_around_verdict(texts, at))
        elif _is_struck(text) or (at and _is_struck(texts[at - 1]) and _READ.match(text)):
            found.update(range(at, _end_of_quote(texts, at)) if _quotes_struck(text) else (at,))
    return frozenset(found)


def _headings(passage: Passage) -> tuple[str, ...]:
    """The last two headings above a passage; the name of an amendment with how it went, above all that it asks, is none of them."""
    section = passage.section[1:] if passage.section and _ITS_NAME.match(passage.section[0]) else passage.section
    return section[-2:]


def _in_lost_rows(texts: Sequence[str]) -> set[int]:
    """The sentences of rows of a table of motions that say that theirs was lost; a row may be read as several sentences."""
    found, start = set[int](), 0
    for at, text in enumerate(texts):
        if not _OUTCOME.search(text):
            continue
        outcome = _OUTCOME.search(f"{text} {texts[at + 1]}" if text.endswith(":") and at + 1 < len(texts) else text)
        if outcome and outcome["lost"]:
            found.update(range(start, at + 1))
        start = at + 1
    return found


def _quotes_struck(text: str) -> bool:
    """Whether a colon opens what was struck; one before the word opens the sentence that tells of it ("komt er niet: die passage is
    geschrapt")."""
    struck = _STRUCK.search(text)
    return ":" in text[struck.end() if struck else 0 :]


def _is_struck(text: str) -> bool:
    return bool(_STRUCK.search(text)) and not _PUT_IN_PLACE.search(text)


def _around_verdict(texts: Sequence[str], at: int) -> range:
    """The sentences that a verdict is about: what the motion asks behind it, or what was said of it before."""
    if _ASKS.search(texts[at]):
        end = next((after for after in range(at + 1, len(texts)) if _NAMED.search(texts[after])), len(texts))
        return range(at, end)
    start = at
    while start and not _WON.search(texts[start - 1]) and any(_NAMED.search(text) for text in texts[:start]):
        start -= 1
    if start == at and at and _REFERS.search(texts[at]):
        start -= 1
    return range(start, at + 1)


def _end_of_quote(texts: Sequence[str], at: int) -> int:
    """Where the text ends that a colon opens, in its own sentence or behind it: with its closing quotation mark, else with the passage."""
    inside = texts[at].partition(":")[2].strip()
    opening = inside or (texts[at + 1] if at + 1 < len(texts) else "")
    if not re.match(r"\W*[\"“„‘]", opening):
        return len(texts)
    return next((after + 1 for after in range(at, len(texts)) if re.search(r"[\"”’]\W*$", texts[after])), len(texts))
