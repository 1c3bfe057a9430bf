"""The map of municipalities by status, as one inline SVG: no scripts, no style attributes, nothing fetched.

Borders are those of the peildatum's year, or of the nearest year there is (`grenzen/BRON.md`); the map says which. Statuses
differ by pattern and letter as well as by colour. Areas on the map are known by CBS code.
"""

from __future__ import annotations

import json
import textwrap
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from html import escape
from importlib.resources import files

from pipeline.foundation.dutch import day_in_words, listed
from pipeline.language.municipalities import by_code
from pipeline.publish.uiterlijk import STATUSES, StatusLook

ATTRIBUTION = "Grenzen: Kadaster / Centraal Bureau voor de Statistiek"
MIXED = "verschillend"
MARGIN = 12
LETTER = 24
LARGEST, SMALLEST, LETTER_WIDTH = 15, 12, 0.52
"""Of names: size in units of the map, and the mean width of a letter as part of its size."""
MOST_NAMES = 80
"""With more areas than this the names would lie over one another; the letters stay."""


LOOKS: Mapping[str, StatusLook] = {
    **STATUSES,
    MIXED: StatusLook("*", "verschilt per toenmalige gemeente", "#dfe8f2", "M0 6h12M6 0v12", "#9db4cc"),
}
"""By the words of column `status`, and of an area whose former municipalities differ."""


@dataclass(frozen=True, slots=True)
class Area:
    """A municipality's area: SVG path, the inner point farthest from its border, and that distance (units of 100 m)."""

    path: str
    x: int
    y: int
    depth: int


@cache
def _borders(name: str) -> Mapping[int, Mapping[str, Area]]:
    text = (files("pipeline.publish") / "grenzen" / name).read_text(encoding="utf-8")
    return {
        int(year): {code: Area(one["d"], *one["m"]) for code, one in areas.items()}
        for year, areas in json.loads(text).items()
    }


def border_year(day: date, province: str = "Noord-Brabant") -> int:
    """The year whose borders serve on `day`: its own, or the nearest that there is."""
    years = _borders(_file(province))
    return min(years, key=lambda year: abs(year - day.year))


def _file(province: str) -> str:
    return "noord_brabant.json" if province == "Noord-Brabant" else "overig_2023.json"


def province_map(
    day: date,
    status_of: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str] | None = None,
    ident: str = "kaart",
) -> str:
    """Return the map of the municipalities in `status_of` (CBS code to status) as an `<svg>` element.

    `titles` gives the text shown with a municipality (else its name and status), `links` where a click on it leads. A
    municipality that has no borders of its own, because it was merged before the first year there is, stands with the area of
    its successors. `ident` begins every id, for a page with more than one map. With links the SVG is a group whose parts can be
    reached one by one; without it is one image. Raises OnbekendeGemeente.
    """
    placed = _placed(day, status_of)
    if not placed:
        return ""
    left, top, right, bottom = _frame(area for area, _ in placed.values())
    scale = max(0.6, (right - left) / 1300)
    body = "".join(_municipality(code, *placed[code], status_of, titles, links or {}, ident) for code in placed)
    names = _names(placed, status_of, scale)
    counts = Counter(status_of.values()) + Counter(
        {MIXED: sum(_shown(c, status_of) == MIXED for _, c in placed.values())}
    )
    remarks = _remarks(day, placed)
    foot, height = _foot(counts, [*remarks, ATTRIBUTION], left, bottom + 3 * MARGIN, right - left, scale, ident)
    box = f"{left - MARGIN} {top - MARGIN} {right - left + 2 * MARGIN} {round(bottom - top + 5 * MARGIN + height)}"
    role = "group" if links else "img"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="kaart" role="{role}" viewBox="{box}" '
        f'aria-labelledby="{ident}-titel {ident}-uitleg" font-family="system-ui, sans-serif">'
        f'<title id="{ident}-titel">Kaart van gemeenten naar beleid op {day_in_words(day)}</title>'
        f'<desc id="{ident}-uitleg">{escape(_in_words(counts, remarks))}</desc>'
        f"<defs>{''.join(_pattern(status, look, ident, scale) for status, look in LOOKS.items())}</defs>"
        f'<g stroke="#77716a" stroke-width="{1.3 * scale:.1f}" stroke-linejoin="round" fill-rule="evenodd">{body}</g>'
        f'<g aria-hidden="true" pointer-events="none">{names}{foot}</g></svg>'
    )


def _placed(day: date, codes: Iterable[str]) -> dict[str, tuple[Area, tuple[str, ...]]]:
    """The areas to draw by their code, each with the municipalities that lie in it."""
    found: dict[str, list[str]] = {}
    areas: dict[str, Area] = {}
    for code in sorted(codes):
        province = by_code(code).province
        borders = _borders(_file(province))[border_year(day, province)]
        for place in _places(code, borders):
            areas[place] = borders[place]
            found.setdefault(place, []).append(code)
    return {place: (areas[place], tuple(found[place])) for place in sorted(areas)}


def _places(code: str, borders: Mapping[str, Area]) -> Iterator[str]:
    """The code itself where it has borders, else those of its successors that do."""
    if code in borders:
        yield code
    else:
        for successor in by_code(code).successors:
            yield from _places(successor, borders)


def _frame(areas: Iterable[Area]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of all areas together."""
    corners = [corner for area in areas for corner in _corners(area.path)]
    columns, rows = zip(*corners, strict=True)
    return min(columns), min(rows), max(columns), max(rows)


@cache
def _corners(path: str) -> tuple[tuple[int, int], tuple[int, int]]:
    points = [point for ring in path.split("z") if ring for point in _points(ring)]
    columns, rows = zip(*points, strict=True)
    return (min(columns), min(rows)), (max(columns), max(rows))


def _points(ring: str) -> Iterator[tuple[int, int]]:
    """The points of one ring, `Mx yldx dy…` with relative steps."""
    start, steps = ring.removeprefix("M").split("l")
    numbers = [int(number) for number in steps.replace("-", " -").split()]
    x, y = map(int, start.split())
    yield x, y
    for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
        x, y = x + dx, y + dy
        yield x, y


def _shown(codes: Sequence[str], status_of: Mapping[str, str]) -> str:
    statuses = {status_of[code] for code in codes}
    return statuses.pop() if len(statuses) == 1 else MIXED


def _municipality(
    place: str,
    area: Area,
    codes: Sequence[str],
    status_of: Mapping[str, str],
    titles: Mapping[str, str],
    links: Mapping[str, str],
    ident: str,
) -> str:
    text = "; ".join(titles.get(code) or f"{by_code(code).name}: {_look(status_of[code]).words}" for code in codes)
    if place not in codes:
        text = f"{by_code(place).name} (later): {text}"
    status = _shown(codes, status_of)
    shape = f'<path class="gemeente {status}" d="{area.path}" fill="url(#{ident}-{status})"/>'
    link = next((links[code] for code in (place, *codes) if code in links), None)
    if link is None:
        return f"<g><title>{escape(text)}</title>{shape}</g>"
    return f'<a href="{escape(link)}" aria-label="{escape(text)}"><title>{escape(text)}</title>{shape}</a>'


def _look(status: str) -> StatusLook:
    return LOOKS.get(status, LOOKS["geen_documenten"])


def _names(placed: Mapping[str, tuple[Area, Sequence[str]]], status_of: Mapping[str, str], scale: float) -> str:
    """The letter of each area's status with its name below it."""
    parts = []
    for place, (area, codes) in placed.items():
        lines = _broken(by_code(place).name, area.depth / scale) if len(placed) <= MOST_NAMES else []
        size = scale * _size(lines, area.depth / scale)
        letter = scale * min(LETTER, max(SMALLEST, 1.6 * area.depth / scale))
        top = area.y - (len(lines) * size * 1.05) / 2 + 0.37 * letter
        parts.append(_text(area.x, top, letter, _look(_shown(codes, status_of)).letter, bold=True))
        parts += [_text(area.x, top + (number + 1) * size * 1.05, size, line) for number, line in enumerate(lines)]
    return f'<g text-anchor="middle" fill="#1f1d1b" stroke="#ffffff" paint-order="stroke">{"".join(parts)}</g>'


def _broken(name: str, depth: float) -> list[str]:
    """The name in lines that fit the area; a list of villages by its first."""
    short = name.split(",")[0] + " c.a." if "," in name else name
    width = max(10, int(2.2 * depth / (LETTER_WIDTH * LARGEST)))
    return textwrap.wrap(short.replace("'s-", "'s\u2011"), width, break_long_words=False)


def _size(lines: Sequence[str], depth: float) -> float:
    """The size of letter with which the longest line stays near its own area."""
    longest = max(map(len, lines), default=1)
    return min(LARGEST, max(SMALLEST, 2.5 * depth / (LETTER_WIDTH * longest)))


def _text(x: float, y: float, size: float, text: str, bold: bool = False) -> str:
    weight = ' font-weight="700"' if bold else ""
    halo = f' stroke-width="{size / 6:.1f}"'
    return f'<text x="{x:.0f}" y="{y:.0f}" font-size="{size:.1f}"{weight}{halo}>{escape(text)}</text>'


def _foot(
    counts: Mapping[str, int], remarks: Sequence[str], left: float, top: float, width: float, scale: float, ident: str
) -> tuple[str, float]:
    """The legend in columns and the remarks below it, with their height together."""
    used = [status for status in LOOKS if counts.get(status)]
    columns = max(1, min(4, int(width / (290 * scale))))
    step, row = width / columns, 40 * scale
    parts = []
    for number, status in enumerate(used):
        x, y = left + number % columns * step, top + number // columns * row
        look = _look(status)
        words = look.words if status == MIXED else f"{look.words} ({counts[status]})"
        parts.append(
            f'<rect x="{x:.0f}" y="{y:.0f}" width="{44 * scale:.0f}" height="{28 * scale:.0f}" '
            f'fill="url(#{ident}-{status})" stroke="#6b655d" stroke-width="1"/>'
            + '<g text-anchor="middle" stroke="#ffffff" paint-order="stroke">'
            + _text(x + 22 * scale, y + 21 * scale, 20 * scale, look.letter, bold=True)
            + "</g>"
            + f'<text x="{x + 54 * scale:.0f}" y="{y + 21 * scale:.0f}" font-size="{20 * scale:.1f}">{escape(words)}</text>'
        )
    y = top + -(-len(used) // columns) * row
    lines = [line for remark in remarks for line in textwrap.wrap(remark, int(width / (8.2 * scale)))]
    for number, line in enumerate(lines):
        place = y + (number + 0.8) * 20 * scale
        parts.append(
            f'<text x="{left}" y="{place:.0f}" font-size="{15 * scale:.1f}" fill="#55504a">{escape(line)}</text>'
        )
    return f'<g fill="#1f1d1b">{"".join(parts)}</g>', y - top + len(lines) * 20 * scale


def _remarks(day: date, placed: Mapping[str, tuple[Area, Sequence[str]]]) -> list[str]:
    """What a reader must know of the borders: their year where it is another, and who has none of its own."""
    provinces = {by_code(place).province for place in placed}
    years = sorted({border_year(day, province) for province in provinces})
    remarks = []
    if years != [day.year] and not _same_municipalities(day, placed):
        remarks.append(f"Getekend op de grenzen van {' en '.join(map(str, years))}; die van {day.year} zijn er niet.")
    for place, (_, codes) in placed.items():
        if set(codes) != {place}:
            former = [by_code(code).name for code in codes if code != place]
            verb = "lagen" if len(former) > 1 else "lag"
            remarks.append(f"In {by_code(place).name} {verb} toen nog {listed(former)}.")
    return remarks


def _same_municipalities(day: date, placed: Mapping[str, tuple[Area, Sequence[str]]]) -> bool:
    """Whether nothing was merged between the day and the year of the borders: then these are right for that day too."""
    return day.year > 2022 and all(codes == (place,) for place, (_, codes) in placed.items())


def _in_words(counts: Mapping[str, int], remarks: Sequence[str]) -> str:
    told = [
        f"{look.words} {counts[status]}" for status, look in LOOKS.items() if counts.get(status) and status != MIXED
    ]
    return " ".join([f"Aantal gemeenten per status: {', '.join(told)}.", *remarks, f"{ATTRIBUTION}."])


def _pattern(status: str, look: StatusLook, ident: str, scale: float) -> str:
    ground = f'<rect width="12" height="12" fill="{look.colour}" stroke="none"/>'
    lines = f'<path d="{look.lines}" stroke="{look.ink}" stroke-width="1.2" fill="none"/>' if look.lines else ""
    size = f'width="12" height="12" patternUnits="userSpaceOnUse" patternTransform="scale({scale:.2f})"'
    return f'<pattern id="{ident}-{status}" {size}>{ground}{lines}</pattern>'
