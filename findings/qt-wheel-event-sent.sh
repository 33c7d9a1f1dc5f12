#!/usr/bin/env bash
# A wheel event that is sent does not go on to the parent; keys do, and a wheel event of the desktop does
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      QApplication.sendEvent() with an input event behaves as the same event of the desktop: when the inner widget
#            ignores it, the parent gets it, as is written for QWheelEvent and as happens with a key event that is sent.
# Behaviour  A wheel event sent to the widget stops at the widget. Sent to the window under it, it also stops at the inner
#            widget, and comes back as accepted although the only one who saw it called ignore(). Through QTest.wheelEvent()
#            (Qt 6.8), which enters where the desktop's events enter, the parent gets it.
# Seen       key sent: inner, outer; wheel sent: inner; wheel sent to the window: inner, accepted; QTest.wheelEvent: inner, outer
# Documented QWheelEvent: ignored events go on to the parent widget. Nothing on how they arrived.
# Matters    Tests of "the wheel over a number field scrolls the page instead" are written with sendEvent, and are red for
#            a program that is right; tools for people who cannot use a wheel send events just so.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
got = []


class Inner(QWidget):
    def wheelEvent(self, event):
        got.append("inner")
        event.ignore()

    keyPressEvent = wheelEvent


class Outer(QWidget):
    def wheelEvent(self, event):
        got.append("outer")

    keyPressEvent = wheelEvent


outer = Outer()
outer.resize(200, 200)
inner = Inner(outer)
inner.setGeometry(50, 50, 100, 100)
outer.show()
app.processEvents()


def wheel(at):
    return QWheelEvent(
        QPointF(at), QPointF(outer.mapToGlobal(QPoint(100, 100))), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )


def passed():
    copy = list(got)
    got.clear()
    return copy


app.sendEvent(inner, QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_A, Qt.KeyboardModifier.NoModifier))
seen("a key sent to the inner widget", passed(), ["inner", "outer"])
app.sendEvent(inner, wheel(QPoint(50, 50)))
seen("a wheel event sent to the inner widget", passed(), ["inner"])
event = wheel(QPoint(100, 100))
app.sendEvent(outer.windowHandle(), event)
seen("a wheel event sent to the window", passed(), ["inner"])
seen("and it counts as accepted", event.isAccepted(), True)
QTest.wheelEvent(outer.windowHandle(), QPointF(100, 100), QPoint(0, -120))
app.processEvents()
seen("a wheel event as from the desktop", passed(), ["inner", "outer"])
PY
