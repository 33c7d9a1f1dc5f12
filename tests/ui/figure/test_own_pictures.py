"""Pictures of one's own stand in the figure's place on every page, by stage, with their words."""

from __future__ import annotations

import threading
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor

from coach.core.routine import Picture
from coach.core.timeline import BlockKind
from coach.store.routines.pictures import as_text
from coach.ui.after.done_row import DoneRow
from coach.ui.figure import own_pictures
from coach.ui.figure.key_poses import panels
from coach.ui.figure.packed import BUDGET
from coach.ui.figure.picture_cache import PictureCache
from coach.ui.figure.view import FigureView
from coach.ui.home.exercise_page import ExercisePage
from coach.ui.kit.line_list import SIDE
from coach.ui.kit.theme import Theme
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.store.picture_files import HOSTILE, JPEG, PROGRESSIVE, exif, png, see_through, with_part
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget
    from pytestqt.qtbot import QtBot

    from coach.core.routine import Exercise
    from coach.ui.figure.loop_view import LoopView
    from tests.cases import Object
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

COLOURS = {"start": (200, 30, 30), "work": (30, 160, 60), "leave": (40, 60, 200)}


def plain(red: int, green: int, blue: int, width: int = 60, height: int = 40) -> bytes:
    """Return a picture of one colour."""
    return png(width, height, lines=(b"\0" + bytes((red, green, blue)) * width) * height)


def drawn(data: bytes, words: str = "A knee.") -> Picture:
    return Picture(words, data=as_text(data))


def drawings(*stages: str) -> Object:
    """Return pictures for these stages, each in its own colour."""
    return {stage: {"data": as_text(plain(*COLOURS[stage])), "describes": f"A knee, {stage}."} for stage in stages}


def routine_file(folder: Path, *stages: str) -> Path:
    """Write a routine file of an exercise with pictures and of one without."""
    knee = exercise("knee", sides=["right", "left"], work_s=20) | {"pictures": drawings(*stages)}
    steps: Object = {"start": ["Sit."], "work": ["Breathe."], "leave": ["Let go.", "Stretch out."], "change": ["Turn."]}
    knee["steps"] = steps
    told = document(knee, exercise("arm", work_s=20), gaps={"get_ready": 12, "change": 20, "near": 20})
    file = folder / "mine.json"
    file.write_bytes(as_bytes(told))
    return file


def colour_of(widget: QWidget, at: QPoint | None = None) -> str:
    """Return which of the three pictures is on the screen in the middle of a widget, or the name of the colour."""
    shown = widget.grab().toImage()
    found = shown.pixelColor(widget.rect().center() if at is None else at)
    for stage, (red, green, blue) in COLOURS.items():
        if max(abs(found.red() - red), abs(found.green() - green), abs(found.blue() - blue)) < 12:
            return stage
    return found.name()


def wait_for(qtbot: QtBot, widget: QWidget, stage: str, at: QPoint | None = None) -> None:
    qtbot.waitUntil(lambda: colour_of(widget, at) == stage)


def block_of(stage: Stage) -> BlockKind:
    return stage.shot.block.kind


@pytest.fixture(name="opened")
def _opened(open_program: Opener, tmp_path: Path) -> Stage:
    return open_program(routine_file(tmp_path, "start", "work", "leave"))


@pytest.fixture(name="cache")
def _cache(qapp: QApplication) -> PictureCache:
    return PictureCache(Theme(qapp, Qt.ColorScheme.Light))


@pytest.fixture(name="knee")
def _knee(opened: Stage) -> Exercise:
    return opened.routine.exercises[0]


# On the pages


def test_before_a_session_the_picture_of_the_work_stands_for_the_exercise(opened: Stage, qtbot: QtBot) -> None:
    page, strip = opened.start_page, opened.start_page.parts.strip
    assert strip is not None
    tile = strip.tiles[0]

    qtbot.waitUntil(lambda: colour_of(tile, tile.place.center()) == "work")
    qtbot.waitUntil(lambda: colour_of(page.hero, page.hero._scene.center()) == "work")
    assert page.hero.accessibleDescription() == "A knee, work."


def test_in_a_session_each_stage_has_its_picture(opened: Stage, qtbot: QtBot) -> None:
    opened.start()
    picture = opened.session_page.picture

    assert block_of(opened) is BlockKind.GET_READY
    wait_for(qtbot, picture, "start")
    assert picture.accessibleDescription() == "A knee, start."

    opened.advance(12_000)
    assert block_of(opened) is BlockKind.HOLD
    wait_for(qtbot, picture, "work")
    assert picture.accessibleDescription() == "A knee, work."
    assert not picture.is_animated

    opened.advance(20_000)
    assert block_of(opened) is BlockKind.CHANGE
    wait_for(qtbot, picture, "leave")
    opened.advance(15_000)
    wait_for(qtbot, picture, "start")


def test_the_picture_for_leaving_shows_before_the_next_exercise_too(opened: Stage, qtbot: QtBot) -> None:
    opened.start()
    opened.advance(12_000 + 20_000 + 20_000 + 20_000)
    picture = opened.session_page.picture

    assert block_of(opened) is BlockKind.MOVE
    wait_for(qtbot, picture, "leave")
    opened.advance(18_000)
    assert picture.accessibleDescription() == ""
    assert "Standing" in opened.texts(picture)


def test_the_floor_view_shows_the_same_picture(opened: Stage, qtbot: QtBot) -> None:
    opened.start()
    opened.advance(12_000)
    opened.press(KEY.Key_F11)

    wait_for(qtbot, opened.floor_page.picture, "work")
    assert opened.floor_page.picture.accessibleDescription() == "A knee, work."


def test_the_list_and_the_closing_page_show_the_picture_of_the_work(opened: Stage, qtbot: QtBot) -> None:
    opened.start()
    listed = opened.window.sidebar.exercises

    def in_list() -> str:
        row = listed.visualRect(listed.model().index(0, 0))
        return colour_of(listed.viewport(), QPoint(row.left() + 40, row.center().y()))

    qtbot.waitUntil(lambda: in_list() == "work")

    opened.advance(150_000)
    done = opened.closing_page.findChildren(DoneRow)[0]
    qtbot.waitUntil(lambda: colour_of(done, QPoint(SIDE + 25, done.height() // 2)) == "work")


def test_a_stage_without_a_picture_has_the_nearest(open_program: Opener, tmp_path: Path, qtbot: QtBot) -> None:
    opened = open_program(routine_file(tmp_path, "work"))
    opened.start()

    wait_for(qtbot, opened.session_page.picture, "work")


def test_the_page_of_an_exercise_shows_all_its_pictures_and_offers_no_movement(opened: Stage, qtbot: QtBot) -> None:
    strip = opened.start_page.parts.strip
    assert strip is not None
    strip.tiles[0].click()
    page = opened.window.findChild(ExercisePage)
    assert page is not None
    view = page.movement.view

    qtbot.waitUntil(lambda: [colour_of(view, middle) for middle in _middles(view)] == ["start", "work", "leave"])
    assert view.accessibleDescription().splitlines() == ["A knee, start.", "A knee, work.", "A knee, leave."]
    assert not page.movement.motion.isVisible()


def _middles(view: LoopView) -> list[QPoint]:
    return [area.center().toPoint() for area in panels(3, 1, view.width(), view.height())]


# As they are decoded


@pytest.mark.parametrize("data", [JPEG, PROGRESSIVE, png()])
def test_a_picture_is_decoded_upright(data: bytes) -> None:
    image = own_pictures.decoded(drawn(data), 160)

    assert image is not None
    assert (image.width(), image.height()) == (32, 16)
    assert image.pixelColor(4, 8).red() > 200
    assert image.pixelColor(4, 8).green() < 100
    assert image.pixelColor(28, 8).green() > 200


@pytest.mark.parametrize(
    ("held", "size", "red"), [(2, (32, 16), (28, 8)), (6, (16, 32), (8, 4)), (8, (16, 32), (8, 28))]
)
def test_a_picture_that_was_taken_sideways_is_turned(held: int, size: tuple[int, int], red: tuple[int, int]) -> None:
    image = own_pictures.decoded(drawn(with_part(exif(held))), 160)

    assert image is not None
    assert (image.width(), image.height()) == size
    assert image.pixelColor(*red).green() < 100


def test_a_drawing_on_no_ground_lies_on_paper() -> None:
    image = own_pictures.decoded(drawn(see_through()), 160)

    assert image is not None
    assert image.pixelColor(4, 8) == QColor("black")
    assert image.pixelColor(28, 8) == own_pictures.PAPER


def test_a_picture_has_no_more_pixels_than_are_wanted() -> None:
    image = own_pictures.decoded(drawn(plain(1, 2, 3, 3000, 1000)), 640)

    assert image is not None
    assert (image.width(), image.height()) == (640, 213)


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_picture_is_not_decoded(name: str) -> None:
    assert own_pictures.decoded(drawn(HOSTILE[name].data), 160) is None


def test_what_was_judged_and_cannot_be_decoded_after_all_is_no_picture() -> None:
    wrong_filter = png(8, 8, lines=(b"\x09" + bytes(24)) * 8)

    assert own_pictures.decoded(drawn(wrong_filter), 160) is None


# As they are kept


def test_words_stand_in_the_place_of_a_picture_that_is_lost(
    opened: Stage, knee: Exercise, qtbot: QtBot, cache: PictureCache
) -> None:
    view = FigureView(opened.theme, cache, opened.clock.now_ms)
    qtbot.addWidget(view)
    view.show_exercise(replace(knee, pictures=(("work", drawn(b"nothing")),)), None)
    view.resize(400, 300)
    view.show()

    qtbot.waitUntil(lambda: not cache.knows(drawn(b"nothing")))
    assert "Standing" in opened.texts(view)


def test_in_a_dark_look_a_picture_gives_less_light(qapp: QApplication, qtbot: QtBot) -> None:
    dark, picture = PictureCache(Theme(qapp, Qt.ColorScheme.Dark)), drawn(plain(255, 255, 255))
    view = dark.view(picture, None, QSize(56, 44), 1.0)
    dark.close_up(view)
    with qtbot.waitSignal(dark.arrived):
        pass

    assert 190 < dark.close_up(view).pixelColor(28, 22).red() < 230


def test_the_end_of_the_program_waits_for_a_picture_and_asks_for_no_more(cache: PictureCache) -> None:
    for number in range(20):
        cache.own_picture(drawn(plain(number, 0, 0, 1600, 1200)), 1600)

    cache.finish()

    assert not [thread for thread in threading.enumerate() if thread.name == "picture decoder"]


def test_pictures_count_into_the_budget_of_all(cache: PictureCache, qtbot: QtBot) -> None:
    for number in range(5):
        picture = drawn(plain(number, 0, 0, 1600, 1200))
        assert cache.own_picture(picture, 1600) is None
        with qtbot.waitSignal(cache.arrived):
            pass

    assert cache.bytes_kept <= BUDGET


def test_a_picture_at_which_the_thread_fails_is_lost_as_well(
    cache: PictureCache, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_of: object) -> None:
        raise MemoryError

    monkeypatch.setattr(own_pictures, "decoded", fails)
    picture = drawn(plain(1, 2, 3))
    view = cache.view(picture, None, QSize(56, 44), 2.0)

    with qtbot.waitSignal(cache.arrived):
        cache.close_up(view)

    assert not cache.knows(picture)
    assert not cache.has_close_up(view)  # nothing is on its way any more


def test_while_a_sharper_picture_comes_the_one_that_is_there_shows(cache: PictureCache, qtbot: QtBot) -> None:
    picture = drawn(plain(1, 2, 3, 1000, 1000))
    cache.own_picture(picture, 160)
    qtbot.waitUntil(lambda: cache.own_picture(picture, 160) is not None)

    shown = cache.own_picture(picture, 1000)

    assert shown is not None
    assert shown.width() == 160


def test_the_small_picture_is_asked_for_once_and_drawn_when_it_is_there(cache: PictureCache, qtbot: QtBot) -> None:
    picture = drawn(plain(*COLOURS["work"]))
    view = cache.view(picture, "left", QSize(56, 44), 2.0)
    assert not cache.has_close_up(view)

    assert cache.close_up(view).size() == QSize(1, 1)
    assert cache.has_close_up(view)  # it comes by itself
    with qtbot.waitSignal(cache.arrived):
        pass

    assert cache.close_up(view).size() == QSize(112, 88)
    assert cache.has_close_up(view)


def test_a_picture_is_never_mirrored_and_needs_no_figures(cache: PictureCache) -> None:
    picture = drawn(JPEG)

    left, right = (cache.view(picture, side, QSize(50, 40), 1.0) for side in ("left", "right"))

    assert left == right
    assert cache.knows(picture)
    assert cache.describe(picture, "left") == "A knee."


def test_other_words_for_a_picture_need_no_other_picture(cache: PictureCache, qtbot: QtBot) -> None:
    cache.own_picture(drawn(JPEG, "A kn"), 160)
    qtbot.waitUntil(lambda: cache.own_picture(drawn(JPEG, "A kn"), 160) is not None)

    assert cache.own_picture(drawn(JPEG, "A kne"), 160) is not None
    assert cache.view(drawn(JPEG, "A"), None, QSize(9, 9), 1.0) == cache.view(drawn(JPEG), None, QSize(9, 9), 1.0)


def test_after_a_session_its_pictures_go(cache: PictureCache, qtbot: QtBot) -> None:
    picture = drawn(plain(1, 2, 3))
    cache.own_picture(picture, 640)
    qtbot.waitUntil(lambda: cache.own_picture(picture, 640) is not None)

    cache.drop_session()

    assert cache.bytes_kept == 0
