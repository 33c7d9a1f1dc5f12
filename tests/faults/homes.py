"""A record in a home where it can only be read, or not be locked: the past is known, and all can be written out."""

from __future__ import annotations

import ctypes
import os
import shutil
import signal
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QStandardPaths

from coach.core.safety import Question
from coach.store.record.opening import NAME
from coach.ui.history.history_page import HistoryPage
from coach.ui.settings.settings_page import SettingsPage
from tests.faults import calls, forked, scene
from tests.no_locks import can_refuse, refuse_locks
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.faults.forked import Told

READ_ONLY = "Your record can be read here, but not written."
FILES = 7
"""So many are written out: four tables, the record in two more ways, and a report."""
KEPT = "Your record could not be deleted now."
LISTED, SESSIONS = 2, 4
"""So many were done when they are listed, one of them before; and in the end, the last with all rights given back."""
CAPABILITIES = 0x20080522
"""The version of how Linux is told which of its privileges a process has."""


class Home(NamedTuple):
    """How a record is left, what a later start of the program cannot do, and what it tells of that."""

    name: str
    leave: Callable[[Path], None]
    lose: Callable[[], None]
    told: str
    is_killed: bool = False
    """Whether the program that wrote the record was killed, so that part of it lies in the WAL."""


def give_up_rights() -> None:
    """Have no more rights than anybody has: root reads and writes what nobody may."""
    header = (ctypes.c_uint32 * 2)(CAPABILITIES, 0)
    if ctypes.CDLL(None, use_errno=True).capset(header, (ctypes.c_uint32 * 6)()):
        raise OSError(ctypes.get_errno(), "rights cannot be given up")


def _nothing() -> None:
    pass


def _close_folder(data: Path) -> None:
    data.chmod(0o500)


def _close_files(data: Path) -> None:
    for path in data.iterdir():
        path.chmod(0o400)


def _close_both(data: Path) -> None:
    _close_files(data)
    _close_folder(data)


def _close_without_shared_memory(data: Path) -> None:
    (data / f"{NAME}-shm").unlink()
    _close_both(data)


def _close_with_a_journal(data: Path) -> None:
    """Leave the record as a program that was killed in a commit leaves it: a journal takes back what is half done."""
    path, half = data / NAME, data / "half.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = DELETE")
        db.execute("PRAGMA cache_size = 1")
        db.execute("BEGIN")
        db.execute("UPDATE session SET ending = 'finished'")
        db.executemany("INSERT INTO answer VALUES (0, 0, ?, '')", [("x" * 1_000,)] * 200)  # drives it out of memory
        for name in (path, path.with_name(f"{NAME}-journal")):
            shutil.copyfile(name, half.with_name(name.name.replace("record", "half")))
        db.execute("ROLLBACK")
    half.replace(path)
    half.with_name("half.db-journal").replace(path.with_name(f"{NAME}-journal"))
    _close_both(data)


def _close_older(data: Path) -> None:
    """Leave a record as the second version of the program wrote it."""
    with closing(sqlite3.connect(data / NAME)) as db:
        newer = [("session", "pain_after_ms"), ("session", "stop_pain_ms")]
        newer += [(table, name) for table in ("block", "place") for name in ("set_number", "reps")]
        dropped = "".join(f"ALTER TABLE {table} DROP COLUMN {name};" for table, name in newer)
        db.executescript(f"DROP TABLE timetable; DROP TABLE exercise_name; {dropped} PRAGMA user_version = 2;")
    _close_both(data)


def _open_again(data: Path) -> None:
    data.chmod(0o700)
    for path in data.iterdir():
        if path.is_file():
            path.chmod(0o600)


def _take_shared_memory(data: Path) -> None:
    (data / f"{NAME}-shm").mkdir()


HOMES = (
    Home("folder", _close_folder, give_up_rights, READ_ONLY),
    Home("file", _close_files, give_up_rights, READ_ONLY),
    Home("both", _close_both, give_up_rights, READ_ONLY),
    Home("both, after a kill", _close_both, give_up_rights, READ_ONLY, is_killed=True),
    Home("both, a WAL alone", _close_without_shared_memory, give_up_rights, READ_ONLY, is_killed=True),
    Home("both, a journal", _close_with_a_journal, give_up_rights, READ_ONLY),
    Home("both, older", _close_older, give_up_rights, READ_ONLY),
    Home("no shared memory", _take_shared_memory, _nothing, ""),
    *((Home("no locks", lambda _data: None, refuse_locks, "cannot lock it"),) if can_refuse() else ()),
)


def check(seed: int, folder: Path) -> list[str]:
    """Do a session that hurts, leave its record so, and return what is wrong with the next start."""
    home = HOMES[seed % len(HOMES)]
    data, routine, documents = folder / "data", scene.routine_file(folder), folder / "documents"
    documents.mkdir()
    before = forked.run(lambda tell: _hurt(scene.Scene(data, routine, tell), is_killed=home.is_killed))
    home.leave(data)
    after = forked.run(lambda tell: _next_time(home, data, routine, documents, tell))
    data.chmod(0o700)
    wrong = [f"before: {each}" for each in calls.complaints(before)]
    wrong += calls.complaints(after)
    if not after.last("over", usual=False):
        wrong.append(f"it did not come to its end (status {after.status}, after {after.last('step')})")
    if home.told not in str(after.last("notice")) or (not home.told and after.last("notice")):
        wrong.append(f"it tells “{after.last('notice')}”")
    if str(after.last("later")) != str(after.last("notice")):
        wrong.append(f"later it tells “{after.last('later')}” instead")
    if home.told == READ_ONLY and (after.last("touched") or after.last("deleted") != KEPT):
        wrong.append(f"the record was touched, or it tells “{after.last('deleted')}”")
    whens = ("first", "second", "third")
    wrong += [f"the {when} start does not know that it hurt" for when in whens if not after.last(when)]
    wrong += _in_the_end(data)
    if after.last("listed") != LISTED:
        wrong.append(f"the history has {after.last('listed')} sessions")
    if len(written := list(documents.iterdir())) != FILES or not all(each.stat().st_size for each in written):
        wrong.append(f"written out: {[each.name for each in written]}")
    return [f"{home.name}: {each}" for each in wrong]


def _in_the_end(data: Path) -> list[str]:
    """Return what is wrong with the record once it could be written again: all of it must be there."""
    with closing(sqlite3.connect(data / NAME)) as db:
        endings = [ending for (ending,) in db.execute("SELECT ending FROM session ORDER BY id")]
        kinds = [kind for (kind,) in db.execute("SELECT kind FROM event WHERE session = 3 ORDER BY number")]
    wrong = [] if endings == ["stopped for pain"] * SESSIONS else [f"in the end the record has {endings}"]
    return wrong if kinds[-1:] == ["pain-stopped"] else [*wrong, f"of a session in between it has {kinds}"]


def _hurt(made: scene.Scene, *, is_killed: bool) -> None:
    made.begin()
    made.stage.advance(11_000)
    made.stop_for_pain()
    if is_killed:
        os.kill(os.getpid(), signal.SIGKILL)
    made.close()


def _next_time(home: Home, data: Path, routine: Path, documents: Path, tell: Callable[[Told], None]) -> None:
    """Do two sessions that hurt where that home lets one start, and have everything written out between them."""
    home.lose()
    setattr(QStandardPaths, "writableLocation", lambda _kind: str(documents))  # noqa: B010 - where it writes
    made = scene.Scene(data, routine, tell)
    made.tell_notices()
    there = (data / NAME).read_bytes()
    for when in ("first", "second", "third"):
        if when == "third":
            tell({"later": made.program.start_page.notice_words})
            if home.told == READ_ONLY:
                tell({"deleted": _deleted(made)})
            tell({"touched": (data / NAME).read_bytes() != there})
            _open_again(data)
        made.stage.click(made.program.start_page.start)
        tell({when: _asks_after_pain(made)})
        made.stage.advance(11_000)
        made.stop_for_pain()
        if when == "first":
            made.visit()
            tell({"listed": _listed(made)})
    made.close()
    tell({"over": True})


def _asks_after_pain(made: scene.Scene) -> bool:
    """Pass the check, and tell whether it asked what it asks after a session that hurt alone."""
    stage, asked = made.stage, []
    check = stage.check
    stage.wait_for_check()
    while (question := check.question) is not None:
        asked.append(question)
        stage.answer(
            {Question.SETTLED: "Yes", Question.RESTART: "I have asked a professional"}.get(question, "None of these")
        )
    if stage.page() is stage.check_page:  # what is told after the last answer
        stage.answer("Start")
    made.wait_for_session()
    return Question.SETTLED in asked


def _deleted(made: scene.Scene) -> str:
    """Ask for everything to be deleted, and return what is told."""
    made.stage.trigger("settings")
    page = made.stage.page()
    assert isinstance(page, SettingsPage)
    page.show_pane(page.record)
    made.stage.click(page.record.delete)
    made.stage.click(page.record.question.delete)
    made.settle()
    made.stage.press(KEY.Key_Escape)
    return made.stage.news


def _listed(made: scene.Scene) -> int:
    """Return how many sessions the history shows."""
    made.stage.trigger("history")
    page = made.stage.page()
    assert isinstance(page, HistoryPage)
    made.wait(lambda: bool(page.list.sessions) or page.told.isVisible(), "the history shows nothing")
    count = len(page.list.sessions)
    made.stage.press(KEY.Key_Escape)
    return count
