"""Whether a paper announces labour-migration policy that is still to come.

A sentence announces policy when it names a policy paper other than itself, in one of the four ways below, and none of the reasons
against holds: the paper is somebody else's, was made already, is only applied or advised. An example stands beside each rule.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise

from pipeline.documents.announcement_words import (
    ADVICE,
    BASIS,
    IN_HAND,
    IN_TWO,
    INFINITIVES,
    INTENDS,
    MAKES,
    NOT_AT_ALL,
    NOT_NEW,
    ON_ITS_WAY,
    OTHERS,
    PAPERS,
    PARTICIPLES,
    PAST,
    THEMSELVES,
    UNDER_CONSULTATION,
    UNDER_WAY,
    WITH_TE,
)
from pipeline.documents.coming import tells_of_coming
from pipeline.documents.day import MONTHS
from pipeline.documents.groups import TARGET_GROUP
from pipeline.documents.naming import named_in
from pipeline.documents.own_sections import target_section
from pipeline.documents.paper import Derived
from pipeline.documents.parts import page_source
from pipeline.documents.wording import any_of, whole
from pipeline.language.needed_words import Expression, expression
from pipeline.language.passages import Passage

NAMED_BEHIND = 7
"""Words behind a paper within which it says on whom it is: "een nota over de huisvesting van arbeidsmigranten"."""
NEAR = 10
"""Words that may stand between a verb and the paper that it makes."""
REACH = 1_000
"""Characters before and after a paper within which something is said of it: longer than sentences are, but a broken PDF may hold one
without end that names a paper at every step."""

_ANOTHER_PART = re.compile(r"[,;:(]")
_PAPER = expression(rf"(?<![\w-])(?:ontwerp-?|concept-?)?{any_of(PAPERS)}\b", re.IGNORECASE)
_DRAFT = re.compile(rf"\b(?:ontwerp|concept)[- ]?{any_of(PAPERS)}\b", re.IGNORECASE)
_ITSELF = re.compile(
    rf"\b{THEMSELVES}\s+(?!(?:jaar|moment|voorjaar|najaar|kwartaal|seizoen|periode|zomer|winter|herfst|maand|week)\b)(?:[\w-]+\s+){{0,2}}$",
    re.IGNORECASE,
)
_NONE = re.compile(r"\bgeen\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE)
"""Before a paper that is not made: "wij maken vooralsnog geen eigen beleid"."""
_RESTS = re.compile(rf"\b{BASIS}\s+(?:de|het|ons|onze|haar|hun)\s+(?:(?:[\w-]+\s+){{0,2}}[\w-]+e\s+)?$", re.IGNORECASE)
_DRAFT_OF = re.compile(
    r"\b(?:concept|ontwerp|eerste\s+versie)\s+van\s+(?:de|het|ons|onze)\s+(?:[\w-]+\s+){0,2}$", re.IGNORECASE
)
"""Before a paper of which a draft is made: "een concept van de nieuwe nota"."""
_UNDER_WAY, _IN_HAND, _ON_ITS_WAY = whole(UNDER_WAY), whole(IN_HAND), whole(ON_ITS_WAY)
_MAKES, _INTENDS = whole(MAKES), whole(INTENDS)
_TO_BE_MADE = whole((*WITH_TE, *INFINITIVES, *PARTICIPLES))
_CONSULTED = whole(UNDER_CONSULTATION)
_IN_TWO = [
    (re.compile(rf"\b{verb}\b", re.IGNORECASE), re.compile(rf"\b{rest}\b", re.IGNORECASE)) for verb, rest in IN_TWO
]
_REFUSED = whole(NOT_AT_ALL)
_PROPOSED = expression(
    rf"\b{any_of(PAPERS)}\b[^.;:?]{{0,120}}?\bvast\s*(?:te\s+)?stellen\b|\bvaststell(?:en|ing)\s+van\s+[^.;:?]{{0,80}}?{any_of(PAPERS)}\b"
    rf"|\bin(?:\s+te\s+|\s?)stemmen\s+met\s+(?:de|het)\s+(?:\w+\s+){{0,2}}?{any_of(PAPERS)}\b",
    re.IGNORECASE,
)
_AGAINST = [whole(words) for words in (PAST, NOT_NEW, NOT_AT_ALL)]
_AGAINST_MAKER = [whole(words) for words in (OTHERS, ADVICE)]
_HOLDS = expression(r",\s+(?:waarin|waarmee|met\s+daarin)\s|:\s+(?:waar|hoe|wat|wie|welke)\s", re.IGNORECASE)
"""Before what the paper is to hold, which says nothing of who makes it: "een nota, waarin staat wat wij van een huisvester vragen"."""


_AHEAD = expression(
    r"^\W*(?:[\d.]+\s+)?(?:(?:ons|onze|het|de|verdere?|globale|voorlopige)\s+)?"
    r"(?:planning|tijdpad|vervolg(?:stappen|proces)?|voornemens?|vooruitblik|hoe\s+(?:nu\s+)?verder|wat\s+(?:u|je|kunt|kan)\s+(?:\w+\s+){0,2}?verwachten"
    r"|wat\s+(?:gaan|gaat)\s+(?:wij|we|het\s+college|de\s+gemeente|er)\s+(?:\w+\s+){0,2}?(?:doen|gebeuren))\b",
    re.IGNORECASE,
)
"""Heads what is still to come: "Planning", "Ons voornemen", "Wat u kunt verwachten"."""
_PERIOD = rf"(?:{'|'.join(MONTHS)}|(?:\w+|[1-4]e)\s+kwartaal|q[1-4]|(?:voor|na)jaar|zomer|herfst|winter)\b(?:\s+(?:van\s+)?(?:19|20)\d\d)?"
_STEP_AHEAD = re.compile(
    rf"(?:^|[•;.|–-]\s*)(?:(?:in|eind|begin|medio|vóór|uiterlijk)\s+)?(?:(?:het|de)\s+)?{_PERIOD}\s*[:|]?\s*"
    r"(?:(?:een\s+)?(?:start(?:notitie|document)\b)|een\s+(?:(?:raads)?voorstel\s+(?:voor|over|tot)\s+(?:een\s+|het\s+)?)?"
    rf"(?:[\w-]+\s+)?{any_of(PAPERS)}\b)(?![^.;•]{{0,40}}\bniet\b)",
    re.IGNORECASE,
)
"""A step under such a heading, with when and what: "vierde kwartaal 2018: een voorstel voor een huisvestingsbeleid"; "de nota" would be
the paper itself."""


_ADVISED = expression(r"\b(?:aanbeveling(?:en)?|adviezen)\b", re.IGNORECASE)
"""Heads what somebody advises to make: "Aanbevelingen"."""
_AT_IT = expression(
    r"\b(?:bezig\s+met|gewerkt\s+aan|werken\s+aan|start\w*\s+met|begin\w*\s+met)\s+het\s+(?:schrijven|opstellen|maken|uitwerken|voorbereiden|actualiseren|herzien)\s+(?:daar|er|hier)van\b"
    r"|\b(?:daar|er|hier)aan\s+wordt\s[^.;]{0,40}?gewerkt\b|\bwordt\s+(?:\w+\s+){0,3}?(?:daar|er|hier)?aan\s+gewerkt\b",
    re.IGNORECASE,
)
"""That what the sentence before named is being made: "Wij zijn bezig met het schrijven daarvan"."""


_NEIGHBOUR_ACTS = re.compile(
    r"\s*(?::|(?:heeft|werkt|maakt|krijgt|bereidt|stelt|komt|is|gaat|wil|zal|ontwikkelt|start|begint|schrijft)\b)"
)
_OPENS = re.compile(r"\W*(?:(?:[Oo]ok|[Dd]e\s+gemeente|[Gg]emeente)\s+)*")
"""What may stand before the municipality with which a sentence opens."""


def announces_of(passages: Sequence[Passage], about: bool, home: Collection[str] = ()) -> Derived[bool]:
    """Whether some sentence, in a paper or passage about labour migrants, says that policy is being made. `home` are the CBS codes of the
    municipalities that its head names: what a sentence that opens with another tells ("Deurne: maakt een nota") is that one's.
    """
    for passage in passages:
        if not (about or TARGET_GROUP.search(passage.text) or target_section(passage.section)):
            continue
        if passage.section and _ADVISED.search(passage.section[-1]):
            continue
        told = any(announces(one.text) and not _is_neighbours(one.text, home) for one in passage.sentences)
        if told or _is_step_ahead(passage) or _goes_on(passage):
            return Derived(True, page_source("aankondiging", passage.page))
    return Derived(False, "niet gevonden")


def _is_neighbours(sentence: str, home: Collection[str]) -> bool:
    """Whether a sentence opens with a municipality that is none of `home`, and tells what that does."""
    opens = _OPENS.match(sentence)
    first = next(iter(named_in(sentence)), None) if home else None
    return bool(
        first
        and opens
        and first.start == opens.end()
        and first.gm_code not in home
        and _NEIGHBOUR_ACTS.match(sentence, first.end)
    )


def _goes_on(passage: Passage) -> bool:
    """Whether a sentence says that the paper that the one before it names is being made."""
    return any(
        _AT_IT.search(after.text)
        and not any(reason.search(after.text) for reason in _AGAINST)
        and any(_other_papers(before.text))
        for before, after in pairwise(passage.sentences)
    )


def _is_step_ahead(passage: Passage) -> bool:
    """Whether a passage under a heading on what is to come has a step by which policy is made."""
    heading = passage.section[-1] if passage.section else ""
    return bool(_AHEAD.search(heading) and _STEP_AHEAD.search(passage.text) and not _REFUSED.search(passage.text))


def proposes(passages: Sequence[Passage]) -> Derived[bool]:
    """Whether a proposal on labour migrants asks to adopt a policy paper: "Wij stellen u voor de beleidsregels vast te stellen"."""
    for passage in passages:
        if any(_PROPOSED.search(one.text) and not _REFUSED.search(one.text) for one in passage.sentences):
            return Derived(True, page_source("voorstel om beleid vast te stellen", passage.page))
    return Derived(False, "niet gevonden")


def announces(sentence: str) -> bool:
    """Whether a sentence says that its own authority makes or will make a policy paper; a question says nothing."""
    return any(_announced(sentence))


def announces_theirs(passages: Sequence[Passage]) -> bool:
    """Whether some sentence announces policy that it calls that on labour migrants ("een nota over arbeidsmigranten"): whatever the rest
    of the paper is on, that is on its way."""
    return any(
        TARGET_GROUP.search(
            " ".join([paper.group(), *_ANOTHER_PART.split(_after(sentence.text, paper))[0].split()[:NAMED_BEHIND]])
        )
        for passage in passages
        for sentence in passage.sentences
        for paper in _announced(sentence.text)
    )


def _announced(sentence: str) -> Iterator[re.Match[str]]:
    papers = list(_other_papers(sentence))  # first, for most sentences name none
    if not papers or sentence.rstrip().endswith("?"):
        return
    holds = _HOLDS.search(sentence, papers[0].end())
    made = sentence[: holds.start()] if holds else sentence
    against = (*(reason.search(sentence) for reason in _AGAINST), *(reason.search(made) for reason in _AGAINST_MAKER))
    if not any(against):
        yield from (paper for paper in papers if _is_coming(sentence, paper))


def _other_papers(sentence: str) -> Iterator[re.Match[str]]:
    """The policy papers that a sentence names, without itself ("deze nota") and those that it says there are not ("geen nota")."""
    return (
        paper
        for paper in _PAPER.finditer(sentence)
        if not (_ITSELF.search(_before(sentence, paper)) or _NONE.search(_before(sentence, paper)))
    )


def _before(sentence: str, paper: re.Match[str]) -> str:
    return sentence[max(0, paper.start() - REACH) : paper.start()]


def _after(sentence: str, paper: re.Match[str]) -> str:
    return sentence[paper.end() : paper.end() + REACH]


def _is_coming(sentence: str, paper: re.Match[str]) -> bool:
    before, after = _before(sentence, paper), _after(sentence, paper)
    if _near_end(_UNDER_WAY, before) or _near_start(_IN_HAND, after):
        return True
    if _near_start(_ON_ITS_WAY, re.split(r"[;:]", after)[0]) and not _RESTS.search(before):
        return True
    if _DRAFT.match(paper.group()) and _CONSULTED.search(before + after):
        return True  # de ontwerpnota ligt ter inzage
    if _DRAFT_OF.search(before) and _CONSULTED.search(before + after):
        return True  # ter inzage ligt het ontwerp van de nota
    if tells_of_coming(f"{before}§{after}"):
        return True
    if _RESTS.search(before) and not _DRAFT_OF.search(before):
        return False
    if _near_end(_MAKES, before):
        return True
    if any(_near_end(verb, before) and rest.search(after) for verb, rest in _IN_TWO):
        return True
    around = before + paper.group() + after
    return bool(_INTENDS.search(around) and _TO_BE_MADE.search(after))  # een nota die wij willen opstellen


def _near_end(words: re.Pattern[str] | Expression, before: str) -> bool:
    """Whether one of the words stands among the last words before the paper, in its own part of the sentence."""
    part = re.split(r"[;:]", before)[-1]
    return bool(words.search(" ".join(part.split()[-NEAR:])))


def _near_start(words: Expression, after: str) -> bool:
    """Whether one of the words stands among the first words behind the paper."""
    return bool(words.search(" ".join(after.split()[:NEAR])))
