"""Why a file cannot be read, in words for the people who have to do something about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.extraction import Engine

HEADER = b"%PDF-"
ZIP = b"PK\x03\x04"
HEADER_WITHIN = 1024
"""Bytes from the start within which a PDF says that it is one (as Adobe's own readers have it)."""


class Refusal(Exception):
    """A file that cannot be read; the message is the reason, in Dutch. `pages` is how many it has where it is refused for them."""

    def __init__(self, reason: str, pages: int = 0) -> None:
        super().__init__(reason)
        self.pages = pages


@dataclass(frozen=True, slots=True)
class Limits:
    """How a file is read, and what that may cost. `seconds` and `memory_mb` hold for the child process, `pages`, `bytes` and
    `characters` for the file itself; `engine` is the library that finds the characters."""

    seconds: float = 180
    memory_mb: int = 1500
    pages: int = 2000
    bytes: int = 200_000_000
    characters: int = 20_000_000
    engine: Engine = Engine.PDFIUM


PASSWORD = "beveiligd met een wachtwoord; vraag een versie zonder wachtwoord"
NO_PAGES = "0 pagina's; haal het bestand opnieuw op"
DAMAGED = "beschadigd: het bestand is niet als PDF te openen; haal het opnieuw op"
TRUNCATED = "beschadigd: het einde van het bestand ontbreekt; haal het opnieuw op"
DAMAGED_PAGES = "beschadigd: geen enkele pagina is te lezen; haal het bestand opnieuw op"
TOO_DEEP = (
    "beschadigd: de opbouw van het bestand verwijst naar zichzelf; haal het opnieuw op of vraag een andere versie"
)
AS_PDF = "bewaar het als PDF of haal het opnieuw op"
DAMAGED_PAGE = "de pagina is beschadigd"
SCAN = "scan (afbeelding zonder tekst)"
CRASHED = "beschadigd: het leesprogramma liep erop vast; haal het opnieuw op of vraag een andere versie"


def dutch(number: float) -> str:
    """A whole number with a point between thousands: 20.000."""
    return f"{round(number):,}".replace(",", ".")


def too_many_pages(pages: int, limits: Limits) -> str:
    """Reason for a file with more pages than allowed."""
    return f"meer dan {dutch(limits.pages)} pagina's ({dutch(pages)}); splits het stuk of verhoog max_paginas"


def too_large(size: int, limits: Limits) -> str:
    """Reason for a file of so many bytes, "" where that is allowed."""
    if size <= limits.bytes:
        return ""
    return f"groter dan {dutch(limits.bytes / 1e6)} MB ({dutch(size / 1e6)} MB); splits het stuk of verhoog max_mb"


def too_slow(limits: Limits) -> str:
    """Reason for a file that took longer than allowed."""
    seconds = f"{dutch(limits.seconds)} {'seconde' if limits.seconds == 1 else 'seconden'}"
    return f"lezen duurde langer dan {seconds}; kijk of dit het goede bestand is, of verhoog seconden_per_bestand"


def too_much_memory(limits: Limits) -> str:
    """Reason for a file that asked for more memory than allowed."""
    memory = f"{dutch(limits.memory_mb)} MB geheugen"
    return f"vroeg meer dan {memory}; kijk of dit het goede bestand is, of verhoog geheugen_mb"


def too_much_text(limits: Limits) -> str:
    """Reason for a file with more characters than any paper has."""
    return f"meer dan {dutch(limits.characters)} tekens; splits het stuk"


def check(path: Path, limits: Limits) -> None:
    """Looks at size and first bytes. Raises `Refusal` for what is no PDF or cannot be opened."""
    try:
        if path.is_dir():
            raise Refusal("geen bestand maar een map")
        size = path.stat().st_size
        if size == 0:
            raise Refusal("leeg bestand (0 bytes); haal het opnieuw op")
        if larger := too_large(size, limits):
            raise Refusal(larger)
        with path.open("rb") as file:
            head = file.read(65536)
    except FileNotFoundError as error:
        raise Refusal("bestand niet gevonden: verdwenen sinds de inbox is bekeken") from error
    except PermissionError as error:
        raise Refusal("geen rechten om het bestand te lezen; geef leesrechten") from error
    except (OSError, ValueError) as error:
        raise Refusal("bestand is niet te lezen van de schijf") from error
    # PDFs in a zip that are not compressed have their sign near its beginning too
    if HEADER not in head[:HEADER_WITHIN] or head.startswith(ZIP):
        looks = _looks_like(head)
        raise Refusal(f"geen PDF (lijkt op {looks}); {AS_PDF}" if looks else f"geen PDF; {AS_PDF}")


def why_damaged(path: Path) -> str:
    """The likeliest reason why a PDF does not open."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2048))
        return DAMAGED if b"%%EOF" in file.read() else TRUNCATED


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


def _looks_like(head: bytes) -> str:
    """What a file that is no PDF looks like, "" when it looks like nothing known."""
    for signature, name in _SIGNATURES:
        if head.startswith(signature):
            return name
    if head.startswith(ZIP):
        return next((name for part, name in _PARTS_OF_ZIPS if part in head), "een zip-bestand")
    start = head[:2048].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return "HTML"
    if start.startswith((b"<?xml", b"<")):
        return "XML"
    return "platte tekst" if _is_plain(head[:2048]) else ""


def _is_plain(start: bytes) -> bool:
    odd = sum(1 for byte in start if byte < 9 or 13 < byte < 32)
    return odd == 0 and sum(1 for byte in start if 32 <= byte < 127) > 0.8 * len(start)
