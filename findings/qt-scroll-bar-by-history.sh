#!/usr/bin/env bash
# A scroll area of the same size has a scroll bar or has none, by what size it had before
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), style Fusion.
# Guess      A resizable scroll area shows its bar where the page does not fit without one: the look of a window follows from
#            its size.
# Behaviour  For a page that is higher when it is narrower, the area measures the height at the width that it has at the moment, with
#            or without the bar. A page that fits in full keeps a bar that only its own width makes necessary when the window
#            was smaller before, and has none when it was larger.
# Seen       the same height, reached from a lower window: a bar; from a higher one: none
# Documented Qt::ScrollBarAsNeeded: it "shows a scroll bar when the content is too large to fit and not otherwise".
# Matters    A page that just fits has a bar after turning from a longer one, and none after a start: pictures of pages differ
#            from run to run, and a test of the layout passes or fails by the order of the sizes it tries.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QScrollArea

app = QApplication([])
app.setStyle("Fusion")
area = QScrollArea()
area.setFrameShape(QFrame.Shape.NoFrame)
area.setWidgetResizable(True)
page = QLabel("breathe " * 200)
page.setWordWrap(True)
area.setWidget(page)
area.resize(300, 100)
area.show()
app.processEvents()
bar = area.verticalScrollBar()
in_full, beside_the_bar = page.heightForWidth(300), page.heightForWidth(300 - bar.sizeHint().width())
seen("the page is higher beside the bar", beside_the_bar > in_full + 1, True)


def bar_at(height):
    area.resize(300, height)
    for _ in range(3):
        app.processEvents()
    return bar.isVisible()


just_fits = in_full + 1
seen("much lower", bar_at(in_full - 100), True)
seen("the page just fits, coming from a lower window", bar_at(just_fits), True)
seen("much higher", bar_at(beside_the_bar + 100), False)
seen("the page just fits, coming from a higher window", bar_at(just_fits), False)
PY
