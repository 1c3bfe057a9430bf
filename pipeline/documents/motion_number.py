"""The number of a motion in all its forms: 13a, M7, M-2020-12, 20-M-04, or only in the file name."""

from __future__ import annotations

import re

from pipeline.documents.parts import Parts, printed_lines
from pipeline.extraction.blocks import BlockKind

_NUMBER = (
    r"(?P<number>[A-Z]{0,3}[-. "
    r"]?\d{1,4}(?:[-./][A-Z]{1,2})?(?:[-./]?(?<=[-./A-Z])\d{1,4})?\s?[a-zA-Z]?)(?![\w])(?!\s*(?:januari"
    r"|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|[-/]\s?\d))"
)
_NUMBERED = re.compile(
    rf"\bmotie(?:nummer|nr\.?)?\s*[:#|-]?\s*(?:(?:nr\.?|nummer|no\.?|n°)\s*[:.]?\s*)?(?-i:{_NUMBER})", re.IGNORECASE
)
_NUMBER_FIELD = re.compile(rf"^\W*(?:motie)?(?:nummer|nr\.?|no\.?)\s*[:.|]?\s*(?-i:{_NUMBER})", re.IGNORECASE)
_NUMBER_ALONE = re.compile(
    r"^\W*(?P<number>M[-. ]?\d{1,4}(?:[-./]\d{1,4})?[a-z]?|\d{2,4}[-/]M[-]?\d{1,3}[a-z]?"
    r"|\d{1,3}[a-z])(?:\W*$|\s*[-–:|]\s|\s+(?i:(?:gewijzigde\s+)?motie)\b)",
)
_NUMBER_IN_NAME = re.compile(
    r"(?<![a-z0-9])(?:motie[ -]*)?(?:(?P<m>m)[ -]?(?P<digits>\d{1,4}(?:-\d{1,4})?[a-z]?)|(?<=motie "
    r")(?P<bare>\d{1,3}[a-z]?)|(?<=motie-)(?P<dashed>\d{1,3}[a-z]?))(?![a-z0-9])",
    re.IGNORECASE,
)


def number_of(parts: Parts) -> str:
    """As written, without the word or spaces: 13a, M7, M-2020-12; "" for a motion without a number."""
    banners = sorted(parts.banners, key=lambda block: block.kind == BlockKind.FURNITURE)
    lines = [line.text for block in banners for line in printed_lines(block)][:30]
    for pattern in (_NUMBER_FIELD, _NUMBERED, _NUMBER_ALONE):
        for line in lines:
            match = pattern.search(line)
            if match and not re.fullmatch(r"(?:19|20)\d\d", match["number"].strip()):
                return re.sub(r"\s+", "", match["number"])
    named = _NUMBER_IN_NAME.search(parts.stem)
    if not named:
        return ""
    return f"M{named['digits']}" if named["m"] else named["bare"] or named["dashed"]
