"""Several peildata side by side, as the evaluation drew it up by hand: its figure 2, table 3 and table 1.

A table is Markdown with its columns padded, so that the same text reads in a terminal and in a mail.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

from pipeline.coverage.assessment import PolicyType
from pipeline.coverage.comparison import CURRENT, Move, counts, in_region, moves, outdated_types
from pipeline.coverage.municipality import Status
from pipeline.coverage.regions import RegionPosition
from pipeline.coverage.standing import Standing
from pipeline.documents.outcome import UNKNOWN
from pipeline.foundation.dutch import listed
from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.language.municipalities import by_code
from pipeline.publish.csvfile import csv_text
from pipeline.publish.dictionary import described
from pipeline.publish.outputset import OutputsError
from pipeline.publish.peildata_rows import by_date, came_of, motion_rows, municipality_rows, region_rows, short_day
from pipeline.publish.uiterlijk import status_in_full
from pipeline.store.together import UNFINISHED

WIDEST = 60
"""Characters from which on a text in a table is cut short, but for the last column; the CSV files have it whole."""
MANY_DAYS = 6
"""Days from which on a file is named after the first and the last alone."""


def write_peildata(outputs: Path, days: Sequence[Standing]) -> list[Path]:
    """Write where everybody stands on these days as Markdown, and its tables as CSV; return the files. Raises OutputsError."""
    described_as = described("overzicht.toml")
    rows = {"gemeenten": municipality_rows(days), "regios": region_rows(days), "moties": motion_rows(days[-1])}
    texts = {f"-{name}.csv": csv_text(described_as[name], made) for name, made in rows.items()}
    name = f"overzicht-{_name(days)}"
    return [_write(outputs / f"{name}{end}", text) for end, text in {".md": peildata_text(days), **texts}.items()]


def _name(days: Sequence[Standing]) -> str:
    written = [day.day.isoformat() for day in days]
    return "_".join(written) if len(written) < MANY_DAYS else f"{written[0]}_{written[-1]}_{len(written)}-peildata"


def _write(path: Path, text: str) -> Path:
    temporary = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise OutputsError(
            f"{path} is niet te schrijven: {os_fault(error)}. {remedy(error)}, en probeer het nog eens."
        ) from None
    return path


def peildata_text(days: Sequence[Standing]) -> str:
    """Return where everybody stands on one or more days, oldest first, as Markdown."""
    parts = [
        f"# Arbeidsmigratie in gemeentelijk beleid: {listed([short_day(day.day) for day in days])}",
        "## Gemeentelijk beleid (figuur 2 van de evaluatie)",
        _table(["", *_heads(days)], _figure_2(days)),
        *_movement(days),
        "## Gemeenten per regio",
        _table(["regio", "peildatum", "gemeenten", *map(_word, Status)], _by_region(days)),
        "## Regionale afspraken (tabel 3 van de evaluatie)",
        _table(["regio", "peildatum", "afspraken", "inhoud", "toelichting"], _table_3(days)),
        f"## Moties en wat ervan kwam, tot en met {short_day(days[-1].day)} (tabel 1 van de evaluatie)",
        _motions(days[-1]),
    ]
    return "\n\n".join(parts) + "\n"


def _heads(days: Sequence[Standing]) -> list[str]:
    return [*(short_day(day.day) for day in days), *(["verschil"] if len(days) > 1 else [])]


def _figure_2(days: Sequence[Standing]) -> Iterator[list[str]]:
    """Status by type: counts for each day, and the difference between the last and the first."""
    found = [counts(day) for day in days]
    old = [outdated_types(day) for day in days]
    yield _counted("actueel beleid", [sum(one[status] for status in CURRENT) for one in found])
    for status in CURRENT:
        yield _counted(f"· waarvan {status}", [one[status] for one in found])
    yield _counted(status_in_full(Status.IN_DEVELOPMENT), [one[Status.IN_DEVELOPMENT] for one in found])
    yield _counted(status_in_full(Status.OUTDATED), [one[Status.OUTDATED] for one in found])
    for kind in (PolicyType.INTEGRAL, PolicyType.PARTIAL, PolicyType.HOUSING):
        if any(one[kind] for one in old):
            yield _counted(f"· waarvan {kind}", [one[kind] for one in old])
    yield _counted(status_in_full(Status.NONE), [one[Status.NONE] for one in found])
    yield _counted(status_in_full(Status.UNREADABLE), [one[Status.UNREADABLE] for one in found])
    yield _counted(status_in_full(Status.NO_PAPERS), [one[Status.NO_PAPERS] for one in found])
    yield _counted("gemeenten", [sum(one.values()) for one in found])


def _counted(label: str, numbers: Sequence[int]) -> list[str]:
    change = [f"{numbers[-1] - numbers[0]:+d}"] if len(numbers) > 1 else []
    return [label, *map(str, numbers), *change]


def _movement(days: Sequence[Standing]) -> Iterator[str]:
    for earlier, later in itertools.pairwise(days):
        found = moves(earlier, later)
        yield f"## Wat veranderde tussen {short_day(earlier.day)} en {short_day(later.day)}"
        if not found:
            yield "Geen gemeente ging van status."
            continue
        yield _table(["van", "naar", "aantal", "gemeenten"], [_move(move) for move in found])
        lines = [_region_line(region.name, found) for region in later.regions]
        yield "\n".join(["Per regio:", "", *lines])


def _move(move: Move) -> list[str]:
    names = ", ".join(one.name for one in move.municipalities)
    return [_word(move.before), _word(move.after), str(len(move.municipalities)), names]


def _word(status: Status | None) -> str:
    """The status as the tables write it, with a space."""
    return status.value.replace("_", " ") if status else "(bestond niet)"


def _region_line(region: str, found: Sequence[Move]) -> str:
    steps = [
        f"{', '.join(one.name for one in move.municipalities)} ({_word(move.before)} → {_word(move.after)})"
        for move in in_region(found, region)
    ]
    return f"- {region}: {'; '.join(steps) or 'geen verandering'}"


def _by_region(days: Sequence[Standing]) -> Iterator[list[str]]:
    for name, of_days in _regions(days):
        for day, region in of_days:
            yield [
                name,
                short_day(day),
                str(len(region.members)),
                *(str(region.counts[status]) if region.counts[status] else "·" for status in Status),
            ]


def _table_3(days: Sequence[Standing]) -> Iterator[list[str]]:
    for name, of_days in _regions(days):
        for day, region in of_days:
            papers = "; ".join(f"{one.paper.title.value or one.path}, {short_day(one.moment)}" for one in region.papers)
            content = region.content.value if region.papers else ""
            yield [name, short_day(day), region.agreement.value, content, papers]


def _regions(days: Sequence[Standing]) -> Iterator[tuple[str, list[tuple[date, RegionPosition]]]]:
    names = sorted({region.name for day in days for region in day.regions})
    for name in names:
        yield name, [(day.day, region) for day in days for region in day.regions if region.name == name]


def _motions(day: Standing) -> str:
    rows = []
    for trail in by_date(day.trails):
        dossier, motion = trail.motion, trail.motion.paper.motion
        if motion:
            whose = ", ".join(by_code(code).name for code in dossier.paper.owners.value) or motion.organ
            title = f"{motion.number} {dossier.paper.title.value}".strip()
            rows.append([short_day(motion.date), whose, title, trail.outcome, came_of(trail.status, trail.steps)])
    for missing in day.cited_only:
        whose = ", ".join(by_code(code).name for code in missing.gm_codes) or missing.organ or "onbekend"
        title = f"{missing.number} {missing.title}".strip()
        told = "" if missing.outcome == UNKNOWN else f"{missing.outcome} "
        outcome = f"{told}(niet in de inbox)"
        rows.append([short_day(missing.day), whose, title, outcome, came_of(missing.status, missing.steps)])
    if not rows:
        return "Geen moties gezien."
    return _table(["datum", "van", "motie", "uitslag", "wat ervan kwam"], rows)


def _table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table with padded columns; columns of figures are set to the right, and a text in the last one is left whole."""
    lines = [[*map(_cut, row[:-1]), _plain(row[-1])] for row in rows]
    figures = [bool(lines) and all(_figure(row[i]) for row in lines) for i in range(len(header))]
    widths = [max(len(cell) for cell in column) for column in zip(header, *lines, strict=True)]
    widths[-1] = widths[-1] if figures[-1] else len(header[-1])
    rules = ["-" * (width - 1) + ":" if right else "-" * width for width, right in zip(widths, figures, strict=True)]
    return "\n".join(_line(cells, widths, figures) for cells in (header, [rule or "-" for rule in rules], *lines))


def _line(cells: Sequence[str], widths: Sequence[int], figures: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if right else cell.ljust(width)
        for cell, width, right in zip(cells, widths, figures, strict=True)
    ]
    return f"| {' | '.join(padded)} |"


def _cut(cell: str) -> str:
    plain = _plain(cell)
    return plain if len(plain) <= WIDEST else f"{plain[: WIDEST - 1]}…"


def _plain(cell: str) -> str:
    return " ".join(cell.replace("|", "/").split())


def _figure(cell: str) -> bool:
    return cell.lstrip("+-").isdigit() or cell == "·"
