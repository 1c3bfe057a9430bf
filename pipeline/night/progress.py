"""Where a run says how far it is; whoever watches (a terminal, a log) sets `watch`."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from pipeline.foundation.journal import about, tell

Watcher = Callable[[str, int, int], None]
"""Called with the Dutch name of a stage, how many files are done and how many there are."""

_watchers: list[Watcher] = []


@contextlib.contextmanager
def watch(watcher: Watcher) -> Iterator[None]:
    """Let `watcher` see the progress of runs in this process."""
    _watchers.append(watcher)
    try:
        yield
    finally:
        _watchers.remove(watcher)


@dataclass
class Stage:
    """One stage of a run, from its first to its last file."""

    name: str
    total: int
    run: str = ""
    done: int = 0
    _started: float = field(default_factory=time.monotonic)
    _ended: float | None = None

    def step(self) -> None:
        """One more file is done."""
        self.done += 1
        self.show()

    def show(self) -> None:
        """Tell the watchers how far it is."""
        with about(run=self.run, stage=self.key):
            for watcher in _watchers:
                watcher(self.name, self.done, self.total)

    @property
    def key(self) -> str:
        """The name of the stage in `run.json` and in the log."""
        return self.name.split()[0].lower()

    @property
    def seconds(self) -> float:
        """How long it has been running."""
        return (self._ended or time.monotonic()) - self._started

    def end(self) -> None:
        """No more files follow: the clock stops."""
        self._ended = time.monotonic()
        spent = round(self.seconds, 2)
        with about(run=self.run, stage=self.key):
            tell(
                "stage_done",
                f"{self.name}: klaar in {f'{spent:.1f}'.replace('.', ',')} s",
                files=self.done,
                seconds=spent,
            )
