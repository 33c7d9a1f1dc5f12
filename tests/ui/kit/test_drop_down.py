"""The list to pick from: its edge, its focus ring and its words can be seen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from coach.ui.kit.drop_down import DropDown
from coach.ui.kit.style import Style
from coach.ui.kit.theme import Theme
from tests.ui.kit.test_theme import contrast

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture(name="pick", params=[Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def _pick(request: pytest.FixtureRequest, qapp: QApplication, qtbot: QtBot) -> DropDown:
    theme = Theme(qapp, request.param)
    qapp.setStyle(Style(theme))
    pick = DropDown(theme)
    qtbot.addWidget(pick)
    for text in ("Short", "The longest of them all"):
        pick.addItem(text)
    pick.show()
    pick.activateWindow()
    return pick


def test_the_edge_can_be_seen_on_its_ground(pick: DropDown) -> None:
    pick.clearFocus()
    image = pick.grab().toImage()
    middle = image.height() // 2

    assert contrast(image.pixelColor(0, middle), image.pixelColor(5, middle)) >= 3


def test_the_focus_can_be_seen(pick: DropDown, qtbot: QtBot) -> None:
    pick.setFocus()
    qtbot.waitUntil(pick.hasFocus)
    image = pick.grab().toImage()
    pick.clearFocus()
    without = pick.grab().toImage()
    middle = image.height() // 2

    assert image.pixelColor(1, middle) != without.pixelColor(1, middle)
    assert contrast(image.pixelColor(1, middle), image.pixelColor(6, middle)) >= 3


def test_what_has_no_room_ends_with_an_ellipsis(pick: DropDown) -> None:
    pick.setCurrentIndex(1)
    pick.setFixedWidth(pick.sizeHint().width() // 2)
    cut = pick.grab().toImage()
    words = pick.fontMetrics().elidedText(
        "The longest of them all", Qt.TextElideMode.ElideRight, pick.width() - 11 - 34
    )
    pick.setItemText(1, words)

    assert words.endswith("…")
    assert pick.grab().toImage() == cut


def test_the_longest_entry_has_room(pick: DropDown) -> None:
    words = pick.fontMetrics().horizontalAdvance("The longest of them all")

    assert pick.sizeHint().width() > words + 40
