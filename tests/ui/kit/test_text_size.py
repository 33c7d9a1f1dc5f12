"""Another text size takes effect at once, on every page, as if the program had been opened with it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING, NamedTuple

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QScrollArea, QWidget

from coach.core.desktop_wishes import Wishes
from coach.store import settings
from coach.ui.editor.exercise_rows import ExerciseRows
from coach.ui.figure.loop_view import LoopView
from coach.ui.figure.rest_view import RestView
from coach.ui.figure.still import Still
from coach.ui.figure.view import FigureView
from coach.ui.home.exercise_list import ExerciseList
from coach.ui.home.hero import Hero
from coach.ui.home.own_routines import Pictures
from coach.ui.home.tile import Tile
from coach.ui.kit.picture_choice import PictureChoice
from coach.ui.library.hold_pictures import HoldPictures
from coach.ui.live.flash import Flash
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.pages import settle, walk_check, walk_editor, walk_history, walk_pages, walk_session
from tests.ui.settings.test_settings import wait_until_saved
from tools import sample_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

SIZE = (1366, 740)
FIGURES = (LoopView, RestView, Still, FigureView, Hero, HoldPictures, Pictures, PictureChoice)
"""The figure is drawn when there is time for it."""
COARSER, ALIKE = 8, 24
"""How much smaller pictures are when they are compared, and how far apart two of their pixels may be, of 255."""


class Seen(NamedTuple):
    """What is seen of a window."""

    parts: list[tuple[str, int, int, int, int, int]]
    """Each widget with its place, its size and that of its letters."""
    picture: QImage
    """All but the figure and the focus, coarser."""


def seen(window: QWidget) -> Seen:
    settle()
    for area in window.findChildren(QScrollArea):
        area.verticalScrollBar().setValue(0)
    settle()
    for flash in window.findChildren(Flash):
        flash.hide()  # it comes and goes
    # Without the ring of the focus, which is where the walk has led it. It comes back last of all: with it the page
    # scrolls, and figures are no longer where they are in the picture.
    focused = QApplication.focusWidget()
    if focused is not None:
        focused.clearFocus()
    parts, picture = _parts(window)
    if focused is not None:
        focused.setFocus()
    across, down = picture.width() // COARSER, picture.height() // COARSER
    return Seen(parts, picture.scaled(across, down, mode=Qt.TransformationMode.SmoothTransformation))


def _parts(window: QWidget) -> tuple[list[tuple[str, int, int, int, int, int]], QImage]:
    """Return each widget as it stands, and the window without its figures."""
    parts = []
    picture = window.grab().toImage()
    painter = QPainter(picture)
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or isinstance(widget, Flash):
            continue
        at = widget.mapTo(window, QPoint(0, 0))
        text = widget.text() if isinstance(widget, QLabel | QAbstractButton) else ""
        if text in {"Read on", "None of these"}:  # in large letters more is to be read before the answer
            painter.fillRect(QRect(at, widget.size()), Qt.GlobalColor.black)
            text = "answer"
        letters = widget.font().pixelSize() if text else 0
        parts.append((f"{type(widget).__name__} {text}", at.x(), at.y(), widget.width(), widget.height(), letters))
        painter.fillRect(_figure_in(widget).translated(at), Qt.GlobalColor.black)
    painter.end()
    return parts, picture


def _figure_in(widget: QWidget) -> QRect:
    if isinstance(widget, Tile):
        return widget.place
    if isinstance(widget, ExerciseList | ExerciseRows):
        return QRect(0, 0, widget.width() // 3, widget.height())
    return widget.rect() if isinstance(widget, FIGURES) else QRect()


def apart(one: QImage, other: QImage) -> list[tuple[int, int]]:
    """Return where two coarse pictures are not the same to a person."""
    if one.size() != other.size():
        return [(one.width(), other.width())]
    if one == other:  # most are, and to look at each pixel takes longer than to draw them
        return []
    return [
        (x * COARSER, y * COARSER)
        for y in range(one.height())
        for x in range(one.width())
        if one.pixel(x, y) != other.pixel(x, y) and _far(one.pixelColor(x, y), other.pixelColor(x, y))
    ]


def _far(one: QColor, other: QColor) -> bool:
    channels = (QColor.red, QColor.green, QColor.blue)
    return any(abs(channel(one) - channel(other)) > ALIKE for channel in channels)


def opened(open_program: Opener, data: Path, text_scale: float, *, with_record: bool) -> Stage:
    """Open the program with this text size, whatever was done before."""
    shutil.rmtree(data, ignore_errors=True)  # else the session that was cut off is asked about
    data.mkdir()
    if with_record:
        sample_record.write(data)
        return open_program(text_scale=text_scale, size=SIZE, wall=lambda: sample_record.NOW)
    return open_program(text_scale=text_scale, size=SIZE)


def close(stage: Stage) -> None:
    stage.window.force_close()
    stage.recorder.stop()


@pytest.mark.parametrize(
    "go", [pytest.param(walk_pages, marks=pytest.mark.long), walk_editor, walk_check, walk_session, walk_history]
)
def test_every_page_is_as_if_it_had_been_opened_in_that_size(
    open_program: Opener, tmp_path: Path, go: Callable[[Stage], Iterator[str]]
) -> None:
    """Each page is made in one of two sizes and seen in the other, and those that stay follow at each step.

    The way back to the smaller size is looked at on the pages of the navigation alone: it is the same code.
    """
    data, with_record = tmp_path / "data", go is walk_history
    looked_at = (1, 2) if go is walk_pages else (2,)
    wanted: dict[str, Seen] = {}
    for size in looked_at:
        stage = opened(open_program, data, size, with_record=with_record)
        wanted |= {name: seen(stage.window) for step, name in enumerate(go(stage)) if size_at(step) == size}
        close(stage)

    stage, wrong = opened(open_program, data, 1, with_record=with_record), {}
    for step, name in enumerate(go(stage)):
        stage.theme.follow(Wishes(text=size_at(step)))
        if size_at(step) not in looked_at:
            continue
        here = seen(stage.window)
        others = [each for each in here.parts if each not in wanted[name].parts]
        if found := others or apart(here.picture, wanted[name].picture):
            wrong[f"{name} at {size_at(step) * 100} %"] = found[:5]

    assert wanted
    assert wrong == {}


def size_at(step: int) -> int:
    """Return the text size at a step of the walk: the other one each time."""
    return 1 if step % 2 else 2


def started(stage: Stage) -> None:
    stage.start()
    stage.advance(1_000)


def test_pages_that_do_not_show_follow_as_well(open_program: Opener, tmp_path: Path) -> None:
    """Changed in the settings, seen on the session page: in the middle of a session too."""
    large = opened(open_program, tmp_path / "data", 2, with_record=False)
    started(large)
    wanted = seen(large.window)
    close(large)
    stage = opened(open_program, tmp_path / "data", 1, with_record=False)
    started(stage)
    stage.trigger("settings")

    stage.preferences.change(text_size=200)
    page = stage.page()
    assert isinstance(page, SettingsPage)
    stage.click(page.close_button)

    assert stage.page() is stage.session_page
    here = seen(stage.window)
    assert here.parts == wanted.parts
    assert apart(here.picture, wanted.picture) == []
    assert stage.window.menuBar().font().pixelSize() == stage.theme.font(14.5).pixelSize() == 29


def test_the_desktops_own_factor_holds_until_another_is_chosen(stage: Stage) -> None:
    theme = stage.theme
    theme.follow(Wishes(text=1.5))
    assert theme.scale == 1.5
    assert stage.window.menuBar().font().pixelSize() == 22

    stage.preferences.change(text_size=125)
    assert theme.scale == 1.25
    theme.follow(Wishes(text=1.75))
    assert theme.scale == 1.25

    stage.preferences.change(text_size=0)
    assert theme.scale == 1.75


def test_it_is_in_force_in_the_first_frame_of_the_next_start(open_program: Opener) -> None:
    first = open_program()
    first.preferences.change(text_size=150)
    wait_until_saved(first, first.preferences.now)
    first.window.force_close()
    assert settings.load(first.data).settings.text_size == 150
    scales: list[float] = []

    open_program(at_first_paint=lambda program: scales.append(program.theme.scale))

    assert scales == [1.5]
