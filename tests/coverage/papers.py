"""Dossiers for tests of the coverage rules: a paper in one line, with everything a test does not speak of left ordinary."""

from __future__ import annotations

import datetime
from collections.abc import Iterable

from pipeline.coverage.assessment import Assessment, ThemeFinding
from pipeline.coverage.dossier import Dossier
from pipeline.coverage.rules import Rules
from pipeline.documents.paper import (
    Annulment,
    Derived,
    Ending,
    Extension,
    Motion,
    MotionCitation,
    Paper,
    PaperKind,
    PaperStatus,
)
from pipeline.extraction.blocks import FileState
from pipeline.themes.codebook import Theme

RULES = Rules(
    actueel_vanaf=datetime.date(2018, 1, 1),
    aankondiging_jaren=3,
    overgang_jaren=2,
    regio_deel=0.5,
    niveau_punten=0.6,
    niveau_punten_werk=0.7,
    gemeente_doet=0.9,
    vast_woord=0.8,
    twijfel=0.6,
    eigen_benen_punten=0.66,
    eigen_benen_vanaf=0.4,
    kort_stuk_passages=8,
    kort_stuk_punten=0.5,
    lang_stuk_passages=30,
    lang_stuk_punten=0.01,
    motie_spoor_jaren=4,
)
DAY = datetime.date(2021, 1, 1)
HUISVESTING, ARBEIDSMARKT, REGISTRATIE, ZORG, HANDHAVING = Theme
SOMEREN = "GM0847"


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def findings(
    own: Iterable[Theme] = (),
    serving: Iterable[Theme] = (),
    uncertain: Iterable[Theme] = (),
    described: Iterable[Theme] = (),
) -> Assessment:
    """Themes on own footing and in service of the housing rules, both with a measure; themes in doubt; those only described."""
    own, serving, uncertain, described = set(own), set(serving), set(uncertain), set(described)

    def finding(theme: Theme) -> ThemeFinding:
        level = 3 if theme in own | serving else int(theme in described)
        doubt = 0.9 if theme in uncertain else 0.0
        return ThemeFinding(level, theme in own, theme in uncertain, doubt, 0.95 if level else 0.0, "test", (1,))

    return Assessment({theme: finding(theme) for theme in Theme})


def paper(
    adopted: str | None = "2019-06-01",
    *,
    title: str = "Beleid arbeidsmigranten",
    kind: PaperKind = PaperKind.POLICY,
    status: PaperStatus = PaperStatus.ADOPTED,
    owners: tuple[str, ...] = (SOMEREN,),
    region: str | None = None,
    until: str | None = None,
    replaces: tuple[str, ...] = (),
    replaces_from: str | None = None,
    extends: tuple[Extension, ...] = (),
    annuls: tuple[Annulment, ...] = (),
    ends_told: tuple[Ending, ...] = (),
    about: bool = True,
    announces: bool = False,
    motion: Motion | None = None,
    cites: tuple[MotionCitation, ...] = (),
    province: str | None = None,
    own: Iterable[Theme] = (HUISVESTING,),
    serving: Iterable[Theme] = (),
    uncertain: Iterable[Theme] = (),
    described: Iterable[Theme] = (),
    state: FileState = FileState.OK,
    path: str | None = None,
    made: str | None = None,
    encloses: bool = False,
    text: str = "",
    stated: bool = False,
    status_from: str = "test",
    awaits_meeting: bool = False,
    calls_off: bool = False,
) -> Dossier:
    """A paper of Someren, adopted in 2019, on housing alone, unless said otherwise."""
    when = day(adopted) if adopted else None

    def derived(value):
        return Derived(value, "test")

    what = Paper(
        title=derived(title),
        kind=derived(kind),
        owners=derived(owners),
        region=derived(region),
        province=derived(province),
        date=derived(when),
        status=Derived(status, status_from),
        valid_until=derived(day(until) if until else None),
        replaces=derived(replaces),
        replaces_from=day(replaces_from) if replaces_from else None,
        extends=extends,
        annuls=annuls,
        ends_told=ends_told,
        about=derived(about),
        announces=derived(announces),
        scope=derived(None),
        motion=motion,
        cites=cites,
        encloses_policy=derived(encloses),
        awaits_meeting=awaits_meeting,
        calls_off=calls_off,
    )
    name = path or f"{title} {adopted} {kind} {status}.pdf"
    reason = "" if state == FileState.OK else "alle bladzijden zijn een scan"
    return Dossier(
        name,
        name,
        state,
        reason,
        what,
        findings(own, serving, uncertain, described),
        when,
        made=day(made) if made else None,
        text=text,
        stated=stated,
    )
