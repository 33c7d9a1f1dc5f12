"""The settings of reminders by keyboard and mouse: what is chosen holds, and what waits for the next one follows."""

from __future__ import annotations

import json
import shutil
import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from coach import equipment
from coach.session.reminders import WORKS
from coach.store.record.moments import Instant
from coach.ui.kit.day_picks import DayPick
from coach.ui.settings.settings_page import SettingsPage
from tests.cases import ROUTINES
from tests.ui.pages import wait_until
from tests.ui.stage import CTRL, KEY, focus

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coach.store.settings import Settings
    from coach.ui.settings.reminders_pane import RemindersPane
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

TUESDAY = Instant(1_796_131_800_000, 0)
"""1 December 2026, 12:30."""


def opened(stage: Stage) -> RemindersPane:
    """Go to the group by keys alone."""
    stage.press(KEY.Key_Comma, CTRL)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    stage.press(KEY.Key_F, CTRL)
    QTest.keyClicks(page.list.field, "remind me")
    stage.press(KEY.Key_Return)
    assert page.reminders.isVisible()
    return page.reminders


def tab_to(stage: Stage, wanted: QWidget) -> None:
    for _try in range(60):
        if focus() is wanted:
            return
        stage.press(KEY.Key_Tab)
    pytest.fail(f"Tab does not lead to {wanted}")


def heard(widget: QWidget) -> tuple[QAccessible.Role, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None
    return found.role(), found.text(QAccessible.Text.Name)


class Kept:
    """Remembers what it was asked for."""

    def __init__(self, trouble: str = "") -> None:
        self.asked: list[Settings] = []
        self.trouble = trouble

    def follow(self, settings: Settings) -> None:
        self.asked.append(settings)
        if self.trouble:
            raise OSError(13, self.trouble)


def test_all_of_it_by_keyboard(open_program: Opener) -> None:
    stage = open_program(wall=lambda: TUESDAY)
    pane, settings = opened(stage), stage.preferences
    assert not settings.now.remind, "off until somebody asks"
    assert not pane.state.isVisible()

    tab_to(stage, pane.remind)
    stage.press(KEY.Key_Space)
    assert settings.now.remind
    assert pane.state.text() == "Next time: tomorrow, 7:30."

    stepper = pane.times.rows[0].stepper
    assert heard(stepper) == (QAccessible.Role.SpinBox, "Time")
    tab_to(stage, stepper)
    stage.press(KEY.Key_Up)
    assert settings.now.remind_times == ("07:45",)
    stepper.selectAll()
    QTest.keyClicks(stepper, "1230")
    assert (stepper.text(), settings.now.remind_times) == ("1230", ("12:30",)), "not rewritten while it is typed"
    stage.press(KEY.Key_Return)
    assert stepper.text() == "12:30"

    tab_to(stage, pane.times.add)
    stage.press(KEY.Key_Return)
    second = pane.times.rows[1].stepper
    assert focus() is second
    assert settings.now.remind_times == ("12:30", "18:30")
    assert [heard(row.stepper)[1] for row in pane.times.rows] == ["Time 1", "Time 2"]
    assert heard(pane.times.rows[1].remove)[1] == "Remove: Time 2"
    second.selectAll()
    QTest.keyClicks(second, "7.15")
    assert settings.now.remind_times == ("07:15", "12:30")
    assert [row.stepper.value() for row in pane.times.rows] == [750, 435], "none moves while it is changed"

    tuesday = next(pick for pick in pane.days.picks if pick.weekday == 1)
    assert heard(tuesday) == (QAccessible.Role.CheckBox, "Tuesday")
    tab_to(stage, tuesday)
    stage.press(KEY.Key_Space)
    assert settings.now.remind_days == (0, 1, 2, 4, 5)

    tab_to(stage, pane.times.rows[0].remove)
    stage.press(KEY.Key_Return)
    assert settings.now.remind_times == ("07:15",)
    assert focus() is second
    assert not pane.times.rows[0].remove.isVisible(), "one stays"


def test_tab_goes_through_the_times_as_they_stand(open_program: Opener) -> None:
    stage = open_program()
    pane = opened(stage)
    pane.times.add.click()
    pane.times.add.click()
    pane.remind.setFocus()

    wanted = [part for row in pane.times.rows for part in (row.remove, row.stepper)]
    for part in (*wanted, pane.times.add, pane.days.picks[0]):
        stage.press(KEY.Key_Tab)
        assert focus() is part


def test_without_a_day_it_says_that_nothing_comes(open_program: Opener) -> None:
    stage = open_program(wall=lambda: TUESDAY)
    pane = opened(stage)
    stage.click(pane.remind)

    for pick in pane.days.picks:
        if pick.isChecked():
            QTest.mouseClick(pick, Qt.MouseButton.LeftButton)

    assert stage.preferences.now.remind_days == ()
    assert pane.state.text() == "No day is chosen, so no reminder comes."
    stage.click(next(pick for pick in pane.days.picks if pick.weekday == 1))
    assert pane.state.text() == "Next time: Tuesday, 7:30.", "of next week"


def test_what_waits_for_the_next_one_follows_the_last_of_several_changes(open_program: Opener, qtbot: QtBot) -> None:
    stage, kept = open_program(), Kept()
    stage.program.reminders.use(kept.follow)
    assert kept.asked == [], "off, and nothing to be set up"
    pane = opened(stage)

    stage.click(pane.remind)
    stage.preferences.change(volume=35)
    for _press in range(3):
        QTest.keyClick(pane.times.rows[0].stepper, KEY.Key_Up)
    qtbot.waitUntil(lambda: len(kept.asked) > 0)

    assert [asked.remind_times for asked in kept.asked] == [("08:15",)]
    stage.click(pane.remind)
    stage.program.reminders.finish()
    assert [asked.remind for asked in kept.asked] == [True, False], "the window was closed at once"


def test_a_slow_desktop_ends_with_what_was_chosen_last(open_program: Opener, qtbot: QtBot) -> None:
    stage, kept, goes_on = open_program(), Kept(), threading.Event()

    def slowly(settings: Settings) -> None:
        goes_on.wait(10)
        kept.follow(settings)

    stage.program.reminders.use(slowly)
    for on in (True, False, True, False):
        stage.preferences.change(remind=on)
        qtbot.waitUntil(lambda: not stage.program.reminders._soon.isActive())
    goes_on.set()
    stage.program.reminders.finish()

    assert kept.asked[-1].remind is False
    assert not any(asked.remind for asked in kept.asked[1:]), "what was chosen before is not set up after it"


def test_reminders_that_cannot_be_set_up_say_why(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program()
    stage.preferences.change(remind=True)
    pane = opened(stage)

    stage.program.reminders.use(Kept("Permission denied").follow)

    qtbot.waitUntil(lambda: "could not be set up: Permission denied" in pane.state.text())
    stage.program.reminders.use(Kept().follow)
    qtbot.waitUntil(lambda: pane.state.text().startswith("Next time: "))


def test_the_times_of_a_routine_are_offered_and_not_taken_by_themselves(open_program: Opener, tmp_path: Path) -> None:
    file = json.loads(ROUTINES.read_text("utf-8"))
    file["routines"][0]["when"] = {"times": ["12:00", "08:00"], "days_a_week": 3}
    own = tmp_path / "own.json"
    own.write_text(json.dumps({**file, "format": 2}), "utf-8")
    stage = open_program(own)
    pane = opened(stage)
    assert "At 12:00, 08:00 · 3 days a week" in stage.texts(pane)
    assert stage.preferences.now.remind_times == ("07:30",)

    tab_to(stage, pane.take)
    stage.press(KEY.Key_Return)

    assert stage.preferences.now.remind_times == pane.times.times == ("08:00", "12:00")
    assert not pane.take.isVisible()
    assert focus() is pane.times.rows[0].stepper


def test_the_calendar_file_is_written_and_told(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    stage = open_program()
    pane, page = opened(stage), stage.page()
    assert isinstance(page, SettingsPage)
    folder = tmp_path / "documents"
    folder.mkdir()
    monkeypatch.setattr("coach.session.record_files.own_folder", lambda _which: folder)

    stage.click(pane.file)
    wait_until(page.told.isVisible)

    written = folder / "coach-reminders.ics"
    assert page.told.text() == f"Written: {written}."
    assert b"RRULE:FREQ=WEEKLY;BYDAY=MO,WE,FR,SA" in written.read_bytes()

    shutil.rmtree(folder)
    folder.touch()
    stage.click(pane.file)
    wait_until(lambda: page.told.text() == f"The file could not be written to {folder}.")


def test_days_move_to_as_many_rows_as_they_need(open_program: Opener) -> None:
    stage = open_program(text_scale=2.0, size=(640, 700))
    pane = opened(stage)

    places = [pick.geometry() for pick in pane.days.findChildren(DayPick)]
    assert len({place.top() for place in places}) > 1
    assert all(pane.days.rect().contains(place) for place in places)


@pytest.mark.skipif(not WORKS, reason="reminders come by themselves on Linux")
def test_the_switch_has_the_desktop_remind_and_leaves_nothing_when_it_is_off(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR", "DBUS_SESSION_BUS_ADDRESS"):
        monkeypatch.delenv(name, raising=False)
    stage = open_program()
    equipment.have_reminders(stage.program.reminders, stage.data, stage.data)
    pane = opened(stage)

    stage.click(pane.remind)
    wait_until(lambda: list(home.glob(".config/autostart/coach-reminders-*.desktop")))
    wait_until((stage.data / "coach-reminders.json").exists)

    stage.click(pane.remind)
    wait_until(lambda: not (stage.data / "coach-reminders.json").exists())
    stage.program.reminders.finish()
    assert {path.name for path in home.rglob("*")} <= {".config"}


def test_the_next_time_is_none_that_is_left_out(open_program: Opener, qtbot: QtBot) -> None:
    stage = open_program(wall=lambda: TUESDAY)
    stage.preferences.change(remind=True, remind_days=list(range(7)))
    stage.start()
    stage.press(KEY.Key_S)  # it hurts
    stage.click(stage.stopped_page.close_button)

    pane = opened(stage)

    qtbot.waitUntil(lambda: pane.state.text() == "Next time: Thursday, 7:30.")
