"""What a letter or report says that goes on, is planned or was agreed: an answer to the council tells of the past and promises in passing.

Only what is still to come, or lasts, is a promise: what was visited, agreed by others or might be done is described.
"""

from __future__ import annotations

import re

from pipeline.coverage.elsewhere import names_national_body
from pipeline.coverage.refusals import refuses
from pipeline.language.needed_words import expression
from pipeline.language.remembering import remembered

_ON = r"(?:[^.;]|\.(?=\d))"
"""What may stand between two words of a sentence; a point within an amount ends none."""
_OF_ONE = rf"(?:(?!\b(?:heeft|hebben|die|waarin)\b){_ON}){{0,120}}"
"""The same, without another who does something."""
_WE = r"(?:wij|we|(?:de|onze)\s+gemeente|het\s+college|de\s+(?:provincie|burgemeester|wethouder)|gedeputeerde\s+staten)"
_SERVICE = (
    r"(?:\w*(?:controles?|inspecties?|bezoek(?:en)?|onderzoek(?:en)?|spreekuur|spreekuren|zitting|loket|balie|meldpunt|steunpunt"
    r"|informatiepunt|inloop|project|proef|pilot|regeling|inzet|teststraat|opvang|actiedag(?:en)?|cursus(?:sen)?|team|voorlichting))"
)
_STAFF = (
    r"(?:\w*(?:onderzoekers?|controleurs?|inspecteurs?|toezichthouders?|handhavers?|ambtena(?:ar|ren)|consulent(?:en)?|medewerkers?"
    r"|adviseurs?|verpleegkundigen?|teams?)|boa['’]?s?)"
)
_SEASON = (
    r"(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|\w*jaar|zomer|herfst|najaar"
    r"|winter|\w*kwartaal|seizoen)"
)
_SOON = (
    rf"(?:vanaf|per\s+(?:\d{{1,2}}\s+)?{_SEASON}|met\s+ingang\s+van|(?:dit|volgend|komend|in\s+het|begin|eind)\s+(?:\w+\s+){{0,2}}?{_SEASON}"
    rf"|(?:deze|komende)\s+{_SEASON}|in\s+(?:{_SEASON}|20\d\d))"
)
_AT_WORK = r"(?:start|starten|begint|beginnen|gaan|gaat|controle(?:ert|ren)|bezoe(?:kt|ken)|onderzoeken|helpen)"
_SET_APART = r"(?:vrijgemaakt|gereserveerd|uitgetrokken|beschikbaar\s+gesteld)"
_UNDERTAKES = (
    r"(?:subsidie(?:ert|ren)|subsidiëren|ontwikkel(?:t|en)|verleng(?:t|en)(?!\s+(?:de|deze)\s+termijn)|breid(?:t|en)|herhaalt|herhalen"
    r"|intensive(?:ert|ren)|continue(?:ert|ren))"
)
_AGAIN = r"(?:elke|iedere|wekelijks|maandelijks|dagelijks|op\s+\w+dag)"
_KEEPS_ON = r"(?:zit|houdt|houden|draait|draaien|toetst|toetsen|rijdt|rijden|bezoekt|bezoeken|controleert|controleren)"
"""What is done time and again: "sinds de zomer rijdt elke week een bus"."""
_PROVINCE = r"(?:de\s+provincie|gedeputeerde\s+staten|gs)"
_PAYS = r"(?:beta(?:alt|len)|stel(?:t|len)|geeft|geven|open(?:t|en)|ondersteun(?:t|en)|financier(?:t|en))"
_DEED = (
    r"(?:het\s+(?:beheer(?:plan|protocol)|huisreglement|(?!arbeids|huur|uitzend)\w+contract)"
    r"|de\s+(?:huisregels|voorschriften|(?:\w+\s+)?(?:(?!arbeids|huur|uitzend|cao)\w*overeenkomst|vergunning(?:voorwaarden)?)))"
)
_LEAVE = r"(?:de|het|die|deze)\s+(?:\w*vergunning|medewerking|ontheffing|toestemming)"
"""What binds who houses people, and what he is given on conditions."""
_STOPS = r"(?=\s*[.,;:)]|\s+(?:tot|in|en|elke|iedere|zolang|met|één)\b)"

_PROMISE = expression(
    rf"\b(?:{_SERVICE}\s+(?:gaan|gaat|lopen|loopt)|(?:gaan|gaat|lopen|loopt)\s+(?:de|het|deze|dit|onze|die)\s+{_SERVICE})\s{_ON}{{0,100}}?\bdoor\b{_STOPS}"
    rf"|\b{_SERVICE}\s+(?:blijft|blijven)\s+(?:\w+\s+){{0,4}}?(?:open|bestaan|beschikbaar)\b"
    rf"|\b(?:{_WE}\s+(?:hebben|heeft)|(?:hebben|heeft)\s+{_WE})\b{_OF_ONE}\b(?:verlengd\b(?=\s+(?:tot|met|voor)\b)|{_SET_APART}|afgesproken\s+(?:dat|om)\b)"
    rf"|\b(?:{_WE}\s+(?:hebben|heeft)|(?:hebben|heeft)\s+{_WE})\b{_OF_ONE}\b(?:tot|met)\s{_ON}{{0,40}}\bverlengd\b"
    rf"|\b{_SERVICE}\s+(?:\w+\s+){{0,3}}?(?:is|zijn|wordt|worden)\s+(?:\w+\s+){{0,6}}?verlengd\b"
    rf"|\b(?:gaan\s+(?:wij|we)|(?:wij|we)\s+gaan)\s+(?:\w+\s+){{0,2}}?{_SOON}\b(?!{_ON}{{0,80}}\b(?:uit\s+van|in\s+op)\b)"
    rf"|\b{_SERVICE}\s+(?:is|zijn|staat|staan)\s+(?:\w+\s+){{0,6}}?(?:in)?gepland\b"
    rf"|\b(?:onze\s+{_STAFF}\s+{_AT_WORK}|{_AT_WORK}\s+onze\s+{_STAFF})\b"
    rf"|\b(?:{_SERVICE}|de\s+{_STAFF})\s+(?:start|starten|begint|beginnen|opent|volgt|volgen)\s+(?:\w+\s+){{0,4}}?(?:{_SOON}|op\s+\d)"
    rf"|\b(?:is|zijn|komt)\s+(?:\w+\s+){{0,6}}?€\s?[\d.,]+(?:\s+(?:miljoen|ton))?\s+(?!per\s)(?:\w+\s+){{0,3}}?(?:beschikbaar|gereserveerd|vrijgemaakt)\b"
    rf"|\b(?:{_WE}\s+{_UNDERTAKES}|{_UNDERTAKES}\s+{_WE})\b"
    rf"|\b(?:{_WE}\s+zeg(?:t|gen)|zeg(?:t|gen)\s+{_WE})\b(?!\s+dat\b)(?:(?!\b(?:neemt|nemen|licht|lichten)\b)[^.;:]){{0,120}}\btoe\b(?=\s*(?:[,)]|[.;]?$|(?:dat|om)\b))"
    rf"|\bin\s+{_DEED}\s+(?:is|wordt|staat|zijn|worden)\s+(?:\w+\s+){{0,2}}?(?:opgenomen|vastgelegd|geregeld|voorgeschreven)?\s?dat\b"
    rf"|\baan\s+{_LEAVE}\s+(?:(?!(?:kan|kunnen|mag|mogen|niet|geen)\b)\w+\s+){{0,3}}?verb(?:inden|indt|onden)\s+(?:(?:wij|we|het\s+college|de\s+voorwaarde)\s+)?dat\b"
    rf"|\b(?:{_WE}\s+dra(?:agt|gen)|dra(?:agt|gen)\s+{_WE})\b{_ON}{{0,80}}?(?:€|\beuro\b){_ON}{{0,40}}?\bbij\b"
    rf"|\bsinds\s+{_ON}{{0,60}}?\b{_KEEPS_ON}\s+(?:er\s+)?{_ON}{{0,80}}?\b{_AGAIN}\b"
    rf"|\bsinds\s+{_ON}{{0,40}}?\b{_AGAIN}\b{_ON}{{0,60}}?\b{_KEEPS_ON}\b",
    re.IGNORECASE,
)
"""What goes on ("De controles gaan deze zomer door"), lasts ("hebben wij verlengd tot"), is planned ("gepland in"), agreed or paid for, or
is laid down for who houses people ("In het beheerplan is opgenomen dat", "Aan de vergunning is verbonden dat")."""
_OF_PROVINCE = expression(rf"\b(?:{_PROVINCE}\s+{_PAYS}|{_PAYS}\s+{_PROVINCE})\b", re.IGNORECASE)
"""A province at work in its own paper."""
_OVER = re.compile(r"\bin\s+(?:19|20)\d\d\b[^.;]{0,80}\b(?:verlengd|afgesproken)\b", re.IGNORECASE)
"""What was extended or agreed in a year that the sentence names."""
_UNSURE = expression(
    r"\b(?:landelijk|niet|geen|nooit|evenmin|nauwelijks|amper|weinig|zelden|als|indien|mits|zodra|zou|zouden|was|waren|werd|werden|had|hadden|misschien|mogelijk|wellicht|nadenken|verkennen|overwegen|praten)\b",
    re.IGNORECASE,
)
"""What is denied, depends on something, is over or is for the whole country."""
_NOT_ONLY = re.compile(r"\bniet\s+(?:alleen|meer\s+dan)\b", re.IGNORECASE)


@remembered
def promises(sentence: str, of_province: bool = False) -> bool:
    """Return whether a sentence says that something goes on, is planned or agreed. `of_province`: in a paper that is of no municipality
    a province at work is whose paper it is."""
    said = _PROMISE.search(sentence) or (of_province and _OF_PROVINCE.search(sentence))
    if not said or _OVER.search(sentence) or _UNSURE.search(_NOT_ONLY.sub("", sentence)):
        return False
    return not (refuses(sentence) or names_national_body(sentence))
