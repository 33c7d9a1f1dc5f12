#!/usr/bin/env bash
# Each connection of a plain object's method leaves something behind for as long as the object lives
#
# Versions   PySide6 6.11.3 (shiboken6 6.11.3).
# Guess      disconnect() undoes connect(), and a sender that is gone takes its connections along, whether the method belongs
#            to a QObject or to any other object of Python.
# Behaviour  For a method of an object that is no QObject each connect() leaves a weak reference with a callback on that
#            object, about 110 bytes for Python alone. Neither disconnect() nor the end of the sender removes it, only the
#            end of the object. A method of a QObject leaves nothing.
# Seen       after 1000 times: plain object, disconnected: 1000; plain object, sender gone: 1000; QObject: 0 and 0
# Documented Not on the pages on signals and slots.
# Matters    A model or a controller in plain Python lives as long as the program, and is connected to each page, row or
#            timer that comes and goes. It grows with every one, and nothing that counts QObjects shows it.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
import gc
import weakref

from PySide6.QtCore import QCoreApplication, QObject, Signal

app = QCoreApplication([])


class Page(QObject):
    left = Signal()


class Plain:
    def hear(self):
        pass


class Hearer(QObject):
    def hear(self):
        pass


def disconnected(receiver):
    page = Page()
    for _ in range(1000):
        page.left.connect(receiver.hear)
        page.left.disconnect(receiver.hear)
    gc.collect()
    return weakref.getweakrefcount(receiver)


def sender_gone(receiver):
    for _ in range(1000):
        page = Page()
        page.left.connect(receiver.hear)
        del page
    gc.collect()
    return weakref.getweakrefcount(receiver)


seen("QObject, disconnected", disconnected(Hearer()), 0)
seen("QObject, sender gone", sender_gone(Hearer()), 0)
seen("plain object, disconnected", disconnected(Plain()), 1000)
seen("plain object, sender gone", sender_gone(Plain()), 1000)
PY
