"""Votes for and against, as papers count them: in figures, as a score, in a table, or by the seats of each party."""

from __future__ import annotations

import re
from collections.abc import Iterable

from pipeline.documents.day import SPELLED_DAYS

_VOTES = re.compile(
    r"(?<!\d)(?P<voor>\d{1,3})[^\S\n]+(?:(?:stem(?:men)?|(?:raads)?leden)\s+)?(?:voor|vóór)\b(?:\s*\([^()\n]*\))?[^.;\n]{0,40}?(?P<tegen>\d{1,3})[^\S\n]+"
    r"(?:(?:stem(?:men)?|(?:raads)?leden)\s+)?tegen\b"
    r"|(?P<voor4>\d{1,3})\s?v\.?(?!\w)[^.;\n\w]{0,8}(?P<tegen4>\d{1,3})\s?t(?!\w)"
    r"|\b(?:voor|vóór)(?:\s+stem(?:den|de|men))?\s*[:(=|;]?\s*(?:aantal\s*:\s*)?(?P<voor2>\d{1,3})\b(?:(?!\b(?:voor|vóór)\b).){0,160}?"
    r"\btegen(?:\s+stem(?:den|de|men))?\s*[:(=|;]?\s*(?:aantal\s*:\s*)?(?P<tegen2>\d{1,3})\b"
    r"|(?<!\d)(?P<voor6>\d{1,3})\s+(?:stem(?:men)?\s+)?(?:voor|vóór)\s*[–—-]\s[^;]{3,160}?(?<!\d)(?P<tegen6>\d{1,3})\s+(?:stem(?:men)?\s+)?tegen\b"
    r"|\b(?:voor|vóór)\s*:?\s[^;:()]{3,240}\((?P<voor7>\d{1,3})\)\W+tegen\s*:?\s[^;:()]{3,240}\((?P<tegen7>\d{1,3})\)"
    r"|\bv\s*[:=–-]\s*(?P<voor5>\d{1,3})\s*[;,/|–-]?\s*t\s*[:=–-]\s*(?P<tegen5>\d{1,3})\b"
    r"|^[^\w\n]*(?P<voor8>\d{1,3})\s+(?:stem(?:men)?\s+)?(?:voor|vóór)[^\w\n]*\n[^\w\n]*(?P<tegen8>\d{1,3})\s+(?:stem(?:men)?\s+)?tegen\b"
    r"|\b(?:voor|vóór)\b[^\n]{0,160}[;|:]\s*(?P<voor3>\d{1,3})\s*\n[^\n]*\btegen\b[^\n]{0,160}[;|:]\s*(?P<tegen3>\d{1,3})\s*$",
    re.IGNORECASE | re.DOTALL | re.MULTILINE,
)
"""A count of votes: "12 voor, 9 tegen", "13 v / 19 t", "voor: 12 (…), tegen: 9", "voor stemden 12 leden, tegen stemden 9",
"v: 12 t: 9", "5 vóór – SP, PvdA. 13 tegen – VVD", "Vóór: SP, CDA (20). Tegen: VVD (17)" and so with names of members, or two rows
of a table with the count at their ends. A day before which something is asked ("voor 1 juli") is none."""
_FOR, _AGAINST = (
    ("voor", "voor2", "voor3", "voor4", "voor5", "voor6", "voor7", "voor8"),
    ("tegen", "tegen2", "tegen3", "tegen4", "tegen5", "tegen6", "tegen7", "tegen8"),
)
_VOTES_AGAINST_FIRST = re.compile(
    r"(?P<tegen>\d{1,3})\s+(?:stem(?:men)?\s+)?tegen\b[^.;\n]{0,40}?(?P<voor>\d{1,3})\s+(?:stem(?:men)?\s+)?(?:voor|vóór)\b",
    re.IGNORECASE,
)
_SCORE = re.compile(
    r"\b(?:stem\w*|uitslag)\b\D{0,20}?(?<![\d-])(?P<voor>\d{1,3})\s?[-–/]\s?(?P<tegen>\d{1,3})(?![\d-])", re.IGNORECASE
)
"""A count as a score, those in favour first: "stemmen 24-17"."""
_SIDE = re.compile(r"\b(?:voor|vóór|tegen)\b", re.IGNORECASE)
_SIDE_WORDS = {"voor": "voor", "vóór": "voor", "tegen": "tegen"}
_CLAUSE_END = re.compile(r"[.;]|\n(?=\W*(?:\w+\W+){0,2}?(?:voor|vóór|tegen)\b)|,\s*(?=tegen\b)", re.IGNORECASE)
_SEATS = re.compile(
    r"(?<=\()(\d{1,2})(?=\s*(?:(?:stem|zetel)\w*\s*)?\))|(?<=\w )(\d{1,2})(?=[^()]*\))|\b(\d{1,2})(?=\s(?:lid|leden)\s[A-Z])"
)
"""Seats behind a party, within brackets ("SP (5)", "(VVD 4, CDA 4)"), or members of one that was divided ("1 lid D66")."""
_PARTY_ROW = re.compile(
    r"^\W*(?:fractie|partij|groep)\s*:\s*(?P<party>[^;]*);(?P<cells>.*)$", re.IGNORECASE | re.MULTILINE
)
_CELL = re.compile(
    r"\b(?P<side>(?:voor|vóór|tegen)(?=\s*:?\s*\d)|[vt](?=\s*:))\s*:?\s*(?P<seats>\d{1,3})(?!\d)", re.IGNORECASE
)
_TOTAL = re.compile(r"(?:samen|totaal|tezamen)\b", re.IGNORECASE)
"""A table of votes with a row for each party ("Fractie: SP; v: 8"), and its last row perhaps."""
_SIDE_ROW = re.compile(
    r"^[^\w\n]*(?:[\w ]{1,20}:\s*)?(?P<side>voor|vóór|tegen|[vt])\s*;(?P<cells>[^\n]*)$", re.IGNORECASE | re.MULTILINE
)
_PARTY_CELL = re.compile(r"(?P<party>[^:;]{1,40}):\s*(?P<seats>\d{1,3})\s*(?=;|$)")
"""A table of votes with a column for each party and a row for each side: "voor; SP: 4; VVD: 6; totaal: 10"."""
_SCORE_ROW = re.compile(
    r"^[^\w\n]*(?:fractie\s*:\s*)?(?:totaal|samen|tezamen|uitslag)\s*[|;](?P<cells>.*)$", re.IGNORECASE | re.MULTILINE
)
_SCORE_CELL = re.compile(r"(?<![\d/–-])(?P<voor>\d{1,2})\s?[-–/]\s?(?P<tegen>\d{1,2})(?!\d)(?=\s*(?:[|;]|$))")
"""The row of totals of a table with a column for each vote, a cell for those in favour and against: "Totaal | 12 – 12 | 11 – 14"."""
_MEMBER_ROW = re.compile(
    r"^[^|;\n]+[|;][^\n]*[|;]\s*(?:[^:|;\n]{1,20}:\s*)?(?P<side>voor|vóór|tegen)\W*$", re.IGNORECASE | re.MULTILINE
)
"""A row for each member with how he voted, last in the last column: "CDA | W. Hoogland | voor | tegen"."""
_LEAST_MEMBERS = 5
"""Rows from which a table is a roll call of a council: the smallest has nine members, of whom some are away."""
_VOTERS = r"(?:stem(?:men)?|(?:raads)?leden)"
_SPELLED_VOTES = re.compile(
    rf"\b(?P<word>{'|'.join(SPELLED_DAYS)})(?=(?:\s+{_VOTERS})?\s+(?:voor|vóór|tegen)\b)", re.IGNORECASE
)
"""A count of votes in words: "acht leden voor, zeven tegen"."""
_CALLED = re.compile(
    r"^\W*(?P<side>voor|vóór|tegen)\b(?:\s+(?:stem(?:den|men)|waren|zijn))?\s*[|:;]?\s*(?P<names>[^\d]+)$",
    re.IGNORECASE,
)
_MEMBER = re.compile(
    r"(?:(?:de\s+heer|mevrouw|dhr\.?|mevr\.?|mw\.?|raadslid)\s+)?[A-Z][\w.'’-]*(?:\s+(?:[A-Z][\w.'’-]*|van|de|der|den|ten|ter|het|in|’t))*"
)
_BETWEEN_MEMBERS = re.compile(r"\s*(?:,|;|\s+en\s)\s*")
_TITLED = re.compile(r"(?:de\s+heer|mevrouw|dhr|mevr|mw|raadslid)\b", re.IGNORECASE)
"""A roll call: the members who voted for or against, each by name; parties are named so too, but without a title, and have seats."""
TIE = re.compile(
    r"\bstemmen\s+(?:staken|staakten)|\b(?:staken|staakten)\s+de\s+stemmen|\bstaken\s+van\s+(?:de\s+)?stemmen",
    re.IGNORECASE,
)


def tied(text: str) -> bool:
    """Whether a text tells that the votes were equal, and of no vote after that."""
    tie, votes = TIE.search(text), _last(_VOTES, _in_figures(text))
    if not tie or (votes and votes.start() > tie.end()):
        return False
    return not _balance_of_columns(text[tie.end() :])


def balance_of(text: str) -> int | None:
    """Votes for minus votes against, by the last count in a text; None where it counts none."""
    text = _in_figures(text)
    by_row = _balance_of_rows(text)
    if by_row is None:
        by_row = _balance_of_sides(text)
    by_table = _balance_of_columns(text) if by_row is None else by_row
    if by_table is not None:
        return by_table
    votes = _last(_VOTES, text)
    if votes:
        for_, against = (int(next(filter(None, votes.group(*names)))) for names in (_FOR, _AGAINST))
        return for_ - against
    other = _last(_VOTES_AGAINST_FIRST, text) or _SCORE.search(text)
    return int(other["voor"]) - int(other["tegen"]) if other else None


def _balance_of_rows(text: str) -> int | None:
    """The balance of a table of parties: of its row of totals, or of all rows together."""
    rows = [*_PARTY_ROW.finditer(text)]
    totals = [row for row in rows if _TOTAL.match(row["party"])]
    cells = [cell for row in totals or rows for cell in _CELL.finditer(row["cells"])]
    if not cells:
        return None
    return sum(int(cell["seats"]) * (1 if cell["side"][0].lower() == "v" else -1) for cell in cells)


def _balance_of_sides(text: str) -> int | None:
    """The balance of a table with a row for each side: by its column of totals, or by all parties together; None without both rows."""
    sides: dict[str, int] = {}
    for row in _SIDE_ROW.finditer(text):
        cells = [*_PARTY_CELL.finditer(row["cells"])]
        totals = [cell for cell in cells if _TOTAL.match(cell["party"].strip())]
        if cells:
            sides[row["side"][0].lower()] = sum(int(cell["seats"]) for cell in totals[-1:] or cells)
    return sides["v"] - sides["t"] if len(sides) == 2 else None


def _balance_of_columns(text: str) -> int | None:
    """The balance of the last vote in a table with a column for each: by its row of totals, or by how each member voted."""
    scores = [cell for row in _SCORE_ROW.finditer(text) for cell in _SCORE_CELL.finditer(row["cells"])]
    if scores:
        return int(scores[-1]["voor"]) - int(scores[-1]["tegen"])
    sides = [_SIDE_WORDS[row["side"].lower()] for row in _MEMBER_ROW.finditer(text)]
    return sides.count("voor") - sides.count("tegen") if len(sides) >= _LEAST_MEMBERS else None


def balance_by_name(lines: Iterable[str]) -> int | None:
    """Members for minus those against, each side called by name ("Voor | mevrouw Kuiper, de heer Zwart"); None where either is not."""
    sides = {"voor": 0, "tegen": 0}
    for line in lines:
        called = _CALLED.match(" ".join(line.split()))
        if called:
            named = _BETWEEN_MEMBERS.split(called["names"].strip(" .;"))
            members = all(map(_MEMBER.fullmatch, named)) and any(map(_TITLED.match, named))
            sides[_SIDE_WORDS[called["side"].lower()]] += len(named) if members else 0
    return sides["voor"] - sides["tegen"] if all(sides.values()) else None


def balance_of_parties(text: str) -> int | None:
    """Seats of the parties for minus those against ("Voor: SP (3), 1 lid D66. Tegen: CDA (8)."); None where one side is not told."""
    sides = {"voor": 0, "tegen": 0}
    for part in _CLAUSE_END.split(text):
        named = {_SIDE_WORDS[word.lower()] for word in _SIDE.findall(part)}
        if len(named) == 1:
            sides[named.pop()] += sum(int(next(filter(None, seats))) for seats in _SEATS.findall(part))
    return sides["voor"] - sides["tegen"] if all(sides.values()) else None


def _in_figures(text: str) -> str:
    return _SPELLED_VOTES.sub(lambda spelled: str(SPELLED_DAYS[spelled["word"].lower()]), text)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The last vote: one that was tied is held again."""
    return next(iter([*pattern.finditer(text)][-1:]), None)
