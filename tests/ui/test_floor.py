"""The floor view: what is read from two metres away, on and off, turned, and stopping for pain in it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QFontMetricsF, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coach.core.events import Outcome, Phase
from coach.ui.pages.text_pages import KeysPage
from coach.ui.turn import Turn
from coach.ui.widgets.floor_text import FloorText
from tests.cases import ROOT, document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.stage import CTRL, KEY, NONE, Stage, focus

if TYPE_CHECKING:
    from pathlib import Path

    from coach.ui.floor import Floor
    from coach.ui.pages.floor_page import FloorPage
    from tests.ui.conftest import Opener

HOLD, CHANGE, WITHOUT_SIDES = 3, 4, 15
LONG = "Slow half circle with both of your knees"
LONGER = "Exercise " + "with a name that goes on and on " * 3


def floor(stage: Stage) -> Floor:
    return stage.coaching.scenes.floor


def floor_page(stage: Stage) -> FloorPage:
    return floor(stage).page


def settle() -> None:
    for _ in range(3):
        QApplication.processEvents()


def resize(stage: Stage, width: int, height: int) -> None:
    settle()
    stage.window.resize(width, height)
    settle()
    assert (stage.page().width(), stage.page().height()) == (width, height)


def turn(stage: Stage, wanted: Turn) -> None:
    """Press T until the page stands as wanted."""
    while floor_page(stage).turn is not wanted:
        stage.press(KEY.Key_T)
    settle()


@pytest.fixture(name="holding")
def _holding(running: Stage) -> Stage:
    """Return the program 12 s into the first hold, in floor view."""
    running.skip_to(HOLD)
    running.advance(12_000)
    running.press(KEY.Key_F11)
    assert running.page() is floor_page(running)
    return running


# What is read from afar


@dataclass(frozen=True)
class Case:
    """A size of the screen and how the page is turned in it."""

    width: int
    height: int
    turn: Turn

    def __str__(self) -> str:
        return f"{self.width}x{self.height} {self.turn.value}"


SIZES = [(1280, 800), (1920, 1080), (1024, 600), (1024, 768)]
CASES = [Case(*size, turned) for size in SIZES for turned in Turn]
every_case = pytest.mark.parametrize("case", CASES, ids=str)


def upright_height(page: FloorPage) -> int:
    return page.turn.upright(page.size()).height()


def too_small(page: FloorPage) -> list[str]:
    """Return what cannot be read from two or three metres away."""
    height = upright_height(page)
    wanted: list[tuple[str, int, float]] = [
        ("side", page.side.letters_px if page.side.text() else height, 0.09),
        ("next", page.then.letters_px, 0.04),
    ]
    if page.number.isVisible():
        # Three digits do not go into a tall page that large: there the height of the screen counts.
        three_in_tall = page.number.seconds > 99 and page.turn is not Turn.NO
        wanted.append(("number", page.number.letters_px, 0.4 * (page.height() / height if three_in_tall else 1)))
    return [f"{what}: {size} px of {height}" for what, size, share in wanted if size < share * height]


def cut(page: FloorPage) -> list[str]:
    """Return the texts that do not fit into the place they have."""
    found = [text.text() for text in page.findChildren(FloorText) if text.isVisible() and text.is_cut]
    digits, room = QFontMetricsF(page.number._font), page.turn.upright(page.number.size())
    if page.number.isVisible() and digits.horizontalAdvance(str(page.number.seconds)) > room.width():
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
def test_number_side_and_next_are_large_enough_and_nothing_is_cut(holding: Stage, case: Case) -> None:
    resize(holding, case.width, case.height)
    turn(holding, case.turn)
    page, found = floor_page(holding), {}

    for index in (HOLD, CHANGE, WITHOUT_SIDES):
        holding.skip_to(index)
        page.because.hide()
        settle()
        found[index] = wrong(holding)
    holding.press(KEY.Key_Space)
    settle()
    found[-1] = wrong(holding)

    assert not any(found.values()), found
    assert page.pain.isVisible()
    assert page.turn.upright(page.pain.size()).height() >= 44


def long_names(folder: Path) -> Path:
    """Return a routine file with names of 40 characters, of 80, and of one word."""
    names = {"one": LONG, "two": LONG.upper()[::-1], "three": LONGER.strip()[:80], "four": "Onewordwithnoend" * 5}
    made = [{**exercise(key, sides=("left",), rounds=2, work_s=150), "name": name} for key, name in names.items()]
    file = folder / "long.json"
    file.write_bytes(as_bytes(document(*made)))
    return file


@every_case
def test_long_names_shrink_or_wrap_and_are_never_cut(open_program: Opener, tmp_path: Path, case: Case) -> None:
    stage = open_program(long_names(tmp_path))
    assert stage.rows[0].name == LONG, "the file was not taken"
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


def test_what_is_cut_is_found(holding: Stage) -> None:
    """The tests above would be worth nothing if this found nothing."""
    page = floor_page(holding)
    settle()
    assert wrong(holding) == []

    page.name.resize(30, 12)
    page.name.place(Turn.NO, 40)
    page.then.place(Turn.NO, 0.03 * page.height())
    page.pain.move(page.go.pos())

    assert len(wrong(holding)) == 3


def ink_rows(image: QImage, ground: int) -> list[int]:
    """Return the rows of a picture in which something is painted."""
    columns = range(0, image.width(), 4)
    return [y for y in range(image.height()) if any(image.pixel(x, y) != ground for x in columns)]


def test_the_digits_that_are_painted_take_two_fifths_of_the_height(holding: Stage) -> None:
    resize(holding, 1280, 800)
    picture = floor_page(holding).number.grab().toImage()

    rows = ink_rows(picture, picture.pixel(1, 1))

    assert len(rows) >= 0.4 * 800
    assert rows[0] > 0
    assert rows[-1] < picture.height() - 1, "the digits are cut"


def test_tells_exercise_side_phase_round_and_what_comes_next(holding: Stage) -> None:
    page = floor_page(holding)
    words = holding.texts(page)
    assert {"Single knee to chest", "RIGHT →", "Hold · round 1 of 3"} <= set(words)
    assert page.then.text().startswith("Then: left side")
    assert page.number.seconds == 18

    resize(holding, 1280, 800)
    holding.press(KEY.Key_Space)
    assert page.phase.text() == "Paused"
    assert page.phase.letters_px >= 0.08 * page.height()

    holding.press(KEY.Key_Space)
    assert (page.phase.text(), page.number.seconds) == ("Get set", 3)

    holding.skip_to(CHANGE)
    assert page.side.text() == "← LEFT"
    assert page.phase.text().startswith("Change side")


def test_a_block_that_waits_says_what_to_press(stage: Stage) -> None:
    stage.program.start_page.pace.setFocus()
    stage.press(KEY.Key_End)
    stage.start()
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


# On and off


def _running(_stage: Stage) -> None:
    """Leave it as it is."""


def _paused(stage: Stage) -> None:
    stage.press(KEY.Key_Space)
    assert stage.phase() is Phase.PAUSED


def _gap(stage: Stage) -> None:
    stage.skip_to(CHANGE)
    stage.advance(2_500)


def _lead_in(stage: Stage) -> None:
    _paused(stage)
    stage.press(KEY.Key_Space)
    assert stage.shot.lead_in_ms


@pytest.mark.parametrize("key", [KEY.Key_F11, KEY.Key_F5])
@pytest.mark.parametrize("come_to", [_running, _paused, _gap, _lead_in])
def test_on_and_off_changes_nothing_in_the_session(running: Stage, key: Qt.Key, come_to: object) -> None:
    assert callable(come_to)
    running.skip_to(HOLD)
    running.advance(4_700)
    come_to(running)
    before, place = running.shot, running.window.geometry()

    running.press(key)
    assert running.page() is floor_page(running)
    assert running.window.isFullScreen()
    assert not running.window.menuBar().isVisible()
    assert not running.window.sidebar.isVisible()
    assert not running.coaching.session.bar.isVisible()
    assert running.shot == before

    running.press(key)
    assert running.page() is running.coaching.session
    assert not running.window.isFullScreen()
    assert running.window.geometry() == place
    assert running.shot == before
    assert focus() is running.go


def test_a_maximised_window_is_maximised_again(running: Stage) -> None:
    running.window.showMaximized()

    running.press(KEY.Key_F11)
    assert running.window.isFullScreen()
    running.press(KEY.Key_F11)

    assert running.window.isMaximized()
    assert not running.window.isFullScreen()


def test_it_fills_the_screen_that_was_chosen_and_the_window_comes_back(tmp_path: Path) -> None:
    screens = [
        {"name": name, "x": x, "y": 0, "width": width, "height": 800, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
        for name, x, width in (("left", 0, 1280), ("right", 1280, 1600))
    ]
    config = tmp_path / "screens.json"
    config.write_text(
        json.dumps({"synchronousWindowSystemEvents": True, "windowFrameMargins": False, "screens": screens}), "utf-8"
    )
    command = [sys.executable, "-m", "tests.ui.two_screens", str(tmp_path / "data")]
    platform = {"QT_QPA_PLATFORM": f"offscreen:configfile={config}"}

    done = subprocess.run(command, env={**os.environ, **platform}, cwd=ROOT, capture_output=True, text=True, check=True)

    left, right, window = [0, 0, 1280, 800], [1280, 0, 1600, 800], [40, 50, 1100, 700]
    assert [json.loads(line) for line in done.stdout.splitlines()] == [
        ["on right", "right", right, False],
        ["off right", "left", window, False],
        ["on left", "left", left, False],
        ["off left", "left", window, False],
        ["on gone", "left", left, False],
        ["off gone", "left", window, False],
        ["on right", "right", right, False],
        ["maximised again", "left", left, True],
    ]


def test_the_button_on_the_session_page_shows_it(running: Stage) -> None:
    running.click(running.coaching.session.floor)

    assert running.page() is floor_page(running)


def test_the_next_session_begins_as_the_last_one_was_seen(holding: Stage) -> None:
    holding.press(KEY.Key_E, CTRL)
    assert holding.page() is holding.coaching.closing
    assert not holding.window.isFullScreen()
    holding.click(holding.coaching.closing.done)

    holding.start()
    assert holding.page() is floor_page(holding)
    assert holding.window.isFullScreen()

    holding.press(KEY.Key_F11)
    holding.press(KEY.Key_E, CTRL)
    holding.click(holding.coaching.closing.done)
    holding.start()
    assert holding.page() is holding.coaching.session


def test_it_means_nothing_outside_a_session(stage: Stage) -> None:
    stage.press(KEY.Key_F11)

    assert stage.page() is stage.program.start_page
    assert not stage.window.isFullScreen()


def test_questions_and_pages_come_in_the_window(holding: Stage) -> None:
    holding.press(KEY.Key_Q, CTRL)
    assert holding.page() is holding.coaching.session
    assert holding.window.question.is_asking
    assert holding.window.question.isVisible()

    holding.press(KEY.Key_F11)
    assert holding.page() is floor_page(holding)
    assert not holding.window.question.is_asking

    holding.press(KEY.Key_F1)
    page = holding.page()
    assert isinstance(page, KeysPage)
    assert not holding.window.isFullScreen()
    holding.press(KEY.Key_F11)
    assert holding.page() is floor_page(holding)


def test_the_session_is_steered_as_ever(holding: Stage) -> None:
    page = floor_page(holding)
    assert focus() is page.go

    holding.click(page.go)
    assert holding.phase() is Phase.PAUSED
    holding.click(page.go)
    assert holding.phase() is Phase.RUNNING
    holding.press(KEY.Key_Right)
    assert holding.shot.index == CHANGE
    assert holding.shot.outcomes[HOLD] is Outcome.SKIPPED
    holding.press(KEY.Key_Left)
    holding.press(KEY.Key_Space)
    assert holding.phase() is Phase.PAUSED


def test_because_of_pain_is_asked_there_too(holding: Stage) -> None:
    holding.press(KEY.Key_Right)
    page = floor_page(holding)
    assert page.because.isVisible()

    holding.click(page.because)

    assert holding.is_stopped
    assert "Put your foot down" in holding.coaching.stopped.first.text(), "not the release line of what was skipped"


# Pain — stop


def painted(page: FloorPage, colour: int) -> QPoint:
    """Return the middle of what is painted in a colour on the page."""
    image = page.grab().toImage()
    found = [
        (x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3) if image.pixel(x, y) == colour
    ]
    assert found, "no such colour on the page"
    across, down = sorted(x for x, _y in found), sorted(y for _x, y in found)
    return QPoint((across[0] + across[-1]) // 2, (down[0] + down[-1]) // 2)


@pytest.mark.parametrize("turned", list(Turn))
@pytest.mark.parametrize("size", [(1280, 800), (800, 600)])
def test_a_press_where_the_button_is_drawn_stops(holding: Stage, turned: Turn, size: tuple[int, int]) -> None:
    resize(holding, *size)
    turn(holding, turned)
    place = painted(floor_page(holding), holding.program.theme.tokens.danger.rgb())
    window = holding.window.windowHandle()

    QTest.mousePress(window, Qt.MouseButton.LeftButton, NONE, floor_page(holding).mapTo(holding.window, place))

    assert holding.is_stopped


@pytest.mark.parametrize("turned", list(Turn))
@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_B, KEY.Key_Period, KEY.Key_MediaStop])
def test_every_pain_key_stops(holding: Stage, key: Qt.Key, turned: Turn) -> None:
    turn(holding, turned)

    holding.press(key)

    assert holding.is_stopped


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_Return])
@pytest.mark.parametrize("come_to", [_running, _paused, _gap])
def test_tab_and_space_or_enter_on_the_button_stop(holding: Stage, key: Qt.Key, come_to: object) -> None:
    assert callable(come_to)
    come_to(holding)
    page = floor_page(holding)
    page.because.hide()
    for _ in range(4):
        if focus() is not page.pain:
            holding.press(KEY.Key_Tab)
    assert focus() is page.pain

    holding.press(key)

    assert holding.is_stopped


def test_the_stopped_page_stays_large_until_it_is_left(holding: Stage) -> None:
    settle()
    full = holding.window.size()
    holding.press(KEY.Key_Escape)
    assert holding.is_stopped
    assert holding.window.isFullScreen()
    assert holding.coaching.stopped.size() == full

    holding.press(KEY.Key_F11)
    assert holding.is_stopped
    assert not holding.window.isFullScreen()


def test_closing_the_stopped_page_brings_the_window_back(running: Stage) -> None:
    place = running.window.geometry()
    running.press(KEY.Key_F11)
    running.press(KEY.Key_Escape)

    running.coaching.stopped.close_wanted.emit()
    settle()

    assert running.page() is running.program.start_page
    assert not running.window.isFullScreen()
    assert running.window.geometry() == place


def test_a_mistake_leads_back_to_the_floor_view_paused(holding: Stage) -> None:
    holding.press(KEY.Key_Escape)
    holding.click(holding.coaching.stopped.mistake)
    holding.click(holding.coaching.stopped.no)

    assert holding.phase() is Phase.PAUSED
    assert holding.page() is floor_page(holding)
    assert floor_page(holding).phase.text() == "Paused"


# What is hidden, and what stands still


class Paints(QObject):
    """Counts how often widgets are painted."""

    def __init__(self, *watched: QWidget) -> None:
        super().__init__()
        self.count = 0
        for widget in watched:
            widget.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Count a paint event."""
        self.count += event.type() == QEvent.Type.Paint
        return False


def test_only_the_page_that_shows_is_painted_and_animated(holding: Stage) -> None:
    session, page = holding.coaching.session, floor_page(holding)
    settle()
    of_session, of_floor = Paints(session.ring, session.picture), Paints(page.number, page.bar, page.picture)

    for _ in range(3):
        holding.advance(1_000)
        settle()
    assert of_session.count == 0
    assert of_floor.count >= 3
    assert page.bar.is_animated
    assert page.picture.is_animated
    assert not session.ring.is_animated
    assert not session.picture.is_animated

    holding.press(KEY.Key_F11)
    settle()
    of_session.count = of_floor.count = 0
    for _ in range(3):
        holding.advance(1_000)
        settle()
    assert of_floor.count == 0
    assert of_session.count >= 3
    assert not page.bar.is_animated
    assert not page.picture.is_animated


def test_the_hidden_figure_draws_no_pictures(holding: Stage) -> None:
    resize(holding, 1280, 800)
    session, studio = holding.coaching.session.picture, holding.program.studio

    def of_session() -> set[object]:
        own = (session.width(), session.height())
        return {key for key in studio._kept if (key[0].width, key[0].height) == own}

    before, all_before = of_session(), set(studio._kept)
    holding.skip_to(CHANGE)
    for _ in range(8):
        holding.advance(1_000)
        settle()

    assert of_session() == before
    assert set(studio._kept) > all_before, "the one that shows drew nothing"


def test_it_shows_at_once_what_is_now(running: Stage) -> None:
    running.press(KEY.Key_F11)
    running.press(KEY.Key_F11)
    running.skip_to(HOLD)
    running.advance(7_000)
    running.press(KEY.Key_F11)
    page = floor_page(running)

    assert (page.name.text(), page.number.seconds) == ("Single knee to chest", 23)
    before = page.bar.grab().toImage()
    running.advance(10_000)
    assert page.bar.grab().toImage() != before


def test_less_motion_lets_the_bar_step_and_the_figure_stand(holding: Stage) -> None:
    holding.coaching.actions.by_id["still"].trigger()
    page = floor_page(holding)
    before = page.grab().toImage()

    holding.clock.ms += 400
    assert page.grab().toImage() == before
    assert not page.bar.is_animated
    assert not page.picture.is_animated

    holding.clock.ms += 700
    holding.player.look()
    assert page.grab().toImage() != before


def test_a_turned_page_is_the_upright_one_turned(holding: Stage) -> None:
    """The same picture, drawn for a screen that stands, and turned for one that lies."""
    holding.coaching.actions.by_id["still"].trigger()
    page = floor_page(holding)
    resize(holding, 700, 1000)
    upright = page.grab().toImage()

    resize(holding, 1000, 700)
    turn(holding, Turn.RIGHT)
    turned = page.grab().toImage()

    again = turned.transformed(Turn.LEFT.mapping(turned.size()))
    assert again.size() == upright.size()
    apart = sum(
        again.pixelColor(x, y).lightness() - upright.pixelColor(x, y).lightness() > 60
        for x in range(0, 700, 5)
        for y in range(0, 1000, 5)
    )
    assert apart < 0.02 * 140 * 200
