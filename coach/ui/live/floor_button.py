"""The button for the floor view: with its key, without it, or as a sign alone, as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from coach.ui.kit.theme import Theme


class FloorButton(KeyButton):
    """Its forms are counted from 0, the widest, to 2."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "", key="F11", height=44)
        self.setText(tr("Floor view"))
        self.follow_text()

    def follow_text(self) -> None:
        """Measure the forms."""
        self.show_words(shown=True)
        self.show_key(shown=True)
        high = self.sizeHint().height()
        self.forms = (
            QSize(self.width_for(with_key=True), high),
            QSize(self.width_for(with_key=False), high),
            QSize(high, high),
        )
        """The sizes of the forms."""

    def put_form(self, form: int, place: QRect) -> None:
        """Take that place in that form."""
        is_sign = form == len(self.forms) - 1
        self.set_face(self.text(), Icon.FLOOR if is_sign else Icon.NONE, Look.PLAIN)
        self.show_words(shown=not is_sign)
        self.show_key(shown=form == 0)
        self.put(place)
