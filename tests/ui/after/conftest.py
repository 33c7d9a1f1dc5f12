"""What the tests of the time after a session begin with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.ui.after.ended_session import CTRL
from tests.ui.stage import KEY

if TYPE_CHECKING:
    from tests.ui.stage import Stage


@pytest.fixture(name="ended")
def _ended(running: Stage) -> Stage:
    """Give each test a session that was ended early, with a 2 before it."""
    running.advance(20_000)
    running.press(KEY.Key_E, CTRL)
    return running


@pytest.fixture(name="finished")
def _finished(running: Stage) -> Stage:
    """Give each test a session that ran out by itself."""
    running.skip_to(len(running.shot.outcomes) - 1)
    running.advance(running.shot.countdown_ms + 500)
    assert running.page() is running.closing_page
    return running
