"""In which state a control is painted: the one it is in, or, on the page of all components, the one it poses in."""

from __future__ import annotations

from enum import Flag, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractButton, QWidget

    _Button = QAbstractButton
else:
    _Button = object  # a class of Qt has to come once, from the button itself

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Both keys that press what has the focus."""
_ARROWS = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right}
POSE = "pose"
"""Name of the property of Qt that holds the state to pose in."""


class State(Flag):
    """What can be said of a control beside its value."""

    REST = 0
    HOVER = auto()
    PRESSED = auto()
    FOCUS = auto()


def pose(widget: QWidget, state: State) -> None:
    """Have a control painted in a state that it is not in."""
    widget.setProperty(POSE, state.value)
    widget.update()


def state_of(widget: QWidget, *, pressed: bool = False) -> State:
    """Return the state to paint a control in; `pressed` is what it knows of itself."""
    posed = widget.property(POSE)
    if posed is not None:
        return State(posed)
    state = State.FOCUS if widget.hasFocus() else State.REST
    if widget.isEnabled():
        state |= State.HOVER if widget.underMouse() else State.REST
        state |= State.PRESSED if pressed else State.REST
    return state


def one_stop(widgets: Iterable[QWidget], stop: QWidget | None) -> None:
    """Let Tab stop at one of several, from either side; a click still gives each the focus."""
    for each in widgets:
        each.setFocusPolicy(Qt.FocusPolicy.StrongFocus if each is stop else Qt.FocusPolicy.ClickFocus)


class KeyFocus(_Button):
    """What is put before a button of Qt that paints itself: its focus ring shows unless a click brought the focus."""

    _by_click = False

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember what brought the focus."""
        self._by_click = event.reason() == Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    @property
    def state(self) -> State:
        """The state to paint."""
        state = state_of(self, pressed=self.isDown())
        return state & ~State.FOCUS if self._by_click else state


class KeyPress(KeyFocus):
    """The same for one that Enter presses as Space does, which Qt leaves to its QPushButton.

    The arrow keys go on to what holds it, unless it `moves_on`: Qt moves the focus with them, as Tab does.
    """

    moves_on = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press with Enter, once each time; pass the arrow keys on."""
        key = Qt.Key(event.key())
        if key in ENTER and not event.isAutoRepeat():
            self.click()
        elif key in ENTER or (key in _ARROWS and not self.moves_on):
            event.ignore()
        else:
            super().keyPressEvent(event)
