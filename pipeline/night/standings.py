"""Any number of peildata from what the last run remembered: nothing is read, divided or judged again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import ValidationError

from pipeline.coverage.copies import once
from pipeline.coverage.standing import Standing, standing
from pipeline.night.dossiers import remembered
from pipeline.night.workshop import Workshop
from pipeline.settings import Settings
from pipeline.store.decisions import all_decisions, open_decisions


class NothingRemembered(Exception):
    """No run has been remembered yet, or only by another version; the message (Dutch) says what to do."""


def standings(settings: Settings, days: Iterable[date]) -> list[Standing]:
    """Return where everybody stands on each day, in the order of `days`.

    Raises NothingRemembered, OnbekendeProvincie, StoreError.
    """
    workshop = Workshop(settings)
    first = f"Draai eerst: themaspin run --inbox MAP --outputs {settings.outputs}"
    try:
        dossiers = once(remembered(workshop))
    except ValidationError:
        raise NothingRemembered(
            f"Wat in {settings.outputs} is onthouden is van een andere versie van themaspin. {first}"
        ) from None
    if not dossiers:
        raise NothingRemembered(f"Er is nog geen run onthouden in {settings.outputs}. {first}")
    engine = open_decisions(settings.store)
    decisions = all_decisions(engine)
    engine.dispose()
    return [standing(dossiers, day, settings.provincies, decisions, workshop.rules) for day in days]
