"""What belongs together stands in line, and what is pressed stays where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from coach.ui.history.history_page import HistoryPage
from coach.ui.kit.card import Card
from coach.ui.shell.left_side import FOLDS_BELOW
from tests.ui.pages import wait_until
from tests.ui.shell.wrong_places import (
    LARGE,
    column_of_page,
    place_in,
    settle,
    visible_in,
)
from tests.ui.stage import CTRL, KEY
from tools import sample_record

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def test_the_last_control_of_the_head_ends_where_cards_end(open_program: Opener, tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    sample_record.write(tmp_path / "data")
    stage = open_program(wall=lambda: sample_record.NOW)
    stage.trigger("history")
    page = stage.page()
    assert isinstance(page, HistoryPage)
    wait_until(page.columns.isVisible)
    settle()
    column = column_of_page(stage)
    cards = [place_in(each, column) for each in visible_in(column) if isinstance(each, Card)]

    assert place_in(page.report, column).right() - page.report.inset == max(place.right() for place in cards)


# The same place, always: in each block and while waiting in test_layout


def test_the_buttons_do_not_move_for_a_question_or_a_page_of_text(sized: Stage) -> None:
    sized.start()
    settle()
    place = place_in(sized.pain, sized.window)

    for key, modifiers in ((KEY.Key_F1, Qt.KeyboardModifier.NoModifier), (KEY.Key_Q, CTRL)):
        sized.press(key, modifiers)
        settle()
        assert place_in(sized.pain, sized.window) == place
        assert sized.pain.isVisible()


# The list folds


@pytest.mark.parametrize("text_scale", [1, LARGE])
def test_the_list_folds_on_narrow_windows(open_program: Opener, text_scale: float) -> None:
    stage = open_program(text_scale=text_scale)
    assert not stage.window.sidebar.isVisible()
    stage.start()
    edge = round(FOLDS_BELOW * text_scale)

    for width, shown in ((edge, True), (edge - 1, False), (edge, True), (edge - 200, False), (edge + 200, True)):
        stage.window.resize(width, 800)
        settle()
        assert stage.window.width() == width
        assert stage.window.sidebar.isVisible() == shown


def test_the_list_can_be_shown_in_a_narrow_window_and_hidden_in_a_wide_one(running: Stage) -> None:
    stage = running
    for width, shown in ((900, True), (1200, False)):
        stage.window.resize(width, 800)
        settle()
        assert stage.window.sidebar.isVisible() != shown
        stage.press(KEY.Key_L, CTRL)
        settle()
        assert stage.window.sidebar.isVisible() == shown


def test_large_text_is_large(large: Stage, open_program: Opener) -> None:
    usual = open_program()
    # With as much room for the large letters: where it is short, they give way.
    for stage in (large, usual):
        stage.window.resize(round(1200 * LARGE), round(800 * LARGE))
        stage.start()
        settle()

    assert (large.theme.scale, usual.theme.scale) == (LARGE, 1)
    titles = [stage.session_page.title.font().pixelSize() for stage in (large, usual)]
    assert titles[0] == pytest.approx(titles[1] * LARGE, abs=1)  # whole px
    assert large.pain.font().pixelSize() == usual.pain.font().pixelSize() * LARGE


@pytest.fixture(name="large")
def _large(open_program: Opener) -> Stage:
    """Return the program with large text."""
    return open_program(text_scale=LARGE)
