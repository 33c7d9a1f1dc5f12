"""No player goes on after its test."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.session.players import delete_players

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _no_player_stays() -> Iterator[None]:
    yield
    delete_players()
