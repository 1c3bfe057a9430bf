"""What themaspin asks of a Prefect server beside running the nights: to tell when one did not come, and to forget old ones.

Prefect is imported inside the functions, as in `server`.
"""

from __future__ import annotations

import json
from collections.abc import Container
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

FLOW, DEPLOYMENT = "nightly", "nacht"
TAG = "themaspin"
"""On every night, for other flows of a shared server may be called nightly too."""
OF_NIGHTS = "opnieuw"
"""Parameter by which nights of before the tag are known that were started at a terminal."""
COMPLETED = "prefect.flow-run.Completed"
BLOCK = "themaspin-melding"
AUTOMATION = "themaspin: geen nacht"
ABSENT = timedelta(hours=26)
"""After this long without a night that was completed somebody is told: a night and two hours."""
PAGE = 50
"""Flow runs that are forgotten at a time."""


def tell_of_absence(address: str, within: timedelta = ABSENT) -> None:
    """Have the Prefect server post to `address` when no night is completed `within` so long after the last; once per time that happens.

    Made anew where it is there already. The address stands encrypted in Prefect's own database. Raises what Prefect raises.
    """
    from prefect.blocks.webhook import Webhook
    from prefect.client.orchestration import get_client
    from prefect.events.actions import CallWebhook
    from prefect.events.schemas.automations import AutomationCore, EventTrigger, Posture
    from prefect.types import SecretDict
    from pydantic import SecretStr

    block = Webhook(url=SecretStr(address), headers=SecretDict({"Content-Type": "application/json"}))
    document: Any = block.save(BLOCK, overwrite=True)  # an id, or something to wait for inside an event loop
    hours = f"{within / timedelta(hours=1):g}".replace(".", ",")
    message = {
        "text": f"Er is in {hours} uur geen nacht van themaspin voltooid. Kijk in het logboek, of draai: themaspin gezond",
        "event": "night_missed",
    }
    automation = AutomationCore(
        name=AUTOMATION,
        description="Meldt dat er te lang geen nacht is voltooid. Gemaakt door themaspin schedule.",
        trigger=EventTrigger(
            posture=Posture.Proactive,
            after={COMPLETED},
            expect={COMPLETED},
            match_related={"prefect.resource.role": "tag", "prefect.resource.id": f"prefect.tag.{TAG}"},
            within=within,
        ),
        actions=[CallWebhook(block_document_id=document, payload=json.dumps(message, ensure_ascii=False))],
    )
    with get_client(sync_client=True) as client:
        there = client.read_automations_by_name(AUTOMATION)
        if not there:
            client.create_automation(automation)
        elif AutomationCore.model_validate(there[0].model_dump(include=set(AutomationCore.model_fields))) != automation:
            client.update_automation(
                there[0].id, automation
            )  # which begins to count anew, so not where nothing changed


def tell_nobody_of_absence() -> None:
    """Take back what `tell_of_absence` asked of the Prefect server, where it did. Raises what Prefect raises.

    The address stays in its block: an automation of the operator may use it too.
    """
    from prefect.client.orchestration import get_client

    with get_client(sync_client=True) as client:
        for made in client.read_automations_by_name(AUTOMATION):
            client.delete_automation(made.id)


def forget_old_nights(days: int, now: datetime | None = None) -> int:
    """Remove the flow runs of nights that were due more than `days` ago from Prefect, with their tasks, logs and tables.

    Returns how many. Nothing of themaspin itself is touched. Raises what Prefect raises.
    """
    from prefect.client.orchestration import get_client
    from prefect.client.schemas.filters import (
        ArtifactFilter,
        ArtifactFilterFlowRunId,
        FlowFilter,
        FlowFilterName,
        FlowRunFilter,
        FlowRunFilterExpectedStartTime,
    )

    before = (now or datetime.now(UTC)) - timedelta(days=days)
    called_so = FlowFilter(name=FlowFilterName(any_=[FLOW]))
    # one that was killed has no end, so what counts is when it was due
    old = FlowRunFilter(expected_start_time=FlowRunFilterExpectedStartTime(before_=before))  # pyright: ignore[reportArgumentType]
    forgotten = strange = 0
    with get_client(sync_client=True) as client:
        planned = _planned_by(client)
        while runs := client.read_flow_runs(flow_filter=called_so, flow_run_filter=old, limit=PAGE, offset=strange):
            ours = [run for run in runs if _is_ours(run, planned)]
            strange += len(runs) - len(ours)
            if not ours:
                continue
            theirs = ArtifactFilter(flow_run_id=ArtifactFilterFlowRunId(any_=[run.id for run in ours]))
            while tables := client.read_artifacts(artifact_filter=theirs):
                for table in tables:
                    client.delete_artifact(table.id)
            for run in ours:
                client.delete_flow_run(run.id)
            forgotten += len(ours)
    return forgotten


def _planned_by(client: Any) -> set[UUID]:
    """The deployment of nights, where there is one."""
    from prefect.exceptions import ObjectNotFound

    try:
        return {client.read_deployment_by_name(f"{FLOW}/{DEPLOYMENT}").id}
    except ObjectNotFound:
        return set()


def _is_ours(run: Any, planned: Container[UUID]) -> bool:
    """Whether a run of a flow called nightly is one of themaspin."""
    return TAG in run.tags or run.deployment_id in planned or OF_NIGHTS in run.parameters
