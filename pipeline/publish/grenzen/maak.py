"""Make the borders for the map from GeoJSON: `python pipeline/publish/grenzen/maak.py MAP` (see BRON.md beside this file).

The folder holds `brabant_<year>.geojson` and `nederland_2023.geojson` (WGS84, `gm_code` in the properties). Written are
`noord_brabant.json` and `overig_2023.json`: per year and CBS code an SVG path, the point inside it that lies farthest from its
border, and that distance; all on one flat grid for the whole country of 100 m a unit, x to the east and y to the south.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
WEST, NORTH, TRUE_AT = 3.2, 53.7, 52.0
"""The corner of the grid, and the latitude at which its scale is the same both ways (at most 2 % off in the Netherlands)."""
UNITS_A_DEGREE = 1113.2
LABEL_STEP = 5
Ring = list[tuple[int, int]]


def flat(ring: Sequence[Sequence[float]]) -> Ring:
    """A ring on the grid, without points that fall together and without the closing one."""
    wide = UNITS_A_DEGREE * math.cos(math.radians(TRUE_AT))
    points = [(round((lon - WEST) * wide), round((NORTH - lat) * UNITS_A_DEGREE)) for lon, lat in ring]
    return [point for point, before in zip(points, points[-1:] + points[:-1], strict=True) if point != before]


def path(rings: Sequence[Ring]) -> str:
    """The rings as one SVG path with relative steps."""
    parts = []
    for ring in rings:
        steps = [(x - a, y - b) for (a, b), (x, y) in pairwise(ring)]
        parts.append(
            f"M{ring[0][0]} {ring[0][1]}l" + " ".join(f"{dx} {dy}" for dx, dy in steps).replace(" -", "-") + "z"
        )
    return "".join(parts)


def middle(rings: Sequence[Ring]) -> tuple[int, int, int]:
    """The inner point farthest from the border, on a raster, with its distance."""
    columns, rows = zip(*(point for ring in rings for point in ring), strict=True)
    raster = (
        (x, y)
        for x in range(min(columns), max(columns), LABEL_STEP)
        for y in range(min(rows), max(rows), LABEL_STEP)
        if inside(x, y, rings)
    )
    depth, x, y = max((distance(x, y, rings), x, y) for x, y in raster)
    return x, y, round(depth)


def inside(x: float, y: float, rings: Sequence[Ring]) -> bool:
    """Whether a point lies in the area (even-odd rule, as the map paints it)."""
    crossings = sum((b > y) != (d > y) and x < (c - a) * (y - b) / (d - b) + a for (a, b), (c, d) in edges(rings))
    return crossings % 2 == 1


def distance(x: float, y: float, rings: Sequence[Ring]) -> float:
    """From a point to the nearest border."""
    return min(to_edge(x, y, *start, *end) for start, end in edges(rings))


def to_edge(x: float, y: float, a: int, b: int, c: int, d: int) -> float:
    """From a point to the stretch from (a, b) to (c, d)."""
    along = ((x - a) * (c - a) + (y - b) * (d - b)) / ((c - a) ** 2 + (d - b) ** 2)
    along = min(1.0, max(0.0, along))
    return math.hypot(x - a - along * (c - a), y - b - along * (d - b))


def edges(rings: Sequence[Ring]) -> Iterator[tuple[tuple[int, int], tuple[int, int]]]:
    """Every stretch of border."""
    for ring in rings:
        yield from zip(ring, ring[1:] + ring[:1], strict=True)


def area(feature: dict[str, Any]) -> dict[str, Any]:
    """What the map needs of one municipality: path `d` and label point `m` (x, y, distance to the border)."""
    shape = feature["geometry"]
    polygons = shape["coordinates"] if shape["type"] == "MultiPolygon" else [shape["coordinates"]]
    rings = [ring for polygon in polygons for ring in map(flat, polygon) if len(ring) > 2]
    return {"d": path(rings), "m": middle(rings)}


def areas(source: Path, without: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The areas of one GeoJSON file by CBS code."""
    features = json.loads(source.read_text(encoding="utf-8"))["features"]
    coded = {feature["properties"]["gm_code"]: feature for feature in features}
    return {code: area(coded[code]) for code in sorted(coded.keys() - without)}


def write(name: str, years: dict[str, Any]) -> None:
    """Write one area a line, so that a change of borders shows as one."""
    blocks = []
    for year, found in years.items():
        lines = ",\n".join(f'"{code}":{json.dumps(one, separators=(",", ":"))}' for code, one in found.items())
        blocks.append(f'"{year}":{{\n{lines}\n}}')
    (HERE / name).write_text("{" + ",\n".join(blocks) + "}\n", encoding="utf-8")


def main(folder: Path) -> None:
    """Make both files."""
    brabant = {source.stem[-4:]: areas(source) for source in sorted(folder.glob("brabant_*.geojson"))}
    write("noord_brabant.json", brabant)
    write("overig_2023.json", {"2023": areas(folder / "nederland_2023.geojson", frozenset(brabant["2023"]))})


if __name__ == "__main__":
    main(Path(sys.argv[1]))
