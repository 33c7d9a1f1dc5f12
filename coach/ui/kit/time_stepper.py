"""A time of day with a button for earlier and one for later; it can also be typed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtGui import QValidator

from coach.ui.kit.stepper import Stepper

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme

LAST, STEP = 23 * 60 + 59, 15
"""The last minute of a day, and by how many one press changes it."""
_TYPED = re.compile(r"\s*(\d{1,2})(?:[:.]?([0-5]\d))\s*", re.ASCII)


class TimeStepper(Stepper):
    """Its value is minutes of the day; after the last comes the first."""

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, 0, LAST, STEP)
        self.setWrapping(True)
        self.setCorrectionMode(Stepper.CorrectionMode.CorrectToPreviousValue)

    def textFromValue(self, value: int, /) -> str:  # noqa: N802 - Qt's
        """Return a time as it is shown, as in 7:30."""
        return f"{value // 60}:{value % 60:02}"

    def valueFromText(self, text: str, /) -> int:  # noqa: N802 - Qt's
        """Return the minutes of what is written, such as 7:30, 7.30 or 730; the present ones where it is no time."""
        found = _minutes(text)
        return self.value() if found is None else found

    def validate(self, text: str, place: int, /) -> tuple[QValidator.State, str, int]:
        """Tell whether what is written is a time, or may become one."""
        if _minutes(text) is not None:
            return QValidator.State.Acceptable, text, place
        may_become = re.fullmatch(r"[\s\d:.]*", text, re.ASCII) is not None
        return QValidator.State.Intermediate if may_become else QValidator.State.Invalid, text, place


def _minutes(text: str) -> int | None:
    found = _TYPED.fullmatch(text)
    if found is None or int(found[1]) >= 24:  # noqa: PLR2004 - hours of a day
        return None
    return int(found[1]) * 60 + int(found[2])
