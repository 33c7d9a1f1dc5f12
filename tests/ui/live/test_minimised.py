"""A session in a minimised window goes on, works out nothing for the eye, and shows the present when it is back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from coach.core.events import Phase

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.stage import Stage


def test_while_it_is_minimised_the_pages_work_out_nothing(running: Stage) -> None:
    running.window.showMinimized()
    QApplication.processEvents()
    page, before = running.session_page, running.session_page.live
    seconds = page.ring.seconds
    running.advance(15_000)

    assert running.phase() is Phase.RUNNING
    assert page.live is before
    assert page.ring.seconds == seconds
    assert running.live_now.snapshot.index > 1, "the session went on"


def test_when_it_is_back_all_is_there_at_once(running: Stage, qtbot: QtBot) -> None:
    running.window.showMinimized()
    QApplication.processEvents()
    while running.shot.index < 4:
        running.advance(1_000)
    running.advance(3_000)
    running.window.showNormal()
    qtbot.waitUntil(lambda: running.session_page.live is running.live_now)

    page, shot = running.session_page, running.shot
    assert page.title.text() == "Single knee to chest"
    assert page.ring.seconds == shot.seconds
    assert page.picture.accessibleName() == "Picture: Single knee to chest, right side"
    current = [row.name for row in running.rows if row.current]
    assert current == ["Single knee to chest"]
