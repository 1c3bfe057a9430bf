"""`themamatrix.xlsx`: the published tables as one workbook for Excel, with filters, frozen heads, colours and a legend.

The same rows give the same bytes. No cell can be a formula: every text is stored as text, and stays so when it is edited.
"""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from openpyxl import Workbook
from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from pipeline.foundation.dutch import day_in_words
from pipeline.publish.bulletin import RunFacts
from pipeline.publish.dictionary import dictionary
from pipeline.publish.evidencefile import STRONGEST
from pipeline.publish.sheetrows import HIGHEST, LINE_HEIGHT, Column, Look, RowWriter, content, lines_of
from pipeline.publish.tables import Row
from pipeline.publish.uiterlijk import CELLS, STATUSES, status_colour
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
    "titel": 60, "beleid_titel": 60, "ouder_beleid": 60, "passage": 100, "reden": 60, "verzoeken": 80, "bestand": 40, "sectie": 45,
    "gemeenten": 40, "gemeente": 30, "regio": 26, "indieners": 30, "vervangt": 40, "uitleg": 100, "bbox": 24, "geldend": 9, "telt_voor": 10,
    "oud": 16, "nieuw": 16, "opvolging": 60, "begonnen": 40, "geeindigd": 40, "waardoor": 60, "wat": 24, "waarde of kolom": 26,
} | dict.fromkeys(Theme, 16)  # fmt: skip
"""Width of a column in characters, where its name alone would be too narrow."""
LONG = {name: width for name, width in WIDTHS.items() if width >= 40}
"""Columns whose text goes on in the next line of the cell."""
PRINTED = {"theme_matrix": "handhaving"}
"""Last column on paper of a table that is too wide for it."""
ZIP_DAY = (1980, 1, 1, 0, 0, 0)


HEAD = Look(wrapped=True, colour="3D3A36", head=True)


class _Pen:
    """Knows the styles of one workbook. One that was made serves again: making it takes longer than writing a cell."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._styles: dict[Look, Cell] = {}

    def number(self, look: Look) -> int:
        """The number under which the workbook knows a look."""
        return self._styled(look).style_id

    def cell(self, sheet: Sheet, text: str, look: Look) -> Cell:
        """A text as a cell of openpyxl; never a formula."""
        cell = WriteOnlyCell(sheet, content(text))
        if text:
            cell.data_type = "s"  # openpyxl would take "=…" for a formula and "#N/A" for an error
        cell._style = self._styled(look)._style
        return cell

    def _styled(self, look: Look) -> Cell:
        if look not in self._styles:
            self._styles[look] = _styled_cell(self._sheet, look)
        return self._styles[look]


def _styled_cell(sheet: Sheet, look: Look) -> Cell:
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
    return cell


def write_workbook(path: Path, tables: Mapping[str, Iterable[Row]], facts: RunFacts) -> None:
    """Write the workbook of the published rows, by table name; no table is held in memory as a whole. Raises OSError."""
    book = Workbook(write_only=True)
    book.properties.creator = "themaspin"
    book.properties.title = f"Themamatrix {facts.area}, {day_in_words(facts.day)}"
    book.properties.created = book.properties.modified = datetime(facts.day.year, facts.day.month, facts.day.day)
    sheets = {name: book.create_sheet(sheet_name) for name, sheet_name in SHEETS.items()}
    pen = _Pen(sheets["theme_matrix"])
    writer = RowWriter(pen.number)
    with contextlib.ExitStack() as stack:
        written: list[BinaryIO] = []
        for name, sheet in sheets.items():
            header = dictionary()[name].header
            rows = stack.enter_context(tempfile.TemporaryFile(dir=path.parent))
            last = writer.write(rows, [Column(one, LONG.get(one), _colour_of(one)) for one in header], tables[name])
            _lay_out(pen, sheet, header, "D2" if name == "theme_matrix" else "A2")
            sheet.auto_filter.ref = f"A1:{get_column_letter(len(header))}{last}"
            if name in PRINTED:
                sheet.print_area = f"A1:{get_column_letter(header.index(PRINTED[name]) + 1)}{last}"
            written.append(rows)
        _write_legend(pen, book.create_sheet(LEGEND), facts)
        _pack(path, book, written)


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


def _colour_of(column: str) -> Callable[[str], str | None] | None:
    """What gives the texts of a column their colour, where they have one."""
    if column in set(Theme):
        return lambda text: CELLS[text].colour
    return (lambda text: status_colour(text) if text in STATUSES else None) if column == "status" else None


def _write_legend(pen: _Pen, sheet: Sheet, facts: RunFacts) -> None:
    _lay_out(pen, sheet, ("wat", "waarde of kolom", "uitleg"))
    for number, (what, value, meaning, colour) in enumerate(_legend(facts), 2):
        sheet.row_dimensions[number].height = min(HIGHEST, LINE_HEIGHT * lines_of(meaning, WIDTHS["uitleg"]))
        looks = (Look(), Look(colour=colour), Look(wrapped=True))
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
    yield (
        f"blad {SHEETS['evidence']}",
        f"hoogstens {STRONGEST}",
        f"van elke gemeente en elk thema staan hier de {STRONGEST} sterkste passages: hoogste niveau eerst, dan hoogste score; "
        "alle passages staan in evidence.csv",
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
    for status, look in STATUSES.items():
        yield "status", status, f"{look.words}: {look.meaning}", status_colour(status)
    for name, sheet in SHEETS.items():
        for column in dictionary()[name].columns:
            yield f"blad {sheet}", column.name, column.meaning, None


def _pack(path: Path, book: Workbook, rows: Sequence[BinaryIO]) -> None:
    """Write the workbook, with their rows in its first sheets, as a file in which nothing tells the time: openpyxl would note when
    it was saved, and so would the archive."""
    drawn = io.BytesIO()
    with zipfile.ZipFile(drawn, "w") as archive:
        ExcelWriter(book, archive).write_data()
    filled = {f"xl/worksheets/sheet{number}.xml": rows for number, rows in enumerate(rows, 1)}
    with zipfile.ZipFile(drawn) as parts, zipfile.ZipFile(path, "w") as archive:
        for name in _in_order(parts.namelist()):
            part = zipfile.ZipInfo(name, ZIP_DAY)
            part.compress_type = zipfile.ZIP_DEFLATED
            with archive.open(part, "w") as out:
                before, end, after = parts.read(name).partition(b"</sheetData>")
                out.write(before)
                if name in filled:
                    filled[name].seek(0)
                    shutil.copyfileobj(filled[name], out)
                out.write(end + after)


def _in_order(names: Iterable[str]) -> list[str]:
    """The list of contents first, as readers that look at the first bytes expect."""
    return sorted(names, key=lambda name: (name != "[Content_Types].xml", name))
