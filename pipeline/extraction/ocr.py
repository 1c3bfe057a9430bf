"""Whether pages without usable text can be recognised here, which ones, and what to say where they cannot.

The recognition itself (`recognition`) runs OCRmyPDF with Tesseract's Dutch in the child process.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from importlib.util import find_spec
from pathlib import Path

from pipeline.extraction import refusal
from pipeline.extraction.blocks import Extraction, FileState, Page, PageState
from pipeline.foundation.dutch import listed, with_points

OCR_VERSION = "1"
"""Raise when pages are recognised otherwise: papers with such pages are then read again, others not."""
LANGUAGE = "nld"
INSTALL = "installeer het met: make ocr"
PROCESS = "proces"
"""File in a scratch folder with the process group of OCRmyPDF, so that it can be ended when its parent was killed."""


@dataclass(frozen=True, slots=True)
class Ocr:
    """Whether and how far pages without usable text are recognised. `missing` (Dutch) names what has to be installed first;
    `seconds` is what one page may take, `pages` how many of one file are recognised."""

    wanted: bool = True
    missing: tuple[str, ...] = ()
    seconds: float = 120
    pages: int = 200

    @property
    def ready(self) -> bool:
        """Whether pages are recognised in this run."""
        return self.wanted and not self.missing

    @property
    def key(self) -> str:
        """Part of the key of readings of files with such pages."""
        return f"ocr{OCR_VERSION}-{self.seconds:g}s-{self.pages}p"


OFF = Ocr(wanted=False)


def what_is_missing() -> tuple[str, ...]:
    """What has to be installed before pages can be recognised, in Dutch; nothing when all is there."""
    lacks = [] if find_spec("ocrmypdf") else ["het Python-pakket ocrmypdf"]
    if not shutil.which("tesseract"):
        return (*lacks, "Tesseract", "de Nederlandse taal van Tesseract")
    return (*lacks, *([] if LANGUAGE in _languages() else ["de Nederlandse taal van Tesseract"]))


def _languages() -> list[str]:
    """What Tesseract can read; nothing where it does not answer."""
    try:
        told = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return []
    return told.stdout.split()


def without_text(extraction: Extraction) -> list[int]:
    """Numbers of the pages that recognition may read: scans, and pages whose fonts map to no characters."""
    return [page.number for page in extraction.pages if _may_be_recognised(page)]


def _may_be_recognised(page: Page) -> bool:
    return page.state is PageState.SCAN or (page.state is PageState.UNMAPPED and page.reason != refusal.DAMAGED_PAGE)


def advised(extraction: Extraction, ocr: Ocr) -> Extraction:
    """A file with pages that were not recognised, its reason saying what to do about it."""
    if not ocr.wanted:
        advice = "tekenherkenning staat uit (instelling ocr)"
    else:
        advice = f"voor tekenherkenning ontbreekt {listed(ocr.missing)}: {INSTALL}"
    return remarked(extraction, advice, without_text(extraction))


def remarked(extraction: Extraction, remark: str, pages: Sequence[int]) -> Extraction:
    """The extraction with a remark at the reason of these pages, and at its own when none of it could be read."""
    if not pages:
        return extraction
    if extraction.state is FileState.UNREADABLE:
        extraction = replace(extraction, reason=f"{extraction.reason}; {remark}")
    chosen = set(pages)
    return replace(
        extraction,
        pages=tuple(
            replace(page, reason=f"{page.reason}; {remark}") if page.number in chosen else page
            for page in extraction.pages
        ),
    )


def seconds_for(pages: int, ocr: Ocr, limits: refusal.Limits) -> float:
    """What reading a file again with that many recognised pages may take in all."""
    return limits.seconds + ocr.seconds * pages


def failed(reason: str) -> str:
    """Remark at pages of which the recognition had to be stopped, for `reason`."""
    return f"tekenherkenning afgebroken: {reason}"


def too_many(ocr: Ocr) -> str:
    """Remark at pages beyond those that are recognised."""
    return f"niet herkend: meer dan {with_points(ocr.pages)} bladzijden zonder tekst (instelling ocr_max_paginas)"


def end_group(scratch: Path) -> None:
    """Ends what OCRmyPDF left running whose process group stands in this folder, if any."""
    note = scratch / PROCESS
    with suppress(OSError, ValueError):
        group = int(note.read_text())
        note.unlink()
        os.killpg(group, signal.SIGKILL)
