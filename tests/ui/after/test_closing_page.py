"""The closing page asks how the back feels, and tells what it led to."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.session.clock import wall_now
from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.line_list import Line
from coach.ui.shell.flow import LATE_MS
from coach.words import safety_messages
from tests.ui.after.ended_session import CTRL, kept, within
from tests.ui.stage import KEY, focus

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


def texts(stage: Stage) -> str:
    return "\n".join(stage.texts(stage.closing_page))


@pytest.mark.parametrize("after", [2, 1, 0])
def test_the_same_or_less_shows_two_numbers_and_nothing_else(ended: Stage, after: int) -> None:
    card = ended.closing_page.after
    assert card.scale.value is None
    shown_ms = wall_now().ms

    ended.click(card.scale.numbers[after])

    assert {f"Before 2, after {after}.", safety_messages.M_DONE} <= set(ended.texts(ended.closing_page))
    assert safety_messages.M_WORSE not in texts(ended)
    assert kept(ended, "pain_after") == after
    assert within(shown_ms, kept(ended, "pain_after_ms"))


@pytest.mark.parametrize("worse", ["number", "word"])
def test_any_increase_gets_the_advice_and_is_announced(ended: Stage, worse: str) -> None:
    card = ended.closing_page.after

    ended.click(card.scale.numbers[3] if worse == "number" else card.compared["more"])

    assert safety_messages.M_WORSE in texts(ended)
    assert safety_messages.M_WORSE in ended.news
    assert (kept(ended, "pain_after"), kept(ended, "compared")) == ((3, None) if worse == "number" else (None, "more"))


def test_severe_shows_the_lists(ended: Stage) -> None:
    assert safety_messages.EMERGENCY_SIGNS[0] not in texts(ended)

    ended.click(ended.closing_page.after.scale.numbers[7])

    assert safety_messages.M_SEVERE in texts(ended)
    assert {safety_messages.EMERGENCY_SIGNS[0], safety_messages.TODAY_SIGNS[0]} <= set(ended.texts(ended.closing_page))


def test_tab_asks_how_the_back_feels_before_it_lists_what_was_done(ended: Stage) -> None:
    page = ended.closing_page
    reached = []
    for _press in range(12):
        ended.press(KEY.Key_Tab)
        reached.append(focus())
    first_line, field = page.what.findChildren(Line)[0], page.note.field
    stops = [page.after.scale.numbers[0], field, first_line, page.signs, page.done]

    assert [each for each in reached if each in stops][: len(stops)] == stops


def test_a_note_is_kept_as_it_is(ended: Stage) -> None:
    note = ended.closing_page.note
    ended.click(note.field.viewport())
    assert focus() is note.field
    note.field.setPlainText("Left hip <b>stiff</b>.")

    ended.click(ended.closing_page.done)

    assert kept(ended, "note") == "Left hip <b>stiff</b>."


def test_because_of_pain_after_an_end_counts_as_a_pain_stop(ended: Stage) -> None:
    ended.click(ended.closing_page.because)

    assert ended.page() is ended.stopped_page
    assert ended.stopped_page.mistake.isVisible()
    assert kept(ended, "ending") == "stopped for pain"


def test_because_of_pain_after_a_skip_waits_without_the_focus_and_stops(running: Stage) -> None:
    before = focus()
    running.press(KEY.Key_Right)
    button = running.session_page.because

    assert button.isVisible()
    assert focus() is before
    running.click(button)

    assert running.is_stopped


@pytest.mark.parametrize("paused", [False, True])
def test_because_of_pain_goes_away_by_itself(running: Stage, *, paused: bool) -> None:
    if paused:
        running.press(KEY.Key_Space)
    running.press(KEY.Key_Right)
    button, before, phase = running.session_page.because, focus(), running.phase()

    running.advance(11_999)
    assert button.isVisible()
    running.advance(1)

    assert not button.isVisible()
    assert focus() is before
    assert running.phase() is phase


def test_because_of_pain_counts_though_its_time_is_over_when_the_press_is_heard(running: Stage) -> None:
    running.skip_to(4)
    running.press(KEY.Key_Right)
    running.clock.ms += 13_000  # a machine that was busy: nobody has looked since

    running.click(running.session_page.because)

    assert running.is_stopped
    assert kept(running, "ending") == "stopped for pain"


def test_the_record_tells_which_skip_hurt(running: Stage) -> None:
    running.skip_to(4)
    running.press(KEY.Key_Right)
    running.click(running.session_page.because)

    running.recorder.stop()
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        told = db.execute("SELECT kind, block FROM event ORDER BY number DESC LIMIT 3").fetchall()
    assert told[::-1] == [("block-ended", 5), ("because-of-pain", 4), ("pain-stopped", 4)]


def test_a_question_that_went_with_a_session_is_not_told_in_the_next(running: Stage) -> None:
    running.skip_to(len(running.shot.outcomes) - 1)
    running.press(KEY.Key_Right)
    running.advance(LATE_MS)
    running.click(running.closing_page.done)

    running.start()

    assert safety_messages.ASK_BECAUSE not in running.news


def test_the_stopped_page_asks_a_number_after_the_rest_only(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    stopped = running.stopped_page
    assert not stopped.scale.isVisible()

    running.after_session.rest_is_over()
    shown_ms = wall_now().ms
    stopped.scale.numbers[4].click()

    assert stopped.scale.isVisible()
    assert (kept(running, "stop_pain"), kept(running, "ending")) == (4, "stopped for pain")
    assert within(shown_ms, kept(running, "stop_pain_ms"))


def test_the_contact_shows_only_where_one_is_kept(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    assert not running.stopped_page.contact.isVisible()
    running.click(running.stopped_page.close_button)

    running.preferences.change(contact_name="Riverside Physio", contact_phone="555 0134")
    running.start()
    running.press(KEY.Key_Escape)

    assert running.stopped_page.contact.text() == "Contact: Riverside Physio · 555 0134"


def test_by_mistake_takes_the_ending_back(running: Stage) -> None:
    running.press(KEY.Key_Escape)
    running.click(running.stopped_page.mistake)
    running.click(running.stopped_page.no)

    assert running.phase() is Phase.PAUSED
    assert kept(running, "ending") is None


def test_because_of_pain_blames_what_was_skipped(running: Stage) -> None:
    running.skip_to(4)
    running.advance(3_000)
    running.press(KEY.Key_Right)

    running.click(running.session_page.because)

    assert running.is_stopped
    assert any("foot" in text for text in running.texts(running.stopped_page)), "the release line of the movement"
    running.recorder.stop()
    with closing(sqlite3.connect(running.data / "record.db")) as db:
        assert db.execute("SELECT exercise, is_work FROM place").fetchone() == ("single-knee-to-chest", 1)


def test_a_skip_of_the_last_block_is_asked_on_the_closing_page(running: Stage) -> None:
    running.skip_to(len(running.shot.outcomes) - 1)
    running.press(KEY.Key_Right)

    assert running.page() is running.closing_page
    assert running.closing_page.because.isVisible()


def skip_through(stage: Stage) -> None:
    while stage.phase() is Phase.RUNNING:
        stage.press(KEY.Key_Right)
    assert stage.phase() is Phase.FINISHED


def test_a_session_in_which_all_was_skipped_is_not_called_done(running: Stage, qtbot: QtBot) -> None:
    skip_through(running)

    assert "Ended for now." in texts(running)
    assert "All done" not in texts(running)
    assert running.news == f"Ended for now. {safety_messages.M_DONE}"
    assert running.closing_page.because.isVisible()
    running.advance(LATE_MS)
    running.click(running.closing_page.done)
    running.press(KEY.Key_H, CTRL)
    page = running.page()
    assert isinstance(page, HistoryPage)
    qtbot.waitUntil(lambda: bool(page.list.sessions))
    assert ", ended early, " in page.list.texts[0]
    assert "Nothing was held." in " ".join(running.texts(page.day))


def test_an_end_after_more_than_half_is_done_for_now(stage: Stage) -> None:
    stage.start()
    stage.advance(14 * 60_000)
    stage.press(KEY.Key_E, CTRL)

    assert "Done for now" in texts(stage)
    assert stage.closing_page.because.isVisible()
