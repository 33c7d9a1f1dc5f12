"""Lines to be read one by one: a list is as high as its words need, also when they have changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coach.ui.kit.line_list import Lines, outdented
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WIDTH = 300


def test_words_that_are_longer_now_get_their_height_at_every_width(qapp: QApplication, qtbot: QtBot) -> None:
    lines = Lines(Theme(qapp), "Steps")
    line = lines.add("Short.")
    page = QWidget()
    column = QVBoxLayout(page)
    inside = outdented(lines)
    column.addLayout(inside)
    qtbot.addWidget(page)
    page.show()
    heights = [(inside.heightForWidth(width), inside.minimumHeightForWidth(width)) for width in (WIDTH, 2 * WIDTH)]

    line.setText("Much longer than before. " * 8)
    QApplication.processEvents()

    for (height, least), width in zip(heights, (WIDTH, 2 * WIDTH), strict=True):
        assert inside.heightForWidth(width) > 2 * height
        assert inside.minimumHeightForWidth(width) > 2 * least


def test_a_line_that_goes_takes_its_height_along(qapp: QApplication, qtbot: QtBot) -> None:
    lines = Lines(Theme(qapp), "Steps")
    lines.add("One.")
    second = lines.add("Two.")
    page = QWidget()
    column = QVBoxLayout(page)
    inside = outdented(lines)
    column.addLayout(inside)
    qtbot.addWidget(page)
    page.show()
    both = inside.heightForWidth(WIDTH)

    second.hide()
    QApplication.processEvents()

    assert 0 < inside.heightForWidth(WIDTH) < both


def test_the_least_height_is_that_of_the_same_width(qapp: QApplication, qtbot: QtBot) -> None:
    lines = Lines(Theme(qapp), "Steps")
    for number in range(6):
        lines.add("Letters and more letters, " * number)
    page = QWidget()
    column = QVBoxLayout(page)
    inside = outdented(lines, side=40, above=10)
    column.addLayout(inside)
    qtbot.addWidget(page)
    page.show()

    for width in range(WIDTH, 2 * WIDTH, 20):
        # Words cannot be any lower than they are high.
        assert inside.minimumHeightForWidth(width) == lines.heightForWidth(width + 80) - 20
        assert inside.heightForWidth(width) == lines.heightForWidth(width + 80) - 20
