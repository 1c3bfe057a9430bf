"""What heads the rows of a table: the row with a head for each column, and rows that name the group below them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from pipeline.extraction.tables import FIGURE, Cell, Table, is_bold

_BOX = re.compile("[☐☑☒]")
"""A box to tick: what stands behind it is an answer, no head."""
_TICK = re.compile(r"\W?[xXvV✓✔☒☑■]\W?|[•]")
_HEADLIKE = re.compile(r"[^\W\d_]{3}|^(?:19|20)\d\d$|^[€%]$")
_A_DAY = re.compile(r"^(?:\w+\s+)?\d{1,2}(?:\s+[a-z]{3,9}\.?\s+|[-/.]\d{1,2}[-/.])\d{4}\b")
"""A cell that is a date, with a word before it at most ("raad 23 april 2020"): the value of a label."""
LONGEST_HEAD = 60
"""Characters above which a cell of the first row is text and no head."""


def heads_of(table: Table) -> tuple[str, ...]:
    """The column heads, () when the first row is a row like the others.

    Heads are short, stand over every column that has text, and differ from what is below: in weight, or by being words
    over figures.
    """
    if len(table.rows) == 1:
        return tuple(cell.text for cell in table.rows[0]) if is_bold(table.rows[0]) else ()
    if _of_fields(table.rows):
        return ()
    first, rest = table.rows[0], table.rows[1:]
    heads = tuple(cell.text for cell in first)
    if all(heads) and _only_ticked(rest):
        return heads
    if any(_BOX.search(head) for head in heads):
        return ()
    too_long = any(len(head) > LONGEST_HEAD for head in heads)
    if too_long or _uncovered(first, rest) or _in_pairs(table.rows) or _in_one_column(rest):
        return ()
    if is_bold(first) and not all(is_bold(row) for row in rest):
        return heads
    figures = [cell.text for row in rest for cell in row[1:] if cell.text]
    over_figures = figures and sum(1 for text in figures if FIGURE.match(text)) > 0.6 * len(figures)
    wordy = all(_HEADLIKE.search(head) for head in heads[1:] if head)
    if over_figures and wordy:
        return heads
    return heads if len(first) >= 3 and wordy and all(heads) and not _ends_sentence(heads) else ()


_FIELD = re.compile(
    r"^(?:(?:zaak|registratie|motie|volg|stuk|document|dossier|raads|besluit)?(?:nummer|nr\.?)|datum\b.{0,30}|onderwerp|titel|betreft|(?:raads)?vergadering"
    r"|ingediend\s+door|indieners?|behoort\s+bij|behandeld\s+door|portefeuillehouder|steller|opsteller|auteur|contactpersoon|status|versie|aan|van"
    r"|(?:ons\s+|uw\s+)?kenmerk|agendapunt|commissie|afdeling|team|bijlagen?|gemeente|organisatie|verzonden|soort)\W*$",
    re.IGNORECASE,
)
"""The label of a field in the head of a paper."""
_MOSTLY = 0.6
"""Share of the first cells that must be such labels."""


def _of_fields(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether it is a form of labels, each with its value beside it, also where the style of the table has its first row in bold print."""
    if len(rows) < 2 or any(len(row) != 2 for row in rows):
        return False
    labels = [cell.text for cell, _ in rows]
    fields = [bool(_FIELD.match(label)) for label in labels]
    return fields[0] and sum(fields) >= max(2, _MOSTLY * len(fields))


def _only_ticked(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all that stands below is a tick in one of the columns: a form on which the outcome of a vote was marked."""
    return [bool(_TICK.fullmatch(cell.text)) for row in rows for cell in row if cell.text] == [True]


def _in_one_column(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether all rows have text in one column only, as where they are drawn together: heads over the others would be lost."""
    return sum(any(index < len(row) and row[index].lines for row in rows) for index in range(max(map(len, rows)))) < 2


def _in_pairs(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether labels and values stand side by side, two or more pairs a row: by weight, or by a date beside the first label."""
    first = rows[0]
    if len(first) < 4 or len(first) % 2:
        return False
    labels, values = ([cell for row in rows for cell in row[start::2] if cell.lines] for start in (0, 1))
    if is_bold(labels) and not any(is_bold([cell]) for cell in values):
        return True
    dated = [bool(_A_DAY.match(cell.text)) for cell in first]
    return any(dated[1::2]) and not any(dated[0::2])


def _uncovered(first: Sequence[Cell], rest: Sequence[Sequence[Cell]]) -> bool:
    """Whether text stands under an empty head; the first column may go without one."""
    covered = sum(1 for cell in first if cell.lines)
    bare = [
        index
        for index, cell in enumerate(first)
        if index and not cell.lines and any(row[index].lines for row in rest if index < len(row))
    ]
    return covered < 2 or bool(bare)


def _ends_sentence(heads: Iterable[str]) -> bool:
    return any(head.endswith((".", ";", ",")) for head in heads)


LONGEST_GROUP, LONGEST_BOLD = 15, 30
"""Words above which a row over all columns is a text and names no group; in bold print it may say what the group is to bring."""
_NAME = re.compile(r".*[^\W\d_]{3}", re.DOTALL)
_LABELLED = re.compile(r"[^\W\d_][^:.]{0,30}:\s")
"""A label with its value ("Portefeuillehouder: J. Smit"); in bold print as a whole, and no figure, it is a name ("Doel 2: wonen")."""
_FIGURED = re.compile(r"[^:]*:\s*\W?\d")
_COUNTED = re.compile(r".*\d\S*\s+(?:\W\s*)?\d|.*\s\W{0,2}\d+[.,]\d\S*$", re.DOTALL)
"""Figures one after another, or an amount at the end: a row of values in one cell."""


def group_rows(table: Table) -> frozenset[int]:
    """The numbers of the rows that name the rows below them.

    Such a row has one short cell, over all columns or in bold print above plain rows of three columns or more. Under it stands a row
    of several cells, unless the table may go on on the next page.
    """
    return frozenset(
        number
        for number, row in enumerate(table.rows)
        if _could_name(row) and _heads(row, table.rows[number + 1] if number + 1 < len(table.rows) else None)
    )


def names_beside(table: Table) -> list[str]:
    """For each row the name in a first cell that is drawn beside several rows, "" where it has none."""
    names, name = [], ""
    for row in table.rows:
        first = row[0]
        if not first.covered:
            name = first.text if first.tall and len(row) >= 3 and _is_name(first.text) else ""
        names.append(name)
    return names


def _could_name(row: Sequence[Cell]) -> bool:
    """Whether it has a short text in its first cell alone, which is a name: no label with its value, and no row of figures."""
    if not row[0].lines or any(cell.lines for cell in row[1:]):
        return False
    text = row[0].text
    labelled = _LABELLED.match(text) and (not is_bold(row) or _FIGURED.match(text))
    longest = LONGEST_BOLD if row[0].wide and is_bold(row) else LONGEST_GROUP
    return _is_name(text, longest) and not labelled and not _COUNTED.match(text)


def _is_name(text: str, longest: int = LONGEST_GROUP) -> bool:
    return bool(_NAME.match(text)) and len(text.split()) <= longest and not text.endswith((".", ";", ",", ":"))


def _heads(row: Sequence[Cell], below: Sequence[Cell] | None) -> bool:
    if below is None:
        return row[0].wide and is_bold(row)
    set_apart = row[0].wide or (len(row) >= 3 and is_bold(row) and not is_bold(below))
    return set_apart and sum(bool(cell.lines) for cell in below) > 1
