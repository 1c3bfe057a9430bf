"""Words from characters: gaps, letterspacing, note marks and raised or lowered letters."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections.abc import Iterable, Sequence
from statistics import median
from typing import NamedTuple

from pipeline.extraction.characters import UNREADABLE, Glyph

GAP = 0.15
"""Gap between two letters, in ems, from which they belong to different words; a normal space is 0.2 to 0.3."""
PRINTED_SPACE_GAP = 0.06
"""The same where the file has a space character between them; less than this and the space is a stray one."""
TOUCH = 0.45
"""Gap, in ems, between a word and the raised or lowered text that belongs to it."""
LONGEST_SCRIPT = 6
"""Characters in the longest raised or lowered text that belongs to a word."""
SMALL = 0.95
"""Size against its neighbours up to which a character on a raised or lowered baseline is a note mark or index."""


class Word(NamedTuple):
    """A printed word. `baseline` is that of its line; `size` is the em in points."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    baseline: float
    size: float
    bold: bool
    italic: bool

    @property
    def middle(self) -> tuple[float, float]:
        """Centre of its box."""
        return (self.x0 + self.x1) / 2, (self.top + self.bottom) / 2


def words_of(glyphs: Iterable[Glyph]) -> list[Word]:
    """The words of upright characters, line by line from top to bottom and left to right within a line.

    Note marks in running text are left out and other raised or lowered characters joined to their word ("1e", "m²",
    "CO2"); a note mark that begins a line stays, as a word of its own.
    """
    rows = [_words_of_row(row) for row in _glyph_rows(glyphs)]
    return [word for row in _with_scripts_settled(rows) for word in row]


def _glyph_rows(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """Glyphs that share a baseline and, roughly, a size class, each row from left to right."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda g: g.origin_y):
        reach = max(0.8, 0.12 * glyph.size)
        row = next((row for row in reversed(rows[-4:]) if _same_row(row[0], glyph, reach)), None)
        if row is None:
            rows.append([glyph])
        else:
            row.append(glyph)
    for row in rows:
        row.sort(key=lambda g: g.x0)
    return rows


def _same_row(first: Glyph, glyph: Glyph, reach: float) -> bool:
    if not 0.45 < glyph.size / first.size < 2.2:
        return False
    return glyph.origin_y - first.origin_y <= reach and not _is_raised(first, glyph) and not _is_raised(glyph, first)


def _is_raised(small: Glyph, large: Glyph) -> bool:
    """Raised on the same baseline (the text rise of PDF), which shows in the boxes only."""
    return small.size < 0.8 * large.size and large.bottom - small.bottom > 0.2 * large.size


def _words_of_row(row: list[Glyph]) -> list[Word]:
    letters, spaced = _letters_and_spaces(row)
    if not letters:
        return []
    gaps = [right.x0 - left.x1 for left, right in itertools.pairwise(letters)]
    threshold = _letterspaced_threshold(letters, gaps)
    words: list[list[Glyph]] = [[letters[0]]]
    for index, (gap, glyph) in enumerate(zip(gaps, letters[1:], strict=True)):
        size = max(letters[index].size, glyph.size)
        apart = gap > threshold if threshold is not None else gap > (PRINTED_SPACE_GAP if spaced[index] else GAP) * size
        if apart or gap < -1.5 * size:
            words.append([glyph])
        else:
            words[-1].append(glyph)
    return [_word(part) for part in words]


def _letters_and_spaces(row: list[Glyph]) -> tuple[list[Glyph], list[bool]]:
    """Printed letters, and after each (but the last) whether the file has a space there."""
    letters: list[Glyph] = []
    spaced: list[bool] = []
    pending = False
    for glyph in row:
        if glyph.text.isspace():
            pending = bool(letters)
            continue
        if letters:
            spaced.append(pending)
        letters.append(glyph)
        pending = False
    return letters, spaced


def _letterspaced_threshold(letters: Sequence[Glyph], gaps: Sequence[float]) -> float | None:
    """The gap that parts words in a letterspaced row ("I N L E I D I N G"), or None when the row is set normally.

    Letterspaced: the usual gap between letters is itself as wide as a space, while words of ordinary rows have none at all.
    """
    if len(gaps) < 4 or not all(letter.text.isalpha() for letter in letters[:2]):
        return None
    usual, size = median(gaps), median(letter.size for letter in letters)
    tight = sum(1 for gap in gaps if gap < 0.08 * size)
    if usual < 0.12 * size or tight > 0.1 * len(gaps):
        return None
    return usual * 1.6 + 0.05 * size


def _word(glyphs: Sequence[Glyph]) -> Word:
    first = glyphs[0]
    text = unicodedata.normalize("NFC", _accents_joined(_soft_hyphens_settled(glyphs)))
    if text.strip(UNREADABLE) == "":
        text = "•"  # a sign by itself of a font without text is a bullet, as a rule
    bold = sum(1 for glyph in glyphs if glyph.bold) * 2 > len(glyphs)
    italic = sum(1 for glyph in glyphs if glyph.italic) * 2 > len(glyphs)
    return Word(
        text,
        min(glyph.x0 for glyph in glyphs),
        min(glyph.top for glyph in glyphs),
        max(glyph.x1 for glyph in glyphs),
        max(glyph.bottom for glyph in glyphs),
        first.origin_y,
        max(glyph.size for glyph in glyphs),
        bold,
        italic,
    )


def _soft_hyphens_settled(glyphs: Sequence[Glyph]) -> str:
    """A soft hyphen that takes room is printed, and so is a hyphen; one without width is dropped."""
    return "".join(
        ("-" if glyph.x1 - glyph.x0 > 0.1 * glyph.size else "") if glyph.text == "\u00ad" else glyph.text
        for glyph in glyphs
    )


_LOOSE_ACCENT = re.compile(r"(?<=[A-Za-z])[´¨ˆ˜¸]")
_COMBINING = {"´": "\u0301", "¨": "\u0308", "ˆ": "\u0302", "˜": "\u0303", "¸": "\u0327"}


def _accents_joined(text: str) -> str:
    """Accents printed as characters of their own after their letter put on it."""
    return _LOOSE_ACCENT.sub(lambda accent: _COMBINING[accent.group()], text)


_NOTE_MARK = re.compile(r"^[\[(]?(\d{1,3}([,;]\d{1,3})*|[*†‡]{1,3}|[¹²³⁴-⁹⁰]{1,3})[\])]?$")
_UNIT = re.compile(r"(?:^|\d|[/(])(?:m|km|cm|dm|mm|hm)$")
_POWERS = {"2": "²", "3": "³"}


def _with_scripts_settled(rows: list[list[Word]]) -> list[list[Word]]:
    """Rows with their raised and lowered words joined to the row they belong to, or left out as note marks."""
    settled = [list(row) for row in rows]
    for index, row in enumerate(rows):
        for word in row:
            host = _host(word, settled, index) if len(word.text) <= LONGEST_SCRIPT else None
            if host is not None:
                settled[index].remove(word)
                _attach(word, settled[host])
    return [_without_printed_marks(row) for row in settled if row]


def _host(word: Word, rows: list[list[Word]], own: int) -> int | None:
    """The nearby row of larger words that `word` is raised above or lowered under, when it touches one of them."""
    for step in (1, -1):
        near = own + step
        while 0 <= near < len(rows) and _within_reach(word, rows[near]):
            if any(_is_script_of(word, other) for other in rows[near]):
                return near
            near += step
    return None


def _within_reach(word: Word, row: list[Word]) -> bool:
    return not row or abs(row[0].baseline - word.baseline) < 1.5 * word.size


def _is_script_of(word: Word, host: Word) -> bool:
    if not 0.4 * host.size < word.size <= SMALL * host.size:
        return False
    gap = word.x0 - host.x1
    if not (-0.3 * host.size <= gap <= TOUCH * host.size or 0 <= host.x0 - word.x1 <= 0.8 * host.size):
        return False
    lift, rise = (host.baseline - word.baseline) / host.size, (host.bottom - word.bottom) / host.size
    raised_in_place = abs(lift) <= 0.05 and rise > 0.2 and word.size < 0.8 * host.size
    return 0.12 < lift < 0.75 or -0.35 < lift < -0.08 or raised_in_place


def _attach(script: Word, row: list[Word]) -> None:
    before = [index for index, word in enumerate(row) if -0.3 * word.size <= script.x0 - word.x1 <= TOUCH * word.size]
    if not before:
        place = next((index for index, word in enumerate(row) if word.x0 >= script.x1 - 0.5), len(row))
        row.insert(place, script._replace(baseline=row[0].baseline))
        return
    host = row[before[-1]]
    raised = script.baseline < host.baseline - 0.05 * host.size or host.bottom - script.bottom > 0.2 * host.size
    text = _with_script(host.text, script.text, raised)
    row[before[-1]] = host._replace(text=text, x1=max(host.x1, script.x1) if text != host.text else host.x1)


def _with_script(text: str, script: str, raised: bool) -> str:
    """`text` with what stands raised or lowered after it: note marks go, powers of a unit stay, letters join."""
    if not raised or not _NOTE_MARK.match(script):
        return text + script
    if script in _POWERS and _UNIT.search(text):
        return text + _POWERS[script]
    return text


_PRINTED_MARK = re.compile(r"(?<=[^\W\d_][^\W\d_]|.[).,;:!?”’\"»])[¹²³⁰⁴-⁹]+(?=$|[.,;:!?)”’\"])")


def _without_printed_marks(row: list[Word]) -> list[Word]:
    """The same for note marks that are characters of their own ("huisvesting¹"); "m²" and "km²" are units."""
    return [word._replace(text=_PRINTED_MARK.sub("", word.text)) if _has_mark(word.text) else word for word in row]


def _has_mark(text: str) -> bool:
    mark = _PRINTED_MARK.search(text)
    return mark is not None and not _UNIT.search(text[: mark.start()])


_AROUND = ".,:;!?()[]\"'’‘“”«»…•*-–—/"
_SENSIBLE = re.compile(
    r"[^\W\d_]+(?:[-'’/.&:][^\W\d_]+)*|[€$£]?[+-]?\d[\d.,:/%€–-]*|\d{1,4}[^\W\d_]{1,3}|[^\W\d_]{1,3}\d{1,4}"
)
_VOWELS = frozenset("aeiouyäëïöüéèêáàóòúíîæøåœ")
ENOUGH = 20
"""Words from which one can tell whether a page is language."""


def garbled(words: Sequence[Word]) -> bool:
    """Whether the words of a page are not what is printed: fonts with shuffled codes give a hail of signs, or words
    without vowels."""
    texts = [bare for word in words if (bare := word.text.strip(_AROUND))]
    if len(texts) < ENOUGH:
        return False
    if sum(1 for text in texts if _SENSIBLE.fullmatch(text)) < 0.6 * len(texts):
        return True
    letters = [letter for text in texts for letter in text.lower() if letter.isalpha()]
    if len(letters) < 100 or sum(1 for letter in letters if letter > "\u024f") > 0.5 * len(letters):
        return False
    return sum(1 for letter in letters if letter in _VOWELS) < 0.15 * len(letters)
