"""One coach at a time for one data folder."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtTest import QTest

from coach import single_instance
from coach.devices import local_calls, local_calls_qt
from coach.second_start import Outcome, Wait
from coach.single_instance import SingleInstance
from coach.ui.kit.theme import Theme
from coach.ui.shell.second_start_window import Unanswered
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(name="theme")
def _theme(qapp: QApplication) -> Callable[[], Theme]:
    theme = Theme(qapp)
    return lambda: theme


@pytest.fixture(name="transport", autouse=True, params=[local_calls, local_calls_qt], ids=["socket", "Qt"])
def _transport(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Call as on Linux and macOS, and as on Windows."""
    monkeypatch.setattr(single_instance, "local_calls", request.param)


def test_the_second_has_the_first_show_itself_and_another_folder_is_another_matter(
    tmp_path: Path, qtbot: QtBot, theme: Callable[[], Theme], monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second, other = (
        SingleInstance(tmp_path / "a"),
        SingleInstance(tmp_path / "a"),
        SingleInstance(tmp_path / "b"),
    )
    assert first.is_first()
    first.listen()
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "leave-78")

    assert not second.is_first()
    with qtbot.waitSignal(first.raised) as raised:
        assert Wait(second, theme).run() is Outcome.SHOWN
    assert raised.args == ["leave-78"]
    assert other.is_first()


def test_who_comes_after_the_first_went_is_the_first(tmp_path: Path) -> None:
    first = SingleInstance(tmp_path)
    assert first.is_first()
    del first
    gc.collect()

    assert SingleInstance(tmp_path).is_first()


@pytest.mark.parametrize("text", [b"", b"\0\xff", b"1\nanother python\nsomewhere\n"], ids=["empty", "noise", "a pid"])
def test_what_a_lock_file_says_locks_nobody_out(
    tmp_path: Path, theme: Callable[[], Theme], text: bytes, qtbot: QtBot
) -> None:
    (tmp_path / single_instance.LOCK).write_bytes(text)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()

    (tmp_path / single_instance.LOCK).write_bytes(text)
    first.listen()
    (tmp_path / single_instance.LOCK).write_bytes(text)
    with qtbot.waitSignal(first.raised):
        assert Wait(second, theme).run() is Outcome.SHOWN


def test_a_first_that_ends_before_it_answers_is_taken_over_from(tmp_path: Path, theme: Callable[[], Theme]) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    wait = Wait(second, theme)
    QTimer.singleShot(0, first.release)

    assert wait.run() is Outcome.FREED
    assert wait.window is None
    assert not SingleInstance(tmp_path).is_first()


def test_a_first_that_is_only_slow_is_waited_for(tmp_path: Path, theme: Callable[[], Theme]) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    QTimer.singleShot(single_instance.LOOK_MS, first.listen)

    assert Wait(second, theme).run() is Outcome.SHOWN


def _unanswered(wait: Wait, do: Callable[[Unanswered], None]) -> None:
    """Do something with the window of a second start as soon as it is there."""
    if isinstance(wait.window, Unanswered) and wait.window.isActiveWindow():
        do(wait.window)
    else:
        QTimer.singleShot(5, lambda: _unanswered(wait, do))


def test_a_first_that_does_not_answer_is_told_in_a_window(
    tmp_path: Path, theme: Callable[[], Theme], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE_MS", 0)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    wait, told = Wait(second, theme), []

    def read_and_leave(window: Unanswered) -> None:
        told.append((window.windowTitle(), window.words.text(), focus() is window.close_button))
        QTest.keyClick(window, KEY.Key_Escape)

    _unanswered(wait, read_and_leave)

    assert wait.run() is Outcome.LEFT
    ((title, words, has_focus),) = told
    assert title == "coach is open already"
    assert "does not answer yet. Please wait" in words
    assert has_focus


def test_while_it_is_told_an_answer_or_the_end_of_the_first_still_counts(
    tmp_path: Path, theme: Callable[[], Theme], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(single_instance, "PATIENCE_MS", 0)
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    assert first.is_first()
    wait = Wait(second, theme)
    _unanswered(wait, lambda _window: first.listen())
    assert wait.run() is Outcome.SHOWN

    wait = Wait(second, theme)
    assert first._listener is not None
    first._listener.close()  # as a program that hangs: nobody takes the call
    _unanswered(wait, lambda _window: first.release())
    assert wait.run() is Outcome.FREED
