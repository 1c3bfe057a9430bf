"""Forms of Adobe's own sort (XFA): what they say is drawn by Adobe's program alone, and others see one page that asks for patience."""

from __future__ import annotations

import re

FULL = 2
"""PDFium's number for a form of which every page is to be made from its XFA (`NeedsRendering`)."""
MOST_WORDS = 120
"""Words of the page that stands in for such a form, in whatever language; a page with more says something itself."""
_STAND_IN = re.compile(
    r"\W*(please wait\W+if this message is not eventually replaced"
    r"|een ogenblik geduld\W+als (dit bericht|deze melding)\b.{0,60}\bniet\b.{0,30}\bvervangen)",
    re.IGNORECASE | re.DOTALL,
)


def stands_in(text: str, form: int = 0) -> bool:
    """Whether a text is all that other programs see of such a form: by its words, or by the kind of form that PDFium says it is."""
    return bool(_STAND_IN.match(text)) or (form == FULL and len(text.split()) <= MOST_WORDS)
