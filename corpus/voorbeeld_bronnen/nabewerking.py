"""What is done to a finished PDF: turned pages, a scan without text, and no traces of the moment it was made."""

from __future__ import annotations

import random
from pathlib import Path

import pikepdf
import pypdfium2
from PIL import Image, ImageFilter
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

SCAN_DPI = 150
SCAN_KWALITEIT = 25


def draai_liggende_paginas(pdf: Path) -> None:
    """Turn every landscape page into a portrait one with ``/Rotate 90``, as many printers' drivers write it."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        for pagina in document.pages:
            _, _, breedte, hoogte = (float(maat) for maat in pagina.mediabox)
            if breedte > hoogte:
                pagina.contents_add(f"q 0 1 -1 0 {hoogte} 0 cm\n".encode(), prepend=True)
                pagina.contents_add(b"\nQ")
                pagina.mediabox = pagina.cropbox = [0, 0, hoogte, breedte]
                pagina.rotate(90, relative=False)
        document.save(pdf)


def gescand(beeld: Image.Image, toeval: random.Random) -> Image.Image:
    """Return a page image as a scanner would give it: a little skewed, soft and speckled, on greyish paper."""
    grijs = beeld.convert("L").rotate(toeval.uniform(-0.9, 0.9), resample=Image.BICUBIC, fillcolor=255)
    grijs = grijs.filter(ImageFilter.GaussianBlur(0.4)).point(lambda waarde: 20 + waarde * 220 // 255)
    for _ in range(grijs.width * grijs.height // 9000):
        grijs.putpixel((toeval.randrange(grijs.width), toeval.randrange(grijs.height)), toeval.randrange(60, 200))
    return grijs


def scan(pdf: Path) -> None:
    """Replace the PDF by images of its pages, without a text layer."""
    toeval = random.Random(1)
    bron = pypdfium2.PdfDocument(pdf.read_bytes())
    doek = Canvas(str(pdf), invariant=1, pageCompression=1)
    doek.setCreator("MFP Scan to Folder")
    for pagina in bron:
        beeld = gescand(pagina.render(scale=SCAN_DPI / 72).to_pil(), toeval)
        tijdelijk = pdf.with_suffix(".jpg")
        beeld.save(tijdelijk, quality=SCAN_KWALITEIT, optimize=True)
        breedte, hoogte = pagina.get_size()
        doek.setPageSize((breedte, hoogte))
        doek.drawImage(ImageReader(str(tijdelijk)), 0, 0, breedte, hoogte)
        doek.showPage()
    doek.save()
    tijdelijk.unlink()


def maak_herhaalbaar(pdf: Path, titel: str | None) -> None:
    """Drop dates and random identifiers from the PDF, so that a source always gives the same file; set a title."""
    with pikepdf.open(pdf, allow_overwriting_input=True) as document:
        for sleutel in ("/CreationDate", "/ModDate"):
            if sleutel in document.docinfo:
                del document.docinfo[sleutel]
        if titel:
            document.docinfo["/Title"] = titel
        if "/Metadata" in document.Root:
            del document.Root["/Metadata"]
        for sleutel in ("/ID", "/DocChecksum"):
            if sleutel in document.trailer:
                del document.trailer[sleutel]
        document.save(pdf, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.preserve)
