"""What belongs together takes the place of what is in use together: text files, or a whole folder."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

UNFINISHED, FORMER = ".nieuw", ".oud"
"""What stands behind the name of what is being made, and of what was in its place."""


def write_together(texts: Mapping[Path, str]) -> None:
    """Write each text in the place of the file of that path. Raises OSError; then the former files still stand, unless the very
    renaming failed.
    """
    temporary = {place: place.with_suffix(f"{place.suffix}{UNFINISHED}") for place in texts}
    for place, text in texts.items():
        temporary[place].write_text(text, encoding="utf-8")
    for place in texts:
        temporary[place].replace(place)


def unfinished(target: Path) -> Path:
    """Return where a folder is made that is to take the place of `target`."""
    return target.with_name(target.name + UNFINISHED)


def replace_folder(target: Path) -> None:
    """Put what was made in `unfinished` in the place of a folder, as a whole: who is killed meanwhile leaves the former one, the new one or
    none, and never files of both. Raises OSError.
    """
    former = target.with_name(target.name + FORMER)
    shutil.rmtree(former, ignore_errors=True)
    if target.exists():
        target.rename(former)
    unfinished(target).rename(target)
    shutil.rmtree(former, ignore_errors=True)
