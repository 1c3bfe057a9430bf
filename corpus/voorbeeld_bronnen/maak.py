"""Build the example papers from their sources.

Usage: ``python corpus/voorbeeld_bronnen/maak.py [naam …]``; without names, every paper of ``papieren.toml``.
The PDFs (and the sidecars that state what a paper cannot say itself) go to ``corpus/voorbeeld/``.
"""

from __future__ import annotations

import os
import sys
import tomllib
from collections.abc import Callable
from pathlib import Path

import naar_fodt
import naar_reportlab
import naar_weasyprint
import nabewerking
from bron import Papier, lees_bron

HIER = Path(__file__).resolve().parent
DOEL = HIER.parent / "voorbeeld"
# fontTools (below WeasyPrint) writes the moment of making into the fonts unless this says otherwise.
VAST_MOMENT = "1577836800"
MAKERS: dict[str, Callable[[Papier, Path], None]] = {
    "weasyprint": naar_weasyprint.maak,
    "reportlab": naar_reportlab.maak,
    "libreoffice": naar_fodt.maak,
}


def lees_papieren() -> dict[str, dict]:
    """Return the settings of every paper by name, in the order of ``papieren.toml``."""
    return tomllib.loads((HIER / "papieren.toml").read_text(encoding="utf-8"))


def schrijf_bijschrift(pdf: Path, gegevens: dict) -> None:
    """Write the sidecar ``<stem>.toml`` beside a PDF: owners and date that the paper does not state."""
    regels = [f"gemeenten = {gegevens['gemeenten']!r}".replace("'", '"'), f"datum = {gegevens['datum'].isoformat()}"]
    pdf.with_suffix(".toml").write_text("\n".join(regels) + "\n", encoding="utf-8")


def maak_papier(naam: str, gegevens: dict) -> Path:
    """Build one paper and return the path of its PDF."""
    pdf = DOEL / gegevens["pdf"]
    pdf.parent.mkdir(parents=True, exist_ok=True)
    papier = lees_bron(HIER / "teksten" / f"{gegevens.get('bron', naam)}.html", gegevens)
    MAKERS[gegevens["maker"]](papier, pdf)
    if gegevens.get("draai_liggend"):
        nabewerking.draai_liggende_paginas(pdf)
    if gegevens.get("scan"):
        nabewerking.scan(pdf)
    nabewerking.maak_herhaalbaar(pdf, gegevens.get("metatitel"))
    if "bijschrift" in gegevens:
        schrijf_bijschrift(pdf, gegevens["bijschrift"])
    return pdf


def main(namen: list[str]) -> int:
    """Build the named papers, or all; return the exit status."""
    papieren = lees_papieren()
    onbekend = [naam for naam in namen if naam not in papieren]
    if onbekend:
        print(f"onbekend: {', '.join(onbekend)}; bekend zijn: {', '.join(papieren)}", file=sys.stderr)
        return 2
    os.environ["SOURCE_DATE_EPOCH"] = VAST_MOMENT
    for naam in namen or papieren:
        pdf = maak_papier(naam, papieren[naam])
        print(f"{pdf.relative_to(DOEL)}: {pdf.stat().st_size / 1000:.0f} kB")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
