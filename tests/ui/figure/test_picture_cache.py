"""The pictures of the figure: which side, which theme, how many are kept, and what is there without them."""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QTransform

from coach.store import figures
from coach.ui.figure import close_ups, packed
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage

SIZE = QSize(240, 160)
ALL = figures.known()


@pytest.fixture(name="pictures")
def _pictures(qapp: QApplication) -> PictureCache:
    pictures = PictureCache(Theme(qapp, Qt.ColorScheme.Light))
    pictures.set_figures(figures.load(ALL))
    return pictures


def picture(pictures: PictureCache, figure: str, side: str | None) -> QImage:
    return pictures.still(pictures.view(figure, "left" if side == "left" else "right" if side else None, SIZE, 1.0))


def difference(one: QImage, other: QImage) -> float:
    """Return the mean difference of two pictures, 0 to 255, on a coarse grid."""
    points = [(x, y) for x in range(0, one.width(), 4) for y in range(0, one.height(), 4)]
    return sum(abs(one.pixelColor(x, y).green() - other.pixelColor(x, y).green()) for x, y in points) / len(points)


def clothed(image: QImage) -> list[tuple[int, int]]:
    """Return where clothes are: nothing else in the light theme is blue."""
    places = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return [place for place in places if image.pixelColor(*place).blue() > image.pixelColor(*place).red() + 12]


def test_there_is_a_figure_for_each_shipped_exercise() -> None:
    assert len(ALL) == 7
    assert figures.load(ALL).problems == ()


@pytest.mark.parametrize("figure", ["single-knee-to-chest", "trunk-rotation", "ql-stretch"])
def test_the_other_side_is_the_mirrored_person(pictures: PictureCache, figure: str) -> None:
    right, left = picture(pictures, figure, "right"), picture(pictures, figure, "left")

    mirrored = left.transformed(QTransform.fromScale(-1, 1))
    assert difference(right, left) > 2
    assert difference(right, mirrored) < 1.5  # light still falls from the same side


@pytest.mark.parametrize("figure", ["childs-pose", "cat-cow"])
def test_what_has_no_sides_is_never_flipped(pictures: PictureCache, figure: str) -> None:
    assert picture(pictures, figure, "left") == picture(pictures, figure, None)


def test_dark_is_another_picture(qapp: QApplication, pictures: PictureCache) -> None:
    dark = PictureCache(Theme(qapp, Qt.ColorScheme.Dark))
    dark.set_figures(figures.load(ALL))

    assert picture(dark, "cat-cow", None).pixelColor(2, 2).lightness() < 60
    assert picture(pictures, "cat-cow", None).pixelColor(2, 2).lightness() > 200


def test_pictures_stay_within_the_budget_and_the_oldest_go(
    pictures: PictureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    views = [pictures.view(figure, None, SIZE, 1.0) for figure in ALL[:4]]
    sizes = [0]
    for view in views:
        pictures.still(view, 0)
        sizes.append(pictures.bytes_kept)
    pictures.drop_session()
    assert pictures.bytes_kept == 0
    monkeypatch.setattr(packed, "BUDGET", sizes[4] - sizes[2])
    for view in views:
        pictures.still(view, 0)

    assert pictures.bytes_kept <= packed.BUDGET
    assert [pictures.has_still(view, 0) for view in views] == [False, False, True, True]


def test_close_ups_stay_whatever_else_is_drawn(pictures: PictureCache, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packed, "BUDGET", 1)
    views = [pictures.view(figure, None, SIZE, 1.0) for figure in ALL[:4]]
    pictures.close_up(views[0])
    for view in views:
        pictures.still(view, 0)

    assert pictures.has_close_up(views[0])


def test_all_close_ups_of_the_sizes_that_are_in_use_stay_and_other_sizes_go(
    pictures: PictureCache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(close_ups, "BUDGET", 1)
    sizes = [QSize(20 + number, 20) for number in range(close_ups.SIZES + 1)]
    views = [[pictures.view(figure, None, size, 1.0) for figure in ALL] for size in sizes]
    for view in chain.from_iterable(views):
        pictures.close_up(view)

    there = [{pictures.has_close_up(view) for view in of_a_size} for of_a_size in views]
    assert there == [{False}, *[{True}] * close_ups.SIZES], "a list that asks for all of its size finds all"


@pytest.mark.parametrize("figure", ALL)
def test_a_close_up_shows_the_person_larger_and_whole(pictures: PictureCache, figure: str) -> None:
    view = pictures.view(figure, None, QSize(112, 88), 1.0)
    whole, close = pictures.still(view), pictures.close_up(view)

    assert close.size() == whole.size()
    assert len(clothed(close)) > 1.3 * len(clothed(whole))
    assert not [(x, y) for x, y in clothed(close) if x in {0, 111} or y in {0, 87}], "nothing is cut off"


def test_an_unknown_figure_gives_no_picture_and_no_description(pictures: PictureCache) -> None:
    assert not pictures.knows("handstand")
    assert not pictures.knows(None)
    assert pictures.describe("handstand", None) == ""


@pytest.mark.parametrize("figure", ALL)
def test_the_description_of_a_picture_follows_the_side(pictures: PictureCache, figure: str) -> None:
    right, left = pictures.describe(figure, "right"), pictures.describe(figure, "left")
    swapped = re.sub("right|left", lambda found: "left" if found[0] == "right" else "right", right)

    assert right
    assert "{" not in right + left
    assert left == swapped
    assert (left != right) == (figure in {"single-knee-to-chest", "trunk-rotation", "ql-stretch"})
    assert pictures.describe(figure, None) == right, "as the picture without a side"


def test_the_page_describes_the_picture_and_names_its_side(running: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: running.pictures.knows("single-knee-to-chest"))
    running.skip_to(4)
    shown = running.session_page.picture

    assert shown.accessibleName() == "Picture: Single knee to chest, right side"
    assert "the right knee is drawn to the chest" in shown.accessibleDescription()
    running.skip_to(6)
    assert shown.accessibleName() == "Picture: Single knee to chest, left side"
    assert "the left knee is drawn to the chest" in shown.accessibleDescription()
