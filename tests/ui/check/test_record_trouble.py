"""A record that cannot be used: coaching goes on, one calm notice tells, and nothing is lost once it can be."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.core.safety import Question
from coach.session.clock import wall_now
from coach.store.record import record_file
from coach.store.record.journal import Journal
from coach.store.record.schema import VERSION
from coach.store.record.session_start import SessionStart
from coach.words import safety_messages
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def notice(stage: Stage) -> str:
    return "\n".join(stage.texts(stage.start_page))


def damage(folder: Path) -> None:
    folder.mkdir(parents=True)
    (folder / "record.db").write_bytes(b"a letter to a friend\n" * 400)


def newer(folder: Path) -> None:
    folder.mkdir(parents=True)
    with closing(Journal(folder / "record.db")) as journal:
        journal.connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def unwritable(folder: Path) -> None:
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.touch()


@pytest.mark.parametrize(
    ("make", "told"),
    [
        (damage, "It was kept as record-damaged-"),
        (newer, "written by a newer coach. It is left as it is"),
        (unwritable, "cannot be written here"),
    ],
    ids=["damaged", "newer", "unwritable"],
)
def test_what_is_wrong_is_told_once_and_a_session_goes_on(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, make: object, told: str
) -> None:
    assert callable(make)
    make(tmp_path / "data")

    stage = open_program()
    qtbot.waitUntil(lambda: told in notice(stage))
    stage.start()
    stage.advance(5_000)
    stage.press(KEY.Key_Escape)

    assert stage.is_stopped
    stage.click(stage.stopped_page.close_button)
    wait_ms(20)
    assert notice(stage).count("Your record") == 1


def test_a_damaged_record_is_set_aside_and_a_new_one_is_kept(open_program: Opener, tmp_path: Path) -> None:
    damage(tmp_path / "data")

    stage = open_program()
    stage.start()
    stage.press(KEY.Key_Escape)
    stage.recorder.stop()

    (aside,) = (tmp_path / "data").glob("record-damaged-*.db")
    assert aside.read_bytes().startswith(b"a letter")
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as db:
        assert db.execute("SELECT ending FROM session").fetchall() == [("stopped for pain",)]


def test_what_happens_while_the_record_is_locked_is_written_when_it_is_free(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_file, "WAIT_S", 0.01)
    (tmp_path / "data").mkdir()
    path = tmp_path / "data" / "record.db"
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        stage = open_program()
        qtbot.waitUntil(lambda: "Another program uses your record" in notice(stage))
        stage.start()
        stage.press(KEY.Key_Right)
        other.execute("ROLLBACK")
    stage.press(KEY.Key_Escape)
    stage.recorder.stop()

    with closing(sqlite3.connect(path)) as db:
        kinds = [kind for (kind,) in db.execute("SELECT kind FROM event ORDER BY number")]
        assert db.execute("SELECT ending, pain_before FROM session").fetchall() == [("stopped for pain", 2)]
    assert (kinds[0], kinds.count("block-ended"), kinds[-1]) == ("started", 3, "pain-stopped"), (
        "the way down, and two more"
    )


def test_a_disk_that_is_full_is_told_once_and_caught_up_with(running: Stage, qtbot: QtBot) -> None:
    recorder = running.recorder
    told: list[str] = []
    held: list[Journal] = []
    recorder.failed.connect(told.append)

    def fill(journal: Journal) -> None:
        held.append(journal)
        journal.connection.execute("PRAGMA max_page_count = 1")  # SQLite takes what there is: no page more

    recorder.do(fill)
    recorder.set_note("stiff " * 2_000)
    for _second in range(20):
        running.advance(1_000)
    qtbot.waitUntil(lambda: bool(told))
    assert running.phase() is Phase.RUNNING

    held[0].connection.execute("PRAGMA max_page_count = 100000")
    running.press(KEY.Key_Escape)
    recorder.stop()

    assert told == ["database or disk is full"]
    assert "Your record cannot be written now." in notice_words(running)
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        assert db.execute("SELECT ending, length(note) FROM session").fetchall() == [("stopped for pain", 12_000)]
        kinds = [kind for (kind,) in db.execute("SELECT kind FROM event ORDER BY number")]
    assert (kinds[0], kinds[-1]) == ("started", "pain-stopped")


def notice_words(stage: Stage) -> str:
    """Return the notice, though the start page does not show now."""
    return stage.start_page.notice_words


def test_deleting_in_the_middle_of_a_session_keeps_no_more_of_it_and_all_of_the_next(
    running: Stage, qtbot: QtBot
) -> None:
    done: list[object] = []
    running.recorder.delete_all(done.append)
    qtbot.waitUntil(lambda: bool(done))
    running.advance(6_000)
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.close_button)
    running.start()
    running.press(KEY.Key_Escape)
    running.recorder.stop()

    assert done == [True]
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        assert db.execute("SELECT ending FROM session").fetchall() == [("stopped for pain",)]


@pytest.fixture(name="forgetful")
def _forgetful(open_program: Opener, tmp_path: Path) -> Stage:
    """Return a program that can write nowhere."""
    unwritable(tmp_path / "data")
    return open_program()


def hurt_once(stage: Stage) -> None:
    stage.start()
    stage.skip_to(4)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)


def asked_after(stage: Stage) -> list[Question]:
    """Begin the check and answer it up to what is to be done after pain; return what was asked."""
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    asked = []
    while (question := stage.check.question) is not None:
        asked.append(question)
        if question is Question.RESTART:
            break
        stage.answer("Yes" if question is Question.SETTLED else "None of these")
    return asked


def test_without_a_record_a_pain_stop_still_leads_to_the_restart_check(forgetful: Stage) -> None:
    hurt_once(forgetful)

    assert asked_after(forgetful)[-2:] == [Question.SETTLED, Question.RESTART]
    page = forgetful.check_page
    assert {safety_messages.M_AGAIN, safety_messages.M_TOMORROW} <= set(forgetful.texts(page))
    forgetful.answer("I decide to start again, gently")
    assert any("Single knee to chest hurt last time." in text for text in forgetful.texts(page))


def test_without_a_record_two_pain_stops_leave_only_the_professional(forgetful: Stage) -> None:
    hurt_once(forgetful)
    hurt_once(forgetful)

    asked_after(forgetful)

    page = forgetful.check_page
    assert safety_messages.M_TWICE in forgetful.texts(page)
    assert [button.text() for button in page.buttons] == ["Not now", "I have asked a professional"]


@pytest.fixture(name="full")
def _full(open_program: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Stage]:
    """Return a program whose record knows of a session that hurt, and cannot be written any more."""
    monkeypatch.setattr(record_file, "WAIT_S", 0.01)
    (tmp_path / "data").mkdir()
    with closing(Journal(tmp_path / "data" / "record.db")) as journal:
        session = journal.begin(SessionStart(wall_now(), "full", "Full", "1", "default"))
        journal.end(session, "stopped for pain", wall_now())
    stage = open_program()
    known: list[object] = []
    stage.recorder.do(lambda _journal: True, known.append)
    while not known:
        wait_ms(1)
    with closing(sqlite3.connect(tmp_path / "data" / "record.db", isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield stage


def test_a_record_that_cannot_be_written_any_more_is_not_forgotten_by_a_check_that_closed(full: Stage) -> None:
    assert asked_after(full)[-1] is Question.RESTART
    full.answer("Not now")
    for _question in range(6):  # back to where it began
        full.press(KEY.Key_Escape)
    assert full.page() is full.start_page

    assert asked_after(full)[-2:] == [Question.SETTLED, Question.RESTART]


def test_a_session_that_hurt_then_counts_with_the_one_that_was_kept(full: Stage) -> None:
    full.start()
    full.press(KEY.Key_Escape)
    full.click(full.stopped_page.close_button)

    asked_after(full)

    assert safety_messages.M_TWICE in full.texts(full.check_page)


def test_without_a_record_a_stop_by_mistake_and_more_pain_afterwards_are_told_apart(forgetful: Stage) -> None:
    forgetful.start()
    forgetful.press(KEY.Key_Escape)
    forgetful.click(forgetful.stopped_page.mistake)
    forgetful.click(forgetful.stopped_page.no)
    forgetful.press(KEY.Key_E, CTRL)
    forgetful.click(forgetful.closing_page.done)
    assert Question.RESTART not in asked_after(forgetful)

    forgetful.press(KEY.Key_E, CTRL)
    forgetful.click(forgetful.closing_page.after.compared["more"])
    forgetful.click(forgetful.closing_page.done)
    assert asked_after(forgetful)[-1] is Question.RESTART
