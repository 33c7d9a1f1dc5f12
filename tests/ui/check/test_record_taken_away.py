"""A record that is taken away, faults of coach's own, and what a kill leaves: told in words, and coaching goes on."""

from __future__ import annotations

import shutil
import sqlite3
import sys
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.session.clock import wall_now
from coach.store.record.journal import Journal
from coach.store.record.session_start import SessionStart
from tests.runs import started
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def told(stage: Stage) -> str:
    """Return the notice, though the start page may not show now."""
    return stage.start_page.notice_words


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "data" / "record.db")) as db:
        return db.execute(query).fetchall()


def settled(stage: Stage, qtbot: QtBot) -> None:
    """Wait until all that was told to the record is done."""
    done: list[object] = []
    stage.recorder.do(lambda _journal: None, done.append)
    qtbot.waitUntil(lambda: bool(done))


# Taken away in a session


def remove(data: Path) -> None:
    for path in data.glob("record.db*"):
        path.unlink()


def remove_the_wal(data: Path) -> None:
    (data / "record.db-wal").unlink()


def put_another(data: Path) -> None:
    (data / "letter").write_bytes(b"a letter to a friend\n" * 400)
    (data / "letter").replace(data / "record.db")


def cut_short(data: Path) -> None:
    with (data / "record.db").open("r+b") as file:
        file.truncate(0)


TAKEN: dict[str, Callable[[Path], None]] = {
    "the files are removed": remove,
    "the folder is removed": shutil.rmtree,
    "what belongs beside it is removed": remove_the_wal,
    "another file is put in its place": put_another,
    "it is cut short": cut_short,
}


@pytest.mark.skipif(sys.platform == "win32", reason="an open file cannot be removed")
@pytest.mark.parametrize("how", TAKEN)
def test_a_record_that_is_taken_away_in_a_session_is_written_anew_and_told(
    running: Stage, tmp_path: Path, qtbot: QtBot, how: str
) -> None:
    running.press(KEY.Key_Right)
    settled(running, qtbot)
    TAKEN[how](tmp_path / "data")
    running.advance(6_000)
    settled(running, qtbot)
    assert running.phase() is Phase.RUNNING
    running.press(KEY.Key_Escape)
    assert running.is_stopped
    running.recorder.stop()

    kinds = [kind for (kind,) in rows(tmp_path, "SELECT kind FROM event ORDER BY number")]
    assert (kinds[0], kinds[-1]) == ("started", "pain-stopped")
    assert kinds.count("block-ended") == 3, "the way down, and two more"
    assert rows(tmp_path, "SELECT ending, pain_before FROM session") == [("stopped for pain", 2)]
    assert "Your record was taken away" in told(running)
    if how.startswith("another"):
        (aside,) = (tmp_path / "data").glob("record-found-*.db")
        assert aside.read_bytes().startswith(b"a letter")
        assert aside.name in told(running)


def test_a_session_in_a_record_that_is_damaged_while_it_is_open_begins_there_anew(
    running: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    running.press(KEY.Key_Right)
    settled(running, qtbot)
    for name in ("record.db", "record.db-wal"):
        with (tmp_path / "data" / name).open("r+b") as file:
            size = len(file.read())
            file.seek(0)
            file.write(b"\xff" * size)
    running.recorder.do(lambda journal: journal.connection.execute("PRAGMA shrink_memory"))
    running.press(KEY.Key_Right)
    settled(running, qtbot)
    running.press(KEY.Key_Escape)
    running.recorder.stop()

    kinds = [kind for (kind,) in rows(tmp_path, "SELECT kind FROM event ORDER BY number")]
    assert (kinds[0], kinds.count("block-ended"), kinds[-1]) == ("started", 4, "pain-stopped"), (
        "the way down, and three more"
    )
    assert rows(tmp_path, "SELECT ending FROM session") == [("stopped for pain",)]


# Faults of coach's own


def fail(_journal: Journal) -> None:
    message = "a fault"
    raise LookupError(message)


def test_a_fault_in_one_thing_is_told_once_and_everything_else_is_kept(
    running: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    answers: list[object] = []
    running.recorder.do(fail)
    running.recorder.do(fail, answers.append)
    qtbot.waitUntil(lambda: answers == [None])
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.close_button)
    running.start()
    running.press(KEY.Key_Escape)
    running.recorder.stop()

    assert rows(tmp_path, "SELECT ending FROM session") == [("stopped for pain",)] * 2
    assert told(running).count("Something could not be kept in your record") == 1
    assert "LookupError: a fault" in told(running)


def test_what_can_never_be_written_does_not_keep_back_what_comes_after_it(
    running: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    running.recorder.do(lambda journal: journal.connection.execute("SELECT * FROM nowhere"))
    running.recorder.set_after([], None)  # type: ignore[arg-type]
    settled(running, qtbot)
    running.press(KEY.Key_Escape)
    running.recorder.stop()

    assert rows(tmp_path, "SELECT ending FROM session") == [("stopped for pain",)]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
@pytest.mark.parametrize("asks", [True, False])
def test_a_thread_that_ends_is_noticed_and_begins_anew(
    running: Stage, tmp_path: Path, qtbot: QtBot, *, asks: bool
) -> None:
    answers: list[object] = []
    if asks:
        running.recorder.do(lambda _journal: sys.exit(), answers.append)
        qtbot.waitUntil(lambda: answers == [None], timeout=2_000)
    else:
        running.recorder.do(lambda _journal: sys.exit())
    running.advance(6_000)
    running.press(KEY.Key_Escape)
    running.recorder.stop()

    assert rows(tmp_path, "SELECT ending FROM session") == [("stopped for pain",)]
    assert rows(tmp_path, "SELECT kind FROM event ORDER BY number DESC LIMIT 1") == [("pain-stopped",)]


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_thread_that_ends_while_the_program_does_leaves_nothing_unwritten(running: Stage, tmp_path: Path) -> None:
    recorder = running.recorder

    def end(_journal: Journal) -> None:
        recorder._closing.wait()
        sys.exit()

    recorder.do(end)
    running.press(KEY.Key_Escape)
    recorder.stop()

    assert rows(tmp_path, "SELECT ending FROM session") == [("stopped for pain",)]


# What is there when coach starts


def kept_before(folder: Path, *, with_place: bool) -> None:
    """Leave a session without an ending, as a kill does; in its first ms there is no place yet."""
    folder.mkdir(parents=True, exist_ok=True)
    run, now = started(82_000), wall_now()
    with closing(Journal(folder / "record.db")) as journal:
        session = journal.begin(SessionStart(now, "full", "Full routine", "1", "default"))
        if with_place:
            journal.mark(session, run.shot.index, run.shot.block, run.shot.spent_ms, now.ms)


@pytest.mark.parametrize("places", [(False,), (False, True, False)], ids=["in its first ms", "several"])
def test_every_session_without_an_ending_is_closed_at_the_next_start(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, places: tuple[bool, ...]
) -> None:
    for with_place in places:
        kept_before(tmp_path / "data", with_place=with_place)

    stage = open_program()
    qtbot.waitUntil(lambda: stage.before_session._past is not None)
    stage.recorder.stop()

    assert rows(tmp_path, "SELECT DISTINCT ending FROM session") == [("cut off",)]


def test_a_start_that_is_pressed_before_the_record_answers_does_not_close_what_may_go_on(
    open_program: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    first = open_program()
    first.start()
    first.skip_to(4)
    first.advance(12_000)
    first.window.force_close()

    second = open_program()
    second.click(second.start_page.start)
    settled(second, qtbot)

    texts = second.texts(second.start_page)
    assert "Not finished" in texts
    assert second.page() is second.start_page
    second.recorder.stop()
    assert rows(tmp_path, "SELECT ending FROM session") == [(None,)]


WRONG = {
    "a start of words": "UPDATE session SET started_ms = 'yesterday', offset_min = 'CET', ending = x'00'",
    "a start beyond all calendars": "UPDATE session SET started_ms = 9000000000000000000",
    "a place of words": "UPDATE place SET saved_ms = 'here', block = 'there', round = 'one'",
    "answers of bytes": "INSERT INTO answer VALUES (x'00', 'CET', 'helps', 'yes')",
}


@pytest.mark.parametrize("what", WRONG)
def test_values_that_cannot_be_never_keep_a_session_from_beginning(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, what: str
) -> None:
    kept_before(tmp_path / "data", with_place=True)
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as db:
        db.execute(WRONG[what])
        db.commit()

    stage = open_program()
    qtbot.waitUntil(lambda: "Some values in your record could not be understood" in told(stage))
    stage.start()

    assert stage.phase() is Phase.RUNNING


def test_a_record_that_is_gone_is_told_and_its_copy_brings_it_back(
    open_program: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    kept_before(tmp_path / "data", with_place=False)
    (tmp_path / "data" / "record.db").rename(tmp_path / "data" / "record-copy.db")

    stage = open_program()
    qtbot.waitUntil(lambda: stage.window.question.is_asking)
    assert "Your record is gone or empty." in told(stage)
    stage.click(stage.window.question.yes)
    settled(stage, qtbot)
    stage.recorder.stop()

    assert rows(tmp_path, "SELECT count(*) FROM session") == [(1,)]
