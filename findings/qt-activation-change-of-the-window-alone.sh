#!/usr/bin/env bash
# A part of a window is not told by ActivationChange that its window came to the front; by WindowActivate it is
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Both events tell every widget: ActivationChange goes to changeEvent() of each, as PaletteChange, FontChange and
#            LayoutDirectionChange do, and WindowActivate is for the window.
# Behaviour  The other way round. ActivationChange comes to the window alone; WindowActivate and WindowDeactivate are handed
#            on to all its parts, by event(), not by changeEvent().
# Seen       shown: WindowActivate at window, part and part of the part; ActivationChange at the window alone. Another
#            window in front: the same with WindowDeactivate
# Documented QEvent::ActivationChange: "A widget's top-level window activation state has changed." QWidget::changeEvent() lists
#            it among the events that it handles, without a word about windows.
# Matters    What should stand still while nobody looks (a film, a clock) and is a part of a window never hears of it in its
#            changeEvent(), and goes on costing battery behind another window.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

app = QApplication([])
heard = []
WATCHED = (QEvent.Type.ActivationChange, QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate)


class Part(QWidget):
    def __init__(self, name, parent=None):
        super().__init__(parent)
        self.name = name

    def event(self, event):
        if event.type() in WATCHED:
            heard.append((event.type().name, self.name))
        return super().event(event)


def told():
    app.processEvents()
    found = {kind: [name for each, name in heard if each == kind] for kind, _name in heard}
    heard.clear()
    return found


window = Part("window")
part = Part("part", window)
inner = Part("part of the part", part)
everybody = ["window", "part", "part of the part"]
window.show()
window.activateWindow()
seen("in front", told(), {"WindowActivate": everybody, "ActivationChange": ["window"]})
other = QWidget()
other.show()
other.activateWindow()
seen("behind another", told(), {"WindowDeactivate": everybody, "ActivationChange": ["window"]})
PY
