"""Whether the clock of this machine can be right: a run that goes by a wrong one would date papers and matrix wrongly."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline.foundation.dutch import local
from pipeline.night.health import RUN_NAME
from pipeline.publish.outputset import RECORD, OutputsError

MOST_BEHIND = timedelta(days=1)
"""A clock that is put right by hours is no matter: nothing that a run finds out hangs on them."""


class ClockBehind(OutputsError):
    """The last published run began well after now; the message (Dutch) gives both moments and what to do."""


def check_clock(outputs: Path, now: datetime | None = None) -> None:
    """Raise ClockBehind where the clock says that the last published run is still to come; `now` has a time zone."""
    moment = now or datetime.now(UTC)
    try:
        name = json.loads((outputs / RECORD).read_text(encoding="utf-8"))["run"]
        began = datetime.strptime(name, RUN_NAME).replace(tzinfo=UTC)
    except (OSError, ValueError, KeyError, TypeError):  # there is none, or its record is damaged
        return
    if began - moment > MOST_BEHIND:
        raise ClockBehind(
            f"De klok van deze machine staat op {local(moment):%Y-%m-%d %H:%M} (Nederlandse tijd), en de vorige run begon op "
            f"{local(began):%Y-%m-%d %H:%M}. Zet de klok goed. Klopt hij nu wel, en liep hij toen voor: themaspin run --opnieuw extractie"
        )
