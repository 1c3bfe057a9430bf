"""Whether a firm, foundation, society or national body sends a paper for itself: its plan is no policy, whatever its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.documents.naming import is_a_name, named_in
from pipeline.documents.parts import Parts
from pipeline.documents.wording import lead_in
from pipeline.extraction.blocks import BlockKind
from pipeline.language.needed_words import expression

_HEAD, _END = 6, 4
"""Lines at the top and blocks at the end among which a sender stands."""
_NAME = 8
"""Words up to which a line can be no more than a sender's name."""
_LONG_TITLE = 20
_SOCIETY = r"(?:\w*(?:[Ss]tichting|[Vv]ereniging|[Cc]oöperatie)|STICHTING|VERENIGING)\s+[A-Z'’]"
_LEGAL_FORM = r"\b(?:B\.\s?V\.|N\.\s?V\.|BV|NV|V\.O\.F\.|VOF)(?!\w)"
_SENDER = re.compile(rf"^\W*(?:(?:[Nn]amens\s+)?(?:[Dd]e\s+)?{_SOCIETY}|(?:[Nn]amens\s+)?[A-Z][^:;]*{_LEGAL_FORM}\W*$)")
"""A line that is the name of a firm or society: "Stichting Goed Wonen", "Logies Zuid B.V."."""
_IN_TITLE = re.compile(rf"\bvan\s+(?:de\s+)?(?:{_SOCIETY}|[A-Z][^:;]*?{_LEGAL_FORM})")
"""In a title, whose it is: "Visie van Logies Zuid B.V. op huisvesting"."""
_MANAGED = re.compile(
    r"^\W*(?:met\s+vriendelijke\s+groet\w*|hoogachtend)\W+(?:de\s+)?(?:directie|directeur)\s+\w", re.IGNORECASE
)
_GEMEENTE = re.compile(r"\bgemeente(?:n|raad|bestuur)?\b", re.IGNORECASE)
_GEMEENTE_NAMED = re.compile(r"\b[Gg]emeente\s+(?P<name>[A-Z'’]\w+)")
_SPOKEN_OF = re.compile(
    r"\b(?:aan|in|binnen|bij|te|rond|met|naar)\s+(?:de\s+)?(?:(?:gemeente)?raad\s+van\s+)?(?:de\s+)?(?:gemeente\s+)?$",
    re.IGNORECASE,
)
"""Before a municipality that a firm writes to or of: "aan de raad van de gemeente", "arbeidsmigranten in"."""
NATIONAL = expression(
    r"^\W*(?:tweede\s+kamer|eerste\s+kamer|ministerie\s+van|minister\s+van|rijksoverheid|staatscourant"
    r"|kamerbrief|kamerstuk|aanjaagteam|vereniging\s+van\s+nederlandse\s+gemeenten|vng\b|interprovinciaal"
    r"|ser\b|sociaal-economische\s+raad|cbs\b|centraal\s+(?:bureau|planbureau)"
    r"|nederlandse\s+(?:arbeidsinspectie|vereniging)|inspectie\s+szw|rivm|scp\b)"
    r"|\bde\s+voorzitter\s+van\s+de\s+tweede\s+kamer\b",
    re.IGNORECASE,
)
"""How a line begins that names a body of the whole country."""
_DATED = re.compile(r"^,\s*(?:d\.d\.\s*)?\d")
_FOR = re.compile(r"\b(?:in\s+opdracht\s+van|opdrachtgever)\b[^.;]{0,60}?\b(?:gemeente\w*|[A-Z]\w+)", re.IGNORECASE)
_OWN_VOICE = re.compile(
    r"\b(?:onze\s+gemeente|ons\s+college|onze\s+gemeenteraad|(?:wij|we)\W+als\s+gemeente|als\s+gemeente\W+(?:\w+\s+){0,2}(?:wij|we)"
    r"|burgemeester\s+(?:en|&)\s+wethouders|gelet\s+op\s+(?:de\s+)?(?:artikel|gemeentewet|algemene)"
    r"|(?:raad|college|gemeente)\b[^.;]{0,120}\b(?:vastgesteld|stel(?:t|de)\b[^.;]{0,80}\bvast)"
    r"|vastgesteld\b[^.;]{0,80}\b(?:raad|college|gemeente))\b",
    re.IGNORECASE,
)
"""How a municipality speaks, or what says that it adopted the paper."""


def sending_firm(parts: Parts) -> int | None:
    """The page on which a firm, foundation or society shows that it sends the paper; None where none does, or a municipality speaks."""
    page = next(_sent_by_a_firm(parts), None)
    return None if page is None or _municipality_speaks(parts) else page


def sending_nation(parts: Parts) -> int | None:
    """The page on which a body of the whole country shows that it sends the paper; None where none does, or a municipality speaks."""
    page = next(
        (line.page for line in parts.head if line.block_words <= _LONG_TITLE and NATIONAL.match(line.text)), None
    )
    return None if page is None or _municipality_speaks(parts) else page


def _sent_by_a_firm(parts: Parts) -> Iterator[int]:
    """Pages on which it stands as sender: in the head, in the title, under the text."""
    for line in parts.head[:_HEAD]:
        named = _SENDER.match(line.text) and max(line.block_words, len(line.text.split())) <= _NAME
        titled = line.kind is BlockKind.HEADING and line.block_words <= _LONG_TITLE and _IN_TITLE.search(line.text)
        if (named or titled) and not _GEMEENTE.search(line.text):
            yield line.page
    for block in parts.body[-_END:]:
        if len(block.text.split()) <= _NAME and _signs(block.text) and not _GEMEENTE.search(block.text):
            yield block.page


def _signs(text: str) -> bool:
    return bool(_MANAGED.match(text) or _SENDER.match(text))


def _municipality_speaks(parts: Parts) -> bool:
    """Whether a municipality stands on the cover or in the colofon as whose it is, or speaks in the text."""
    if _OWN_VOICE.search(parts.text) or any(_FOR.search(line.text) for line in (*parts.front, *parts.colofon)):
        return True
    return any(_is_of_one(block.text) for block in parts.banners) or any(is_a_name(line.text) for line in parts.colofon)


def _is_of_one(text: str) -> bool:
    """Whether a line of the cover names a municipality other than as the one to which, or the place about which, it is written."""
    if _SENDER.match(text):
        return False
    starts = [match.start("name") for match in _GEMEENTE_NAMED.finditer(text)]
    starts += [mention.start for mention in named_in(text) if not _DATED.match(text[mention.end :])]
    return any(not _SPOKEN_OF.search(lead_in(text, start)) for start in starts)
