"""What the floor view tells, and that it can be read from two metres away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QWidget

from coach.core.events import Phase
from coach.ui.kit.rotated_text import RotatedText
from coach.ui.kit.rotation import Rotation
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.live.floor.floor_view import CHANGE, HOLD, WITHOUT_SIDES, floor_page, resize, settle, turn
from tests.ui.stage import CTRL, KEY, Stage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from coach.ui.live.floor.floor_page import FloorPage
    from tests.ui.conftest import Opener

LONG = "Slow half circle with both of your knees"
LONGER = "Exercise " + "with a name that goes on and on " * 3

# What is read from afar


@dataclass(frozen=True)
class Case:
    """A size of the screen and how the page is turned in it."""

    width: int
    height: int
    turn: Rotation

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.turn.value}"


SIZES = [(1280, 800), (1920, 1080), (1024, 600), (1024, 768)]
# A picture that lies on its left side is laid out as on its right one: in one size both are looked at.
CASES = [
    Case(*size, turned) for size in SIZES for turned in Rotation if size is SIZES[0] or turned is not Rotation.LEFT
]
every_case = pytest.mark.parametrize("case", CASES, ids=str)


def upright_height(page: FloorPage) -> int:
    return page.turn.upright(page.size()).height()


def too_small(page: FloorPage) -> list[str]:
    """Return what cannot be read from two or three metres away."""
    height = upright_height(page)
    wanted: list[tuple[str, int, float]] = [
        ("side", page.side.letters_px if page.side.text() else height, 0.09),
        ("next", page.then.letters_px, 0.04),
        # What the voice has said as well: in a tall page it may be smaller.
        ("easier", page.easier.letters_px if page.easier.isVisible() else height, 0.025),
    ]
    if page.number.isVisible():
        # Three digits do not go into a tall page that large: there the height of the screen counts.
        three_in_tall = page.number.seconds > 99 and page.turn is not Rotation.NO
        wanted.append(("number", page.number.letters_px, 0.4 * (page.height() / height if three_in_tall else 1)))
    return [f"{what}: {size} px of {height}" for what, size, share in wanted if size < share * height]


def cut(page: FloorPage) -> list[str]:
    """Return the texts that do not fit into the place they have."""
    found = [text.text() for text in page.findChildren(RotatedText) if text.isVisible() and text.is_cut]
    digits, room = QFontMetricsF(page.number._font), page.turn.upright(page.number.size())
    if page.number.isVisible() and digits.tightBoundingRect(str(page.number.seconds)).width() > room.width():
        found.append("number")
    return found


def misplaced(page: FloorPage) -> list[str]:
    """Return what lies outside the page or over something else."""
    parts = [each for each in page.findChildren(QWidget) if each.parentWidget() is page and each.isVisible()]
    parts = [each for each in parts if each is not page.flash]
    found = [f"{each} sticks out: {each.geometry()}" for each in parts if not page.rect().contains(each.geometry())]
    for number, one in enumerate(parts):
        found += [
            f"{one} {one.geometry()} covers {other} {other.geometry()}"
            for other in parts[number + 1 :]
            if one.geometry().intersects(other.geometry())
        ]
    return found


def wrong(stage: Stage) -> list[str]:
    page = floor_page(stage)
    return [*too_small(page), *cut(page), *misplaced(page)]


@every_case
def test_number_side_and_next_are_large_enough_and_nothing_is_cut(on_floor: Stage, case: Case) -> None:
    resize(on_floor, case.width, case.height)
    turn(on_floor, case.turn)
    page, found = floor_page(on_floor), {}

    for index in (HOLD, CHANGE, WITHOUT_SIDES):
        on_floor.skip_to(index)
        page.because.hide()
        settle()
        found[index] = wrong(on_floor)
        on_floor.press(KEY.Key_E)
        settle()
        assert page.easier.text()
        found[-index] = wrong(on_floor)
    on_floor.press(KEY.Key_Space)
    settle()
    found[-1] = wrong(on_floor)

    assert not any(found.values()), found
    assert page.pain.isVisible()
    assert page.turn.upright(page.pain.size()).height() >= 44


def long_names(folder: Path) -> Path:
    """Return a routine file with names of 40 characters, of 80, and of one word."""
    names = {"one": LONG, "two": LONG.upper()[::-1], "three": LONGER.strip()[:80], "four": "Onewordwithnoend" * 5}
    made = [{**exercise(key, sides=("left",), rounds=2, work_s=150), "name": name} for key, name in names.items()]
    for each in made[::2]:
        each["figure"] = "single-knee-to-chest"
    file = folder / "long.json"
    file.write_bytes(as_bytes(document(*made)))
    return file


@every_case
def test_long_names_shrink_or_wrap_and_are_never_cut(
    open_program: Opener, qtbot: QtBot, tmp_path: Path, case: Case
) -> None:
    stage = open_program(long_names(tmp_path))
    assert stage.rows[0].name == LONG, "the file was not taken"
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    stage.start()
    stage.press(KEY.Key_F11)
    resize(stage, case.width, case.height)
    turn(stage, case.turn)
    page, seen, found = floor_page(stage), 0, {}

    while stage.phase() is Phase.RUNNING:
        page.because.hide()
        settle()
        found[stage.shot.index] = [*cut(page), *misplaced(page)]
        if LONG in page.then.text():
            found[stage.shot.index] += too_small(page)
        seen += 1
        stage.press(KEY.Key_Right)

    assert seen == 16
    assert not any(found.values()), found


def test_what_is_cut_is_found(on_floor: Stage) -> None:
    """The tests above would be worth nothing if this found nothing."""
    page = floor_page(on_floor)
    settle()
    assert wrong(on_floor) == []

    page.name.resize(30, 12)
    page.name.place(Rotation.NO, 40)
    page.then.place(Rotation.NO, 0.03 * page.height())
    page.pain.move(page.go.pos())

    assert len(wrong(on_floor)) == 3


def ink_rows(image: QImage, ground: int) -> list[int]:
    """Return the rows of a picture in which something is painted."""
    columns = range(0, image.width(), 4)
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in columns)]


def test_the_digits_that_are_painted_take_two_fifths_of_the_height(on_floor: Stage) -> None:
    resize(on_floor, 1280, 800)
    picture = floor_page(on_floor).number.grab().toImage()

    rows = ink_rows(picture, picture.pixel(1, 1))

    assert len(rows) >= 0.4 * 800
    assert rows[0] > 0
    assert rows[-1] < picture.height() - 1, "the digits are cut"


def test_tells_exercise_side_phase_round_and_what_comes_next(on_floor: Stage) -> None:
    page = floor_page(on_floor)
    words = on_floor.texts(page)
    assert {"Single knee to chest", "RIGHT →", "Hold · round 1 of 3"} <= set(words)
    assert page.then.text().startswith("Then: left side")
    assert page.number.seconds == 18

    resize(on_floor, 1280, 800)
    on_floor.press(KEY.Key_Space)
    assert page.phase.text() == "Paused"
    assert page.phase.letters_px >= 0.08 * page.height()

    on_floor.press(KEY.Key_Space)
    assert (page.phase.text(), page.number.seconds) == ("Get set", 5)

    on_floor.skip_to(CHANGE)
    assert page.side.text() == "← LEFT"
    assert page.phase.text().startswith("Change side")


def test_no_arrow_points_away_from_where_the_figure_goes(on_floor: Stage) -> None:
    """Who faces the screen has the right side at its left: there the word alone tells it."""
    page = floor_page(on_floor)
    seen: dict[str, tuple[str, str]] = {}
    for row in on_floor.rows[1:]:
        movement = on_floor.pictures.movement(row.figure)
        assert movement is not None
        if on_floor.shot.block.side is not None:
            seen[movement.id] = (movement.view, page.side.text())
        on_floor.press(KEY.Key_Right, CTRL)

    assert seen["single-knee-to-chest"] == ("side", "RIGHT →")
    assert {words for view, words in seen.values() if view != "side"} == {"RIGHT"}
    assert len(seen) == 3


def test_a_block_that_waits_says_what_to_press(stage: Stage) -> None:
    stage.wait_for_me()
    stage.start()
    stage.skip_to(3)
    stage.press(KEY.Key_F11)
    page = floor_page(stage)

    assert page.ready.isVisible()
    assert page.ready.text() == "Press Space when you are ready"
    assert not page.number.isVisible()
    assert wrong(stage) == []

    stage.press(KEY.Key_Space)
    assert not page.ready.isVisible()
    assert page.number.isVisible()


def test_words_take_the_whole_width_where_there_is_no_picture(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "plain.json"
    file.write_bytes(as_bytes(document(exercise("a"))))
    stage = open_program(file)
    stage.start()
    stage.press(KEY.Key_F11)
    page = floor_page(stage)
    resize(stage, 1280, 800)

    assert not page.picture.isVisible()
    assert page.number.width() > 0.8 * page.width()
