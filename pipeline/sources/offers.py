"""What a source has on offer: an address, with what the list that named it said of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


class ListError(Exception):
    """A source could not be asked what it has, or not wholly; the message (Dutch) says why."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A paper that can be fetched.

    `owner` is the municipality as the source writes it, empty where it says nothing. `mark` is anything that differs when there is
    a newer version (a day, a number); empty where the source does not tell.
    """

    address: str
    title: str = ""
    owner: str = ""
    mark: str = ""


def too_many(question: str, most: int) -> str:
    """Say in Dutch that there is more than was looked at."""
    return f"er zijn meer dan {most} papieren bij '{question}'; de oudste zijn niet bekeken (sleutel hoogstens)"


def raise_faults(faults: Sequence[str]) -> None:
    """Raise ListError with all that went wrong while a source was asked; the same thing is said once."""
    if faults:
        raise ListError("; ".join(dict.fromkeys(faults)))
