"""Regular expressions that are not tried on a text without the words that they cannot match without.

Most texts have nothing of what most rules look for, and to find out that a text lacks a few words takes a tenth of the time of
trying an expression at each of its characters. The words are not chosen by hand: they are read off the expression itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from re import _constants as code  # pyright: ignore[reportAttributeAccessIssue]
from re import _parser as parser  # pyright: ignore[reportAttributeAccessIssue]
from typing import Any, TypeAlias

from pipeline.language.remembering import LONGEST, MOST

SHORTEST = 3
"""Characters of the shortest word worth looking for; shorter ones stand in most texts."""
LONG_ENOUGH = 5
"""Characters from which a word is rare enough: of two sets of such words the smaller one is looked for."""
MOST_WORDS = 120
"""Words; to look for more takes as long as to try the expression."""
MOST_SPELLINGS = 8
"""Of one word: "tr[eo]k" has two."""

Needed: TypeAlias = frozenset[str]
"""Words in lower case of which every text that matches holds at least one; none of them where nothing is known."""
NOTHING: Needed = frozenset()

_EMPTY: Needed = frozenset({""})
_REPEATS = (code.MAX_REPEAT, code.MIN_REPEAT, code.POSSESSIVE_REPEAT)
_ODD = {"ſ": "s", "ı": "i", "İ": "i"}
"""Letters that an expression without regard to case takes for another, and that `str.lower` makes none of."""


class Expression:
    """A regular expression that is tried only where a word that it needs stands; it finds what `re` finds.

    What it needs is worked out at its first text: most commands load rules that they never ask anything.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """The words of which every match holds at least one, shortest first; none where nothing is known."""
        return tuple(sorted(_worth_it(_needed(self._parsed())), key=len))

    @cached_property
    def may_match(self) -> Callable[[str], bool]:
        """Whether a text holds one of the words that every match needs."""
        return _holds_one_of(self.needed)

    @cached_property
    def _at_start(self) -> bool:
        first = self._parsed()[0]
        return first == (code.AT, code.AT_BEGINNING) and not self.pattern.flags & re.MULTILINE

    def _parsed(self) -> Any:
        return parser.parse(self.pattern.pattern, self.pattern.flags)

    def search(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the first match in `text` from `start` on, if any."""
        if self._at_start:  # `re` would try it at every other character too
            return self.pattern.match(text, start)
        return self.pattern.search(text, start) if self.may_match(text) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Return all matches in `text`, in order."""
        return self.pattern.finditer(text) if self.may_match(text) else iter(())

    def findall(self, text: str) -> list[Any]:
        """Return all matches in `text` as `re.Pattern.findall` does."""
        return self.pattern.findall(text) if self.may_match(text) else []

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        """Return `text` in pieces as `re.Pattern.split` does."""
        return self.pattern.split(text, maxsplit) if self.may_match(text) else [text]

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Return the match that begins at `start`, if any: tried at once, for it is tried at one character alone."""
        return self.pattern.match(text, start)


def expression(pattern: str, flags: int = 0) -> Expression:
    """Compile, as `re.compile` does."""
    return Expression(re.compile(pattern, flags))


def folded(text: str) -> str:
    """Return `text` in lower case, letter by letter as an expression without regard to case sees it."""
    if not text.isascii():
        for odd, letter in _ODD.items():
            text = text.replace(odd, letter)
    return text.lower()


_kept = lru_cache(maxsize=MOST)(folded)


def _holds_one_of(words: Sequence[str]) -> Callable[[str], bool]:
    """A function that says whether a text holds one of the words; always so where there are none."""

    def holds(text: str) -> bool:
        plain = _kept(text) if len(text) <= LONGEST else folded(text)
        for word in words:  # noqa: SIM110 (any() takes twice as long)
            if word in plain:
                return True
        return False

    return holds if words else lambda _: True


def _worth_it(words: Needed) -> Needed:
    """The words without those that hold another; none where looking for them would not pay."""
    fewest = frozenset(word for word in words if not any(other != word and other in word for other in words))
    return fewest if len(fewest) <= MOST_WORDS and all(map(_is_rare, fewest)) else NOTHING


def _is_rare(word: str) -> bool:
    return len(word) >= SHORTEST or not (word.isalnum() or word.isspace())


def _needed(sequence: Iterable[tuple[Any, Any]]) -> Needed:
    """The best of what is needed by the parts of a sequence; letters in a row are one word, in each of its spellings."""
    found, spelled = NOTHING, _EMPTY
    for part in sequence:
        letters = _letters(*part)
        if letters and len(spelled) * len(letters) <= MOST_SPELLINGS:
            spelled = frozenset(word + letter for word in spelled for letter in letters)
        elif letters:
            found, spelled = _better(found, spelled), letters
        elif part[0] is not code.AT:
            found, spelled = reduce(_better, (found, spelled, _needed_by(*part))), _EMPTY
    return _better(found, spelled)


def _letters(kind: Any, value: Any) -> Needed:
    """The letters, in lower case, of which a part is one; none where it may be another."""
    if kind is code.LITERAL:
        return frozenset({folded(chr(value))})
    if kind is code.IN and all(one is code.LITERAL for one, _ in value):
        return frozenset(folded(chr(one)) for _, one in value)
    return NOTHING


def _needed_by(kind: Any, value: Any) -> Needed:
    if kind is code.SUBPATTERN:
        return _needed(value[-1])
    if kind is code.BRANCH:
        of_each = [_needed(one) for one in value[1]]
        return frozenset().union(*of_each) if all(of_each) else NOTHING
    if kind in _REPEATS:
        return _needed(value[2]) if value[0] else NOTHING
    if kind is code.ATOMIC_GROUP:
        return _needed(value)
    return _needed(value[1]) if kind is code.ASSERT else NOTHING


def _better(one: Needed, other: Needed) -> Needed:
    """The words of which a text is likeliest to hold none."""
    return max(one, other, key=_worth)


def _worth(words: Needed) -> tuple[int, int, int]:
    shortest = min(map(len, words), default=0)
    return min(shortest, LONG_ENOUGH), -len(words), shortest
