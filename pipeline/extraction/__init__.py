"""PDF to pages to blocks in reading order, read in child processes that can be killed.

`extractor_version` belongs to every stored extraction: raising `EXTRACTOR_VERSION`, or choosing the other engine, makes every
paper be read again.
"""

from enum import StrEnum

EXTRACTOR_VERSION = "23"


class Engine(StrEnum):
    """The library that finds the characters of a page; the values are those of the setting `lezer`."""

    PDFIUM = "pdfium"
    """PDFium, and pdfplumber for the pages that PDFium cannot read or on which it is in doubt."""
    PDFPLUMBER = "pdfplumber"
    """pdfplumber, and PDFium for the pages that pdfplumber cannot read."""


def extractor_version(engine: str) -> str:
    """What a stored extraction was made by."""
    return f"{EXTRACTOR_VERSION}-{engine}"
