"""What a file is by its first bytes, whatever its name or a server calls it."""

from __future__ import annotations

PDF_WITHIN = 1024
"""Bytes from the start within which a PDF says that it is one (as Adobe's own readers have it)."""
TELLING = 65536
"""Bytes from the start in which stands all that tells one kind of file that is no PDF from another."""

_PDF = b"%PDF-"
_ZIP = b"PK\x03\x04"
_SIGNATURES = (
    (b"\xd0\xcf\x11\xe0", "een Word- of Excel-bestand van oude soort"),
    (b"{\\rtf", "een RTF-bestand"),
    (b"\xff\xd8\xff", "een afbeelding (JPEG)"),
    (b"\x89PNG", "een afbeelding (PNG)"),
    (b"GIF8", "een afbeelding (GIF)"),
    (b"II*\x00", "een afbeelding (TIFF)"),
    (b"MM\x00*", "een afbeelding (TIFF)"),
    (b"%!PS", "PostScript"),
    (b"\x1f\x8b", "een ingepakt bestand (gzip)"),
    (b"Rar!", "een ingepakt bestand (RAR)"),
    (b"7z\xbc\xaf", "een ingepakt bestand (7-Zip)"),
    (b"MZ", "een Windows-programma"),
    (b"\x7fELF", "een programma"),
)
_PARTS_OF_ZIPS = (
    (b"word/", "een Word-bestand"),
    (b"xl/", "een Excel-bestand"),
    (b"ppt/", "een PowerPoint-bestand"),
    (b"opendocument", "een OpenDocument-bestand"),
)


def is_pdf(head: bytes) -> bool:
    """Whether a file that begins so says of itself that it is a PDF."""
    # PDFs in a zip that are not compressed have their sign near its beginning too
    return _PDF in head[:PDF_WITHIN] and not head.startswith(_ZIP)


def no_pdf(head: bytes) -> str:
    """Return in Dutch that a file that begins so is no PDF, with what it looks like where that is known."""
    looks = _looks_like(head)
    return f"geen PDF (lijkt op {looks})" if looks else "geen PDF"


def packed_as(head: bytes) -> str:
    """Return in Dutch what a file that begins so is packed as, "" where it is not, or not known to be."""
    looks = _looks_like(head)
    return looks if looks.startswith(("een ingepakt", "een zip")) else ""


def _looks_like(head: bytes) -> str:
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head.startswith(_ZIP):
        return next((name for part, name in _PARTS_OF_ZIPS if part in head), "een zip-bestand")
    start = head[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return "een webpagina"
    if start.startswith((b"<?xml", b"<")):
        return "XML"
    return "platte tekst" if _is_plain(head[:2048]) else ""


def _is_plain(start: bytes) -> bool:
    odd = sum(1 for byte in start if byte < 9 or 13 < byte < 32)
    return odd == 0 and sum(1 for byte in start if 32 <= byte < 127) > 0.8 * len(start)
