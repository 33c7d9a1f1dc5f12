#!/usr/bin/env bash
# A painter on a widget reads from the side that the application reads from, not the widget
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      QPainter(widget) takes pen, font and direction from the widget: setLayoutDirection(RightToLeft) of a widget makes
#            its labels and buttons right-to-left, and so does what it paints itself with the same flags.
# Behaviour  Pen and font are the widget's; the direction is the application's. drawText() with AlignLeft in a right-to-left
#            widget of a left-to-right program stands at the left, and at the right in the opposite case. On a picture the
#            painter has no direction at all, and follows the words.
# Seen       right-to-left widget, left-to-right program: painter LeftToRight, ink at the left; a left-to-right widget in a
#            right-to-left program: RightToLeft, ink at the right; on a QImage: LayoutDirectionAuto
# Documented QPainter::setLayoutDirection names no default for a widget; QWidget::initPainter "initializes the painter pen,
#            background and font to the same as the given widget's".
# Matters    A part that must not mirror (a keyboard, a person's own right and left), or one in another language than the rest,
#            is painted mirrored all the same. setLayoutDirection() of the painter has to follow the widget by hand.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft


class Part(QWidget):
    def paintEvent(self, event):
        painter = QPainter(self)
        self.read = painter.layoutDirection().name
        painter.fillRect(self.rect(), QColor("white"))
        painter.setPen(QColor("black"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft, "go")


def painted(of_program, of_widget):
    app.setLayoutDirection(of_program)
    part = Part()
    part.resize(200, 20)
    part.setLayoutDirection(of_widget)
    picture = part.grab().toImage()
    ink = [x for x in range(200) for y in range(20) if picture.pixelColor(x, y).lightness() < 128]
    return part.read, "left" if max(ink) < 100 else "right"


seen("right-to-left widget, left-to-right program", painted(LTR, RTL), ("LeftToRight", "left"))
seen("left-to-right widget, right-to-left program", painted(RTL, LTR), ("RightToLeft", "right"))
picture = QImage(9, 9, QImage.Format.Format_RGB32)
painter = QPainter(picture)
seen("on a picture", painter.layoutDirection().name, "LayoutDirectionAuto")
painter.end()
PY
