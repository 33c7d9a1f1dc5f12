"""One question of the form: its name, the control that answers it, and below it what is wrong and what is right."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from coach.ui.kit.key_button import LINK_SIDE, KeyButton, Look
from coach.ui.kit.label import Noticed, hint, label
from coach.ui.kit.line_icons import LineIcon
from coach.ui.kit.line_list import Outdented
from coach.ui.kit.painting import RIM
from coach.ui.kit.reading import along
from coach.ui.kit.sign import Sign

if TYPE_CHECKING:
    from coach.core.draft.problems import DraftProblem
    from coach.ui.kit.theme import Theme

BELOW_NAME = 3
"""Room between a name and its control, in px, beside that for the ring."""


class Wrong(QWidget):
    """What is wrong, with a sign, and what would be right, to press, where there is something."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.sentence = Noticed(theme, 14, 600)
        self.remedy = KeyButton(theme, "", look=Look.REMEDY, height=28, size=14)
        self.remedy.clicked.connect(self.pressed)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.sentence)
        # Its words begin where those of the sentence do.
        link = Outdented(QBoxLayout.Direction.LeftToRight, along(RIM + LINK_SIDE, 0, 0, 0))
        link.addWidget(self.remedy)
        link.addStretch(1)
        words.addLayout(link)
        row = QHBoxLayout(self)
        row.setContentsMargins(RIM, 0, RIM, 0)
        row.setSpacing(8)
        sign = QVBoxLayout()
        sign.setContentsMargins(0, 1, 0, 0)
        sign.addWidget(Sign(theme, LineIcon.WARNING))
        sign.addStretch(1)
        row.addLayout(sign)
        row.addLayout(words, 1)
        self.hide()

    def say(self, sentence: str, remedy: str = "") -> None:
        """Say it; an empty sentence takes it back."""
        self.sentence.setText(sentence)
        self.remedy.setText(remedy)
        self.remedy.updateGeometry()
        self.remedy.setVisible(bool(remedy))
        self.setVisible(bool(sentence))


class Asked(QWidget):
    """A question. `show_value` shows an answer and sends nothing back; `changed` carries the person's own."""

    changed = Signal(object)
    remedied = Signal(object)
    """The person pressed the remedy of this DraftProblem."""

    def __init__(self, theme: Theme, name: str, control: QWidget, below: str = "") -> None:
        super().__init__()
        self._theme, self.name, self.control = theme, name, control
        self._problem: DraftProblem | None = None
        self._hint = below
        self.words = label(theme, name, size=15, weight=600)
        self.words.setBuddy(control)
        if not control.accessibleName():
            control.setAccessibleName(name)
        control.setAccessibleDescription(below)
        self.below = hint(theme, below)
        if not below:
            self.below.hide()  # to show it before it is in its place would make a window of it
        self.below.setContentsMargins(RIM, 0, RIM, 0)
        self.words.setContentsMargins(RIM, 0, RIM, 0)
        self.wrong = Wrong(theme)
        self.wrong.pressed.connect(self._on_remedy)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(BELOW_NAME)
        self._fill()

    def _fill(self) -> None:
        stays = self.control.sizePolicy().horizontalPolicy() in {
            QSizePolicy.Policy.Minimum,
            QSizePolicy.Policy.Fixed,
            QSizePolicy.Policy.Maximum,
        }
        across = Qt.AlignmentFlag.AlignLeft if stays else Qt.AlignmentFlag(0)
        self.column.addWidget(self.words)
        self.column.addWidget(self.control, 0, across)
        self.column.addWidget(self.wrong)
        self.column.addWidget(self.below)

    def show_value(self, value: Any) -> None:
        """Show an answer."""
        raise NotImplementedError

    def show_problem(self, problem: DraftProblem | None) -> None:
        """Show what is wrong, None where nothing is."""
        if problem == self._problem:
            return
        self._problem = problem
        sentence = "" if problem is None else problem.message
        self.wrong.say(sentence, "" if problem is None or problem.remedy is None else problem.remedy.label)
        show_wrong = getattr(self.control, "show_wrong", None)
        if show_wrong is not None:
            show_wrong(wrong=bool(sentence))
        self.control.setAccessibleDescription(sentence or self._hint)

    def rename(self, name: str) -> None:
        """Ask in other words."""
        self.name = name
        self.words.setText(name)
        self.control.setAccessibleName(name)

    def focus_control(self) -> None:
        """Give the keyboard to what is answered with."""
        words = self.words.buddy()
        (self.control if words is None else words).setFocus(Qt.FocusReason.TabFocusReason)

    def _on_remedy(self) -> None:
        if self._problem is not None and self._problem.remedy is not None:
            self.focus_control()
            self.remedied.emit(self._problem)
