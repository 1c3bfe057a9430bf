"""`evidence.csv`, of which only the pieces are written anew whose papers changed: the others are copied from the former one.

A piece is what stands of one owner. Its key names all that it was made from; keys and places of the pieces stand in `toestand.json`.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from pipeline.publish.csvfile import write_head, write_rows
from pipeline.publish.dictionary import dictionary
from pipeline.publish.tables import EvidenceBlock, Picture, block_rows, evidence_blocks

TABLE = "evidence"
FILE = f"{TABLE}.csv"
AT_ONCE = 1 << 20
"""Bytes that are copied at a time."""
Place = tuple[str, int, int]
"""The key of a piece, where it begins in the file, and its length; both in bytes."""


@dataclass(frozen=True, slots=True)
class FormerEvidence:
    """A file that was published before, and the places of its pieces by owner."""

    path: Path
    places: Mapping[str, Place]


def write_evidence(path: Path, picture: Picture, version: str, former: FormerEvidence | None) -> dict[str, Place]:
    """Write the table and return the places of its pieces. `version` names the program that makes them.

    Raises OSError, also where the former file is shorter than its places say.
    """
    places: dict[str, Place] = {}
    with path.open("wb") as out, former.path.open("rb") if former else io.BytesIO() as source:
        known = former.places if former else {}
        head = io.StringIO(newline="")
        write_head(head, dictionary()[TABLE])
        out.write(head.getvalue().encode())
        for block in evidence_blocks(picture):
            key, begin = _key(block, picture, version), out.tell()
            if block.code in known and known[block.code][0] == key:
                _copy(source, out, known[block.code])
            else:
                text = io.TextIOWrapper(out, encoding="utf-8", newline="")
                write_rows(text, dictionary()[TABLE], block_rows(block, picture))
                text.detach()
            places[block.code] = (key, begin, out.tell() - begin)
    return places


def _key(block: EvidenceBlock, picture: Picture, version: str) -> str:
    parts = hashlib.sha256(version.encode())
    for dossier in block.dossiers:
        mark = picture.marks[dossier.sha256]
        parts.update(f"\n{dossier.path}\t{dossier.sha256}\t{mark}".encode("utf-8", "backslashreplace"))
    return parts.hexdigest()


def _copy(source: BinaryIO, out: BinaryIO, place: Place) -> None:
    _, begin, length = place
    source.seek(begin)
    while length:
        piece = source.read(min(length, AT_ONCE))
        if not piece:
            raise OSError(f"{FILE} is korter dan toestand.json zegt")
        out.write(piece)
        length -= len(piece)
