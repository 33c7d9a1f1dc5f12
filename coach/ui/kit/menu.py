"""A menu that a button opens: rows to press, in the look of the open list of a drop-down."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainterPath, QPen, QRegion
from PySide6.QtWidgets import QMenu, QProxyStyle, QStyle

from coach.ui.kit.menu_rows import BEFORE, FRAME, RADIUS, ROW, ROW_RADIUS
from coach.ui.kit.painting import RIM, panel, text_cut_to_fit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAction, QPainter, QResizeEvent
    from PySide6.QtWidgets import QStyleOption, QStyleOptionMenuItem, QWidget

    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.theme import Theme

AFTER = 20
"""Room after the words of a row, in px at 100 %."""
_METRICS = {
    QStyle.PixelMetric.PM_MenuPanelWidth: 0,
    QStyle.PixelMetric.PM_MenuHMargin: FRAME,
    QStyle.PixelMetric.PM_MenuVMargin: FRAME,
}


class _Look(QProxyStyle):
    """Paints one menu. Its own: what is overridden here would be asked for everything that Qt paints."""

    def __init__(self, theme: Theme) -> None:
        super().__init__("Fusion")
        self._theme = theme

    def pixelMetric(  # noqa: N802 - Qt's
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        """Return the room around the rows."""
        known = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if known is None else known

    def sizeFromContents(  # noqa: N802 - Qt's
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, /, widget: QWidget | None = None
    ) -> QSize:
        """Return room for the words of a row."""
        if kind != QStyle.ContentsType.CT_MenuItem:
            return super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]  # Qt takes None
        px, item = self._theme.px, cast("QStyleOptionMenuItem", option)
        words = math.ceil(QFontMetricsF(item.font).horizontalAdvance(item.text))  # rounded down, it would be cut
        return QSize(words + px(BEFORE) + px(AFTER), max(ROW, min(px(ROW), _share_of_screen(widget))))

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, /, widget: QWidget | None = None
    ) -> None:
        """Paint a row."""
        if element == QStyle.ControlElement.CE_MenuItem:
            self._row(painter, cast("QStyleOptionMenuItem", option))
        elif element != QStyle.ControlElement.CE_MenuEmptyArea:
            super().drawControl(element, option, painter, widget)

    def _row(self, painter: QPainter, item: QStyleOptionMenuItem) -> None:
        t, px, area = self._theme.tokens, self._theme.px, QRectF(item.rect)
        current = bool(item.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(painter.RenderHint.Antialiasing)
        edge = QPen(t.edge, 2) if current and t.is_high_contrast else None
        panel(painter, area, t.hover if current else t.surface, edge, ROW_RADIUS)
        mirrored = item.direction == Qt.LayoutDirection.RightToLeft
        before, after = (px(AFTER), px(BEFORE)) if mirrored else (px(BEFORE), px(AFTER))
        painter.setFont(item.font)
        painter.setPen(t.ink)
        if not item.state & QStyle.StateFlag.State_Enabled:
            painter.setOpacity(0.45)
        across = QStyle.visualAlignment(item.direction, Qt.AlignmentFlag.AlignLeft)
        text_cut_to_fit(painter, area.adjusted(before, 0, -after, 0), item.text, across)
        painter.restore()

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        """Paint the ground and the edge of the menu."""
        if element == QStyle.PrimitiveElement.PE_PanelMenu:
            t = self._theme.tokens
            painter.save()
            painter.setRenderHint(painter.RenderHint.Antialiasing)
            panel(painter, QRectF(option.rect), t.surface, QPen(t.edge, t.border_px), RADIUS)
            painter.restore()
        elif element != QStyle.PrimitiveElement.PE_FrameMenu:
            super().drawPrimitive(element, option, painter, widget)


def _share_of_screen(menu: QWidget | None) -> int:
    """Return how high a row may be so that all of them fit on the screen, in px."""
    if menu is None:
        return ROW
    return (menu.screen().availableGeometry().height() - 4 * FRAME) // max(1, len(menu.actions()))


class Menu(QMenu):
    """The menu of a button. It opens without a loop of its own: a session behind it goes on."""

    chosen = Signal(object)
    """The value of the row that was chosen, of those added by `add_choice`."""

    def __init__(self, theme: Theme, button: KeyButton, *, begins: bool = False) -> None:
        """Open so that it ends where the button does, or with `begins` so that it begins there."""
        super().__init__(button)
        self._button, self._begins = button, begins
        self.triggered.connect(self._on_triggered)
        look = _Look(theme)
        look.setParent(self)
        self.setStyle(look)
        self.setFont(theme.font(16))
        self.setAccessibleName(button.text())
        button.clicked.connect(self.open)

    def add(self, words: str, do: Callable[[], None]) -> None:
        """Add a row; `do` is a method of an object of Qt."""
        self.addAction(words).triggered.connect(do)

    def add_choice(self, words: str, value: object, *, enabled: bool = True) -> None:
        """Add a row whose value `chosen` tells. One that cannot be done now is shown, and told as such."""
        row = self.addAction(words)
        row.setData(value)
        row.setEnabled(enabled)

    def _on_triggered(self, row: QAction) -> None:
        if (value := row.data()) is not None:
            self.chosen.emit(value)

    def open(self) -> None:
        """Open below the button, or above it where there is more room."""
        body, size = self._button.rect().adjusted(RIM, RIM, -RIM, -RIM), self.sizeHint()
        screen = self._button.screen().availableGeometry()
        at_left = self._begins is not self.isRightToLeft()
        at = self._button.mapToGlobal(body.bottomLeft() if at_left else body.bottomRight()) + QPoint(0, 3)
        if not at_left:
            at.setX(at.x() + 1 - size.width())
        if at.y() + size.height() > screen.bottom():
            at.setY(max(screen.top(), self._button.mapToGlobal(body.topLeft()).y() - 2 - size.height()))
        at.setX(max(screen.left(), min(at.x(), screen.right() + 1 - size.width())))
        self.popup(at)
        self.setActiveAction(self.actions()[0])

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Cut the corners."""
        super().resizeEvent(event)
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(self.rect()), RADIUS, RADIUS)
        self.setMask(QRegion(outline.toFillPolygon().toPolygon()))
