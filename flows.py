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

from pipeline.night.drawing import draw_picture
from pipeline.night.fetching import fetch_before_run
from pipeline.night.inbox import Contents, open_inbox, unread
from pipeline.night.progress import Stage
from pipeline.night.publishing import Outcome, publish
from pipeline.night.reading import read_files
from pipeline.night.understanding import not_understood, understand
from pipeline.night.workshop import open_workshop
from pipeline.publish.outputset import exclusive
from pipeline.settings import Settings, load_settings
from pipeline.sources.folder import InboxFile
from pipeline.store.decisions import all_decisions, open_decisions

Papers = Mapping[str, InboxFile]


@task(name="haal op", cache_policy=NO_CACHE, persist_result=False)
def fetch_papers(settings_json: str, stage: Stage) -> list[str]:
    """Fetch what the sources have; the client itself tries again where that helps."""
    return fetch_before_run(open_workshop(settings_json).settings, stage.step)


@task(name="lees", cache_policy=NO_CACHE, persist_result=False, task_run_name="lees {number}")
def read_batch(settings_json: str, papers: Papers, stage: Stage, number: int) -> None:
    """Read a batch of PDFs."""
    del number
    read_files(open_workshop(settings_json), papers, stage.step)


@task(name="begrijp", cache_policy=NO_CACHE, persist_result=False, task_run_name="begrijp {number}")
def understand_batch(settings_json: str, papers: Papers, stage: Stage, number: int) -> None:
    """Find out what a batch of papers is and what it says."""
    del number
    understand(open_workshop(settings_json), papers, stage.step)


@task(name="publiceer", cache_policy=NO_CACHE, persist_result=False)
def draw_and_publish(settings_json: str, contents: Contents, run: str, read: int, seconds: dict[str, float]) -> Outcome:
    """Work out where every municipality stands and publish the set."""
    workshop = open_workshop(settings_json)
    decisions = open_decisions(workshop.settings.store)
    stage = Stage("Publiceren", 1)
    stage.show()
    picture = draw_picture(workshop, contents, all_decisions(decisions))
    outcome = publish(workshop, picture, run, read, seconds | {"publiceren": stage.seconds})
    stage.step()
    return outcome


@flow(name="nightly", persist_result=False, validate_parameters=False)
def nightly(settings: dict[str, Any] | None = None) -> dict[str, Any]:
    """Read the inbox and publish the theme matrix; `settings` go above environment and file. Returns the outcome as plain data."""
    chosen = load_settings(**(settings or {}))
    with exclusive(chosen.outputs):
        fetched = _fetch(chosen)
        outcome = _run(chosen)
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


def _run(chosen: Settings) -> Outcome:
    settings_json = chosen.model_dump_json()
    workshop = open_workshop(settings_json)
    run = f"{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    listing = Stage("Inbox bekijken", 0)
    contents = open_inbox(workshop, listing.step)
    listing.end()
    fresh = unread(workshop, contents)
    reading = _batches(read_batch, "Lezen", settings_json, fresh, chosen.groep)
    todo = not_understood(workshop, contents)
    understanding = _batches(understand_batch, "Begrijpen", settings_json, todo, chosen.groep)
    seconds = {"inbox": listing.seconds, "lezen": reading.seconds, "begrijpen": understanding.seconds}
    return draw_and_publish(settings_json, contents, run, len(fresh), seconds)


def _batches(work: Any, name: str, settings_json: str, papers: Papers, size: int) -> Stage:
    stage = Stage(name, len(papers))
    stage.show()
    for number, batch in enumerate(_chunks(papers, size), 1):
        work(settings_json, batch, stage, number)
    stage.end()
    return stage


def _chunks(papers: Papers, size: int) -> Iterator[dict[str, InboxFile]]:
    rest = iter(papers.items())
    while batch := dict(islice(rest, size)):
        yield batch


def summary_rows(outcome: Outcome) -> list[dict[str, Any]]:
    """Return the number of municipalities for each status, as rows of a table."""
    return [{"status": status, "gemeenten": number} for status, number in outcome.statuses.items()]
