"""The published set: every run whole in `archief/<peildatum>/<run>/`, and the names in the outputs folder pointing to the newest.

`huidig` is a symbolic link that is replaced in one step, and `theme_matrix.csv` and its companions are links through it: a
reader, and a power cut, see the former set whole or the new set whole. A file that is the same as in the former set is stored once
(hard link). Where the file system knows no links, the files are copied over one by one, each by renaming. Names of runs sort by
time, so the last folder of a peildatum holds its newest matrix.
"""

from __future__ import annotations

import contextlib
import errno
import filecmp
import hashlib
import logging
import os
import shutil
import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import chain, count
from pathlib import Path
from typing import IO

from pipeline.foundation.journal import tell
from pipeline.foundation.locking import taken
from pipeline.foundation.system_faults import os_fault, remedy
from pipeline.store.hashing import file_hash
from pipeline.store.together import UNFINISHED

ARCHIVE = "archief"
CURRENT = "huidig"
NO_LINKS = (errno.EPERM, errno.EACCES, errno.ENOSYS, errno.ENOTSUP, errno.EOPNOTSUPP)
"""What file systems without symbolic links answer: the files are then copied, one by one, so a reader may find old beside new."""
RECORD = "run.json"
LOCK = ".themaspin.lock"
DRAFT = ".themaspin-concept"
"""Folder in which the large files of a set are written before it is published, on the disk of the archive: they are moved into it."""
KEEP_ALL = 0
SECONDS_BETWEEN = 0.5
"""After which who waits for a run looks again."""
DYING = 3.0
"""Seconds for which what a run that was killed left behind may still have it: the system ends its processes one after the other."""
BRIEF_WORK = 600
"""Seconds that a run waits for work that does not take long."""
Content = str | bytes | Path
"""What a file of the set holds: its text, its bytes, or a file that holds them."""


class OutputsError(Exception):
    """The outputs folder cannot be used; the message (Dutch) says why and what to do."""


@contextlib.contextmanager
def exclusive(
    outputs: Path, told: Callable[[str], None] = lambda _: None, patience: float = BRIEF_WORK
) -> Iterator[None]:
    """Hold the outputs folder for one run, making it where it is missing. Waits at most `patience` seconds for work that does not take
    long; `told` is then called with a line in Dutch. Raises OutputsError, also while another run has it."""
    with _lock_of(outputs) as lock:
        began = time.monotonic()
        known = ""
        while not _is_free(lock):
            doing = _work_told(lock)
            if time.monotonic() >= began + (patience if doing else min(patience, DYING)):
                raise _busy(outputs, doing)
            if doing and doing != known:
                told(f"In {outputs} {doing}; even wachten tot dat klaar is …")
            known = doing
            time.sleep(SECONDS_BETWEEN)
        _tell_work(lock, "")  # whoever had it before may have been killed
        yield


@contextlib.contextmanager
def in_turn(
    outputs: Path, told: Callable[[str], None] = lambda _: None, patience: float = float("inf"), doing: str = ""
) -> Iterator[None]:
    """Hold the outputs folder as `exclusive` does, waiting at most `patience` seconds for a run that has it; `told` is called with a
    line in Dutch where there is one. `doing` says (Dutch: "wordt een peildatum uitgewerkt") what for, where that does not take long: a
    run that begins meanwhile then waits. Raises OutputsError."""
    with _lock_of(outputs) as lock:
        if not _is_free(lock):
            told(f"Er is een run bezig met {outputs}; even wachten tot die klaar is …")
            end = time.monotonic() + patience
            while not _is_free(lock):
                if time.monotonic() >= end:
                    raise _busy(outputs)
                time.sleep(SECONDS_BETWEEN)
        _tell_work(lock, doing)
        yield


def _busy(outputs: Path, doing: str = "") -> OutputsError:
    if doing:
        return OutputsError(f"In {outputs} {doing}, en dat duurt langer dan gewoon. Wacht tot het klaar is.")
    return OutputsError(f"Er is al een run bezig met {outputs}. Wacht tot die klaar is.")


def _tell_work(lock: IO[str], doing: str) -> None:
    """Let others read in the lock what it is held for; a full disk is no reason to stop, they then take it for a run."""
    with contextlib.suppress(OSError):
        lock.truncate(0)
        lock.write(doing)
        lock.flush()


def _work_told(lock: IO[str]) -> str:
    lock.seek(0)
    return lock.read()


def _lock_of(outputs: Path) -> IO[str]:
    try:
        outputs.mkdir(parents=True, exist_ok=True)
        return (outputs / LOCK).open("a+", encoding="utf-8")  # not emptied: who holds it says in it what for
    except OSError as error:
        raise _unusable(f"In de outputs-map {outputs} kan niet worden geschreven", error) from None


def _is_free(lock: IO[str]) -> bool:
    """Whether the lock was to be had; it is held from then on. Raises OutputsError where the disk gives no locks."""
    try:
        return taken(lock)
    except OSError as error:
        raise _unusable(f"De outputs-map {Path(lock.name).parent} is niet op slot te zetten", error) from None


def _unusable(what: str, error: OSError) -> OutputsError:
    return OutputsError(f"{what}: {os_fault(error)}. {remedy(error)}, en probeer het nog eens.")


@contextlib.contextmanager
def drafting(outputs: Path) -> Iterator[Path]:
    """A folder for the files of the next set, which goes away in the end. Raises OutputsError, also where a disk is full meanwhile."""
    folder = outputs / DRAFT
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        yield folder
    except OSError as error:
        raise _failed(outputs, error) from None
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _failed(outputs: Path, error: OSError) -> OutputsError:
    at = error.filename2 or error.filename  # of what was to be put in another's place, the place
    why = f"{os_fault(error)} ({at})" if at else os_fault(error)
    return OutputsError(
        f"Publiceren in {outputs} is niet gelukt: {why}. De vorige tabellen staan er nog. {remedy(error)}, en probeer het nog eens."
    )


def publish_set(outputs: Path, peildatum: str, run: str, files: Mapping[str, Content], keep: int = KEEP_ALL) -> Path:
    """Publish `files`, by name, as one set and return its folder; of all runs the newest `keep` stay.

    Raises OutputsError; then the former set still stands.
    """
    _check_current(outputs / CURRENT)
    try:
        folder = _write_set(outputs, peildatum, run, files)
        _point(outputs, folder, files)
    except OSError as error:
        raise _failed(outputs, error) from None
    if keep != KEEP_ALL:
        _tidy(folder, keep)
    return folder


def set_folder(outputs: Path, peildatum: str, run: str) -> Path:
    """Return where the set of a run is kept."""
    return outputs / ARCHIVE / peildatum / run


def _tidy(newest: Path, keep: int) -> None:
    """Remove the oldest runs, of whatever peildatum; never the newest, and none by halves. What cannot be removed stays."""
    runs = sorted(newest.parent.parent.glob("*/*"), key=lambda run: run.name)
    former = [run for run in runs if run != newest and run.suffix != UNFINISHED]
    for old in former[: max(0, len(former) + 1 - keep)]:
        with contextlib.suppress(OSError):
            shutil.rmtree(old.rename(old.with_name(f"{old.name}{UNFINISHED}")))
            old.parent.rmdir()  # refused, and rightly so, as long as another run of its peildatum is there


def _write_set(outputs: Path, peildatum: str, run: str, files: Mapping[str, Content]) -> Path:
    folder = set_folder(outputs, peildatum, run)
    shelf = folder.parent
    shelf.mkdir(parents=True, exist_ok=True)
    for left in (outputs / ARCHIVE).glob(f"*/*{UNFINISHED}"):
        shutil.rmtree(left)
    unfinished = shelf / f"{run}{UNFINISHED}"
    unfinished.mkdir()
    for name, content in files.items():
        _write(unfinished / name, content, outputs / CURRENT / name)
    _sync(unfinished)
    unfinished.rename(folder)
    _sync(shelf)
    return folder


def digest(content: Content) -> str:
    """Return the SHA-256 of what a file of the set holds. Raises OSError where that is a file that cannot be read."""
    if isinstance(content, Path):
        return file_hash(content)
    return hashlib.sha256(_bytes(content)).hexdigest()


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _write(path: Path, content: Content, former: Path) -> None:
    with contextlib.suppress(OSError):
        if _holds(former, content):
            os.link(former.resolve(), path)
            return
    if not isinstance(content, Path):
        path.write_bytes(_bytes(content))
    elif content.parent.name == DRAFT:
        content.replace(path)
    else:
        shutil.copyfile(content, path)
    with path.open("r+b") as written:
        os.fsync(written.fileno())


def _holds(path: Path, content: Content) -> bool:
    if isinstance(content, Path):
        return path.samefile(content) or filecmp.cmp(path, content, shallow=False)
    return path.read_bytes() == _bytes(content)


def _sync(folder: Path) -> None:
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _point(outputs: Path, folder: Path, files: Iterable[str]) -> None:
    try:
        for name in files:
            if not _links_to(outputs / name, Path(CURRENT) / name):
                _link(outputs / name, Path(CURRENT) / name)
        # last: names that are new lead nowhere until now
        _link(outputs / CURRENT, folder.relative_to(outputs), _make_way)
    except OSError as error:
        if error.errno not in NO_LINKS:
            raise
        for name in files:
            temporary = outputs / f".{name}{UNFINISHED}"
            shutil.copyfile(folder / name, temporary)
            temporary.replace(outputs / name)
    _sync(outputs)


def _link(name: Path, target: Path, make_way: Callable[[Path], None] = lambda _: None) -> None:
    temporary = name.with_name(f".{name.name}{UNFINISHED}")
    temporary.unlink(missing_ok=True)
    temporary.symlink_to(target)
    make_way(name)
    temporary.replace(name)


def _check_current(current: Path) -> None:
    """Raise OutputsError where a folder of something else stands in the place of the link to the newest set."""
    if _is_folder(current) and not (current / RECORD).is_file():
        raise OutputsError(
            f"{current} is een map met iets anders dan een gepubliceerde set; daar hoort een koppeling naar de nieuwste set. Geef die map "
            "een andere naam of haal haar weg, en draai opnieuw: themaspin run"
        )


def _make_way(current: Path) -> None:
    """Set aside the folder that stands in the place of the link where outputs were copied without their links."""
    if not _is_folder(current):
        return
    names = (current.with_name(f"{current.name}-opzij{end}") for end in chain([""], map("-{}".format, count(2))))
    aside = next(name for name in names if not os.path.lexists(name))
    current.rename(aside)
    tell(
        "copy_set_aside",
        f"{current} was een map in plaats van een koppeling, zoals na kopiëren met scp of cp -L. Zij heet nu {aside} en mag weg: elke run "
        f"staat ook in {current.with_name(ARCHIVE)}.",
        logging.WARNING,
    )


def _is_folder(current: Path) -> bool:
    return current.is_dir() and not current.is_symlink()


def _links_to(name: Path, target: Path) -> bool:
    return name.is_symlink() and name.readlink() == target
