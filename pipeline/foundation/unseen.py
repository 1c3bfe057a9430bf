"""Signs that show nothing themselves but change how what stands around them is shown, as by turning the direction of reading."""

from __future__ import annotations

import re

TURNING = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
"""Signs that turn the direction of reading."""
WIDTHLESS = "\u200b\u200c\u200d\u2060\ufeff"
"""Signs that take no room."""
_CONTROLS = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f{TURNING}{WIDTHLESS}]")
_LINE_ENDS = re.compile("[\t\n\r\x85\u2028\u2029]+")


def without_unseen(text: str) -> str:
    """Return a text on one line without such signs and other control characters."""
    return text if text.isprintable() else _LINE_ENDS.sub(" ", _CONTROLS.sub("", text))
