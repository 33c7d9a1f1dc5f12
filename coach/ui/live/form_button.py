"""The buttons at the head of a session, with words and key, or as a sign alone, as there is room."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Signal

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from coach.ui.kit.theme import Theme


class Form(Enum):
    """What shows of a button."""

    KEY = auto()
    """Its words and its key."""
    WORDS = auto()
    SIGN = auto()
    NONE = auto()


class FormButton(KeyButton):
    """A button in one of several forms, counted from 0, the widest."""

    forms: tuple[Form, ...]
    sign: Icon
    """Shows where the words do not."""
    sign_with_words = Icon.NONE

    def __init__(self, theme: Theme, text: str, key: str) -> None:
        super().__init__(theme, text, key=key, icon=self.sign_with_words, height=44)
        self.follow_text()

    def follow_text(self) -> None:
        """Measure the forms."""
        self.show_form(0)
        high = self.sizeHint().height()
        wide = {
            Form.KEY: self.width_for(with_key=True),
            Form.WORDS: self.width_for(with_key=False),
            Form.SIGN: high,
        }
        self.sizes = tuple(QSize(wide[form], high) if form in wide else QSize(0, 0) for form in self.forms)
        """The sizes of the forms, in px."""

    def show_form(self, number: int) -> None:
        """Show what that form has."""
        form = self.forms[number]
        has_words = form in {Form.KEY, Form.WORDS}
        self.set_face(self.text(), self.sign_with_words if has_words else self.sign, self.look)
        self.show_words(shown=has_words)
        self.show_key(shown=form is Form.KEY)

    def put_form(self, number: int, place: QRect) -> None:
        """Take that place in that form."""
        self.setVisible(not place.isEmpty())
        self.show_form(number)
        self.put(place)


class FloorButton(FormButton):
    """Leads to the floor view."""

    forms = (Form.KEY, Form.WORDS, Form.SIGN)
    sign = Icon.FLOOR

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Floor view"), "F11")


class FeelButton(FormButton):
    """Shows whether what to feel and when to stop is there. A press only asks for it, or for the steps again."""

    asked = Signal()
    """It was pressed, or assistive technology toggled it, which Qt tells of no click."""
    forms = (Form.KEY, Form.SIGN, Form.NONE)
    sign = sign_with_words = Icon.INFO

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What to feel"), "I")
        self.setAccessibleName(tr("What to feel, when to stop"))
        self.setCheckable(True)
        self._tells = False
        self.clicked.connect(self.asked)
        self.toggled.connect(self._on_toggled)

    def show_told(self, *, tells: bool) -> None:
        """Show whether it is there."""
        self._tells = tells
        self.setChecked(tells)

    def _on_toggled(self, on: bool) -> None:  # noqa: FBT001 - as the signal has it
        if on is not self._tells:
            self.asked.emit()
            self.setChecked(self._tells)

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """Leave the state unchanged: it follows the Live."""
