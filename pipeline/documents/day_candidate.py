"""A day that may be a paper's own, and days behind a cue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pipeline.documents.day import FoundDay, find_days
from pipeline.documents.parts import PrintedLine, with_what_runs_on
from pipeline.documents.wording import lead_in


@dataclass(frozen=True, slots=True)
class Candidate:
    """A day that may be the paper's; the lowest rank wins, whole dates before months."""

    rank: int
    day: date
    whole: bool
    source: str


def days_after(
    lines: Sequence[PrintedLine], cue: re.Pattern[str], year: int | None
) -> Iterator[tuple[FoundDay, PrintedLine]]:
    """Days behind a cue; where a line ends may be within the day ("donderdag 28" / "november 2013")."""
    for line, above in with_what_runs_on(lines):
        said = f"{above} {line.text}".lstrip()
        for found in find_days(said, year):
            if found.end > len(said) - len(line.text) and cue.search(lead_in(said, found.start)):
                yield found, line
