"""The places to go to, one below the other, with the one that shows marked; a rail of icons where room is short."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleStateChangeEvent, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from coach.ui.kit.line_icons import draw
from coach.ui.kit.painting import RIM, panel, ring_around, text_cut_to_fit
from coach.ui.kit.states import KeyPress, State

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

HEIGHT, ICON, RADIUS = 44, 22, 12
"""Height of an item and side of its icon, in px at 100 %, and radius of its corners, in px."""
BEFORE, BESIDE = 14, 10
"""Room before the icon and between it and the words, in px at 100 %."""
PITCH, LEAST, CRAMPED = 48, 44, 24
"""Distance from one item to the next at 100 %, where room is short, and in the lowest windows at least, in px."""


class NavigationItem(KeyPress, QAbstractButton):
    """A place to go to. `is_chosen` is told to screen readers as “selected”."""

    inset = RIM
    """Room for its ring around its body, in px."""

    def __init__(self, theme: Theme, icon: LineIcon, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme, self._icon = theme, icon
        self.is_chosen, self.shows_words = False, True
        self.setText(text)
        self.setAccessibleName(text)
        theme.dress(self, 16, 600)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for icon, words and ring."""
        px, height = self._theme.px, max(HEIGHT, self._theme.px(HEIGHT)) + 2 * RIM
        if not self.shows_words:
            return QSize(self._theme.px(48) + 2 * RIM, height)
        words = QFontMetrics(self.font()).horizontalAdvance(self.text())
        return QSize(2 * px(BEFORE) + px(ICON) + px(BESIDE) + words + 2 * RIM, height)

    def minimumSizeHint(self) -> QSize:
        """Return the same width, and a height at which it can be hit."""
        return QSize(self.sizeHint().width(), LEAST + 2 * RIM)

    def choose(self, *, chosen: bool) -> None:
        """Mark this place as the one that shows, or not."""
        if chosen == self.is_chosen:
            return
        self.is_chosen = chosen
        self.update()
        if QAccessible.isActive():
            state = QAccessible.State()
            state.selected = True
            QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, state))
            # On Linux Qt passes on what a selection tells, but not that this state has changed.
            kind = QAccessible.Event.SelectionAdd if chosen else QAccessible.Event.SelectionRemove
            QAccessible.updateAccessibility(QAccessibleEvent(self, kind))

    def show_words(self, *, shown: bool) -> None:
        """Show icon and words, or the icon alone; then the words are the tooltip."""
        self.shows_words = shown
        self.setToolTip("" if shown else self.text())
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and ring."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        told_by_edge = t.is_high_contrast and (self.is_chosen or state & (State.HOVER | State.PRESSED))
        edge = QPen(t.ink, 3 if self.is_chosen else 1) if told_by_edge else None
        if self.is_chosen:
            panel(painter, body, t.brand_soft, edge, RADIUS)
        elif state & (State.HOVER | State.PRESSED):
            panel(painter, body, t.sunk if State.PRESSED in state else t.hover, edge, RADIUS)
        mirrored, side = self.isRightToLeft(), px(ICON)
        before = px(BEFORE) if self.shows_words else (body.width() - side) / 2
        left = body.right() - before - side if mirrored else body.left() + before
        place = QRectF(left, body.center().y() - side / 2, side, side)
        draw(painter, self._icon, place, t.brand if self.is_chosen else t.muted)
        if self.shows_words:
            beside = before + side + px(BESIDE)
            area = body.adjusted(8, 0, -beside, 0) if mirrored else body.adjusted(beside, 0, -8, 0)
            painter.setPen(t.ink if self.is_chosen else t.muted)
            across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
            text_cut_to_fit(painter, area, self.text(), across)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)


class Navigation(QWidget):
    """The items, one below the other; Up and Down go from one to the next, Enter and Space go there."""

    wanted = Signal(int)
    """The index of the place that the person wants to go to."""

    def __init__(
        self,
        theme: Theme,
        name: str,
        places: Sequence[tuple[LineIcon, str]],
        foot: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        """Make an item of each place; the last `foot` of them stand at the lower end."""
        super().__init__(parent)
        self._theme, self._foot = theme, foot
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        # Not by setParent: its first use makes the enumerations of all widgets, which takes 10 ms.
        self.items = [NavigationItem(theme, icon, text, self) for icon, text in places]
        for index, item in enumerate(self.items):
            item.clicked.connect(lambda _on=False, index=index: self.wanted.emit(index))

    def sizeHint(self) -> QSize:
        """Return room for all items."""
        hints = [item.sizeHint() for item in self.items]
        below = (len(hints) - 1) * max(PITCH, self._theme.px(PITCH))
        return QSize(max(hint.width() for hint in hints), below + hints[0].height())

    def minimumSizeHint(self) -> QSize:
        """Return the same width, and the least height at which each item can be hit."""
        return QSize(self.sizeHint().width(), len(self.items) * LEAST + 2 * RIM)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each item its place. The room for the ring of one lies over that of the next."""
        super().resizeEvent(event)
        count, pitch = len(self.items), max(PITCH, self._theme.px(PITCH))
        high = self.items[0].sizeHint().height()
        if (count - 1) * pitch + high > self.height():
            pitch = max(CRAMPED, (self.height() - 2 * RIM) // count)
            high = min(high, pitch + 2 * RIM)
        for index, item in enumerate(self.items):
            top = index * pitch
            if index >= count - self._foot:
                top = max(top, self.height() - high - (count - 1 - index) * pitch)
            item.setGeometry(0, top, self.width(), high)

    def choose(self, index: int | None) -> None:
        """Mark the place that shows, or none."""
        for place, item in enumerate(self.items):
            item.choose(chosen=place == index)

    def show_words(self, *, shown: bool) -> None:
        """Show icons and words, or a rail of icons."""
        for item in self.items:
            item.show_words(shown=shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go up and down among the items."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        at = next((place for place, item in enumerate(self.items) if item.hasFocus()), None)
        if step is None or at is None or not 0 <= at + step < len(self.items):
            super().keyPressEvent(event)
        else:
            self.items[at + step].setFocus(Qt.FocusReason.TabFocusReason)
