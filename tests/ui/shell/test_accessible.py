"""What a screen reader finds and hears, and that a routine's words are never taken for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from coach.session.places import Place
from coach.ui.help.listen_page import ListenPage
from coach.ui.help.works_page import WorksPage
from coach.ui.kit.segmented import Segment
from coach.ui.settings.clicker_page import ClickerPage
from coach.words import safety_messages
from tests.cases import document, exercise
from tests.store.bad_files import as_bytes
from tests.ui.live.floor.floor_view import HOLD
from tests.ui.stage import CTRL, KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


@pytest.fixture(autouse=True)
def _screen_reader() -> Iterator[None]:
    """Let Qt believe that a screen reader runs."""
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(False)


# Every page


def _start(stage: Stage) -> None:
    assert stage.page() is stage.start_page


def _keys(stage: Stage) -> None:
    stage.press(KEY.Key_F1)


def _about(stage: Stage) -> None:
    stage.actions["about"].trigger()


def _listen(stage: Stage) -> None:
    stage.actions["listen"].trigger()
    page = stage.page()
    assert isinstance(page, ListenPage)
    while not page.script.rows:
        wait_ms(1)


def _clicker(stage: Stage) -> None:
    stage.actions["clicker"].trigger()
    page = stage.page()
    assert isinstance(page, ClickerPage)
    page.listener.heard.emit("F6", "")  # brings the buttons that give the key away


def _works(stage: Stage) -> None:
    stage.actions["works"].trigger()
    page = stage.page()
    assert isinstance(page, WorksPage)
    while page.report is None:
        wait_ms(1)


def _routines(stage: Stage) -> None:
    stage.visit(Place.ROUTINES)


def _help(stage: Stage) -> None:
    stage.visit(Place.HELP)


def _exercise(stage: Stage) -> None:
    stage.read_exercise(1)


def _session(stage: Stage) -> None:
    stage.start()


def _paused(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Space)


def _waiting(stage: Stage) -> None:
    stage.wait_for_me()
    stage.start()


def _floor(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_F11)


def _question(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Q, CTRL)


def _stopped(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_Escape)


def _mistake(stage: Stage) -> None:
    _stopped(stage)
    stage.click(stage.stopped_page.mistake)


def _closing(stage: Stage) -> None:
    stage.start()
    stage.press(KEY.Key_E, CTRL)


PAGES = [
    _start,
    _keys,
    _about,
    _routines,
    _help,
    _listen,
    _works,
    _clicker,
    _exercise,
    _session,
    _paused,
    _waiting,
    _floor,
    _question,
    _stopped,
    _mistake,
    _closing,
]
every_page = pytest.mark.parametrize("go_there", PAGES, ids=lambda each: each.__name__.strip("_"))


@every_page
def test_everything_that_takes_the_focus_has_a_name_and_a_role(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    found = [
        widget
        for widget in stage.window.findChildren(QWidget)
        if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    ]

    assert len(found) >= 2
    for widget in found:
        told = QAccessible.queryAccessibleInterface(widget)
        assert told is not None, widget
        assert told.text(QAccessible.Text.Name).strip(), f"{widget} has no name"
        assert told.role() not in {QAccessible.Role.NoRole, QAccessible.Role.Client}, f"{widget} has no role"


def _stop(widget: QWidget | None) -> QWidget | None:
    """Return what Tab stops at: of segments once at all of them, since the arrow keys lead from one to the next."""
    return widget.parentWidget() if isinstance(widget, Segment) else widget


@every_page
def test_tab_reaches_everything_that_takes_the_focus(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)
    wanted = {
        _stop(widget)
        for widget in stage.window.findChildren(QWidget)
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    }

    reached = set()
    for _ in range(2 * len(wanted) + 2):
        stage.press(KEY.Key_Tab)
        reached.add(_stop(QApplication.focusWidget()))

    assert wanted <= reached, f"Tab does not reach {wanted - reached}"


@every_page
def test_every_text_is_plain_text(stage: Stage, go_there: Callable[[Stage], None]) -> None:
    go_there(stage)

    rich = [
        label.text() or label
        for label in stage.window.findChildren(QLabel)
        if label.textFormat() != Qt.TextFormat.PlainText
    ]

    assert rich == []


# The ring and the strip


def test_the_ring_tells_the_seconds_as_its_value(running: Stage) -> None:
    running.advance(2_500)
    told = QAccessible.queryAccessibleInterface(running.session_page.ring)

    assert told is not None
    assert told.role() == QAccessible.Role.ProgressBar
    value = told.valueInterface()
    assert value is not None
    assert (value.minimumValue(), value.currentValue(), value.maximumValue()) == (0, 7, 10)
    assert told.text(QAccessible.Text.Value) == "Get ready, 7 seconds left"
    running.advance(1_000)
    assert value.currentValue() == 6


def test_the_value_of_the_ring_cannot_be_set(running: Stage) -> None:
    told = QAccessible.queryAccessibleInterface(running.session_page.ring)
    assert told is not None
    before = running.shot

    told.valueInterface().setCurrentValue(1)

    assert running.session_page.ring.seconds == 9
    assert running.shot == before


def test_the_strip_tells_the_share_done(running: Stage) -> None:
    running.skip_to(34)
    told = QAccessible.queryAccessibleInterface(running.session_page.bar.strip)

    assert told is not None
    assert told.role() == QAccessible.Role.ProgressBar
    assert (told.valueInterface().minimumValue(), told.valueInterface().maximumValue()) == (0, 100)
    assert told.valueInterface().currentValue() == round(100 * (11 * 60 + 46) / (19 * 60 + 43))
    assert " left" in told.text(QAccessible.Text.Description)


def test_the_list_tells_name_dose_and_state(running: Stage) -> None:
    running.skip_to(3)
    model = running.window.sidebar.exercises.model()

    told = [model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(3)]

    assert told[0].startswith("Pelvic tilt, Warm-up · 45 s")
    assert told[0].endswith("skipped")
    assert told[1].startswith("Single knee to chest, 3 × 30 s each side")
    assert "now" in told[1]
    assert told[2] == "Double knee to chest, 3 × 30 s"


# Words of a routine


@pytest.mark.parametrize("name", ["<b>x</b>", "a &amp; b", "<img src='x.png'>"])
def test_a_name_with_markup_shows_literally(open_program: Opener, tmp_path: Path, name: str) -> None:
    told = exercise("a", sides=["right", "left"])
    told["name"] = name
    told["steps"] = {"start": [name], "work": [name]}
    file = document(told)
    routines = file["routines"]
    assert isinstance(routines, list)
    assert isinstance(routines[0], dict)
    routines[0]["name"] = name
    routines[0]["note"] = name
    path = tmp_path / "mine.json"
    path.write_bytes(as_bytes(file))

    stage = open_program(path)
    assert name in stage.texts(stage.start_page)
    stage.read_exercise(0)
    assert name in stage.texts(stage.page())
    stage.press(KEY.Key_Return)
    stage.start()
    assert name in stage.texts(stage.window.sidebar)
    assert stage.session_page.title.text() == name
    assert name in stage.texts(stage.session_page.steps)
    assert name.lower() in stage.news.lower()

    labels = stage.window.findChildren(QLabel)
    assert [label for label in labels if label.textFormat() != Qt.TextFormat.PlainText] == []


# Announcements


def _forget(stage: Stage) -> None:
    """Empty the line, so that also the same news said again would be found."""
    line = stage.window.findChild(QLabel, "news")
    assert line is not None
    line.setText("")


def test_phases_are_announced(stage: Stage) -> None:
    stage.start()
    stage.skip_to(4)
    for key, heard in (
        (KEY.Key_Space, "Paused. Take your time."),
        (KEY.Key_Space, "Get back into position."),
        (KEY.Key_F1, ""),
        (KEY.Key_Plus, "15 seconds more."),
    ):
        _forget(stage)
        stage.press(key)
        assert stage.news == heard


def test_blocks_are_announced(running: Stage) -> None:
    for index, heard in (
        (2, "Your own pace. 45 seconds. Gently tighten your lower tummy."),
        (3, "Move on. Single knee to chest. Right side, round 1 of 3. 15 seconds. Lie on your back"),
        (4, "Hold. Right side, round 1 of 3. 30 seconds."),
        (5, "Change side. Left side, round 1 of 3. 8 seconds. Let go slowly."),
    ):
        running.advance(running.shot.left_ms)
        assert running.shot.index == index
        assert running.news.startswith(heard)
        assert running.news == heard or index != HOLD, "a hold is told without its steps"


def test_ticks_are_not_announced(running: Stage) -> None:
    running.skip_to(4)
    _forget(running)

    running.advance(29_999)

    assert running.shot.index == 4
    assert running.news == ""
    running.advance(1)
    assert running.news != ""


def test_nothing_is_announced_while_paused(running: Stage) -> None:
    running.press(KEY.Key_Space)
    _forget(running)

    running.advance(120_000)

    assert running.news == ""


def test_the_start_tells_the_rule_about_pain_or_the_first_block(stage: Stage) -> None:
    heard: list[str] = []
    stage.player.happened.connect(lambda _event: heard.append(stage.news))

    stage.start()

    assert safety_messages.M_RULE in heard[0]
    assert stage.news == "Get ready. Pelvic tilt. 10 seconds. Lie on your back."


def test_each_of_several_news_keeps_its_words_until_a_slow_screen_reader_comes_to_them(stage: Stage) -> None:
    announcer = stage.program.announcer
    several = ["First.", "Second.", "Third."]

    for news in several:
        announcer.say(news)

    assert {line.text() for line in stage.window.findChildren(QLabel, "news")} >= set(several)
    assert stage.news == "Third."


def test_the_stop_and_the_close_are_announced(running: Stage) -> None:
    _forget(running)
    running.press(KEY.Key_Escape)
    stopped = f"Stopping. Stay where you feel best. {safety_messages.M_STOP_TITLE} {safety_messages.M_STOP_FIRST}"
    signs = f"{safety_messages.M_STOP_SIGNS}. Tab leads to the signs. The arrow keys lead from one to the next."
    assert running.news == f"{stopped} {safety_messages.M_STOP_THEN} {signs}"
    running.click(running.stopped_page.close_button)
    running.start()
    running.press(KEY.Key_E, CTRL)

    assert running.news == f"Ended for now. {safety_messages.M_DONE}"


def test_a_question_is_announced(running: Stage) -> None:
    running.press(KEY.Key_Q, CTRL)

    assert running.news == "End the session and quit?"


def test_after_a_question_the_keyboard_is_where_it_was(running: Stage) -> None:
    for before in (running.go, running.session_page.more, running.window.sidebar.exercises):
        before.setFocus()
        running.press(KEY.Key_Q, CTRL)
        assert QApplication.focusWidget() is running.window.question.no
        running.press(KEY.Key_Return)

        assert QApplication.focusWidget() is before


def test_a_question_in_place_of_another_gives_the_keyboard_back_all_the_same(running: Stage) -> None:
    running.go.setFocus()
    running.window.question.ask("First?", "Yes", "No", lambda: None)
    running.window.question.ask("Second?", "Yes", "No", lambda: None)
    running.press(KEY.Key_Return)

    assert QApplication.focusWidget() is running.go


def test_whoever_went_on_elsewhere_keeps_the_keyboard_there(running: Stage) -> None:
    running.press(KEY.Key_Q, CTRL)
    running.pain.setFocus()
    running.window.question.drop()

    assert QApplication.focusWidget() is running.pain


@pytest.mark.parametrize("key", [KEY.Key_Space, KEY.Key_F11, None])
def test_the_easier_way_that_is_chosen_is_told_once(running: Stage, key: Qt.Key | None) -> None:
    running.skip_to(HOLD)
    if key is not None:
        running.press(key)
    for words in ("Easier: hold behind your thigh.", "Easier: hold for fifteen seconds.", "Back to the usual way."):
        _forget(running)
        running.press(KEY.Key_E)
        assert running.news == words
        _forget(running)
        running.advance(3_000)
        assert running.news == ""


def test_where_the_easier_ways_come_first_each_is_told_as_its_exercise_begins(stage: Stage) -> None:
    stage.click(stage.start_page.start)
    stage.pass_check(pain=5)
    easier = "Easier: press with half the effort."
    assert stage.news == f"Get ready. Pelvic tilt. 10 seconds. {easier} Lie on your back."
    stage.advance(stage.shot.left_ms)
    assert stage.news.startswith("Your own pace. 45 seconds.")
    assert easier not in stage.news
    stage.advance(stage.shot.left_ms)
    assert "round 1 of 3. 15 seconds. Easier: hold behind your thigh." in stage.news


def test_the_numbers_of_pain_belong_to_their_question(running: Stage) -> None:
    after, stopped = running.closing_page.after, running.stopped_page
    asked = {
        after.scale: safety_messages.ASK_PAIN_AFTER,
        after.answers: safety_messages.ASK_COMPARED.removesuffix(":"),
        stopped.scale: safety_messages.ASK_PAIN_AFTER,
    }
    for group, question in asked.items():
        told = QAccessible.queryAccessibleInterface(group)
        assert told is not None
        assert told.role() == QAccessible.Role.Grouping
        assert told.text(QAccessible.Text.Name) == question


def test_the_news_line_is_a_notification_that_says_its_text(running: Stage) -> None:
    line = running.window.findChild(QLabel, "news")
    assert line is not None
    told = QAccessible.queryAccessibleInterface(line)

    assert told is not None
    assert told.role() == QAccessible.Role.Notification
    assert told.text(QAccessible.Text.Name) == running.news != ""
