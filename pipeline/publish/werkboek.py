"""`themamatrix.xlsx`: the published tables as one workbook for Excel, with filters, frozen heads, colours and a legend.

The same rows give the same bytes. No cell can be a formula: every text is stored as text, and stays so when it is edited.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from math import ceil
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from pipeline.dutch import day_in_words
from pipeline.publish.csvfile import FORMULA, SEPARATOR
from pipeline.publish.dictionary import TableDescription, dictionary
from pipeline.publish.overzicht import RunFacts
from pipeline.publish.tables import Row
from pipeline.publish.uiterlijk import CELLS, STATUSES, status_colour, status_words
from pipeline.themes.codebook import Theme

Sheet = Any
"""A write-only sheet of openpyxl, whose attributes exist only at run time."""
SHEETS = {
    "theme_matrix": "matrix",
    "documents": "documenten",
    "evidence": "bewijs",
    "motions": "moties",
    "regions": "regio's",
    "housing_only": "alleen huisvesting",
    "changes": "veranderingen",
}
"""Name of the sheet of each table, in their order in the workbook; the legend comes last."""
LEGEND = "legenda"
WIDTHS = {
    "gm_code": 10, "gm_codes": 16, "sha256": 14, "peildatum": 12, "datum": 12, "beleid_datum": 14, "geldig_tot": 12,
    "status": 17, "soort": 19, "oorzaak": 20, "thema": 14, "provincie": 15, "uitslag": 14, "zelfstandig": 26,
    "titel": 60, "beleid_titel": 60, "passage": 100, "reden": 60, "verzoeken": 80, "bestand": 40, "sectie": 45,
    "gemeenten": 40, "gemeente": 30, "regio": 26, "indieners": 30, "vervangt": 40, "uitleg": 100, "bbox": 24,
    "oud": 16, "nieuw": 16, "opvolging": 60, "wat": 24, "waarde of kolom": 26,
} | dict.fromkeys(Theme, 16)  # fmt: skip
"""Width of a column in characters, where its name alone would be too narrow."""
LONG = {name for name, width in WIDTHS.items() if width >= 40}
"""Columns whose text goes on in the next line of the cell."""
LINE_HEIGHT, HIGHEST = 15, 405
"""Height of one line of text, and of the highest row that Excel allows, in points."""
ROOM = 1.05
"""Lines are not filled to the end: words are not broken."""
PRINTED = {"theme_matrix": "handhaving"}
"""Last column on paper of a table that is too wide for it."""
DAY_FORMAT = "dd-mm-yyyy"
CHANCE_FORMAT = "0.00"
LONGEST = 32_767
"""As many characters as Excel allows in a cell."""
FORBIDDEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What XML cannot hold."""
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class _Look:
    """How a cell looks: text that goes on in the next line, centred, its colour (RRGGBB), its number format; a head is dark."""

    wrapped: bool = False
    centred: bool = False
    colour: str | None = None
    form: str = "General"
    head: bool = False
    quoted: bool = False
    """Whether Excel is told that it is text however it begins, also when someone edits it."""


HEAD = _Look(wrapped=True, colour="3D3A36", head=True)


class _Pen:
    """Writes the cells of one workbook. A style that was made once serves again: making one takes longer than writing the cell."""

    def __init__(self) -> None:
        self._styles: dict[_Look, StyleArray] = {}

    def cell(self, sheet: Sheet, value: Any, look: _Look) -> Cell:
        """The value as a cell; no text is ever a formula."""
        content = _content(value)
        cell = WriteOnlyCell(sheet, content)
        if isinstance(content, str):
            cell.data_type = "s"  # openpyxl would take "=…" for a formula and "#N/A" for an error
            look = replace(look, quoted=True) if content.startswith(FORMULA) else look
        if look not in self._styles:
            self._styles[look] = _style(sheet, look)
        cell._style = self._styles[look]
        return cell


def _style(sheet: Sheet, look: _Look) -> StyleArray:
    cell = WriteOnlyCell(sheet)
    cell.alignment = Alignment("center" if look.centred else None, vertical="top", wrap_text=look.wrapped)
    cell.number_format = look.form
    cell.quotePrefix = look.quoted
    if look.head:
        cell.font = Font(name="Calibri", size=11, bold=True, color="FFFFFF")
    else:
        cell.border = Border(bottom=Side("thin", color="E3DED5"))
    if look.colour:
        cell.fill = PatternFill("solid", start_color=look.colour)
    return cell._style


def workbook_bytes(tables: Mapping[str, Sequence[Row]], facts: RunFacts) -> bytes:
    """Return the workbook of the published rows, by table name."""
    book = Workbook(write_only=True)
    book.properties.creator = "themaspin"
    book.properties.title = f"Themamatrix {facts.area}, {day_in_words(facts.day)}"
    book.properties.created = book.properties.modified = datetime(facts.day.year, facts.day.month, facts.day.day)
    pen = _Pen()
    for name, sheet_name in SHEETS.items():
        _write_table(pen, book.create_sheet(sheet_name), dictionary()[name], tables[name])
    _write_legend(pen, book.create_sheet(LEGEND), facts)
    return _packed(book)


def _write_table(pen: _Pen, sheet: Sheet, table: TableDescription, rows: Sequence[Row]) -> None:
    _lay_out(pen, sheet, table.header, "D2" if table.name == "theme_matrix" else "A2")
    last = get_column_letter(len(table.header))
    sheet.auto_filter.ref = f"A1:{last}{len(rows) + 1}"
    if table.name in PRINTED:
        sheet.print_area = f"A1:{get_column_letter(table.header.index(PRINTED[table.name]) + 1)}{len(rows) + 1}"
    for number, row in enumerate(rows, 2):
        sheet.row_dimensions[number].height = _height(row)
        sheet.append([pen.cell(sheet, row[name], _look(name, row[name])) for name in table.header])


def _lay_out(pen: _Pen, sheet: Sheet, header: Sequence[str], frozen: str = "A2") -> None:
    """The head, which stays in sight, and the widths of its columns; on paper landscape A4, the head on every page."""
    sheet.freeze_panes = frozen
    for number, name in enumerate(header, 1):
        sheet.column_dimensions[get_column_letter(number)].width = WIDTHS.get(name, max(10, len(name) + 4))
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    sheet.append([pen.cell(sheet, name, HEAD) for name in header])


def _height(row: Mapping[str, Any]) -> int:
    """High enough for the longest of its long texts; not every program finds that out by itself."""
    texts = ((name, str(_content(row[name]) or "")) for name in LONG & row.keys())
    lines = (sum(ceil((len(line) + 1) / WIDTHS[name] * ROOM) for line in text.split("\n")) for name, text in texts)
    return min(HIGHEST, LINE_HEIGHT * max(1, *lines, 1))


def _look(column: str, value: Any) -> _Look:
    number = isinstance(value, int | float) and not isinstance(value, bool)
    form = DAY_FORMAT if isinstance(value, date) else CHANCE_FORMAT if isinstance(value, float) else "General"
    return _Look(column in LONG, number, _colour(column, value), form)


def _colour(column: str, value: Any) -> str | None:
    if column in set(Theme) and isinstance(value, str):
        return CELLS[value].colour
    return status_colour(value) if column == "status" and value in STATUSES else None


def _content(value: Any) -> Any:
    """The value as Excel knows it: number, day, or a text that XML can hold and a cell has room for."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return value
    if isinstance(value, int | float):
        return value
    joined = SEPARATOR.join(map(str, value)) if isinstance(value, list | tuple) else str(value)
    text = FORBIDDEN.sub("", joined)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"


def _write_legend(pen: _Pen, sheet: Sheet, facts: RunFacts) -> None:
    _lay_out(pen, sheet, ("wat", "waarde of kolom", "uitleg"))
    for number, (what, value, meaning, colour) in enumerate(_legend(facts), 2):
        sheet.row_dimensions[number].height = _height({"uitleg": meaning})
        looks = (_Look(), _Look(colour=colour), _Look(wrapped=True))
        sheet.append([pen.cell(sheet, *one) for one in zip((what, value, meaning), looks, strict=True)])


def _legend(facts: RunFacts) -> Iterator[tuple[str, str, str, str | None]]:
    """What is explained, its value, the explanation, and the colour it has in the sheets."""
    yield "peildatum", facts.day.isoformat(), "de tabellen zeggen wat op deze dag gold", None
    yield "gebied", facts.area, "alle gemeenten van deze provincies staan in de matrix", None
    yield (
        "let op",
        "",
        "een cel is een aanwijzing om te lezen en te bellen; hoor de gemeente voor u een conclusie trekt",
        None,
    )
    measured = facts.card.get("achtergehouden")
    if measured:
        score = f"{measured['macro_f1']:.2f}".replace(".", ",")
        yield (
            "gemeten",
            f"F1 {score}",
            "van de classifier, 0 tot 1, gemiddeld over de thema's, op achtergehouden passages",
            None,
        )
    for part, version in facts.versions.items():
        yield "versie", f"{part} {version}", "", None
    for value, look in CELLS.items():
        yield "cel van een thema", value, look.meaning, look.colour
    for status, meaning in STATUSES.items():
        yield "status", status, f"{status_words(status)}: {meaning}", status_colour(status)
    for name, sheet in SHEETS.items():
        for column in dictionary()[name].columns:
            yield f"blad {sheet}", column.name, column.meaning, None


def _packed(book: Workbook) -> bytes:
    """The workbook as a file in which nothing tells the time: openpyxl would note when it was saved, and so would the archive."""
    drawn = io.BytesIO()
    with zipfile.ZipFile(drawn, "w") as archive:
        ExcelWriter(book, archive).write_data()
    packed = io.BytesIO()
    with zipfile.ZipFile(drawn) as parts, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in _in_order(parts.namelist()):
            archive.writestr(zipfile.ZipInfo(name, ZIP_DAY), parts.read(name), zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _in_order(names: Iterable[str]) -> list[str]:
    """The list of contents first, as readers that look at the first bytes expect."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
