"""Word vectors: what a word means, as numbers, so that words the corpus never showed are near those it did.

The table stands in `models/woordvectoren/` and is made by the script beside it. Dutch joins words freely; a word that is not in the
table is taken apart into known ones (`seizoenarbeidershuisvesting` into `seizoenarbeiders` and `huisvesting`).
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

FOLDER = "woordvectoren"
FILE = "vectoren.npz"
WORDS, VECTORS, SCALES = "woorden", "vectoren", "stappen"
WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
SHORTEST_PART = 4
JOINTS = ("", "s", "-", "en", "e")
"""What may stand between the parts of a Dutch compound."""


class WordVectorsError(Exception):
    """The table of word vectors is missing or damaged; the message (Dutch) says what to do."""


@dataclass(frozen=True)
class WordVectors:
    """A vector per word: `table` (n, width) whole numbers of one byte, `steps` (width,) the size of one; `id` names the content."""

    index: dict[str, int]
    table: np.ndarray
    steps: np.ndarray
    id: str
    _known: dict[str, tuple[int, ...]] = field(default_factory=dict, repr=False, compare=False)

    @property
    def width(self) -> int:
        """How many numbers a vector has."""
        return self.table.shape[1]

    def rows(self, word: str) -> tuple[int, ...]:
        """Return the rows of a word in lower case: its own, else those of its parts, else none."""
        if word in self.index:
            return (self.index[word],)
        if word not in self._known:
            self._known[word] = tuple(self.index[part] for part in parts(word, self.index))
        return self._known[word]

    def vectors(self, rows: Sequence[int]) -> np.ndarray:
        """Return the vectors of these rows; shape (len(rows), width)."""
        return self.table[list(rows)].astype(np.float32) * self.steps


def words_in(text: str) -> list[tuple[str, int, int]]:
    """Return each word of `text` in lower case with where it starts and ends."""
    return [(match.group().lower(), match.start(), match.end()) for match in WORD.finditer(text)]


def parts(word: str, known: dict[str, int]) -> tuple[str, ...]:
    """Return the known words that `word` is made of: head and all before it, else its head alone, else nothing."""
    head = ""
    for start in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1):
        if word[start:] not in known:
            continue
        head = head or word[start:]
        for joint in JOINTS:
            before = word[:start].removesuffix(joint) if joint else word[:start]
            if len(before) >= SHORTEST_PART and before in known:
                return (before, word[start:])
    return (head,) if head else ()


@cache
def load_word_vectors(models: Path) -> WordVectors:
    """Return the table under `models`. Raises WordVectorsError."""
    path = models / FOLDER / FILE
    try:
        content = path.read_bytes()
        with np.load(path, allow_pickle=False) as stored:
            words = str(stored[WORDS]).split("\n")
            table, steps = stored[VECTORS], stored[SCALES]
    except FileNotFoundError:
        raise WordVectorsError(f"{path} ontbreekt. Zet het bestand terug uit de broncode.") from None
    except (OSError, ValueError, KeyError, zipfile.BadZipFile) as error:
        raise WordVectorsError(f"{path} is beschadigd ({error}). Zet het bestand terug uit de broncode.") from None
    if len(words) != len(table):
        raise WordVectorsError(f"{path} is beschadigd (woorden en vectoren tellen anders). Zet het bestand terug.")
    index = {word: number for number, word in enumerate(words)}
    return WordVectors(index, table, steps, hashlib.sha256(content).hexdigest()[:16])
