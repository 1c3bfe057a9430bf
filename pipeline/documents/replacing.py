"""Which earlier papers a paper withdraws or replaces, and from when."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain

from pipeline.documents.day import MONTHS, find_terms
from pipeline.documents.decision_list import heads_decisions
from pipeline.documents.earlier_title import (
    AFTER_TITLE,
    ALONE,
    EARLIER,
    LAPSES,
    PLAIN,
    QUOTES,
    STOP,
    SUBJECT,
    TITLE,
    TO_END,
    VAGUE,
    named_title,
)
from pipeline.documents.ending import ARTICLE, all_earlier, is_certain, paper_in, years_ahead
from pipeline.documents.listed_end import carried_in, listed_in, withdrawn_points
from pipeline.documents.listed_points import ended_points, of_executive
from pipeline.documents.marks import is_draft_mark
from pipeline.documents.naming import Names
from pipeline.documents.paper import Derived
from pipeline.documents.parts import Parts, page_source
from pipeline.documents.validity import NOUN, enters_on
from pipeline.documents.wording import LEAD_IN, NEXT_SENTENCE, PAPER_WORD, POINT, any_of, lead_in
from pipeline.extraction.blocks import Block, BlockKind
from pipeline.language.municipalities import predecessors
from pipeline.language.needed_words import Expression, expression
from pipeline.language.remembering import remembered

_HEAD = rf"(?:(?!(?:uit|van|in|bij|op|onder|volgens|voor|over|die|dat)\b)[\w-]+\s+){{0,3}}?{PAPER_WORD}\b"
"""A paper as what a sentence is about, not one out of which something is: "de afstandseis uit het beleid van 2015"."""
_WHOLE = rf"(?P<title>{_HEAD}(?:(?!\b(?:die|dat|welke|waar\w+|bepaalt|bevat|noemt)\b)[^;:.?]|\.(?=\w)){{0,140}}?)"
_OURS = r"(?:(?:al\s+)?(?:de|het|ons|onze)|alle)"
_OWN_WORD = rf"{_OURS}\s+(?:(?:op|bij|door)\s[^;:.]{{3,80}}?\bvastgestelde\s+)?[‘'\"“„«]*{_WHOLE}[’'\"”»]?,?\s+"
"""An earlier paper behind the verb: "wordt de op 3 mei 2016 vastgestelde Nota logies ingetrokken"."""
_ENDED_BY_IT = r"(?:ingetrokken|losgelaten|afgeschaft|vervallen\s+verklaard|buiten\s+werking\s+gesteld)"
_DECIDE = r"\b(?:besluit(?:en)?|besloten|besloot)\b"
_ADOPTED_BY = r"(?:(?:op|bij|door)\s[^;:.]{3,120}?\bvastgestelde\s+)?"
_LOSES = r"(?:haar|zijn|hun)\s+(?:werking|geldigheid|kracht)\s+verlie(?:st|zen)"
REPLACING: tuple[str, ...] = (
    rf"\bonder\s+(?:gelijktijdige\s+)?intrekking\s+van\s+{TITLE}{STOP}",
    (
        rf"\b(?:trekt|trekken|trok)\s+(?:hierbij\s+|hiermee\s+|tevens\s+|daarbij\s+"
        rf"|tegelijk\w*\s+)*{TITLE}\s+in\b(?!\s+(?:de|het)\b)"
    ),
    rf"\bin\s+te\s+trekken\b(?!\W*(?:omdat|want|nu|als|aangezien|op|per|met|vanaf|wegens|indien|zodra)\b)\s*:?\s*{TITLE}{STOP}",
    rf"(?:{_DECIDE}\s*:?\s+(?:om\s+)?|(?:^|[;,:|]\s+)(?:{POINT}\s+)?|\ben\s+){ARTICLE}\s+{_ADOPTED_BY}{ALONE},?\s+{TO_END}\b",
    rf"(?:{_DECIDE}\s*:?\s+(?:om\s+)?|(?:^|[;,:]\s+)(?:{POINT}\s+)?|\ben\s+)(?:zijn|haar|hun|ons|het)\s+(?:raads|college)?besluit\s+(?:(?:van|d\.d\.)\s+[^;:.]{{4,25}}?\s+)?tot\s+vaststelling\s+van\s+{TITLE},?\s+"
    r"(?:in\s+te\s+trekken|te\s+herroepen)\b",
    rf"(?<!het\s)(?<!een\s)(?<!dit\s)(?<!ons\s)(?<!uw\s){_DECIDE}\s*:?\s+(?:over\s+te\s+gaan\s+)?tot\s+(?:de\s+)?(?:gehele\s+)?intrekking\s+van\s+{TITLE}{STOP}",
    rf"{_DECIDE}(?:\s+(?!niet\b)\w+)?,?\s+dat\s+{TITLE},?\s+(?:(?:per|vanaf|met)\s[^;:.]{{3,50}}?\s+)?"
    rf"(?:{_LOSES}|{LAPSES}|(?:wordt|worden)\s+{_ENDED_BY_IT}|{_ENDED_BY_IT}\s+(?:wordt|worden))\b",
    rf"(?:\bbesluit(?:en)?\s*:\s*|^)(?:{POINT}\s+)?{ARTICLE}\s+(?P<title>{EARLIER}),?\s+(?:wordt|worden)\s+(?:(?:hier|daar)(?:bij|mee)\s+)?ingetrokken\b",
    rf"\b(?:vervangt|vervangen(?!\s+door\b)|ter\s+vervanging\s+van|opvolger\s+van|opvolging\s+van)\s+(?:hiermee\s+|daarmee\s+)?{TITLE}{STOP}",
    rf"\b(?:komt|komen|treedt|treden)\s+(?:daarmee\s+|hiermee\s+)?in\s+(?:de\s+)?plaats\s+van\s+{TITLE}{STOP}",
    rf"{SUBJECT}(?:wordt|worden|werd|werden|is|zijn)\s+{PLAIN}(?:{_ENDED_BY_IT}|vervangen\s+door\s+(?:deze|dit|de\s+voorliggende))",
    rf"{SUBJECT}(?:vervalt|vervallen|komt\s+te\s+vervallen|komen\s+te\s+vervallen)\b",
    rf"{SUBJECT}verlie(?:st|zen)\s+(?:\w+\s+){{0,8}}?(?:haar|zijn|hun)\s+(?:werking|geldigheid|kracht)\b",
    rf"{SUBJECT}(?:houdt|houden)\s+(?:\w+\s+){{0,4}}?op\s+te\s+(?:gelden|bestaan)\b",
    rf"(?<!het\s)\b(?:vervalt|vervallen)\s+(?:(?!(?:van|indien|zodra|als|wanneer|nadat|omdat)\b)\w+\s+)?(?P<title>{ARTICLE}\s+(?:(?!van\b|die\b|om\b|op\b|uit\b)[\w-]+\s+){{0,2}}?"
    rf"{PAPER_WORD}\b(?:[^;:.]|\.(?=\w)){{0,140}}?){STOP}",
    rf"\b(?:deze|dit)\s+{NOUN}\s+volgt\s+{TITLE}\s+op\b",
    rf"\b(?:komt|komen)\s+(?:daarmee\s+|hiermee\s+)?voor\s+{TITLE}\s+in\s+de\s+plaats\b",
    rf"(?:^|[.;:]\s+|\d\s+)Ingetrokken\s+(?:wordt|worden)\s*:?\s*{TITLE}{STOP}",
)
"""How papers end earlier ones; `title` is the earlier paper as written."""
_SINCE = (
    r"(?:(?:hiermee|daarmee|hierdoor|daardoor|dus|daarom|inmiddels|nu|voortaan|sindsdien|formeel|ook|vanaf\s+(?:nu|heden)|door\s+(?:de|uw|het|ons)\s+(?:gemeenteraad|raad|college)"
    r"|(?:per|op|vanaf|sinds|met\s+ingang\s+van)\s+\d[^.;,]{4,20}|sinds\s+(?:(?:vorig|dit)\s+jaar|kort|vorige\s+(?:maand|week))"
    rf"|sinds\s+{any_of(MONTHS)})\s+){{0,3}}"
)
_HELD = r"(?:geldig|van\s+kracht|van\s+toepassing|in\s+werking|bindend)"
_NO_LONGER = r"niet\s+(?:meer|langer)"
_GONE = (
    rf"(?:(?:geldt|gelden)\s+{_SINCE}{_NO_LONGER}|(?:is|zijn)\s+{_SINCE}{_NO_LONGER}\s+{_HELD}"
    rf"|(?:wordt|worden)\s+{_SINCE}{_NO_LONGER}\s+(?:toegepast|gehanteerd|gebruikt|gevolgd)"
    rf"|(?:heeft|hebben)\s+{_SINCE}geen\s+(?:gelding|werking|geldigheid|kracht)\s+meer"
    rf"|(?:bestaat|bestaan)\s+{_SINCE}{_NO_LONGER}|(?:is|zijn)\s+{_SINCE}van\s+(?:tafel|de\s+baan)(?:\s+gehaald)?"
    rf"|(?:is|zijn)\s+{_SINCE}(?:vervallen(?:\s+verklaard)?|buiten\s+werking(?:\s+(?:gesteld|getreden))?))"
)
_ALSO = r"(?:(?:is|zijn)\s+(?:\w+\s+)?(?:achterhaald|verouderd|uitgewerkt|geëvalueerd)\s+en\s+)?"
_SO = (
    r"(?:^|[.;:]\s+|\d\s+)(?-i:Hiermee|Daarmee|Hierdoor|Daardoor|Voortaan|Sindsdien|Met|Vanaf|Per|Sinds|Tegelijk(?:ertijd)?|Gelijktijdig"
    r"|Op\s+(?:dat|die|deze|datzelfde|dezelfde)\s+(?:moment|tijdstip|dag|datum)|Bij\s+(?:\w*besluit|raads\w+)|Op(?=\s+\d))\b(?:\s[^.;:?]{3,90}?)?"
)
_TERM = r"(?:geldigheidsduur|geldigheid|looptijd|werkingsduur|termijn)"
_AND_NO_MORE = (
    r"(?=\s*(?:[.;,!)(]|$|\b(?:per|met\s+ingang|sinds|vanaf|en|omdat|want|nu|zodra|maar|doordat|hiermee|daarmee)\b))"
)
"""What may follow, where a paper ends as a whole: "geldt niet meer voor logies op het erf" says it of a part."""
_WE = r"(?:wij|we|het\s+college|de\s+(?:gemeente|raad))"
_NOT_THERE = r"(?!(?:in|binnen|buiten|voor|bij|op|aan)\s+(?:het|de|een|bestaande|nieuwe|lopende)\s)"
"""Not where or for whom it holds no longer alone: "In het buitengebied passen wij de Nota niet meer toe"."""
NO_LONGER: tuple[str, ...] = (
    rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het|Ons|Onze)\s+{_WHOLE}\s+(?:pas(?:t|sen)\s+{_WE}\s+{_SINCE}{_NO_LONGER}\s+toe"
    rf"|(?:hante(?:ert|ren)|gebruik(?:t|en))\s+{_WE}\s+{_SINCE}{_NO_LONGER}){_AND_NO_MORE}",
    rf"(?:^|[.;:]\s+|\d\s+|(?:^|[.;]\s+){_NOT_THERE}[^.;:?]{{3,60}}?\s)(?:pas(?:t|sen)|hante(?:ert|ren))\s+(?:{_WE}\s+)?{_OURS}\s+{_WHOLE}\s+{_SINCE}{_NO_LONGER}"
    rf"(?:\s+toe)?{_AND_NO_MORE}",
    rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het|Ons|Onze)\s+{_WHOLE}\s+{_ALSO}{_GONE}{_AND_NO_MORE}",
    rf"{_SO}\s+(?:geldt|gelden)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}{_NO_LONGER}{_AND_NO_MORE}",
    rf"{_SO}\s+(?:is|zijn)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}"
    rf"(?:{_NO_LONGER}\s+{_HELD}|vervallen|ingetrokken|vervangen|van\s+(?:tafel|de\s+baan)|buiten\s+werking(?:\s+gesteld)?){_AND_NO_MORE}",
    rf"{_SO}\s+(?:wordt|worden)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+vervangen{_AND_NO_MORE}",
    rf"{_SO}\s+(?:komt|komen)\s+(?:er\s+)?een\s+einde?\s+aan\s+{TITLE}{STOP}",
    rf"(?:\bkwam\s+(?:er\s+)?{_SINCE}een\s+einde?|\been\s+einde?\s+(?:gekomen|gemaakt))\s+aan\s+{TITLE}{STOP}",
    rf"(?:^|[.;:]\s+|\d\s+)(?-i:Aan)\s+{_OURS}\s+{_WHOLE}\s+(?:is|kwam|heeft|hebben)\s+(?:{_WE}\s+)?{_SINCE}een\s+einde?\b",
    rf"\b(?-i:De|de)\s+{_TERM}\s+van\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+is\s+{_SINCE}(?:verstreken|verlopen|geëindigd|afgelopen|voorbij){_AND_NO_MORE}",
    rf"(?:^|[.;:]\s+|\d\s+)(?-i:De|Het|Ons|Onze)\s+{_WHOLE}\s+(?:liep|liepen)\s+{_SINCE}af{_AND_NO_MORE}",
    rf"\bdat\s+{_OURS}\s+{_WHOLE}\s+{_SINCE}(?:(?:is|zijn)\s+{_ENDED_BY_IT}|{_ENDED_BY_IT}\s+(?:is|zijn)){_AND_NO_MORE}",
    rf"{_SO}\s+(?:wordt|worden)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}{_NO_LONGER}\s+(?:toegepast|gehanteerd|gebruikt|gevolgd)",
    rf"{_SO}\s+(?:heeft|hebben)\s+(?:de|het|ons|onze)\s+{_WHOLE}\s+{_SINCE}geen\s+(?:gelding|werking|geldigheid|kracht)\s+meer",
    rf"{_SO}\s+(?:komt|komen)\s+{_OURS}\s+{_WHOLE}\s+(?:niet\s+)?te\s+vervallen\b",
)
"""How papers say that an earlier one holds no longer, `title` as above: "Ons huisvestingsbeleid uit 2015 geldt niet meer"."""
_ORGAN = r"(?:wij|we|(?:(?:de|uw)\s+(?:gemeente)?raad|(?:het|ons|uw)\s+college|burgemeester\s+en\s+wethouders)(?:\s+van\s+[\w'’-]+){0,3})"
_THEN = r"(?:(?:op|per|vanaf|met\s+ingang\s+van)\s+\d[^;:.]{4,25}?\s+|(?:inmiddels|daarom|toen|onlangs|ook)\s+)?"
VERB_FIRST: tuple[str, ...] = (
    rf"\b(?:heeft|hebben)\s+(?:{_ORGAN}\s+)?{_THEN}(?!de\s+gemeente\b){_OWN_WORD}{_THEN}{_ENDED_BY_IT}\b",
    rf"{SUBJECT}(?:heeft|hebben)\s+{_ORGAN}\s+{PLAIN}{_ENDED_BY_IT}\b",
    rf"(?<!\w)(?:wordt|worden)\s+(?:(?:hierbij|hiermee|daarmee|tevens|ook)\s+)?{_OWN_WORD}{_ENDED_BY_IT}\b(?!\s*\?)",
    rf"\bwaar(?:bij|mee|door|na)\s+{_OWN_WORD}(?:(?:wordt|worden)\s+{PLAIN}ingetrokken|ingetrokken\s+(?:wordt|worden)|{LAPSES})\b",
)
"""How they do so in a main clause that opens with something else, or in one that hangs on another, `title` as above: "Hiermee wordt de
Nota logies ingetrokken", "waarbij de Nota logies vervalt"."""
_NAME = (
    r"[‘'\"“„«]?(?P<title>(?!(?:de|het|een|artikel|hoofdstuk|paragraaf|bijlage|regel|punt)\b)(?-i:[A-Z])[\w'’-]*(?:\s+[\w'’-]+){2,9}?"
    r"(?:\s+\((?:19|20)\d\d\))?)[’'\"”»]?"
)
"""A paper with a name of its own that says nowhere that it is one: "Welkom in Someren (2015)"."""
_WITH_THIS = r"\b(?:met|door)\s+(?:de\s+)?(?:vaststelling|inwerkingtreding|komst)\s+van\s+(?:dit|deze)\s+[\w-]+\s+"
BY_NAME: tuple[str, ...] = (
    rf"{_WITH_THIS}(?:is|zijn|wordt|worden|komt|komen)\s+{_NAME}\s+(?:van\s+tafel|vervallen|ingetrokken|vervangen|te\s+vervallen)\b",
    rf"{_WITH_THIS}verval(?:t|len)\s+{_NAME}(?=\s*(?:[.;,]|$))",
    rf"\b(?:dit|deze)\s+{NOUN}\s+vervangt\s+{_NAME}(?=\s*(?:[.;,]|$|\b(?:uit|van)\s+\d))",
    rf"\b(?:raad|college|wethouders|wij)\s+trek(?:t|ken)\s+(?:hierbij\s+|hiermee\s+)?{_NAME}\s+in(?=\s*(?:[.;,]|$|\bper\b|\bmet\b))",
)
"""How they do so of a paper with such a name."""
_SPOKEN_OF = (
    rf"(?:^|[.;]\s+)(?:(?!(?:de|het|een|grond|basis)\b)[\w-]+\s+){{0,5}}?{_OURS}\s+(?P<title>{_HEAD}"
    r"(?:(?!\b(?:een|die|dat|welke|waar\w+)\b)[^;:.?]){0,100}?)[.:;,]\s+[^.;:?]{0,110}?"
)
_IT = (
    r"(?:die|dat|deze|dit)(?=\s+(?:op|per|vanaf|sinds|met|door|bij|in|na|toen|ook|daarom|inmiddels|vervolgens|dus|formeel|unaniem|geheel|volledig"
    rf"|definitief|weer|alsnog|al|{_ENDED_BY_IT})\b)"
)
PRONOUN: tuple[str, ...] = (
    rf"{_SPOKEN_OF}\b(?:is|zijn|werd|werden|heeft|hebben)\s+{_IT}\s+{PLAIN}{_ENDED_BY_IT}\b",
    rf"{_SPOKEN_OF}\b(?:trok|trokken)\s+{_IT}\s+{PLAIN}in\b(?=\s*(?:[.;,]|$))",
)
"""How they do so of the one paper that the sentence before speaks of: "U vroeg naar de Nota logies. Op 3 mei is die ingetrokken"."""
_REPLACING = tuple(re.compile(pattern, re.IGNORECASE) for pattern in (*REPLACING, *NO_LONGER, *BY_NAME))
_VERB_FIRST = tuple(re.compile(pattern, re.IGNORECASE) for pattern in VERB_FIRST)
_PRONOUN = tuple(re.compile(pattern, re.IGNORECASE) for pattern in PRONOUN)
_PERHAPS = re.compile(
    r"\b(?:indien|wanneer|mocht|tenzij|zolang|als\s+(?:blijkt|de|het|er|een|deze|dit|dat|wij)|zodra(?!\s+(?:deze|dit)\b)"
    r"|te\s+zijner\s+tijd|op\s+termijn|volgend\s+jaar|binnenkort|na\s+evaluatie|in\s+de\s+loop\s+van|kwartaal"
    r"|(?:inwerkingtreding|komst)\s+van\s+(?:de|het)\s+(?:\w+\s+)?(?:\w*plan|\w*wet))\b",
    re.IGNORECASE,
)
"""Before the verb in its sentence: nothing ends yet."""
_NOT_ENDED = re.compile(
    r"\b(?:gewijzigd|geëvalueerd|geactualiseerd|aangepast|herzien|gehandhaafd|verlengd|bekendgemaakt|gepubliceerd|vastgesteld)\s+en\b"
    r"|\b(?:stel(?:t|len)\s+voor|zo\s+nodig|eventueel|mogelijk|gedeeltelijk|deels|voor\s?zover|blijf(?:t|ven)|in\s+stand)\b"
    r"|\bvoor\s+(?:bestaande|nieuwe|lopende|toekomstige)\s|\bop\s+(?:\w+\s+)?(?:punten|onderdelen)\b",
    re.IGNORECASE,
)
"""Between the title and the participle: something else is done with it, or it is proposed, or ends in part."""
_DECIDED = expression(
    r"\b(?:college(?:\s+van\s+(?:burgemeester\s+en\s+wethouders|b\s?(?:&|en)\s?w))?|(?:gemeente)?raad|burgemeester(?:\s+en\s+wethouders)?|b\s?&\s?w)\s+"
    r"(?:besluit(?:en)?|besloot|besloten|trekt|trekken|trok|(?:heeft|hebben)\s+besloten)\b|(?:^|[.;|]\s+)Besluit(?:en)?\s*[:|]",
    re.IGNORECASE,
)
_DECIDES_HERE = re.compile(
    r"^\W*(?i:besluit(?:en)?)\s*:?\s*$|\bBESLUIT(?:EN)?\b(?!\s+(?i:van|op|d\.d))|\b(?:raad|college|wethouders|burgemeester)\b[^.]{0,200}?\bbesluit(?:en)?\s*:"
    r"|^\W*besluit(?:en)?\b"
)
_TELLS_OF_MEETING = re.compile(
    r"^\W*(?:(?:uittreksel|concept)\W+(?:uit\s+)?(?:de\s+)?)?(?:notulen|verslag|besluitenlijst|agenda)\b", re.IGNORECASE
)
_DECISION_COLUMN = re.compile(r"\|\s*(?:besluit|beslissing)\s*$", re.IGNORECASE)
"""The heads of a table of points with what was decided on each."""
_PUT_OFF = expression(
    r"\b(?:aangehouden|verdaagd|uitgesteld|afgewezen|verworpen|teruggenomen|niet\s+akkoord|van\s+de\s+agenda|afgevoerd)\b",
    re.IGNORECASE,
)
_OF_COUNCIL = expression(r"\b(?:gemeente)?raads?\b|\braadsvergadering", re.IGNORECASE)
_SPEAKS_OF_ENDING = expression(
    r"tr[eo]k|herroep|\bop\s+te\s+(?:gelden|bestaan)|losgelaten|\beinde?\b|van\s+(?:tafel|de\s+baan)|verstreken|verlopen|geëindigd|afgelopen|voorbij|\bliepe?n?\b|afgeschaft|vervang|verval|verlie|opvolg|volgt|\bplaats|niet\s+(?:meer|langer)|geen\s+\w+\s+meer|buiten\s+werking",
    re.IGNORECASE,
)
"""What every way of ending another paper has in it; most blocks have nothing of it."""
_REFUSED = expression(
    r"\bniet,?\s+(?:in\s+te\s+trekken|te\s+laten\s+vervallen|buiten\s+werking|(?:over\s+te\s+gaan\s+)?tot\s+intrekking|(?:te\s+)?(?:ingetrokken|vervangen|vervallen))\b",
    re.IGNORECASE,
)
"""That it stays: "de Beleidsregels niet in te trekken maar te evalueren"."""
_REFUSED_BEHIND = re.compile(
    r"[^.;]{0,40}?\b(?:af\s+te\s+wijzen|te\s+verwerpen|niet\s+(?:te\s+(?:volgen|honoreren|steunen)|(?:over|in)\s+te\s+\w+en))\b",
    re.IGNORECASE,
)
"""The same of a proposal to end it: "het voorstel om de Nota in te trekken af te wijzen"."""
_ASKED = re.compile(r"[^.;?]{0,200}\?")
"""Behind the verb: it was only asked."""
_ENTERS = r"\bin\s+werking(?:\s+te\s+laten\s+treden)?\s+(?:op|per|met\s+ingang\s+van)"
_IN_FORCE_FROM = expression(rf"{_ENTERS}\s+(.{{4,40}})", re.IGNORECASE)
_FROM = r"(?:met\s+ingang\s+van|m\.i\.v\.|per|vanaf)"
_FROM_THEN = re.compile(rf"(?:\b{_FROM}|{_ENTERS})\s+(.{{4,40}})", re.IGNORECASE)
_RIGHT_THERE = re.compile(
    rf"^\W*(?:{POINT}\s+)?(?:{_FROM}|op)\s+(\d[^.;:,]{{4,25}}?)\s+(?:wordt|worden|vervalt|vervallen|komt|komen|is|zijn|geldt|gelden|trekt)\b"
    rf"|\b{_FROM}\s+(\d[^.;:,]{{4,25}}?)\s+(?:ingetrokken|in\s+te\s+trekken|(?:te\s+)?vervallen)\b"
    rf"|\b(?:ingetrokken|in\s+te\s+trekken|intrekken|vervalt|vervallen|in)\s+(?:{_FROM}|op)\s+(\d.{{4,25}})",
    re.IGNORECASE,
)
"""The day beside the verb that ends another paper."""
_THAT_DAY = expression(
    r"\b(?:met\s+ingang\s+van|per|vanaf|op)\s+(?:die|dezelfde|diezelfde)\s+(?:dag|datum)\b", re.IGNORECASE
)
_DECISION_HOLDS = expression(
    r"\b(?:dit\s+\w*besluit|(?:de|deze)\s+intrekking)\s+(?:werkt|gaat\s+in|ingaat|treedt\s+in\s+werking|in\s+werking\s+treedt|geldt|(?:wordt\s+)?van\s+kracht(?:\s+wordt)?)\s+(?:vanaf|op|per|met\s+ingang\s+van)\s+(\d.{4,40})",
    re.IGNORECASE,
)
_WITH_ENTRY = expression(
    r"\b(?:inwerkingtreding|in\s+werking\s+tre\w+|tre\w+\s+in\s+werking|gelijktijdig|(?:dat|die|hetzelfde|dezelfde)\s+(?:tijdstip|moment|dag|datum))\b",
    re.IGNORECASE,
)
"""That another paper ends when this one enters into force."""
_OURSELVES = re.compile(
    r"\b(?:wij|we|ons|onze|deze|dit|hierbij|hiermee|(?:gemeente)?raad(?!\s+van)|college(?!\s+van))\b", re.IGNORECASE
)
"""Whose paper it is, as who ends another, whatever municipality is named beside them."""


@dataclass(frozen=True, slots=True)
class Ended:
    """An earlier paper that ends, the sentence that says so, what stands in it before the title, and the block in which that stands."""

    title: str
    sentence: str
    before: str
    block: Block


def is_decision_list(parts: Parts) -> bool:
    """Whether it lists what an organ decided, and is no draft of that."""
    heads = [block.text for block in parts.banners]
    return any(map(heads_decisions, heads)) and not any(map(is_draft_mark, heads))


def decides_itself(parts: Parts) -> bool:
    """Whether an organ decides in it, as in a decision without that word above it; minutes and lists tell what was decided."""
    heads = [block.text for block in parts.banners]
    return any(_DECIDES_HERE.search(block.text) for block in parts.body) and not any(
        map(_TELLS_OF_MEETING.match, heads)
    )


def ended_by(parts: Parts, owners: Collection[str], names: Names, *, listed: bool = False) -> tuple[Ended, ...]:
    """The papers that it withdraws or replaces, in reading order; of a `listed` decision only those that the organ is said to have ended
    there, and never one that another municipality than its `owners` ends."""
    found = _decided_in(parts) if listed else _ended_in(parts)
    return tuple(one for one in found if not _by_others(one.before, owners, names))


def _by_others(before: str, owners: Collection[str], names: Names) -> bool:
    """Whether who ends it is another municipality: "De gemeente Tilburg trok haar Beleid … in"."""
    if not owners or not before.strip() or _OURSELVES.search(before):
        return False
    spoken_of = {mention.gm_code for mention in names.named(before)}
    ours = {code for owner in owners for code in (owner, *(one.gm_code for one in predecessors(owner)))}
    return bool(spoken_of) and not spoken_of & ours


def replaces_of(ended: Sequence[Ended]) -> Derived[tuple[str, ...]]:
    """Titles of the papers that it withdraws or replaces, as written, each once."""
    found: dict[str, int] = {}
    for one in ended:
        found.setdefault(one.title, one.block.page)
    if not found:
        return Derived((), "niet gevonden")
    return Derived(tuple(found), page_source("intrekkings- of vervangingsbepaling", next(iter(found.values()))))


def replaces_from(parts: Parts, ended: Sequence[Ended], *, decision: bool, listed: bool = False) -> date | None:
    """From which day the papers end that it replaces, where it says so right there: "in te trekken met ingang van 1 januari 2025".

    A paper that is no mere `decision` says more beside it, so there only a day right beside the verb counts, or that of its entry into
    force: the one in the same block or, where the sentence refers to it, wherever it stands.
    """
    said = _FROM_THEN if decision else _IN_FORCE_FROM
    for one in ended:
        day = _day_in(_RIGHT_THERE, one.sentence) or _day_in(said, one.sentence if listed else one.block.text)
        day = day or (_day_before(parts, one.block) if _THAT_DAY.search(one.sentence) else None)
        day = day or (enters_on(parts) if _WITH_ENTRY.search(one.sentence) else None)
        day = day or (_day_of_decision(parts) if decision else None)
        if day:
            return day
    return None


def _day_before(parts: Parts, block: Block) -> date | None:
    """The last day before a block from which on something holds: what "diezelfde dag" is."""
    above = parts.body[: parts.body.index(block)]
    return next(filter(None, (_day_in(_FROM_THEN, one.text) for one in reversed(above))), None)


def _day_of_decision(parts: Parts) -> date | None:
    """The day from which a decision holds, as it says itself: "Dit besluit werkt vanaf 1 juni 2023"."""
    return next(filter(None, (_day_in(_DECISION_HOLDS, block.text) for block in parts.body)), None)


def _day_in(pattern: re.Pattern[str] | Expression, text: str) -> date | None:
    match = pattern.search(text)
    days = find_terms(next(filter(None, match.groups()))) if match else []
    return days[0].day if days and days[0].start <= 3 else None


def _ended_in(parts: Parts) -> Iterator[Ended]:
    for number, block in enumerate(parts.body):
        for title, place, year in _replaced(block.text):
            if not (year and parts.year and year > parts.year):
                yield Ended(title, _sentence_at(block.text, place), _before_in_sentence(block.text, place), block)
        if _SPEAKS_OF_ENDING.search(block.text) and not _REFUSED.search(block.text):
            for title, place in listed_in(block.text, parts.body[number + 1 :]):
                yield Ended(title, _sentence_at(block.text, place), "", block)


def _decided_in(parts: Parts) -> Iterator[Ended]:
    """What a list of decisions says that the organ ended: a list reports on much that others did, or that was put off."""
    decided = _rows_of_decisions(parts.body)
    yield from (
        one
        for one in _ended_in(parts)
        if (one.block in decided or _DECIDED.search(one.sentence)) and not _PUT_OFF.search(one.block.text)
    )
    points = [withdrawn_points(parts.body)]
    if any(_OF_COUNCIL.search(block.text) for block in parts.banners):
        points.append(carried_in(parts.body))
    for title, outcome, block in chain(*points):
        if not _PUT_OFF.search(outcome):
            yield Ended(title, block.text, "", block)
    council = any(_OF_COUNCIL.search(block.text) for block in parts.banners)
    for title, point in ended_points(parts):
        if (council or of_executive(title)) and not _PUT_OFF.search(point.said):
            yield Ended(title, point.said, "", point.block)


def _rows_of_decisions(blocks: Sequence[Block]) -> Collection[Block]:
    """The rows of tables of which the last column says what was decided."""
    rows: list[Block] = []
    under = False
    for block in blocks:
        under = block.kind is BlockKind.TABLE_ROW and (under or bool(_DECISION_COLUMN.search(block.text)))
        if under:
            rows.append(block)
    return rows


def _sentence_at(text: str, place: int) -> str:
    """The sentence around a place, of a sentence without end the part near it."""
    return _before_in_sentence(text, place) + NEXT_SENTENCE.split(text[place : place + LEAD_IN])[0]


@remembered
def _replaced(text: str) -> tuple[tuple[str, int, int | None], ...]:
    """Titles of papers that a text ends, each with its place, and the year in which it ends where only that is said."""
    return tuple(_replacing(text)) if _SPEAKS_OF_ENDING.search(text) else ()


def _replacing(text: str) -> Iterator[tuple[str, int, int | None]]:
    for pattern in (*_REPLACING, *_VERB_FIRST, *_PRONOUN):
        for match in pattern.finditer(text):
            refused = _REFUSED.search(match.group()) or _REFUSED_BEHIND.match(text, match.end())
            perhaps = pattern in _VERB_FIRST and _PERHAPS.search(_before_in_sentence(text, match.start()))
            if (
                refused
                or perhaps
                or _ASKED.match(text, match.end())
                or _NOT_ENDED.search(match["title"])
                or not is_certain(text, match)
            ):
                continue
            if title := _all_earlier(text, match) or named_title(paper_in(match["title"])):
                place = text.find(title, match.start()) if pattern not in _PRONOUN else match.end() - 1
                yield title, max(place, match.start()), years_ahead(text, match)


def _all_earlier(text: str, match: re.Match[str]) -> str:
    """All earlier papers at once, as written: "al het eerdere beleid over arbeidsmigranten"; "" where a single one is named."""
    said = all_earlier(text[match.start() : match.end("title")])
    return "" if VAGUE.match(said) else AFTER_TITLE.split(said)[0].strip(QUOTES)


def _before_in_sentence(text: str, place: int) -> str:
    return NEXT_SENTENCE.split(lead_in(text, place))[-1]
