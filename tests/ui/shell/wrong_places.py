"""What is wrong with where things stand in a window: cut, sticking out of it, or over each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from coach.ui.home.strip import Strip
from coach.ui.kit.key_button import KeyButton
from coach.ui.kit.navigation import NavigationItem
from coach.ui.kit.painting import RIM
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.live.feel_notes import FeelNotes
from coach.ui.live.session_page import SessionPage

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.stage import Stage


LARGE = 1.5
_LIES_OVER = Qt.WidgetAttribute.WA_TransparentForMouseEvents
"""A flash round a page covers nothing that can be pressed."""


@dataclass(frozen=True)
class Case:
    """A size of the window and of the text."""

    width: int
    height: int
    text_scale: float = 1

    def __str__(self) -> str:
        return f"{self.width}x{self.height}, text {self.text_scale:.0%}"


CASES = [
    Case(1200, 800),
    Case(1000, 700),
    Case(800, 600),
    Case(1920, 1080),
    Case(1200, 800, LARGE),
    Case(800, 600, LARGE),
    Case(1920, 1080, LARGE),
]


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def visible_in(inside: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in inside.findChildren(QWidget)
        if widget.isVisible() and widget.objectName() != "news" and not widget.testAttribute(_LIES_OVER)
    ]


def place_in(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


def _scrolls(widget: QWidget) -> bool:
    """Tell whether a widget is what a scroll area moves: that may stick out."""
    viewport = widget.parentWidget()
    return viewport is not None and isinstance(viewport.parentWidget(), QScrollArea)


def _scrolls_sideways(widget: QWidget) -> bool:
    """Tell whether a widget is what the strip of exercises moves from side to side: nothing else may."""
    viewport = widget.parentWidget()
    area = None if viewport is None else viewport.parentWidget()
    return area is not None and isinstance(area.parentWidget(), Strip) and _scrolls(widget)


def _sticking_out(window: QWidget) -> Iterator[str]:
    for widget in visible_in(window):
        parent = widget.parentWidget()
        if parent is None or widget.isWindow():
            continue
        inside, place = parent.rect(), widget.geometry()
        if _scrolls_sideways(widget):
            inside, place = QRect(0, 0, 1, inside.height()), QRect(0, place.y(), 1, place.height())
        elif _scrolls(widget):
            # Up and down only.
            inside, place = QRect(0, 0, inside.width(), 1), QRect(place.x(), 0, place.width(), 1)
        if not inside.contains(place):
            yield f"{_name(widget)} at {widget.geometry()} sticks out of {_name(parent)} {parent.rect()}"


def _cut(window: QWidget) -> Iterator[str]:
    for widget in visible_in(window):
        if isinstance(widget, RotatedText | FeelNotes):
            if widget.is_cut:
                yield f"{_name(widget)} has {widget.size()}"
            continue
        if not getattr(widget, "shows_words", True):
            continue
        if isinstance(widget, QLabel) and widget.text():
            room = widget.contentsRect()
            if widget.wordWrap():
                if widget.height() < widget.heightForWidth(widget.width()):
                    yield f"{_name(widget)} is {widget.height()} high and needs {widget.heightForWidth(widget.width())}"
                continue
            needed = widget.fontMetrics().horizontalAdvance(widget.text())
            height = widget.fontMetrics().height()
        elif isinstance(widget, QAbstractButton) and widget.text():
            room = widget.rect()
            factor = widget.factor if isinstance(widget, KeyButton) else 1
            needed = round(factor * widget.fontMetrics().horizontalAdvance(widget.text()))
            height = round(factor * widget.fontMetrics().height())
        else:
            continue
        if room.width() < needed or room.height() < height:
            yield f"{_name(widget)} has {room.size()} and needs {needed} × {height}"


def _overlapping(window: QWidget) -> Iterator[str]:
    """Tell which neighbours cover each other."""
    families: dict[QWidget, list[QWidget]] = {}
    for widget in visible_in(window):
        parent = widget.parentWidget()
        if parent is not None and not widget.isWindow():
            families.setdefault(parent, []).append(widget)
    for parent, children in families.items():
        for number, one in enumerate(children):
            for other in children[number + 1 :]:
                if is_hint_over_figure(parent, one, other):
                    continue  # it finds no room beside a long name: test_page_notes
                if _body(one).intersects(_body(other)):
                    yield f"{_name(one)} {one.geometry()} covers {_name(other)} {other.geometry()}"


def is_hint_over_figure(page: QWidget, one: QWidget, other: QWidget) -> bool:
    """Tell whether these are the figure of a session and the hint that may lie over it."""
    return isinstance(page, SessionPage) and {one, other} == {page.notes.hint, page.picture}


def _body(widget: QWidget) -> QRect:
    """Return what a widget fills; the rooms for the rings of two places of the navigation may share pixels."""
    place = widget.geometry()
    return place.adjusted(0, RIM, 0, -RIM) if isinstance(widget, NavigationItem) else place


def _name(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
    return f"{type(widget).__name__} “{text[:30]}”" if text else type(widget).__name__


def wrong_in(window: QWidget) -> list[str]:
    return [*_sticking_out(window), *_cut(window), *_overlapping(window)]


def wait_for_me(stage: Stage) -> None:
    stage.wait_for_me()


def column_of_page(stage: Stage) -> QScrollArea:
    column = stage.page().findChild(QScrollArea)
    assert column is not None
    return column
