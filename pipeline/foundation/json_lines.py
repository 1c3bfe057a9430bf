"""Files with one JSON object a line, as people hand them over: what is wrong with one is told in Dutch with its line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

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
        raise JsonLinesError(f"{path}: is geen UTF-8-tekst; bewaar het bestand als UTF-8") from None
    except OSError as error:
        raise JsonLinesError(f"{path}: niet te lezen ({os_fault(error)})") from None


def _object(place: str, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
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
    return _whole(found) if "\\ud" in line.lower() else found


def _whole(found: dict[str, Any]) -> dict[str, Any]:
    """Replace each half of a character by its mark (�): software that cuts a text at so many places leaves half an emoji ("\\ud83d")."""
    text = json.dumps(found, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))
