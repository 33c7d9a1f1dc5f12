#!/usr/bin/env bash
# A proxy style is not asked where the parts of a check box lie when it is painted
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A QProxyStyle that overrides subElementRect() for SE_CheckBoxIndicator moves the box that is painted.
# Behaviour  The widget asks the proxy, so a press is judged by its answer; but QCommonStyle paints CE_CheckBox with its own
#            subElementRect(), and the box stays where it was. Its primitives and its label do go through the proxy.
# Seen       asked for by the widget: yes; asked for while painting: no
# Documented The page of QProxyStyle promises that parts of any style can be changed. Nothing on calls that go past it.
# Matters    Room for a focus ring round a check box cannot be made by its parts; CE_CheckBox has to be painted whole.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtWidgets import QApplication, QCheckBox, QProxyStyle, QStyle, QStyleOptionButton

app = QApplication([])
asked = []
primitives = []


class Style(QProxyStyle):
    def subElementRect(self, element, option, widget=None):
        asked.append(element)
        return super().subElementRect(element, option, widget)

    def drawPrimitive(self, element, option, painter, widget=None):
        primitives.append(element)
        super().drawPrimitive(element, option, painter, widget)


style = Style("Fusion")
app.setStyle(style)
box = QCheckBox("text")
box.show()
app.processEvents()
part = QStyle.SubElement.SE_CheckBoxIndicator
box.style().subElementRect(part, QStyleOptionButton(), box)
seen("the proxy is asked from outside", part in asked, True)
asked.clear()
primitives.clear()
box.grab()
seen("the box is painted through the proxy", QStyle.PrimitiveElement.PE_IndicatorCheckBox in primitives, True)
seen("the proxy is asked where it lies", part in asked, False)
PY
