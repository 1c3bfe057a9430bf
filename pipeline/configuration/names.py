"""Settings that are lists of names, as people write them: with commas between."""

from __future__ import annotations

from typing import Any

EVERYWHERE = "alle"
"""What is written for every province."""


def split(value: Any) -> Any:
    """Let `THEMASPIN_WEB_NAMEN` be written as a plain comma-separated list."""
    return [part.strip() for part in value.split(",") if part.strip()] if isinstance(value, str) else value


def provinces(value: Any) -> Any:
    """Let provinces be written so, and all of them by a word: a list in which nothing stands was left out, or went wrong where it was
    made. Raises ValueError (Dutch) for one."""
    names = split(value)
    if isinstance(value, str) and not names:
        raise ValueError(f"er staat geen provincie; noem er een of meer, met komma's ertussen, of schrijf {EVERYWHERE}")
    return [] if names == [EVERYWHERE] else names
