"""A quiet chip that tells when the next reminder comes; a press leads to the settings of reminders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle

from coach.ui.kit.chip import CHIP_GAP, CHIP_ICON, Chip
from coach.ui.kit.line_icons import LineIcon, draw
from coach.ui.kit.painting import RIM, edge_px, panel, ring_around, under_pointer
from coach.ui.kit.states import KeyPress, State
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.theme import Theme

LEAST = 44
"""Least height that can be hit, in px; the body is lower."""


class ReminderChip(KeyPress, QAbstractButton):
    """A chip that is a button; it hides while it has nothing to say."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._warns = theme, False
        self._room = 1 << 16
        theme.dress(self, Chip.size_px, Chip.weight)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        what_for = tr("Opens the settings of reminders")
        self.setAccessibleDescription(what_for)
        self.setToolTip(what_for)
        self.hide()

    def say(self, words: str, *, warns: bool) -> bool:
        """Show these words, none where they are empty; return whether they are other ones than before."""
        if (words, warns) == (self.text(), self._warns):
            return False
        self._warns = warns
        self.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()
        return True

    def fit(self, room: int) -> None:
        """Take as many lines as the words need in a width in px, which includes the room for the ring."""
        if room != self._room:
            self._room = room
            self.updateGeometry()

    @property
    def _before(self) -> int:
        """Distance of the words from the edge of the body, in px."""
        return self._theme.px(Chip.side) + self._theme.px(CHIP_ICON) + self._theme.px(CHIP_GAP)

    @property
    def _body(self) -> QSize:
        """Size of the body in px: as high as other chips, or as the lines of its words."""
        px, metrics = self._theme.px, self.fontMetrics()
        beside = self._before + px(Chip.side)
        words = min(metrics.horizontalAdvance(self.text()) + 2, max(px(80), self._room - beside - 2 * RIM))
        high = metrics.boundingRect(QRect(0, 0, words, 1 << 16), Qt.TextFlag.TextWordWrap, self.text()).height()
        return QSize(beside + words, max(px(Chip.height_px), high + px(Chip.height_px) - metrics.height()))

    def sizeHint(self) -> QSize:
        """Return room for icon, words and ring, and for a finger."""
        body = self._body
        return QSize(body.width() + 2 * RIM, max(LEAST, body.height() + 2 * RIM))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, icon, words and ring."""
        t, px, state = self._theme.tokens, self._theme.px, self.state
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        body = QRectF(RIM, 0, self.width() - 2 * RIM, self._body.height())
        body.moveTop((self.height() - body.height()) / 2)
        is_marked = bool(state & (State.HOVER | State.PRESSED))
        edge = QPen(t.edge, edge_px(t, state, 1)) if is_marked or t.is_high_contrast else None
        ground = t.prepare_soft if self._warns else t.sunk
        panel(painter, body, under_pointer(t, ground, state), edge, Chip.radius)
        ink, side = t.prepare if self._warns else t.ink, px(CHIP_ICON)
        icon = QRectF(body.left() + px(Chip.side), body.center().y() - side / 2, side, side)
        draw(painter, LineIcon.BELL, self._mirrored(body, icon), ink)
        painter.setPen(ink)
        painter.setFont(self.font())
        how = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading | Qt.TextFlag.TextWordWrap
        words = body.adjusted(self._before, 0, -px(Chip.side), 0)
        painter.drawText(self._mirrored(body, words), how, self.text())
        if State.FOCUS in state:
            ring_around(painter, body, t.focus, Chip.radius)

    def _mirrored(self, body: QRectF, place: QRectF) -> QRectF:
        """Return a place in the body where it is read, from the left or from the right."""
        return QRectF(QStyle.visualRect(self.layoutDirection(), body.toRect(), place.toRect()))
