"""`evidence.csv`, of which only the pieces are written anew whose papers changed: the others are copied from the former one.

A piece is what stands of one owner. Its key names all that it was made from; keys and places of the pieces stand in `toestand.json`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import BinaryIO, NamedTuple

from pipeline.publish.csvfile import read_rows, write_head, write_rows
from pipeline.publish.dictionary import dictionary
from pipeline.publish.tables import EvidenceBlock, Picture, Row, block_rows, evidence_blocks

TABLE = "evidence"
FILE = f"{TABLE}.csv"
AT_ONCE = 1 << 20
"""Bytes that are copied at a time."""
STRONGEST = 50
"""So many passages of each municipality and theme the workbook holds, the strongest; `evidence.csv` has all of them."""


class PiecePlace(NamedTuple):
    """The key of a piece, where it begins in the file, and its length; and of its strongest rows, theme by theme, where they begin
    in the piece and their length; all in bytes."""

    key: str
    begin: int
    length: int
    strongest: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class FormerEvidence:
    """A file that was published before, and the places of its pieces by owner."""

    path: Path
    places: Mapping[str, PiecePlace]


def write_evidence(path: Path, picture: Picture, version: str, former: FormerEvidence | None) -> dict[str, PiecePlace]:
    """Write the table and return the places of its pieces. `version` names the program that makes them.

    Raises OSError, also where the former file is shorter than its places say.
    """
    places: dict[str, PiecePlace] = {}
    with path.open("wb") as out, former.path.open("rb") if former else io.BytesIO() as source:
        known = former.places if former else {}
        head = io.StringIO(newline="")
        write_head(head, dictionary()[TABLE])
        out.write(head.getvalue().encode())
        for block in evidence_blocks(picture):
            key, begin = _key(block, picture, version), out.tell()
            if block.code in known and known[block.code].key == key:
                _copy(source, out, known[block.code])
                strongest = known[block.code].strongest
            else:
                strongest = _write(out, block_rows(block, picture))
            places[block.code] = PiecePlace(key, begin, out.tell() - begin, strongest)
    return places


def _write(out: BinaryIO, rows: Iterable[Row]) -> tuple[tuple[int, int], ...]:
    """Write the rows of a piece, and return the places of its strongest ones."""
    begin, strongest = out.tell(), []
    for _, group in groupby(rows, key=lambda row: row["thema"]):
        of_theme, start = list(group), out.tell()
        _append(out, of_theme[:STRONGEST])
        strongest.append((start - begin, out.tell() - start))
        _append(out, of_theme[STRONGEST:])
    return tuple(strongest)


def _append(out: BinaryIO, rows: Iterable[Row]) -> None:
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    write_rows(text, dictionary()[TABLE], rows)
    text.detach()


def strongest_rows(path: Path, places: Iterable[PiecePlace]) -> Iterator[Row]:
    """Return of published evidence what the workbook holds: of each owner and theme the first rows, which are the strongest.

    Raises OSError.
    """
    with path.open("rb") as source:
        for place in places:
            for offset, length in place.strongest:
                source.seek(place.begin + offset)
                yield from read_rows(dictionary()[TABLE], source.read(length).decode())


def _key(block: EvidenceBlock, picture: Picture, version: str) -> str:
    parts = hashlib.sha256(version.encode())
    for dossier in block.dossiers:
        mark = picture.marks[dossier.sha256]
        holds, holder = block.in_force(dossier), block.counts_for(dossier)
        parts.update(
            f"\n{dossier.path}\t{dossier.sha256}\t{mark}\t{holds}\t{holder}".encode("utf-8", "backslashreplace")
        )
    return parts.hexdigest()


def _copy(source: BinaryIO, out: BinaryIO, place: PiecePlace) -> None:
    length = place.length
    source.seek(place.begin)
    while length:
        piece = source.read(min(length, AT_ONCE))
        if not piece:
            raise OSError(f"{FILE} is korter dan toestand.json zegt")
        out.write(piece)
        length -= len(piece)
