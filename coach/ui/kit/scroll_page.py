"""What all pages share: a ground, and a column that scrolls when the window is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.ui.kit.line_list import SIDE

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from coach.ui.kit.theme import Theme

WIDEST = 900
ROOM = 8
"""Room above what is brought into sight, in px."""

_MOVES = QAbstractSlider.SliderAction
MEANINGS = {
    Qt.Key.Key_Up: _MOVES.SliderSingleStepSub,
    Qt.Key.Key_Down: _MOVES.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _MOVES.SliderPageStepSub,
    Qt.Key.Key_PageDown: _MOVES.SliderPageStepAdd,
    Qt.Key.Key_Home: _MOVES.SliderToMinimum,
    Qt.Key.Key_End: _MOVES.SliderToMaximum,
}
"""What the keys that scroll do. Where Page up starts and pauses, it never comes here."""


def meaning_of(event: QKeyEvent) -> QAbstractSlider.SliderAction | None:
    """Return how a key scrolls, None for any other; with Shift, Ctrl, Alt or Meta held these keys mean nothing."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return MEANINGS.get(Qt.Key(event.key()))


class Column(QScrollArea):
    """The part of a page that scrolls, by what a key means. It leaves every other key to the page.

    No key is ever sent on to it: what it does not know it would hand back, to whoever sent it.
    """

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Scroll if the key means that; tell whether it does."""
        move = meaning_of(event)
        if move is not None:
            self.verticalScrollBar().triggerAction(move)
        return move is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or let the page have the key."""
        event.setAccepted(self.scroll_by(event))

    def to_top(self) -> None:
        """Show the beginning."""
        self.verticalScrollBar().setValue(0)

    def bring(self, first: QWidget, last: QWidget | None = None) -> None:
        """Scroll to what has just been shown, once it has its place: to `first`, and to `last` if both fit.

        Where that takes what has the focus out of sight, `first` has it.
        """
        QTimer.singleShot(0, first, lambda: self._bring(first, last or first))

    def _bring(self, first: QWidget, last: QWidget) -> None:
        inside, bar = self.widget(), self.verticalScrollBar()
        if inside is None:
            return
        top = first.mapTo(inside, QPoint(0, 0)).y() - ROOM
        bottom = last.mapTo(inside, QPoint(0, last.height())).y() + ROOM
        bar.setValue(min(max(bar.value(), bottom - self.viewport().height()), top))
        self._keep_focus_seen(first)
        # And once more: what went meanwhile may have moved the rest.
        QTimer.singleShot(0, first, lambda: self._keep_focus_seen(first))

    def _keep_focus_seen(self, first: QWidget) -> None:
        inside, has = self.widget(), QApplication.focusWidget()
        if inside is None or has is None or not first.isVisible():
            return
        if inside.isAncestorOf(has) and has.visibleRegion().isEmpty():
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # what has the focus must be seen


def scrolling_column(page: QWidget, theme: Theme, name: str, widest: int = WIDEST) -> QVBoxLayout:
    """Give the page a column of at most `widest` px at 100 % that scrolls up and down, and return it.

    `name` tells a screen reader what it is.
    """
    inner = QWidget()
    column = QVBoxLayout(inner)
    column.setContentsMargins(SIDE, 0, SIDE, 0)
    column.setSpacing(12)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(32 - SIDE, 24, 32 - SIDE, 24)
    inner.setMaximumWidth(theme.px(widest) + 2 * SIDE)  # a focus ring beside the words is not cut
    row.addWidget(inner)
    area = Column()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(holder)
    holder.setAutoFillBackground(False)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column


def column_of(page: QWidget) -> Column:
    """Return the part of a page that scrolls."""
    found = page.findChild(Column)
    if not isinstance(found, Column):
        msg = f"{page} has no column that scrolls"
        raise TypeError(msg)
    return found
