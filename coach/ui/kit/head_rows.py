"""The head of a page in as many rows as the width needs: its title, and what belongs to all of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.background.timers import single_shot
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QResizeEvent

GAP, AFTER_TITLE = 12, 20
"""Room between two controls, and after the title, in px."""


class HeadRows(QWidget):
    """Keeps the order. In one row the last ones stand at its end; what is hidden takes no room.

    At its sides it has room for focus rings: it is put into a page by `outdented` with RIM.
    """

    def __init__(self, begin: Sequence[QWidget], end: Sequence[QWidget] = (), *, words_gap: int = AFTER_TITLE) -> None:
        """`words_gap` is the room after what is no control, in px."""
        super().__init__()
        self._words_gap = words_gap
        self._begin, self._end = tuple(begin), tuple(end)
        self._rows: list[list[QWidget]] = []
        self._soon = single_shot(self, self._arrange, 0)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        for widget in (*self._begin, *self._end):
            widget.setParent(self)
        self._arrange()

    def event(self, event: QEvent) -> bool:
        """Arrange anew when something in it is wider, shown or hidden."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._soon.start()
        return super().event(event)

    def minimumSizeHint(self) -> QSize:
        """Return room for one control a row, so that a narrow page can be narrow."""
        shown = [each.sizeHint().width() - 2 * _inset(each) for each in (*self._begin, *self._end)]
        return QSize(max(shown, default=0) + 2 * RIM, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange for the width."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        rows = self._fitting()
        if rows == self._rows:
            return
        self._rows = rows
        while (item := self._column.takeAt(0)) is not None:
            if (row := item.layout()) is not None:
                while row.takeAt(0) is not None:
                    pass
                row.deleteLater()
        for widgets in rows:
            self._column.addLayout(self._row(widgets, is_only=len(rows) == 1))

    def _row(self, widgets: list[QWidget], *, is_only: bool) -> QBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(along(RIM - _inset(widgets[0]), 0, RIM - _inset(widgets[-1]), 0))
        row.setSpacing(0)
        for place, widget in enumerate(widgets):
            if is_only and self._end and widget is self._end[0]:
                row.addStretch(1)
            elif place:
                row.addSpacing(_between(widgets[place - 1], widget, self._words_gap))
            row.addWidget(widget)
        if not is_only or widgets[-1] not in self._end:
            row.addStretch(1)
        return row

    def _fitting(self) -> list[list[QWidget]]:
        begin, end = ([each for each in part if not each.isHidden()] for part in (self._begin, self._end))
        room = max(1, self.width() - 2 * RIM)
        whole = _rows([*begin, *end], room, self._words_gap)
        if len(whole) <= 1:
            return whole
        # What stands at the end stays together.
        return [*_rows(begin, room, self._words_gap), *_rows(end, room, self._words_gap)]


def _rows(widgets: Sequence[QWidget], room: int, words_gap: int) -> list[list[QWidget]]:
    """Return the widgets in rows that have room."""
    rows: list[list[QWidget]] = []
    taken = 0
    for widget in widgets:
        wide = widget.sizeHint().width() - 2 * _inset(widget)
        before = rows[-1][-1] if rows else None
        between = 0 if before is None else _between(before, widget, words_gap) + _inset(before) + _inset(widget)
        if before is None or taken + between + wide > room:
            rows.append([widget])
            taken = wide
        else:
            rows[-1].append(widget)
            taken += between + wide
    return rows


def _inset(widget: QWidget) -> int:
    return int(getattr(widget, "inset", 0))


def _between(one: QWidget, other: QWidget, words_gap: int) -> int:
    """Return the room between two widgets, so that what can be seen of them is apart as it should be."""
    wanted = GAP if _inset(one) else words_gap
    return max(0, wanted - _inset(one) - _inset(other))
