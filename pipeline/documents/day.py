"""Dutch dates as they stand in municipal papers: finding them in running text and in file names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from pipeline.foundation import dutch
from pipeline.language.needed_words import expression
from pipeline.language.remembering import remembered

MONTHS = {
    "januari": 1, "jan": 1, "februari": 2, "feb": 2, "febr": 2, "maart": 3, "mrt": 3, "april": 4, "apr": 4, "mei": 5, "juni": 6,
    "jun": 6, "juli": 7, "jul": 7, "augustus": 8, "aug": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10,
    "november": 11, "nov": 11, "december": 12, "dec": 12,
    "january": 1, "february": 2, "march": 3, "may": 5, "june": 6, "july": 7, "august": 8, "october": 10,
}  # fmt: skip
"""Dutch names, and the English ones that differ: some papers are published in English for those whom they are about."""
SPELLED_DAYS = {
    word: number
    for number, word in enumerate(
        [
            "een",
            "twee",
            "drie",
            "vier",
            "vijf",
            "zes",
            "zeven",
            "acht",
            "negen",
            "tien",
            "elf",
            "twaalf",
            "dertien",
            "veertien",
            "vijftien",
            "zestien",
            "zeventien",
            "achttien",
            "negentien",
            "twintig",
            "eenentwintig",
            "tweeëntwintig",
            "drieëntwintig",
            "vierentwintig",
            "vijfentwintig",
            "zesentwintig",
            "zevenentwintig",
            "achtentwintig",
            "negenentwintig",
            "dertig",
            "eenendertig",
        ],
        start=1,
    )
}
SPELLED_DAYS |= {"één": 1, "tweeentwintig": 22, "drieentwintig": 23}
IRREGULAR_ORDINALS = {1: "eerste", 3: "derde", 8: "achtste"}
ROMAN_MONTHS = {
    "I": 1, "II": 2, "III": 3, "IV": 4, "V": 5, "VI": 6, "VII": 7, "VIII": 8, "IX": 9, "X": 10, "XI": 11, "XII": 12,
}  # fmt: skip


def _ordinal(word: str, number: int) -> str:
    """ "twaalf" → "twaalfde", "twintig" → "twintigste"; from twenty on all end in -ste."""
    return IRREGULAR_ORDINALS.get(number) or word + ("ste" if number >= 20 else "de")


ORDINAL_DAYS = {_ordinal(word, number): number for word, number in SPELLED_DAYS.items()}

EARLIEST = date(1990, 1, 1)
"""A paper from before is not among those that anyone asks about; a date before it is a law's or a misreading."""
LATEST = date(2100, 12, 31)
"""What begins or ends later is a misreading."""

_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_NAMED_MONTH = expression(_MONTH, re.IGNORECASE)
_DAY = r"(?P<day>\d(?<![\d.,/-]\d)\d?)\s?(?:e|ste|de|st|nd|rd|th)?"
"""No expression for days begins with what may not stand before one: it is then tried at figures alone."""
_OF_MONTH = r"(?:dag\s+(?:van|der)\s+(?:(?:de\s+)?maand\s+)?)?"
"""Between a day and its month: "de twaalfde dag van de maand maart"."""
_OF_YEAR = r"(?:(?:(?:van|in)\s+)?(?:het\s+)?jaar\s+|anno\s+)?"
"""Between a month and its year: "12 maart van het jaar 2020"."""
_SPELLED = "|".join(sorted(SPELLED_DAYS, key=len, reverse=True))
_SPELLED_DAY = "|".join(sorted({**SPELLED_DAYS, **ORDINAL_DAYS}, key=len, reverse=True))
_LONG = re.compile(
    rf"{_DAY}[\s-]+{_OF_MONTH}(?P<month>{_MONTH})\.?[\s-]*,?\s*{_OF_YEAR}(?P<year>\d{{4}}|['’]\d{{2}})\b", re.IGNORECASE
)
_YEARLESS = re.compile(
    rf"{_DAY}\s+(?P<month>{_MONTH})\b(?!\.?[\s-]*,?\s*{_OF_YEAR}(?:\d{{4}}|['’]\d{{2}}\b))", re.IGNORECASE
)
_UNTIL = re.compile(rf"\s+(?:tot(?:\s+en\s+met)?|t/m|en|[-–])\s+{_LONG.pattern}", re.IGNORECASE)
"""Behind a day without a year: the end of the term that it begins, in whose year or the one before it is."""
_NUMERIC = re.compile(
    r"(?P<day>\d(?<![\d./-]\d)\d?)\s?(?P<mark>[-/.])\s?(?P<month>\d{1,2})\s?(?P=mark)\s?(?P<year>\d{4}"
    r"|['’]\d{2}|(?<![.])\d{2})(?![\d/-]|\.\d)",
)
_ISO = re.compile(r"(?P<year>\d(?<![\d./-]\d)\d{3})(?P<mark>[-/])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?![\d/-])")
_MONTH_YEAR = re.compile(
    rf"(?<![\w-])(?<!\d\s)(?P<month>{_MONTH})\.?[\s-]+(?P<year>\d{{4}}|['’]\d{{2}})\b", re.IGNORECASE
)
_MONTH_FIRST = re.compile(
    rf"\b(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,\s*(?P<year>\d{{4}})\b", re.IGNORECASE
)
_WORDS = re.compile(
    rf"\b(?P<day>{_SPELLED_DAY})n?\s+{_OF_MONTH}(?P<month>{_MONTH})\s*,?\s+{_OF_YEAR}"
    rf"(?:(?:twee\s?duizend|20)\s?(?:en\s?)?(?P<year>{_SPELLED})|(?P<figures>\d{{4}}))\b",
    re.IGNORECASE,
)
"""All in words ("twaalf mei tweeduizend twintig"), or only the day ("twaalf mei 2020")."""
_WORD_BEFORE_MONTH = re.compile(rf"[^\W\d_]\s+(?:{_MONTH})", re.IGNORECASE)
"""How a month stands in such a date; most stand behind a figure."""
_ROMAN = re.compile(
    rf"(?P<day>\d(?<![\d./-]\d)\d?)(?P<mark>[-./ ])(?P<month>{'|'.join(sorted(ROMAN_MONTHS, key=len, reverse=True))})"
    r"(?P=mark)(?P<year>\d{4})(?![\d/-])"
)
_STAMPED = re.compile(rf"\b(?P<day>\d{{1,2}})(?P<month>{_MONTH})(?P<year>\d{{4}})\b", re.IGNORECASE)
"""As a machine stamps it: "22JAN2019"."""
_FIGURE = re.compile(r"\d")
_COMPACT = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d{2})[-_. ]?(?P<month>\d{2})[-_. ]?(?P<day>\d{2})(?!\d)")
_SHORT_COMPACT = re.compile(
    r"(?<![\d-])(?P<year>\d{2})(?P<mark>[-_. ]?)(?P<month>\d{2})(?P=mark)(?P<day>\d{2})(?![\d-])"
)
_COMPACT_DUTCH = re.compile(r"(?<!\d)(?P<day>\d{1,2})[-_. ](?P<month>\d{1,2})[-_. ](?P<year>(?:19|20)\d{2})(?!\d)")


@dataclass(frozen=True, slots=True)
class FoundDay:
    """A date in a text and where; not `whole` where its day of the month (then 1) or year (then borrowed) was not written."""

    day: date
    start: int
    end: int
    whole: bool = True


def find_days(text: str, year: int | None = None) -> list[FoundDay]:
    """All plausible dates in reading order, none overlapping; "9 november jl." only where `year` says which year to take.

    A month without a day ("mei 2020") gives the first of that month.
    """
    found = _all_in(text, year)
    return sorted((item for item in found if plausible(item.day)), key=lambda item: item.start) if found else []


def find_terms(text: str) -> list[FoundDay]:
    """All dates on which something can begin or end, as `find_days` gives them, whatever day it is today: policy may hold until 2035."""
    return sorted((item for item in _all_in(text, None) if EARLIEST <= item.day <= LATEST), key=lambda item: item.start)


@remembered
def _all_in(text: str, year: int | None) -> tuple[FoundDay, ...]:
    """Dates in figures need a figure, those with a month in words its name: most texts lack one or both."""
    figures, named = bool(_FIGURE.search(text)), _may_name_a_month(text)
    found = list(_full(text, named)) if figures else []
    if named:
        found += _spelled(text)
        found += (*_borrowed(text, year), *_months(text)) if figures else ()
    return tuple(_without_overlap(found))


def _may_name_a_month(text: str) -> bool:
    return _NAMED_MONTH.may_match(text)


def first_day(text: str, within: int, year: int | None = None) -> FoundDay | None:
    """The first date in `text` if it begins within that many characters; a cut through a date would change it."""
    found = next(iter(find_days(text, year)), None)
    return found if found and found.start <= within else None


def days_in_name(stem: str) -> list[FoundDay]:
    """Dates in a file name: 20200512, 2020-05-12, 12-5-2020, 12_mei_2020, mei-2020; 200512 with the year first."""
    whole = [*_matched(_COMPACT, stem), *_matched(_COMPACT_DUTCH, stem)]
    found = [*whole, *_matched(_SHORT_COMPACT, stem), *find_days(re.sub(r"[_+.-]", " ", stem))]
    return sorted(
        (item for item in _without_overlap(found) if plausible(item.day)), key=lambda item: (not item.whole, item.start)
    )


def plausible(day: date, today: date | None = None) -> bool:
    """Whether a paper can bear this date: from 1990 to a year from today."""
    latest = today or dutch.today()
    return EARLIEST <= day <= date(latest.year + 1, latest.month, min(latest.day, 28))


def _full(text: str, named: bool) -> Iterator[FoundDay]:
    for pattern in (_LONG, _ISO, _NUMERIC, _MONTH_FIRST, _ROMAN, _STAMPED) if named else (_ISO, _NUMERIC, _ROMAN):
        yield from _matched(pattern, text)


def _matched(pattern: re.Pattern[str], text: str) -> Iterator[FoundDay]:
    for match in pattern.finditer(text):
        day = _date(_year(match["year"]), _month(match["month"]), int(match["day"]))
        if day:
            yield FoundDay(day, *match.span())


def _spelled(text: str) -> Iterator[FoundDay]:
    for match in _WORDS.finditer(text) if _WORD_BEFORE_MONTH.search(text) else ():
        year = int(match["figures"] or 0) or 2000 + SPELLED_DAYS[match["year"].lower()]
        day = _date(year, _month(match["month"]), _spelled_day(match["day"].lower()))
        if day:
            yield FoundDay(day, *match.span())


def _spelled_day(word: str) -> int:
    return SPELLED_DAYS.get(word) or ORDINAL_DAYS[word]


def _borrowed(text: str, year: int | None) -> Iterator[FoundDay]:
    for match in _YEARLESS.finditer(text):
        month = _month(match["month"])
        until = _UNTIL.match(text, match.end())
        of_term = _year(until["year"]) - (_month(until["month"]) < month) if until else year
        day = _date(of_term, month, int(match["day"])) if of_term else None
        if day:
            yield FoundDay(day, *match.span(), whole=False)


def _months(text: str) -> Iterator[FoundDay]:
    for match in _MONTH_YEAR.finditer(text):
        day = _date(_year(match["year"]), _month(match["month"]), 1)
        if day:
            yield FoundDay(day, *match.span(), whole=False)


def _without_overlap(found: list[FoundDay]) -> Iterator[FoundDay]:
    taken: set[int] = set()
    for item in found:
        place = range(item.start, item.end)
        if taken.isdisjoint(place):
            taken.update(place)
            yield item


def _month(text: str) -> int:
    return int(text) if text.isdigit() else ROMAN_MONTHS.get(text) or MONTHS[text.lower().rstrip(".")]


def _year(text: str) -> int:
    """Four digits as they are; two digits ('20, 12/5/20) lie in this century up to 2049."""
    digits = text.lstrip("'’")
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
