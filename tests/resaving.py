"""The same paper as other bytes, as it comes from another website or program."""

from __future__ import annotations

from pathlib import Path

import pikepdf


def resave(paper: Path, target: Path, title: str = "opnieuw opgeslagen") -> Path:
    """Save a PDF anew at `target`: in another version of the format, packed otherwise, with other metadata."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with pikepdf.open(paper) as pdf:
        del pdf.docinfo
        pdf.docinfo["/Title"] = title
        pdf.docinfo["/CreationDate"] = "D:20240102030405Z"
        pdf.save(
            target,
            min_version="1.7",
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
            recompress_flate=True,
            deterministic_id=True,
        )
    assert target.read_bytes() != paper.read_bytes()
    return target
