"""Whether a motion that a motion speaks of is itself: by its number, one that it had before, or its title."""

from __future__ import annotations

import re

from pipeline.documents.motion_number import parsed_number
from pipeline.documents.paper import MotionCitation
from pipeline.documents.wording import lead_in

_FORMER = re.compile(
    r"\b(?:oorspronkelijke|vervang(?:t|ing\s+van)|(?:in|voor)\s+(?:de\s+)?plaats\s+van|voorheen|was|(?:rondgezonden|ingediend|verspreid)\s+als)"
    r"\s+(?:de\s+)?(?:(?:eerdere|oorspronkelijke)\s+)?$",
    re.IGNORECASE,
)
"""Before a motion that this one came in the place of: "Vervangt motie 12, ingediend 10 juni"."""
_CHANGED = re.compile(r"[-./]?[a-z]|[-./]\d|\W?(?:bis|ter)")
"""What a changed motion bears behind its former number: "26-007a", "M2.1"."""


def is_own(one: MotionCitation, own: str, title: str) -> bool:
    """Whether it is the motion that the paper is: its number or one that it had before, or only its title."""
    if not one.number:
        said = words_of(one.title)
        return bool(said) and not one.date and not one.year and f" {said} " in f" {words_of(title)} "
    cited, bare = _bare(one.number), _bare(own)
    parsed, mine = parsed_number(cited), parsed_number(bare)
    if parsed and mine and mine.same_as(parsed):
        return True
    if cited == bare or (bare.startswith(cited) and _CHANGED.fullmatch(bare[len(cited) :])):
        return True
    at = _as_motion(one.number).search(one.text)
    return at is not None and bool(_FORMER.search(lead_in(one.text, at.start())))


def _as_motion(number: str) -> re.Pattern[str]:
    return re.compile(rf"\b[Mm]otie\s+(?:nr\.?\s*)?{re.escape(number)}\b")


def _bare(number: str) -> str:
    return re.sub(r"\s+", "", number).replace("–", "-").lower()


def words_of(title: str) -> str:
    """Return the words of a title, in lower case, with a space between them."""
    return " ".join(re.findall(r"\w+", title.lower()))
