"""Dutch for people: the fixed texts of the command's library (click looks them up with gettext), days, lists and places in words; and
what time it is in the Netherlands, where the people are for whom a run is, wherever its machine stands."""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

LOCALE = Path(__file__).parent / "locale"
TIMEZONE = "Europe/Amsterdam"
_ZONE = ZoneInfo(TIMEZONE)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def speak_dutch() -> None:
    """Make the fixed texts of click Dutch for this process, whatever language the machine is set to."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(LOCALE))


def today() -> date:
    """Return which day it is in the Netherlands."""
    return local(datetime.now(UTC)).date()


def local(moment: datetime) -> datetime:
    """Return a moment that has a time zone as a clock in the Netherlands tells it."""
    return moment.astimezone(_ZONE)


def day_in_words(day: date) -> str:
    """Return "1 januari 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: Sequence[str], last: str = "en") -> str:
    """Return "a, b en c", or another word than "en" before the last; an empty text for nothing."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def with_points(number: float) -> str:
    """Return a number, rounded, with a point between thousands: 20.000."""
    return f"{round(number):,}".replace(",", ".")


def counted(number: int, one: str, more: str) -> str:
    """Return "1 bestand" or "2 bestanden"."""
    return f"{number} {one if number == 1 else more}"


_PLACE = re.compile(r"line (?P<line>\d+),? column (?P<column>\d+)")
_ENTRY = re.compile(r"""\s*(?P<key>[\w-]+)\s*=\s*(?P<value>[^#"']*)""")
_LIKE_A_DAY = re.compile(r"\d{1,4}[-/. ]\s*(?:\d{1,2}|[a-z]{3,})\b", re.IGNORECASE)
_WRITTEN_AS_A_DAY = re.compile(r"\d{4}-\d\d-\d\d(?!\d)")


def toml_fault(error: ValueError, text: str) -> str:
    """Return what is wrong with a text that is no TOML, and what to do. Its parser tells the place in English, or only that it is the end.

    Of the text itself no more is shown than a key and a day: a file of settings may hold what is secret.
    """
    found = _PLACE.search(str(error))
    entry = _ENTRY.match(text.split("\n")[int(found["line"]) - 1]) if found else None
    if found and entry and _LIKE_A_DAY.match(entry["value"]):
        return f"sleutel '{entry['key']}' (regel {found['line']}): {no_day(entry['value'].strip())}"
    place = f"regel {found['line']}, teken {found['column']}" if found else "aan het eind"
    key = f", sleutel '{entry['key']}'" if entry else ""
    return f'geen geldige TOML ({place}{key}). Schrijf elke regel als: sleutel = "waarde", elke sleutel één keer.'


def no_day(stated: object) -> str:
    """Return that what is stated is no day, and how one is written."""
    if _WRITTEN_AS_A_DAY.match(str(stated)):
        return f"'{stated}' staat niet op de kalender; schrijf een dag die bestaat als JJJJ-MM-DD, bijvoorbeeld 2020-05-12."
    return f"'{stated}' is geen datum; schrijf JJJJ-MM-DD, bijvoorbeeld 2020-05-12."


def in_short(error: BaseException) -> str:
    """Return what a library says of its error, to stand within a sentence: its first line, or its kind where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")
