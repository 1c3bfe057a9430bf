"""Make the PDFs of these papers from their sources: ``python tests/documents/papieren/maak.py [name …]``.

``waarheid.jsonl`` says of each paper what it is and with what it is made (`maker`): weasyprint, libreoffice (from the same HTML),
reportlab (a plain notation: "x y size[b] text" in mm from the top, "P x y width size text" for a paragraph) or scan (a picture of
what WeasyPrint made).
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent
FIXED_MOMENT = "1577836800"
"""What the makers write down as the moment of making, so that twice the same source gives the same PDF."""


def with_weasyprint(source: Path, pdf: Path) -> None:
    from weasyprint import HTML

    HTML(string=f'<html lang="nl">{source.read_text(encoding="utf-8")}</html>').write_pdf(pdf)


def with_libreoffice(source: Path, pdf: Path) -> None:
    """Through a Word file, as town halls do."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / f"{pdf.stem}.html"
        page.write_text(f'<html><meta charset="utf-8">{source.read_text(encoding="utf-8")}</html>', encoding="utf-8")
        _convert(page, "docx:MS Word 2007 XML", Path(folder), "--infilter=HTML (StarWriter)")
        _convert(page.with_suffix(".docx"), "pdf:writer_pdf_Export", pdf.parent)


def _convert(source: Path, target: str, folder: Path, *options: str) -> None:
    office = ["soffice", f"-env:UserInstallation=file://{source.parent}/profile", "--headless", *options]
    command = [*office, "--convert-to", target, "--outdir", str(folder), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


def with_reportlab(source: Path, pdf: Path) -> None:
    from reportlab.lib.pagesizes import A4
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.lib.units import mm
    from reportlab.pdfgen.canvas import Canvas
    from reportlab.platypus import Paragraph

    canvas = Canvas(str(pdf), pagesize=A4, invariant=True)
    for line in source.read_text(encoding="utf-8").splitlines():
        if line == "---":
            canvas.showPage()
        elif line.startswith("P "):
            _, x, y, width, size, text = line.split(" ", 5)
            style = ParagraphStyle("p", fontName="Helvetica", fontSize=float(size), leading=1.3 * float(size))
            paragraph = Paragraph(text, style)
            _, height = paragraph.wrap(float(width) * mm, A4[1])
            paragraph.drawOn(canvas, float(x) * mm, A4[1] - float(y) * mm - height)
        elif line:
            x, y, size, text = line.split(" ", 3)
            canvas.setFont("Helvetica-Bold" if size.endswith("b") else "Helvetica", float(size.rstrip("b")))
            canvas.drawString(float(x) * mm, A4[1] - float(y) * mm, text)
    canvas.save()


def as_scan(source: Path, pdf: Path) -> None:
    import pypdfium2
    from PIL import Image

    with_weasyprint(source, pdf)
    with pypdfium2.PdfDocument(pdf) as opened:
        sheets = [page.render(scale=200 / 72).to_pil().convert("L").rotate(0.4, fillcolor=255) for page in opened]
    pictures = [sheet.quantize(8).convert("L") for sheet in sheets]
    assert all(isinstance(picture, Image.Image) for picture in pictures)
    pictures[0].save(pdf, save_all=True, append_images=pictures[1:], resolution=200, quality=40)


MAKERS: dict[str, Callable[[Path, Path], None]] = {
    "weasyprint": with_weasyprint,
    "libreoffice": with_libreoffice,
    "reportlab": with_reportlab,
    "scan": as_scan,
}


def settled(pdf: Path) -> None:
    """Take the moments of making and the file's random marks out."""
    import pikepdf

    with pikepdf.open(pdf, allow_overwriting_input=True) as opened:
        for key in ("/CreationDate", "/ModDate"):
            if key in opened.docinfo:
                opened.docinfo[key] = "D:20200101000000Z"
        if "/Metadata" in opened.Root:
            del opened.Root.Metadata
        opened.save(pdf, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)


def main(names: list[str]) -> None:
    os.environ["SOURCE_DATE_EPOCH"] = FIXED_MOMENT
    for line in (HERE / "waarheid.jsonl").read_text(encoding="utf-8").splitlines():
        paper = json.loads(line)
        name = re.sub(r"\.pdf$", "", paper["file"])
        if not names or name in names:
            source = next((HERE / "teksten").glob(f"{name}.*"))
            (HERE / "pdf").mkdir(exist_ok=True)
            pdf = HERE / "pdf" / paper["file"]
            MAKERS[paper["maker"]](source, pdf)
            settled(pdf)


if __name__ == "__main__":
    main(sys.argv[1:])
