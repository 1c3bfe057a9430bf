"""The commands on sources: ophalen and bronnen; they run without Prefect."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pipeline.commands.needs import (
    NOT_PUBLISHED,
    PUBLISHED,
    PUBLISHED_WITH_FAULTS,
    WRONG_USAGE,
    Refusal,
    no_store,
    settings_of,
    store_errors,
)
from pipeline.commands.telling import say, write_lines
from pipeline.foundation.dutch import counted

if TYPE_CHECKING:
    from pipeline.settings import Settings


@click.command()
@click.option("--bron", "source", metavar="NAAM", help="Alleen deze bron, zoals die in themaspin.toml heet.")
@click.option("--inbox", type=click.Path(), help="Map waarin de papieren komen.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen en het geheugen.")
@click.option(
    "--krimp-bedoeld", is_flag=True, default=None, help="Het is de bedoeling dat veel papieren van een bron weg zijn."
)
def ophalen(source: str | None, **chosen: Any) -> None:
    """Haal op wat de bronnen van themaspin.toml hebben, en zet het in de inbox. Elke run doet dit eerst.

    Afsluitcodes: 0 alles ging goed; 1 een bron of adres gaf een fout, de rest is opgehaald; 2 verkeerd gebruik of verkeerde
    instelling; 3 er is niets opgehaald. Zie docs/bronnen.md.
    """
    from pipeline.night.fetching import SourcesError, fetch_all
    from pipeline.publish.outputset import OutputsError, exclusive
    from pipeline.sources.folder import InboxError, check_inbox
    from pipeline.sources.taking import Finding
    from pipeline.store.engine import absent
    from pipeline.store.origins import origins_address
    from pipeline.store.turn import sole_run

    settings = settings_of(**chosen)
    if not settings.bronnen:
        raise Refusal("Er zijn geen bronnen. Zet ze in themaspin.toml; docs/bronnen.md zegt hoe.", WRONG_USAGE)
    try:
        check_inbox(settings.inbox)
    except InboxError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    try:
        with store_errors(), exclusive(settings.outputs, say), sole_run(settings.store):
            if made := absent(origins_address(settings.store)):
                say(f"Wat bekend is van de bronnen ({made}) is er nog niet en wordt nu gemaakt.")
            tallies = fetch_all(settings, source)
    except SourcesError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except (InboxError, OutputsError) as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None
    for tally in tallies:
        click.echo(tally.line)
    failed = any(tally.trouble or tally.counts[Finding.FAILED] for tally in tallies)
    if failed or any(tally.counts[Finding.GONE] or tally.counts[Finding.NO_PDF] for tally in tallies):
        click.echo("Welke adressen, en waarom: themaspin bronnen", err=True)
    sys.exit(PUBLISHED_WITH_FAULTS if failed else PUBLISHED)


@click.command()
@click.option(
    "--csv", "target", type=click.Path(path_type=Path), help="Schrijf alle adressen met hun herkomst naar dit bestand."
)
@click.option("--vergeet-weg", is_flag=True, help="Haal opnieuw op wat is opgehaald maar niet meer in de inbox staat.")
@click.option("--inbox", type=click.Path(), help="Map waarin de papieren komen.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen en het geheugen.")
def bronnen(target: Path | None, vergeet_weg: bool, **chosen: Any) -> None:
    """Toon hoe het met de bronnen staat, en welke adressen geen papier gaven."""
    from pipeline.night.provenance import address_table, source_lines
    from pipeline.store.origins import origins_address

    settings = settings_of(**chosen)
    with store_errors():
        missing = no_store(settings, origins_address(settings.store))
        if missing and vergeet_weg:
            raise Refusal(missing, NOT_PUBLISHED)
        if missing and settings.bronnen:
            say(missing)
        if vergeet_weg:
            papers = counted(_forgotten(settings), "papier wordt", "papieren worden")
            click.echo(f"{papers} de volgende keer opnieuw opgehaald.")
        if target:
            write_lines(target, iter(address_table(settings).splitlines()))
            click.echo(f"Geschreven: {target}")
        for line in source_lines(settings) or [
            "Er zijn geen bronnen. Zet ze in themaspin.toml; docs/bronnen.md zegt hoe."
        ]:
            click.echo(line)


def _forgotten(settings: Settings) -> int:
    """How many papers are to be fetched again; not while a run is at them. Raises Refusal, StoreError."""
    from pipeline.night.provenance import forget_missing
    from pipeline.publish.outputset import OutputsError, exclusive
    from pipeline.store.turn import sole_run

    try:
        with exclusive(settings.outputs, say), sole_run(settings.store):
            return forget_missing(settings)
    except OutputsError as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None
