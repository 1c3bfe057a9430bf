"""Which passages are worth a reviewer's look next: those the classifier learns most from.

Uncertain: it abstained, but nearly spoke. Diverse: themes take turns, no paper comes twice, and no two texts begin alike.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator

from pipeline.themes.codebook import Theme
from pipeline.themes.judging import as_judged
from pipeline.web.queries import Row, most_doubtful

LOOKED_AT = 60
"""Passages per theme among which is chosen."""
SHOWN = 10
ALIKE = 80
"""Letters at the beginning by which two passages count as the same text."""


def worth_a_look(site: sqlite3.Connection, judged: Collection[str]) -> list[Row]:
    """Return at most `SHOWN` passages, none of which is in `judged` (texts as they were judged)."""
    turns = [_fresh(most_doubtful(site, theme, LOOKED_AT), judged) for theme in Theme]
    chosen: list[Row] = []
    papers: set[str] = set()
    texts: set[str] = set()
    while turns and len(chosen) < SHOWN:
        turn = turns.pop(0)
        found = next((one for one in turn if one["sha"] not in papers and _beginning(one) not in texts), None)
        if found is not None:
            chosen.append(found)
            papers.add(found["sha"])
            texts.add(_beginning(found))
            turns.append(turn)
    return chosen


def _fresh(passages: list[Row], judged: Collection[str]) -> Iterator[Row]:
    return (one for one in passages if as_judged(one["aanloop"], one["tekst"]) not in judged)


def _beginning(passage: Row) -> str:
    return passage["tekst"][:ALIKE].casefold()
