"""Labelled passages: reading them from JSON lines, with errors that name the file and the line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.foundation.json_lines import JsonLinesError, json_lines
from pipeline.themes.codebook import Strength, Theme

_KNOWN = f"thema's: {', '.join(Theme)}; sterkte: {', '.join(Strength)}"


class LabelledError(Exception):
    """A file of passages cannot be used; the message (Dutch) names file, line and what is wrong."""


@dataclass(frozen=True, slots=True)
class LabelledPassage:
    """A passage with the themes a reader gave it.

    `paper` groups passages that must never be split over training and test; `writer` is the file it stands in: one writer, in one
    family of registers.
    """

    id: str
    text: str
    labels: frozenset[Theme]
    strength: Strength | None
    paper: str
    soort: str
    writer: str = field(default="", compare=False)


def read_rows(path: Path, *, needs_text: bool = True) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield line number and object of each line of a JSON lines file. Raises LabelledError."""
    try:
        for number, row in json_lines(path):
            if "id" not in row or (needs_text and not isinstance(row.get("text"), str)):
                raise LabelledError(f'{path}, regel {number}: verwacht {{"id": …, "text": "…"}}')
            yield number, row
    except JsonLinesError as error:
        raise LabelledError(str(error)) from None


def read_labelled(path: Path) -> list[LabelledPassage]:
    """Return the labelled passages of one file. Raises LabelledError."""
    return [_labelled(path, number, row) for number, row in read_rows(path)]


def read_corpus(folder: Path) -> list[LabelledPassage]:
    """Return all labelled passages under `folder`, by file name. Raises LabelledError, also where there are none."""
    passages = [passage for path in sorted(folder.glob("*.jsonl")) for passage in read_labelled(path)]
    if not passages:
        raise LabelledError(f"{folder}: geen gelabelde passages (*.jsonl) gevonden")
    seen: set[str] = set()
    for passage in passages:
        if passage.id in seen:
            raise LabelledError(f"{folder}: id {passage.id!r} komt twee keer voor")
        seen.add(passage.id)
    return passages


LEAST_WORDS = 15
"""A shorter text of a paper is a line of a list or a table, which no passage consists of alone."""


def read_paper_texts(folder: Path) -> list[LabelledPassage]:
    """Return the texts of the labelled papers under `folder` as passages, those of LEAST_WORDS and more. Raises LabelledError, also
    where there are none.
    """
    rows = (
        (path, number, row)
        for path in sorted(folder.glob("*.jsonl"))
        for number, row in read_rows(path, needs_text=False)
    )
    passages = [passage for path, number, row in rows for passage in _texts_of(path, number, row)]
    if not passages:
        raise LabelledError(f"{folder}: geen gelabelde papieren (*.jsonl) gevonden")
    return passages


def _texts_of(path: Path, number: int, row: dict[str, Any]) -> Iterator[LabelledPassage]:
    """Yield the texts of one paper, by its place in it. Raises LabelledError."""
    blocks = row.get("blokken")
    if not isinstance(blocks, list) or not all(isinstance(block, dict) for block in blocks):
        raise LabelledError(f'{path}, regel {number}: verwacht {{"id": …, "blokken": [{{"tekst": …}}, …]}}')
    for place, block in enumerate(blocks):
        text = str(block.get("tekst") or "")
        if len(text.split()) >= LEAST_WORDS:
            made = {"id": f"{row['id']}/{place}", "text": text, "paper": row["id"], "soort": row.get("bouw")}
            yield _labelled(
                path, number, made | {"labels": block.get("labels") or (), "strength": block.get("sterkte")}
            )


def _labelled(path: Path, number: int, row: dict[str, Any]) -> LabelledPassage:
    try:
        labels = frozenset(Theme(label) for label in row["labels"])
        strength = Strength(row["strength"]) if row.get("strength") else None
    except KeyError:
        raise LabelledError(f"{path}, regel {number}: 'labels' ontbreekt") from None
    except (TypeError, ValueError):
        raise LabelledError(f"{path}, regel {number}: onbekend thema of onbekende sterkte; {_KNOWN}") from None
    paper = str(row.get("paper") or row.get("source") or row["id"])
    return LabelledPassage(
        str(row["id"]), row["text"], labels, strength, paper, str(row.get("soort") or "onbekend"), path.stem
    )
