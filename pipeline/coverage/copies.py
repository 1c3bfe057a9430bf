"""Copies: papers with the same text and other bytes, saved anew or had from another website. Together they count once.

The same is done to twins, which have the same bytes, before they are read: the first name counts, one with a `.toml` before one
without. Of copies more is known by then, and none of what one of them tells may be lost by counting another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from pipeline.coverage.dossier import Dossier
from pipeline.documents.paper import FILE_NAME, PaperKind, PaperStatus


def counted_as(dossiers: Iterable[Dossier]) -> dict[str, Dossier]:
    """Return by path what each paper counts as: its own dossier, or that of the copy of it that counts. That one knows its copies.

    A copy of another municipality, as the folder that it lies in may say, counts for itself.
    """
    by_text: dict[tuple[str, str], list[Dossier]] = {}
    for dossier in dossiers:
        by_text.setdefault((dossier.text, "" if dossier.text else dossier.path), []).append(dossier)
    return {path: one for same in by_text.values() for path, one in _counted_of(same).items()}


def once(dossiers: Iterable[Dossier]) -> list[Dossier]:
    """Return the dossiers that count, each once."""
    return list({one.path: one for one in counted_as(dossiers).values()}.values())


def _counted_of(same: Sequence[Dossier]) -> dict[str, Dossier]:
    gathered: list[list[Dossier]] = []
    for dossier in sorted(same, key=_says_most):
        whose = set(dossier.paper.owners.value)
        others = (ones for ones in gathered if whose <= set(ones[0].paper.owners.value))
        if (ones := next(others, None)) is not None:
            ones.append(dossier)
        else:
            gathered.append([dossier])
    counted: dict[str, Dossier] = {}
    for ones in gathered:
        counted |= dict.fromkeys((one.path for one in ones), _with_copies(ones))
    return counted


def _with_copies(ones: Sequence[Dossier]) -> Dossier:
    first, *others = ones
    return replace(first, copies=tuple(sorted(one.sha256 for one in others))) if others else first


def _says_most(dossier: Dossier) -> tuple[Any, ...]:
    """Order of copies, the one that counts first: what a person states wins, then what the name or place of one adds to the text.

    A name that calls it a draft goes behind any status that the text shows, and before none. Of two days the first is when it was there.
    """
    paper = dossier.paper
    return (
        not dossier.stated,
        not paper.about.value,
        -len(set(paper.owners.value)),
        paper.kind.value is PaperKind.OTHER,
        paper.status.value is PaperStatus.UNKNOWN,
        paper.status.source == FILE_NAME,
        dossier.moment or date.max,
        dossier.path,
    )
