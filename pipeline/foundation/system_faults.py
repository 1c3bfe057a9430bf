"""What the operating system and SQLite say that is wrong, in Dutch: why (to stand within a sentence) and what to do about it."""

from __future__ import annotations

import errno
import socket
import sqlite3

SqliteOrSystem = OSError | sqlite3.Error
RIGHTS = "Geef de gebruiker die themaspin draait daar rechten"
MAKE_ROOM = "Maak ruimte op die schijf"
LOOK_AT_DISK = "Kijk of die schijf vol is of een fout geeft"
LOOK_AT_PATH = "Kijk of het pad klopt"
LOOK_AT_NETWORK = "Kijk of het adres klopt en het netwerk werkt"
WAIT_FOR_OTHER = "Wacht tot het klaar is, of sluit het"
MORE_MEMORY = "Sluit andere programma's of geef de machine meer geheugen"
OTHERWISE = "Verhelp dat"


def os_fault(error: OSError) -> str:
    """Return why the system refused a file, folder or address; in its own words where that is no usual reason."""
    if isinstance(error, socket.gaierror):
        return "die naam is niet te vinden"
    return _OF_SYSTEM[error.errno][0] if error.errno in _OF_SYSTEM else f"het systeem zegt: {error.strerror or error}"


def sqlite_fault(error: sqlite3.Error) -> str:
    """Return why SQLite refused a file; in its own words where that is no usual reason."""
    code = _code(error)
    return _OF_SQLITE[code][0] if code in _OF_SQLITE else f"SQLite zegt: {error}"


def remedy(error: SqliteOrSystem) -> str:
    """Return what to do, as the beginning of a sentence without its point: "Maak ruimte op die schijf"."""
    known = _OF_SQLITE.get(_code(error)) if isinstance(error, sqlite3.Error) else _OF_SYSTEM.get(error.errno or 0)
    if isinstance(error, socket.gaierror):
        return LOOK_AT_NETWORK
    return known[1] if known else OTHERWISE


def is_of_machine(error: OSError) -> bool:
    """Whether a fault is of the machine (a disk, memory, a limit), whatever a program does."""
    return error.errno in _OF_MACHINE


def _code(error: sqlite3.Error) -> int:
    """SQLite's primary result code; 0 for an error of Python's own."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF


_OF_MACHINE = {
    errno.ENOSPC: ("de schijf is vol", MAKE_ROOM),
    errno.EDQUOT: ("de schijfruimte van deze gebruiker is op", "Ruim bestanden van die gebruiker op, of vraag om meer"),
    errno.EFBIG: ("het bestand wordt groter dan hier mag", "Verhoog de grens (ulimit -f), of neem een andere schijf"),
    errno.EROFS: ("de schijf is alleen te lezen", "Maak haar beschrijfbaar, of kies een andere map"),
    errno.EIO: ("de schijf geeft een fout", "Laat die schijf nakijken"),
    errno.ESTALE: ("de netwerkmap is weg", "Koppel haar opnieuw"),
    errno.ENOMEM: ("het werkgeheugen is op", MORE_MEMORY),
    errno.EMFILE: ("er staan te veel bestanden tegelijk open", "Verhoog de grens (ulimit -n)"),
    errno.ENFILE: ("er staan te veel bestanden tegelijk open", "Sluit andere programma's"),
    errno.ENOLCK: ("er is geen slot meer te krijgen", "Zet de map op een schijf van deze machine"),
}
_OF_SYSTEM = {
    **_OF_MACHINE,
    errno.EACCES: ("geen rechten", RIGHTS),
    errno.EPERM: ("geen rechten", RIGHTS),
    errno.ENOENT: ("de map of het bestand is er niet", LOOK_AT_PATH),
    errno.EEXIST: ("er staat al een bestand met die naam", "Haal het weg, of kies een andere naam"),
    errno.ENOTDIR: ("een deel van het pad is een bestand en geen map", LOOK_AT_PATH),
    errno.EISDIR: ("dat is een map", LOOK_AT_PATH),
    errno.ENOTEMPTY: ("de map is niet leeg", "Haal weg wat erin staat"),
    errno.ENAMETOOLONG: ("de naam of het pad is te lang", "Kies een kortere"),
    errno.ELOOP: ("de koppeling verwijst naar zichzelf", LOOK_AT_PATH),
    errno.EXDEV: ("dat ligt op een andere schijf", "Kies een map op dezelfde schijf"),
    errno.EBUSY: ("een ander programma houdt het vast", WAIT_FOR_OTHER),
    errno.ETXTBSY: ("een ander programma houdt het vast", WAIT_FOR_OTHER),
    errno.EADDRINUSE: ("daar luistert al een ander programma", "Stop dat programma, of kies een andere poort"),
    errno.EADDRNOTAVAIL: ("deze machine heeft dat adres niet", "Kies een adres van deze machine"),
    errno.ECONNREFUSED: ("de verbinding is geweigerd", LOOK_AT_NETWORK),
    errno.ECONNRESET: ("de verbinding is verbroken", LOOK_AT_NETWORK),
    errno.EPIPE: ("de verbinding is verbroken", LOOK_AT_NETWORK),
    errno.ETIMEDOUT: ("er kwam niet op tijd een antwoord", LOOK_AT_NETWORK),
    errno.EHOSTUNREACH: ("dat adres is niet te bereiken", LOOK_AT_NETWORK),
    errno.ENETUNREACH: ("dat adres is niet te bereiken", LOOK_AT_NETWORK),
}
_OF_SQLITE = {
    sqlite3.SQLITE_FULL: ("de schijf is vol", MAKE_ROOM),
    sqlite3.SQLITE_IOERR: ("lezen van of schrijven op de schijf lukt niet", LOOK_AT_DISK),
    sqlite3.SQLITE_READONLY: ("daar mag niet worden geschreven", f"{RIGHTS}, op het bestand en op zijn map"),
    sqlite3.SQLITE_PERM: ("geen rechten", RIGHTS),
    sqlite3.SQLITE_AUTH: ("geen rechten", RIGHTS),
    sqlite3.SQLITE_CANTOPEN: (
        "het bestand is niet te openen",
        "Kijk of zijn map er is, en of de gebruiker die themaspin draait daar mag lezen en schrijven",
    ),
    sqlite3.SQLITE_BUSY: ("een ander programma houdt het vast", WAIT_FOR_OTHER),
    sqlite3.SQLITE_LOCKED: ("een ander programma houdt het vast", WAIT_FOR_OTHER),
    sqlite3.SQLITE_PROTOCOL: ("het bestand is niet op slot te zetten", "Zet het op een schijf van deze machine"),
    sqlite3.SQLITE_NOLFS: ("het bestand is te groot voor deze schijf", "Zet het op een andere schijf"),
    sqlite3.SQLITE_TOOBIG: ("een stuk tekst is te groot", OTHERWISE),
    sqlite3.SQLITE_NOMEM: ("het werkgeheugen is op", MORE_MEMORY),
    sqlite3.SQLITE_CORRUPT: ("de inhoud is beschadigd", "Zet een reservekopie terug"),
    sqlite3.SQLITE_NOTADB: ("het is geen SQLite-bestand", "Zet een reservekopie terug"),
}
"""By primary result code: https://www.sqlite.org/rescode.html"""
