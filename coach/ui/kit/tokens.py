"""The colours of the look, named by their use: light, dark, and those of the stopped page."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QColor


class Tokens(NamedTuple):
    """The colours, named by their use."""

    paper: QColor
    surface: QColor
    sunk: QColor
    line: QColor
    ink: QColor
    muted: QColor
    brand: QColor
    on_brand: QColor
    brand_soft: QColor
    prepare: QColor
    danger: QColor
    focus: QColor
    edge: QColor
    """Outlines of controls, which have to be seen: `line` is for what only divides."""
    hover: QColor
    """Ground of what lies under the pointer."""
    prepare_soft: QColor
    """Ground of what is to be noticed."""
    wall: QColor
    floor: QColor
    sun: QColor
    """The room that the figure is in."""
    border_px: int = 1

    @property
    def paled(self) -> float:
        """Opacity of what rests, as the arc in a pause, 0 to 1: it still stands out from its track 3 to 1."""
        return 0.8

    @property
    def is_high_contrast(self) -> bool:
        """Whether grounds are all alike, so that edges have to tell what they would."""
        return self.border_px > 1


def _tokens(**values: str) -> Tokens:
    return Tokens(**{name: QColor(value) for name, value in values.items()})  # type: ignore[arg-type]  # none is border_px


STOPPED = _tokens(
    paper="#14252B",
    surface="#1D3138",
    sunk="#232F35",
    line="#6E7E85",
    ink="#FFFFFF",
    muted="#C9D3D6",
    brand="#FF8A65",
    on_brand="#14252B",
    brand_soft="#1D3138",
    prepare="#FF8A65",
    danger="#D93A30",
    focus="#A9C4FF",
    edge="#97A5AB",
    hover="#34434A",
    prepare_soft="#1D3138",
    wall="#14252B",
    floor="#182A31",
    sun="#232F35",
)
"""The stopped page is dark and quiet in every theme."""

STOPPED_RELEASE = QColor("#FFB59B")
"""Colour of the way out of the position, which is read first on that page; contrast 9.3 to 1."""

LIGHT = _tokens(
    paper="#F5F3EE",
    surface="#FFFFFF",
    sunk="#ECE9E1",
    line="#DDD8CC",
    ink="#1C2B2D",
    muted="#55666A",
    brand="#1B6F64",
    on_brand="#FFFFFF",
    brand_soft="#D9EBE6",
    prepare="#8F4D00",
    danger="#B3261E",
    focus="#1B4FD6",
    edge="#6F7D7F",
    hover="#EFECE5",
    prepare_soft="#FBEFDC",
    wall="#F7F3EC",
    floor="#F1EADF",
    sun="#F0DFCB",
)
DARK = _tokens(
    paper="#11181A",
    surface="#1A2427",
    sunk="#0D1315",
    line="#2C3A3E",
    ink="#EDF3F2",
    muted="#A6B6B5",
    brand="#5FCDB9",
    on_brand="#08211D",
    brand_soft="#1E3D39",
    prepare="#F2B04C",
    danger="#D93A30",
    focus="#A9C4FF",
    edge="#7A8C90",
    hover="#222E32",
    prepare_soft="#33281A",
    wall="#161B21",
    floor="#1B222A",
    sun="#263340",
)


def blend(colour: QColor, other: QColor, share: float) -> QColor:
    """Return the mix with `share` (0 to 1) of the other colour."""
    parts = zip((colour.red(), colour.green(), colour.blue()), (other.red(), other.green(), other.blue()), strict=True)
    return QColor(*(round(a + (b - a) * share) for a, b in parts))
