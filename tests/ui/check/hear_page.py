"""The page on which one hears whether coach can be heard, for its tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.check.hearing_page import HearPage

if TYPE_CHECKING:
    from tests.ui.stage import Stage

VOICES = {"am_michael": "Michael", "bf_emma": "Emma"}


def hear_page(stage: Stage) -> HearPage:
    page = stage.page()
    assert isinstance(page, HearPage)
    return page
