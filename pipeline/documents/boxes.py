"""Boxes of a form: which choice is ticked, and which stands open."""

from __future__ import annotations

import re

TICK = r"(?:☒|☑|✓|✔|✗|✘|■|⊠|⬛|◼|\[\s?[xXvV]\s?\]|\(\s?[xXvV]\s?\)|(?<!\w)[xX](?!\w))"
OPEN = r"(?:☐|□|▢|❏|❑|○|◯|\[\s*\]|\(\s*\)|_{2,})"
BOX = re.compile(rf"{TICK}|{OPEN}")
_DRAWN_OPEN = "☐□▢❏❑"
_DRAWN = f"{_DRAWN_OPEN}☒☑⊠"
_NOT_CHOSEN = re.compile(rf"[{_DRAWN_OPEN}][^{_DRAWN}]*")


def chosen(line: str) -> str:
    """The line without the choices before which an open box is drawn: "☐ Amendement ☒ Motie" → "☒ Motie".

    A line whose boxes stand behind the choices is left as it is.
    """
    return _NOT_CHOSEN.sub("", line).strip() if line.lstrip()[:1] in _DRAWN and line.strip() else line


def ticked(line: str) -> str:
    """The one choice of a line that is ticked, its boxes before or behind the choices: "ontwerp ☒ vaststelling ☐" → "ontwerp".

    A line without a box, or with more than one ticked, is left as it is.
    """
    boxes = [*BOX.finditer(line)]
    marked = [n for n, box in enumerate(boxes) if re.fullmatch(TICK, box.group())]
    if len(marked) != 1:
        return line
    number, behind = marked[0], line.rstrip().endswith(boxes[-1].group())
    if behind:
        return line[boxes[number - 1].end() if number else 0 : boxes[number].start()].strip()
    return line[boxes[number].end() : boxes[number + 1].start() if number + 1 < len(boxes) else len(line)].strip()
