"""Draws the report for a health professional: one A4 page, shortened until it fits.

Nothing in it is a widget, so that it can be drawn in the background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QPointF, QRectF
from PySide6.QtGui import QPageSize, QPainter

from coach.ui.history.report_sheet import FOOT, Sheet
from coach.ui.history.report_text import Names, text_part
from coach.ui.kit.paper import is_mirrored, pdf_writer
from coach.ui.kit.paper_text import Paper
from coach.ui.kit.readable_pdf import readable
from coach.words import catalogue
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPdfWriter

    from coach.store.record.report import Report

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
    writer = pdf_writer(buffer, tr("Stretching at home"), QPageSize(QPageSize.PageSizeId.A4))
    painter = QPainter(writer)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        _draw(painter, writer, report, Names(names, routine_names))
    finally:  # Qt crashes where a page is deleted on which somebody still paints, with what a damaged record holds, too
        painter.end()
    buffer.close()
    return readable(bytes(buffer.data().data()), catalogue.language())


def _draw(painter: QPainter, writer: QPdfWriter, report: Report, names: Names) -> None:
    sheet = Sheet(painter, writer, mirrored=is_mirrored())
    sheet.title(report)
    if report.sessions:
        sheet.counts(report)
        sheet.days(report)
        if report.pairs:
            sheet.numbers(report)
    else:
        sheet.heading(tr("No session in this period."))
    room = sheet.height - FOOT - ABOVE_FOOT - sheet.y
    text = text_part(report, names, Paper.of(writer, sheet.unit, writer.width(), writer.height()), room)
    painter.save()
    painter.translate(0, sheet.y * sheet.unit)
    # The last room is small enough for any record; with another font it may be longer, and is cut at its end.
    painter.setClipRect(QRectF(0, 0, writer.width(), room * sheet.unit))
    text.draw(painter, QPointF())
    painter.restore()
    sheet.foot(report)
