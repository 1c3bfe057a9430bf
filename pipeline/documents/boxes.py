"""Boxes of a form: which choice is ticked, and which stands open."""

from __future__ import annotations

import re

TICK = r"(?:☒|☑|✓|✔|✗|✘|■|⊠|⬛|◼|\[\s?[xXvV]\s?\]|\(\s?[xXvV]\s?\)|(?<!\w)[xX](?!\w))"
OPEN = r"(?:☐|□|▢|❏|❑|○|◯|\[\s*\]|\(\s*\)|_{2,})"
_DRAWN_OPEN = "☐□▢❏❑"
_DRAWN = f"{_DRAWN_OPEN}☒☑⊠"
_NOT_CHOSEN = re.compile(rf"[{_DRAWN_OPEN}][^{_DRAWN}]*")


def chosen(line: str) -> str:
    """The line without the choices before which an open box is drawn: "☐ Amendement ☒ Motie" → "☒ Motie".

    A line whose boxes stand behind the choices is left as it is.
    """
    return _NOT_CHOSEN.sub("", line).strip() if line.lstrip()[:1] in _DRAWN and line.strip() else line
