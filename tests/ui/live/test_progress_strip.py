"""The strip in the bar of a session: what was skipped does not look as if it had been done."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from coach.core.events import Outcome
from coach.core.session import LEAD_IN_MS
from coach.ui.live.progress_strip import BAR
from tests.ui.stage import CTRL, KEY

if TYPE_CHECKING:
    from PySide6.QtGui import QColor

    from tests.ui.stage import Stage


def columns(stage: Stage, index: int) -> list[list[str]]:
    """Return the colours in two columns of the strip, from the top down, where a block lies."""
    strip, timeline = stage.session_page.bar.strip, stage.timeline
    assert timeline is not None
    QApplication.processEvents()
    image = strip.grab().toImage()
    block = timeline.blocks[index]
    found = []
    for share in (0.3, 0.6):
        x = round(strip.width() * (block.start_ms + share * block.duration_ms) / timeline.total_ms)
        found.append([image.pixelColor(x, y).name() for y in range(1, BAR - 1)])
    return found


def only(colour: QColor) -> list[list[str]]:
    return [[colour.name()] * (BAR - 2)] * 2


@pytest.mark.parametrize("exercise", [False, True], ids=["step", "exercise"])
def test_what_was_skipped_has_a_dash_and_what_was_done_is_filled(running: Stage, *, exercise: bool) -> None:
    running.skip_to(2)
    running.advance(46_000)
    assert running.shot.outcomes[2] is Outcome.DONE
    running.skip_to(4)
    running.press(KEY.Key_Right, CTRL) if exercise else running.press(KEY.Key_Right)
    tokens = running.theme.tokens
    assert running.shot.outcomes[4] is Outcome.SKIPPED

    assert columns(running, 2) == only(tokens.brand)
    for column in columns(running, 4):
        assert tokens.brand.name() not in column
        assert column[BAR // 2 - 1] == tokens.muted.name(), "a dash, so not by colour alone"
        assert {column[0], column[-1]} == {tokens.line.name()}
    assert columns(running, len(running.shot.outcomes) - 1) == only(tokens.line)


def test_going_back_leaves_what_was_done_filled_and_fills_what_is_done_now(running: Stage) -> None:
    running.skip_to(6)
    running.advance(31_000)
    assert running.shot.outcomes[6] is Outcome.DONE
    tokens = running.theme.tokens
    while running.shot.index > 4:
        running.press(KEY.Key_Left)

    assert columns(running, 6) == only(tokens.brand)
    running.advance(LEAD_IN_MS + 29_000)
    assert columns(running, 4) == only(tokens.brand)
