"""The program as a fixture: built as the command builds it, closed and cleared away after each test."""

from __future__ import annotations

import gc
from itertools import count
from typing import TYPE_CHECKING, Protocol

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from coach.app import Program
from coach.figure.paint import painter
from coach.session.clock import wall_now
from coach.store.paths import Paths
from coach.ui.kit.painting import Rings
from coach.ui.kit.theme import Theme
from tests.ui.drawn_before import painter_of
from tests.ui.live.floor.floor_view import HOLD, floor_page
from tests.ui.stage import KEY, HandClock, Stage

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from PySide6.QtCore import QObject
    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from coach.store.record.moments import Instant


_CLOSED = count(1)
"""Counts the tests that opened a program."""


class Opener(Protocol):
    """Opens the program."""

    def __call__(
        self,
        routine_file: Path | None = None,
        speed: int = 1,
        text_scale: float = 1.0,
        size: tuple[int, int] = (1200, 800),
        *,
        at_first_paint: Callable[[Program], object] = bool,
        wall: Callable[[], Instant] = wall_now,
    ) -> Stage:
        """Open the window in this size, do something at its first paint, and wait until Start can be pressed."""
        ...


def _address(widget: QWidget) -> int:
    return int(Shiboken.getCppPointer(widget)[0])


def _others(known: set[int]) -> list[str]:
    return [repr(widget) for widget in QApplication.topLevelWidgets() if _address(widget) not in known]


def take_apart(program: Program) -> None:
    """Delete what a program is made of: a connection to a lambda keeps its sender alive, and all that it knows."""
    program.pictures.finish()
    parts: list[QObject] = [program.window, program.pictures, program.preferences, program.loader]
    if (flow := program.flow) is not None:
        flow.rooms.keys.set_live(live=False)
        rooms, before_session = flow.rooms, flow.rooms.before_session
        parts += [
            before_session.check,
            before_session,
            rooms.after_session,
            rooms.keys,
            rooms.actions,
            rooms.focus_watch,
        ]
        parts += [flow, program.routines, program.recorder, program.narrator, program.player]
    for part in (*parts, program, program.theme):
        if Shiboken.isValid(part):
            Shiboken.delete(part)


@pytest.fixture(autouse=True)
def _rings(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have rings drawn from the beginning: only the tests of when they come begin without."""
    monkeypatch.setattr(Rings, "shown", True)


@pytest.fixture(name="tidy", scope="session")
def _tidy() -> None:
    """Have the collector look no more at what is there before the first program: thousands of tests, and modules."""
    gc.collect()
    gc.freeze()


@pytest.fixture(name="open_program")
def _open_program(
    qapp: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    tidy: None,  # noqa: ARG001 - before anything is opened
) -> Iterator[Opener]:
    qapp.setStyle("Fusion")
    monkeypatch.setattr(painter, "FigurePainter", painter_of)
    before = set(map(_address, QApplication.topLevelWidgets()))
    opened: list[Stage] = []

    def open_program(
        routine_file: Path | None = None,
        speed: int = 1,
        text_scale: float = 1.0,
        size: tuple[int, int] = (1200, 800),  # the size that the tests of pages know
        *,
        at_first_paint: Callable[[Program], object] = bool,
        wall: Callable[[], Instant] = wall_now,
    ) -> Stage:
        clock, hand = HandClock(), HandClock()
        theme, paths = Theme(qapp, text_scale=text_scale), Paths.choose(tmp_path / "data")
        program = Program(qapp, theme, clock, routine_file, paths, speed, wall, hand)
        stage = Stage(program, clock, hand)
        opened.append(stage)
        program.window.resize(*size)
        program.window.painted.connect(lambda: at_first_paint(program))
        with qtbot.waitSignal(program.usable, timeout=10_000):
            program.window.show()
        program.complete()  # what else comes in the next turn of the event loop
        qtbot.waitUntil(program.window.isActiveWindow)
        return stage

    yield open_program
    for stage in opened:
        stage.window.force_close()
        assert not stage.window.isVisible()
        take_apart(stage.program)
    opened.clear()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    # A program collects on its own thread alone: Python's own collector is off by now.
    if _others(before) or next(_CLOSED) % 10 == 0:
        gc.collect()
        gc.freeze()  # what is left lives on; else each collection looks at all that earlier tests left
    assert not _others(before)


@pytest.fixture(name="stage")
def _stage(open_program: Opener) -> Stage:
    """Return the program with the shipped routine, ready to start."""
    return open_program()


@pytest.fixture(name="running")
def _running(stage: Stage) -> Stage:
    """Return the program 1 s into the time to get ready: the person lies on the mat."""
    stage.start()
    stage.advance(1_000)
    return stage


@pytest.fixture(name="on_floor")
def _on_floor(running: Stage) -> Stage:
    """Return the program 12 s into the first hold of a side, in floor view."""
    running.skip_to(HOLD)
    running.advance(12_000)
    running.press(KEY.Key_F11)
    assert running.page() is floor_page(running)
    return running
