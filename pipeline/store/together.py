"""Text files that belong together: all are written before the first takes its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path


def write_together(texts: Mapping[Path, str]) -> None:
    """Write each text in the place of the file of that path. Raises OSError; then the former files still stand, unless the very
    renaming failed.
    """
    temporary = {place: place.with_suffix(f"{place.suffix}.nieuw") for place in texts}
    for place, text in texts.items():
        temporary[place].write_text(text, encoding="utf-8")
    for place in texts:
        temporary[place].replace(place)
