"""Why a file cannot be read, in words for the people who have to do something about it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from pipeline.extraction import Engine
from pipeline.foundation.dutch import with_points
from pipeline.foundation.file_kind import TELLING, is_pdf, no_pdf


class UnreadableFile(Exception):
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
XFA = "formulier (XFA) dat alleen Adobe Reader kan tonen; open het daarin en sla het op als gewone PDF (Afdrukken naar PDF)"
DAMAGED_PAGE = "de pagina is beschadigd"
SCAN = "scan (afbeelding zonder tekst)"
DRAWN = "letters als lijnen getekend (geen tekst)"
FAULT = "fout in het programma bij het {} ({}); meld dit met de naam van het bestand aan wie themaspin beheert"
CRASHED = "beschadigd: het leesprogramma liep erop vast; haal het opnieuw op of vraag een andere versie"


def too_many_pages(pages: int, limits: Limits) -> str:
    """Reason for a file with more pages than allowed."""
    return (
        f"meer dan {with_points(limits.pages)} pagina's ({with_points(pages)}); splits het stuk of verhoog max_paginas"
    )


def too_large(size: int, limits: Limits) -> str:
    """Reason for a file of so many bytes, "" where that is allowed."""
    if size <= limits.bytes:
        return ""
    return f"groter dan {with_points(limits.bytes / 1e6)} MB ({with_points(size / 1e6)} MB); splits het stuk of verhoog max_mb"


def too_slow(limits: Limits) -> str:
    """Reason for a file that took longer than allowed."""
    seconds = f"{with_points(limits.seconds)} {'seconde' if limits.seconds == 1 else 'seconden'}"
    return f"lezen duurde langer dan {seconds}; kijk of dit het goede bestand is, of verhoog seconden_per_bestand"


def too_much_memory(limits: Limits) -> str:
    """Reason for a file that asked for more memory than allowed."""
    memory = f"{with_points(limits.memory_mb)} MB geheugen"
    return f"vroeg meer dan {memory}; kijk of dit het goede bestand is, of verhoog geheugen_mb"


def too_much_text(limits: Limits) -> str:
    """Reason for a file with more characters than any paper has."""
    return f"meer dan {with_points(limits.characters)} tekens; splits het stuk"


def check(path: Path, limits: Limits) -> None:
    """Looks at size and first bytes. Raises `UnreadableFile` for what is no PDF or cannot be opened."""
    try:
        if path.is_dir():
            raise UnreadableFile("geen bestand maar een map; leg het bestand zelf in de inbox")
        size = path.stat().st_size
        if size == 0:
            raise UnreadableFile("leeg bestand (0 bytes); haal het opnieuw op")
        if larger := too_large(size, limits):
            raise UnreadableFile(larger)
        with path.open("rb") as file:
            head = file.read(TELLING)
    except FileNotFoundError as error:
        raise UnreadableFile(
            "bestand niet gevonden: verdwenen sinds de inbox is bekeken; de volgende run kijkt opnieuw"
        ) from error
    except PermissionError as error:
        raise UnreadableFile("geen rechten om het bestand te lezen; geef leesrechten") from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            "bestand is niet te lezen van de schijf; laat die nakijken of haal het bestand opnieuw op"
        ) from error
    if not is_pdf(head):
        raise UnreadableFile(f"{no_pdf(head)}; {AS_PDF}")


def why_damaged(path: Path) -> str:
    """The likeliest reason why a PDF does not open."""
    with path.open("rb") as file:
        file.seek(max(0, path.stat().st_size - 2048))
        return DAMAGED if b"%%EOF" in file.read() else TRUNCATED
