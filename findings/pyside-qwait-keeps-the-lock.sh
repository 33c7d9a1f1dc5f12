#!/usr/bin/env bash
# QTest.qWait() lets events come in, and no other thread of Python work
#
# Versions   PySide6 6.11.3, QTest.qWait(); QTest.qSleep() too. On Python 3.12 the same with 6.12.0.
# Guess      It waits in an event loop, so it gives Python's lock back as QEventLoop.exec() and processEvents() do.
# Behaviour  It handles events and timers, and keeps the lock for the whole time: a thread beside it takes no step.
# Seen       300 ms beside a thread that takes a step each ms: qWait 0 or 1 step; an event loop, or processEvents() with a sleep,
#            more than 100.
# Documented No. The page of QTest::qWait says that events are processed, and that the program stays responsive.
# Matters    A test that waits with it for what a thread does waits for nothing: where it is called in a loop, the thread gets on
#            only between two calls, by a step each. Opening a database with some forty statements took 0.25 s so, and 0.08 s
#            without. What depends on a race between thread and window never happens in such a test.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
import threading
import time

from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
from PySide6.QtTest import QTest

app = QCoreApplication([])
WAIT_MS = 300
steps = fired = 0


def work():
    global steps
    while True:
        steps += 1
        time.sleep(0.001)


threading.Thread(target=work, daemon=True).start()


def beat():
    global fired
    fired += 1


def by_loop():
    loop = QEventLoop()
    QTimer.singleShot(WAIT_MS, loop.quit)
    loop.exec()


def by_sleep():
    end_s = time.monotonic() + WAIT_MS / 1000
    while time.monotonic() < end_s:
        QCoreApplication.processEvents()
        time.sleep(0.001)


def lets(wait):
    """Return whether timers went off meanwhile, and whether the thread got on."""
    global fired
    fired, before = 0, steps
    timer = QTimer(interval=10)
    timer.timeout.connect(beat)
    timer.start()
    wait()
    return fired > 3, steps - before > 30


seen("an event loop: timers, thread", lets(by_loop), (True, True))
seen("processEvents and sleep: timers, thread", lets(by_sleep), (True, True))
seen("qWait: timers, thread", lets(lambda: QTest.qWait(WAIT_MS)), (True, False))
seen("qSleep: timers, thread", lets(lambda: QTest.qSleep(WAIT_MS)), (False, False))
PY
