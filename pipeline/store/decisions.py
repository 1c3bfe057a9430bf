"""Review decisions: an append-only log beside the store, in a database of its own that rebuilding the store cannot touch.

Nothing in it is ever changed or deleted: who changes his mind adds a decision, and undoing is a decision too.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import MISSING, asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, event, select, text
from sqlalchemy.exc import DatabaseError

from pipeline.store.engine import SQLITE, StoreError, beside, open_engine, shown, what_to_do, why
from pipeline.store.migrating import DECISIONS, bring_up_to_date
from pipeline.store.tables import decisions

POLICY, THEME, PASSAGE, WITHDRAWAL = "beleid", "thema", "passage", "intrekking"
VERDICTS = ("bevestigd", "toch deels", "toch integraal", "niet ons onderwerp")
KINDS = {
    POLICY: VERDICTS,
    THEME: ("gedekt", "afgeleid", "niet gedekt"),
    PASSAGE: ("bevestigd", "verbeterd"),
    WITHDRAWAL: ("ingetrokken",),
}
"""What may be decided, by kind of decision."""
IN_FORCE = "geldend"
"""On what a decision on a theme rests. Those of before this was told apart rest on the papers that bear the type."""
WITHOUT_REASON = {"bevestigd", "ingetrokken"}
"""Verdicts that overrule nothing and so need no explanation."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer decided: when (ISO), who, on which files (SHA-256), and why.

    `soort` says on what: the policy of municipality `gm_code`, one `thema` of it, one `passage`, or an earlier decision
    (`herroept`, its `id`) that is withdrawn. `stukken` are the names of the files in `bewijs`, in the same order. `rust_op` is
    IN_FORCE where `bewijs` is all policy in force, of any age, as it is of a theme; else it is what bears the type. Of a passage
    `labels` and `sterkte` say what it is according to the reviewer, and `passage` is its text as judged. `toelichting` may be
    empty only for the verdicts WITHOUT_REASON.
    """

    gm_code: str
    oordeel: str
    toelichting: str
    wie: str
    wanneer: str
    bewijs: tuple[str, ...]
    soort: str = POLICY
    id: str = ""
    stukken: tuple[str, ...] = ()
    thema: str = ""
    passage: str = ""
    labels: tuple[str, ...] = ()
    sterkte: str = ""
    herroept: str = ""
    rust_op: str = ""

    @property
    def key(self) -> str:
        """What a withdrawal names it by: its id; of a decision from before there were ids, the hash of its line."""
        return self.id or hashlib.sha256(decision_line(self).encode()).hexdigest()[:32]


LISTS = ("bewijs", "stukken", "labels")
"""Fields of a decision that hold more than one text."""


NOT_WRITABLE = (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN)
"""What SQLite says where it may not write, be it only the files of its write-ahead log."""
DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB)
"""What SQLite says of a file that is damaged."""
PUT_BACK = (
    "Zet een reservekopie terug: themaspin herstel MAP --vervang. Is er geen kopie, geef het bestand dan een andere naam (soms is "
    "er nog iets uit te halen): zonder begint de volgende run een leeg bestand met beoordelingen"
)
"""What to do about decisions that are damaged."""


class DecisionError(Exception):
    """A line that is imported is no decision; the message (Dutch) says what is wrong with it."""


def open_decisions(store_address: str) -> Engine:
    """Open the log that belongs to the store at `store_address`. Raises StoreError, also when it is damaged."""
    engine = open_engine(decisions_address(store_address))
    if engine.dialect.name == SQLITE:
        event.listen(engine, "connect", _lasting)
    try:
        bring_up_to_date(engine, DECISIONS)
        with engine.connect() as connection:
            connection.execute(select(decisions.c.number).limit(1))
    except DatabaseError as error:
        raise StoreError(
            f"De beoordelingen ({shown(engine.url)}) zijn niet te openen: {why(error)}. Er wordt niets gepubliceerd zonder de "
            f"beoordelingen. {_remedy(engine, error)}."
        ) from None
    return engine


def _remedy(engine: Engine, error: DatabaseError) -> str:
    """What to do about decisions that cannot be opened: only a file that is damaged may be put back, for that loses the newest."""
    path, code = Path(shown(engine.url)), getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    if code in NOT_WRITABLE and not path.is_dir():
        return f"In de map {path.parent} kan niet worden geschreven; geef er schrijfrechten"
    return PUT_BACK if is_damage(error.orig) else what_to_do(error)


def is_damage(error: BaseException | None) -> bool:
    """Whether SQLite says that a file is damaged, not only that it cannot be had now."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in DAMAGED


def decisions_address(store_address: str) -> str:
    """Return where the log stands: the same server, or the file `<store>-beoordelingen.sqlite` beside a SQLite store."""
    return beside(store_address, "beoordelingen")


def _lasting(connection: Any, _record: Any) -> None:
    """A decision that was confirmed to its maker survives a power cut; the store, which can be read again, need not."""
    connection.execute("PRAGMA synchronous=FULL")


def add_decisions(engine: Engine, made: Iterable[Decision]) -> int:
    """Append decisions to the log as they are, all or none; return how many. Raises StoreError where the log cannot be written."""
    rows = [{"content": decision_line(decision)} for decision in made]
    if rows:
        with _kept(engine), engine.connect() as connection:
            _take_turn(connection)  # or a reader who asks what came after the last one that he knows could miss some
            connection.execute(decisions.insert(), rows)
            connection.commit()
    return len(rows)


@contextlib.contextmanager
def _kept(engine: Engine) -> Iterator[None]:
    try:
        yield
    except DatabaseError as error:
        raise StoreError(
            f"Er is niets bewaard: de beoordelingen ({shown(engine.url)}) zijn niet te schrijven: {why(error)}. "
            f"{what_to_do(error)}, en probeer het nog eens."
        ) from None


def record_decision(
    engine: Engine,
    decision: Decision,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    last: int | None = None,
) -> bool:
    """Append a decision, stamped with the moment at which it enters the log; False where its id stands in the log already, or where
    something was added after the row of number `last`, up to which the caller knows the log.

    Writers wait for one another, in whatever process they run: the order of the log is the order of its times. Raises
    DecisionError where it is no decision, StoreError where the log cannot be written.
    """
    check_decision(decision)
    with _kept(engine), engine.connect() as connection:
        _take_turn(connection)
        if (decision.id and _holds(connection, decision.id)) or _grew(connection, last):
            return False
        stamped = replace(decision, wanneer=now().isoformat(timespec="microseconds"))
        connection.execute(decisions.insert(), [{"content": decision_line(stamped)}])
        connection.commit()
    return True


def _take_turn(connection: Connection) -> None:
    if connection.dialect.name == SQLITE:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    else:
        connection.execute(text("LOCK TABLE beoordelingen IN EXCLUSIVE MODE"))


def _holds(connection: Connection, identity: str) -> bool:
    # a quotation mark within a text is written with a backslash, so only the field itself matches
    same = decisions.c.content.contains(f'"id": {json.dumps(identity)}', autoescape=True)
    return connection.execute(select(decisions.c.number).where(same).limit(1)).first() is not None


def _grew(connection: Connection, last: int | None) -> bool:
    if last is None:
        return False
    return connection.execute(select(decisions.c.number).where(decisions.c.number > last).limit(1)).first() is not None


def all_decisions(engine: Engine) -> list[Decision]:
    """Return all decisions, in the order in which they were made. Raises StoreError."""
    return [decision for _, decision in decisions_after(engine, 0)]


def decisions_after(engine: Engine, number: int) -> list[tuple[int, Decision]]:
    """Return the decisions that were added after the one of that number, each with its own, in order. Raises StoreError."""
    query = select(decisions.c.number, decisions.c.content).where(decisions.c.number > number)
    try:
        with engine.connect() as connection:
            rows = connection.execute(query.order_by(decisions.c.number)).all()
    except DatabaseError as error:
        raise StoreError(
            f"De beoordelingen ({shown(engine.url)}) zijn niet te lezen: {why(error)}. {_remedy(engine, error)}."
        ) from None
    return [(row.number, decision_in_row(row.number, row.content)) for row in rows]


def decision_in_row(number: int, line: str) -> Decision:
    """Return the decision in a row of the log. Raises StoreError, which names the row: what is in the log was checked on its way in."""
    try:
        return parse_decision(line)
    except DecisionError as error:
        raise StoreError(
            f"Rij {number} van de beoordelingen is niet te lezen ({error}). Werk themaspin bij als een nieuwere versie haar schreef; "
            "zet anders een reservekopie terug."
        ) from None


def not_withdrawn(made: Iterable[Decision]) -> list[Decision]:
    """Return the decisions that were not withdrawn, in order, without the withdrawals themselves."""
    made = list(made)
    withdrawn = {decision.herroept for decision in made if decision.soort == WITHDRAWAL}
    return [decision for decision in made if decision.soort != WITHDRAWAL and decision.key not in withdrawn]


@dataclass(frozen=True, slots=True)
class Grounds:
    """On what a decision on a municipality can rest now: the papers that bear its type, and all its policy in force, on which its cells
    rest (both SHA-256 to name).

    `copies` maps the SHA-256 of each paper with the text of one of these to that of the one: it is no other evidence.
    """

    policy: Mapping[str, str]
    in_force: Mapping[str, str]
    copies: Mapping[str, str]

    def under(self, decision: Decision) -> Mapping[str, str]:
        """Return the papers of now on which a decision must rest to hold."""
        return self.in_force if decision.rust_op == IN_FORCE else self.policy


def holds(decision: Decision, now: Grounds) -> bool:
    """Whether a decision rests on exactly the policy of now."""
    return {now.copies.get(sha, sha) for sha in decision.bewijs} == set(now.under(decision))


def why_reopened(decision: Decision, grounds: Grounds) -> str:
    """Return in Dutch what changed in the grounds of a decision since it was made."""
    now, copies = grounds.under(decision), grounds.copies
    rests_on = {copies.get(sha, sha): "" for sha in decision.bewijs}
    rests_on |= {copies.get(sha, sha): name for sha, name in zip(decision.bewijs, decision.stukken, strict=False)}
    gone = {sha: name for sha, name in rests_on.items() if sha not in now}
    came = {sha: name for sha, name in now.items() if sha not in rests_on}
    changed = sorted(set(gone.values()) & set(came.values()) - {""})
    reasons = [f"gewijzigd: {name}" for name in changed]
    reasons += [f"nieuw: {name}" for name in sorted(came.values()) if name not in changed]
    reasons += [
        f"geldt niet meer of is weg: {name or 'een stuk'}" for name in sorted(gone.values()) if name not in changed
    ]
    return "; ".join(reasons)


def parse_decision(line: str) -> Decision:
    """Return the decision in a line of the log. Raises DecisionError."""
    try:
        row = json.loads(line)
    except ValueError:
        raise DecisionError("geen beoordeling: geen geldige JSON") from None
    if not isinstance(row, dict):
        raise DecisionError("geen beoordeling: geen JSON-object")
    return decision_of(row)


def decision_of(row: Mapping[str, Any]) -> Decision:
    """Return the decision that the keys of a JSON object make. Raises DecisionError."""
    known = {field.name: field for field in fields(Decision)}
    if strange := [name for name in row if name not in known]:
        raise DecisionError(f"geen beoordeling: sleutel {strange[0]!r} is onbekend; wel: {', '.join(known)}")
    if missing := [name for name, field in known.items() if field.default is MISSING and name not in row]:
        raise DecisionError(f"geen beoordeling: sleutel {missing[0]!r} ontbreekt")
    stated: dict[str, Any] = {name: (_texts if name in LISTS else _text)(name, value) for name, value in row.items()}
    decision = Decision(**stated)
    check_decision(decision)
    return decision


def _text(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise DecisionError(f"geen beoordeling: {name!r} moet tekst zijn")
    return value


def _texts(name: str, value: Any) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise DecisionError(f"geen beoordeling: {name!r} moet een lijst van teksten zijn")
    return tuple(value)


def check_decision(decision: Decision) -> None:
    """Raise DecisionError where a decision says what cannot be decided, or lacks the explanation that it needs."""
    verdicts = KINDS.get(decision.soort)
    if verdicts is None:
        raise DecisionError(f"soort {decision.soort!r} bestaat niet; wel: {', '.join(KINDS)}")
    if decision.oordeel not in verdicts:
        raise DecisionError(f"oordeel {decision.oordeel!r} bestaat niet; wel: {', '.join(verdicts)}")
    if decision.oordeel not in WITHOUT_REASON and not decision.toelichting.strip():
        raise DecisionError(f"bij {decision.oordeel!r} hoort een toelichting")
    needed = {THEME: "thema", PASSAGE: "passage", WITHDRAWAL: "herroept"}.get(decision.soort)
    if needed and not getattr(decision, needed):
        raise DecisionError(f"bij soort {decision.soort!r} hoort {needed!r}")


def decision_line(decision: Decision) -> str:
    """Return a decision as one line of JSON, as `parse_decision` reads it; what it does not use is left out."""
    defaults = {field.name: field.default for field in fields(Decision)}
    row = {name: value for name, value in asdict(decision).items() if value != defaults[name]}
    return json.dumps(row, ensure_ascii=False)
