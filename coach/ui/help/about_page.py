"""What coach is, and what it is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coach import __version__
from coach.ui.kit.text_page import TextPage
from coach.words import safety_messages
from coach.words.catalogue import tr, translated

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class AboutPage(TextPage):
    """What the program is, and what it is not."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("About coach"))
        version = tr("Version {version}", version=__version__)
        licence = tr("MIT licence. The typeface is Inter, under the SIL Open Font License 1.1.")
        messages = [
            translated(text) for text in (safety_messages.M_FOR, safety_messages.M_NOTDEVICE, safety_messages.M_BOOK)
        ]
        self._lines(self.title.text(), [version, *messages, licence])
        self._column.addStretch()
