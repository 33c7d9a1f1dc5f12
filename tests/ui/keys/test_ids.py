"""Keys, menus, the clicker, the desktop's media control and the buttons ask for commands that there are."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QMenu

from coach.core.clicker import Use
from coach.devices.media_keys import command_of
from coach.devices.media_state import MediaState, Status
from coach.session.commands import COMMANDS
from coach.ui.keys.actions import ROWS
from coach.ui.keys.clicker import COMMAND_OF

if TYPE_CHECKING:
    from tests.ui.stage import Stage

METHODS = ("PlayPause", "Play", "Pause", "Stop", "Next", "Previous", "Seek", "SetPosition", "OpenUri", "Quit")


def test_every_command_has_one_row_and_every_row_a_command() -> None:
    buttons_alone = {"because"}

    assert [row.id for row in ROWS] == [name for name in COMMANDS if name not in buttons_alone]


def test_no_key_stands_in_two_rows() -> None:
    keys = [key for row in ROWS for key in (*row.keys, *row.also)]

    assert len(keys) == len(set(keys))


def test_every_button_of_the_clicker_asks_for_a_command() -> None:
    assert COMMAND_OF.keys() == set(Use)
    assert set(COMMAND_OF.values()) <= COMMANDS.keys()
    assert COMMAND_OF[Use.STOP] == "pain"


def test_every_button_of_the_media_control_asks_for_a_command_that_there_is() -> None:
    heard = set()
    for status, can in product(Status, (True, False)):
        state = MediaState(status, "", "", "", 0, 0, 1_000, can_go_next=can, can_go_previous=can)
        heard |= {command_of(method, state) for method in METHODS}

    assert heard == {"go", "pause", "pain", "skip", "back", None}
    assert heard - {None} <= COMMANDS.keys()


def test_every_item_of_a_menu_is_a_command(stage: Stage) -> None:
    menus = [title.menu() for title in stage.window.menuBar().actions()]
    items = [action for menu in menus if isinstance(menu, QMenu) for action in menu.actions()]

    assert len(menus) == len({row.menu for row in ROWS})
    assert sorted(action.text() for action in items) == sorted(row.text for row in ROWS)


@pytest.mark.parametrize(
    "command_id",
    ["about", "keys", "listen", "history", "settings", "signs", "clicker", "works", "list", "today", "routines"],
)
def test_a_menu_item_is_live_where_its_command_means_something(stage: Stage, command_id: str) -> None:
    assert stage.actions[command_id].isEnabled() is (command_id != "list")
    stage.start()
    assert stage.actions[command_id].isEnabled() is (command_id not in {"clicker", "works", "today", "routines"})
