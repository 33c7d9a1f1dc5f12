#!/usr/bin/env bash
# The top margin of a paragraph grows with the resolution of the paper, its left margin does not
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      All lengths of a text document are in one unit: of the paint device that its layout was given, as the width of a line
#            and a font in pixels are, or of the screen and then all multiplied, as a font in points is.
# Behaviour  At the paper's resolution, margins above and below a paragraph, line heights, tabs, indents by steps and the margin of
#            the document are multiplied by dpi / 96; margins at the left and right and the indent of the first line are not.
#            Of one and the same "margin:100px" in HTML, the upper part is ten times the left one.
# Seen       margin 100 on all sides, paper of 960 dpi: 100 at the left, 1000 between paragraphs; of 96 dpi: 100 and 100
# Documented QTextBlockFormat: "sets the paragraph's top margin", "sets the paragraph's left margin", in the same words; a unit is
#            named nowhere.
# Matters    A sheet for the wall laid out at 1,200 dpi is one paragraph a page, or its lists have lost their indent, by which of
#            the two somebody corrects. On the screen nothing is to be seen of it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QFont, QImage, QTextBlockFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication

app = QApplication([])


def paper(dpi):
    page = QImage(10, 10, QImage.Format.Format_RGB32)
    page.setDotsPerMeterX(round(dpi / 0.0254))
    page.setDotsPerMeterY(round(dpi / 0.0254))
    return page


def laid_out(dpi, fill):
    document, page = QTextDocument(), paper(dpi)
    document.setDocumentMargin(0)
    document.documentLayout().setPaintDevice(page)
    font = QFont()
    font.setPixelSize(20)
    document.setDefaultFont(font)
    document.setTextWidth(5000)
    fill(document)
    layout, first, last = document.documentLayout(), document.firstBlock(), document.lastBlock()
    gap = layout.blockBoundingRect(last).top() - layout.blockBoundingRect(first).bottom()
    return round(first.layout().lineAt(0).x()), round(gap)


def by_format(document):
    paragraph = QTextBlockFormat()
    paragraph.setLeftMargin(100)
    paragraph.setTopMargin(100)
    cursor = QTextCursor(document)
    cursor.setBlockFormat(paragraph)
    cursor.insertText("one")
    cursor.insertBlock()
    cursor.insertText("two")


def by_html(document):
    document.setHtml('<p style="margin:100px">one</p><p style="margin:100px">two</p>')


def by_indent(document):
    by_format(document)
    paragraph = QTextBlockFormat()
    paragraph.setTextIndent(100)
    QTextCursor(document).setBlockFormat(paragraph)


seen("96 dpi: at the left, between", laid_out(96, by_format), (100, 100))
seen("960 dpi: at the left, between", laid_out(960, by_format), (100, 1000))
seen("960 dpi, from HTML: at the left, between", laid_out(960, by_html), (100, 1000))
seen("960 dpi: indent of the first line", laid_out(960, by_indent)[0], 100)
PY
