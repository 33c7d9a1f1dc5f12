"""What every sheet of paper of coach has: its typeface, its margins, the mark of coach, and which way it is read.

Nothing in it is a widget, so that paper can be drawn in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPainterPath, QPdfWriter, QPen
from PySide6.QtWidgets import QStyle

from coach import __version__
from coach.ui.kit.theme import FAMILY, LIGHT
from coach.words import catalogue

if TYPE_CHECKING:
    from PySide6.QtCore import QIODevice
    from PySide6.QtGui import QPainter

DPI = 300
MARGIN_MM = 13.0
LETTER_COUNTRIES = frozenset({"US", "CA", "MX", "PH", "CL", "CO", "VE", "GT", "CR", "NI", "SV", "DO", "PA", "PR"})
"""Where paper is Letter; everywhere else it is A4."""


def font_of(size: float, weight: int = 400) -> QFont:
    """Return the typeface in a size in pt.

    Contextual forms off: the colon between digits would have no character in the PDF, and 2:15 could not be copied.
    """
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    font.setWeight(QFont.Weight(weight))
    font.setFeature(QFont.Tag("calt"), 0)
    return font


def is_mirrored() -> bool:
    """Tell whether the language of the program is read from right to left."""
    return QLocale(catalogue.language()).textDirection() == Qt.LayoutDirection.RightToLeft


def usual_size(locale: QLocale | None = None) -> QPageSize:
    """Return the paper that is usual where the person lives."""
    country = QLocale.territoryToCode((locale or QLocale.system()).territory())
    return QPageSize(QPageSize.PageSizeId.Letter if country in LETTER_COUNTRIES else QPageSize.PageSizeId.A4)


def layout_of(size: QPageSize) -> QPageLayout:
    """Return an upright sheet of that size with the margins of coach."""
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    return QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)


def pdf_writer(device: QIODevice, title: str, size: QPageSize) -> QPdfWriter:
    """Return what writes a PDF with that title into an open device."""
    writer = QPdfWriter(device)
    writer.setResolution(DPI)
    writer.setCreator(f"coach {__version__}")
    writer.setTitle(title)
    writer.setPageLayout(layout_of(size))
    return writer


def brand_mark(painter: QPainter, area: QRectF, unit: float, *, mirrored: bool) -> None:
    """Paint the mark of coach with its name, a low sun over a mat; `unit` is a pt in the units of the painter."""
    at = QPointF(area.right() if mirrored else area.left(), area.center().y() + 4 * unit)
    sun = QPainterPath()
    middle = at.x() + (-11 if mirrored else 11) * unit
    sun.moveTo(middle - 7 * unit, at.y())
    sun.arcTo(QRectF(middle - 7 * unit, at.y() - 7 * unit, 14 * unit, 14 * unit), 180, -180)
    painter.setPen(QPen(LIGHT.prepare, 0.9 * unit))
    painter.setBrush(LIGHT.prepare_soft)
    painter.drawPath(sun)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(LIGHT.brand)
    painter.drawRoundedRect(QRectF(middle - 9 * unit, at.y(), 18 * unit, 3 * unit), unit, unit)
    direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
    painter.setFont(font_of(11, 600))
    painter.setPen(LIGHT.ink)
    across = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignRight)
    painter.drawText(area, across | Qt.AlignmentFlag.AlignVCenter, "coach")
