#!/usr/bin/env bash
# A layout that remembers its heights tells the least height of another width
#
# Versions   PySide6 6.11.3 (Qt 6.11.3), QBoxLayout. On Python 3.12 the same with 6.12.0.
# Guess      heightForWidth() and minimumHeightForWidth() are two questions: a subclass may answer the first from what it
#            remembers, and leave the second to QBoxLayout.
# Behaviour  QBoxLayout::minimumHeightForWidth(w) calls heightForWidth(w), the subclass's, for what QBoxLayout's own leaves behind,
#            and then returns that. Where the subclass does not come to its base class for this width, it is the least height of
#            the width that was worked out last. A subclass that adds a margin to the width before it asks adds it twice.
# Seen       a label that wraps, least height at 100 and at 400 px: 232 and 64 by QBoxLayout. Where heights are remembered the
#            same at first, and 64 at 100 px too once 400 was asked for. (Other fonts, other numbers; compared is which is which.)
# Documented No. QLayoutItem::minimumHeightForWidth: "The default implementation simply calls heightForWidth()"; nothing says
#            that QBoxLayout's calls it for a side effect.
# Matters    Rows of words come out a line too low or too high at some widths and right at others, by what was asked before.
#            Remembering heights is what one does, since Qt itself keeps those of one width alone.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget

app = QApplication([])


class Remembering(QVBoxLayout):
    def __init__(self, parent):
        super().__init__(parent)
        self.known = {}

    def invalidate(self):
        self.known = {}
        super().invalidate()

    def heightForWidth(self, width):
        if width not in self.known:
            self.known[width] = super().heightForWidth(width)
        return self.known[width]


def column(kind):
    page = QWidget()
    made = kind(page)
    label = QLabel("Words that need several lines where there is little room. " * 3)
    label.setWordWrap(True)
    made.addWidget(label)
    return page, made


page, plain = column(QVBoxLayout)
other, remembering = column(Remembering)
wide, narrow = plain.minimumHeightForWidth(400), plain.minimumHeightForWidth(100)
seen("QBoxLayout: higher where it is narrow", narrow > wide, True)
right = {100: narrow, 400: wide}
for width in (100, 400):
    seen(f"remembering, asked for the first time at {width}", remembering.minimumHeightForWidth(width) == right[width], True)
seen("asked at 100 again: its own", remembering.minimumHeightForWidth(100) == narrow, False)
seen("asked at 100 again: that of 400", remembering.minimumHeightForWidth(100) == wide, True)
PY
