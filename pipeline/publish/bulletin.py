"""The bulletin of a run, for people who read no tables: `overzicht.html` (to mail and print) and `overzicht.md`.

Both are made from the published rows, so they can say nothing that the tables do not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from pipeline.coverage.comparison import CURRENT
from pipeline.coverage.municipality import Status
from pipeline.foundation.dutch import day_in_words, listed
from pipeline.language.municipalities import alphabetical
from pipeline.publish.csvfile import parts_of
from pipeline.publish.kaart import ATTRIBUTION, province_map
from pipeline.publish.tables import Row
from pipeline.publish.uiterlijk import CELLS, STATUSES, area_in_words, status_words
from pipeline.themes.codebook import Theme

MOST_CHANGED = 100
"""More changed municipalities than this are counted, and found in `changes.csv`."""
Rows = Iterable[Row]
"""Gone through more than once."""


@dataclass(frozen=True, slots=True)
class RunFacts:
    """What the run tells of itself: its name, the peildatum, the provinces, versions by part, and the classifier's card."""

    run: str
    day: date
    provinces: tuple[str, ...]
    versions: Mapping[str, str]
    card: Mapping[str, Any]

    @property
    def area(self) -> str:
        """The provinces in words."""
        return area_in_words(self.provinces)


@dataclass(frozen=True, slots=True)
class Group:
    """A region (elsewhere a province): the matrix rows of its municipalities with papers, and the names of those without."""

    name: str
    rows: Sequence[Row]
    without: tuple[str, ...]


class Bulletin:
    """What a run tells in `overzicht.html` and `overzicht.md`. `tables` holds the published rows by table name, those of `documents`
    as they are read back from its file."""

    def __init__(self, tables: Mapping[str, Rows], facts: RunFacts) -> None:
        self._matrix = list(tables["theme_matrix"])
        self._day = facts.day
        self._content = _content(tables, facts)

    def html(self) -> str:
        """Return it as one HTML page that needs nothing else."""
        drawing = province_map(
            self._day,
            {row["gm_code"]: row["status"] for row in self._matrix},
            {row["gm_code"]: f"{row['gemeente']}: {status_words(row['status'])}" for row in self._matrix},
        )
        return _templates().get_template("overzicht.html.jinja").render(self._content, kaart=Markup(drawing))

    def markdown(self) -> str:
        """Return it as Markdown."""
        return _templates().get_template("overzicht.md.jinja").render(self._content)


def of_another_run(bulletin: str, former: str, run: str) -> str:
    """Return the bulletin that run `former` published as run `run` publishes it, which found the same. Raises ValueError."""
    named = re.compile(rf"(?<= [Rr]un ){re.escape(former)}(?=[.;] )")
    renamed, times = named.subn(lambda _: run, bulletin)
    if times != 1:
        raise ValueError(f"names run {former} {times} times")
    return renamed


@cache
def _templates() -> Environment:
    templates = Environment(
        loader=PackageLoader("pipeline.publish", "sjablonen"),
        autoescape=lambda name: bool(name and ".html" in name),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters |= {
        "dag": lambda day: day_in_words(day) if day else "",
        "opsomming": listed,
        "status": status_words,
        "md": _plain_in_markdown,
        "komma": lambda number: f"{number:.2f}".replace(".", ","),
        "procent": lambda share: f"{100 * share:.0f} %",
        "per_thema": _reasons,
    }
    return templates


def _content(tables: Mapping[str, Rows], facts: RunFacts) -> dict[str, Any]:
    matrix = list(tables["theme_matrix"])
    counts = {status: sum(row["status"] == status for row in matrix) for status in Status}
    changed = _changed(tables["changes"])
    files, unread = _unread(tables["documents"])
    return {
        "feiten": facts,
        "gebied": facts.area,
        "totaal": len(matrix),
        "actueel": sum(counts[status] for status in CURRENT),
        "aantallen": counts,
        "ongezien": _unknown(counts),
        "statussen": STATUSES,
        "celwaarden": CELLS,
        "themas": list(Theme),
        "regios": list(tables["regions"]),
        "groepen": _groups(matrix),
        **_housing_only(matrix, tables["housing_only"]),
        "bestanden": files,
        "ongelezen": unread,
        "veranderd": changed[:MOST_CHANGED],
        "meer_veranderd": max(0, len(changed) - MOST_CHANGED),
        "bron": ATTRIBUTION,
        "gemeten": facts.card.get("achtergehouden"),
    }


def _housing_only(matrix: Rows, flags: Rows) -> dict[str, list[Row]]:
    """Whose policy is on housing only, as many as are counted: by the flags of the classifier, or by reviewers alone; and apart from
    those the flags that reviewers overruled."""
    counted = [row for row in matrix if row["status"] == Status.HOUSING]
    codes, flagged = {row["gm_code"] for row in counted}, {row["gm_code"] for row in flags}
    by_name = sorted(flags, key=lambda row: (alphabetical(row["gemeente"]), row["bestand"]))
    return {
        "alleen_huisvesting": [row for row in by_name if row["gm_code"] in codes],
        "door_kernteam": [row for row in counted if row["gm_code"] not in flagged],
        "anders_beoordeeld": [row for row in by_name if row["gm_code"] not in codes],
    }


def _unread(documents: Rows) -> tuple[int, list[Row]]:
    """How many documents there are, and those that could not be read."""
    files, unread = 0, []
    for row in documents:
        files += 1
        if row["verwerking"] != "ok":
            unread.append({**row, "gemeenten": parts_of(row["gemeenten"])})
    return files, unread


def _unknown(counts: Mapping[Status, int]) -> str:
    """How many municipalities the bulletin can say nothing of, and why; an empty text where there are none."""
    reasons = ((Status.NO_PAPERS, "is geen document gezien"), (Status.UNREADABLE, "was niets te lezen"))
    seen = [(counts[status], why) for status, why in reasons if counts[status]]
    told = listed([f"van {number} gemeente{'n' if number > 1 else ''} {why}" for number, why in seen])
    return told[:1].upper() + told[1:]


def _changed(changes: Rows) -> list[tuple[str, str, Rows]]:
    """The changed cells together by municipality and cause, by name."""
    found: dict[tuple[str, str], list[Row]] = {}
    for row in changes:
        found.setdefault((row["gemeente"], row["oorzaak"]), []).append(row)
    in_order = sorted(found, key=lambda key: (alphabetical(key[0]), key[1]))
    return [(name, cause, found[name, cause]) for name, cause in in_order]


def _groups(matrix: Rows) -> list[Group]:
    by_name: dict[str, list[Row]] = {}
    for row in matrix:
        by_name.setdefault(row["regio"] or row["provincie"], []).append(row)
    return [_group(name, by_name[name]) for name in sorted(by_name)]


def _group(name: str, rows: Iterable[Row]) -> Group:
    rows = list(rows)
    seen = [row for row in rows if row["status"] != Status.NO_PAPERS]
    return Group(name, seen, tuple(row["gemeente"] for row in rows if row["status"] == Status.NO_PAPERS))


def _reasons(text: str) -> list[tuple[str, str]]:
    """The reason per theme, from column `reden` of `housing_only.csv`."""
    themes = "|".join(Theme)
    parts = re.split(rf"(?:^|; )({themes}): ", text)
    return list(zip(parts[1::2], parts[2::2], strict=True))


def _plain_in_markdown(value: Any) -> str:
    """A text from a paper as plain text: no line breaks, and no signs that Markdown would read as its own."""
    return re.sub(r"([\\`*_\[\]<>|#])", r"\\\1", " ".join(str(value).split()))
