"""The small pictures of the list stay, whatever a session draws."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.figure import packed
from tests.ui.stage import KEY

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener


def test_after_the_floor_view_the_list_still_has_its_pictures(
    open_program: Opener, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(packed, "USUAL", 100_000)
    monkeypatch.setattr(packed, "BUDGET", 200_000)
    stage = open_program(size=(1400, 900))
    qtbot.waitUntil(lambda: stage.pictures.knows("cat-cow"))
    stage.start()
    exercises = stage.window.sidebar.exercises
    qtbot.waitUntil(lambda: exercises.is_complete)

    stage.press(KEY.Key_F11)
    for index in range(2, 8):
        stage.skip_to(index)
        stage.advance(2_000)
        stage.floor_page.picture._refresh()
    assert stage.pictures.bytes_kept > 100_000, "as much was drawn as there is room for"

    assert exercises.is_complete
    stage.press(KEY.Key_F11)
    assert exercises.is_complete
