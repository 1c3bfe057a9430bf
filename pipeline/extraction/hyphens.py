"""Words broken at line ends: whether the hyphen was only the typesetter's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

Vocabulary = Mapping[str, int]
"""How often a paper has a word, lower case."""

_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_BROKEN = re.compile(r"([\w.&/'’]*[\w.&])[-‐\u00ad]$")
_HYPHENS = ("-", "‐", "\u00ad")
_FIRST = re.compile(r"^[^\W_]+(?:[-'’][^\W_]+)*")
_SUSPENDED = frozenset(
    ("en", "of", "en/of", "tot", "als", "dan", "noch", "maar", "c.q.", "resp.", "respectievelijk", "alsmede")
)
"""After these a hyphen at a line end stands for a part left out: "in- en uitstroom"."""
_HYPHENATED = frozenset(("niet", "non", "ex", "oud", "semi", "quasi", "anti", "pro", "all"))
"""First parts that are written with a hyphen, or not at all."""


def vocabulary_of(lines: Iterable[str]) -> Counter[str]:
    """The words that stand whole within the lines of a paper; those cut at a line end are no evidence."""
    counts: Counter[str] = Counter()
    for line in lines:
        words = _WORD.findall(line.lower())
        counts.update(words[1:-1] if line.endswith(("-", "\u00ad")) else words[1:])
    return counts


def joint(before: str, after: str, vocabulary: Vocabulary) -> tuple[str, str]:
    """How a line goes on in the next: what is left of `before`, and what comes between ("" or a space).

    The hyphen stays after an abbreviation, a digit or a capital part ("BRP-inschrijving"), before a capital or digit
    ("Noord-Brabant", "COVID-19"), where the paper writes the word with a hyphen elsewhere, and, with a space, where a
    part was left out ("arbeids- en"). Else it goes.
    """
    if _runs_on(before, after):
        return before, ""
    if not before.endswith(_HYPHENS):
        return before, " "
    # the last word alone: the text before it is long, and is the same for every line
    broken, first = _BROKEN.search(before.rsplit(" ", 1)[-1]), _FIRST.match(after)
    if not broken or not first:
        return before, " "
    if after.split(" ", 1)[0].rstrip(",;.") in _SUSPENDED:
        return before, " "
    kept = before[:-1] + "-"
    return (kept, "") if _keeps_hyphen(broken.group(1), first.group(), vocabulary) else (before[:-1], "")


def _runs_on(before: str, after: str) -> bool:
    """Whether a line ends within a word without a hyphen: after a slash, within a web address, in a range of figures."""
    if before.endswith("/") and before[-2:-1].isalpha() and after[:1].isalpha():
        return True
    if before.endswith(("-", "–")) and before[-2:-1].isdecimal() and after[:1].isdigit():
        return True
    last = before.rsplit(" ", 1)[-1]
    return last.startswith(("http://", "https://", "www.")) and last.endswith(("/", "-", "_", "=", "?", "&"))


def _keeps_hyphen(part: str, rest: str, vocabulary: Vocabulary) -> bool:
    whole, hyphenated = (part + rest).lower(), f"{part}-{rest}".lower()
    if vocabulary.get(whole, 0) != vocabulary.get(hyphenated, 0):
        return vocabulary.get(hyphenated, 0) > vocabulary.get(whole, 0)
    if part.isupper() and rest.isupper() and len(part) > 1 and len(rest) > 1:
        return vocabulary.get(part.lower(), 0) > 0
    if not rest[0].islower():
        return True
    last = re.split(r"[-/]", part)[-1]
    return _is_abbreviation(last) or last.lower() in _HYPHENATED


def _is_abbreviation(part: str) -> bool:
    """Capitals, a digit, an ampersand or a single letter before the hyphen: BRP, EU, B&W, 65, A2, Wmo."""
    capitals = sum(1 for char in part if char.isupper())
    return part[-1:].isdigit() or capitals >= 2 or "&" in part or part.endswith(".") or len(part) == 1
