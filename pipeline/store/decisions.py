"""Review decisions: an append-only log beside the store, in a database of its own that rebuilding the store cannot touch."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from sqlalchemy import Engine, select
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError

from pipeline.store.store import StoreError, open_engine
from pipeline.store.tables import decisions, decisions_metadata

VERDICTS = ("bevestigd", "toch deels", "toch integraal", "niet ons onderwerp")


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided on the policy of a municipality: when (ISO), who, on which files (SHA-256), and why.

    `oordeel` is one of VERDICTS; `toelichting` may be empty only where it confirms.
    """

    gm_code: str
    oordeel: str
    toelichting: str
    wie: str
    wanneer: str
    bewijs: tuple[str, ...]


class DecisionError(Exception):
    """A line that is imported is no decision; the message (Dutch) says what is wrong with it."""


def open_decisions(store_address: str) -> Engine:
    """Open the log that belongs to the store at `store_address`. Raises StoreError, also when it is damaged."""
    engine = open_engine(decisions_address(store_address))
    try:
        decisions_metadata.create_all(engine)
        with engine.connect() as connection:
            connection.execute(select(decisions.c.number).limit(1))
    except DatabaseError as error:
        raise StoreError(
            f"De beoordelingen ({engine.url.database}) zijn niet te lezen: {error.orig}. Zet een reservekopie terug; "
            "er wordt niets gepubliceerd zonder de beoordelingen."
        ) from None
    return engine


def decisions_address(store_address: str) -> str:
    """Return where the log stands: the same server, or the file `<store>-beoordelingen.sqlite` beside a SQLite store."""
    url = make_url(store_address)
    if url.get_backend_name() != "sqlite" or not url.database:
        return store_address
    path = Path(url.database)
    return url.set(database=str(path.with_name(f"{path.stem}-beoordelingen{path.suffix}"))).render_as_string(False)


def add_decisions(engine: Engine, made: Iterable[Decision]) -> int:
    """Append decisions to the log; return how many."""
    rows = [{"content": json.dumps(asdict(decision), ensure_ascii=False)} for decision in made]
    if rows:
        with engine.begin() as connection:
            connection.execute(decisions.insert(), rows)
    return len(rows)


def all_decisions(engine: Engine) -> list[Decision]:
    """Return all decisions, in the order in which they were made."""
    with engine.connect() as connection:
        contents = connection.execute(select(decisions.c.content).order_by(decisions.c.number)).scalars()
        return [parse_decision(content) for content in contents]


def parse_decision(line: str) -> Decision:
    """Return the decision in a line of JSON. Raises DecisionError."""
    try:
        row = json.loads(line)
        decision = Decision(**{**row, "bewijs": tuple(row["bewijs"])})
    except (ValueError, TypeError, KeyError) as error:
        raise DecisionError(f"geen beoordeling: {error}") from None
    if decision.oordeel not in VERDICTS:
        raise DecisionError(f"oordeel {decision.oordeel!r} bestaat niet; wel: {', '.join(VERDICTS)}")
    if decision.oordeel != VERDICTS[0] and not decision.toelichting.strip():
        raise DecisionError(f"bij {decision.oordeel!r} hoort een toelichting")
    return decision


def decision_line(decision: Decision) -> str:
    """Return a decision as one line of JSON, as `parse_decision` reads it."""
    return json.dumps(asdict(decision), ensure_ascii=False)
