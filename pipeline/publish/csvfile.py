"""Writing a table as CSV: UTF-8, commas, ISO dates, lists joined with `|`, and nothing that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from pipeline.publish.dictionary import TableDescription

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""First characters by which a spreadsheet takes a text for a formula."""
SEPARATOR = "|"
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


class ColumnMismatch(Exception):
    """A row has other columns than the data dictionary says: a fault of ours."""


def csv_text(table: TableDescription, rows: Iterable[Mapping[str, Any]]) -> str:
    """Return the rows as CSV in the order of the table's columns. Raises ColumnMismatch."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(table.header)
    for row in rows:
        if set(row) != set(table.header):
            raise ColumnMismatch(f"{table.name}: {sorted(set(row) ^ set(table.header))}")
        writer.writerow([cell(row[name]) for name in table.header])
    return out.getvalue()


def cell(value: Any) -> str:
    """Return a value as it stands in a CSV."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (int, float)):
        return str(value)
    if isinstance(value, (list, tuple)):
        return _harmless(SEPARATOR.join(str(part).replace(SEPARATOR, "/") for part in value))
    return _harmless(str(value))


def _harmless(text: str) -> str:
    """A text that starts like a formula gets an apostrophe in front; a control character could not be stored by a spreadsheet."""
    clean = _CONTROL.sub("", text)
    return f"'{clean}" if clean.lstrip(" \n").startswith(FORMULA) else clean
