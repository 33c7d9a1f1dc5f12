"""What is in a file that comes in, before anything of it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.figure.slices import Slices
from coach.ui.kit.key_button import KeyButton, Look
from coach.ui.kit.label import label
from coach.ui.library.file_page import FilePage
from coach.ui.library.hold_pictures import draw_one
from coach.ui.library.incoming_card import IncomingCard
from coach.words.catalogue import plural, tr

if TYPE_CHECKING:
    from coach.ui.figure.picture_cache import PictureCache
    from coach.ui.kit.theme import Theme
    from coach.ui.library.shown import ShownIncoming


class IncomingPage(FilePage):
    """Shows each routine with its exercises, what it takes the place of and what differs, and asks what to do."""

    keep_wanted = Signal()
    both_wanted = Signal()
    """It is to be kept, and what it would replace is to stay too."""

    def __init__(self, theme: Theme, pictures: PictureCache, shown: ShownIncoming) -> None:
        count = len(shown.routines)
        super().__init__(theme, plural("Keep this routine?", "Keep these {number} routines?", count))
        self._pictures = pictures
        self.keep = KeyButton(theme, plural("Keep it", "Keep them", count), look=Look.PRIMARY, size=18)
        self.keep.clicked.connect(self.keep_wanted)
        self.both = KeyButton(theme, tr("Keep both"), size=18)
        self.both.clicked.connect(self.both_wanted)
        if not any(one.replaces for one in shown.routines):
            self.both.hide()  # to show it before it is in its page would make a window of it
        self.not_now = KeyButton(theme, tr("Not now"), size=18)
        self.not_now.clicked.connect(self.left)
        self.told = label(theme, size=16, weight=600)
        self.told.hide()
        self._column.addWidget(self.told)
        self.cards = [IncomingCard(theme, pictures, one) for one in shown.routines]
        self._fill(
            tr("From {file}. Nothing is kept yet.", file=shown.file),
            self.cards,
            [self.keep, self.both, self.not_now],
            answers_first=True,
        )
        self._slice = Slices(self, pictures, self._draw_one)
        for card in self.cards:
            card.pictures.resized.connect(self._slice.start)
        self._slice.start()

    def show_told(self, text: str) -> None:
        """Show why it could not be kept."""
        self.told.setText(text)
        self.told.show()

    @property
    def is_complete(self) -> bool:
        """Whether every picture is drawn."""
        return all(card.pictures.missing() is None for card in self.cards)

    def _draw_one(self) -> bool:
        return draw_one(self._pictures, [card.pictures for card in self.cards])
