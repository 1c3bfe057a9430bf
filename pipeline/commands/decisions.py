"""The commands on what reviewers decided: written out, taken in, and the passages among them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click

from pipeline.commands.needs import WRONG_USAGE, Refusal, need_decisions, settings_of, store_errors
from pipeline.commands.telling import say, write_lines
from pipeline.commands.themes import reviewed_passages_of
from pipeline.foundation.dutch import counted
from pipeline.foundation.json_lines import JsonLinesError, json_lines

_OF_OUTPUTS = click.option("--outputs", type=click.Path(), help="Map met de tabellen, en daarin de beoordelingen.")


@click.group()
def beoordelingen() -> None:
    """Bewaar of herstel wat het kernteam besliste."""


@beoordelingen.command("export")
@click.argument("target", metavar="BESTAND.jsonl", type=click.Path(path_type=Path))
@_OF_OUTPUTS
def export_decisions(target: Path, **chosen: Any) -> None:
    """Schrijf alle beoordelingen naar BESTAND.jsonl, één per regel, in de volgorde waarin ze zijn genomen."""
    from pipeline.store.decisions import all_decisions, decision_line, open_decisions
    from pipeline.store.engine import shown

    settings = settings_of(**chosen)
    need_decisions(settings)
    with store_errors():
        engine = open_decisions(settings.store)
        made = all_decisions(engine)
    write_lines(target, map(decision_line, made))
    click.echo(f"{counted(len(made), 'beoordeling', 'beoordelingen')} bewaard: {target} (uit {shown(engine.url)})")


@beoordelingen.command("import")
@click.argument("source", metavar="BESTAND.jsonl", type=click.Path(path_type=Path))
@_OF_OUTPUTS
def import_decisions(source: Path, **chosen: Any) -> None:
    """Voeg de beoordelingen in BESTAND.jsonl toe; wat er al staat blijft staan en wordt niet verdubbeld."""
    from pipeline.store.decisions import add_decisions, all_decisions, decisions_address, open_decisions
    from pipeline.store.engine import absent, shown

    store = settings_of(**chosen).store
    with store_errors():
        if made := absent(decisions_address(store)):
            say(f"De beoordelingen ({made}) zijn er nog niet en worden nu gemaakt.")
        engine = open_decisions(store)
        known = set(all_decisions(engine))
        fresh = [decision for decision in dict.fromkeys(_read_decisions(source)) if decision not in known]
        add_decisions(engine, fresh)
    click.echo(f"{counted(len(fresh), 'beoordeling', 'beoordelingen')} toegevoegd aan {shown(engine.url)}.")


@beoordelingen.command("passages")
@click.argument("target", metavar="BESTAND.jsonl", type=click.Path(path_type=Path))
@_OF_OUTPUTS
def export_passages(target: Path, **chosen: Any) -> None:
    """Schrijf de passages die zijn beoordeeld, met hun thema's en sterkte, zoals de bestanden in corpus/passages."""
    from pipeline.themes.reviewed import corpus_line

    passages = reviewed_passages_of(settings_of(**chosen))
    write_lines(target, map(corpus_line, passages))
    click.echo(f"{counted(len(passages), 'passage', 'passages')} bewaard: {target}")


def _read_decisions(source: Path) -> Iterator[Any]:
    from pipeline.store.decisions import DecisionError, decision_of

    try:
        for number, row in json_lines(source):
            try:
                yield decision_of(row)
            except DecisionError as error:
                raise Refusal(f"{source}, regel {number}: {error}", WRONG_USAGE) from None
    except JsonLinesError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
