"""Icons of lines, for navigation, rows and notices, in a square of 24."""

from __future__ import annotations

import math
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, Qt

from coach.ui.kit.painting import round_pen

if TYPE_CHECKING:
    from PySide6.QtCore import QRectF
    from PySide6.QtGui import QColor, QPainter

SIDE = 24
"""Side of the square in which icons are given."""
WIDTH = 1.8
"""Width of a line in it."""


class LineIcon(Enum):
    """An icon, named by what it stands for."""

    TODAY = "today"
    ROUTINES = "routines"
    HISTORY = "history"
    SETTINGS = "settings"
    HELP = "help"
    SOUND = "sound"
    SILENT = "no sound"
    WARNING = "warning"
    EXPORT = "export"
    HEART = "what to feel"
    HAND = "when to stop"
    LEAF = "easier"
    ASK = "ask first"
    MISTAKE = "goes wrong"
    REPORT = "report"
    PHONE = "phone"
    PERSON = "a professional"
    LOCK = "kept to oneself"
    CLOCK = "time"
    BELL = "tone"
    AGAIN = "once more"
    ONWARD = "onward"
    MAT = "mat"
    CHAIR = "chair"
    SHIRT = "clothes"
    LETTERS = "letters"
    KEYBOARD = "keyboard"
    BOOK = "book"
    DELETE = "delete"
    REMOTE = "remote"
    IMPORT = "import"
    NEW = "new"
    COPY = "copy"
    UNDO = "undo"
    REDO = "redo"
    UP = "up"
    DOWN = "down"
    PENCIL = "change the name"
    TICK = "works"

    def paint(self, painter: QPainter, area: QRectF, colour: QColor) -> None:
        """Paint it in a square."""
        draw(painter, self, area, colour)


def _arc(x: float, y: float, radius: float, first: int, last: int) -> str:
    """Return the points of a part of a circle, from one angle to another in degrees, clockwise from the right."""
    turns = [math.radians(angle) for angle in range(first, last + 1, 10)]
    return " ".join(f"{x + radius * math.cos(turn):.2f},{y + radius * math.sin(turn):.2f}" for turn in turns)


def _arc_back(x: float, y: float, radius: float, first: int, last: int) -> str:
    """Return the points of a part of a circle the other way round, from one angle down to another."""
    return " ".join(reversed(_arc(x, y, radius, last, first).split()))


_HEART = (
    "12,20 5.5,13.6 4.2,11.5 4.2,8.8 5.8,6.8 8,6.2 10.2,7 12,9 13.8,7 16,6.2 18.2,6.8 19.8,8.8 19.8,11.5 18.5,13.6"
    " 12,20"
)
_HAND = (
    "18,11 18,6 17.2,4.5 16,4 14.8,4.5 14,6",
    "14,10 14,4 13.2,2.6 12,2 10.8,2.6 10,4 10,6",
    "10,10.5 10,6 9.2,4.5 8,4 6.8,4.5 6,6 6,14",
    (
        "18,8 18.8,6.5 20,6 21.2,6.5 22,8 22,14 21,18 18.5,20.8 14,22 12,22 8.5,21.3 6,19.7 2.4,16.1 2,14.5 3,13.2"
        " 4.2,12.8 5.2,13.2 7,15"
    ),
)
_LINES: dict[LineIcon, tuple[str, ...]] = {
    LineIcon.TODAY: ("3,17 21,17", "7,21 17,21", "12,3 12,6", "4,7 6,9", "20,7 18,9"),
    LineIcon.ROUTINES: ("10,6 21,6", "10,12 21,12", "10,18 21,18", "3,6 6,6", "3,12 6,12", "3,18 6,18"),
    LineIcon.HISTORY: ("4,6 20,6 20,20 4,20 4,6", "4,11 20,11", "8,3 8,7", "16,3 16,7"),
    LineIcon.SETTINGS: ("3,7 12,7", "18,7 21,7", "3,17 6,17", "12,17 21,17"),
    LineIcon.HELP: ("12,14 12,13 14.5,10.5 14.5,9 13,7.5 11,7.5 9.5,9", "12,17 12,17.1"),
    LineIcon.SOUND: ("3,9 7,9 12,5 12,19 7,15 3,15 3,9", "16,9 17.5,12 16,15", "19,7 21,12 19,17"),
    LineIcon.SILENT: ("3,9 7,9 12,5 12,19 7,15 3,15 3,9", "16,10 21,15", "21,10 16,15"),
    LineIcon.WARNING: ("12,4 21,20 3,20 12,4", "12,10 12,14", "12,17 12,17.1"),
    LineIcon.HEART: (_HEART,),
    LineIcon.HAND: _HAND,
    LineIcon.LEAF: ("5,19.5 8,14.5 13,10.5", "7,17 5.2,12.5 6.5,8.5 11,5.5 19.5,4.5 18.8,12 16,16.5 12,18.2 7,17"),
    LineIcon.ASK: ("4,5 20,5 20,16 12,16 8,20 8,16 4,16 4,5", "8,9 16,9", "8,12 13,12"),
    LineIcon.REMOTE: (
        "9,2.5 15,2.5 17,4.5 17,19.5 15,21.5 9,21.5 7,19.5 7,4.5 9,2.5",
        *(f"{x},{y} {x},{y + 0.1}" for x, y in ((10, 13), (14, 13), (10, 17), (14, 17))),
    ),
    LineIcon.TICK: ("5,12.5 10,17.5 19,7",),
    LineIcon.MISTAKE: ("7,7 17,17", "17,7 7,17"),
    LineIcon.REPORT: ("5,3.5 19,3.5 19,20.5 5,20.5 5,3.5", "5,16.5 19,16.5"),
    LineIcon.PHONE: (
        (
            "22,17 22,20 20,22 15,21 11,19 5,13 3,9 2,4.1 4,2 7,2 9,3.7 9.8,6.5 9.4,8.6 8.1,9.9 10.5,13.5 14.1,15.9"
            " 15.4,14.6 17.5,14.2 20.3,14.9 22,17"
        ),
    ),
    LineIcon.PERSON: ("4,21 5,17.5 8,15.3 16,15.3 19,17.5 20,21",),
    LineIcon.LOCK: ("5,11 19,11 19,21 5,21 5,11", "8,11 8,7 9.2,4.4 12,3 14.8,4.4 16,7 16,11"),
    LineIcon.CLOCK: ("12,7 12,12 15,14",),
    LineIcon.BELL: ("6,17 6,10 7.5,6.5 12,4 16.5,6.5 18,10 18,17", "4,17 20,17", "10.5,20.5 13.5,20.5"),
    LineIcon.AGAIN: ("20,4 20,9.5 14.5,9.5", _arc(12, 12, 8, 20, 340)),
    LineIcon.ONWARD: ("9,5.5 15.5,12 9,18.5",),
    LineIcon.LETTERS: ("3,18 8,6 13,18", "5,14 11,14", "14.5,18 17.5,10.5 20.5,18", "15.6,15.4 19.4,15.4"),
    LineIcon.KEYBOARD: (
        "5,6 19,6 21,8 21,16 19,18 5,18 3,16 3,8 5,6",
        *(f"{x},{y} {x},{y + 0.1}" for x, y in ((7, 10), (10.3, 10), (13.7, 10), (17, 10), (7, 14), (17, 14))),
        "10,14 14,14",
    ),
    LineIcon.BOOK: ("6,3 19,3 19,21 6,21 5,20 5,4 6,3", "5,18 6,17 19,17"),
    LineIcon.DELETE: ("4,7 20,7", "9,7 9,4 15,4 15,7", "6,7 7,20 17,20 18,7", "10,11 10,16", "14,11 14,16"),
    LineIcon.UNDO: ("9,5 4.5,9.5 9,14", f"4.5,9.5 14,9.5 {_arc(14, 14.5, 5, 270, 450)} 9,19.5"),
    LineIcon.REDO: ("15,5 19.5,9.5 15,14", f"19.5,9.5 10,9.5 {_arc_back(10, 14.5, 5, 270, 90)} 15,19.5"),
    LineIcon.UP: ("6,15 12,9 18,15",),
    LineIcon.DOWN: ("6,9 12,15 18,9",),
    LineIcon.PENCIL: ("4,20 5,16 16.5,4.5 19.5,7.5 8,19 4,20", "14,7 17,10"),
    LineIcon.EXPORT: ("12,15 12,4", "7,8.5 12,3.5 17,8.5", "4,15 4,20 20,20 20,15"),
    LineIcon.IMPORT: ("12,3.5 12,15", "7,10.5 12,15.5 17,10.5", "5,20 19,20"),
    LineIcon.NEW: ("12,5 12,19", "5,12 19,12"),
    LineIcon.COPY: ("8.5,8.5 20,8.5 20,20 8.5,20 8.5,8.5", "15.5,8.5 15.5,4 4,4 4,15.5 8.5,15.5"),
    LineIcon.MAT: ("3,17 20,17",),
    LineIcon.CHAIR: ("6,3 6,21", "6,12 18,12 18,21"),
    LineIcon.SHIRT: ("8,3 3,6 5,10.5 7.5,9.5 7.5,21 16.5,21 16.5,9.5 19,10.5 21,6 16,3 14.5,5 12,5.7 9.5,5 8,3",),
}
_CIRCLES: dict[LineIcon, tuple[tuple[float, float, float], ...]] = {
    LineIcon.SETTINGS: ((15, 7, 2.8), (9, 17, 2.8)),
    LineIcon.HELP: ((12, 12, 9),),
    LineIcon.MAT: ((17.5, 13.5, 3.5), (17.5, 13.5, 0.6)),
    LineIcon.PERSON: ((12, 7.5, 4),),
    LineIcon.CLOCK: ((12, 12, 9),),
    LineIcon.REMOTE: ((12, 7.5, 2.2),),
}


_OF_READING = {LineIcon.ROUTINES, LineIcon.BOOK, LineIcon.ONWARD, LineIcon.UNDO, LineIcon.REDO}
"""Icons of what is read: a list and a book begin where words do."""


def draw(painter: QPainter, icon: LineIcon, area: QRectF, colour: QColor) -> None:
    """Paint an icon in a square."""
    painter.save()
    painter.translate(area.topLeft())
    painter.scale(area.width() / SIDE, area.height() / SIDE)
    if icon in _OF_READING and painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
        painter.translate(SIDE, 0)
        painter.scale(-1, 1)
    painter.setPen(round_pen(colour, WIDTH))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for line in _LINES[icon]:
        painter.drawPolyline([QPointF(*map(float, point.split(","))) for point in line.split()])
    for x, y, radius in _CIRCLES.get(icon, ()):
        painter.drawEllipse(QPointF(x, y), radius, radius)
    if icon is LineIcon.TODAY:
        painter.drawArc(7, 10, 10, 14, 0, 180 * 16)
    painter.restore()
