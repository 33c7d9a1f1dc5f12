"""Keys that come when a session is over already."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Phase
from coach.words import safety_messages
from tests.ui.after.ended_session import kept
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from PySide6.QtCore import Qt

    from tests.ui.stage import Stage


@pytest.mark.every_case
@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_S, KEY.Key_B, KEY.Key_Period, KEY.Key_MediaStop])
def test_a_stop_that_comes_after_the_last_second_counts(finished: Stage, key: Qt.Key) -> None:
    finished.press(key)

    assert finished.page() is finished.stopped_page
    assert safety_messages.M_STOP_TITLE in finished.news
    assert kept(finished, "ending") == "stopped for pain"


def test_a_stop_afterwards_by_mistake_leads_back_to_the_closing_page(finished: Stage) -> None:
    finished.press(KEY.Key_Escape)
    finished.click(finished.stopped_page.mistake)
    finished.click(finished.stopped_page.no)

    assert finished.page() is finished.closing_page
    assert finished.phase() is Phase.FINISHED
    assert kept(finished, "ending") == "finished"


def test_a_press_meant_for_the_last_second_does_not_leave_the_closing_page(finished: Stage) -> None:
    done = finished.closing_page.done
    finished.press(KEY.Key_Space)
    finished.click(done)
    assert finished.page() is finished.closing_page

    finished.clock.ms += 2_000
    finished.click(done)

    assert finished.page() is finished.start_page


def test_esc_writes_a_note_and_leaves_the_signs_without_counting_as_a_stop(finished: Stage) -> None:
    closing = finished.closing_page
    finished.click(closing.note.field.viewport())
    finished.press(KEY.Key_S)
    finished.press(KEY.Key_Escape)
    assert closing.note.field.toPlainText() == "s"

    finished.click(closing.signs)
    finished.press(KEY.Key_Escape)
    assert finished.page() is closing

    finished.clock.ms += 2_000
    finished.click(closing.done)
    finished.press(KEY.Key_Escape)
    assert finished.page() is finished.start_page
    assert kept(finished, "ending") == "finished"
