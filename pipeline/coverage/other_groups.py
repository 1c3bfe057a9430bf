"""Passages of a policy on labour migrants that are about somebody else: what a municipality does for the elderly is none of it."""

from __future__ import annotations

import re

from pipeline.documents.groups import OTHER_GROUP, TARGET_GROUP
from pipeline.documents.wording import whole
from pipeline.language.passages import Passage

_OTHERS = whole(
    (
        *("statushouders?", "asielzoekers?", "vluchtelingen", "ontheemden", "ouderen", "senioren"),
        *(
            "bijstandsgerechtigden?",
            r"bijstands?uitkering\w*",
            r"uitkeringsgerechtigden?",
            "afstand tot de arbeidsmarkt",
        ),
        *(r"inwoners van \d+ jaar", r"\d\d-?plussers", r"mantelzorg\w*", "jeugdigen", r"drugs(?:lab|afval)\w*"),
        "dak- en thuislozen uit de (?:eigen )?regio",
    )
)
"""Groups and subjects that share our words (huisarts, opvang, loon, controle). Starters and students are often named beside our group,
and a vergunninghouder mostly holds a permit: these count in a heading alone."""
_OTHER_HEADINGS = whole(("ondermijning", "participatie(?:wet)?", "jeugd(?:zorg)?", "rechtmatigheid", "wmo"))
_OURS = re.compile(
    r"migrant|uitzend|inlener|seizoen|\beu\b|europ|tijdelijk\s+werk|hier\s+(?:tijdelijk\s+)?(?:komen\s+)?werken|buitenland|logies|huisvester|nachtregister|\brni\b|short\s?stay"
    r"|\bpol(?:en|se)\b|\bpools|roeme|bulga|tijdelijke\s+(?:werknemers|krachten|bewoners)"
    r"|uitbuit|mensenhandel|comensha|fairwork|paspoort|onderbeta|inspectie\s+szw|arbeidsinspectie|\bbureaus\b",
    re.IGNORECASE,
)
"""Signs that labour migrants are meant as well."""


def about_others(passage: Passage) -> bool:
    """Whether a passage opens with another group, or stands under its heading, and gives no sign that labour migrants are meant."""
    heading = passage.section[-1] if passage.section else ""
    opening = passage.sentences[0].text if passage.sentences else passage.text
    headed = OTHER_GROUP.search(heading) or _OTHERS.search(heading) or _OTHER_HEADINGS.search(heading)
    if not headed and not _OTHERS.search(opening):
        return False
    said = f"{heading} {passage.lead_in} {passage.text}"
    return not (_OURS.search(said) or TARGET_GROUP.search(said))
