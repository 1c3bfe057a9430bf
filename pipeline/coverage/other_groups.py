"""Passages of a policy on labour migrants that are about somebody else: what a municipality does for the elderly is none of it."""

from __future__ import annotations

import re

from pipeline.documents.groups import OTHER_GROUP, TARGET_GROUP
from pipeline.documents.wording import whole
from pipeline.language.passages import Passage

_OTHERS = whole(
    (
        *(
            "bijstandsgerechtigden?",
            r"bijstands?uitkering\w*",
            r"uitkeringsgerechtigden?",
            "afstand tot de arbeidsmarkt",
        ),
        *(r"inwoners van \d+ jaar", r"\d\d-?plussers", r"mantelzorg\w*", "jeugdigen", r"leerplicht\w*", "kinderopvang"),
        *("dak- en thuislozen uit de (?:eigen )?regio", r"drugs(?:lab|pand|afval)\w*", r"hennep\w*"),
    )
)
"""Groups and subjects that share our words (huisarts, opvang, loon, controle) and are others."""
_OTHER_HEADINGS = whole(("ondermijning", "participatie(?:wet)?", "jeugd(?:zorg)?", "rechtmatigheid", "wmo"))
_OURS = re.compile(
    r"migrant|uitzend|inlener|seizoen|\beu\b|europe|buitenland|logies|huisvester|nachtregister|\brni\b|short\s?stay"
    r"|\bpol(?:en|se)\b|\bpools|roeme|bulga|tijdelijke\s+(?:werknemers|krachten|bewoners)",
    re.IGNORECASE,
)
"""Signs that labour migrants are meant as well."""


def about_others(passage: Passage) -> bool:
    """Whether a passage opens with another group, or stands under its heading, and gives no sign that labour migrants are meant."""
    heading = passage.section[-1] if passage.section else ""
    opening = passage.sentences[0].text if passage.sentences else passage.text
    told = any(pattern.search(opening) or pattern.search(heading) for pattern in (OTHER_GROUP, _OTHERS))
    if not told and not _OTHER_HEADINGS.search(heading):
        return False
    said = f"{heading} {passage.lead_in} {passage.text}"
    return not (_OURS.search(said) or TARGET_GROUP.search(said))
