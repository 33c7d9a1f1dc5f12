"""The days of the week side by side, of which any are chosen; where room is short in several rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from coach.ui.kit.marks import GROUP
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around, under_pointer
from coach.ui.kit.states import KeyFocus, State
from coach.ui.kit.style import PALE
from coach.words.day_words import weekday_name, weekday_two

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import QPoint
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.ui.kit.theme import Theme

DAYS = 7
SIDE = 44
"""Width and height of a day, in px at 100 %."""


class DayPick(KeyFocus, QCheckBox):
    """One day: a check box that looks like a round button. It shows two letters, and its name is the whole word."""

    def __init__(self, theme: Theme, weekday: int) -> None:
        super().__init__(weekday_two(weekday))
        self._theme, self.weekday = theme, weekday
        theme.dress(self, 16, 600)
        self.setAccessibleName(weekday_name(weekday))
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """Return room for the letters and the ring."""
        side = self._theme.px(SIDE)
        letters = self.fontMetrics().horizontalAdvance(self.text()) + self._theme.px(16)
        return QSize(max(side, letters) + 2 * RIM, side + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: letters are never cut."""
        return self.sizeHint()

    def hitButton(self, place: QPoint, /) -> bool:  # noqa: N802 - Qt's
        """Return whether a place is on it: all of it is."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, letters and ring."""
        t, state, on = self._theme.tokens, self.state, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self.isEnabled():
            painter.setOpacity(PALE)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        ground = t.brand if on else under_pointer(t, t.surface, state)
        edge = QPen(t.brand if on else t.edge, edge_px(t, state, 1))
        if on and state & (State.HOVER | State.PRESSED):
            edge = QPen(t.ink, edge_px(t, state, 2))
        panel(painter, body, ground, edge, body.height() / 2)
        painter.setPen(t.on_brand if on else t.ink)
        painter.drawText(body, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.setOpacity(1)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, body.height() / 2)


class DayPicks(QWidget):
    """The days as one group, in the order in which weeks go here."""

    inset = RIM
    """Distance of its edge from that of the widget, in px."""
    changed = Signal(object)
    """The days that are chosen, as a tuple of numbers from 0 for Monday; sent when the person changed one."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self.setObjectName(GROUP)
        self.setAccessibleName(name)
        first = QLocale().firstDayOfWeek().value - 1
        self.picks = [DayPick(theme, (first + place) % DAYS) for place in range(DAYS)]
        for pick in self.picks:
            pick.setParent(self)
            pick.toggled.connect(self._on_toggled)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def days(self) -> tuple[int, ...]:
        """The days that are chosen, from 0 for Monday, in order."""
        return tuple(sorted(pick.weekday for pick in self.picks if pick.isChecked()))

    def show_days(self, days: Iterable[int]) -> None:
        """Choose days, without a signal."""
        chosen = set(days)
        self.blockSignals(True)  # noqa: FBT003 - Qt's
        for pick in self.picks:
            pick.setChecked(pick.weekday in chosen)
        self.blockSignals(False)  # noqa: FBT003 - Qt's

    def _on_toggled(self) -> None:
        self.changed.emit(self.days)

    # Side by side, or in as many rows as the width needs

    def _cell(self) -> QSize:
        """Return the room of one day; the rings of two beside each other do not meet."""
        hints = [pick.sizeHint() for pick in self.picks]
        return QSize(max(hint.width() for hint in hints), hints[0].height())

    def _across(self, width: int) -> int:
        return max(1, min(DAYS, width // self._cell().width()))

    def sizeHint(self) -> QSize:
        """Return room for all days side by side."""
        cell = self._cell()
        return QSize(DAYS * cell.width(), cell.height())

    def minimumSizeHint(self) -> QSize:
        """Return room for one day."""
        return self._cell()

    def heightForWidth(self, width: int, /) -> int:
        """Return the height of as many rows as it needs."""
        return -(-DAYS // self._across(width)) * self._cell().height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give each day its place."""
        super().resizeEvent(event)
        self._lay_out()

    def follow_text(self) -> None:
        """Take as much room as the letters need."""
        self.updateGeometry()
        self._lay_out()

    def _lay_out(self) -> None:
        cell, across = self._cell(), self._across(self.width())
        for place, pick in enumerate(self.picks):
            row, column = divmod(place, across)
            left = column * cell.width()
            if self.isRightToLeft():
                left = self.width() - left - cell.width()
            pick.setGeometry(left, row * cell.height(), cell.width(), cell.height())
