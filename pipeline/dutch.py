"""Dutch for people: the fixed texts of the command's library (click looks them up with gettext), days, lists and places in words."""

from __future__ import annotations

import errno
import gettext
import os
import re
from collections.abc import Sequence
from datetime import date
from pathlib import Path

LOCALE = Path(__file__).parent / "locale"
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip


def speak_dutch() -> None:
    """Make the fixed texts of click Dutch for this process, whatever language the machine is set to."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(LOCALE))


def day_in_words(day: date) -> str:
    """Return "1 januari 2021"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def listed(words: Sequence[str], last: str = "en") -> str:
    """Return "a, b en c", or another word than "en" before the last; an empty text for nothing."""
    return f"{', '.join(words[:-1])} {last} {words[-1]}" if len(words) > 1 else "".join(words)


def counted(number: int, one: str, more: str) -> str:
    """Return "1 bestand" or "2 bestanden"."""
    return f"{number} {one if number == 1 else more}"


_PLACE = re.compile(r"line (?P<line>\d+),? column (?P<column>\d+)")


def toml_fault(error: ValueError) -> str:
    """Return what is wrong with text that is no TOML, and what to do. Its parser tells the place in English, or only that it is the end."""
    found = _PLACE.search(str(error))
    place = f"regel {found['line']}, teken {found['column']}" if found else "aan het eind"
    return f'geen geldige TOML ({place}). Schrijf elke regel als: sleutel = "waarde", elke sleutel één keer.'


def os_fault(error: OSError) -> str:
    """Return why the system refused a file or folder, in Dutch where it is a usual reason."""
    return _OS_FAULTS.get(error.errno or 0, error.strerror or str(error))


def in_short(error: BaseException) -> str:
    """Return what a library says of its error, to stand within a sentence: its first line, or its kind where it says nothing."""
    return (str(error).strip().splitlines() or [type(error).__name__])[0].rstrip(".")


_OS_FAULTS = {
    errno.EACCES: "geen rechten",
    errno.EPERM: "geen rechten",
    errno.EROFS: "de schijf is alleen te lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "de schijfruimte van deze gebruiker is op",
    errno.ENOENT: "de map of het bestand is er niet",
    errno.EEXIST: "er staat al een bestand met die naam",
    errno.ENOTDIR: "een deel van het pad is een bestand en geen map",
    errno.EISDIR: "dat is een map",
    errno.ENAMETOOLONG: "de naam of het pad is te lang",
    errno.EIO: "de schijf geeft een fout",
}
