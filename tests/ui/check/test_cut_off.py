"""A session that was cut off: go on where it was, start again or leave it, and always through the check."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton

from coach.core.events import Phase
from coach.core.safety import Question
from coach.core.session import LEAD_IN_MS
from coach.core.timeline import BlockKind, plan
from coach.session.places import Place
from coach.store.record.values import RESUME_WITHIN_MS
from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.switch import Switch
from tests.cases import shipped
from tests.ui.stage import CTRL, KEY, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

OFFER = "Interrupted "
BLOCK = 4
"""The first hold on the right side."""


def rows(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "data" / "record.db")) as db:
        return db.execute(query).fetchall()


def endings(folder: Path) -> list[object]:
    return [ending for (ending,) in rows(folder, "SELECT ending FROM session ORDER BY id")]


def offer(stage: Stage) -> str:
    """Return what is offered on the start page, empty where nothing is."""
    return next((text for text in stage.texts(stage.start_page) if text.startswith(OFFER)), "")


def press(stage: Stage, words: str) -> None:
    (button,) = [
        each for each in stage.start_page.findChildren(QPushButton) if each.text() == words and each.isVisible()
    ]
    stage.click(button)
    wait_ms(1)


def cut(open_program: Opener) -> None:
    """Run a session 12 s into its first hold, and let the power go."""
    stage = open_program()
    stage.start()
    stage.skip_to(BLOCK)
    stage.advance(12_000)
    stage.window.force_close()


@pytest.fixture(name="again")
def _again(open_program: Opener, qtbot: QtBot) -> Stage:
    """Return the program as it is opened after a session was cut off."""
    cut(open_program)
    stage = open_program()
    qtbot.waitUntil(lambda: bool(offer(stage)))
    return stage


def test_it_is_offered_with_the_place_and_how_long_ago(again: Stage) -> None:
    told = offer(again)
    assert re.fullmatch(
        r"Interrupted (today|yesterday) at \d\d:\d\d, in round 1 of 3, right side\. (18|19) min are left\.", told
    )
    assert "Single knee to chest" in again.texts(again.start_page)
    assert "Not finished" in again.texts(again.start_page)


def test_going_on_leads_through_the_check_to_the_same_block_of_the_same_session(
    again: Stage, tmp_path: Path, qtbot: QtBot
) -> None:
    press(again, "Continue where you were")
    assert again.phase() is Phase.READY
    again.pass_check(lies_down=False)
    qtbot.waitUntil(lambda: again.phase() is Phase.RUNNING)
    assert again.shot.block.kind is BlockKind.WAY, "somebody is again walking to the mat"
    again.lie_down()
    assert (again.shot.index, again.shot.lead_in_ms) == (BLOCK, LEAD_IN_MS)
    again.advance(LEAD_IN_MS + 5_000)
    again.press(KEY.Key_E, CTRL)
    again.recorder.stop()
    assert endings(tmp_path) == ["ended"]
    held = rows(tmp_path, "SELECT sum(spent_ms) FROM block WHERE block = 4")[0][0]
    assert isinstance(held, int)
    assert held >= 10_000 + 5_000, "what was held before counts, up to the last mark"
    shown = "\n".join(again.texts(again.closing_page))
    assert f"right {held // 1000} s" in shown


def test_a_second_press_on_the_last_answer_does_not_begin_anew(again: Stage, tmp_path: Path, qtbot: QtBot) -> None:
    press(again, "Continue where you were")
    again.wait_for_check()
    again.answer("None of these")
    number = again.check_page.scale
    assert number is not None

    again.click(number.numbers[2])
    again.click(number.numbers[2])
    again.check_page.back.click()
    qtbot.waitUntil(lambda: again.phase() is Phase.RUNNING)

    again.lie_down()
    assert again.shot.index == BLOCK
    assert len(endings(tmp_path)) == 1


def test_what_hurt_is_not_said_to_be_left_out_of_a_session_that_goes_on_as_it_was(
    open_program: Opener, qtbot: QtBot
) -> None:
    stage = open_program()
    stage.start()
    stage.skip_to(BLOCK)
    stage.press(KEY.Key_Escape)
    stage.click(stage.stopped_page.close_button)
    stage.click(stage.start_page.start)
    stage.wait_for_check()
    stage.answer("None of these")
    stage.answer("", 2)
    stage.answer("Yes")
    stage.answer("I have asked a professional")
    next(each for each in stage.check_page.findChildren(Switch) if "Do " in each.accessibleName()).click()
    stage.answer("Start")
    stage.lie_down()
    stage.skip_to(BLOCK)
    stage.advance(12_000)
    stage.window.force_close()
    stage = open_program()
    qtbot.waitUntil(lambda: bool(offer(stage)))

    press(stage, "Continue where you were")
    stage.wait_for_check()
    stage.answer("None of these")
    stage.answer("", 2)
    stage.answer("Yes")
    stage.answer("I have asked a professional")

    page = stage.check_page
    assert "Go gently" in stage.texts(page)
    assert not [text for text in stage.texts(page) if "left out" in text]
    stage.answer("Start")
    assert "Single knee to chest" in [row.name for row in stage.rows]


def test_all_pages_tell_of_one_session_the_same_length(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    stage.start()
    stage.advance(5 * 60_000)
    stage.window.force_close()
    stage = open_program()
    qtbot.waitUntil(lambda: bool(offer(stage)))
    press(stage, "Continue where you were")
    stage.pass_check(lies_down=False)
    qtbot.waitUntil(lambda: stage.phase() is Phase.RUNNING)
    stage.lie_down()
    stage.press(KEY.Key_Space)
    assert stage.phase() is Phase.PAUSED
    stage.advance(7 * 60_000)
    stage.press(KEY.Key_Space)
    stage.advance(2 * 60_000)
    stage.press(KEY.Key_E, CTRL)

    sums = stage.closing_page.what.sums.text()
    assert sums.startswith("14 min, "), "both parts count, and so does the pause"
    stage.click(stage.closing_page.done)
    qtbot.waitUntil(lambda: "Last time: today, 14 min." in stage.texts(stage.start_page))
    stage.visit(Place.HISTORY)
    page = stage.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.texts))
    assert ", 14 min" in page.list.texts[0]


def test_a_closed_check_does_not_go_on(again: Stage) -> None:
    press(again, "Continue where you were")
    again.wait_for_check()
    while again.check.question is not Question.PAIN:
        again.answer("None of these")

    again.answer("", 8)

    assert again.phase() is Phase.READY


@pytest.mark.parametrize("words", ["Start again", "Leave it"])
def test_what_is_not_gone_on_with_is_closed_with_what_was_done(again: Stage, tmp_path: Path, words: str) -> None:
    press(again, words)
    if words == "Start again":
        again.pass_check()
        assert again.shot.index == 1
    else:
        assert again.page() is again.start_page
        assert not offer(again)
        assert focus() is again.start_page.start
    again.recorder.stop()

    assert endings(tmp_path)[0] == "cut off"
    assert rows(tmp_path, "SELECT block, spent_ms >= 5000, why FROM block WHERE session = 1 AND block = 4") == [
        (BLOCK, 1, "cut off")
    ]


@pytest.mark.parametrize("hours_ago", [-1, 13])
def test_after_12_hours_or_on_a_clock_set_back_it_is_closed_and_not_offered(
    open_program: Opener, tmp_path: Path, qtbot: QtBot, hours_ago: int
) -> None:
    cut(open_program)
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as db, db:
        db.execute("UPDATE place SET saved_ms = saved_ms - ?", (hours_ago * 3_600_000,))
    assert hours_ago < 0 or hours_ago * 3_600_000 > RESUME_WITHIN_MS

    stage = open_program()

    qtbot.waitUntil(lambda: endings(tmp_path) == ["cut off"])
    assert not offer(stage)


def test_who_ends_and_quits_is_not_asked_to_go_on(open_program: Opener, tmp_path: Path) -> None:
    stage = open_program()
    stage.start()
    stage.window.close()
    stage.click(stage.window.question.yes)
    assert not stage.window.isVisible()

    assert endings(tmp_path) == ["ended"]


def test_a_session_cut_off_before_there_was_a_way_down_is_closed_and_not_offered(
    open_program: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    """Its blocks are counted without the way down: the number of one would be taken for the block before it."""
    cut(open_program)
    now = plan(shipped())
    assert now.blocks[0].kind is BlockKind.WAY
    older = replace(now, blocks=now.blocks[1:])
    with closing(sqlite3.connect(tmp_path / "data" / "record.db")) as db, db:
        db.execute("UPDATE session SET routine_version = ?", (older.version,))
        db.execute("UPDATE place SET block = block - 1")

    stage = open_program()

    qtbot.waitUntil(lambda: endings(tmp_path) == ["cut off"])
    assert not offer(stage)


def test_another_time_for_the_way_down_loses_no_session(open_program: Opener, qtbot: QtBot) -> None:
    cut(open_program)
    stage = open_program()
    qtbot.waitUntil(lambda: bool(offer(stage)))
    stage.preferences.change(way_down="60")

    press(stage, "Continue where you were")
    stage.pass_check(lies_down=False)
    qtbot.waitUntil(lambda: stage.phase() is Phase.RUNNING)

    assert stage.shot.duration_ms == 60_000
    stage.lie_down()
    assert stage.shot.index == BLOCK
