"""The number of a motion in all its forms: 13a, M7, M-2020-12, 20-M-04, A3, or only in the file name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from pipeline.documents.marks import drawn_together
from pipeline.documents.parts import Parts, field_values, printed_lines
from pipeline.extraction.blocks import BlockKind

_PIECE = r"(?:[A-Z]{1,3}[-. ]?)?\d{1,4}(?:\s?(?:bis|ter)(?!\w)|\s?[a-zA-Z](?!\w))?"
_JOINT = r"(?:[-./]|\s/\s|\s–\s(?=20\d\d))"
_FURTHER = rf"(?:{_PIECE}|[IVX]{{1,4}}(?!\w)|[A-Z]{{1,2}}(?!\w)|[a-z](?!\w)|bis|ter|V[Aa][A-Za-z]{{1,3}}(?!\w))"
"""A piece after the first; VadO and VAODD are short for a motion on what is not on the agenda."""
_NUMBER = (
    rf"(?P<number>\d{{2,4}}[-./]M[-./]?\d{{1,4}}[a-zA-Z]?|M-[A-Z]{{2,4}}-(?:\d{{4}}-)?\d{{1,4}}"
    rf"|(?:{_PIECE}|(?:[IVX]{{2,5}}|[IVX](?=\s?/))(?:\s?bis|[a-z])?)(?:{_JOINT}{_FURTHER})*)"
    r"(?!\w)(?!\s*(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|[-/]\s?\d))"
)
"""Pieces of letters and figures joined by a stroke or point (13a, M-2020-12, M23-09/2, 4-2bis, 14-II), the first a Roman figure
perhaps (XIV / 2022)."""
_RENUMBERED = re.compile(
    rf"^\W*(?:wordt|werd|nu|thans|na\s+wijziging|vernummerd\s+(?:tot|naar))\W+(?:gemeenteraad\s+|motie\s+)?(?-i:{_NUMBER})",
    re.IGNORECASE,
)
"""What follows a number that the motion had before it was changed: "M2 wordt 2a", "M9 na wijziging: M9-bis"."""
_ELSEWHERE = re.compile(r"\s+in\s+[A-Z]")
"""Behind the number of a motion in another town: "vgl. motie M14 in Etten-Leur"."""
_NAMED_OTHER = re.compile(
    rf"\b(?i:motie|amendement)\s+(?:(?i:nr\.?|nummer)\s*)?{_NUMBER}(?!\s*(?i:gewijzigd|wordt|werd|vervangen|is\s+vervangen|vernummerd))"
)
"""A motion or amendment named by its number, other than as what this one was before."""
_NEXT = re.compile(rf"\s+{_NUMBER}")
_SPECIAL = r"(?:\s+vreemd(?:\s+aan\s+de\s+orde(?:\s+van\s+de\s+dag)?)?)?"
"""What may stand between the word and the number."""
_BECAME = r"(?:(?:wordt|werd)\s*:?\s+)?"
"""Before a number that was given anew: the former one is struck out."""
_PARTY = r"(?:(?-i:VVD|CDA|PVV|SGP|SP|CU|GL|BBB|D66|PvdA|GroenLinks|ChristenUnie)\s+)?"
"""A party between the word and the number ("Motie CDA 12") is no part of the number."""
_NUMBERED = re.compile(
    rf"\b(?:raads|staten)?motie(?:nummer|nr\.?)?{_SPECIAL}\s*[:#|(,-]?\s*{_PARTY}"
    rf"(?:(?:nr\.?|nummer|no\.?|n[°º])\s*[:.]?\s*)?{_BECAME}(?-i:{_NUMBER})",
    re.IGNORECASE,
)
_NUMBER_FIELD = re.compile(
    rf"(?:(?:^|[|;])\W*(?:motie|volg)?|\bvolg)(?:nummer|nr\.?|no\.?)(?:\s+griffie)?\s*(?:\([^()]{{3,40}}\)\s*)?[:.|]?\s*:?\s*{_BECAME}(?-i:{_NUMBER})",
    re.IGNORECASE,
)
_NEW_NUMBER = re.compile(rf"^\W*(?:na\s+wijziging|wordt|werd)\W+(?-i:{_NUMBER})\W*$", re.IGNORECASE)
_NUMBER_LABEL = r"(?:motie|volg)?nummer|volgnr\.?(?:\s+griffie)?|motienr\.?|nr\.?\s+motie|nummer\s+motie"
_OWN_MARK = re.compile(r"(?P<number>M[-.]?\d{1,4}(?:[-./]\d{1,4})?[a-z]?)(?!\w)")
"""A mark ("kenmerk") that is the number of a motion: "M-2015/38"."""
_LISTED = re.compile(r"^nr\.?:.*;\s+\w+:", re.IGNORECASE)
"""A row of a list of motions under its heads."""
_LISTED_NUMBER = re.compile(rf"^(?i:(?:motie)?(?:nr|nummer)\.?):\s*{_NUMBER}(?=;)")
_REGISTER = r"registratie(?:nummer|nr\.?)"
_REGISTERED = re.compile(r"(?P<number>[A-Z]{2,5}\d{2}[-.]\d{3,5})(?!\w)")
"""A number of the register of council papers, which is that of a motion that bears no other: "RMO16-0045"."""
_SHORT = 8
_LABEL = re.compile(rf"(?:Nummer|[Nn]r\.)\s|(?i:motie)\s+{_NUMBER}\s*\(")
"""Words up to which a line of the head bears a number rather than names another motion, and how one begins that does whatever follows."""
_NUMBER_ALONE = re.compile(
    r"^\W*(?P<number>M[-. ]?\d{1,4}(?:[a-z]|\s?[A-Z](?!\w))?(?:[-./]\d{1,4})?[a-z]?"
    r"|\d{2,4}[-/]M[-]?\d{1,3}[a-z]?|(?:19|20)\d\d[-/]\d{1,3}[a-z]?"
    r"|\d{1,3}[a-z]|A[-. ]?\d{1,3})(?:\W*$|\s*[-–—:|]\s|\s+(?i:(?:gewijzigde\s+)?motie)\b|(?<=M\d)\s+[A-Z]|(?<=M\d\d)\s+[A-Z])",
)
_NUMBERED_M = re.compile(rf"\b(?i:nr\.?|nummer\.?|agendapunt\s+\w{{1,4}})\s*:?\s*(?=M[-. ]?\d){_NUMBER}")
"""An M number within a line that does not say the word: "aan de raad, nr. M.3a", "agendapunt 7e M5"."""
_NUMBER_THAT_WAS = re.compile(
    rf"(?<!\w){_NUMBER}\s*(?:\((?i:was|voorheen)\b|(?=(?i:na\s+wijziging)\b)|(?=,?\s*(?i:gewijzigd,?\s+)?(?i:(?:en\s+)?vervangt)\b))"
)
"""A number with the former one behind it, or with its new one: "M 14-II (was: M 14-I)", "M7b, vervangt M7a", "M9 na wijziging: M9-bis"."""
_NUMBER_IN_NAME = re.compile(
    r"(?<![a-z0-9])(?:motie[ -]*)?(?:(?P<m>m)[ -]?(?P<digits>\d{1,4}(?:-\d{1,4})?[a-z]?)|(?<=motie "
    r")(?P<bare>\d{1,3}[a-z]?)|(?<=motie-)(?P<dashed>\d{1,3}[a-z]?))(?![a-z0-9])",
    re.IGNORECASE,
)
_YEAR_IN_NAME = re.compile(r"^(?P<number>(?:19|20)\d\d-(?:\d|1[3-9]|[2-9]\d|\d{3}))\s(?=motie\b)", re.IGNORECASE)
"""A number with its year before the word in a file name ("2014-17 motie kernen"), but no year and month."""
_LABELS_IN_ROW = re.compile(
    r"\s(?=(?:Nr\.?|Nummer|Volgnummer|Datum|Raad\s+van|Vergadering|Raadsvergadering|Agendapunt|Onderwerp|Indieners?)\s?[:.]?\s)"
)
"""Where fields of a letterhead stand on one line: "Gemeenteraad Bladel Nr. 2014-17 Raad van: 6 november 2014 Agendapunt: 11"."""
_YEAR_FIRST = re.compile(r"(?P<year>(?:19|20)\d\d|\d\d)[-./]?M?[-./]?(?<=[-./M])(?P<serial>\d{1,4})(?P<letter>[a-z]?)")
_YEAR_LAST = re.compile(r"(?P<serial>\d{1,3})(?P<letter>[a-z]?)[-./](?P<year>(?:19|20)\d\d)")
_PLAIN = re.compile(r"(?P<serial>\d{1,4})(?P<letter>[a-z]?)")
_OTHER_FORM = re.compile(
    r"(?:M[-.]?)?\d{1,4}[-./]\d{1,4}(?:[-./]\d{1,4}|bis|ter)[a-z]?|M\d\d-\d\d/\d{1,3}|[IVX]{1,5}[a-z]?(?:[-./]\d{1,4})?"
    r"|[AM]?\d{1,3}[-/]V[Aa][A-Za-z]{1,3}|[A-Z]{2,5}\d\d[-.]\d{3,5}"
)
"""Forms that only compare as a whole: M23-09/2, 4-2bis, XIV/2022, M5-VadO."""
_PREFIX = re.compile(r"(?:MOTIE|PS|M)?[-. ]?(?P<series>[A-Z]{0,3})[-. ]?(?=\d)")


@dataclass(frozen=True, slots=True)
class MotionNumber:
    """A number taken apart: `series` ("A" of A3; "" for a plain or M number), `serial`, `letter` ("a" of 13a), `year` if written."""

    series: str
    serial: int
    letter: str
    year: int | None

    def same_as(self, other: MotionNumber) -> bool:
        """Whether both can name one motion: the same but for a year that one of them leaves out."""
        years = {self.year, other.year} - {None}
        return (self.series, self.serial, self.letter) == (other.series, other.serial, other.letter) and len(years) < 2


@lru_cache(maxsize=4096)
def parsed_number(text: str) -> MotionNumber | None:
    """Take a number as written apart; None where it is none; a form of its own is a series.

    M07, M-7 and 7 are the same; 2022-17 and 17-2022 too.
    """
    bare = re.sub(r"\s+", "", text)
    prefix = _PREFIX.match(bare.upper())
    rest = bare[prefix.end() :] if prefix else bare
    for pattern in (_YEAR_LAST, _YEAR_FIRST, _PLAIN):
        match = pattern.fullmatch(rest) or pattern.fullmatch(rest.lower())
        if match:
            year = int(match["year"]) if "year" in pattern.groupindex else None
            full = year + 2000 if year is not None and year < 100 else year
            return MotionNumber(prefix["series"] if prefix else "", int(match["serial"]), match["letter"].lower(), full)
    return MotionNumber(bare.upper(), 0, "", None) if _OTHER_FORM.fullmatch(bare) else None


def names_another(line: str, number: str) -> bool:
    """Whether a line, or a row of a list, is on a motion with another number and not on this one: "Motie 2019/11-d is teruggenomen"."""
    own = parsed_number(number)
    mentions = (*_NAMED_OTHER.finditer(line), *_LISTED_NUMBER.finditer(line))
    named = list(filter(None, (parsed_number(match["number"]) for match in mentions)))
    return own is not None and bool(named) and not any(_may_be(own, one) for one in named)


def _may_be(own: MotionNumber, other: MotionNumber) -> bool:
    """Whether the other can be this one, before or after it was changed ("7" and "7A")."""
    letters = {own.letter, other.letter} - {""}
    return own.same_as(other) or (
        (own.series, own.serial) == (other.series, other.serial) and own.serial > 0 and len(letters) < 2
    )


def number_of(parts: Parts) -> str:
    """As written, without the word: 13a, M7, M 14 A, M-2020-12; "" for a motion without a number."""
    banners = sorted(parts.banners, key=lambda block: block.kind == BlockKind.FURNITURE)
    lines = [line.text for block in banners for line in printed_lines(block)][:30]
    lines += [said for line in parts.head for said in _of_head(line.text)]
    lines = [drawn_together(line) for line in lines if not _LISTED.search(line)]
    for value, _ in field_values(parts.front, _NUMBER_LABEL):
        stated = re.match(rf"(?:motie\s+)?(?-i:{_NUMBER})", value, re.IGNORECASE)
        if stated:
            return _as_written(stated["number"])
    for value, _ in field_values(parts.front, "kenmerk"):
        if marked := _OWN_MARK.match(value):
            return marked["number"]
    for pattern in (_NUMBER_FIELD, _NUMBERED, _NUMBERED_M, _NUMBER_THAT_WAS, _NEW_NUMBER, _NUMBER_ALONE):
        for line in lines:
            match = next((one for one in pattern.finditer(line) if not _ELSEWHERE.match(line, one.end())), None)
            if match and not re.fullmatch(r"(?:19|20)\d\d", match["number"].strip()):
                return _as_written(_last_of(match["number"], line[match.end("number") :]))
    for value, _ in field_values(parts.front, _REGISTER):
        if registered := _REGISTERED.match(value):
            return registered["number"]
    if dated := _YEAR_IN_NAME.match(parts.stem):
        return dated["number"]
    named = _NUMBER_IN_NAME.search(parts.stem)
    if not named:
        return ""
    return f"M{named['digits']}" if named["m"] else named["bare"] or named["dashed"]


def _of_head(line: str) -> list[str]:
    """What may bear the number in a line of the head: all of it, or of a row the cells or fields that are short."""
    fields = _LABELS_IN_ROW.split(line)
    parts = [line, *(line.split(" | ") if " | " in line else ()), *(fields if len(fields) > 2 else ())]
    return [part for part in parts if len(part.split()) <= _SHORT or _LABEL.match(part)]


def _as_written(number: str) -> str:
    return " ".join(number.split())


def _last_of(number: str, behind: str) -> str:
    """The number that came in the place of `number`: said to, or right behind it and the same but for more ("M3 M3-b", M3 struck out)."""
    said, following = _RENUMBERED.match(behind), _NEXT.match(behind)
    if said:
        return said["number"]
    again = following and re.match(rf"{re.escape(number)}(?!\d).", following["number"])
    return following["number"] if following and again else number
