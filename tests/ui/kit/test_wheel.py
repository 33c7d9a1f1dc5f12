"""The wheel scrolls the page: it changes a list, a slider or a stepper only while that has the keyboard focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QPointF
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSlider, QAbstractSpinBox, QComboBox, QScrollArea, QScrollBar

from tests.ui.stage import Stage, focus
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener

NOTCH = 120


def turn_wheel(stage: Stage, over: QWidget, notches: int) -> None:
    """Turn the wheel with the pointer over the middle of a widget; the event goes where the window system sends it."""
    place = QPointF(over.mapTo(stage.window, over.rect().center()))
    QTest.wheelEvent(stage.window.windowHandle(), place, QPoint(0, notches * NOTCH))


def changed_by_wheel(page: QWidget) -> list[QWidget]:
    """Return all that Qt lets the wheel change, and that can be seen."""
    kinds = (QComboBox, QAbstractSlider, QAbstractSpinBox)
    found = [widget for kind in kinds for widget in page.findChildren(kind)]
    return [each for each in found if each.isVisible() and not isinstance(each, QScrollBar)]


def _settings(stage: Stage) -> QWidget:
    stage.actions["settings"].trigger()
    return stage.page()


def _history(stage: Stage) -> QWidget:
    stage.actions["history"].trigger()
    page = stage.page()
    for _try in range(500):
        if all(each.count() for each in page.findChildren(QComboBox)):
            return page
        wait_ms(10)  # what it shows comes from the disk
    pytest.fail("the history does not come")


PAGES = {"settings": _settings, "history": _history}


def _area(page: QWidget) -> QScrollArea:
    area = page.findChild(QScrollArea)
    assert area is not None
    return area


def _value(widget: QWidget) -> object:
    return widget.currentIndex() if isinstance(widget, QComboBox) else widget.property("value")


@pytest.mark.parametrize("open_page", PAGES.values(), ids=PAGES)
def test_the_wheel_over_what_has_no_focus_changes_nothing(
    open_program: Opener, open_page: Callable[[Stage], QWidget]
) -> None:
    stage = open_program()
    page = open_page(stage)
    before, had_focus = stage.preferences.now, focus()
    found = changed_by_wheel(page)
    assert found

    for widget in found:
        _area(page).ensureWidgetVisible(widget)
        value = _value(widget)
        for notches in (-3, 3, -1):
            turn_wheel(stage, widget, notches)
        assert _value(widget) == value, widget
        assert not widget.hasFocus(), "the wheel is no way to get the focus"

    assert stage.preferences.now == before
    assert focus() is had_focus


def _laid_out(stage: Stage, qtbot: QtBot) -> QWidget:
    """Return the settings in a window that is too small for them, once they are laid out."""
    stage.window.resize(900, 500)
    page = _settings(stage)
    qtbot.waitUntil(lambda: _area(page).verticalScrollBar().maximum() > 0)
    return page


def test_the_page_scrolls_instead(open_program: Opener, qtbot: QtBot) -> None:
    page = _laid_out(stage := open_program(), qtbot)
    bar = _area(page).verticalScrollBar()
    for widget in changed_by_wheel(page):
        _area(page).ensureWidgetVisible(widget)
        bar.setValue(min(bar.value(), bar.maximum() - 1))
        before = bar.value()

        turn_wheel(stage, widget, -1)

        assert bar.value() > before, widget


def test_with_the_focus_it_takes_the_wheel(open_program: Opener, qtbot: QtBot) -> None:
    page = _laid_out(stage := open_program(), qtbot)
    found = changed_by_wheel(page)
    for widget in found:
        _area(page).ensureWidgetVisible(widget)
        widget.setFocus()
        value = _value(widget)
        turn_wheel(stage, widget, -1)
        turn_wheel(stage, widget, -1)
        if isinstance(widget, QComboBox) and widget.count() < 2:
            continue
        assert _value(widget) != value, widget
