"""Whether a paper is the plan by which policy will be made, and no policy: "Plan van aanpak om te komen tot een nota"."""

from __future__ import annotations

import re

from pipeline.documents.announcement_words import PAPERS
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.parts import Parts, PrintedLine
from pipeline.documents.wording import any_of

_PLAN = (
    r"(?:plan\s+van\s+aanpak|proces(?:plan|voorstel|notitie)|projectplan|project(?:opdracht|voorstel)|startno(?:ta|titie)|startdocument"
    r"|bestuursopdracht|opdracht)"
)
_POLICY = rf"\b(?:{any_of(PAPERS)}|\w*(?:beleid|visie|nota|kader|verordening))\b"
_MAKING = (
    r"(?:(?:te\s+)?komen\s+tot|(?:te\s+ontwikkelen|op\s+te\s+stellen)|(?:opstellen|ontwikkel(?:en|ing)|totstandkoming|maken|schrijven|herzien(?:ing)?"
    r"|actualis(?:eren|atie))(?:\s+van)?)"
)
_TO_MAKE = re.compile(
    rf"^\W*{_PLAN}\W+(?:(?:(?:voor\s+het|om|tot(?:\s+het)?|voor|naar)\s+)?{_MAKING}|(?:op\s+weg\s+)?naar|richting|(?:voor\s+)?(?:een\s+)?(?:nieuwe?|eigen|toekomstige?))\s+"
    rf"(?:(?:een|de|het|nieuwe?|eigen|integra\w+|lokaal|lokale|gemeentelijke?)\s+){{0,3}}{_POLICY}",
    re.IGNORECASE,
)
"""A title of such a plan: what is to be made stands behind how."""
_TO_MAKE_IT = re.compile(
    rf"^\W*(?:startno(?:ta|titie)|startdocument|bestuursopdracht|proces(?:plan|voorstel|notitie)|project(?:opdracht|voorstel))\W+(?:[\w-]+\s+)?{_POLICY}",
    re.IGNORECASE,
)
"""A plan of a sort that only comes before something, and the policy itself behind it: "Bestuursopdracht huisvestingsvisie"."""
_BARE = re.compile(rf"^\W*{_PLAN}\b", re.IGNORECASE)
_CARRIED_OUT = (
    r"\b(?:uit\s?(?:te\s+)?voer\w+|uitgevoerd|toepassen|toegepast|handhaven|naleven|nageleefd|wordt|worden|is|zijn)\b"
)
"""Behind policy that is there already: "Resultaat: het beleid wordt uitgevoerd"."""
_PRODUCT = re.compile(
    r"^\W*(?:\d[\d.)]*\s+)?(?:(?:beoogd|gewenst|op\s+te\s+leveren|te\s+leveren)\s+)?(?:(?:eind)?product(?:en)?|(?:eind|project)?resultaat|opdracht|opbrengst)\s*[:|–-]\s*"
    rf"(?:(?:een|de|het|nieuwe?|eigen|integra\w+|concept|lokaal|lokale|gemeentelijke?)[\s-]+){{0,4}}(?P<paper>{_POLICY}(?![^.;|]{{0,80}}?{_CARRIED_OUT})(?P<on>[^.;|]{{0,80}}))",
    re.IGNORECASE,
)
"""A field of such a plan that names the policy that it is to bring: "Product: een visie op arbeidsmigranten"."""


def plan_to_make(parts: Parts) -> PrintedLine | None:
    """The line that says so: the title, or under a title that only calls it a plan the field with what it is to bring."""
    titles = [block.text for block in parts.banners]
    for line in parts.head:
        if line.apart and (_TO_MAKE.match(line.text) or _TO_MAKE_IT.match(line.text)):
            return line
    if not any(map(_BARE.match, titles)):
        return None
    return next((line for line in parts.head if _PRODUCT.match(line.text)), None)


def makes_theirs(line: PrintedLine) -> bool:
    """Whether the policy that such a line names is on labour migrants."""
    return bool(TARGET_GROUP.search(line.text))
