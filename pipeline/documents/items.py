"""The items of a list of decisions: what was on the table, and what was decided on it.

A passage may hold several of them and one may run on into the next passage, so they are cut from the text of all passages together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from pipeline.documents.groups import OTHER_GROUP, TARGET_GROUP
from pipeline.documents.wording import whole
from pipeline.language.passages import Passage

_ROW = re.compile(
    r"(?:^|(?<=\s))(?:(?:nr|nummer)\.?\s*:\s*(?:\w{1,4}|(?:[A-Z]{1,2}-?)?\d{2,4}-\d{1,3}\w?);\s|[A-Z]{1,2}-?\d{2,4}-\d{1,3}\w?\s\|\s)",
    re.IGNORECASE,
)
"""Where an item begins that is a row of a table, under its heads or behind its mark: "Nr.: 5; Onderwerp: …", "M-2020-22 | 5-11-2020"."""
_NUMBERED = re.compile(r"(?:^|(?<=\s))(?P<number>\d{1,2})\s?[.|]\s+(?=[A-Z‘“\"'])")
"""Where one begins that is but numbered: "8. Subsidie lokale omroep"."""
_NUMBER = re.compile(r"(?P<number>\d{1,2})[a-z]?\s?[.)|]?\s+(?=[A-Z‘“\"'])")
_DECIDED = re.compile(r"\b(?:besluit|stand(?:\s+van\s+zaken)?(?=:)|afdoening(?=:))\b", re.IGNORECASE)
"""Before what was decided, or done with a motion or promise."""
_BESIDE = re.compile(r"\([^()]*\)|\|")
"""What says nothing of the subject: who moved it, the rules between cells."""
ROWS = 3
"""So many rows show that a list is a table; then a number within a row is one of its decision's."""
SUBJECT_WORDS = 15
"""Words within which an item tells its subject, unless what was decided comes first."""

_SLEEP = whole(
    (
        *("bed(?:den)?", r"slaap\w*", "slapen", r"(?:nacht)?verblij\w+", r"logies\w*", r"\w*huisvest\w*"),
        *("onderdak", "woning(?:en)?", "pand(?:en)?"),
    )
)
LEAST_DECIDED, MOST_DECIDED = 40, 110
"""Words of an item that is one decision and no debate."""


@dataclass(frozen=True, slots=True)
class Item:
    """An item, and the numbers of the passages over which it runs."""

    text: str
    passages: tuple[int, ...]

    @property
    def subject(self) -> str:
        """What was on the table."""
        opening = " ".join(_BESIDE.sub(" ", self.text).split()[:SUBJECT_WORDS])
        return _DECIDED.split(opening)[0]


def passages_of_items(passages: Sequence[Passage], least_words: int) -> set[int]:
    """Numbers of the passages that hold an item on labour migrants that names nobody else: one, of so many words, whose subject names them,
    or one that decides on where they sleep."""
    return {
        number
        for item in items_of(passages)
        if ((len(item.text.split()) >= least_words and TARGET_GROUP.search(item.subject)) or _decides_on_them(item))
        and not OTHER_GROUP.search(item.text)
        for number in item.passages
    }


def _decides_on_them(item: Item) -> bool:
    """Whether a short item tells in its decision alone that it is on where they sleep: "Invordering dwangsom; Besluit: … negen in plaats
    van vier seizoenarbeiders aangetroffen"."""
    decision = _DECIDED.split(item.text, maxsplit=1)[1:]
    named = any(TARGET_GROUP.search(text) and _SLEEP.search(text) for text in decision)
    return named and LEAST_DECIDED <= len(item.text.split()) <= MOST_DECIDED


def items_of(passages: Sequence[Passage]) -> list[Item]:
    """All items in order; what stands before the first is none. They are rows, or have a number, in the text or as headings of the list."""
    starts, text = [], ""
    for passage in passages:
        starts.append(len(text))
        text += f"{passage.text}\n"
    rows, headed = [row.start() for row in _ROW.finditer(text)], _headed(passages)
    begins = rows if len(rows) >= ROWS else list(_numbered(text))
    if len(headed) >= max(ROWS, len(begins)):  # within an item may stand a table of amendments
        return headed
    return [Item(text[begin:end], _over(passages, starts, begin, end)) for begin, end in pairwise([*begins, len(text)])]


def _headed(passages: Sequence[Passage]) -> list[Item]:
    """The items of a list of which each has a heading with its number ("6. Bestemmingsplan Buitengebied"), counted from 1; none is missing
    where some were taken out of turn. One may have another behind it without a heading ("6a. Stand van zaken")."""
    groups = [
        (heading, list(those))
        for heading, those in groupby(passages, key=lambda passage: next(filter(_NUMBER.match, passage.section), ""))
        if heading
    ]
    numbers = [int(match["number"]) for heading, _ in groups if (match := _NUMBER.match(heading))]
    complete = sorted(set(numbers)) == list(range(1, max(numbers, default=0) + 1))
    found, last = list[Item](), 0
    for (heading, held), number in zip(groups, numbers, strict=True):
        if complete or last <= number <= last + 1:
            last = number
            found.extend(_with_those_behind(heading, number, held))
    return found


def _with_those_behind(heading: str, number: int, held: Sequence[Passage]) -> Iterator[Item]:
    """The item under a heading, and those behind it that bear its number with a letter."""
    behind = re.compile(rf"{number}[a-z][.)]\s+(?=[A-Z])")
    begins = [at for at, passage in enumerate(held) if at and behind.match(passage.text)]
    for begin, end in pairwise([0, *begins, len(held)]):
        those = held[begin:end]
        opening = () if begin else (heading,)
        yield Item("\n".join((*opening, *(one.text for one in those))), tuple(one.number for one in those))


def _numbered(text: str) -> Iterator[int]:
    """Where items with a number begin, each the next of the one before: a decision's own points begin again at 1."""
    last = 0
    for match in _NUMBERED.finditer(text):
        if int(match["number"]) == last + 1:
            last += 1
            yield match.start()


def _over(passages: Sequence[Passage], starts: Sequence[int], begin: int, end: int) -> tuple[int, ...]:
    return tuple(
        passage.number
        for passage, start in zip(passages, starts, strict=True)
        if start < end and begin < start + len(passage.text)
    )
