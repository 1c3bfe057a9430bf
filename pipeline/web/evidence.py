"""Passages as the pages show them: with the page image that belongs to them, and what carried them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping
from typing import Any

from pipeline.web.pageimages import WIDTH, Box, PageImage, cropped_height
from pipeline.web.queries import Row


def shown(site: sqlite3.Connection, passages: Iterable[Row], names: Mapping[str, str]) -> list[dict[str, Any]]:
    """Return passages with `stuk` (the name of their paper), the address and size of their image, those of all of each page they stand
    on (`bladen`: page and address), and the other pages they run on to."""
    sizes: dict[str, dict[int, tuple[float, float]]] = {}
    return [_shown(site, passage, names, sizes) for passage in passages]


def _shown(
    site: sqlite3.Connection, passage: Row, names: Mapping[str, str], sizes: dict[str, dict[int, tuple[float, float]]]
) -> dict[str, Any]:
    sha = passage["sha"]
    if sha not in sizes:
        sizes[sha] = page_sizes(site, sha)
    boxes = boxes_on(passage, passage["pagina"])
    width, height = sizes[sha].get(passage["pagina"], (595.0, 842.0))
    later = sorted({place[0] for place in passage["plaatsen"]} - {passage["pagina"]})
    return {
        **passage,
        "stuk": names.get(sha, ""),
        "beeld": image_address(passage, passage["pagina"], whole=False),
        "bladen": [(page, image_address(passage, page, whole=True)) for page in [passage["pagina"], *later]],
        "beeld_breed": WIDTH,
        "beeld_hoog": cropped_height(boxes, width, height) if boxes else 0,
        "verder_op": later,
    }


def page_sizes(site: sqlite3.Connection, sha: str) -> dict[int, tuple[float, float]]:
    """Return width and height of each page of a paper, in points."""
    row = site.execute("SELECT maten FROM stuk WHERE sha = ?", (sha,)).fetchone()
    return {number: (width, height) for number, width, height, _ in json.loads(row[0])} if row else {}


def boxes_on(passage: Row, page: int) -> tuple[Box, ...]:
    """Return where a passage stands on a page, in points."""
    return tuple((x0, top, x1, bottom) for number, x0, top, x1, bottom in passage["plaatsen"] if number == page)


def image_address(passage: Row, page: int, whole: bool) -> str:
    """Return the address of the image of a passage on a page: another one exactly where the image is."""
    name = page_image_of(passage, page, whole).name
    return f"/stuk/{passage['sha']}/passage/{passage['nummer']}/beeld.webp?blz={page}&heel={int(whole)}&v={name}"


def page_image_of(passage: Row, page: int, whole: bool) -> PageImage:
    """Return the image of a passage on a page; `whole` for all of the page."""
    boxes = boxes_on(passage, page)
    return PageImage(passage["sha"], page, boxes, bool(boxes) and not whole)
