"""A paper's themes: the level of each, whether it stands on its own footing, and the type of policy that makes the paper."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.coverage.footing import announces, chapters, housing_chapters, serves_housing
from pipeline.coverage.rules import Rules
from pipeline.language.passages import Passage
from pipeline.themes.codebook import Strength, Theme
from pipeline.themes.judging import JudgedText

COVERED = Strength.AMBITIE.level
"""From this level on a theme is covered: an aim or intention."""


class PolicyType(StrEnum):
    """Type of a policy after the three fields of the province's figure."""

    INTEGRAL = "integraal"
    PARTIAL = "deels"
    HOUSING = "huisvesting"
    NONE = "geen"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One passage that carries one theme: its level (1 to 3), the classifier's score, and whether it serves the housing rules."""

    passage: int
    theme: Theme
    level: int
    score: float
    serving: bool
    own_heading: bool


@dataclass(frozen=True, slots=True)
class ThemeFinding:
    """What a paper says of one theme. `reason` is the rule in Dutch words.

    `certainty` (0 to 1) is how sure the level is, `doubt` the chance that a theme that is not covered is covered after all.
    """

    level: int
    own_footing: bool
    uncertain: bool
    doubt: float
    certainty: float
    reason: str
    passages: tuple[int, ...]


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


def assess(
    passages: Sequence[Passage], judged: Sequence[JudgedText], scope: Sequence[tuple[int, int]] | None, rules: Rules
) -> Assessment:
    """Return what a paper says of each theme; only passages within `scope` (half-open ranges of numbers) count."""
    pairs = [pair for pair in zip(passages, judged, strict=True) if _within(pair[0].number, scope)]
    evidence = tuple(_evidence([passage for passage, _ in pairs], [judgement for _, judgement in pairs]))
    short = len(pairs) <= rules.kort_stuk_passages
    findings = {
        theme: _finding(theme, evidence, [judgement for _, judgement in pairs], short, rules) for theme in Theme
    }
    return Assessment(findings, evidence)


def nothing_found() -> Assessment:
    """Return the assessment of a paper without passages."""
    return Assessment(dict.fromkeys(Theme, ThemeFinding(0, False, False, 0.0, 0.0, "geen tekst", ())))


def _within(number: int, scope: Sequence[tuple[int, int]] | None) -> bool:
    return scope is None or any(start <= number < end for start, end in scope)


def _evidence(passages: Sequence[Passage], judged: Sequence[JudgedText]) -> Iterable[Evidence]:
    above = chapters(passages)
    housing = housing_chapters(above, judged)
    for passage, chapter, judgement in zip(passages, above, judged, strict=True):
        for theme in judgement.labels:
            yield Evidence(
                passage.number,
                theme,
                judgement.strengths[theme].level,
                judgement.scores[theme],
                serves_housing(theme, passage, judgement, chapter in housing),
                announces(theme, chapter),
            )


def _finding(
    theme: Theme, evidence: Sequence[Evidence], judged: Sequence[JudgedText], short: bool, rules: Rules
) -> ThemeFinding:
    mine = [piece for piece in evidence if piece.theme == theme]
    level = max((step for step in (1, 2, 3) if _carried(mine, step, rules)), default=0)
    doubt = _doubt(theme, mine, judged) if level < COVERED else 0.0
    free = [piece for piece in mine if piece.level >= COVERED and not piece.serving]
    own = level >= COVERED and _stands_alone(free, short or theme == Theme.HUISVESTING, rules)
    bearing = free if own else [piece for piece in mine if piece.level >= max(level, 1)]
    return ThemeFinding(
        level=level,
        own_footing=own,
        uncertain=doubt >= rules.twijfel,
        doubt=doubt,
        certainty=_together(piece.score for piece in bearing),
        reason=_reason(level, own, free, mine),
        passages=tuple(piece.passage for piece in bearing),
    )


def _carried(pieces: Sequence[Evidence], level: int, rules: Rules) -> bool:
    """A level holds by one clear passage, or by two that are less so."""
    enough = [piece for piece in pieces if piece.level >= level]
    return len(enough) > 1 or any(piece.score >= rules.duidelijk for piece in enough)


def _stands_alone(free: Sequence[Evidence], one_will_do: bool, rules: Rules) -> bool:
    """Enough free passages; or a clear one under a heading of its own, or where one will do (housing, and short papers)."""
    return len(free) >= rules.eigen_benen_passages or any(
        piece.score >= rules.duidelijk and (piece.own_heading or one_will_do) for piece in free
    )


def _doubt(theme: Theme, mine: Sequence[Evidence], judged: Sequence[JudgedText]) -> float:
    """The chance that the theme is covered after all, by passages on which the classifier abstains or that stand alone."""
    abstained = (
        judgement.scores[theme]
        for judgement in judged
        if theme in judgement.uncertain and judgement.strength.level >= COVERED
    )
    return _together([*abstained, *(piece.score for piece in mine if piece.level >= COVERED)])


def _together(scores: Iterable[float]) -> float:
    """The chance that at least one of several passages is rightly labelled, taken as independent."""
    miss = 1.0
    for score in scores:
        miss *= 1 - score
    return 1 - miss


def _reason(level: int, own: bool, free: Sequence[Evidence], mine: Sequence[Evidence]) -> str:
    if not mine:
        return "geen passage over dit thema"
    if own:
        return f"{_count(free)} op eigen benen"
    if level >= COVERED:
        return (
            f"{_count([piece for piece in mine if piece.level >= COVERED])}, alleen in dienst van de huisvestingsregels"
        )
    return "alleen beschreven" if level else "te weinig zeker bewijs"


def _count(pieces: Sequence[Evidence]) -> str:
    measures = sum(piece.level == Strength.MAATREGEL.level for piece in pieces)
    aims = len(pieces) - measures
    words = [
        f"{number} {one if number == 1 else many}"
        for number, one, many in (
            (measures, "maatregel", "maatregelen"),
            (aims, "doel of voornemen", "doelen of voornemens"),
        )
        if number
    ]
    return " en ".join(words)
