#!/usr/bin/env bash
# A method keeps its object alive in singleShot(), and not in connect()
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      Whatever PySide6 is given to call, it keeps in the same way: Thing().method is called once the signal comes, as
#            a lambda that calls it is; or else it is not called in either.
# Behaviour  connect() forgets the object: Thing().method is never called, and there is no error and no warning, for a plain
#            object and a QObject alike. functools.partial and a lambda keep it. QTimer.singleShot() keeps it, too, so that
#            the same method is called there.
# Seen       connect: partial, lambda; the two methods are not called; singleShot: plain, QObject
# Documented Not on the pages on signals and slots.
# Matters    A short singleShot is replaced by a timer that can be stopped, timeout.connect(Step(...).end), and the step
#            never ends; the other way round, an object that was to be gone still answers.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
import functools
import gc

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal

app = QCoreApplication([])
called = []


class Plain:
    def end(self, name):
        called.append(name)

    def plain(self):
        called.append("plain")


class Step(QObject):
    def step(self):
        called.append("QObject")


class Session(QObject):
    ended = Signal()


session = Session()
session.ended.connect(Plain().plain)
session.ended.connect(Step().step)
session.ended.connect(functools.partial(Plain().end, "partial"))
session.ended.connect(lambda kept=Plain(): kept.end("lambda"))
gc.collect()
session.ended.emit()
seen("called after connect", called, ["partial", "lambda"])
called.clear()
QTimer.singleShot(0, Plain().plain)
QTimer.singleShot(0, Step().step)
gc.collect()
for _ in range(10):
    app.processEvents()
seen("called after singleShot", sorted(called), ["QObject", "plain"])
PY
