"""What commands share: refusing in Dutch with an exit code, settings, tools, how far a run is, and writing lines."""

from __future__ import annotations

import logging
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from pipeline.dutch import speak_dutch
from pipeline.journal import is_json, tell
from pipeline.system_faults import os_fault

if TYPE_CHECKING:
    from pipeline.night.workshop import Workshop
    from pipeline.settings import Settings

PUBLISHED, PUBLISHED_WITH_FAULTS, WRONG_USAGE, NOT_PUBLISHED = 0, 1, 2, 3
CORPUS = Path("corpus/passages")
PAPERS = Path("corpus/papieren")
DAY_PAPERS = Path("corpus/dagen")

speak_dutch()  # before any option is declared: that is when click looks up what its types are called


class Refusal(click.ClickException):
    """The command cannot go on: a Dutch message and an exit code of its own."""

    def __init__(self, message: str, exit_code: int) -> None:
        super().__init__(message)
        self.exit_code = exit_code  # pyright: ignore[reportAttributeAccessIssue]

    def show(self, file: IO[Any] | None = None) -> None:
        """Say it, in the form in which this process tells what it does."""
        if is_json():
            tell("refused", self.message, logging.ERROR, exit_code=self.exit_code)
        else:
            super().show(file)


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


def settings_of(**chosen: Any) -> Settings:
    """Return the settings with those chosen on the command line above all others. Raises Refusal."""
    from pipeline.settings import SettingsError, load_settings

    try:
        return load_settings(**chosen)
    except SettingsError as error:
        raise Refusal(str(error), WRONG_USAGE) from None


def tools_of(settings: Settings, loaded: bool = True) -> Workshop:
    """Return a workshop whose spaCy pipeline and classifier are there and fit together; `loaded` opens the classifier too, which a
    night without anything new does not need."""
    from pipeline.language.loading import TaalpijplijnOntbreekt
    from pipeline.night.workshop import Workshop
    from pipeline.themes.storing import ClassifierError

    try:
        workshop = Workshop(settings)
        _ = workshop.classifier.classifier if loaded else workshop.classifier.id
    except (TaalpijplijnOntbreekt, ClassifierError) as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    return workshop


def need_provinces(settings: Settings) -> None:
    """Raise Refusal where the settings name a province that does not exist."""
    from pipeline.language.municipalities import OnbekendeProvincie, province_named

    try:
        for name in settings.provincies:
            province_named(name)
    except OnbekendeProvincie as error:
        raise Refusal(f"Instelling 'provincies': {error}", WRONG_USAGE) from None


def need_outputs(settings: Settings) -> None:
    """Raise Refusal where the folder of tables is not there: a command that only looks would make one by a name that was mistyped."""
    if not settings.outputs.is_dir():
        raise Refusal(
            f"De outputs-map {settings.outputs} bestaat niet. Wijs met --outputs de map aan waarin een run publiceerde, of draai eerst: "
            f"themaspin run --inbox MAP --outputs {settings.outputs}",
            NOT_PUBLISHED,
        )


def no_store(settings: Settings, *addresses: str) -> str:
    """Return in Dutch that there is no store, nor anything at these addresses beside it, and what to do; "" where something is there, or
    where a server has it. Raises StoreAddressError."""
    from pipeline.store.engine import absent

    path = absent(settings.store)
    if path is None or not all(map(absent, addresses)):
        return ""
    if settings.store != settings.store_in_outputs:
        return f"Er is geen geheugen in {path} (instelling 'store'). Kijk of die instelling klopt, of draai eerst: themaspin run"
    return (
        f"Er is geen geheugen in {path}. Wijs met --outputs de map aan waarin een run publiceerde, of draai eerst: "
        f"themaspin run --inbox MAP --outputs {settings.outputs}"
    )


def need_store(settings: Settings) -> None:
    """Raise Refusal where there is no store: a command that only reads would make an empty one by a name that was mistyped."""
    with store_errors():
        fault = no_store(settings)
    if fault:
        raise Refusal(fault, NOT_PUBLISHED)


def need_decisions(settings: Settings) -> None:
    """Raise Refusal where there are neither decisions nor a store beside which none were made yet."""
    from pipeline.store.decisions import decisions_address

    with store_errors():
        fault = no_store(settings, decisions_address(settings.store))
    if fault:
        raise Refusal(fault, NOT_PUBLISHED)


@contextmanager
def not_published(what: str = "Niet gepubliceerd") -> Iterator[None]:
    """Say in Dutch why nothing was published (or whatever was `what`); the former set still stands."""
    from pipeline.publish.outputset import OutputsError
    from pipeline.publish.sitefile import SiteFileError
    from pipeline.sources.folder import InboxError
    from pipeline.store.engine import StoreAddressError, StoreError
    from pipeline.themes.storing import ClassifierError

    try:
        yield
    except (ClassifierError, StoreAddressError) as error:
        raise Refusal(f"{what}. {error}", WRONG_USAGE) from None
    except SiteFileError as error:
        raise Refusal(
            f"De tabellen zijn gepubliceerd, maar de website toont nog de vorige stand. {error}", PUBLISHED_WITH_FAULTS
        ) from None
    except (OutputsError, InboxError, StoreError) as error:
        raise Refusal(f"{what}. {error}", NOT_PUBLISHED) from None


@contextmanager
def store_errors() -> Iterator[None]:
    """Turn what is wrong with the store into a Refusal."""
    from pipeline.store.engine import StoreAddressError, StoreError

    try:
        yield
    except StoreAddressError as error:
        raise Refusal(str(error), WRONG_USAGE) from None
    except StoreError as error:
        raise Refusal(str(error), NOT_PUBLISHED) from None


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
