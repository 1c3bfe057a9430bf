"""A night in which nothing changed: the published set stays as it is, under the name of the new run.

What a run publishes depends on what lies in the inbox, what was read of it, the classifier, the settings, the decisions and the
program. A hash of all these stands in its `run.json`; a run with the same one need not draw the picture again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from pipeline.extraction.blocks import FileState
from pipeline.night.dossiers import Dossiers
from pipeline.night.drawing import draw_picture
from pipeline.night.drift import Measure
from pipeline.night.garbage import without_looking_through_everything
from pipeline.night.inbox import Contents
from pipeline.night.program import program_key
from pipeline.night.provenance import fetched_from
from pipeline.night.publishing import RunOutcome, as_json, drifted, publish, record_of
from pipeline.night.siting import same_for_site
from pipeline.night.stated import stated_key
from pipeline.night.workshop import Workshop
from pipeline.publish.bulletin import of_another_run
from pipeline.publish.outputset import CURRENT, RECORD, digest, publish_set, set_folder
from pipeline.publish.sitefile import shows
from pipeline.store.decisions import Decision, decision_line
from pipeline.themes.reviewed import passage_corrections

NAMES_ITS_RUN = ("overzicht.html", "overzicht.md")
"""Files of the set in which the name of the run stands."""


@without_looking_through_everything()
def publish_night(
    workshop: Workshop,
    contents: Contents,
    decisions: Sequence[Decision],
    run: str,
    read: int,
    seconds: Callable[[], Mapping[str, float]],
) -> RunOutcome:
    """Publish what the earlier stages stored, drawing the picture only where something changed; `seconds` are those by stage so far.

    Raises OutputsError, StoreError, SiteFileError.
    """
    dossiers = Dossiers(workshop, contents, passage_corrections(decisions))
    key = night_key(workshop, contents, decisions, dossiers.keys)
    if dossiers.stand() and (same := publish_again(workshop, key, run, read, seconds)):
        return same
    picture = draw_picture(workshop, contents, decisions, dossiers=dossiers)
    return publish(workshop, picture, run, read, seconds(), key)


def night_key(
    workshop: Workshop, contents: Contents, decisions: Sequence[Decision], dossiers: Mapping[str, str]
) -> str:
    """Return a hash that is the same exactly when a run would publish the same; `dossiers` are the keys of its dossiers."""
    whole = hashlib.sha256()
    for part in _parts(workshop, contents, decisions, dossiers):
        whole.update(f"{part}\n".encode("utf-8", "backslashreplace"))
    return whole.hexdigest()


def _parts(
    workshop: Workshop, contents: Contents, decisions: Sequence[Decision], dossiers: Mapping[str, str]
) -> Iterator[str]:
    settings = workshop.settings
    yield from (program_key(), workshop.judge, workshop.language.id, settings.day.isoformat())
    yield from (settings.model_dump_json(), json.dumps(workshop.classifier.card))
    yield from map(decision_line, decisions)
    yield from map(str, sorted(fetched_from(settings).items()))
    for file in contents.files:
        yield f"{file.path} {contents.hashes.get(file.path, '')} {file.override} {stated_key(file)} {file.refusal}"
    yield from map(str, dossiers.items())


def publish_again(
    workshop: Workshop, key: str, run: str, read: int, seconds: Callable[[], Mapping[str, float]]
) -> RunOutcome | None:
    """Publish the former set under the run's name, where its key is this one, it is whole, and it tells of no changes itself.

    Returns None where that is not so: then the picture is to be drawn. Raises OutputsError, SiteFileError.
    """
    outputs = workshop.settings.outputs
    current = outputs / CURRENT
    try:
        former = json.loads((current / RECORD).read_text(encoding="utf-8"))
        same = former["sleutel"] == key and former["aantallen"]["veranderde_cellen"] == 0
        if not same or not shows(outputs, workshop.settings.day.isoformat(), former["run"]):
            return None
        files: dict[str, Any] = {name: current / name for name in former["bestanden"]}
        if {name: digest(path) for name, path in files.items()} != former["bestanden"]:
            return None  # somebody wrote in it
        for name in NAMES_ITS_RUN:
            files[name] = of_another_run((current / name).read_text(encoding="utf-8"), former["run"], run)
        measure = Measure.from_record(former).unchanged()
        outcome = _outcome(workshop, former, run, read, drifted(workshop, measure, run))
    except (OSError, ValueError, KeyError, TypeError):  # there is none, of another version, or damaged
        return None
    record = record_of(workshop, outcome, run, seconds(), key, measure, files)
    files[RECORD] = as_json(record)
    publish_set(outputs, workshop.settings.day.isoformat(), run, files, workshop.settings.bewaar_runs)
    same_for_site(workshop, former["run"], run, record)
    return outcome


def _outcome(workshop: Workshop, former: Mapping[str, Any], run: str, read: int, drift: tuple[str, ...]) -> RunOutcome:
    counts = former["aantallen"]
    return RunOutcome(
        folder=set_folder(workshop.settings.outputs, workshop.settings.day.isoformat(), run),
        seen=counts["bestanden"],
        papers=counts["bestanden"] - counts["dubbel"] - counts["niet_te_openen"],
        refused=counts["niet_te_openen"],
        read=read,
        unreadable=counts[FileState.UNREADABLE.value],
        failed=counts[FileState.FAILED.value],
        statuses=dict(former["statussen"]),
        changes=0,
        language=workshop.language.id,
        first=False,
        drift=drift,
    )
