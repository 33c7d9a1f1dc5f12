"""What a widget is that is no button, and yet does something when Space, Play or the clicker presses it."""

from __future__ import annotations


class Pressable:
    """A widget that is pressed as a button is while it has the focus, outside a session."""

    def press(self) -> None:
        """Do what a press does."""
        raise NotImplementedError
