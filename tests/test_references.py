"""Painting, signals and timers keep the references to None, True and False.

PySide6 6.12.0 on Python 3.11 loses one to None at every void call and one to True at every emit, until Python
aborts: see docs/decisions/0002-pyside-version.md. From Python 3.12 on these three are immortal; nothing can drift.
"""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtWidgets import QApplication

SHARED: dict[str, object] = {"None": None, "True": True, "False": False}
CALLS = 2_000
DRIFT = 200
"""References that may come or go in so many calls for other reasons: a tenth of one a call."""

CUSHION = [*SHARED.values()] * 50_000
"""References to lose, so that a test fails before Python aborts."""

pytestmark = pytest.mark.usefixtures("quiet")


@pytest.fixture
def quiet(qapp: QApplication) -> Iterator[QApplication]:
    """Keep the garbage of earlier tests, which holds references too, out of the count."""
    gc.collect()
    was_enabled = gc.isenabled()
    gc.disable()
    yield qapp
    if was_enabled:
        gc.enable()


def counts() -> dict[str, int]:
    return {name: sys.getrefcount(value) for name, value in SHARED.items()}


def drift(call: Callable[[], object]) -> dict[str, int]:
    """Return by how much the number of references changes in CALLS calls."""
    call()  # what the first call alone imports and keeps does not count
    before = counts()
    for _ in range(CALLS):
        call()
    after = counts()
    return {name: after[name] - before[name] for name in SHARED}


def assert_kept(call: Callable[[], object]) -> None:
    found = drift(call)
    assert all(abs(number) < DRIFT for number in found.values()), f"references lost or kept in {CALLS} calls: {found}"


class Bell(QObject):
    """Something that rings."""

    rang = Signal(bool)


def test_the_count_sees_a_drift() -> None:
    kept: list[object] = []
    found = drift(lambda: kept.append(None))
    assert found["None"] == (0 if sys.version_info >= (3, 12) else CALLS)


def test_updating_a_widget() -> None:
    widget = QWidget()
    assert_kept(widget.update)


def test_painting() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)

    def paint() -> None:
        painter.save()
        painter.restore()

    try:
        assert_kept(paint)
    finally:
        painter.end()


@pytest.mark.parametrize("value", [True, False])
def test_a_signal_to_a_slot_that_answers(*, value: bool) -> None:
    bell = Bell()
    heard = 0

    def hear(rang: bool) -> bool:  # noqa: FBT001 - a slot takes what the signal gives
        nonlocal heard
        heard += 1
        return rang

    bell.rang.connect(hear)
    assert_kept(lambda: bell.rang.emit(value))
    assert heard == CALLS + 1


def test_a_timer_that_starts_and_stops() -> None:
    timer = QTimer()

    def start_and_stop() -> None:
        timer.start(60_000)
        timer.stop()

    assert_kept(start_and_stop)
    assert not timer.isActive()
