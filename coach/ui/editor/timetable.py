"""When each exercise begins and ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QStyle, QVBoxLayout, QWidget

from coach.ui.editor.length_card import places_of
from coach.ui.kit.card import Card
from coach.ui.kit.label import heading
from coach.ui.kit.marks import ITEM, LIST
from coach.ui.kit.painting import text_cut_to_fit
from coach.words.basics import clock
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.core.draft.json_places import Place
    from coach.core.draft.live_figures import ExerciseTimes, LiveFigures
    from coach.ui.kit.theme import Theme

ROW = 24
"""Height of a row, in px at 100 %."""
MOST = 200
"""Rows, at most: circuits can multiply them."""


class _Row(QWidget):
    """One exercise with its times."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._time: ExerciseTimes | None = None
        self._is_chosen = False
        self.setObjectName(ITEM)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def say(self, time: ExerciseTimes, *, chosen: bool) -> None:
        """Show a time."""
        if (time, chosen) != (self._time, self._is_chosen):
            self._time, self._is_chosen = time, chosen
            begins, ends = clock(time.begins_ms), clock(time.ends_ms)
            self.setAccessibleName(tr("{name}, {begins} to {ends}", name=time.name, begins=begins, ends=ends))
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height; it is as wide as there is room."""
        return QSize(200, max(self._theme.px(ROW), round(self._theme.px(14) * 1.6)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write when it begins, the name, and when it ends."""
        time, t = self._time, self._theme.tokens
        if time is None:
            return
        painter = QPainter(self)
        wide = QFontMetrics(self._theme.font(14, 600, tabular=True)).horizontalAdvance("00:00") + 10
        painter.setFont(self._theme.font(14, 600 if self._is_chosen else 400, tabular=True))
        direction = self.layoutDirection()
        begin = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        end = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
        area = self.rect()
        painter.setPen(t.muted)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(area, int(begin | middle), clock(time.begins_ms))
        painter.drawText(area, int(end | middle), clock(time.ends_ms))
        painter.setFont(self._theme.font(14, 600 if self._is_chosen else 400))
        painter.setPen(t.ink)
        name = area.adjusted(wide, 0, -wide, 0)
        text_cut_to_fit(painter, QRectF(name), time.name or tr("No name yet"), begin)


class Timetable(Card):
    """A row for each exercise."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(20, 14, 20, 16)
        self._column.setSpacing(6)
        self._column.addWidget(heading(theme, tr("Timetable"), size=16, weight=600))
        self._list = QWidget()
        self._list.setObjectName(LIST)
        self._list.setAccessibleName(tr("Timetable"))
        self._inside = QVBoxLayout(self._list)
        self._inside.setContentsMargins(0, 0, 0, 0)
        self._inside.setSpacing(0)
        self._column.addWidget(self._list)

    def show_figures(self, figures: LiveFigures, row_shown: Place | None) -> None:
        """Show when each exercise is done."""
        times, chosen = figures.timetable[:MOST], places_of(figures, row_shown)
        while len(self._rows) < len(times):
            row = _Row(self._theme)
            self._rows.append(row)
            self._inside.addWidget(row)
        for place, row in enumerate(self._rows):
            is_there = place < len(times)
            if row.isHidden() is is_there:
                row.setVisible(is_there)
            if is_there:
                row.say(times[place], chosen=place in chosen)
