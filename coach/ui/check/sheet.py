"""A page of the check: one question or the verdict, and what a screen reader says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coach.ui.check.heading_row import HeadingRow
from coach.ui.kit.columns import beside
from coach.ui.kit.line_list import Lines
from coach.ui.kit.painting import RIM
from coach.words.sentences import sentences, where_lines_are, where_signs_are

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from coach.ui.check.room import Room
    from coach.ui.check.since_card import SinceCard
    from coach.ui.figure.still import Still
    from coach.ui.kit.bullet_list import ListCard
    from coach.ui.kit.key_button import KeyButton
    from coach.ui.kit.label import Heading
    from coach.ui.kit.pain_scale import PainScale
    from coach.ui.kit.theme import Theme


class Sheet(QWidget):
    """The column of a page; what stands in the bar below it is named here too. Sizes are in px at 100 %."""

    def __init__(self, theme: Theme, title: str, heading: Heading | None = None) -> None:
        """`heading` is the title where it stands elsewhere than in a row of its own; see `begin_with`."""
        super().__init__()
        self._theme, self.title = theme, title
        self._said = [title]
        self._row: HeadingRow | None = None
        self._heading = heading
        self._fitting: list[Callable[[Room], object]] = []
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(RIM, 0, RIM, 0)  # for the ring of a button at its edge
        theme.give(self.column, spacing=14)
        self.buttons: list[KeyButton] = []
        """All that answers."""
        self.in_bar: list[KeyButton] = []
        """Those of them that stand in the bar, and what else is pressed there, in their order."""
        self.to_read: KeyButton | None = None
        """The answer that can be given only when the end of the page was in sight, with the changes it means."""
        self.when_read: dict[str, object] = {}
        self.bar_note: QWidget | None = None
        """What is only told in the bar."""
        self.since: SinceCard | None = None
        self.scale: PainScale | None = None
        self.contact: KeyButton | None = None

    def begin_with(self, lead: str, step: tuple[int, int], still: Still) -> None:
        """Begin with a row of heading, sentence and figure; `step` is as for HeadingRow."""
        self._row = HeadingRow(self._theme, self.title, lead, step, still)
        self.say(lead)
        self.column.addWidget(self._row)
        self.when_fitted(self._row.fit)

    @property
    def heading(self) -> Heading:
        """The title, which gets the focus."""
        if self._heading is not None:
            return self._heading
        if self._row is None:
            msg = "a sheet begins with its heading"
            raise TypeError(msg)
        return self._row.heading

    @property
    def said(self) -> str:
        """All words in one text, without the lines of lists, which are read one by one."""
        return sentences(self._said)

    def say(self, *texts: str) -> None:
        """Add words that a screen reader says of this page."""
        self._said += texts

    def put_in_bar(self, *buttons: KeyButton) -> None:
        """Have these stand in the bar."""
        self.in_bar = list(buttons)

    def when_fitted(self, do: Callable[[Room], object]) -> None:
        """Have something told how much room there is, each time that changes."""
        self._fitting.append(do)

    def fit(self, room: Room) -> None:
        """Arrange everything for so much room."""
        self._theme.give(self.column, spacing=10 if room.is_low else 14)
        for do in self._fitting:
            do(room)

    # What it consists of

    def readable(self, texts: Sequence[str], size: float) -> Lines:
        """Return paragraphs that Tab leads to, so that they can be read again; they are said."""
        column = QVBoxLayout()
        lines = Lines(self._theme, self.title, layout=column)
        self._theme.give(column, spacing=8)
        for words in texts:
            lines.add(words, size)
        self.say(*texts)
        return lines

    def card(self, card: ListCard) -> None:
        """Add a card with a list; its heading is said."""
        self.say(card.title.text(), where_lines_are())
        self.column.addWidget(card)

    def signs(self, *cards: ListCard) -> QWidget:
        """Return cards with warning signs, side by side where there is room; their headings are said."""
        self.say(*(card.title.text() for card in cards), where_signs_are())
        return beside(self._theme, *cards)
