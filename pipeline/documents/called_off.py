"""Whether a paper tells that labour-migration policy that was on its way will not come."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import pairwise

from pipeline.documents.announcement_words import OTHERS, PAPERS
from pipeline.documents.groups import OTHER_GROUP, TARGET_GROUP
from pipeline.documents.named_papers import put_aside
from pipeline.documents.naming import Names
from pipeline.documents.own_sections import target_section
from pipeline.documents.wording import PAPER_WORD, any_of, whole
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_PAPER = rf"(?:ontwerp|concept)?[-\s]?{any_of(PAPERS)}\b"
_PROMISED = r"(?:voorgenomen|aangekondigde|geplande|beloofde|toegezegde)"
_NEW = (
    rf"(?:(?:{_PROMISED}|aparte?|eigen|nieuwe?|gemeentelijke?|lokale?|afzonderlijke?|herziene?|definitieve?"
    r"|integrale?|andere?)\s+){0,2}"
)
_OF_ELSE = (
    r"\w*bestemmingsplan\w*|\w*omgevingsplan\w*|\w*verkeersbesluit\w*|niet|bepaalt|regelt|staat|stelt|kan|kunnen|dat|die|waar\w*"
    r"|\w*vergunning\w*|ontheffing\w*|motie|amendement"
)
"""Between a draft and what is withdrawn, where that is not the draft."""
_DRAFT = (
    rf"(?:voor)?(?:ontwerp|concept)(?:[-\s]?{any_of(PAPERS)}\b|\s+(?:van|voor)\s+(?:(?:de|het|een|ons|onze)\s+)?{_NEW}{_PAPER}"
    rf"|\b(?!\s*-)(?=[^.;]{{0,90}}?(?:{_PAPER}|\b{PAPER_WORD}\b)))"
)
"""A draft of policy, however it is named: "de conceptnota", "het ontwerp voor nieuw beleid", "het ontwerp Welkom hier: nieuw beleid"."""
_WE = r"(?:wij|we|het\s+college)"
_ANY = rf"(?:de|het|een|onze?|ons)\s+{_NEW}(?:{_PAPER}|{_DRAFT})"
_NOT_IN_IT = (
    r"(?<!\bin\s)(?<!\buit\s)(?<!\bvan\s)(?<!\bop\s)(?<!\bmet\s)(?<!\bbij\s)(?<!\baan\s)(?<!\bover\s)(?<!\bvoor\s)"
)
"""Before a paper: it is itself what the sentence is about, not something in it or on it."""
_COMING = (
    r"(?:^|[,:]\s+|\bdat\s+)"
    rf"(?:een|(?:de|het|onze?|ons)\s+(?:{_PROMISED}|nieuwe?|eigen|aparte?))\s+{_NEW}{_PAPER}"
)
_WORK_ON = rf"(?:^|[,:]\s+|\bdat\s+)het\s+(?:traject|proces|project|werk|opstellen|maken|uitwerken)\s+(?:voor|van|naar|aan)\s+{_ANY}"
"""Policy that is on its way, as what a clause is about, or the work on it."""
_GOES_ON = (
    r"(?:aangeboden|voorgelegd|vastgesteld|opgesteld|uitgewerkt|gemaakt|geschreven|ontwikkeld|afgemaakt|afgerond|voltooid|voortgezet|doorgezet"
    r"|in\s+procedure\s+gebracht)\b(?!\s+(?:door|als|met|onder|tegen)\b)"
)
"""What happens to a paper that comes; with "niet" it does not."""
_STOPPED = (
    r"(?:is|wordt)\s+(?:(?:definitief|daarmee|dus|hiermee|inmiddels|daarom)\s+)?"
    r"(?:gestaakt|stopgezet|afgeblazen|van\s+(?:tafel|de\s+baan)|geschrapt(?!\s+(?:van|uit)\s+de\s+agenda))\b"
)
_PUT_AWAY = (
    r"(?:gaat|verdwijnt|belandt)\s+(?:(?:dus|daarom|nu|hiermee|daarmee|definitief)\s+)?"
    r"(?:naar|in)\s+(?:het\s+archief|de\s+(?:prullenbak|prullenmand|papierbak|la(?:de)?)|een\s+la(?:de)?)\b"
)
"""What happens to one that does not."""
_TO_COUNCIL = r"(?:(?:meer|verder|(?:aan|bij)\s+(?:de|uw)\s+(?:gemeente)?raad)\s+){0,2}"
_TO_MAKE = r"(?:op\s+te\s+stellen|te\s+(?:maken|schrijven|ontwikkelen)|uit\s+te\s+werken)"
_CALLED_OFF = expression(
    rf"\b(?:er\s+komt|komt\s+er|volgt\s+er|er\s+volgt)\s+(?:\w+\s+){{0,3}}?geen\s+{_NEW}{_PAPER}"
    rf"|\bstel(?:t|len)\s+(?:(?:wij|we|het\s+college)\s+)?(?:\w+\s+){{0,2}}?geen\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\sop\b"
    rf"|\b(?:ma(?:akt|ken)|schrij(?:ft|ven)|ontwikkel(?:t|en))\s+(?:(?:wij|we|het\s+college)\s+)?(?:\w+\s+){{0,2}}?geen\s+{_NEW}{_PAPER}(?!\s+dan\b)"
    rf"|\bzie(?:t|n)\s+(?:\w+\s+){{0,4}}?af\s+van\s+(?:(?:het\s+(?:opstellen|vaststellen|maken|uitwerken)\s+van\s+)?(?:de|het|een)\s+)?{_NEW}{_PAPER}"
    rf"|\b(?:gestopt|stop(?:t|pen))\s+(?:\w+\s+){{0,2}}?met\s+(?:het\s+(?:opstellen|maken|uitwerken)\s+van\s+)?(?:de|het|een)\s+{_NEW}{_PAPER}"
    rf"|\b{_DRAFT}(?:(?!\b(?:{_OF_ELSE})\b)[^.;]){{0,120}}?\b(?:in\s+te\s+trekken|ingetrokken|teruggetrokken"
    r"|(?:trek(?:t|ken)|ne(?:emt|men))\s+(?:wij|we|het\s+college)\s+(?:terug|in))\b"
    rf"|\b(?:trek(?:t|ken)|ne(?:emt|men))\s+(?:(?:wij|we|het\s+college)\s+)?(?:de|het|onze?|ons|haar|zijn)\s+{_DRAFT}"
    rf"(?:(?!\b(?:{_OF_ELSE})\b)[^.;]){{0,90}}?\s(?:terug|in)(?=\s*(?:[.,;]|$|\b(?:en|omdat|nu|want|wegens|zodat)\b))"
    rf"|\b{_DRAFT}(?:(?!\b(?:{_OF_ELSE}|voorlopig|even|nog)\b)[^.;]){{0,90}}?\bis\s+(?:(?:definitief|daarmee|dus|hiermee|nu)\s+)?van\s+(?:tafel|de\s+baan)\b"
    rf"|\b(?:een|de|het|onze?|ons)\s+(?:(?:voorgenomen|aangekondigde|geplande|beloofde)\s+)?{_NEW}{_PAPER}(?:,\s+[\w-]+){{0,2}}(?:(?!\b(?:{_OF_ELSE})\b)[^.;,]){{0,60}}?\s"
    r"(?:kom(?:t|en)\s+er\s+(?:dus\s+|daarom\s+|definitief\s+|ook\s+)?niet(?:\s+(?:meer|van))?|gaat\s+(?:dus\s+|daarom\s+|definitief\s+)?niet\s+(?:meer\s+)?door)(?=\s*(?:[.,:;]|$))"
    rf"|\been\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\b(?:achten|vinden|acht|vindt)\s+(?:wij|we|het\s+college)\s+(?:\w+\s+){{0,2}}?(?:niet\s+(?:meer\s+)?nodig|onnodig|overbodig)\b"
    rf"|\b{_PAPER}[^.]{{0,160}}?\b(?:voorbereiding(?:en)?|uitwerking)\s+(?:ervan|daarvan|hiervan)\s+(?:te\s+staken|gestaakt)\b"
    rf"|\b(?:voorbereiding(?:en)?|uitwerking)\s+van\s+(?:de|het|een)\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\s(?:te\s+staken|gestaakt)\b"
    rf"|\b{_NOT_IN_IT}{_ANY}[^.;]{{0,60}}?\b(?:(?:wordt|zal)\s+(?:\w+\s+){{0,2}}?niet\s+(?:(?!(?:opnieuw|door)\b)\w+\s+){{0,4}}?(?:{_GOES_ON}|worden\s+\w+\b)"
    rf"|niet\s+(?:(?:meer|verder)\s+)?(?:in\s+procedure\s+wordt\s+gebracht\b|wordt\s+{_GOES_ON}|{_GOES_ON}\s+(?:wordt|zal\s+worden)\b))"
    rf"|\b{_ANY}[^.;]{{0,60}}?\b(?:leg|bied|werk|stel|maak|schrijf|rond)\w*\s+{_WE}\s+(?:\w+\s+)?niet\s+{_TO_COUNCIL}(?:voor|aan|uit|op|vast|af)(?=\s*(?:[.,;]|$|en\b))"
    rf"|\b(?:leg|bied|werk|stel|rond)\w*\s+(?:{_WE}\s+)?{_ANY}[^.;]{{0,60}}?\sniet\s+{_TO_COUNCIL}(?:voor|aan|uit|op|vast|af)(?=\s*(?:[.,;]|$|en\b))"
    rf"|\bvan\s+(?:een|de|het)\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\szie(?:t|n)\s+{_WE}\s+(?:\w+\s+){{0,2}}?af\b"
    rf"|\bmet\s+{_ANY}[^.;]{{0,60}}?\sga(?:at|an)\s+{_WE}\s+niet\s+(?:meer\s+)?(?:verder|door)\b"
    rf"|\bbesl(?:oten|oot|uit|uiten)\b[^.;]{{0,60}}?\bgeen\s+{_NEW}{_PAPER}[^.;]{{0,60}}?\s{_TO_MAKE}\b"
    rf"|(?:{_COMING}|{_WORK_ON}|\b{_DRAFT})(?:(?!\b(?:{_OF_ELSE})\b)[^.;]){{0,90}}?\b{_STOPPED}"
    rf"|\b{_DRAFT}(?:(?!\b(?:{_OF_ELSE})\b)[^.;]){{0,90}}?\b{_PUT_AWAY}",
    re.IGNORECASE,
)
"""That there will be none: "er komt geen nota", "wij zien af van een eigen beleidskader", "de conceptnota in te trekken"."""
_THEIRS = (
    r"(?:\s+(?:(?:voor|over|van|inzake|rond|op)\s+(?:de\s+)?)?(?:huisvesting\s+(?:van\s+)?)?"
    r"\w*(?:migranten|migratie|arbeidskrachten|werknemers)\b)?"
)
_WRITTEN = re.compile(
    rf"\b(?:(?:een|de|het|deze|die|dit|dat|onze?|ons)\s+|(?<=geen\s)|(?<=project\s)|(?<=traject\s)){_NEW}(?:{_PAPER}|{_DRAFT}|(?:ontwerp|concept)\b){_THEIRS}",
    re.IGNORECASE,
)
"""The paper that is spoken of, in whose place "§" comes."""
_NO_FURTHER = r"niet (?:meer|verder|langer)"
_OFF = expression(
    r"(?<!\w)"
    + any_of(
        (
            r"§(?: (?:die|dat)\b[^;]{0,60}?)? kom(?:t|en) er (?:\w+ )?niet(?=\W*$| (?:meer|van)\b)",
            r"(?:plannen|voornemen|idee) (?:voor|van|om te komen tot) § (?:zijn|is|hebben|heeft|wordt|worden)\s[^;]{0,40}?"
            r"\b(?:van de baan|van tafel|losgelaten|geschrapt|stopgezet|gestopt)",
            r"zet(?:ten)? (?:(?:wij|we|het college) )?(?:(?:de (?:plannen|voorbereiding(?:en)?)|het werk) (?:voor|aan|van) )?§ stop",
            r"zie(?:t|n) (?:\w+ ){0,3}?van §[^;]{0,40}? af(?=\W*$|[.,]| en\b)",
            r"opdracht (?:voor|tot|om) §[^;]{0,40}? is (?:\w+ )?(?:beëindigd|ingetrokken|stopgezet)",
            r"§ (?:komt|keert) (?:\w+ )?niet (?:meer )?terug in het (?:nieuwe |huidige )?(?:coalitie|college|bestuurs)\w+",
            r"§ (?:verschijnt|volgt) (?:dus |daarom )?niet(?=\W*$| meer\b)",
            r"§ zal er niet komen",
            r"§[^;]{0,100}?\b(?:die|dat) kom(?:t|en) er (?:\w+ )?niet(?=\W*$)",
            r"geen (?:noodzaak|aanleiding|reden) meer voor §",
            r"laa?t(?:en)?\s[^;]{0,60}?§[^;]{0,40}?\bvaren",
            r"(?:wordt|worden|is|zijn|hebben|heeft)\s[^;]{0,60}?\bafgezien van §",
            rf"(?:werk(?:t|en)|gewerkt)\s[^;]{{0,60}}?\b{_NO_FURTHER} (?:\w+ )?aan §",
            rf"aan § (?:wordt|werken)\s[^;]{{0,40}}?\b{_NO_FURTHER} (?:door)?gewerkt",
            rf"aan § werken (?:wij|we) (?:\w+ )?{_NO_FURTHER}",
            r"§ (?:is|wordt) (?:\w+ )?van (?:de|onze) (?:planning|lijst) (?:gehaald|geschrapt)",
            r"breng(?:t|en)\s[^;]{0,40}?§[^;]{0,40}?\bniet (?:meer |verder )?in procedure",
            r"(?:opstellen|maken|schrijven|ontwikkelen) van § (?:is |wordt |hebben (?:wij|we) )?(?:gestaakt|gestopt|stopgezet|beëindigd)",
            r"procedure (?:voor|van|rond|over) § (?:niet voort te zetten|te (?:staken|beëindigen)|stop te zetten)",
            r"procedure (?:voor|van|rond|over) § is (?:gestaakt|stopgezet|beëindigd)",
            r"§ kom(?:t|en) (?:(?:daarmee|hiermee|dus|daarom) )?te vervallen(?=\W*$)",
            r"§ is\s[^;]{0,60}?\bteruggenomen(?=\W*$| en komt niet)",
            r"er geen §[^;]{0,40}?\bmeer kom(?:t|en)",
            r"besl(?:oten|oot|uit|uiten)\b[^;]{0,40}?§[^;]{0,40}?\bniet (?:(?:meer|verder) )?(?:aan (?:u|(?:de|uw) (?:gemeente)?raad) )?"
            r"(?:voor te leggen|aan te bieden|vast te stellen|in procedure te brengen)",
            r"(?:project|traject) [^;§]{0,30}§ (?:is|wordt) (?:\w+ )?(?:beëindigd|gestopt|stopgezet|gestaakt)",
        )
    )
    + r"(?!\w)",
    re.IGNORECASE,
)
"""That it will not come, with "§" for the paper."""
_MAY_BE_OFF = expression(
    any_of(
        (
            *(
                r"\ber (?:\w+ )?niet",
                "van (?:de baan|tafel)",
                "losgelaten",
                "geschrapt",
                r"\bstop\b",
                "meer voor",
                "varen",
                r"zie(?:t|n)\s",
                "opdracht",
                "terug in",
            ),
            *(r"(?:verschijnt|volgt)\s[^.;]{0,20}niet", "afgezien", "niet (?:meer|verder|langer|voort)", "planning"),
            *(
                "procedure",
                "gestaakt",
                "gestopt",
                "stopgezet",
                "beëindigd",
                "te vervallen",
                "teruggenomen",
                "meer komt",
                r"niet\s[^.;]{0,30}(?:leggen|bieden|stellen|brengen)",
            ),
        )
    ),
    re.IGNORECASE,
)
"""What each of those ways needs."""
_MONTHS = "(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)"
_NOT_YET = re.compile(
    r"\b(?:nog|eerder|alsnog|later|vóór|voordat|voorlopig|vooralsnog|pas|uitgesteld|uitstel|zonder|weigert|dit\s+jaar|(?:voor|na)\s+de\s+zomer"
    rf"|in\s+(?:20\d\d|{_MONTHS})\s+(?:komt|volgt|stel|ma(?:akt|ken)|wordt|niet)|deze\s+(?:maand|zomer)|in\s+(?:het\s+)?(?:eerste|tweede|derde|vierde)\s+kwartaal"
    r"|indien|mocht|als\s+(?:er|de|het)|tenzij|zolang|voorstel\w*|verzoek\w*|vra(?:agt|gen)"
    r"|maar\s+(?:wij\s+)?(?:actualiseren|actualiseert|herzien|herziet)"
    r"|fracties?|oppositie|insprekers?|inwoners?|(?:moties?|amendement)\b[^.;]{0,120}?\b(?:verworpen|ingetrokken|aangehouden))\b",
    re.IGNORECASE,
)
"""That it comes later, or that somebody asks it, or if."""
_REJECTED = expression(
    rf"\b(?:{_PAPER}[^.;]{{0,90}}?|voorstel\s+(?:is|werd)\s+(?:\w+\s+){{0,2}}?)\b(?:verworpen|afgewezen|weggestemd|niet\s+(?:aangenomen|vastgesteld))\b"
    rf"|\b(?:kreeg|haalde|behaalde)\s[^.;]{{0,20}}?{_PAPER}[^.;]{{0,80}}?\bgeen\s+meerderheid\b|\b{_PAPER}[^.;]{{0,60}}?\b(?:kreeg|haalde|behaalde)\s+(?:\w+\s+){{0,3}}?geen\s+meerderheid\b",
    re.IGNORECASE,
)
_NO_NEW_ONE = expression(
    rf"\bkom(?:t|en)\s[^.;]{{0,60}}?\b(?:niet|geen)\s+(?:met\s+)?(?:een\s+)?(?:nieuwe?|ander|aangepaste?)\s+(?:voorstel|{_PAPER})"
    rf"|\b(?:niet\s+(?:meer\s+)?met\s+een|met\s+geen)\s+(?:nieuwe?|ander|aangepaste?)\s+(?:voorstel|{_PAPER})[^.;]{{0,60}}?\skom(?:t|en)\b"
    rf"|\been\s+(?:nieuwe?|ander|aangepaste?)\s+(?:voorstel|{_PAPER})\s+(?:mag|moet|hoeft|kan|hoeven|komt|volgt)\b[^.;]{{0,60}}?\bniet\b",
    re.IGNORECASE,
)
"""That nothing comes in the place of what was rejected: "wij komen niet met een nieuw voorstel"."""
_BY_VOTE = expression(r"\b(?:verworpen|afgewezen|weggestemd|geen\s+meerderheid)\b", re.IGNORECASE)
_AGAIN = expression(
    rf"\b(?:nieuwe?|ander|aangepaste?|gewijzigde?|herziene?)\s+(?:voorstel|{_PAPER})|\b(?:opnieuw|terug\s+naar|huiswerk|tekentafel|herkansing|andermaal|dit\s+jaar|later)\b",
    re.IGNORECASE,
)
"""That something may come in its place all the same."""
_FOR_NOW = expression(r"\b(?:voorlopig|vooralsnog|voorshands)\b", re.IGNORECASE)
_BY_OTHERS = whole(OTHERS)
_OTHER_TOWN = re.compile(
    r"\b(?:in|gemeente|raad\s+van|college\s+van|fractie\s+van)\s+(?:de\s+gemeente\s+)?$", re.IGNORECASE
)
_ON_ELSE = re.compile(
    r"\s+(?:zonder|(?:over|voor|op|inzake|rond)\s(?!(?-i:[A-Z]))(?![^.;]{0,60}\b(?:hen|hun|deze|dit|\w*huisvest\w*|logies|\w*migra\w*))|van\s+(?:het|de)\s+rijk)",
    re.IGNORECASE,
)
"""Behind the paper: that it is on something else."""
_OF_SUBJECT = re.compile(rf"\s+(?:die|dat)\b|{_ON_ELSE.pattern}", re.IGNORECASE)
"""The same, or that only one that does something is not made."""

_IT_IS_OFF = expression(
    r"\bzie(?:t|n)\s+(?:(?:wij|we|het\s+college)\s+)?(?:daar|hier)\s+(?:\w+\s+){0,2}?van\s+af\b|\b(?:daar|hier)van\s+zie(?:t|n)\s+(?:wij|we|het\s+college)\s+(?:\w+\s+){0,2}?af\b"
    r"|\b(?:daar|hier)mee\s+(?:stoppen|gaan)\s+(?:wij|we)\s+(?:niet\s+verder)?|\b(?:daar|hier)mee\s+(?:is|zijn)\s+(?:\w+\s+){0,3}?gestopt\b"
    r"|^\W*(?:die|dat|dit|deze)\s+(?:plan(?:nen)?\s+|voornemen\s+)?(?:(?:komt|komen)\s+er\s+(?:\w+\s+)?niet\b|(?:gaat|gaan)\s+niet\s+door\b|(?:is|zijn)\s+van\s+(?:de\s+baan|tafel)\b)",
    re.IGNORECASE,
)
"""The same of what the sentence before was on: "Wij zien daar nu van af"."""
_NAMES_ONE = expression(_PAPER, re.IGNORECASE)
_ABOUT_ONE = re.compile(r"\b(?:over|voor|van|bij|rond|inzake)\s+$", re.IGNORECASE)
"""Before a paper of which something is called off: "de avond over de nota"."""
_GOES_WITH_ONE = re.compile(
    r"\b(?:amendement\w*|moties?|zienswijzen?|bezwa(?:ar|ren)|verzoek\w*)\b[^.;]*$", re.IGNORECASE
)
"""Before a paper of which what goes with it was rejected."""


def calls_off_policy(passages: Sequence[Passage], about: bool, owners: Collection[str], names: Names) -> bool:
    """Whether some sentence, in a paper or passage about labour migrants, says that policy of its owners is no longer made; a question says
    nothing."""
    on_them = [one for one in passages if about or TARGET_GROUP.search(one.text) or target_section(one.section)]
    said = [
        sentence.text
        for passage in on_them
        for sentence in passage.sentences
        if any(way.search(sentence.text) for way in (_CALLED_OFF, _REJECTED, _NO_NEW_ONE, _MAY_BE_OFF))
        and not names.of_another(sentence.text, owners, _OTHER_TOWN)
    ]
    if any(_calls_off(one) or _is_off(one) for one in said) or any(map(_takes_it_back, on_them)):
        return True
    again = any(
        _AGAIN.search(one.text) or _FOR_NOW.search(one.text) for passage in on_them for one in passage.sentences
    )
    rejected = [one for one in said if _was_rejected(one)]
    return bool(rejected) and (any(map(_leaves_it, said)) or (not again and any(map(_voted_down, rejected))))


def _calls_off(sentence: str) -> bool:
    said = _CALLED_OFF.search(sentence)
    if not said or sentence.rstrip().endswith("?") or _perhaps(_clause(sentence, said)):
        return False
    paper = _NAMES_ONE.search(said.group())
    if said.group().lower().startswith(("de ", "het ", "een ")) and _ABOUT_ONE.search(sentence[: said.start()]):
        return False
    if TARGET_GROUP.search(sentence):
        return True
    ends = (said.end(), *((said.start() + paper.end(),) if paper else ()))
    return not OTHER_GROUP.search(sentence) and not any(_OF_SUBJECT.match(sentence, end) for end in ends)


def _is_off(sentence: str) -> bool:
    """The same in words around the paper, whatever it is called there."""
    if not _MAY_BE_OFF.search(sentence) or _perhaps(sentence):
        return False
    return any(
        _OFF.search(put_aside(sentence, paper.start(), paper.end()))
        and not _ON_ELSE.match(sentence, paper.end())
        and not (OTHER_GROUP.search(sentence) and not TARGET_GROUP.search(sentence))
        for paper in _WRITTEN.finditer(sentence)
    )


def _takes_it_back(passage: Passage) -> bool:
    """Whether a sentence calls off the policy that the one before it names."""
    return any(
        _IT_IS_OFF.search(after.text) and not _perhaps(after.text) and _NAMES_ONE.search(before.text)
        for before, after in pairwise(passage.sentences)
    )


def _was_rejected(sentence: str) -> bool:
    """Whether policy was, and not what goes with it: "het amendement op de nota"."""
    said = _REJECTED.search(sentence)
    return bool(said) and not _GOES_WITH_ONE.search(sentence[: said.start()])


def _voted_down(sentence: str) -> bool:
    """Whether a rejection was a vote; "niet vastgesteld" may be put off, and what is asked or supposed is no vote."""
    return bool(_BY_VOTE.search(sentence)) and not _perhaps(sentence.replace("voorstel", ""))


def _clause(sentence: str, said: re.Match[str]) -> str:
    """The sentence up to the colon behind what it says; what follows gives the grounds: "Er komt geen nota: de provincie …"."""
    return sentence[: said.end()] + sentence[said.end() :].partition(":")[0]


def _leaves_it(sentence: str) -> bool:
    """Whether nothing comes in the place of what was rejected."""
    return (
        bool(_NO_NEW_ONE.search(sentence))
        and not _perhaps(sentence.replace("voorstel", ""))
        and not _FOR_NOW.search(sentence)
    )


def _perhaps(sentence: str) -> bool:
    """Whether a sentence asks it, says that it comes later, or speaks of others."""
    return bool(sentence.rstrip().endswith("?") or _NOT_YET.search(sentence) or _BY_OTHERS.search(sentence))
