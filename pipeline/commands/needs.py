"""What commands need before they begin (settings, tools, folders, a store); without it they refuse, in Dutch and with an exit code."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

import click

from pipeline.foundation.dutch import speak_dutch
from pipeline.foundation.journal import is_json, tell

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


def need_flows() -> None:
    """Raise Refusal where themaspin was installed without its own folder, in which the night and the models stand."""
    if find_spec("flows") is None:
        raise Refusal(
            "De nacht (flows.py) is hier niet geïnstalleerd: themaspin draait uit zijn eigen map. Haal het project op (git clone), en "
            "daarin: pip install -c constraints.txt -e .",
            WRONG_USAGE,
        )


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
