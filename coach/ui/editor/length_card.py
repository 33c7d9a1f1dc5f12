"""How long the whole takes, with each exercise as a part of a bar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from coach.ui.kit.card import Card
from coach.ui.kit.label import Title, label, set_up
from coach.ui.kit.marks import CHART
from coach.ui.kit.painting import panel
from coach.ui.kit.theme import blend
from coach.words.basics import clock
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from coach.core.draft.json_places import Place
    from coach.core.draft.live_figures import LiveFigures
    from coach.ui.kit.theme import Theme

HIGH, BETWEEN, LEAST = 12, 3, 3
"""Height of the bar, in px at 100 %; the room between two parts, and the least width of one, in px."""
INSIDE = 20
"""Room within the edge of the card, in px."""


class LengthBar(QWidget):
    """A part for each exercise, as long as its share; the chosen one in the colour of the brand."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._parts: tuple[int, ...] = ()
        self._chosen: frozenset[int] = frozenset()
        self.setObjectName(CHART)
        self.setAccessibleName(tr("How the time is shared"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[int, ...], chosen: frozenset[int]) -> None:
        """Show lengths, of which some are chosen."""
        if (parts, chosen) != (self._parts, self._chosen):
            self._parts, self._chosen = parts, chosen
            self.update()

    def sizeHint(self) -> QSize:
        """Return the height; it is as wide as there is room."""
        return QSize(120, self._theme.px(HIGH))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the parts."""
        t, whole = self._theme.tokens, sum(self._parts)
        if not whole:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = self.width() - BETWEEN * (len(self._parts) - 1)
        at = 0.0
        for place, part in enumerate(self._parts):
            wide = max(LEAST, room * part / whole)
            area = QRectF(at, 0, wide, self.height())
            if self.isRightToLeft():
                area.moveRight(self.width() - at)
            is_chosen = place in self._chosen
            ground = t.brand if is_chosen else t.surface if t.is_high_contrast else blend(t.edge, t.surface, 0.55)
            panel(painter, area, ground, QPen(t.ink, 1) if t.is_high_contrast else None, min(4, wide / 2))
            at += wide + BETWEEN


class LengthCard(Card):
    """The length of the whole, the bar, that of the exercise, and how much of it is movement."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.title = label(theme, tr("Whole routine"), size=16, weight=600)
        self.total = Title()
        set_up(self.total, theme, "", 28, 700, wrap=False, tabular=True)
        self.bar = LengthBar(theme)
        self.this = label(theme, size=14.5, muted=True, wrap=False, tabular=True)
        self.work = label(theme, size=14.5, muted=True, wrap=False, tabular=True)
        above = QHBoxLayout()
        above.addWidget(self.title, 1)
        above.addWidget(self.total)
        for words in (self.this, self.work):  # one below the other where there is no room beside
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(4)
        below.addWidget(self.this)
        below.addWidget(self.work)
        column = QVBoxLayout(self)
        column.setContentsMargins(INSIDE, 14, INSIDE, 16)
        column.setSpacing(10)
        column.addLayout(above)
        column.addWidget(self.bar)
        column.addLayout(below)

    def show_figures(self, figures: LiveFigures, row: Place | None) -> None:
        """Show lengths; `row` is the row that the form shows, None for the routine as a whole."""
        times = figures.timetable
        parts = tuple(each.ends_ms - each.begins_ms for each in times)
        total = clock(figures.total_ms)
        self.total.setText(tr("about {time}", time=total) if figures.is_estimate else total)
        self.total.setAccessibleName(f"{self.title.text()}: {self.total.text()}")
        self.bar.show_parts(parts, places_of(figures, row))
        this = "" if row is None else clock(figures.length_ms(row))
        self.this.setText(_this_words(figures, row, this) if row is not None and this else "")
        self.this.setVisible(bool(this))
        self.work.setText(tr("{time} of movement", time=clock(figures.work_ms)))
        names = [f"{each.name}, {clock(part)}" for each, part in zip(times, parts, strict=True)]
        self.bar.setAccessibleDescription("; ".join(names))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the two lengths beside or below each other."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        wanted = sum(each.fontMetrics().horizontalAdvance(each.text()) for each in (self.this, self.work))
        fits = wanted + 12 <= self.width() - 2 * INSIDE
        end = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignRight)
        begin = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        is_last = fits and not self.this.isHidden()
        self.work.setAlignment(end if is_last else begin)
        way = QBoxLayout.Direction.LeftToRight if fits else QBoxLayout.Direction.TopToBottom
        self._below.setDirection(way)
        self._below.setStretch(0, self.this.fontMetrics().horizontalAdvance(self.this.text()))
        self._below.setStretch(1, self.work.fontMetrics().horizontalAdvance(self.work.text()))


def _this_words(figures: LiveFigures, row: Place, time: str) -> str:
    if any(len(figures.timetable[place].row) > len(row) for place in places_of(figures, row)):
        return tr("This circuit {time}", time=time)
    return tr("This exercise {time}", time=time)


def places_of(figures: LiveFigures, row: Place | None) -> frozenset[int]:
    """Return the places of a row in the timetable: an exercise of a circuit comes several times."""
    if row is None:
        return frozenset()
    return frozenset(place for place, each in enumerate(figures.timetable) if each.row[: len(row)] == row)
