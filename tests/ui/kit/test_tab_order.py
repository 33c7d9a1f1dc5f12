"""What is put into the order of Tab is not tied together by it: one part can go, and the others stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLayoutItem, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from coach.ui.kit.tab_order import follow

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def _button_inside(column: QVBoxLayout, name: str) -> tuple[QWidget, QLayoutItem | None]:
    holder = QWidget()
    inside = QVBoxLayout(holder)
    inside.addWidget(QPushButton(name))
    column.addWidget(holder)
    return holder, inside.itemAt(0)


def test_what_stood_before_a_part_goes_and_the_layouts_stay_whole(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    column = QVBoxLayout(page)
    parts = [_button_inside(column, name) for name in "abcd"]
    (first, _), *others = parts
    for (before, _), (part, _) in zip(parts, others, strict=False):
        follow(before, part)
    first.deleteLater()
    QCoreApplication.sendPostedEvents(first, QEvent.Type.DeferredDelete)

    assert not isValid(first)
    assert all(isValid(item) for _part, item in others)
