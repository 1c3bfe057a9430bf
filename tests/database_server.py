"""A PostgreSQL server of its own on loopback, in a temporary folder, for as long as the tests run."""

from __future__ import annotations

import itertools
import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SERVER_ACCOUNTS = ("postgres", "nobody")
"""Who may run the server where the tests run as root, which it refuses."""


def programs() -> Path:
    """The folder with the server's programs; Debian does not put them on the path. Skips the test where there are none."""
    found = shutil.which("initdb")
    newest = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda path: int(path.parts[-3]))
    if not found and not newest:
        pytest.skip("PostgreSQL is niet geïnstalleerd (apt-get install postgresql)")
    pytest.importorskip("psycopg", reason="psycopg is niet geïnstalleerd (pip install 'themaspin[postgresql]')")
    return Path(found).resolve().parent if found else newest[-1].parent


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return asked.getsockname()[1]


@contextmanager
def server() -> Iterator[tuple[str, int]]:
    """Run a server for as long as the block does; its address up to the name of a database, and its process id."""
    where = programs()
    folder, port = Path(tempfile.mkdtemp(prefix="themaspin-pg-")), free_port()
    account = None
    if os.geteuid() == 0:
        import pwd

        known = {entry.pw_name for entry in pwd.getpwall()}
        account = next(name for name in SERVER_ACCOUNTS if name in known)
        os.chown(folder, pwd.getpwnam(account).pw_uid, -1)

    def do(program: str, *arguments: str) -> None:
        command = [str(where / program), *arguments]
        with (folder / "gezegd.txt").open("ab") as said:  # not a pipe: the server would keep it open
            ended = subprocess.run(
                command, cwd=folder, stdout=said, stderr=said, user=account, timeout=120, check=False
            )
        assert ended.returncode == 0, (folder / "gezegd.txt").read_text()

    options = f"-p {port} -k {folder} -c listen_addresses=127.0.0.1 -c fsync=off"
    do("initdb", "-D", str(folder / "data"), "-U", "themaspin", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
    do("pg_ctl", "-D", str(folder / "data"), "-w", "-o", options, "start")
    try:
        number = int((folder / "data" / "postmaster.pid").read_text().split()[0])
        yield f"postgresql+psycopg://themaspin@127.0.0.1:{port}", number
    finally:
        do("pg_ctl", "-D", str(folder / "data"), "-w", "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def database_server() -> Iterator[str]:
    """The address of a server, up to the name of a database."""
    with server() as (address, _):
        yield address


@pytest.fixture
def database(database_server: str) -> Callable[..., str]:
    """Makes an empty database and returns its address; `options` go into CREATE DATABASE."""
    from sqlalchemy import create_engine, text

    numbers = itertools.count()

    def make(options: str = "") -> str:
        name = f"themaspin_{os.urandom(4).hex()}_{next(numbers)}"
        engine = create_engine(f"{database_server}/postgres", isolation_level="AUTOCOMMIT")
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} {options}"))
        engine.dispose()
        return f"{database_server}/{name}"

    return make
