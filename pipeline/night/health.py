"""Whether the nights go well: read from what was published and from the store, without Prefect, in less than a second."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipeline.foundation.dutch import counted, local
from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.night.provenance import source_faults
from pipeline.publish.outputset import RECORD
from pipeline.publish.sitefile import SITE_FILE, SiteFileError, shown_run
from pipeline.settings import Settings
from pipeline.store.soundness import unsound
from pipeline.store.store import StoreError

RUN_NAME = "%Y%m%dT%H%M%S%fZ"
"""How the name of a run says when it began, in UTC."""
CLOCK_SLACK = timedelta(hours=1)
"""A run that began further ahead than this was made while the clock was wrong, or it is wrong now."""
MATRIX = "theme_matrix.csv"


@dataclass(frozen=True, slots=True)
class Health:
    """What is wrong, in Dutch, one sentence or two for each fault; `summary` tells of the last published run where there is one.

    `warnings` are worth a look and no fault: what that run found is not like the runs before it.
    """

    faults: tuple[str, ...]
    summary: str = ""
    warnings: tuple[str, ...] = ()


def look(settings: Settings, hours: float, now: datetime | None = None) -> Health:
    """Return how the nights go; a published set is fresh for `hours` after its run began. `now` has a time zone.

    Raises StoreAddressError.
    """
    outputs = settings.outputs
    try:
        record = json.loads((outputs / RECORD).read_text(encoding="utf-8"))
        began = datetime.strptime(record["run"], RUN_NAME).replace(tzinfo=UTC)
        failed = int(record["aantallen"]["mislukt"])
    except FileNotFoundError:
        return Health(
            (f"Er is nog niets gepubliceerd in {outputs}. Draai eerst themaspin run, of wijs de goede map aan.",)
        )
    except OSError as error:
        return Health((f"{outputs / RECORD} is niet te lezen: {os_fault(error)}. {remedy(error)}.",))
    except (ValueError, TypeError, KeyError):
        return Health(
            (
                f"{outputs / RECORD} is niet te lezen: de inhoud is niet wat een run schrijft. Draai themaspin run opnieuw.",
            )
        )
    age = (now or datetime.now(UTC)) - began
    faults = [*_aged(age, hours), *_failures(failed), *_missing_matrix(outputs), *unsound(settings.store)]
    faults += [*_lagging_site(outputs, record["run"]), *_sources(settings, now)]
    return Health(tuple(faults), _summary(record, began, age), tuple(record.get("drift", {}).get("afwijkingen", ())))


def _aged(age: timedelta, hours: float) -> list[str]:
    if age > timedelta(hours=hours):
        return [
            f"De laatste gepubliceerde run begon {_in_hours(age)} uur geleden, meer dan {_comma(f'{hours:g}')}. "
            "Kijk in het logboek van de nacht waarom er daarna niets is gepubliceerd."
        ]
    if age < -CLOCK_SLACK:
        return [
            f"De laatste run begon {_in_hours(-age)} uur ná nu: de klok van deze machine klopt niet, of klopte toen niet."
        ]
    return []


def _failures(failed: int) -> list[str]:
    if not failed:
        return []
    files = "mislukte 1 bestand" if failed == 1 else f"mislukten {failed} bestanden"
    return [
        f"In de laatste run {files} door een fout van themaspin; de reden staat in documents.csv (verwerking: mislukt)."
    ]


def _missing_matrix(outputs: Path) -> list[str]:
    try:
        if (outputs / MATRIX).stat().st_size:
            return []
    except OSError:
        pass
    return [f"{outputs / MATRIX} ontbreekt of is leeg. Draai themaspin run opnieuw."]


def _lagging_site(outputs: Path, published: str) -> list[str]:
    """A run publishes the tables first, so where the site's file could not be written the site shows an older run."""
    try:
        shown, why = shown_run(outputs), ""
    except FileNotFoundError:
        shown, why = "", f": {outputs / SITE_FILE} ontbreekt"
    except SiteFileError as error:
        shown, why = "", f": {str(error).rstrip('.')}"
    if shown == published:
        return []
    return [
        f"De website loopt achter op de gepubliceerde tabellen{why}. Is er nu geen run bezig, zorg dan dat {outputs / SITE_FILE} te "
        "schrijven is en draai themaspin run opnieuw."
    ]


def _sources(settings: Settings, now: datetime | None) -> list[str]:
    try:
        return source_faults(settings, now)
    except StoreError as error:
        return [str(error)]


def _summary(record: dict[str, Any], began: datetime, age: timedelta) -> str:
    counts = record["aantallen"]
    return (
        f"Laatste run: {local(began):%Y-%m-%d %H:%M} ({_in_hours(age)} uur geleden), "
        f"{counted(counts.get('bestanden', 0), 'bestand', 'bestanden')}, {counts.get('onleesbaar')} onleesbaar, "
        f"{counts.get('mislukt')} mislukt."
    )


def _in_hours(age: timedelta) -> str:
    return _comma(f"{age / timedelta(hours=1):.1f}")


def _comma(number: str) -> str:
    return number.replace(".", ",")
