"""The list of the editor: what it paints, and where a row is dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QDropEvent, QPaintEvent, QRegion

from tests.ui.editor.open_editor import Desk, open_sample
from tests.ui.stage import NONE
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

FIVE = ["Pelvic tilt", "Single knee to chest", "Trunk rotation", "Child’s pose", "Cat–cow"]


@pytest.fixture
def desk(stage: Stage, qtbot: QtBot) -> Desk:
    return open_sample(stage, qtbot)


class Painted(QObject):
    """What is painted of a widget."""

    region = QRegion()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Add what is painted."""
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_a_key_in_the_form_paints_the_row_that_changed_and_no_other(desk: Desk, qtbot: QtBot) -> None:
    rows = desk.page.pane.rows
    desk.tab_to("Name")
    qtbot.waitUntil(lambda: rows.is_complete)
    wait_ms(1)
    painted = Painted()
    rows.viewport().installEventFilter(painted)

    desk.type("x")
    qtbot.waitUntil(lambda: not painted.region.isEmpty())
    wait_ms(1)

    first = rows.visualRect(rows.model().index(0, 0))
    assert painted.region.boundingRect() == first


def _drop(desk: Desk, number: int, name: str, *, below: bool) -> None:
    """Drop a row on the upper or the lower half of another one."""
    rows = desk.page.pane.rows
    place = rows.visualRect(rows.model().index(desk.names().index(name), 0)).center() + QPoint(0, 9 if below else -9)
    data = rows.model().mimeData([rows.model().index(number, 0)])
    event = QDropEvent(place, Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, NONE)
    rows.dropEvent(event)


def test_a_row_is_dropped_between_two_others(desk: Desk) -> None:
    _drop(desk, 0, FIVE[2], below=True)
    assert desk.names() == [FIVE[1], FIVE[2], FIVE[0], *FIVE[3:]]
    _drop(desk, 4, FIVE[1], below=False)
    assert desk.names()[0] == FIVE[4]
    _drop(desk, 0, FIVE[3], below=True)
    assert desk.names()[-1] == FIVE[4]
