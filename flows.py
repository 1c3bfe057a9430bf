"""The nightly run as a Prefect flow: thin tasks over batches of papers, which call the plain operations of `pipeline/night`.

Prefect orchestrates and stores nothing: tasks get paths and hashes, results stand in our own store, and Prefect's result caching
is off. Without a server set (`PREFECT_API_URL`) Prefect's own embedded server serves.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import islice
from typing import Any

from prefect import flow, task
from prefect.artifacts import create_table_artifact
from prefect.cache_policies import NO_CACHE

from pipeline.crews import Crew, check_worker, crew_of, settings_for
from pipeline.night.backfill import Backfill, asked, forget
from pipeline.night.fetching import fetch_before_run
from pipeline.night.inbox import Contents, open_inbox, still_unread, unread
from pipeline.night.progress import Stage
from pipeline.night.publishing import Outcome
from pipeline.night.reading import read_files
from pipeline.night.sameness import publish_night
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import open_workshop
from pipeline.publish.outputset import exclusive
from pipeline.settings import Settings, load_settings
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import all_decisions, open_decisions
from pipeline.store.turn import sole_run

Papers = Mapping[str, InboxFile]
Likeness = Mapping[str, str] | None


@task(name="haal op", cache_policy=NO_CACHE, persist_result=False)
def fetch_papers(settings_json: str, stage: Stage) -> list[str]:
    """Fetch what the sources have; the client itself tries again where that helps."""
    return fetch_before_run(open_workshop(settings_json).settings, stage.step)


@task(name="lees", cache_policy=NO_CACHE, persist_result=False, task_run_name="lees {number}")
def read_batch(settings_json: str, papers: Papers, stage: Stage, number: int, alike: Likeness = None) -> None:
    """Read a batch of PDFs; `alike` is what a worker elsewhere must be like. Of a batch whose worker died, read what is left."""
    del number
    workshop = open_workshop(settings_json)
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
    workshop = open_workshop(settings_json)
    check_worker(workshop, alike)
    understand(workshop, papers, stage.step, afresh)


@task(name="publiceer", cache_policy=NO_CACHE, persist_result=False)
def draw_and_publish(settings_json: str, contents: Contents, run: str, read: int, seconds: dict[str, float]) -> Outcome:
    """Work out where every municipality stands and publish the set."""
    workshop = open_workshop(settings_json)
    decisions = all_decisions(open_decisions(workshop.settings.store))
    stage = Stage("Publiceren", 1)
    stage.show()
    outcome = publish_night(workshop, contents, decisions, run, read, lambda: seconds | {"publiceren": stage.seconds})
    stage.step()
    return outcome


@flow(name="nightly", persist_result=False, validate_parameters=False)
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
    with exclusive(chosen.outputs), sole_run(chosen.store):
        fetched = _fetch(chosen)
        outcome = _run(chosen, backfill)
    create_table_artifact(key="themaspin-statussen", table=summary_rows(outcome), description="Gemeenten per status")
    return asdict(outcome) | {"opgehaald": fetched}


def _fetch(chosen: Settings) -> list[str]:
    if not chosen.bronnen or not chosen.ophalen:
        return []
    stage = Stage("Ophalen", 0)
    stage.show()
    lines = fetch_papers(chosen.model_dump_json(), stage)
    stage.end()
    create_table_artifact(key="themaspin-bronnen", table=[{"bron": line} for line in lines], description="Opgehaald")
    return lines


def _run(chosen: Settings, backfill: Backfill | None) -> Outcome:
    settings_json = chosen.model_dump_json()
    workshop = open_workshop(settings_json)
    run = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    listing = Stage("Inbox bekijken", 0)
    contents = open_inbox(workshop, listing.step)
    listing.end()
    if backfill:
        forget(workshop, contents, backfill)
    understanding_task = understand_afresh if backfill and backfill.judges else understand_batch
    with crew_of(workshop) as crew:
        fresh = unread(workshop, contents)
        reading = _batches(crew, read_batch, "Lezen", chosen, fresh)
        todo = not_understood(workshop, contents)
        understanding = _batches(crew, understanding_task, "Begrijpen", chosen, todo)
    if todo:
        workshop.put_away()
    seconds = {"inbox": listing.seconds, "lezen": reading.seconds, "begrijpen": understanding.seconds}
    return draw_and_publish(settings_json, contents, run, len(fresh), seconds)


def _batches(crew: Crew, work: Any, name: str, chosen: Settings, papers: Papers) -> Stage:
    stage = Stage(name, len(papers))
    stage.show()
    crew.work_off(work, list(_chunks(papers, chosen.groep)), settings_for(chosen), stage)
    stage.end()
    return stage


def _chunks(papers: Papers, size: int) -> Iterator[dict[str, InboxFile]]:
    rest = iter(papers.items())
    while batch := dict(islice(rest, size)):
        yield batch


def summary_rows(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the number of municipalities for each status, as rows of a table."""
    return [{"status": status, "gemeenten": number} for status, number in outcome.statuses.items()]
