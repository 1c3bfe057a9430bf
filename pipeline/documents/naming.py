"""Names of municipalities where little else stands: a line of a cover, a file name, a web address.

Which names are known hangs on the day of the paper (`municipalities.known_in`); without a day, none that has lapsed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import takewhile
from typing import Protocol

from pipeline.documents.wording import lead_in
from pipeline.language.municipalities import all_municipalities, by_code, era_of, known_in, predecessors
from pipeline.language.remembering import remembered


class Mention(Protocol):
    """A municipality named at `text[start:end]`."""

    @property
    def gm_code(self) -> str:
        """CBS code."""
        ...

    @property
    def start(self) -> int:
        """Offset of the name."""
        ...

    @property
    def end(self) -> int:
        """Offset after the name."""
        ...


class Gazetteer(Protocol):
    """Finds municipalities in running text; the module `pipeline.language.gazetteer` is one."""

    def find(self, text: str, day: date | None = None, /) -> Sequence[Mention]:
        """The municipalities named in a text, in order of place, that a paper of `day` may mean."""
        ...


@dataclass(frozen=True, slots=True)
class Named:
    """A name found by spelling alone."""

    gm_code: str
    start: int
    end: int


ORDINARY = frozenset(
    [
        "best",
        "grave",
        "beek",
        "bergen",
        "buren",
        "duiven",
        "ede",
        "haren",
        "hoorn",
        "houten",
        "huizen",
        "hulst",
        "kampen",
        "leek",
        "leiden",
        "putten",
        "sluis",
        "stein",
        "assen",
        "losser",
        "laren",
        "waterland",
        "zwijndrecht",
        "son",
        "mill",
        "groningen",
        "utrecht",
        "altena",
        "delft",
        "rijswijk",
        "heel",
        "helden",
        "doorn",
        "kessel",
        "bergh",
        "wisch",
        "vorden",
    ]
)
"""Names that are also words, or places elsewhere: without "gemeente" before them they say nothing."""

ASIDE = r"\([^()]{1,40}\)|\bop\s+\d{1,2}\s+[a-z]+(?:\s+\d{4})?"
"""What may stand behind a name in a list of those who act: "(tevens penvoerder)", "op 9 september 2021"."""
MUNICIPALITY_BEFORE = re.compile(r"\bgemeente\s+$", re.IGNORECASE)
_WORD = re.compile(r"[\w'’.]+")
_MUNICIPALITY = re.compile(r"^\W*(?:de\s+)?gemeente(?:bestuur)?\s+", re.IGNORECASE)
_MUNICIPALITY_NAMED = re.compile(r"\b[Gg]emeente\s+(?P<name>[A-Z]\w+)\b(?!\s+op\b)")
_OF_A_REGION = re.compile(r"\b[Ll]and\s+van\s+$")
"""Before the name of a town: a region that is more than that town ("Land van Heusden en Altena"); Land van Cuijk is found as a whole."""
_LAST_NAME = re.compile(r"[a-z]{4,} (?P<name>[A-Z][a-z]+)(?:[ ,]+\d[\d\s–-]*)?$")
_PLACE = re.compile(r"\b(?:in|te) (?P<name>[A-Z][a-z]+)\b(?!['’-]|\s+(?:[A-Z]|(?:op|aan|en|of|practice\w*)\b))")
"""A word behind these is no place unless it has a capital: "Arbeidsmigranten in Best"."""
PROVINCES = frozenset(["groningen", "utrecht"])
"""Of which a title may mean the whole province."""
_BETWEEN_PLACES = re.compile(r",\s|\s+en\s+|-")
"""Between the places in a name of several."""
NO_PLACE = frozenset(
    ["noord", "midden", "neder", "oud", "ouder", "sint", "peel", "berg", "dijk", "hendrik", "echt", "noardeast"]
)
"""What such names begin with that is no place, or a whole region."""
_SHORTEST = 3
"""Letters of the shortest of such places (Son)."""
_LONGEST = 6
"""Words in the longest name (Nuenen, Gerwen en Nederwetten; Bergen op Zoom with "gemeente")."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names of municipalities that a paper of `day` knows: in running text by the gazetteer, elsewhere by their spelling."""

    gazetteer: Gazetteer
    day: date | None

    def find(self, text: str) -> Sequence[Mention]:
        """What the gazetteer is sure of."""
        return self.gazetteer.find(text, self.day)

    def spelled(self, text: str) -> Sequence[Mention]:
        """Names by their spelling."""
        return named_in(text, self.day)

    def named(self, text: str) -> Sequence[Mention]:
        """What the gazetteer is sure of, else names by their spelling: in titles, addresses and signatures that is enough."""
        return self.find(text) or self.spelled(text)

    def of_another(self, text: str, owners: Collection[str], before: re.Pattern[str]) -> bool:
        """Whether a text names, behind what ends in `before`, a municipality that is none of `owners` (CBS codes) nor went up in one."""
        ours = {code for owner in owners for code in (owner, *(one.gm_code for one in predecessors(owner)))}
        return any(one.gm_code not in ours and before.search(lead_in(text, one.start)) for one in self.named(text))

    def whole_line(self, text: str) -> str | None:
        """CBS code of the municipality whose name is all that a line holds: "Gemeente Oss", "BERGEN OP ZOOM"."""
        return _whole_line(text, self.day)

    def closing(self, title: str) -> str | None:
        """CBS code of a name that is also a word, where it closes a title ("Beleidskader huisvesting arbeidsmigranten Best 2020") or is the
        place of which it is: "Arbeidsmigranten in Best: zo doen wij dat"."""
        last = _LAST_NAME.search(title)
        if last and last["name"].lower() in ORDINARY:
            return _code(last["name"], self.day)
        places = (match["name"] for match in _PLACE.finditer(title))
        place = next((name for name in places if name.lower() in ORDINARY - PROVINCES), None)
        return _code(place, self.day) if place else None

    def of_host(self, host: str) -> str | None:
        """CBS code by the name in a web or mail address: "www.gemeente-oss", "sint-michielsgestel"."""
        return _codes(era_of(self.day)).get(_squeezed(host.split(".")[-1]).removeprefix("gemeente"))

    def of_plan(self, number: str) -> str | None:
        """CBS code by the number in the code of a plan ("0847"); None where it is no municipality's."""
        return next((one.gm_code for one in known_in(era_of(self.day)) if one.gm_code == f"GM{number}"), None)

    def first_place(self, name: str) -> str | None:
        """CBS code of the one municipality of which a file name has the first place alone: "beleid-gilze" for Gilze en Rijen."""
        known = _first_places(era_of(self.day))
        codes = {known[word] for word in re.split(r"[-_ .+]+", name.lower()) if word in known}
        return codes.pop() if len(codes) == 1 else None

    def called(self, name: str, around: str) -> str | None:
        """CBS code of the municipality that a name by itself stands for ("Oss", "BERGEN OP ZOOM"), in a paper with the text `around`.

        Two go by the name of Bergen: the province of which that text says more tells which, and None is returned where it does not.
        """
        bare = _MUNICIPALITY.sub("", name)
        sharing = _shared().get(_squeezed(bare))
        return self._told_apart(sharing, around) if sharing else self.whole_line(f"Gemeente {bare}")

    def namesake(self, text: str, around: str) -> str | None:
        """CBS code of "gemeente Bergen" in a text, the one that is meant as in `called`; None where no such name stands there."""
        written = next(
            (match["name"] for match in _MUNICIPALITY_NAMED.finditer(text) if _squeezed(match["name"]) in _shared()),
            None,
        )
        return self.called(written, around) if written else None

    def _told_apart(self, codes: Sequence[str], around: str) -> str | None:
        named = Counter(by_code(one.gm_code).province for one in self.spelled(around))
        said = {code: named[by_code(code).province] + around.count(by_code(code).province) for code in codes}
        first, second, *_ = sorted(codes, key=lambda code: -said[code])
        return first if said[first] > said[second] else None


@cache
def _first_places(era: date | None) -> dict[str, str]:
    """The first place in the names of several, "gilze" → GM0784, that is no name by itself and with which no other name begins."""
    begun = Counter(_squeezed(re.split(r"[\s,-]", one.name)[0]) for one in known_in(era))
    places = {
        _squeezed(first): one.gm_code
        for one in known_in(era)
        for first, *others in (_BETWEEN_PLACES.split(one.name),)
        if others and len(first) >= _SHORTEST
    }
    taken = NO_PLACE | _codes(era).keys() | _shared().keys()
    return {place: code for place, code in places.items() if begun[place] == 1 and place not in taken}


def _whole_line(text: str, day: date | None) -> str | None:
    bare = _MUNICIPALITY.sub("", text).strip(" .,:|")
    marked = bool(_MUNICIPALITY.match(text))
    if not bare[:1].isupper() and not bare.startswith(("'s", "’s")):
        return None
    return _code(bare, day) if marked or bare.lower() not in ORDINARY else None


def is_a_name(text: str) -> bool:
    """Whether a line holds no more than a municipality's name; one that has lapsed only with "gemeente" before it."""
    return bool(_whole_line(text, date.min if _MUNICIPALITY.match(text) else None))


def named_in(text: str, day: date | None = None) -> tuple[Named, ...]:
    """Municipalities spelled out with a capital, the longest name first, in order of place; `ORDINARY` words left out."""
    return _spelled_in(text, era_of(day))


@remembered
def _spelled_in(text: str, era: date | None) -> tuple[Named, ...]:
    words = list(_WORD.finditer(text))
    found: list[Named] = []
    number = 0
    while number < len(words):
        if not _may_begin(words[number].group(), era):
            number += 1
            continue
        name, size = _longest(text, words[number : number + _LONGEST], era)
        if name:
            found.append(name)
        number += size
    return tuple(found)


def _may_begin(word: str, era: date | None) -> bool:
    """Whether a name may begin with this word; hardly any does."""
    return (word[0].isupper() or word.startswith(("'s", "’s"))) and _begins(word, era)


@remembered
def _begins(words: str, era: date | None) -> bool:
    """Whether a name may begin with these words, whatever their first letter is."""
    return _squeezed(words) in _beginnings(era)


def _longest(text: str, words: Sequence[re.Match[str]], era: date | None) -> tuple[Named | None, int]:
    start = words[0].start()
    beginnings = takewhile(lambda word: _begins(text[start : word.end()], era), words)
    for size in range(sum(1 for _ in beginnings), 0, -1):
        written = text[start : words[size - 1].end()].rstrip(".")
        code = _codes(era).get(_squeezed(written)) if written.lower() not in ORDINARY and len(written) > 2 else None
        whole = words[size - 1].group().strip(".'’").isalpha() or size == 1  # a figure behind a name is no part of it
        if code and whole and not re.search(r"[;:|\n]", written) and not _OF_A_REGION.search(lead_in(text, start)):
            return Named(code, start, start + len(written)), size
    return None, 1


@cache
def _shared() -> dict[str, tuple[str, ...]]:
    """The names by which two municipalities of today go, official for neither, with their codes."""
    today = [one for one in all_municipalities() if one.valid_until is None]
    written: dict[str, set[str]] = {}
    for one in today:
        for name in (one.name, *one.variants):
            written.setdefault(_squeezed(name), set()).add(one.gm_code)
    return {name: tuple(sorted(codes)) for name, codes in written.items() if len(codes) > 1}


def _code(name: str, day: date | None) -> str | None:
    return _codes(era_of(day)).get(_squeezed(name))


@cache
def _codes(era: date | None) -> dict[str, str]:
    """Names and variants without signs, "bergenopzoom" → GM0748; who is still there goes before who merged, and what two of today go
    by is left out."""
    newest_last = sorted(known_in(era), key=lambda one: one.valid_until or date.max)
    variants = {_squeezed(variant): one.gm_code for one in newest_last for variant in one.variants}
    known = variants | {_squeezed(one.name): one.gm_code for one in newest_last}
    return {name: code for name, code in known.items() if name not in _shared()}


@cache
def _beginnings(era: date | None) -> frozenset[str]:
    """Whatever a name begins with, "bergen" and "bergenop" too: most words begin none, which is then known at once."""
    return frozenset(name[:size] for name in _codes(era) for size in range(len(name) + 1))


def _squeezed(text: str) -> str:
    return re.sub(r"[^a-zéëâûï]", "", text.lower())
