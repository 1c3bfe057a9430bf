"""A paper's themes: the level of each, whether it stands on its own footing, and the type of policy that makes the paper.

Every passage counts for its chance, so that one passage more or less, or one that is labelled wrongly, does not turn a theme: see
`docs/methodiek.md` for the rule in words.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum

from pipeline.coverage.described import told
from pipeline.coverage.footing import (
    AROUND,
    IN_PASSING,
    SUPERVISED,
    Sighting,
    Surroundings,
    signs,
    stands_apart,
    surroundings,
    why_serving,
)
from pipeline.coverage.footing_words import wording
from pipeline.coverage.for_itself import by_its_words
from pipeline.coverage.not_policy import Idle, idle_sentences
from pipeline.coverage.rules import Rules
from pipeline.coverage.shelter import without_shelter
from pipeline.coverage.supervised import only_supervised
from pipeline.coverage.undecided import inclined, leans, nothing_is_decided, tells_what_there_is
from pipeline.coverage.weighing import Card, card
from pipeline.coverage.wording import (
    ReviewedText,
    acts,
    is_action,
    kept_out,
    leads,
    looks_into,
    of_others,
    only_describes,
    only_wished,
    plainly_missed,
    plainly_on,
    says_outright,
    sets_aside,
    ties_bed_to_job,
)
from pipeline.foundation.dutch import listed
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

COVERED = Strength.AMBITIE.level
"""From this level on a theme is covered: an aim or intention."""
MEASURE = Strength.MAATREGEL.level


class PolicyType(StrEnum):
    """Type of a policy after the three fields of the province's figure."""

    INTEGRAL = "integraal"
    PARTIAL = "deels"
    HOUSING = "huisvesting"
    NONE = "geen"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage (by number) that carries one theme, with its level (1 to 3) and the classifier's score (0 to 1).

    `acting` is the chance (0 to 1) that it is an aim or measure, `own` the chance that it is one for the theme's own sake, and
    `free` whether that is enough to count. `why_serving` says in Dutch by what words it serves the housing rules; "" where none
    says so. `page` is counted from 1.
    """

    passage: int
    theme: Theme
    level: int
    score: float
    acting: float
    own: float
    free: bool
    why_serving: str
    page: int


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """What a paper says of one theme.

    `certainty` (0 to 1) is how sure the level is, `doubt` the chance that a theme that is not covered is covered after all.
    `points` is what the free passages add up to, each for its chance. `reason` is the rule that held, in Dutch words with page
    numbers; `passages` the numbers of the passages that bear it, in reading order.
    """

    level: int
    own_footing: bool
    uncertain: bool
    doubt: float
    certainty: float
    reason: str
    passages: tuple[int, ...]
    points: float = 0.0


@dataclass(frozen=True, slots=True)
class Assessment:
    """What a paper says of all themes, with the evidence it rests on."""

    findings: Mapping[Theme, ThemeFinding]
    evidence: tuple[Evidence, ...] = field(default=())

    @property
    def own_footing(self) -> tuple[Theme, ...]:
        """The themes on own footing, in the order of the codebook."""
        return tuple(theme for theme in Theme if self.findings[theme].own_footing)


def policy_type(own_footing: Iterable[Theme]) -> PolicyType:
    """Return the type that themes on own footing make; `deels` where there are none."""
    themes = set(own_footing)
    if {Theme.HUISVESTING, Theme.ARBEIDSMARKT} <= themes and themes & {Theme.ZORG, Theme.REGISTRATIE}:
        return PolicyType.INTEGRAL
    return PolicyType.HOUSING if themes == {Theme.HUISVESTING} else PolicyType.PARTIAL


SPEAKING = 0.7
"""Share of the passages that say something of a theme in papers that keep to labour migrants (of `corpus/papieren` .72)."""


def assess(
    passages: Sequence[Passage],
    judged: Sequence[JudgedText],
    rules: Rules,
    weights: Card | None = None,
    owners: Collection[str] = (),
    asked: Collection[Theme] = (),
) -> Assessment:
    """Return what a paper says of each theme by its passages that count (`documents.scope.counting`); none of those in which others
    react to it does.

    `weights` is the card of own footing, the one in use unless another is to be tried. `owners` are the CBS codes of whose paper it is:
    what other municipalities do in it is not theirs. `asked` are the themes that a motion asks for: what it finds of others is described.
    """
    everything = list(zip(passages, judged, strict=True))
    pairs = [pair for pair in everything if not of_others(*pair)] or everything
    undecided = nothing_is_decided(passages)
    judgements = [inclined(*pair, rules.gemeente_doet) if undecided else pair[1] for pair in pairs]
    seen = sightings([passage for passage, _ in pairs], judgements, rules, owners, motion=bool(asked))
    if undecided:
        reviewed = {passage.number for passage, judgement in pairs if isinstance(judgement, ReviewedText)}
        seen = (
            (passage, one if passage.number in reviewed else _talked_of(one, passage, rules), place)
            for passage, one, place in seen
        )
    if asked:
        seen = ((passage, one if one.theme in asked else _described(one), place) for passage, one, place in seen)
    weighed = _with_work([_evidence(*one, rules, weights or card()) for one in seen], rules)
    evidence = tuple(weighed if asked else _without_supervised(weighed, [passage for passage, _ in pairs], rules))
    return Assessment({theme: _finding(theme, evidence, judgements, rules) for theme in Theme}, evidence)


def nothing_found() -> Assessment:
    """Return the assessment of a paper without passages."""
    return Assessment(dict.fromkeys(Theme, ThemeFinding(0, False, False, 0.0, 0.0, "geen tekst", ())))


def sightings(
    passages: Sequence[Passage],
    judged: Sequence[JudgedText],
    rules: Rules,
    owners: Collection[str] = (),
    *,
    motion: bool = False,
) -> Iterator[tuple[Passage, Sighting, Surroundings]]:
    """Yield each theme that is seen in a passage: what the classifier labels, and what is plainly said among rules on housing.

    A motion says nothing that is not meant: what it asks counts, whatever the words.
    """
    unmeant = [Idle()] * len(passages) if motion else idle_sentences(passages, owners)
    judged = [without_shelter(passage, judgement) for passage, judgement in zip(passages, judged, strict=True)]
    places = surroundings(passages, judged)
    outside = frozenset[Theme]() if motion else kept_out(passages)
    for passage, place, judgement, idle in zip(passages, places, judged, unmeant, strict=True):
        outright = [theme for theme in judgement.uncertain if says_outright(theme, passage, judgement, idle.of(theme))]
        for theme in (*judgement.labels, *outright):
            if not sets_aside(theme, passage, judgement):
                seen = _seen(theme, passage, judgement, rules, owners, idle.of(theme))
                only_told = only_describes(theme, passage, judgement, idle.of(theme))
                aside = theme in outside and not seen.leads and not isinstance(judgement, ReviewedText)
                yield passage, _described(seen) if only_told or aside else seen, place
        for one in told(passage, judgement, (*judgement.labels, *outright), idle.sentences, rules.vast_woord):
            yield passage, one, place
        for theme in plainly_missed(passage, judgement, idle.beside_housing):
            score = max(judgement.scores[theme], rules.vast_woord)
            housing, level = judgement.scores[Theme.HUISVESTING], judgement.strength_of(Theme.HUISVESTING).level
            yield (
                passage,
                Sighting(theme, level, score, 1.0, housing, IN_PASSING, stands_apart(theme, passage)),
                place,
            )


def _described(seen: Sighting) -> Sighting:
    return replace(seen, level=Strength.CONTEXT.level, acting=0.0)


def _talked_of(seen: Sighting, passage: Passage, rules: Rules) -> Sighting:
    """What is seen in a paper for an evening on which nothing is decided: an aim at most. What there is already is described; what is
    leaned to is an aim though it be put as a question ("verkennen: waar kan men terecht?")."""
    aim = Strength.AMBITIE.level
    if tells_what_there_is(passage):
        return _described(seen)
    if leans(passage):
        return replace(seen, level=aim, acting=max(seen.acting, rules.gemeente_doet))
    return replace(seen, level=min(seen.level, aim))


def _seen(
    theme: Theme, passage: Passage, judged: JudgedText, rules: Rules, owners: Collection[str], idle: Collection[int]
) -> Sighting:
    """What a passage that the classifier labels says of a theme, with what its words settle: on the theme, and a measure."""
    done, why = acts(theme, passage, judged, owners, idle), why_serving(theme, passage, judged)
    settled = (why or ties_bed_to_job(theme, passage, judged)) and plainly_on(theme, passage)
    settled = settled or says_outright(theme, passage, judged, idle)
    meant = done or looks_into(theme, passage, judged, idle)
    level = MEASURE if done else judged.strength_of(theme).level
    if not done and only_wished(theme, passage, judged, idle):
        level = min(level, COVERED)
    return Sighting(
        theme=theme,
        level=max(level, COVERED) if meant else level,
        score=max(judged.scores[theme], rules.vast_woord if settled else 0.0),
        acting=max(judged.act_chance(theme), rules.gemeente_doet if meant else 0.0),
        housing=judged.scores[Theme.HUISVESTING],
        why=why,
        apart=stands_apart(theme, passage),
        leads=leads(theme, judged),
        alone=theme in judged.asked_apart or by_its_words(theme, passage, judged),
    )


def _evidence(passage: Passage, seen: Sighting, place: Surroundings, rules: Rules, weights: Card) -> Evidence:
    """Housing stands on its own where it is an aim or measure at all; so does an action by itself, in its leading theme, that says nothing
    of housing, and what words settle."""
    housing = seen.theme == Theme.HUISVESTING
    worded = "" if housing else wording(seen.theme, passage, place.chapter)
    action = is_action(passage) and seen.leads and not seen.why and seen.housing < rules.twijfel
    stated = seen.score * seen.acting
    own = stated if housing or action else weights.chance(signs(seen, place), worded)
    own = max(own, stated) if seen.alone else own
    free = housing or (own >= rules.eigen_benen_vanaf and seen.why != IN_PASSING)
    return Evidence(passage.number, seen.theme, seen.level, seen.score, seen.acting, own, free, seen.why, passage.page)


def _with_work(evidence: Sequence[Evidence], rules: Rules) -> list[Evidence]:
    """The evidence; where enforcement in a passage is for its own sake, the work that it is on is so too."""
    checked = {
        piece.passage: piece.own
        for piece in evidence
        if piece.theme == Theme.HANDHAVING and piece.own >= rules.eigen_benen_punten
    }
    return [
        replace(piece, own=max(piece.own, min(checked[piece.passage], piece.score * piece.acting)), free=True)
        if piece.theme == Theme.ARBEIDSMARKT and piece.passage in checked and piece.level >= COVERED
        else piece
        for piece in evidence
    ]


def _without_supervised(evidence: Sequence[Evidence], passages: Sequence[Passage], rules: Rules) -> Sequence[Evidence]:
    """The evidence; where enforcement is for its own sake and housing is done or meant only as what is supervised, housing serves it."""
    named = {piece.passage: piece.level for piece in evidence if piece.theme == Theme.HUISVESTING}
    meant = {number for number, level in named.items() if level >= COVERED}
    checks = [piece for piece in evidence if piece.theme == Theme.HANDHAVING and piece.level >= COVERED]
    own = any(piece.free and piece.own >= rules.eigen_benen_punten for piece in checks)
    if not own or not only_supervised(passages, named, meant, {piece.passage for piece in checks}):
        return evidence
    return [
        replace(piece, free=False, why_serving=SUPERVISED) if piece.theme == Theme.HUISVESTING else piece
        for piece in evidence
    ]


def _finding(theme: Theme, evidence: Sequence[Evidence], judged: Sequence[JudgedText], rules: Rules) -> ThemeFinding:
    mine = [piece for piece in evidence if piece.theme == theme]
    level = _level(theme, mine, rules)
    doubt = _doubt(theme, mine, judged) if level < COVERED else 0.0
    free = [piece for piece in mine if piece.free]
    points = sum(piece.own for piece in free)
    needed = _needed(theme, judged, rules)
    own = level >= COVERED and points >= needed
    bearing = _acting(free) if own else [piece for piece in mine if piece.level >= max(level, 1)]
    return ThemeFinding(
        level=level,
        own_footing=own,
        uncertain=doubt >= rules.twijfel,
        doubt=doubt,
        certainty=together(piece.score for piece in bearing),
        reason=_reason(level, own, bearing, mine, points, needed),
        passages=tuple(piece.passage for piece in bearing),
        points=points,
    )


def _level(theme: Theme, mine: Sequence[Evidence], rules: Rules) -> int:
    """The highest level of which there is evidence enough; a theme that any passage carries is described at least.

    Rules on housing name work in passing ("wie bij een erkend bureau werkt"), so work takes more where none of it is on its own footing.
    """
    described = Strength.CONTEXT.level if mine else 0
    in_passing = theme == Theme.ARBEIDSMARKT and not any(piece.free for piece in mine)
    needed = rules.niveau_punten_werk if in_passing else rules.niveau_punten
    return max((step for step in (COVERED, MEASURE) if _weight(mine, step) >= needed), default=described)


def _weight(pieces: Iterable[Evidence], level: int) -> float:
    """How many aims and measures of this level or higher the theme has, each for the chance that it is rightly seen as one."""
    return sum(piece.score * piece.acting for piece in pieces if piece.level >= level)


def _needed(theme: Theme, judged: Sequence[JudgedText], rules: Rules) -> float:
    """What free passages must add up to: a motion or letter has room for one; in a long paper what is said in passing adds up.

    A long annex on something else asks for nothing more: long is a paper that would be so if it kept to its subject.
    """
    if theme == Theme.HUISVESTING or len(judged) <= rules.kort_stuk_passages:
        return rules.kort_stuk_punten
    speaking = sum(bool(one.labels or one.uncertain) for one in judged)
    length = min(len(judged), math.ceil(speaking / SPEAKING))
    return rules.eigen_benen_punten + rules.lang_stuk_punten * max(0, length - rules.lang_stuk_passages)


def _acting(pieces: Iterable[Evidence]) -> list[Evidence]:
    """The aims and measures among passages; all of them where none is so by itself."""
    known = list(pieces)
    return [piece for piece in known if piece.level >= COVERED] or known


def _doubt(theme: Theme, mine: Sequence[Evidence], judged: Sequence[JudgedText]) -> float:
    """The chance that the theme is covered after all, by passages on which the classifier abstains or that stand alone."""
    abstained = (
        judgement.scores[theme] * judgement.act_chance(theme) for judgement in judged if theme in judgement.uncertain
    )
    return together([*abstained, *(piece.score * piece.acting for piece in mine)])


def together(scores: Iterable[float]) -> float:
    """Return the chance (0 to 1) that at least one of several passages is rightly labelled, taken as independent; 0 of none."""
    miss = 1.0
    for score in scores:
        miss *= 1 - score
    return 1 - miss


def _reason(
    level: int, own: bool, bearing: Sequence[Evidence], mine: Sequence[Evidence], points: float, needed: float
) -> str:
    """The rule that held, as a clause of Dutch: "3 maatregelen op eigen benen, blz. 7, 8 en 11"."""
    if not mine:
        return "geen passage over dit thema"
    where = _pages(bearing)
    if own:
        return f"{_count(bearing)} op eigen benen, {where}"
    if level < COVERED:
        doubtful = any(piece.level >= COVERED for piece in mine)
        return f"{'te weinig zeker dat iets wordt gedaan' if doubtful else 'alleen beschreven'}, {where}"
    if points:
        lacking = f"{_dutch(points, math.floor)} punt, nodig {_dutch(needed, math.ceil)}"
        return f"{_count(bearing)}, te weinig op eigen benen ({lacking}), {where}"
    why = " en ".join(dict.fromkeys(piece.why_serving or AROUND for piece in bearing))
    return f"{_count(bearing)}, niet op eigen benen ({why}), {where}"


def _count(pieces: Sequence[Evidence]) -> str:
    measures = sum(piece.level == Strength.MAATREGEL.level for piece in pieces)
    aims = sum(piece.level == Strength.AMBITIE.level for piece in pieces)
    words = [
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (measures, "maatregel", "maatregelen"),
            (aims, "doel of voornemen", "doelen of voornemens"),
        )
        if number
    ]
    return " en ".join(words) or f"{len(pieces)} passage{'s' if len(pieces) > 1 else ''}"


def _pages(pieces: Iterable[Evidence]) -> str:
    return f"blz. {listed([str(page) for page in sorted({piece.page for piece in pieces})])}"


def _dutch(number: float, towards: Callable[[float], int]) -> str:
    """A number with two decimals, rounded down or up, so that too little never looks enough."""
    return f"{towards(round(number * 100, 6)) / 100:.2f}".replace(".", ",")
