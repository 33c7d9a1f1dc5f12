"""The looks of a button, by how important it is, and the colours of each."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from coach.ui.kit.theme import STOPPED, blend

if TYPE_CHECKING:
    from coach.ui.kit.theme import Tokens

DARKER, DARKEST = 0.14, 0.24
"""By how much a filled button is darker under the pointer, and pressed."""


class Look(Enum):
    """The look of a button, by how important it is."""

    PRIMARY = "primary"
    PLAIN = "plain"
    SOFT = "soft"
    ANSWER = "answer"
    CHOSEN = "chosen"
    CHOICE = "choice"
    QUIET = "quiet"
    DANGER = "danger"
    LINK = "link"
    REMEDY = "remedy"
    """A link to what would be right, in the colour of what is wrong."""
    TOAST = "toast"
    STOPPED = "stopped"
    STOPPED_PRIMARY = "stopped primary"
    STOPPED_LINK = "stopped link"


class Paint(NamedTuple):
    """The colours of a button, and how thick its edge is, in px."""

    ground: QColor
    ink: QColor
    border: QColor
    chip: QColor
    focus: QColor
    hovered: QColor
    pressed: QColor
    thick: int = 1


_CLEAR = QColor(0, 0, 0, 0)
_BLACK = QColor(0, 0, 0)
LINKS = {Look.LINK, Look.REMEDY, Look.STOPPED_LINK}
FILLED = {Look.PRIMARY, Look.DANGER}


def _filled(t: Tokens, ground: QColor, ink: QColor, chip: float) -> Paint:
    if t.is_high_contrast:  # what is darker would have less contrast: an edge tells the state
        return Paint(ground, ink, t.ink, ground, t.focus, ground, ground)
    darker, darkest = blend(ground, _BLACK, DARKER), blend(ground, _BLACK, DARKEST)
    return Paint(ground, ink, ground, blend(ground, ink, chip), t.focus, darker, darkest)


def _on_stopped(ground: QColor, ink: QColor, border: QColor, chip: QColor) -> Paint:
    hovered, pressed = (blend(ground, ink, share) if ground.alpha() else ground for share in (0.06, 0.12))
    return Paint(ground, ink, border, chip, STOPPED.focus, hovered, pressed)


_STOPPED = {
    Look.STOPPED: _on_stopped(STOPPED.brand_soft, STOPPED.ink, STOPPED.line, STOPPED.surface),
    Look.STOPPED_PRIMARY: _on_stopped(STOPPED.ink, STOPPED.paper, STOPPED.ink, STOPPED.muted),
    Look.STOPPED_LINK: _on_stopped(_CLEAR, STOPPED.muted, _CLEAR, STOPPED.surface),
}


def paint_of_chosen(look: Look, t: Tokens) -> Paint:
    """Return the colours of a button that is chosen; in high contrast, where all grounds are alike, it is filled."""
    is_soft = look is Look.CHOSEN or (look is Look.CHOICE and not t.is_high_contrast)
    return paint_of(Look.CHOSEN if is_soft else Look.PRIMARY, t)


def paint_of(look: Look, t: Tokens) -> Paint:
    """Return the colours of a look."""
    if look in _STOPPED:
        return _STOPPED[look]
    match look:
        case Look.PRIMARY:
            return _filled(t, t.brand, t.on_brand, 0.2)
        case Look.DANGER:
            return _filled(t, t.danger, QColor(Qt.GlobalColor.white), 0.16)
        case Look.ANSWER | Look.CHOICE:
            thick = 2 if look is Look.ANSWER else 1
            return Paint(t.surface, t.ink, t.edge, t.surface, t.focus, t.hover, t.sunk, thick)
        case Look.SOFT:
            edge = t.edge if t.is_high_contrast else t.brand_soft
            under = blend(t.brand_soft, t.brand, 0.12)
            return Paint(t.brand_soft, t.ink, edge, t.surface, t.focus, under, blend(t.brand_soft, t.brand, 0.24))
        case Look.CHOSEN:
            return Paint(t.brand_soft, t.ink, t.brand, t.surface, t.focus, t.brand_soft, t.brand_soft, 2)
        case Look.QUIET:
            return Paint(_CLEAR, t.ink, _CLEAR, t.surface, t.focus, t.hover, t.sunk)
        case Look.LINK | Look.REMEDY:
            ink = t.ink if look is Look.LINK else t.prepare
            return Paint(_CLEAR, ink, _CLEAR, t.surface, t.focus, _CLEAR, _CLEAR)
        case Look.TOAST:
            # On ink the soft colour of the brand can be read, and so can the ring in it.
            under = blend(t.ink, t.paper, 0.12)
            return Paint(_CLEAR, t.brand_soft, _CLEAR, t.ink, t.brand_soft, under, blend(t.ink, t.paper, 0.2))
        case _:
            return Paint(t.surface, t.ink, t.line, t.surface, t.focus, t.hover, t.sunk)
