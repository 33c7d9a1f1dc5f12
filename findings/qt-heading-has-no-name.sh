#!/usr/bin/env bash
# A label that is made a heading loses its text for screen readers
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      QAccessibleWidget(label, Role.Heading), from an interface factory, changes the role of a QLabel and keeps the
#            rest: its name stays the text of the label. QAccessibleWidget is the documented base for such things.
# Behaviour  The name is empty. The text of a label comes from a private class that stands only for the role a label has
#            by itself; another role leaves out the text with it. setAccessibleName() with the same text brings it back.
# Seen       QLabel by itself: name 'Knees', role StaticText; as a heading: name '', role Heading
# Documented Not on the page of QAccessibleWidget.
# Matters    Headings are what somebody jumps by. One made this way is announced as "heading", and nothing else.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QLabel

app = QApplication([])
label = QLabel("Knees")
own = QAccessible.queryAccessibleInterface(label)
seen("role and name of the label", (own.role().name, own.text(QAccessible.Text.Name)), ("StaticText", "Knees"))
heading = QAccessibleWidget(label, QAccessible.Role.Heading)
seen("role and name as a heading", (heading.role().name, heading.text(QAccessible.Text.Name)), ("Heading", ""))
label.setAccessibleName(label.text())
seen("name with an accessible name of the same text", heading.text(QAccessible.Text.Name), "Knees")
PY
