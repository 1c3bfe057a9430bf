"""Where Dutch sentences end in policy papers: rules that settle what is certain and leave the rest to the sentence recogniser.

A sentence begins only after a closing mark; abbreviations, initials, ordinals and the numbers of list items end none. What
the rules leave open (after an ellipsis, after an unknown abbreviation) is decided by `senter` of the loaded pipeline, which
never overrules them.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from importlib.resources import files

import numpy as np
from spacy.attrs import SENT_START
from spacy.lang.nl.stop_words import STOP_WORDS
from spacy.language import Language
from spacy.tokens import Doc

from pipeline.language.needed_words import expression

COMPONENT = "sentence_rules"

_MARK = re.compile(
    r"""(?P<mark>(?<![.?!])(?:\.{2,}+|[.?!]++)|…|[;:])   # what closes: a whole row of marks, so that an endless one is gone through once
        (?P<note>(?<=[a-z)]\.)\d{1,2})?  # the number of a footnote, printed against it
        ["”’'»)\]]*+\s++(?=\S)""",
    re.VERBOSE,
)
_GLUED = re.compile(r"(?<=[a-z]{3}[.?!])(?=[A-Z][a-z])")
"""A space lost between two sentences ("beleid.De gemeente")."""
_SPACE = re.compile(r"(?<!\s)\s++(?=\S)")
LONGEST_BEFORE = 160
"""Characters of the sentence so far that are looked at; a text without sentences would be gone through again for each mark."""

_WORD_BEFORE = re.compile(r"[^\s(\[“„\"‘]*$")
_OPENING = re.compile(r"[\"“„‘'«(\[*_]*")
_APOSTROPHE = re.compile(r"['’‘][stn]\b")
_BULLET = re.compile(r"[•▪◦‣●○■□➢✓\uf0b7\uf0a7]|[-–—*]\s")
_NUMBER = r"(?:[a-z]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2})"
_NUMBERED = re.compile(rf"(?:\({_NUMBER}\)|{_NUMBER}[.)°]\)?)(?=\s)")
_ONLY_NUMBERED = re.compile(rf"\W*(?:\({_NUMBER}\)|{_NUMBER}[.)°]?|[A-Z]|[IVX]+)\W*", re.ASCII)
_FORMULA = expression(
    r"(?i)(?:en\s+)?(?:constaterende|overwegende|gehoord|gelet op|verzoekt|verzoeken|roept|spreekt|draagt|besluit|en gaat over)\b"
)
"""How the parts of a motion begin, which stand in one long sentence, divided by semicolons."""

_INITIALS = re.compile(r"(?:[A-Z][a-z]?\.)+")
_DOTTED = re.compile(r"(?:\w{1,3}\.){2,}")
_UNVOICED = re.compile(r"[b-df-hj-np-tv-xz]{2,5}\.")
"""Lower case without a vowel: mostly an abbreviation that the list does not have."""
_LETTERED_THING = expression(
    r"(?i)\b(?:bijlage|categorie|deel|fase|groep|klasse|model|optie|plan|scenario|type|variant|zone)\s+[A-Z]$"
)
_BOARD = re.compile(r"B\.?\s*en\s*W$")

_OPENERS = frozenset(word.capitalize() for word in STOP_WORDS)
_OPENERS_AFTER_INITIALS = _OPENERS - {"De", "Den", "Der", "Van", "Ten", "Ter", "Op", "In", "Het", "Aan", "Uit"}
_MONTH = expression(r"(?i)(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)$")


@cache
def _abbreviations() -> dict[str, bool]:
    """Abbreviation in lower case, with its point, and whether a sentence may end with it."""
    text = (files("pipeline.language") / "afkortingen.csv").read_text(encoding="utf-8")
    return {row["afkorting"]: row["kan_zin_sluiten"] == "ja" for row in csv.DictReader(text.splitlines())}


def sentence_starts(text: str) -> dict[int, bool | None]:
    """Offsets in `text` where a sentence may begin: True certainly, False certainly not, None left open.

    An offset that is not among them begins none; the first sentence, at 0, is not listed.
    """
    lines = {match.end(): match[0].count("\n") for match in _SPACE.finditer(text)}
    starts: dict[int, bool | None] = {end: None for end, number in lines.items() if number}
    starts |= {match.end(): None for match in _GLUED.finditer(text)}
    began = 0
    for match in _MARK.finditer(text):
        before = text[max(began, match.start() - LONGEST_BEFORE) : match.start()]
        begins = _begins(before, match["mark"], text[match.end() : match.end() + 60])
        starts[match.end()] = begins
        began = match.end() if begins else began
    return starts | {end: True for end, number in lines.items() if number > 1}


def _begins(before: str, mark: str, after: str) -> bool | None:
    """Whether `after` begins a sentence, given the sentence so far and the mark that closes it."""
    in_list = bool(_BULLET.match(after) or _NUMBERED.match(after))
    if mark in ";:":
        return in_list or (mark == ";" and bool(_FORMULA.match(after)))
    if _ONLY_NUMBERED.fullmatch(before):
        return False
    if mark[0] in "?!":
        return in_list or _looks_initial(after)
    if not in_list and not _looks_initial(after):
        return False
    if mark != ".":
        return None
    return _begins_after_point(before, _first_word(after), in_list)


def _begins_after_point(before: str, word: str, in_list: bool) -> bool | None:
    """The same for a point that is followed by something that could open a sentence: is the point that of an abbreviation?"""
    last = _WORD_BEFORE.search(before).group() + "."  # type: ignore[union-attr] (matches the empty string too)
    closes = _abbreviations().get(last.lower())
    if closes is False:
        return False
    if closes or _BOARD.search(before):
        return True if in_list or word in _OPENERS else None if word[:1].isalpha() else False
    if _LETTERED_THING.search(before):
        return True
    if _INITIALS.fullmatch(last):
        return in_list or word in _OPENERS_AFTER_INITIALS
    if _DOTTED.fullmatch(last) or re.fullmatch(r"[a-z]\.", last):
        return in_list or word in _OPENERS
    if _UNVOICED.fullmatch(last):
        return True if word in _OPENERS else None
    return not (last[:-1].isdigit() and _MONTH.match(word))


def _looks_initial(after: str) -> bool:
    """Whether it opens with a capital or a figure, behind quotation marks or brackets; or with 's, 't, 'n."""
    rest = after[_OPENING.match(after).end() :]  # type: ignore[union-attr]
    return rest[:1].isupper() or rest[:1].isdigit() or bool(_APOSTROPHE.match(after))


def _first_word(after: str) -> str:
    rest = after[_OPENING.match(after).end() :]  # type: ignore[union-attr]
    return re.match(r"\w*", rest).group()  # type: ignore[union-attr]


_SIGNS = {True: 1, False: -1, None: 0}
"""As spaCy keeps them. All are set at once: one by one, each is looked up in the whole text again."""


@Language.component(COMPONENT)
def sentence_rules(doc: Doc) -> Doc:
    """spaCy component, to stand before `senter`: sets what the rules know of where sentences begin."""
    starts = sentence_starts(doc.text)
    known = [_SIGNS[token.i == 0 or starts.get(token.idx, False)] for token in doc]
    numbers = np.array(known, dtype=np.int64).astype(np.uint64)
    return doc.from_array([SENT_START], numbers)  # pyright: ignore[reportArgumentType]
