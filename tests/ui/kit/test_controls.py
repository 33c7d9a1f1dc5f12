"""The controls by keys, by the mouse and for a screen reader."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget

from coach.ui.kit import toast as toast_module
from coach.ui.kit.checked_field import CheckedField
from coach.ui.kit.list_rows import ListRow
from coach.ui.kit.navigation import Navigation, NavigationItem
from coach.ui.kit.radio import Radio
from coach.ui.kit.segmented import Segment, Segmented
from coach.ui.kit.stepper import Stepper
from coach.ui.kit.switch import Switch
from tests.ui.kit.shown import components

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QAccessibleInterface
    from pytestqt.qtbot import QtBot

    from coach.ui.help.components_page import ComponentsPage

Kind = TypeVar("Kind", bound=QWidget)
KEY, ROLE, NAME = Qt.Key, QAccessible.Role, QAccessible.Text.Name


@pytest.fixture(name="page")
def _page(qapp: QApplication, qtbot: QtBot) -> Iterator[ComponentsPage]:
    QAccessible.setActive(True)
    with components(qapp) as page:
        qtbot.waitUntil(page.isActiveWindow)
        yield page
    QAccessible.setActive(False)


def told(widget: QWidget) -> QAccessibleInterface:
    found = QAccessible.queryAccessibleInterface(widget)
    assert found is not None, widget
    return found


def focus(widget: QWidget) -> None:
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert widget.hasFocus()


def first(page: QWidget, kind: type[Kind]) -> Kind:
    found = next(each for each in page.findChildren(kind) if each.isEnabled())
    assert isinstance(found, kind)
    return found


# All of them


def test_everything_that_takes_the_focus_has_a_name_and_a_role(page: ComponentsPage) -> None:
    page.tell()
    page.toast.time.stop()
    found = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    ]

    assert len(found) > 80
    for widget in found:
        assert told(widget).text(NAME).strip(), f"{widget} has no name"
        assert told(widget).role() not in {ROLE.NoRole, ROLE.Client}, f"{widget} has no role"


def test_every_target_is_at_least_44_px_high(page: ComponentsPage) -> None:
    small = [
        widget
        for widget in page.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.focusProxy() is None
        and widget.height() < 44
    ]

    assert small == []


def test_every_text_is_plain_text(page: ComponentsPage) -> None:
    rich = [each for each in page.findChildren(QLabel) if each.textFormat() != Qt.TextFormat.PlainText]

    assert rich == []


# One by one


def test_a_switch_is_a_check_box_that_space_and_a_click_turn(page: ComponentsPage) -> None:
    switch = first(page.sections["rows"], Switch)
    assert (told(switch).role(), told(switch).text(NAME)) == (ROLE.CheckBox, "Tones")
    assert told(switch).text(QAccessible.Text.Description) == "A short tone at start, change and end."
    assert told(switch).state().checked

    focus(switch)
    QTest.keyClick(switch, KEY.Key_Space)
    assert not told(switch).state().checked
    QTest.mouseClick(switch, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    assert told(switch).state().checked


def test_all_of_a_row_is_the_target(page: ComponentsPage) -> None:
    switch, row = first(page.sections["rows"], Switch), first(page.sections["rows"], ListRow)

    QTest.mouseClick(row, Qt.MouseButton.LeftButton, pos=QPoint(30, row.height() // 2))

    assert not switch.isChecked()


def test_the_arrow_keys_choose_among_segments(page: ComponentsPage, qtbot: QtBot) -> None:
    segmented = first(page.sections["segmented"], Segmented)
    month, year = segmented.parts
    assert told(segmented).role() == ROLE.Grouping
    assert [(told(part).role(), told(part).text(NAME)) for part in (month, year)] == [
        (ROLE.RadioButton, "Month"),
        (ROLE.RadioButton, "Year"),
    ]

    focus(month)
    with qtbot.waitSignal(segmented.chosen) as signal:
        QTest.keyClick(month, KEY.Key_Right)

    assert signal.args == [1]
    assert (segmented.place, year.hasFocus(), told(year).state().checked) == (1, True, True)
    QTest.keyClick(year, KEY.Key_Left)
    assert (segmented.place, month.hasFocus()) == (0, True)


def test_choosing_a_segment_from_above_sends_nothing_back(page: ComponentsPage) -> None:
    segmented = first(page.sections["segmented"], Segmented)
    heard: list[int] = []
    segmented.chosen.connect(heard.append)

    segmented.choose(1)

    assert (segmented.place, heard) == (1, [])


def test_tab_stops_once_in_a_segmented_control(page: ComponentsPage) -> None:
    stops = [part for part in page.looks.findChildren(Segment) if part.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops == [page.looks.parts[0]]


def test_a_radio_button_has_its_role_and_can_be_pressed_anywhere(page: ComponentsPage) -> None:
    radio = next(each for each in page.findChildren(Radio) if not each.isChecked())
    assert (told(radio).role(), told(radio).text(NAME)) == (ROLE.RadioButton, "Not chosen")

    QTest.mouseClick(radio, Qt.MouseButton.LeftButton, pos=QPoint(radio.width() - 3, 3))

    assert told(radio).state().checked


def test_a_stepper_is_a_spin_box_by_keys_typing_and_its_buttons(page: ComponentsPage) -> None:
    stepper = first(page.sections["fields"], Stepper)
    assert told(stepper).role() == ROLE.SpinBox
    value = told(stepper).valueInterface()
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (10, 30, 60)

    focus(stepper)
    QTest.keyClick(stepper, KEY.Key_Up)
    assert stepper.value() == 35
    stepper.selectAll()
    QTest.keyClicks(stepper, "20")
    QTest.keyClick(stepper, KEY.Key_Return)
    assert stepper.value() == 20
    middle = stepper.height() // 2
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(stepper.width() - 20, middle))
    assert stepper.value() == 25
    QTest.mouseClick(stepper, Qt.MouseButton.LeftButton, pos=QPoint(20, middle))
    assert value.currentValue() == 20


def test_an_error_is_told_once_and_describes_its_field(page: ComponentsPage) -> None:
    field = page.findChild(QWidget, "wrong")
    assert isinstance(field, CheckedField)
    heard: list[str] = []
    field.told.connect(heard.append)
    assert told(field.field).text(QAccessible.Text.Description) == "Begin with https, tel or mailto."

    field.show_error("")
    assert not field.sentence.isVisible()
    assert told(field.field).text(QAccessible.Text.Description) == ""
    for _ in range(2):
        field.show_error("It is too long.")

    assert heard == ["It is too long."]
    assert field.sentence.isVisible()
    assert told(field.field).text(QAccessible.Text.Description) == "It is too long."


def test_the_navigation_tells_which_place_is_selected(page: ComponentsPage) -> None:
    navigation = first(page.sections["navigation"], Navigation)
    today, routines = navigation.items[:2]
    assert told(navigation).role() == ROLE.PageTabList
    assert (told(today).role(), told(routines).text(NAME)) == (ROLE.PageTab, "Routines")
    assert (told(today).state().selected, told(routines).state().selected) == (True, False)

    focus(today)
    QTest.keyClick(today, KEY.Key_Down)
    assert routines.hasFocus()
    assert told(today).state().selected, "the arrow keys move the focus only"
    QTest.keyClick(routines, KEY.Key_Return)

    assert (told(today).state().selected, told(routines).state().selected) == (False, True)


def test_an_item_of_the_navigation_can_be_pressed_by_a_screen_reader(page: ComponentsPage) -> None:
    navigation = first(page.sections["navigation"], Navigation)
    actions = told(navigation.items[3]).actionInterface()
    assert actions is not None

    actions.doAction(actions.actionNames()[0])

    assert navigation.items[3].is_chosen


def test_a_rail_keeps_its_names_and_shows_them_as_tooltips(page: ComponentsPage) -> None:
    rail = page.sections["navigation"].findChildren(Navigation)[1]

    assert {(item.toolTip(), told(item).text(NAME)) for item in rail.findChildren(NavigationItem)} == {
        (words, words) for words in ("Today", "Routines", "History", "Settings", "Help", "Sound is on")
    }


# The toast


def test_a_toast_is_told_once_and_goes_by_itself(page: ComponentsPage) -> None:
    heard: list[str] = []
    page.toast.told.connect(heard.append)

    page.tell()
    news = page.findChild(QLabel, "news")
    assert isinstance(news, QLabel)
    assert (page.toast.isVisible(), news.text()) == (True, "“Evening, ten minutes” deleted")
    page.toast.time.timeout.emit()

    assert (page.toast.isVisible(), heard) == (False, ["“Evening, ten minutes” deleted"])


def test_a_toast_stays_while_it_has_the_focus(page: ComponentsPage) -> None:
    page.tell()
    focus(page.toast.undo)

    page.toast.time.timeout.emit()

    assert page.toast.isVisible()
    assert page.toast.time.isActive(), "and goes some time after"


def test_undo_of_a_toast_is_wanted_once_and_the_toast_goes(page: ComponentsPage) -> None:
    wanted: list[bool] = []
    page.toast.undo_wanted.connect(lambda: wanted.append(True))
    page.tell()
    focus(page.toast.undo)

    QTest.keyClick(page.toast.undo, KEY.Key_Return)

    assert (page.toast.isVisible(), wanted) == (False, [True])


def test_a_toast_lies_in_the_middle_of_the_lower_edge(page: ComponentsPage) -> None:
    page.tell()
    place, below = page.toast.geometry(), page.toast.parentWidget()
    assert below is not None

    assert abs(place.center().x() - below.rect().center().x()) <= 1
    assert below.height() - place.bottom() - 1 == toast_module.FROM_EDGE
    assert place.height() >= toast_module.HEIGHT


# The open list of a drop-down


def test_the_open_list_lies_under_its_field_and_keys_choose_in_it(page: ComponentsPage, qtbot: QtBot) -> None:
    box = first(page.sections["drop-down"], QComboBox)
    page.resize(1200, 700)
    QApplication.processEvents()
    page.column.verticalScrollBar().setValue(page.sections["drop-down"].y() - 100)
    focus(box)
    QTest.keyClick(box, KEY.Key_Space)
    opened = box.view().window()
    qtbot.waitUntil(opened.isVisible)
    under = box.mapToGlobal(QPoint(0, box.height()))

    assert abs(opened.y() - under.y()) <= 5
    assert opened.width() >= box.width() - 10
    assert box.view().sizeHintForRow(0) == 44
    assert not box.view().verticalScrollBar().isVisible()
    QTest.keyClick(box.view(), KEY.Key_Down)
    QTest.keyClick(box.view(), KEY.Key_Return)
    assert (box.currentText(), opened.isVisible()) == ("Short", False)


# The scroll bar


def test_a_scroll_bar_has_no_arrows_and_its_handle_can_be_dragged_to_the_end(page: ComponentsPage) -> None:
    page.resize(1200, 600)
    QApplication.processEvents()
    bar = page.column.verticalScrollBar()
    x = bar.width() // 2

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 2))
    QTest.mouseMove(bar, QPoint(x, bar.height() + 5))
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, bar.height() + 5))
    assert bar.value() == bar.maximum()
    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=QPoint(x, 2))
    assert bar.value() < bar.maximum() - bar.singleStep(), "a click above the handle goes a page up, not a step"
