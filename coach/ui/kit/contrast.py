"""High contrast: the tokens for it, and how light a colour is beside another one, as WCAG 2.2 reckons it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from coach.ui.kit.tokens import blend

if TYPE_CHECKING:
    from coach.ui.kit.tokens import Tokens

FOR_TEXT = 7.0
"""Least ratio of words to their ground in high contrast."""
_STEPS = 100
_LINEAR = 0.04045
"""Share of a colour up to which its light grows evenly."""


def luminance(colour: QColor) -> float:
    """Return the relative luminance of a colour, 0 to 1."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    linear = [part / 12.92 if part <= _LINEAR else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def strong(colour: QColor, ground: QColor, least: float = FOR_TEXT) -> QColor:
    """Return the colour, darker or lighter by as much as it needs for this ratio to the ground."""
    black, white = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    away = max(black, white, key=lambda end: ratio(end, ground))
    for step in range(_STEPS + 1):
        mixed = blend(colour, away, step / _STEPS)
        if ratio(mixed, ground) >= least:
            return mixed
    return away


def high_contrast(tokens: Tokens, highlight: QColor, *, dark: bool) -> Tokens:
    """Return the tokens for high contrast: black and white, thick edges, and the desktop's highlight as brand.

    Desktops have highlights that white cannot be read on, such as #308CC6 with 3.7 to 1: they are made stronger.
    """
    black, white = QColor(Qt.GlobalColor.black), QColor(Qt.GlobalColor.white)
    ground, ink = (black, white) if dark else (white, black)
    return tokens._replace(
        paper=ground,
        surface=ground,
        sunk=ground,
        line=ink,
        ink=ink,
        muted=ink,
        brand=strong(highlight, ground),
        on_brand=ground,
        brand_soft=ground,
        prepare=strong(tokens.prepare, ground),
        danger=strong(tokens.danger, white),
        focus=strong(tokens.focus, ground),
        edge=ink,
        hover=ground,
        prepare_soft=ground,
        wall=ground,
        floor=ground,
        sun=ground,
        border_px=2,
    )
