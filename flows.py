"""The nightly run as a Prefect flow: thin tasks over batches of papers, which call the plain operations of `pipeline/night`.

Prefect orchestrates and stores nothing: tasks get paths and hashes, results stand in our own store, and Prefect's result caching
is off. Without a server set (`PREFECT_API_URL`) Prefect's own embedded server serves.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager, suppress
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE
from prefect.runtime import deployment

from pipeline.foundation.dutch import counted
from pipeline.foundation.journal import about, start, tell
from pipeline.language.municipalities import municipalities_on
from pipeline.night.backfill import Backfill, asked, forget
from pipeline.night.clock import check_clock
from pipeline.night.fetching import fetch_before_run
from pipeline.night.inbox import EMPTY_INBOX, Contents, check_still_there, open_inbox, still_unread, unread
from pipeline.night.notifying import notify, reported
from pipeline.night.progress import Stage
from pipeline.night.publishing import RunOutcome
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import Workshop, open_workshop
from pipeline.orchestration.crews import Crew, check_worker, crew_of, named_worker, settings_for
from pipeline.orchestration.keeping_watch import forget_old_nights
from pipeline.orchestration.server import left_at_once
from pipeline.publish.outputset import exclusive
from pipeline.settings import Settings, SettingsError, load_settings
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.turn import sole_run

Papers = Mapping[str, InboxFile]
Likeness = Mapping[str, str] | None


@task(name="haal op", cache_policy=NO_CACHE, persist_result=False)
def fetch_papers(settings_json: str, stage: Stage) -> list[str]:
    """Fetch what the sources have; the client itself tries again where that helps."""
    with _at_work(settings_json, stage) as workshop:
        return fetch_before_run(workshop.settings, stage.step)


@task(name="lees", cache_policy=NO_CACHE, persist_result=False, task_run_name="lees {number}")
def read_batch(settings_json: str, papers: Papers, stage: Stage, number: int, alike: Likeness = None) -> None:
    """Read a batch of PDFs; `alike` is what a worker elsewhere must be like. Of a batch whose worker died, read what is left."""
    del number
    with _at_work(settings_json, stage) as workshop, named_worker(alike):
        check_worker(workshop, alike)
        read_files(workshop, papers if alike is None else still_unread(workshop, papers), stage.step)


@task(name="begrijp", cache_policy=NO_CACHE, persist_result=False, task_run_name="begrijp {number}")
def understand_batch(settings_json: str, papers: Papers, stage: Stage, number: int, alike: Likeness = None) -> None:
    """Find out what a batch of papers is and what it says; `alike` as in `read_batch`."""
    _understand(settings_json, papers, stage, number, alike, afresh=False)


@task(name="begrijp opnieuw", cache_policy=NO_CACHE, persist_result=False, task_run_name="begrijp opnieuw {number}")
def understand_afresh(settings_json: str, papers: Papers, stage: Stage, number: int, alike: Likeness = None) -> None:
    """The same, judging again what was judged before."""
    _understand(settings_json, papers, stage, number, alike, afresh=True)


def _understand(settings_json: str, papers: Papers, stage: Stage, number: int, alike: Likeness, afresh: bool) -> None:
    del number
    with _at_work(settings_json, stage) as workshop, named_worker(alike):
        check_worker(workshop, alike)
        understand(workshop, papers, stage.step, afresh, helped=True)


@contextmanager
def _at_work(settings_json: str, stage: Stage) -> Iterator[Workshop]:
    """Have the workshop, and all that is told say which stage of which run it is; a worker elsewhere tells it there."""
    workshop = open_workshop(settings_json)
    start(workshop.settings.log)
    with about(run=stage.run, stage=stage.key):
        yield workshop


@task(name="publiceer", cache_policy=NO_CACHE, persist_result=False)
def draw_and_publish(
    settings_json: str, contents: Contents, stage: Stage, read: int, seconds: dict[str, float]
) -> RunOutcome:
    """Work out where every municipality stands and publish the set."""
    with _at_work(settings_json, stage) as workshop:
        decisions = all_decisions(open_decisions(workshop.settings.store))
        return publish_night(
            workshop, contents, decisions, stage.run, read, lambda: seconds | {stage.key: stage.seconds}
        )


def tell_of_crash(flow: Any, flow_run: Any, state: Any) -> None:
    """Send a message of a night whose process ended; a run at a terminal has somebody who sees it."""
    del flow, state
    if flow_run.deployment_id:
        with suppress(SettingsError):
            chosen = load_settings(**(flow_run.parameters.get("settings") or {}))
            notify(chosen, "run_crashed", "De nachtelijke run van themaspin is afgebroken: zijn proces is gestopt.")


@flow(name="nightly", persist_result=False, validate_parameters=False, on_crashed=[tell_of_crash])
def nightly(
    settings: dict[str, Any] | None = None,
    opnieuw: str | None = None,
    vanaf: str | None = None,
    alleen: str | None = None,
) -> dict[str, Any]:
    """Read the inbox and publish the theme matrix; `settings` go above environment and file. Returns the outcome as plain data.

    `opnieuw` (extractie, themas, alles) does over what was done before, of the papers dated or changed since `vanaf` (JJJJ-MM-DD)
    and those of which the path (a pattern) or the owner (a municipality) is `alleen`. What is new is read in any case.
    """
    backfill = asked(opnieuw, vanaf, alleen)
    chosen = load_settings(**(settings or {}))
    start(chosen.log)
    run = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    # at the command line the command reports, for it also knows why a run did not even begin
    with about(run=run), reported(chosen) if deployment.id else left_at_once():
        # that a province does not exist would otherwise show after hours of reading
        municipalities_on(chosen.day, chosen.provincies)
        with exclusive(chosen.outputs, _tell_waiting), sole_run(chosen.store):
            if not backfill:  # doing over puts right what went by a wrong clock
                check_clock(chosen.outputs)
            fetching, fetched = _fetch(chosen, run)
            outcome, stages = _run(chosen, backfill, run, fetching)
        _tell_outcome(outcome, stages)
    _tidy(chosen.prefect_dagen)
    return asdict(outcome) | {"opgehaald": fetched}


def _tell_waiting(line: str) -> None:
    tell("told", line)


def _fetch(chosen: Settings, run: str) -> tuple[list[Stage], list[str]]:
    if not chosen.bronnen or not chosen.ophalen:
        return [], []
    stage = Stage("Ophalen", 0, run)
    stage.show()
    lines = fetch_papers(chosen.model_dump_json(), stage)
    stage.end()
    create_table_artifact(key="themaspin-bronnen", table=[{"bron": line} for line in lines], description="Opgehaald")
    return [stage], lines


def _run(
    chosen: Settings, backfill: Backfill | None, run: str, before: Sequence[Stage]
) -> tuple[RunOutcome, list[Stage]]:
    settings_json = chosen.model_dump_json()
    workshop = open_workshop(settings_json)
    listing = Stage("Inbox bekijken", 0, run)
    contents = open_inbox(workshop, listing.step)
    listing.end()
    if backfill:
        forget(workshop, contents, backfill)
    understanding_task = understand_afresh if backfill and backfill.judges else understand_batch
    with closing(workshop.helpers):
        with crew_of(workshop) as crew:
            fresh = unread(workshop, contents)
            reading = _batches(crew, read_batch, Stage("Lezen", len(fresh), run), chosen, fresh)
            check_still_there(workshop, contents)
            todo = not_understood(workshop, contents)
            understanding = _batches(crew, understanding_task, Stage("Begrijpen", len(todo), run), chosen, todo)
        if todo:
            workshop.put_away()
        stages = [*before, listing, reading, understanding]
        publishing = Stage("Publiceren", 1, run)
        publishing.show()
        outcome = draw_and_publish(
            settings_json, contents, publishing, len(fresh), {stage.key: stage.seconds for stage in stages}
        )
    publishing.step()
    publishing.end()
    return outcome, [*stages, publishing]


def _batches(crew: Crew, work: Any, stage: Stage, chosen: Settings, papers: Papers) -> Stage:
    stage.show()
    crew.work_off(work, list(_chunks(papers, chosen.groep)), settings_for(chosen), stage)
    stage.end()
    return stage


def _chunks(papers: Papers, size: int) -> Iterator[dict[str, InboxFile]]:
    rest = iter(papers.items())
    while batch := dict(islice(rest, size)):
        yield batch


def _tell_outcome(outcome: RunOutcome, stages: Sequence[Stage]) -> None:
    create_table_artifact(key="themaspin-statussen", table=summary_rows(outcome), description="Gemeenten per status")
    create_table_artifact(key="themaspin-stappen", table=stage_rows(stages), description="Duur van elke stap")
    create_table_artifact(key="themaspin-aantallen", table=count_rows(outcome), description="Wat de run las en vond")
    for line in outcome.drift:
        tell("drift", f"Let op, anders dan de vorige runs. {line}", logging.WARNING)
    if not outcome.seen:
        tell("inbox_empty", EMPTY_INBOX, logging.WARNING)
    counts: dict[str, Any] = {
        "files": outcome.seen,
        "read": outcome.read,
        "unreadable": outcome.unreadable,
        "failed": outcome.failed,
        "changed_cells": outcome.changes,
    }
    files = counted(outcome.seen, "bestand", "bestanden")
    cells = counted(outcome.changes, "cel veranderde", "cellen veranderden")
    tell("run_published", f"Gepubliceerd: {files}, {cells}", **counts)


def _tidy(days: int) -> None:
    if not days:
        return
    try:
        forgotten = forget_old_nights(days)
    except (
        Exception
    ) as error:  # what is not removed now is removed tomorrow: no reason to call a published night failed
        tell("prefect_not_tidied", f"Oude nachten zijn niet uit Prefect verwijderd ({error!r})", logging.WARNING)
    else:
        if forgotten:
            nights, age = counted(forgotten, "nacht", "nachten"), counted(days, "dag", "dagen")
            tell("prefect_tidied", f"Uit Prefect verwijderd: {nights} van meer dan {age} oud", runs=forgotten)


def stage_rows(stages: Sequence[Stage]) -> list[dict[str, Any]]:
    """Return how long each stage took and how many files it dealt with, as rows of a table."""
    return [{"stap": stage.key, "seconden": round(stage.seconds, 2), "bestanden": stage.done} for stage in stages]


def count_rows(outcome: RunOutcome) -> list[dict[str, Any]]:
    """Return what a run read and found, as rows of a table."""
    counts = ("bestanden", outcome.seen), ("gelezen", outcome.read), ("onleesbaar", outcome.unreadable)
    more = ("mislukt", outcome.failed), ("veranderde cellen", outcome.changes), ("afwijkingen", len(outcome.drift))
    return [{"wat": name, "aantal": number} for name, number in (*counts, *more)]


def summary_rows(outcome: RunOutcome) -> list[dict[str, Any]]:
    """Return the number of municipalities for each status, as rows of a table."""
    return [{"status": status, "gemeenten": number} for status, number in outcome.statuses.items()]
