"""The key poses of a movement, numbered, the one that is held the largest: the figure with less motion."""

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
STRIP = 0.25
"""Share of the height for the strip of the smaller pictures, at least."""
STRIP_ACROSS = 0.78
"""Share of the large picture's width for the strip, at most: right of it is room for the caption."""
SMALL = 0.45
"""Width of a smaller picture as a share of the large one's, at most."""


def panels(count: int, hero: int, width: float, height: float) -> list[QRectF]:
    """Return the rectangles of `count` pictures within a size in px: the hero large, the others a strip below it.

    The strip begins at the left edge of the hero. It takes what a wide hero leaves, and not less than a quarter.
    """
    across, down = width - 2 * MARGIN, height - 2 * MARGIN
    if count > 1:
        down -= GAP
    if across <= 0 or down <= 0:
        return []
    others = count - 1
    least = down * STRIP if others else 0.0
    large = min(across, (down - least) * WIDE)
    room = min(large * STRIP_ACROSS - (others - 1) * GAP, others * large * SMALL)
    small = min(room / max(1, others), (down - large / WIDE) * WIDE) if others else 0.0
    if large <= 0 or (others and small <= 0):
        return []
    left = (width - large) / 2
    top = (height - large / WIDE - ((GAP + small / WIDE) if others else 0)) / 2
    strip = iter(range(others))
    found = []
    for number in range(count):
        if number == hero:
            panel = QRectF(left, top, large, large / WIDE)
        else:
            place = next(strip)
            panel = QRectF(left + place * (small + GAP), top + large / WIDE + GAP, small, small / WIDE)
        found.append(panel.toAlignedRect().toRectF())
    return found


def draw_one(pictures: PictureCache, movement: Movement, side: Side | None, size: QSize, ratio: float) -> bool:
    """Draw the first key pose that is not drawn yet, so that a later `paint` finds it; return whether there was one."""
    for number, panel in enumerate(panels(len(movement.stills), movement.hero, size.width(), size.height())):
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
    ratio = painter.device().devicePixelRatioF()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for number, panel in enumerate(panels(len(movement.stills), movement.hero, size.width(), size.height())):
        now = working and number == movement.hero
        view = pictures.view(movement.id, side, panel.size().toSize(), ratio)
        card = QPainterPath()
        card.addRoundedRect(panel, 12, 12)
        painter.save()
        painter.setClipPath(card)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(panel, pictures.still(view, number))
        painter.restore()
        paint_frame(painter, theme, panel, number, now=now)


def paint_frame(painter: QPainter, theme: Theme, panel: QRectF, number: int, *, now: bool) -> None:
    """Paint the line around a picture and its number, from 0; `now` marks the one that is held."""
    t = theme.tokens
    painter.setPen(QPen(t.brand, 3) if now else QPen(t.line, t.border_px))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(panel, 12, 12)
    # In a tiny picture a full badge would hide the head.
    full = max(2.0 * BADGE, theme.px(2 * BADGE))
    badge_width = min(full, panel.width() / 5)
    badge = QRectF(panel.left() + 8, panel.top() + 8, badge_width, badge_width)
    painter.setPen(QPen(t.line, t.border_px))
    painter.setBrush(t.brand if now else t.surface)
    painter.drawEllipse(badge)
    painter.setPen(t.on_brand if now else t.ink)
    painter.setFont(theme.font(15 if badge_width == full else min(12.0, badge_width / theme.scale), 700))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, str(number + 1))
