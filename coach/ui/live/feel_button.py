"""The button for what to feel and when to stop: with words and key, or as a sign alone, as there is room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from coach.ui.kit.icons import Icon
from coach.ui.kit.key_button import KeyButton, Look
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect

    from coach.ui.kit.theme import Theme


class FeelButton(KeyButton):
    """Its forms are counted from 0, the widest, to 2, where it has no room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("What to feel"), key="I", icon=Icon.INFO, height=44)
        self.setAccessibleName(tr("What to feel, when to stop"))
        self.follow_text()

    def follow_text(self) -> None:
        """Measure the forms."""
        self.show_words(shown=True)
        self.show_key(shown=True)
        high = self.sizeHint().height()
        self.forms = (QSize(self.width_for(with_key=True), high), QSize(high, high), QSize(0, 0))
        """The sizes of the forms."""

    def put_form(self, form: int, place: QRect) -> None:
        """Take that place in that form."""
        self.setVisible(not place.isEmpty())
        self.show_words(shown=form == 0)
        self.show_key(shown=form == 0)
        self.put(place)

    def show_chosen(self, *, chosen: bool) -> None:
        """Show whether what it leads to is there."""
        self.set_face(self.text(), Icon.INFO, Look.PRIMARY if chosen else Look.PLAIN)
