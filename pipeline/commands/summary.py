"""What `themaspin run` and `themaspin peildatum` say at their end."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from pipeline.foundation.dutch import counted

if TYPE_CHECKING:
    from pipeline.night.siting import WorkedOut
    from pipeline.settings import Settings


def print_summary(outcome: dict[str, Any], settings: Settings) -> None:
    """Say how a run ended: what was read, what changed, how many municipalities stand where, and where the tables are."""
    for line in outcome["opgehaald"]:
        click.echo(line)
    counts = (
        f"{counted(outcome['seen'], 'bestand', 'bestanden')}: {outcome['read']} nu gelezen, "
        f"{outcome['papers'] - outcome['read']} ongewijzigd"
    )
    if same := outcome["seen"] - outcome["papers"] - outcome["refused"]:
        counts += f", {same} met dezelfde inhoud als een ander"
    if outcome["refused"]:
        counts += f", {outcome['refused']} niet te openen"
    click.echo(
        f"\nPeildatum {settings.day}, {', '.join(settings.provincies) or 'alle provincies'}; taalpijplijn {outcome['language']}"
    )
    click.echo(f"{counts}. Daarvan onleesbaar: {outcome['unreadable']}; mislukt: {outcome['failed']}.")
    if not outcome["seen"]:
        click.echo(
            f"\nLET OP: in de inbox {settings.inbox} ligt geen enkel bestand, dus elke gemeente staat op geen_documenten.\n"
            "Leg er PDF's in, of wijs de goede map aan met --inbox. Verborgen bestanden tellen niet mee.\n"
        )
    cells = counted(outcome["changes"], "cel van de matrix veranderde", "cellen van de matrix veranderden")
    changes = f"{cells} sinds de vorige keer."
    click.echo("Er zijn geen vorige tabellen om mee te vergelijken.\n" if outcome["first"] else f"{changes}\n")
    click.echo(f"{'status':18} gemeenten")
    for status, number in outcome["statuses"].items():
        click.echo(f"{status:18} {number:9}")
    if outcome["unreadable"] or outcome["failed"]:
        click.echo("\nWat niet te lezen was staat met de reden in documents.csv (kolommen verwerking en reden).")
    click.echo(f"\nDe tabellen staan in {settings.outputs}")
    click.echo(f"Om te bekijken, te mailen of te printen: {settings.outputs / 'overzicht.html'}")


def told_of_day(day: date, done: WorkedOut) -> str:
    """Return in Dutch for which provinces the website shows a day now, and whether that took the place of other provinces."""
    from pipeline.publish.uiterlijk import area_in_words

    area = area_in_words(done.provinces)
    if done.published:
        return f"{day} is de gepubliceerde peildatum, voor {area}; de website toont die al, en zij blijft zoals zij is."
    told = f"Berekend: {day}, voor {area}."
    if done.former is not None and (former := area_in_words(done.former)) != area:
        told += f" De stand van die dag voor {former} is daarmee vervangen."
    if done.left_out:
        told += f" {counted(done.left_out, 'bestand is', 'bestanden zijn')} nog niet gelezen."
    return told
