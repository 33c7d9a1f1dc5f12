#!/usr/bin/env bash
# An animation from 0 to 1.0 runs its whole length without a value
#
# Versions   PySide6 6.11.3 (Qt 6.11.3).
# Guess      A QVariantAnimation from 0 to 1.0 goes through 0.25, 0.5 and 0.75: in Python 0 and 0.0 are the same number. At
#            worst it goes in whole numbers.
# Behaviour  An int and a float are two types to Qt, between which it does not interpolate. The animation runs and finishes,
#            valueChanged is never emitted and currentValue() is None, also at the end. From 0 to 1 it is 1 at the very end.
#            A QPropertyAnimation with the same two numbers works: it turns both into the type of the property.
# Seen       0.0 to 1.0: [0.25, 0.5, 0.75, 1.0]; 0 to 1.0: []; 0 to 1: [1]; a property, 0 to 1.0: [0.25, 0.5, 0.75, 1.0]
# Documented QVariantAnimation lists the types it can interpolate. Not what happens between two of them.
# Matters    A figure that should fade or move stays as it is, without a warning, and does so again when a property animation
#            is rewritten as the more general one.
# shellcheck source-path=SCRIPTDIR source=lib.sh
. "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

packages "${PYSIDE[@]}"
python <<'PY'
from PySide6.QtCore import Property, QCoreApplication, QObject, QPropertyAnimation, QVariantAnimation

app = QCoreApplication([])


class Figure(QObject):
    def __init__(self):
        super().__init__()
        self._turn = 0.0

    def _get(self):
        return self._turn

    def _set(self, turn):
        self._turn = turn

    turn = Property(float, _get, _set)


def values(animation, start, end):
    said = []
    animation.setStartValue(start)
    animation.setEndValue(end)
    animation.setDuration(100)
    animation.valueChanged.connect(lambda value: said.append(value))
    animation.finished.connect(lambda: said.append("finished"))
    animation.start()
    for time in (25, 50, 75, 100):
        animation.setCurrentTime(time)
    return [value for value in said if value != 0.0], animation.currentValue()


figure = Figure()
seen("0.0 to 1.0", values(QVariantAnimation(), 0.0, 1.0), ([0.25, 0.5, 0.75, 1.0, "finished"], 1.0))
seen("0 to 1.0", values(QVariantAnimation(), 0, 1.0), (["finished"], None))
seen("0 to 1", values(QVariantAnimation(), 0, 1), ([1, "finished"], 1))
seen("a property, 0 to 1.0", values(QPropertyAnimation(figure, b"turn"), 0, 1.0), ([0.25, 0.5, 0.75, 1.0, "finished"], 1.0))
PY
