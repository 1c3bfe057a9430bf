"""Many nights on end, with an inbox that changes and three faults a night: at the end all is as a run into a fresh store has it, and
the process that ran them takes no more memory and holds no more files open than in the beginning.

`make test` runs two such nights, each in a process of its own.
"""

from __future__ import annotations

import csv
import random
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from tests.faults.conftest import CAME, FIRST, example
from tests.faults.nights import STATE, Ended, Nights, decide, decided, kill, locked, published, serving, tables_of
from tests.faults.table import SOAK, FaultTable

pytestmark = [pytest.mark.traag, pytest.mark.timeout(3600)]

NIGHTS = 72
FAULTS_A_NIGHT = 3
COMPARED_EVERY = 24
FIRST_DAY = date(2020, 12, 1)
MADE_FOR = ("Asten", "Deurne", "Laarbeek", "Gemert-Bakel", "Helmond", "Someren", "Heeze-Leende", "Haaren")
KEEPS = {"bewaar_runs": 20}
FEWEST_PAPERS = 14
LARGEST_GROWTH = 1.05
"""So much more memory may a night of the last third take at most than one of the first."""
STAGES = (("Inbox", 2), ("Lezen", 0), ("Begrijpen", 0), ("Publiceren", 1))


@dataclass
class Council:
    """The inbox as people keep it: papers by name, and what they do with it from day to day."""

    inbox: Path
    make_pdf: Callable[..., Path]
    chance: random.Random
    papers: dict[str, bytes] = field(default_factory=dict)
    made: int = 0

    def begin(self) -> None:
        self.papers = {name: example(name) for name in (*FIRST, *CAME)}
        for _ in range(6):
            self.add()
        self.lay_out()

    def lay_out(self) -> None:
        """Make the inbox hold exactly the papers; what is the same stays untouched."""
        for path in [path for path in self.inbox.rglob("*") if path.is_file()]:
            if path.relative_to(self.inbox).as_posix() not in self.papers:
                path.unlink()
        for name, content in self.papers.items():
            path = self.inbox / name
            path.parent.mkdir(parents=True, exist_ok=True)
            if not path.exists() or path.read_bytes() != content:
                path.write_bytes(content)

    def some(self) -> str:
        return self.chance.choice(sorted(name for name in self.papers if name.endswith(".pdf")))

    def add(self) -> None:
        self.made += 1
        town, year = self.chance.choice(MADE_FOR), self.chance.choice((2016, 2019, 2020))
        path = self.make_pdf(
            self.inbox.parent / "gemaakt" / f"{town}_{self.made}.pdf",
            f"Nota huisvesting arbeidsmigranten\nGemeente {town}\nVastgesteld door de raad op {self.made % 27 + 1} mei {year}\n\n"
            "Arbeidsmigranten wonen in onze gemeente te vaak in woningen die daar niet voor bedoeld zijn. Wij staan per\n"
            f"locatie ten hoogste {self.made + 10} bedden toe, met een beheerder die binnen dertig minuten ter plaatse is.\n"
            "Wie langer dan vier maanden blijft schrijven wij in de BRP in, en twee keer per jaar controleren wij de adressen.",
        )
        self.papers[path.name] = path.read_bytes()

    def remove(self) -> None:
        if len(self.papers) > FEWEST_PAPERS:
            del self.papers[self.some()]

    def rename(self) -> None:
        name = self.some()
        self.papers[f"{self.chance.choice(MADE_FOR)}/{Path(name).stem}_{self.chance.randrange(100)}.pdf"] = (
            self.papers.pop(name)
        )

    def revise(self) -> None:
        self.papers[self.some()] += f"\n% herzien {self.chance.randrange(10**6)}".encode()

    def damage(self) -> None:
        name = self.some()
        self.papers[name] = self.papers[name][: self.chance.randrange(300, 1200)]

    def state(self) -> None:
        self.papers[str(Path(self.some()).with_suffix(".toml"))] = b'status = "concept"\n'

    def pass_a_day(self) -> None:
        doings = (self.add, self.add, self.remove, self.rename, self.revise, self.damage, self.state)
        for doing in self.chance.sample(doings, self.chance.randrange(3)):
            doing()
        self.lay_out()


@dataclass
class Soak:
    """The same outputs night after night: attempts that are disturbed, and the night's own run in a process that lives on."""

    nights: Nights
    keeper: Nights
    council: Council
    outputs: Path
    chance: random.Random
    day: date = FIRST_DAY
    made: list[str] = field(default_factory=list)

    def begin_attempt(self, **order: Any) -> int:
        return self.nights.begin(self.council.inbox, self.outputs, **self._order(order))

    def attempt(self, **order: Any) -> Ended:
        return self.nights.night(self.council.inbox, self.outputs, **self._order(order))

    def whole_night(self) -> Ended:
        return self.keeper.night(
            self.council.inbox, self.outputs, **self._order({"here": self.keeper is not self.nights})
        )

    def _order(self, order: dict[str, Any]) -> dict[str, Any]:
        return {"day": self.day.isoformat(), "settings": KEEPS} | order

    @property
    def store(self) -> str:
        return f"sqlite:///{self.outputs / 'themaspin.sqlite'}"

    def kill_at_any_time(self) -> Ended:
        pid = self.begin_attempt()
        time.sleep(self.chance.uniform(0, 2))
        kill(pid, alone=self.chance.random() < 0.3)
        return self.nights.ended()

    def kill_while_publishing(self) -> Ended:
        return self.attempt(count_from="Publiceren", touch=self.chance.randint(1, 70), deeds=[["kill"]])

    def something_happens_to_a_file(self) -> Ended:
        path = self.council.inbox / self.council.some()
        deed = self.chance.choice(("unlink", "truncate", "grow"))
        ended = self.attempt(at=self.chance.choice(STAGES), deeds=[[deed, str(path)]])
        self.council.lay_out()
        return ended

    def no_room(self) -> Ended:
        return self.attempt(grootste_bestand=self.chance.randint(1, 400) * 1024)

    def lock(self) -> Ended:
        path = self.outputs / self.chance.choice(("themaspin.sqlite", "themaspin-beoordelingen.sqlite", "site.sqlite"))
        if not path.exists():
            return self.attempt()
        with locked(path):
            self.begin_attempt()
            time.sleep(self.chance.uniform(0.1, 1.5))
        return self.nights.ended()

    def share_goes_away(self) -> Ended:
        away = self.council.inbox.rename(self.council.inbox.with_name("weg"))
        self.council.inbox.mkdir()
        ended = self.attempt()
        self.council.inbox.rmdir()
        away.rename(self.council.inbox)
        return ended

    def clock_is_wrong(self) -> Ended:
        return self.attempt(klok=self.chance.choice((-400, -1, -0.5, 1 / 24)))

    def somebody_decides(self) -> Ended:
        self.begin_attempt()
        self.made.append(f"besluit {len(self.made)}")
        decide(self.store, self.made[-1])
        return self.nights.ended()

    def disturb(self) -> Ended:
        kinds = (
            self.kill_at_any_time,
            self.kill_while_publishing,
            self.something_happens_to_a_file,
            self.no_room,
            self.lock,
            self.share_goes_away,
            self.clock_is_wrong,
            self.somebody_decides,
        )
        return self.chance.choice(kinds)()


@pytest.fixture
def soak(nights, make_pdf, tmp_path) -> Soak:
    chance = random.Random(72)
    (tmp_path / "inbox").mkdir()
    council = Council(tmp_path / "inbox", make_pdf, chance)
    council.begin()
    return Soak(nights, nights, council, tmp_path / "uit", chance)


@pytest.fixture
def keeper(tmp_path) -> Iterator[Nights]:
    with serving(tmp_path / "blijvend") as server:
        yield server


def fresh(soak: Soak, outputs: Path) -> dict[str, bytes]:
    """What a run into a fresh store makes of the same inbox, with the decisions of the kernteam and nothing else."""
    outputs.mkdir()
    shutil.copy(soak.outputs / "themaspin-beoordelingen.sqlite", outputs)
    clean = soak.nights.night(soak.council.inbox, outputs, soak.day.isoformat())
    assert clean.code == 0, clean.said
    return tables_of(outputs, STATE)


def listed(outputs: Path) -> set[str]:
    with (outputs / "documents.csv").open(encoding="utf-8", newline="") as lines:
        return {row["bestand"] for row in csv.DictReader(lines)}


def test_some_nights_on_end(soak, fault_table, tmp_path):
    run_nights(soak, 2, fault_table, tmp_path)


@pytest.mark.zwaar
def test_many_nights_on_end_in_one_process(soak, keeper, fault_table, tmp_path):
    soak.keeper = keeper
    ended = run_nights(soak, NIGHTS, fault_table, tmp_path)
    first, last = ended[: NIGHTS // 3], ended[-NIGHTS // 3 :]
    before, after = (statistics.median(one.mb for one in part) for part in (first, last))
    opened, open_now = (max(one.open for one in part) for part in (first, last))
    fault_table.remarks.append(
        f"De {NIGHTS} nachten liepen in één proces, dat na elke nacht met fouten de volgende hele nacht deed. In het eerste derde deel "
        f"nam een nacht {before:.0f} MB (mediaan van de pieken), in het laatste {after:.0f} MB; na afloop waren er hoogstens {opened} en "
        f"{open_now} bestanden open."
    )
    assert after < before * LARGEST_GROWTH
    assert open_now <= opened


def run_nights(soak: Soak, number: int, table: FaultTable, scratch: Path) -> list[Ended]:
    """Each night three disturbed attempts, then the night's own run, which has to make everything right."""
    ended: list[Ended] = []
    for night in range(1, number + 1):
        for _ in range(FAULTS_A_NIGHT):
            disturbed = soak.disturb()
            assert disturbed.code in (-9, 0, 1, 3), disturbed.said
            assert "Traceback" not in disturbed.said
            published(soak.outputs)
        ended.append(soak.whole_night())
        assert ended[-1].code == 0, (night, ended[-1].said)
        published(soak.outputs)
        lost = {name for name in soak.council.papers if name.endswith(".pdf")} - listed(soak.outputs)
        decisions = set(soak.made) - set(decided(soak.store))
        for fault in range(FAULTS_A_NIGHT):
            table.tried(SOAK, ended[-1].seconds, 0 if fault else len(lost), 0 if fault else len(decisions))
        assert (lost, decisions) == (set(), set()), night
        if night % COMPARED_EVERY == 0 or night == number:
            assert tables_of(soak.outputs, STATE) == fresh(soak, scratch / f"vers {night}"), night
        soak.council.pass_a_day()
        soak.day += timedelta(days=1)
    return ended
