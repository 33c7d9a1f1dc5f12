"""Where words run from right to left everything mirrors, but the person's own sides, the figure, and the ring's time.

The same walk is done twice with the same words, once in each direction: each part must then be at the mirrored place.
"""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget

from coach.qt_application import use_words_of_qt
from coach.ui.figure.loop_view import LoopView
from coach.ui.figure.still import Still
from coach.ui.figure.view import FigureView
from coach.ui.home.exercise_list import ExerciseList
from coach.ui.home.tile import Tile
from coach.ui.kit.chip import Chip
from coach.ui.kit.lead_bold import LeadBold
from coach.ui.kit.led_line import LedLine
from coach.ui.kit.picture_choice import PictureChoice
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.segmented import Segmented
from coach.ui.library.hold_pictures import HoldPictures
from coach.ui.live.countdown_ring import CountdownRing
from coach.ui.live.feel_notes import FeelNotes
from coach.ui.live.flash import Flash
from coach.ui.live.floor.number import FloorNumber
from coach.ui.live.place_panel import PlacePanel
from coach.ui.live.session_bar import SessionBar
from coach.ui.sharing.sheet_picture import SheetPicture
from coach.words import catalogue, pseudo
from tests.ui.pages import settle, wait_until, walk, walk_editor, walk_history
from tests.ui.shell.wrong_places import wrong_in
from tools import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

LTR, RTL = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
COLUMNS, ALIKE = 96, 0.08
"""How finely the middle of what is painted is looked for, and how far from its mirrored place it may be."""
PICTURES = (FigureView, LoopView, Still, Tile, PictureChoice, CountdownRing, FloorNumber, SheetPicture)
"""The figure, its room, and time in the ring never mirror; what is on paper is in the language of its words."""
SMALL = [(800, 600), (1000, 640)]
NEAR = 3
"""So many px a part may be away from its mirrored place: halves are rounded to one side."""


@pytest.fixture(autouse=True)
def _direction() -> Iterator[None]:
    yield
    catalogue.use_english()
    QApplication.setLayoutDirection(LTR)


# Where everything is


class Spot(NamedTuple):
    """A part, its place in its parent, and the width of that."""

    name: str
    place: QRect
    room: int
    is_exempt: bool
    middle: float | None
    """Where the middle of what it paints is, 0 to 1 from its left edge; None where it has parts of its own."""


def spots(window: QWidget, looked_at: set[tuple[str, int, int]]) -> list[Spot]:
    """Return all that shows, in the order in which it was made; what was not looked at yet with what it paints."""
    settle()
    for pictures in window.findChildren(ExerciseList):
        if pictures.isVisible():
            wait_until(partial(getattr, pictures, "is_complete"))  # they come one by one, late on a busy machine
    for holds in window.findChildren(HoldPictures):
        if holds.isVisible():
            wait_until(partial(_is_drawn, holds))
    found: list[Spot] = []
    for part in [each for each in window.findChildren(QWidget) if each.isVisible() and not each.isWindow()]:
        parent = part.parentWidget()
        if parent is not None and part.objectName() != "news" and not isinstance(part, Flash):
            words = part.text() if isinstance(part, QLabel | QAbstractButton) else part.accessibleName()
            name = f"{type(part).__name__} “{words}” in {type(parent).__name__}"
            stays, key = _stays(part, parent), (name, part.width(), part.height())
            middle = None if stays or key in looked_at else _middle(part)
            looked_at.add(key)
            found.append(Spot(name, part.geometry(), parent.width(), stays, middle))
    return found


def _is_drawn(holds: HoldPictures) -> bool:
    return holds.missing() is None


def _is_of_qt(part: QWidget) -> bool:
    """Tell whether Qt writes the text: it begins English text at the left, in whatever language the rest is."""
    if isinstance(part, QLineEdit):
        return True
    return isinstance(part, QLabel) and not isinstance(part, RotatedText | FeelNotes | Chip | LeadBold | LedLine)


def _middle(part: QWidget) -> float | None:
    if part.findChildren(QWidget) or isinstance(part, PICTURES) or _is_of_qt(part) or part.width() < 48:
        return None
    row = part.grab().toImage().scaled(COLUMNS, 1, mode=Qt.TransformationMode.SmoothTransformation)
    greys = [row.pixelColor(x, 0).lightness() for x in range(COLUMNS)]
    usual = max(greys, key=greys.count)
    ink = [abs(grey - usual) for grey in greys]
    return sum((x + 0.5) * each for x, each in enumerate(ink)) / sum(ink) / COLUMNS if sum(ink) > COLUMNS else None


def _stays(part: QWidget, parent: QWidget) -> bool:
    """Tell whether a part is of what never mirrors: the person's own sides, and the keys of a player."""
    if isinstance(parent, Segmented) and parent.accessibleName() == "Side":
        return True
    if isinstance(parent, PlacePanel):
        return True
    if isinstance(part, RotatedText) and "→" in part.text():
        return True
    return isinstance(parent, SessionBar) and part in {parent.back, parent.go, parent.skip}


def not_mirrored(before: list[Spot], after: list[Spot]) -> list[str]:
    """Return what is not at its mirrored place."""
    if (names := [each.name for each in before]) != (others := [each.name for each in after]):
        return [f"other parts: {set(names) ^ set(others)}, {len(names)} and {len(others)}"]
    wrong = []
    for one, other in zip(before, after, strict=True):
        wanted = one.room - one.place.x() - one.place.width()
        is_there = abs(other.place.x() - wanted) <= NEAR and abs(other.place.width() - one.place.width()) <= NEAR
        if not is_there and not one.is_exempt:
            wrong.append(f"{one.name} at {other.place} and not at x = {wanted}; before {one.place}")
        elif one.middle is not None and other.middle is not None and abs(one.middle + other.middle - 1) > ALIKE:
            wrong.append(f"{one.name} paints at {other.middle:.2f} and not at {1 - one.middle:.2f}")
    return wrong


@pytest.mark.parametrize("go", [walk, walk_history, walk_editor])
def test_each_part_of_each_page_is_at_its_mirrored_place(
    open_program: Opener, tmp_path: Path, go: Callable[[Stage], Iterator[str]]
) -> None:
    seen: list[dict[str, list[Spot]]] = []
    for direction in (LTR, RTL):
        QApplication.setLayoutDirection(direction)
        stage = open_with(open_program, tmp_path / "data", with_record=go is walk_history)
        looked_at: set[tuple[str, int, int]] = set()
        seen.append({name: spots(stage.window, looked_at) for name in go(stage)})
        stage.window.force_close()

    usual, mirrored = seen
    assert usual.keys() == mirrored.keys()
    wrong = {name: not_mirrored(usual[name], mirrored[name]) for name in usual}
    assert "\n".join(f"{name}: {fault}" for name, faults in wrong.items() for fault in faults) == ""


def open_with(open_program: Opener, data: Path, *, with_record: bool) -> Stage:
    """Open the program with no record or with one, whatever there was before."""
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir()
    if with_record:
        sample_record.write(data)
        return open_program(wall=lambda: sample_record.NOW)
    return open_program()


@pytest.mark.parametrize("go", [walk, walk_history, walk_editor])
def test_nothing_is_cut_or_covered(open_program: Opener, tmp_path: Path, go: Callable[[Stage], Iterator[str]]) -> None:
    pseudo.use_mirrored()
    QApplication.setLayoutDirection(RTL)
    stage = open_with(open_program, tmp_path / "data", with_record=go is walk_history)
    sizes = SMALL if go is walk_history else SMALL[:1]
    stage.window.resize(*sizes[0])

    wrong = {}
    for name in go(stage):
        for size in sizes:
            stage.window.resize(*size)
            settle()
            if found := wrong_in(stage.window):
                wrong[f"{name} {size}"] = found

    assert wrong == {}


def test_the_direction_is_that_of_the_language(qapp: QApplication) -> None:
    """Qt itself turns only for languages that it has words of; Urdu is none."""
    for language, direction in (("ur", RTL), ("de", LTR), ("he", RTL), ("en", LTR)):
        catalogue.use(pseudo.Mirrored(), language)
        words = use_words_of_qt(qapp)
        if words is not None:
            qapp.removeTranslator(words)
        assert qapp.layoutDirection() is direction, language
