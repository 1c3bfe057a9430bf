"""A table as CSV: UTF-8, commas, ISO dates, lists joined with `|`, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TextIO

from pipeline.publish.dictionary import TableDescription

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet takes a text for a formula."""
_MAY_BEGIN = {*FORMULA, " ", "\n"}
SEPARATOR = "|"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_LINE_END = re.compile(r"\r\n?")


class ColumnMismatch(Exception):
    """A row has other columns than the data dictionary says: a fault of ours."""


def csv_text(table: TableDescription, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows as CSV in the order of the table's columns. Raises ColumnMismatch."""
    out = io.StringIO(newline="")
    write_head(out, table)
    write_rows(out, table, rows)
    return out.getvalue()


def write_csv(path: Path, table: TableDescription, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write the rows as a CSV file, one at a time. Raises ColumnMismatch, OSError."""
    with path.open("w", encoding="utf-8", newline="") as out:
        write_head(out, table)
        write_rows(out, table, rows)


def write_head(out: TextIO, table: TableDescription) -> None:
    """Write the names of the columns."""
    csv.writer(out, lineterminator="\n").writerow(table.header)


def write_rows(out: TextIO, table: TableDescription, rows: Iterable[Mapping[str, Any]]) -> None:
    """Write rows below those that are there. Raises ColumnMismatch."""
    writer, header = csv.writer(out, lineterminator="\n"), table.header
    columns = set(header)
    for row in rows:
        if row.keys() != columns:
            raise ColumnMismatch(f"{table.name}: {sorted(row.keys() ^ columns)}")
        writer.writerow([cell(row[name]) for name in header])


@dataclass(frozen=True, slots=True)
class CsvTable:
    """The rows of a table that was written, as often as one goes through them: numbers and days as such, lists as they are joined,
    an empty cell as None, and no apostrophe before what looks like a formula."""

    path: Path
    table: TableDescription

    def __iter__(self) -> Iterator[dict[str, Any]]:
        """Read row by row. Raises OSError."""
        with self.path.open(encoding="utf-8", newline="") as lines:
            rows = csv.reader(lines)
            next(rows)
            yield from _as_read(self.table, rows)


def read_rows(table: TableDescription, text: str) -> Iterator[dict[str, Any]]:
    """Return rows as `CsvTable` does, of a part of its file that begins and ends with a row."""
    return _as_read(table, csv.reader(io.StringIO(text, newline="")))


def _as_read(table: TableDescription, rows: Iterable[Sequence[str]]) -> Iterator[dict[str, Any]]:
    names = table.header
    readers = [_plain_parts if column.joined else _READERS.get(column.type, _plain) for column in table.columns]
    for row in rows:
        yield {name: read(text) if text else None for name, read, text in zip(names, readers, row, strict=True)}


def cell(value: Any) -> str:
    """Return a value as it stands in a CSV."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _harmless(value)
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return _joined([str(part).replace(SEPARATOR, "/") for part in value])
    return _harmless(str(value))


def parts_of(joined: str | None) -> list[str]:
    """Return the parts of a list as it stands in a CSV."""
    return joined.split(SEPARATOR) if joined else []


def _joined(parts: Sequence[str]) -> str:
    """A list that holds nothing but numbers is no formula, also where the first is negative."""
    if all(map(_NUMBER.fullmatch, parts)):
        return SEPARATOR.join(parts)
    return _harmless(SEPARATOR.join(map(_part, parts)))


def _part(text: str) -> str:
    """A part of a list as the same text stands in a cell of its own, so that the two can be matched; a number stays a number."""
    return text if _NUMBER.fullmatch(text) else _harmless(text)


def _harmless(text: str) -> str:
    """A text that starts like a formula gets an apostrophe in front; a control character could not be stored by a spreadsheet. Line
    ends are `\\n`: a bare carriage return is not quoted by `csv` and would end the row."""
    # most texts are printable through and through: there is nothing to be taken out
    clean = text if text.isprintable() else _LINE_END.sub("\n", _CONTROL.sub("", text))
    return f"'{clean}" if _is_formula(clean) else clean


def _is_formula(text: str) -> bool:
    return text[:1] in _MAY_BEGIN and text.lstrip(" \n").startswith(FORMULA)


def _plain(text: str) -> str:
    return text[1:] if text[0] == "'" and _is_formula(text[1:]) else text


def _plain_parts(joined: str) -> str:
    return SEPARATOR.join(_plain(part) if part else part for part in joined.split(SEPARATOR))


_READERS: Mapping[str, Callable[[str], Any]] = {"integer": int, "number": float, "date": date.fromisoformat}
csv.field_size_limit(sys.maxsize)  # a passage may be as long as a paper
