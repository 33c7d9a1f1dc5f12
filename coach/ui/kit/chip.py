"""A chip for a state, a cap for the name of a key, and a tile for the icon of a card. None of them can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QLabel, QWidget

from coach.ui.kit.label import set_up
from coach.ui.kit.line_icons import draw
from coach.ui.kit.painting import panel
from coach.ui.kit.reading import along

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

TILE, TILE_RADIUS, TILE_ICON = 40, 12, 22
"""Side of a tile and of its icon, in px at 100 %, and radius of its corners, in px."""

CHIP_ICON, CHIP_GAP = 16, 8
"""Side of the icon of a chip and room after it, in px at 100 %."""


class Chip(QLabel):
    """A word on a soft ground, after an icon if it has one; `warns` for what is to be noticed."""

    height_px, radius, side, size_px, weight = 32, 10, 12, 14.0, 600
    has_edge = is_soft = False
    """Whether it has an edge on a light ground, or the soft ground of what is current."""

    def __init__(self, theme: Theme, text: str, icon: LineIcon | None = None, *, warns: bool = False) -> None:
        super().__init__()
        self._theme, self._icon, self._warns = theme, icon, warns
        set_up(self, theme, text, self.size_px, self.weight, wrap=False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.follow_text()
        if warns:
            self._colour()
            theme.changed.connect(self._colour)

    def follow_text(self) -> None:
        """Leave room for the icon."""
        if self._icon is not None:
            self.setContentsMargins(along(self._theme.px(CHIP_ICON + CHIP_GAP), 0, 0, 0))

    def _colour(self) -> None:
        colours = self.palette()
        colours.setColor(QPalette.ColorRole.WindowText, self._theme.tokens.prepare)
        self.setPalette(colours)

    def sizeHint(self) -> QSize:
        """Return room for icon and word."""
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance(self.text())
        icon = 0 if self._icon is None else px(CHIP_ICON + CHIP_GAP)
        return QSize(icon + words + 2 * px(self.side), px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the word."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.line, t.border_px) if self.has_edge or t.is_high_contrast else None
        soft = t.brand_soft if self.is_soft else t.prepare_soft if self._warns else t.sunk
        panel(painter, QRectF(self.rect()), t.surface if self.has_edge else soft, edge, self.radius)
        if self._icon is not None:
            side, away = self._theme.px(CHIP_ICON), self._theme.px(self.side)
            left = self.width() - away - side if self.isRightToLeft() else away
            place = QRectF(left, (self.height() - side) / 2, side, side)
            draw(painter, self._icon, place, t.prepare if self._warns else t.ink)
        painter.end()
        super().paintEvent(event)


class SoftChip(Chip):
    """A word that belongs to what is current."""

    is_soft = True


class KeyCap(Chip):
    """The name of a key."""

    height_px, radius, side, size_px, weight = 22, 6, 8, 12.5, 600
    has_edge = True


class LargeKeyCap(KeyCap):
    """The name of a key, as large as what stands beside it."""

    height_px, radius, side, size_px = 28, 7, 10, 14.0


class IconTile(QWidget):
    """An icon on a soft ground, at the head of a card: `warns` for what is about stopping or emergencies.

    A `quiet` one is grey, and a `bare` one has no ground.
    """

    def __init__(
        self, theme: Theme, icon: LineIcon, *, warns: bool = False, quiet: bool = False, bare: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._warns, self._quiet, self._bare = theme, icon, warns, quiet or bare, bare
        side = TILE_ICON if bare else TILE
        theme.give(self, width=side, height=side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground and icon."""
        t, side = self._theme.tokens, self._theme.px(TILE_ICON)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.line, t.border_px) if t.is_high_contrast else None
        ground, colour = (t.prepare_soft, t.prepare) if self._warns else (t.brand_soft, t.brand)
        if self._quiet:
            ground, colour = t.sunk, t.muted
        if not self._bare:
            panel(painter, QRectF(self.rect()), ground, edge, TILE_RADIUS)
        place = QRectF(0, 0, side, side)
        place.moveCenter(QRectF(self.rect()).center())
        draw(painter, self._icon, place, colour)
