"""An answer as a row: an icon, the words, what it means in a second line, and an arrow onward."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle

from coach.ui.kit.chip import TILE, TILE_ICON, TILE_RADIUS
from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around, text_cut_to_fit, under_pointer
from coach.ui.kit.states import KeyFocus, State

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent

    from coach.ui.kit.theme import Theme

TALL, LOW = 84, 68
"""Heights of a row, in px at 100 %."""
RADIUS, SIDE, GAP = 14, 22, 16


class AnswerRow(KeyFocus, QPushButton):
    """A button over the whole width. Its second line is its description for a screen reader."""

    def __init__(self, theme: Theme, icon: LineIcon, text: str, second_line: str) -> None:
        super().__init__(text)
        self._theme, self._line_icon, self._second = theme, icon, second_line
        self._high, self._given = TALL, False
        theme.dress(self, 18, 600)
        self.setAccessibleDescription(second_line)
        self.setAutoDefault(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def _small(self) -> QFont:
        """The font of the second line, in the text size in force."""
        return self._theme.font(14)

    def set_low(self, *, low: bool) -> None:
        """Be lower where there is less height."""
        self._high = LOW if low else TALL
        self.updateGeometry()

    def show_given(self, *, given: bool) -> None:
        """Show that this was answered last."""
        self._given = given
        self.update()

    def sizeHint(self) -> QSize:
        """Return room for the icon and the longer of both lines."""
        px = self._theme.px
        words = max(
            self.fontMetrics().horizontalAdvance(self.text()),
            QFontMetrics(self._small).horizontalAdvance(self._second),
        )
        high = max(px(self._high), self.fontMetrics().height() + QFontMetrics(self._small).height() + 16)
        return QSize(words + px(TILE) + 2 * (SIDE + GAP) + px(TILE_ICON) + 2 * RIM, high + 2 * RIM)

    def minimumSizeHint(self) -> QSize:
        """Return the same: its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint body, tile, words, arrow and focus ring."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(self.rect()).adjusted(RIM, RIM, -RIM, -RIM)
        edge = QPen(t.brand if self._given else t.edge, edge_px(t, state, 2))
        panel(painter, body, under_pointer(t, t.surface, state), edge, RADIUS)
        tile = self._placed(body, SIDE, px(TILE), px(TILE))
        panel(painter, tile, t.brand_soft, QPen(t.line, t.border_px) if t.is_high_contrast else None, TILE_RADIUS)
        icon = QRectF(0, 0, px(TILE_ICON), px(TILE_ICON))
        icon.moveCenter(tile.center())
        draw(painter, self._line_icon, icon, t.brand)
        beside = SIDE + px(TILE) + GAP
        end = SIDE + px(TILE_ICON) + GAP
        words = self._placed(body, beside, body.width() - beside - end, body.height())
        self._write(painter, words)
        arrow = self._placed(body, body.width() - SIDE - px(TILE_ICON), px(TILE_ICON), px(TILE_ICON))
        draw(painter, LineIcon.ONWARD, arrow, t.ink)
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, RADIUS)

    def _placed(self, body: QRectF, left: float, width: float, height: float) -> QRectF:
        """Return a rectangle in the middle of the height, `left` px from where words begin."""
        place = QRectF(body.left() + left, body.center().y() - height / 2, width, height)
        return QRectF(QStyle.visualRect(self.layoutDirection(), body.toRect(), place.toRect()))

    def _write(self, painter: QPainter, area: QRectF) -> None:
        large, small = self.fontMetrics().height(), QFontMetrics(self._small).height()
        top = area.center().y() - (large + small + 2) / 2
        across = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        painter.setFont(self.font())
        painter.setPen(self._theme.tokens.ink)
        text_cut_to_fit(painter, QRectF(area.left(), top, area.width(), large), self.text(), across)
        painter.setFont(self._small)
        painter.setPen(self._theme.tokens.muted)
        text_cut_to_fit(painter, QRectF(area.left(), top + large + 2, area.width(), small), self._second, across)
