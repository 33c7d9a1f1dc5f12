"""Reads from what a window has painted which words and which edges fall short of a contrast."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QSlider, QSpinBox

from coach.ui.check.read_on import Fade
from coach.ui.editor.look_at_card import LookAtLine
from coach.ui.kit.button_looks import LINKS, Look
from coach.ui.kit.contrast import ratio
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.navigation import NavigationItem
from coach.ui.kit.painting import RIM
from coach.ui.kit.segmented import Segment
from coach.ui.shell.sound_line import SoundLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QWidget

MANY = 4
"""Pixels of a colour from which it counts as a part of a letter: fewer may be where two edges meet."""
EDGE = RIM + 4
"""Width of an edge with the room for the ring around it, in px."""
REACH = 16
"""How far from the outside of a control its edge is looked for, in px."""


def short_of(window: QWidget, words: float, edges: float) -> list[str]:
    """Return the texts and controls in sight that have less contrast than that to what is around them."""
    page = window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    found = []
    for widget in _in_sight(window):
        place = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size()).intersected(page.rect())
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton | QLineEdit) else ""
        if isinstance(widget, QComboBox):
            text = widget.currentText()
        name = f"{type(widget).__name__} “{text or widget.accessibleName()}”"
        inside = place.adjusted(EDGE, EDGE, -EDGE, -EDGE) if _has_edge(widget) else place  # an edge is no letter
        if text and (told := _of_words(page.copy(inside))) < words:
            found.append(f"{name}: words {told:.1f}")
        if _has_edge(widget) and (told := _of_edge(page, place)) < edges:
            found.append(f"{name}: edge {told:.1f}")
    return found


def _in_sight(window: QWidget) -> Iterator[QWidget]:
    """Yield what is wholly in sight and can be used: what is pale because it cannot be used is left out.

    So is what fades away at the end of a page that goes on.
    """
    fades = [fade for fade in window.findChildren(Fade) if fade.isVisible()]
    faded = [QRect(fade.mapTo(window, QPoint(0, 0)), fade.size()) for fade in fades]
    for widget in window.findChildren(QLabel) + window.findChildren(QAbstractButton) + _fields(window):
        whole = QRect(QPoint(0, 0), widget.size())
        if not widget.isVisible() or not widget.isEnabled() or widget.objectName() == "news":
            continue
        if whole.isEmpty() or widget.visibleRegion().boundingRect() != whole:
            continue
        if any(whole.translated(widget.mapTo(window, QPoint(0, 0))).intersects(fade) for fade in faded):
            continue
        yield widget


def _fields(window: QWidget) -> list[QWidget]:
    # The line in a stepper has the edge of the stepper.
    lines = [each for each in window.findChildren(QLineEdit) if not isinstance(each.parent(), QSpinBox)]
    return [*lines, *window.findChildren(QComboBox), *window.findChildren(QSlider)]


def _has_edge(widget: QWidget) -> bool:
    if isinstance(widget, KeyButton):
        return widget.look not in {*LINKS, Look.QUIET, Look.TOAST}
    return not isinstance(widget, QLabel | NavigationItem | SoundLine | Segment | QSlider | LookAtLine)


def _of_words(picture: QImage) -> float:
    """Return the contrast of the letters to what they stand on, the most common colour; 21 where nothing is written."""
    pixels = picture.constBits()
    counted: Counter[int] = Counter(memoryview(pixels).cast("I").tolist())
    ground = QColor.fromRgb(counted.most_common(1)[0][0])
    others = [ratio(QColor.fromRgb(colour), ground) for colour, times in counted.items() if times >= MANY]
    return max(others) if len(others) > 1 else 21.0


def _of_edge(page: QImage, place: QRect) -> float:
    """Return the least contrast at which an edge is met from the left, the right and above."""
    middle, down = place.center(), min(REACH, place.height() // 2)
    across = min(REACH, place.width() // 2)
    ways = (
        [(place.left() + step, middle.y()) for step in range(across)],
        [(place.right() - step, middle.y()) for step in range(across)],
        [(middle.x(), place.top() + step) for step in range(down)],
    )
    return min(_most(page, way) for way in ways)


def _most(page: QImage, way: list[tuple[int, int]]) -> float:
    """Return the most contrast of two colours on a way that are next to each other, or next but one."""
    colours = [page.pixelColor(x, y) for x, y in way]
    return max(ratio(a, b) for step in (1, 2) for a, b in zip(colours, colours[step:], strict=False))
