"""What the pages ask of the site's file. Every function takes an open connection and returns plain rows, nested values unpacked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from pipeline.coverage.assessment import COVERED
from pipeline.language.municipalities import alphabetical
from pipeline.publish.sitefile import provinces_of
from pipeline.publish.uiterlijk import area_in_words
from pipeline.themes.codebook import Theme

Row = Mapping[str, Any]
PAGE_LENGTH = 40
"""Rows on a page of a list."""


@dataclass(frozen=True, slots=True)
class KnownDay:
    """A peildatum of which is known where everybody stood: the run that found it, and when (ISO)."""

    peildatum: str
    run: str
    newest: bool
    made: str
    record: Row

    @property
    def area(self) -> str:
        """The provinces for which it is known, in words; "" where its record does not tell."""
        provinces = provinces_of(self.record)
        return "" if provinces is None else area_in_words(provinces)


def known_days(site: sqlite3.Connection) -> list[KnownDay]:
    """Return every peildatum there is, newest first."""
    rows = site.execute("SELECT peildatum, run, nieuwste, record, stand FROM toestand ORDER BY peildatum DESC")
    return [KnownDay(row[0], row[1], bool(row[2]), row[4], json.loads(row[3])) for row in rows]


def municipalities(site: sqlite3.Connection, peildatum: str) -> list[Row]:
    """Return every municipality at a peildatum, by name."""
    rows = site.execute("SELECT inhoud FROM gemeente WHERE peildatum = ?", (peildatum,))
    return sorted((json.loads(row[0]) for row in rows), key=lambda row: alphabetical(row["gemeente"]))


def municipality(site: sqlite3.Connection, peildatum: str, gm_code: str) -> Row | None:
    """Return one municipality at a peildatum, with `gevlagd` and the certainty of its flag; None where it is not there."""
    row = site.execute(
        "SELECT inhoud, gevlagd, zekerheid FROM gemeente WHERE peildatum = ? AND gm_code = ?", (peildatum, gm_code)
    ).fetchone()
    return {**json.loads(row[0]), "gevlagd": bool(row[1]), "zekerheid": row[2]} if row else None


def flagged(site: sqlite3.Connection, peildatum: str) -> list[Row]:
    """Return the municipalities whose policy is housing only, most doubtful first."""
    rows = site.execute(
        "SELECT inhoud, zekerheid FROM gemeente WHERE peildatum = ? AND gevlagd ORDER BY zekerheid, gm_code",
        (peildatum,),
    )
    return [{**json.loads(row[0]), "gevlagd": True, "zekerheid": row[1]} for row in rows]


def regions(site: sqlite3.Connection, peildatum: str) -> list[Row]:
    """Return the regional table at a peildatum."""
    rows = site.execute("SELECT inhoud FROM regio WHERE peildatum = ? ORDER BY naam", (peildatum,))
    return [json.loads(row[0]) for row in rows]


def changes(site: sqlite3.Connection, peildatum: str) -> list[Row]:
    """Return what the run of this peildatum changed."""
    rows = site.execute("SELECT inhoud FROM verandering WHERE peildatum = ? ORDER BY nummer", (peildatum,))
    return [json.loads(row[0]) for row in rows]


def papers_of(site: sqlite3.Connection, peildatum: str, gm_code: str) -> list[Row]:
    """Return the papers that count for or are shown with a municipality, oldest first; `rol` is their part in its position."""
    rows = site.execute(
        "SELECT h.rol, b.inhoud FROM houdt h JOIN bestand b ON b.sha = h.sha WHERE h.peildatum = ? AND h.gm_code = ? "
        "ORDER BY b.datum, b.pad",
        (peildatum, gm_code),
    )
    found = [{**json.loads(row[1]), "rol": row[0]} for row in rows]
    return [paper for paper in found if not paper["dubbel_van"]]


def paper(site: sqlite3.Connection, sha: str) -> Row | None:
    """Return a file by its content, under the name that counts, with `maten` of its pages and its `bevindingen` by theme.

    `namen` are all its names, those of its copies (the same text in other bytes) last; `telt_als` is the SHA-256 of the file as whose
    copy it counts, "" where it counts itself.
    """
    rows = site.execute("SELECT inhoud FROM bestand WHERE sha = ? ORDER BY pad", (sha,)).fetchall()
    if not rows:
        return None
    files = [json.loads(row[0]) for row in rows]
    chosen = next((file for file in files if not file["dubbel_van"]), files[0])
    known = site.execute("SELECT maten, bevindingen FROM stuk WHERE sha = ?", (sha,)).fetchone()
    copies = chosen.get("kopieen", [])
    others = site.execute(f"SELECT pad FROM bestand WHERE sha IN ({_marks(copies)}) ORDER BY pad", copies)
    names = [file["bestand"] for file in files] + [name for (name,) in others]
    counting = site.execute("SELECT sha FROM bestand WHERE pad = ?", (chosen["dubbel_van"],)).fetchone()
    sizes, findings = (json.loads(known[0]), json.loads(known[1])) if known else ([], {})
    more = {"namen": names, "telt_als": counting[0] if counting else "", "maten": sizes, "bevindingen": findings}
    return {**chosen, **more}


def passage(site: sqlite3.Connection, sha: str, number: int) -> Row | None:
    """Return one passage of a paper; None where there is none of that number."""
    row = site.execute("SELECT * FROM passage WHERE sha = ? AND nummer = ?", (sha, number)).fetchone()
    return _unpacked(row) if row else None


def passages(site: sqlite3.Connection, sha: str, start: int = 0, length: int = PAGE_LENGTH) -> list[Row]:
    """Return passages of a paper in reading order."""
    rows = site.execute("SELECT * FROM passage WHERE sha = ? ORDER BY nummer LIMIT ? OFFSET ?", (sha, length, start))
    return [_unpacked(row) for row in rows]


def passage_count(site: sqlite3.Connection, sha: str) -> int:
    """Return how many passages a paper has."""
    return site.execute("SELECT count(*) FROM passage WHERE sha = ?", (sha,)).fetchone()[0]


class Side(StrEnum):
    """Which of the passages that carry a theme: those with an aim or a measure on own footing, the others, or all."""

    FREE = f"(niveau >= {COVERED} AND NOT dienend)"
    OTHER = f"NOT {FREE}"
    BOTH = "1"


def evidence(
    site: sqlite3.Connection,
    shas: Iterable[str],
    theme: str,
    length: int = PAGE_LENGTH,
    start: int = 0,
    side: Side = Side.BOTH,
) -> list[Row]:
    """Return the passages of papers that carry a theme, those that weigh most first."""
    table = f"(SELECT * FROM bewijs WHERE {side})"
    return _pieces(site, table, shas, theme, "e.dienend, e.niveau DESC, e.score DESC", length, start)


def evidence_count(site: sqlite3.Connection, shas: Iterable[str], theme: str, side: Side = Side.BOTH) -> int:
    """Return how many passages of papers carry a theme."""
    shas = list(shas)
    query = f"SELECT count(*) FROM bewijs WHERE sha IN ({_marks(shas)}) AND thema = ? AND {side}"
    return site.execute(query, (*shas, theme)).fetchone()[0]


def doubtful(site: sqlite3.Connection, shas: Iterable[str], theme: str, length: int = PAGE_LENGTH) -> list[Row]:
    """Return the passages of papers on which the classifier abstains for a theme, the likeliest first."""
    return _pieces(site, "twijfel", shas, theme, "e.score DESC", length, 0)


def most_doubtful(site: sqlite3.Connection, theme: str, length: int) -> list[Row]:
    """Return the passages on which the classifier abstains for a theme but nearly spoke, from any paper."""
    rows = site.execute(
        "SELECT e.*, p.* FROM (SELECT * FROM twijfel WHERE thema = ? ORDER BY score DESC LIMIT ?) e "
        "JOIN passage p ON p.sha = e.sha AND p.nummer = e.nummer ORDER BY e.score DESC",
        (theme, length),
    )
    return [_unpacked(row) for row in rows]


def pages_of_findings(site: sqlite3.Connection, papers: Iterable[Row]) -> dict[tuple[str, str], list[int]]:
    """Return for each (path, theme) the pages of the passages that the finding rests on."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in papers:
        row = site.execute("SELECT bevindingen FROM stuk WHERE sha = ?", (one["sha256"],)).fetchone()
        if row is None:
            continue
        page_of = dict(site.execute("SELECT nummer, pagina FROM passage WHERE sha = ?", (one["sha256"],)))
        for theme, finding in json.loads(row[0]).items():
            pages = {page_of[number] for number in finding["passages"] if number in page_of}
            found[one["bestand"], theme] = sorted(pages)
    return found


def files(site: sqlite3.Connection, chosen: Mapping[str, str], start: int = 0) -> tuple[list[Row], int]:
    """Return a page of the files that fit `chosen` (gemeente, thema, soort, verwerking, jaar), newest first, and how many fit.

    A file fits a theme that it says something of: from level 1 on.
    """
    where, values = ["1"], []
    if chosen.get("gemeente"):
        where.append("pad IN (SELECT pad FROM bestand_gemeente WHERE gm_code = ?)")
        values.append(chosen["gemeente"])
    for name in ("soort", "verwerking"):
        if chosen.get(name):
            where.append(f"{name} = ?")
            values.append(chosen[name])
    if chosen.get("thema"):
        where.append("json_extract(inhoud, ?) >= 1")
        values.append(f"$.{Theme(chosen['thema'])}")
    if chosen.get("jaar"):
        where.append("datum >= ? AND datum < ?")
        values += [f"{chosen['jaar']}-", f"{chosen['jaar']}."]
    clause = " AND ".join(where)
    number = site.execute(f"SELECT count(*) FROM bestand WHERE {clause}", values).fetchone()[0]
    rows = site.execute(
        f"SELECT inhoud FROM bestand WHERE {clause} ORDER BY datum DESC, pad LIMIT ? OFFSET ?",
        (*values, PAGE_LENGTH, start),
    )
    return [json.loads(row[0]) for row in rows], number


def file_counts(site: sqlite3.Connection) -> dict[str, int]:
    """Return how many files were read, could not be read, or failed, by the words of column `verwerking`."""
    return dict(site.execute("SELECT verwerking, count(*) FROM bestand GROUP BY verwerking"))


def motions(site: sqlite3.Connection, gm_code: str = "", start: int = 0) -> tuple[list[Row], int]:
    """Return a page of the motions, newest first, and how many there are; of one municipality where `gm_code` is given."""
    where = "m.pad IN (SELECT pad FROM bestand_gemeente WHERE gm_code = ?)" if gm_code else "1"
    values = (gm_code,) if gm_code else ()
    number = site.execute(f"SELECT count(*) FROM motie m WHERE {where}", values).fetchone()[0]
    rows = site.execute(
        f"SELECT m.inhoud, b.sha FROM motie m JOIN bestand b ON b.pad = m.pad WHERE {where} "
        "ORDER BY m.datum DESC, m.pad, m.plek LIMIT ? OFFSET ?",
        (*values, PAGE_LENGTH, start),
    )
    return [{**json.loads(row[0]), "sha256": row[1]} for row in rows], number


def names_of(site: sqlite3.Connection, peildatum: str) -> list[tuple[str, str]]:
    """Return code and name of every municipality at a peildatum, by name."""
    rows = site.execute("SELECT gm_code, naam FROM gemeente WHERE peildatum = ?", (peildatum,))
    return sorted(map(tuple, rows), key=lambda row: alphabetical(row[1]))


def _pieces(
    site: sqlite3.Connection, table: str, shas: Iterable[str], theme: str, order: str, length: int, start: int
) -> list[Row]:
    shas = list(shas)
    if not shas or theme not in set(Theme):
        return []
    query = (
        f"SELECT e.*, p.* FROM {table} e JOIN passage p ON p.sha = e.sha AND p.nummer = e.nummer "
        f"WHERE e.sha IN ({_marks(shas)}) AND e.thema = ? ORDER BY {order}, e.sha, e.nummer LIMIT ? OFFSET ?"
    )
    return [_unpacked(row) for row in site.execute(query, (*shas, theme, length, start))]


def _marks(values: Sequence[Any]) -> str:
    return ", ".join("?" * len(values))


def _unpacked(row: sqlite3.Row) -> Row:
    found = dict(zip(row.keys(), row, strict=True))
    found |= {name: json.loads(found[name]) for name in ("sectie", "plaatsen")}
    return {**found, "oordeel": judgement(found["oordeel"])}


def judgement(text: str) -> Row:
    """Return what counts of a passage, and as `machine` what the classifier said of it, which is another thing where reviewers judged
    it (`reviewed`); without themes and scores where it was not asked."""
    counting = {"labels": [], "uncertain": [], "scores": {}, "strength": "", **json.loads(text)}
    return {**counting, "machine": counting.get("machine", counting), "reviewed": "machine" in counting}
