"""What the person chose has one holder, the preferences; what draws follows them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coach.session.preferences import Preferences
from coach.store import settings
from coach.store.record.moments import Instant
from coach.store.settings import NAME, LessMotion, Settings
from coach.ui.kit.theme import DARK

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def test_the_menu_chooses_the_figure_after_the_one_in_force(stage: Stage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    first, second, third = stage.pictures.variants[:3]
    assert stage.preferences.now.figure == stage.pictures.variant == first

    stage.trigger("figure")
    assert stage.preferences.now.figure == stage.pictures.variant == second

    stage.preferences.change(figure=first)
    stage.preferences.change(figure=second)
    stage.trigger("figure")
    assert stage.preferences.now.figure == stage.pictures.variant == third


def test_a_figure_that_is_not_there_is_the_first_one_and_keeps_nobody_from_a_picture(
    open_program: Opener, tmp_path: Path, qtbot: QtBot
) -> None:
    """As of a program that had more figures: it was drawn by a name that the body does not know."""
    (tmp_path / "data").mkdir()
    document = {"format": settings.FORMAT, "settings": {"figure": "zz"}}
    (tmp_path / "data" / NAME).write_text(json.dumps(document), "utf-8")
    stage = open_program()
    qtbot.waitUntil(lambda: bool(stage.pictures.variants))
    figure = next(each.figure for each in stage.routine.exercises if each.figure)
    pictures = stage.pictures

    picture = pictures.ground(pictures.view(figure, None, stage.window.size(), 1.0))

    assert not picture.isNull()
    assert pictures.variant == pictures.variants[0]
    stage.trigger("figure")
    assert stage.preferences.now.figure == pictures.variant == pictures.variants[1]


def test_colours_that_changed_by_another_hand_are_the_chosen_ones_again(stage: Stage) -> None:
    """The flow compared with what it had applied itself last, and left the theme as it was."""
    stage.preferences.change(theme="dark")
    stage.theme.use_named("light")

    stage.preferences.change(flash=False)

    assert stage.theme.tokens == DARK


@pytest.mark.usefixtures("qapp")
def test_less_motion_is_the_persons_own_word_or_the_desktops(tmp_path: Path) -> None:
    preferences = Preferences(tmp_path, settings.Loaded(Settings()), lambda: Instant(5, 0))
    told: list[bool] = []
    preferences.still_changed.connect(told.append)

    preferences.follow_desktop(still=True)
    preferences.follow_desktop(still=True)
    assert (preferences.is_still, told) == (True, [True])

    preferences.toggle_still()
    assert (preferences.is_still, told) == (False, [True, False])
    assert preferences.now.less_motion is LessMotion.OFF

    preferences.follow_desktop(still=False)
    preferences.toggle_still()
    assert (preferences.is_still, told) == (True, [True, False, True])

    preferences.change(less_motion="system")
    assert (preferences.is_still, told) == (False, [True, False, True, False])
    preferences.finish()
