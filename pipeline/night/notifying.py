"""Tells somebody by a webhook that a run failed, and that it goes well again. That nothing ran at all, others must tell."""

from __future__ import annotations

import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from pipeline.foundation.journal import tell
from pipeline.settings import Settings

SECONDS = 10
"""So long the receiver may take."""
MARK = ".themaspin.onaf"
"""File in the outputs folder from the start of a run until it is published: who finds one comes after a run that was not."""
LONGEST = 1000
"""Signs of what is wrong that are sent."""


@contextmanager
def reported(settings: Settings) -> Iterator[None]:
    """Send a message where the block, a run, fails, and where it does not after one that did; nothing where no address is set."""
    if not settings.melding_url:
        yield
        return
    mark = settings.outputs / MARK
    after_failure = False
    with suppress(OSError):  # where nothing can be seen or written the run itself says so
        after_failure = mark.exists()
        settings.outputs.mkdir(parents=True, exist_ok=True)
        mark.touch()
    try:
        yield
    except Exception as error:
        notify(settings, "run_failed", f"De run van themaspin is mislukt. {error or type(error).__name__}")
        raise
    if after_failure:
        text = f"themaspin heeft weer gepubliceerd in {settings.outputs}, na een run die mislukte of werd afgebroken."
        notify(settings, "run_recovered", text)
    with suppress(OSError):
        mark.unlink(missing_ok=True)


def notify(settings: Settings, event: str, text: str) -> None:
    """Post a message (Dutch) to the address of the settings. Never raises; whether it arrived is told, the address is not."""
    import httpx

    # both tell which address they ask, and it is a secret
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    body = {"text": f"[{socket.gethostname()}] {text}"[:LONGEST], "event": event}
    try:
        answer = httpx.post(settings.melding_url, json=body, timeout=SECONDS)
        trouble = "" if answer.is_success else f"de ontvanger antwoordde met {answer.status_code}"
    except Exception as error:  # no run may fail of this; and what the library says may hold the address
        trouble = type(error).__name__
    if trouble:
        tell(
            "notification_failed",
            f"De melding is niet verstuurd: {trouble}. Kijk naar THEMASPIN_MELDING_URL",
            logging.WARNING,
        )
    else:
        tell("notification_sent", f"Gemeld: {text}", about_event=event)
