#!/usr/bin/env bash
# An animation of no length is over before start() returns, and never says its value
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      With duration 0 (somebody wants less motion) the animation jumps: valueChanged with the end value, then
#            finished, in the next turn of the event loop, as the last step of every longer one comes.
# Behaviour  finished comes inside start(), before the next line of the caller. valueChanged does not come at all, because
#            the current value is already the end value before anything started (a QPropertyAnimation does set its
#            property). loopCount -1 (for ever) ends at once too.
# Seen       value before start(): 10; signals inside start(): Running, Stopped, finished; valueChanged: none.
#            With duration 1: valueChanged ends with 10, and finished comes after start() has returned.
# Documented QAbstractAnimation::finished says "after the animation has stopped and has reached the end"; the page of
#            duration says nothing of 0, that of loopCount says -1 loops forever.
# Matters    "Less motion" is mostly done by setting durations to 0. What is painted from valueChanged then stays at the
#            old place, and code that connects to finished after start() waits for ever, for those people only.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer, QVariantAnimation

app = QCoreApplication([])
said = []


def animation(duration, loops=1):
    said.clear()
    moving = QVariantAnimation()
    moving.setDuration(duration)
    moving.setLoopCount(loops)
    moving.setStartValue(0)
    moving.setEndValue(10)
    moving.valueChanged.connect(said.append)
    moving.stateChanged.connect(lambda new, old: said.append(new.name))
    moving.finished.connect(lambda: said.append("finished"))
    return moving


def a_moment():
    loop = QEventLoop()
    QTimer.singleShot(100, loop.quit)
    loop.exec()


none = animation(0)
seen("value before start", none.currentValue(), 10)
none.start()
seen("said inside start()", list(said), ["Running", "Stopped", "finished"])
a_moment()
seen("said after a moment", list(said), ["Running", "Stopped", "finished"])
ever = animation(0, loops=-1)
ever.start()
seen("one that loops for ever runs on", ever.state() == QVariantAnimation.State.Running, False)
short = animation(1)
short.start()
seen("with 1 ms, finished inside start()", "finished" in said, False)
a_moment()
seen("with 1 ms, the last three after a moment", said[-3:], [10, "Stopped", "finished"])
PY
