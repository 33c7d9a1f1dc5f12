#!/usr/bin/env bash
# A QStackedWidget can show two pages at once, and going to the current page does not put that right
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      "Only one widget is visible at a time" (its page): show() on another page is undone, or makes it current; at
#            the latest setCurrentIndex() with the index wanted leaves one page.
# Behaviour  show() (or setVisible(True), a bound property, a fade-in) on a page that is not current leaves two pages
#            visible on top of each other, both in the order of Tab and both in the accessibility tree.
#            setCurrentIndex(currentIndex()) returns early and changes nothing. Only going elsewhere and back helps.
# Seen       visible after show(): [True, True]; after setCurrentIndex(0): [True, True]; after 1 and 0: [True, False]
# Documented The page of QStackedWidget states the opposite without a condition.
# Matters    A page that shows itself when its data arrives makes a screen reader read two pages, and clicks land on the
#            one on top, whichever that is.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QLabel, QStackedWidget

app = QApplication([])
stack = QStackedWidget()
pages = [QLabel("start"), QLabel("session")]
for page in pages:
    stack.addWidget(page)
stack.show()
pages[1].show()
seen("current page", stack.currentIndex(), 0)
seen("pages visible after show() on the other", [page.isVisible() for page in pages], [True, True])
stack.setCurrentIndex(0)
seen("after setCurrentIndex(0)", [page.isVisible() for page in pages], [True, True])
stack.setCurrentIndex(1)
stack.setCurrentIndex(0)
seen("after going to the other and back", [page.isVisible() for page in pages], [True, False])
PY
