"""Every setting with its default, unit and Dutch explanation: the one source for the command's help and the README.

A value comes, strongest first, from the command line, the environment (`THEMASPIN_…`), a file `themaspin.toml` in the working
directory, or the default below.
"""

from __future__ import annotations

import json
import os
import tomllib
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, ValidationError, ValidationInfo, field_validator
from pydantic_settings import (
    BaseSettings,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    TomlConfigSettingsSource,
)

from pipeline.configuration.messages import CONFIG_FILE, ENVIRONMENT_PREFIX, explain, explain_file, explain_unknown
from pipeline.configuration.names import provinces, split
from pipeline.configuration.sources import MOST_DAYS, AnySource, check_names
from pipeline.foundation.dutch import today

ROOT = Path(__file__).resolve().parent.parent
"""The folder of the project: `models` and `flows.py` stand there beside the package, and a wheel has neither."""

FIRST_YEAR, YEARS_AHEAD = 2005, 5
"""Years in which a peildatum may lie: from the first of which the municipalities are known, the last as counted from today."""
MOST_YEARS = 100
"""So long may anything count: the calendar ends with the year 9999."""
MADE_IN = 2026
"""The year of this version: a clock that says an earlier one is wrong."""


class _ConfigFile(TomlConfigSettingsSource):
    """The file, also as Windows' notepad saves it: with a mark of its encoding before the first letter, which TOML itself refuses."""

    def _read_file(self, file_path: Path) -> dict[str, Any]:
        return tomllib.loads(file_path.read_text(encoding="utf-8-sig"))


class SettingsError(Exception):
    """A setting has a value that cannot be used; the message (Dutch) names the setting and what is expected."""


def _stated(value: Any) -> Any:
    """An empty path would be the working folder, which nobody meant who left it empty."""
    if isinstance(value, str) and not value.strip():
        raise ValueError("het pad is leeg; noem een map, of haal de instelling weg")
    return value


def _absolute(path: Path) -> Path:
    return path.expanduser().absolute()


def _web_address(value: str) -> str:
    """It may hold a key, so what is wrong with it is said without it."""
    if value and not value.startswith(("https://", "http://")):
        raise ValueError("het adres begint met https:// of http://")
    return value


def _as_table(value: Any) -> Any:
    """Sources are too much for one variable of the environment, other than as JSON."""
    if not isinstance(value, str):
        return value
    try:
        return json.loads(value)
    except ValueError:
        raise ValueError("schrijf de bronnen in themaspin.toml, elk onder [bronnen.NAAM]") from None


def _filled(value: Any) -> Any:
    """What was left empty is not set."""
    return None if isinstance(value, str) and not value.strip() else value


def _within_memory(day: date | None) -> date | None:
    """A year that was mistyped would give an empty matrix, or one in which all policy is outdated."""
    now = today()
    last = now.year + YEARS_AHEAD
    if day is not None and not FIRST_YEAR <= day.year <= last:
        behind = f". De klok van deze machine zegt {now}: zet die eerst goed" if now.year < MADE_IN else ""
        raise ValueError(f"{day} is geen dag van {FIRST_YEAR} tot en met {last}{behind}")
    return day


Folder = Annotated[Path, BeforeValidator(_stated), AfterValidator(_absolute)]
Names = Annotated[list[str], NoDecode, BeforeValidator(split)]
Provinces = Annotated[list[str], NoDecode, BeforeValidator(provinces)]
Sources = Annotated[dict[str, AnySource], NoDecode, BeforeValidator(_as_table), AfterValidator(check_names)]


class Settings(BaseSettings):
    """All settings of a run. Field descriptions are Dutch: operators read them."""

    model_config = SettingsConfigDict(
        env_prefix=ENVIRONMENT_PREFIX, env_ignore_empty=True, toml_file=CONFIG_FILE, extra="forbid"
    )

    inbox: Folder = Field(Path("inbox"), description="map met de PDF's")
    outputs: Folder = Field(Path("outputs"), description="map waarin de tabellen worden gepubliceerd")
    store: str = Field(
        "",
        description="waar het geheugen van de nacht staat (SQLAlchemy-adres); leeg: themaspin.sqlite in de outputs-map",
    )
    peildatum: Annotated[date | None, BeforeValidator(_filled), AfterValidator(_within_memory)] = Field(
        None, description="dag waarop de matrix geldt (JJJJ-MM-DD); leeg: vandaag"
    )
    provincies: Provinces = Field(
        ["Noord-Brabant"],
        description="provincies waarvan alle gemeenten in de matrix staan, met komma's ertussen; alle: heel Nederland",
    )

    bronnen: Sources = Field(
        {},
        description="waar papieren vandaan worden gehaald, elk in een eigen tabel [bronnen.NAAM]; zie docs/bronnen.md",
    )
    ophalen: bool = Field(True, description="waar: elke run haalt eerst op wat de bronnen hebben")
    bronnen_contact: str = Field(
        "", description="mailadres of webadres dat servers van bronnen te zien krijgen, voor als een verzoek stoort"
    )
    bronnen_netwerken: Names = Field(
        [],
        description="netwerken buiten het openbare internet waar bronnen mogen staan (10.1.0.0/16), met komma's ertussen; leeg: geen",
    )

    lezer: Literal["pdfium", "pdfplumber"] = Field(
        "pdfium",
        description="wat de tekens van een bladzijde vindt: pdfium is snel en laat lastige bladzijden aan pdfplumber over, "
        "pdfplumber leest alles zelf",
    )
    seconden_per_bestand: int = Field(180, ge=1, description="zo lang mag het lezen van één bestand duren (seconden)")
    geheugen_mb: int = Field(1500, ge=200, description="zo veel geheugen mag het lezen van één bestand kosten (MB)")
    max_paginas: int = Field(2000, ge=1, description="meer bladzijden dan dit worden niet gelezen")
    max_mb: int = Field(200, ge=1, description="grotere bestanden dan dit worden niet gelezen (MB)")
    ocr: Literal["auto", "uit"] = Field(
        "auto", description="auto: scans worden met tekenherkenning gelezen waar die is geïnstalleerd; uit: nooit"
    )
    ocr_seconden_per_bladzijde: int = Field(
        120, ge=5, description="zo lang mag de tekenherkenning van één bladzijde duren (seconden)"
    )
    ocr_max_paginas: int = Field(200, ge=1, description="zo veel bladzijden van één bestand worden hoogstens herkend")
    werkers: int = Field(
        2,
        ge=1,
        description="zo veel bestanden worden tegelijk gelezen en begrepen; wie begrijpt heeft zo'n 350 MB nodig",
    )
    controle_dagen: int = Field(
        7,
        ge=0,
        le=MOST_DAYS,
        description="na zo veel dagen wordt weer van elk bestand de inhoud vergeleken; ertussen tellen grootte en tijd",
    )
    krimp_bedoeld: bool = Field(
        False,
        description="waar: ook publiceren als in één keer meer dan een tiende van de bekende papieren (en minstens drie) uit de "
        "inbox weg is; zet dit alleen voor één run",
    )
    groep: int = Field(50, ge=1, description="zo veel documenten gaan samen in één Prefect-taak")
    runner: Literal["lokaal", "dask"] = Field(
        "lokaal",
        description="lokaal: deze machine doet alles; dask: de groepen gaan naar de werkers van een Dask-cluster",
    )
    dask_adres: str = Field(
        "",
        description="adres van een Dask-cluster dat al draait, bijvoorbeeld tcp://planner:8786; leeg: een eigen cluster op deze "
        "machine, met zo veel werkers als de instelling werkers zegt",
    )

    log: Literal["tekst", "json"] = Field(
        "tekst",
        description="hoe een run vertelt wat hij doet, op de foutuitvoer: tekst (leesbare regels) of json (één JSON-object per regel)",
    )
    melding_url: Annotated[str, AfterValidator(_web_address)] = Field(
        "",
        exclude=True,
        repr=False,
        description="webadres waar een mislukte run wordt gemeld, en de eerste die daarna weer lukt; leeg: nergens. Het is geheim: zet het "
        "in de omgeving. Het komt in geen tabel, run.json of logboek",
    )
    prefect_dagen: int = Field(
        90,
        ge=0,
        le=MOST_DAYS,
        description="wat Prefect van de nachten onthoudt (verloop, logboek, tabellen) en ouder is dan zo veel dagen, gaat na elke run weg; "
        "0: niets",
    )
    bewaar_runs: int = Field(0, ge=0, description="zo veel runs blijven in het archief, de nieuwste; 0: alle")

    drift_runs: int = Field(
        30, ge=0, description="met zo veel vorige runs vergelijkt een run zijn aandelen (thema's, onleesbaar); 0: niet"
    )
    drift_vanaf: int = Field(
        5, ge=2, description="met minder vorige runs dan dit wordt er niet voor een afwijking gewaarschuwd"
    )
    drift_bestanden: int = Field(
        50, ge=1, description="met minder bestanden dan dit ook niet; zo veel nieuwe bestanden worden samen bekeken"
    )
    drift_band: float = Field(
        0.8,
        ge=0.1,
        le=1,
        description="zo groot deel van de vorige runs bepaalt wat gewoon is (0,8: de middelste vier vijfde)",
    )
    drift_deel: float = Field(
        0.25,
        ge=0,
        description="een aandeel wijkt af als het meer dan dit deel onder of boven het gewone ligt (0,25: een kwart)",
    )
    drift_gevallen: int = Field(
        10, ge=1, description="en als het om minstens zo veel bestanden of passages gaat buiten het gewone"
    )

    taalpijplijn: str = Field(
        "auto", description="auto, nl_core_news_lg of nl_themaspin; auto neemt de beste waarvoor een classifier bestaat"
    )
    models: Folder = Field(ROOT / "models", description="map met de taalpijplijn en de themaclassifier")

    actueel_vanaf: date = Field(date(2018, 1, 1), description="beleid dat op of na deze dag is vastgesteld is actueel")
    aankondiging_jaren: int = Field(
        3, ge=0, le=MOST_YEARS, description="zo lang telt een aankondiging van beleid als in ontwikkeling"
    )
    overgang_jaren: int = Field(
        2, ge=0, le=MOST_YEARS, description="zo lang telt beleid van een opgegane gemeente voor haar opvolger"
    )
    regio_deel: float = Field(
        0.5,
        ge=0,
        le=1,
        description="een regionale afspraak die een kleiner deel van haar regio opsomt (0,5 is de helft), wordt bij de hele regio getoond",
    )
    niveau_punten: float = Field(
        0.6,
        gt=0,
        description="niveau 2 of 3 staat vanaf zo veel passages van dat niveau; elke passage telt voor haar kans (0 tot 1)",
    )
    niveau_punten_werk: float = Field(
        0.7,
        gt=0,
        description="hetzelfde voor arbeidsmarkt waarvan geen passage op eigen benen staat: werk staat vaak terloops bij woonregels",
    )
    gemeente_doet: float = Field(
        0.9,
        ge=0,
        le=1,
        description="zo groot is minstens de kans dat een passage waarin de gemeente zelf iets doet (de gemeente opent, wij sluiten) een "
        "maatregel is",
    )
    vast_woord: float = Field(
        0.8,
        ge=0,
        le=1,
        description="zo groot is minstens de kans dat een vast woord (nachtregister, dwangsom, loon) zijn thema draagt; tussen "
        "huisvestingsregels ook waar de classifier het niet ziet, dan alleen in dienst van die regels",
    )
    twijfel: float = Field(
        0.6, ge=0.1, le=1, description="vanaf deze kans dat een thema tóch gedekt is, heet een cel onzeker"
    )
    eigen_benen_punten: float = Field(
        0.66,
        gt=0,
        description="een thema staat op eigen benen vanaf zo veel passages met een doel of maatregel om het thema zelf; elke telt voor "
        "haar kans",
    )
    eigen_benen_vanaf: float = Field(
        0.4,
        ge=0,
        le=1,
        description="een passage telt voor eigen benen mee vanaf deze kans dat zij over het thema zelf gaat en niet alleen de "
        "huisvestingsregels dient",
    )
    kort_stuk_passages: int = Field(
        8, ge=0, description="een stuk met hoogstens zo veel passages (een motie, een brief) is kort"
    )
    kort_stuk_punten: float = Field(
        0.5, gt=0, description="zo veel volstaat voor eigen benen in een kort stuk, en voor huisvesting in elk stuk"
    )
    lang_stuk_passages: int = Field(
        30, ge=0, description="een stuk met meer passages dan dit is lang: wat er terloops in staat telt op"
    )
    lang_stuk_punten: float = Field(
        0.01, ge=0, description="zo veel meer is in een lang stuk voor eigen benen nodig per passage daarboven"
    )
    motie_spoor_jaren: int = Field(
        4,
        ge=1,
        le=MOST_YEARS,
        description="zo lang na een motie telt een later stuk dat haar alleen bij nummer noemt als haar spoor",
    )

    web_adres: str = Field(
        "127.0.0.1",
        description="adres waarop de website luistert; anders dan deze machine zelf alleen achter een proxy",
    )
    web_poort: int = Field(8000, ge=1, le=65535, description="poort waarop de website luistert")
    web_proxies: Names = Field(
        [],
        description="adressen of netwerken van de proxy die mensen laat aanmelden, met komma's ertussen; alleen die wordt op zijn "
        "woord geloofd; leeg: geen aanmelding, alleen op deze machine",
    )
    web_namen: Names = Field(
        [], description="namen waaronder de website achter de proxy bereikbaar is, bijvoorbeeld themaspin.brabant.nl"
    )
    web_kop_gebruiker: str = Field("X-Forwarded-User", description="kop waarin de proxy zegt wie is aangemeld")
    web_kop_groepen: str = Field("X-Forwarded-Groups", description="kop waarin de proxy diens groepen noemt")
    web_lezers: Names = Field([], description="groepen die mogen lezen; leeg: iedereen die is aangemeld")
    web_beoordelaars: Names = Field([], description="groepen die ook mogen beoordelen")
    web_beheerders: Names = Field([], description="groepen die ook beoordelingen van anderen mogen intrekken")

    @field_validator("*", mode="before")
    @classmethod
    def _no_yes_for_a_number(cls, value: Any, info: ValidationInfo) -> Any:
        """Python counts with true as with 1."""
        if isinstance(value, bool) and cls.model_fields[str(info.field_name)].annotation in (int, float):
            raise ValueError(f"{str(value).lower()} is geen getal")
        return value

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Command line, environment, `themaspin.toml`; nothing else is read."""
        del dotenv_settings, file_secret_settings
        return init_settings, env_settings, _ConfigFile(settings_cls)

    def model_post_init(self, context: Any, /) -> None:
        """Fill what follows from other settings."""
        del context
        if not self.store:
            self.store = self.store_in_outputs

    @property
    def store_in_outputs(self) -> str:
        """The address of the store where none is set; what is no sign of an address, as a question mark, is written otherwise there."""
        from sqlalchemy.engine import URL  # not every command has use for it

        return URL.create("sqlite", database=str(self.outputs / "themaspin.sqlite")).render_as_string()

    @property
    def day(self) -> date:
        """The peildatum of this run."""
        return self.peildatum or today()


def load_settings(**chosen: Any) -> Settings:
    """Return the settings, with those in `chosen` that are not None above all others.

    Raises SettingsError naming each setting that is wrong, or that does not exist.
    """
    unknown = [name for name in os.environ if _is_unknown(name)]
    if unknown:
        raise SettingsError("\n".join(explain_unknown(name, Settings.model_fields) for name in sorted(unknown)))
    if os.path.lexists(CONFIG_FILE) and not Path(CONFIG_FILE).is_file():
        raise SettingsError(
            f"{CONFIG_FILE} is geen bestand maar een map, of een koppeling naar niets. Zet het terug of haal het weg."
        )
    try:
        return Settings(**{name: value for name, value in chosen.items() if value is not None})
    except ValidationError as error:
        raise SettingsError(
            "\n".join(explain(problem, Settings.model_fields, chosen) for problem in error.errors())
        ) from None
    except (OSError, ValueError, RecursionError) as error:
        raise SettingsError(explain_file(error)) from None


def _is_unknown(variable: str) -> bool:
    """Whether an environment variable looks like one of ours and is none: a typing error that would otherwise go unseen."""
    name = variable.upper()
    return (
        name.startswith(ENVIRONMENT_PREFIX)
        and name.removeprefix(ENVIRONMENT_PREFIX).lower() not in Settings.model_fields
    )
