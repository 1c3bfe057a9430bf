"""What a person states about a paper in a `<name>.toml` beside the PDF; it wins over all that is derived."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from typing import Any

from pipeline.documents.day import find_terms
from pipeline.documents.motion import COUNCIL, STATES
from pipeline.documents.outcome import DEFERRED, PASSED, REJECTED, UNKNOWN, WITHDRAWN
from pipeline.documents.paper import PaperKind, PaperStatus
from pipeline.foundation.dutch import no_day, toml_fault
from pipeline.foundation.unseen import without_unseen
from pipeline.language.municipalities import (
    OnbekendeGemeente,
    OnbekendeProvincie,
    all_municipalities,
    by_code,
    by_name,
    province_named,
)

OUTCOMES = (PASSED, REJECTED, WITHDRAWN, DEFERRED, UNKNOWN)
ORGANS = (COUNCIL, STATES)
FIRST_YEAR, LAST_YEAR = 1900, 2100
"""Years in which a paper can be made or end; another one was mistyped."""
FOR_EVER = 9999
"""The year that programs write for the end of what does not end."""


@dataclass(frozen=True, slots=True)
class Override:
    """Stated values; None where the file says nothing. `owners` are CBS codes, `valid_until` the first day it no longer holds."""

    source: str = ""
    """Name of the file, the source of every value in it."""
    title: str | None = None
    kind: PaperKind | None = None
    owners: tuple[str, ...] | None = None
    region: str | None = None
    province: str | None = None
    date: date | None = None
    status: PaperStatus | None = None
    valid_until: date | None = None
    replaces: tuple[str, ...] | None = None
    about: bool | None = None
    announces: bool | None = None
    number: str | None = None
    organ: str | None = None
    movers: tuple[str, ...] | None = None
    outcome: str | None = None


class OverrideError(ValueError):
    """Something in the file beside a PDF cannot be used; the message is Dutch and names file, key and what is allowed. `usable` is
    what the rest of the file states, None where nothing can be read of it."""

    def __init__(self, message: str, usable: Override | None = None) -> None:
        super().__init__(message)
        self.usable = usable


def read_override(name: str, content: bytes) -> Override:
    """Read what a TOML file beside a PDF holds. Raises OverrideError for broken TOML, an unknown key, or a value that cannot be."""
    try:
        lines = content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        raise OverrideError(f"{name}: is geen UTF-8-tekst; sla het bestand op als UTF-8.{IS_NOT_USED}") from error
    try:
        stated = _parsed(lines)
    except tomllib.TOMLDecodeError as error:
        raise OverrideError(f"{name}: {toml_fault(error, lines)}{IS_NOT_USED}") from error
    except RecursionError as error:
        raise OverrideError(f"{name}: geen bruikbare TOML (te diep genest).{IS_NOT_USED}") from error
    fields, faults = _entries(_seen(stated))
    if faults:
        rest = Override(source=name, **fields) if fields else None
        raise OverrideError(f"{name}: {' '.join(faults)}{REST_IS_USED if rest else IS_NOT_USED}", rest)
    return Override(source=name, **fields)


REST_IS_USED = " De rest van het bestand is gebruikt."
IS_NOT_USED = " Dit bestand is niet gebruikt."


def _parsed(lines: str) -> dict[str, Any]:
    """What TOML says; a day that does not exist as text, since to its parser the whole file is wrong then. Raises TOMLDecodeError,
    RecursionError."""
    try:
        return tomllib.loads(lines)
    except tomllib.TOMLDecodeError as error:
        try:
            return tomllib.loads(_NO_DAY.sub(r'\g<key>"\g<day>"', lines))
        except tomllib.TOMLDecodeError:
            raise error from None


_NO_DAY = re.compile(
    r"""^(?P<key>[ \t]*[\w-]+[ \t]*=[ \t]*)(?P<day>\d{1,4}[-/. ](?:\d|[a-z]{3})[^"'#\n]*?)(?=[ \t]*(?:\#.*)?$)""",
    re.MULTILINE | re.IGNORECASE,
)
"""A key with a day, or what was meant for one: digits with a hyphen, slash, point or name of a month behind them."""


def _seen(value: Any) -> Any:
    """What is stated without signs that cannot be seen, as text of a paper is: it comes into the tables, and into what is said of it."""
    if isinstance(value, dict):
        return {without_unseen(key): _seen(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_seen(part) for part in value]
    return without_unseen(value) if isinstance(value, str) else value


def _entries(stated: Mapping[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """Return the fields with their values, and everything that is wrong (Dutch), so that it is put right at once."""
    fields: dict[str, Any] = {}
    faults: list[str] = []
    for key, value in stated.items():
        try:
            name, read = KEYS[key]
            fields[name] = read(value)
        except KeyError:
            faults.append(_unknown(key))
        except (ValueError, TypeError) as error:
            faults.append(f"sleutel '{key}': {error}")
    if any(key not in KEYS for key in stated):
        faults.append(f"Toegestaan zijn: {', '.join(KEYS)}.")
    return fields, faults


def _unknown(key: str) -> str:
    near = get_close_matches(key, KEYS, n=1)
    return f"sleutel '{key}' is onbekend." + (f" Bedoelt u '{near[0]}'?" if near else "")


def _text(value: Any) -> str:
    if isinstance(value, str) and not value.strip():
        raise ValueError("de waarde is leeg; vul haar in of haal de sleutel weg.")
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ValueError(f"'{value}' is geen tekst; schrijf de waarde tussen aanhalingstekens.")
    return str(value).strip()


def _texts(value: Any) -> tuple[str, ...]:
    return tuple(_text(item) for item in (value if isinstance(value, list) else [value]))


def _yes(value: Any) -> bool:
    words = {"ja": True, "nee": False}
    if isinstance(value, bool):
        return value
    if str(value).strip().lower() not in words:
        raise ValueError(f"'{value}' kan niet; schrijf ja of nee (of true of false).")
    return words[str(value).strip().lower()]


def _day(value: Any) -> date:
    """A TOML date, or text as "2020-05-12" or "12 mei 2020"."""
    if isinstance(value, date):
        return value.date() if isinstance(value, datetime) else value
    found = [item for item in find_terms(value) if item.whole] if isinstance(value, str) else []
    if len(found) != 1:
        raise ValueError(no_day(value))
    return found[0].day


def _made(value: Any) -> date:
    """A day on which a paper can have been made."""
    day = _day(value)
    if not FIRST_YEAR <= day.year <= LAST_YEAR:
        raise ValueError(f"{day} kan niet; schrijf een dag van {FIRST_YEAR} tot en met {LAST_YEAR}.")
    return day


def _end(value: Any) -> date:
    """A day on which a paper can end, or the one that says it does not."""
    day = _day(value)
    return day if day.year == FOR_EVER else _made(day)


def _gm_codes(value: Any) -> tuple[str, ...]:
    try:
        return tuple(dict.fromkeys(_gm_code(name) for name in _texts(value)))
    except OnbekendeGemeente as error:
        raise ValueError(str(error)) from error


def _gm_code(name: str) -> str:
    is_code = name.upper().startswith("GM") and name[2:].isdigit()
    return (by_code(name) if is_code else by_name(name)).gm_code


def _province(value: Any) -> str:
    try:
        return province_named(_text(value))
    except OnbekendeProvincie as error:
        raise ValueError(str(error)) from error


def _one_of(allowed: Iterable[str]) -> Callable[[Any], str]:
    words = {word.lower(): word for word in allowed}

    def read(value: Any) -> str:
        if _text(value).lower() not in words:
            raise ValueError(f"'{value}' kan niet; kies uit: {', '.join(words.values())}.")
        return words[_text(value).lower()]

    return read


def _member(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    return lambda value: kind(_one_of(member.value for member in kind)(value))


def _region(value: Any) -> str:
    return _one_of(sorted({one.region for one in all_municipalities() if one.region}))(value)


KEYS: dict[str, tuple[str, Callable[[Any], Any]]] = {
    "titel": ("title", _text),
    "soort": ("kind", _member(PaperKind)),
    "gemeenten": ("owners", _gm_codes),
    "regio": ("region", _region),
    "provincie": ("province", _province),
    "datum": ("date", _made),
    "status": ("status", _member(PaperStatus)),
    "geldig_tot": ("valid_until", _end),
    "vervangt": ("replaces", _texts),
    "over_arbeidsmigratie": ("about", _yes),
    "kondigt_beleid_aan": ("announces", _yes),
    "nummer": ("number", _text),
    "orgaan": ("organ", _one_of(ORGANS)),
    "indieners": ("movers", _texts),
    "uitslag": ("outcome", _one_of(OUTCOMES)),
}
"""Dutch key in the file: field of `Override`, how its value is read."""
