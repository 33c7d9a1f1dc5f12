"""What all pages share: a column that scrolls when the window is too small for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMargins, QPoint, Qt, QTimer
from PySide6.QtWidgets import QAbstractSlider, QApplication, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from coach.ui.kit.line_list import SIDE
from coach.ui.kit.marks import PAGE
from coach.ui.kit.painting import RIM

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

WIDEST = 928
"""Most width of the column of a page, in px at 100 %: what is beside the navigation in the window as it opens."""
BESIDE, BESIDE_NARROW, ABOVE = 32, 28, 24
"""Room at the sides of the column, in a narrow page, and above and below it, in px."""
NARROW = 960
"""Width of a page, in px at 100 %, below which it is narrow."""
ROOM = 8
"""Room above a widget that is scrolled into sight, in px."""

_MOVES = QAbstractSlider.SliderAction
MEANINGS = {
    Qt.Key.Key_Up: _MOVES.SliderSingleStepSub,
    Qt.Key.Key_Down: _MOVES.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _MOVES.SliderPageStepSub,
    Qt.Key.Key_PageDown: _MOVES.SliderPageStepAdd,
    Qt.Key.Key_Home: _MOVES.SliderToMinimum,
    Qt.Key.Key_End: _MOVES.SliderToMaximum,
}
"""How keys scroll. Where Page up starts or pauses a session, it never arrives here."""


def meaning_of(event: QKeyEvent) -> QAbstractSlider.SliderAction | None:
    """Return how a key scrolls, or None; with Shift, Ctrl, Alt or Meta held these keys do not scroll."""
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return None
    return MEANINGS.get(Qt.Key(event.key()))


class Column(QScrollArea):
    """The part of a page that scrolls, by mouse and keys. It passes every other key on to the page.

    Never send it a key event: it would pass an unknown key back to its sender, without end.
    """

    def __init__(self, inside: QHBoxLayout, theme: Theme) -> None:
        """Scroll what is in that row; a page less than NARROW px wide, at 100 %, has less room beside it."""
        super().__init__()
        self._inside, self._theme = inside, theme
        self._around: QMargins | None = None
        self.raised = 0
        """How much further up it begins, in px, where what comes first has room for its ring above it."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave room beside the column, less in a narrow page."""
        if self._around is None:
            side = BESIDE_NARROW if self.width() < self._theme.px(NARROW) else BESIDE
            self._inside.setContentsMargins(side - SIDE, ABOVE - RIM - self.raised, side - SIDE, ABOVE)
        super().resizeEvent(event)

    def leave(self, beside: int, above: int) -> None:
        """Leave that room around what scrolls from now on, in px; the page knows better how much there is."""
        self._around = QMargins(beside, above, beside, above)
        self._inside.setContentsMargins(self._around)

    def scroll_by(self, event: QKeyEvent) -> bool:
        """Scroll if the key does that; return whether it does."""
        move = meaning_of(event)
        if move is not None:
            self.verticalScrollBar().triggerAction(move)
        return move is not None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, or pass the key on to the page."""
        event.setAccepted(self.scroll_by(event))

    def to_top(self) -> None:
        """Scroll to the top."""
        self.verticalScrollBar().setValue(0)

    def bring(self, first: QWidget, last: QWidget | None = None) -> None:
        """Scroll to widgets that were just shown, once they are laid out: to `first`, and to `last` if both fit.

        Where the widget with the focus goes out of sight, `first` gets the focus.
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
        # And once more: widgets that were hidden meanwhile may have moved the rest.
        QTimer.singleShot(0, first, lambda: self._keep_focus_seen(first))

    def _keep_focus_seen(self, first: QWidget) -> None:
        inside, focused = self.widget(), QApplication.focusWidget()
        if inside is None or focused is None or not first.isVisible():
            return
        if inside.isAncestorOf(focused) and focused.visibleRegion().isEmpty():
            first.setFocus(Qt.FocusReason.OtherFocusReason)  # the focus has to stay in sight


class _Inner(QWidget):
    """What a page has in its column."""

    def __init__(self, theme: Theme, widest: int) -> None:
        super().__init__()
        self._theme, self._widest = theme, widest
        self.follow_text()

    def follow_text(self) -> None:
        """Become no wider than the column may be; a focus ring beside the words is not cut."""
        self.setMaximumWidth(self._theme.px(self._widest) + 2 * SIDE)


def scrolling_column(page: QWidget, theme: Theme, name: str, widest: int = WIDEST) -> QVBoxLayout:
    """Give a page a column of at most `widest` px at 100 % that scrolls up and down, and return it.

    `name` is the accessible name of both, unless the page has another.
    """
    if not page.objectName():
        page.setObjectName(PAGE)
    page.setAccessibleName(name)
    inner = _Inner(theme, widest)
    column = QVBoxLayout(inner)
    column.setContentsMargins(SIDE, RIM, SIDE, 0)  # nor is one above the first line
    column.setSpacing(12)
    holder = QWidget()
    row = QHBoxLayout(holder)
    row.setContentsMargins(BESIDE - SIDE, ABOVE - RIM, BESIDE - SIDE, ABOVE)
    row.addWidget(inner)
    area = Column(row, theme)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    # Tab goes to what is inside; keys that nothing there takes reach the window, which scrolls this.
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setAccessibleName(name)
    area.setWidget(holder)
    holder.setAutoFillBackground(False)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    return column


def column_of(page: QWidget) -> Column:
    """Return the part of a page that scrolls; raises TypeError where there is none."""
    column = page.findChild(Column)
    if not isinstance(column, Column):
        msg = f"{page} has no column that scrolls"
        raise TypeError(msg)
    return column
