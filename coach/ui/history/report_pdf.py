"""Draws the report for a health professional: one A4 page, shortened until it fits.

Nothing in it is a widget, so that it can be drawn in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, QRectF, Qt
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from coach import __version__
from coach.ui.history.pdf_language import with_language
from coach.ui.history.report_sheet import FOOT, Sheet
from coach.ui.history.report_text import Names, text_part
from coach.words import catalogue
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coach.store.record.report import Report

DPI = 300
MARGIN_MM = 13.0
ABOVE_FOOT = 6.0
"""Room above the foot, in pt."""
_NONE: Mapping[str, str] = {}


def pdf(report: Report, names: Mapping[str, str], routine_names: Mapping[str, str] = _NONE) -> bytes:
    """Return the report as a PDF of one page.

    `names` are the shown ones of exercises by their names in the record or ids, `routine_names` those of routines by
    their names in the record; what is unknown is shown itself.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(DPI)
    writer.setCreator(f"coach {__version__}")
    writer.setTitle(tr("Stretching at home"))
    margins = QMarginsF(MARGIN_MM, MARGIN_MM, MARGIN_MM, MARGIN_MM)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter
        )
    )
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        _draw(painter, writer, report, Names(names, routine_names))
    finally:  # Qt crashes where a page is deleted on which somebody still paints, with what a damaged record holds, too
        painter.end()
    buffer.close()
    return with_language(bytes(buffer.data().data()), catalogue.language().replace("_", "-"))


def _draw(painter: QPainter, writer: QPdfWriter, report: Report, names: Names) -> None:
    mirrored = QLocale(catalogue.language()).textDirection() == Qt.LayoutDirection.RightToLeft
    sheet = Sheet(painter, writer, mirrored=mirrored)
    sheet.title(report)
    if report.sessions:
        sheet.counts(report)
        sheet.days(report)
        if report.pairs:
            sheet.numbers(report)
    else:
        sheet.heading(tr("No session in this period."))
    room = (sheet.height - FOOT - ABOVE_FOOT - sheet.y) * sheet.unit
    document = text_part(report, names, writer, room, mirrored=mirrored)
    painter.save()
    painter.translate(0, sheet.y * sheet.unit)
    # The last room is small enough for any record; with another font it may be longer, and is cut at its end.
    painter.setClipRect(QRectF(0, 0, writer.width(), room))
    document.drawContents(painter)
    painter.restore()
    sheet.foot(report)
