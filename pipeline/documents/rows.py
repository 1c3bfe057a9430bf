"""Rows of a table among the passages of a paper, and the rows that they refer to."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.wording import ROW
from pipeline.language.passages import Passage


def is_row(passage: Passage) -> bool:
    """Whether a passage is a row of a table under its heads ("Nr.: 17; Actie: …")."""
    return bool(ROW.match(passage.text))


_HEAD = re.compile(r"(?:^|;\s)([^:;]{1,30}):\s")


def runs_on(passages: Sequence[Passage], numbers: Collection[int]) -> set[int]:
    """The passages in which the last row of a passage among `numbers` goes on, where that row names labour migrants: a long row may be
    parted over two."""
    return {
        after.number
        for before, after in pairwise(passages)
        if before.number in numbers and before.section == after.section and _goes_on(before, after)
    }


def _goes_on(before: Passage, after: Passage) -> bool:
    heads = _HEAD.findall(before.text)
    if not is_row(before) or is_row(after):
        return False
    last = before.text.rfind(f"{heads[0]}: ")
    cells = re.search(r";\s([^:;]{1,30}):\s", after.text)
    return bool(TARGET_GROUP.search(before.text, last) and cells and cells[1] in heads)


_NUMBER = r"\d{1,3}[a-z]?"
_REFERS = re.compile(
    rf"\b(?:acties?|maatregel(?:en)?|projecten?|inzet|zie)\s*:\s*(?P<numbers>{_NUMBER}(?:(?:,|\s+en)\s*{_NUMBER})*)(?=\s*(?:;|$))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(rf"(?:nr|nummer|no|actie|maatregel|project|#)\W{{1,3}}(?P<number>{_NUMBER})\s*;", re.IGNORECASE)


def referred_to(passages: Sequence[Passage], numbers: Collection[int]) -> set[int]:
    """The rows that the rows among `numbers` refer to by number: "Doelgroep: arbeidsmigranten; Acties: 9, 17" and "Nr.: 9; Actie: …"."""
    named = {
        number
        for passage in passages
        if passage.number in numbers and is_row(passage)
        for match in _REFERS.finditer(passage.text)
        for number in re.findall(_NUMBER, match["numbers"])
    }
    rows = ((passage.number, _NUMBERED.match(passage.text)) for passage in passages if named and is_row(passage))
    return {place for place, match in rows if match and match["number"] in named}
