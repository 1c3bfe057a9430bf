"""Files with one JSON object a line, as people hand them over: what is wrong with one is told in Dutch with its line."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.foundation.file_kind import TELLING, packed_as
from pipeline.foundation.system_faults import os_fault


class JsonLinesError(ValueError):
    """A file, or a line of it, that is no JSON lines; the message (Dutch) names both."""


def json_lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the number and the object of each line that is not blank. Raises JsonLinesError at the first that is no JSON object."""
    try:
        with path.open(encoding="utf-8-sig") as lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    yield number, _object(f"{path}, regel {number}", line)
    except FileNotFoundError:
        raise JsonLinesError(f"{path}: bestand niet gevonden") from None
    except IsADirectoryError:
        raise JsonLinesError(f"{path}: is een map, geen bestand") from None
    except PermissionError:
        raise JsonLinesError(f"{path}: geen rechten om het bestand te lezen") from None
    except UnicodeDecodeError:
        raise JsonLinesError(f"{path}: {_no_text(path)}") from None
    except OSError as error:
        raise JsonLinesError(f"{path}: niet te lezen ({os_fault(error)})") from None


def _no_text(path: Path) -> str:
    """What is said of a file that is no UTF-8; many are text that was packed."""
    try:
        with path.open("rb") as file:
            packed = packed_as(file.read(TELLING))
    except OSError:
        packed = ""
    return f"is {packed}; pak het eerst uit" if packed else "is geen UTF-8-tekst; bewaar het bestand als UTF-8"


class _NoNumber(ValueError):
    """What stands for a number but is none in JSON: NaN, Infinity, or one beyond all counting."""


def _no_number(text: str) -> float:
    raise _NoNumber(text)


def _number(text: str) -> float:
    return number if math.isfinite(number := float(text)) else _no_number(text)


def _object(place: str, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line, parse_constant=_no_number, parse_float=_number)
    except _NoNumber as error:
        raise JsonLinesError(f"{place}: geen geldige JSON ({error} is geen getal)") from None
    except json.JSONDecodeError as error:
        raise JsonLinesError(
            f"{place}: geen geldige JSON (bij teken {error.colno}); verwacht één object per regel"
        ) from None
    except RecursionError:
        raise JsonLinesError(f"{place}: geen bruikbare JSON (te diep genest)") from None
    except ValueError:
        raise JsonLinesError(f"{place}: geen bruikbare JSON (een getal met duizenden cijfers)") from None
    if not isinstance(found, dict):
        raise JsonLinesError(f'{place}: geen JSON-object; verwacht {{"sleutel": "waarde", …}}')
    return _whole(place, found) if "\\ud" in line.lower() else found


def _whole(place: str, found: dict[str, Any]) -> dict[str, Any]:
    """Replace each half of a character by its mark (�): software that cuts a text at so many places leaves half an emoji ("\\ud83d").
    Raises JsonLinesError where the id has one, for by that its maker is to know the line again."""
    if any("\ud800" <= char <= "\udfff" for char in str(found.get("id", ""))):
        raise JsonLinesError(f"{place}: de id heeft een half teken ({json.dumps(found['id'])})")
    text = json.dumps(found, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
