"""The figure that moves on the start page: one patch, never too often, and only where somebody looks at it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication, QDialog

from coach.store.settings import LessMotion
from coach.ui.home.film import MOST_A_SECOND, SHOWN_S
from tests.ui.stage import KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from pytestqt.qtbot import QtBot

    from coach.ui.home.film import Film
    from tests.ui.stage import Stage

A_WHILE_MS = 60_000
STILL_MS = 60


@pytest.fixture(name="playing")
def _playing(stage: Stage, qtbot: QtBot) -> Stage:
    """Return the program on its start page, where the figure moves."""
    qtbot.waitUntil(lambda: film_of(stage) is not None and film_of(stage).planned_ms is not None, timeout=10_000)
    return stage


def film_of(stage: Stage) -> Film:
    film = stage.start_page.film
    assert film is not None
    return film


def play(stage: Stage, length_ms: int) -> list[tuple[int, QRect]]:
    """Let the film run, as its timer does but by the clock of the test; return when it had what painted."""
    film, painted = film_of(stage), []
    began_ms, note = stage.clock.ms, lambda area: painted.append((stage.clock.ms - began_ms, area))
    film.area_changed.connect(note)
    while stage.clock.ms - began_ms < length_ms:
        film.plan()
        assert film.planned_ms is not None
        stage.clock.ms += film.planned_ms
        film._timer.stop()
        film.look()
        film.picture()  # as a paint event does
    film.area_changed.disconnect(note)
    return painted


def test_it_asks_for_no_more_than_24_pictures_a_second(playing: Stage) -> None:
    times = [at for at, _area in play(playing, A_WHILE_MS)]

    busiest = max(sum(start <= at < start + 1_000 for at in times) for start in times)
    assert 12 <= busiest <= MOST_A_SECOND


def test_one_patch_is_painted_anew_and_not_the_words(playing: Stage) -> None:
    hero = playing.start_page.hero
    areas = [area for at, area in play(playing, int(SHOWN_S * 900)) if at < SHOWN_S * 1_000]

    assert areas
    whole = hero.width() * hero.height()
    assert [area for area in areas if area.width() * area.height() > whole * 0.5] == []
    words = playing.start_page.start.geometry().translated(playing.start_page.words.pos())
    assert not any(area.intersects(words) for area in areas)


def test_it_does_one_exercise_after_the_other_and_the_strip_shows_which(playing: Stage) -> None:
    strip = playing.start_page.parts.strip
    assert strip is not None
    order = []
    for _exercise in range(8):
        order.append([tile.plays for tile in strip.tiles].index(True))
        assert sum(tile.plays for tile in strip.tiles) == 1
        play(playing, int(SHOWN_S * 1_000))

    assert order == [0, 1, 2, 3, 4, 5, 6, 0]


def painted_in_a_moment(stage: Stage) -> int:
    """Return how often it asks to be painted in a moment of real time in which the clock runs fast."""
    film = film_of(stage)
    painted: list[QRect] = []
    film.area_changed.connect(painted.append)
    for _step in range(6):
        stage.clock.ms += 500
        wait_ms(STILL_MS // 6)
    film.area_changed.disconnect(painted.append)
    return len(painted)


def test_it_moves_by_itself(playing: Stage, qtbot: QtBot) -> None:
    film = film_of(playing)
    painted: list[QRect] = []
    film.area_changed.connect(painted.append)

    def moved() -> bool:
        playing.clock.ms += 20
        return len(painted) > 3

    qtbot.waitUntil(moved, timeout=10_000)


def test_behind_another_window_it_stands_still(playing: Stage, qtbot: QtBot) -> None:
    other = QDialog()
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)

    assert film_of(playing).planned_ms is None
    assert painted_in_a_moment(playing) == 0

    other.close()
    playing.window.activateWindow()
    qtbot.waitUntil(lambda: film_of(playing).planned_ms is not None)


def test_with_less_motion_it_stands_still(playing: Stage, qtbot: QtBot) -> None:
    playing.preferences.change(less_motion=LessMotion.ON.value)
    QApplication.processEvents()

    assert film_of(playing).planned_ms is None
    assert painted_in_a_moment(playing) == 0

    playing.preferences.change(less_motion=LessMotion.OFF.value)
    qtbot.waitUntil(lambda: film_of(playing).planned_ms is not None)


def test_below_another_page_it_stands_still(playing: Stage, qtbot: QtBot) -> None:
    playing.trigger("about")
    QApplication.processEvents()

    assert film_of(playing).planned_ms is None
    assert painted_in_a_moment(playing) == 0

    playing.press(KEY.Key_Escape)
    qtbot.waitUntil(lambda: film_of(playing).planned_ms is not None)


def test_in_a_session_it_stands_still(playing: Stage) -> None:
    playing.start()
    QApplication.processEvents()

    assert film_of(playing).planned_ms is None


def test_it_goes_on_where_it_stood_still(playing: Stage) -> None:
    film = film_of(playing)
    play(playing, 1_500)
    film.set_running(running=False)
    playing.clock.ms += 600_000
    film.set_running(running=True)
    film.look()

    assert film.at == 0
    playing.clock.ms += 600_000
    film.look()
    assert film.at == 1, "the time in which it runs does count"


def test_the_room_is_as_large_as_the_hero_and_the_person_at_its_end(playing: Stage) -> None:
    hero, picture = playing.start_page.hero, film_of(playing).picture()
    assert picture is not None
    ground, patch = picture

    assert ground.size() == hero.size() * hero.devicePixelRatioF()
    assert patch.rect.center().x() > ground.width() * 0.55
    assert hero.accessibleDescription().startswith("Lying on the back, knees bent, feet flat;")


def test_without_figures_the_room_is_empty_and_nothing_is_planned(playing: Stage) -> None:
    figures = playing.pictures._figures
    assert figures is not None
    playing.pictures.set_figures(type(figures)(figures.body, {}))
    wait_ms(20)

    assert film_of(playing).picture() is None
    assert film_of(playing).planned_ms is None
