"""What the machine says in English, said in Dutch with what to do."""

from __future__ import annotations

import errno
import os
import socket
import sqlite3
from contextlib import closing

import pytest

from pipeline.foundation.system_faults import os_fault, remedy, sqlite_fault

USUAL = [
    "EACCES", "EPERM", "EROFS", "ENOSPC", "EDQUOT", "ENOENT", "EEXIST", "ENOTDIR", "EISDIR", "ENAMETOOLONG", "EIO", "EFBIG", "EMFILE",
    "ENFILE", "ENOMEM", "EBUSY", "ETXTBSY", "ELOOP", "EXDEV", "ENOTEMPTY", "ESTALE", "ENOLCK", "EADDRINUSE", "EADDRNOTAVAIL",
    "ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "EHOSTUNREACH", "ENETUNREACH",
]  # fmt: skip


@pytest.mark.parametrize("name", USUAL)
def test_a_usual_fault_of_the_system_is_said_in_dutch_with_what_to_do(name):
    error = OSError(getattr(errno, name), os.strerror(getattr(errno, name)))
    assert error.strerror not in os_fault(error)
    assert remedy(error) != "Verhelp dat"


def test_another_fault_of_the_system_is_quoted():
    error = OSError(errno.ENOTTY, "Inappropriate ioctl for device")
    assert os_fault(error) == "het systeem zegt: Inappropriate ioctl for device"
    assert remedy(error) == "Verhelp dat"


def test_a_name_that_no_machine_has_is_said_in_dutch():
    error = socket.gaierror(socket.EAI_NONAME, "Name or service not known")
    assert os_fault(error) == "die naam is niet te vinden"
    assert "netwerk" in remedy(error)


def refused(path, *statements):
    """The error with which SQLite answers the last of these."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
        for statement in statements[:-1]:
            connection.execute(statement)
        with pytest.raises(sqlite3.Error) as caught:
            connection.execute(statements[-1])
    return caught.value


def test_a_full_disk_is_said_by_sqlite_in_dutch(tmp_path):
    error = refused(
        tmp_path / "a", "CREATE TABLE a (b)", "PRAGMA max_page_count=2", "INSERT INTO a VALUES (zeroblob(90000))"
    )
    assert str(error) == "database or disk is full"
    assert (sqlite_fault(error), remedy(error)) == ("de schijf is vol", "Maak ruimte op die schijf")


def test_a_file_that_another_program_holds_is_said_in_dutch(tmp_path):
    with closing(sqlite3.connect(tmp_path / "a", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        error = refused(tmp_path / "a", "CREATE TABLE a (b)")
    assert sqlite_fault(error) == "een ander programma houdt het vast"
    assert remedy(error).startswith("Wacht")


def test_a_file_that_may_not_be_written_is_said_in_dutch(tmp_path):
    error = refused(tmp_path / "a", "PRAGMA query_only=ON", "CREATE TABLE a (b)")
    assert sqlite_fault(error) == "daar mag niet worden geschreven"


def test_a_file_that_is_none_of_sqlite_is_said_in_dutch(tmp_path):
    (tmp_path / "a").write_bytes(b"kapot" * 1000)
    assert sqlite_fault(refused(tmp_path / "a", "SELECT * FROM sqlite_master")) == "het is geen SQLite-bestand"


def test_a_folder_in_the_place_of_a_file_is_said_in_dutch(tmp_path):
    with pytest.raises(sqlite3.OperationalError) as caught:
        sqlite3.connect(tmp_path).execute("CREATE TABLE a (b)")
    assert sqlite_fault(caught.value) == "het bestand is niet te openen"
    assert "map" in remedy(caught.value)


def test_what_else_sqlite_says_is_quoted(tmp_path):
    error = refused(tmp_path / "a", "SELECT * FROM nergens")
    assert sqlite_fault(error) == "SQLite zegt: no such table: nergens"
    assert remedy(error) == "Verhelp dat"
