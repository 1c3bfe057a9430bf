"""The commands that keep store and decisions safe: a copy, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from pipeline.commands.needs import NOT_PUBLISHED, WRONG_USAGE, Refusal, settings_of, store_errors
from pipeline.commands.telling import say
from pipeline.foundation.dutch import counted


@click.command("backup")
@click.argument("target", metavar="DOEL", type=click.Path(path_type=Path))
@click.option("--vervang", "replace", is_flag=True, help="Vervang de reservekopie die er al staat.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen, en daarin het geheugen.")
def backup(target: Path, replace: bool, **chosen: Any) -> None:
    """Bewaar geheugen en beoordelingen in de map DOEL. Mag terwijl een run of de website draait.

    Afsluitcodes: 0 bewaard en nagekeken; 2 niets gedaan, met de reden; 3 niet gelukt.
    """
    from pipeline.store.backup import back_up

    settings = settings_of(**chosen)
    with _refusals():
        report = back_up(settings.store, target, replace)
    for remark in report.remarks:
        click.echo(remark, err=True)
    decisions = counted(report.decisions, "beoordeling", "beoordelingen")
    click.echo(f"Bewaard en nagekeken: {', '.join(map(str, report.files))}; {decisions}.")


@click.command("herstel")
@click.argument("source", metavar="BRON", type=click.Path(path_type=Path))
@click.option("--vervang", "replace", is_flag=True, help="Vervang wat er staat; dat blijft ernaast bewaard.")
@click.option("--outputs", type=click.Path(), help="Map met de tabellen, en daarin het geheugen.")
def herstel(source: Path, replace: bool, **chosen: Any) -> None:
    """Zet geheugen en beoordelingen terug uit BRON, een map die themaspin backup maakte.

    Niet terwijl een run loopt. De website mag aan blijven; alleen als het bestand met beoordelingen beschadigd was moet zij daarna
    opnieuw worden gestart. Afsluitcodes: 0 teruggezet en nagekeken; 2 niets gedaan, met de reden; 3 niet gelukt.
    """
    from pipeline.publish.outputset import exclusive
    from pipeline.store.backup import restore
    from pipeline.store.turn import sole_run

    settings = settings_of(**chosen)
    with _refusals(), exclusive(settings.outputs, say), sole_run(settings.store):
        report = restore(settings.store, source, replace)
    for remark in report.remarks:
        click.echo(remark, err=True)
    put_back = ", ".join(map(str, report.files))
    click.echo(
        (f"Teruggezet en nagekeken: {put_back}; " if put_back else "Nagekeken: ")
        + f"{counted(report.decisions, 'beoordeling', 'beoordelingen')} in de kopie. "
        "Was het bestand met beoordelingen beschadigd, start de website dan opnieuw."
    )


@contextmanager
def _refusals() -> Iterator[None]:
    from pipeline.publish.outputset import OutputsError
    from pipeline.store.backup import BackupRefused

    try:
        with store_errors():
            yield
    except BackupRefused as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except OutputsError as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None
