"""Fields that leave undo and redo to the page: what is typed in them is an edit like any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QValidator

from coach.ui.kit.fields import LineField
from coach.ui.kit.stepper import Stepper

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    _Field = QWidget
else:
    _Field = object  # a class of Qt has to come once, from the field itself

MOST_LETTERS = 600
"""More letters than any text may have, so that a text that is too long is told, and not cut."""
_KEYS = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)


class UndoneByPage(_Field):
    """What is put before a field of Qt."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ignore what undoes or redoes, so that it comes to the page."""
        if any(map(event.matches, _KEYS)):
            event.ignore()
        else:
            super().keyPressEvent(event)


class PlainField(UndoneByPage, LineField):
    """A line of words."""


class NumberField(UndoneByPage, Stepper):
    """A number."""


_MINUTES = re.compile(r"(\d{1,3})\s*(?::\s*(\d{0,2})|(m|min)\b\.?)\s*")
_HALF = re.compile(r"\d{1,3}\s*(?::\s*\d?|mi?)?\s*")


class SecondsField(NumberField):
    """A number of seconds. Minutes are understood too: 10 min and 10:00 become 600 s."""

    def validate(self, text: str, place: int, /) -> tuple[QValidator.State, str, int]:
        """Let minutes be typed."""
        typed = self._typed(text)
        if (seconds := _seconds_of(typed)) is not None:
            fits = self.minimum() <= seconds <= self.maximum()
            return QValidator.State.Acceptable if fits else QValidator.State.Intermediate, text, place
        if not typed.strip().isdecimal() and _HALF.fullmatch(typed):
            return QValidator.State.Intermediate, text, place
        return super().validate(text, place)

    def valueFromText(self, text: str) -> int:  # noqa: N802 - Qt's
        """Return the seconds of what was typed."""
        seconds = _seconds_of(self._typed(text))
        return super().valueFromText(text) if seconds is None else seconds

    def _typed(self, text: str) -> str:
        return text.removesuffix(self.suffix())


def _seconds_of(typed: str) -> int | None:
    """Return the seconds of minutes, None where it is none, or not whole yet."""
    found = _MINUTES.fullmatch(typed)
    if found is None or (found[3] is None and len(found[2]) < 2):  # noqa: PLR2004 - digits of the seconds
        return None
    return int(found[1]) * 60 + int(found[2] or 0)
