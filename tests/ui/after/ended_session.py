"""A session that has ended, for the tests of what comes after it."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication

from coach.session.clock import wall_now

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from coach.ui.after.closing_page import ClosingPage
    from tests.ui.stage import Stage


CTRL = Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


def kept(stage: Stage, column: str) -> object:
    """Return a column of the last session, once all is written."""
    stage.recorder.stop()
    with closing(sqlite3.connect(stage.data / "record.db")) as db:
        return db.execute(f"SELECT {column} FROM session ORDER BY id DESC").fetchone()[0]  # noqa: S608


def within(shown_ms: int, told_ms: object) -> bool:
    """Tell whether that moment lies between another and now."""
    return isinstance(told_ms, int) and shown_ms <= told_ms <= wall_now().ms


def settled(stage: Stage, width: int, height: int) -> ClosingPage:
    """Return the closing page in a window of that size, laid out."""
    stage.window.resize(width, height)
    for _ in range(3):
        QApplication.processEvents()
    return stage.closing_page


def place(widget: QWidget, page: QWidget) -> QRect:
    return QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
