"""Sentences that settle that a theme is spoken of for its own sake, whatever the rest of a paper on housing says.

Enforcement that visits employers, a register that the municipality itself keeps and a service that cures: none of these makes a housing
rule work (domain: "Own footing"). Held against what the writers of `corpus/papieren` said of their passages with such a sentence, those
that merely describe left out; the words were chosen with these papers at hand, so that the shares say nothing of new ones.
"""

from __future__ import annotations

import re

from pipeline.coverage.acting import AIMS
from pipeline.coverage.footing import HOUSING_PROVIDER, KNOWING_WHO
from pipeline.coverage.wording import CARRIES
from pipeline.language.needed_words import Expression, expression
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

WORK_CHECKED = (Theme.HANDHAVING, Theme.ARBEIDSMARKT)
"""What a check on labour exploitation is on (codebook, rule 2)."""
_WORK_WRONGED = expression(
    r"\b(?:\w*uitbuit\w*|mensenhandel\w*|onderbeta\w*|loon(?!administratie)\w*|lonen|minimumloon|(?:arbeids|werk)tijd\w*|arbeidsomstandig\w*|arbeidsinspectie"
    r"|inspectie\s+szw|schijnconstructie\w*|dwang|werkplek(?:ken)?|werkvloer(?:en)?)\b",
    re.IGNORECASE,
)
"""What is done to people at work, who watches over that, or where they work."""
_GOES_THERE = expression(
    r"\b(?:\w*controle(?:s|ert|ren|dag(?:en)?|acties?)?|gecontroleerd|inspecties|\w*bezoe(?:k|kt|ken)|bezocht|langs"
    r"|op\s+pad|acties\s+(?:\w+\s+)?(?:richten|gericht))\b",
    re.IGNORECASE,
)
_BY_CHANCE = re.compile(
    r"^\W*(?:waar|blijkt|bij\s+(?:een\s+|de\s+|elke\s+)?controles?)\b"
    r"|\b(?:indien|als|wanneer|zodra|kom(?:t|en)\b[^.;]{0,80}?\btegen|stuit\w*|tre(?:f|ft|ffen)|door|doorg\w*|meld\w*|gemeld|overge\w*|draagt|vermoed\w*"
    r"|kennis|geen|niet|evenmin|kan|kunnen|zo\s+(?:nodig|mogelijk)|soms|zelf\w*|aansluiten|laten\s+weten|heeft|hebben|werd|werden|was|waren"
    r"|\w*vergunning\w*|aanvra\w+|ook\s+(?:\w+\s+)?aandacht|overweg\w*|stel(?:t|len)\s+voor|voorstel\w*|fnv|\w*vakbond\w*)\b",
    re.IGNORECASE,
)
"""What is passed on when a visit for the housing rules happens on it, is left to others, only thought of, or over."""
_ON_REGISTER = expression(
    r"\b(?:in(?:ge)?schr\w+|inschrij[fv]\w*|\w*brp|rni|gba|basis(?:registratie|administratie)\w*|adres(?:sen|onderzoek\w*)?|briefadres\w*)\b",
    re.IGNORECASE,
)
_REGISTRAR = expression(
    r"\b(?:burgerzaken|balie|loket|inschrijf(?:team|balie|punt|moment|loket|avond|dag|uur|spreekuur|ochtend|middag)\w*|adresonderzoek(?:en|ers?)?"
    r"|adrescontroles?|rni-?loket\w*)\b",
    re.IGNORECASE,
)
_FOR_ANOTHER = re.compile(
    r"\b(?:indien|als|wanneer|zodra|geen|niet|evenmin|kan|kunnen|zo\s+(?:nodig|mogelijk)|soms|heeft|hebben|werd|werden|was|waren|u|uw"
    r"|\w*vergunning\w*|controle|bij\s+(?:een|afwijkingen|twijfel|verschillen)|vermoed\w*|signa\w+|doorg\w*|meld\w*|gemeld|lijst\w*|telling\w*"
    r"|handhav\w*|toezicht\w*|hoort|horen|moet|moeten|dient|dienen|verplicht\w*|plicht)\b|,\s+dan\b",
    re.IGNORECASE,
)
"""What the register is kept, told or looked into for beside itself, what residents must, what depends on something, or is over."""
_KNOWING_WHO = expression(KNOWING_WHO, re.IGNORECASE)
_OUGHT = expression(r"\b(?:gemeente|wij|we)\s+(?:moet(?:en)?|hoort|horen|behoort|behoren)\b", re.IGNORECASE)
_ADDRESS_WITHOUT_HOUSE = expression(r"\bbriefadres\w*\b", re.IGNORECASE)
"""An address in the register for who has no house (Wet BRP, art. 2.23): no rule on housing has a use for it."""
_NOT_GIVEN = re.compile(
    r"\b(?:geen|niet|evenmin|zonder|zelden|hebben|heeft|had|hadden|werd|werden|was|waren|weiger\w*|afgeschaft|schaf\w*|verbod\w*|verbied\w*"
    r"|misbruik\w*|verwij[sz]\w*|onderzoek\w*|of\s+een|overwegen|overweegt|\w*controle\w*|postbus)\b",
    re.IGNORECASE,
)
"""That it is refused, done away with, looked into, misused or past."""
_WISHED = expression(
    r"\?\W*$|\b(?:fracties?|vroeg|vroegen|vra(?:agt|gen)\s+(?:om|of)|ontbre(?:ekt|ken)|adviseert|(?:inwoners|omwonenden|werkgevers)\s+willen)\b"
    r"|\b(?:taak|zaak|verantwoordelijkheid)\s+(?:van|voor)\b",
    re.IGNORECASE,
)
"""What somebody asks or would like, is not there, or is left to another."""
_CURES = expression(
    r"\b(?:\w*spreekuur\w*|spreekuren|gezondheidspunt\w*|straatdokter|straatteam|zorgbus|inloopuur|verpleegkundigen?|maatschappelijk\s+werk\w*"
    r"|veldwerker\w*|huisartsen(?:praktijk(?:en)?|groep|zorg)|vaccinatie\w*|screening\w*|nachtopvang)\b",
    re.IGNORECASE,
)
_IN_PASSING = re.compile(
    r"\b(?:indien|als|wanneer|zodra|geen|niet|evenmin|zo\s+(?:nodig|mogelijk)|hebben|werd|werden|was|waren|u|uw|verwij\w+|lijst\w*|huisregel\w*"
    r"|nummer\w*|controle\w*|toezicht\w*|\w*vergunning\w*|meld\w*|bewoners?)\b",
    re.IGNORECASE,
)
"""What residents are told, what depends on something, or is over."""


def by_its_words(theme: Theme, passage: Passage, judged: JudgedText) -> bool:
    """Return whether a sentence of a passage settles that it speaks of a theme for its own sake."""
    if theme == Theme.REGISTRATIE:
        return keeps_register(passage) or wants_to_know_who(passage) or gives_address(passage)
    if theme == Theme.ZORG:
        return cures(passage)
    return theme in WORK_CHECKED and Theme.HANDHAVING in judged.labels and checks_work(passage)


def checks_work(passage: Passage) -> bool:
    """Return whether a sentence says that employers are visited for what they do to those who work there, and nothing of housing.

    Writers call the enforcement its own in 20 of 21 passages with one.
    """
    return _says(passage, (_WORK_WRONGED, _GOES_THERE), _BY_CHANCE)


def keeps_register(passage: Passage) -> bool:
    """Return whether a sentence says that desk or investigators of a municipality see to its register, and nothing of housing.

    Writers call the registration its own in 58 of 60 passages with one.
    """
    return _says(passage, (_ON_REGISTER, _REGISTRAR), _FOR_ANOTHER)


def wants_to_know_who(passage: Passage) -> bool:
    """Return whether a sentence says that a municipality means or ought to know who stays there (codebook: "weten wie waar verblijft"),
    and nothing of who offers the housing."""
    return any(
        _KNOWING_WHO.search(sentence.text)
        and (AIMS.search(sentence.text) or _OUGHT.search(sentence.text))
        and not HOUSING_PROVIDER.search(sentence.text)
        and not _WISHED.search(sentence.text)
        for sentence in passage.sentences
    )


def gives_address(passage: Passage) -> bool:
    """Return whether a sentence gives people without a house an address in the register."""
    return any(
        _ADDRESS_WITHOUT_HOUSE.search(sentence.text)
        and not _WISHED.search(sentence.text)
        and not _NOT_GIVEN.search(sentence.text)
        for sentence in passage.sentences
    )


def cures(passage: Passage) -> bool:
    """Return whether a sentence names who cures or shelters people, and nothing of housing.

    Writers call the care its own in all 66 passages with one.
    """
    return _says(passage, (_CURES,), _IN_PASSING)


def _says(passage: Passage, all_of: tuple[Expression, ...], none_of: re.Pattern[str] | Expression) -> bool:
    beside = (_WISHED, CARRIES[Theme.HUISVESTING], HOUSING_PROVIDER, none_of)
    return any(
        all(words.search(sentence.text) for words in all_of)
        and not any(words.search(sentence.text) for words in beside)
        for sentence in passage.sentences
    )
