"""The inbox as a folder: every file in it, by content, with a reason for each one that cannot be taken."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.store.hashing import file_hash
from pipeline.store.store import KnownFile

OVERRIDE_SUFFIX = ".toml"
LARGEST_OVERRIDE = 100_000
"""Bytes above which a `.toml` is something else."""
OF_NO_PAPER = (
    "hoort bij geen stuk: nota.toml zegt iets over nota.pdf in dezelfde map. "
    f"Geef het de naam van het stuk (en niet meer dan {LARGEST_OVERRIDE // 1000} kB)"
)
UNREAD_OVERRIDE = f"is niet gelezen: het is groter dan {LARGEST_OVERRIDE // 1000} kB"
FOLDER_OVERRIDE = "is een map: wat van een stuk gezegd wordt staat in een bestand (de bestanden erin zijn wel bekeken)"
ITSELF = "leg het stuk zelf in de inbox"
LARGEST_INODE = 2**63 - 1
"""Some shares number their files beyond what a database column holds; what is cut off there tells no files apart."""
NOT_PAPERS = {"thumbs.db", "desktop.ini"}
"""Files that operating systems leave in any folder; hidden files are passed over too."""


class InboxError(Exception):
    """The inbox cannot be listed; the message (Dutch) says which folder and what to do."""


@dataclass(frozen=True, slots=True)
class InboxFile:
    """A file of the inbox. `path` is relative, with `/`, fit to print; `location` is where it can be opened.

    `override` is the `.toml` beside it, None where there is none, and `stated` what stood in it when the inbox was listed, so that
    all of a run goes by the same; text (Dutch) where that could not be read. `refusal` (Dutch) says why the file was not taken, `unused`
    (Dutch) that there are other `.toml` beside it. `twins` are the paths of others with the same content, where it counts for all.
    """

    path: PurePosixPath
    location: Path
    override: Path | None = None
    refusal: str = ""
    stated: bytes | str = b""
    unused: str = ""
    twins: tuple[PurePosixPath, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """All files of an inbox with their SHA-256, in the order of their paths; refused files have none."""

    files: tuple[InboxFile, ...]
    hashes: Mapping[PurePosixPath, str]
    known: tuple[KnownFile, ...]
    """What to remember, so that an unchanged file is not hashed again."""
    too_large: frozenset[PurePosixPath] = frozenset()
    """Which were refused for their size."""


def list_inbox(
    inbox: Path,
    known: Mapping[str, KnownFile],
    too_large: Callable[[int], str],
    step: Callable[[], None] = lambda: None,
) -> Listing:
    """List the inbox, hashing only what changed since `known`; `step` is called once per file. Raises InboxError.

    `too_large` returns why a file of so many bytes is refused (Dutch), "" where it is not: hashing it would take minutes for nothing.
    """
    files, hashes, remembered, large = [], {}, [], set()
    for file in files_of(inbox):
        step()
        if not file.refusal:
            file, seen = _identify(file, known.get(file.path.as_posix()), too_large)
            if seen:
                file = replace(file, stated=_stated(file.override))
            if seen and file.refusal:
                large.add(file.path)
            elif seen:
                hashes[file.path] = seen.sha256
                remembered.append(seen)
        files.append(file)
    return Listing(tuple(files), hashes, tuple(remembered), frozenset(large))


def files_of(inbox: Path) -> list[InboxFile]:
    """Return all files of an inbox in the order of their paths, without looking into them. Raises InboxError."""
    return sorted(_walk(inbox), key=lambda found: found.path.as_posix())


def check_inbox(inbox: Path) -> None:
    """Raise InboxError where the inbox is missing, no folder, or cannot be listed."""
    try:
        os.scandir(inbox).close()
    except FileNotFoundError:
        raise InboxError(
            f"De inbox {inbox} bestaat niet. Maak de map aan of wijs een andere aan met --inbox."
        ) from None
    except NotADirectoryError:
        raise InboxError(f"De inbox {inbox} is geen map. Wijs een map aan met --inbox.") from None
    except OSError as error:
        raise InboxError(_unread_inbox(inbox, error)) from None


def _unread_inbox(inbox: Path, error: OSError) -> str:
    return f"De inbox {inbox} is niet te lezen: {_why(error)}. {remedy(error)}, of wijs een andere map aan met --inbox."


def _identify(
    file: InboxFile, known: KnownFile | None, too_large: Callable[[int], str]
) -> tuple[InboxFile, KnownFile | None]:
    """Return the file with what is known of it: refused and without a hash where it is too large, refused and with nothing where it
    cannot be opened."""
    try:
        status = file.location.stat()
        name, same = file.path.as_posix(), (status.st_size, status.st_mtime_ns, status.st_ino & LARGEST_INODE)
        if refusal := too_large(status.st_size):
            return replace(file, refusal=refusal), KnownFile(name, *same, "")
        if known and (known.size, known.mtime_ns, known.inode) == same:
            return file, known
        return file, KnownFile(name, *same, file_hash(file.location))
    except OSError as error:
        return InboxFile(file.path, file.location, refusal=_unopened(error)), None


def _stated(override: Path | None) -> bytes | str:
    if override is None:
        return b""
    try:
        return override.read_bytes()
    except OSError as error:
        return f"{printable(Path(override.name))}: kan niet worden gelezen ({_why(error)})."


def still_holds(path: Path, sha256: str) -> bool:
    """Whether a file still has the content it had when the inbox was listed; not when it is gone or cannot be opened any more."""
    try:
        return file_hash(path) == sha256
    except OSError:
        return False


def is_there(path: Path) -> bool:
    """Whether a file can be found; not when the share that it is on answers with an error, for which `Path.exists` raises."""
    try:
        path.stat()
    except OSError:
        return False
    return True


def _walk(inbox: Path) -> Iterator[InboxFile]:
    """All that the inbox holds. The folders still to be looked into wait in a list: a share may nest them deeper than calls can go."""
    check_inbox(inbox)
    folders = [inbox]
    while folders:
        folder = folders.pop()
        try:
            with os.scandir(folder) as scan:
                entries = list(scan)
        except OSError as error:
            if folder == inbox:
                raise InboxError(_unread_inbox(inbox, error)) from None
            yield _unlisted(folder, inbox, error)
        else:
            yield from _seen_entries(entries, inbox)
            folders += [Path(entry.path) for entry in entries if _is_subfolder(entry)]


def _seen_entries(entries: Sequence[os.DirEntry[str]], inbox: Path) -> Iterator[InboxFile]:
    """What one folder holds, without what is in its subfolders."""
    papers = {entry.name for entry in entries if _may_be_paper(entry)}
    papers |= {Path(name).stem for name in papers}
    beside = _Beside.of([entry for entry in entries if _is_named_as_override(entry, papers)], inbox)
    for entry in entries:
        if entry.name not in beside.used and not _passed_over(entry):
            yield from _seen_entry(entry, beside, inbox)


@dataclass(frozen=True, slots=True)
class _Beside:
    """The names of the `.toml` in a folder that lie beside a paper, by its name: those that are read, and of others why not (Dutch)."""

    used: frozenset[str]
    unread: Mapping[str, str]
    of_paper: Mapping[str, Sequence[str]]

    @classmethod
    def of(cls, entries: Sequence[os.DirEntry[str]], inbox: Path) -> _Beside:
        unread = {entry.name: why for entry in entries if (why := _why_unread(entry, inbox))}
        of_paper: dict[str, list[str]] = {}
        for name in sorted(entry.name for entry in entries):
            of_paper.setdefault(Path(name).stem, []).append(name)
        return cls(frozenset(entry.name for entry in entries) - unread.keys(), unread, of_paper)


def _is_subfolder(entry: os.DirEntry[str]) -> bool:
    try:
        return not _passed_over(entry) and entry.is_dir(follow_symlinks=False)
    except OSError:  # it has a row that says so
        return False


def _unlisted(folder: Path, inbox: Path, error: OSError) -> InboxFile:
    """One folder that cannot be listed does not stop the night: it gets a row that says so."""
    why = "zonder leesrechten" if isinstance(error, PermissionError) else f"niet te lezen ({_why(error)})"
    told = f"map {why}: de bestanden erin zijn niet bekeken; {_in_sentence(remedy(error))}"
    return InboxFile(printable(folder.relative_to(inbox)), folder, refusal=told)


def _passed_over(entry: os.DirEntry[str]) -> bool:
    """Hidden and system files."""
    return entry.name.startswith((".", "~$")) or entry.name.lower() in NOT_PAPERS


def _may_be_paper(entry: os.DirEntry[str]) -> bool:
    """Whether a `.toml` of its name states something of it: not of a folder, of what is passed over, or of another `.toml`."""
    if _passed_over(entry) or entry.name.lower().endswith(OVERRIDE_SUFFIX):
        return False
    try:
        return not entry.is_dir()
    except OSError:  # a link to itself, which has a row that says so
        return True


def _is_named_as_override(entry: os.DirEntry[str], papers: set[str]) -> bool:
    """Whether this has the name of a `.toml` of one of the names of `papers`."""
    name = Path(entry.name)
    return name.suffix.lower() == OVERRIDE_SUFFIX and name.stem in papers


def _why_unread(entry: os.DirEntry[str], inbox: Path) -> str:
    """Why a `.toml` beside a paper states nothing (Dutch), "" for a small plain file; its own row says what it is."""
    try:
        status = entry.stat()
    except OSError as error:
        return f"is niet gelezen: niet te openen ({_why(error)})"
    if entry.is_symlink() and not _inside(Path(entry.path), inbox):
        return "is niet gelezen: het is een koppeling naar buiten de inbox"
    if stat.S_ISDIR(status.st_mode):
        return "is niet gelezen: het is een map"
    if not stat.S_ISREG(status.st_mode):
        return "is niet gelezen: het is geen gewoon bestand"
    return UNREAD_OVERRIDE if status.st_size > LARGEST_OVERRIDE else ""


def _seen_entry(entry: os.DirEntry[str], beside: _Beside, inbox: Path) -> Iterator[InboxFile]:
    """What one entry holds; one that cannot be looked at gets a row that says so, and does not stop the night."""
    try:
        yield from _entry(entry, beside, inbox)
    except OSError as error:
        location = Path(entry.path)
        yield InboxFile(printable(location.relative_to(inbox)), location, refusal=_unopened(error))


def _entry(entry: os.DirEntry[str], beside: _Beside, inbox: Path) -> Iterator[InboxFile]:
    location = Path(entry.path)
    path = printable(location.relative_to(inbox))
    if entry.is_symlink() and not _inside(location, inbox):
        yield InboxFile(path, location, refusal=f"koppeling naar buiten de inbox: niet gevolgd; {ITSELF}")
    elif entry.is_symlink() and not _leads_to_file(entry):
        yield InboxFile(path, location, refusal=f"koppeling naar een map of naar niets: niet gevolgd; {ITSELF}")
    elif entry.is_dir():
        if entry.name.lower().endswith(".pdf"):
            yield InboxFile(path, location, refusal="is een map, geen bestand (de bestanden erin zijn wel bekeken)")
        elif entry.name.lower().endswith(OVERRIDE_SUFFIX):
            yield InboxFile(path, location, refusal=FOLDER_OVERRIDE)
    elif not stat.S_ISREG(entry.stat().st_mode):
        yield InboxFile(
            path, location, refusal="is geen gewoon bestand; haal het weg of leg er een PDF voor in de plaats"
        )
    elif path.suffix.lower() == OVERRIDE_SUFFIX:
        yield InboxFile(path, location, refusal=beside.unread.get(entry.name, OF_NO_PAPER))
    else:
        yield _with_override(InboxFile(path, location), beside)


def _leads_to_file(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_file()
    except OSError:  # a link to itself
        return False


def _inside(location: Path, inbox: Path) -> bool:
    try:
        return location.resolve(strict=True).is_relative_to(inbox.resolve())
    except (OSError, RuntimeError):
        return True


def _with_override(file: InboxFile, beside: _Beside) -> InboxFile:
    """The file with the `.toml` beside it, of which there are these for each name, with or without its extension; one counts."""
    whole, bare = file.location.name, file.location.stem
    names = [name for paper in dict.fromkeys((whole, bare)) for name in beside.of_paper.get(paper, ())]
    fit = [name for name in names if name in beside.used]
    unused = [f"{printable(Path(name))} {beside.unread[name]}" for name in names if name in beside.unread]
    unused += [f"{printable(Path(name))} is niet gebruikt: {printable(Path(fit[0]))} gaat voor" for name in fit[1:]]
    return replace(file, override=file.location.with_name(fit[0]) if fit else None, unused="; ".join(unused))


def printable(path: Path) -> PurePosixPath:
    """Return the path with bytes that are no UTF-8, and those of what cannot be seen or turns the direction of reading, written as
    `\\xNN`, as is a backslash before what would look like one: no two files have the same. `named` finds the file again."""
    text = os.fsencode(path.as_posix()).decode("utf-8", "surrogateescape")
    return PurePosixPath(_UNFIT.sub(_as_bytes, text))


def _as_bytes(unfit: re.Match[str]) -> str:
    return "".join(f"\\x{byte:02x}" for byte in unfit[0].encode("utf-8", "surrogateescape"))


def named(path: str) -> bytes:
    """Return the name under which a file of the inbox can be opened, of its path as it is printed."""
    return _WRITTEN.sub(lambda written: bytes.fromhex(written[1].decode()), path.encode())


_UNFIT = re.compile(
    r"[\x00-\x1f\x7f-\x9f\udc80-\udcff\u2028\u2029"  # controls, ends of lines, and bytes that are no UTF-8
    r"\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # what turns the direction of reading or takes no room
    r"\xad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0"  # soft hyphens and fillers
    r"\ufe00-\ufe0f\U000e0000-\U000e0fff]"  # tags, and choices of a form
    r"|\\(?=x[0-9a-f]{2})"
)
_WRITTEN = re.compile(rb"\\x([0-9a-f]{2})")


def _unopened(error: OSError) -> str:
    if error.errno == errno.ENOENT:
        return f"niet te openen: {_why(error)}; de volgende run kijkt opnieuw"
    return f"niet te openen: {_why(error)}; {_in_sentence(remedy(error))}"


def _in_sentence(advice: str) -> str:
    return advice[0].lower() + advice[1:]


def _why(error: OSError) -> str:
    return "verdwenen tijdens het lezen" if error.errno == errno.ENOENT else os_fault(error)
