"""Whatever a thread beside the window raises is told once, in words; the next job is done, and a session goes on."""

from __future__ import annotations

import sys
import threading
from typing import TYPE_CHECKING, NoReturn

import pytest
from PySide6.QtCore import QStandardPaths

from coach.core.events import Phase
from coach.devices import awake, portal
from coach.devices.awake import Awake, ScreenAwake
from coach.devices.media_keys import MediaControl, Mpris
from coach.devices.portal import SettingsPortal
from coach.figure import poses
from coach.store import figures, settings
from coach.store.routines import library
from coach.ui.check import before_session
from coach.ui.history.history_page import HistoryPage
from tests.cases import ROUTINES
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SOON_MS = 2_000
FAULTS = [TypeError("no such thing"), ImportError("no module"), MemoryError(), SystemExit(3), OSError(5, "I/O error")]


def raising(fault: BaseException) -> object:
    def fail(*_arguments: object, **_named: object) -> NoReturn:
        raise fault

    return fail


def notices(stage: Stage) -> str:
    return "\n".join(stage.texts(stage.start_page))


def wait_until_told(stage: Stage, qtbot: QtBot, words: str) -> None:
    qtbot.waitUntil(lambda: words in notices(stage), timeout=SOON_MS)
    assert notices(stage).count(words) == 1


def assert_a_session_can_be_stopped(stage: Stage) -> None:
    stage.start()
    stage.advance(1_000)
    assert stage.phase() is Phase.RUNNING
    stage.press(KEY.Key_Escape)
    assert stage.is_stopped


@pytest.mark.parametrize("fault", FAULTS[:3], ids=repr)
def test_an_own_routine_that_raises_is_told_and_the_shipped_one_is_there(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, fault: Exception
) -> None:
    own = tmp_path / "own.json"
    own.write_bytes(ROUTINES.read_bytes() + b"\n")
    monkeypatch.setattr(library, "read", raising(fault))

    stage = open_program(own)

    assert f"own.json: file: cannot be used ({type(fault).__name__}" in notices(stage)
    assert_a_session_can_be_stopped(stage)


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_figures_that_raise_are_told_and_words_take_their_place(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, fault: BaseException
) -> None:
    monkeypatch.setattr(figures, "load", raising(fault))

    stage = open_program()

    wait_until_told(stage, qtbot, "Some pictures cannot be shown.")
    assert_a_session_can_be_stopped(stage)


def test_one_figure_that_raises_takes_no_other_along(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    movement = poses.movement

    def read(told: dict[str, object]) -> poses.Movement:
        if told["id"] == "cat-cow":
            raise KeyError
        return movement(told)

    monkeypatch.setattr(poses, "movement", read)

    stage = open_program()

    wait_until_told(stage, qtbot, "cat-cow.json: file: cannot be used (KeyError")
    assert stage.pictures.movement("childs-pose") is not None


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_settings_that_cannot_be_saved_are_told_once_and_saved_as_soon_as_they_can(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, fault: BaseException
) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(settings, "save", raising(fault))
        stage.preferences.change(volume=30)
        wait_until_told(stage, qtbot, "Your settings cannot be saved now.")
        stage.preferences.change(volume=31)
        stage.preferences.finish()
        qtbot.wait(1)
        assert notices(stage).count("Your settings cannot be saved now.") == 1

    stage.preferences.change(volume=32)

    stage.preferences.finish()
    assert settings.load(stage.data).settings.volume == 32
    assert_a_session_can_be_stopped(stage)


def test_a_thread_that_cannot_begin_is_told(stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    with monkeypatch.context() as failing:
        failing.setattr(threading.Thread, "start", raising(RuntimeError("can't start new thread")))
        stage.preferences.change(volume=30)

    wait_until_told(stage, qtbot, "can't start new thread")
    assert_a_session_can_be_stopped(stage)


@pytest.fixture(name="without")
def _without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Let no thread of that name begin."""
    start = threading.Thread.start

    def without(name: str) -> None:
        def begin(thread: threading.Thread) -> None:
            if thread.name == name:
                message = "can't start new thread"
                raise RuntimeError(message)
            start(thread)

        monkeypatch.setattr(threading.Thread, "start", begin)

    return without


def test_without_a_thread_for_the_record_a_session_can_start(
    open_program: Opener, without: Callable[[str], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(before_session, "PATIENCE_MS", 200)
    without("recorder")

    stage = open_program()

    wait_until_told(stage, qtbot, "Your record cannot be written now.")
    assert_a_session_can_be_stopped(stage)


def test_without_a_thread_for_an_export_that_is_told(
    stage: Stage, without: Callable[[str], None], qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _where: str(tmp_path))
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    without("export")

    page.export_wanted.emit()

    qtbot.waitUntil(lambda: "could not be written" in page.told.text(), timeout=SOON_MS)
    assert page.writing.isHidden()


def test_a_media_control_that_raises_is_told_once_and_tried_again_in_the_next_session(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    control = Mpris()
    told: list[str] = []
    control.failed.connect(told.append)
    with monkeypatch.context() as failing:
        failing.setitem(sys.modules, "coach.devices.mpris", None)
        stage.add_desktop(control, Awake())
        stage.start()
        qtbot.waitUntil(lambda: bool(told), timeout=SOON_MS)
        stage.advance(1_000)
        stage.press(KEY.Key_Escape)
        assert stage.is_stopped
        stage.click(stage.stopped_page.close_button)
        assert notices(stage).count("Media keys and headset buttons cannot be used now.") == 1

    with qtbot.waitSignal(control._appeared, timeout=SOON_MS):
        stage.start()
    assert len(told) == 1


@pytest.mark.parametrize("fault", FAULTS, ids=repr)
def test_a_screen_that_cannot_be_kept_on_is_told_soon_and_asked_for_again(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, fault: BaseException
) -> None:
    lights = ScreenAwake()
    stage.add_desktop(MediaControl(), lights)
    with monkeypatch.context() as failing:
        failing.setattr(awake, "_lit", raising(fault))
        with qtbot.waitSignal(lights.failed, timeout=SOON_MS):
            stage.start()
        stage.press(KEY.Key_Escape)
        assert stage.is_stopped
        stage.click(stage.stopped_page.close_button)
        wait_until_told(stage, qtbot, "coach cannot keep the screen on here.")
    if isinstance(fault, SystemExit):  # nothing of Python's own catches it: this thread ends, and another one begins
        assert lights._thread is not None
        lights._thread.join(SOON_MS / 1_000)

    with qtbot.waitSignal(lights._answered, timeout=10_000):
        lights.hold()
    lights.release()


def test_wishes_that_cannot_be_understood_hold_nobody_up_and_are_told_once(
    monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")
    monkeypatch.setattr(portal, "wishes", raising(TypeError("no such wish")))
    asked, told = SettingsPortal(), list[str]()

    with qtbot.waitSignal(asked.changed, timeout=SOON_MS):
        asked.start()
    asked.tell_faults(told.append)

    assert len(told) == 1
    assert told[0].startswith("TypeError: no such wish")
