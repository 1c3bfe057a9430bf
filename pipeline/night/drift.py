"""Whether what a run finds is still like what the former runs found: a new classifier, reader or source may change it in silence.

All that lies in the inbox shows what a classifier, reader or rule does. The newest papers show what a source does: a site that
gives a page to log in for each paper is lost among thousands that were read before. Of those only the files are looked at: which
themes fifty papers speak of depends on which they are.

A share is worth a warning when it lies outside the band in which most former runs were, by more than a part of the edge of the
band and by more than a few files or passages. The measures of former runs stand in their `run.json` in the archive.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from statistics import quantiles
from typing import Any

from pipeline.coverage.dossier import Dossier
from pipeline.foundation.dutch import listed
from pipeline.publish.outputset import ARCHIVE, RECORD
from pipeline.settings import Settings
from pipeline.store.together import UNFINISHED
from pipeline.themes.codebook import Theme
from pipeline.themes.judging import JudgedText

FILES, UNREADABLE, EMPTY, OFF_TOPIC, PASSAGES = (
    "bestanden",
    "onleesbaar",
    "leeg",
    "niet over arbeidsmigratie",
    "passages",
)
IN_DOUBT = "onzeker"
ABOUT_FILES = (UNREADABLE, EMPTY, OFF_TOPIC)
PARTS = {"taalpijplijn": "de taalpijplijn", "classifier": "de classifier", "lezer": "de lezer", "regels": "de regels"}
"""The versions in a record that can change a share, and what an operator calls them."""

Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Measure:
    """What one run found. `inbox` counts all papers, `fresh` those that the run before did not have; twins count once."""

    inbox: Counts
    fresh: Counts

    @classmethod
    def of(cls, dossiers: Sequence[Dossier], said: Mapping[str, Counts], former: Iterable[str]) -> Measure:
        """Measure dossiers; `said` is what `counts_of` gave, by SHA-256, `former` the papers of the run before (SHA-256)."""
        known = set(former)
        counted = {one.sha256: _counted(one, said.get(one.sha256, {})) for one in dossiers}
        inbox = _sum(counted.values())
        fresh = _sum(counts for sha, counts in counted.items() if sha not in known)
        shown = (FILES, *ABOUT_FILES, PASSAGES, *_of_passages())
        return cls({name: inbox[name] for name in shown}, {name: fresh[name] for name in (FILES, *ABOUT_FILES)})

    def unchanged(self) -> Measure:
        """The measure of a run that found the same, and so nothing new."""
        return Measure(self.inbox, dict.fromkeys((FILES, *ABOUT_FILES), 0))

    @classmethod
    def from_record(cls, record: Mapping[str, Any]) -> Measure:
        """Return the measure in a `run.json`. Raises KeyError where it is of a themaspin that did not measure."""
        return cls(record["drift"]["inbox"], record["drift"]["nieuw"])

    def as_data(self, warnings: Sequence[str]) -> dict[str, Any]:
        """Return what `run.json` says under `drift`."""
        return {"inbox": dict(self.inbox), "nieuw": dict(self.fresh), "afwijkingen": list(warnings)}


def counts_of(judged: Sequence[JudgedText], empty: bool) -> dict[str, int]:
    """Return in how many of a paper's judged passages each theme was found or is in doubt; `empty` where it has no passage at all."""
    found = Counter[str]({PASSAGES: len(judged), EMPTY: int(empty)})
    for one in judged:
        found.update(theme.value for theme in one.labels)
        found.update(_doubt(theme) for theme in one.uncertain)
    return dict(found)


def former_records(settings: Settings, run: str) -> list[dict[str, Any]]:
    """Return the records of the runs before `run` over the same inbox, the oldest first, as far back as the settings say."""
    if not settings.drift_runs:
        return []
    shelves = (settings.outputs / ARCHIVE).glob("*/*")
    runs = sorted((one for one in shelves if one.suffix != UNFINISHED and one.name < run), key=lambda one: one.name)
    return [
        one for one in _records(runs[-settings.drift_runs :]) if one["instellingen"]["inbox"] == str(settings.inbox)
    ]


def _records(folders: Iterable[Path]) -> Iterator[dict[str, Any]]:
    for folder in folders:
        with suppress(OSError, ValueError, KeyError, TypeError):  # of another version, or damaged: it tells nothing
            record = json.loads((folder / RECORD).read_text(encoding="utf-8"))
            Measure.from_record(record)
            yield record


def deviations(
    now: Measure, versions: Mapping[str, str], former: Sequence[Mapping[str, Any]], settings: Settings
) -> tuple[str, ...]:
    """Return in Dutch which shares left the band of the `former` records, and last what may explain it; nothing where none did.

    `versions` are those of this run.
    """
    before = [Measure.from_record(record) for record in former]
    runs = [one.inbox for one in before]
    told = list(_outside(now.inbox, runs, "de inbox", "runs", (*ABOUT_FILES, *_of_passages()), settings))
    newest, groups = _groups([*(one.fresh for one in before), now.fresh], settings.drift_bestanden)
    if now.fresh[FILES]:
        told += _outside(newest, groups, "de nieuwste bestanden", "groepen nieuwe bestanden", ABOUT_FILES, settings)
    return (*told, _explanation(now, versions, former[-1])) if told else ()


def _outside(
    now: Counts, points: Sequence[Counts], where: str, of_what: str, shares: Iterable[str], settings: Settings
) -> Iterator[str]:
    if now.get(FILES, 0) < settings.drift_bestanden:
        return
    for share in shares:
        whole = FILES if share in ABOUT_FILES else PASSAGES
        former = [one.get(share, 0) / one[whole] for one in points if one.get(whole, 0)]
        if not now.get(whole, 0) or len(former) < settings.drift_vanaf:
            continue
        low, high = _band(former, settings.drift_band)
        count, total = now.get(share, 0), now[whole]
        edge = min(max(count / total, low), high)
        beyond = abs(count / total - edge)
        if beyond > settings.drift_deel * edge and beyond * total >= settings.drift_gevallen:
            yield (
                f"{share.capitalize()}: {_percent(count / total)} van {_named(whole, where)} ({count} van {total}); in de meeste van de "
                f"{len(former)} vorige {of_what} {_percent(low)} tot {_percent(high)}."
            )


def _band(shares: Sequence[float], middle: float) -> tuple[float, float]:
    """Between which shares the middle part (0.8 is four fifths) of the former ones lies."""
    cuts = quantiles(shares, n=200, method="inclusive")
    outside = round((1 - middle) * 100)
    return (cuts[outside - 1], cuts[-outside]) if outside else (min(shares), max(shares))


def _groups(fresh: Sequence[Counts], size: int) -> tuple[Counts, list[Counts]]:
    """New files of runs in a row put together, from this run back, until there are `size` of them: the newest group, and the others."""
    groups: list[Counts] = []
    group = Counter[str]()
    for one in reversed(fresh):
        group.update(one)
        if group[FILES] >= size:
            groups.append(group)
            group = Counter()
    return (groups[0], groups[1:]) if groups else ({}, [])


def _counted(dossier: Dossier, said: Counts) -> Counts:
    if not dossier.readable:
        return {FILES: 1, UNREADABLE: 1}
    off_topic = not said.get(EMPTY) and not dossier.paper.about.value
    return {FILES: 1, OFF_TOPIC: int(off_topic), **said}


def _sum(counts: Iterable[Counts]) -> Counter[str]:
    whole = Counter[str]()
    for one in counts:
        whole.update(one)
    return whole


def _of_passages() -> Iterator[str]:
    for theme in Theme:
        yield from (theme.value, _doubt(theme))


def _doubt(theme: Theme) -> str:
    return f"{theme.value} {IN_DOUBT}"


def _named(whole: str, where: str) -> str:
    return "de passages" if whole == PASSAGES else where


def _explanation(now: Measure, versions: Mapping[str, str], former: Mapping[str, Any]) -> str:
    other = [name for key, name in PARTS.items() if former["versies"].get(key) != versions.get(key)]
    causes = [f"zijn er {now.fresh[FILES]} nieuwe bestanden"] if now.fresh[FILES] else []
    if other:
        causes.insert(0, f"{'is' if len(other) == 1 else 'zijn'} {listed(other)} anders")
    since = (
        f"Sinds de vorige run {listed(causes)}."
        if causes
        else "Sinds de vorige run is er geen andere versie en kwam er niets bij."
    )
    return f"{since} Is het bedoeld, dan geeft het zich na enkele runs; anders: zie docs/beheer.md."


def _percent(share: float) -> str:
    return f"{share:.1%}".replace(".", ",")
