"""The open list of a drop-down: its rows, its round frame, and where it lies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QFrame, QStyle, QStyledItemDelegate, QWidget

from coach.ui.kit.painting import RIM, panel, text_cut_to_fit, tick

if TYPE_CHECKING:
    from PySide6.QtCore import QModelIndex, QPersistentModelIndex
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QComboBox, QStyleOptionViewItem

    from coach.ui.kit.theme import Theme

ROW, ROW_RADIUS = 44, 10
"""Height of a row and radius of its corners, in px; the height at 100 %."""
FRAME, RADIUS = 7, 14
"""Room around the rows, and radius of the frame, in px."""
BEFORE, MARK = 12, 40
"""Room before the words of a row and, for its tick, after them, in px at 100 %."""
BELOW = 2
"""Room between the field and the list, in px."""


class MenuRows(QStyledItemDelegate):
    """Paints the rows: the chosen one is bold, with a tick, on a soft ground."""

    def __init__(self, theme: Theme, box: QComboBox) -> None:
        super().__init__(box)
        self._theme, self._box = theme, box

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /) -> QSize:
        """Return room for the words in bold, and for the tick."""
        px = self._theme.px
        words = QFontMetrics(self._font(bold=True)).horizontalAdvance(str(index.data() or ""))
        return QSize(words + px(BEFORE) + px(MARK), max(ROW, px(ROW)))

    def _font(self, *, bold: bool) -> QFont:
        font = QFont(self._box.font())
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex, /
    ) -> None:
        """Paint a row."""
        t, px, area = self._theme.tokens, self._theme.px, QRectF(option.rect)
        chosen = index.row() == self._box.currentIndex()
        current = bool(option.state & (QStyle.StateFlag.State_Selected | QStyle.StateFlag.State_MouseOver))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = t.brand_soft if chosen else t.hover if current else t.surface
        # Where the soft grounds do not differ, and on the chosen row, an edge tells which row the keys are at.
        edge = QPen(t.edge, 2) if current and (chosen or t.is_high_contrast) else None
        panel(painter, area, ground, edge, ROW_RADIUS)
        painter.setFont(self._font(bold=chosen))
        painter.setPen(t.ink)
        mirrored = option.direction == Qt.LayoutDirection.RightToLeft
        before, after = (px(MARK), px(BEFORE)) if mirrored else (px(BEFORE), px(MARK))
        across = QStyle.visualAlignment(option.direction, Qt.AlignmentFlag.AlignLeft)
        text_cut_to_fit(painter, area.adjusted(before, 0, -after, 0), str(index.data() or ""), across)
        if chosen:
            side = px(20)
            middle = area.left() + before / 2 if mirrored else area.right() - after / 2
            tick(painter, QRectF(middle - side / 2, area.center().y() - side / 2, side, side), t.brand)
        painter.restore()


class MenuFrame(QWidget):
    """The frame of an open list, behind its rows. It puts the list in its place just before that is shown.

    Later would be too late: on Wayland a list that is open cannot be moved.
    """

    def __init__(self, theme: Theme, box: QComboBox) -> None:
        self._popup = box.view().window()
        super().__init__(self._popup)
        self._theme, self._box = theme, box
        box.view().setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        for part in self._popup.children():
            if isinstance(part, QWidget) and part not in {self, box.view()}:
                part.setFixedHeight(0)  # arrows at the ends, which scroll when the pointer rests on them
        self._popup.installEventFilter(self)
        self.lower()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Lay the list out when it is about to be shown."""
        if event.type() == QEvent.Type.Show:
            self._lay_out()
        return False

    def _lay_out(self) -> None:
        box, view = self._box, self._box.view()
        if isinstance(self._popup, QFrame):
            self._popup.setFrameShape(QFrame.Shape.NoFrame)
        if (layout := self._popup.layout()) is not None:
            layout.setContentsMargins(FRAME, FRAME, FRAME, FRAME)
        body = box.rect().adjusted(RIM, RIM, -RIM, -RIM)
        field, screen = QRect(box.mapToGlobal(body.topLeft()), body.size()), box.screen().availableGeometry()
        rows = min(box.count(), box.maxVisibleItems())
        height = sum(view.sizeHintForRow(row) for row in range(rows)) + 2 * FRAME
        width = min(max(field.width(), view.sizeHintForColumn(0) + 2 * FRAME), screen.width())
        under, over = screen.bottom() - field.bottom() - BELOW, field.top() - screen.top() - BELOW
        height = min(height, max(under, over))
        top = field.bottom() + 1 + BELOW if height <= under or under >= over else field.top() - BELOW - height
        left = field.right() + 1 - width if box.isRightToLeft() else field.left()
        left = max(screen.left(), min(left, screen.right() + 1 - width))
        place = QRect(QPoint(left, top), QSize(width, height))
        self._popup.setGeometry(place)
        self.setGeometry(0, 0, width, height)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(0, 0, width, height), RADIUS, RADIUS)
        self._popup.setMask(QRegion(outline.toFillPolygon().toPolygon()))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and edge."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        panel(painter, QRectF(self.rect()), t.surface, QPen(t.edge, t.border_px), RADIUS)
