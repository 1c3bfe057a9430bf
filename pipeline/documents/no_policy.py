"""What is called a policy paper and is none of its municipality: another sends it, it explains what holds, applies it to one site,
makes pay for it, or only makes it known."""

from __future__ import annotations

from pipeline.documents.answers import answers
from pipeline.documents.firm import sending_firm, sending_nation
from pipeline.documents.levy import levy_ordinance
from pipeline.documents.notice import notice
from pipeline.documents.one_site import one_site
from pipeline.documents.paper import Derived, PaperKind
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.web_page import is_web_page


def no_policy(parts: Parts) -> Derived[PaperKind] | None:
    """`overig` with the reason, the first that holds; None where none does."""
    for why, page in (
        ("afzender is een bedrijf of stichting", sending_firm(parts)),
        ("afzender is een landelijke organisatie", sending_nation(parts)),
        ("afdruk van een webpagina", parts.first_page if is_web_page(parts) else None),
        ("plan of vergunning voor één locatie", one_site(parts)),
        ("verordening op een belasting", levy_ordinance(parts)),
        ("vragen met antwoorden", answers(parts)),
        ("bekendmaking van wat elders staat", notice(parts)),
    ):
        if page is not None:
            return Derived(PaperKind.OTHER, page_source(why, page))
    return None
