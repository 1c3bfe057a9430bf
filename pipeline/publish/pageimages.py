"""Where the review site keeps the images of pages that it painted, by paper: those of a paper that is gone are cleared away."""

from __future__ import annotations

import contextlib
import shutil
from pathlib import Path

from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.publish.sitefile import SiteFileError, reading_site

FOLDER = ".bladzijden"


def images_folder(outputs: Path, sha: str) -> Path:
    """Return the folder of the images of a paper (SHA-256)."""
    return outputs / FOLDER / sha


def clear_images(outputs: Path) -> None:
    """Remove the images of papers that the site's file knows no more: what left the inbox is to be seen nowhere.

    Raises SiteFileError, FileNotFoundError where there is no such file.
    """
    with reading_site(outputs) as site:
        known = {sha for (sha,) in site.execute("SELECT DISTINCT sha FROM bestand")}
    folder = outputs / FOLDER
    try:
        for kept in folder.iterdir() if folder.is_dir() else ():
            if kept.name not in known:
                with contextlib.suppress(FileNotFoundError):  # somebody else took it away
                    shutil.rmtree(kept) if kept.is_dir() else kept.unlink()
    except OSError as error:
        raise SiteFileError(f"{folder} is niet op te ruimen: {os_fault(error)}. {remedy(error)}.") from error
