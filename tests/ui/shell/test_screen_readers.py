"""Our interfaces for screen readers are asked for once, however many windows an application has shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from coach.ui.shell import accessibility

if TYPE_CHECKING:
    import pytest
    from PySide6.QtCore import QObject
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener


def test_a_widget_is_asked_about_once(open_program: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[QObject] = []
    monkeypatch.setattr(accessibility, "interface_for", lambda _key, thing: asked.append(thing))
    for _window in range(2):
        open_program()
    widget = QWidget()
    qtbot.addWidget(widget)

    QAccessible.queryAccessibleInterface(widget)

    assert asked == [widget]
