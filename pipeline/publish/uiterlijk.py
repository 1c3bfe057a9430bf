"""How the six values of a cell and the eight statuses look and what they mean, one source for page, text, workbook and website.

Every value has a sign and a word as well as a colour, so that nothing depends on seeing colours.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from pipeline.coverage.municipality import CellValue, Status
from pipeline.foundation.dutch import listed
from pipeline.language.municipalities import province_named, provinces


@dataclass(frozen=True, slots=True)
class CellLook:
    """A value of a cell: its sign, its colour (RRGGBB), and what it means."""

    sign: str
    colour: str
    meaning: str


CELLS: Mapping[str, CellLook] = {
    CellValue.COVERED: CellLook("●", "9CCFC4", "doel of maatregel, op eigen benen, in geldend beleid"),
    CellValue.DERIVED: CellLook("◐", "FAD9B0", "alleen in dienst van de huisvestingsregels"),
    CellValue.NOT_COVERED: CellLook(
        "○", "F1EDE6", "er is geen geldend beleid, of het zegt er niets over of beschrijft het alleen"
    ),
    CellValue.UNCERTAIN: CellLook(
        "?", "F8EFBE", "geen zeker bewijs, wel een grote kans dat het thema gedekt is: lees het zelf"
    ),
    CellValue.UNREADABLE: CellLook("×", "DCDCDC", "de stukken van de gemeente konden niet worden gelezen"),
    CellValue.NO_PAPERS: CellLook(
        "–", "FFFFFF", "van of over de gemeente is niets gezien dat er op de peildatum al was"
    ),
}


@dataclass(frozen=True, slots=True)
class StatusLook:
    """A status: its letter; its words in a legend or a table; its colour (#rrggbb), the lines over it (path in a tile of 12 by 12) and
    their ink; its words where nothing beside it says that they are about policy; and what it means."""

    letter: str
    words: str
    colour: str
    lines: str = ""
    ink: str = "#3d3a36"
    in_full: str = ""
    meaning: str = ""


STATUSES: Mapping[str, StatusLook] = {
    Status.INTEGRAL: StatusLook(
        "I",
        "integraal",
        "#4f9d8f",
        in_full="integraal beleid",
        meaning="actueel beleid waarin huisvesting, arbeidsmarkt en zorg of registratie op eigen benen staan",
    ),
    Status.PARTIAL: StatusLook(
        "D",
        "deels",
        "#b5dbd2",
        "M-3 9l6 6M-3-3l18 18M9-3l6 6",
        "#4f9d8f",
        "deels",
        "actueel beleid dat niet integraal is en niet alleen huisvesting: ook als geen enkel thema op eigen benen staat",
    ),
    Status.HOUSING: StatusLook(
        "H",
        "alleen huisvesting",
        "#f2a65a",
        "M3 3h2v2h-2zM9 9h2v2h-2z",
        "#8a4b08",
        "alleen huisvesting",
        "actueel beleid waarin alleen huisvesting op eigen benen staat",
    ),
    Status.IN_DEVELOPMENT: StatusLook(
        "O",
        "in ontwikkeling",
        "#f6e8a8",
        "M0 6h12",
        "#b89b2e",
        "in ontwikkeling",
        "een eigen concept, een aankondiging of een aangenomen motie die om beleid vraagt",
    ),
    Status.OUTDATED: StatusLook(
        "V",
        "verouderd",
        "#cfc3dc",
        "M3 0v12M9 0v12",
        "#9d8bb3",
        "verouderd beleid",
        "alleen ouder beleid dat nog geldt",
    ),
    Status.NONE: StatusLook(
        "G",
        "geen beleid",
        "#ece7df",
        "M-3 3l6-6M-3 15l18-18M9 15l6-6",
        "#c9bfb1",
        "geen beleid",
        "wel stukken gezien, geen eigen geldend beleid",
    ),
    Status.UNREADABLE: StatusLook(
        "?",
        "onleesbaar",
        "#dcdcdc",
        "M0 0l12 12M0 12l12-12",
        "#9a9a9a",
        "onleesbaar",
        "de enige stukken konden niet worden gelezen",
    ),
    Status.NO_PAPERS: StatusLook(
        "–",
        "geen documenten",
        "#ffffff",
        in_full="geen documenten",
        meaning="niets gezien dat er op de peildatum al was",
    ),
}
"""By the words of column `status`, in the order of the legend."""


def status_words(status: str) -> str:
    """The words for a status in a legend or a table: "alleen huisvesting" for `huisvesting`."""
    return STATUSES[status].words


def status_in_full(status: str) -> str:
    """The words for a status that stands by itself: "verouderd beleid" for `verouderd`."""
    return STATUSES[status].in_full


def status_colour(status: str) -> str:
    """Its colour on the map (RRGGBB)."""
    return STATUSES[status].colour.removeprefix("#").upper()


def area_in_words(names: Collection[str]) -> str:
    """Return provinces in words; all of them together are the country, and none chosen are all. Raises OnbekendeProvincie."""
    chosen = list(dict.fromkeys(map(province_named, names)))
    return "Nederland" if len(chosen) in (0, len(provinces())) else listed(chosen)
