"""Players for tests without a window. A timer of one that stays goes on, and keeps all that listens to it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from shiboken6 import Shiboken

from coach.session.player import Player

if TYPE_CHECKING:
    from coach.session.clock import Clock

_MADE: list[Player] = []


def make_player(clock: Clock, speed: int = 1) -> Player:
    """Make a player that is gone after the test."""
    _MADE.append(Player(clock, speed))
    return _MADE[-1]


def delete_players() -> None:
    """Delete all that were made."""
    while _MADE:
        player = _MADE.pop()
        if Shiboken.isValid(player):
            Shiboken.delete(player)
