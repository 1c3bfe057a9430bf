"""What a person states of a paper in the `.toml` beside it, as far as it can be used, and what is said (Dutch) of what cannot."""

from __future__ import annotations

import hashlib
from pathlib import Path

from pipeline.documents.override import Override, OverrideError, read_override
from pipeline.night.remarks import told_apart
from pipeline.sources.folder import InboxFile, printable

SAME_PAPER = "{} is niet gebruikt: {} is hetzelfde stuk en telt, met wat daar in een .toml staat"


def stated(file: InboxFile) -> Override | None:
    """Return what of the `.toml` of a file can be used; None where it has none, or nothing of it can be used."""
    return _read(file)[0]


def unheard(file: InboxFile, counting: InboxFile | None = None) -> str:
    """Return what is stated of a file that is not used, and why (Dutch), "" where all is; `counting` is the other file with the same
    paper, where that one counts."""
    if counting is None or file.override is None or file.stated == counting.stated:
        unused = _read(file)[1]
    else:
        unused = SAME_PAPER.format(_name(file), counting.path)
    return told_apart(unused, file.unused)


def stated_key(file: InboxFile) -> str:
    """Return a text that is another one as soon as something else is stated."""
    if file.override is None:
        return file.unused
    return file.unused + (file.stated if isinstance(file.stated, str) else hashlib.sha256(file.stated).hexdigest())


def _read(file: InboxFile) -> tuple[Override | None, str]:
    if file.override is None:
        return None, ""
    if isinstance(file.stated, str):
        return None, file.stated
    try:
        override, fault = read_override(_name(file), file.stated), ""
    except OverrideError as error:
        override, fault = error.usable, str(error)
    return override, " ".join(filter(None, (fault, _never_valid(override))))


def _name(file: InboxFile) -> str:
    return str(printable(Path(file.override.name))) if file.override else ""


def _never_valid(override: Override | None) -> str:
    """That what is stated has a paper end before it was made, "" where it has not."""
    if override is None or override.date is None or override.valid_until is None:
        return ""
    if override.valid_until > override.date:
        return ""
    return (
        f"{override.source}: geldig_tot ({override.valid_until}) ligt niet na datum ({override.date}), dus het stuk geldt nooit; "
        "kijk of beide dagen kloppen."
    )
