"""Looks at what lies on the disk: the record and its copies, room, settings, own routines, and what was shipped."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

from coach.core.findings import Finding
from coach.store import known_good, log_file, settings
from coach.store.paths import shipped
from coach.store.record import copies, opening
from coach.store.record.copies import Health
from coach.store.routines.library import ENDING
from coach.store.routines.own_routines import FOLDER, OwnRoutines
from coach.store.untrusted_file import read_regular
from coach.store.voices import MAX_BYTES, shipped_folder, voices
from coach.words.basics import listed
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

LOCK_S = 1.0
"""Longest wait for a program that writes the record just now."""
LEAST_FREE = 50 << 20
"""Bytes: a year of sessions takes a few of them, and the copies as many again."""


def record(folder: Path) -> Iterator[Finding]:
    """Look at the record as it is, and whether more can be written to it."""
    what, path = tr("Record"), folder / opening.NAME
    remedy = tr("Give yourself the right to write in the folder of your data, or start coach with --data-dir.")
    if not _can_write(folder):
        yield Finding(what, works=False, words=tr("Nothing can be written there."), remedy=remedy)
    elif not path.exists():
        yield Finding(what, works=True, words=tr("It is empty: nothing is kept yet."))
    elif not os.access(path, os.W_OK):
        yield Finding(what, works=False, words=tr("It can only be read. What is done now is not kept."), remedy=remedy)
    else:
        yield _health(what, path)


def _health(what: str, path: Path) -> Finding:
    match _checked(path):
        case Health.GOOD:
            return Finding(what, works=True, words=tr("It is whole, and can be read and written."))
        case Health.DAMAGED:
            remedy = tr("Start coach: it sets the file aside, begins anew and offers the newest copy.")
            return Finding(what, works=False, words=tr("The file is not whole."), remedy=remedy)
        case _:
            remedy = tr("Close other programs that have it open, and see whether the disk can be read.")
            return Finding(what, works=False, words=tr("It cannot be read now."), remedy=remedy)


def _checked(path: Path) -> Health:
    """Check all pages without a trace: SQLite writes beside a file that it reads, unless nobody writes to it."""
    if not path.with_name(path.name + "-wal").exists() and copies.health(path) is Health.GOOD:
        return Health.GOOD
    return copies.health(path, at_rest=False, wait_s=LOCK_S)


def kept_copies(folder: Path) -> Iterator[Finding]:
    """Look for the copies of the record."""
    found = sum(_exists(folder / name) for name in (copies.COPY, *copies.OLDER))
    if found:
        words = plural("There is {number} copy of the record.", "There are {number} copies of the record.", found)
        yield Finding(tr("Copies"), works=True, words=words)
    elif _exists(folder / opening.NAME):
        yield Finding(tr("Copies"), works=True, words=tr("There is none yet. While coach runs it makes one each day."))


def free_space(folder: Path) -> Iterator[Finding]:
    """Look how much room is left where the record lies."""
    free = shutil.disk_usage(_nearest(folder)).free
    # Note: MB as in a list of disks: millions of bytes
    words = tr("{number} MB are free.", number=free // 1_000_000)
    remedy = "" if free >= LEAST_FREE else tr("Delete what you do not need any more.")
    yield Finding(tr("Room on the disk"), works=free >= LEAST_FREE, words=words, remedy=remedy)


def own_settings(folder: Path) -> Iterator[Finding]:
    """Look whether the settings can be read."""
    what, fault = tr("Settings"), settings.load(folder).fault
    if not fault:
        yield Finding(what, works=True, words=tr("They can be read."))
        return
    words = tr("Some of them do not fit.") if fault == "some" else tr("The file cannot be read.")
    remedy = tr("Start coach: it keeps the file under another name and goes on with the usual ones.")
    yield Finding(what, works=False, words=words, remedy=remedy)


def own_routines(folder: Path) -> Iterator[Finding]:
    """Look how many of the person's own routines can be used. Their names are not told."""
    what, own = tr("Own routines"), OwnRoutines(folder)
    try:
        names = [path.name for path in (folder / FOLDER).iterdir() if path.name.endswith(ENDING)]
    except (FileNotFoundError, NotADirectoryError):
        names = []
    except OSError:
        remedy = tr("Give yourself the right to read the folder of your data.")
        yield Finding(what, works=False, words=tr("They cannot be read."), remedy=remedy)
        return
    found = [own.own(name.removesuffix(ENDING)) for name in names]
    good = sum(each.routine is not None for each in found)
    bad = sum(bool(each.problems) for each in found)
    if not bad:
        words = plural("{number} can be used.", "{number} can be used.", good) if good else tr("There are none yet.")
        yield Finding(what, works=True, words=words)
        return
    words = plural("{number} cannot be used.", "{number} cannot be used.", bad)
    remedy = tr("The page Routines tells what is wrong with it, and what would be right.")
    yield Finding(what, works=False, words=words, remedy=remedy)


def shipped_files() -> Iterator[Finding]:
    """Look whether routines and figures are those that came with coach."""
    places = {name: shipped("assets") / "figures" / name for name in known_good.CHECKSUMS if "/" not in name}
    places["routines.json"] = shipped("routines.json")
    strange = [name for name, path in places.items() if not _is_shipped(name, path)]
    what = tr("Files of coach")
    if strange:
        words = tr("Missing or changed: {files}.", files=listed(strange))
        yield Finding(what, works=False, words=words, remedy=tr("Install coach again."))
    else:
        yield Finding(what, works=True, words=tr("Routines and figures are as they came."))


def recorded_voices() -> Iterator[Finding]:
    """Look whether the recorded voices are there, with each of their clips."""
    what, packs = tr("Recorded voices"), voices(shipped_folder())
    missing = sum(not (pack.folder / clip.file).is_file() for pack in packs for clip in pack.clips.values())
    if not packs:
        yield Finding(what, works=False, words=tr("There are none."), remedy=tr("Install coach again."))
    elif missing:
        words = plural("{number} clip is missing.", "{number} clips are missing.", missing)
        yield Finding(what, works=False, words=words, remedy=tr("Install coach again."))
    else:
        words = plural("All clips of {number} voice are there.", "All clips of {number} voices are there.", len(packs))
        yield Finding(what, works=True, words=words)


def log(folder: Path) -> Iterator[Finding]:
    """Look whether the log can be written."""
    what = tr("Log")
    path = folder / log_file.NAME
    if _can_write(folder) and (not path.exists() or os.access(path, os.W_OK)):
        yield Finding(what, works=True, words=tr("It can be written."))
    else:
        remedy = tr("Give yourself the right to write in its folder; README says where that is.")
        yield Finding(what, works=False, words=tr("It cannot be written."), remedy=remedy)


def _is_shipped(name: str, path: Path) -> bool:
    try:
        return known_good.is_tested(name, read_regular(path, MAX_BYTES))
    except OSError:
        return False


def _nearest(folder: Path) -> Path:
    """Return a folder, or the nearest above it that is there."""
    return next(each for each in (folder, *folder.absolute().parents) if _exists(each))


def _exists(path: Path) -> bool:
    return os.path.exists(path)  # noqa: PTH110 - Path.exists raises where a folder above may not be looked into


def _can_write(folder: Path) -> bool:
    there = _nearest(folder)
    return there.is_dir() and os.access(there, os.W_OK | os.X_OK)
