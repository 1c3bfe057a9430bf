"""The last stage: the picture becomes the published set, with the record of the run beside it."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline import __version__
from pipeline.coverage.municipality import Status
from pipeline.coverage.rules import RULES_VERSION
from pipeline.coverage.weighing import card
from pipeline.documents.reading import documents_version
from pipeline.extraction import extractor_version
from pipeline.extraction.blocks import FileState
from pipeline.night.drift import Measure, deviations, former_records
from pipeline.night.program import program_key
from pipeline.night.siting import write_for_site
from pipeline.night.workshop import PASSAGE_VERSION, Workshop
from pipeline.publish.bulletin import Bulletin, RunFacts
from pipeline.publish.changes import Snapshot, change_rows
from pipeline.publish.csvfile import CsvTable, write_csv
from pipeline.publish.dictionary import data_package, dictionary
from pipeline.publish.evidencefile import FILE as EVIDENCE
from pipeline.publish.evidencefile import FormerEvidence, PiecePlace, strongest_rows, write_evidence
from pipeline.publish.outputset import CURRENT, RECORD, Content, digest, drafting, publish_set, set_folder
from pipeline.publish.tables import SHORT_TABLES, Picture, Row, document_rows
from pipeline.publish.werkboek import write_workbook
from pipeline.store.engine import without_password

SNAPSHOT = "toestand.json"
PLACES = "bewijs"
"""Where in that file the places of the pieces of `evidence.csv` stand."""


@dataclass(frozen=True, slots=True)
class RunOutcome:
    """How a run ended: where its set is, and how many files were seen, read now, not readable, or failed by our fault.

    `papers` are the different contents among the files: without twins, and without the `refused`, which are not followed or opened.
    """

    folder: Path
    seen: int
    papers: int
    refused: int
    read: int
    unreadable: int
    failed: int
    statuses: Mapping[str, int]
    changes: int
    language: str
    first: bool
    """Whether there was no former set to compare with."""
    drift: tuple[str, ...] = ()
    """What is not like the former runs (Dutch)."""


def publish(
    workshop: Workshop, picture: Picture, run: str, read: int, seconds: Mapping[str, float], key: str = ""
) -> RunOutcome:
    """Publish the picture under the run's name; return how the run ended. Raises OutputsError.

    `key` names all that the picture was made from, so that a next run with the same one need not make it again.
    """
    outputs = workshop.settings.outputs
    new = Snapshot.of(picture, workshop.classifier.id, _rules_key(workshop))
    names = {one.gm_code: one.name for one in picture.municipalities}
    former = _former(outputs)
    changes = list(change_rows(former, new, names))
    measure = Measure.of(picture.dossiers, picture.counts, former.inbox if former else ())
    warnings = drifted(workshop, measure, run)
    outcome = _outcome(workshop, picture, run, read, len(changes), warnings, first=former is None)
    facts = RunFacts(
        run, picture.day, tuple(workshop.settings.provincies), _versions(workshop), workshop.classifier.card
    )
    with drafting(outputs) as draft:
        files: dict[str, Content] = {f"{name}.csv": draft / f"{name}.csv" for name in dictionary()}
        tables: dict[str, Iterable[Row]] = {name: list(rows(picture)) for name, rows in SHORT_TABLES.items()}
        tables["changes"] = changes
        for name, rows in tables.items():
            write_csv(draft / f"{name}.csv", dictionary()[name], rows)
        write_csv(draft / "documents.csv", dictionary()["documents"], document_rows(picture))
        tables["documents"] = CsvTable(draft / "documents.csv", dictionary()["documents"])
        places = write_evidence(draft / EVIDENCE, picture, program_key(), _former_evidence(outputs))
        tables["evidence"] = strongest_rows(draft / EVIDENCE, places.values())
        bulletin = Bulletin(tables, facts)
        files["overzicht.html"], files["overzicht.md"] = bulletin.html(), bulletin.markdown()
        files["themamatrix.xlsx"] = draft / "themamatrix.xlsx"
        write_workbook(draft / "themamatrix.xlsx", tables, facts)
        files["datapackage.json"] = as_json(data_package(__version__))
        files[SNAPSHOT] = as_json(new.as_data() | {PLACES: places})
        record = record_of(workshop, outcome, run, seconds, key, measure, files)
        files[RECORD] = as_json(record)
        publish_set(outputs, picture.day.isoformat(), run, files, workshop.settings.bewaar_runs)
    write_for_site(workshop, picture, run, record, changes)
    return outcome


def _former(outputs: Path) -> Snapshot | None:
    """The state of the former set; None on the first run, and where it is damaged (then nothing is called a change)."""
    try:
        data = json.loads((outputs / SNAPSHOT).read_text(encoding="utf-8"))
        data.pop(PLACES, None)
        return Snapshot.from_data(data)
    except (OSError, ValueError, TypeError, AttributeError):
        return None


def _former_evidence(outputs: Path) -> FormerEvidence | None:
    """The evidence of the former set, where it is as that run left it."""
    current = outputs / CURRENT
    try:
        places = json.loads((current / SNAPSHOT).read_text(encoding="utf-8"))[PLACES]
        known = json.loads((current / RECORD).read_text(encoding="utf-8"))["bestanden"]
        if any(digest(current / name) != known[name] for name in (EVIDENCE, SNAPSHOT)):
            return None
        return FormerEvidence(current / EVIDENCE, {code: _place(*parts) for code, parts in places.items()})
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None


def _place(key: str, begin: int, length: int, strongest: Sequence[tuple[int, int]]) -> PiecePlace:
    return PiecePlace(key, begin, length, tuple((offset, size) for offset, size in strongest))


def _rules_key(workshop: Workshop) -> str:
    """All but the classifier that decides what is made of a paper: versions of our own code, the numbers of the rules, and the card of
    own footing."""
    rules = workshop.rules
    numbers = (str(getattr(rules, name)) for name in rules.__dataclass_fields__)
    return " ".join((workshop.extractor, PASSAGE_VERSION, documents_version(), *numbers, card().id))


def drifted(workshop: Workshop, measure: Measure, run: str) -> tuple[str, ...]:
    """Return in Dutch what is not like the former runs."""
    settings = workshop.settings
    return deviations(measure, _versions(workshop), former_records(settings, run), settings)


def _outcome(
    workshop: Workshop, picture: Picture, run: str, read: int, changes: int, drift: tuple[str, ...], *, first: bool
) -> RunOutcome:
    states = Counter(file.dossier.state for file in picture.files)
    statuses = Counter(position.status for position in picture.positions.values())
    return RunOutcome(
        folder=set_folder(workshop.settings.outputs, picture.day.isoformat(), run),
        seen=len(picture.files),
        papers=len({file.sha256 for file in picture.files if file.sha256}),
        refused=sum(not file.sha256 for file in picture.files),
        read=read,
        unreadable=states[FileState.UNREADABLE],
        failed=states[FileState.FAILED],
        statuses={status.value: statuses[status] for status in Status},
        changes=changes,
        language=workshop.language.id,
        first=first,
        drift=drift,
    )


def record_of(
    workshop: Workshop,
    outcome: RunOutcome,
    run: str,
    seconds: Mapping[str, float],
    key: str,
    measure: Measure,
    files: Mapping[str, Content],
) -> dict[str, Any]:
    """Return what `run.json` says; `files` are all others of the set."""
    return {
        "run": run,
        "instellingen": workshop.settings.model_dump(mode="json")
        | {"store": without_password(workshop.settings.store)},
        "versies": _versions(workshop)
        | {name: version(name) for name in ("pdfplumber", "spacy", "scikit-learn", "prefect")},
        "aantallen": {
            "bestanden": outcome.seen,
            "gelezen": outcome.read,
            "ongewijzigd": outcome.papers - outcome.read,
            "dubbel": outcome.seen - outcome.papers - outcome.refused,
            "niet_te_openen": outcome.refused,
            "onleesbaar": outcome.unreadable,
            "mislukt": outcome.failed,
            "veranderde_cellen": outcome.changes,
        },
        "statussen": dict(outcome.statuses),
        "seconden": {stage: round(spent, 2) for stage, spent in seconds.items()},
        "drift": measure.as_data(outcome.drift),
        "sleutel": key,
        "bestanden": {name: digest(content) for name, content in files.items()},
    }


def _versions(workshop: Workshop) -> dict[str, str]:
    """The versions of our own parts."""
    return {
        "themaspin": __version__,
        "programma": program_key(),
        "lezer": extractor_version(workshop.engine),
        "regels": RULES_VERSION,
        "taalpijplijn": workshop.language.id,
        "classifier": workshop.classifier.id,
    }


def as_json(data: Any) -> str:
    """Return data as the JSON of a published file."""
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
