"""How the pages say things, in Dutch."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from pipeline.foundation.dutch import day_in_words, listed, local, with_points

LEVELS = ("niet genoemd", "alleen beschreven", "doel of voornemen", "maatregel")
STRENGTHS = {"context": "beschrijving", "ambitie": "doel of voornemen", "maatregel": "maatregel"}
KINDS = {
    "beleid": "beleid",
    "motie": "motie",
    "raadsstuk": "raadsstuk",
    "regionale_afspraak": "regionale afspraak",
    "overig": "overig",
}
PARTS = {
    "beleid": "geldend beleid",
    "geldend": "ouder beleid dat nog geldt",
    "eigen": "eigen stuk",
    "voorganger": "van een voorganger",
    "getoond": "ter informatie",
    "later": "van na de peildatum, telt niet mee",
}
VERDICTS = {
    "bevestigd": "bevestigd: alleen huisvesting",
    "toch deels": "toch deels",
    "toch integraal": "toch integraal",
    "niet ons onderwerp": "niet ons onderwerp",
}


def day_words(day: str | date | None) -> str:
    """Return a day as people write it: 1 januari 2021; empty for none."""
    if not day:
        return ""
    try:
        when = date.fromisoformat(str(day)[:10])
    except ValueError:
        return str(day)
    return day_in_words(when)


def moment_words(moment: str) -> str:
    """Return a moment (ISO) as a day and a time in the Netherlands."""
    try:
        when = datetime.fromisoformat(moment.replace("Z", "+00:00"))
    except ValueError:
        return moment
    here = local(when) if when.tzinfo else when
    return f"{day_words(here.date())}, {here:%H:%M} uur"


def meanwhile_words(names: Sequence[str], visitor: str) -> str:
    """Return who decided while a visitor looked, by the names under their decisions; of the visitor, that it was in another window."""
    others = list(dict.fromkeys(name for name in names if name != visitor))
    people = [*others, "u zelf (in een ander venster)"] if visitor in names else others
    verb = "hebben" if len(people) > 1 else "heeft" if others else "hebt"
    return f"Intussen {verb} {listed(people)} hierover geoordeeld."


def level_words(level: int) -> str:
    """Return a level (0 to 3) in words."""
    return LEVELS[level] if 0 <= level < len(LEVELS) else str(level)


def certainty_words(certainty: float | None) -> str:
    """Return a certainty (0 to 1) in words with its number."""
    if certainty is None:
        return ""
    words = ((0.95, "zeer zeker"), (0.8, "vrij zeker"), (0.6, "waarschijnlijk"), (0.0, "twijfelachtig"))
    return f"{next(text for bound, text in words if certainty >= bound)} ({chance(certainty)})"


def percent(share: float) -> str:
    """Return a share (0 to 1) as a percentage; what is not certain is never shown as 0% or 100%."""
    number = round(100 * share)
    if number == 100 and share < 1:
        return "meer dan 99%"
    return "minder dan 1%" if number == 0 and share > 0 else f"{number}%"


def chance(score: float) -> str:
    """Return the classifier's score (0 to 1) as a percentage; a computer is never wholly sure."""
    return percent(min(max(score, 0.0001), 0.9999))


def page_words(pages: Sequence[int]) -> str:
    """Return page numbers as people write them: blz. 7, 8 en 11."""
    return f"blz. {listed([str(page) for page in pages])}" if pages else ""


def counted_words(number: int, one: str, more: str) -> str:
    """Return "1 motie" or "1.234 moties"."""
    return f"{with_points(number)} {one if number == 1 else more}"
