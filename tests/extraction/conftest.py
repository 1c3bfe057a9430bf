"""PDFs made on the spot: drawn to the point with reportlab, or set from HTML with WeasyPrint."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas
from weasyprint import HTML

Draw = Callable[[Canvas], None]


@pytest.fixture
def drawn(tmp_path: Path) -> Callable[..., Path]:
    """Makes a PDF of pages, each drawn by a function on a canvas of A4 whose origin is the lower left corner."""

    def make(*pages: Draw, name: str = "stuk.pdf", size: tuple[float, float] = A4) -> Path:
        path = tmp_path / name
        canvas = Canvas(str(path), pagesize=size)
        for draw in pages:
            draw(canvas)
            canvas.showPage()
        canvas.save()
        return path

    return make


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[..., Path]:
    """Makes a PDF from HTML, in 10 point on A4."""

    def make(body: str, css: str = "") -> Path:
        path = tmp_path / "gezet.pdf"
        style = "@page{size:A4;margin:2cm} body{font:10pt/1.3 'Liberation Sans','DejaVu Sans';hyphens:auto} p{margin:0 0 6pt}"
        HTML(string=f"<html lang=nl><style>{style}{css}</style><body>{body}</body></html>").write_pdf(path)
        return path

    return make
