"""The commands that learn the cards by which papers are weighed: weegkaart, dagkaart and overkaart; they run without Prefect."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from pipeline.commands.needs import DAY_PAPERS, PAPERS, WRONG_USAGE, Refusal, settings_of, tools_of
from pipeline.commands.telling import say
from pipeline.foundation.json_lines import JsonLinesError, json_lines
from pipeline.foundation.system_faults import os_fault

BESIDE = Path("corpus/naast")


def _labelled(name: str, folder: Path, what: str) -> Callable[[Any], Any]:
    """An option for a folder of labelled papers, which is `folder` unless it is given."""
    return click.option(
        f"--{name}", type=click.Path(path_type=Path), default=folder, show_default=True, help=f"Map met {what}."
    )


@click.command()
@_labelled("papieren", PAPERS, "gelabelde papieren")
@click.option(
    "--meet",
    "others",
    metavar="BESTAND.jsonl",
    type=click.Path(path_type=Path),
    help="Meet alleen de kaart die nu geldt, op gelabelde papieren van anderen.",
)
def weegkaart(papieren: Path, others: Path | None) -> None:
    """Leer uit gelabelde papieren hoe zwaar elk kenmerk en elk woord weegt voor de vraag of een thema op eigen benen staat.

    Meet eerst op de papieren van elke schrijver met een kaart die van de andere schrijvers is geleerd, en schrijft dan de kaart van
    alle papieren samen. De volgende run beoordeelt er alle papieren mee; geen PDF wordt opnieuw gelezen. Met --meet wordt niets geleerd.
    """
    from pipeline.coverage.learning import PapersError, as_read, learn, measure, measure_in_use, papers_of, read_papers
    from pipeline.coverage.weighing import CARD, WORDS, keep

    try:
        papers = list(papers_of(others)) if others else read_papers(papieren)
        workshop = tools_of(settings_of())
        say(f"{len(papers)} papieren verdelen en beoordelen")
        read = [as_read(paper, workshop.classifier.classifier, workshop.nlp, workshop.rules) for paper in papers]
        if others:
            click.echo("\n".join(measure_in_use(read, workshop.rules).lines()))
            return
        say("meten, elke schrijver met een kaart van de andere schrijvers, en leren van allen")
        measured = list(measure(read, workshop.rules).lines())
        learned = learn(read)
    except PapersError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    made = {"papieren": len(papers), "themaclassifier": workshop.classifier.id, "gemeten": measured}
    _told_and_kept(measured, CARD, lambda: keep(learned, made))
    click.echo(f"Opgeslagen in {CARD}, en de woorden ernaast in {WORDS}")


@click.command()
@_labelled("papieren", DAY_PAPERS, "een map per schrijver van gelabelde papieren")
@click.option(
    "--meet",
    "others",
    metavar="MAP",
    type=click.Path(path_type=Path),
    help="Meet alleen wat nu geldt, op de gelabelde papieren van een andere schrijver.",
)
def dagkaart(papieren: Path, others: Path | None) -> None:
    """Leer uit gelabelde papieren aan welke woorden te zien is welke datum die van het stuk zelf is.

    Meet eerst op de papieren van elke schrijver met wat van de andere schrijvers is geleerd, en schrijft dan wat van allen is geleerd. De
    volgende run zoekt er de dag van elk papier mee; geen PDF wordt opnieuw gelezen. Met --meet wordt niets geleerd.
    """
    from pipeline.documents import day_learning
    from pipeline.documents.day_choice import CARD
    from pipeline.documents.day_roles import TABLE
    from pipeline.night.workshop import Workshop

    limits = Workshop(settings_of()).limits
    truth = day_learning.TRUTH
    _begin([others / truth] if others else sorted(papieren.glob(f"*/{truth}")))
    try:
        if others:
            click.echo("\n".join(day_learning.measure_in_use(list(day_learning.papers_of(others, limits))).lines()))
            return
        papers = day_learning.read_papers(papieren, limits)
        say(f"{len(papers)} papieren: meten, elke schrijver met wat van de andere is geleerd, en leren van allen")
        measured = list(day_learning.measure(papers).lines())
        table, card = day_learning.learn_table(papers), day_learning.learn_card(papers)
    except day_learning.DayPapersError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    made = {"papieren": len(papers), "gemeten": measured}
    _told_and_kept(measured, CARD, lambda: day_learning.keep(table, card, made))
    click.echo(f"Opgeslagen in {CARD}, en de tekens ernaast in {TABLE.name}")


@click.command()
@_labelled("dagen", DAY_PAPERS, "korte stukken")
@_labelled("papieren", PAPERS, "beleid over arbeidsmigranten")
@_labelled("naast", BESIDE, "stukken over iets dat erbij ligt")
def overkaart(dagen: Path, papieren: Path, naast: Path) -> None:
    """Leer uit gelabelde papieren waaraan te zien is dat een stuk over arbeidsmigranten gaat.

    Meet eerst op schrijvers van wie niet is geleerd, en schrijft dan wat van allen is geleerd. De volgende run kijkt er elk papier mee na;
    geen PDF wordt opnieuw gelezen.
    """
    from pipeline.documents import attention_learning
    from pipeline.documents.attention_card import CARD

    tools = tools_of(settings_of(), loaded=False)
    short = (f for folder in (dagen, naast) for f in folder.glob(f"*/{attention_learning.TRUTH}"))
    written = (f for folder in (papieren, naast) for f in folder.glob("*.jsonl"))
    _begin(sorted([*short, *written]))
    try:
        papers = [
            *attention_learning.short_papers(dagen, tools.limits, tools.nlp),
            *attention_learning.written_papers(papieren, True, tools.nlp),
            *attention_learning.written_papers(naast, False, tools.nlp),
            *attention_learning.short_papers(naast, tools.limits, tools.nlp),
        ]
        say(f"{len(papers)} papieren: meten, op schrijvers van wie niet is geleerd, en leren van allen")
        measured, learned = list(attention_learning.measure(papers).lines()), attention_learning.learn(papers)
    except attention_learning.SubjectPapersError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    made = {"papieren": len(papers), "gemeten": measured}
    _told_and_kept(measured, CARD, lambda: attention_learning.keep(learned, made))
    click.echo(f"Opgeslagen in {CARD}")


def _begin(labels: Sequence[Path]) -> None:
    """Say that the papers are set and read, which takes minutes, once all lines on which they are labelled can be read. Raises Refusal."""
    try:
        for file in labels:
            for _ in json_lines(file):
                pass
    except JsonLinesError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    if labels:
        say("papieren zetten en lezen")


def _told_and_kept(measured: Sequence[str], card: Path, keep: Callable[[], None]) -> None:
    """Tell what was measured and keep what was learned. Raises Refusal where the card cannot be written."""
    click.echo("Op papieren van schrijvers van wie niet is geleerd:")
    click.echo("\n".join(f"  {line}" for line in measured))
    try:
        keep()
    except OSError as error:
        raise Refusal(f"{card}: niet te schrijven ({os_fault(error)})", WRONG_USAGE) from None
