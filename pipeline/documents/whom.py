"""Whom a text says that it is about: a paper of itself, a paragraph by the words with which it opens."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.documents.groups import BED, OTHER_GROUP, SPOKEN_TO, TARGET_GROUP
from pipeline.language.needed_words import expression
from pipeline.language.passages import Passage

_PAPER = (
    r"(?:nota|notitie|beleid|beleidsregels?|programma|plan|stuk|document|visie|kader|regels|regeling|verordening|aanpak|agenda"
    r"|handreiking|leidraad|convenant|voorstel|brief|besluit|motie)"
)
_ITSELF = re.compile(rf"\b(?:dit|deze|(?:het|de)\s+voorliggende)\s+(?:\w+\s+){{0,2}}?\w*{_PAPER}\b", re.IGNORECASE)
_IS_ABOUT = re.compile(
    r"\b(?:ga(?:at|an)\s+over|geeft\s+aan|beschrijf\w*|beschreven|regel(?:t|en)|richt(?:en)?\s+(?:zich|ons)|bedoeld\s+voor|leest\s+u"
    r"|bevat(?:ten)?|stellen\s+(?:wij|we)|zet(?:ten)?\b[^.;]{0,60}\buiteen|staat|staan|leg(?:t|gen)\b[^.;]{0,60}\bvast|zegt|zeggen"
    r"|zien\s+op|ziet\s+op|wil(?:len)?|kiest|kiezen)\b",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    r"\b(?:buiten|niet|geen|elders|los\s+van|apart\w*|afzonderlijk\w*|eigen\s+\w*(?:nota|beleid|visie|regels|kader|programma)"
    r"|andere?\s+\w*(?:nota|stuk|beleid|regeling|kader))\b",
    re.IGNORECASE,
)
"""What takes them out of a text: "vallen buiten deze nota", "daarvoor bestaan aparte regels"."""
FIRST_WORDS = 5
"""Words within which a paragraph that is about them names them. Of 77 labelled papers that are not about them (39 of them policies) none
has such a paragraph of `FULL` words that names nobody else."""
FULL = 20
ONE_BREATH = 30
"""Characters behind their name in which others stand in a row with them."""
FIRST_PASSAGES = 3
FIRST_RULES = 2
"""Sentences within which a chapter with rules says what it is on."""
_LEAVES_THEM = re.compile(
    r"\b(?:val(?:t|len)|hor?en|hoort|kom(?:t|en)|sta(?:at|an)|blij(?:ft|ven))\b[^.;]{0,40}\b(?:buiten|niet|elders)\b"
    r"|\b(?:eigen|aparte?|afzonderlijke?|andere?)\s+\w*(?:nota|stuk|beleid|visie|regels|regeling|kader|programma)\b",
    re.IGNORECASE,
)
"""What takes them out of such a paragraph by its first sentence."""


def says_so_of_itself(passages: Sequence[Passage]) -> bool:
    """Whether a paper says in so many words that it is about labour migrants ("Dit programma geeft aan wat wij doen voor …")."""
    return any(_says_so(sentence.text) for passage in passages for sentence in passage.sentences)


def _says_so(sentence: str) -> bool:
    itself = _ITSELF.search(sentence)
    return bool(
        itself
        and TARGET_GROUP.search(sentence, itself.end())
        and _IS_ABOUT.search(sentence)
        and not _ELSEWHERE.search(sentence)
        and not OTHER_GROUP.search(sentence)
    )


def opens_with_them(passage: Passage) -> bool:
    """Whether a paragraph of some length opens with labour migrants, and takes them to no other paper."""
    name = TARGET_GROUP.search(passage.text)
    if not name or len(passage.text[: name.start()].split()) > FIRST_WORDS or len(passage.text.split()) < FULL:
        return False
    return not _ELSEWHERE.search(passage.text[: name.start()]) and not leaves_them(passage)


def opens_with_them_alone(passage: Passage) -> bool:
    """The same of one that names others later on, but not in one breath: "Buitenlandse werknemers slapen in huizen voor starters"."""
    name = TARGET_GROUP.search(passage.text)
    return opens_with_them(passage) and not (name and OTHER_GROUP.search(passage.text[: name.end() + ONE_BREATH]))


def speaks_to_them(passages: Sequence[Passage]) -> bool:
    """Whether a paper asks its reader, where it begins, whether he is one: "Kom je uit een ander land en werk je hier?"."""
    opening = (sentence.text for passage in passages[:FIRST_PASSAGES] for sentence in passage.sentences)
    return any(text.rstrip().endswith("?") and SPOKEN_TO.search(text) for text in opening)


def tells_of_them_first(passage: Passage) -> bool:
    """Whether a full paragraph names them in its first sentence, and nobody else in all of it."""
    first = passage.sentences[0].text
    name = TARGET_GROUP.search(first)
    if not name or len(passage.text.split()) < FULL or leaves_them(passage):
        return False
    return not OTHER_GROUP.search(passage.text) and not _ELSEWHERE.search(first[: name.start()])


def leaves_them(passage: Passage) -> bool:
    """Whether a paragraph takes labour migrants to another paper, or out of this one, in its first sentence, or in the next that goes on
    about them ("Hun huisvesting is geregeld in een aparte nota")."""
    first, *rest = (sentence.text for sentence in passage.sentences)
    after = rest[0] if rest and TARGET_GROUP.search(first) and _GOES_ON.match(rest[0]) else ""
    return bool(_LEAVES_THEM.search(first) or _LEAVES_THEM.search(after))


_GOES_ON = expression(r"\W*(?:hun|voor\s+hen|over\s+hen|voor\s+deze\s+groep)\b", re.IGNORECASE)
NORM = expression(r"\b(?:verboden|verbod|vergunning|ontheffing)\b", re.IGNORECASE)
"""What a rule forbids or allows."""
_FOR_EXAMPLE = expression(r"\b(?:zoals|bijvoorbeeld|waaronder|onder\s+(?:meer|andere))\b[^.;:]{0,40}$", re.IGNORECASE)


def forbids_or_allows_them(passage: Passage) -> bool:
    """Whether a text begins with a rule on where they sleep: "Het is verboden zonder vergunning logies aan arbeidsmigranten te bieden"."""
    return any(
        NORM.search(sentence.text) and BED.search(sentence.text) and is_named_for_itself(sentence.text)
        for sentence in passage.sentences[:FIRST_RULES]
    )


def is_named_for_itself(sentence: str) -> bool:
    """Whether a sentence names labour migrants and not as an example, and nobody else."""
    name = TARGET_GROUP.search(sentence)
    return bool(name) and not _FOR_EXAMPLE.search(sentence[: name.start()]) and not OTHER_GROUP.search(sentence)


_WE = re.compile(
    r"\b(?:wij|we|(?:de|onze)\s+gemeente|het\s+college|burgemeester\s+en\s+wethouders|b\s?(?:&|en)\s?w)\b",
    re.IGNORECASE,
)
"""Who acts in a municipality's own paper."""


def says_what_we_do_for_them(passage: Passage) -> bool:
    """Whether the municipality speaks of itself in a sentence that names labour migrants or in the next one, and neither names others:
    "Er komt een spreekuur voor hun buitenlandse personeel. De gemeente betaalt de ruimte".
    """
    texts = [sentence.text for sentence in passage.sentences]
    return not leaves_them(passage) and any(
        TARGET_GROUP.search(text)
        and any(_is_ours(near) for near in texts[at : at + 2])
        and not OTHER_GROUP.search(text)
        for at, text in enumerate(texts)
    )


def _is_ours(sentence: str) -> bool:
    return bool(_WE.search(sentence)) and not OTHER_GROUP.search(sentence)


_ORDER_OF_DAY = expression(r"\btot\s+de\s+orde\s+van\s+de\s+dag\b", re.IGNORECASE)


def without_record(passages: Sequence[Passage]) -> Sequence[Passage]:
    """A motion up to where it goes over to the order of the day: what the clerk wrote down under it (advice, votes by party) is not its
    own."""
    ends = (at for at, passage in enumerate(passages, start=1) if _ORDER_OF_DAY.search(passage.text))
    return passages[: next(ends, len(passages))]


_IN_A_LIST = (
    re.compile(r"(?:[^,;:.]{3,60},\s+)+[^,;:.]{3,60}\s(?:en|of)\s+$", re.IGNORECASE),
    re.compile(
        r"^\s*,\s+(?!(?:ook|met|die|dat|zonder|waar\w*|zoals|maar|en)\b)[^,;:.]{3,40}\s(?:en|of)\s", re.IGNORECASE
    ),
)
"""What stands before the last of three in a row, and after the first."""
ROW = 300
"""Characters before the last in which the others are looked for."""
_ASKED = re.compile(r"\b(?:verzoek|roep|draag|spreek|vraag)(?:t|en)\b", re.IGNORECASE)


def is_one_of_many(passages: Sequence[Passage]) -> bool:
    """Whether all that a paper says of them is their name once, in a row of people ("stagiairs, schoonmakers en arbeidsmigranten")."""
    named = [(passage.text, name) for passage in passages for name in TARGET_GROUP.finditer(passage.text)]
    if len(named) != 1:
        return False
    text, name = named[0]
    if _ASKED.search(text[: name.start()]) or " uit " in name.group():
        return False
    last, first = _IN_A_LIST
    return bool(last.search(text[max(0, name.start() - ROW) : name.start()]) or first.match(text[name.end() :]))
