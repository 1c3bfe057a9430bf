"""Words that settle what the classifier may miss: what is plainly of a theme in a passage on housing, and what is done about it.

Measured on the passages of `corpus/passages`: of passages with rules on housing in which a word of `PLAIN` stands, 83 to 100 in 100
carry its theme.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from pipeline.coverage.acting import AIMS, DONE_OR_COMING, LOOKS_INTO, PARTIES_ACT, WHO, WISHES, somebody_acts
from pipeline.coverage.breaches import ends_breach
from pipeline.coverage.by_name import acts_by_name
from pipeline.coverage.elsewhere import others_act
from pipeline.coverage.other_groups import about_others
from pipeline.coverage.promises import promises
from pipeline.coverage.refusals import refuses, stands_among_refused
from pipeline.language.municipalities import era_of_owners
from pipeline.language.needed_words import expression
from pipeline.language.passages import ACTION_ROW, ACTIONS_FOLLOW, WE_DO, Passage
from pipeline.language.remembering import remembered
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

LEADING = 0.1
"""So much less certain than the surest theme of its passage a theme may be and still lead it."""
_NAMES_KEPT = (
    r"\blijst\s+(?:bij(?:houden|houdt|gehouden)?\s+)?(?:van|met)\s+(?:(?:de|alle)\s+)?"
    r"(?:personen|bewoners|gasten|mensen|slapers|namen|wie)\b"
)
"""Who sleeps there, written down: "een lijst van personen die er slapen"."""
CARRIES = {
    Theme.HUISVESTING: expression(
        r"huisvest|wonen|woon(?!adres|plaats)|woning|logies|verblij[fv](?!s?adres)|locatie|bedden|slap|slaap|onderdak|kamer|pand|gebouw|campus|units?\b|erf\b",
        re.IGNORECASE,
    ),
    Theme.ARBEIDSMARKT: expression(
        r"werk(?!nemer)|arbeid(?!smigra|skracht)|loon|salaris|contract|\bcao\b|uitzend|inlener|bureaus?\b|personeel|baan\b|banen\b|opleid|scholing|vakles",
        re.IGNORECASE,
    ),
    Theme.REGISTRATIE: expression(
        rf"regist|in(?:ge)?schr[ei]|(?<!voor)(?<!voor\ste\s)(?<!be)schrijv|{_NAMES_KEPT}|\bbrp\b|\brni\b|\bgba\b|\bbsn\b|basisadministratie|bevolkingsreg|adres",
        re.IGNORECASE,
    ),
    Theme.ZORG: expression(
        r"zorg|gezond|huisarts|tandarts|\barts|dokter|\bggd\b|verzeker|opvang|welzijn|verslav|dakloos|medisch|ziek|spreekuur",
        re.IGNORECASE,
    ),
    Theme.HANDHAVING: expression(
        r"handha|toezicht|controle|inspect|dwangsom|boete|bibob|uitbuit|mensenhandel|misstand|malafide|politie|\briec\b|overtred|(?<!be)(?<!uit)(?<!aan)(?<!af)sluit",
        re.IGNORECASE,
    ),
}
"""Words by which sentences of a passage are told apart from those on something else."""
_BED_AND_JOB = r"\barbeids(?:contract|overeenkomst)|\bbaan\s+en\s+bed\b|\bbed\s+en\s+baan\b"
BED_AND_JOB = expression(_BED_AND_JOB, re.IGNORECASE)
"""What ties the bed to the job, or keeps them apart, is of work whatever else is said (codebook, rule 7)."""
PLAIN = {
    Theme.ARBEIDSMARKT: re.compile(rf"{_BED_AND_JOB}|(?-i:\bloon)(?!t\b|dienst)", re.IGNORECASE),
    Theme.REGISTRATIE: re.compile(
        rf"{_NAMES_KEPT}"
        r"|\bnachtregister|register\w*\s+(?:bij\s+)?(?:van|met|waarin)\b|\bhoud(?:t|en)\s+(?:\w+\s+){0,3}bij\s+wie\b"
        r"|\b(?:geef|geeft|geven|meldt|melden|laat|laten)\b[^.;]{0,60}?\b(?:op|door|weten|gemeente|ons|kwartaal|maand|week|nacht)\s+wie\s+(?:er|daar|hier|in)\b"
        r"[^.;]{0,40}?\b(?:verblij\w+|woont|wonen|sla(?:apt|pen))\b"
        r"|\b(?:brp|gba|rni)\b|basisregistratie|bevolkingsregister|ingeschreven"
        r"|(?<!openbare\s)(?<!onderhandse\s)(?<!besloten\s)(?<!europese\s)\binschrij[vf]\w*\b"
        r"(?!\s+(?:bij\s+een\s+(?:huisarts|praktijk)|via\s+(?:de|een|hun)?\s?makelaar|(?:op|voor)\s+(?:de|het|een)\s+(?:kavel|grond|perceel|tender|aanbesteding)"
        r"|als\s+woningzoekende|bij\s+de\s+(?:kamer\s+van\s+koophandel|kvk)))",
        re.IGNORECASE,
    ),
    Theme.HANDHAVING: re.compile(
        r"dwangsom|bestuursdwang|(?-i:\bboetes?)\b(?!\s+(?:op|van|uit)\s+(?:het|hun|de)\s+(?:loon|salaris|\w*bureau|werkgever)\b)|toezichthouder"
        r"|\bhandha(?:vend|aft|ving)|\bcontrole(?:ert|ren)\b|\bbibob\b|\bovertreding",
        re.IGNORECASE,
    ),
}
"""Words that carry their theme wherever rules on housing stand (codebook, rules 2, 5 and 7); a capital makes a name of some
(Loon op Zand, hotel De Boete). There is none for care: a house rule that
names the huisarts or the GGD mostly says no more than that. Who bids for a plot ("openbare inschrijving") is not registered."""
_THIS_PAPER = r"(?:deze|dit)\s+(?:overeenkomst|convenant|akkoord|verklaring|nota|notitie|visie|\w*kader|\w*programma|beleid|beleids\w+)"
_HOLDS_NONE = rf"\bbevat(?:ten)?\s+{_THIS_PAPER}\s+(?:\w+\s+)?geen\s+(?:afspraken|regels|maatregelen|beleid)\b"
SETS_ASIDE = expression(
    r"\blaten\s+(?:wij|we)\s+over\b|\b(?:wij|we)\s+laten\s+(?:\w+\s+){0,6}over\b"
    r"|\bbuiten\s+(?:beschouwing|deze\s+\w+|dit\s+\w+|(?:de|onze)\s+(?:opdracht|vraag(?:stelling)?|onderzoeksvraag|reikwijdte|scope))\b"
    r"|\b(?:hierin|hier|in\s+(?:dit|deze)\s+\w+)\s+(?:\w+\s+){0,2}niet\s+(?:\w+\s+){0,2}(?:geregeld|opgenomen|behandeld|uitgewerkt)\b"
    r"|\b(?:niet|geen)\s+(?:\w+\s+){0,3}(?:aan\s+de\s+orde|ingegaan|onderwerp\s+van|deel\s+van\s+(?:deze|dit))"
    rf"|{_HOLDS_NONE}"
    r"|\bkomt\s+(?:\w+\s+){0,4}niets\s+bij\b|\b(?:maakt|maken)\s+(?:\w+\s+){0,5}geen\s+(?:afspraken|regels|beleid)\b"
    r"|\b(?:richt(?:en)?|regel(?:t|en)|bied(?:t|en)|tref(?:t|fen)|voer(?:t|en))\s+(?:\w+\s+){0,2}geen\b"
    r"|\b(?:is|zijn|blijft|blijven)\s+een\s+zaak\s+van\b"
    r"|\b(?:is|zijn|blijft|blijven)\s+(?:een\s+)?(?:onderwerp|stof|zaak|iets)\s+(?:van|voor)\s+(?:de|het|een)\s+(?:\w+\s+){0,2}?"
    r"\w*(?:programma|beleid\w*|nota|plan|kader|visie|agenda)\b"
    r"|\b(?:is|zijn)\s+geen\s+taak\s+(?:van|voor)\s+(?:de|onze)\s+gemeente\b"
    r"|\b(?:hoort|horen)\b[^.;]{0,60}?\bthuis\s+(?:in|bij)\s+(?:de|het|een)\s+(?:\w+\s+){0,2}?\w*(?:programma|beleid|nota|plan|kader|visie|overleg|agenda)\b",
    re.IGNORECASE,
)
"""A theme that the paper leaves to others or keeps out."""
_STANDS_ELSEWHERE = re.compile(r"\b(?:blijft|blijven)\s+(?:ongewijzigd|(?:onverkort\s+)?van\s+kracht)\b", re.IGNORECASE)
"""Beside a theme that is kept out: where it is settled."""
_KEPT_OUT = expression(
    rf"{_HOLDS_NONE}|\b(?:maakt|maken)\s+(?:\w+\s+){{0,3}}in\s+{_THIS_PAPER}\s+(?:\w+\s+)?geen\s+(?:afspraken|regels|beleid)\b"
    rf"|\bschrijven\s+(?:\w+\s+){{0,2}}in\s+{_THIS_PAPER}\s+niet\b",
    re.IGNORECASE,
)
"""What the paper as a whole keeps out: "Over arbeidsvoorwaarden bevat deze overeenkomst geen afspraken"."""
_NO_CHECK = expression(
    r"(?<!\ber\s)\b(?:is|zijn|was|waren)\s+(?:(?!er\b)\w+\s+){0,2}?(?:geen\s+(?:controles?|inspecties?)"
    r"|niet\s+(?:bedoeld\s+)?als\s+(?:controles?|toezicht|handhaving|inspecties?))(?=\s*(?:[.,:;)]|$)|\s+maar\b)",
    re.IGNORECASE,
)
"""What is said outright to be no supervision: "De huisbezoeken zijn geen controles"."""
_NOT_INSCRIBED = expression(
    r"\b(?:niet|nergens|zelden|zonder)\b[^.;]{0,60}\b(?:ingeschreven|inschrijving|geregistreerd|registratie|basis(?:registratie|administratie)|brp|gba|rni|te\s+boek)\b"
    r"|\b(?:ingeschreven|geregistreerd)\s+(?:\w+\s+){0,3}niet\b",
    re.IGNORECASE,
)
_AND_SO = expression(
    r"\b(?:daardoor|waardoor|hierdoor|zodat)\b|\b(?:heeft|hebben|krijgt|krijgen|vindt|vinden)\s+(?:\w+\s+){0,2}?geen\b",
    re.IGNORECASE,
)
"""A register in which people are not, as what keeps care from them: "staan niet in de BRP en hebben daardoor geen huisarts"."""
_OURS = re.compile(rf"\b{WHO}\b", re.IGNORECASE)

_DICTUM = expression(
    r"^\W*(?:verzoekt|roept|draagt)\s+(?:het\s+college|(?:het\s+college\s+van\s+)?burgemeester\s+en\s+wethouders|gedeputeerde\s+staten)\b",
    re.IGNORECASE,
)
"""What a motion asks, where a list of decisions has no more of it: "Verzoekt het college …"."""

_ACTIONS = (
    r"(?:acties?|actiepunten|maatregel(?:en)?|activiteiten|wat\s+(?:gaan\s+)?(?:wij|we)\s+(?:gaan\s+)?(?:(?:daar|er|hier)(?:voor|aan)\s+)?doen"
    r"|wat\s+doen\s+(?:wij|we)\s+(?:daar|er|hier)(?:aan|voor))"
)
ACTIONS = re.compile(rf"^\W*(?:[\d.]+\s+)?{_ACTIONS}\W*$", re.IGNORECASE)
"""Headings under which stands what is to be done, beside what explains it."""
ACTION_COLUMNS = re.compile(
    rf"^\W*{_ACTIONS}(?:[\s|/]+(?:resultaat|doel|wie|door|wanneer|planning|termijn|gereed|trekker|partners?|kosten|status))+\W*$",
    re.IGNORECASE,
)
"""The heads of a table of actions: its rows explain nothing."""

_ACTIONS_WITHIN = expression(
    rf"{ACTIONS_FOLLOW.pattern}|\bvolgende\s+aanpak\b[^.]*:\s*$"
    r"|\b(?:(?:verzoeken|vragen)\s+(?:wij|we)|(?:wij|we)\s+(?:verzoeken|vragen))\s+(?:u|uw\s+\w+)\b(?!\s+(?:aandacht|kennis|begrip)\b)[^.]*:\s*$",
    re.IGNORECASE,
)
"""The lead-in of such a list within a passage, or of what a letter asks of its reader: "Wij kiezen voor de volgende aanpak:",
"Daarom verzoeken wij u:"."""

REACTIONS = re.compile(
    r"^\W*(?:[\d.]+\s+)?(?:(?:bijlage|deel|onderdeel|hoofdstuk)\s*\w{0,3}\W+)?(?:nota\s+van\s+(?:zienswijzen|beantwoording|inspraak)|(?:zienswijzen|inspraak|reactie)nota)"
    r"|^\W*bijlage\s*\w{0,3}\W+(?:ingekomen\s+)?(?:zienswijzen|inspraakreacties|reacties)\W*$"
    r"|^\W*(?:zienswijze|inspraakreactie|reactie)\s+(?:nr\.?\s*)?\d+\W*$",
    re.IGNORECASE,
)
"""Headings under which stands what residents brought in and what was answered: no policy. A chapter "Zienswijzen" may say what changes."""


_OTHER_TOWNS = r"(?:(?:andere|omliggende|naburige)\s+gemeenten|buurgemeenten|anderen|(?:de|onze)\s+buren)"
ELSEWHERE = re.compile(
    rf"^\W*(?:[\d.]+\s+)?(?:bijlage\s*\w{{0,3}}\W+)?(?:hoe\s+doen\s+{_OTHER_TOWNS}\s+(?:het|dit|dat)|wat\s+(?:doen\s+)?{_OTHER_TOWNS}(?:\s+doen)?"
    rf"|(?:ervaringen|voorbeelden|beleid|aanpak)\s+(?:(?:in|van|uit|bij)\s+{_OTHER_TOWNS}|elders)|elders|{_OTHER_TOWNS}"
    rf"|wat\s+anderen\s+doen|en\s+bij\s+(?:de|onze)\s+buren)\W*$",
    re.IGNORECASE,
)
"""Headings under which stands what others do: "Hoe doen andere gemeenten het?", "Ervaringen elders"."""


@dataclass(frozen=True, slots=True)
class ReviewedText(JudgedText):
    """The judgement of a passage by a person: no word settles anything about it any more. `machine` is what the classifier said of it."""

    machine: JudgedText | None = None

    def as_data(self) -> dict[str, Any]:
        """Return plain data, with under `machine` that of the classifier's own judgement."""
        own = JudgedText.as_data(self)
        return own | {"machine": self.machine.as_data()} if self.machine else own


def of_others(passage: Passage, judged: JudgedText) -> bool:
    """Whether a passage stands under a heading of reactions to the paper or of what others do, or is about another group, and no person
    judged it."""
    told = any(REACTIONS.match(heading) or ELSEWHERE.match(heading) for heading in passage.section) or about_others(
        passage
    )
    return told and not isinstance(judged, ReviewedText)


@remembered
def _carried_by(sentence: str) -> frozenset[Theme]:
    """The themes of which a sentence has a word; asked for each theme of its passage."""
    return frozenset(theme for theme, words in CARRIES.items() if words.search(sentence))


def carrying(theme: Theme, passage: Passage, idle: Collection[int] = ()) -> list[str]:
    """Return the sentences that speak of a theme by its words; all of them where none does. Those that are `idle` are left out."""
    sentences = [(at, sentence.text) for at, sentence in enumerate(passage.sentences)]
    speaking = [(at, text) for at, text in sentences if theme in _carried_by(text)] or sentences
    return [text for at, text in speaking if at not in idle]


def acts(
    theme: Theme, passage: Passage, judged: JudgedText, owners: Collection[str], idle: Collection[int] = ()
) -> bool:
    """Whether in a sentence on the theme the municipality does something: that is a measure, whatever the rest describes.

    What it says that it will not do is none, nor what its `idle` sentences (`not_policy.py`) say. So are the rows of a table of actions,
    and what stands under a heading of actions and is not merely described there.
    """
    if isinstance(judged, ReviewedText):
        return False
    heading = passage.section[-1] if passage.section else ""
    if ACTION_COLUMNS.match(heading) or is_action(passage):
        return True
    named = ACTIONS.match(heading) or _ACTIONS_WITHIN.search(passage.lead_in)
    listed = any(theme in _carried_by(passage.sentences[at].text) for at in _listed_actions(passage, idle))
    if (named or listed) and judged.strength_of(theme) != Strength.CONTEXT:
        return True
    era = era_of_owners(owners)
    if any(_DICTUM.match(text) for text in carrying(theme, passage, idle)):
        return True
    return any(
        (somebody_acts(text) or acts_by_name(text, era)) and not _left_out(theme, text) and not refuses(text)
        for text in carrying(theme, passage, idle)
    ) or any(
        promises(text, not owners) and not _left_out(theme, text) for text in _bearing(theme, passage, judged, idle)
    )


def says_outright(theme: Theme, passage: Passage, judged: JudgedText, idle: Collection[int] = ()) -> bool:
    """Whether a sentence in words of the theme says what is done, asked or wanted: then the passage is on that theme for certain.

    Housing and work have too many words that are of something else ("op de locatie", "de werkgever zorgt voor bedden").
    """
    if theme in (Theme.HUISVESTING, Theme.ARBEIDSMARKT) or isinstance(judged, ReviewedText):
        return False
    if judged.strength_of(theme) == Strength.CONTEXT:
        return False
    listed = _listed_actions(passage, idle)
    return any(
        theme in _carried_by(text)
        and (at in listed or somebody_acts(text) or AIMS.search(text) or promises(text))
        and not _left_out(theme, text)
        and not refuses(text)
        for at, text in enumerate(sentence.text for sentence in passage.sentences)
        if at not in idle
    )


def looks_into(theme: Theme, passage: Passage, judged: JudgedText, idle: Collection[int] = ()) -> bool:
    """Whether a sentence on the theme says that the municipality looks into what can be done: that is an intention."""
    said = [] if isinstance(judged, ReviewedText) else carrying(theme, passage, idle)
    return any(LOOKS_INTO.search(text) and not refuses(text) and not _left_out(theme, text) for text in said)


def only_wished(theme: Theme, passage: Passage, judged: JudgedText, idle: Collection[int] = ()) -> bool:
    """Whether all that a passage says of a theme is what somebody wishes: a measure beside it is one of another theme."""
    said = [] if isinstance(judged, ReviewedText) else carrying(theme, passage, idle)
    return bool(said) and all(WISHES.search(text) for text in said)


def leads(theme: Theme, judged: JudgedText) -> bool:
    """Whether a passage speaks of no theme more surely than of this one, or hardly so."""
    return judged.scores[theme] >= max(judged.scores.values()) - LEADING


def _bearing(theme: Theme, passage: Passage, judged: JudgedText, idle: Collection[int]) -> list[str]:
    """The sentences on a theme, and where the passage speaks of it most those that name no theme ("Wij hebben dat verlengd tot eind 2024"),
    unless only others were named before them."""
    first, before, found = leads(theme, judged), set[Theme](), list[str]()
    for at, sentence in enumerate(passage.sentences):
        named = _carried_by(sentence.text)
        before |= named
        goes_on = first and not named and (theme in before or not before)
        if at not in idle and (theme in named or goes_on):
            found.append(sentence.text)
    return found


def _listed_actions(passage: Passage, idle: Collection[int]) -> list[int]:
    """The numbers of the sentences behind the lead-in of a list of actions that opens within a passage."""
    texts = [sentence.text for sentence in passage.sentences]
    start = next((at for at, text in enumerate(texts) if _ACTIONS_WITHIN.search(text)), len(texts))
    return [at for at in range(start + 1, len(texts)) if at not in idle]


def is_action(passage: Passage) -> bool:
    """Whether a passage is a row of a table of actions, or an item of what "we do"."""
    return bool(ACTION_ROW.search(passage.text) or WE_DO.search(passage.lead_in))


def sets_aside(theme: Theme, passage: Passage, judged: JudgedText) -> bool:
    """Whether all that a passage says of a theme is that it is left out, and where it is settled instead."""
    said = carrying(theme, passage)
    left_out = [_left_out(theme, text) for text in said]
    told = all(out or _STANDS_ELSEWHERE.search(text) for out, text in zip(left_out, said, strict=True))
    return not isinstance(judged, ReviewedText) and any(left_out) and told


def kept_out(passages: Iterable[Passage]) -> frozenset[Theme]:
    """Return the themes (not housing) of which a paper says that it holds no agreements or rules on them: what it says of one in a passage
    on something else is described."""
    said = [s.text for passage in passages for s in passage.sentences if _KEPT_OUT.search(s.text)]
    return frozenset(
        theme for theme in Theme if theme != Theme.HUISVESTING and any(CARRIES[theme].search(text) for text in said)
    )


def _left_out(theme: Theme, text: str) -> bool:
    return bool(SETS_ASIDE.search(text) or (theme == Theme.HANDHAVING and _NO_CHECK.search(text)))


def only_describes(theme: Theme, passage: Passage, judged: JudgedText, idle: Collection[int] = ()) -> bool:
    """Whether a passage only tells of a theme that it will not be done, or speaks of it in sentences that are no policy (`idle`).

    Beside a refusal may stand what explains it, but nothing that is done or will be. To refuse a way of housing is a rule on housing.
    """
    if isinstance(judged, ReviewedText):
        return False
    meant = carrying(theme, passage, idle)
    if not meant:
        return True
    if theme == Theme.HUISVESTING:
        return False
    sentences = carrying(theme, passage)
    if stands_among_refused(passage):
        return True
    if all(others_act(text) for text in meant) and not PARTIES_ACT.search(passage.text):
        return True
    if theme == Theme.REGISTRATIE and Theme.ZORG in judged.labels and all(map(_only_a_cause, meant)):
        return True
    if any(map(promises, _bearing(theme, passage, judged, idle))):
        return False
    others = [text for text in meant if not refuses(text) and not SETS_ASIDE.search(text)]
    return len(others) < len(sentences) and not any(
        somebody_acts(text) or DONE_OR_COMING.search(text) or AIMS.search(text) for text in others
    )


def _only_a_cause(text: str) -> bool:
    """Whether a sentence says of a register but that who is not in it goes without something; what is done then is for that."""
    return bool(_NOT_INSCRIBED.search(text) and _AND_SO.search(text)) and not _OURS.search(text)


def plainly_on(theme: Theme, passage: Passage, idle: Collection[int] = ()) -> bool:
    """Whether a word stands in what is not `idle` of the passage that carries the theme whatever else is said, but that it is left out."""
    return theme in PLAIN and any(
        (PLAIN[theme].search(text) or (theme == Theme.HANDHAVING and ends_breach(text))) and not _left_out(theme, text)
        for text in _spoken(passage, idle)
    )


def _spoken(passage: Passage, idle: Collection[int]) -> list[str]:
    return [sentence.text for at, sentence in enumerate(passage.sentences) if at not in idle]


def _ends_breaches(passage: Passage, judged: JudgedText, idle: Collection[int]) -> bool:
    """Whether a measure makes an end to housing against the rules, though nothing else in the passage is on housing."""
    return judged.strength != Strength.CONTEXT and any(map(ends_breach, _spoken(passage, idle)))


def sets_housing_rules(judged: JudgedText) -> bool:
    """Whether a passage has housing as an aim or measure."""
    return Theme.HUISVESTING in judged.labels and judged.strength_of(Theme.HUISVESTING) != Strength.CONTEXT


def ties_bed_to_job(theme: Theme, passage: Passage, judged: JudgedText) -> bool:
    """Whether it is on work and tells, among rules on housing, what becomes of the bed when the job ends."""
    return theme == Theme.ARBEIDSMARKT and sets_housing_rules(judged) and bool(BED_AND_JOB.search(passage.text))


def plainly_missed(passage: Passage, judged: JudgedText, idle: Collection[int] = ()) -> Sequence[Theme]:
    """Return the themes that were not seen in a passage with rules on housing while a word of theirs stands in what is not `idle`."""
    if isinstance(judged, ReviewedText):
        return []
    rules = sets_housing_rules(judged)
    return [
        theme
        for theme in PLAIN
        if theme not in judged.labels
        and (
            plainly_on(theme, passage, idle)
            if rules
            else theme == Theme.HANDHAVING and _ends_breaches(passage, judged, idle)
        )
    ]
