"""What somebody else said, quoted in a paper: it asks or tells, and is no policy of whose paper it is."""

from __future__ import annotations

import re

from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_QUOTATION = re.compile(r"^\W{0,3}[“„\"«‘](?P<said>[^“”„\"«»]+[.!?…,]?)[”\"»’](?P<by>[^”\"»’“„«‘]*)$")
_FEWEST_WORDS = 6
"""Words below which what stands in quotation marks is a name or a phrase."""
_MOST_WORDS = 16
"""Words that tell behind a quotation who said it: "(man, 34, Roemenië)", "Bestuurder van een vakbond, Venlo"."""
_OUR_OWN = expression(
    r"\b(?:wethouder|burgemeester|college|gemeenteraad|raad|gedeputeerde|portefeuillehouder|wij|onze|amendement|motie|besluit)\b",
    re.IGNORECASE,
)
"""Who speaks for the municipality, and texts that were decided on."""


def quoted(passage: Passage) -> frozenset[int]:
    """Return all sentences of a passage (counted from 0) that is one quotation with who said it behind it; none of another passage.

    What a wethouder or burgemeester said is taken as the municipality's own word, and so is a quotation of which nobody is named.
    """
    found = _QUOTATION.match(passage.text.strip())
    whole = found is not None and len(found["said"].split()) >= _FEWEST_WORDS
    by = found["by"].strip(" .,–—-") if found and whole else ""
    if passage.lead_in or not 0 < len(by.split()) <= _MOST_WORDS or _OUR_OWN.search(by):
        return frozenset()
    return frozenset(range(len(passage.sentences)))
