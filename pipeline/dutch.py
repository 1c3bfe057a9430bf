"""Dutch for people: the fixed texts of the command's library (click looks them up with gettext), days and lists in words."""

from __future__ import annotations

import gettext
import os
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


def listed(words: Sequence[str]) -> str:
    """Return "a, b en c"; an empty text for nothing."""
    return f"{', '.join(words[:-1])} en {words[-1]}" if len(words) > 1 else "".join(words)
