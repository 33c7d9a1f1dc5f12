"""A hand-out as a PDF, on a printer, and as pictures of its pages; all of it can be drawn beside the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter

from coach.store import whole_files
from coach.ui.kit.paper import layout_of, pdf_writer
from coach.ui.kit.paper_text import Paper
from coach.ui.kit.readable_pdf import readable
from coach.ui.sharing import hand_out_sheet
from coach.words import catalogue

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize, QPdfWriter
    from PySide6.QtPrintSupport import QPrinter

    from coach.ui.sharing.hand_out import HandOut
    from coach.ui.sharing.hand_out_pictures import Drawn

PREVIEW_DPI = 144
METRE = 39.37
"""Inches of a metre."""


def pdf(hand_out: HandOut, pictures: Drawn, size: QPageSize) -> bytes:
    """Return the hand-out as a PDF on paper of that size."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    draw_paged(hand_out, pictures, pdf_writer(buffer, hand_out.title, size))
    buffer.close()
    return readable(bytes(buffer.data().data()), catalogue.language())


def to_printer(hand_out: HandOut, pictures: Drawn, printer: QPrinter) -> None:
    """Draw the hand-out on a printer, on the paper that was chosen for it; raises OSError where that is a file."""
    size = printer.pageLayout().pageSize()
    if printer.outputFormat() == type(printer).OutputFormat.PdfFormat:
        # The dialog of the desktop prints to a file too: one as good as that of “Save as a PDF”.
        whole_files.write(Path(printer.outputFileName()), pdf(hand_out, pictures, size))
        return
    wanted = layout_of(size)
    printer.setPageMargins(wanted.margins(), wanted.units())
    draw_paged(hand_out, pictures, printer)


def draw_paged(hand_out: HandOut, pictures: Drawn, device: QPdfWriter | QPrinter) -> None:
    """Draw all pages on a device of pages, whatever its resolution is."""
    unit = device.resolution() / 72
    paper = Paper.of(device, unit, device.width(), device.height())
    painter = QPainter(device)

    def next_page() -> QPainter:
        device.newPage()
        return painter

    try:
        hand_out_sheet.draw(hand_out, paper, pictures, painter, next_page)
    finally:  # Qt crashes where a page is deleted on which somebody still paints
        painter.end()


def previews(hand_out: HandOut, pictures: Drawn, size: QPageSize) -> list[QImage]:
    """Return a picture of each page."""
    layout = layout_of(size)
    whole, inside = layout.fullRectPixels(PREVIEW_DPI), layout.paintRectPixels(PREVIEW_DPI)
    pages: list[QImage] = []
    painters: list[QPainter] = []
    unit = PREVIEW_DPI / 72

    def next_page() -> QPainter:
        for painter in painters:
            painter.end()
        image = QImage(whole.size(), QImage.Format.Format_RGB32)
        image.setDotsPerMeterX(round(PREVIEW_DPI * METRE))
        image.setDotsPerMeterY(round(PREVIEW_DPI * METRE))
        image.fill(Qt.GlobalColor.white)
        pages.append(image)
        painters[:] = [QPainter(image)]
        painters[0].translate(inside.topLeft())
        return painters[0]

    first = next_page()
    paper = Paper.of(pages[0], unit, inside.width(), inside.height())
    try:
        hand_out_sheet.draw(hand_out, paper, pictures, first, next_page)
    finally:
        painters[0].end()
    return pages
