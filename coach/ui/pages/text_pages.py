"""Pages that only tell something and are left again: all keys, about, and one exercise in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from coach import __version__
from coach.core import messages
from coach.core.instructions import STAGES
from coach.core.instructions import wording as step_wording
from coach.session import describe
from coach.ui.actions import key_words
from coach.ui.pages.page import column_of, scrolling_column
from coach.ui.widgets.key_button import KeyButton
from coach.ui.widgets.label import heading, label
from coach.ui.widgets.lines import Lines, outdented
from coach.words import basics

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from coach.core.routine import Exercise
    from coach.ui.actions import Row
    from coach.ui.theme import Theme


_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class TextPage(QWidget):
    """A column of text with a way back on top."""

    left = Signal()
    """The person wants back to where they were."""
    _enter_leaves = True

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        self._column = scrolling_column(self, theme, title)
        self.close_button = KeyButton(theme, self.tr("Close"), height=44)
        self.close_button.clicked.connect(self.left)
        head = QHBoxLayout()
        self.title = heading(theme, title, size=32)
        head.addWidget(self.title, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(head)

    def settle(self) -> None:
        """Begin at the top, with the focus on the title, so that it is read."""
        self.title.setFocus()
        column_of(self).to_top()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave with Esc, or with Enter on the title; in a session Esc never comes here, it stops for pain."""
        if event.key() == Qt.Key.Key_Escape or (event.key() in _ENTER and self._enter_leaves and self.title.hasFocus()):
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _heading(self, text: str) -> None:
        self._column.addSpacing(8)
        self._column.addWidget(heading(self._theme, text))

    def _lines(self, name: str, texts: Sequence[str]) -> None:
        """Add lines that Tab and the arrow keys lead to; the name tells a screen reader what they are."""
        lines = Lines(self._theme, name)
        lines.set_spacing(6)
        for text in texts:
            lines.add(text)
        self._column.addLayout(outdented(lines))

    def _line(self, text: str) -> None:
        self._column.addWidget(label(self._theme, text, size=17))


class KeysPage(TextPage):
    """All keys, from the table of actions."""

    def __init__(self, theme: Theme, rows: Sequence[Row]) -> None:
        super().__init__(theme, QCoreApplication.translate("KeysPage", "All keys"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(32)
        grid.setVerticalSpacing(12)
        grid.setColumnStretch(0, 2)
        grid.setColumnStretch(1, 3)
        for number, row in enumerate(row for row in rows if row.keys):
            keys = label(theme, key_words(row), size=16, weight=600)
            keys.setMaximumWidth(theme.px(320))
            grid.addWidget(keys, number, 0)
            text = QCoreApplication.translate("actions", row.text)
            grid.addWidget(label(theme, text, size=16), number, 1)
        self._column.addLayout(grid)
        self._line(
            QCoreApplication.translate(
                "KeysPage",
                "During a session Space always pauses, wherever you are. Enter presses the button with the focus ring."
                " On Pain — stop, Space stops too.",
            )
        )
        self._column.addStretch()


class AboutPage(TextPage):
    """What the program is, and what it is not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, QCoreApplication.translate("AboutPage", "About coach"))
        version = QCoreApplication.translate("AboutPage", "Version {version}").format(version=__version__)
        licence = QCoreApplication.translate(
            "AboutPage", "MIT licence. The typeface is Inter, under the SIL Open Font License 1.1."
        )
        told = [basics.message(text) for text in (messages.M_FOR, messages.M_NOTDEVICE, messages.M_BOOK)]
        self._lines(self.title.text(), [version, *told, licence])
        self._column.addStretch()


class ExercisePage(TextPage):
    """One exercise in full, to read before a session."""

    def __init__(self, theme: Theme, exercise: Exercise) -> None:
        super().__init__(theme, exercise.name)
        self._line(f"{describe.base_words(exercise.base)}. {describe.dose(exercise)}.")
        self._heading(self.tr("Steps"))
        lines = [
            step_wording(line, exercise.sides[0] if exercise.sides else None)
            for stage in STAGES
            for line in (getattr(exercise.steps, stage) if not (stage == "change" and exercise.sides) else ())
        ]
        self._lines(self.tr("Steps"), [f"{number}.  {text}" for number, text in enumerate(lines, 1)])
        for part, texts in self._parts(exercise):
            if texts:
                self._heading(part)
                self._lines(part, texts)
        self._column.addStretch()

    def _parts(self, exercise: Exercise) -> list[tuple[str, Sequence[str]]]:
        return [
            (self.tr("Breathing"), [exercise.breath]),
            (self.tr("What you may feel"), [exercise.feel]),
            (self.tr("Easier versions"), exercise.easier),
            (self.tr("Often goes wrong"), exercise.mistakes),
            (self.tr("Stop also if"), exercise.stop_also),
            (self.tr("Ask a health professional first"), exercise.ask_first),
        ]
