"""What commands tell and write: lines beside what they put out, a question, how far a run is, and files of the user."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any

import click

from pipeline.commands.needs import WRONG_USAGE, Refusal
from pipeline.foundation.journal import is_json, tell
from pipeline.foundation.system_faults import os_fault


def say(line: str) -> None:
    """Tell how far it is, beside what the command puts out."""
    if is_json():
        tell("told", line)
    else:
        click.echo(line, err=True)


def agreed(question: str) -> bool:
    """Ask for yes or no, in Dutch, until it is answered; nothing typed is no."""
    while True:
        answer = click.prompt(f"{question} [j/N]", default="", show_default=False).strip().lower()
        if answer in {"j", "ja"}:
            return True
        if answer in {"", "n", "nee"}:
            return False
        click.echo("Antwoord met j (ja) of n (nee).")


def write_lines(target: Path, lines: Iterator[str]) -> None:
    """Write lines to a file of the user; the former one stands until all are written, and no line is asked for where none can be. Raises
    Refusal where it cannot be written."""
    try:
        with _in_place_of(target) as out:
            out.writelines(f"{line}\n" for line in lines)
    except OSError as error:
        raise Refusal(f"{target}: niet te schrijven ({os_fault(error)})", WRONG_USAGE) from None


@contextmanager
def _in_place_of(target: Path) -> Iterator[IO[str]]:
    """A file that takes the place of `target` once it is written. Raises OSError."""
    if _is_standard_output(target):
        sys.stdout.flush()
        with open(sys.stdout.fileno(), "w", encoding="utf-8", closefd=False) as out:
            yield out
        return
    if target.exists() and not target.is_file():  # a pipe or a terminal has nothing to keep; a folder is refused here
        with target.open("w", encoding="utf-8") as out:
            yield out
        return
    place = Path(os.path.realpath(target))  # a link goes on leading to the file
    if place.exists():
        place.open("r+").close()  # a file that may not be written may not be replaced either
    temporary = place.with_name(f".themaspin.{os.getpid()}")
    try:
        with temporary.open("w", encoding="utf-8") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        if place.exists():
            shutil.copymode(place, temporary)
        temporary.replace(place)
    finally:
        temporary.unlink(missing_ok=True)


def _is_standard_output(target: Path) -> bool:
    """Whether the caller sent standard output to this: to replace the file would lose what others wrote to it, before and after."""
    try:
        return os.path.samestat(target.stat(), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError):  # nothing is there yet, or standard output is none of the system's
        return False


@contextmanager
def progress_shown() -> Iterator[None]:
    """Show how far a run is while the block runs: a bar on a terminal, a line per tenth otherwise."""
    from pipeline.night.progress import watch

    if is_json() or not sys.stderr.isatty():
        with watch(_plain_lines()):
            yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        tasks: dict[str, Any] = {}

        def show(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=None)
            bar.update(tasks[stage], completed=done, total=total or done or None)

        with watch(show):
            yield


def _plain_lines() -> Callable[[str, int, int], None]:
    shown: dict[str, int] = {}

    def show(stage: str, done: int, total: int) -> None:
        tenth = 10 * done // total if total else 0
        if total and shown.get(stage) != tenth:
            shown[stage] = tenth
            tell("stage_progress", f"{stage}: {done} van {total}", done=done, total=total)

    return show
