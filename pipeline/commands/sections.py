"""The commands as `themaspin --help` shows them: by when one needs them, each with a line that fits."""

from __future__ import annotations

import click

SECTIONS = {
    "Elke dag": {
        "run": "lees de inbox nu en publiceer de themamatrix",
        "schedule": "draai elke nacht om 04:30",
        "serve": "open de website",
        "overzicht": "zet peildata naast elkaar",
        "peildatum": "bereken een andere dag voor de website",
        "ophalen": "haal op wat de bronnen hebben",
        "bronnen": "toon hoe het met de bronnen staat",
        "label": "geef losse passages hun thema's en sterkte",
    },
    "Beheer": {
        "gezond": "zeg of de nachten goed gaan",
        "backup": "bewaar geheugen en beoordelingen",
        "herstel": "zet ze terug",
        "beoordelingen": "bewaar of herstel wat het kernteam besliste",
        "instellingen": "toon alle instellingen",
    },
    "Leren en meten": {
        "train": "train de themaclassifier opnieuw",
        "evaluate": "meet hem op gelabelde passages",
        "corpus": "meet het corpus",
        "weegkaart": "leer wanneer een thema op eigen benen staat",
        "dagkaart": "leer welke datum die van het stuk zelf is",
        "overkaart": "leer of een stuk over arbeidsmigranten gaat",
    },
}


class Sections(click.Group):
    """A group of commands that shows them under these headings."""

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the commands with what they do, in the order of the sections."""
        del ctx
        widest = max(len(name) for commands in SECTIONS.values() for name in commands)
        for heading, commands in SECTIONS.items():
            with formatter.section(heading):
                formatter.write_dl([(name.ljust(widest), what) for name, what in commands.items()])
