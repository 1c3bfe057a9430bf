"""The table of faults in docs/betrouwbaarheid.md, written from what the heavy tests tried and measured."""

from __future__ import annotations

import statistics
from dataclasses import dataclass, field
from pathlib import Path

GUIDE = Path(__file__).resolve().parents[2] / "docs" / "betrouwbaarheid.md"
BEGINS, ENDS = "<!-- tabel: make test-zwaar -->", "<!-- einde tabel -->"
HEAD = ("fout", "keer geprobeerd", "papieren verloren", "besluiten verloren", "seconden tot heel")

KILLED = "kill -9 op een willekeurig ogenblik van een run"
KILLED_AT_STAGE = "kill -9 in elke fase (inbox, lezen, begrijpen, publiceren, na het publiceren)"
KILLED_PUBLISHING = "kill -9 tijdens het publiceren, telkens vóór een andere handeling in de outputs-map"
KILLED_COMMAND = (
    "kill -9 van de hele opdracht `themaspin run`, met Prefect, in elke fase en op willekeurige ogenblikken"
)
FULL_DISK = "schijf vol, van bij het openen van het geheugen tot in het publiceren"
FILE_TOO_LARGE = "bestand mag niet verder groeien (quota)"
LOCKED = "geheugen of bestand van de website vergrendeld door een ander"
DECIDED_MEANWHILE = "kernteam beoordeelt terwijl de run loopt"
TWO_RUNS = "twee runs tegelijk"
CLOCK_BACK = "klok een nacht verkeerd (uren tot tientallen jaren terug)"
FILES_IN_MOTION = "bestand wijzigt, groeit, krimpt, verhuist of verdwijnt tijdens de run"
SHARE_GONE = "inbox ontkoppeld tijdens de run, en daarna weer gekoppeld"
SOAK = "72 nachten, elk met drie willekeurige fouten"
FAULTS = (
    KILLED,
    KILLED_AT_STAGE,
    KILLED_PUBLISHING,
    KILLED_COMMAND,
    FULL_DISK,
    FILE_TOO_LARGE,
    LOCKED,
    DECIDED_MEANWHILE,
    TWO_RUNS,
    CLOCK_BACK,
    FILES_IN_MOTION,
    SHARE_GONE,
    SOAK,
)


@dataclass
class Tried:
    """What became of one kind of fault; `seconds` is how long each undisturbed run after it took until the set was whole."""

    times: int = 0
    papers: int = 0
    decisions: int = 0
    seconds: list[float] = field(default_factory=list)

    def row(self, fault: str) -> tuple[str, ...]:
        return (fault, str(self.times), str(self.papers), str(self.decisions), _middle(self.seconds))


def _middle(seconds: list[float]) -> str:
    """The median and the longest, with a comma."""
    if not seconds:
        return "-"
    middle, longest = (f"{value:.1f}".replace(".", ",") for value in (statistics.median(seconds), max(seconds)))
    return middle if middle == longest else f"{middle} (hoogstens {longest})"


class FaultTable:
    """Gathers the rows of a session of tests, in the order in which they came, and sentences to stand below them."""

    def __init__(self) -> None:
        self.faults: dict[str, Tried] = {}
        self.remarks: list[str] = []

    def tried(self, fault: str, seconds: float, papers: int = 0, decisions: int = 0) -> None:
        """One more try of a fault, with what was lost by it."""
        row = self.faults.setdefault(fault, Tried())
        row.times += 1
        row.papers += papers
        row.decisions += decisions
        row.seconds.append(seconds)

    @property
    def complete(self) -> bool:
        """Whether every kind of fault was tried; a session that ran some of the tests does not make the table."""
        return self.faults.keys() == set(FAULTS)

    def text(self) -> str:
        lines = [HEAD, tuple("---" for _ in HEAD), *(self.faults[one].row(one) for one in FAULTS if one in self.faults)]
        table = "\n".join(f"| {' | '.join(line)} |" for line in lines)
        return "\n\n".join((table, *self.remarks))

    def write(self, guide: Path = GUIDE) -> None:
        """Put the table in place of the one in the guide."""
        before, rest = guide.read_text(encoding="utf-8").split(BEGINS)
        after = rest.split(ENDS)[1]
        guide.write_text(f"{before}{BEGINS}\n\n{self.text()}\n\n{ENDS}{after}", encoding="utf-8")
