"""The key poses of a movement side by side, numbered: the figure with less motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen

if TYPE_CHECKING:
    from coach.core.pacing import Side
    from coach.figure.poses import Movement
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme

GAP = 8
MARGIN = 10
BADGE = 13
WIDE = 1.5
"""Width of a picture divided by its height."""


def panels(count: int, width: float, height: float) -> list[QRectF]:
    """Return the rectangles of `count` pictures within a size in px, in the grid that makes them largest."""
    best: list[QRectF] = []
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        across = (width - 2 * MARGIN - (columns - 1) * GAP) / columns
        down = (height - 2 * MARGIN - (rows - 1) * GAP) / rows
        panel_width = min(across, down * WIDE)
        if panel_width <= 0 or (best and panel_width <= best[0].width()):
            continue
        panel_height = panel_width / WIDE
        left = (width - columns * panel_width - (columns - 1) * GAP) / 2
        top = (height - rows * panel_height - (rows - 1) * GAP) / 2
        best = [
            QRectF(
                left + number % columns * (panel_width + GAP),
                top + number // columns * (panel_height + GAP),
                panel_width,
                panel_height,
            )
            .toAlignedRect()
            .toRectF()
            for number in range(count)
        ]
    return best


def draw_one(pictures: PictureCache, movement: Movement, side: Side | None, size: QSize, ratio: float) -> bool:
    """Draw the first key pose that is not drawn yet, so that a later `paint` finds it; return whether there was one."""
    for number, panel in enumerate(panels(len(movement.stills), size.width(), size.height())):
        view = pictures.view(movement.id, side, panel.size().toSize(), ratio)
        if not pictures.has_still(view, number):
            pictures.still(view, number)
            return True
    return False


def paint(  # noqa: PLR0917 - a page of pictures with all that it shows
    painter: QPainter,
    pictures: PictureCache,
    theme: Theme,
    movement: Movement,
    side: Side | None,
    size: QSize,
    *,
    working: bool,
) -> None:
    """Paint all key poses into a rectangle of that size; `working` marks the pose that is held."""
    t = theme.tokens
    ratio = painter.device().devicePixelRatioF()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, panel in enumerate(panels(len(movement.stills), size.width(), size.height())):
        now = working and number == movement.hero
        view = pictures.view(movement.id, side, panel.size().toSize(), ratio)
        card = QPainterPath()
        card.addRoundedRect(panel, 12, 12)
        painter.save()
        painter.setClipPath(card)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(panel, pictures.still(view, number))
        painter.restore()
        painter.setPen(QPen(t.brand, 3) if now else QPen(t.line, t.border_px))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(card)
        badge = QRectF(panel.left() + 8, panel.top() + 8, 2 * BADGE, 2 * BADGE)
        painter.setPen(QPen(t.line, t.border_px))
        painter.setBrush(t.brand if now else t.surface)
        painter.drawEllipse(badge)
        painter.setPen(t.on_brand if now else t.ink)
        painter.setFont(theme.font(15, 700))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number + 1))
