"""What the session page adds to the session: easier ways, the reason of a pause, less motion, small windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel, QWidget

from coach.core.events import Phase
from coach.ui.kit.text_page import TextPage
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.live.floor.floor_view import floor_page, settle
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(name="holding")
def _holding(running: Stage) -> Stage:
    """Return the program in the first hold of the second exercise."""
    running.skip_to(4)
    return running


KNEE, SHORT = "Easier: hold behind your thigh.", "Easier: hold for fifteen seconds."


def test_an_easier_way_stays_through_the_rounds_of_an_exercise_and_ends_with_it(holding: Stage) -> None:
    page = holding.session_page
    assert KNEE not in holding.texts(page.steps)

    holding.press(KEY.Key_E)
    holding.advance(1_000)
    assert KNEE in holding.texts(page.steps)
    assert page.easier.isChecked()

    holding.skip_to(6)
    assert KNEE in holding.texts(page.steps)

    holding.press(KEY.Key_Right, CTRL)
    assert page.title.text() == "Double knee to chest"
    assert "Easier version" not in in_view(page.steps)
    assert not page.easier.isChecked()


def test_each_press_shows_the_next_way_below_the_steps_that_stay(holding: Stage) -> None:
    page = holding.session_page
    wait_ms(1)
    usual = in_view(page.steps)
    for words in (KNEE, SHORT):
        holding.press(KEY.Key_E)
        assert in_view(page.steps) == [*usual, "Easier version", words]
        assert (page.easier.isChecked(), page.easier.accessibleName()) == (True, f"Easier version. {words}")

    holding.press(KEY.Key_E)
    assert in_view(page.steps) == usual
    assert (page.easier.isChecked(), page.easier.accessibleName()) == (False, "Easier version")


def test_a_hold_of_fifteen_seconds_is_told_everywhere_as_long_as_it_is(holding: Stage) -> None:
    holding.press(KEY.Key_E)
    holding.press(KEY.Key_E)
    page, rest_ms = holding.session_page, holding.shot.rest_ms

    assert page.ring.seconds == 15
    assert "10:" not in page.bar.strip.spoken()
    holding.advance(15_000)
    assert holding.shot.index == 5, "it is over"
    assert holding.shot.rest_ms == rest_ms - 15_000
    assert "Then: hold, 15 s" in page.bar.strip.spoken()

    holding.advance(holding.shot.left_ms)
    assert page.ring.seconds == 15
    assert holding.news == "Hold. Left side, round 1 of 3. 15 seconds."


def test_it_is_chosen_in_a_pause_and_in_a_lead_in_too(holding: Stage) -> None:
    page = holding.session_page
    holding.press(KEY.Key_Space)
    holding.press(KEY.Key_E)
    assert in_view(page.steps)[-1] == KNEE
    assert holding.phase() is Phase.PAUSED

    holding.press(KEY.Key_Space)
    assert holding.shot.lead_in_ms
    holding.press(KEY.Key_E)
    assert in_view(page.steps)[-1] == SHORT
    assert holding.shot.lead_in_ms


def test_own_ways_in_brief_follow_each_other_too(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "brief.json"
    own = exercise("a", base="supine", rounds=2) | {"easier": ["Bend less.", "Lie on a bed."]}
    file.write_bytes(as_bytes(document(own)))
    stage = open_program(file)
    stage.start()
    found = []
    for _press in range(4):
        stage.press(KEY.Key_E)
        found.append((in_view(stage.session_page.steps)[-1], stage.news))

    first, second = ("Bend less.", "Bend less."), ("Lie on a bed.", "Lie on a bed.")
    assert [found[0], found[1], found[3]] == [first, second, first]
    assert found[2][1] == "Back to the usual way."
    assert found[2][0] not in {"Bend less.", "Lie on a bed."}


def test_an_exercise_without_easier_versions_offers_none(open_program: Opener, tmp_path: Path) -> None:
    file = tmp_path / "plain.json"
    file.write_bytes(as_bytes(document(exercise("a"))))
    stage = open_program(file)
    stage.start()
    page = stage.session_page

    assert page.easier.isVisible()
    assert not page.easier.isEnabled()
    stage.press(KEY.Key_E)
    assert not page.steps.heading.isVisible()


def test_a_pause_after_a_sleep_says_why_until_it_goes_on(holding: Stage) -> None:
    page = holding.session_page
    holding.clock.ms += 60_000
    holding.player.look()

    assert holding.phase() is Phase.PAUSED
    assert "asleep" in page.hint.text()
    assert "asleep" in holding.news

    holding.press(KEY.Key_Space)
    holding.advance(1_000)
    assert "asleep" not in page.hint.text()

    holding.press(KEY.Key_Space)
    assert page.hint.text() == ""


def test_less_motion_lets_the_ring_step_once_a_second(holding: Stage) -> None:
    page = holding.session_page
    holding.actions["still"].trigger()
    before = page.ring.grab().toImage()

    holding.clock.ms += 400
    assert page.ring.grab().toImage() == before
    assert not page.ring.is_animated

    holding.clock.ms += 700
    holding.player.look()
    assert page.ring.grab().toImage() != before


def in_view(inside: QWidget) -> list[str]:
    """Return the texts of labels of which something can be seen, from the top down."""
    found = [each for each in inside.findChildren(QLabel) if each.isVisible() and not each.visibleRegion().isEmpty()]
    found.sort(key=lambda each: each.mapTo(inside, each.rect().topLeft()).y())
    return [each.text() for each in found]


@pytest.mark.parametrize("size", [(1200, 760), (1000, 640), (800, 600)])
def test_after_moderate_pain_the_steps_stay_and_the_first_easier_way_stands_below_them(
    stage: Stage, size: tuple[int, int]
) -> None:
    stage.window.resize(*size)
    stage.click(stage.start_page.start)
    stage.pass_check(pain=5)
    stage.skip_to(4)
    page = stage.session_page
    wait_ms(1)

    shown = in_view(page.steps)
    steps = ["Stop at a gentle pull.", "Keep still and breathe for 30 seconds."]
    heading = shown.index("Easier version")
    assert shown[:2] == steps
    assert shown[heading + 1 :] == [KNEE], "one way, not all of them"
    assert page.easier.isChecked()

    for words in (SHORT, ""):
        stage.click(page.easier)
        assert page.easier.isChecked() is bool(words)
        assert stage.live_now.easier == words
    assert in_view(page.steps)[:2] == steps
    assert "Easier version" not in in_view(page.steps)

    stage.press(KEY.Key_Right, CTRL)
    assert page.easier.isChecked(), "the next exercise begins with its own"


def test_on_a_usual_day_the_easier_ways_wait_to_be_asked_for(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.pass_check(pain=5)
    stage.press(KEY.Key_E, CTRL)
    stage.show_start()
    stage.click(stage.start_page.start)
    stage.pass_check(pain=2)
    stage.advance(1_000)

    assert not stage.session_page.easier.isChecked()
    assert not stage.session_page.steps.heading.isVisible()


# The sound


@pytest.mark.parametrize("size", [(1200, 760), (800, 600), (640, 360)])
def test_that_there_is_no_sound_is_told_for_a_while_and_then_by_a_sign(
    open_program: Opener, size: tuple[int, int]
) -> None:
    stage = open_program()
    stage.window.setMinimumSize(0, 0)
    stage.window.resize(*size)
    stage.narrator.lose("The sound server is gone.")
    stage.start()
    assert any("There is no sound now" in label.text() for label in stage.start_page.findChildren(QLabel))
    page = stage.session_page
    note, sign = page.notes.sound, page.sound_sign
    wait_ms(1)
    assert note.isVisible()
    for needed in (page.title, page.ring, page.place, page.steps, page.more, page.easier):
        assert not note.geometry().intersects(needed.geometry())

    assert stage.live.sound.telling.interval() == 10_000
    stage.live.sound.telling.timeout.emit()
    stage.skip_to(5)
    stage.advance(1_000)
    assert not note.isVisible()
    assert sign.isVisible()
    assert page.because.isVisible()
    assert sign.toolTip() == sign.accessibleName() == "There is no sound now. Everything is on the screen."
    parts = (page.title, page.because, page.floor, page.picture, page.ring, page.place, page.steps, page.more)
    assert not [part for part in parts if part.isVisible() and part.geometry().intersects(sign.geometry())]
    assert page.rect().contains(sign.geometry())

    stage.narrator.find()
    assert not sign.isVisible()


def test_the_floor_view_tells_it_for_a_while_and_then_by_a_sign_too(open_program: Opener) -> None:
    stage = open_program()
    stage.narrator.lose("The sound server is gone.")
    stage.start()
    stage.press(KEY.Key_F11)
    page = floor_page(stage)
    assert page.then.text().startswith("There is no sound")

    stage.live.sound.telling.timeout.emit()
    assert page.then.text().startswith("Then")
    assert page.sound_sign.isVisible()
    assert "no sound" in page.sound_sign.accessibleName()


def test_the_next_session_tells_it_again(open_program: Opener) -> None:
    stage = open_program()
    stage.narrator.lose("The sound server is gone.")
    stage.start()
    page = stage.session_page
    stage.live.sound.telling.timeout.emit()
    assert page.sound_sign.isVisible()
    stage.press(KEY.Key_E, CTRL)
    stage.show_start()

    stage.start()

    assert page.notes.sound.isVisible()
    assert not page.sound_sign.isVisible()


def test_steps_fit_the_page_that_was_made_smaller_while_another_showed(running: Stage) -> None:
    running.skip_to(4)
    running.window.resize(1_380, 860)
    settle()
    running.actions["keys"].trigger()
    settle()
    running.window.resize(1_000, 700)
    settle()
    running.actions["settings"].trigger()  # and to another one
    page = running.page()
    assert isinstance(page, TextPage)
    page.close_button.click()
    settle()

    steps = running.session_page.steps
    shown = [row for row in steps.findChildren(QLabel) if row.isVisible()]
    assert shown
    for row in shown:
        right = row.mapTo(steps, row.rect().topRight()).x()
        assert right < steps.width(), f"“{row.text()}” ends at {right} of {steps.width()}"
