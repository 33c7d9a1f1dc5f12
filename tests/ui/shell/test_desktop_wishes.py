"""What the desktop asks for is followed and never saved; what the person says counts, and is."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING

import pytest

from coach.core.desktop_wishes import Wishes
from coach.store import settings
from coach.store.settings import NAME, LessMotion, Settings
from coach.ui.kit.theme import DARK, LIGHT
from coach.ui.settings.settings_page import SettingsPage
from tests.ui.settings.chosen import choose
from tests.ui.settings.test_settings import wait_until_saved
from tests.ui.stage import KEY
from tests.waiting import wait_ms

if TYPE_CHECKING:
    from pathlib import Path

    from tests.ui.conftest import Opener
    from tests.ui.stage import Stage


def is_still(stage: Stage) -> bool:
    """Tell whether everything holds still; the menu, the session and the floor view have to agree."""
    (still,) = {
        stage.actions["still"].isChecked(),
        stage.session_page.picture.still,
        stage.floor_page.picture.still,
    }
    return still


def choose_motion(stage: Stage, wanted: str) -> None:
    stage.trigger("settings")
    page = stage.page()
    assert isinstance(page, SettingsPage)
    choose(page.session.less_motion, wanted)
    stage.press(KEY.Key_Escape)


def saved(stage: Stage) -> bool:
    wait_ms(30)
    return (stage.data / NAME).exists()


def test_the_wish_for_less_motion_is_followed_live_and_never_saved(stage: Stage) -> None:
    assert not is_still(stage)
    for still in (True, False, True):
        stage.theme.follow(Wishes(still=still))
        assert is_still(stage) is still
    stage.start()
    assert is_still(stage)
    stage.theme.follow(Wishes())
    assert not is_still(stage)
    assert stage.preferences.now.less_motion == "system"
    assert not saved(stage)


def test_the_wish_for_dark_and_for_contrast_is_followed_live_and_never_saved(stage: Stage) -> None:
    theme = stage.theme
    theme.follow(Wishes(dark=True))
    assert theme.tokens == DARK
    wait_ms(1)  # the window hears of it in the next turn
    assert stage.window.palette().window().color() == DARK.paper
    theme.follow(Wishes(dark=True, contrast=True))
    assert theme.tokens.border_px == 2
    assert theme.is_dark
    theme.follow(Wishes(dark=False))
    assert theme.tokens == LIGHT
    assert not saved(stage)


def test_the_persons_own_colours_stay_whatever_the_desktop_asks(stage: Stage) -> None:
    stage.preferences.change(theme="light")

    stage.theme.follow(Wishes(dark=True))
    assert stage.theme.tokens == LIGHT

    stage.preferences.change(theme="system")
    assert stage.theme.tokens == DARK


@pytest.mark.parametrize("asked", [True, False])
def test_the_menu_is_the_persons_own_word(stage: Stage, asked: bool) -> None:  # noqa: FBT001
    theme = stage.theme
    theme.follow(Wishes(still=asked))

    stage.actions["still"].trigger()

    assert is_still(stage) is not asked
    wait_until_saved(stage, Settings(less_motion=LessMotion.OFF if asked else LessMotion.ON))
    for still in (not asked, asked):
        theme.follow(Wishes(still=still))
        assert is_still(stage) is not asked


def test_of_the_three_values_as_the_system_follows_again(stage: Stage) -> None:
    stage.theme.follow(Wishes(still=True))
    choose_motion(stage, "off")
    assert not is_still(stage)
    choose_motion(stage, "system")
    assert is_still(stage)
    choose_motion(stage, "on")
    stage.theme.follow(Wishes())
    assert is_still(stage)
    wait_until_saved(stage, Settings(less_motion=LessMotion.ON))


def test_a_start_with_less_motion_asked_for_is_still_and_saves_nothing(
    open_program: Opener, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coach.ui.kit.theme.Theme.is_still_asked_for", True)  # as Qt tells it where there is no portal

    stage = open_program()

    assert is_still(stage)
    assert not saved(stage)


@pytest.mark.parametrize(("of_before", "wanted"), [(True, "on"), (False, "system")])
def test_a_yes_of_an_older_program_stays_and_a_no_follows_the_system(
    tmp_path: Path,
    of_before: bool,  # noqa: FBT001
    wanted: str,
) -> None:
    told = {"less_motion": of_before}
    checksum = f"{zlib.crc32(json.dumps(told, sort_keys=True).encode()):08x}"
    (tmp_path / NAME).write_text(json.dumps({"format": 1, "checksum": checksum, "settings": told}), "utf-8")

    assert settings.load(tmp_path).settings.less_motion == wanted
    assert settings.load(tmp_path).fault == ""
