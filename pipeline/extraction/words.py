"""Words from characters: gaps, letterspacing, note marks and raised or lowered letters."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np

from pipeline.extraction.characters import UNREADABLE
from pipeline.extraction.glyphs import Array, Glyph, Glyphs, as_glyphs

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
    return [word for row in _with_scripts_settled(_word_rows(as_glyphs(glyphs))) for word in row]


def _word_rows(glyphs: Glyphs) -> list[list[Word]]:
    """The words of every row of glyphs that share a baseline and, roughly, a size class, worked out for the whole page at once."""
    if not glyphs:
        return []
    row = np.empty(len(glyphs), np.intp)
    by_height = np.argsort(glyphs.origin_y, kind="stable")
    row[by_height] = _row_numbers(glyphs.origin_y[by_height], glyphs.size[by_height], glyphs.bottom[by_height])
    order = by_height[np.lexsort((glyphs.x0[by_height], row[by_height]))]
    places = np.flatnonzero(~glyphs.blank[order])
    if not len(places):
        return []
    letters, row = glyphs.taken(order[places]), row[order[places]]
    begins = _begins(letters, row, np.diff(places) > 1)
    words, rows = _words(letters, begins), row[begins]
    bounds = [0, *(np.flatnonzero(np.diff(rows)) + 1).tolist(), len(words)]
    return [words[start:end] for start, end in itertools.pairwise(bounds)]


class _Level(NamedTuple):
    """Where a glyph stands on the page from top to bottom: all that decides on its row."""

    y: float
    size: float
    bottom: float


def _row_numbers(baseline: Array, size: Array, bottom: Array) -> Array:
    """The row of each glyph, glyphs sorted by baseline; those on one level that follow each other share theirs."""
    levels = np.stack((baseline, size, bottom))
    changes = np.concatenate(([True], (np.diff(levels) != 0).any(axis=0)))
    rows: list[_Level] = []
    numbers = []
    for level in map(_Level._make, levels[:, changes].T.tolist()):
        reach = max(0.8, 0.12 * level.size)
        near = range(len(rows) - 1, max(len(rows) - 5, -1), -1)
        number = next((number for number in near if _same_row(rows[number], level, reach)), len(rows))
        if number == len(rows):
            rows.append(level)
        numbers.append(number)
    return np.array(numbers)[np.cumsum(changes) - 1]


def _same_row(first: _Level, level: _Level, reach: float) -> bool:
    if not 0.45 < level.size / first.size < 2.2:
        return False
    return level.y - first.y <= reach and not _is_raised(first, level) and not _is_raised(level, first)


def _is_raised(small: _Level, large: _Level) -> bool:
    """Raised on the same baseline (the text rise of PDF), which shows in the boxes only."""
    return small.size < 0.8 * large.size and large.bottom - small.bottom > 0.2 * large.size


def _begins(letters: Glyphs, row: Array, spaced: Array) -> Array:
    """The place of each word's first letter; `spaced` says after each letter (but the last) whether the file has a space."""
    gaps = letters.x0[1:] - letters.x1[:-1]
    sizes = np.maximum(letters.size[1:], letters.size[:-1])
    apart = gaps > np.where(spaced, PRINTED_SPACE_GAP, GAP) * sizes
    turns = np.diff(row) != 0
    for start, end in _perhaps_letterspaced(letters.size, gaps, turns):
        threshold = _letterspaced_threshold(
            letters.text[start : start + 2], letters.size[start:end], gaps[start : end - 1]
        )
        if threshold is not None:
            apart[start : end - 1] = gaps[start : end - 1] > threshold
    return np.flatnonzero(np.concatenate(([True], apart | turns | (gaps < -1.5 * sizes))))


FEWEST_LETTERSPACED = 5
"""Letters under which a row cannot be told to be letterspaced."""
TIGHT, FEW_TIGHT = 0.08, 0.1
"""Gap in ems under which letters stand as close as in ordinary text, and the share of such gaps up to which a row is letterspaced."""


def _perhaps_letterspaced(size: Array, gaps: Array, turns: Array) -> list[tuple[int, int]]:
    """Where the rows begin and end that have hardly any letters close together; `turns` says after which letter a row ends."""
    starts = np.append(0, np.flatnonzero(turns) + 1)
    lengths = np.diff(np.append(starts, len(size)))
    least = np.repeat(np.minimum.reduceat(size, starts), lengths)
    tight = np.append(~turns & (gaps < TIGHT * least[:-1]), False)
    counts = np.add.reduceat(tight, starts, dtype=np.intp)
    rows = np.flatnonzero((lengths >= FEWEST_LETTERSPACED) & (counts <= FEW_TIGHT * (lengths - 1)))
    return list(zip(starts[rows].tolist(), (starts + lengths)[rows].tolist(), strict=True))


def _letterspaced_threshold(beginning: Iterable[str], sizes: Array, gaps: Array) -> float | None:
    """The gap that parts words in a letterspaced row ("I N L E I D I N G"), or None when the row is set normally.

    Letterspaced: the usual gap between letters is itself as wide as a space, while words of ordinary rows have none at all.
    """
    if not all(map(str.isalpha, beginning)):
        return None
    usual, size = float(np.median(gaps)), float(np.median(sizes))
    tight = int((gaps < TIGHT * size).sum())
    if usual < 0.12 * size or tight > FEW_TIGHT * len(gaps):
        return None
    return usual * 1.6 + 0.05 * size


def _words(letters: Glyphs, begins: Array) -> list[Word]:
    bounds = [*begins.tolist(), len(letters.text)]
    count = np.diff(bounds)
    printed = letters.text
    texts = ["".join(printed[start:end]) for start, end in itertools.pairwise(bounds)]
    for index, text in enumerate(texts):
        if not text.isascii():
            texts[index] = _settled(letters, bounds[index], bounds[index + 1])
    columns = (
        np.minimum.reduceat(letters.x0, begins),
        np.minimum.reduceat(letters.top, begins),
        np.maximum.reduceat(letters.x1, begins),
        np.maximum.reduceat(letters.bottom, begins),
        letters.origin_y[begins],
        np.maximum.reduceat(letters.size, begins),
        np.add.reduceat(letters.bold, begins, dtype=np.intp) * 2 > count,
        np.add.reduceat(letters.italic, begins, dtype=np.intp) * 2 > count,
    )
    return list(map(Word, texts, *(column.tolist() for column in columns)))


def _settled(letters: Glyphs, start: int, end: int) -> str:
    """A word's text with soft hyphens and loose accents settled, and a bullet for a sign that its font does not tell."""
    widths = (letters.x1[start:end] - letters.x0[start:end]).tolist()
    signs = zip(letters.text[start:end], widths, letters.size[start:end].tolist(), strict=True)
    text = unicodedata.normalize("NFC", _accents_joined("".join(_hyphen_settled(*sign) for sign in signs)))
    # a sign by itself of a font without text is a bullet, as a rule
    return text if text.strip(UNREADABLE) else "•"


def _hyphen_settled(text: str, width: float, size: float) -> str:
    """A soft hyphen that takes room is printed, and so is a hyphen; one without width, or told of a letter along with it, is dropped."""
    if text != "\u00ad":
        return text.replace("\u00ad", "")
    return "-" if width > 0.1 * size else ""


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
    largest = [max(word.size for word in row) for row in rows]
    for index, row in enumerate(rows):
        small = SMALL * _largest_near(rows, index, largest)
        for word in row:
            script = word.size <= small and len(word.text) <= LONGEST_SCRIPT
            host = _host(word, settled, index, largest) if script else None
            if host is not None:
                settled[index].remove(word)
                _attach(word, settled[host])
    return [_without_printed_marks(row) for row in settled if row]


def _largest_near(rows: Sequence[Sequence[Word]], own: int, largest: Sequence[float]) -> float:
    """The size of the largest word in the rows that a word of this row may be raised above or lowered under; 0 without any."""
    found, reach = 0.0, 2 * largest[own]
    for step in (1, -1):
        near = own + step
        while 0 <= near < len(rows) and abs(rows[near][0].baseline - rows[own][0].baseline) < reach:
            found = max(found, largest[near])
            near += step
    return found


def _host(word: Word, rows: list[list[Word]], own: int, largest: Sequence[float]) -> int | None:
    """The nearby row of larger words that `word` is raised above or lowered under, when it touches one of them; `largest` is
    the size of the largest word in each row."""
    for step in (1, -1):
        near = own + step
        while 0 <= near < len(rows) and _within_reach(word, rows[near]):
            if word.size <= SMALL * largest[near] and any(_is_script_of(word, other) for other in rows[near]):
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
    mark = None if text.isascii() else _PRINTED_MARK.search(text)
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
    language = "".join(text for text in texts if not any(map(str.isdigit, text)))  # codes have no vowels to miss
    counts = {sign: count for sign, count in Counter(language.lower()).items() if sign.isalpha()}
    letters = sum(counts.values())
    if letters < 100 or sum(count for letter, count in counts.items() if letter > "\u024f") > 0.5 * letters:
        return False
    return sum(count for letter, count in counts.items() if letter in _VOWELS) < 0.15 * letters
