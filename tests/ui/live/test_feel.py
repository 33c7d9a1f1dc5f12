"""What to feel and when to stop are one key away in a session, and the clock goes on in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QTextLayout
from PySide6.QtWidgets import QApplication

from coach.core.events import Phase
from coach.ui.kit.rotation import Rotation
from coach.ui.live import feel_notes
from tests.ui.live.floor.floor_view import HOLD, floor_page, resize, settle, turn
from tests.ui.stage import CTRL, KEY, Stage

if TYPE_CHECKING:
    from PySide6.QtGui import QFont
    from PySide6.QtWidgets import QWidget

    from tests.ui.conftest import Opener

TOLD = [
    "What to feel",
    "A mild pull in the lower back. Also in the buttock on the lifted side. Not in the knee, not a pinch in the groin.",
    "When to stop",
    "More pain than at the start.",
    "Pain that is new or moves down a leg.",
    "A pinch at the front of the hip",
    "Knee pain",
]


@pytest.fixture(name="holding")
def _holding(running: Stage) -> Stage:
    running.skip_to(HOLD)
    running.advance(12_000)
    return running


def test_i_shows_it_beside_the_clock_and_i_hides_it_again(holding: Stage) -> None:
    page, before = holding.session_page, holding.shot

    holding.press(KEY.Key_I)

    assert page.feel_notes.isVisible()
    assert page.feel_notes.text().split("\n") == TOLD
    assert not page.feel_notes.is_cut
    assert not page.steps.isVisible()
    assert not page.picture.isVisible()
    for part in (page.ring, page.place, page.title, page.bar.pain):
        assert part.isVisible()
        assert not part.geometry().intersects(page.feel_notes.geometry()) or part is page.bar.pain
    assert holding.shot == before
    holding.advance(2_000)
    assert page.ring.seconds == 16

    holding.press(KEY.Key_I)
    assert not page.feel_notes.isVisible()
    assert page.steps.isVisible()
    assert page.picture.isVisible()


def test_escape_still_stops(holding: Stage) -> None:
    holding.press(KEY.Key_I)

    holding.press(KEY.Key_Escape)

    assert holding.is_stopped


def test_a_screen_reader_is_told_and_finds_all_of_it(holding: Stage) -> None:
    holding.press(KEY.Key_I)

    for words in TOLD:
        assert words.rstrip(".") in holding.news
        assert words.rstrip(".") in holding.session_page.feel_notes.accessibleName()

    holding.press(KEY.Key_I)
    assert holding.news == "Back to the steps."


def test_the_button_does_what_i_does(holding: Stage) -> None:
    button = holding.session_page.feel
    assert button.isVisible()
    assert button.accessibleName() == "What to feel, when to stop"
    assert button.accessibleDescription() == "I"

    holding.click(button)
    assert holding.session_page.feel_notes.isVisible()
    assert state_of(button).checked
    holding.click(button)
    assert not holding.session_page.feel_notes.isVisible()
    assert not state_of(button).checked


def test_a_screen_reader_hears_whether_it_shows_in_both_views(holding: Stage) -> None:
    holding.press(KEY.Key_I)
    holding.press(KEY.Key_F11)
    for page in (holding.session_page, floor_page(holding)):
        assert state_of(page.feel).checkable
        assert state_of(page.feel).checked

    holding.press(KEY.Key_I)
    assert not state_of(floor_page(holding).feel).checked


def test_while_nobody_sees_it_no_letters_are_fitted(running: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """That takes tens of ms in a low window, which the session would wait for at each of its parts."""
    laid_out: list[str] = []

    class Counted(QTextLayout):
        def __init__(self, text: str, font: QFont) -> None:
            super().__init__(text, font)
            laid_out.append(text)

    monkeypatch.setattr(feel_notes, "QTextLayout", Counted)
    running.window.resize(800, 600)
    settle()
    running.skip_to(HOLD)
    assert laid_out == []

    running.press(KEY.Key_I)
    settle()
    assert TOLD[0] in laid_out
    assert not running.session_page.feel_notes.is_cut


def state_of(button: QWidget) -> QAccessible.State:
    found = QAccessible.queryAccessibleInterface(button)
    assert found is not None
    return found.state()


def test_going_on_and_another_exercise_close_it(holding: Stage) -> None:
    notes = holding.session_page.feel_notes
    holding.press(KEY.Key_Space)
    holding.press(KEY.Key_I)
    assert notes.isVisible()
    holding.press(KEY.Key_Space)
    assert not notes.isVisible()

    holding.press(KEY.Key_I)
    holding.press(KEY.Key_Right)
    assert notes.isVisible(), "still the same exercise"
    holding.press(KEY.Key_Right, CTRL)
    assert not notes.isVisible()


def test_after_a_stop_by_mistake_it_is_closed(holding: Stage) -> None:
    holding.press(KEY.Key_I)
    holding.press(KEY.Key_Escape)
    holding.click(holding.stopped_page.mistake)
    holding.click(holding.stopped_page.no)

    assert holding.page() is holding.session_page
    assert not holding.session_page.feel_notes.isVisible()


@pytest.mark.parametrize("size", [(1280, 800), (1920, 1080), (1024, 600)])
@pytest.mark.parametrize("turned", list(Rotation))
def test_from_the_floor_it_is_read_in_large_letters_while_paused(
    holding: Stage, size: tuple[int, int], turned: Rotation
) -> None:
    holding.press(KEY.Key_F11)
    resize(holding, *size)
    turn(holding, turned)
    page = floor_page(holding)
    holding.press(KEY.Key_Space)
    holding.press(KEY.Key_I)
    settle()

    notes = page.feel_notes
    assert notes.isVisible()
    assert not notes.is_cut
    assert notes.letters_px >= 0.04 * page.height()
    shown = [part for part in (page.side, page.number, page.name, page.phase, page.bar, page.pain) if part.isVisible()]
    assert page.number in shown or turned is not Rotation.NO
    assert page.phase in shown
    assert page.pain in shown
    assert not any(part.geometry().intersects(notes.geometry()) for part in shown)
    assert not page.picture.isVisible()

    holding.press(KEY.Key_I)
    settle()
    assert not notes.isVisible()
    assert page.number.isVisible()


def test_the_clock_of_the_floor_view_goes_on_beside_it(holding: Stage) -> None:
    holding.press(KEY.Key_F11)
    resize(holding, 1280, 800)
    page = floor_page(holding)

    holding.press(KEY.Key_I)
    settle()
    holding.advance(1_000)

    assert holding.phase() is Phase.RUNNING
    assert page.number.isVisible()
    assert page.number.seconds == 17
    assert page.feel_notes.isVisible()
    holding.press(KEY.Key_F11)
    assert holding.session_page.feel_notes.isVisible(), "both views show the same"


@pytest.mark.parametrize(("size", "scale"), [((1000, 640), 1.0), ((640, 480), 1.0), ((1366, 768), 2.0)])
def test_it_has_room_in_small_windows_too(open_program: Opener, size: tuple[int, int], scale: float) -> None:
    stage = open_program(text_scale=scale, size=(1200, 800))
    stage.start()
    stage.skip_to(HOLD)
    stage.window.setMinimumSize(0, 0)
    stage.window.resize(*size)
    stage.press(KEY.Key_I)
    QApplication.processEvents()

    page = stage.session_page
    assert page.feel_notes.isVisible()
    assert not page.feel_notes.is_cut
    assert page.feel_notes.letters_px >= 11
    assert page.rect().contains(page.feel_notes.geometry())
    assert stage.pain.isVisible()


def test_outside_a_session_the_key_means_nothing(stage: Stage) -> None:
    news = stage.news

    stage.press(KEY.Key_I)

    assert stage.page() is stage.start_page
    assert stage.news == news
