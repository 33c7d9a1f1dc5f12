"""A chip for a state, a cap for the name of a key, and a tile for the icon of a card. None of them can be pressed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QLabel, QWidget

from coach.ui.kit.label import set_up
from coach.ui.kit.line_icons import draw
from coach.ui.kit.painting import panel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from coach.ui.kit.line_icons import LineIcon
    from coach.ui.kit.theme import Theme

TILE, TILE_RADIUS, TILE_ICON = 40, 12, 22
"""Side of a tile and of its icon, in px at 100 %, and radius of its corners, in px."""


class Chip(QLabel):
    """A word on a soft ground."""

    height_px, radius, side, size_px, weight = 32, 10, 12, 14.0, 600
    has_edge = is_soft = False
    """Whether it has an edge on a light ground, or the soft ground of what is current."""

    def __init__(self, theme: Theme, text: str) -> None:
        super().__init__()
        self._theme = theme
        set_up(self, theme, text, self.size_px, self.weight, wrap=False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)

    def sizeHint(self) -> QSize:
        """Return room for the word."""
        px, words = self._theme.px, self.fontMetrics().horizontalAdvance(self.text())
        return QSize(words + 2 * px(self.side), px(self.height_px))

    def minimumSizeHint(self) -> QSize:
        """Return the same."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ground and the word."""
        t = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(t.line, t.border_px) if self.has_edge or t.is_high_contrast else None
        ground = t.brand_soft if self.is_soft else t.sunk
        panel(painter, QRectF(self.rect()), t.surface if self.has_edge else ground, edge, self.radius)
        painter.end()
        super().paintEvent(event)


class SoftChip(Chip):
    """A word that belongs to what is current."""

    is_soft = True


class KeyCap(Chip):
    """The name of a key."""

    height_px, radius, side, size_px, weight = 22, 6, 8, 12.5, 600
    has_edge = True


class IconTile(QWidget):
    """An icon on a soft ground, at the head of a card: `warns` for what is about stopping or emergencies.

    A `quiet` one is grey, and a `bare` one has no ground.
    """

    def __init__(
        self, theme: Theme, icon: LineIcon, *, warns: bool = False, quiet: bool = False, bare: bool = False
    ) -> None:
        super().__init__()
        self._theme, self._icon, self._warns, self._quiet, self._bare = theme, icon, warns, quiet or bare, bare
        side = theme.px(TILE_ICON if bare else TILE)
        self.setFixedSize(side, side)

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
