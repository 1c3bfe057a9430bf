"""The pieces that passages are made of: sentences of a block, with where they stand on the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from pipeline.extraction.blocks import Block
from pipeline.language.annotation import split_sentences
from pipeline.language.passages import Place

BREAKS = ("; ", ": ", ", ", " ")
"""Where a sentence that is longer than a passage may be is broken, the best place first."""

MOST_CHARACTERS = 100_000
"""Of a block that spaCy sees at a time: it refuses a million, and slows long before. No paragraph comes near."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence, or the part of one that fits in a passage: `block.text[start:end]`."""

    block: Block
    start: int
    end: int

    @property
    def text(self) -> str:
        """Its words, as printed."""
        return self.block.text[self.start : self.end]

    @property
    def words(self) -> int:
        """How many words it has, counted by white space."""
        return len(self.text.split())

    @property
    def places(self) -> tuple[Place, ...]:
        """The printed lines that it stands on, whole; the block's own place where its lines are unknown."""
        lines = self.block.lines
        ends = [*(line.start for line in lines[1:]), len(self.block.text)]
        on = [line for line, end in zip(lines, ends, strict=False) if line.start < self.end and end > self.start]
        return tuple(Place(line.page, line.bbox) for line in on) or (Place(self.block.page, self.block.bbox),)


def pieces_of(blocks: Sequence[Block], nlp: Language, longest: int) -> list[list[Piece]]:
    """The sentences of each block, none of more than `longest` words: one list for each of `blocks`, in one pass of `nlp`."""
    stretches = [list(_stretches(block.text)) for block in blocks]
    texts = (block.text[start:end] for block, of in zip(blocks, stretches, strict=True) for start, end in of)
    docs = split_sentences(texts, nlp)
    return [
        [piece for start, _ in of for piece in _pieces(block, start, next(docs), longest)]
        for block, of in zip(blocks, stretches, strict=True)
    ]


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """The ranges in which spaCy sees a text: as a rule one; of an endless text many, each ended at a space where it has one."""
    start = 0
    while len(text) - start > MOST_CHARACTERS:
        space = text.rfind(" ", start, start + MOST_CHARACTERS)
        end = space + 1 if space > start else start + MOST_CHARACTERS
        yield start, end
        start = end
    yield start, len(text)


def _pieces(block: Block, offset: int, doc: Doc, longest: int) -> Iterator[Piece]:
    """The pieces of the stretch `doc`, which begins at `offset` of the block."""
    for sentence in doc.sents:
        start, end = _stripped(block.text, offset + sentence.start_char, offset + sentence.end_char)
        while start < end:
            cut = _fitting(block.text, start, end, longest)
            yield Piece(block, start, cut)
            start, end = _stripped(block.text, cut, end)


def _stripped(text: str, start: int, end: int) -> tuple[int, int]:
    """The range without white space at its ends."""
    part = text[start:end]
    return start + len(part) - len(part.lstrip()), start + len(part.rstrip())


def _fitting(text: str, start: int, end: int, longest: int) -> int:
    """Where to end a piece that begins at `start`: at `end`, or at the best break that leaves at most `longest` words."""
    words = text[start:end].split(maxsplit=longest)
    if len(words) <= longest:
        return end
    limit = end - len(words[-1])
    breaks = (_last_break(text, mark, start + (limit - start) // 2, limit) for mark in BREAKS)
    return next((found for found in breaks if found), limit)


def _last_break(text: str, mark: str, low: int, high: int) -> int | None:
    """The end of the last `mark` in `text[low:high]`."""
    found = text.rfind(mark, low, high)
    return found + len(mark.rstrip()) if found >= 0 else None


def running_text(pieces: Iterable[Piece]) -> tuple[str, list[int]]:
    """The pieces as one text, and the offset of each in it."""
    text, starts, last = "", [], None
    for piece in pieces:
        if last is not None and not (last.block is piece.block and last.end == piece.start):
            text += " "
        starts.append(len(text))
        text, last = text + piece.text, piece
    return text, starts
