"""Source text to PDF with reportlab (Platypus). Layout comes from the paper's ``opmaak`` table in ``papieren.toml``."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from html import escape
from pathlib import Path

from bron import Papier, heeft_klasse, tekst
from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import (
    BaseDocTemplate,
    Flowable,
    Frame,
    NextPageTemplate,
    PageBreak,
    PageTemplate,
    Paragraph,
    Spacer,
    Table,
)
from reportlab.platypus.tableofcontents import TableOfContents

LETTERS = Path("/usr/share/fonts/truetype")
BESTANDEN = {
    "Carlito": ("crosextra/Carlito-Regular.ttf", "crosextra/Carlito-Bold.ttf", "crosextra/Carlito-Italic.ttf"),
    "Liberation": (
        "liberation2/LiberationSerif-Regular.ttf",
        "liberation2/LiberationSerif-Bold.ttf",
        "liberation2/LiberationSerif-Italic.ttf",
    ),
    "DejaVu": ("dejavu/DejaVuSans.ttf", "dejavu/DejaVuSans-Bold.ttf", "dejavu/DejaVuSans-Oblique.ttf"),
}
INGEBOUWD = {"Helvetica": ("Helvetica-Bold", "Helvetica-Oblique"), "Times-Roman": ("Times-Bold", "Times-Italic")}
LIGATUREN = (("fi", "ﬁ"), ("fl", "ﬂ"))


def zet_letter(naam: str) -> tuple[str, str, str]:
    """Register the font if need be; return the names of its regular, bold and italic."""
    if naam in INGEBOUWD:
        return (naam, *INGEBOUWD[naam])
    namen = (naam, f"{naam}-Bold", f"{naam}-Italic")
    for soort, bestand in zip(namen, BESTANDEN[naam], strict=True):
        pdfmetrics.registerFont(TTFont(soort, str(LETTERS / bestand)))
    pdfmetrics.registerFontFamily(naam, normal=namen[0], bold=namen[1], italic=namen[2], boldItalic=namen[1])
    return namen


def maak_stijlen(opmaak: dict) -> dict[str, ParagraphStyle]:
    """Return the paragraph styles of a layout, by the tag or class that they serve."""
    gewoon, vet, cursief = zet_letter(opmaak.get("letter", "Helvetica"))
    maat, kleur = opmaak.get("maat", 10), colors.HexColor(opmaak.get("kleur", "#000000"))
    basis = ParagraphStyle("p", fontName=gewoon, fontSize=maat, leading=maat * 1.35, spaceAfter=maat * 0.7)
    if opmaak.get("uitgevuld"):
        basis = ParagraphStyle("p", parent=basis, alignment=TA_JUSTIFY, hyphenationLang="nl_NL", embeddedHyphenation=1)
    kop = ParagraphStyle(
        "kop", parent=basis, fontName=vet, textColor=kleur, keepWithNext=1, alignment=0, hyphenationLang=""
    )
    return {
        "p": basis,
        "h1": ParagraphStyle("h1", parent=kop, fontSize=maat * 1.9, leading=maat * 2.3, spaceAfter=maat * 1.4),
        "h2": ParagraphStyle(
            "h2", parent=kop, fontSize=maat * 1.35, leading=maat * 1.7, spaceBefore=maat, spaceAfter=maat * 0.5
        ),
        "h3": ParagraphStyle("h3", parent=kop, spaceBefore=maat * 0.4, spaceAfter=maat * 0.2),
        "li": ParagraphStyle("li", parent=basis, leftIndent=14, bulletIndent=3, spaceAfter=maat * 0.25),
        "td": ParagraphStyle("td", parent=basis, fontSize=maat * 0.85, leading=maat * 1.1, spaceAfter=0, alignment=0),
        "th": ParagraphStyle("th", parent=kop, fontSize=maat * 0.85, leading=maat * 1.1, spaceAfter=0),
        "noot": ParagraphStyle("noot", parent=basis, fontSize=maat * 0.8, leading=maat, spaceAfter=2),
        "midden": ParagraphStyle("midden", parent=basis, alignment=TA_CENTER),
        "klein": ParagraphStyle("klein", parent=basis, fontSize=maat * 0.8, leading=maat, fontName=cursief),
        "kader": ParagraphStyle(
            "kader", parent=basis, borderWidth=0.7, borderColor=kleur, borderPadding=5, spaceBefore=8
        ),
    }


class Omzetter:
    """Turns blocks of a source text into flowables; keeps the numbering of notes."""

    def __init__(self, papier: Papier):
        self.opmaak = papier.opmaak
        self.stijlen = maak_stijlen(papier.opmaak)
        self.noten: list[str] = []

    def letters(self, ruw: str) -> str:
        """Return text with white space folded and, where the layout asks for it, ligature characters."""
        ruw = re.sub(r"[ \n\t]+", " ", ruw)
        for van, naar in LIGATUREN if self.opmaak.get("ligaturen") else ():
            ruw = ruw.replace(van, naar)
        return escape(ruw)

    def inline(self, element: ET.Element) -> str:
        """Return the markup that Paragraph understands for the inside of an element."""
        delen = [self.letters(element.text) if element.text else ""]
        for kind in element:
            if heeft_klasse(kind, "noot"):
                self.noten.append(self.inline(kind))
                delen.append(f"<super>{len(self.noten)}</super>")
            elif kind.tag == "br":
                delen.append("<br/>")
            elif kind.tag in ("b", "i", "u"):
                delen.append(f"<{kind.tag}>{self.inline(kind)}</{kind.tag}>")
            else:
                delen.append(self.inline(kind))
            delen.append(self.letters(kind.tail) if kind.tail else "")
        return "".join(delen)

    def alinea(self, element: ET.Element) -> list[Flowable]:
        """Return a paragraph or heading."""
        klassen = [klasse for klasse in element.get("class", "").split() if klasse in self.stijlen]
        alinea = Paragraph(self.inline(element), self.stijlen[klassen[0] if klassen else element.tag])
        alinea.kopniveau = {"h2": 0, "h3": 1}.get(element.tag)
        alinea.koptekst = tekst(element)
        return [alinea]

    def lijst(self, element: ET.Element) -> list[Flowable]:
        """Return the items of a list, bulleted, lettered or numbered."""
        soort = element.get("type", "1")
        tekens = [chr(ord("a") + i) + "." if soort == "a" else f"{i + 1}." for i in range(len(element))]
        if element.tag == "ul":
            tekens = [self.opmaak.get("punt", "•")] * len(element)
        stijl = self.stijlen["li"]
        items = [Paragraph(self.inline(li), stijl, bulletText=teken) for li, teken in zip(element, tekens, strict=True)]
        return [*items, Spacer(1, stijl.fontSize * 0.5)]

    def tabel(self, element: ET.Element) -> list[Flowable]:
        """Return a table with rules; ``data-breedtes`` gives the column widths in millimetres."""
        rijen = [[Paragraph(self.inline(cel), self.stijlen[cel.tag]) for cel in rij] for rij in element.iter("tr")]
        breedtes = [float(maat) * mm for maat in element.get("data-breedtes", "").split()] or None
        lijnen = [("GRID", (0, 0), (-1, -1), 0.4, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        lijnen += [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#e8ecf0"))]
        return [Table(rijen, colWidths=breedtes, style=lijnen, repeatRows=1, hAlign="LEFT"), Spacer(1, 8)]

    def blokken(self, element: ET.Element) -> list[Flowable]:
        """Return the flowables of everything inside a container."""
        uit: list[Flowable] = []
        for kind in element:
            if kind.tag in ("ul", "ol"):
                uit += self.lijst(kind)
            elif kind.tag == "table":
                uit += self.tabel(kind)
            elif kind.tag == "nav":
                uit += self.inhoudsopgave()
            elif heeft_klasse(kind, "voorblad"):
                uit += [Spacer(1, 70 * mm), *self.blokken(kind), NextPageTemplate("tekst"), PageBreak()]
            elif kind.tag in ("section", "div", "aside"):
                uit += self.blokken(kind) + ([PageBreak()] if heeft_klasse(kind, "eigenpagina") else [])
            else:
                uit += self.alinea(kind)
        return uit

    def inhoudsopgave(self) -> list[Flowable]:
        """Return the table of contents, which reportlab fills in a second pass."""
        inhoud = TableOfContents(dotsMinLevel=0)
        inhoud.levelStyles = [self.stijlen["td"], ParagraphStyle("toc2", parent=self.stijlen["td"], leftIndent=12)]
        return [inhoud, PageBreak()]

    def alles(self, artikel: ET.Element) -> list[Flowable]:
        """Return the flowables of the whole paper, notes at the end."""
        verhaal = self.blokken(artikel)
        if self.noten:
            stijl = self.stijlen["noot"]
            noten = [Paragraph(f"<super>{i}</super> {noot}", stijl) for i, noot in enumerate(self.noten, start=1)]
            verhaal += [Spacer(1, 10), *noten]
        return verhaal


class Document(BaseDocTemplate):
    """A document with running lines, columns and a table of contents, as the paper's layout says."""

    def __init__(self, papier: Papier, pdf: Path):
        opmaak = papier.opmaak
        marge = opmaak.get("marge", 25) * mm
        super().__init__(str(pdf), pagesize=A4, title=papier.titel, invariant=1, leftMargin=marge, rightMargin=marge)
        self.papier = papier
        aantal, tussen = opmaak.get("kolommen", 1), 7 * mm
        breedte = (A4[0] - 2 * marge - (aantal - 1) * tussen) / aantal
        hoogte = A4[1] - 50 * mm
        stap = breedte + tussen
        vakken = [Frame(marge + i * stap, 24 * mm, breedte, hoogte, 0, 0, 0, 0, id=f"k{i}") for i in range(aantal)]
        heel = Frame(marge, 24 * mm, A4[0] - 2 * marge, hoogte, 0, 0, 0, 0, id="heel")
        met_voorblad = papier.artikel.find("./*[@class='voorblad']") is not None
        voorblad = [PageTemplate("voorblad", [heel])] if met_voorblad else []
        self.addPageTemplates([*voorblad, PageTemplate("tekst", vakken, onPage=self.lopende_regels)])

    def lopende_regels(self, doek, _document) -> None:
        """Draw the running header, footer and watermark of a page."""
        doek.saveState()
        doek.setFont("Helvetica", 8)
        nummer = str(doek.getPageNumber())
        doek.drawString(self.leftMargin, A4[1] - 15 * mm, self.papier.kopregel.replace("{pagina}", nummer))
        doek.drawRightString(A4[0] - self.rightMargin, 13 * mm, self.papier.voetregel.replace("{pagina}", nummer))
        watermerk = self.papier.gegevens.get("watermerk")
        if watermerk:
            doek.setFillGray(0.88)
            doek.setFont("Helvetica-Bold", 90)
            doek.translate(A4[0] / 2, A4[1] / 2)
            doek.rotate(55)
            doek.drawCentredString(0, 0, watermerk)
        doek.restoreState()

    def afterFlowable(self, flowable: Flowable) -> None:  # noqa: N802 (reportlab's name)
        """Tell the table of contents about a heading."""
        if getattr(flowable, "kopniveau", None) is not None:
            self.notify("TOCEntry", (flowable.kopniveau, flowable.koptekst, self.page))


def maak(papier: Papier, pdf: Path) -> None:
    """Write the PDF."""
    Document(papier, pdf).multiBuild(Omzetter(papier).alles(papier.artikel))
