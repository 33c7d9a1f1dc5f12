"""The buttons that answer: all alike and of one size, none of them chosen beforehand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach.ui.kit.key_button import KeyButton, Look

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from coach.ui.check.single_presses import SinglePresses
    from coach.ui.kit.theme import Theme

WIDE = 248
"""Width of an answer where there is room, in px at 100 %."""


class AnswerButtons:
    """Makes them; each sends the changes to the Answers that its press means."""

    def __init__(self, theme: Theme, presses: SinglePresses, send: Callable[[dict[str, object]], object]) -> None:
        self.theme, self.presses = theme, presses
        self._send = send

    def make(
        self, text: str, changes: Mapping[str, object] | None, *, height: int = 60, wide: bool = True
    ) -> KeyButton:
        """Return a button; `height` is that of its body, in px at 100 %. Without `changes` somebody else hears it."""
        button = KeyButton(self.theme, text, look=Look.ANSWER, height=height, size=18 if height >= 60 else 16)  # noqa: PLR2004 - a big one
        if wide:
            self.theme.give(button, least_width=WIDE)
        if changes is not None:
            button.clicked.connect(lambda: self._send(dict(changes)))
        self.presses.watch(button)
        return button

    def link(self, text: str, changes: Mapping[str, object]) -> KeyButton:
        """Return an answer that looks like a link."""
        button = KeyButton(self.theme, text, look=Look.LINK, height=44, size=15)
        button.clicked.connect(lambda: self._send(dict(changes)))
        self.presses.watch(button)
        return button
