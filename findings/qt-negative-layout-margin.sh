#!/usr/bin/env bash
# A negative margin of a layout is not negative: it is the style's own margin, or none
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      layout.setContentsMargins(-8, 0, 0, 0) moves what is in the layout 8 px to the left, as the same call does for
#            a widget, or is refused.
# Behaviour  QWidget takes the -8. A layout of a widget takes it as "the style decides": the left margin becomes the
#            positive 9 or 11 px of the style, so what was to move left moves right. The same layout put into another by
#            addLayout reads as 0. Nothing is printed, and contentsMargins() gives the replaced value back.
# Seen       widget: -8; layout of a widget: 11; the same layout nested: 0 (Fusion)
# Documented Not on the page of QLayout::setContentsMargins(): no word on negative numbers.
# Matters    Controls with a frame of their own (a flat button, a link) are lined up with text above by a negative margin.
#            That works for a QWidget, and silently shifts the wrong way here.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QLabel, QStyleFactory, QVBoxLayout, QWidget

app = QApplication([])
app.setStyle(QStyleFactory.create("Fusion"))

widget = QWidget()
widget.setContentsMargins(-8, 0, 0, 0)
seen("left margin of a widget", widget.contentsMargins().left(), -8)

window = QWidget()
own = QVBoxLayout(window)
own.setContentsMargins(-8, 0, 0, 0)
label = QLabel("text")
own.addWidget(label)
window.resize(200, 100)
window.show()
style = app.style().pixelMetric(app.style().PixelMetric.PM_LayoutLeftMargin, None, window)
seen("left margin of a layout of a widget is that of the style", own.contentsMargins().left() == style, True)
seen("the label lies to the right of the edge", label.x() > 0, True)

page = QWidget()
outer = QVBoxLayout(page)
inner = QVBoxLayout()
outer.addLayout(inner)
inner.setContentsMargins(-8, 0, 0, 0)
seen("left margin of the same layout, nested", inner.contentsMargins().left(), 0)
PY
