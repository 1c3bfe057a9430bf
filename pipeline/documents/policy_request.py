"""Whether a motion asks for a policy paper or for a single service."""

from __future__ import annotations

import re

_MAKING = (
    r"(?:op\s+te\s+stellen|opstellen|opgesteld|opstelt|te\s+ontwikkelen|ontwikkelen|ontwikkelt|te\s+maken"
    r"|uit\s+te\s+werken|uitwerken|uitgewerkt|te\s+formuleren|formuleren"
    r"|vast\s+te\s+stellen|vast\s+te\s+leggen|voor\s+te\s+leggen|aan\s+te\s+bieden|te\s+komen|komen|komt"
    r"|te\s+schrijven|te\s+actualiseren|actualiseren|te\s+herzien|herzien"
    r"|voor\s+te\s+bereiden|voorbereiden|te\s+leveren|in\s+te\s+dienen|te\s+realiseren|te\s+presenteren"
    r"|op\s+te\s+leveren|tot\s+stand\s+te\s+brengen|te\s+hebben|te\s+vormen|vormgeven|te\s+ontwerpen|te\s+verbreden|te\s+verruimen)"
)
_POLICY_PAPER = (
    r"(?:(?:\w*beleids?(?:nota|notitie|kader|plan|regels|visie|stuk|document|voorstel)?|\w*nota|\w*notitie"
    r"|\w*visie|\w*kaders?|\w*verordening|\w*strategie|\w*programma"
    r"|(?:integra\w+|regiona\w+|lokale|gemeentelijk\w*|gezamenlijk\w*|samenhangend\w*"
    r"|brede?)\s+(?:\w+\s+)?(?:plan\s+van\s+aanpak|\w*aanpak|\w*plan|agenda)|masterplan|actieplan"
    r"|plan\s+van\s+aanpak\s+arbeidsmigra\w+))"
)
_WITHIN = (
    r"(?:binnen|in|conform|volgens|uit|bij|op\s+basis\s+van|als\s+onderdeel\s+van|vanuit|naast|van|aan"
    r"|over|voor)\s+(?:(?:de|het|dit|deze|ons|onze|bestaande?|huidige?|geldende?|toekomstige?|nieuwe?"
    r"|komende?|lokale?)\s+)+"
)
_NO_TIME = r"(?!(?:jaar|einde?|zomer\w*|kwartaal|reces|voorjaar|najaar|maand|begin)\b)"
"""When it is asked for ("voor de zomer beleid …") is nothing that it stands within."""
_WITHIN_IT = re.compile(rf"\b{_WITHIN}(?:{_NO_TIME}\w+\s+){{0,2}}$", re.IGNORECASE)
_NONE = re.compile(r"\bgeen\s+(?:\w+\s+)?$", re.IGNORECASE)
_ASKS_POLICY = re.compile(
    rf"(?<!\w)(?P<noun>{_POLICY_PAPER})\b[^.;]{{0,160}}?\b{_MAKING}\b|\b(?:komen\s+(?:met|tot)"
    rf"|opstellen\s+van|ontwikkelen\s+van|uitwerken\s+van|maken\s+van|zorgen\s+voor|werk\s+te\s+maken\s+van"
    rf"|formuleer|stel|ontwikkel|maak)\s+(?:(?!het\b|de\b)\w+\s+){{0,4}}?(?P<object>{_POLICY_PAPER})\b"
    rf"|(?:te\s+voorzien\s+in|voorstel\w*\s+(?:(?:te\s+doen|voor\s+te\s+bereiden|te\s+maken)\s+)?(?:voor|tot)|initiatief\s+te\s+nemen\s+(?:tot|voor)|te\s+vervangen\s+door)\s+(?:(?!het\b|de\b)\w+\s+){{0,3}}?(?P<proposed>{_POLICY_PAPER})\b"
    rf"|(?:haast|spoed|vaart)\s+te\s+maken\s+met\s+(?:(?:de|het|een)\s+)?(?:\w+\s+){{0,2}}?(?P<hurried>{_POLICY_PAPER})\b"
    rf"|(?:zorgen\s+dat|dat\s+de\s+gemeente)\b[^.;]{{0,60}}?\b(?P<there>{_POLICY_PAPER})\s+(?:ligt|komt|krijgt|is\b|heeft)"
    rf"|(?P<whose>plan\s+van\s+aanpak)\s+(?:op\s+te\s+stellen|te\s+maken|te\s+ontwikkelen)\s+(?:voor|over|rond)\s+[^.;]{{0,40}}?\barbeidsmigra\w+"
    rf"|(?P<must>{_POLICY_PAPER})\s+(?:\w+\s+){{0,8}}?(?:moet|dient|nodig\s+is|gewenst\s+is)",
    re.IGNORECASE,
)


def asks_policy(request: str) -> bool:
    """Whether a request wants a policy paper made, not a single service within policy that exists or is to come."""
    for match in _ASKS_POLICY.finditer(request):
        before = request[: match.start(match.lastgroup or 0)]
        if not _WITHIN_IT.search(before) and not _NONE.search(before):
            return True
    return False
