"""How the six values of a cell and the eight statuses look and what they mean, one source for page, text, workbook and website.

Every value has a sign and a word as well as a colour, so that nothing depends on seeing colours.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pipeline.coverage.municipality import CellValue, Status
from pipeline.publish.kaart import LOOKS


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

STATUSES: Mapping[str, str] = {
    Status.INTEGRAL: "actueel beleid waarin huisvesting, arbeidsmarkt en zorg of registratie op eigen benen staan",
    Status.PARTIAL: "actueel beleid dat niet integraal is en niet alleen huisvesting: ook als geen enkel thema op eigen benen staat",
    Status.HOUSING: "actueel beleid waarin alleen huisvesting op eigen benen staat",
    Status.IN_DEVELOPMENT: "een eigen concept, een aankondiging of een aangenomen motie die om beleid vraagt",
    Status.OUTDATED: "alleen ouder beleid dat nog geldt",
    Status.NONE: "wel stukken gezien, geen eigen geldend beleid",
    Status.UNREADABLE: "de enige stukken konden niet worden gelezen",
    Status.NO_PAPERS: "niets gezien dat er op de peildatum al was",
}
"""What each status means, in the order of the legend."""


def status_words(status: str) -> str:
    """The words for a status: "alleen huisvesting" for `huisvesting`."""
    return LOOKS[status].words


def status_colour(status: str) -> str:
    """Its colour on the map (RRGGBB)."""
    return LOOKS[status].colour.removeprefix("#").upper()
