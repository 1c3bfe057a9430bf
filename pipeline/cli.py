"""The command `themaspin`. Heavy libraries are imported inside the commands that need them, so that `--help` answers at once."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import click

from pipeline import __version__
from pipeline.commands.cards import dagkaart, overkaart, weegkaart
from pipeline.commands.decisions import beoordelingen
from pipeline.commands.keeping import backup, herstel
from pipeline.commands.needs import (
    NOT_PUBLISHED,
    PUBLISHED,
    PUBLISHED_WITH_FAULTS,
    WRONG_USAGE,
    Refusal,
    need_flows,
    need_outputs,
    need_provinces,
    need_store,
    not_published,
    settings_of,
    store_errors,
    tools_of,
)
from pipeline.commands.sections import Sections
from pipeline.commands.sources import bronnen, ophalen
from pipeline.commands.summary import print_summary, told_of_day
from pipeline.commands.telling import progress_shown, say
from pipeline.commands.themes import corpus_command, evaluate, label, train
from pipeline.foundation.journal import is_json, start
from pipeline.foundation.system_faults import is_of_machine, os_fault, remedy
from pipeline.orchestration.server import INTERRUPTED

if TYPE_CHECKING:
    from pipeline.settings import Settings

UNHEALTHY = 1
MOST_HOURS = 1_000_000


@click.group(cls=Sections, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(
    __version__, prog_name="themaspin", message="%(prog)s %(version)s", help="Toon de versie en stop."
)
def cli() -> None:
    """Leest gemeentelijk beleid over arbeidsmigratie en zegt per gemeente welke van vijf thema's het dekt.

    Begin met: themaspin run --inbox MAP_MET_PDFS --outputs MAP_VOOR_TABELLEN
    """


@cli.command()
@click.option("--inbox", type=click.Path(), help="Map met de PDF's.")
@click.option("--outputs", type=click.Path(), help="Map waarin de tabellen komen.")
@click.option("--peildatum", metavar="JJJJ-MM-DD", help="Dag waarop de matrix geldt; standaard vandaag.")
@click.option(
    "--provincies", metavar="NAMEN", help="Provincies, met komma's ertussen, of alle; standaard Noord-Brabant."
)
@click.option("--rebuild", is_flag=True, help="Zet een beschadigd geheugen opzij en lees alles opnieuw.")
@click.option(
    "--krimp-bedoeld",
    is_flag=True,
    default=None,
    help="Publiceer ook als opeens veel bekende papieren uit de inbox weg zijn.",
)
@click.option(
    "--niet-ophalen",
    "ophalen",
    flag_value=False,
    type=bool,
    default=None,
    help="Haal niet eerst op wat de bronnen hebben.",
)
@click.option("--opnieuw", metavar="extractie|themas|alles", help="Doe dit over, ook waar het al gedaan is.")
@click.option(
    "--vanaf", metavar="JJJJ-MM-DD", help="Alleen over: papieren van die dag of later, of sindsdien gewijzigd."
)
@click.option(
    "--alleen", metavar="GEMEENTE|PATROON", help="Alleen over: van deze gemeente, of met dit pad ('Someren/*')."
)
def run(rebuild: bool, opnieuw: str | None, vanaf: str | None, alleen: str | None, **chosen: Any) -> None:
    """Lees de inbox nu en publiceer de themamatrix.

    Met --opnieuw, --vanaf of --alleen wordt overgedaan wat al gedaan was; nieuwe papieren worden altijd gelezen, en de matrix is
    altijd van alles.

    Afsluitcodes: 0 gepubliceerd; 1 gepubliceerd, maar een bestand mislukte door een fout van themaspin, of het bestand van de
    website was niet te schrijven; 2 verkeerd gebruik of verkeerde instelling; 3 niet gepubliceerd; 130 onderbroken met Ctrl-C; 143
    beëindigd.
    """
    from pipeline.night.backfill import BackfillError, asked
    from pipeline.night.notifying import reported

    need_flows()
    settings = settings_of(**chosen)
    start(settings.log)
    try:
        asked(opnieuw, vanaf, alleen)
    except BackfillError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    with reported(settings):
        _check(settings, rebuild)
        with _prefect(), not_published():
            from prefect import tags

            from flows import nightly
            from pipeline.orchestration.crews import CrewError
            from pipeline.orchestration.keeping_watch import TAG

            with progress_shown(), tags(TAG):
                try:
                    outcome = nightly(_told(settings, chosen), opnieuw, vanaf, alleen)
                except BackfillError as error:
                    raise Refusal(str(error), WRONG_USAGE) from None
                except CrewError as error:
                    raise Refusal(f"Niet gepubliceerd. {error}", NOT_PUBLISHED) from None
    if not is_json():
        print_summary(outcome, settings)
    sys.exit(PUBLISHED_WITH_FAULTS if outcome["failed"] else PUBLISHED)


@cli.command()
@click.option("--inbox", type=click.Path(), help="Map met de PDF's.")
@click.option("--outputs", type=click.Path(), help="Map waarin de tabellen komen.")
@click.option(
    "--provincies", metavar="NAMEN", help="Provincies, met komma's ertussen, of alle; standaard Noord-Brabant."
)
def schedule(**chosen: Any) -> None:
    """Draai elke nacht om 04:30 (Nederlandse tijd), zolang deze opdracht loopt.

    Vraagt een Prefect-server (PREFECT_API_URL); docs/beheer.md zegt hoe. Een nacht die begint terwijl de vorige nog loopt vervalt.
    Met THEMASPIN_MELDING_URL meldt die server ook dat er 26 uur geen nacht is voltooid.
    """
    from pipeline.orchestration.schedule import serve_nightly, watch_for_absence
    from pipeline.orchestration.server import NoServer, need_server

    need_flows()
    settings = settings_of(**chosen)
    start(settings.log)
    try:
        need_server()
    except NoServer as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    _check(settings, rebuild=False)
    watch_for_absence(settings.melding_url)
    say("Gepland: elke nacht om 04:30. Stoppen kan met Ctrl-C.")
    serve_nightly(_told(settings, chosen))


@cli.command()
@click.option("--uren", metavar="GETAL", type=float, default=26, show_default=True, help="Zo oud mag de matrix zijn.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen.")
def gezond(uren: float, **chosen: Any) -> None:
    """Zeg of de nachten goed gaan; voor cron of een bewakingsprogramma.

    Week de laatste run af van de runs ervoor, dan zegt hij dat ook; dat is een waarschuwing en geen fout.

    Afsluitcodes: 0 de matrix is vers en niets mislukte; 1 er is iets mis, met de reden erbij; 2 verkeerd gebruik of verkeerde
    instelling.
    """
    from pipeline.night.health import look

    if not 0 < uren < MOST_HOURS:
        raise Refusal("--uren vraagt een getal boven nul, en onder een miljoen.", WRONG_USAGE)
    settings = settings_of(**chosen)
    with store_errors():
        health = look(settings, uren)
    if health.summary:
        click.echo(health.summary)
    if health.warnings:
        click.echo("\n".join(["Let op, de laatste run is anders dan de runs ervoor:", *health.warnings]), err=True)
    if health.faults:
        raise Refusal("\n".join(health.faults), UNHEALTHY)
    click.echo("Gezond.")


@cli.command()
@click.option(
    "--peildatum", "days", metavar="JJJJ-MM-DD", multiple=True, help="Dag; herhaal voor meer dagen. Standaard vandaag."
)
@click.option("--outputs", type=click.Path(), help="Map met de tabellen van de laatste run.")
@click.option(
    "--provincies", metavar="NAMEN", help="Provincies, met komma's ertussen, of alle; standaard Noord-Brabant."
)
def overzicht(days: tuple[str, ...], **chosen: Any) -> None:
    """Zet peildata naast elkaar: beleid naar status en type, regionale afspraken, en moties met wat ervan kwam.

    Leest niets opnieuw: het rekent met wat de laatste run onthield, en schrijft overzicht-<dagen>.md en .csv in de outputs-map.
    """
    from pipeline.night.standings import NothingRemembered, standings
    from pipeline.publish.outputset import OutputsError
    from pipeline.publish.peildata import peildata_text, write_peildata

    settings = settings_of(**chosen)
    moments = sorted({settings_of(peildatum=day).day for day in days} or {settings.day})
    need_provinces(settings)
    need_outputs(settings)
    need_store(settings)
    try:
        with store_errors():
            found = standings(settings, moments)
        click.echo(peildata_text(found))
        files = write_peildata(settings.outputs, found)
    except (NothingRemembered, OutputsError) as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None
    click.echo("Geschreven: " + ", ".join(path.name for path in files) + f" in {settings.outputs}")


@cli.command()
def instellingen() -> None:
    """Toon alle instellingen met hun standaard en betekenis."""
    from pipeline.commands.settings_table import settings_table

    click.echo(settings_table())


@cli.command()
@click.option("--adres", metavar="ADRES", help="Adres waarop de website luistert; standaard alleen deze machine.")
@click.option("--poort", metavar="GETAL", type=int, help="Poort; standaard 8000.")
@click.option("--inbox", type=click.Path(), help="Map met de PDF's.")
@click.option("--outputs", type=click.Path(), help="Map waarin een run publiceert.")
def serve(adres: str | None, poort: int | None, **chosen: Any) -> None:
    """Open de website: het overzicht, het bewijs op de bladzijde, en de wachtrij voor het kernteam."""
    from pipeline.settings import SettingsError
    from pipeline.web.serving import AddressTaken, serve_site

    settings = settings_of(web_adres=adres, web_poort=poort, **chosen)
    need_provinces(settings)
    try:
        with store_errors():
            serve_site(settings, lambda line: click.echo(line, err=True))
    except SettingsError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except AddressTaken as error:
        raise Refusal(str(error), WRONG_USAGE) from None


@cli.command()
@click.argument("dag", metavar="JJJJ-MM-DD")
@click.option("--inbox", type=click.Path(), help="Map met de PDF's van de laatste run.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen van de laatste run.")
@click.option(
    "--provincies", metavar="NAMEN", help="Provincies, met komma's ertussen; standaard die van de laatste run."
)
def peildatum(dag: str, **chosen: Any) -> None:
    """Bereken voor de website hoe het op een andere dag stond; de gepubliceerde tabellen blijven zoals ze zijn.

    Per dag toont de website één stand, die zegt voor welke provincies hij is; een nieuwe komt in de plaats van de vorige.
    Rekent met wat de laatste run las. Is meer dan een tiende van de papieren die hij zag weg uit de inbox, dan weigert hij, zoals run.
    Is er een run bezig, dan wacht deze opdracht tot die klaar is, hoogstens twee uur.
    """
    from pipeline.night.siting import work_out
    from pipeline.publish.sitefile import SiteFileError

    settings = settings_of(peildatum=dag, **chosen)
    need_provinces(settings)
    need_outputs(settings)
    need_store(settings)
    tools_of(settings, loaded=False)
    with not_published("Niet berekend"):
        try:
            done = work_out(settings, settings.day, say, as_published=chosen["provincies"] is None)
        except SiteFileError as error:
            raise Refusal(f"De website toont deze dag nog niet. {error}", UNHEALTHY) from None
    click.echo(told_of_day(settings.day, done))


for command in (
    ophalen,
    bronnen,
    label,
    train,
    evaluate,
    corpus_command,
    weegkaart,
    dagkaart,
    overkaart,
    backup,
    herstel,
    beoordelingen,
):
    cli.add_command(command)


def _use_dutch_columns(command: click.Command) -> None:
    """Name in Dutch what click puts behind a command in the line on its usage, for which it looks up no translation."""
    command.options_metavar = "[OPTIES]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "OPDRACHT [ARGUMENTEN]..."
        for below in command.commands.values():
            _use_dutch_columns(below)


_use_dutch_columns(cli)


def main() -> None:
    """Run the command; what a user did wrong ends in a Dutch message and an exit code, never in a traceback."""
    try:
        code = cli.main(prog_name="themaspin", standalone_mode=False)
    except click.Abort:
        click.echo("Afgebroken.", err=True)
        sys.exit(INTERRUPTED)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except OSError as error:
        if not is_of_machine(error):
            raise
        at = f" ({error.filename})" if error.filename else ""
        stopped = Refusal(
            f"themaspin kan niet verder: {os_fault(error)}{at}. {remedy(error)}, en probeer het nog eens.",
            NOT_PUBLISHED,
        )
        stopped.show()
        sys.exit(stopped.exit_code)
    sys.exit(code if isinstance(code, int) else PUBLISHED)


def _told(settings: Settings, chosen: Mapping[str, Any]) -> dict[str, Any]:
    """What was chosen on the command line. The rest is found again where the run works: Prefect keeps what it is given, and the
    address of a store may hold a password."""
    return {name: value for name, value in settings.model_dump(mode="json").items() if chosen.get(name) is not None}


def _check(settings: Settings, rebuild: bool) -> None:
    """Find out before Prefect starts whether the run can end in a published set."""
    from pipeline.night.fetching import SourcesError, check_sources
    from pipeline.orchestration.crews import CrewError, check_crew
    from pipeline.publish.outputset import OutputsError, exclusive
    from pipeline.sources.folder import InboxError, check_inbox
    from pipeline.store.decisions import all_decisions, open_decisions
    from pipeline.store.engine import StoreAddressError
    from pipeline.store.store import StoreError, open_store, set_aside
    from pipeline.store.turn import sole_run

    if settings.inbox.resolve() in (settings.outputs.resolve(), *settings.outputs.resolve().parents):
        raise Refusal(
            f"De tabellen ({settings.outputs}) kunnen niet in de inbox ({settings.inbox}) komen: de volgende run las ze dan als papieren. "
            "Kies een andere map met --outputs.",
            WRONG_USAGE,
        )
    need_provinces(settings)
    try:
        check_crew(settings)
        check_inbox(settings.inbox)
        check_sources(settings)
    except (CrewError, InboxError, SourcesError, StoreAddressError) as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except StoreError as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None
    try:
        with exclusive(settings.outputs, say), sole_run(settings.store):
            decisions = open_decisions(settings.store)
            all_decisions(decisions)
            decisions.dispose()
            tools_of(settings, loaded=False)
            if rebuild and (aside := set_aside(settings.store)):
                say(f"Het oude geheugen staat nu in {aside}.")
            open_store(settings.store, say).close()  # a damaged one is found here, an older one migrated
    except StoreAddressError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except (OutputsError, StoreError) as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None


@contextmanager
def _prefect() -> Iterator[None]:
    from pipeline.orchestration.server import PrefectDown, at_hand

    if "PREFECT_API_URL" not in os.environ:
        say("Prefect start (ongeveer tien seconden) …")
    try:
        with at_hand():
            yield
    except PrefectDown as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None


if __name__ == "__main__":
    main()
