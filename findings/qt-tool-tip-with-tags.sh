#!/usr/bin/env bash
# A tool tip in rich text is read out with its tags, the text of a label is not
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Wherever Qt shows rich text by itself, it gives accessibility the plain text of it: a label "<b>Hold</b>" is
#            called "Hold", and a tool tip "<b>Ends</b> at once" describes its button as "Ends at once".
# Behaviour  Only the label's text is made plain. The tool tip becomes the description with tags and entities as they were
#            written, and "What's this?" becomes the help in the same way.
# Seen       label: 'Hold & rest'; description: '<b>Ends</b> at once &amp; rests'; help: '<p>Ends it</p>'
# Documented QWidget::toolTip: rich text is possible. That it is the description where none is set is not said there.
# Matters    A tool tip in <p> is the usual way to make a long one wrap. It looks right, and a screen reader says "less p
#            greater" before each. Set accessibleDescription as plain text beside each rich tool tip.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

app = QApplication([])


def told(widget, what):
    return QAccessible.queryAccessibleInterface(widget).text(what)


seen("name of a label", told(QLabel("<b>Hold</b> &amp; rest"), QAccessible.Text.Name), "Hold & rest")
button = QPushButton("Stop")
button.setToolTip("<b>Ends</b> at once &amp; rests")
button.setWhatsThis("<p>Ends it</p>")
seen("description of a button", told(button, QAccessible.Text.Description), "<b>Ends</b> at once &amp; rests")
seen("help of a button", told(button, QAccessible.Text.Help), "<p>Ends it</p>")
button.setAccessibleDescription("Ends at once and rests")
seen("description, once set", told(button, QAccessible.Text.Description), "Ends at once and rests")
PY
