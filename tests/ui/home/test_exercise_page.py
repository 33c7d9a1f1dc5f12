"""One exercise in full: its figure, what can be heard and read, and the way to the next one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.ui.home.exercise_page import ExercisePage
from coach.ui.kit.scroll_page import column_of
from coach.ui.kit.tile_card import TileCard
from tests.ui.live.floor.floor_view import settle
from tests.ui.recorded_voice import listen
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot

    from coach.ui.kit.line_list import Line
    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage

KNEE, LAST = 1, 6
"""Places of exercises of the shipped routine: single knee to chest, and cat-cow."""


def opened(stage: Stage, place: int = KNEE) -> ExercisePage:
    """Open an exercise outside a session."""
    stage.read_exercise(place)
    page = stage.page()
    assert isinstance(page, ExercisePage)
    settle()
    return page


@pytest.fixture(name="drawn")
def _drawn(stage: Stage, qtbot: QtBot) -> Stage:
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    return stage


def cards(page: ExercisePage) -> dict[str, list[str]]:
    """Return the lines of each card, by its title."""
    return {card.title.text(): [line.text() for line in card.lines.lines] for card in page.findChildren(TileCard)}


def lit(page: ExercisePage) -> list[str]:
    return [step.text() for step in page.steps.steps if step.is_lit]


def shown(page: ExercisePage) -> QImage:
    return page.movement.view.grab().toImage()


# What is read


def test_it_tells_what_to_feel_when_to_stop_and_how_to_do_less(stage: Stage) -> None:
    page = opened(stage)
    told = cards(page)

    assert told["What to feel"] == [page.exercise.feel]
    assert told["When to stop"] == [
        "More pain than at the start.",
        "Pain that is new or moves down a leg.",
        "A pinch at the front of the hip.",
        "Knee pain.",
    ]
    assert told["Easier version"] == list(page.exercise.easier)
    assert told["Ask a health professional first"] == list(page.exercise.ask_first)
    assert told["Often goes wrong"] == list(page.exercise.mistakes)
    words = stage.texts(page)
    assert {"Lower back and the buttock of the lifted leg", "3 × 30 s each side", "2 of 7"} <= set(words)
    assert page.exercise.breath in words
    assert len({line.contentsMargins().left() for line in stops(page)}) == 1, "all have a dot, or none"


def stops(page: ExercisePage) -> list[Line]:
    return page.when_to_stop.lines.lines


def test_the_breath_has_a_line_of_its_own_below_the_heading(open_program: Opener) -> None:
    page = opened(open_program(size=(1200, 760)))
    settle()
    found = {label.text(): label for label in page.findChildren(QLabel) if label.isVisible()}
    breath, steps = found[page.exercise.breath], found["Steps"]

    def left_top(label: QLabel) -> QPoint:
        return label.mapTo(page, QPoint(0, 0))

    assert left_top(breath).x() == left_top(steps).x()
    assert left_top(breath).y() >= left_top(steps).y() + steps.height()
    assert breath.width() > 2 * steps.fontMetrics().horizontalAdvance("Steps"), "it has the width of the column"


def test_what_matters_is_above_the_fold_and_the_rest_below(open_program: Opener) -> None:
    stage = open_program(size=(1200, 760))
    page = opened(stage)
    column = column_of(page)
    fold = column.viewport().mapToGlobal(column.viewport().rect().bottomLeft()).y()

    ends = {card.title.text(): card.mapToGlobal(card.rect().bottomLeft()).y() for card in page.findChildren(TileCard)}
    assert max(ends["What to feel"], ends["When to stop"], ends["Easier version"]) <= fold
    assert min(ends["Ask a health professional first"], ends["Often goes wrong"]) > fold
    assert (page.movement.view.width() / page.movement.view.height()) == pytest.approx(5 / 3, abs=0.02)


@pytest.mark.parametrize(
    ("size", "scale"),
    [((1280, 680), 1.0), ((1000, 640), 1.0), ((800, 600), 1.0), ((1366, 768), 2.0), ((800, 600), 2.0)],
)
def test_nothing_is_cut_or_leaves_the_page(open_program: Opener, size: tuple[int, int], scale: float) -> None:
    stage = open_program(text_scale=scale, size=size)
    page = opened(stage)
    area = column_of(page).viewport()

    for part in page.findChildren(QWidget):
        if part.isVisible() and part is not area:
            left = part.mapTo(page, part.rect().topLeft()).x()
            assert left >= 0, part
            assert left + part.width() <= page.width(), part
    for button in (page.head.next, page.movement.motion, page.movement.hear):
        assert button.width() >= button.minimumSizeHint().width(), button.text()
        assert button.height() >= 44


# The way on and back


def test_the_next_exercise_is_a_press_away_until_the_last(stage: Stage) -> None:
    page = opened(stage)
    assert page.head.next.text() == "Next: Double knee to chest"

    stage.click(page.head.next)
    QApplication.processEvents()

    assert stage.page() is page
    assert page.title.text() == "Double knee to chest"
    assert focus() is page.title
    assert column_of(page).verticalScrollBar().value() == 0
    assert not page.movement.sides.isVisible(), "it has no sides"
    for _further in range(LAST - KNEE - 1):
        stage.click(page.head.next)
    assert (page.title.text(), page.head.place.text()) == ("Cat–cow", "7 of 7")
    assert not page.head.next.isVisible()

    stage.press(KEY.Key_Escape)
    assert stage.page() is stage.start_page


def test_the_way_back_is_named_and_stands_before_the_title(stage: Stage) -> None:
    page = opened(stage)
    assert page.close_button.accessibleName() == "Back"
    assert focus() is page.title
    stage.press(KEY.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focus() is page.close_button
    stage.press(KEY.Key_Tab)
    assert focus() is page.head.next, "the title is read once, and is no stop"

    stage.click(page.close_button)

    assert stage.page() is stage.start_page


# The figure


def test_the_side_changes_the_words_and_the_picture(drawn: Stage) -> None:
    page = opened(drawn)
    drawn.click(page.movement.motion)
    right = shown(page)
    assert "Lift your right knee towards your chest." in [step.text() for step in page.steps.steps]
    assert page.steps.steps[-1].text() == "Change to your left knee."
    assert [part.text() for part in page.movement.sides.parts] == ["left", "RIGHT side"]

    for _stop in range(20):
        drawn.press(KEY.Key_Tab)
        if focus() in page.movement.sides.parts:
            break
    assert focus() is page.movement.sides.parts[1], "Tab stops at the side that is chosen"
    drawn.press(KEY.Key_Left)

    assert [part.text() for part in page.movement.sides.parts] == ["LEFT side", "right"]
    assert "Lift your left knee towards your chest." in [step.text() for step in page.steps.steps]
    assert page.steps.steps[-1].text() == "Change to your right knee."
    assert page.steps.steps[2].accessibleName() == "3. Lift your left knee towards your chest."
    assert page.movement.view.accessibleName() == "Picture: Single knee to chest, left side"
    assert shown(page) != right


def test_the_figure_moves_and_the_step_of_the_hold_is_lit_while_it_is_held(drawn: Stage) -> None:
    page = opened(drawn)
    view = page.movement.view
    first = shown(page)
    assert lit(page) == []
    assert view.is_animated

    drawn.hand.ms += 2_000
    view._timer.timeout.emit()
    assert shown(page) != first

    seen = set()
    for _look in range(40):
        drawn.hand.ms += 250
        view._timer.timeout.emit()
        seen.add(tuple(lit(page)))
        assert bool(lit(page)) is view.is_held
    assert seen == {(), ("Keep still and breathe for 30 seconds.",)}


def test_a_step_that_is_lit_stays_bold_in_another_text_size(drawn: Stage) -> None:
    page = opened(drawn)
    page.steps.light(range(1))
    bold, badge = page.steps.steps[0].font().weight(), page.steps.steps[0].contentsMargins().left()

    drawn.preferences.change(text_size=200)
    settle()

    assert page.steps.steps[0].font().weight() == bold > page.steps.steps[1].font().weight()
    assert page.steps.steps[0].contentsMargins().left() > 1.6 * badge


def test_a_still_picture_holds_the_pose_until_it_may_move_again(drawn: Stage) -> None:
    page = opened(drawn)
    view, button = page.movement.view, page.movement.motion
    assert button.text() == "Still picture"

    drawn.click(button)

    assert button.text() == "Moving picture"
    still = shown(page)
    assert not view.is_animated
    assert lit(page) == ["Keep still and breathe for 30 seconds."]
    drawn.hand.ms += 2_000
    assert shown(page) == still

    drawn.click(button)
    shown(page)
    assert button.text() == "Still picture"
    assert view.is_animated


def test_with_less_motion_it_stands_still_until_a_person_wants_otherwise(drawn: Stage) -> None:
    drawn.trigger("still")
    page = opened(drawn)
    assert not page.movement.view.is_moving
    assert page.movement.motion.text() == "Moving picture"
    poses = shown(page)

    drawn.click(page.movement.motion)
    assert page.movement.view.is_moving
    assert shown(page) != poses

    drawn.trigger("still")
    drawn.trigger("still")
    assert not page.movement.view.is_moving


def test_it_stands_still_while_another_window_is_in_front(drawn: Stage, qtbot: QtBot) -> None:
    page = opened(drawn)
    shown(page)
    assert page.movement.view.is_animated

    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    other.activateWindow()
    qtbot.waitUntil(other.isActiveWindow)
    assert not page.movement.view.is_animated

    drawn.window.activateWindow()
    qtbot.waitUntil(drawn.window.isActiveWindow)
    qtbot.waitUntil(lambda: page.movement.view.is_animated)


# What is heard


def test_its_lines_are_heard_for_the_side_that_shows_and_silenced_again(stage: Stage) -> None:
    voice = listen(stage)
    page = opened(stage)
    hear = page.movement.hear
    assert (hear.text(), hear.isEnabled()) == ("Hear it", True)
    stage.click(page.movement.sides.parts[0])

    stage.click(hear)
    reading = page._reading
    reading._over.timeout.emit()

    assert "Now the left knee." in voice.texts()
    assert not any("right" in text for text in voice.texts())
    assert hear.text() == "Quiet"

    stage.click(hear)
    assert hear.text() == "Hear it"
    assert voice.heard[-1][1] == "[hush]"
    told = len(voice.texts())
    stage.click(hear)
    stage.press(KEY.Key_Escape)
    assert voice.heard[-1][1] == "[hush]", "who left does not listen any more"
    assert len(voice.texts()) == told + 1


def test_without_sound_the_button_says_why(stage: Stage) -> None:
    voice = listen(stage)
    page = opened(stage)
    hear = page.movement.hear

    stage.narrator.lose("The device is gone.")
    assert not hear.isEnabled()
    assert hear.accessibleDescription() == "The device is gone."

    stage.narrator.find()
    assert hear.isEnabled()
    assert voice.texts() == []
