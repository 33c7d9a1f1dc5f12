"""The person's numbers from 0 to 10, on the page and in the report: a ring before, a dot after, and the day below.

No line joins sessions: it would show a trend.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStyle, QVBoxLayout, QWidget

from coach.ui.history.session_words import chart_spoken
from coach.ui.kit.card import Card
from coach.ui.kit.label import heading, label
from coach.ui.kit.marks import CHART
from coach.ui.kit.painting import focus_ring
from coach.words import day_words
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFocusEvent, QPaintEvent

    from coach.store.record.history import Numbers
    from coach.ui.kit.theme import Theme, Tokens

MOST = 10
"""The highest number."""
RING, DOT, AROUND = 6.0, 5.5, 9.0
"""Radius of a ring, of a dot, and of a ring around a dot, in px at 100 %."""
STEP = 44.0
"""Most room between two sessions, in px at 100 %."""
LABEL = 76.0
"""Room of a day below, in px at 100 %."""


class Look(NamedTuple):
    """How a chart is painted: colours, letters, and what a px at 100 % is in the units of the painter."""

    tokens: Tokens
    font: QFont
    unit: float
    mirrored: bool = False


def paint_numbers(painter: QPainter, area: QRectF, numbers: Sequence[Numbers], look: Look) -> None:
    """Paint the scale, the pairs and the days into an area; the newest is at its end."""
    t, unit = look.tokens, look.unit
    painter.setFont(look.font)
    metrics = QFontMetricsF(look.font, painter.device())
    left, letters = metrics.horizontalAdvance("10") + 14 * unit, metrics.height()
    plot = QRectF(area.left() + left, area.top() + letters / 2, area.width() - left, area.height() - 2 * letters)
    if look.mirrored:
        plot.moveLeft(area.left())
    direction = Qt.LayoutDirection.RightToLeft if look.mirrored else Qt.LayoutDirection.LeftToRight
    across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
    for number in range(0, MOST + 1, 2):
        y = _height(plot, number)
        painter.setPen(QPen(t.line, max(1.0, unit)))
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y))
        painter.setPen(t.muted)
        x = plot.right() + 6 * unit if look.mirrored else area.left()
        where = QRectF(x, y - letters / 2, left - 10 * unit, letters)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | across, str(number))
    if not numbers:
        return
    places = _places(plot, len(numbers), look)
    for x, pair in zip(places, numbers, strict=True):
        _paint_pair(painter, plot, x, pair, look)
    _paint_days(painter, QRectF(plot.left(), plot.bottom() + letters * 0.45, plot.width(), letters), numbers, look)


def _height(plot: QRectF, number: int) -> float:
    return plot.bottom() - plot.height() * number / MOST


def _places(plot: QRectF, count: int, look: Look) -> list[float]:
    """Return where each session stands across."""
    side = 12 * look.unit
    step = min(STEP * look.unit, (plot.width() - 2 * side) / max(1, count - 1))
    back = [(count - 1 - place) * step for place in range(count)]
    return [plot.left() + side + each if look.mirrored else plot.right() - side - each for each in back]


def _paint_pair(painter: QPainter, plot: QRectF, x: float, pair: Numbers, look: Look) -> None:
    t, unit = look.tokens, look.unit
    before = None if pair.before is None else QPointF(x, _height(plot, pair.before))
    after = None if pair.after is None else QPointF(x, _height(plot, pair.after))
    ink = QPen(t.ink, 2 * unit)
    same = before is not None and before == after
    if before is not None and after is not None and not same:
        painter.setPen(QPen(t.edge, 2 * unit))
        painter.drawLine(before, after)
    if before is not None:
        painter.setPen(ink)
        painter.setBrush(t.surface)
        radius = (AROUND if same else RING) * unit
        painter.drawEllipse(before, radius, radius)
    if after is not None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(t.brand)
        painter.drawEllipse(after, DOT * unit, DOT * unit)


def _paint_days(painter: QPainter, row: QRectF, numbers: Sequence[Numbers], look: Look) -> None:
    """Write the days of some sessions, the first and the last among them, as many as have room."""
    places = _places(row, len(numbers), look)
    room = LABEL * look.unit * 1.1
    shown = min(max(2, int(abs(places[-1] - places[0]) // room) + 1), 4, len(numbers))
    told = {round(place * (len(numbers) - 1) / max(1, shown - 1)) for place in range(shown)} | {len(numbers) - 1}
    painter.setPen(look.tokens.muted)
    before, free = "", None
    # From the newest back: its day is always told.
    for place in sorted(told, reverse=True):
        words = day_words.short_day(numbers[place].at.day)
        width = QFontMetricsF(look.font, painter.device()).horizontalAdvance(words) + 2 * look.unit
        beyond = 24 * look.unit
        least, most = (row.left(), row.right() + beyond) if look.mirrored else (row.left() - beyond, row.right())
        left = min(max(places[place] - width / 2, least), most - width)
        taken = free is not None and (left < free if look.mirrored else left + width > free)
        if words == before or taken:
            continue
        painter.drawText(QRectF(left, row.top(), width, row.height()), Qt.AlignmentFlag.AlignCenter, words)
        before = words
        free = left + width + 8 * look.unit if look.mirrored else left - 8 * look.unit


class NumbersPlot(QWidget):
    """The chart. Tab stops at it, and a screen reader says what it shows."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._numbers: tuple[Numbers, ...] = ()
        self.setObjectName(CHART)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(tr("Your numbers, before and after"))
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Return the preferred size."""
        return QSize(240, self._theme.px(206))

    def minimumSizeHint(self) -> QSize:
        """Return the least size."""
        return self.sizeHint()

    def show_numbers(self, numbers: Sequence[Numbers]) -> None:
        """Show these numbers; the list has them too."""
        self._numbers = tuple(numbers)
        self.setAccessibleDescription(chart_spoken(self._numbers))
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the chart."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = Look(self._theme.tokens, self._theme.font(13, tabular=True), self._theme.scale, self.isRightToLeft())
        area = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        paint_numbers(painter, area, self._numbers, look)
        if self.hasFocus():
            focus_ring(painter, QRectF(self.rect()), self._theme.tokens.focus, 9)


class _PairSign(QWidget):
    """A ring or a dot of the legend."""

    def __init__(self, theme: Theme, *, is_ring: bool) -> None:
        super().__init__()
        self._theme, self._is_ring = theme, is_ring
        theme.give(self, width=16, height=16)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint it."""
        t, scale = self._theme.tokens, self._theme.scale
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(t.ink, 2 * scale) if self._is_ring else Qt.PenStyle.NoPen)
        painter.setBrush(t.surface if self._is_ring else t.brand)
        radius = (RING - 1 if self._is_ring else RING) * scale
        painter.drawEllipse(QRectF(self.rect()).center(), radius, radius)


class NumbersCard(Card):
    """The chart with its title and what its signs mean."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, raised=True)
        self.plot = NumbersPlot(theme)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(heading(theme, tr("Your numbers, before and after"), size=18), 1)
        # Note: what a sign of a chart stands for: the number before a session
        for is_ring, words in ((True, tr("before")), (False, tr("after"))):
            head.addSpacing(4)
            head.addWidget(_PairSign(theme, is_ring=is_ring))
            head.addWidget(label(theme, words, size=13, muted=True, wrap=False))
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 14, 20, 10)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.plot)
