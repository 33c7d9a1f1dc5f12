"""Keys, mouse and wheel as the window system would send them: to the window that has them, or to the menu above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from coach.ui.kit.list_rows import ListRow
from tests.journeys import sight

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

    from tests.journeys.sight import Control

KEY = Qt.Key
NONE = Qt.KeyboardModifier.NoModifier
SHIFT, CTRL, ALT, META = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
)
NOTCH = 120
MOST_NOTCHES = 120
PLAIN = (
    *(KEY.Key_Tab, KEY.Key_Backtab, KEY.Key_Space, KEY.Key_Return, KEY.Key_Enter, KEY.Key_Escape),
    *(KEY.Key_Left, KEY.Key_Right, KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown),
    *(KEY.Key_Home, KEY.Key_End, KEY.Key_Insert, KEY.Key_Delete, KEY.Key_Backspace, KEY.Key_Menu),
    *(KEY.Key_F1, KEY.Key_F5, KEY.Key_F10, KEY.Key_F11, KEY.Key_Plus, KEY.Key_Equal, KEY.Key_Period, KEY.Key_Question),
    *(KEY.Key_S, KEY.Key_B, KEY.Key_M, KEY.Key_E, KEY.Key_R, KEY.Key_T, KEY.Key_A, KEY.Key_0, KEY.Key_4, KEY.Key_9),
)
CHORDS = (*PLAIN, KEY.Key_H, KEY.Key_L, KEY.Key_Comma, KEY.Key_V)
REMOTE = (
    *(KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Period, KEY.Key_B, KEY.Key_F5, KEY.Key_Escape, KEY.Key_Tab),
    *(KEY.Key_MediaPlay, KEY.Key_MediaPause, KEY.Key_MediaTogglePlayPause, KEY.Key_MediaStop),
    *(KEY.Key_MediaNext, KEY.Key_MediaPrevious, KEY.Key_VolumeUp, KEY.Key_VolumeDown, KEY.Key_VolumeMute),
)
MODIFIERS = (SHIFT, CTRL, ALT, META, CTRL | SHIFT)
MOVES = (
    *(KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown),
    *(KEY.Key_Home, KEY.Key_End, KEY.Key_Left, KEY.Key_Right),
)
SCROLLS = {KEY.Key_Up, KEY.Key_Down, KEY.Key_PageUp, KEY.Key_PageDown, KEY.Key_Home, KEY.Key_End}


def key_words(key: Qt.Key, modifiers: Qt.KeyboardModifier) -> str:
    """Return a key as it is read."""
    held = [name for name, each in (("Ctrl", CTRL), ("Alt", ALT), ("Shift", SHIFT), ("Meta", META)) if each & modifiers]
    return "+".join([*held, QKeySequence(key).toString() or key.name])


def popup() -> QWidget | None:
    """Return the menu or list that is open above everything."""
    return QApplication.activePopupWidget()


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press and let go of a key; where no window has the keyboard it goes nowhere."""
    window = QGuiApplication.focusWindow()
    if window is not None:
        QTest.keyClick(window, key, modifiers)


def click(window: QWidget, place: QPoint) -> None:
    """Click a place on the screen; an open menu has grabbed the mouse."""
    receiver = _receiver(window)
    QTest.mouseClick(receiver, Qt.MouseButton.LeftButton, NONE, receiver.mapFromGlobal(place))


def turn_wheel(window: QWidget, place: QPoint, notches: int) -> None:
    """Turn the wheel at a place on the screen by so many notches, away from the person where they are positive."""
    receiver = _receiver(window)
    for _notch in range(abs(notches)):
        turned = QPoint(0, NOTCH if notches > 0 else -NOTCH)
        QTest.wheelEvent(receiver, QPointF(receiver.mapFromGlobal(place)), turned)


def _receiver(window: QWidget) -> QWindow:
    above = popup() or window
    return above.window().windowHandle()


def at(window: QWidget, place: QPoint) -> QWidget | None:
    """Return the control at a place on the screen, None where there is none."""
    above = popup()
    if above is not None and above.geometry().contains(place):
        return above
    return sight.control_of(window.childAt(window.mapFromGlobal(place)))


def is_in_row(window: QWidget, place: QPoint) -> bool:
    """Tell whether a place on the screen is in a row that is pressed as a whole, words and all."""
    here = window.childAt(window.mapFromGlobal(place))
    while here is not None and not isinstance(here, ListRow):
        here = here.parentWidget()
    return here is not None


def free_place(control: Control) -> QPoint | None:
    """Return a place of a control that can be clicked: the middle of what is seen and no menu covers; None without."""
    seen = control.seen
    if seen.width() < sight.LEAST or seen.height() < sight.LEAST:
        return None
    above = popup()
    inner = seen.adjusted(8, 8, -8, -8) if min(seen.width(), seen.height()) > 20 else seen
    for place in (seen.center(), inner.topLeft(), inner.topRight(), inner.bottomLeft(), inner.bottomRight()):
        if above is None or not above.geometry().contains(place):
            return place
    return None


def bring(window: QWidget, control: Control) -> bool:
    """Scroll by the wheel until a control is wholly seen, as a person does; tell whether it came."""
    for _notch in range(MOST_NOTCHES):
        box = sight.box_of(control.widget)
        if sight.seen_of(control.widget) == box:
            return True
        area = next(sight.areas_above(control.widget), None)
        if area is None:
            return False
        port = sight.seen_of(area.viewport())
        if port.isEmpty():
            return False
        bar = area.verticalScrollBar()
        was = bar.value()
        turn_wheel(window, _quiet_place(window, area.viewport()), 1 if box.top() < port.top() else -1)
        QApplication.processEvents()
        if bar.value() == was:
            return False
    return False


def _quiet_place(window: QWidget, port: QWidget) -> QPoint:
    """Return a place in a scrolling area where no control lies under the pointer, where there is one."""
    box = sight.seen_of(port)
    for share in (0.5, 0.3, 0.7, 0.15, 0.85, 0.05, 0.95):
        for x in (box.right() - 12, box.left() + 8, box.center().x()):
            place = QPoint(x, box.top() + int(box.height() * share))
            if at(window, place) is None:
                return place
    return box.center()


def menu_places(menu: QMenu) -> list[tuple[str, QPoint]]:
    """Return the entries of an open menu and where they are."""
    return [
        (action.text(), menu.mapToGlobal(menu.actionGeometry(action).center()))
        for action in menu.actions()
        if action.isEnabled() and not action.isSeparator()
    ]
