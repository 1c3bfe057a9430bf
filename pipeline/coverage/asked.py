"""What a paper only asks, or puts up for discussion: it says nothing of what will be done until somebody answers."""

from __future__ import annotations

import re

from pipeline.coverage.acting import AIMS, DONE_OR_COMING, somebody_acts
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_QUESTION = re.compile(r"\?[\"”’'»)\]]*\d{0,2}\s*$")
_PROPOSITION = re.compile(
    r"^\W*(?:(?:stelling|dilemma|discussie(?:punt|vraag)|bespreekpunt)\s*(?:\d+|[A-Z])?\s*[:.]"
    r"|(?:de|een)\s+(?:\w+\s+)?vraag\s+(?:is|blijft|rijst|luidt)\b|ter\s+(?:discussie|bespreking)\s+(?:staat|ligt)\b)",
    re.IGNORECASE,
)
"""What is put up for discussion without a question mark: "Stelling 2: de gemeente moet …", "De vraag is of …"."""
_DISCUSSION = re.compile(
    r"^\W*(?:[\d.]+\s+)?(?:(?:open\s+)?(?:discussie|gespreks|bespreek|consultatie)\s?(?:vragen|punten|stellingen|onderwerpen)"
    r"|(?:(?:onze|enkele|vijf|vier|drie)\s+)?(?:stellingen|dilemma['’]?s)(?:\s+(?:voor|aan|ter|bij|over|in)\b.*)?|open\s+vragen"
    r"|(?:\w+\s+)?vragen\s+(?:(?:aan|voor)\s+(?:de\s+raad|u|het\s+gesprek|de\s+(?:discussie|toekomst|inspraak|bijeenkomst|consultatie))|ter\s+\w+)"
    r"|ter\s+(?:discussie|bespreking))\W*$",
    re.IGNORECASE,
)
"""Headings under which all is asked: "Discussievragen", "Stellingen voor het gesprek", "Vragen aan de raad"."""
_STILL_OPEN = re.compile(
    r"\b(?:vra(?:ag|gen)|stelling\w*|dilemma\w*|gesprek\w*|bespre\w+|discussi\w+|mening|horen|voorleg\w*|voorgelegd|afweg\w+|nog\s+niet"
    r"|niet\s+(?:bekend|duidelijk|zeker)|geen\s+(?:besluit|antwoord|keuze|standpunt)|(?:de|uw)\s+raad\s+(?:moet|mag|kan)|nader\s+\w+|afhan(?:gt|kelijk))\b",
    re.IGNORECASE,
)
"""What stands behind a question without answering it."""
_ANSWER = re.compile(
    r"^\W*(?:ja(?:zeker)?\b|zeker\b|antwoord\b|besluit\b|onze\s+keuze\b|d(?:at|it|aar\w*|oor|us)\b|wij\s+vinden\b|(?:dat|daarom)\s+\w+\s+(?:wij|we)\b"
    r"|(?:de\s+raad|het\s+college|wij)\s+(?:heeft|hebben|kie(?:st|zen)|ko(?:os|zen)|beslo(?:ot|ten))\b)",
    re.IGNORECASE,
)
_PROPOSES = expression(
    r"(?!\W*(?:wie|wat|waar\w*|hoe\w*|welke?|wanneer)\b)(?=.*\b(?:gemeente|wij|we|ons|onze|college|raad|regio|u)\b).*"
    r"\b(?:moet(?:en)?|zou(?:den)?|zullen|wil(?:t|len)?|kan|kunnen|vind\w*|wenselijk|nodig|bereid|eens|gaan|deelt)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A question whether the municipality is to do something: "Moet de gemeente …?"; others ask for what is so, which any sentence may tell."""
_OF_READER = re.compile(
    r"^\W*(?!(?:vind\w*|deelt|wilt\s+u\s+dat|bent\s+u\s+(?:het\s+(?:ermee\s+)?eens|bereid|van\s+mening))\b)\w+\s+(?:u|je|jij)\b",
    re.IGNORECASE,
)
"""A question to who reads the page on himself ("Woont u in een pand dat …?"): whatever follows is what he may do."""
_PUT_TO_SOMEBODY = expression(
    r"\bvra(?:ag|agt|gen)\s+(?:(?:wij|we)\s+)?(?:het\s+college|de\s+raad|u|ons\s+af|inwoners|daarom)\b|\b(?:wij|we|fracties?)\s+vra(?:ag|gen)\b"
    r"|\b(?:leg|stel)\w*\s+(?:\w+\s+){0,6}?(?:voor|vragen)\b|\b(?:discussie|gespreks|bespreek)\w+|\bgesprek\b|\bbespre\w+",
    re.IGNORECASE,
)
"""What leads in questions to somebody; other questions behind a colon are what a plan is held against ("Wij toetsen op: past het …?")."""
_CRITERION = re.compile(
    r"(?!.*\b(?:gemeente|wij|we|college|raad|moet(?:en)?|zou(?:den)?|vind\w*|wenselijk)\b)\W*(?:stap\s+\d+\W+)?"
    r"(?:is|zijn|heeft|hebben|ligt|telt|levert|verbindt|voldoet|past|komt|beschikt|houdt|toont|staat|krijgt|wordt|worden|kan|kunnen)\s+"
    r"(?:er|het|de|elke?|een)\b.*\?",
    re.IGNORECASE | re.DOTALL,
)
"""What a plan is held against: "Ligt de locatie binnen een dorp?"."""
_CELLS = re.compile(r"(?:^|;\s)(?:Nr|Vraag|Criterium|Toets|Eis|Onderdeel|Thema|Stap)\b[^;:]{0,20}:\s")
"""A row of a table of such questions: "Nr: D6; Vraag: Verbindt de exploitant …?; Toelichting: …"."""
_TOLD_WHAT_TO_DO = re.compile(r"^\W*(?:bel|meld|neem|kijk|vraag|ga|kom|stuur|mail|lees|schrijf|loop)\b", re.IGNORECASE)
"""A page that asks its reader something and says what to do then: "Ziet u misstanden? Bel het meldpunt"."""

_NUMBERED = re.compile(r"^\W*(?:vraag\s+)?\d{1,2}[a-z]?\s?[.):]\s+\S", re.IGNORECASE)
"""What opens a numbered question before it asks: "5. Er liggen onverzekerden op de spoedeisende hulp. Vergoedt het college dat?"."""


def only_asked(passage: Passage) -> frozenset[int]:
    """Return which sentences of a passage (counted from 0) only ask, or stand under a heading of what is up for discussion.

    Of the 7,042 passages with a theme in `corpus/passages` that are an aim or measure this is all that 20 say of one, most of them
    questions of councillors and propositions; of the 2,560 in `corpus/papieren` none.
    """
    texts = [sentence.text for sentence in passage.sentences]
    discussed = any(_DISCUSSION.match(heading) for heading in passage.section)
    found: set[int] = set()
    for asked, said in _rounds(texts):
        if not discussed and (not asked or _are_criteria(passage, asked)):
            continue
        answered = [at for at in said if _answers(texts[at], discussed)]
        if asked and not discussed and not answered and not any(_is_proposal(texts[at]) for at in asked):
            answered = [at for at in said if _TOLD_WHAT_TO_DO.match(texts[at]) or not _STILL_OPEN.search(texts[at])]
        if not answered:
            found.update(asked)
            found.update(at - 1 for at in asked[:1] if at and _NUMBERED.match(texts[at - 1]))
            found.update(at for at in said if asked and _STILL_OPEN.search(texts[at]))
        if discussed:
            found.update(at for at in said if not answered or at < answered[0])
    return frozenset(found)


def _rounds(texts: list[str]) -> list[tuple[list[int], list[int]]]:
    """The sentences, in order, as runs of questions with what is said behind each run."""
    rounds: list[tuple[list[int], list[int]]] = [([], [])]
    for at, text in enumerate(texts):
        opened = at > 0 and at - 1 in rounds[-1][0] and texts[at - 1].endswith(":")
        if _QUESTION.search(text) or _PROPOSITION.match(text) or opened:
            if rounds[-1][1]:
                rounds.append(([], []))
            rounds[-1][0].append(at)
        else:
            rounds[-1][1].append(at)
    return rounds


def _are_criteria(passage: Passage, asked: list[int]) -> bool:
    """Whether a run of questions hangs on an opening that puts them to nobody, or asks only what a plan is held against."""
    if _CELLS.search(passage.text) or all(_CRITERION.match(passage.sentences[at].text) for at in asked):
        return True
    if _PROPOSITION.match(passage.sentences[asked[0]].text):
        return False
    before = passage.sentences[asked[0] - 1].text if asked[0] else passage.lead_in
    return before.rstrip().endswith(":") and not _PUT_TO_SOMEBODY.search(before)


def _is_proposal(text: str) -> bool:
    return not _OF_READER.match(text) and bool(_PROPOSES.match(text) or _PROPOSITION.match(text))


def _answers(text: str, discussed: bool) -> bool:
    """Whether a sentence behind a question says what will be done; under a heading of discussion it must say so outright."""
    if _STILL_OPEN.search(text) and not _TOLD_WHAT_TO_DO.match(text):
        return False
    if discussed:
        return bool(_ANSWER.match(text))
    said = (_ANSWER.match, _TOLD_WHAT_TO_DO.match, somebody_acts, DONE_OR_COMING.search, AIMS.search)
    return any(pattern(text) for pattern in said)
