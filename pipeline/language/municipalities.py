"""Dutch municipalities from 2005 on: who exists on a day, under which CBS code and name, and what became of the merged ones.

The facts stand in `gemeenten/` (sources in `gemeenten/BRON.md`). Codes are CBS codes ("GM0753").
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from functools import cache, lru_cache
from importlib.resources import files

from pipeline.foundation.dutch import listed

LAPSED_BY = date(2015, 1, 1)
"""Of who had ended by this day the name has long been a village's, a word or a surname again: only papers of before its end mean it."""


class OnbekendeGemeente(ValueError):
    """No municipality, or more than one, answers to a name or code; the message is Dutch and names the nearest ones."""


class OnbekendeProvincie(ValueError):
    """No province answers to a name; the message is Dutch and names the nearest ones."""


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality as CBS names it. It exists on `valid_from` and up to, not on, `valid_until` (None: still there).

    `valid_from` of before 2005 is administrative, no founding date. `successors` are the codes that its area went to; more
    than one means that it was split. `region` is one of the seven of Noord-Brabant, None elsewhere and for what ended
    before 2020 (the regions are those of 2021).
    """

    gm_code: str
    name: str
    province: str
    valid_from: date
    valid_until: date | None
    successors: tuple[str, ...]
    region: str | None
    variants: tuple[str, ...] = ()

    def exists_on(self, day: date) -> bool:
        """Whether it is a municipality on `day`."""
        return self.valid_from <= day and (self.valid_until is None or day < self.valid_until)

    @property
    def lapsed(self) -> date | None:
        """The day from which on no paper means it by its name; None for all but those that had ended by LAPSED_BY."""
        return self.valid_until if self.valid_until and self.valid_until <= LAPSED_BY else None


def read_table(name: str) -> list[dict[str, str]]:
    """The rows of one of the CSV files in `gemeenten/`."""
    text = (files("pipeline.language") / "gemeenten" / name).read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def all_municipalities() -> tuple[Municipality, ...]:
    """Every municipality that existed at some time since 2005, and those that ended on its first day, by code."""
    regions = {row["gm_code"]: row["regio"] for row in read_table("regios.csv")}
    rows = sorted(read_table("gemeenten.csv"), key=lambda row: row["gm_code"])
    return tuple(_from_row(row, regions.get(row["gm_code"])) for row in rows)


def _from_row(row: dict[str, str], region: str | None) -> Municipality:
    return Municipality(
        gm_code=row["gm_code"],
        name=row["naam"],
        province=row["provincie"],
        valid_from=date.fromisoformat(row["geldig_van"]),
        valid_until=date.fromisoformat(row["geldig_tot"]) if row["geldig_tot"] else None,
        successors=_listed(row["opvolgers"]),
        region=region,
        variants=_listed(row["alternatieve_namen"]),
    )


def _listed(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


@cache
def _lapses() -> tuple[date, ...]:
    return tuple(sorted({one.lapsed for one in all_municipalities() if one.lapsed}))


@lru_cache(maxsize=1024)
def era_of(day: date | None) -> date | None:
    """The next day after `day` on which a name lapses: until then papers know the same names. None where all have lapsed, and for a paper
    without a day."""
    return next((lapse for lapse in _lapses() if day is not None and day < lapse), None)


def era_of_owners(gm_codes: Collection[str]) -> date | None:
    """The era of a paper by whose it is: names lapse with those of its owners. Raises OnbekendeGemeente."""
    return min((lapse for code in gm_codes if (lapse := by_code(code).lapsed)), default=None)


@cache
def known_in(era: date | None) -> tuple[Municipality, ...]:
    """The municipalities that a paper of an era (`era_of`) may mean by their names, by code."""
    return tuple(one for one in all_municipalities() if one.lapsed is None or (era is not None and era <= one.lapsed))


@cache
def provinces() -> tuple[str, ...]:
    """The twelve provinces, by name."""
    return tuple(sorted({one.province for one in all_municipalities()}))


def province_named(text: str) -> str:
    """The province that `text` names, in whatever case; "Brabant" and "Fryslân" are understood. Raises OnbekendeProvincie."""
    names = {_key(name): name for name in provinces()} | {"brabant": "Noord-Brabant", "fryslan": "Friesland"}
    key = _key(re.sub(r"(?i)^\s*provincie\s+", "", text))
    if key not in names:
        raise OnbekendeProvincie(f"Provincie '{text}' bestaat niet. {_nearest(key, names)}")
    return names[key]


def municipalities_on(day: date, in_provinces: Collection[str] = ()) -> tuple[Municipality, ...]:
    """The municipalities on `day`, by name; of all provinces when none is given. Raises OnbekendeProvincie."""
    wanted = {province_named(name) for name in in_provinces} or set(provinces())
    found = (one for one in all_municipalities() if one.province in wanted and one.exists_on(day))
    return tuple(sorted(found, key=lambda one: alphabetical(one.name)))


@cache
def alphabetical(name: str) -> str:
    """By what a municipality's name is put in order, wherever they stand in a row: 's-Hertogenbosch stands with the S."""
    return _key(name)


def regions(day: date) -> dict[str, tuple[Municipality, ...]]:
    """The seven regions of Noord-Brabant with their municipalities on `day`."""
    found: dict[str, list[Municipality]] = {}
    for one in municipalities_on(day, ("Noord-Brabant",)):
        if one.region:
            found.setdefault(one.region, []).append(one)
    return {region: tuple(found[region]) for region in sorted(found)}


def by_code(gm_code: str) -> Municipality:
    """The municipality with a CBS code; "753" and "gm753" are understood. Raises OnbekendeGemeente."""
    digits = re.sub(r"(?i)^\s*gm", "", gm_code).strip()
    found = _codes().get(f"GM{digits.zfill(4)}")
    if found is None:
        raise OnbekendeGemeente(f"Gemeentecode '{gm_code}' komt niet voor bij het CBS (sinds 2005).")
    return found


@cache
def _codes() -> dict[str, Municipality]:
    return {one.gm_code: one for one in all_municipalities()}


def by_name(text: str, day: date | None = None) -> Municipality:
    """The municipality that `text` names: official name or variant, in any case, with or without accents and apostrophes.

    With `day` it must exist on that day; without, one whose name has lapsed answers where no other does. Raises OnbekendeGemeente when
    nothing, nothing on that day, or more than one answers.
    """
    key = _key(re.sub(r"(?i)^\s*gemeente\s+", "", text))
    answering = [names[key] for names in (_names(None), _names(date.min)) if key in names]
    if not answering:
        raise OnbekendeGemeente(f"Gemeente '{text.strip()}' is niet bekend. {_nearest(key, _official_names())}")
    on_day = ([one for one in named if day is None or one.exists_on(day)] for named in answering)
    found = next(filter(None, on_day), [])
    if len(found) > 1:
        raise OnbekendeGemeente(
            f"'{text.strip()}' kan zijn: {listed([one.name for one in found], 'of')}. Schrijf de naam voluit."
        )
    if not found:
        raise OnbekendeGemeente(_not_on(answering[0][0], day))
    return found[0]


def _key(name: str) -> str:
    """What two spellings of one name share: no case, accents, apostrophes, hyphens, points; `&` is `en`, `St.` is `Sint`."""
    plain = "".join(char for char in unicodedata.normalize("NFKD", name.casefold()) if not unicodedata.combining(char))
    plain = re.sub(r"['’‘`´ʼ]", "", plain).replace("&", " en ")
    words = re.sub(r"[^\w]+", " ", plain).split()
    if words[:1] == ["st"]:
        words[0] = "sint"
    return " ".join(words)


@cache
def _names(day: date | None) -> dict[str, tuple[Municipality, ...]]:
    """Municipalities that a paper of `day` knows, by the key of their name; by that of a variant only where no name has it (Bergen is no
    name)."""
    official: dict[str, set[Municipality]] = {}
    variants: dict[str, set[Municipality]] = {}
    for one in known_in(era_of(day)):
        official.setdefault(_key(one.name), set()).add(one)
        for variant in one.variants:
            variants.setdefault(_key(variant), set()).add(one)
    return {key: tuple(sorted(found, key=lambda one: one.gm_code)) for key, found in (variants | official).items()}


@cache
def _official_names() -> dict[str, str]:
    return {key: found[0].name for key, found in _names(date.min).items()}


def _nearest(key: str, names: dict[str, str]) -> str:
    near = dict.fromkeys(names[match] for match in get_close_matches(key, names, n=3, cutoff=0.6))
    return f"Bedoelt u {listed(list(near), 'of')}?" if near else "Er is geen naam die erop lijkt."


def _not_on(one: Municipality, day: date | None) -> str:
    if day is not None and day < one.valid_from:
        return f"Gemeente {one.name} bestond nog niet op {day.isoformat()} (sinds {one.valid_from.isoformat()})."
    heirs = listed([by_code(code).name for code in one.successors])
    return f"Gemeente {one.name} bestond niet meer op {day} (tot {one.valid_until}); opgegaan in {heirs}."


def successors(gm_code: str, day: date) -> tuple[Municipality, ...]:
    """Who holds its area on `day`: itself as long as it exists, after that its successors, theirs, and so on.

    Empty when none of them exists yet on `day`. Raises OnbekendeGemeente.
    """
    one = by_code(gm_code)
    if one.valid_until is None or day < one.valid_until:
        return (one,) if one.exists_on(day) else ()
    heirs = [heir for code in one.successors for heir in successors(code, day)]
    return tuple(dict.fromkeys(heirs))


def line_of(gm_code: str) -> frozenset[str]:
    """The code itself with those of its successors, theirs, and so on, on whatever day. Raises OnbekendeGemeente."""
    one = by_code(gm_code)
    return frozenset({one.gm_code}.union(*(line_of(heir) for heir in one.successors)))


@cache
def predecessors(gm_code: str) -> tuple[Municipality, ...]:
    """The municipalities that went into it since 2005, whole or in part, at once or by way of another. Raises OnbekendeGemeente."""
    code = by_code(gm_code).gm_code
    return tuple(one for one in all_municipalities() if one.gm_code != code and code in line_of(one.gm_code))
