"""The whole shipped routine in the real window, second by second, from Start to the closing page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.core.events import Phase
from coach.ui.home.exercise_row import Mark
from tests.ui.stage import CTRL, KEY, NONE, focus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.ui.stage import Stage


@dataclass(frozen=True)
class Exercise:
    """An exercise of the shipped routine as the person is told of it, and the gap before it."""

    name: str
    gap_s: int
    seconds: int
    word: str = "Hold"
    sides: tuple[str, ...] = ("",)
    rounds: int = 3


BOTH = ("right", "left")
EXERCISES = (
    Exercise("Pelvic tilt", 10, 45, "Your own pace", rounds=1),
    Exercise("Single knee to chest", 15, 30, sides=BOTH),
    Exercise("Double knee to chest", 15, 30),
    Exercise("Trunk rotation", 15, 30, sides=BOTH),
    Exercise("Side stretch", 30, 30, sides=BOTH),
    Exercise("Child’s pose", 30, 30),
    Exercise("Cat–cow", 15, 30, "With your breath"),
)
NAMES = [exercise.name for exercise in EXERCISES]


@dataclass(frozen=True)
class Told:
    """What the screen must tell in a block."""

    place: int
    word: str
    seconds: int
    chips: tuple[str, ...]
    round: str
    then: str


def _blocks() -> Iterator[tuple[int, str, int, int, str]]:
    """Yield exercise, word, seconds, round and side of each block."""
    for place, exercise in enumerate(EXERCISES):
        word, seconds = "Move on" if place else "Get ready", exercise.gap_s
        for number in range(1, exercise.rounds + 1):
            for side in exercise.sides:
                yield place, word, seconds, number, side
                yield place, exercise.word, exercise.seconds, number, side
                word, seconds = "Change side" if side else "Rest", 8


def _told() -> Iterator[Told]:
    blocks = list(_blocks())
    for here, after in zip(blocks, [*blocks[1:], None], strict=True):
        place, word, seconds, number, side = here
        chips = {"": (), "right": ("left", "RIGHT side"), "left": ("LEFT side", "right")}[side]
        rounds = EXERCISES[place].rounds
        if after is None:
            then = "done"
        elif after[0] != place:
            then = NAMES[after[0]]
        elif after[1] == EXERCISES[place].word:
            then = f"{after[1][0].lower()}{after[1][1:]}, {after[2]} s"
        else:
            then = f"{after[4]} side, round {after[3]}" if side else f"round {after[3]}"
        yield Told(place, word, seconds, chips, f"round {number} of {rounds}" if rounds > 1 else "", f"Then: {then}")


def _place_texts(stage: Stage) -> tuple[tuple[str, ...], str]:
    """Return the chips from left to right and the text of the round."""
    panel = stage.session_page.place
    labels = sorted(
        (found for found in panel.findChildren(QLabel) if found.isVisible()),
        key=lambda found: found.mapTo(panel, found.rect().center()).x(),
    )
    texts = [found.text() for found in labels]
    return (
        tuple(text for text in texts if not text.startswith("round")),
        "".join(text for text in texts if text.startswith("round")),
    )


def _assert_tells(stage: Stage, told: Told) -> None:
    session = stage.session_page
    assert session.title.text() == NAMES[told.place]
    assert session.ring.seconds == told.seconds
    assert session.ring.spoken() == f"{told.word}, {told.seconds} second{'s' * (told.seconds != 1)} left"
    assert _place_texts(stage) == (told.chips, told.round)
    assert f". {told.then}. " in session.bar.strip.spoken()
    assert [row.name for row in stage.rows if row.current] == [NAMES[told.place]]
    assert [row.mark for row in stage.rows] == [
        Mark.DONE if place < told.place else Mark.OPEN for place in range(len(EXERCISES))
    ]


def _table(page: QWidget) -> list[str]:
    """Return the rows of the closing page as a screen reader finds them: the items of a list."""
    QApplication.processEvents()
    told = next(
        told
        for each in page.findChildren(QWidget)
        if each.accessibleName() == "What you did"
        and (told := QAccessible.queryAccessibleInterface(each)) is not None
        and told.role() == QAccessible.Role.List
    )
    items = [told.child(number) for number in range(told.childCount())]
    assert {item.role() for item in items} == {QAccessible.Role.ListItem}
    return [item.text(QAccessible.Text.Name) for item in items]


def test_from_start_to_the_closing_page(stage: Stage) -> None:
    blocks = list(_told())
    assert sum(told.seconds for told in blocks) == 19 * 60 + 13
    stage.start(lies_down=False)
    assert stage.session_page.ring.spoken() == "Come down, 30 seconds left"
    stage.advance(30_000)

    for number, told in enumerate(blocks, 1):
        assert stage.shot.index == number
        _assert_tells(stage, told)
        QApplication.processEvents()
        stage.advance(told.seconds * 1000 - 1001)
        assert stage.session_page.ring.seconds == 2
        stage.advance(1)
        assert stage.session_page.ring.seconds == 1
        QApplication.processEvents()
        stage.advance(999)
        assert stage.session_page.ring.seconds == 1
        assert stage.shot.index == number
        stage.advance(1)

    assert stage.phase() is Phase.FINISHED
    page = stage.page()
    assert page is stage.closing_page
    assert "All done." in stage.texts(page)
    sides = "right 1 min 30 s, left 1 min 30 s, 3 min"
    spent = ["45 s", sides, "1 min 30 s", sides, sides, "1 min 30 s", "1 min 30 s"]
    assert _table(page) == [f"{name}, {time}" for name, time in zip(NAMES, spent, strict=True)]
    assert [row.mark for row in stage.rows] == [Mark.DONE] * len(NAMES)
    assert not any(row.current for row in stage.rows)


def test_with_skips_and_jumps_the_closing_page_tells_what_was_really_done(stage: Stage) -> None:
    session = stage.session_page
    stage.start()
    stage.advance(10_000 + 20_000)
    stage.press(KEY.Key_Right)  # 20 s of 45 s

    stage.advance(15_000 + 12_000)
    stage.press(KEY.Key_Left)  # 12 s, then the whole hold again after 5 s to get back
    assert session.ring.spoken() == "Get set, 5 seconds left"
    stage.advance(5_000 + 10_000)
    stage.press(KEY.Key_Space)
    stage.advance(100_000)  # a pause counts nothing
    stage.press(KEY.Key_Space)
    stage.advance(5_000 + 20_000)
    assert (stage.shot.index, stage.shot.spent_ms) == (5, 0)
    stage.press(KEY.Key_Right)  # no time needed to change side
    stage.advance(30_000 + 8_000 + 5_000)  # left, change, 5 s of the second round
    assert (stage.shot.index, stage.shot.spent_ms) == (8, 5_000)

    _jump(stage, "Child’s pose", "Go there")
    assert session.title.text() == "Child’s pose"
    assert session.ring.spoken() == "Move on, 30 seconds left"
    stage.advance(30_000 + 30_000 + 8_000)
    stage.press(KEY.Key_Right, CTRL)

    assert session.title.text() == "Cat–cow"
    assert [row.mark for row in stage.rows] == [
        Mark.SKIPPED,
        Mark.PARTLY,
        Mark.SKIPPED,
        Mark.SKIPPED,
        Mark.SKIPPED,
        Mark.PARTLY,
        Mark.OPEN,
    ]
    stage.advance(15_000 + 30_000 + 8_000 + 30_000 + 8_000 + 30_000)

    page = stage.page()
    assert page is stage.closing_page
    assert _table(page) == [
        "Pelvic tilt, 0 of 1, 20 s",
        "Single knee to chest, right 47 s, left 30 s, 2 of 6, 1 min 17 s",
        "Double knee to chest, skipped",
        "Trunk rotation, skipped",
        "Side stretch, skipped",
        "Child’s pose, 1 of 3, 30 s",
        "Cat–cow, 1 min 30 s",
    ]


def _jump(stage: Stage, name: str, answer: str) -> None:
    """Press Enter on an exercise of the list, and on the answer to the question that comes."""
    exercises = stage.window.sidebar.exercises
    exercises.setFocus()
    exercises.setCurrentIndex(exercises.model().index(NAMES.index(name), 0))
    index = stage.shot.index
    stage.press(KEY.Key_Return)
    question = stage.window.question
    assert question.isVisible()
    assert f"Go to {name} now?" in stage.texts(question)
    assert (stage.phase(), stage.shot.index) == (Phase.RUNNING, index), "the session goes on while it asks"
    assert focus() is question.no, "a stray Enter stays here"
    if answer == question.yes.text():
        stage.press(KEY.Key_Tab)
        assert focus() is question.yes
    stage.press(KEY.Key_Return)
    assert not question.isVisible()


def test_the_answer_stay_here_stays(running: Stage) -> None:
    _jump(running, "Child’s pose", "Stay here")

    assert (running.phase(), running.shot.index) == (Phase.RUNNING, 1)


def test_a_double_click_on_an_exercise_asks_too(running: Stage) -> None:
    exercises = running.window.sidebar.exercises
    place = exercises.visualRect(exercises.model().index(3, 0)).center()

    for act in (QTest.mouseClick, QTest.mouseDClick):
        act(exercises.viewport(), Qt.MouseButton.LeftButton, NONE, place)

    assert "Go to Trunk rotation now?" in running.texts(running.window.question)
    assert running.shot.index == 1


def test_ended_for_now_is_told_without_a_verdict(stage: Stage) -> None:
    stage.start()
    stage.advance(10_000 + 7_500)

    stage.press(KEY.Key_E, CTRL)

    page = stage.page()
    assert page is stage.closing_page
    assert "Ended for now." in stage.texts(page)
    assert _table(page) == ["Pelvic tilt, 0 of 1, 7 s", *(f"{name}, not done" for name in NAMES[1:])]


def test_done_leads_back_to_a_fresh_start(running: Stage) -> None:
    running.skip_to(3)
    running.press(KEY.Key_E, CTRL)

    running.press(KEY.Key_Return)

    assert running.page() is running.start_page
    assert running.phase() is Phase.READY
    assert [row.mark for row in running.rows] == [Mark.OPEN] * len(NAMES)
    running.press(KEY.Key_Space)
    running.pass_check()
    assert (running.phase(), running.shot.index, running.shot.elapsed_ms) == (Phase.RUNNING, 1, 0)


def test_time_added_shows_in_the_ring_and_counts(stage: Stage) -> None:
    stage.start()
    stage.advance(10_000)

    stage.press(KEY.Key_Plus)
    assert stage.session_page.ring.seconds == 60
    stage.advance(60_000)

    assert stage.shot.index == 3
    stage.press(KEY.Key_E, CTRL)
    assert _table(stage.page())[0] == "Pelvic tilt, 1 min"
