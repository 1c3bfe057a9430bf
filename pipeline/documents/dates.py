"""The day a paper was adopted or, failing that, the day it was published, sent or drawn up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from pipeline.documents.clause import SIGNED, Clause, adopting
from pipeline.documents.day import FoundDay, days_in_name, find_days, first_day
from pipeline.documents.day_candidate import Candidate, days_after
from pipeline.documents.day_labels import (
    ANSWER_FIELDS,
    COUNCIL_FIELD,
    EXECUTIVE_FIELD,
    MEETING_FIELDS,
    OWN_FIELDS,
    PUBLISHED_FIELDS,
    RUN,
    SENT_FIELDS,
    VOTED_FIELDS,
    of_something_else,
)
from pipeline.documents.last_days import awaited, entered, only_day_above
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import (
    Parts,
    PrintedLine,
    field_values,
    page_source,
    segments,
    version_row,
    with_what_runs_on,
)
from pipeline.documents.votes import TIE
from pipeline.documents.web_page import changed_on
from pipeline.documents.wording import lead_in, whole
from pipeline.language.needed_words import expression

_OF_MEETING = re.compile(r"\W*(?:raads|staten|commissie)vergadering\b", re.IGNORECASE)
"""Behind "Datum": a label of its own, "Datum raadsvergadering"."""
_PLACE = re.compile(r"^(?:te\s+)?['’A-Z][\w'’ -]{1,28},\s*(?:d\.d\.\s*)?(?=\d)")
_OF_LAW = re.compile(r"^(?:\w*wet|bron|besluit)\b", re.IGNORECASE)
"""What looks like place and date and is none: "Wet goed verhuurderschap, 1 juli 2023"."""
_ADOPTED = expression(r"(?<!niet )\b(?:vastgesteld|besloten|vergadering)\b", re.IGNORECASE)
"""Lines with these are for the clauses and the meeting fields."""
_JOINT_BODY = (
    r"(?:(?:de|het)\s+)?(?:\w+\s+){0,1}?(?:stuurgroep|regiotafel|(?:portefeuillehouders|bestuurlijk)\s?overleg|(?:dagelijks|algemeen)\s+bestuur"
    r"|regiobestuur|kerngroep|colleges)"
)
"""Who releases the draft of what several municipalities make together."""
_RELEASED = expression(
    r"\bvrijgegeven:?\s+(?:(?:voor|ter)\s+(?:de\s+)?(?:inspraak|terinzagelegging|inzage|zienswijzen)\s+)?"
    r"(?:door\s+(?:(?:het\s+)?college(?:\s+van)?\s+|burgemeester\s+en\s+wethouders\s+|b\s?(?:&|en)\s?w\s+)+)?"
    r"(?:en\s+(?:bekendgemaakt|gepubliceerd)\s+)?op\s+[^.;]{6,25}"
    r"|\b(?:college|burgemeester\s+en\s+wethouders|b\s?(?:&|en)\s?w)\s+(?:heeft|hebben)\s+(?:haar|het|hem|(?:dit|deze|het|de)\s+\w+)\s+"
    r"op\s[^.;]{6,25}?\bvrijgegeven\s+(?:voor|ter)\s+(?:de\s+)?(?:inspraak|terinzagelegging|inzage|zienswijzen)"
    rf"|\bvrijgegeven\s+door\s+{_JOINT_BODY}\b[^.;:\d]{{0,80}}?\s(?:op|d\.\s?d\.)\s+(?:\w+dag\s+)?\d[^.;]{{5,25}}"
    r"|\b(?:dit|deze)\s+\w+\s+(?:is|werd)\b[^.;]{0,80}?\bop\s[^.;]{6,25}?\bvrijgegeven\s+(?:voor|ter)\s+(?:de\s+)?"
    r"(?:inspraak|terinzagelegging|inzage|zienswijzen)"
    r"|\b(?:dit|deze|het|de)\s+(?:concept|ontwerp)\w*\b[^.;]{0,80}?\bop\s[^.;]{6,25}?\b(?:vrijgegeven"
    r"|aangeboden|gepubliceerd|vastgesteld|toegezonden|besproken)\b",
    re.IGNORECASE,
)
_SHOWN = re.compile(
    r"\bter\s+inzage\W+(?:gelegd\s+)?(?:en\s+)?(?:gepubliceerd|bekendgemaakt)\s+op\s+[^.;,]{6,25}"
    r"|(?:^|[.;·|]\s+)(?:gepubliceerd|bekendgemaakt)\s+in\s+het\s+gemeenteblad\s+(?:van|op|d\.\s?d\.)\s+[^.;,]{6,25}"
    r"|\b(?:dit|het|deze|de)\s+(?:(?:ontwerp|concept)\w*\s+)?(?:is|wordt|werd)\s+(?:op\s+[^.;]{6,25}?\s+(?:gepubliceerd|bekendgemaakt)\b"
    r"|(?:gepubliceerd|bekendgemaakt)\s+op\s+[^.;]{6,25})",
    re.IGNORECASE,
)
"""A draft tells when it was published: "Dit ontwerp is bekendgemaakt op 12 mei 2021"."""
_LABEL_BEHIND = re.compile(rf"(?<=[.;])\s+(?=[A-Z])(?=(?i:{OWN_FIELDS})\s+\d)")
"""Where behind a sentence a label with its day begins: "Raadsvergadering 8 december 2022. Datum voorstel 25 oktober 2022"."""
_RECEIVED = re.compile(r"\b(?:ontvangen|ingediend)\b[^.;]{0,12}$", re.IGNORECASE)
_OF_COUNCIL = r"(?:gemeente)?raad,?\s+(?:van|d\.?\s?d\.?|op)\s+(?:\w+dag\s+)?$"
_BIJEEN = re.compile(
    rf"\b(?:bijeen(?:gekomen)?|vergaderd|vergadering|raadsvergadering|statenvergadering)\b{RUN}{{0,60}}$|(?:^|[,:;(]\s*){_OF_COUNCIL}"
    rf"|\b(?:behandel\w+|agendapunt|ingediend)\b{RUN}{{0,60}}\b{_OF_COUNCIL}"
    r"|^\W*de\s+(?:gemeente)?raad(?:\s+van\s+(?:de\s+gemeente\s+)?(?-i:[A-Z'’][\w'’-]*(?:\s(?:en|aan|de|den|op|[A-Z])[\w'’-]*){0,3}))?,?\s+(?:op|d\.\s?d\.)\s+(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
_VOTE_BEFORE = re.compile(r"^\W*(?:uitslag\s+)?(?:hoofdelijke\s+)?stemming\b[^.;:]{0,12}:?\s*$", re.IGNORECASE)
_VOTED_AGAIN = re.compile(
    r"\bherstemming\b\W{0,2}(?:(?:is\s+gehouden|gehouden|was|vond\s+plaats|van|op|d\.\s?d\.)\s*)*(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Before the day on which a motion whose votes were equal was voted on again."""
_DEALT_WITH_AGAIN = re.compile(
    r"^\W*(?:tweede|volgende|nieuwe|hernieuwde)\s+(?:behandeling|stemming)\W{1,3}(?:(?:raad|raadsvergadering|van|op|d\.\s?d\.)\s*)*(?:\w+dag\s+)?$",
    re.IGNORECASE,
)
"""Before the day on which a motion whose votes were equal came back: "Tweede behandeling, 22 september 2020"."""
_VOTE_BEHIND = re.compile(r"^\W{0,3}(?:opnieuw\s+|alsnog\s+)?in\s+stemming\b", re.IGNORECASE)
_SITTING = re.compile(rf"^\W*de\s+(?:gemeente)?raad\b{RUN}{{0,80}}\bbijeen\b{RUN}{{0,40}}$", re.IGNORECASE)
"""The council sits on that day, at the head of an amendment or decision."""
_PARTY_SIGNED = re.compile(r"\d{4}\W+(?:w\.\s?g\.|was\s+getekend)|^\W*(?:onder)?getekend\b.*\d{4}", re.IGNORECASE)
_CONSIDERS = whole((r"constater\w+", r"overweg\w+", "in aanmerking nemende", "van (?:mening|oordeel)", "gelet op"))
_REQUESTS = re.compile(r"^\W*(?:verzoek\w*|draagt|roept|spreekt|besluit|en gaat over)\b", re.IGNORECASE)
_COLOFON = re.compile(rf"(?:^|(?<=[.;]\s))colofon\s*[:.–-]\s+{RUN}{{0,200}}", re.IGNORECASE)
_MASTHEAD_WORDS = 30
"""Words of the longest block that can be the masthead of a gazette; running text may name one."""
_GAZETTE = re.compile(r"\b(?:gemeenteblad|provinciaal\s+blad|officiële\s+uitgave)\b", re.IGNORECASE)
_MASTHEAD = re.compile(rf"{_GAZETTE.pattern}|\bnr\.\s*\d+\b", re.IGNORECASE)
"""Lines of a masthead; a number alone stands on any letter."""


OWN_FIELD = "datumveld"
"""Source of the day in a field for it: "Datum voorstel 29 mei 2018"."""
OPENING = "opening"
"""Source of the day with which a paper of another kind opens."""
CHANGED = "laatst gewijzigd"
"""Source of the day on which a page of a website was last changed."""
_OPENING_LINES = 8
_OPENS = re.compile(
    r"\W*(?:(?:(?:(?:eind|onderzoeks|evaluatie)?rapport(?:age)?|(?:openbare\s+)?besluitenlijst\b[^.;]{0,40}|(?:raads)?vergadering|stand"
    r"|persbericht|nieuwsbericht|verslag)\W*|(?-i:[A-Z][\w-]+(?:\s[A-Z][\w-]+)?),\s*)(?:van\s|op\s|per\s|d\.\s?d\.\s?"
    r"|(?:gepubliceerd|verschenen|uitgebracht|opgeleverd)\s(?:op\s)?)?(?:\w+dag\s)?|\w+dag\s)",
    re.IGNORECASE,
)
"""Before that day: "Vergadering van dinsdag", "Stand per", "Eindrapport,", a place, a day of the week."""


def date_of(parts: Parts, clauses: Sequence[Clause], kind: PaperKind, draft: bool) -> Derived[date | None]:
    """The paper's day. A draft bears its own date, not that of the decision still to come; a motion that of its meeting.

    "mei 2020" without a day gives 1 May 2020 (the tables want a whole date). Dates in running text are never the paper's own.
    """
    year = parts.year
    found = [
        *_adopted(clauses, draft),
        *(() if draft else _met(parts, clauses, year)),
        *(_signed_last(parts) if kind is PaperKind.REGIONAL_AGREEMENT and not draft else ()),
        *(_opening(parts, clauses, year) if kind is PaperKind.OTHER else ()),
        *(_of_web_page(parts) if kind is PaperKind.OTHER else ()),
        *_meeting(parts, kind, year),
        *_published(parts),
        *_own(parts, year),
        *(_shown(parts) if draft else ()),
        *_named(parts),
        *(entered(parts) if kind is PaperKind.POLICY and not draft else ()),
        *only_day_above(parts),
        *(awaited(parts, year) if draft else ()),
    ]
    best = min(found, key=lambda item: (item.rank, not item.whole), default=None)
    return Derived(*_made_whole(best, found)) if best else Derived(None, "niet gevonden")


def _made_whole(best: Candidate, found: Sequence[Candidate]) -> tuple[date, str]:
    """A month without a day ("maart 2019") takes its day from the best whole date in that month ("190312 nota.pdf")."""
    same = [one for one in found if one.whole and (one.day.year, one.day.month) == (best.day.year, best.day.month)]
    exact = best if best.whole or not same else min(same, key=lambda one: one.rank)
    return exact.day, exact.source


def _adopted(clauses: Sequence[Clause], draft: bool) -> Iterator[Candidate]:
    clause = adopting([c for c in clauses if c.day])
    if clause and clause.day:
        yield Candidate(60 if draft else 10, clause.day, True, clause.source)


def _met(parts: Parts, clauses: Sequence[Clause], year: int | None) -> Iterator[Candidate]:
    """The day beside the organ's name, where it decided in a clause without a day: "B en W | 17 januari 2023"."""
    clause = adopting(clauses)
    if clause is None or clause.day:
        return
    for value, line in field_values(parts.front, COUNCIL_FIELD if clause.by_council else EXECUTIVE_FIELD):
        found = first_day(value, 0, year)
        if found and found.whole:
            yield Candidate(14, found.day, True, page_source("dag van het besluit", line.page))


def _signed_last(parts: Parts) -> Iterator[Candidate]:
    """An agreement is of the day on which the last party signed, where each wrote its own: "Deurne, 14 oktober 2021, w.g."."""
    signed = [
        (days[-1].day, line)
        for line in parts.lines
        if _PARTY_SIGNED.search(line.text) and (days := find_days(line.text))
    ]
    if len(signed) >= 2:
        day, line = max(signed, key=lambda one: one[0])
        yield Candidate(9, day, True, page_source(SIGNED, line.page))


def _meeting(parts: Parts, kind: PaperKind, year: int | None) -> Iterator[Candidate]:
    """For a motion the meeting is its day; for other papers a meeting is an agenda date, the last resort but one."""
    rank = 12 if kind is PaperKind.MOTION else 70
    for value, line in field_values((*parts.front, *parts.furniture), MEETING_FIELDS):
        if found := first_day(value, 50, year):
            yield Candidate(rank, found.day, found.whole, page_source("vergaderdatum", line.page))
    if kind is PaperKind.MOTION:
        for value, line in field_values((*parts.front, *parts.furniture), VOTED_FIELDS):
            found = first_day(value, 50, year)
            if found and not of_something_else(lead_in(value, found.start)):
                yield Candidate(rank - 1, found.day, found.whole, page_source("stemming", line.page))
        voted = [
            (found, line) for line in parts.lines for found in find_days(line.text, year) if _votes_on(line.text, found)
        ]
        if TIE.search(parts.text):
            voted += days_after(parts.lines, _DEALT_WITH_AGAIN, year)
        for found, line in sorted(voted, key=lambda one: one[0].day)[-1:]:
            yield Candidate(rank - 2, found.day, found.whole, page_source("stemming", line.page))
        for found, line in days_after(_own_words(parts.lines), _BIJEEN, year):
            yield Candidate(rank + 1, found.day, found.whole, page_source("vergadering", line.page))
    if kind is PaperKind.COUNCIL_PAPER:
        for found, line in days_after(parts.head, _SITTING, year):
            yield Candidate(rank, found.day, found.whole, page_source("vergadering", line.page))


def _opening(parts: Parts, clauses: Sequence[Clause], year: int | None) -> Iterator[Candidate]:
    """The day with which a list, report or message opens; the days of what it tells of stand below. It may be adopted later."""
    clause = adopting([c for c in clauses if c.day])
    for line in parts.head[:_OPENING_LINES]:
        for part in segments(line.text):
            found = first_day(part, 60, year)
            if found and found.whole and _OPENS.fullmatch(part[: found.start]):
                adopted_later = clause and clause.day and clause.day >= found.day
                yield Candidate(11 if adopted_later else 8, found.day, True, page_source(OPENING, line.page))
                return


def _of_web_page(parts: Parts) -> Iterator[Candidate]:
    """The day on which a printed page of a website was last changed; that of the print stands above it."""
    if changed := changed_on(parts):
        found, line = changed
        yield Candidate(7, found.day, found.whole, page_source(CHANGED, line.page))


def _votes_on(line: str, found: FoundDay) -> bool:
    """Whether a line says that the motion was put to the vote that day: "Stemming 10-11-2011", "15 dec. 2011: opnieuw in stemming"."""
    before = lead_in(line, found.start)
    return bool(_VOTE_BEFORE.search(before) or _VOTED_AGAIN.search(before) or _VOTE_BEHIND.match(line[found.end :]))


def _own_words(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """A motion without its considerations, up to its requests: these tell of other meetings."""
    kept, considering = [], False
    for line in lines:
        considering = considering and not _REQUESTS.search(line.text)
        cut = _CONSIDERS.search(line.text)
        if not considering:
            kept.append(replace(line, text=line.text[: cut.start()]) if cut else line)
        considering = considering or bool(cut)
    return kept


def _published(parts: Parts) -> Iterator[Candidate]:
    for value, line in field_values((*parts.front, *parts.colofon), PUBLISHED_FIELDS):
        if found := first_day(value, 30):
            yield Candidate(20, found.day, found.whole, page_source("publicatiedatum", line.page))
    if not any(_GAZETTE.search(line.text) for line in parts.head):
        return
    for number, line in enumerate(parts.head):
        if _MASTHEAD.search(line.text) and line.block_words <= _MASTHEAD_WORDS:
            near = " ".join(
                other.text for other in parts.head[max(0, number - 2) : number + 4] if len(other.text.split()) <= 8
            )
            yield from (Candidate(22, d.day, d.whole, "kop van het gemeenteblad") for d in find_days(near)[:1])


def _shown(parts: Parts) -> Iterator[Candidate]:
    for block in parts.body:
        shown = _SHOWN.search(block.text)
        for found in find_days(shown.group())[:1] if shown else ():
            yield Candidate(24, found.day, found.whole, page_source("bekendmaking van het ontwerp", block.page))


def _own(parts: Parts, year: int | None) -> Iterator[Candidate]:
    """The last version, labelled dates, place and date, cover, colofon, running heads: in that order."""
    newest = version_row(parts)
    if newest:
        day = find_days(newest.text)[0]
        yield Candidate(28, day.day, day.whole, page_source("versietabel", newest.page))
    for rank, where, labels in (
        (29, "dag van het antwoord", ANSWER_FIELDS),
        (30, OWN_FIELD, OWN_FIELDS),
        (33, OWN_FIELD, SENT_FIELDS),
    ):
        for value, line in field_values([*_label_by_label((*parts.front, *parts.colofon))], labels):
            found = first_day(value, 40, year)
            before = lead_in(value, found.start) if found else ""
            if found and not (of_something_else(before) or _OF_MEETING.match(before)):
                yield Candidate(rank, found.day, found.whole, page_source(where, line.page))
    for line in (*parts.front, *parts.lines[-25:]):
        if _PLACE.match(line.text) and len(line.text.split()) <= 9 and not _OF_LAW.match(line.text):
            yield from (
                Candidate(32, d.day, d.whole, page_source("plaats en datum", line.page))
                for d in find_days(line.text, year)[:1]
            )
    for block in parts.body:
        released = _RELEASED.search(block.text)
        if released:
            yield from (
                Candidate(34, d.day, d.whole, page_source("vrijgave", block.page))
                for d in find_days(released.group(), parts.year)[:1]
            )
    yield from _standing(parts.cover, 40, "omslag")
    yield from _standing(parts.colofon, 42, "colofon")
    yield from _in_colofon_run_in(parts, 42)
    yield from _standing(parts.front, 44, "voorwerk")
    yield from _standing(parts.furniture, 46, "kop- of voetregel")
    yield from (Candidate(48, d.day, d.whole, "kop van het stuk") for d, _ in days_after(parts.head, _RECEIVED, year))


def _label_by_label(lines: Sequence[PrintedLine]) -> Iterator[PrintedLine]:
    """The lines, cut where behind a sentence another label with its day begins."""
    for line in lines:
        yield from (replace(line, text=part) for part in _LABEL_BEHIND.split(line.text)) if line.apart else (line,)


def _in_colofon_run_in(parts: Parts, rank: int) -> Iterator[Candidate]:
    """The day in a colofon that is a sentence of running text: "Colofon: uitgave van de VNG, Den Haag, 22 november 2021."."""
    for block in parts.body:
        for said in _COLOFON.finditer(block.text):
            for found in find_days(said.group()):
                if found.whole and not of_something_else(lead_in(said.group(), found.start)):
                    yield Candidate(rank, found.day, True, page_source("colofon", block.page))


def _standing(lines: Sequence[PrintedLine], rank: int, where: str) -> Iterator[Candidate]:
    """Dates on short lines of their own, not those of something else; the largest print first."""
    for line, above in sorted(with_what_runs_on(lines), key=lambda pair: -round(pair[0].size)):
        if not _stands_alone(line):
            continue
        for found in find_days(line.text):
            last_word = "".join(above.split()[-1:])  # "… Geprint" / "op 11-05-2022"
            if not of_something_else(f"{last_word} {lead_in(line.text, found.start)}"):
                yield Candidate(rank, found.day, found.whole, page_source(where, line.page))


def _stands_alone(line: PrintedLine) -> bool:
    """A short line of a cover, list or letterhead; no sentence and no line of running text."""
    sentence = line.text.endswith(".") and len(line.text.split()) > 5
    return len(line.text.split()) <= 12 and line.block_words <= 30 and not sentence and not _ADOPTED.search(line.text)


def _named(parts: Parts) -> Iterator[Candidate]:
    yield from (Candidate(50, found.day, found.whole, "bestandsnaam") for found in days_in_name(parts.stem))
