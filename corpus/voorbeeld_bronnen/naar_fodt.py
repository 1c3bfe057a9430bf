"""Source text to PDF with LibreOffice: ``stijlen/sjabloon.fodt`` filled in, then a headless conversion."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

from bron import Papier, heeft_klasse, koppen, tekst

SJABLOON = Path(__file__).resolve().parent / "stijlen" / "sjabloon.fodt"
STANDAARD = {
    "letter": "Liberation Serif",
    "koppen": "Liberation Sans",
    "maat": 11,
    "kleur": "#000000",
    "kolommen": 1,
    "uitlijning": "start",
    "afbreken": "false",
    "marge": "2.5cm",
    "taal": "nl",
}
STIJL_VAN = {"h1": "Titel", "p": "Tekst", "li": "Lijst", "td": "Cel", "th": "Celkop"}
STIJL_VAN_KLASSE = {klasse: klasse.capitalize() for klasse in ("kader", "klein", "midden", "ondertitel", "stempel")}
PAGINANUMMER = '<text:page-number text:select-page="current">1</text:page-number>'


def gevouwen(ruw: str | None) -> str:
    """Return text with white space folded and made safe for XML."""
    if not ruw:
        return ""
    midden = " ".join(ruw.split())
    voor, na = " " * ruw[0].isspace(), " " * ruw[-1].isspace()
    return escape(f"{voor}{midden}{na}" if midden else " ")


def inline(element: ET.Element) -> str:
    """Return the ODF markup of the inside of an element."""
    delen = [gevouwen(element.text)]
    for kind in element:
        if heeft_klasse(kind, "noot"):
            delen.append(
                '<text:note text:note-class="footnote"><text:note-citation/><text:note-body>'
                f'<text:p text:style-name="Noot">{inline(kind)}</text:p></text:note-body></text:note>'
            )
        elif kind.tag == "br":
            delen.append("<text:line-break/>")
        elif kind.tag in ("b", "i"):
            stijl = {"b": "Vet", "i": "Cursief"}[kind.tag]
            delen.append(f'<text:span text:style-name="{stijl}">{inline(kind)}</text:span>')
        else:
            delen.append(inline(kind))
        delen.append(gevouwen(kind.tail))
    return "".join(delen)


def alinea(element: ET.Element) -> str:
    """Return a paragraph; a class with a style of its own names the style, else the tag."""
    stijl = STIJL_VAN_KLASSE.get(element.get("class", ""), STIJL_VAN.get(element.tag, "Tekst"))
    return f'<text:p text:style-name="{stijl}">{inline(element)}</text:p>'


def kop(element: ET.Element) -> str:
    """Return a chapter or section heading with a bookmark for the table of contents."""
    niveau, naam = int(element.tag[1]) - 1, element.get("id")
    merk = f'<text:bookmark-start text:name="{naam}"/>{inline(element)}<text:bookmark-end text:name="{naam}"/>'
    return f'<text:h text:style-name="Kop{niveau}" text:outline-level="{niveau}">{merk}</text:h>'


def lijst(element: ET.Element) -> str:
    """Return a bulleted (``ul``) or numbered (``ol``) list."""
    stijl = "Punten" if element.tag == "ul" else {"a": "Letters"}.get(element.get("type", ""), "Nummers")
    items = "".join(f"<text:list-item>{alinea(li)}</text:list-item>" for li in element)
    return f'<text:list text:style-name="{stijl}">{items}</text:list>'


def tabel(element: ET.Element) -> str:
    """Return a table with rules."""
    rijen = list(element.iter("tr"))
    cellen = "".join(
        "<table:table-row>"
        + "".join(f'<table:table-cell table:style-name="Vak">{alinea(cel)}</table:table-cell>' for cel in rij)
        + "</table:table-row>"
        for rij in rijen
    )
    kolommen = f'<table:table-column table:number-columns-repeated="{len(rijen[0])}"/>'
    return f'<table:table table:style-name="Tabel">{kolommen}{cellen}</table:table><text:p text:style-name="Tekst"/>'


def inhoudsopgave(artikel: ET.Element) -> str:
    """Return a table of contents: headings with dotted leaders and fields that LibreOffice resolves to page numbers."""
    regels = []
    for element in koppen(artikel):
        stijl = "Inhoud1" if element.tag == "h2" else "Inhoud2"
        verwijzing = f'<text:bookmark-ref text:reference-format="page" text:ref-name="{element.get("id")}"/>'
        regels.append(f'<text:p text:style-name="{stijl}">{escape(tekst(element))}<text:tab/>{verwijzing}</text:p>')
    return "".join(regels) + '<text:p text:style-name="Nieuwepagina"/>'


def blokken(element: ET.Element, artikel: ET.Element) -> str:
    """Return the ODF markup of everything inside a container."""
    uit = []
    for kind in element:
        if kind.tag in ("h2", "h3"):
            uit.append(kop(kind))
        elif kind.tag in ("ul", "ol"):
            uit.append(lijst(kind))
        elif kind.tag == "table":
            uit.append(tabel(kind))
        elif kind.tag == "nav":
            uit.append(inhoudsopgave(artikel))
        elif heeft_klasse(kind, "voorblad"):
            uit.append(blokken(kind, artikel) + '<text:p text:style-name="Nieuwepagina"/>')
        elif heeft_klasse(kind, "liggend"):
            uit.append('<text:p text:style-name="Naarliggend"/>' + blokken(kind, artikel))
            uit.append('<text:p text:style-name="Naarstaand"/>')
        elif kind.tag in ("section", "div", "aside"):
            uit.append(blokken(kind, artikel))
        else:
            uit.append(alinea(kind))
    return "".join(uit)


def als_fodt(papier: Papier) -> str:
    """Return the flat ODF text."""
    koppen(papier.artikel)
    velden = {**STANDAARD, **papier.opmaak}
    velden["kopregel"] = escape(papier.kopregel).replace("{pagina}", PAGINANUMMER)
    velden["voetregel"] = escape(papier.voetregel).replace("{pagina}", PAGINANUMMER)
    velden["titel"] = escape(papier.titel)
    velden["romp"] = blokken(papier.artikel, papier.artikel)
    return Template(SJABLOON.read_text(encoding="utf-8")).substitute(velden)


def maak(papier: Papier, pdf: Path) -> None:
    """Write the PDF; raises CalledProcessError or FileNotFoundError where LibreOffice fails."""
    with tempfile.TemporaryDirectory() as map_:
        fodt = Path(map_) / f"{pdf.stem}.fodt"
        fodt.write_text(als_fodt(papier), encoding="utf-8")
        opdracht = ["soffice", f"-env:UserInstallation=file://{map_}/profiel", "--headless"]
        opdracht += ["--convert-to", "pdf:writer_pdf_Export", "--outdir", map_, str(fodt)]
        subprocess.run(opdracht, check=True, capture_output=True, timeout=180)
        shutil.move(fodt.with_suffix(".pdf"), pdf)
