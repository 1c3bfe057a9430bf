"""How this process makes the processes that work for it: from a server that has loaded beforehand what they need.

Ctrl-C goes to every process of a terminal at once, also to a server that is still loading. It would end with a traceback beside what the
run itself says; who asked for the processes ends them, so that neither it nor they need to hear of it.
"""

from __future__ import annotations

import multiprocessing
import signal
from multiprocessing import forkserver, resource_tracker
from multiprocessing.context import ForkServerContext


def forking(*modules: str) -> ForkServerContext:
    """Return the context in which to make them, with its server started; it has loaded these modules, whoever asks first."""
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.foundation.newborn", *modules])
    resource_tracker.ensure_running()  # where the server starts it, it lets Ctrl-C through again
    former = signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])  # the server has the mask of who starts it
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, former)
    return context
