"""Errands answer on the thread of the window, and no thread takes along what waits for an answer."""

from __future__ import annotations

import gc
import threading
import weakref
from typing import TYPE_CHECKING

from coach.background.errands import Errands

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Waiting:
    def __init__(self) -> None:
        self.answers: list[tuple[object, bool]] = []

    def take(self, answer: object) -> None:
        self.answers.append((answer, threading.current_thread() is threading.main_thread()))


def test_each_gets_its_own_answer_on_the_thread_of_the_window(qtbot: QtBot) -> None:
    errands, first, second, third = Errands(), Waiting(), Waiting(), Waiting()
    errands.do(lambda: 1, first.take, third.take, "first")
    errands.do(lambda: "two", second.take, third.take, "second")
    errands.do(lambda: int("none"), first.take, third.take, "third")

    qtbot.waitUntil(lambda: bool(first.answers and second.answers and third.answers))

    assert first.answers == [(1, True)]
    assert second.answers == [("two", True)]
    (why, is_there), *more = third.answers
    assert "ValueError" in str(why)
    assert is_there
    assert not more


def test_a_thread_does_not_know_who_waits(qtbot: QtBot) -> None:
    """Else it could be the last to know a page, and would destroy it."""
    errands, goes_on = Errands(), threading.Event()
    waits = Waiting()
    gone = weakref.ref(waits)
    errands.do(goes_on.wait, waits.take, waits.take, "errand")
    errands._waiting.clear()
    del waits
    gc.collect()

    assert gone() is None
    goes_on.set()
    qtbot.waitUntil(lambda: errands._kept is None)


def test_after_the_end_nobody_hears_of_it(qtbot: QtBot) -> None:
    errands, waits = Errands(), Waiting()
    errands.do(lambda: 1, waits.take, waits.take, "errand")
    errands.finish()
    qtbot.waitUntil(lambda: errands._kept is None)

    assert not waits.answers
