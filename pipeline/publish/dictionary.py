"""The data dictionary (`tabellen.toml`): the one place where published columns are named and described."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

DESCRIPTION = (
    "Welke van vijf thema's (huisvesting, arbeidsmarkt, registratie, zorg, handhaving) gemeentelijk beleid over arbeidsmigratie "
    "dekt op een peildatum, met het bewijs. Lijsten in een cel zijn gescheiden door |. Een tekst die met een teken van een formule "
    "begint heeft er een apostrof voor, ook in een lijst."
)
LICENCE = {"name": "EUPL-1.2", "title": "European Union Public Licence 1.2"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its Table Schema type, what it means (Dutch), and all its values where they are few."""

    name: str
    type: str
    meaning: str
    values: tuple[str, ...] = ()

    @property
    def joined(self) -> bool:
        """Whether a cell holds a list, of which the meaning says that `|` parts it."""
        return "|" in self.meaning


@dataclass(frozen=True, slots=True)
class TableDescription:
    """A published table: `name` without `.csv`; `refers` pairs a column with the table in which that column names a row."""

    name: str
    title: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    refers: tuple[tuple[str, str], ...] = ()

    @property
    def header(self) -> tuple[str, ...]:
        """The names of its columns, in order."""
        return tuple(column.name for column in self.columns)


@cache
def dictionary() -> dict[str, TableDescription]:
    """Return every published table by name, in the order of the file."""
    return described("tabellen.toml")


def described(file: str) -> dict[str, TableDescription]:
    """Return the tables that a file of this package describes, by name, in the order of the file."""
    text = resources.files("pipeline.publish").joinpath(file).read_text(encoding="utf-8")
    return {name: _table(name, entry) for name, entry in tomllib.loads(text).items()}


def _table(name: str, entry: dict[str, Any]) -> TableDescription:
    columns = (
        Column(column["naam"], column["soort"], column["uitleg"], tuple(column.get("waarden", ())))
        for column in entry["kolommen"]
    )
    refers = tuple(entry.get("verwijst", {}).items())
    return TableDescription(name, entry["titel"], tuple(entry.get("sleutel", ())), tuple(columns), refers)


def data_package(version: str) -> dict[str, Any]:
    """Return the descriptor that `datapackage.json` holds (Frictionless Data Package)."""
    return {
        "name": "themaspin",
        "title": "Thema's van arbeidsmigratie in gemeentelijk beleid",
        "description": DESCRIPTION,
        "version": version,
        "licenses": [LICENCE],
        "resources": [_resource(table) for table in dictionary().values()],
    }


def _resource(table: TableDescription) -> dict[str, Any]:
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns], "missingValues": [""]}
    if table.key:
        schema["primaryKey"] = list(table.key)
    if table.refers:
        schema["foreignKeys"] = [_reference(column, other) for column, other in table.refers]
    return {
        "name": _slug(table.name),
        "path": f"{table.name}.csv",
        "title": table.title,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _slug(table: str) -> str:
    return table.replace("_", "-")


def _reference(column: str, table: str) -> dict[str, Any]:
    return {"fields": column, "reference": {"resource": _slug(table), "fields": column}}


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.type, "description": column.meaning}
    if column.values:
        field["constraints"] = {"enum": list(column.values)}
    return field
