"""The nightly schedule: the deployment that is served, and somebody who hears when no night came.

Prefect is imported inside the functions, as in `server`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Any

from pipeline.foundation.dutch import TIMEZONE
from pipeline.foundation.journal import tell
from pipeline.orchestration.keeping_watch import DEPLOYMENT, TAG
from pipeline.orchestration.server import leave_log_to_operator

if TYPE_CHECKING:
    from prefect.client.schemas.objects import ConcurrencyLimitConfig
    from prefect.schedules import Schedule

EVERY_NIGHT = "30 4 * * *"
"""04:30: an hour that exists once at both changes of the clock."""


def serve_nightly(settings: dict[str, Any]) -> None:
    """Serve the deployment until it is told to stop; `settings` go above environment and file in each run."""
    leave_log_to_operator()
    from flows import nightly

    nightly.serve(
        name=DEPLOYMENT,
        tags=[TAG],
        schedule=nightly_schedule(),
        global_limit=one_at_a_time(),
        parameters={"settings": settings},
        description="Leest elke nacht de inbox en publiceert de themamatrix.",
        print_starting_message=False,
    )


def watch_for_absence(address: str) -> None:
    """Have the Prefect server tell `address` when no night is completed; where it is empty nobody (any more). What goes wrong is told
    alone."""
    from pipeline.orchestration.keeping_watch import tell_nobody_of_absence, tell_of_absence

    try:
        tell_of_absence(address) if address else tell_nobody_of_absence()
    except Exception as error:  # the night goes before its guard; what a library says may hold the address
        what = "wordt niet door Prefect gemeld" if address else "wordt misschien nog aan een eerder adres gemeld"
        why = f"Een nacht die niet komt {what} ({type(error).__name__}); themaspin gezond ziet hem wel"
        tell("absence_not_watched", why, logging.WARNING)


def nightly_schedule() -> Schedule:
    """Return the hour of the night at which the matrix is made."""
    from prefect.schedules import Cron

    return Cron(EVERY_NIGHT, timezone=TIMEZONE)


def one_at_a_time() -> ConcurrencyLimitConfig:
    """Return the limit: a night that comes while another still runs is cancelled, for the next one reads what is left."""
    from prefect.client.schemas.objects import ConcurrencyLimitConfig, ConcurrencyLimitStrategy

    return ConcurrencyLimitConfig(limit=1, collision_strategy=ConcurrencyLimitStrategy.CANCEL_NEW)
