"""Who works off the batches of a run: this process, one batch after the other, or the workers of a Dask cluster.

Prefect and Dask are imported inside the functions: who runs without a cluster needs no Dask.
"""

from __future__ import annotations

import ipaddress
import multiprocessing
import os
import socket
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit

from pipeline.foundation.dutch import in_short
from pipeline.foundation.system_faults import is_of_machine, os_fault, remedy
from pipeline.night.likeness import likeness, unlike
from pipeline.night.progress import Stage
from pipeline.night.workshop import Workshop
from pipeline.settings import Settings
from pipeline.sources.folder import InboxFile
from pipeline.store.engine import is_file

if TYPE_CHECKING:
    from prefect_dask.task_runners import DaskTaskRunner

Papers = Mapping[str, InboxFile]

WORKERS_WITHIN = 60
"""Seconds within which a cluster must have a first worker."""
LOOK_EVERY = 15
"""Seconds between two looks at whether there are still workers."""
NO_WORKERS_FOR = 600
"""Seconds without any worker after which a run gives up: a cluster that restarts is back by then."""
ANSWER_WITHIN = "20s"
"""Within this the scheduler of a cluster must answer."""

LOCAL = "lokaal"


class CrewError(Exception):
    """The batches cannot be worked off as the settings say; the message (Dutch) says why and what to do."""


class UnfitWorker(CrewError):
    """A worker would not give what this machine gives; the message (Dutch) names it."""


class Crew(Protocol):
    """Whoever works off the batches of a stage."""

    def work_off(self, work: Any, batches: Sequence[Papers], settings_json: str, stage: Stage) -> None:
        """Call `work`, a Prefect task, for each batch, and tell `stage` what is done. Returns when all are; raises CrewError."""
        ...


class Here:
    """This process."""

    def work_off(self, work: Any, batches: Sequence[Papers], settings_json: str, stage: Stage) -> None:
        """One batch after the other."""
        for number, batch in enumerate(batches, 1):
            work(settings_json, batch, stage, number, None)


class OnDask:
    """The workers of a cluster. A batch whose worker dies goes to another one; what was stored of it is not done again."""

    def __init__(self, runner: DaskTaskRunner, alike: Mapping[str, str]) -> None:
        self._runner, self._alike = runner, alike

    def work_off(self, work: Any, batches: Sequence[Papers], settings_json: str, stage: Stage) -> None:
        """All batches at once; the cluster gives each worker the next one when it is ready."""
        from distributed import CancelledError, KilledWorker

        under_way = {}
        for number, batch in enumerate(batches, 1):
            parameters = {
                "settings_json": settings_json,
                "papers": batch,
                "stage": Stage(stage.name, len(batch), stage.run),
                "number": number,
                "alike": self._alike,
            }
            future = self._runner.submit(work, parameters)
            under_way[future.wrapped_future] = future, batch
        try:
            while under_way:
                for done in self._finished(list(under_way)):
                    future, batch = under_way.pop(done)
                    future.result()
                    for _ in batch:
                        stage.step()
        except KilledWorker as error:
            raise CrewError(
                f"Een groep van {stage.name.lower()} kostte keer op keer de werker die eraan begon ({error.last_worker}). Kijk of de "
                "werkers genoeg geheugen hebben, of zet de instelling groep lager. Wat al is gedaan blijft bewaard."
            ) from error
        except (CancelledError, OSError) as error:
            if isinstance(error, OSError) and is_of_machine(error):  # a full disk, say: the cluster is still there
                raise
            raise CrewError(
                f"Het Dask-cluster viel weg tijdens {stage.name.lower()} ({in_short(error)}). Start de run opnieuw: wat al is gedaan, "
                "wordt niet nog eens gedaan."
            ) from error

    def _finished(self, futures: list[Any]) -> Iterator[Any]:
        """Wait for the next batches to end. Raises CrewError where the cluster has had no workers for too long."""
        from distributed import TimeoutError, wait

        idle = 0
        while True:
            try:
                with self._runner.client.as_current():
                    ended: Any = wait(futures, timeout=LOOK_EVERY, return_when="FIRST_COMPLETED")
                return iter(ended.done)
            except TimeoutError:
                idle = 0 if _workers(self._runner) else idle + LOOK_EVERY
            if idle >= NO_WORKERS_FOR:
                raise CrewError(
                    f"Het Dask-cluster heeft al {NO_WORKERS_FOR // 60} minuten geen werkers meer, of zijn planner is weg. Start ze, en "
                    "daarna de run opnieuw: wat al is gedaan, wordt niet nog eens gedaan."
                )


def check_crew(settings: Settings) -> None:
    """Find out whether the settings can work together. Raises CrewError."""
    if settings.runner == LOCAL:
        return
    if missing := [name for name in ("distributed", "prefect_dask") if find_spec(name) is None]:
        lacks = "ontbreekt" if len(missing) == 1 else "ontbreken"
        raise CrewError(
            f"Instelling 'runner' is dask, maar hier {lacks} {' en '.join(missing)}. Installeer: "
            "pip install -c constraints.txt -e '.[dask]' (in de map van themaspin), of kies THEMASPIN_RUNNER=lokaal."
        )
    if not settings.dask_adres:
        return
    if is_file(settings.store) and not _on_this_machine(settings.dask_adres):
        raise CrewError(
            "Met een Dask-cluster op andere machines kan het geheugen geen SQLite-bestand zijn: over een netwerkmap raakt dat "
            "beschadigd. Zet instelling 'store' op PostgreSQL; zie docs/schaal.md."
        )
    if "PREFECT_API_URL" not in os.environ and not _on_this_machine(settings.dask_adres):
        raise CrewError(
            "Met een Dask-cluster op andere machines is een Prefect-server nodig die de werkers kunnen bereiken. Zet PREFECT_API_URL; "
            "zie docs/beheer.md."
        )


@contextmanager
def crew_of(workshop: Workshop) -> Iterator[Crew]:
    """Have the crew that the settings ask for while the block runs. Raises CrewError."""
    check_crew(workshop.settings)
    if workshop.settings.runner == LOCAL:
        yield Here()
        return
    with _prefect_for_workers(), _cluster(workshop.settings) as runner:
        yield OnDask(runner, likeness(workshop))


def settings_for(settings: Settings) -> str:
    """Return the settings as the crew gets them: a Dask worker reads one file at a time, for there are as many workers as wanted."""
    alone = settings if settings.runner == LOCAL else settings.model_copy(update={"werkers": 1})
    return alone.model_dump_json()


def check_worker(workshop: Workshop, alike: Mapping[str, str] | None) -> None:
    """In a worker: find out whether it gives what the machine of the run gives, before it stores anything. Raises UnfitWorker.

    `alike` is the `likeness` of that machine, None where this is that machine.
    """
    if alike is None:
        return
    from distributed import get_worker

    faults = unlike(workshop, alike)
    if multiprocessing.current_process().daemon:
        faults.append(
            "mag geen processen starten: start hem met DASK_DISTRIBUTED__WORKER__DAEMON=False of met --no-nanny"
        )
    if get_worker().state.nthreads != 1:
        faults.append("werkt aan meer dan één groep tegelijk: start hem met --nthreads 1, en meer werkers (--nworkers)")
    if faults:
        raise UnfitWorker(f"De Dask-werker op {socket.gethostname()} is niet bruikbaar. Hij {'; hij '.join(faults)}.")


@contextmanager
def named_worker(alike: Mapping[str, str] | None) -> Iterator[None]:
    """In a worker: say which one it is where its machine can do no more. Raises CrewError; `alike` as in `check_worker`."""
    try:
        yield
    except OSError as error:
        if alike is None or not is_of_machine(error):
            raise
        at = f" ({error.filename})" if error.filename else ""
        raise CrewError(
            f"De Dask-werker op {socket.gethostname()} kan niet verder: {os_fault(error)}{at}. {remedy(error)}, op die machine, en "
            "start de run opnieuw: wat al is gedaan, wordt niet nog eens gedaan."
        ) from error


@contextmanager
def _prefect_for_workers() -> Iterator[None]:
    """Let the workers use the Prefect of this run, also where that is the embedded one; else each of them starts its own."""
    from prefect.client.orchestration import get_client
    from prefect.settings import PREFECT_API_URL, temporary_settings

    with get_client(sync_client=True) as client:
        address = str(client.api_url).rstrip("/")
    with temporary_settings(updates={PREFECT_API_URL: address}):
        yield


@contextmanager
def _cluster(settings: Settings) -> Iterator[DaskTaskRunner]:
    os.environ.setdefault("DASK_LOGGING__DISTRIBUTED", "warning")  # else it tells of every connection
    import dask.config
    from distributed import TimeoutError
    from prefect_dask.task_runners import DaskTaskRunner

    own: dict[str, Any] = {
        "n_workers": settings.werkers,
        "threads_per_worker": 1,
        "memory_limit": 0,  # the files are read in children of the worker, which have a limit of their own
        "dashboard_address": "127.0.0.1:0",
    }
    named = f"Het Dask-cluster op {settings.dask_adres}" if settings.dask_adres else "Het eigen Dask-cluster"
    with ExitStack() as stack:
        # workers that start children that can be killed are no daemons
        stack.enter_context(dask.config.set({"distributed.worker.daemon": False}))
        patience = {"timeout": ANSWER_WITHIN}
        if settings.dask_adres:
            runner = DaskTaskRunner(address=settings.dask_adres, client_kwargs=patience)
        else:
            runner = DaskTaskRunner(cluster_kwargs=own, client_kwargs=patience)
        stack.enter_context(runner)
        try:
            runner.client.wait_for_workers(1, timeout=WORKERS_WITHIN)
        except TimeoutError as error:
            raise CrewError(
                f"{named} heeft na {WORKERS_WITHIN} seconden geen werkers. Start ze; zie docs/schaal.md."
            ) from error
        except (OSError, ValueError) as error:
            raise CrewError(
                f"{named} antwoordt niet ({in_short(error)}). Kijk naar instelling 'dask_adres'."
            ) from error
        yield runner


def _workers(runner: DaskTaskRunner) -> int:
    """How many workers there are now; none where the scheduler does not answer."""
    return len(runner.client.scheduler_info(n_workers=-1).get("workers", ()))


def _on_this_machine(address: str) -> bool:
    host = urlsplit(address).hostname or ""
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
