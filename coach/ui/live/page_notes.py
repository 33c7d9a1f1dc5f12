"""The notes over the session page: another window has the keyboard, no sound, and a hint that finds no room above."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from coach.ui.kit.edge_note import EdgeNote
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from coach.session.live import Live
    from coach.ui.kit.theme import Theme

BETWEEN = 4
"""Room between two notes, in px."""


class Left(NamedTuple):
    """What the notes leave: room for the steps, and for words in place of figure and steps, which are never covered."""

    steps: QRect
    words: QRect


class PageNotes:
    """Puts the notes below each other over the top of the figure, or without one above each other below the steps."""

    def __init__(self, theme: Theme, page: QWidget) -> None:
        elsewhere = tr("Another window has the keyboard. Click here, or use the media keys.")
        self.focus = EdgeNote(theme, page, elsewhere)
        self.sound = EdgeNote(theme, page, "")
        self.hint = EdgeNote(theme, page, "")
        self._shown: tuple[object, ...] = ()
        self._left: Left | None = None

    def show(self, live: Live, picture: QRect, steps: QRect, hint: str) -> Left:
        """Show what is to be said; return the room that is left."""
        shown = (live.elsewhere, live.sound_words, hint, picture, steps)
        if self._left is None or shown != self._shown:
            self._shown, self._left = shown, self._place(live, picture, steps, hint)
        return self._left

    def _place(self, live: Live, picture: QRect, steps: QRect, hint: str) -> Left:
        if live.sound_words:
            self.sound.say(live.sound_words)
        if hint:
            self.hint.say(hint)
        on_wall = not picture.isEmpty()
        where = picture if on_wall else steps
        shown = ((self.focus, live.elsewhere), (self.sound, bool(live.sound_words)), (self.hint, bool(hint)))
        for note, is_there in shown:
            note.setVisible(is_there)
            if is_there:
                note.lie_over(where, below=not on_wall)
                used = note.height() + BETWEEN
                where = where.adjusted(0, used, 0, 0) if on_wall else where.adjusted(0, 0, 0, -used)
        whole = picture | steps
        if on_wall:
            return Left(steps, whole.adjusted(0, where.top() - picture.top(), 0, 0))
        return Left(where, whole.adjusted(0, 0, 0, where.bottom() - steps.bottom()))
