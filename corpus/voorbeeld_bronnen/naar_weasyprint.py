"""Source text to PDF with WeasyPrint and one of the style sheets in ``stijlen/``."""

from __future__ import annotations

import logging
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

from bron import Papier, heeft_klasse, koppen, tekst

STIJLEN = Path(__file__).resolve().parent / "stijlen"
PAGINA = '<span class="pagina"></span>'


def vul_inhoud(artikel: ET.Element) -> None:
    """Fill ``<nav class="inhoud">`` with links to the headings; the style sheet adds the page numbers."""
    alle = koppen(artikel)
    for nav in artikel.iter("nav"):
        if heeft_klasse(nav, "inhoud"):
            for kop in alle:
                regel = ET.SubElement(nav, "p", {"class": f"toc-{kop.tag}"})
                ET.SubElement(regel, "a", {"href": f"#{kop.get('id')}"}).text = tekst(kop)


def lopende_regel(klasse: str, regel: str) -> str:
    """Return the HTML of a running header or footer."""
    return f'<p class="{klasse}">{escape(regel).replace("{pagina}", PAGINA)}</p>' if regel else ""


def als_html(papier: Papier) -> str:
    """Return the whole HTML page."""
    vul_inhoud(papier.artikel)
    romp = ET.tostring(papier.artikel, encoding="unicode", method="html")
    watermerk = papier.gegevens.get("watermerk", "")
    over_alles = f'<div class="watermerk">{escape(watermerk)}</div>' if watermerk else ""
    return (
        f'<html lang="nl"><head><meta charset="utf-8"><title>{escape(papier.titel)}</title>'
        f'<link rel="stylesheet" href="{papier.gegevens["stijl"]}.css"></head><body>'
        f"{lopende_regel('kopregel', papier.kopregel)}{lopende_regel('voetregel', papier.voetregel)}"
        f"{over_alles}{romp}</body></html>"
    )


def maak(papier: Papier, pdf: Path) -> None:
    """Write the PDF."""
    import weasyprint

    logging.getLogger("fontTools").setLevel(logging.ERROR)  # it warns of the old dates inside some fonts
    weasyprint.HTML(string=als_html(papier), base_url=str(STIJLEN) + "/").write_pdf(pdf)
