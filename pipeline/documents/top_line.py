"""Whose paper it is by the line at the very top that calls it what only a municipality has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.dated_head import top_lines
from pipeline.documents.naming import Names
from pipeline.documents.parts import Parts

_CALLED = re.compile(
    r"(?:^|[:–—|-]\s)\W*(?:het\s+)?"
    r"(?:(?:coalitie|college|raads|bestuurs)(?:akkoord|programma)|(?:jaar|programma)(?:verslag|stukken|rekening|begroting))\b[^.;]{0,40}$",
    re.IGNORECASE,
)
"""Before the municipality, at the start of the line or of a part of it; "reactie op het coalitieakkoord van" is another's."""
_ENDS = re.compile(r"[\W\d]*")
"""What can follow the name: years and marks."""


def of_top_line(parts: Parts, names: Names) -> Iterator[tuple[str, int]]:
    """The CBS code of the one municipality that closes such a line, with the page: "Samen verder: coalitieakkoord 2018-2022 Gilze en
    Rijen"."""
    for line in top_lines(parts)[:1]:
        found = sorted((*names.find(line.text), *names.spelled(line.text)), key=lambda one: one.start)
        last = found[-1] if len({one.gm_code for one in found}) == 1 else None
        if last and _CALLED.search(line.text[: last.start]) and _ENDS.fullmatch(line.text[last.end :]):
            yield last.gm_code, line.page
