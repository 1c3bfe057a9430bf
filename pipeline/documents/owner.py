"""Whose paper it is: the municipality that speaks in it, not the one that it names most."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise, takewhile

from pipeline.documents.clause import SIGNED, Clause
from pipeline.documents.naming import Names
from pipeline.documents.owner_signs import (
    LETTERHEAD,
    MOST_OWNERS,
    MUNICIPALITY_FIRST,
    NATIONAL,
    NOT_SPEAKING,
    PROVINCE,
    Sign,
    end_together,
    name_text,
    named_together,
    signs_of,
)
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, page_source, with_what_runs_on
from pipeline.documents.wording import NEXT_SENTENCE, lead_in
from pipeline.language.municipalities import by_code, line_of

LEAST = 1.5
"""Points under which nobody is named the owner."""
NATIONWIDE, TIED = "landelijk stuk", "meer gemeenten even sterk"
"""Sources of no owner, where it is clear why: the second goes on with the names."""
MOST_COUNCILS = 8
"""So many councils can adopt one paper in one clause."""
_COUNCILS = re.compile(r"\b(?:(?:gemeente)?raden|colleges)\s+van\s+(?:de\s+)?(?:gemeenten\s+)?$", re.IGNORECASE)
OPENING, MOST_OPENING = 12, 3000
"""Blocks and characters at the head of a paper in which a joint body says of whom it is."""
_JOINT_BODY = re.compile(
    r"\b(?:gemeenschappelijke\s+regeling|(?:ambtelijke\s+)?(?:werk|fusie|uitvoerings)organisatie|uitvoeringsdienst)\s+(?:van|tussen|voor)\s+"
    r"(?:de\s+)?(?:(?:\w+\s+)?gemeenten\s+)?$",
    re.IGNORECASE,
)
_JOINED = re.compile(r"\s*(?:,|,?\s*en)\s*(?:de\s+)?(?:gemeente\s+)?", re.IGNORECASE)
_FOR_HEIR = re.compile(
    r"\b(?:voor|ten\s+behoeve\s+van)\s+de\s+(?:(?:nieuwe|toekomstige|nieuw\s+te\s+vormen)\s+)?(?:fusie)?gemeente\s+$",
    re.IGNORECASE,
)
"""Before the municipality for which others adopt a paper, as they will merge into it."""
_ADOPTS = re.compile(
    r"\bdoor\s+(?:de\s+(?:gemeente)?raad|het\s+college)\s+van\s+(?:de\s+)?(?:gemeente\s+)?$", re.IGNORECASE
)
"""Before the municipality that adopts, in a clause."""
_SIGNS = re.compile(r"\W*(?:de\s+(?:gemeente)?raad|het\s+college)\s+van\s+(?:de\s+)?(?:gemeente\s+)?", re.IGNORECASE)
"""Before the municipality whose council or executive signs."""
_ITSELF = re.compile(r"(?<!\bvoormalige )(?<!\boude )\bgemeente\s+$", re.IGNORECASE)
"""Before the municipality as which a paper speaks, not "de voormalige gemeente X"."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks in a paper: municipalities, a province, or neither (national, a bureau, a region)."""

    owners: tuple[str, ...]
    province: str | None
    source: str


def folder_owner(parts: Parts, names: Names) -> Derived[tuple[str, ...]] | None:
    """The municipality that a folder of the inbox names; the first such folder counts."""
    for folder in parts.folders:
        code = names.called(name_text(folder), parts.text)
        if code:
            return Derived((code,), f"map '{folder}'")
    return None


def in_folder(parts: Parts, owners: Derived[tuple[str, ...]], names: Names) -> Derived[tuple[str, ...]] | None:
    """The owners where a folder names a municipality: that one, whatever the paper says.

    But the archive of a merged municipality lies with its successor: a paper in which a predecessor speaks, of before the merger or of
    an unknown day, stays the predecessor's, and holds for the successor by the rules on mergers.
    """
    placed = folder_owner(parts, names)
    if placed is None:
        return None
    (heir,) = placed.value
    inherited = owners.value and all(heir in line_of(code) - {code} for code in owners.value)
    ends = [end for code in owners.value if (end := by_code(code).valid_until)]
    if inherited and (names.day is None or names.day < min(ends)):
        return Derived(owners.value, f"{owners.source}; {placed.source} is de opvolger")
    return placed


def with_those_of_twins(places: Sequence[Derived[tuple[str, ...]]]) -> tuple[Derived[tuple[str, ...]], bool]:
    """The owners that the same file has at all its places, the first one's first, and whether these differ: who was given it by folder
    or name has it, wherever else it lies."""
    first, told = places[0], [one for one in places if one.value]
    if not any(set(one.value) - set(first.value) for one in told):
        return first, False
    codes = dict.fromkeys(code for one in told for code in one.value)
    sources = dict.fromkeys(one.source for one in told)
    return Derived(tuple(codes), "; ".join(sources)), len({one.value for one in told}) > 1


def speaker_of(parts: Parts, clauses: Sequence[Clause], title: str, kind: PaperKind, names: Names) -> Speaker:
    """The speaker by points; a paper of parliament, ministry or national body has no owner, nor one of nobody in particular."""
    signs = [sign for sign in signs_of(parts, clauses, title, kind, names) if _could_speak(sign.speaker, names.day)]
    points: dict[str, float] = {}
    for sign in signs:
        points[sign.speaker] = points.get(sign.speaker, 0.0) + sign.points
    best = max(points, key=lambda speaker: (points[speaker], speaker == PROVINCE), default=None)
    if best is None or points[best] < LEAST:
        behind = _behind_arrangement(parts, names)
        if behind:
            return Speaker(behind, None, page_source("gemeenschappelijke regeling van gemeenten", parts.first_page))
        together = _listed_alone(parts, names)
        if together:
            return Speaker(together, None, page_source("gemeenten op een regel van de omslag", parts.first_page))
        found = _namesake(parts, names) or _calls_itself(parts, clauses, title, names) or _by_first_place(parts, names)
        return found or Speaker((), None, "geen gemeente gevonden die hier spreekt")
    strongest = max((sign for sign in signs if sign.speaker == best), key=lambda sign: sign.points)
    if best == PROVINCE:
        return Speaker((), "Noord-Brabant", strongest.source)
    if best == NATIONAL:
        return Speaker((), None, NATIONWIDE)
    listed = _listed_alone(parts, names, _IN_A_SENTENCE)
    if len(listed) > 1 and best not in listed and _stands_on_cover_alone(best, signs):
        return Speaker(listed, None, page_source("gemeenten op een regel van de omslag", parts.first_page))
    together = _joint(parts, clauses, title, best, names)
    rivals = [one for one in points if points[one] == points[best] and one not in (*together, PROVINCE, NATIONAL)]
    if rivals:
        return Speaker((), None, f"{TIED}: {', '.join(by_code(code).name for code in (best, *rivals))}")
    return Speaker(together, None, strongest.source)


def _stands_on_cover_alone(speaker: str, signs: Sequence[Sign]) -> bool:
    """Whether nothing but a line of the cover names a speaker, as that may be where the bureau sits that wrote it."""
    return all(sign.source.startswith("omslag") for sign in signs if sign.speaker == speaker)


_IN_A_SENTENCE = re.compile(r"\w\s+en\s+[A-Z'’]")
"""Between the last two of a list that is written out."""


def _listed_alone(parts: Parts, names: Names, written: re.Pattern[str] | None = None) -> tuple[str, ...]:
    """The municipalities that fill a line of the cover ("Bergeijk, Bladel, Eersel en Reusel-De Mierden"), in a line `written` so."""
    for line in parts.head[:15]:
        found = names.spelled(line.text)
        alone = found and not line.text[: found[0].start].strip() and end_together(line.text, found)
        if alone and (written is None or written.search(line.text)):
            return tuple(dict.fromkeys(mention.gm_code for mention in found))
    return ()


def _namesake(parts: Parts, names: Names) -> Speaker | None:
    """The municipality on the cover whose name another has too, where the paper tells which is meant."""
    code = names.namesake("\n".join(line.text for line in parts.cover), parts.text)
    return (
        Speaker((code,), None, page_source("omslag; de provincie bij naam of buren", parts.first_page))
        if code
        else None
    )


def _by_first_place(parts: Parts, names: Names) -> Speaker | None:
    """The municipality of which the file name has the first place, where the paper says nothing more: "beleid-mill.pdf"."""
    code = names.first_place(parts.stem)
    return Speaker((code,), None, "bestandsnaam, eerste plaats in de naam van de gemeente") if code else None


def _calls_itself(parts: Parts, clauses: Sequence[Clause], title: str, names: Names) -> Speaker | None:
    """Whose name has lapsed but who, in a paper without a day, is called "gemeente X" in its title, clause or letterhead, and nobody else
    there."""
    if names.day is not None:
        return None
    past = replace(names, day=date.min)
    short = [line for line in parts.head if line.block_words <= LETTERHEAD and not NOT_SPEAKING.search(line.text)]
    places = [
        ("titel", title, parts.first_page),
        *(("vaststellingsclausule", clause.text, clause.page) for clause in clauses),
        *(("omslag", line.text, line.page) for line in short),
    ]
    found = {
        mention.gm_code: page_source(f"{where}; het stuk heeft geen datum", page)
        for where, text, page in places
        for mention in past.find(text)
        if _ITSELF.search(lead_in(text, mention.start))
    }
    code = next(iter(found)) if len(found) == 1 else None
    return Speaker((code,), None, found[code]) if code and by_code(code).lapsed else None


def _could_speak(speaker: str, day: date | None) -> bool:
    """Land van Cuijk was a region before it was a municipality: who was founded more than a year later does not speak yet."""
    return speaker in (PROVINCE, NATIONAL) or day is None or by_code(speaker).valid_from - day <= timedelta(days=366)


def _joint(parts: Parts, clauses: Sequence[Clause], title: str, best: str, names: Names) -> tuple[str, ...]:
    """The best speaker with those who speak with it.

    They are named together in the title, on the cover or in the clause ("de raden van Asten en Someren"), close the title
    ("Beleid arbeidsmigranten Asten en Someren 2021"), or stand each as "Gemeente X" on a line of the cover.
    """
    deciders = _deciders(clauses, names)
    if best in deciders and 2 <= len(deciders) <= MOST_OWNERS:
        return deciders
    behind = _behind_arrangement(parts, names)
    if best in behind:
        return behind
    head = [(line.text, before) for line, before in with_what_runs_on(parts.head[:15])]
    titles = dict.fromkeys((title, *NEXT_SENTENCE.split(title)))
    for text, before in (
        *((said, "") for said in titles),
        *((NEXT_SENTENCE.split(clause.text[:300])[0], "") for clause in clauses),
        *head,
    ):
        found = max(names.find(text), names.spelled(text), key=len)
        together = _COUNCILS.search(text[: found[0].start]) if found else None
        if together and _FOR_HEIR.search(lead_in(text, found[-1].start)):
            found = found[:-1]
        if (
            (
                named_together(text, found, MOST_COUNCILS if together else MOST_OWNERS)
                or (text in titles and end_together(text, found))
            )
            and not NOT_SPEAKING.search(f"{before} {text}")
            and best in {mention.gm_code for mention in found}
        ):
            return tuple(dict.fromkeys(mention.gm_code for mention in found))
    lines = [names.whole_line(line.text) for line in parts.head[:15] if MUNICIPALITY_FIRST.match(line.text)]
    alone = tuple(dict.fromkeys(code for code in lines if code))
    return alone if best in alone and len(alone) <= MOST_OWNERS else (best,)


def _behind_arrangement(parts: Parts, names: Names) -> tuple[str, ...]:
    """The municipalities for which a joint body speaks that says in its opening of whom it is."""
    opening = " ".join(block.text for block in parts.body[:OPENING])[:MOST_OPENING]
    found = names.find(opening)
    for number, first in enumerate(found):
        if not _JOINT_BODY.search(lead_in(opening, first.start)):
            continue
        joined = (_JOINED.fullmatch(opening[one.end : other.start]) for one, other in pairwise(found[number:]))
        count = 1 + sum(1 for _ in takewhile(bool, joined))
        codes = tuple(dict.fromkeys(mention.gm_code for mention in found[number : number + count]))
        return codes if 2 <= len(codes) <= MOST_COUNCILS else ()
    return ()


def _deciders(clauses: Sequence[Clause], names: Names) -> tuple[str, ...]:
    """Whose councils or executives adopted it, each named with its own ("door de raad van X op … en door de raad van Y op …"), or each
    signing by itself ("De raad van de gemeente X, 23 september 2021")."""
    found = [
        mention.gm_code
        for clause in clauses
        if clause.filled
        for mention in names.named(clause.text)
        if _ADOPTS.search(lead_in(clause.text, mention.start))
        or (clause.what == SIGNED and _SIGNS.fullmatch(clause.text[: mention.start]))
    ]
    return tuple(dict.fromkeys(found))
