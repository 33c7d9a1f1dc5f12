"""The page of help: a row for each page that explains something."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from coach.ui.kit.arrow_button import ArrowButton
from coach.ui.kit.list_rows import ListRow, RowCard
from coach.ui.kit.text_page import TextPage
from coach.words.catalogue import tr

if TYPE_CHECKING:
    from coach.ui.kit.theme import Theme


class HelpPage(TextPage):
    """Leads to the pages of the menu Help; what stops for pain comes first."""

    wanted = Signal(str)
    """The id of a command that shows a page."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, tr("Help"))
        self.rows: dict[str, ListRow] = {}
        card = RowCard(theme)
        for command, name, second in self._offered():
            arrow = ArrowButton(theme, name, onward=True)
            arrow.clicked.connect(lambda _checked=False, command=command: self.wanted.emit(command))
            self.rows[command] = ListRow(theme, name, second, arrow)
            card.add(self.rows[command])
        self._column.addWidget(card)
        self._column.addStretch()

    def _offered(self) -> tuple[tuple[str, str, str], ...]:
        """Return the id, the name and the second line of each row."""
        return (
            ("signs", tr("Signs that need help"), tr("When to stop and have your back looked at.")),
            ("keys", tr("All keys"), tr("What each key does, in a session and outside it.")),
            ("clicker", tr("Clicker and pedal"), tr("Steer a session from the mat.")),
            # Note: a page with all that is said in a routine
            ("listen", tr("Listen"), tr("All that is said in a session, line by line.")),
            # Note: a page that tells which parts of the computer coach can use
            ("works", tr("What works here"), tr("Screen, sound, voice and desktop, and what helps.")),
            ("about", tr("About coach"), tr("What it is for, and what it is not.")),
        )
