"""One house for all tests of faults: made once, put back to the evening before for each fault."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.nights import EXAMPLES, House, Nights, decide, serving, tables_of

FIRST = (
    "motie_2021-04.pdf",
    "beleidslijn_2020.pdf",
    "Woonvisie_BN_2018.pdf",
    "Motie_2022-17.pdf",
    "m4_vreemd_aan_de_orde.pdf",
    "Haaren_tijdelijk_verblijf.pdf",
    "Nota_parkeernormen_Best.pdf",
    "180628_bijlage2.pdf",
)
"""What lies in the inbox on the first night."""
CAME = ("integrale_nota.pdf", "RIB-19-021.pdf", "Oosterhout_beleidsnota_v09.pdf", "M12a.pdf")
WENT, CHANGED, MOVED = FIRST[0], FIRST[1], FIRST[2]


def example(name: str) -> bytes:
    return (EXAMPLES / name).read_bytes()


def second_night() -> dict[str, bytes]:
    """What lies there on the second: some came, one went, one changed, one moved, one is broken, one has a `.toml`."""
    papers = {name: example(name) for name in (*FIRST, *CAME) if name != WENT}
    papers[CHANGED] += b"\n% herzien"
    papers[f"2021/{MOVED}"] = papers.pop(MOVED)
    papers["halve.pdf"] = example(CAME[0])[:900]
    papers["integrale_nota.toml"] = b'status = "concept"\n'
    return papers


@pytest.fixture(scope="session")
def nights(tmp_path_factory) -> Iterator[Nights]:
    with serving(tmp_path_factory.mktemp("nachten")) as server:
        yield server


@pytest.fixture(scope="session")
def built(nights, tmp_path_factory) -> House:
    folder = tmp_path_factory.mktemp("huis")
    made = House(
        nights, folder / "inbox", folder / "uit", folder / "vooravond", {name: example(name) for name in FIRST}
    )
    made.fill()
    first = made.run()
    assert first.code == 0, first.said
    decide(made.store, "eerste")
    decide(made.store, "tweede")
    shutil.copytree(made.outputs, made.before, symlinks=True)
    made.papers = second_night()
    made.restore()
    second = made.run()
    assert second.code == 0, second.said
    made.tables = tables_of(made.outputs)
    return made


@pytest.fixture
def house(built) -> House:
    """The evening before the second night."""
    built.restore()
    return built


@pytest.fixture
def mounted(tmp_path) -> Iterator[Path]:
    """A small disk of its own in memory; only the administrator of a machine may mount one."""
    place = tmp_path / "schijf"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(place)]
    if os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("een schijf koppelen mag hier niet")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)
