"""The name that a paper makes for labour migrants by their work, and says once of whom: "piekkrachten, bijna allemaal uit Polen"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.documents.groups import BY_WORK, OF_ORIGIN
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_SAID_OF = expression(rf"\b(?P<name>[^\W\d_]{{3,}}{BY_WORK})(?: die)?,? {OF_ORIGIN}", re.IGNORECASE)
_EVERYBODYS = re.compile(
    r"(?:mede|maatschappelijk|jongeren|straat|zorg|uitzend|arbeids|vak|leer|beroeps)\w*", re.IGNORECASE
)
"""Names of workers that others bear as well."""
KNOWN = "arbeidsmigranten"


def in_known_names(passages: Sequence[Passage]) -> Sequence[Passage]:
    """The passages with that name read as "arbeidsmigranten", to tell what speaks of them; the same ones where the paper makes none.

    Places in the text no longer hold: this is for counting words alone.
    """
    said = (match["name"].lower() for passage in passages for match in _SAID_OF.finditer(passage.text))
    names = sorted({name for name in said if not _EVERYBODYS.fullmatch(name)})
    if not names:
        return passages
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, names))})\b", re.IGNORECASE)
    return [_renamed(passage, named) for passage in passages]


def _renamed(passage: Passage, named: re.Pattern[str]) -> Passage:
    if not named.search(passage.text):
        return passage
    sentences = tuple(replace(one, text=named.sub(KNOWN, one.text)) for one in passage.sentences)
    return replace(passage, text=named.sub(KNOWN, passage.text), sentences=sentences)
