#!/usr/bin/env bash
# The same option aligns to the right in drawText() and to the left in QTextLayout and QStaticText
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A QTextOption with AlignLeft and a right-to-left direction means one thing, whoever lays the text out: the side
#            where reading begins, as AlignLeft does in labels. Code that goes from drawText(rect, text, option) to a
#            QTextLayout, to have the lines one by one, keeps its option and its looks.
# Behaviour  QPainter.drawText() swaps left and right for a right-to-left painter, with flags and with an option. QTextLayout
#            and QStaticText take AlignLeft to the letter. Only AlignAbsolute makes the first do what the others do.
# Seen       words of 13 px in 200, right-to-left: drawText 186 to 198; QTextLayout and QStaticText 1 to 13
# Documented Qt::AlignAbsolute: "If the widget's layout direction is Qt::RightToLeft (instead of Qt::LeftToRight, the default),
#            Qt::AlignLeft refers to the right edge". QTextOption::setAlignment says nothing of directions.
# Matters    A part that breaks its own lines (to bold one, to light them up as they are spoken) is at the wrong side in Arabic
#            and Hebrew, beside labels that are right. QStyle.visualAlignment() has to be called by hand, once, and not for
#            what goes to drawText().
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter, QStaticText, QTextLayout, QTextOption

app = QGuiApplication([])
RTL = Qt.LayoutDirection.RightToLeft


def option(alignment):
    made = QTextOption(alignment)
    made.setTextDirection(RTL)
    return made


def side(draw, alignment=Qt.AlignmentFlag.AlignLeft):
    picture = QImage(200, 20, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    painter.setLayoutDirection(RTL)
    draw(painter, option(alignment))
    painter.end()
    ink = [x for x in range(200) for y in range(20) if picture.pixelColor(x, y).lightness() < 128]
    return "left" if max(ink) < 100 else "right"


def draw_text(painter, how):
    painter.drawText(QRectF(0, 0, 200, 20), "go", how)


def text_layout(painter, how):
    layout = QTextLayout("go")
    layout.setTextOption(how)
    layout.beginLayout()
    layout.createLine().setLineWidth(200)
    layout.endLayout()
    layout.draw(painter, QPointF(0, 0))


def static_text(painter, how):
    words = QStaticText("go")
    words.setTextOption(how)
    words.setTextWidth(200)
    painter.drawStaticText(QPointF(0, 0), words)


seen("drawText", side(draw_text), "right")
seen("QTextLayout", side(text_layout), "left")
seen("QStaticText", side(static_text), "left")
absolute = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute
seen("drawText, absolute", side(draw_text, absolute), "left")
PY
