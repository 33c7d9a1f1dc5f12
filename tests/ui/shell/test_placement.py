"""The window opens where its screen has room for it, comes back where it was, and is never where no screen is."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRect

from coach.store import window_place
from coach.store.window_place import Place
from coach.ui.shell.placement import SMALLEST, fitted, hardly_fits, size_for
from tests.ui.screens import Screen, on_screens

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.stage import Stage

MODULE = "tests.ui.placed_program"
LAPTOP = Screen("laptop", 0, 0, 1366, 768)


def opened(folder: Path, *screens: Screen, does: str = "", **environment: str) -> list[list[object]]:
    return on_screens(MODULE, list(screens), folder, does, **environment)


# Where it opens first


@pytest.mark.slow_cases
@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (1366, 768, (1200, 706)),
        (1280, 720, (1177, 662)),
        (1280, 680, (1177, 625)),
        (1920, 1080, (1200, 760)),
        (1080, 1920, (993, 760)),
        (2560, 1440, (1200, 760)),
    ],
)
def test_it_opens_no_larger_than_its_screen_has_room_for(
    tmp_path: Path, width: int, height: int, size: tuple[int, int]
) -> None:
    first, _last = opened(tmp_path, Screen("only", 0, 0, width, height))

    assert first[2:] == [*size, False, True]


@pytest.mark.slow_cases
@pytest.mark.parametrize(("width", "height"), [(911, 512), (683, 384), (800, 600)])
def test_it_takes_all_of_a_screen_that_it_hardly_fits(tmp_path: Path, width: int, height: int) -> None:
    first, _last = opened(tmp_path, Screen("only", 0, 0, width, height))

    assert first == [0, 0, width, height, True, True]


def test_a_laptop_at_200_percent_is_a_small_screen(tmp_path: Path) -> None:
    first, _last = opened(tmp_path, LAPTOP, QT_SCALE_FACTOR="2")

    assert first == [0, 0, 683, 384, True, True]


# Where it comes back


def test_it_comes_back_where_it_was(tmp_path: Path) -> None:
    opened(tmp_path, LAPTOP, does="100,60,900,640")

    assert opened(tmp_path, LAPTOP)[0] == [100, 60, 900, 640, False, True]


def test_it_comes_back_maximised_and_then_as_large_as_before(tmp_path: Path) -> None:
    opened(tmp_path, LAPTOP, does="100,60,900,640")
    opened(tmp_path, LAPTOP, does="maximise")

    assert opened(tmp_path, LAPTOP)[0] == [0, 0, 1366, 768, True, True]
    kept = window_place.load(tmp_path / "data")
    assert kept == Place(100, 60, 900, 640, maximised=True)


def test_a_session_on_the_whole_screen_is_not_where_the_window_was(tmp_path: Path) -> None:
    opened(tmp_path, LAPTOP, does="100,60,900,640")
    opened(tmp_path, LAPTOP, does="floor")

    assert window_place.load(tmp_path / "data") == Place(100, 60, 900, 640)


@pytest.mark.slow_cases
@pytest.mark.parametrize("width", [1280, 911, 3840], ids=["a quarter less", "at 150 %", "much wider"])
def test_a_screen_of_another_width_is_no_reason_to_forget_the_place(tmp_path: Path, width: int) -> None:
    opened(tmp_path, Screen("only", 0, 0, 1920, 1080), does="40,50,800,620")

    x, y, *size, _maximised, seen = opened(tmp_path, Screen("only", 0, 0, width, 1080))[0]

    assert (x, y, size, seen) == (40, 50, [800, 620], True)


def test_a_screen_that_is_gone_is_no_place(tmp_path: Path) -> None:
    second = Screen("second", 1366, 0, 1920, 1080)
    opened(tmp_path, LAPTOP, second, does="1500,100,1000,700")
    assert opened(tmp_path, LAPTOP, second)[0][:2] == [1500, 100]

    x, y, width, height, _maximised, seen = opened(tmp_path, LAPTOP)[0]

    assert seen
    assert QRect(0, 0, 1366, 768).contains(QRect(int(str(x)), int(str(y)), int(str(width)), int(str(height))))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "null",
        "{",
        '{"x": 1}',
        '{"x": 0, "y": 0, "width": 0, "height": 0, "maximised": false}',
        '{"x": 1e400, "y": 0, "width": 900, "height": 600, "maximised": false}',
        '{"x": 9999999999, "y": 0, "width": 900, "height": 600, "maximised": false}',
        '{"x": true, "y": 0, "width": 900, "height": 600, "maximised": false}',
        "[" * 5_000,
        "\udcff",
    ],
)
def test_a_file_that_makes_no_sense_is_no_place(tmp_path: Path, text: str) -> None:
    (tmp_path / window_place.NAME).write_bytes(text.encode("utf-8", "surrogateescape"))

    assert window_place.load(tmp_path) is None


def test_a_place_that_cannot_be_kept_keeps_nobody_from_leaving(stage: Stage) -> None:
    stage.data.mkdir(parents=True, exist_ok=True)
    (stage.data / window_place.NAME).mkdir()

    stage.window.force_close()

    assert not stage.window.isVisible()


def test_what_is_kept_is_what_is_read(tmp_path: Path) -> None:
    place = Place(-1200, 40, 900, 640, maximised=True)
    window_place.save(tmp_path, place)

    assert window_place.load(tmp_path) == place
    assert json.loads((tmp_path / window_place.NAME).read_text("utf-8"))["x"] == -1200


# The rule itself

SIZES = st.tuples(st.integers(300, 4_000), st.integers(240, 3_000))
ROOMS = st.lists(st.tuples(st.integers(-5_000, 5_000), st.integers(-5_000, 5_000), SIZES), min_size=1, max_size=3)
PLACES = st.tuples(st.integers(-9_000, 9_000), st.integers(-9_000, 9_000), SIZES)


@given(ROOMS, PLACES)
def test_a_fitted_place_lies_wholly_on_one_screen(
    rooms: list[tuple[int, int, tuple[int, int]]], place: tuple[int, int, tuple[int, int]]
) -> None:
    screens = [QRect(x, y, *size) for x, y, size in rooms]
    wanted = QRect(place[0], place[1], *place[2])

    found = fitted(wanted, screens)

    room = next(screen for screen in screens if screen.contains(found))
    assert found.width() >= min(SMALLEST.width(), room.width(), wanted.width())
    if any(screen.contains(wanted) for screen in screens):
        assert fitted(found, screens) == found


@given(SIZES)
def test_the_first_size_leaves_some_of_the_screen_free(size: tuple[int, int]) -> None:
    room = QRect(0, 0, *size)
    found = size_for(room)

    assert found.width() <= 0.92 * room.width()
    assert found.height() <= 0.92 * room.height()
    assert (found.width(), found.height()) <= (1200, 760)
    assert hardly_fits(room) == (found.width() < 900 or found.height() < 600)


def test_leaving_the_whole_screen_comes_back_to_a_screen_that_is_there(running: Stage) -> None:
    """The monitor was unplugged meanwhile: what is remembered lies where no screen is."""
    running.window.setGeometry(9_000, 40, 700, 500)
    running.actions["floor"].trigger()
    running.actions["floor"].trigger()

    assert running.window.screen().availableGeometry().contains(running.window.geometry())


def test_a_window_on_a_screen_that_goes_comes_to_one_that_is_there(stage: Stage) -> None:
    stage.window.setGeometry(9_000, 40, 700, 500)

    stage.window.placement.fit_screens()

    assert stage.window.screen().availableGeometry().contains(stage.window.geometry())
