"""A session in a minimised window goes on, works out nothing for the eye, and shows the present when it is back."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.session.player import SLEPT_MS
from coach.store.record.opening import NAME
from tests.ui.live.floor.floor_view import CHANGE, HOLD
from tests.ui.recorded_voice import listen

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


@pytest.fixture(name="read")
def _read() -> Iterator[None]:
    """Let there be a screen reader, as far as Qt knows."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


def minimise(stage: Stage) -> None:
    stage.window.showMinimized()
    QApplication.processEvents()


def test_while_it_is_minimised_the_pages_work_out_nothing(running: Stage) -> None:
    minimise(running)
    page, before = running.session_page, running.session_page.live
    seconds = page.ring.seconds
    running.advance(15_000)

    assert running.phase() is Phase.RUNNING
    assert page.live is before
    assert page.ring.seconds == seconds
    assert running.live_now.snapshot.index > 1, "the session went on"


def test_when_it_is_back_all_is_there_at_once(running: Stage, qtbot: QtBot) -> None:
    minimise(running)
    while running.shot.index < 4:
        running.advance(1_000)
    running.advance(3_000)
    running.window.showNormal()
    qtbot.waitUntil(lambda: running.session_page.live is running.live_now)

    page, shot = running.session_page, running.shot
    assert page.title.text() == "Single knee to chest"
    assert page.ring.seconds == shot.seconds
    assert page.picture.accessibleName() == "Picture: Single knee to chest, right side"
    current = [row.name for row in running.rows if row.current]
    assert current == ["Single knee to chest"]


def test_nobody_looks_each_second_at_what_nobody_sees(running: Stage) -> None:
    running.skip_to(HOLD)
    assert running.doze(10_000) >= 10

    minimise(running)
    looks = running.doze(60_000)

    # Three blocks in which four cues are due, and every 10 s the place is stored.
    assert looks <= 12
    assert running.phase() is Phase.RUNNING
    assert running.shot.index > HOLD


def test_its_place_is_stored_every_ten_seconds(running: Stage) -> None:
    running.skip_to(HOLD)
    minimise(running)
    running.doze(27_000)
    spent_ms = running.shot.spent_ms

    running.recorder.stop()

    with closing(sqlite3.connect(running.data / NAME)) as record:
        (stored_ms,) = record.execute("SELECT spent_ms FROM place").fetchone()
    assert spent_ms - 10_000 <= stored_ms <= spent_ms


def test_a_key_acts_at_its_own_instant(running: Stage) -> None:
    running.skip_to(HOLD)
    minimise(running)
    running.doze(8_700)
    spent_ms = running.shot.spent_ms

    running.trigger("pause")

    assert running.phase() is Phase.PAUSED
    assert running.shot.spent_ms == spent_ms


def test_a_computer_that_slept_meanwhile_pauses_the_session(running: Stage) -> None:
    running.skip_to(HOLD)
    minimise(running)
    looks: list[int] = []
    for look in (running.player.lasted, running.player.ticked):
        look.connect(lambda shot: looks.append(shot.spent_ms))
    running.doze(19_000)
    looked_ms = looks[-1]
    assert 0 < looked_ms < running.shot.spent_ms

    running.clock.ms += 60_000
    running.player._on_timeout()

    assert running.phase() is Phase.PAUSED
    assert running.shot.spent_ms == looked_ms
    assert running.live_now.notice == "The computer was asleep."


def test_a_look_that_is_late_is_no_sleep(running: Stage) -> None:
    running.skip_to(HOLD)
    minimise(running)
    before_ms = running.shot.spent_ms

    running.clock.ms += SLEPT_MS + 3_900
    running.player._on_timeout()

    assert running.phase() is Phase.RUNNING
    assert running.shot.spent_ms == before_ms + SLEPT_MS + 3_900


def test_a_voice_that_wakes_before_the_player_says_nothing_of_the_time_asleep(stage: Stage) -> None:
    voice = listen(stage)
    stage.start()
    stage.skip_to(HOLD)
    minimise(stage)
    stage.doze(6_000)
    voice.heard.clear()

    stage.clock.ms += 18_000  # what is said in the last five seconds is due now
    stage.narrator._on_timeout()

    assert stage.phase() is Phase.PAUSED
    assert [what for _at, what in voice.heard if what not in {"[hush]", "[pause]"}] == []


@pytest.mark.usefixtures("read")
def test_a_screen_reader_hears_each_step_at_its_time(running: Stage) -> None:
    running.skip_to(CHANGE)
    steps = [step.text.rstrip(".") for step in running.session_page._lines.steps]
    duration_ms = running.shot.duration_ms
    minimise(running)

    for place, step in enumerate(steps[1:], 1):
        news = running.flow.rooms.live.step_news
        running.clock.ms += news._next.interval()
        news._on_next()
        assert running.shot.spent_ms == -(-duration_ms * place // len(steps))
        assert running.news.rstrip(".") == step

    assert len(steps) > 2
    assert not running.flow.rooms.live.step_news._next.isActive()


def test_without_a_screen_reader_no_step_wakes_anybody(running: Stage) -> None:
    running.skip_to(CHANGE)
    assert len(running.session_page._lines.steps) > 2
    minimise(running)

    assert not running.flow.rooms.live.step_news._next.isActive()


def test_with_a_voice_no_step_wakes_anybody(stage: Stage) -> None:
    listen(stage)
    stage.start()
    stage.skip_to(CHANGE)
    minimise(stage)

    assert stage.doze(stage.shot.left_ms - 1) <= 1
    assert not stage.flow.rooms.live.step_news._next.isActive()
