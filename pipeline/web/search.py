"""Searching all passages: words in their inflections, phrases, and filters.

SQLite's full-text index knows no Dutch stemming, so a word is looked for in the forms that Dutch gives it: *woning* finds
*woningen*, *bedden* finds *bed*. From six letters on the beginning of a compound will do: *huisvesting* finds *huisvestingsbeleid*.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pipeline.themes.codebook import Theme
from pipeline.web.queries import PAGE_LENGTH, Row, judgement

LONGEST_QUESTION = 200
MOST_WORDS = 12
RANKED = 4_000
"""Up to so many hits the best come first; with more, ranking would keep the reader waiting and the newest papers come first."""
SHORTEST_BEGINNING = 3
"""Letters before a `*`: with fewer, nearly every passage would have to be looked at."""
COMPOUND = 6
"""From so many letters on a word may be the beginning of a longer one."""
_WORD = re.compile(r'"([^"]*)"|(\S+)')
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class Hits:
    """A page of hits; `number` is how many there are, at most RANKED + 1; `ranked` says whether the best come first."""

    hits: list[Row]
    number: int
    ranked: bool


def search(site: sqlite3.Connection, question: str, filters: Mapping[str, str], start: int = 0) -> Hits:
    """Return the passages that hold all words of a question and fit the filters (gemeente, thema, soort, jaar)."""
    match = _match(question, filters)
    if not match:
        return Hits([], 0, True)
    number = site.execute(
        "SELECT count(*) FROM (SELECT 1 FROM zoek WHERE zoek MATCH ? LIMIT ?)", (match, RANKED + 1)
    ).fetchone()[0]
    ranked = number <= RANKED
    order = "rank" if ranked else "rowid DESC"
    ids = site.execute(
        f"SELECT rowid FROM zoek WHERE zoek MATCH ? ORDER BY {order} LIMIT ? OFFSET ?", (match, PAGE_LENGTH, start)
    )
    return Hits([_hit(site, row[0]) for row in ids.fetchall()], number, ranked)


def _hit(site: sqlite3.Connection, identity: int) -> Row:
    row = site.execute(
        "SELECT p.sha, p.nummer, p.pagina, p.tekst, p.oordeel, b.inhoud FROM passage p "
        "JOIN bestand b ON b.sha = p.sha WHERE p.id = ? ORDER BY b.pad LIMIT 1",
        (identity,),
    ).fetchone()
    found: dict[str, Any] = dict(zip(row.keys(), row, strict=True))
    return {**found, "oordeel": judgement(found["oordeel"]), "stuk": json.loads(found.pop("inhoud"))}


def _match(question: str, filters: Mapping[str, str]) -> str:
    """The question in the language of FTS5; every word of it is quoted, so that nothing in it is a command."""
    terms = list(terms_of(question))
    if not terms:
        return ""
    parts = [f"tekst : ({' OR '.join(_quoted(form) for form in term)})" for term in terms]
    parts += [f"kenmerken : {_quoted(word)}" for word in _filter_words(filters)]
    return " AND ".join(parts)


def _quoted(form: str) -> str:
    text = form.removesuffix("*").replace('"', " ")
    return f'"{text}"{"*" if form.endswith("*") else ""}'


def terms_of(question: str) -> Iterator[list[str]]:
    """Yield for each word or phrase of a question the forms in which it counts as found; `*` ends a beginning."""
    for number, match in enumerate(_WORD.finditer(question[:LONGEST_QUESTION])):
        if number == MOST_WORDS:
            return
        if match[1] is not None:
            phrase = " ".join(re.findall(r"\w+", match[1]))
            if phrase:
                yield [phrase]
            continue
        for word in re.findall(r"\w+", match[2].lower()):
            yield [f"{word}*"] if match[2].endswith("*") and len(word) >= SHORTEST_BEGINNING else forms(word)


def forms(word: str) -> list[str]:
    """Return the forms of a Dutch word that one is looked for in: singular, plural, inflected adjective and verb."""
    stem = _stem(word)
    if len(stem) >= COMPOUND:
        return list(dict.fromkeys([word, f"{stem}*"]))
    if len(stem) < 3:
        return [word]
    doubled = (
        stem + stem[-1]
        if stem[-1] not in _VOWELS and stem[-2] in _VOWELS and stem[-3:-2] not in tuple(_VOWELS)
        else stem
    )
    endings = (
        f"{word}s",
        f"{word}n",
        stem,
        f"{stem}s",
        f"{stem}t",
        f"{doubled}e",
        f"{doubled}en",
        f"{doubled}er",
        f"{doubled}ers",
    )
    return list(dict.fromkeys([word, *endings]))


def _stem(word: str) -> str:
    for ending in ("en", "e", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word.removesuffix(ending)
            double = ending != "s" and stem[-1] == stem[-2] and stem[-1] not in _VOWELS
            return stem[:-1] if double else stem
    return word


def _filter_words(filters: Mapping[str, str]) -> Iterator[str]:
    if re.fullmatch(r"GM\d{4}", filters.get("gemeente", "")):
        yield filters["gemeente"].lower()
    if filters.get("thema") in set(Theme):
        yield f"thema{filters['thema']}"
    if re.fullmatch(r"[a-z_]{1,30}", filters.get("soort", "")):
        yield f"soort{filters['soort'].replace('_', '')}"
    if re.fullmatch(r"\d{4}", filters.get("jaar", "")):
        yield f"jaar{filters['jaar']}"
