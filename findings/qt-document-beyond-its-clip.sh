#!/usr/bin/env bash
# A document drawn piece by piece puts the lines at the seams into a PDF twice
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), pypdf 7.1.1.
# Guess      QTextDocument.drawContents(painter, rectangle) and draw() with a clip draw what lies in the rectangle: eight lines
#            drawn as lines 0-2, 3-5 and 6-7 come out as eight lines. At the least a clip of the painter keeps out the rest.
# Behaviour  The line above the rectangle and the one below, which merely touch it, are drawn as well. A clip of the painter hides
#            them from the eye, and they are in the PDF as text all the same. QTextDocument.print_() does so itself for a document
#            that has a size of page and no margin.
# Seen       lines 3-5 drawn, with the painter clipped: line2 line3 line4 line5 line6; a tenth of a line less at each end: line3 line4
#            line5; print_() of 200 lines: the last of a page is the first of the next
# Documented QTextDocument::drawContents: "Draws the content of the document with painter p, clipped to rect." Of the clip of a paint
#            context: "merely a hint", and that the painter wants a clip of its own, which in a PDF does not help either.
# Matters    A routine on two sheets is right on the screen and on paper; whoever has the PDF read out, searches it or copies from
#            it gets the exercise at the turn of the page twice.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}" pypdf==7.1.1
python <<'PY'
import os

from pypdf import PdfReader
from PySide6.QtCore import QMarginsF, QRectF, QSizeF
from PySide6.QtGui import QAbstractTextDocumentLayout, QPainter, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

app = QApplication([])
path = os.path.join(os.environ["SCRATCH"], "routine.pdf")


def drawn(first, last, by_layout=False):
    """The text of a PDF that holds the document from one height to another, in lines."""
    paper = QPdfWriter(path)
    paper.setResolution(96)
    paper.setPageMargins(QMarginsF(0, 0, 0, 0))
    document = QTextDocument("\n".join(f"line{number}" for number in range(8)))
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(paper)
    line = document.size().height() / 8
    piece = QRectF(0, first * line, 500, (last - first) * line)
    painter = QPainter(paper)
    painter.setClipRect(piece)
    if by_layout:
        context = QAbstractTextDocumentLayout.PaintContext()
        context.clip = piece
        document.documentLayout().draw(painter, context)
    else:
        document.drawContents(painter, piece)
    painter.end()
    return PdfReader(path).pages[0].extract_text().split()


seen("lines 3 to 5", drawn(3, 6), ["line2", "line3", "line4", "line5", "line6"])
seen("lines 3 to 5, by the layout", drawn(3, 6, by_layout=True), ["line2", "line3", "line4", "line5", "line6"])
seen("lines 6 and 7", drawn(6, 8), ["line5", "line6", "line7"])
seen("lines 3 to 5, a little less", drawn(3.1, 5.9), ["line3", "line4", "line5"])

paper = QPdfWriter(path)
paper.setPageMargins(QMarginsF(0, 0, 0, 0))
document = QTextDocument("\n".join(f"line{number}" for number in range(200)))
document.setDocumentMargin(0)
document.setPageSize(QSizeF(600, 800))
document.print_(paper)
del paper
pages = [page.extract_text().split() for page in PdfReader(path).pages]
seen("print_(): more than a page", len(pages) > 1, True)
seen("print_(): the last line of the first page is the first of the next", pages[0][-1] == pages[1][0], True)
PY
