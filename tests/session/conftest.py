"""A player on a desk; none goes on after its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coach.core.events import Input
from tests.session.desk import Desk
from tests.session.players import delete_players

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _no_player_stays() -> Iterator[None]:
    yield
    delete_players()


@pytest.fixture(name="desk")
def _desk() -> Desk:
    return Desk()


@pytest.fixture(name="started")
def _started(desk: Desk) -> Desk:
    desk.player.send(Input.START)
    desk.happened.clear()
    desk.ticks.clear()
    return desk
