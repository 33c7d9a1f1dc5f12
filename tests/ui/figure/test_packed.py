"""Pictures that are kept packed: the same when they are unpacked, and within their budget."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from coach.figure import motion
from coach.figure.paint.painter import Patch
from coach.store import figures
from coach.ui.figure import packed
from coach.ui.figure.close_ups import View
from coach.ui.figure.packed import PackedPictures
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.kit.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from coach.ui.figure.packed import Key

ALL = figures.known()
SIZE = QSize(241, 161)


@pytest.fixture(name="pictures")
def _pictures(qapp: QApplication) -> PictureCache:
    pictures = PictureCache(Theme(qapp, Qt.ColorScheme.Light))
    pictures.set_figures(figures.load(ALL))
    return pictures


def shown(pictures: PictureCache, figure: str) -> list[QImage | Patch]:
    """Return a picture of each kind that a session shows."""
    view, movement = pictures.view(figure, "left", SIZE, 1.0), pictures.movement(figure)
    assert movement is not None
    frames = [pictures.frame(view, motion.moment(movement, each / 2)) for each in range(6)]
    return [pictures.ground(view), *frames, pictures.hold(view), pictures.breath(view, 3), pictures.still(view)]


@pytest.mark.parametrize("figure", ALL)
def test_a_picture_that_was_kept_is_the_one_that_was_drawn(pictures: PictureCache, figure: str) -> None:
    drawn = shown(pictures, figure)
    pictures.ground(pictures.view("cat-cow", None, QSize(20, 20), 1.0))  # not the one that is held beside those kept
    kept = shown(pictures, figure)

    assert kept == drawn
    raw = sum((each.image if isinstance(each, Patch) else each).sizeInBytes() for each in drawn)
    assert 0 < pictures.bytes_kept < raw / 4


def test_a_picture_outlives_what_it_was_unpacked_from(pictures: PictureCache) -> None:
    view = pictures.view("cat-cow", None, SIZE, 1.0)
    drawn = QImage(pictures.hold(view).image).copy()
    kept = pictures.hold(view).image
    pictures.drop_session()
    for figure in ALL:
        shown(pictures, figure)

    assert kept == drawn


def test_a_person_outside_the_frame_is_kept_too() -> None:
    kept, key = PackedPictures(), _key("cat-cow", 0)
    kept.keep(key, Patch(QRect(), QImage()))

    assert kept.find(key) == Patch(QRect(), QImage())


# The budget


def _key(figure: str, number: int, *, flipped: bool = False) -> Key:
    return View(figure, flipped, 40, 40), "moment", number


def _picture() -> Patch:
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.red)
    return Patch(image.rect(), image)


@pytest.fixture(name="one")
def _one() -> int:
    """Return the bytes of one packed picture."""
    kept = PackedPictures()
    kept.keep(_key("cat-cow", 0), _picture())
    return kept.bytes_kept


def test_pictures_of_other_exercises_go_first_and_those_of_both_sides_stay(
    monkeypatch: pytest.MonkeyPatch, one: int
) -> None:
    monkeypatch.setattr(packed, "USUAL", 5 * one)
    kept = PackedPictures()
    for number in range(4):
        kept.keep(_key("cat-cow", number), _picture())
    for number in range(4):
        kept.keep(_key("ql-stretch", number), _picture())
        kept.keep(_key("ql-stretch", number, flipped=True), _picture())

    assert {key[0].figure for key in kept} == {"ql-stretch"}
    assert len(kept) == 8, "more than usual, where one exercise needs it"
    assert kept.bytes_kept == 8 * one


def test_of_a_way_that_has_no_room_the_first_pictures_stay(monkeypatch: pytest.MonkeyPatch, one: int) -> None:
    monkeypatch.setattr(packed, "USUAL", 2 * one)
    monkeypatch.setattr(packed, "BUDGET", 5 * one)
    kept = PackedPictures()
    for _round in range(2):
        for number in range(9):
            if kept.find(_key("cat-cow", number)) is None:
                kept.keep(_key("cat-cow", number), _picture())

    assert list(kept) == [_key("cat-cow", number) for number in range(5)]
    assert kept.bytes_kept == packed.BUDGET
