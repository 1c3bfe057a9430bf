"""The settings of one source: what stands under `[bronnen.<naam>]` in `themaspin.toml`, checked key by key."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, model_validator

LONGEST_ADDRESS = 2000
"""Characters; a longer address is a mistake, and no database can use it as a key."""
NAME = re.compile(r"[a-z0-9][a-z0-9_-]{0,39}")
"""How a source may be named: its name is the name of a folder too."""

MOST_DAYS = 36_500
"""A hundred years; so far back every day still has a date, whatever a clock says."""

KOOP_ADDRESS = "https://repository.overheid.nl/sru"
ORI_ADDRESS = "https://openbesluitvorming.nl"


def address_fault(address: str) -> str:
    """Return in Dutch why an address cannot be asked for; empty where it can."""
    if len(address) > LONGEST_ADDRESS:
        return f"het adres is langer dan {LONGEST_ADDRESS} tekens"
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return "dit is geen geldig adres"
    if parts.scheme not in ("http", "https"):
        return "een adres begint met https:// of http://"
    if not host:
        return "in het adres ontbreekt de naam van de server"
    if parts.username is not None:
        return "een adres met een wachtwoord erin wordt niet gebruikt; het zou in de tabellen komen te staan"
    if any(ord(sign) <= 32 for sign in address):
        return "een adres heeft geen spaties"
    return ""


def _checked(address: str) -> str:
    if fault := address_fault(address):
        raise ValueError(fault)
    return address


Address = Annotated[str, AfterValidator(_checked)]


class _Keys(BaseModel):
    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


class Source(_Keys):
    """What every source has. Times are counted from the last look at an address."""

    pauze: float = Field(1.0, ge=0, le=3600, description="seconden tussen twee verzoeken aan dezelfde server")
    seconden: int = Field(120, ge=1, le=3600, description="zo lang mag één verzoek duren (seconden)")
    minuten: int = Field(
        60, ge=1, le=1440, description="zo lang mag deze bron per keer duren (minuten); de rest volgt de volgende keer"
    )
    kijk_opnieuw_na: int = Field(
        1, ge=0, le=MOST_DAYS, description="na zo veel dagen wordt een bekend adres weer bekeken"
    )
    weg_na: int = Field(
        3,
        ge=0,
        le=MOST_DAYS,
        description="zo veel dagen moet een adres onvindbaar zijn voordat zijn papier als verdwenen geldt",
    )
    bij_verdwijnen: Literal["verplaatsen", "laten_staan"] = Field(
        "verplaatsen", description="wat er gebeurt met het papier van een verdwenen adres: verplaatsen of laten_staan"
    )
    overslaan: tuple[str, ...] = Field((), description="adressen die niet worden opgehaald")


class FolderSource(Source):
    """A folder elsewhere, whose files are copied into the inbox."""

    soort: Literal["map"]
    pad: str = Field(min_length=1, description="de map waaruit wordt overgenomen")
    gemeente: str = Field("", description="gemeente waarvan alles in deze map is")


class Paper(_Keys):
    """One address of a web source, with what is known of it."""

    adres: Address = Field(description="adres van een PDF")
    gemeente: str = Field("", description="gemeente waarvan het papier is")
    titel: str = Field("", description="naam voor het bestand")


def _as_paper(value: Any) -> Any:
    """An address alone stands for a paper of which nothing else is known."""
    return {"adres": value} if isinstance(value, str) else value


class WebSource(Source):
    """Addresses of papers, and feeds (RSS or Atom) that name them."""

    soort: Literal["web"]
    adressen: tuple[Annotated[Paper, BeforeValidator(_as_paper)], ...] = Field(
        (), description="adressen van PDF's, of tabellen met adres, gemeente en titel"
    )
    feeds: tuple[Address, ...] = Field((), description="adressen van RSS- of Atom-feeds")
    gemeente: str = Field("", description="gemeente waarvan alle papieren van deze bron zijn")
    alleen_met: tuple[str, ...] = Field(
        (), description="woorden waarvan er een in titel of samenvatting van een feedbericht moet staan; leeg: alles"
    )

    @model_validator(mode="after")
    def _something(self) -> WebSource:
        if not self.adressen and not self.feeds:
            raise ValueError("geef adressen of feeds op; er staat nu niets om op te halen")
        return self


class _Search(Source):
    kijk_opnieuw_na: int = Field(
        30, ge=0, le=MOST_DAYS, description="na zo veel dagen wordt een bekend adres weer bekeken"
    )
    gemeenten: tuple[str, ...] = Field((), description="gemeenten waarin wordt gezocht")
    hoogstens: int = Field(1000, ge=1, le=10_000, description="zo veel papieren per gemeente en zoekvraag, de nieuwste")


class OriSource(_Search):
    """Council papers: OpenBesluitvorming, or an Elasticsearch index as Open Raadsinformatie had."""

    soort: Literal["ori"]
    dienst: Literal["openbesluitvorming", "elastic"] = Field(
        "openbesluitvorming",
        description="openbesluitvorming, of elastic voor een index zoals Open Raadsinformatie die had",
    )
    adres: Address = Field(ORI_ADDRESS, description="adres van de dienst")
    zoekvragen: tuple[str, ...] = Field(
        min_length=1, description="woorden waarop wordt gezocht, bijvoorbeeld arbeidsmigranten"
    )
    index: str = Field(
        "",
        pattern=r"^[a-z0-9_*,.-]*$",
        description="alleen bij elastic: de index; leeg: ori_ en de naam van de gemeente",
    )
    vanaf: date | None = Field(None, description="alleen wat op of na deze dag is besproken (JJJJ-MM-DD)")

    @model_validator(mode="after")
    def _own_address(self) -> OriSource:
        if self.dienst == "elastic" and self.adres == ORI_ADDRESS:
            raise ValueError(
                "bij dienst 'elastic' hoort een eigen adres; dat van Open Raadsinformatie is op 1 november 2026 gestopt"
            )
        return self


class KoopSource(_Search):
    """Official publications, by the SRU service of KOOP."""

    soort: Literal["koop"]
    adres: Address = Field(KOOP_ADDRESS, description="adres van de SRU-dienst")
    zoekvragen: tuple[str, ...] = Field((), description="woorden waarop wordt gezocht, bijvoorbeeld arbeidsmigranten")
    cql: str = Field("", description="een eigen vraag in CQL, in plaats van zoekvragen en gemeenten")
    verzameling: str = Field(
        "officielepublicaties",
        pattern=r"^[A-Za-z0-9_-]+$",
        description="de verzameling (c.product-area) waarin wordt gezocht",
    )
    verbinding: str = Field(
        "", pattern=r"^[A-Za-z0-9_-]*$", description="waarde van x-connection, voor diensten die dat vragen"
    )

    @model_validator(mode="after")
    def _one_question(self) -> KoopSource:
        if bool(self.cql) == bool(self.zoekvragen):
            raise ValueError("geef zoekvragen op, of cql; een van de twee")
        if self.cql and self.gemeenten:
            raise ValueError("bij cql horen geen gemeenten; zet ze in de vraag zelf")
        return self


AnySource = Annotated[FolderSource | WebSource | OriSource | KoopSource, Field(discriminator="soort")]
KINDS: dict[str, type[Source]] = {"map": FolderSource, "web": WebSource, "ori": OriSource, "koop": KoopSource}


def check_names(sources: dict[str, Any]) -> dict[str, Any]:
    """Return the sources as they are. Raises ValueError where a name cannot be one."""
    for name in sources:
        if not NAME.fullmatch(name):
            raise ValueError(
                f"'{name}' kan geen naam van een bron zijn; gebruik kleine letters, cijfers, - en _ (hoogstens 40)"
            )
    return sources
