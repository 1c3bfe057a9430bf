"""The labelled papers of `corpus/papieren` as PDFs: many different papers on labour migration, to load at once."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from pathlib import Path

from pipeline.coverage.learning import LabelledPaper, read_papers

PAPERS = Path(__file__).resolve().parent.parent / "corpus" / "papieren"
DEEPEST = 6
"""HTML has no headings below this depth."""


def print_papers(folder: Path) -> list[Path]:
    """Write a PDF of each labelled paper into `folder`, with the plainest layout there is; return them in order."""
    from weasyprint import HTML

    printed = []
    for paper in read_papers(PAPERS):
        place = folder / f"{paper.id}.pdf"
        HTML(string=f"<style>@page {{ size: A4 }}</style>{''.join(_html(paper))}").write_pdf(place)
        printed.append(place)
    return printed


def _html(paper: LabelledPaper) -> Iterator[str]:
    for block in paper.blocks:
        if heading := block.get("kop"):
            depth = min(int(block.get("diepte") or 1), DEEPEST)
            yield f"<h{depth}>{escape(heading)}</h{depth}>"
        for line in str(block.get("tekst") or "").splitlines():
            yield f"<p>{escape(line)}</p>"
