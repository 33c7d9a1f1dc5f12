"""The screen stays on while a session runs, and only then."""

from __future__ import annotations

import gc
import logging
import sys
import threading
from typing import TYPE_CHECKING

import pytest

from coach.background import log
from coach.core.events import Input
from coach.core.pacing import Preset
from coach.devices import awake
from coach.devices.awake import LONG_PAUSE_MS, Awake, KeepAwake, ScreenAwake
from coach.devices.media_keys import MediaControl
from tests.runs import started
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.devices.conftest import Bus, ScreenSaver
    from tests.runs import Run
    from tests.ui.stage import Stage

INHIBIT = "Inhibit coach A session is running."
RELEASE = "UnInhibit 78"
NOTE = "coach cannot keep the screen on here. It may go dark during a session."


# When


def wants(policy: KeepAwake, run: Run) -> bool:
    return policy.wants(run.shot, run.now_ms)


def test_before_a_session_the_screen_may_go_dark() -> None:
    assert not KeepAwake().wants(None, 0)


def test_it_stays_on_while_the_session_runs() -> None:
    policy, run = KeepAwake(), started()

    for _minute in range(3):
        assert wants(policy, run)
        assert policy.left_ms(run.now_ms) is None
        run.wait(40_000)


def test_it_stays_on_for_five_minutes_of_a_pause() -> None:
    policy, run = KeepAwake(), started(1_000)
    run.press(Input.PAUSE)

    assert wants(policy, run)
    assert policy.left_ms(run.now_ms) == LONG_PAUSE_MS
    run.wait(LONG_PAUSE_MS - 1)
    assert wants(policy, run)
    run.wait(1)
    assert not wants(policy, run)
    assert policy.left_ms(run.now_ms) is None


def test_what_is_pressed_in_a_pause_does_not_make_it_longer() -> None:
    policy, run = KeepAwake(), started(1_000)
    run.press(Input.PAUSE)
    assert wants(policy, run)
    run.wait(LONG_PAUSE_MS - 1_000)
    run.press(Input.SKIP)
    assert wants(policy, run)

    run.wait(1_000)

    assert not wants(policy, run)


def test_each_pause_has_its_own_five_minutes() -> None:
    policy, run = KeepAwake(), started(1_000)
    for _pause in range(2):
        run.press(Input.PAUSE)
        assert wants(policy, run)
        run.wait(LONG_PAUSE_MS)
        assert not wants(policy, run)
        run.press(Input.RESUME)
        assert wants(policy, run)


def test_a_wait_for_the_person_counts_as_a_pause() -> None:
    policy, run = KeepAwake(), started(preset=Preset.WAIT_FOR_ME)

    assert wants(policy, run)
    run.wait(LONG_PAUSE_MS)
    assert not wants(policy, run)
    run.press(Input.CONFIRM)
    assert wants(policy, run)


@pytest.mark.parametrize("end", [Input.END, Input.PAIN_STOP])
@pytest.mark.parametrize("first", [None, Input.PAUSE])
def test_when_the_session_is_over_it_may_go_dark_at_once(end: Input, first: Input | None) -> None:
    policy, run = KeepAwake(), started(1_000)
    if first is not None:
        run.press(first)
    assert wants(policy, run)

    run.press(end)

    assert not wants(policy, run)
    assert policy.left_ms(run.now_ms) is None


# How


class Noted(Awake):
    """Notes what it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.held: list[bool] = []

    def hold(self) -> None:
        self.held.append(True)

    def release(self) -> None:
        self.held.append(False)


@pytest.fixture(name="noted")
def _noted(stage: Stage) -> Noted:
    noted = Noted()
    stage.add_desktop(MediaControl(), noted)
    return noted


def test_the_program_asks_once_and_gives_back_once(stage: Stage, noted: Noted) -> None:
    assert noted.held == []
    stage.start()
    stage.advance(20_000)
    assert noted.held == [True]

    stage.press(KEY.Key_Escape)

    assert noted.held == [True, False]


def test_a_long_pause_is_noticed_though_nothing_happens(
    stage: Stage, noted: Noted, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake, "LONG_PAUSE_MS", 40)
    stage.start()
    stage.press(KEY.Key_Space)
    assert noted.held == [True]

    stage.clock.ms += 40

    qtbot.waitUntil(lambda: noted.held == [True, False])
    stage.press(KEY.Key_Space)
    assert noted.held == [True, False, True]


def test_closing_the_window_gives_back(stage: Stage, noted: Noted) -> None:
    stage.start()

    stage.window.force_close()

    assert noted.held == [True, False]


# With a desktop that listens


@pytest.mark.parametrize("bus", ["told", "usual"], indirect=True)
@pytest.mark.usefixtures("bus")
def test_a_session_holds_the_screen_and_its_end_lets_go(
    stage: Stage, screen_saver: ScreenSaver, no_collection_elsewhere: Callable[[], None]
) -> None:
    stage.add_desktop(MediaControl(), ScreenAwake())
    stage.start()
    screen_saver.waits_for(INHIBIT)
    stage.advance(3_000)

    stage.press(KEY.Key_E, CTRL)

    screen_saver.waits_for(INHIBIT, RELEASE)
    assert NOTE not in stage.texts()
    no_collection_elsewhere()


def test_a_long_pause_lets_go_and_going_on_holds_again(stage: Stage, screen_saver: ScreenSaver) -> None:
    stage.add_desktop(MediaControl(), ScreenAwake())
    stage.start()
    stage.press(KEY.Key_Space)
    stage.advance(LONG_PAUSE_MS - 1_000)
    screen_saver.waits_for(INHIBIT)

    stage.advance(1_000)
    screen_saver.waits_for(INHIBIT, RELEASE)
    stage.press(KEY.Key_Space)
    screen_saver.waits_for(INHIBIT, RELEASE, INHIBIT)
    stage.press(KEY.Key_Escape)
    screen_saver.waits_for(INHIBIT, RELEASE, INHIBIT, RELEASE)


def test_a_desktop_that_goes_away_meanwhile_does_no_harm(
    stage: Stage, screen_saver: ScreenSaver, bus: Bus, qtbot: QtBot
) -> None:
    held = ScreenAwake()
    stage.add_desktop(MediaControl(), held)
    stage.start()
    screen_saver.waits_for(INHIBIT)
    bus.end()

    stage.press(KEY.Key_Escape)
    assert stage.is_stopped

    with qtbot.waitSignal(held.failed):
        held.hold()
    held.release()


# With a desktop that does not


@pytest.mark.usefixtures("bus")
def test_without_a_screen_saver_it_is_told_once(stage: Stage, qtbot: QtBot) -> None:
    held = ScreenAwake()
    told: list[int] = []
    held.failed.connect(lambda: told.append(1))
    stage.add_desktop(MediaControl(), held)
    stage.start()
    qtbot.waitUntil(lambda: told == [1])

    stage.press(KEY.Key_E, CTRL)
    stage.show_start()
    assert stage.texts().count(NOTE) == 1
    stage.start()
    stage.press(KEY.Key_E, CTRL)
    stage.show_start()

    assert stage.texts().count(NOTE) == 1
    assert told == [1]


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux asks by a bus")
def test_without_a_bus_it_is_told_and_not_logged(
    stage: Stage, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A line would have the time at which a session began, and the log goes to others."""
    logging.getLogger(log.NAME).handlers.clear()  # what other tests have logged
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    held = ScreenAwake()
    stage.add_desktop(MediaControl(), held)

    with qtbot.waitSignal(held.failed):
        stage.start()

    log.finish(tmp_path / "state", 5.0)
    assert not (tmp_path / "state").exists()


def test_a_bus_that_does_not_answer_counts_as_a_refusal(
    bus: Bus, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(awake, "PATIENCE_MS", 20)
    bus.freeze()
    held = ScreenAwake()

    with qtbot.waitSignal(held.failed):
        held.hold()
    held.release()


@pytest.fixture(name="no_collection_elsewhere")
def _no_collection_elsewhere() -> Callable[[], None]:
    """Return a check that nobody but the GUI thread has collected garbage since."""
    where: list[str] = []

    def note(_phase: str, _info: dict[str, int]) -> None:
        where.append(threading.current_thread().name)

    gc.callbacks.append(note)

    def check() -> None:
        gc.callbacks.remove(note)
        assert set(where) <= {threading.main_thread().name}

    return check
